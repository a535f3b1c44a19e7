"""Counting: how often the reader agrees with the people who labelled pages. Pure; knows no file and no reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from audit.labels import Label, Medium
from model.finding import Verdict
from model.reading import COMPONENTS, PageKind, Topic


@dataclass(slots=True)
class Tally:
    """hits: claimed and true. false: claimed, not true. missed: true, not claimed. Rightly silent: neither."""

    hits: int = 0
    false: int = 0
    missed: int = 0
    silent: int = 0

    def count(self, claimed: bool, true: bool) -> None:
        self.hits += claimed and true
        self.false += claimed and not true
        self.missed += true and not claimed
        self.silent += not claimed and not true

    @property
    def precision(self) -> float | None:
        """0..1; None when nothing was claimed."""
        return self.hits / claimed if (claimed := self.hits + self.false) else None

    @property
    def recall(self) -> float | None:
        """0..1; None when there was nothing to find."""
        return self.hits / true if (true := self.hits + self.missed) else None

    @property
    def f1(self) -> float | None:
        """0..1, the harmonic mean; None when there was nothing to find and nothing was claimed."""
        seen = 2 * self.hits + self.false + self.missed
        return 2 * self.hits / seen if seen else None


def together(tallies: Iterable[Tally]) -> Tally:
    """All decisions in one (micro average)."""
    total = Tally()
    for tally in tallies:
        total.hits += tally.hits
        total.false += tally.false
        total.missed += tally.missed
        total.silent += tally.silent
    return total


@dataclass(frozen=True, slots=True)
class Said:
    """What the reader says of one component of a page. quote, where: of its first exhibit, or ""."""

    verdict: Verdict
    says: str
    quote: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reader says of one labelled page. kind None: the page could not be read.

    met: quotes under the verdicts "met". unproven: those of them that stand in no text of the page.
    """

    kind: PageKind | None
    said: Mapping[Topic, Said]
    met: int = 0
    unproven: tuple[str, ...] = ()

    def claims(self, topic: Topic) -> bool:
        """Only "met" claims: what is met in part, or unknown, claims nothing."""
        return self.said[topic].verdict is Verdict.MET


@dataclass(frozen=True, slots=True)
class Disagreement:
    """claimed: we say that it is there and the label says not; else the other way round."""

    label: Label
    topic: Topic
    medium: Medium
    claimed: bool
    said: Said

    @property
    def expected(self) -> str:
        """The words that the label quotes, or ""."""
        return self.label.quotes.get(self.topic, "")


@dataclass(slots=True)
class Measures:
    """What was counted over a set of labelled pages. by_kind: by the labelled kind of page, texts and pictures."""

    pages: int = 0
    by_component: dict[Medium, dict[Topic, Tally]] = field(
        default_factory=lambda: {
            "text": {topic: Tally() for topic in COMPONENTS},
            "image": {topic: Tally() for topic in COMPONENTS},
        }
    )
    by_kind: dict[PageKind, Tally] = field(default_factory=dict)
    not_scored: int = 0
    hard_pages: int = 0
    hard_false: int = 0
    kinds: Counter[tuple[PageKind, PageKind | None]] = field(default_factory=Counter)
    met: int = 0
    unproven: list[tuple[Label, str]] = field(default_factory=list)
    disagreements: list[Disagreement] = field(default_factory=list)

    def add(self, label: Label, answer: Answer) -> None:
        """Count one page."""
        self.pages += 1
        self.hard_pages += label.hard
        self.kinds[label.page_kind, answer.kind] += 1
        self.met += answer.met
        self.unproven.extend((label, quote) for quote in answer.unproven)
        for topic in COMPONENTS:
            self._add_component(label, answer, topic)

    def _add_component(self, label: Label, answer: Answer, topic: Topic) -> None:
        truth = label.truth[topic]
        if truth == "partial":
            self.not_scored += 1
            return
        claimed, true, medium = answer.claims(topic), bool(truth), label.medium(topic)
        self.by_component[medium][topic].count(claimed, true)
        self.by_kind.setdefault(label.page_kind, Tally()).count(claimed, true)
        if claimed != true:
            self.hard_false += label.hard
            self.disagreements.append(Disagreement(label, topic, medium, claimed, answer.said[topic]))

    def all(self, medium: Medium) -> Tally:
        """Micro average over the eight components."""
        return together(self.by_component[medium].values())

    @property
    def everything(self) -> Tally:
        """Micro average over texts and pictures."""
        return together(self.all(medium) for medium in self.by_component)

    @property
    def false_per_100(self) -> float | None:
        """False claims per 100 pages that hold nothing (hard negatives); None without such pages."""
        return 100 * self.hard_false / self.hard_pages if self.hard_pages else None

    @property
    def kinds_agreed(self) -> int:
        """Pages whose kind we name as the label does."""
        return sum(count for (labelled, ours), count in self.kinds.items() if labelled is ours)

    def kind_tally(self, kind: PageKind) -> Tally:
        """How well one kind of page is told from the others."""
        tally = Tally()
        for (labelled, ours), count in self.kinds.items():
            for _ in range(count):
                tally.count(ours is kind, labelled is kind)
        return tally
