"""Addresses are joined as browsers join them, so that the crawler's captures are found again."""

from __future__ import annotations

import pytest

from reading.hrefs import absolute, join
from reading.html import parse_html

PAGE = "http://dinas.test/layanan/ktp.html"


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        (r"gambar\alur.png", "http://dinas.test/layanan/gambar/alur.png"),
        ("alur baru.png", "http://dinas.test/layanan/alur%20baru.png"),
        ("\n../alur.png ", "http://dinas.test/alur.png"),
        ("//cdn.test/a.png", "http://cdn.test/a.png"),
        ("mailto:aduan@dinas.test", "mailto:aduan@dinas.test"),
        ("http://[rusak", ""),
    ],
)
def test_addresses_are_joined_as_browsers_do(href: str, expected: str) -> None:
    assert join(PAGE, href) == expected


@pytest.mark.parametrize("href", ["#atas", "javascript:void(0)", "JavaScript:tutup()", "  "])
def test_what_leads_nowhere_is_no_address(href: str) -> None:
    assert absolute(PAGE, href) == ""


def test_a_picture_is_named_as_the_crawler_names_it() -> None:
    document = parse_html(rb"<main><p>Alur pelayanan</p><img src='gambar\alur baru.png' alt='alur'></main>", PAGE)
    assert document.images == ("http://dinas.test/layanan/gambar/alur%20baru.png",)
