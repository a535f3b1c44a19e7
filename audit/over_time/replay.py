"""Judge kept evidence again with today's rules (pemutaran ulang), without a network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from audit.pipeline import Load, Yardstick, audit_evidence, rule_versions
from audit.unfit import Unfit
from model.audit import Audit
from model.evidence import Evidence
from store.archive import Archive


@dataclass(frozen=True, slots=True)
class Kept:
    """Where evidence and its bytes are kept. load: digest -> bytes; raises KeyError or OSError when they are gone."""

    archive: Archive
    load: Load


def replay(audit: Audit, kept: Kept, yardstick: Yardstick, run: str = "") -> Audit:
    """The evidence of `audit`, judged with the rules of this program and `yardstick`.

    run: the run that the new audit is to belong to, by default that of the old one. The same rules give the same audit.
    Raises Unfit when the evidence or some of its bytes are gone: then nothing may be concluded.
    """
    evidence = kept.archive.evidence(audit.run, audit.target.id)
    if evidence is None:
        raise Unfit(f"Bukti audit {audit.target.name} ({audit.period}) tidak tersimpan, sehingga tidak dapat diulang.")
    gone = first_gone(evidence, kept.load)
    if gone:
        raise Unfit(
            f"Sebagian bukti audit {audit.target.name} ({audit.period}) sudah tidak ada ({gone[:12]}), sehingga audit "
            "itu tidak dapat dinilai ulang dengan adil. Pulihkan folder bukti dari salinan cadangan."
        )
    return audit_evidence(evidence, kept.load, yardstick, run or audit.run, audit.period)


def first_gone(evidence: Evidence, load: Load) -> str:
    """The digest of the first capture whose bytes are gone, or ""."""
    return next((c.digest for c in evidence.captures if not _is_there(c.digest, load)), "")


def _is_there(digest: str, load: Callable[[str], bytes]) -> bool:
    try:
        load(digest)
    except (KeyError, OSError):
        return False
    return True


def is_judged_alike(audit: Audit, yardstick: Yardstick) -> bool:
    """Whether an audit was made with the very rules and the instrument that would be used now."""
    return audit.rules == rule_versions(yardstick.instrument) and is_measured_alike(audit, yardstick)


def is_measured_alike(audit: Audit, yardstick: Yardstick) -> bool:
    card, instrument = audit.scorecard, yardstick.instrument
    return (card.instrument, card.instrument_version) == (instrument.id, instrument.version)
