"""Instruments that users write: every mistake gets a sentence with file, line and remedy."""

from fractions import Fraction as F
from pathlib import Path

import pytest

from audit.instruments import FOLDER, load_instrument, load_scales
from audit.toml_text import TomlMistakes
from checks._run import versions
from demo.expected import INNER, PRODUCT

GOOD = """id = "milik-kami"
version = "1"
title = "Instrumen kami"

[[criteria]]
id = "fee"
check = "fee"
weight = 2.5
title = "Biaya"
legal_basis = "UU 25/2009"
counts_when = "Ada tarif."
remedy = "Cantumkan tarif."
example = "Gratis."
effort = 1

[[criteria]]
id = "pledge"
check = "service_pledge"
weight = "1/3"
title = "Maklumat"
legal_basis = "UU 25/2009"
counts_when = "Ada maklumat."
remedy = "Muat maklumat."
example = "Kami sanggup ..."
effort = 2
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "kami.toml"
    path.write_text(text, encoding="utf-8")
    return path


def mistakes(tmp_path: Path, text: str) -> list[tuple[int, str]]:
    path = written(tmp_path, text)
    with pytest.raises(TomlMistakes) as caught:
        load_instrument(path)
    assert all(told.startswith(f"{path}:") for told in str(caught.value).splitlines())
    return [(m.line, m.says) for m in caught.value.mistakes]


def test_weights_are_exact(tmp_path):
    loaded = load_instrument(written(tmp_path, GOOD))
    assert [c.weight for c in loaded.criteria] == [F(5, 2), F(1, 3)]


@pytest.mark.parametrize(
    ("old", "new", "line", "word"),
    [
        ('weight = "1/3"', 'weight = "sepertiga"', 19, "bukan bilangan"),
        ('weight = "1/3"', "weight = -1", 19, "di luar batas"),
        ('weight = "1/3"', "weight = nan", 19, "bukan bilangan"),
        ('weight = "1/3"', "weight = true", 19, "bukan bilangan"),
        ('title = "Maklumat"', 'titel = "Maklumat"', 20, "tidak dikenal"),
        ('check = "service_pledge"', 'check = "maklumat"', 18, "Pemeriksaan “maklumat” tidak ada"),
        ('id = "pledge"', 'id = "fee"', 17, "tertulis dua kali"),
        ("effort = 2", "effort = 0", 25, "tidak boleh kurang dari 1"),
        ("effort = 2", 'effort = "2"', 25, "bilangan bulat"),
        ("effort = 2", "", 16, "belum diisi"),
        ('remedy = "Muat maklumat."', 'remedy = ""', 23, "masih kosong"),
        ('title = "Instrumen kami"', "title = 3", 3, "harus berupa teks"),
        ('example = "Kami sanggup ..."', 'example = "Kami', 24, "Penulisan TOML keliru"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path, old, new, line, word):
    assert old in GOOD
    told = mistakes(tmp_path, GOOD.replace(old, new))
    assert any(at == line and word in says for at, says in told), told


def test_all_mistakes_are_told_at_once(tmp_path):
    told = mistakes(tmp_path, GOOD.replace("weight = 2.5", 'weight = "x"').replace("effort = 2", "effort = 0"))
    assert [at for at, _ in told] == [8, 25]


def test_an_instrument_of_no_weight_is_refused(tmp_path):
    told = mistakes(tmp_path, GOOD.replace("weight = 2.5", "weight = 0").replace('weight = "1/3"', "weight = 0"))
    assert "Semua bobot nol" in told[0][1]


def test_a_byte_order_mark_does_no_harm(tmp_path):
    assert load_instrument(written(tmp_path, "\ufeff" + GOOD)).id == "milik-kami"


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(TomlMistakes, match="tidak dapat dibuka"):
        load_instrument(tmp_path / "tiada.toml")


def test_a_file_that_is_no_text_is_told(tmp_path):
    path = tmp_path / "kami.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TomlMistakes, match="UTF-8"):
        load_instrument(path)


SCALES = """[[scales]]
id = "a"
years = [2030]
title = "A"
zones = [
    { zone = "merah", label = "Merah", floor = 0 },
    { zone = "hijau", label = "Hijau", floor = 50 },
]
"""


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        (SCALES.replace("floor = 0 ", "floor = 1 "), 6, "harus mulai dari 0"),
        (SCALES.replace("floor = 50", "floor = 0"), 5, "harus naik"),
        (SCALES.replace("floor = 50", "floor = 101"), 5, "tidak lebih dari 100"),
        (SCALES.replace('"hijau"', '"biru"'), 7, "harus salah satu dari"),
        (SCALES + SCALES.replace('"a"', '"b"'), 11, "sudah dipakai skala lain"),
        (SCALES + SCALES.replace("2030", "2031"), 10, "tertulis dua kali"),
        (SCALES.replace("[2030]", "[]"), 3, "belum berisi"),
    ],
)
def test_a_mistake_in_a_scale_is_told_with_its_line(tmp_path, text, line, word):
    with pytest.raises(TomlMistakes) as caught:
        load_scales(written(tmp_path, text))
    assert any(m.line == line and word in m.says for m in caught.value.mistakes), str(caught.value)


def test_the_bundled_instrument_asks_every_check_once():
    loaded = load_instrument(FOLDER / "publikasi-web.toml")
    assert sorted(c.check for c in loaded.criteria) == sorted(versions())
    assert {c.id for c in loaded.criteria if not c.weight} == {"public_information_officer", "site_health", *INNER}


def test_the_fourteen_components_of_the_standard_weigh_alike():
    loaded = load_instrument(FOLDER / "standar-pelayanan-14.toml")
    assert [c.id for c in loaded.criteria] == [*PRODUCT, *INNER]
    assert len(loaded.criteria) == 14
    assert {c.weight for c in loaded.criteria} == {1}
    assert all(c.own for c in loaded.criteria)
    assert "bukan nilai Ombudsman" in loaded.note


@pytest.mark.parametrize("name", ["publikasi-web", "standar-pelayanan-14"])
def test_every_criterion_says_how_to_mend_it(name):
    for criterion in load_instrument(FOLDER / f"{name}.toml").criteria:
        told = (criterion.legal_basis, criterion.counts_when, criterion.remedy, criterion.example, criterion.title_en)
        assert all(told), criterion.id
        assert criterion.effort >= 1
        assert criterion.group
