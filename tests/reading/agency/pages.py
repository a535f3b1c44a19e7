"""Pages written for these tests, and what is read from them."""

from __future__ import annotations

from datetime import UTC, datetime

from model.evidence import Capture
from model.reading import Document, Grade, PageKind, Source, Statement, Topic
from reading.agency import as_news, judge_agency
from reading.documents import read_document
from reading.proof import Witness

URL = "https://dinas-contoh.test/halaman"
KEPT = datetime(2026, 7, 1, tzinfo=UTC)
FOOTER = (
    "<footer><p>Dinas Contoh</p><p>Alamat: Jalan Pelita Nomor 9, Kelurahan Damai, Kota Contoh 97951</p>"
    "<p>Jam pelayanan: Senin - Jumat 08.00 - 15.00 WIT</p><p>Telepon (0911) 345 678</p></footer>"
)
FILLER = (
    "<p>Dinas Contoh melaksanakan urusan pemerintahan yang menjadi kewenangan daerah. Pegawai dinas berjumlah empat "
    "puluh orang yang bekerja pada lima bidang dan satu sekretariat.</p>"
)


def document(body: str, *, title: str = "Dinas Contoh", url: str = URL) -> Document:
    html = f"<!doctype html><html lang=id><head><title>{title}</title></head><body>{body}</body></html>".encode()
    capture = Capture(url, url, "text/html", "d" * 64, len(html), KEPT, "http", title=title)
    return read_document(Source(capture, html))


def read(
    main: str, *, kind: PageKind = PageKind.OTHER, title: str = "Dinas Contoh", url: str = URL, around: str = ""
) -> tuple[Statement, ...]:
    """What a page with this main content says of the agency. around: HTML behind the main content."""
    page = document(f"<main>{main}</main>{around}", title=title, url=url)
    told = judge_agency(page, KEPT.year)
    if kind is PageKind.NEWS:
        told = as_news(told, page)
    return tuple(j.statement(Witness(url, "d" * 64, KEPT)) for j in told)


def about(topic: Topic, main: str, **options: object) -> Statement | None:
    """The strongest statement on a topic, or None."""
    found = [s for s in read(main, **options) if s.topic is topic]  # type: ignore[arg-type]  # passed on as given
    return found[0] if found else None


def grade(topic: Topic, main: str, **options: object) -> Grade | None:
    statement = about(topic, main, **options)
    return statement.grade if statement else None


def trap(topic: Topic, main: str, **options: object) -> str | None:
    statement = about(topic, main, **options)
    return statement.trap if statement else None
