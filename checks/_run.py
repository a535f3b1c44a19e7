"""Ask every check about a reading, and apply the first law: absent is not unreachable.

Checks are the modules of this package without a leading underscore, in the order of their ids; there is no list.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import ModuleType

import checks
from checks._check import Answer, Check, ServiceCheck, SiteCheck
from checks._coverage import ServiceGaps, service_gaps, share_coverage, site_coverage
from checks._plan import Plan, plan_of
from checks._services import (
    answer_without_services,
    counted_services,
    of_others,
    share_exhibits,
    share_says,
    site_verdict,
)
from checks._trust import trusted
from checks._unknown import unknown_says
from model.evidence import Reach
from model.finding import Coverage, Finding, ServiceFinding, Verdict
from model.reading import Reading, Service
from model.sentence import say


def judge(reading: Reading, asked: Sequence[Check] | None = None) -> tuple[Finding, ...]:
    """Every check's finding, sorted by check id. asked: the checks to ask, all of the package by default."""
    site = trusted(reading)
    plan = plan_of(reading)
    chosen = sorted(all_checks() if asked is None else asked, key=lambda c: c.id)
    return tuple(_ask_site(c, site, plan) if isinstance(c, SiteCheck) else _ask_services(c, site, plan) for c in chosen)


def versions() -> Mapping[str, int]:
    """The version of every check, by id."""
    return {c.id: c.version for c in all_checks()}


@functools.cache
def all_checks() -> tuple[Check, ...]:
    return discover(checks)


def discover(package: ModuleType) -> tuple[Check, ...]:
    """The checks of a package, sorted by id. Raises ValueError when two have the same id or a module holds none."""
    found: dict[str, Check] = {}
    for module in sorted(m.name for m in pkgutil.iter_modules(package.__path__) if not m.name.startswith("_")):
        loaded = importlib.import_module(f"{package.__name__}.{module}")
        own = [
            v for v in vars(loaded).values() if isinstance(v, SiteCheck | ServiceCheck) and v.module == loaded.__name__
        ]
        if not own:
            raise ValueError(f"{loaded.__name__} holds no check; start the name of other modules with an underscore")
        for one in own:
            if one.id in found:
                raise ValueError(f"two checks are called {one.id}: {found[one.id].module} and {one.module}")
            found[one.id] = one
    return tuple(found[name] for name in sorted(found))


def settle(answer: Answer, coverage: Coverage, plan: Plan, home: Reach) -> Answer:
    """Law 1: what was concluded from seeing nothing becomes UNKNOWN when not enough was looked at."""
    if answer.seen or coverage.enough:
        return answer
    if home is Reach.READ and not plan.home:
        home = Reach.BLOCKED  # a challenge page came in place of the home page
    return replace(answer, verdict=Verdict.UNKNOWN, says=unknown_says(coverage, home, plan))


def _ask_site(asked: SiteCheck, site: Reading, plan: Plan) -> Finding:
    coverage = site_coverage(plan, asked.promises)
    answer = settle(asked.ask(site), coverage, plan, site.home)
    return Finding(asked.id, asked.version, answer.verdict, answer.says, answer.exhibits, coverage)


def _ask_services(asked: ServiceCheck, site: Reading, plan: Plan) -> Finding:
    services = counted_services(site)
    if not services:
        coverage = site_coverage(plan, asked.promises)
        answer = settle(answer_without_services(site, asked.about), coverage, plan, site.home)
        return Finding(asked.id, asked.version, answer.verdict, answer.says, answer.exhibits, coverage)
    others = of_others(site, services)
    gaps = service_gaps(plan, asked.promises)
    answers = tuple(_ask_service(asked, site, gaps, s, s.key in others) for s in services)
    return Finding(
        check=asked.id,
        version=asked.version,
        verdict=site_verdict(answers),
        says=share_says(answers, asked.about, len(site.services) - len(services)),
        exhibits=share_exhibits(answers),
        coverage=share_coverage(plan, asked.promises),
        by_service=answers,
    )


def _ask_service(
    asked: ServiceCheck, site: Reading, gaps: ServiceGaps, service: Service, other: bool
) -> ServiceFinding:
    if other:
        says = say("Layanan ini milik {owner} dan tidak dihitung untuk instansi ini.", owner=service.owner)
        return ServiceFinding(service.key, service.name, service.url, Verdict.NOT_APPLICABLE, says)
    answer = asked.ask(site, service)
    if not answer.seen:  # coverage is asked for only when the answer rests on it
        answer = settle(answer, gaps.coverage(service), gaps.plan, site.home)
    return ServiceFinding(service.key, service.name, service.url, answer.verdict, answer.says, answer.exhibits)
