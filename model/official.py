"""Official scores of the Ombudsman, as published by others: shown beside the index, never mixed with it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class OfficialScore:
    """What one source says about one agency and year (nilai resmi).

    agency: target id. value: None where only a zone, or no assessment, is reported. assessed False: the source says
    that there was no assessment. zone: the word of the source ("hijau", "kuning", "merah") or "" when it says none;
    category: its letter A..E, or "". computed: the zone of the year's scale for the value, "" without a value.
    place, of: rank as the source states it, 0 where it does not. source: address of the page that states it, or the
    name and date of the publication where the address is not known.
    """

    agency: str
    name: str
    year: int
    value: Fraction | None
    zone: str
    category: str
    computed: str
    scale: str
    source: str
    assessed: bool = True
    place: int = 0
    of: int = 0
    note: str = ""
