"""Audits of the sample province against what is expected: pure, and one line for each difference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from demo.expected import Expected, ExpectedService
from model.audit import Audit, AuditedService

Key = tuple[str, int]
"""Agency id and month."""


def compare(expected: Mapping[Key, Expected], audits: Mapping[Key, Audit], *, ocr: bool = True) -> tuple[str, ...]:
    """
    What is wrong, in the order of `expected`; empty when all is as it should be.

    ocr: whether the audits could read pictures. Only the months that `audits` holds are compared, but an agency
    whose month is there must be expected: KeyError otherwise.
    """
    if unexpected := audits.keys() - expected.keys():
        raise KeyError(f"nothing is expected of {sorted(unexpected)}")
    return tuple(
        f"{agency}, month {month}: {line}"
        for (agency, month), one in expected.items()
        if (agency, month) in audits
        for line in _differences(one, audits[agency, month], _before(audits, agency, month), ocr)
    )


def _before(audits: Mapping[Key, Audit], agency: str, month: int) -> Audit | None:
    """The last audit before this month in which the home page was read."""
    earlier = [audits[agency, m] for m in range(month - 1, 0, -1) if (agency, m) in audits]
    return next((a for a in earlier if a.scorecard.audited), None)


def _differences(expected: Expected, audit: Audit, before: Audit | None, ocr: bool) -> Iterator[str]:
    if audit.home is not expected.home:
        yield f"the home page is {audit.home}, not {expected.home}"
    if audit.scorecard.audited is not expected.audited:
        yield f"audited is {audit.scorecard.audited}"
    blind = not ocr and bool(expected.without_ocr)
    zone = None if blind else expected.zone
    if audit.scorecard.zone != zone:
        yield f"the zone is {audit.scorecard.zone} ({_interval(audit)}), not {zone}"
    if not expected.audited:
        return
    yield from _verdict_differences(expected, audit, blind)
    if not blind:
        yield from _service_differences(expected.services, audit.services)
    yield from _lost_differences(expected, audit, before)


def _verdict_differences(expected: Expected, audit: Audit, blind: bool) -> Iterator[str]:
    verdicts = expected.without_ocr if blind else expected.verdicts
    found = {finding.check: finding for finding in audit.findings}
    for name, right in verdicts.items():
        if name not in found:
            yield f"{name} was not answered"
        elif found[name].verdict not in right:
            finding = found[name]
            quotes = "; ".join(repr(e.quote[:90]) for e in finding.exhibits[:2])
            yield f"{name} is {finding.verdict}, not {_either(right)}: {finding.says} {quotes}".rstrip()


def _service_differences(expected: tuple[ExpectedService, ...], found: tuple[AuditedService, ...]) -> Iterator[str]:
    left = list(found)
    for one in expected:
        fits = [service for service in left if _fits(one.name, service.name)]
        left = [service for service in left if service not in fits]
        if len(fits) != 1:
            yield f"service {one.name!r} was found {len(fits)} times"
            continue
        for topic, verdict in fits[0].components:
            if verdict not in (right := one.components[topic.value]):
                yield f"service {one.name!r}: {topic} is {verdict}, not {_either(right)}"
    for service in left:
        yield f"service {service.name!r} at {service.url} is none"


def _lost_differences(expected: Expected, audit: Audit, before: Audit | None) -> Iterator[str]:
    if before is None:
        return
    kept = {service.key for service in audit.services}
    gone = [service.name for service in before.services if service.key not in kept]
    for name in expected.lost:
        if not any(_fits(name, g) for g in gone):
            yield f"service {name!r} should have been lost"
    for name in gone:
        if not any(_fits(lost, name) for lost in expected.lost):
            yield f"service {name!r} was lost"


def _fits(expected: str, found: str) -> bool:
    return _words(expected) <= _words(found)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", text.casefold()))


def _either(verdicts: frozenset[str]) -> str:
    return " or ".join(sorted(verdicts))


def _interval(audit: Audit) -> str:
    low, high = audit.scorecard.low, audit.scorecard.high
    return "no score" if low is None or high is None else f"{float(low):.2f} to {float(high):.2f}"
