"""What a right audit of the sample province finds, read from expected.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from demo.province import FOLDER
from model.evidence import Reach
from model.finding import Verdict
from model.reading import PRODUCT_COMPONENTS

PRODUCT = tuple(topic.value for topic in PRODUCT_COMPONENTS)
INDICATORS = (
    *PRODUCT,
    "service_pledge",
    "pledge_substance",
    "complaint_channels",
    "complaint_procedure",
    "complaint_officer",
    "complaint_recap",
    "lapor_link",
    "service_information_system",
    "standard_decree",
    "special_services",
    "satisfaction_survey",
    "vision_mission",
    "service_motto",
    "address_hours_contact",
    "integrated_service",
    "public_information_officer",
    "site_health",
)
INNER = (
    "legal_basis",
    "facilities",
    "staff_competence",
    "internal_supervision",
    "staff_number",
    "service_guarantee",
    "safety_guarantee",
    "performance_evaluation",
)
"""Reported without weight: `otherwise` does not speak of them; those that an expectation names are compared."""

Verdicts = Mapping[str, frozenset[Verdict]]
"""Id of an indicator or component -> the verdicts that are right, nearly always one."""


@dataclass(frozen=True, slots=True)
class ExpectedService:
    """A service that must be found. name: words that its name must hold."""

    name: str
    components: Verdicts


@dataclass(frozen=True, slots=True)
class Expected:
    """What is right for one agency in one month. zone None: none may be named. lost: services gone since last time."""

    agency: str
    month: int
    home: Reach
    audited: bool
    zone: str | None
    verdicts: Verdicts
    services: tuple[ExpectedService, ...]
    lost: tuple[str, ...]
    without_ocr: Verdicts


@cache
def load_expected() -> Mapping[tuple[str, int], Expected]:
    """Expectations by (agency id, month). Raises ValueError when two speak of the same month or an id is unknown."""
    rows = tomllib.loads((FOLDER / "expected.toml").read_text(encoding="utf-8"))["expect"]
    found: dict[tuple[str, int], Expected] = {}
    for expected in (one for row in rows for one in _months(row)):
        key = (expected.agency, expected.month)
        if key in found:
            raise ValueError(f"expected.toml speaks twice of {key}")
        found[key] = expected
    return found


def _months(row: Mapping[str, Any]) -> Iterator[Expected]:
    audited = row.get("audited", True)
    for month in row["months"]:
        yield Expected(
            agency=row["agency"],
            month=month,
            home=Reach(row["home"]),
            audited=audited,
            zone=row["zone"] or None,
            verdicts=_verdicts(row, INDICATORS) if audited else {},
            services=tuple(ExpectedService(s["name"], _verdicts(s, PRODUCT)) for s in row.get("service", ())),
            lost=tuple(row.get("lost", ())),
            without_ocr=dict(_named(row.get("without_ocr", {}), INDICATORS)),
        )


def _verdicts(row: Mapping[str, Any], ids: Sequence[str]) -> Verdicts:
    """Every id with its verdicts: those named, and `otherwise` for the rest."""
    named: dict[str, frozenset[Verdict]] = {}
    for name, verdicts in _named(row, (*ids, *INNER)):
        if name in named:
            raise ValueError(f"expected.toml gives {name} twice")
        named[name] = verdicts
    rest = frozenset({Verdict(row["otherwise"])})
    return {**{name: named.get(name, rest) for name in ids}, **{n: v for n, v in named.items() if n in INNER}}


def _named(row: Mapping[str, Any], ids: Sequence[str]) -> Iterator[tuple[str, frozenset[Verdict]]]:
    pairs = [(name, [verdict.value]) for verdict in Verdict for name in row.get(verdict.value, ())]
    for name, values in [*pairs, *row.get("either", {}).items()]:
        if name not in ids:
            raise ValueError(f"expected.toml names {name}, which is none of {', '.join(ids)}")
        yield name, frozenset(Verdict(value) for value in values)
