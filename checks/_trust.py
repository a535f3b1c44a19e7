"""Whose words these are: what stands on a hacked, parked or error page is not the agency speaking."""

from __future__ import annotations

from dataclasses import replace

from model.reading import PageKind, Reading, Service, Statement

NOT_THE_AGENCY = frozenset((PageKind.CHALLENGE, PageKind.HACKED, PageKind.ERROR, PageKind.PARKED))


def trusted(site: Reading) -> Reading:
    """The reading without statements whose every proof stands on such a page."""
    bad = frozenset(p.url for p in site.pages if p.kind in NOT_THE_AGENCY)
    if not bad:
        return site
    services = tuple(_trusted_service(s, bad) for s in site.services if s.url not in bad or _kept(s.statements, bad))
    return replace(site, services=services, statements=_kept(site.statements, bad))


def _trusted_service(service: Service, bad: frozenset[str]) -> Service:
    return replace(service, statements=_kept(service.statements, bad))


def _kept(statements: tuple[Statement, ...], bad: frozenset[str]) -> tuple[Statement, ...]:
    return tuple(s for s in statements if not s.exhibits or any(e.url not in bad for e in s.exhibits))
