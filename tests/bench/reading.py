"""What reading costs: CPU of this process and of its reader together, and the memory of the reader."""

from __future__ import annotations

from collections.abc import Iterator

from model.evidence import Evidence, LedgerLine, Level, Reach, Target, Why
from model.reading import Source
from reading.documents import close, read_document
from reading.read import read, read_alone
from tests.bench import material
from tests.bench.measured import Figure, children, cpu_ms, peak_mb

PDF_PAGES = 20


def figures() -> Iterator[Figure]:
    close()
    yield Figure("Page of 90 KB that holds nothing, CPU", page_ms(material.page_of_nothing()), "ms", 25)
    yield Figure("Rich page of 90 KB, CPU", page_ms(material.rich_page()), "ms", 120)
    text = material.source("sk.pdf", material.pdf(PDF_PAGES))
    yield Figure("PDF with text, CPU per page", cpu_ms(lambda: read_alone(text, no_picture), 8) / PDF_PAGES, "ms", 10)
    yield Figure("Reading process without OCR, most memory", max(map(peak_mb, children())), "MB", 400)
    close()
    yield from of_pictures()


def of_pictures() -> Iterator[Figure]:
    """The recogniser's own process, apart from that of texts."""
    picture = material.source("standar.png", material.poster())
    if "ocr_missing" not in read_document(picture).problems:
        yield Figure("Picture of 1400 x 1000, CPU", cpu_ms(lambda: read_document(picture), 2), "ms")
        yield Figure("Recognising process, most memory", max(map(peak_mb, children())), "MB")
    close()


def page_ms(body: bytes) -> float:
    source = material.source("layanan", body)
    return cpu_ms(lambda: read(alone(source), lambda _: source.body), 25)


def alone(source: Source) -> Evidence:
    """Evidence of a site of one page: what `audit` and `inspect` hand over."""
    target = Target("contoh", "Dinas Contoh", Level.KABUPATEN, "Rekaan", material.SITE)
    line = LedgerLine(source.capture.url, source.capture.resource, True, Why.HOME, Reach.READ)
    return Evidence(target, material.AT, material.AT, Reach.READ, "", (source.capture,), (line,))


def no_picture(address: str) -> Source | None:
    return None
