"""The list of a campaign when it begins, and what became of it since the month before (sasaran baru dan hilang)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from audit.campaign.plan import CampaignPlan
from audit.inputs import read_targets
from model.evidence import Target


class ListUnfit(Exception):
    """Not one target can be audited. The text is for people, with the remedy."""


@dataclass(frozen=True, slots=True)
class ListChange:
    """Between two campaigns of one schedule. Names for people; moved: agencies whose address is another one now."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    targets: tuple[Target, ...]
    change: ListChange


def read_list(plan: CampaignPlan, earlier: Iterable[Target] | None) -> Listed:
    """earlier: the targets of the campaign before, None for the first. Raises ListUnfit."""
    read = read_targets(plan.list)
    refused = tuple(str(problem) for problem in read.problems if problem.rejected)
    wanted = tuple(t for t in read.targets if not plan.tags or plan.tags & set(t.tags))
    if not wanted:
        why = refused[0] if refused else f"{plan.list}: tidak ada sasaran dengan tanda {', '.join(sorted(plan.tags))}."
        raise ListUnfit(f"Daftar sasaran tidak dapat dipakai. {why}")
    return Listed(wanted, _change(wanted, earlier, refused))


def _change(now: Iterable[Target], earlier: Iterable[Target] | None, refused: tuple[str, ...]) -> ListChange:
    if earlier is None:
        return ListChange(refused=refused)
    new, old = {t.id: t for t in now}, {t.id: t for t in earlier}
    return ListChange(
        added=tuple(new[key].name for key in new if key not in old),
        removed=tuple(old[key].name for key in old if key not in new),
        moved=tuple(new[key].name for key in new if key in old and new[key].url != old[key].url),
        refused=refused,
    )
