"""A Document as short JSON, for the pipe between a worker and its parent: values by place, without what is usual.

About a third of the size and the time of the canonical JSON of `model.codec`, which is for keeping. What comes from a
worker may be anything, so every value is checked on its way in.
"""

from __future__ import annotations

import json
import typing
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

from model.reading import Document

Turn = Callable[[Any], Any]


def pack(document: Document) -> str:
    """The text that `unpack` reads."""
    return json.dumps(_document_packer()(document), ensure_ascii=False, separators=(",", ":"))


def unpack(text: str) -> Document:
    """The inverse. Raises ValueError when the text is no such document."""
    try:
        document = _unpacker(Document)(json.loads(text))
    except (TypeError, KeyError, RecursionError) as error:
        raise ValueError(f"this is no packed document: {error}") from error
    return typing.cast(Document, document)


@cache
def _document_packer() -> Turn:
    return _noun_packer(Document)


@cache
def _packer(kind: Any) -> Turn | None:
    """What turns a kind of value into JSON; None for what is JSON already."""
    if kind in (str, int, float, bool):
        return None
    if typing.get_origin(kind) is tuple:
        one = _packer(typing.get_args(kind)[0])
        return list if one is None else lambda values: [one(value) for value in values]
    if is_dataclass(kind):
        return _noun_packer(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return attrgetter("value")
    raise TypeError(f"no way to pack {kind}")


def _noun_packer(kind: Any) -> Turn:
    hints = typing.get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    read = attrgetter(*names)
    turns = [(i, turn) for i, name in enumerate(names) if (turn := _packer(hints[name])) is not None]
    usual = [() if field.default is MISSING else field.default for field in fields(kind)]
    needed = sum(field.default is MISSING for field in fields(kind))

    def pack_noun(noun: Any) -> list[Any]:
        values = list(read(noun))
        size = len(values)
        while size > needed and values[size - 1] == usual[size - 1]:
            size -= 1
        del values[size:]
        for i, turn in turns:
            if i < size:
                values[i] = turn(values[i])
        return values

    return pack_noun


@cache
def _unpacker(kind: Any) -> Turn:
    if kind in (str, int, float, bool):
        return lambda value: _checked(kind, value)
    if typing.get_origin(kind) is tuple:
        one = _unpacker(typing.get_args(kind)[0])
        return lambda values: tuple([one(value) for value in _checked(list, values)])
    if is_dataclass(kind):
        return _noun_unpacker(kind)
    return {member.value: member for member in kind}.__getitem__


def _checked(kind: type, value: Any) -> Any:
    if type(value) is kind or (kind is float and type(value) is int):
        return value
    raise TypeError(f"{value!r:.60} is no {kind.__name__}")


def _noun_unpacker(kind: Any) -> Turn:
    hints = typing.get_type_hints(kind)
    turns = [_unpacker(hints[field.name]) for field in fields(kind)]

    def unpack_noun(values: Any) -> Any:
        if type(values) is not list or len(values) > len(turns):
            raise TypeError(f"{values!r:.60} is no {kind.__name__}")
        return kind(*[turn(value) for turn, value in zip(turns, values, strict=False)])

    return unpack_noun
