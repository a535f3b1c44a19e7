"""The sample province Nusa Melati: who its agencies are, and what their sites do in each of three months."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from model.evidence import Level

FOLDER = Path(__file__).resolve().parent
MONTHS = (1, 2, 3)


class State(StrEnum):
    """What a site does in one month."""

    OPEN = "open"
    CHALLENGE = "challenge"  # a firewall asks for proof of being human
    DOWN = "down"  # nothing listens


@dataclass(frozen=True, slots=True)
class Change:
    """Pages that were removed, or moved to another path, at the start of a month. Paths are relative to the site."""

    agency: str
    month: int
    remove: tuple[str, ...] = ()
    move: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Agency:
    """One invented agency. states: one per month. soft_404: its "not found" page comes with status 200."""

    id: str
    name: str
    level: Level
    kind: str
    host: str
    parent: str
    states: tuple[State, ...]
    about: str
    soft_404: bool = False
    app: bool = False

    def state(self, month: int) -> State:
        """What the site does in month 1, 2 or 3. Raises ValueError for another month."""
        if month not in MONTHS:
            raise ValueError(f"the sample province has months {MONTHS}, not {month}")
        return self.states[month - 1]


@dataclass(frozen=True, slots=True)
class Province:
    """periods: "YYYY-MM" of the three months. agencies and changes in the order of the file."""

    name: str
    periods: tuple[str, ...]
    agencies: tuple[Agency, ...]
    changes: tuple[Change, ...]

    def agency(self, key: str) -> Agency:
        """The agency with this id. Raises KeyError."""
        for agency in self.agencies:
            if agency.id == key:
                return agency
        raise KeyError(key)


@cache
def load_province() -> Province:
    """The frozen description in agencies.toml."""
    data = tomllib.loads((FOLDER / "agencies.toml").read_text(encoding="utf-8"))
    return Province(
        name="Nusa Melati",
        periods=tuple(data["periods"]),
        agencies=tuple(_agency(row) for row in data["agency"]),
        changes=tuple(_change(row) for row in data["change"]),
    )


def _agency(row: dict[str, object]) -> Agency:
    states = row["states"]
    assert isinstance(states, list)  # noqa: S101 - our own file, frozen with the code
    return Agency(
        id=str(row["id"]),
        name=str(row["name"]),
        level=Level(str(row["level"])),
        kind=str(row["kind"]),
        host=str(row["host"]),
        parent=str(row.get("parent", "")),
        states=tuple(State(s) for s in states),
        about=str(row["about"]),
        soft_404=row.get("missing") == "soft",
        app=bool(row.get("app", False)),
    )


def _change(row: dict[str, object]) -> Change:
    remove, move = row.get("remove", []), row.get("move", [])
    assert isinstance(remove, list)  # noqa: S101 - our own file, frozen with the code
    assert isinstance(move, list)  # noqa: S101 - our own file, frozen with the code
    return Change(
        agency=str(row["agency"]),
        month=int(str(row["month"])),
        remove=tuple(remove),
        move=tuple((old, new) for old, new in move),
    )
