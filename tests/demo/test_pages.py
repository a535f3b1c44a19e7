"""The sample sites as data: what changes from month to month, and that nothing leads where it should not."""

from __future__ import annotations

import io
import re
import tomllib
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pypdfium2
import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from demo.answers import Request, answer
from demo.pages import Site, build_site
from demo.province import FOLDER, MONTHS, State, load_province

PROVINCE = load_province()
DEAD_ON_PURPOSE = {
    ("kecamatan-teluk-pandan", "/tarif.html"),
    ("kecamatan-teluk-pandan", "/skm.html"),
    ("kecamatan-teluk-pandan", "/alur-pelayanan.html"),
    ("kecamatan-teluk-pandan", "/sop.html"),
    ("kab-tanjung-kemuning", "/agenda-kerja"),
    ("kecamatan-sekar-arum", "/berita/standar-pelayanan-surat-keterangan-tidak-mampu.html"),  # month 3
}
CHANGED = {
    ("dpmptsp-kemuning", 3): {
        "dokumen/keputusan-standar-pelayanan.pdf",
        "unduh/2026/sk-standar-pelayanan-dpmptsp.pdf",
        "standar-pelayanan/index.html",
    },
    ("kecamatan-sekar-arum", 3): {
        "berita/index.html",
        "berita/standar-pelayanan-surat-keterangan-tidak-mampu.html",
        "berita/tampilan-baru.html",
    },
}


def sites(month: int) -> list[Site]:
    return [build_site(agency, month) for agency in PROVINCE.agencies]


def pages(site: Site) -> dict[str, LexborHTMLParser]:
    return {p: LexborHTMLParser(f.body) for p, f in site.files.items() if f.media.startswith("text/html")}


@pytest.mark.parametrize("month", MONTHS)
def test_inner_links_lead_somewhere_but_for_those_that_are_dead_on_purpose(month: int) -> None:
    dead = set()
    for site in sites(month):
        if site.state is not State.OPEN:
            continue
        for path, page in pages(site).items():
            for node in page.css("a[href], iframe[src], img[src], script[src], link[href]"):
                given = node.attributes.get("href") or node.attributes.get("src") or ""
                where = urlsplit(urljoin(f"http://{site.agency.host}/{path}", given))
                if where.hostname != site.agency.host or given.startswith("#"):
                    continue
                got = answer(site, Request("GET", where.path, {"host": site.agency.host}))
                if got.status == 404 or b"<h1>Halaman tidak ditemukan" in got.body:
                    dead.add((site.agency.id, where.path))
    expected = {d for d in DEAD_ON_PURPOSE if month == 3 or d[0] != "kecamatan-sekar-arum"}
    assert dead == expected


@pytest.mark.parametrize("month", MONTHS)
def test_nothing_is_loaded_from_elsewhere(month: int) -> None:
    for site in sites(month):
        for path, page in pages(site).items():
            for node in page.css("iframe, img, script, link, source, video, audio, embed, object"):
                for name in ("src", "href", "data", "srcset"):
                    assert "//" not in (node.attributes.get(name) or ""), (site.agency.id, path)
        for path, file in site.files.items():
            if path.endswith(".css"):
                assert not re.search(rb"url\(|@import", file.body), (site.agency.id, path)


def test_months_change_only_where_they_should() -> None:
    for agency in PROVINCE.agencies:
        for month in (2, 3):
            old, new = build_site(agency, month - 1).files, build_site(agency, month).files
            changed = {p for p in old.keys() | new.keys() if old.get(p) != new.get(p)}
            if agency.id == "disnaker-selasih":  # the one that grows: nothing goes, much comes
                assert old.keys() < new.keys()
            else:
                assert changed == CHANGED.get((agency.id, month), set()), (agency.id, month)


def test_the_decree_that_moved_has_the_same_bytes() -> None:
    agency = PROVINCE.agency("dpmptsp-kemuning")
    old = build_site(agency, 2).files["dokumen/keputusan-standar-pelayanan.pdf"]
    assert build_site(agency, 3).files["unduh/2026/sk-standar-pelayanan-dpmptsp.pdf"] == old


def test_the_decree_holds_what_its_source_says() -> None:
    """The kept PDF is not behind tools/sample/decree.toml."""
    file = build_site(PROVINCE.agency("dpmptsp-kemuning"), 1).files["dokumen/keputusan-standar-pelayanan.pdf"]
    document = pypdfium2.PdfDocument(file.body)
    text = " ".join("".join(page.get_textpage().get_text_bounded() for page in document).split())
    assert len(document) > 2
    source = FOLDER.parent / "tools" / "sample" / "decree.toml"
    for service in tomllib.loads(source.read_text(encoding="utf-8"))["service"]:
        for words in (service["name"], service["time"], service["fee"], *service["requirements"]):
            assert words in text


def test_the_posters_can_be_read_and_are_small() -> None:
    files = build_site(PROVINCE.agency("puskesmas-teluk-pandan"), 1).files
    posters = {path: file.body for path, file in files.items() if path.endswith(".jpg")}
    assert len(posters) == 3
    for body in posters.values():
        assert len(body) < 400_000
        assert min(Image.open(io.BytesIO(body)).size) > 1000


def test_the_sample_is_small() -> None:
    assert sum(p.stat().st_size for p in Path(FOLDER).rglob("*") if p.is_file()) < 4_000_000


def test_letters_go_to_reserved_names_only() -> None:
    """Addresses of people in the sample end in .test, but for the placeholder that must not count."""
    found = set()
    for month in MONTHS:
        for site in sites(month):
            for file in site.files.values():
                if file.media.startswith(("text", "application/json")):
                    found |= set(re.findall(rb"[\w.]+@[\w.-]+\.\w+", file.body))
    assert len(found) > 15
    assert {a for a in found if not a.endswith(b".test")} == {b"email@domain.com"}
