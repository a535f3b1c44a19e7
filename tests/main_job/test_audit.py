"""`patuh audit` from a list of targets to reports, as a user sees it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from subprocess import CompletedProcess

import jsonschema
import pytest

from reports.machine import without_times
from tests.main_job.conftest import ROOT, Served, audit_words, open_site, patuh, reports, serve

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("out")


@pytest.fixture(scope="module")
def done(four: Served, out: Path) -> CompletedProcess[str]:
    return patuh(*audit_words(four, out))


def test_it_ends_well_and_says_where_the_reports_are(done: CompletedProcess[str], out: Path) -> None:
    assert done.returncode == 0, done.stderr
    assert str(out / "laporan" / "index.html") in done.stdout
    assert "Traceback" not in done.stderr


def test_report_json_keeps_its_schema(done: CompletedProcess[str], out: Path) -> None:
    schema = json.loads((ROOT / "docs" / "report.schema.json").read_text())
    for report in reports(out).values():
        jsonschema.Draft202012Validator(schema).validate(report)


def test_a_service_is_found_with_its_proof(done: CompletedProcess[str], out: Path) -> None:
    report = reports(out)["terbuka"]
    fee = report["indicators"]["fee"]
    assert fee["verdict"] == "met"
    assert fee["exhibits"][0]["quote"] == "Tidak dipungut biaya"
    assert fee["exhibits"][0]["url"] == "http://terbuka.test/layanan"
    assert set(report["services"][0]["components"].values()) == {"met"}


def test_unreachable_blocked_and_missing_are_three_things(done: CompletedProcess[str], out: Path) -> None:
    found = reports(out)
    assert {name: found[name]["reach"]["home"] for name in found} == {
        "terbuka": "read",
        "terhalang": "blocked",
        "hilang": "missing",
        "mati": "unreachable",
    }
    words = {name: (out / "laporan" / name / "report.html").read_text() for name in found}
    for name, mark in (("terhalang", "blocked"), ("mati", "unreachable"), ("hilang", "missing")):
        shown = {
            m
            for m in ("blocked", "unreachable", "missing")
            if f'class="reach r-{m}"' in words[name].split("</style>")[1]
        }
        assert shown == {mark}, name


@pytest.mark.parametrize("name", ["terhalang", "mati", "hilang"])
def test_what_was_not_read_has_no_score_and_no_zone(done: CompletedProcess[str], out: Path, name: str) -> None:
    score = reports(out)[name]["score"]
    assert (score["low"], score["high"], score["zone"]) == (None, None, None)


def test_again_gives_the_same_bytes_but_for_times(
    done: CompletedProcess[str], four: Served, out: Path, tmp_path: Path
) -> None:
    assert patuh(*audit_words(four, tmp_path)).returncode == 0
    first, second = reports(out), reports(tmp_path)
    assert first.keys() == second.keys()
    for name in first:
        assert json.dumps(without_times(first[name])) == json.dumps(without_times(second[name]))


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Served]:
    yield from serve(tmp_path / "one", {"terbuka": open_site(), "lain": open_site()})


def test_bad_rows_are_told_and_good_ones_go_on(one: Served, tmp_path: Path) -> None:
    rows = one.targets.read_text().splitlines()[:2]
    one.targets.write_text("\n".join([*rows, "x,Tanpa Alamat,kota,Maluku,javascript:alert(1)"]) + "\n")
    done = patuh(*audit_words(one, tmp_path, "--max-pages", 1))
    assert done.returncode == 4
    assert "baris 3" in done.stderr
    assert list(reports(tmp_path)) == ["terbuka"]


def test_only_and_max_pages(one: Served, tmp_path: Path) -> None:
    done = patuh(*audit_words(one, tmp_path, "--only", "lain", "--max-pages", 1))
    assert done.returncode == 0, done.stderr
    report = reports(tmp_path)
    assert list(report) == ["lain"]
    visited = [x for x in report["lain"]["ledger"] if x["visited"] and x["resource"] == "page"]
    assert [x["url"] for x in visited] == ["http://lain.test/"]


def test_pages_left_out_for_the_budget_make_it_unknown_not_missing(one: Served, tmp_path: Path) -> None:
    patuh(*audit_words(one, tmp_path, "--only", "lain", "--max-pages", 1))
    report = reports(tmp_path)["lain"]
    assert report["indicators"]["fee"]["verdict"] == "unknown"
    assert report["score"]["high"] > report["score"]["low"]


def test_check_is_the_same_engine(one: Served, tmp_path: Path) -> None:
    words = ("check", "http://terbuka.test/", "--hosts", one.hosts, "--out", tmp_path / "laporan", "--delay", 0)
    done = patuh(*words, "--data", tmp_path / "data", "--name", "Kecamatan Terbuka")
    assert done.returncode == 0, done.stderr
    assert reports(tmp_path)["terbuka-test"]["indicators"]["fee"]["verdict"] == "met"


def test_a_machine_without_a_browser_is_told_in_one_sentence(one: Served, tmp_path: Path) -> None:
    done = patuh(*audit_words(one, tmp_path), PATUH_BROWSER="/nonexistent/chromium")
    assert done.returncode == 3
    assert "/nonexistent/chromium" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
