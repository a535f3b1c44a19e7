"""Which addresses become links, and where they jump."""

from __future__ import annotations

import pytest

from reports.links import http_url, jump, shown

PAGE = "https://a.test/layanan"


@pytest.mark.parametrize("url", [PAGE, "http://a.test", "HTTPS://A.test/x?y=1#z", "https://[2001:db8::1]/"])
def test_http_addresses_are_links(url: str) -> None:
    assert http_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//a.test/x",
        "/layanan",
        "https:",
        "https:///x",
        "https://[::1",
        "https://user:pass@a.test/",
        "https://a.test\\@b.test/",
        "https://a.test/\x00",
        "https://a.test/\ud800",
        "https://a.test/\u202egpj.exe",
        "https://a.test/" + "x" * 2000,
        "",
    ],
)
def test_anything_else_is_not_a_link(url: str) -> None:
    assert http_url(url) == ""


def test_a_short_quote_is_the_whole_fragment() -> None:
    assert jump(PAGE, "Rp50.000, lunas", "", "text") == PAGE + "#:~:text=Rp50.000%2C%20lunas"


def test_a_long_quote_is_its_two_ends() -> None:
    words = "satu dua tiga empat lima enam tujuh delapan sembilan"
    assert (
        jump(PAGE, words, "", "text") == PAGE + "#:~:text=satu%20dua%20tiga%20empat,enam%20tujuh%20delapan%20sembilan"
    )


def test_a_hyphen_is_encoded_because_it_is_syntax() -> None:
    assert jump(PAGE, "KTP-el", "", "text").endswith("text=KTP%2Del")


def test_an_anchor_is_kept_before_the_directive() -> None:
    assert jump(PAGE + "#biaya", "gratis", "", "text") == PAGE + "#biaya:~:text=gratis"


def test_a_pdf_opens_at_its_page() -> None:
    assert jump("https://a.test/sp.pdf", "gratis", "halaman 12, baris 3", "pdf") == "https://a.test/sp.pdf#page=12"


def test_words_read_from_a_picture_have_no_fragment() -> None:
    assert jump(PAGE + ".png", "gratis", "", "image") == PAGE + ".png"


def test_half_a_character_in_a_quote_still_makes_a_link() -> None:
    assert jump(PAGE, "biaya \ud800", "", "text").startswith(PAGE)


def test_hidden_numbers_are_not_in_the_link_either() -> None:
    assert jump(PAGE, "NIK 8171012505900003", "", "text") == PAGE


def test_a_hostile_address_never_jumps() -> None:
    assert jump("javascript:alert(1)", "gratis", "", "text") == ""


def test_long_addresses_are_shortened_in_the_middle() -> None:
    text = shown("https://www.a.test/" + "x" * 200 + "/akhir", 60)
    assert (len(text), text[:6], text[-5:]) == (60, "a.test", "akhir")
