"""What became of each page between two audits, told by its content and not by its address alone.

In this order, each page once: the same content at the same address; the same content at another address (moved); other
content at the same address (edited); nearly the same content at another address (moved). What is left was lost, or
could not be seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from model.change import PageChange, PageFate
from model.evidence import Reach
from model.outline import Outline, OutlinePage, mark_of

NEARLY = 0.6
"""So much of the phrases in common makes a page with another address the same page."""

HARDLY = 0.15
"""Less than this, and an address was given to another page."""

FAILED = frozenset(
    (Reach.BLOCKED, Reach.TIMED_OUT, Reach.UNREACHABLE, Reach.TLS_FAILED, Reach.SERVER_ERROR, Reach.UNREADABLE)
)


@dataclass(frozen=True)
class PageFates:
    """The fates of all pages. of_before, of_after: by the address in that audit."""

    changes: tuple[PageChange, ...]

    @cached_property
    def of_before(self) -> Mapping[str, PageChange]:
        return MappingProxyType({c.before: c for c in self.changes if c.before})

    @cached_property
    def half_seen(self) -> bool:
        """Whether some page could be seen in only one of the two."""
        return any(c.fate in (PageFate.UNREACHED, PageFate.UNCHOSEN) for c in self.changes)

    @cached_property
    def of_after(self) -> Mapping[str, PageChange]:
        return MappingProxyType({c.after: c for c in self.changes if c.after})


def page_fates(before: Outline, after: Outline) -> PageFates:
    """Lay the pages of two audits side by side. Order: as in the earlier audit, then what is new."""
    pairs = _Pairs({p.url: p for p in before.pages}, {p.url: p for p in after.pages})
    pairs.take(_same_address, _equal)
    pairs.take(_same_words, _always)
    pairs.take(_same_address, _still_itself)
    pairs.take_nearest()
    pairs.take(_same_address, _always)
    return PageFates((*_known(before, after, pairs), *_new(before, after, pairs)))


def alike(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """How many of their phrases two pages share, 0..1, from their sketches (Jaccard's measure, estimated)."""
    if not one or not other:
        return 0.0
    size = max(len(one), len(other))
    union = sorted({*one, *other})[:size]
    return len({*one} & {*other} & {*union}) / len(union)


@dataclass
class _Pairs:
    """Pages that are not paired yet, and the pairs so far."""

    old: dict[str, OutlinePage]
    new: dict[str, OutlinePage]
    found: dict[str, OutlinePage] = field(default_factory=dict)

    def take(
        self,
        key: Callable[[OutlinePage], str],
        fits: Callable[[OutlinePage, OutlinePage], bool],
    ) -> None:
        """Pair the pages of equal key that fit, by address where several do; pages without a key ("") stay."""
        waiting: dict[str, list[OutlinePage]] = {}
        for page in _by_address(self.new):
            if key(page):
                waiting.setdefault(key(page), []).append(page)
        for old in _by_address(self.old):
            for new in waiting.get(key(old), ()) if key(old) else ():
                if new.url in self.new and fits(old, new):
                    self._pair(old, new)
                    break

    def take_nearest(self) -> None:
        """Pair what is nearly the same, the likest first; ties by address, so that the order is always the same."""
        near = [
            (-alike(old.sketch, new.sketch), old.title != new.title, old.url, new.url)
            for old in self.old.values()
            for new in self.new.values()
        ]
        for likeness, _, old_url, new_url in sorted(n for n in near if -n[0] >= NEARLY):
            if old_url in self.old and new_url in self.new and likeness:
                self._pair(self.old[old_url], self.new[new_url])

    def _pair(self, old: OutlinePage, new: OutlinePage) -> None:
        self.found[old.url] = new
        del self.old[old.url], self.new[new.url]


def _by_address(pages: Mapping[str, OutlinePage]) -> list[OutlinePage]:
    return [pages[url] for url in sorted(pages)]


def _same_address(page: OutlinePage) -> str:
    return page.url


def _same_words(page: OutlinePage) -> str:
    """A picture or scan has no words: its bytes must do."""
    return page.words or page.digest


def _equal(old: OutlinePage, new: OutlinePage) -> bool:
    return old.digest == new.digest or bool(old.words and old.words == new.words)


def _still_itself(old: OutlinePage, new: OutlinePage) -> bool:
    return not (old.sketch and new.sketch) or alike(old.sketch, new.sketch) >= HARDLY


def _always(_old: OutlinePage, _new: OutlinePage) -> bool:
    return True


def _known(before: Outline, after: Outline, pairs: _Pairs) -> Iterator[PageChange]:
    unseen = dict(after.unseen)
    for page in before.pages:
        new = pairs.found.get(page.url)
        if new is not None:
            yield _paired(page, new)
            continue
        fate, reach = _lost(page, unseen, after)
        yield PageChange(fate, page.url, "", page.title, reach=reach)


def _paired(old: OutlinePage, new: OutlinePage) -> PageChange:
    same = _equal(old, new)
    share = 1.0 if same else round(alike(old.sketch, new.sketch), 2)
    if old.url == new.url:
        return PageChange(PageFate.SAME if same else PageFate.EDITED, old.url, new.url, new.title, share)
    return PageChange(PageFate.MOVED, old.url, new.url, new.title, share)


def _lost(page: OutlinePage, unseen: Mapping[int, Reach], after: Outline) -> tuple[PageFate, Reach | None]:
    """Why a page of the earlier audit is not in the later one."""
    if not after.audited:
        return PageFate.UNREACHED, after.reach
    reach = unseen.get(mark_of(page.url))
    if reach is not None:
        return _fate_of(reach), reach
    if after.cut_off:
        return PageFate.UNREACHED, Reach.NOT_TRIED
    parent = unseen.get(mark_of(page.parent)) if page.parent else None
    if parent is not None and parent is not Reach.MISSING:  # what would lead there could not be seen
        return _fate_of(parent), parent
    return PageFate.GONE, None


def _fate_of(reach: Reach) -> PageFate:
    if reach in FAILED:
        return PageFate.UNREACHED
    return PageFate.GONE if reach is Reach.MISSING else PageFate.UNCHOSEN


def _new(before: Outline, after: Outline, pairs: _Pairs) -> Iterator[PageChange]:
    """Pages that only the later audit has: new, or not seen in the earlier one."""
    unseen = dict(before.unseen)
    for page in _in_order(after.pages, pairs.new):
        reach = before.reach if not before.audited else unseen.get(mark_of(page.url))
        fate = PageFate.NEW if reach is None or reach is Reach.MISSING else _fate_of(reach)
        yield PageChange(fate, "", page.url, page.title, reach=reach)


def _in_order(pages: Iterable[OutlinePage], left: Mapping[str, OutlinePage]) -> Iterator[OutlinePage]:
    return (page for page in pages if page.url in left)
