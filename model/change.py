"""What differs between two audits of one agency, and why: every difference names its cause (sebab)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from model.evidence import Reach
from model.finding import Verdict
from model.sentence import Sentence


class Cause(StrEnum):
    """Why an indicator differs. Only SITE speaks of what the agency did."""

    SITE = "site"  # situs berubah: the site shows something else
    MOVED = "moved"  # halaman pindah: the same content at a new address
    UNREACHED = "unreached"  # halaman tidak terjangkau: it could be read in only one of the two
    UNCHOSEN = "unchosen"  # halaman tidak lagi dipilih: known, but the plan of visits left it out in one of the two
    RULE = "rule"  # aturan berubah: the reader or the check has another version
    INSTRUMENT = "instrument"  # instrumen berubah: another weight, another criterion, another instrument

    @property
    def of_the_agency(self) -> bool:
        """Whether the agency answers for it."""
        return self is Cause.SITE


class PageFate(StrEnum):
    """What became of a page from one audit to the next, told by its content and not by its address alone."""

    SAME = "same"
    EDITED = "edited"  # the same page, with other words
    MOVED = "moved"  # the same words (or nearly) at another address
    NEW = "new"
    GONE = "gone"  # the site itself says that it is no more, or no longer links it
    UNREACHED = "unreached"
    UNCHOSEN = "unchosen"


@dataclass(frozen=True, slots=True)
class PageChange:
    """One page in both audits. before, after: its addresses, "" where it was not seen.

    alike: how much of the words is the same, 0..1 (1 for the same bytes or words; 0 where there is nothing to compare).
    reach: of the later look, for a page that could not be read.
    """

    fate: PageFate
    before: str
    after: str
    title: str = ""
    alike: float = 0.0
    reach: Reach | None = None


@dataclass(frozen=True, slots=True)
class ServiceChange:
    """One service (produk layanan) under an indicator. before, after: None where the service was not found."""

    key: str
    name: str
    before: Verdict | None
    after: Verdict | None


@dataclass(frozen=True, slots=True)
class Change:
    """One difference of one indicator, with its cause and the points it moves.

    indicator: id of the criterion. before, after: verdicts, None where the instrument did not ask. says: the cause as
    a sentence for people. addresses: the pages that it rests on. low, high: by how much the interval's ends move, in
    points of 100; over all changes of a Difference they sum to the whole difference. before == after is possible: the
    points may move within a verdict (more services), and a moved page moves none.
    """

    indicator: str
    title: str
    before: Verdict | None
    after: Verdict | None
    cause: Cause
    says: Sentence
    addresses: tuple[str, ...] = ()
    low: Fraction = Fraction(0)
    high: Fraction = Fraction(0)
    services: tuple[ServiceChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Regression:
    """Something published that is no longer there, through the agency's own doing (kemunduran).

    service: name of the service that lost it, or "". A page that we merely could not read is none.
    """

    indicator: str
    title: str
    service: str
    before: Verdict
    after: Verdict | None
    says: Sentence
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two audits, as a difference names it. low, high, zone, category: None when not audited / not named."""

    run: str
    period: str
    low: Fraction | None
    high: Fraction | None
    zone: str | None
    category: str | None
    reach: Reach
    instrument: str
    instrument_version: str


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs between two audits of one agency (perbedaan).

    replayed: the earlier evidence was judged again with the later rules, so that what the rules did and what the site
    did are told apart exactly; an indicator may then have two changes. comparable False: one of the two was not
    audited; then there are no changes. says: the whole in one sentence.
    """

    agency: str
    name: str
    before: Side
    after: Side
    comparable: bool
    replayed: bool
    changes: tuple[Change, ...]
    regressions: tuple[Regression, ...]
    pages: tuple[PageChange, ...]
    says: Sentence
