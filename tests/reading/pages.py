"""Pages of our own writing, read through the door."""

from __future__ import annotations

from datetime import UTC, datetime

from model.reading import Grade, Page, Source, Statement, Topic, best
from reading.html import parse_html
from reading.page import read_page
from reading.proof import Witness

AT = datetime(2026, 1, 2, tzinfo=UTC)


def page_of(main: str, title: str = "", around: str = "{main}") -> Page:
    """A page with this main content."""
    body = around.format(main=f"<main>{main}</main>")
    html = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return read_html(html)


def read_html(html: str) -> Page:
    document = parse_html(html.encode(), "https://dinas.contoh.go.id/layanan")
    return read_page(document, Witness(document.url, "0" * 64, AT), "text/html", no_picture, no_reader)


def no_picture(address: str) -> Source | None:
    return None


def no_reader(source: Source) -> None:  # type: ignore[return]
    raise AssertionError("no picture was to be read")


def said(page: Page, topic: Topic) -> Statement | None:
    """The strongest statement of a page on a topic, of its services or its own."""
    everything = [*page.statements, *(s for v in page.services for s in v.statements)]
    return best(s for s in everything if s.topic is topic)


def grade(page: Page, topic: Topic) -> Grade | None:
    statement = said(page, topic)
    return statement.grade if statement else None


def trap(page: Page, topic: Topic) -> str:
    statement = said(page, topic)
    return statement.trap if statement else "nothing said"


def clear_topics(page: Page) -> set[Topic]:
    everything = [*page.statements, *(s for v in page.services for s in v.statements)]
    return {s.topic for s in everything if s.grade is Grade.CLEAR}
