"""What `patuh history` does: the months of an agency, or of all, with what changed between them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from audit.cli import Exit
from audit.commands import tell_lack
from audit.diff_commands import difference_data
from audit.over_time.timeline import Month, Timeline, timelines
from audit.picking import open_kept
from audit.screen import say_line
from audit.settings import yardstick
from audit.unfit import Unfit
from reports.figures import interval, period_words, score_value
from store.errors import StoreError


@dataclass(frozen=True, slots=True)
class HistoryOrder:
    """The options of `patuh history`, as given."""

    agency: str
    data: Path
    scale: str
    as_json: bool


def run_history(order: HistoryOrder) -> int:
    """`patuh history`. With --json one line for each agency, so that a whole country streams. Raises Unfit."""
    scale = yardstick(scale=order.scale).scale
    count = 0
    try:
        with open_kept(order.data) as kept:
            for told in timelines(kept.archive, scale, order.agency):
                count += 1
                tell(told, as_json=order.as_json)
    except (StoreError, OSError) as error:
        return tell_lack(error)
    if not count:
        raise Unfit(f"Belum ada audit {order.agency or 'instansi mana pun'} di {order.data}.")
    return Exit.FINE


def tell(told: Timeline, *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(timeline_data(told), ensure_ascii=False))
        return
    say_line(told.name)
    for month in told.months:
        value = interval(month.low, month.high) if month.low is not None and month.high is not None else "belum dinilai"
        say_line(f"  {period_words(month.period)}: {value}{f' ({month.zone_label})' if month.zone_label else ''}")
        if month.changed:
            say_line(f"    {month.changed.says}")
            for lost in month.changed.regressions:
                say_line(f"    Kemunduran: {lost.says}")


def timeline_data(told: Timeline) -> dict[str, Any]:
    return {"agency": told.agency, "name": told.name, "months": [_month(m) for m in told.months]}


def _month(month: Month) -> dict[str, Any]:
    return {
        "period": month.period,
        "run": month.run,
        "low": None if month.low is None else float(score_value(month.low)),
        "high": None if month.high is None else float(score_value(month.high)),
        "zone": month.zone,
        "category": month.category,
        "label": month.zone_label,
        "changed": difference_data(month.changed) if month.changed else None,
    }
