"""Lists of targets as files: nothing that is there gets lost, and nothing wrong gets in."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.inputs import read_targets
from audit.regions import find_province, provinces
from audit.target_list import add, as_csv, normalise
from audit.targets_commands import run_validate
from audit.unfit import Unfit
from model.evidence import Level, Target
from reports.zone_time import WIB, WIT, WITA, zone_time

EXCEL = "No;Nama Instansi;Tingkat;Propinsi;Website\n1;Dinas Sosial;Kab.;Prov. Sultra;dinsos.contoh.go.id\n"
CELLS = {"name": "Dinas Baru", "level": "kota", "province": "Maluku", "url": "baru.go.id"}


def test_a_list_of_any_shape_becomes_the_canonical_one(tmp_path: Path) -> None:
    (tmp_path / "opd.csv").write_text(EXCEL)
    normalise(tmp_path / "opd.csv", tmp_path / "targets.csv")
    assert (tmp_path / "targets.csv").read_text().splitlines() == [
        "id,name,level,province,parent,unit_type,url,tags,confidence,note",
        "dinas-sosial,Dinas Sosial,kabupaten,Sulawesi Tenggara,,,https://dinsos.contoh.go.id/,,,",
    ]


def test_doing_it_again_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(EXCEL)
    normalise(tmp_path / "a.csv", tmp_path / "b.csv")
    normalise(tmp_path / "b.csv", tmp_path / "c.csv")
    assert (tmp_path / "b.csv").read_bytes() == (tmp_path / "c.csv").read_bytes()


def test_a_refused_row_keeps_the_file_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(EXCEL + "2;Dinas Lain;Kab.;Maluku;javascript:alert(1)\n")
    before = path.read_bytes()
    with pytest.raises(Unfit, match="baris 3"):
        normalise(path, path)
    assert path.read_bytes() == before


def test_a_row_is_added_and_the_others_stay_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "targets.csv"
    (tmp_path / "a.csv").write_text(EXCEL)
    normalise(tmp_path / "a.csv", path)
    before = path.read_bytes()
    assert add(path, CELLS).url == "https://baru.go.id/"
    assert path.read_bytes().startswith(before)
    assert [t.id for t in read_targets(path).targets] == ["dinas-sosial", "dinas-baru"]
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_the_first_row_makes_the_file(tmp_path: Path) -> None:
    add(tmp_path / "targets.csv", CELLS)
    assert len(read_targets(tmp_path / "targets.csv").targets) == 1


@pytest.mark.parametrize(
    ("change", "told"),
    [({"url": "http://10.0.0.1/"}, "jaringan dalam"), ({"level": "desa"}, "tidak dikenal"), ({"name": ""}, "Nama")],
)
def test_a_wrong_row_is_not_added(tmp_path: Path, change: dict[str, str], told: str) -> None:
    path = tmp_path / "targets.csv"
    with pytest.raises(Unfit, match=told):
        add(path, {**CELLS, **change})
    assert not path.exists()


def test_what_is_there_already_is_not_added_again(tmp_path: Path) -> None:
    path = tmp_path / "targets.csv"
    add(path, CELLS)
    before = path.read_bytes()
    with pytest.raises(Unfit, match="sudah ada di baris 2"):
        add(path, {**CELLS, "name": "Nama Lain", "url": "http://www.baru.go.id/"})
    assert path.read_bytes() == before


def test_a_list_of_another_shape_is_not_added_to(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(EXCEL)
    with pytest.raises(Unfit, match="patuh targets normalise"):
        add(path, CELLS)


def test_names_that_strangers_gave_are_no_formulas() -> None:
    row = as_csv([Target("a", "=HYPERLINK(1)", Level.KOTA, "Maluku", "https://a.go.id/")]).splitlines()[1]
    assert row.split(",")[1] == "'=HYPERLINK(1)"


def test_validate_tells_and_ends_with_4(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text(EXCEL + "2;Dinas Lain;Kab.;Malaku;x\n")
    assert run_validate(path, as_json=False) == 4
    assert "baris 3" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Maluku", "81"),
        ("Prov. Sultra", "74"),
        ("PROVINSI JAWA TIMUR", "35"),
        ("81", "81"),
        ("DIY", "34"),
        ("Kep. Riau", "21"),
    ],
)
def test_provinces_are_known_by_the_names_people_write(said: str, code: str) -> None:
    found = find_province(said)
    assert found is not None
    assert found.code == code


def test_there_are_thirty_eight_provinces_and_each_has_one_clock() -> None:
    assert len({one.code for one in provinces()}) == len({one.name for one in provinces()}) == 38
    clocks = {one.name: zone_time(one.name) for one in provinces()}
    assert {name for name, clock in clocks.items() if clock == WIT} == {
        "Maluku", "Maluku Utara", "Papua", "Papua Barat", "Papua Selatan", "Papua Tengah", "Papua Pegunungan",
        "Papua Barat Daya",
    }  # fmt: skip
    assert sum(clock == WITA for clock in clocks.values()) == 12
    assert clocks["Kalimantan Barat"] == clocks["Kalimantan Tengah"] == WIB


def test_a_province_that_is_none() -> None:
    assert find_province("Nusa Melati") is None
