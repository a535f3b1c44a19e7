"""`patuh recheck`: the gaps are looked at again in a real browser, the rest is taken over and told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.main_job.conftest import SERVICE, Served, audit_words, open_site, page, patuh, reports, serve

pytestmark = pytest.mark.browser
PLEDGE = """<h1>Maklumat Pelayanan</h1><p>Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar
pelayanan yang telah ditetapkan, melakukan perbaikan terus-menerus, dan apabila tidak menepati janji ini kami siap
menerima sanksi sesuai peraturan perundang-undangan.</p><p>Camat Terbuka</p><p>Siti Aminah, S.Sos.</p>"""
HOME = "<h1>Kecamatan Terbuka</h1><p>Selamat datang.</p><p><a href='/maklumat'>Maklumat Pelayanan</a></p>"


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Served]:
    site = open_site()
    site.answers["/"] = (200, page("Kecamatan Terbuka", HOME))
    site.answers["/maklumat"] = (200, page("Maklumat", PLEDGE))
    site.answers["/layanan"] = (200, page("Standar Pelayanan", SERVICE.replace("Tidak dipungut biaya", "-")))
    yield from serve(tmp_path / "one", {"terbuka": site})


def test_a_mended_page_is_found_and_the_rest_is_taken_over(one: Served, tmp_path: Path) -> None:
    assert patuh(*audit_words(one, tmp_path, "--period", "2026-07")).returncode == 0
    assert reports(tmp_path)["terbuka"]["indicators"]["fee"]["verdict"] == "not_met"
    site = one.sites["terbuka"]
    site.answers["/layanan"] = (200, page("Standar Pelayanan", SERVICE))
    asked: list[str] = []
    answer = site.answer
    site.answer = lambda path: asked.append(path) or answer(path)  # type: ignore[assignment,method-assign,func-returns-value]

    done = patuh("recheck", "terbuka", "--hosts", one.hosts, "--out", tmp_path / "laporan", "--data", tmp_path / "data",
                 "--delay", 0, "--period", "2026-08")  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert "http://terbuka.test/maklumat (dilihat " in done.stdout
    assert "/layanan" in asked
    assert "/maklumat" not in asked
    report = reports(tmp_path)["terbuka"]
    assert report["indicators"]["fee"]["verdict"] == "met"
    assert report["indicators"]["service_pledge"]["verdict"] == "met"
    assert "Isi halaman http://terbuka.test/layanan berubah." in done.stdout
    assert {"recheck_of:2026-07"} <= set(report["notes"])
