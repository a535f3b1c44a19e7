"""Was enough looked at to say that something is not there? (cakupan)

The rule, the same for every check:

1. The home page was read; a challenge page in its place is not the home page.
2. The site was not cut off: at least three failures that are more than a fifth of all pages asked for mean a firewall
   or a failing server, and then nothing can be said to be absent. The same when the site stopped answering before all
   addresses had their turn.
3. No address that directly promises the topic is unseen. Direct is a label (fewer than ten words) that names the
   topic, or one that speaks of services in general where the topic may stand ("Standar Pelayanan"). A label about one
   service bears on that service only. Pictures and scanned documents without text count like addresses.
4. Of all addresses that bear on the topic in some way, at most a fifth failed. So one news item out of forty that
   timed out does not matter, and a firewall after page thirty does.

Pages left out for want of budget or depth matter under rule 3 only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from checks._check import SERVICE
from checks._plan import CUT_OFF, Gap, Plan
from checks._words import naming_words, words
from model.finding import Coverage
from model.reading import Service


def site_coverage(plan: Plan, promises: frozenset[str]) -> Coverage:
    """Coverage for a question about the whole site."""
    gaps = [g for g in plan.gaps if _bears(g, promises)]
    direct = [g for g in gaps if _direct(g, promises)]
    enough = plan.home and not plan.cut_off and not direct and not _many_failed(plan, gaps, promises)
    # those that matter most come first: they are the ones a sentence names
    ordered = direct + [g for g in gaps if g not in direct]
    return _coverage(plan, promises, ordered, enough)


def share_coverage(plan: Plan, promises: frozenset[str]) -> Coverage:
    """Coverage for a share over services: were so many pages of further services unseen that the share is unsure?"""
    gaps = [g for g in plan.gaps if _bears(g, promises)]
    enough = plan.home and not plan.cut_off and not _many_failed(plan, gaps, promises)
    return _coverage(plan, promises, gaps, enough)


@dataclass(frozen=True, slots=True)
class ServiceGaps:
    """The gaps that bear on a component, by what they are about: every service, a name, or a place."""

    plan: Plan
    promises: frozenset[str]
    gaps: tuple[Gap, ...]
    general: frozenset[int]
    by_word: Mapping[str, frozenset[int]]
    by_place: Mapping[str, frozenset[int]]

    def coverage(self, service: Service) -> Coverage:
        """Coverage for a question about one service: what bears on all services, or on this one."""
        about = set(self.general)
        for word in naming_words(words(service.name) - self.plan.target):
            about |= self.by_word.get(word, frozenset())
        for place in (service.url, *service.also_at):
            about |= self.by_place.get(place, frozenset())
        gaps = [self.gaps[n] for n in sorted(about)]
        return _coverage(self.plan, self.promises, gaps, self.plan.home and not self.plan.cut_off and not gaps)


def service_gaps(plan: Plan, promises: frozenset[str]) -> ServiceGaps:
    """Sort the gaps once, so that a site with hundreds of services and thousands of addresses stays quick to judge."""
    gaps = tuple(g for g in plan.gaps if _bears(g, promises))
    by_word: dict[str, set[int]] = {}
    by_place: dict[str, set[int]] = {}
    for n, gap in enumerate(gaps):
        by_place.setdefault(gap.unread.url, set()).add(n)
        if gap.part and gap.parent in plan.alone:
            by_place.setdefault(gap.parent, set()).add(n)
        for word in () if gap.headline else naming_words(gap.own):
            by_word.setdefault(word, set()).add(n)
    return ServiceGaps(
        plan=plan,
        promises=promises,
        gaps=gaps,
        general=frozenset(n for n, g in enumerate(gaps) if g.general),
        by_word={word: frozenset(found) for word, found in by_word.items()},
        by_place={place: frozenset(found) for place, found in by_place.items()},
    )


def _coverage(plan: Plan, promises: frozenset[str], gaps: list[Gap], enough: bool) -> Coverage:
    unread = tuple(dict.fromkeys(g.unread for g in gaps))
    seen = [looked_at for promised, looked_at in plan.planned if promised & promises]
    return Coverage(planned=len(seen), looked_at=sum(seen), unread=unread, enough=enough)


def _bears(gap: Gap, promises: frozenset[str]) -> bool:
    return bool(gap.promises & promises)


def _direct(gap: Gap, promises: frozenset[str]) -> bool:
    if SERVICE in promises and gap.general:
        return True
    return not gap.headline and bool(gap.promises & (promises - {SERVICE}))


def _many_failed(plan: Plan, gaps: list[Gap], promises: frozenset[str]) -> bool:
    planned = sum(1 for promised, _ in plan.planned if promised & promises)
    failed = sum(1 for g in gaps if g.failed)
    return planned > 0 and Fraction(failed, planned) > CUT_OFF
