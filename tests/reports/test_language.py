"""English reports: complete catalogues, English figures and dates, and strangers' words left as they are."""

from __future__ import annotations

import gettext
import io
from datetime import UTC, datetime
from fractions import Fraction

import pytest
from selectolax.lexbor import LexborHTMLParser

from audit.settings import yardstick
from model.sentence import say
from reports.agency import render_agency
from reports.gap import gap_report
from reports.gap_page import render_gap
from reports.language import DOMAIN, ENGLISH, INDONESIAN, LOCALE
from reports.region_page import render_region
from reports.zone_time import WIT
from tests.reports.beside_sample import BESIDE
from tests.reports.region_sample import source
from tests.reports.sample import AUDIT, HISTORY, INSTRUMENT, SCALE
from tests.reports.test_gap import FIXES
from tools.catalogue import ENGLISH as CATALOGUE
from tools.catalogue import as_mo, faults, load, texts
from tools.sentences import spoken

AT = datetime(2026, 11, 22, 5, 5, 9, tzinfo=UTC)


def test_every_text_of_ours_has_an_english_one_with_the_same_fields() -> None:
    assert faults(load(CATALOGUE), texts()) == []


def test_what_the_reports_read_is_what_the_catalogue_says() -> None:
    assert CATALOGUE.with_suffix(".mo").read_bytes() == as_mo(load(CATALOGUE))
    assert gettext.find(DOMAIN, LOCALE, ["en"])


def test_no_sentence_is_put_together_where_nobody_looks() -> None:
    assert "Moto pelayanan belum ditemukan di situs ini." in set(spoken())


@pytest.mark.parametrize(
    ("written", "indonesian", "english"),
    [
        (lambda at: at.score(Fraction(7769, 100)), "77,69", "77.69"),
        (lambda at: at.number(Fraction(12345, 10)), "1.234,50", "1,234.50"),
        (lambda at: at.interval(Fraction(61), Fraction(74)), "61,00–74,00", "61.00–74.00"),
        (lambda at: at.signed(Fraction(-25, 4)), "−6,25", "−6.25"),
        (lambda at: at.date(AT, WIT), "22 November 2026", "22 November 2026"),
        (lambda at: at.moment(AT, WIT), "22 November 2026 pukul 14.05 WIT", "22 November 2026, 14:05 WIT"),
        (lambda at: at.time(AT, WIT), "14.05.09", "14:05:09"),
        (lambda at: at.period("2026-08"), "Agustus 2026", "August 2026"),
        (lambda at: at.period_short("2026-10"), "Okt 26", "Oct 26"),
        (lambda at: at.place("halaman 2, tabel 1, baris 3"), "halaman 2, tabel 1, baris 3", "page 2, table 1, row 3"),
    ],
)
def test_figures_dates_and_places_are_written_as_each_language_does(written, indonesian, english) -> None:  # type: ignore[no-untyped-def]
    assert written(INDONESIAN) == indonesian
    assert written(ENGLISH) == english


@pytest.mark.parametrize(
    ("sentence", "english"),
    [
        (say("Belum ditemukan: {lacking}.", lacking="jam layanan, kontak"), "Not found: service hours, contact."),
        (
            say("Seluruh rentang {low} sampai {high} termasuk {label}.", low="60,00", high="70,50",
                label="Zona kuning (kualitas sedang)"),
            "The whole interval 60.00 to 70.50 lies in: Yellow zone (medium quality).",
        ),
        (
            say("{audited} dari {total} instansi diaudit; {rest}.", audited=1, total=3, rest="1 diblokir, 1 tidak ada"),
            "1 of 3 agencies audited; 1 blocked, 1 does not exist.",
        ),
        (say("Moto pelayanan tertulis: {text}.", text="kontak"), "Service motto given: kontak."),  # a stranger's word
        (say("Kalimat instrumen sendiri."), "Kalimat instrumen sendiri."),
    ],
)  # fmt: skip
def test_our_words_in_a_sentence_are_translated_and_strangers_are_not(sentence, english) -> None:  # type: ignore[no-untyped-def]
    assert ENGLISH.sentence(sentence) == english


def words_of_page(html: str) -> str:
    """What stands on the page, without what is marked as Indonesian."""
    tree = LexborHTMLParser(html)
    for node in tree.css("[lang=id], style"):
        node.decompose()
    return " ".join((tree.body.text() if tree.body else "").split())


INDONESIAN_WORDS = (
    *("yang", "tidak", "dengan", "untuk", "dari", "belum", "halaman", "sebagian", "pelayanan", "perbaikan", "layanan"),
    *("Terpenuhi", "Sebagian", "Putusan", "Tempat", "pukul", "instansi"),
)


def test_an_english_report_leaves_no_indonesian_words_of_ours() -> None:
    measure = yardstick()
    english = ENGLISH.instrument(measure.instrument)
    report = gap_report(AUDIT, english, FIXES, HISTORY)
    pages = (
        render_region(source(40, instrument=measure.instrument), measure.instrument, measure.scale, ENGLISH),
        render_gap(AUDIT, report, english, measure.scale, language=ENGLISH),
    )
    for html in pages:
        assert '<html lang="en">' in html
        left = set(INDONESIAN_WORDS) & set(words_of_page(html).replace(".", " ").replace(",", " ").split())
        assert left - {"layanan", "dari", "untuk", "halaman", "tidak", "dengan", "yang", "belum"} == set(), left


def test_the_quotations_of_an_english_report_are_marked_as_indonesian() -> None:
    tree = LexborHTMLParser(render_agency(AUDIT, INSTRUMENT, SCALE, HISTORY, language=ENGLISH, beside=BESIDE))
    assert tree.css("blockquote")
    assert all(node.attributes.get("lang") == "id" for node in tree.css("blockquote, .example .text"))


def test_the_catalogue_is_text_that_diffs_well() -> None:
    body = CATALOGUE.read_bytes()
    assert b"POT-Creation-Date" not in body
    assert io.BytesIO(body).readline() == b'msgid ""\n'
