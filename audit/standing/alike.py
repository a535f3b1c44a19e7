"""Like with like: all standings of a period measured with one instrument and one set of rules, judged again if not."""

from __future__ import annotations

from dataclasses import dataclass, replace

from audit.over_time.replay import Kept, replay
from audit.pipeline import Yardstick, rule_versions
from audit.standing.ranking import Contest
from audit.unfit import Unfit
from model.audit import Audit
from model.sentence import Sentence, say
from model.standing import Standing

GONE = "Dinilai dengan aturan lain, dan buktinya tidak lengkap lagi, sehingga tidak dapat disejajarkan."


@dataclass(frozen=True, slots=True)
class Measure:
    """What a standing was measured with."""

    instrument: str
    version: str
    rules: tuple[tuple[str, str], ...]


def measure_of(standing: Standing) -> Measure:
    return Measure(standing.instrument, standing.instrument_version, standing.rules)


def measure_now(yardstick: Yardstick) -> Measure:
    instrument = yardstick.instrument
    return Measure(instrument.id, instrument.version, rule_versions(instrument))


def contests(periods: tuple[str, ...], kept: Kept, yardstick: Yardstick) -> tuple[Contest, ...]:
    """One contest for each period, all measured alike.

    When every standing was measured with the same instrument and rules, and with those that `yardstick` names, they
    stand as they are. Else each one that was not is judged again from its evidence, and one whose evidence is gone is
    set apart.
    """
    found = {period: kept.archive.standings(period) for period in periods}
    measures = {measure_of(s) for standings in found.values() for s in standings}
    same_instrument = all(m.instrument == yardstick.instrument.id for m in measures)
    wanted = next(iter(measures)) if len(measures) == 1 and same_instrument else measure_now(yardstick)
    return tuple(_contest(period, standings, wanted, kept, yardstick) for period, standings in found.items())


def _contest(
    period: str, standings: tuple[Standing, ...], wanted: Measure, kept: Kept, yardstick: Yardstick
) -> Contest:
    alike: list[Standing] = []
    unlike: list[tuple[Standing, Sentence]] = []
    replayed: list[str] = []
    for standing in standings:
        if measure_of(standing) == wanted:
            alike.append(standing)
            continue
        try:
            alike.append(_again(standing, kept, yardstick))
            replayed.append(standing.target.id)
        except Unfit:
            unlike.append((standing, say(GONE)))
    return Contest(period, wanted.instrument, wanted.version, tuple(alike), tuple(unlike), tuple(replayed))


def _again(standing: Standing, kept: Kept, yardstick: Yardstick) -> Standing:
    audit = kept.archive.audit(standing.run, standing.target.id)
    if audit is None:
        raise Unfit(f"Audit {standing.target.name} ({standing.period}) tidak ditemukan.")
    return standing_of(replay(audit, kept, yardstick), standing)


def standing_of(audit: Audit, like: Standing) -> Standing:
    """The standing that an audit gives. like: of the same agency and period."""
    card = audit.scorecard
    return replace(
        like,
        audited=card.audited,
        low=card.low,
        high=card.high,
        zone=card.zone,
        category=card.category,
        reach=card.reach,
        instrument=card.instrument,
        instrument_version=card.instrument_version,
        rules=audit.rules,
    )
