"""Outlines to JSON and back, several times faster than `model.codec`: years of thousands of agencies are read at once.

The text is the canonical JSON that the codec writes; only the way back is by hand. Fractions come again and again, so
equal texts give the same object, which also makes equal points quick to compare.
"""

from __future__ import annotations

import json
from fractions import Fraction
from functools import lru_cache
from typing import Any

from model.codec import to_json
from model.evidence import Reach
from model.finding import Verdict
from model.outline import CheckAnswer, Outline, OutlinePage, ServiceAnswer
from model.score import Points

_VERDICTS = {v.value: v for v in Verdict}
_REACHES = {r.value: r for r in Reach}


def write(outline: Outline) -> str:
    """Canonical JSON."""
    return to_json(outline)


def read(text: str) -> Outline:
    """The inverse of `write`. Raises ValueError when the text is no outline."""
    try:
        return _outline(json.loads(text))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"this is no Outline: {error}") from error


def _outline(data: dict[str, Any]) -> Outline:
    return Outline(
        agency=data["agency"],
        name=data["name"],
        run=data["run"],
        period=data["period"],
        audited=data["audited"],
        reach=_REACHES[data["reach"]],
        low=None if data["low"] is None else _fraction(data["low"]),
        high=None if data["high"] is None else _fraction(data["high"]),
        zone=data["zone"],
        category=data["category"],
        instrument=data["instrument"],
        instrument_version=data["instrument_version"],
        reading=data["reading"],
        points=tuple([_points(p) for p in data["points"]]),
        answers=tuple([_answer(a) for a in data["answers"]]),
        services=tuple([(key, name, url) for key, name, url in data["services"]]),
        pages=tuple([_page(p) for p in data["pages"]]),
        unseen=tuple([(mark, _REACHES[reach]) for mark, reach in data["unseen"]]),
        cut_off=data["cut_off"],
    )


@lru_cache(maxsize=100_000)
def _fraction(text: str) -> Fraction:
    return Fraction(text)


def _points(data: dict[str, Any]) -> Points:
    return Points(
        data["indicator"],
        _VERDICTS[data["verdict"]],
        _fraction(data["low"]),
        _fraction(data["high"]),
        _fraction(data["maximum"]),
    )


def _answer(data: dict[str, Any]) -> CheckAnswer:
    return CheckAnswer(
        data["check"],
        data["version"],
        _VERDICTS[data["verdict"]],
        tuple(data["proofs"]),
        tuple([(url, _REACHES[reach]) for url, reach in data["unread"]]),
        tuple([ServiceAnswer(s["key"], _VERDICTS[s["verdict"]], tuple(s["proofs"])) for s in data["services"]]),
    )


def _page(data: dict[str, Any]) -> OutlinePage:
    return OutlinePage(data["url"], data["digest"], data["title"], data["words"], tuple(data["sketch"]), data["parent"])
