"""`patuh inspect`: one file judged by itself, the same bytes giving the same answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from audit.inspect import inspect_file, look_at, open_draft
from audit.unfit import Unfit
from tests.main_job.conftest import PAGES, page, patuh


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "situs" / "layanan.html"
    path.parent.mkdir()
    path.write_text(PAGES["/layanan"])
    return path


def test_the_shape_and_the_same_bytes(draft: Path) -> None:
    first, second = patuh("inspect", draft, "--json"), patuh("inspect", draft, "--json")
    assert first.returncode == 0, first.stderr
    assert first.stdout == second.stdout
    found = json.loads(first.stdout)
    assert {"source", "kind", "page_kind", "title", "components", "services"} <= found.keys()
    assert found["kind"] == "html"
    assert list(found["components"]) == [
        "requirements", "procedure", "completion_time", "fee", "product", "complaint_handling", "pledge", "legal_basis",
    ]  # fmt: skip
    time = found["components"]["completion_time"]
    assert time["verdict"] == "met"
    assert time["exhibits"][0]["quote"] == "2 (dua) hari kerja sejak berkas lengkap"
    assert found["components"]["pledge"]["verdict"] == "not_met"
    assert found["services"][0]["components"]["fee"]["verdict"] == "met"


def test_for_people_it_is_a_table(draft: Path) -> None:
    done = patuh("inspect", draft)
    assert done.returncode == 0, done.stderr
    assert "biaya/tarif" in done.stdout


def test_a_picture_outside_the_root_is_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "situs"
    folder.mkdir()
    Image.new("RGB", (800, 900), "white").save(tmp_path / "rahasia.png")
    Image.new("RGB", (800, 900), "white").save(folder / "maklumat.png")
    body = "<h1>Maklumat Pelayanan</h1><img src='../rahasia.png' alt='maklumat'><img src='maklumat.png' alt='maklumat'>"
    (folder / "m.html").write_text(page("Maklumat Pelayanan", body))
    draft = open_draft(folder / "m.html", None)
    assert draft.picture("http://draf.test/maklumat.png") == (folder / "maklumat.png").resolve()
    assert draft.picture("http://draf.test/../rahasia.png") is None
    assert draft.picture("http://draf.test/%2e%2e/rahasia.png") is None
    assert inspect_file(draft)["components"]["pledge"]["verdict"] in ("unknown", "not_met")


@pytest.mark.parametrize(
    "shown",
    [
        "<img src='alur.png' alt='x'>",
        "<header><img src='alur.png' alt='x'></header><p>Teks</p>",
        "<aside><img src='alur.png' alt='x'></aside><p>Teks</p>",
        "<p><a href='alur.png'>Alur pelayanan</a></p>",
        "<iframe src='alur.png'></iframe>",
        "<img src='gambar\\alur.png' alt='x'>",
    ],
)
def test_every_picture_of_a_draft_is_at_hand_for_the_reader(tmp_path: Path, shown: str) -> None:
    (tmp_path / "gambar").mkdir()
    for place in ("alur.png", "gambar/alur.png"):
        Image.new("RGB", (800, 900), "white").save(tmp_path / place)
    (tmp_path / "m.html").write_text(page("Alur", shown))
    evidence, _ = look_at(open_draft(tmp_path / "m.html", None))
    assert [c.media for c in evidence.captures] == ["text/html", "image/png"]


def test_a_file_outside_the_root_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b.html").write_text("x")
    with pytest.raises(Unfit, match="--root"):
        open_draft(tmp_path / "b.html", tmp_path / "a")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unfit, match=r"tidak-ada\.pdf"):
        open_draft(tmp_path / "tidak-ada.pdf", None)


def test_garbage_ends_in_a_verdict_and_no_crash(tmp_path: Path) -> None:
    path = tmp_path / "rusak.pdf"
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20)
    found = inspect_file(open_draft(path, None))
    assert found["kind"] == "pdf"
    assert {answer["verdict"] for answer in found["components"].values()} == {"unknown"}
    assert found["problems"]
