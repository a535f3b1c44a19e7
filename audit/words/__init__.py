"""The command line in another language: `patuh --lang en ...`, or PATUH_LANG=en.

Code says everything in Bahasa Indonesia. The catalogue maps its sentences to English ones; in both, {0}, {1} ... stand
for what is filled in. A sentence that no entry fits stays as it is.
"""

from __future__ import annotations

import functools
import os
import re
import tomllib
from collections.abc import MutableSequence
from pathlib import Path
from typing import Any

VARIABLE = "PATUH_LANG"
OPTION = "--lang"
_HOLE = re.compile(r"\{(\d)\}")


def choose(arguments: MutableSequence[str]) -> None:
    """Take `--lang id|en` in front of the command off the arguments, and remember it for this process."""
    if len(arguments) > 2 and arguments[1] == OPTION and arguments[2] in ("id", "en"):
        os.environ[VARIABLE] = arguments[2]
        del arguments[1:3]


def english() -> bool:
    return os.environ.get(VARIABLE, "id").strip().lower() == "en"


def word(text: str) -> str:
    """A sentence of ours in the language of this process."""
    if not english() or not text.strip():
        return text
    plain = _plain().get(text)
    if plain is not None:
        return plain
    for pattern, said in _patterns():
        if found := pattern.fullmatch(text):
            return _HOLE.sub(lambda hole: word(found[f"h{hole[1]}"]), said)
    return text


def translate(command: Any) -> None:
    """Put the help of a click command, of its options and of the commands below it into English."""
    command.help = help_word(command.help)
    command.short_help = help_word(command.short_help)
    for option in command.params:
        if getattr(option, "help", None):
            option.help = word(option.help)
    for below in getattr(command, "commands", {}).values():
        translate(below)


def help_word(text: str | None) -> str | None:
    """A docstring: its first sentence, and the example, which is the same in every language."""
    if not text:
        return text
    says, blank, example = text.partition("\n\n")
    return word(says) + blank + example.replace("Contoh:", "Example:")


@functools.cache
def _catalogue() -> dict[str, dict[str, str]]:
    catalogue: dict[str, dict[str, str]] = tomllib.loads((Path(__file__).parent / "en.toml").read_text("utf-8"))
    return catalogue


@functools.cache
def _plain() -> dict[str, str]:
    entries = {key: said for part in _catalogue().values() for key, said in part.items()}
    return {key: said for key, said in entries.items() if not _HOLE.search(key)}


@functools.cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Longest first, so that a sentence with much of its own goes before one that is nearly all hole."""
    entries = {key: said for part in _catalogue().values() for key, said in part.items() if _HOLE.search(key)}
    return tuple((_pattern(key), entries[key]) for key in sorted(entries, key=len, reverse=True))


def _pattern(key: str) -> re.Pattern[str]:
    pieces = _HOLE.split(key)
    texts = [re.escape(piece) if n % 2 == 0 else f"(?P<h{piece}>.*?)" for n, piece in enumerate(pieces)]
    return re.compile("".join(texts), re.DOTALL)
