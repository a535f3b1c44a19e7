"""Alamat, jam layanan, kontak: in the main content, the header or the footer."""

from __future__ import annotations

import pytest

from model.reading import Grade, PageKind, Topic
from tests.reading.agency.pages import FILLER, FOOTER, about, document, grade, read

ADDRESS, HOURS, CONTACT = Topic.ADDRESS, Topic.OFFICE_HOURS, Topic.CONTACT


@pytest.mark.parametrize("topic", [ADDRESS, HOURS, CONTACT])
def test_footer_tells_all_three(topic: Topic) -> None:
    assert grade(topic, FILLER, around=FOOTER) is Grade.CLEAR


@pytest.mark.parametrize("topic", [ADDRESS, HOURS, CONTACT])
def test_footer_counts_on_news_too(topic: Topic) -> None:
    assert grade(topic, FILLER * 12, around=FOOTER, kind=PageKind.NEWS) is Grade.CLEAR


def test_places_and_telephones_in_news_are_not_those_of_the_office() -> None:
    page = "<p>Lokasi: Jalan Kenanga Nomor 4, Kelurahan Baru</p><p>Narahubung panitia 0812-4455-6677</p>"
    assert {s.topic for s in read(page, kind=PageKind.NEWS)} & {ADDRESS, CONTACT} == set()


@pytest.mark.parametrize(
    "page",
    [
        "<p>Alamat: -</p><p>Telepon: 08xx-xxxx-xxxx</p><p>Email: email@domain.com</p><p>Jam layanan: -</p>",
        "<h2>Alamat</h2><p>Segera hadir</p><h2>Kontak</h2><p>Belum diisi</p><h2>Jam Layanan</h2><p>-</p>",
    ],
    ids=["dashes and dummies", "placeholders"],
)
def test_placeholders_tell_nothing(page: str) -> None:
    assert {s.topic for s in read(page)} & {ADDRESS, HOURS, CONTACT} == set()


@pytest.mark.parametrize(
    "page",
    [
        "<p>Rapat dilaksanakan Senin, 4 Mei 2026 pukul 09.00 - 12.00 WIT.</p>",
        "<p>Upacara digelar Senin pukul 07.00 - 08.00 di lapangan.</p>",
    ],
    ids=["date", "event"],
)
def test_times_of_events_are_no_office_hours(page: str) -> None:
    assert about(HOURS, page) is None


def test_place_of_an_event_is_no_address() -> None:
    assert about(ADDRESS, "<p>Kegiatan berlangsung di Jalan Kenanga Nomor 4, Kelurahan Baru.</p>") is None


def test_every_quote_stands_on_the_page() -> None:
    page = f"<h1>Motto</h1><p>Ramah, Tepat,\n  Tuntas</p>{FILLER}"
    made = document(f"<main>{page}</main>{FOOTER}")
    words = " ".join(" ".join(f"{s.heading} {' '.join(b.text for b in s.blocks)}".split()) for s in made.sections)
    quotes = [e.quote for s in read(page, around=FOOTER) for e in s.exhibits]
    assert quotes
    assert all(q in words for q in quotes)


def test_the_same_page_gives_the_same_statements() -> None:
    assert read(FILLER, around=FOOTER) == read(FILLER, around=FOOTER)
