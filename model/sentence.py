"""A sentence for people: an Indonesian pattern and the values that fill it.

Kept apart until it is shown, so that a report can say the same thing in another language.
"""

from __future__ import annotations

from dataclasses import dataclass

Value = str | int


@dataclass(frozen=True, slots=True)
class Sentence:
    """`pattern` in Bahasa Indonesia with {names}; `values` as sorted pairs, so that equal sentences compare equal."""

    pattern: str
    values: tuple[tuple[str, Value], ...] = ()

    def __str__(self) -> str:
        return self.pattern.format(**dict(self.values))


def say(pattern: str, **values: Value) -> Sentence:
    """Build a sentence. Raises KeyError or IndexError when the pattern asks for a value that is not given."""
    sentence = Sentence(pattern, tuple(sorted(values.items())))
    str(sentence)  # fails here, beside the mistake, and not in a report
    return sentence
