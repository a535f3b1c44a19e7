"""What is switched off, and what stands in its place."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import sys
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
        """Put the silent one in its place, wherever the reader has a name for it."""
        silent = _silent(self.nothing)
        for module in [
            m for name, m in sys.modules.items() if name.split(".")[0] in ("reading", "checks", "audit", "tests")
        ]:
            for name, value in list(vars(module).items()):
                if value is self.function:
                    setattr(module, name, silent)
                elif isinstance(value, dict):
                    value.update({k: silent for k, v in value.items() if v is self.function})


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


def _silent(nothing: Any) -> Callable[..., Any]:
    def silent(*_: Any, **__: Any) -> Any:
        return [] if isinstance(nothing, list) else nothing

    return silent
