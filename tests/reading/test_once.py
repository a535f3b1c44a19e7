"""A property that is worked out once."""

from __future__ import annotations

from dataclasses import dataclass

from reading.once import once

asked: list[str] = []


@dataclass(frozen=True)
class Text:
    words: tuple[str, ...]

    @once
    def joined(self) -> str:
        """All words."""
        asked.append("joined")
        return " ".join(self.words)


def test_what_was_worked_out_once_is_kept_for_its_own_object_and_is_no_part_of_it() -> None:
    one, same, other = Text(("a", "b")), Text(("a", "b")), Text(("c",))
    asked.clear()
    assert [one.joined, one.joined, other.joined] == ["a b", "a b", "c"]
    assert asked == ["joined", "joined"]
    assert one == same
    assert Text.joined.__doc__ == "All words."
