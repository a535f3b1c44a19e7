"""The main content of a page as passages: a heading or a label line, and what stands under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from model.reading import Block, BlockKind, Document, Section, Topic, Zone
from reading.gated import Gated, compiled
from reading.label_rules import is_link
from reading.mission import is_content
from reading.once import once
from reading.vocabulary import component_of_label, pattern, split_label

READ = frozenset({Zone.MAIN, Zone.DIALOG})
"""Zones in which an agency speaks. Its address and its links may stand elsewhere too."""

_OPENS = frozenset(
    {
        *(Topic.VISION_MISSION.value, Topic.MOTTO.value, Topic.SURVEY.value, Topic.SPECIAL_SERVICES.value),
        *(Topic.COMPLAINT_PROCEDURE.value, Topic.COMPLAINT_OFFICER.value, Topic.COMPLAINT_RECAP.value),
        Topic.COMPLAINT_HANDLING.value,
    }
)
_LONGEST_LABEL = 120
_FARTHEST = 12
_VALUE_WORDS = 3
_LAYOUT_LINES = 4
_BEGINNING = 200
"""Characters in which most lines show that they hold some words; few must be counted through."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_AIM_LINE = compiled(r"\W*(?:visi|misi)\b[^:.]{0,40}:\s*", re.I)
_EMPTY = re.compile(r"[\W_]*(?:n/?a|nihil|kosong)?[\W_]*", re.I)
_FORM = "formulir"


@dataclass(frozen=True)  # without slots: its text is joined once
class Passage:
    """heading: as written, "" at the top of a page. trail: headings above, the nearest last.

    component: what the heading is a label of, or "". own_line: the heading is a line of the text.
    """

    heading: str
    trail: tuple[str, ...]
    blocks: tuple[Block, ...]
    where: str = ""
    component: str = ""
    own_line: bool = False

    @once
    def text(self) -> str:
        return "\n".join([b.text for b in self.blocks if b.kind is not BlockKind.IMAGE and b.text])

    @property
    def label(self) -> Block:
        """The heading as a block that can be quoted."""
        return Block(BlockKind.TEXT, self.heading, where=self.where)


class Passages(tuple[Passage, ...]):
    """All passages of a page, in reading order."""

    @once
    def _words(self) -> str:
        return "\n".join([f"{p.heading}\n{p.text}" for p in self])

    @once
    def _components(self) -> frozenset[str]:
        return frozenset([p.component for p in self])

    def speak_of(self, words: Gated, component: str = "") -> bool:
        """Whether such words may stand anywhere, or a label names the component: a cheap look before a dear one."""
        return (component != "" and component in self._components) or words.may_match(self._words)


def passages_of(document: Document) -> Passages:
    """All passages of the main content and of dialogs, in reading order."""
    return Passages(p for s in document.sections if s.zone in READ for p in _cut(s))


def _cut(section: Section) -> Iterator[Passage]:
    """A section, cut again at lines such as "Motto:" that are labels of their own."""
    current = Passage(section.heading, section.trail, (), section.where, component_of_label(section.heading) or "")
    blocks: list[Block] = []
    for block in _unfolded(section.blocks):
        found = _label_line(block)
        if found is None or found[0] == current.component != Topic.VISION_MISSION:
            blocks.append(block)
            continue
        yield _with_blocks(current, blocks)
        component, label, rest = found
        trail = (*section.trail, section.heading) if section.heading else section.trail
        current = Passage(label, trail, (), block.where or section.where, component, True)
        blocks = [replace(block, text=rest, marker="", kind=BlockKind.TEXT)] if rest else []
    yield _with_blocks(current, blocks)


def _with_blocks(passage: Passage, blocks: Sequence[Block]) -> Passage:
    """Written out, because `replace` takes three times as long."""
    return Passage(passage.heading, passage.trail, tuple(blocks), passage.where, passage.component, passage.own_line)


def _unfolded(blocks: Sequence[Block]) -> Iterator[Block]:
    """The same, with the lines of a cell that holds half a page: such a table is there for the layout."""
    for block in blocks:
        if block.kind is not BlockKind.ROW or max(c.count("\n") for c in (*block.cells, "")) < _LAYOUT_LINES:
            yield block
            continue
        for line in (line for cell in block.cells for line in cell.split("\n") if line.strip()):
            links = tuple(li for li in block.links if li.text and li.text in line)
            yield replace(block, kind=BlockKind.TEXT, text=line, cells=(), links=links)


def _label_line(block: Block) -> tuple[str, str, str] | None:
    text, labels = block.text, pattern("agency_labels")
    if (
        not labels.may_match(text)
        or block.kind not in (BlockKind.TEXT, BlockKind.ITEM)
        or block.marker[:1].isdigit()
        or not labels.search(text[:_LONGEST_LABEL])
    ):
        return None
    if is_link(block) or (len(text) > _LONGEST_LABEL and ":" not in text[:_LONGEST_LABEL]):
        return None
    if _AIM_LINE.fullmatch(text):
        return Topic.VISION_MISSION.value, text, ""
    found = split_label(text)
    if found is None or found.component not in _OPENS or not (found.rest or len(text) <= 80):
        return None
    if found.rest and ":" not in text[: len(found.text) + 3]:
        return None  # "IKM 82,37 (Baik)": value and name belong together
    return found.component, found.text, found.rest


def beneath(passages: Sequence[Passage], i: int) -> tuple[Block, ...]:
    """The blocks of a passage and of those below its heading, their headings as blocks, up to the next label."""
    own = passages[i]
    below = (*own.trail, own.heading)
    blocks = list(own.blocks)
    for passage in passages[i + 1 : i + 1 + _FARTHEST]:
        if not own.heading or passage.component in _OPENS:
            break
        if passage.trail[: len(below)] != below and not (_is_value(passage) and not blocks):
            break
        blocks += [passage.label, *passage.blocks]
    return tuple(blocks)


def _is_value(passage: Passage) -> bool:
    """Whether a heading right behind an empty label is the value itself: <h3>Visi</h3><h3>Terwujudnya ...</h3>."""
    return not passage.component and len(_WORD.findall(passage.heading)) >= _VALUE_WORDS


def opening(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """What is said up to a placeholder such as "-": what stands behind that, as a footer, is another matter."""
    said: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.IMAGE:
            continue
        if _EMPTY.fullmatch(block.text) or pattern("placeholder_words").search(block.text):
            break
        if speaks(block):
            said.append(block)
    return tuple(said)


def content(blocks: Sequence[Block], fewest: int = 3) -> tuple[Block, ...]:
    """Blocks that say something of their own, in at least so many words: no links, pictures, forms, placeholders."""
    return tuple(b for b in blocks if speaks(b, fewest))


def speaks(block: Block, fewest: int = 3) -> bool:
    if block.kind is BlockKind.IMAGE or block.where == _FORM or is_link(block):
        return False
    enough = len(_WORD.findall(block.text[:_BEGINNING])) >= fewest or len(_WORD.findall(block.text)) >= fewest
    return enough and (fewest < 2 or is_content(block.text))
