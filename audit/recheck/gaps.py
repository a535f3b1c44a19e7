"""What a recheck looks at again: the pages on which the gaps stand, or should stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urldefrag

from checks._check import SERVICE
from checks._plan import normal_promises
from checks._run import all_checks
from crawler.revisit import Given, Revisit
from model.audit import Audit
from model.evidence import Evidence, LedgerLine, Resource, Why
from model.finding import Finding, Verdict
from model.instrument import Instrument
from model.reading import PageKind

_LACKING = (Verdict.NOT_MET, Verdict.PARTLY_MET, Verdict.UNKNOWN)
_INDEXES = frozenset((PageKind.MENU, PageKind.PLACEHOLDER, PageKind.LOGIN, PageKind.ERROR))
"""Kinds of pages on which something new would be linked, or would have appeared."""
_NO_PAGES = (Resource.ROBOTS, Resource.SITEMAP)


def gaps_of(audit: Audit, instrument: Instrument) -> tuple[Finding, ...]:
    """The findings that the instrument asks for and that are not met, without what does not apply."""
    asked = {c.check for c in instrument.criteria}
    return tuple(f for f in audit.findings if f.check in asked and _is_gap(f))


def _is_gap(finding: Finding) -> bool:
    return finding.verdict in _LACKING or any(s.verdict in _LACKING for s in finding.by_service)


def revisit_of(audit: Audit, evidence: Evidence, instrument: Instrument) -> Revisit:
    """What is asked again for the gaps of an audit, and what is known well enough."""
    wanted = set(addresses_of(audit, evidence, gaps_of(audit, instrument)))
    for line in evidence.ledger:  # a picture or document belongs to the page that shows it
        if line.resource in (Resource.IMAGE, Resource.FRAME) and line.parent in wanted:
            wanted.add(line.url)
    known = frozenset(c.url for c in evidence.captures if c.url not in wanted and not _is_home(c.url, evidence))
    texts = {line.url: line.text for line in evidence.ledger}
    given = tuple(Given(url, texts[url]) for url in texts if url in wanted and not _is_home(url, evidence))
    return Revisit(known, given)


def addresses_of(audit: Audit, evidence: Evidence, gaps: Iterable[Finding]) -> Iterator[str]:
    """The addresses that bear on the gaps: proofs that do not suffice, pages of the services that lack something,
    what was promised there and not seen, and pages on which something new would be linked."""
    found = tuple(gaps)
    promised = frozenset(p for f in found for p in promises_of(f.check))
    for finding in found:
        yield from (e.url for e in finding.exhibits)
        yield from (unread.url for unread in finding.coverage.unread)
        for service in finding.by_service:
            if service.verdict in _LACKING:
                yield from (_bare(service.url), *(e.url for e in service.exhibits))
    yield from (line.url for line in evidence.ledger if _promises(line, promised))
    yield from (page.url for page in audit.pages if page.kind in _INDEXES)


def promises_of(check: str) -> frozenset[str]:
    """What a link promises behind which the answer to this check may stand; a service in general promises too much."""
    own = next((c.promises for c in all_checks() if c.id == check), frozenset[str]())
    return own - {SERVICE} or own


def _promises(line: LedgerLine, promised: frozenset[str]) -> bool:
    return line.resource not in _NO_PAGES and bool(normal_promises(line) & promised)


def _is_home(url: str, evidence: Evidence) -> bool:
    return any(line.why is Why.HOME and line.url == url for line in evidence.ledger)


def _bare(url: str) -> str:
    return urldefrag(url).url
