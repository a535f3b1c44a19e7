"""The commands of scores over time, as people call them: exact words, exact JSON, no traceback."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from audit import cli
from store.tables import runs
from tests.audit.kept import PAGES, evidence_of, open_kept, save

BARE = {**PAGES, "layanan": PAGES["layanan"].replace("Tidak dipungut biaya", "-")}


@pytest.fixture
def patuh(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """patuh(*words) -> (exit code, stdout, stderr)."""
    monkeypatch.setattr(cli, "app", cli.typer.Typer())

    def run(*words: object) -> tuple[int, str, str]:
        cli.app.registered_commands.clear()
        cli.app.registered_groups.clear()
        monkeypatch.setattr("sys.argv", ["patuh", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        told = capsys.readouterr()
        return int(left.value.code or 0), told.out, told.err

    return run


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Two months: the fee appears in the second."""
    kept, vault = open_kept(tmp_path)
    save(kept, evidence_of(vault, BARE))
    save(kept, evidence_of(vault), "2026-08")
    kept.archive.close()
    return tmp_path


def found(told: tuple[int, str, str]) -> Any:
    assert told[0] == 0, told[2]
    return json.loads(told[1])


def test_zones_has_exactly_this_shape(patuh):
    assert found(patuh("zones", "77.69", "--year", 2024, "--json")) == {
        "zone": "kuning",
        "category": "C",
        "label": "Zona kuning (kualitas sedang)",
        "scale": "2022-2024",
    }


@pytest.mark.parametrize(
    ("value", "year", "zone", "category"),
    [
        ("50,04", 2019, "merah", None),
        ("53.38", 2025, "merah", "D"),
        ("78", 2023, "hijau", "B"),
        ("90", 2020, None, None),
    ],
)
def test_zones_of_other_years(patuh, value, year, zone, category):
    told = found(patuh("zones", value, "--year", year, "--json"))
    assert (told["zone"], told["category"]) == (zone, category)


@pytest.mark.parametrize(("words", "says"), [(("abc",), "bukan bilangan"), (("177",), "di luar 0 sampai 100"),
                                             (("77", "--year", "2013"), "tidak diketahui")])  # fmt: skip
def test_wrong_use_of_zones_is_one_sentence(patuh, words, says):
    code, _, told = patuh("zones", *words)
    assert (code, says in told, "Traceback" in told) == (2, True, False)


def test_official_scores_stand_with_their_sources(patuh):
    told = found(patuh("official", "kab-gunung-mas", "--json"))
    assert [row["zone"] for row in told] == [
        "kuning",
        "merah",
        "hijau",
        None,
        None,
        "kuning",
        "kuning",
        "hijau",
        "hijau",
    ]
    assert all(row["source"] for row in told)


def test_a_difference_names_its_cause(patuh, data):
    (told,) = found(patuh("diff", "2026-07", "2026-08", "--data", data, "--json"))
    change = next(c for c in told["changes"] if c["indicator"] == "fee")
    assert (change["before"], change["after"], change["cause"], change["of_the_agency"]) == (
        "not_met", "met", "site", True,
    )  # fmt: skip
    assert change["addresses"] == ["https://dinas.contoh.test/layanan"]
    assert (told["before"]["period"], told["after"]["period"]) == ("2026-07", "2026-08")


def test_a_difference_for_people_numbers_its_reasons(patuh, data):
    code, told, _ = patuh("diff", "000001", "000002", "--data", data, "--agency", "dinas-contoh")
    assert code == 0
    assert "situs berubah (1)" in told
    assert "(1) Isi halaman https://dinas.contoh.test/layanan berubah." in told


def test_regressions_alone(patuh, data):
    code, told, _ = patuh("diff", "2026-08", "2026-07", "--data", data, "--regressions")
    assert code == 0
    assert "“Biaya/tarif” untuk layanan" in told
    assert "┃" not in told


def test_a_period_without_audits_names_those_that_are_there(patuh, data):
    code, _, told = patuh("diff", "2026-01", "2026-08", "--data", data)
    assert (code, "Periode yang ada: 2026-07, 2026-08" in told) == (2, True)


def test_a_replay_by_the_same_rules_differs_in_nothing(patuh, data):
    code, told, _ = patuh("replay", "2026-07", "--data", data)
    assert (code, "1 audit dinilai ulang tanpa membuka situs; 0 di antaranya berbeda" in told) == (0, True)


def test_a_replay_with_another_instrument_lays_it_to_the_instrument(patuh, data):
    (told,) = found(
        patuh("replay", "2026-07", "--data", data, "--instrument", "standar-pelayanan-14", "--save", "--json")
    )
    assert {c["cause"] for c in told["changes"]} == {"instrument"}
    assert told["after"]["instrument"] == "standar-pelayanan-14"
    assert len(found(patuh("diff", "000001", "000003", "--data", data, "--json"))) == 1


