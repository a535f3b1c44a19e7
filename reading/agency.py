"""What a page says about the agency as a whole, beyond the components of its services."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from model.reading import Document, Grade, Link, Topic
from model.sentence import say
from reading.agency_complaints import judge_complaint_procedures, judge_recaps
from reading.agency_contacts import judge_contacts
from reading.agency_links import judge_links
from reading.agency_mission import judge_mission, judge_motto
from reading.agency_officer import judge_officers
from reading.agency_passages import passages_of
from reading.agency_ppid import judge_ppid
from reading.agency_services import judge_decree, judge_service_list, judge_special
from reading.agency_survey import judge_survey
from reading.judged import Judged

MOST = 3
"""Statements on one topic that one page gives."""

_TRUE_ANYWHERE = frozenset({Topic.ADDRESS, Topic.OFFICE_HOURS, Topic.CONTACT})
"""What a header or footer tells on a page of news too."""

_GRADES = (Grade.CLEAR, Grade.PARTIAL, Grade.NAMED)


def judge_agency(document: Document, year: int) -> tuple[Judged, ...]:
    """The agency's own statements on one page, in the order of the topics, the strongest first, at most three on each.

    year: in which the page was kept; it tells the age of a decree, and no clock is asked.
    """
    return foremost(judgements(document, year))


def as_news(told: Iterable[Judged], document: Document) -> tuple[Judged, ...]:
    """What counts of these when their page reports an event: its words name things only, and an address or a number
    in them may be that of the event; header, footer and margins tell of the agency as ever.
    """
    named = (_of_news(judged) for judged in told if judged.topic not in _TRUE_ANYWHERE)
    return foremost([*judge_contacts(document, main=False), *named])


def foremost(judged: Iterable[Judged]) -> tuple[Judged, ...]:
    """The best few of every topic, in the order of the topics."""
    told = tuple(judged)
    return tuple(j for topic in Topic for j in strongest(j for j in told if j.topic is topic))


def judgements(document: Document, year: int) -> Iterator[Judged]:
    """All judgements, in no order of strength. year: in which the page was kept."""
    yield from judge_contacts(document)
    yield from judge_links(document)
    passages = passages_of(document)
    yield from judge_mission(passages)
    yield from judge_motto(passages)
    yield from judge_survey(passages)
    yield from judge_complaint_procedures(passages)
    yield from judge_officers(passages)
    yield from judge_recaps(passages)
    yield from judge_service_list(passages)
    yield from judge_decree(passages, year)
    yield from judge_special(passages)
    yield from judge_ppid(passages, document)


def strongest(judged: Iterable[Judged]) -> list[Judged]:
    """The best few on one topic; bare names only where nothing else is said."""
    ranked = sorted(judged, key=lambda j: _GRADES.index(j.grade))
    said = [j for j in ranked if j.grade is not Grade.NAMED] or ranked[:1]
    return said[:MOST]


def _of_news(judged: Judged) -> Judged:
    if isinstance(judged.value, Link) or judged.grade is Grade.NAMED:
        return judged
    says = say("Halaman ini berita tentang suatu kegiatan, bukan keterangan tetap instansi.")
    return replace(judged, grade=Grade.NAMED, says=says, trap="news")
