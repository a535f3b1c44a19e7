"""Pictures that a page shows: which are read, what they add, and what is told when they cannot be read."""

from __future__ import annotations

from model.evidence import Capture
from model.reading import Block, BlockKind, Document, Grade, PageKind, Section, Source, Topic, Zone
from reading.html import parse_html
from reading.page import read_page
from reading.proof import Witness
from tests.reading.pages import AT, clear_topics, said

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
