"""A page is known by its words, whatever its address, spaces, case, tokens and counters."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from model.evidence import Capture, Evidence, LedgerLine, Level, Reach, Resource, Target, Why
from reading.read import read
from reading.sketch import SIZE, fingerprint, sketch

TEXT = "Persyaratan penerbitan kartu keluarga baru: formulir F-1.02, fotokopi buku nikah, dan KK lama orang tua."
AT = datetime(2026, 1, 5, tzinfo=UTC)
SITE = "https://dinas.contoh.test/"


def test_spaces_case_and_signs_do_not_matter():
    assert fingerprint(TEXT) == fingerprint("  " + TEXT.upper().replace(" ", "\n ").replace(",", ";"))
    assert sketch(TEXT) == sketch(TEXT.upper())


def test_other_words_are_another_page():
    assert fingerprint(TEXT) != fingerprint(TEXT + " Gratis.")


def test_a_few_other_words_leave_most_of_the_sketch():
    one, other = sketch(TEXT), sketch(TEXT + " Dilihat 12 kali.")
    assert len({*one} & {*other}) >= len(one) * 0.7


def test_a_long_text_has_a_sketch_of_one_size():
    assert len(sketch(" ".join(f"kata{n}" for n in range(5000)))) == SIZE


@pytest.mark.parametrize("text", ["", "Halaman tidak ada isi", "   \n "])
def test_too_few_words_tell_nothing(text):
    assert (fingerprint(text), sketch(text)) == ("", ())


def page_of(body: str):
    html = body.encode()
    capture = Capture(SITE, SITE, "text/html", "a" * 64, len(html), AT, "browser", status=200)
    line = LedgerLine(SITE, Resource.PAGE, True, Why.HOME, Reach.READ, at=AT)
    target = Target("dinas-contoh", "Dinas Contoh", Level.KABUPATEN, "Rekaan", SITE)
    evidence = Evidence(target, AT, AT, Reach.READ, "", (capture,), (line,))
    return read(evidence, lambda _: html).pages[0]


def test_menu_and_hidden_tokens_are_not_the_page():
    shell = "<body><nav><a href='/{0}'>Menu {0}</a></nav><main><h1>Kartu Keluarga</h1><p>{1}</p>{2}</main></body>"
    token = "<form><input type='hidden' name='_token' value='{}'></form>"
    one = page_of(shell.format("satu", TEXT, token.format("aaa")))
    other = page_of(shell.format("dua", TEXT, token.format("bbb")))
    assert one.words
    assert (one.words, one.sketch) == (other.words, other.sketch)
