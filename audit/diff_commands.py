"""What `patuh diff` does: compare two audits of each agency, and tell every difference with its cause."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.markup import escape
from rich.table import Table

from audit.cli import Exit, write_json
from audit.commands import tell_lack
from audit.over_time.compare import compare
from audit.over_time.words import CAUSE_WORDS
from audit.picking import audits_of, open_kept
from audit.screen import out, say_line
from audit.unfit import Unfit
from model.change import Change, Difference, PageChange, Regression, Side
from model.finding import Verdict
from reports.figures import half_up, score_value, signed
from reports.words import VERDICTS
from store.errors import StoreError


@dataclass(frozen=True, slots=True)
class DiffOrder:
    """The options of `patuh diff`, as given."""

    first: str
    second: str
    agencies: tuple[str, ...]
    data: Path
    replay: bool
    regressions: bool
    as_json: bool


def run_diff(order: DiffOrder) -> int:
    """`patuh diff`. Raises Unfit."""
    try:
        found = differences(order)
    except (StoreError, OSError) as error:
        return tell_lack(error)
    if order.as_json:
        write_json([difference_data(one) for one in found])
        return Exit.FINE
    for one in found:
        show(one, only_regressions=order.regressions)
    return Exit.FINE


def differences(order: DiffOrder) -> list[Difference]:
    """One difference for each agency that both sides have."""
    with open_kept(order.data) as kept:
        first = audits_of(order.first, kept.archive, order.agencies)
        second = audits_of(order.second, kept.archive, order.agencies)
        both = [name for name in first if name in second]
        if not both:
            raise Unfit(f"Tidak ada instansi yang diaudit pada {order.first} dan juga pada {order.second}.")
        return [compare(first[name], second[name], kept if order.replay else None) for name in both]


def show(told: Difference, *, only_regressions: bool) -> None:
    """One difference for people."""
    if only_regressions:
        for regression in told.regressions:
            say_line(f"{told.name}: {regression.says}")
        return
    say_line(str(told.says))
    if told.changes:
        out.print(change_table(told))
        for says, number in reasons(told).items():
            say_line(f"  ({number}) {says}")
    for regression in told.regressions:
        say_line(f"  Kemunduran: {regression.says}")
    if told.replayed:
        say_line("  Bukti lama dinilai ulang dengan aturan baru, agar perubahan aturan terpisah dari perubahan situs.")


def reasons(told: Difference) -> dict[str, int]:
    """The sentences of the causes, each once, with a number by which the table names it."""
    return {says: n for n, says in enumerate(dict.fromkeys(str(c.says) for c in told.changes), 1)}


def change_table(told: Difference) -> Table:
    numbers = reasons(told)
    table = Table(show_edge=False, pad_edge=False)
    for heading in ("Indikator", "Sebelum", "Sesudah", "Poin", "Sebab"):
        table.add_column(heading, overflow="fold")
    for change in told.changes:
        table.add_row(
            escape(change.title),
            _word(change.before),
            _word(change.after),
            signed(change.low) if change.low == change.high else f"{signed(change.low)} / {signed(change.high)}",
            f"{CAUSE_WORDS[change.cause]} ({numbers[str(change.says)]})",
        )
    return table


def _word(verdict: Verdict | None) -> str:
    return VERDICTS[verdict] if verdict else "–"


def difference_data(told: Difference) -> dict[str, Any]:
    """A difference as JSON-ready data. Points are of 100, rounded to four places; `exact` is the fraction."""
    return {
        "agency": told.agency,
        "name": told.name,
        "says": str(told.says),
        "comparable": told.comparable,
        "replayed": told.replayed,
        "before": _side(told.before),
        "after": _side(told.after),
        "changes": [_change(c) for c in told.changes],
        "regressions": [_regression(r) for r in told.regressions],
        "pages": [_page(p) for p in told.pages],
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "run": side.run,
        "period": side.period,
        "low": None if side.low is None else float(score_value(side.low)),
        "high": None if side.high is None else float(score_value(side.high)),
        "zone": side.zone,
        "category": side.category,
        "reach": side.reach.value,
        "instrument": side.instrument,
        "instrument_version": side.instrument_version,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "indicator": change.indicator,
        "title": change.title,
        "before": change.before.value if change.before else None,
        "after": change.after.value if change.after else None,
        "cause": change.cause.value,
        "of_the_agency": change.cause.of_the_agency,
        "says": str(change.says),
        "addresses": list(change.addresses),
        "low": float(half_up(change.low, 4)),
        "high": float(half_up(change.high, 4)),
        "exact": {"low": str(change.low), "high": str(change.high)},
        "services": [
            {
                "service": s.key,
                "name": s.name,
                "before": s.before.value if s.before else None,
                "after": s.after.value if s.after else None,
            }
            for s in change.services
        ],
    }


def _regression(lost: Regression) -> dict[str, Any]:
    return {
        "indicator": lost.indicator or None,
        "title": lost.title,
        "service": lost.service or None,
        "before": lost.before.value,
        "after": lost.after.value if lost.after else None,
        "says": str(lost.says),
        "addresses": list(lost.addresses),
    }


def _page(page: PageChange) -> dict[str, Any]:
    return {
        "fate": page.fate.value,
        "before": page.before or None,
        "after": page.after or None,
        "title": page.title,
        "alike": page.alike,
        "reach": page.reach.value if page.reach else None,
    }