def test_history_streams_one_line_for_each_agency(patuh, data):
    told = found(patuh("history", "--data", data, "--json"))
    assert [m["period"] for m in told["months"]] == ["2026-07", "2026-08"]
    assert told["months"][1]["changed"]["changes"][0]["indicator"] == "fee"


def test_rank_and_rollup(patuh, data):
    first = found(patuh("rank", "--data", data, "--province", "rekaan", "--json"))[0]
    assert (first["places"][0]["place"], first["places"][0]["before"]) == (
        1, {"period": "2026-07", "place": 1, "of": 1},
    )  # fmt: skip
    code, _, told = patuh("rollup", "--data", data)
    assert (code, "Isi kolom parent dan unit_type" in told) == (2, True)


@pytest.mark.parametrize(("words", "says"), [(("--level", "desa"), "Tingkat “desa” tidak dikenal"),
                                             (("--by", "lain"), "Pilihan: site, loci"),
                                             (("--province", "Atlantis"), "Tidak ada instansi")])  # fmt: skip
def test_wrong_use_of_rank_is_one_sentence(patuh, data, words, says):
    code, _, told = patuh("rank", "--data", data, *words)
    assert (code, says in told) == (2, True)


def test_a_note_is_added_listed_and_withdrawn(patuh, data):
    words = ("note", "add", "dinas-contoh", "fee", "dispute", "--author", "Sinta", "--reason", "Belum ada tarif denda.",
             "--address", "https://dinas.contoh.go.id/biaya", "--data", data)  # fmt: skip
    code, told, _ = patuh(*words)
    assert (code, "Catatan 1 disimpan: membantah hasil “fee”." in told) == (0, True)
    assert "(tetap)" in told
    listed = found(patuh("note", "list", "dinas-contoh", "--data", data, "--json"))
    (note,) = listed["notes"]
    assert (note["seen"], note["verdict"], note["bearing"], note["author"]) == ("met", "not_met", "counts", "Sinta")
    score = listed["scores"]["dinas-contoh"]
    assert score["with_notes"]["low"] == score["index"]["low"] - 12
    assert patuh("note", "withdraw", 1, "--data", data)[0] == 0
    again = found(patuh("note", "list", "dinas-contoh", "--data", data, "--json"))
    assert again["notes"][0]["bearing"] == "withdrawn"
    assert again["scores"]["dinas-contoh"]["with_notes"]["low"] == score["index"]["low"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("tarif", "dispute"), "Indikator “tarif” tidak ada"),
        (("fee", "tolak"), "Sikap “tolak” tidak dikenal"),
        (("fee", "dispute", "--verdict", "met"), "Hasil audit sudah “met”"),
        (("fee", "dispute", "--service", "lain"), "Layanan “lain” tidak ada"),
        (("fee", "dispute", "--address", "javascript:alert(1)"), "tidak dapat dipakai"),
    ],
)
def test_a_note_that_cannot_be_kept_is_told(patuh, data, words, says):
    code, _, told = patuh("note", "add", "dinas-contoh", *words, "--author", "S", "--reason", "R", "--data", data)
    assert (code, says in told) == (2, True)


@pytest.mark.parametrize("words", [("diff", "2026-07", "2026-08"), ("replay",), ("rank",), ("history",), ("rollup",),
                                   ("note", "list"), ("recheck", "dinas-contoh")])  # fmt: skip
def test_a_folder_without_audits_is_told_and_left_alone(patuh, tmp_path, words):
    code, _, told = patuh(*words, "--data", tmp_path / "kosong")
    assert (code, "Belum ada audit" in told) == (2, True)
    assert not (tmp_path / "kosong").exists()


def test_an_agency_that_only_checked_itself_sees_its_own_months(patuh, tmp_path):
    kept, vault = open_kept(tmp_path)
    for period, pages in (("2026-07", BARE), ("2026-08", PAGES)):
        audit = save(kept, evidence_of(vault, pages), period)
        with kept.archive._writing() as db:
            db.execute(update(runs).where(runs.c.number == int(audit.run)).values(purpose="check"))
    kept.archive.close()
    (told,) = found(patuh("diff", "2026-07", "2026-08", "--data", tmp_path, "--json"))
    assert [c["indicator"] for c in told["changes"]] == ["fee"]
    code, _, says = patuh("rank", "--data", tmp_path)
    assert (code, "Tidak ada audit pada 2026-08" in says) == (2, True)
