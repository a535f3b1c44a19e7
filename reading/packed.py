"""A Document as short JSON, for the pipe between a worker and its parent: by columns, without what is usual.

All blocks of a document stand together as one table, all their texts as one column of it, and so on: a column is
turned and checked as one, and a page has thousands of values. What comes from a worker may be anything, so every value
is checked on its way in.
"""

from __future__ import annotations

import json
import typing
from collections.abc import Iterable, Sequence
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from itertools import chain, islice, repeat, zip_longest
from operator import attrgetter
from typing import Any

from model.reading import Document


def pack(document: Document) -> str:
    """The text that `unpack` reads."""
    return json.dumps(_table(Document).pack([document]), ensure_ascii=False, separators=(",", ":"))


def unpack(text: str) -> Document:
    """The inverse. Raises ValueError when the text is no such document."""
    try:
        (document,) = _table(Document).unpack(json.loads(text), 1)
    except (TypeError, KeyError, RecursionError) as error:
        raise ValueError(f"this is no packed document: {error}") from error
    return typing.cast(Document, document)


class _Plain:
    """Values that JSON knows."""

    def __init__(self, kind: type) -> None:
        self._kinds = {float, int} if kind is float else {kind}

    def pack(self, values: Sequence[Any]) -> Any:
        return values

    def unpack(self, packed: Any, count: int) -> Sequence[Any]:
        values = _listed(packed, count)
        if not set(map(type, values)) <= self._kinds:
            raise TypeError(f"a column holds something else than {self._kinds}")
        return values


class _Members:
    """Members of an enumeration, by their values."""

    def __init__(self, kind: type[Enum]) -> None:
        self._members = {member.value: member for member in kind}

    def pack(self, values: Sequence[Any]) -> Any:
        return [value.value for value in values]

    def unpack(self, packed: Any, count: int) -> Sequence[Any]:
        return list(map(self._members.__getitem__, _listed(packed, count)))


class _Tuples:
    """Tuples: how long each is, and what stands in all of them."""

    def __init__(self, inner: _Column) -> None:
        self._inner = inner

    def pack(self, values: Sequence[Any]) -> Any:
        return [list(map(len, values)), self._inner.pack(list(chain.from_iterable(values)))]

    def unpack(self, packed: Any, count: int) -> Sequence[Any]:
        sizes, inside = _listed(packed, 2)
        sizes = _listed(sizes, count)
        if not set(map(type, sizes)) <= {int} or min(sizes, default=0) < 0:
            raise TypeError("a tuple has no such length")
        rest = iter(self._inner.unpack(inside, sum(sizes)))
        return [tuple(islice(rest, size)) if size else () for size in sizes]


class _Table:
    """Nouns of one kind: a column for each field; null for a column that is all usual, and at the end not even that."""

    def __init__(self, kind: Any) -> None:
        hints = typing.get_type_hints(kind)
        self._kind = kind
        self._columns = [(attrgetter(f.name), _column(hints[f.name]), f.default) for f in fields(kind)]

    def pack(self, values: Sequence[Any]) -> Any:
        packed: list[Any] = []
        for read, column, usual in self._columns:
            told = list(map(read, values))
            packed.append(None if usual is not MISSING and told.count(usual) == len(told) else column.pack(told))
        while packed and packed[-1] is None:
            packed.pop()
        return packed

    def unpack(self, packed: Any, count: int) -> Sequence[Any]:
        if type(packed) is not list or len(packed) > len(self._columns):
            raise TypeError(f"{packed!r:.60} is no table of {self._kind.__name__}")
        columns: list[Iterable[Any]] = []
        for (_, column, usual), told in zip_longest(self._columns, packed):
            if told is None and usual is MISSING:
                raise TypeError(f"a {self._kind.__name__} lacks what it needs")
            columns.append(repeat(usual, count) if told is None else column.unpack(told, count))
        return list(map(self._kind, *columns))


_Column = _Plain | _Members | _Tuples | _Table


@cache
def _table(kind: type) -> _Table:
    return _Table(kind)


def _column(kind: Any) -> _Column:
    if kind in (str, int, float, bool):
        return _Plain(kind)
    if typing.get_origin(kind) is tuple:
        return _Tuples(_column(typing.get_args(kind)[0]))
    if is_dataclass(kind):
        return _table(typing.cast(type, kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _Members(kind)
    raise TypeError(f"no way to pack {kind}")


def _listed(packed: Any, count: int) -> list[Any]:
    if type(packed) is not list or len(packed) != count:
        raise TypeError(f"{packed!r:.60} are not {count} values")
    return packed
