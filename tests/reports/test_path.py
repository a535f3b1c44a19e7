"""The path to the next zone, as the report tells it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from selectolax.lexbor import LexborHTMLParser

from model.instrument import Zone
from reports.agency import render_agency
from reports.path import steps
from tests.reports.sample import AUDIT, INSTRUMENT, SCALE
from tests.reports.test_agency import one, words


@dataclass(frozen=True)
class Mending:
    indicator: str
    gain: Fraction
    effort: int
    name: str = ""
    known: bool = True


@dataclass(frozen=True)
class Way:
    limit: Zone
    fixes: tuple[Mending, ...]
    effort: int
    low: Fraction
    high: Fraction


FIXES = (
    Mending("complaint_officer", Fraction(5), 1),
    Mending("fee", Fraction(3, 2), 2, "Kartu keluarga"),
    Mending("fee", Fraction(3, 2), 2, "Akta kelahiran", known=False),
)
WAY = Way(SCALE.zones[3], FIXES, 5, Fraction(78), Fraction(85))


def test_fixes_are_gathered_by_indicator_in_the_order_of_the_instrument() -> None:
    made = steps(WAY, INSTRUMENT)
    assert made
    assert [(s.indicator, s.services, s.gain, s.effort) for s in made.steps] == [
        ("fee", ("Kartu keluarga", "Akta kelahiran"), Fraction(3), 4),
        ("complaint_officer", (), Fraction(5), 1),
    ]


def test_no_way_and_an_empty_way_are_not_told() -> None:
    assert steps(None, INSTRUMENT) is None
    assert steps(Way(SCALE.zones[3], (), 0, Fraction(80), Fraction(80)), INSTRUMENT) is None


def test_the_report_tells_the_way_with_its_sum() -> None:
    section = one(LexborHTMLParser(render_agency(AUDIT, INSTRUMENT, SCALE, path=WAY)), "[aria-labelledby=jalan]")
    assert "Jalan ke tingkat berikutnya: Zona hijau (kualitas tinggi)" in words(section)
    assert "sekitar 5 jam kerja" in words(section)
    assert "sekurang-kurangnya 78,00" in words(section)
    assert len(section.css("tbody tr")) == 2
