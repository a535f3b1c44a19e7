"""Reads the vocabulary files and tells, by file and key, what is wrong with one of them."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from model.reading import Topic

FOLDER = Path(__file__).parent
LABELS_FILE = "labels.toml"

_TYPOGRAPHIC = str.maketrans("‐‑‒–—―−‘’‚‛`´“”„«»×", "-" * 7 + "'" * 6 + '"' * 5 + "x")
_TYPOGRAPHIC_AND_SPACES = _TYPOGRAPHIC | str.maketrans("\u00a0\u202f\u2009\u2007\t", " " * 5)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


class VocabularyError(ValueError):
    """A vocabulary file does not have the shape it must have. The message names the file and the key."""


@dataclass(frozen=True, slots=True)
class LabelEntry:
    """What one label table says. component: a topic's value or the name of another part of a standard."""

    component: str
    topic: Topic | None
    labels: tuple[str, ...]
    heads: tuple[str, ...]


def fold_signs(text: str) -> str:
    """Plain dashes, quotes, times signs and spaces, letter for letter: places in the result are places in the text."""
    return text if text.isascii() and "\t" not in text else text.translate(_TYPOGRAPHIC_AND_SPACES)


def normalise(text: str) -> str:
    """Text for comparing: one width, lower case, plain dashes and quotes, no invisible signs, single spaces."""
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text).translate(_TYPOGRAPHIC))
    elif "`" in text:
        text = text.translate(_TYPOGRAPHIC)
    return " ".join(text.split()).casefold()


@cache
def words(name: str) -> tuple[str, ...]:
    """The phrases of one list, as written in its file. Raises KeyError for a name that no file has."""
    return _lists()[name]


@cache
def pairs(name: str) -> Mapping[str, str]:
    """A list of "word = meaning" entries as a mapping. Raises VocabularyError when an entry has no "="."""
    found: dict[str, str] = {}
    for entry in words(name):
        word, sign, meaning = (part.strip() for part in entry.partition("="))
        if not (word and sign and meaning):
            raise VocabularyError(f'{name}: {entry!r} should read "word = meaning"')
        found[word] = meaning
    return MappingProxyType(found)


@cache
def label_entries() -> tuple[LabelEntry, ...]:
    """All label tables of labels.toml, topics first, in the order of the file."""
    return read_labels(FOLDER / LABELS_FILE)


def read_labels(path: Path) -> tuple[LabelEntry, ...]:
    """The label tables of a file. Raises VocabularyError."""
    data = _parse(path)
    for group in data:
        if group not in ("topic", "other"):
            raise VocabularyError(f"{path.name}: unknown group [{group}.…], expected [topic.NAME] or [other.NAME]")
    entries = [_entry(path, "topic", k, v) for k, v in data.get("topic", {}).items()]
    return tuple(entries + [_entry(path, "other", k, v) for k, v in data.get("other", {}).items()])


def read_lists(path: Path) -> dict[str, tuple[str, ...]]:
    """The phrase lists of a file. Raises VocabularyError."""
    return {key: _phrases(path, key, value) for key, value in _parse(path).items()}


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        if path.name == LABELS_FILE:
            continue
        for key, phrases in read_lists(path).items():
            if key in found:
                raise VocabularyError(f"{path.name}: the list {key!r} stands in another file already")
            found[key] = phrases
    return MappingProxyType(found)


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{path.name}: {error}") from error


def _entry(path: Path, group: str, name: str, value: Any) -> LabelEntry:
    key = f"{group}.{name}"
    if not isinstance(value, dict) or not value.get("labels") or set(value) - {"labels", "heads"}:
        raise VocabularyError(f'{path.name}: [{key}] needs "labels" and may have "heads", nothing else')
    topic = None
    if group == "topic":
        try:
            topic = Topic(name)
        except ValueError:
            raise VocabularyError(f"{path.name}: [{key}] is not a topic that the audit knows") from None
    labels = _phrases(path, f"{key}.labels", value["labels"])
    return LabelEntry(name, topic, labels, _phrases(path, f"{key}.heads", value.get("heads", [])))


def _phrases(path: Path, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise VocabularyError(f"{path.name}: {key} should be a list of texts in quotes")
    for phrase in value:
        if not phrase.strip() or phrase != phrase.strip():
            raise VocabularyError(f"{path.name}: {key} holds {phrase!r}: empty, or with a space at an end")
    repeated = sorted({v for v in value if value.count(v) > 1})
    if repeated:
        raise VocabularyError(f"{path.name}: {key} holds {repeated[0]!r} more than once")
    return tuple(value)
