"""The provinces of Indonesia by code and by the names people write."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path

from audit.columns import words

FILE = Path(__file__).with_name("regions.toml")


@dataclass(frozen=True, slots=True)
class Province:
    """code: two digits, as the interior ministry gives them (kode wilayah)."""

    code: str
    name: str
    also: tuple[str, ...] = ()


@functools.cache
def provinces() -> tuple[Province, ...]:
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["provinces"]
    return tuple(Province(row["code"], row["name"], tuple(row["also"])) for row in rows)


def find_province(text: str) -> Province | None:
    """The province of a name ("Prov. Sultra", "Provinsi Maluku") or of a code ("81"); None when there is none."""
    said = words(text)
    for prefix in ("pemerintah ", "provinsi ", "propinsi ", "prov "):
        said = said.removeprefix(prefix)
    return _by_name().get(said)


@functools.cache
def _by_name() -> dict[str, Province]:
    return {words(name): one for one in provinces() for name in (one.code, one.name, *one.also)}
