"""Two stored audits side by side: where the rules differ, the earlier evidence is judged again if it can be."""

from __future__ import annotations

from audit.over_time.behind import instrument_behind
from audit.over_time.difference import difference
from audit.over_time.replay import Kept, is_judged_alike, replay
from audit.pipeline import Yardstick
from audit.settings import yardstick
from audit.unfit import Unfit
from model.audit import Audit
from model.change import Difference
from model.instrument import Instrument
from model.outlines import outline_of


def compare(before: Audit, after: Audit, kept: Kept | None = None) -> Difference:
    """The difference of two audits of one agency. kept: where evidence is, to tell what the rules did; None: do not.

    Only the rules of this program can be replayed, so it helps when `after` was judged with them.
    """
    instrument = instrument_behind(after)
    between = _between(before, after, instrument, kept)
    return difference(
        outline_of(before),
        outline_of(after),
        instrument,
        instrument_behind(before),
        outline_of(between) if between is not None else None,
    )


def _between(before: Audit, after: Audit, instrument: Instrument, kept: Kept | None) -> Audit | None:
    if kept is None or not (before.scorecard.audited and after.scorecard.audited):
        return None
    measure = Yardstick(instrument, yardstick(scale=after.scorecard.scale).scale)
    if not is_judged_alike(after, measure) or is_judged_alike(before, measure):
        return None
    try:
        return replay(before, kept, measure)
    except Unfit:
        return None  # the evidence is gone: the cause is told without it
