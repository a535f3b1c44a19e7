"""The instrument behind a stored audit: the bundled one, or what the audit itself tells of it."""

from __future__ import annotations

from audit.instruments import FOLDER, load_instrument
from model.audit import Audit
from model.instrument import Criterion, Instrument


def instrument_behind(audit: Audit) -> Instrument:
    """The instrument that an audit was made with.

    One that is not bundled, or has another version by now, is told from the points: its indicators and weights are
    right, their titles are their ids, and each is answered by the check of its name.
    """
    card = audit.scorecard
    path = FOLDER / f"{card.instrument}.toml"
    if path.is_file():
        bundled = load_instrument(path)
        if (bundled.id, bundled.version) == (card.instrument, card.instrument_version):
            return bundled
        titles = {c.id: c for c in bundled.criteria}
    else:
        titles = {}
    rows = tuple(
        Criterion(
            id=p.indicator,
            check=titles[p.indicator].check if p.indicator in titles else p.indicator,
            weight=p.maximum,
            title=titles[p.indicator].title if p.indicator in titles else p.indicator,
            legal_basis="",
            counts_when="",
            remedy="",
            example="",
            effort=1,
        )
        for p in card.points
    )
    return Instrument(card.instrument, card.instrument_version, card.instrument, rows)
