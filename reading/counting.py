"""Two counts run through a copied standard: that of its labels, and that of the list below each of them."""

from __future__ import annotations

from collections.abc import Sequence

from model.reading import Block, BlockKind


def follows(marker: str, other: str) -> bool:
    """Whether `other` counts on from `marker`: "4." and "5.", "a)" and "b)"."""
    a, b = marker.strip("().").lower(), other.strip("().").lower()
    if a.isdigit() and b.isdigit():
        return int(b) == int(a) + 1
    return len(a) == len(b) == 1 and a.isalpha() and ord(b) == ord(a) + 1


def carries_on(label: str, blocks: Sequence[Block], item: Block) -> bool:
    """Whether an item counts on from the item right before it, in a list that has a label of its own.

    label: marker of that label. blocks: what stands below it so far.
    """
    if not blocks or item.kind is not BlockKind.ITEM:
        return False
    before = blocks[-1]
    same_list = before.kind is BlockKind.ITEM and before.depth == item.depth
    return same_list and not follows(label, item.marker) and follows(before.marker, item.marker)


def counts_labels(label: str, blocks: Sequence[Block], item: Block) -> bool:
    """Whether an item leaves the count of its list for that of the labels: "2. Alur", "1." to "5.", now "4. Biaya"."""
    own, other = label.strip("()."), item.marker.strip("().")
    if not (own.isdigit() and other.isdigit() and int(other) > int(own)):
        return False
    before = next((b.marker for b in reversed(blocks) if b.kind is BlockKind.ITEM), "")
    return bool(before) and not follows(before, item.marker)


def counts_on(blocks: Sequence[Block], item: Block) -> bool:
    """Whether a list has come as far as the number of its label by itself: "2. Prosedur", "1.", "2.", and now "3."."""
    steps = [b for b in blocks if b.kind is BlockKind.ITEM and b.depth == item.depth][-2:]
    return len(steps) == 2 and follows(steps[0].marker, steps[1].marker) and follows(steps[1].marker, item.marker)
