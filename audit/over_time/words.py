"""A difference in one sentence."""

from __future__ import annotations

from collections import Counter

from model.change import Cause, Difference, Side
from model.sentence import Sentence, say
from reports.figures import interval, period_words
from reports.reach_words import REACHES

CAUSE_WORDS: dict[Cause, str] = {
    Cause.SITE: "situs berubah",
    Cause.MOVED: "halaman pindah alamat",
    Cause.UNREACHED: "halaman tidak terjangkau",
    Cause.UNCHOSEN: "halaman tidak terpilih",
    Cause.RULE: "aturan berubah",
    Cause.INSTRUMENT: "instrumen berubah",
}


def difference_says(told: Difference) -> Sentence:
    """From where to where, and how many changes there are of each cause."""
    names = {"name": told.name, "first": period_words(told.before.period), "last": period_words(told.after.period)}
    if not told.comparable:
        blind = told.before if told.before.low is None else told.after
        return say(
            "{name}: {first} dan {last} tidak dapat dibandingkan, karena pada {when} situs tidak dapat dinilai "
            "({reach}). Keadaan itu bukan penurunan.",
            **names,
            when=period_words(blind.period),
            reach=REACHES[blind.reach].short,
        )
    span = {"old": _interval(told.before), "new": _interval(told.after)}
    if not told.changes:
        return say("{name}: tidak ada perubahan dari {first} ({old}) ke {last} ({new}).", **names, **span)
    count = Counter(change.cause for change in told.changes)
    causes = ", ".join(f"{CAUSE_WORDS[cause]} ({count[cause]})" for cause in Cause if count[cause])
    return say("{name}: dari {old} ({first}) menjadi {new} ({last}). Sebab: {causes}.", **names, **span, causes=causes)


def _interval(side: Side) -> str:
    return interval(side.low, side.high) if side.low is not None and side.high is not None else "–"
