"""docs/accuracy.md: the figures of each set of labels, the worst disagreements, and what the figures mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from audit.accuracy_page import plain
from audit.labels import Medium
from audit.measures import Disagreement, Measures, Tally
from model.reading import COMPONENTS
from tests.accuracy.doubts import Doubt, doubted, without

WORST = 10
SHORT = 90  # characters of a quote: enough to find the place, too little to copy a page
MEDIA: dict[Medium, str] = {"text": "Text", "image": "Only in pictures"}

HEAD = """# How well the reader reads

Written by `make accuracy`; do not edit by hand. Each labelled page is judged as `patuh inspect` judges it. Only the
verdict "met" is a claim. Values that the label calls "partial" are arguable and never scored. Precision: how many of
our claims are true. Recall: how many of the true components we claim. F1: their harmonic mean.
"""

MEANING = """## What these figures mean, and what they do not

- **They are figures of development.** The reader was written with these pages at hand. On pages that nobody here has
  seen, expect lower figures; only a fresh set of labels tells how much lower.
- **Our own set proves that forms are read, not that the world looks like that.** Its pages were written together with
  the reader, by people who know what it reads: a perfect figure there is a floor, not a promise.
- **One person labelled the corpus.** There was no second reader, so nobody knows how far two people would agree. Where
  we are sure that a label is wrong it is listed above, and still counted as our mistake in the tables.
- **Few agencies, few templates.** Fees, times and legal bases come from a handful of agencies whose pages repeat one
  template. Ten hits on ten like pages are one fact learnt. Count agencies before trusting a line of the table.
- **Small numbers jump.** With fewer than about 20 cases a single page moves precision or recall by five points.
- **A page is judged by itself.** An audit sees the whole site: it tells menus from content by what repeats, and merges
  what several pages say of one service. Figures for whole sites may be better or worse.
- **"Met" means that a citizen could act on the words.** It does not mean that the words are true, current or lawful.
"""


def page(sets: Sequence[str]) -> str:
    """The whole file from its parts, one for each set of labels."""
    return "\n".join([HEAD, *sets, MEANING])


def part(name: str, title: str, measures: Measures, doubts: Sequence[Doubt]) -> str:
    """What was measured on one set, between marks, so that it can be kept when the set is not at hand."""
    body = "\n\n".join([f"## {title}", *_paragraphs(measures, doubts)])
    return f"{begin(name)}\n{body}\n{end(name)}\n"


def begin(name: str) -> str:
    return f"<!-- begin {name} -->"


def end(name: str) -> str:
    return f"<!-- end {name} -->"


def kept(name: str, before: str) -> str:
    """The part of an earlier file, or nothing."""
    found = re.search(f"{re.escape(begin(name))}.*?{re.escape(end(name))}\n", before, re.DOTALL)
    return found[0] if found else ""


def _paragraphs(measures: Measures, doubts: Sequence[Doubt]) -> Iterator[str]:
    yield "\n".join(f"- {fact}" for fact in _facts(measures, doubts))
    for medium, title in MEDIA.items():
        yield f"### {title}"
        yield _table("Component", _component_rows(measures, medium))
    yield "### All components by the labelled kind of page"
    yield _table("Kind of page", ((kind.value, tally) for kind, tally in sorted(measures.by_kind.items())))
    yield "### The worst remaining disagreements"
    left = [d for d in measures.disagreements if not doubted(d, doubts)]
    yield "\n".join(_told(d) for d in worst(left)) or "None."
    disputed = {(d.label.path, d.topic) for d in measures.disagreements}
    ours = [d for d in doubts if (d.path, d.topic) in disputed]
    if ours:
        yield "### Labels that we hold to be wrong"
        yield "\n".join(f"- `{d.path}`, {d.topic}: labelled {d.says}. {d.reason}" for d in ours)


def _facts(measures: Measures, doubts: Sequence[Doubt]) -> Iterator[str]:
    yield f"{measures.pages} labelled pages, documents and pictures; {measures.not_scored} arguable values not scored."
    rate = measures.false_per_100
    if rate is not None:
        yield (
            f"Pages that hold nothing (hard negatives): {measures.hard_pages}, with {measures.hard_false} false claims,"
            f" {rate:.1f} in 100 pages."
        )
    yield f"Kind of page as labelled: {measures.kinds_agreed} of {measures.pages}."
    yield f"Quotes under a claim: {measures.met}; not found in their page or picture: {len(measures.unproven)}."
    for medium in MEDIA:
        fair = without(measures, doubts, medium)
        if fair != measures.all(medium):
            yield (
                f"{MEDIA[medium]}, leaving out the labels that we hold to be wrong: precision {_share(fair.precision)},"
                f" recall {_share(fair.recall)}."
            )


def _component_rows(measures: Measures, medium: Medium) -> Iterator[tuple[str, Tally]]:
    yield from ((topic.value, measures.by_component[medium][topic]) for topic in COMPONENTS)
    yield "**all**", measures.all(medium)


def _table(first: str, rows: Iterator[tuple[str, Tally]]) -> str:
    lines = [f"| {first} | Precision | Recall | F1 | Hits | False | Missed |", "|---|---:|---:|---:|---:|---:|---:|"]
    for name, tally in rows:
        shares = " | ".join(map(_share, (tally.precision, tally.recall, tally.f1)))
        lines.append(f"| {name} | {shares} | {tally.hits} | {tally.false} | {tally.missed} |")
    return "\n".join(lines)


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def worst(disagreements: Sequence[Disagreement]) -> list[Disagreement]:
    """False claims before misses, those on pages that hold nothing first; of one site each component once."""
    ranked = sorted(disagreements, key=lambda d: (not d.claimed, not d.label.hard))
    chosen: list[Disagreement] = []
    for one in ranked:
        if all(_place(other) != _place(one) for other in chosen):
            chosen.append(one)
    return chosen[:WORST]


def _place(one: Disagreement) -> tuple[str, str]:
    """The site, by the first two folders of the path, and the component."""
    return "/".join(one.label.path.split("/")[:2]), one.topic.value


def _told(one: Disagreement) -> str:
    what = "false claim" if one.claimed else "missed"
    ours = f"we say “{plain(one.said.says)}”" + (f" on the words “{_short(one.said.quote)}”" if one.said.quote else "")
    label = f"; the label quotes “{_short(one.expected)}”" if one.expected else ""
    return f"- {what}, {one.topic} ({one.medium}), `{one.label.path}`: {ours}{label}."


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return plain(folded if len(folded) <= SHORT else folded[: SHORT - 1].rsplit(" ", 1)[0] + "…")
