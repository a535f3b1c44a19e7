"""TOML that strangers write: parsed with exact numbers, and every mistake told with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import ValidationError

PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")

KINDS: dict[str, str] = {
    "missing": "“{key}” belum diisi. Tambahkan baris “{key} = ...”.",
    "extra_forbidden": "“{key}” tidak dikenal. Hapus baris ini atau perbaiki ejaannya.",
    "string_type": "“{key}” harus berupa teks di antara tanda petik.",
    "string_too_short": "“{key}” masih kosong. Isi dengan teks.",
    "string_pattern_mismatch": "“{key}” hanya boleh memuat huruf kecil, angka, garis bawah, dan tanda hubung.",
    "int_type": "“{key}” harus berupa bilangan bulat tanpa tanda petik.",
    "bool_type": "“{key}” harus true atau false tanpa tanda petik.",
    "list_type": "“{key}” harus berupa daftar di antara kurung siku.",
    "too_short": "“{key}” belum berisi. Tambahkan sekurang-kurangnya satu.",
    "greater_than_equal": "“{key}” tidak boleh kurang dari {ge}.",
    "less_than_equal": "“{key}” tidak boleh lebih dari {le}.",
    "literal_error": "“{key}” harus salah satu dari {expected}.",
}
"""What is wrong, by pydantic's kind of mistake (Bahasa Indonesia)."""


@dataclass(frozen=True, slots=True)
class Mistake:
    line: int
    says: str


class TomlMistakes(ValueError):
    """A file that cannot be used. One line per mistake: "file:line: sentence with the remedy"."""

    def __init__(self, path: Path, mistakes: Sequence[Mistake]) -> None:
        self.path = path
        self.mistakes = tuple(sorted(mistakes, key=lambda m: (m.line, m.says)))
        super().__init__("\n".join(f"{path}:{m.line}: {m.says}" for m in self.mistakes))


def read_toml(path: Path) -> tuple[str, dict[str, Any]]:
    """The text and its data; decimals stay exact. Raises TomlMistakes when the file is missing or is no TOML."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise TomlMistakes(path, [Mistake(0, "Berkas tidak dapat dibuka. Periksa nama dan foldernya.")]) from error
    except UnicodeDecodeError as error:
        raise TomlMistakes(path, [Mistake(0, "Berkas bukan teks UTF-8. Simpan ulang sebagai UTF-8.")]) from error
    try:
        return text, tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        place = PLACE.search(str(error))
        line = int(place[1]) if place and place[1] else len(text.splitlines())
        told = PLACE.sub("", str(error))
        says = f"Penulisan TOML keliru ({told}). Periksa tanda petik, kurung, dan tanda sama dengan pada baris ini."
        raise TomlMistakes(path, [Mistake(line, says)]) from error


def mistakes_of(error: ValidationError, text: str) -> list[Mistake]:
    """Pydantic's errors as sentences, each with the line that holds the mistake."""
    return [Mistake(line_of(text, e["loc"]), _sentence(dict(e))) for e in error.errors()]


def _sentence(error: dict[str, Any]) -> str:
    key = next((str(part) for part in reversed(error["loc"]) if isinstance(part, str)), "berkas")
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    pattern = KINDS.get(error["type"], "“{key}” tidak sesuai ({msg}). Periksa kembali isinya.")
    return pattern.format(**{**error.get("ctx", {}), "key": key, "msg": error["msg"]})


def line_of(text: str, loc: Sequence[str | int]) -> int:
    """The line, from 1, at which the part of a file named by `loc` stands; the nearest part above when it is missing.

    loc: keys and indexes as pydantic gives them, e.g. ("criteria", 3, "weight").
    """
    lines = text.splitlines()
    at, end = 0, len(lines)
    for part, then in zip(loc, (*loc[1:], ""), strict=True):
        if isinstance(part, int):
            continue
        if isinstance(then, int):
            found = _entry(lines, part, then, at, end)
            if found is None:
                break
            at, end = found
        else:
            at = next((n for n in range(at, end) if re.match(rf"\s*{re.escape(part)}\s*=", lines[n])), at)
    return min(at + 1, max(1, len(lines)))


def _entry(lines: Sequence[str], key: str, index: int, at: int, end: int) -> tuple[int, int] | None:
    """From the start of the index-th [[key]] table, or line of an array `key = [`, to the start of the next one."""
    starts = [n for n in range(at, end) if re.match(rf"\s*\[\[\s*{re.escape(key)}\s*\]\]", lines[n])]
    if not starts:
        head = next((n for n in range(at, end) if re.match(rf"\s*{re.escape(key)}\s*=", lines[n])), None)
        if head is None:
            return None
        starts = [n for n in range(head, end) if "{" in lines[n]]
        if not starts:
            return head, end  # an array of plain values
    if index >= len(starts):
        return None
    return starts[index], starts[index + 1] if index + 1 < len(starts) else end
