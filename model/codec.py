"""Frozen dataclasses to JSON and back, without losing a type: fractions, times, enums, sentences, tuples.

The canonical text (sorted keys, no spaces) is what the store keeps, so equal nouns give equal bytes.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import types
import typing
from collections.abc import Callable
from datetime import UTC, datetime
from enum import Enum
from fractions import Fraction
from typing import Any, TypeVar

T = TypeVar("T")


def plain(value: Any) -> Any:
    """A noun as JSON-ready data. Times become ISO 8601 in UTC, fractions "a/b"."""
    kind: Any = type(value)
    if kind in _AS_IT_IS:
        return value
    if kind is tuple or kind is list:
        return [v if type(v) in _AS_IT_IS else plain(v) for v in value]
    if names := _names(kind):
        return {name: plain(getattr(value, name)) for name in names}
    return _plain_value(value)


_AS_IT_IS = frozenset((str, int, float, bool, type(None)))


@functools.cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass; none for everything else."""
    return tuple(f.name for f in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()


def _plain_value(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {}  # a noun without fields
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise TypeError(f"cannot write {value!r} as JSON: its zone is not known")
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, dict):
        return {str(plain(k)): plain(v) for k, v in value.items()}
    if isinstance(value, (str, int, float, bool)):
        return value
    raise TypeError(f"cannot write a {type(value).__name__} as JSON")


def to_json(value: Any) -> str:
    """Canonical JSON of a noun."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, allow_nan=False, separators=(",", ":"))


def from_json(kind: type[T], text: str) -> T:
    """The inverse of `to_json`. Raises ValueError when the text does not fit the noun."""
    try:
        return typing.cast(T, _read(kind, json.loads(text)))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"this is not a {kind.__name__}: {error}") from error


def read_plain(kind: type[T], data: Any) -> T:
    """A noun from what `plain` made of it."""
    return typing.cast(T, _read(kind, data))


def _read(kind: Any, data: Any) -> Any:
    return _reader(kind)(data)


Reader = Callable[[Any], Any]


@functools.cache
def _reader(kind: Any) -> Reader:
    """What reads a kind of value; made once, because a document holds thousands of equal kinds."""
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return _union_reader(kind)
    if origin is tuple:
        return _tuple_reader(typing.get_args(kind))
    if kind is Any:
        return _freeze
    if isinstance(kind, type):
        if dataclasses.is_dataclass(kind):
            return _noun_reader(kind)
        if issubclass(kind, Enum):
            return kind
        if kind is Fraction:
            return Fraction
        if kind is datetime:
            return lambda data: datetime.fromisoformat(data.replace("Z", "+00:00"))
    return lambda data: _as_it_is(kind, data)


def _as_it_is(kind: Any, data: Any) -> Any:
    if isinstance(kind, type):
        if kind is float and isinstance(data, int):
            return float(data)
        if isinstance(data, kind):
            return data
    raise TypeError(f"{data!r:.60} does not fit {kind}")


def _noun_reader(kind: type) -> Reader:
    readers: dict[str, Reader] = {}

    def read(data: Any) -> Any:
        if not readers:  # only now, because a noun may hold nouns of its own kind
            readers.update((name, _reader(hint)) for name, hint in typing.get_type_hints(kind).items())
        return kind(**{name: readers[name](value) for name, value in data.items()})

    return read


def _union_reader(kind: Any) -> Reader:
    options = [_reader(option) for option in typing.get_args(kind) if option is not type(None)]

    def read(data: Any) -> Any:
        if data is None:
            return None
        for option in options:
            try:
                return option(data)
            except (TypeError, ValueError):
                continue
        raise TypeError(f"{data!r:.60} does not fit {kind}")

    return read


def _tuple_reader(args: tuple[Any, ...]) -> Reader:
    readers = [_reader(arg) for arg in args if arg is not Ellipsis]
    if len(args) == 2 and args[1] is Ellipsis:
        one = readers[0]
        return lambda data: tuple([one(value) for value in data])

    def read(data: Any) -> Any:
        if len(readers) != len(data):
            raise TypeError(f"expected {len(readers)} values, got {len(data)}")
        return tuple(reader(value) for reader, value in zip(readers, data, strict=True))

    return read


def _freeze(data: Any) -> Any:
    return tuple(_freeze(v) for v in data) if isinstance(data, list) else data
