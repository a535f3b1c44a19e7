"""Frozen dataclasses to JSON and back, without losing a type: fractions, times, enums, sentences, tuples.

The canonical text (sorted keys, no spaces) is what the store keeps, so equal nouns give equal bytes.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import types
import typing
from datetime import UTC, datetime
from enum import Enum
from fractions import Fraction
from typing import Any, TypeVar

T = TypeVar("T")


def plain(value: Any) -> Any:
    """A noun as JSON-ready data. Times become ISO 8601 in UTC, fractions "a/b"."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
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
    if value is None or isinstance(value, (str, int, float, bool)):
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


@functools.cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _read(kind: Any, data: Any) -> Any:
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return _read_union(kind, data)
    if origin is tuple:
        return _read_tuple(typing.get_args(kind), data)
    if kind is Any:
        return _freeze(data)
    if isinstance(kind, type):
        if dataclasses.is_dataclass(kind):
            hints = _hints(kind)
            return kind(**{k: _read(hints[k], v) for k, v in data.items()})
        if issubclass(kind, Enum):
            return kind(data)
        if kind is Fraction:
            return Fraction(data)
        if kind is datetime:
            return datetime.fromisoformat(data.replace("Z", "+00:00"))
        if kind is float and isinstance(data, int):
            return float(data)
        if isinstance(data, kind):
            return data
    raise TypeError(f"{data!r:.60} does not fit {kind}")


def _read_union(kind: Any, data: Any) -> Any:
    if data is None:
        return None
    for option in typing.get_args(kind):
        if option is type(None):
            continue
        try:
            return _read(option, data)
        except (TypeError, ValueError):
            continue
    raise TypeError(f"{data!r:.60} does not fit {kind}")


def _read_tuple(args: tuple[Any, ...], data: Any) -> tuple[Any, ...]:
    if len(args) == 2 and args[1] is Ellipsis:
        return tuple(_read(args[0], v) for v in data)
    if len(args) != len(data):
        raise TypeError(f"expected {len(args)} values, got {len(data)}")
    return tuple(_read(a, v) for a, v in zip(args, data, strict=True))


def _freeze(data: Any) -> Any:
    return tuple(_freeze(v) for v in data) if isinstance(data, list) else data
