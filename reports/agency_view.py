"""What the agency report shows, computed before any template: indicators with their proof, tallies, bounded lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from model.audit import Audit, AuditedService
from model.evidence import LedgerLine, Reach
from model.finding import Coverage, Finding, ServiceFinding, Verdict
from model.instrument import Criterion, Instrument
from model.reading import Exhibit
from model.score import Points
from model.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much is printed, so that the file stays small; report.json always holds all."""

    proofs: int
    answers: int
    services: int
    addresses: int


FULL = Bounds(proofs=3, answers=40, services=300, addresses=500)
LEAN = Bounds(proofs=2, answers=12, services=120, addresses=200)
BARE = Bounds(proofs=1, answers=4, services=40, addresses=60)

_ORDER = (Verdict.NOT_MET, Verdict.PARTLY_MET, Verdict.UNKNOWN, Verdict.MET, Verdict.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class AnswerView:
    """The verdict on a service, or on several of which the same is said and nothing is quoted.

    says: None where the sentences differ in no more than the names of the services. proofs_left: not printed.
    """

    names: tuple[str, ...]
    verdict: Verdict
    says: Sentence | None
    proofs: tuple[Exhibit, ...]
    proofs_left: int


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """One indicator (indikator). answers: worst first, only for those asked of every service."""

    criterion: Criterion
    verdict: Verdict
    low: Fraction
    high: Fraction
    maximum: Fraction
    says: Sentence
    coverage: Coverage
    version: int
    proofs: tuple[Exhibit, ...]
    proofs_left: int
    answers: tuple[AnswerView, ...]
    answers_met: int
    answers_left: int

    @property
    def scored(self) -> bool:
        return self.maximum > 0

    @property
    def lacking(self) -> bool:
        return self.verdict in (Verdict.NOT_MET, Verdict.PARTLY_MET)


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    indicators: tuple[IndicatorView, ...]


@dataclass(frozen=True, slots=True)
class LedgerView:
    """The page ledger (buku halaman). tally: how many addresses had which Reach; left: lines not printed."""

    visited: tuple[LedgerLine, ...]
    skipped: tuple[LedgerLine, ...]
    tally: tuple[tuple[Reach, int], ...]
    left: int


def groups(audit: Audit, instrument: Instrument, bounds: Bounds) -> tuple[Group, ...]:
    """All indicators, grouped and ordered as the instrument has them; one whose check gave no answer is unknown."""
    findings = {finding.check: finding for finding in audit.findings}
    points = {p.indicator: p for p in audit.scorecard.points}
    grouped: dict[str, list[IndicatorView]] = {}
    for criterion in instrument.criteria:
        finding = findings.get(criterion.check) or _unanswered(criterion)
        view = _indicator(criterion, finding, points.get(criterion.id), bounds)
        grouped.setdefault(criterion.group, []).append(view)
    return tuple(Group(title or "Indikator", tuple(views)) for title, views in grouped.items())


def tally(views: Iterable[Group]) -> tuple[tuple[Verdict, int], ...]:
    """How many scored indicators have which verdict, the five verdicts in a fixed order; all, where none is scored."""
    every = [view for group in views for view in group.indicators]
    verdicts = [view.verdict for view in every if view.scored] or [view.verdict for view in every]
    order = (Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE)
    return tuple((verdict, verdicts.count(verdict)) for verdict in order)


def services(audit: Audit, bounds: Bounds) -> tuple[AuditedService, ...]:
    return audit.services[: bounds.services]


def ledger(lines: Sequence[LedgerLine], bounds: Bounds) -> LedgerView:
    """Visited and skipped addresses, in the order in which the crawl met them; trouble is never cut off first."""
    visited = [line for line in lines if line.visited]
    skipped = [line for line in lines if not line.visited]
    kept_visited = _cut(visited, bounds.addresses)
    kept_skipped = _cut(skipped, bounds.addresses)
    counts = tuple((reach, sum(line.reach is reach for line in lines)) for reach in Reach)
    left = len(lines) - len(kept_visited) - len(kept_skipped)
    return LedgerView(kept_visited, kept_skipped, tuple(pair for pair in counts if pair[1]), left)


def summary(counts: Sequence[tuple[Verdict, int]]) -> Sentence:
    """The whole audit in one sentence."""
    count = dict(counts)
    return say(
        "Dari {all} indikator yang dinilai, {met} terpenuhi, {partly} terpenuhi sebagian, {lacking} belum terpenuhi, "
        "dan {unknown} belum dapat disimpulkan.",
        all=sum(count.values()) - count[Verdict.NOT_APPLICABLE],
        met=count[Verdict.MET],
        partly=count[Verdict.PARTLY_MET],
        lacking=count[Verdict.NOT_MET],
        unknown=count[Verdict.UNKNOWN],
    )


def _indicator(criterion: Criterion, finding: Finding, points: Points | None, bounds: Bounds) -> IndicatorView:
    answers = sorted(finding.by_service, key=lambda a: _ORDER.index(a.verdict))[: bounds.answers]
    met = sum(answer.verdict is Verdict.MET for answer in answers)
    proofs = () if finding.by_service else finding.exhibits[: bounds.proofs]
    return IndicatorView(
        criterion=criterion,
        verdict=points.verdict if points else finding.verdict,
        low=points.low if points else Fraction(0),
        high=points.high if points else Fraction(0),
        maximum=points.maximum if points else Fraction(0),
        says=finding.says,
        coverage=finding.coverage,
        version=finding.version,
        proofs=proofs,
        proofs_left=0 if finding.by_service else len(finding.exhibits) - len(proofs),
        answers=_answers(answers, bounds),
        answers_met=met,
        answers_left=len(finding.by_service) - len(answers),
    )


def _unanswered(criterion: Criterion) -> Finding:
    says = say("Pemeriksaan untuk indikator ini tidak dijalankan, sehingga belum dapat disimpulkan.")
    return Finding(criterion.check, 0, Verdict.UNKNOWN, says, (), Coverage(0, 0))


def _answers(answers: Sequence[ServiceFinding], bounds: Bounds) -> tuple[AnswerView, ...]:
    """One view per service with proof; those without proof are gathered where the same is said of them."""
    gathered: dict[object, list[ServiceFinding]] = {}
    for answer in answers:
        named = tuple(pair for pair in answer.says.values if pair[1] != answer.name)
        same = (answer.verdict, answer.says.pattern, named)
        gathered.setdefault((answer.key, same) if answer.exhibits else same, []).append(answer)
    return tuple(_answer(alike, bounds) for alike in gathered.values())


def _answer(alike: Sequence[ServiceFinding], bounds: Bounds) -> AnswerView:
    first = alike[0]
    proofs = first.exhibits[: bounds.proofs]
    says = first.says if len({answer.says for answer in alike}) == 1 else None
    names = tuple(answer.name for answer in alike)
    return AnswerView(names, first.verdict, says, proofs, len(first.exhibits) - len(proofs))


def _cut(lines: list[LedgerLine], most: int) -> tuple[LedgerLine, ...]:
    if len(lines) <= most:
        return tuple(lines)
    plain = (Reach.READ, Reach.NOT_TRIED)
    by_trouble = sorted(range(len(lines)), key=lambda n: (lines[n].reach in plain, n))
    return tuple(lines[n] for n in sorted(by_trouble[:most]))
