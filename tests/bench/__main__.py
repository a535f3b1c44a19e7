"""`make bench`: every figure beside its goal. Writes nothing; the exit code is 1 when a goal is missed."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable

from rich.console import Console
from rich.table import Table

from crawler.chromium import BrowserMissing
from tests.bench import crawling, judging, over_time, reading, reporting, starting
from tests.bench.measured import Figure

PARTS: dict[str, Callable[[], Iterable[Figure]]] = {
    "reading": reading.figures,
    "judging": judging.figures,
    "starting": starting.figures,
    "crawling": crawling.figures,
    "reports": reporting.figures,
    "over_time": over_time.figures,
}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("parts", nargs="*", choices=[*PARTS, []], help="only these parts")
    wanted = options.parse_args().parts or list(PARTS)
    table = Table("What", "Measured", "Goal", "", title="Patuh, speed and memory", title_justify="left")
    missed = 0
    for part in wanted:
        try:
            for figure in PARTS[part]():
                table.add_row(figure.name, amount(figure.value, figure.unit), goal(figure), word(figure))
                missed += figure.met is False
        except BrowserMissing:
            table.add_row(part, "no browser", "", "")
    Console(width=100).print(table)
    return 1 if missed else 0


def amount(value: float, unit: str) -> str:
    return f"{value:,.1f} {unit}".strip()


def goal(figure: Figure) -> str:
    if figure.goal is None:
        return ""
    return f"{'at least' if figure.more else 'at most'} {figure.goal:g} {figure.unit}".strip()


def word(figure: Figure) -> str:
    return {True: "[green]met[/]", False: "[red]missed[/]", None: ""}[figure.met]


if __name__ == "__main__":
    raise SystemExit(main())
