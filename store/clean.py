"""Text that every database can keep. Cleaned once, here, so that SQLite and PostgreSQL hold the same."""

from __future__ import annotations

from typing import Any, TypeVar

from model.codec import from_json, plain, to_json

T = TypeVar("T")

REPLACEMENT = "�"


def clean_text(text: str) -> str:
    """Replace what no database keeps: NUL (refused by PostgreSQL) and lone surrogates (no UTF-8 form). Idempotent."""
    if "\0" in text:
        text = text.replace("\0", REPLACEMENT)
    try:
        text.encode()
    except UnicodeEncodeError:
        # by way of UTF-16, so that two halves that stand together become the character they mean
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def clean(kind: type[T], noun: T) -> tuple[T, str]:
    """The noun with clean text, and its canonical JSON."""
    text = to_json(_clean_plain(plain(noun)))
    return from_json(kind, text), text


def _clean_plain(data: Any) -> Any:
    if isinstance(data, str):
        return clean_text(data)
    if isinstance(data, list):
        return [_clean_plain(v) for v in data]
    if isinstance(data, dict):
        return {clean_text(k): _clean_plain(v) for k, v in data.items()}
    return data
