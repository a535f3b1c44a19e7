"""Is a zip safe to open? Decided from its list of entries, before anything is unpacked."""

from __future__ import annotations

import io
import zipfile

MAX_ENTRIES = 5000
MAX_UNPACKED = 200 * 1024 * 1024
MAX_ENTRY = 80 * 1024 * 1024
MAX_RATIO = 200  # text packs to about 1:10, empty XML tables to 1:80
_SMALL = 1024 * 1024  # entries up to this size may pack as well as they like


def zip_problem(body: bytes) -> str:
    """Answers "zip_bomb" when the entries are too many or too large, "broken" when there is no list, else ""."""
    if body.count(b"PK\x01\x02") > 4 * MAX_ENTRIES:
        return "zip_bomb"  # do not even build the list
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return "broken"
    if any(entry.flag_bits & 1 for entry in entries):
        return "encrypted"
    total = sum(entry.file_size for entry in entries)
    largest = max((entry.file_size for entry in entries), default=0)
    dense = any(e.file_size > _SMALL and e.file_size > MAX_RATIO * max(e.compress_size, 1) for e in entries)
    if len(entries) > MAX_ENTRIES or total > MAX_UNPACKED or largest > MAX_ENTRY or dense:
        return "zip_bomb"
    return ""


def read_entry(body: bytes, name: str) -> bytes:
    """One entry, at most MAX_ENTRY bytes whatever its header claims. Raises KeyError when there is none."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive, archive.open(name) as entry:
        return entry.read(MAX_ENTRY)
