"""patuh.toml: which lists are audited when, who is told, how long evidence is kept."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, ValidationError

from audit.instruments import Shape, Text
from audit.settings import DEFAULT_INSTRUMENT, DEFAULT_SCALE
from audit.toml_text import Mistake, TomlMistakes, line_of, mistakes_of, read_toml
from audit.unfit import Unfit
from model.campaign import EVERY_MONTH, LAST_DAY, QUARTERS, Schedule

DEFAULT_FILE = Path("patuh.toml")
ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
CLOCK = re.compile(r"([01]\d|2[0-3])[:.]([0-5]\d)")
LIST = "targets"
SCHEDULES = "schedules"


def a_day(value: object) -> str:
    """1 to 28, or "last": the days that every month has."""
    if value == LAST_DAY or (isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 28):
        return str(value)
    raise ValueError('“day” harus bilangan 1 sampai 28, atau "last" untuk hari terakhir setiap bulan.')


def a_time(value: object) -> time:
    found = CLOCK.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError(f'“{value}” bukan jam. Tulis misalnya "20:00".')
    return time(int(found[1]), int(found[2]))


def a_span(value: object) -> tuple[time, time]:
    """ "08:00-16:00"; "22:00-05:00" goes over midnight."""
    first, dash, last = value.partition("-") if isinstance(value, str) else ("", "", "")
    if not dash or not CLOCK.fullmatch(first.strip()) or not CLOCK.fullmatch(last.strip()):
        raise ValueError(f'“{value}” bukan rentang jam. Tulis misalnya "08:00-16:00".')
    span = a_time(first.strip()), a_time(last.strip())
    if span[0] == span[1]:
        raise ValueError(f"Rentang “{value}” kosong. Awal dan akhirnya harus berbeda.")
    return span


def a_zone(value: object) -> str:
    found = ZONES.get(value, value) if isinstance(value, str) else value
    if found not in ZONES.values():
        raise ValueError(f"Zona “{value}” tidak dikenal. Pilihan: WIB, WITA, WIT.")
    return str(found)


Hour = Annotated[time, BeforeValidator(a_time)]
Span = Annotated[tuple[time, time], BeforeValidator(a_span)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,59}$")]
EnvironmentName = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{0,99}$")]
Event = Literal["regression", "finished", "trouble"]
EVENTS: tuple[Event, ...] = ("regression", "finished", "trouble")


class ScheduleRow(Shape):
    name: Name
    targets: Text
    every: Literal["month", "quarter"] = "month"
    day: Annotated[str, BeforeValidator(a_day)] = "1"
    time: Hour = time(20, 0)
    zone: Annotated[str, BeforeValidator(a_zone)] = ZONES["WIB"]
    tags: Annotated[list[str], Field(default_factory=list)]
    out: str = ""
    instrument: str = DEFAULT_INSTRUMENT
    scale: str = DEFAULT_SCALE
    max_pages: Annotated[int, Field(ge=1, le=2000)] = 60
    sites_at_once: Annotated[int, Field(ge=1, le=64)] = 4
    delay_seconds: Annotated[int, Field(ge=1, le=60)] = 1
    quiet: Annotated[list[Span], Field(default_factory=list)]
    retries: Annotated[int, Field(ge=0, le=10)] = 2
    retry_after_hours: Annotated[int, Field(ge=0, le=168)] = 6


class RecipientRow(Shape):
    name: Text
    address_env: EnvironmentName
    about: Annotated[list[Event], Field(min_length=1, default_factory=lambda: list(EVENTS))]
    agencies: Annotated[list[str], Field(default_factory=list)]
    lang: Literal["id", "en"] = "id"


class RetentionRow(Shape):
    keep_months: Annotated[int, Field(ge=1, le=1200)] = 36


class File(Shape):
    schedules: Annotated[list[ScheduleRow], Field(default_factory=list)]
    recipients: Annotated[list[RecipientRow], Field(default_factory=list)]
    retention: RetentionRow = RetentionRow()


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who is told. address_env: the environment variable that holds where to; it is never written into a file.

    agencies: ids of agencies or of their governments whose news this one gets; () for all.
    """

    name: str
    address_env: str
    about: tuple[str, ...]
    agencies: tuple[str, ...]
    lang: str


@dataclass(frozen=True, slots=True)
class Configuration:
    """All of patuh.toml. keep_months: how long pages are kept that no finding cites."""

    path: Path
    schedules: tuple[Schedule, ...]
    recipients: tuple[Recipient, ...]
    keep_months: int

    def schedule(self, name: str) -> Schedule:
        """Raises Unfit."""
        for schedule in self.schedules:
            if schedule.name == name:
                return schedule
        names = ", ".join(s.name for s in self.schedules) or "belum ada"
        raise Unfit(f"Jadwal “{name}” tidak ada dalam {self.path}. Jadwal yang ada: {names}.")


def read_configuration(path: Path) -> Configuration:
    """Paths in the file are relative to its folder. Raises Unfit with file, line and remedy of every mistake."""
    if not path.exists():
        raise Unfit(f"{path} tidak ada. Salin patuh.example.toml menjadi {path}, lalu ubah seperlunya.")
    try:
        text, data = read_toml(path)
        file = _shaped(path, text, data)
    except TomlMistakes as error:
        raise Unfit(str(error)) from error
    folder = path.resolve().parent
    return Configuration(
        path,
        tuple(_schedule(row, folder) for row in file.schedules),
        tuple(Recipient(r.name, r.address_env, tuple(r.about), tuple(r.agencies), r.lang) for r in file.recipients),
        file.retention.keep_months,
    )


def _shaped(path: Path, text: str, data: dict[str, Any]) -> File:
    try:
        file = File.model_validate(data)
    except ValidationError as error:
        raise TomlMistakes(path, mistakes_of(error, text)) from error
    names = Counter(row.name for row in file.schedules)
    twice = [
        Mistake(
            line_of(text, (SCHEDULES, n, "name")), f"Jadwal “{row.name}” tertulis dua kali. Beri nama yang berbeda."
        )
        for n, row in enumerate(file.schedules)
        if names[row.name] > 1
    ]
    if twice:
        raise TomlMistakes(path, twice)
    return file


def _schedule(row: ScheduleRow, folder: Path) -> Schedule:
    months = QUARTERS if row.every == "quarter" else EVERY_MONTH
    settings = {
        LIST: str((folder / row.targets).resolve()),
        "out": str((folder / (row.out or f"laporan/{row.name}")).resolve()),
        "quiet": [[f"{a:%H:%M}", f"{b:%H:%M}"] for a, b in row.quiet],
        **row.model_dump(include={"tags", "instrument", "scale", "max_pages", "sites_at_once", "delay_seconds"}),
        **row.model_dump(include={"retries", "retry_after_hours"}),
    }
    return Schedule(row.name, row.day, row.time.hour, row.time.minute, row.zone, months, settings)
