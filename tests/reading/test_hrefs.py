"""Addresses are joined as browsers join them, so that the crawler's captures are found again."""

from __future__ import annotations

import ada_url
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

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


_BASES = ("http://dinas.test/", "https://Dinas.TEST:443/a/b.html?x=1#y", "http://dinas.test:8080/a", "file:///a/b")
_PATHS = st.text(alphabet="/ab.~_-%:?#\\ A1é@", max_size=12).map(lambda tail: f"/{tail}")


@given(st.sampled_from(_BASES), _PATHS)
@example("http://dinas.test/", "//lain.test/a")
@example("http://dinas.test/", "/./a")
@example("http://dinas.test/", "/a/../b")
@example("http://dinas.test/", "/a//b")
def test_a_plain_path_takes_a_short_way_to_the_same_place(base: str, href: str) -> None:
    try:
        expected = ada_url.join_url(base, href.strip())
    except ValueError:
        expected = ""
    assert join(base, href) == expected


def test_without_a_base_an_address_stays_as_written() -> None:
    assert join("", " gambar.png ") == "gambar.png"


def test_a_very_long_path_that_is_not_plain_is_read_at_once() -> None:
    assert join("http://dinas.test/", "/" + "a-" * 50_000 + "é").endswith("%C3%A9")
