"""The instrument behind a stored audit: the bundled one, or what the audit itself tells of it."""

from __future__ import annotations

import functools

from audit.instruments import FOLDER, load_instrument
from model.audit import Audit
from model.instrument import Criterion, Instrument
from model.outline import Outline
from model.score import Points


def instrument_behind(audit: Audit | Outline) -> Instrument:
    """The instrument that an audit was made with.

    One that is not bundled, or has another version by now, is told from the points: its indicators and weights are
    right, their titles are those of the bundled instrument of that id or else their ids, and an indicator that no
    bundled instrument knows is answered by the check of its name.
    """
    if isinstance(audit, Outline):
        return _behind(audit.instrument, audit.instrument_version, audit.points)
    card = audit.scorecard
    return _behind(card.instrument, card.instrument_version, card.points)


def _behind(name: str, version: str, points: tuple[Points, ...]) -> Instrument:
    bundled = _bundled(name)
    if bundled is not None and bundled.version == version:
        return bundled
    known = {c.id: c for c in bundled.criteria} if bundled else {}
    rows = tuple(_criterion(p, known.get(p.indicator)) for p in points)
    return Instrument(name, version, bundled.title if bundled else name, rows)


@functools.cache
def _bundled(name: str) -> Instrument | None:
    path = FOLDER / f"{name}.toml"
    if not path.is_file():
        return None
    found = load_instrument(path)
    return found if found.id == name else None


def _criterion(points: Points, known: Criterion | None) -> Criterion:
    return Criterion(
        id=points.indicator,
        check=known.check if known else points.indicator,
        weight=points.maximum,
        title=known.title if known else points.indicator,
        legal_basis=known.legal_basis if known else "",
        counts_when="",
        remedy="",
        example="",
        effort=known.effort if known else 1,
    )
