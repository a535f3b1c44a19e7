"""What is switched off, and what stands in its place."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import types
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import reading

PARSERS = ("find_", "judge_", "stray_", "describe_", "norm_")
"""Beginnings of the names of what reads values and parts."""

GUARDS = ("traps", "traps_of_parts", "site_state", "news", "settle", "belonging", "furniture")
"""Modules in which every function that answers yes, no or nothing guards against a trap."""

GUARD_NAMES = ("is_", "has_", "_is_", "_has_", "_only_", "_other_", "_says_", "_named_")
"""Beginnings of the names of guards elsewhere: they tell what only looks like a value."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A function of the reader. nothing: what it gives when it is switched off."""

    module: str
    name: str
    function: Callable[..., Any]
    nothing: Any

    def __str__(self) -> str:
        return f"{self.module}.{self.name}"

    def switch_off(self) -> None:
        """Give it the inside of the silent one: so it is silent wherever the reader holds it, in tables and tuples too.

        Raises TypeError for what is no function of Python's own, ValueError for one that holds names of another.
        """
        inner = inspect.unwrap(self.function)
        if not isinstance(inner, types.FunctionType):
            raise TypeError(f"{self} cannot be switched off: it is a {type(inner).__name__}")
        inner.__code__ = _silent.__code__
        inner.__defaults__, inner.__kwdefaults__ = None, {"_answer": self.nothing}
        if forget := getattr(self.function, "cache_clear", None):
            forget()


def mutants(*, guards_elsewhere: bool = False) -> Iterator[Mutant]:
    """All parsers and guards, in the order of the modules."""
    for info in sorted(pkgutil.iter_modules(reading.__path__), key=lambda i: i.name):
        if info.name.endswith("worker") or info.name == "ocr":
            continue  # programs, and what finds one
        module = importlib.import_module(f"reading.{info.name}")
        for name, function in vars(module).items():
            if (
                getattr(function, "__module__", "") != module.__name__
                or not callable(function)
                or isinstance(function, type)
            ):
                continue
            guard = info.name in GUARDS or (guards_elsewhere and name.startswith(GUARD_NAMES))
            if (guard or name.startswith(PARSERS)) and (answer := _nothing(function)) is not _UNKNOWN:
                yield Mutant(module.__name__, name, function, answer)


_UNKNOWN = object()


def _nothing(function: Callable[..., Any]) -> Any:
    """The silent answer that fits a function's annotation; _UNKNOWN where there is none."""
    try:
        kind = typing.get_type_hints(inspect.unwrap(function)).get("return")
    except NameError:
        return _UNKNOWN
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType) and type(None) in typing.get_args(kind):
        return None
    if kind in (bool, str):
        return kind()
    if origin is tuple and typing.get_args(kind)[-1] is Ellipsis:
        return ()
    return {list: [], Iterator: iter(()), typing.get_origin(Iterator[int]): iter(())}.get(origin, _UNKNOWN)


def _silent(*_: Any, _answer: Any = None, **__: Any) -> Any:
    return list(_answer) if isinstance(_answer, list) else _answer
