"""Why one indicator differs: the rule, the instrument, what could be seen, or what the site shows.

What is ours is looked for first, so that nothing is laid to the agency's charge which a rule, a failed visit or our own
choice of pages explains.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from audit.over_time.pages import FAILED, PageFates
from audit.over_time.side import Sight
from model.change import Cause, PageChange, PageFate
from model.evidence import Reach
from model.finding import Verdict
from model.sentence import Sentence, say
from reports.reach_words import REACHES

MOST_ADDRESSES = 5
_UNSEEN = {PageFate.UNREACHED: Cause.UNREACHED, PageFate.UNCHOSEN: Cause.UNCHOSEN}
_GOOD = {Verdict.PARTLY_MET: 1, Verdict.MET: 2}


@dataclass(frozen=True, slots=True)
class Why:
    """A cause, its sentence, and the addresses that it rests on."""

    cause: Cause
    says: Sentence
    addresses: tuple[str, ...] = ()


def instrument_differs(before: Sight, after: Sight) -> bool:
    old, new = before.outline, after.outline
    return (old.instrument, old.instrument_version) != (new.instrument, new.instrument_version)


def rule_differs(indicator: str, before: Sight, after: Sight) -> bool:
    """Whether the reader or the check that judged has another version."""
    old, new = before.answer(indicator), after.answer(indicator)
    versions = (old.version if old else None, new.version if new else None)
    return before.outline.reading != after.outline.reading or versions[0] != versions[1]


def cause_of(indicator: str, before: Sight, after: Sight, fates: PageFates) -> Why:
    """The cause of a difference that is known to be there."""
    if indicator not in before.points or indicator not in after.points:
        return _of_instrument(indicator, before, after)
    if rule_differs(indicator, before, after):
        return _of_rule(indicator, before, after)
    if instrument_differs(before, after) and before.verdict(indicator) is after.verdict(indicator):
        return _of_instrument(indicator, before, after)
    return _of_sight(indicator, before, after, fates)


def _of_instrument(indicator: str, before: Sight, after: Sight) -> Why:
    old, new = before.outline, after.outline
    named = {"old": f"{old.instrument} versi {old.instrument_version}"}
    named["new"] = f"{new.instrument} versi {new.instrument_version}"
    if indicator not in before.points:
        return Why(
            Cause.INSTRUMENT, say("Indikator ini baru ada dalam {new}; sebelumnya dinilai dengan {old}.", **named)
        )
    if indicator not in after.points:
        return Why(Cause.INSTRUMENT, say("Indikator ini tidak ada lagi dalam {new}; sebelumnya {old}.", **named))
    return Why(Cause.INSTRUMENT, say("Bobotnya lain: instrumen berganti dari {old} ke {new}.", **named))


def _of_rule(indicator: str, before: Sight, after: Sight) -> Why:
    old, new = before.answer(indicator), after.answer(indicator)
    if old and new and old.version != new.version:
        says = say(
            "Aturan pemeriksaannya berubah dari versi {old} ke versi {new}; perubahan ini bukan karena instansi.",
            old=old.version,
            new=new.version,
        )
    else:
        says = say(
            "Aturan membaca situs berubah dari versi {old} ke versi {new}; perubahan ini bukan karena instansi.",
            old=before.outline.reading,
            new=after.outline.reading,
        )
    return Why(Cause.RULE, says, _first(after.proofs(indicator) or before.proofs(indicator)))


def _of_sight(indicator: str, before: Sight, after: Sight, fates: PageFates) -> Why:
    """The same rules: either we saw less or more, or the site shows something else."""
    if not (fates.half_seen or _is_unsure(indicator, before) or _is_unsure(indicator, after)):
        return _of_site(indicator, before, after, fates)
    for cause in (Cause.UNREACHED, Cause.UNCHOSEN):
        for now in (True, False):
            addresses = tuple(_unseen(indicator, before, after, fates, cause, now=now))
            if addresses:
                return Why(cause, _unseen_says(cause, addresses[0], now=now), tuple(a for a, _ in addresses[:5]))
    return _of_site(indicator, before, after, fates)


def _unseen(
    indicator: str, before: Sight, after: Sight, fates: PageFates, cause: Cause, *, now: bool
) -> Iterator[tuple[str, Reach]]:
    """Addresses that bear on the indicator and could be seen in only one audit. now: it was the later that failed."""
    seen, blind = (before, after) if now else (after, before)
    pages: Mapping[str, PageChange] = fates.of_before if now else fates.of_after
    for url in seen.where(indicator):
        page = pages.get(url)
        if page is not None and not (page.after if now else page.before) and _UNSEEN.get(page.fate) is cause:
            yield url, page.reach or Reach.NOT_TRIED
    if _is_unsure(indicator, blind):
        known = {url for url, _ in (seen.answer(indicator) or _NOTHING).unread}
        for url, reach in (blind.answer(indicator) or _NOTHING).unread:
            if url not in known and (Cause.UNREACHED if reach in FAILED else Cause.UNCHOSEN) is cause:
                yield url, reach


@dataclass(frozen=True, slots=True)
class _Nothing:
    unread: tuple[tuple[str, Reach], ...] = ()


_NOTHING = _Nothing()


def _is_unsure(indicator: str, sight: Sight) -> bool:
    points = sight.points[indicator]
    return points.verdict is Verdict.UNKNOWN or points.high > points.low


def _unseen_says(cause: Cause, first: tuple[str, Reach], *, now: bool) -> Sentence:
    url, reach = first
    if cause is Cause.UNREACHED:
        pattern = (
            "Halaman {url} tidak dapat dibaca pada audit ini ({reach}); instansi tidak disalahkan."
            if now
            else "Halaman {url} baru dapat dibaca pada audit ini (sebelumnya: {reach})."
        )
        return say(pattern, url=url, reach=REACHES[reach].short)
    pattern = (
        "Halaman {url} tidak terpilih untuk dikunjungi pada audit ini; instansi tidak disalahkan."
        if now
        else "Halaman {url} baru terpilih untuk dikunjungi pada audit ini."
    )
    return say(pattern, url=url)


def _of_site(indicator: str, before: Sight, after: Sight, fates: PageFates) -> Why:
    """What the site shows differs: name the page that was lost, changed or added."""
    lost = [c for url in before.where(indicator) if (c := fates.of_before.get(url)) and c.fate is PageFate.GONE]
    new = [c for url in after.where(indicator) if (c := fates.of_after.get(url)) and c.fate is PageFate.NEW]
    edited = [c for url in after.where(indicator) if (c := fates.of_after.get(url)) and _edited(c)]
    falls = _direction(indicator, before, after) < 0
    if lost and (falls or not (new or edited)):
        return Why(Cause.SITE, say("Halaman {url} tidak ada lagi di situs.", url=lost[0].before),
                   tuple(c.before for c in lost[:MOST_ADDRESSES]))  # fmt: skip
    if edited and (falls or not new):
        return Why(Cause.SITE, say("Isi halaman {url} berubah.", url=edited[0].after),
                   tuple(c.after for c in edited[:MOST_ADDRESSES]))  # fmt: skip
    if new:
        return Why(Cause.SITE, say("Halaman baru di situs: {url}.", url=new[0].after),
                   tuple(c.after for c in new[:MOST_ADDRESSES]))  # fmt: skip
    places = _first(after.proofs(indicator) or before.proofs(indicator))
    changed = _first(tuple(c.after for c in fates.changes if _edited(c) or (c.fate is PageFate.NEW)))
    if not places and changed:
        return Why(Cause.SITE, say("Isi situs berubah, antara lain pada {url}.", url=changed[0]), changed)
    return Why(Cause.SITE, say("Isi situs yang menjawab indikator ini berubah."), places or changed)


def _edited(change: PageChange) -> bool:
    return change.fate is PageFate.EDITED or (change.fate is PageFate.MOVED and change.alike < 1)


def _direction(indicator: str, before: Sight, after: Sight) -> int:
    old, new = before.points[indicator], after.points[indicator]
    if old.maximum and new.maximum:
        first, second = (old.low + old.high) / old.maximum, (new.low + new.high) / new.maximum
        return (second > first) - (second < first)
    return _GOOD.get(new.verdict, 0) - _GOOD.get(old.verdict, 0)


def _first(addresses: tuple[str, ...]) -> tuple[str, ...]:
    return addresses[:MOST_ADDRESSES]
