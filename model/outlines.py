"""From an audit to its outline: pure, so that the store can write it beside the audit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model.audit import Audit
from model.evidence import LedgerLine, Reach, Resource, Why
from model.finding import Finding
from model.outline import CheckAnswer, Outline, OutlinePage, ServiceAnswer, mark_of
from model.reading import Exhibit

CUT_OFF = frozenset(("host_stopped_answering", "site_seconds"))
MOST_UNREAD = 8
_NO_PAGES = (Resource.ROBOTS, Resource.SITEMAP)
_ELSEWHERE = (Why.OFF_SITE, Why.KIND)


def outline_of(audit: Audit) -> Outline:
    """The same audit gives the same outline."""
    card = audit.scorecard
    return Outline(
        agency=audit.target.id,
        name=audit.target.name,
        run=audit.run,
        period=audit.period,
        audited=card.audited,
        reach=card.reach,
        low=card.low,
        high=card.high,
        zone=card.zone,
        category=card.category,
        instrument=card.instrument,
        instrument_version=card.instrument_version,
        reading=dict(audit.rules).get("reading", ""),
        points=card.points,
        answers=tuple(_answer(f) for f in audit.findings),
        services=tuple((s.key, s.name, s.url) for s in audit.services),
        pages=tuple(_pages(audit)),
        unseen=tuple((mark_of(line.url), line.reach) for line in audit.ledger if _stayed_unseen(line)),
        cut_off=any(line.reach is Reach.NOT_TRIED and line.detail in CUT_OFF for line in audit.ledger),
    )


def _answer(finding: Finding) -> CheckAnswer:
    return CheckAnswer(
        check=finding.check,
        version=finding.version,
        verdict=finding.verdict,
        proofs=_addresses(finding.exhibits),
        unread=tuple((u.url, u.reach) for u in finding.coverage.unread[:MOST_UNREAD]),
        services=tuple(ServiceAnswer(s.key, s.verdict, _addresses(s.exhibits)) for s in finding.by_service),
    )


def _addresses(exhibits: Iterable[Exhibit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(e.url for e in exhibits))


def _pages(audit: Audit) -> Iterator[OutlinePage]:
    """What was read, and the pictures that were kept: a proof may rest on a picture that is no page of its own."""
    parents = {line.url: line.parent for line in audit.ledger}
    told = set()
    for page in audit.pages:
        told.add(page.url)
        yield OutlinePage(page.url, page.digest, page.title, page.words, page.sketch, parents.get(page.url, ""))
    for line in audit.ledger:
        if line.reach is Reach.READ and line.digest and line.url not in told and line.resource is Resource.IMAGE:
            yield OutlinePage(line.url, line.digest, line.text, parent=line.parent)


def _stayed_unseen(line: LedgerLine) -> bool:
    return line.reach is not Reach.READ and line.resource not in _NO_PAGES and line.why not in _ELSEWHERE
