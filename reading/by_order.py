"""A standard whose labels were lost: what is left are its values, in the order in which a standard is written.

The national portal SIPPN and copies of its records print the name of the service, then the lists of requirements and
steps, the time, the fee, the product, and how complaints are handled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.reading import Block, BlockKind, Document, Topic, Zone
from reading.durations import norm_of_time
from reading.fees import find_fee
from reading.gated import compiled
from reading.parts import Part
from reading.procedures import is_step
from reading.service_names import clean_name

_OF_PORTAL = compiled(r"menyampaikan\s+(?:permasalahan\s+pelayanan\s+publik|pengaduan,\s+aspirasi)\b", re.I)
"""What the national portal prints below every record, and so the end of the record."""

_DECREE = compiled(r"no\.?\s*sk\b", re.I)
_COMPLAINT = compiled(r"\b(?:pengadu\w*|aduan|keluhan)\b", re.I)
_CHANNEL = compiled(r"\bkotak\s+saran\b|\bsms\b|whats\s?app|\bwa\b|\be-?mail\b|\btelepon\b", re.I)
_MOST = 400  # blocks of a record
_SHORT = 60
_NEAR = 4  # lines below the lists among which the time stands
_LINE = 160


def parts_by_order(document: Document) -> Iterator[Part]:
    """The parts that the order tells, without a label. None for a document that says what its values are."""
    if document.medium != "text":
        return
    blocks = [
        block for section in document.sections for block in _lines(section.heading, section.where, section.blocks)
    ]
    end = next((i for i, b in enumerate(blocks) if _OF_PORTAL.search(b.text)), None)
    of_portal = end is not None or any(_DECREE.match(b.text) for b in blocks[1:3])  # its number below the name
    fee = _fee_at(blocks[: min(_MOST, len(blocks) if end is None else end)], of_portal=of_portal)
    if fee is None and not of_portal:
        return
    record = _Record(tuple(blocks[:end]), fee or 0)
    for component, found in record.values() if fee is not None else record.lists():
        if found:
            yield Part(component, "", record.name, (), tuple(found), Zone.MAIN, found[0].where)


def _lines(heading: str, where: str, blocks: Sequence[Block]) -> Iterator[Block]:
    if heading:
        yield Block(BlockKind.TEXT, heading, where=where)
    yield from blocks


def _fee_at(blocks: Sequence[Block], *, of_portal: bool) -> int | None:
    """Where the fee stands: a line that says nothing else, below one that tells only a time."""
    for i, block in enumerate(blocks):
        bullet = (
            of_portal and block.kind is BlockKind.ITEM and block.marker == "•" and blocks[i - 1].kind is BlockKind.TEXT
        )
        if not i or not (bullet or block.kind is BlockKind.TEXT) or len(block.text) > (_LINE if of_portal else _SHORT):
            continue
        fee = find_fee(block.text, field=True)
        if fee is None or not (fee.clear or of_portal) or norm_of_time(block.text, field=True):
            continue
        if of_portal or (len(blocks[i - 1].text) <= _SHORT and _tells_time(blocks[i - 1])):
            return i
    return None


def _tells_time(block: Block) -> bool:
    norm = norm_of_time(block.text, field=True)
    return norm is not None and norm.clear


@dataclass(frozen=True, slots=True)
class _Record:
    """blocks: up to the end of the record. fee: place of the fee among them."""

    blocks: tuple[Block, ...]
    fee: int

    @property
    def name(self) -> str:
        first = self.blocks[0] if self.blocks else None
        named = first is not None and first.kind is BlockKind.TEXT and len(first.text) <= _LINE
        return clean_name(first.text) if first and named and not _DECREE.match(first.text) else ""

    def lists(self) -> Iterator[tuple[str, Sequence[Block]]]:
        """Requirements and steps of a record that tells no fee: the two lists below its name."""
        items = [i for i, b in enumerate(self.blocks) if b.kind is BlockKind.ITEM]
        first = items[0] if items else 0
        end = next(
            (i for i in range(first, len(self.blocks)) if self.blocks[i].kind is not BlockKind.ITEM), len(self.blocks)
        )
        lists = _grouped(_Record(self.blocks[:end], end)._lists())
        if len(lists) == 2:
            yield Topic.REQUIREMENTS, lists[0]
            yield Topic.PROCEDURE, lists[1]
            yield Topic.COMPLETION_TIME, [b for b in self.blocks[end : end + _NEAR] if _tells_time(b)]
            yield from self._below_the_time(end)

    def _below_the_time(self, start: int) -> Iterator[tuple[str, Sequence[Block]]]:
        """A fee that is told as a list, and the product, which is the line below it."""
        kinds = [b.kind is BlockKind.ITEM for b in self.blocks]
        fee = next((i for i in range(start, len(kinds)) if kinds[i]), len(kinds))
        product = next((i for i in range(fee, len(kinds)) if not kinds[i]), len(kinds))
        if product < len(kinds) and len(self.blocks[product].text) <= _LINE:
            yield Topic.FEE, self.blocks[fee:product]
            yield Topic.PRODUCT, self.blocks[product : product + 1]
            yield Topic.COMPLAINT_HANDLING, self._complaints(product + 1)

    def values(self) -> Iterator[tuple[str, Sequence[Block]]]:
        lists = self._lists()
        if len(lists) >= 2:
            yield Topic.REQUIREMENTS, lists[0]
            yield Topic.PROCEDURE, [b for one in lists[1:] for b in one]
        ends = self.blocks.index(lists[-1][-1]) + 1 if lists else 0
        yield Topic.COMPLETION_TIME, [b for b in self.blocks[ends : self.fee] if _tells_time(b)]
        product = self._product()
        yield Topic.FEE, self.blocks[self.fee : product]
        if product < len(self.blocks):
            yield Topic.PRODUCT, self.blocks[product : product + 1]
            yield Topic.COMPLAINT_HANDLING, self._complaints(product + 1)

    def _lists(self) -> list[list[Block]]:
        """The numbered lists before the fee: one ends where the numbers begin anew."""
        lists: list[list[Block]] = []
        for block in self.blocks[: self.fee]:
            if block.kind is not BlockKind.ITEM:
                continue
            if block.marker.strip("().") == "1":
                lists.append([])
            if lists:
                lists[-1].append(block)
        return lists

    def _product(self) -> int:
        """The line below the fee; where a tariff table follows, the name of the service said again."""
        rest = range(self.fee + 1, len(self.blocks))
        title = self.blocks[0].text.strip().casefold()
        again = next((i for i in rest if self.blocks[i].text.strip().casefold() == title), None)
        return again if again is not None else self.fee + 1

    def _complaints(self, start: int) -> Sequence[Block]:
        rest = self.blocks[start:]
        return rest if any(_COMPLAINT.search(b.text) or _CHANNEL.search(b.text) for b in rest) else ()


def _grouped(lists: list[list[Block]]) -> list[list[Block]]:
    """Two lists of many: papers for each kind of citizen, then steps for each, below bullets that name the kind."""
    lists = [_without_heads(one) for one in lists]
    steps = [sum(is_step(b.text) for b in one) * 2 > len(one) for one in lists]
    first = steps.index(True) if True in steps else 0
    if len(lists) < 3 or not first or not all(steps[first:]):
        return lists
    return [[b for one in lists[:first] for b in one], [b for one in lists[first:] for b in one]]


def _without_heads(blocks: list[Block]) -> list[Block]:
    """The list without the bullet at its end, which heads the next one."""
    end = len(blocks)
    while end > 1 and blocks[end - 1].marker in _BULLETS and blocks[0].marker not in _BULLETS:
        end -= 1
    return blocks[:end]


_BULLETS = ("-", "•")
