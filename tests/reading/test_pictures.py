"""Pictures that a page shows: which are read, what they add, and what is told when they cannot be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.evidence import Capture, Evidence, Reach, Resource
from model.reading import Block, BlockKind, Document, Grade, PageKind, Section, Source, Topic, Zone
from reading.gallery import Gallery
from reading.html import parse_html
from reading.page import read_page
from reading.proof import Witness
from reading.read import read
from tests.reading.pages import AT, clear_topics, said
from tests.reading.site.build import target

URL = "https://dinas.contoh.go.id/maklumat"
PLEDGE = "Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan"


def read_with(html: str, shown: dict[str, str]):
    """A page whose pictures say the given words. A picture that is not given was not kept."""

    def picture(address: str) -> Source | None:
        if address not in shown:
            return None
        return Source(Capture(address, address, "image/png", "1" * 64, 3, AT, "http"), shown[address].encode())

    def recognise(source: Source) -> Document:
        words = source.body.decode()
        block = Block(BlockKind.TEXT, words, confidence=0.9)
        sections = (Section("", 0, (), Zone.MAIN, (block,)),) if words else ()
        return Document(source.capture.url, "image", "", sections)

    document = parse_html(html.encode(), URL)
    return read_page(document, Witness(URL, "0" * 64, AT), "text/html", picture, recognise)


def test_a_pledge_in_a_picture_counts_and_is_proved_by_the_picture():
    page = read_with('<h1>Maklumat Pelayanan</h1><img src="/m.png">', {"https://dinas.contoh.go.id/m.png": PLEDGE})
    proof = said(page, Topic.PLEDGE).exhibits[0]
    assert said(page, Topic.PLEDGE).grade is Grade.CLEAR
    assert (proof.url, proof.medium, proof.confidence) == ("https://dinas.contoh.go.id/m.png", "image", 0.9)
    assert page.kind is PageKind.PLEDGE


def test_a_picture_that_was_not_kept_is_told():
    page = read_with('<h1>Maklumat Pelayanan</h1><img src="/m.png">', {})
    assert page.unread_images == ("https://dinas.contoh.go.id/m.png",)
    assert Topic.PLEDGE not in clear_topics(page)


def test_a_picture_without_words_is_told():
    page = read_with('<h1>Standar Pelayanan</h1><img src="/s.jpg">', {"https://dinas.contoh.go.id/s.jpg": ""})
    assert page.unread_images == ("https://dinas.contoh.go.id/s.jpg",)


def test_ornaments_are_not_read():
    html = '<h1>Maklumat Pelayanan</h1><img src="/logo-kota.png"><img src="/hias.svg"><img src="/ikon.gif">'
    assert read_with(html, {}).unread_images == ()


def test_pictures_of_an_unrelated_page_are_not_read():
    html = f'<h1>Kegiatan Gotong Royong</h1><img src="/IMG_2231.jpg"><p>{"warga bekerja bersama " * 50}</p>'
    assert read_with(html, {}).unread_images == ()


def test_a_file_name_that_promises_a_flow_is_read():
    html = f'<h1>Kegiatan</h1><img src="/alur-pelayanan.jpg"><p>{"warga bekerja bersama " * 50}</p>'
    assert read_with(html, {}).unread_images == ("https://dinas.contoh.go.id/alur-pelayanan.jpg",)


LINKED = "https://dinas.contoh.go.id/unggahan/m.jpg"


@pytest.mark.parametrize(
    "html",
    [
        '<p>Lihat <a href="/unggahan/m.jpg">Maklumat Pelayanan</a> kami.</p>',
        '<h1>Maklumat Pelayanan</h1><a class="glightbox" href="/unggahan/m.jpg">Lihat gambar</a>',
        '<h1>Maklumat Pelayanan</h1><iframe src="/unggahan/m.jpg"></iframe>',
        '<h1>Maklumat Pelayanan</h1><ul><li><a href="/unggahan/m.jpg">Tahun ini</a></li></ul>',
    ],
    ids=["words of the link", "lightbox under a title", "frame", "list of files"],
)
def test_a_picture_that_the_page_only_links_is_read_with_the_page(html):
    page = read_with(html, {LINKED: PLEDGE})
    assert said(page, Topic.PLEDGE).exhibits[0].url == LINKED


def test_a_linked_picture_of_something_else_is_not_read():
    html = f'<h1>Kegiatan</h1><p><a href="/unggahan/m.jpg">Foto bersama</a> {"warga bekerja bersama " * 50}</p>'
    assert read_with(html, {}).unread_images == ()


def test_a_thumbnail_gives_way_to_the_picture_that_it_leads_to():
    html = '<h1>Maklumat Pelayanan</h1><a href="/unggahan/m.jpg"><img src="/unggahan/m-300x200.jpg"></a>'
    small = "https://dinas.contoh.go.id/unggahan/m-300x200.jpg"
    assert said(read_with(html, {LINKED: PLEDGE, small: "kabur"}), Topic.PLEDGE).exhibits[0].url == LINKED
    assert said(read_with(html, {small: PLEDGE}), Topic.PLEDGE).exhibits[0].url == small


def test_a_picture_is_found_however_its_address_is_spelled():
    kept = "https://dinas.contoh.go.id/unggahan/Maklumat%20Pelayanan.jpg?b=2&a=1"
    gallery = Gallery([_capture(kept)])
    assert gallery.find("http://www.dinas.contoh.go.id/unggahan/Maklumat Pelayanan.jpg?a=1&b=2#besar") is not None
    assert gallery.find("https://dinas.contoh.go.id/unggahan/Maklumat.jpg") is None


def test_a_picture_that_only_the_menu_links_is_a_document_of_its_own():
    named = _capture("https://dinas.contoh.go.id/1.jpg", "Maklumat Pelayanan")
    gallery = Gallery([named, _capture("https://dinas.contoh.go.id/2.jpg", "Foto Pejabat")])
    assert gallery.only_linked(()) == ((named, "Maklumat Pelayanan"),)
    gallery.find(named.url)
    assert gallery.only_linked(()) == ()


def test_the_reading_of_a_site_holds_a_picture_that_only_its_menu_links(monkeypatch):
    def recognise(source: Source) -> Document:
        if source.capture.media == "text/html":
            return parse_html(source.body, source.capture.url)
        section = Section("", 0, (), Zone.MAIN, (Block(BlockKind.TEXT, PLEDGE, confidence=0.9),))
        return Document(source.capture.url, "image", "", (section,))

    monkeypatch.setattr("reading.read.read_document", recognise)
    menu = '<nav><a href="/unggahan/m.jpg">Maklumat Pelayanan</a></nav><main><h1>Dinas</h1></main>'
    home = Capture(
        "https://dinas.contoh.go.id/", "https://dinas.contoh.go.id/", "text/html", "0" * 64, 9, AT, "browser"
    )
    captures = (home, replace(_capture(LINKED, "Maklumat Pelayanan"), shown_on=(home.url,)))
    evidence = Evidence(target(), AT, AT, Reach.READ, "", captures, ())
    reading = read(evidence, lambda digest: menu.encode() if digest == home.digest else b"...")
    assert [p.url for p in reading.pages] == [home.url, LINKED]
    assert reading.about(Topic.PLEDGE)[0].exhibits[0].url == LINKED


def _capture(url: str, words: str = "") -> Capture:
    return Capture(url, url, "image/jpeg", "1" * 64, 3, AT, "http", resource=Resource.IMAGE, link_text=words)
