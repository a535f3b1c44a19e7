"""What stands beside an index and is never mixed with it: what changed, official scores, places, notes, pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from model.change import Difference
from model.confidence import Confidence
from model.note import NoteBeside, NotedScore
from model.official import OfficialScore
from model.ranking import Place, Ranking
from model.rollup import Rollup
from reports.pictures import Pictures


@dataclass(frozen=True, slots=True)
class Beside:
    """Everything is optional. difference: from the audit before. official: oldest first. rankings: in which it stands.

    noted: the second interval, with the mentor's notes. pictures: marked places of proofs.
    """

    difference: Difference | None = None
    official: Sequence[OfficialScore] = ()
    rankings: Sequence[Ranking] = ()
    noted: NotedScore | None = None
    confidence: Confidence | None = None
    rollup: Rollup | None = None
    pictures: Pictures = field(default_factory=dict)

    def places(self, agency: str) -> tuple[tuple[Ranking, Place], ...]:
        """The agency's place in each ranking that holds it."""
        found = ((ranking, place) for ranking in self.rankings for place in ranking.places)
        return tuple((ranking, place) for ranking, place in found if place.agency == agency)

    def notes(self, indicator: str) -> tuple[NoteBeside, ...]:
        """The mentor's notes on one indicator, the counting ones first."""
        if self.noted is None:
            return ()
        mine = (beside for beside in self.noted.notes if beside.note.indicator == indicator)
        return tuple(sorted(mine, key=lambda beside: (beside.bearing != "counts", beside.note.number)))


NOTHING = Beside()
