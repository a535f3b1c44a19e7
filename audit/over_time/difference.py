"""All that differs between two audits of one agency, indicator by indicator, each with a cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from audit.over_time.causes import MOST_ADDRESSES, Why, cause_of, instrument_differs, rule_differs
from audit.over_time.pages import PageFates, page_fates
from audit.over_time.regressions import regressions
from audit.over_time.renames import with_later_keys
from audit.over_time.side import Sight, side_of
from audit.over_time.words import difference_says
from model.change import Cause, Change, Difference, PageFate, ServiceChange
from model.finding import Verdict
from model.instrument import Instrument
from model.outline import Outline
from model.sentence import say

Pair = tuple[Fraction, Fraction]


def difference(
    before: Outline,
    after: Outline,
    instrument: Instrument,
    earlier_instrument: Instrument | None = None,
    between: Outline | None = None,
) -> Difference:
    """The differences from `before` to `after`. Their points sum exactly to the difference of the two intervals.

    instrument: of `after`; earlier_instrument: of `before`, the same by default. between: the evidence of `before`
    judged with the rules and the instrument of `after`; then every step has its own cause, and what a rule did is told
    apart from what the site did. Raises ValueError when the two are not of one agency.
    """
    if before.agency != after.agency:
        raise ValueError(f"audits of two agencies: {before.agency} and {after.agency}")
    comparable = before.audited and after.audited
    fates = page_fates(between or before, after)
    old = Sight(with_later_keys(before, after, fates), earlier_instrument or instrument)
    new = Sight(after, instrument)
    steps = [(old, new)]
    if between is not None and between.audited:
        middle = Sight(with_later_keys(between, after, fates), instrument)
        steps = [(old, middle), (middle, new)]
    changes = tuple(c for first, second in steps for c in _changes(first, second, fates)) if comparable else ()
    told = Difference(
        agency=after.agency,
        name=after.name,
        before=side_of(before),
        after=side_of(after),
        comparable=comparable,
        replayed=len(steps) > 1,
        changes=changes,
        regressions=regressions(steps[-1][0], new, fates, changes) if comparable else (),
        pages=tuple(c for c in fates.changes if c.fate is not PageFate.SAME),
        says=say(""),
    )
    return replace(told, says=difference_says(told))


def _changes(before: Sight, after: Sight, fates: PageFates) -> Iterator[Change]:
    """The changes of one step, in the order of the later instrument, then what only the earlier one asked."""
    order = tuple(dict.fromkeys((*after.points, *before.points)))
    differing = [i for i in order if _differs(i, before, after)]
    shifts = _shares_of_shift(order, differing, before, after)
    for indicator in order:
        if indicator in differing:
            yield _change(indicator, before, after, cause_of(indicator, before, after, fates), shifts)
        elif (moved := _moved(indicator, before, after, fates)) is not None:
            yield _change(indicator, before, after, moved, {})


def _differs(indicator: str, before: Sight, after: Sight) -> bool:
    """Whether the answer or its worth is another one; a shift that other indicators cause does not count."""
    old, new = before.points.get(indicator), after.points.get(indicator)
    if old is None or new is None or old != new:
        return True
    if instrument_differs(before, after) and before.worth(indicator) != after.worth(indicator):
        return True
    return _service_changes(indicator, before, after) != ()


def _shares_of_shift(order: Sequence[str], differing: Sequence[str], before: Sight, after: Sight) -> dict[str, Pair]:
    """What an indicator that ceases to apply does to the others: they weigh more. It is laid to that indicator.

    Several of them share it evenly. Empty when no maximum changed.
    """
    blamed = [i for i in differing if _maximum(i, before) != _maximum(i, after)]
    if not blamed:
        return {}
    gains = [_gain(i, before, after) for i in order if i not in differing]
    low, high = (sum((g[n] for g in gains), Fraction(0)) for n in (0, 1))
    return {i: (low / len(blamed), high / len(blamed)) for i in blamed}


def _maximum(indicator: str, sight: Sight) -> Fraction:
    points = sight.points.get(indicator)
    return points.maximum if points else Fraction(0)


def _gain(indicator: str, before: Sight, after: Sight) -> Pair:
    old, new = before.worth(indicator), after.worth(indicator)
    return new[0] - old[0], new[1] - old[1]


def _moved(indicator: str, before: Sight, after: Sight, fates: PageFates) -> Why | None:
    """The proof stands at another address, and nothing else is different."""
    old, new = before.proofs(indicator), after.proofs(indicator)
    if old == new or rule_differs(indicator, before, after):
        return None
    moved = [c for url in old if (c := fates.of_before.get(url)) and c.fate is PageFate.MOVED and c.after in new]
    if not moved:
        return None
    says = say("Halaman yang sama pindah alamat: {old} menjadi {new}.", old=moved[0].before, new=moved[0].after)
    return Why(Cause.MOVED, says, tuple(c.after for c in moved[:MOST_ADDRESSES]))


def _change(indicator: str, before: Sight, after: Sight, why: Why, shifts: dict[str, Pair]) -> Change:
    low, high = _gain(indicator, before, after)
    more = shifts.get(indicator, (Fraction(0), Fraction(0)))
    return Change(
        indicator=indicator,
        title=_title(indicator, after) or _title(indicator, before) or indicator,
        before=before.verdict(indicator),
        after=after.verdict(indicator),
        cause=why.cause,
        says=why.says,
        addresses=why.addresses,
        low=low + more[0],
        high=high + more[1],
        services=_service_changes(indicator, before, after),
    )


def _title(indicator: str, sight: Sight) -> str:
    return next((c.title for c in sight.instrument.criteria if c.id == indicator), "")


def _service_changes(indicator: str, before: Sight, after: Sight) -> tuple[ServiceChange, ...]:
    if before.answer(indicator) == after.answer(indicator):
        return ()
    old, new = before.services(indicator), after.services(indicator)
    found = []
    for key in sorted({*old, *new}):
        verdicts: list[Verdict | None] = [s[key].verdict if key in s else None for s in (old, new)]
        if verdicts[0] is not verdicts[1]:
            name = after.names.get(key) or before.names.get(key) or key
            found.append(ServiceChange(key, name, verdicts[0], verdicts[1]))
    return tuple(found)
