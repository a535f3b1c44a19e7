"""A property that is worked out once and kept in its object.

`functools.cached_property` without the lock that it takes before Python 3.12, which costs as much as ten lookups: a
page has thousands of such properties, and what two threads work out at the same moment is the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):
    """For objects with a __dict__; the first answer lies there under the name of the property, and is found first."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> Self: ...
    @overload
    def __get__(self, owner: object, kind: type) -> T: ...
    def __get__(self, owner: object | None, kind: type) -> T | Self:
        if owner is None:
            return self
        found = owner.__dict__[self._name] = self._work(owner)
        return found
