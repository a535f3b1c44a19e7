"""A ZIP whose files are all listed with their SHA-256, and how such a pack is checked.

`manifest-sha256.txt` has one line per file, "<digest>  <name>", as `sha256sum --check` reads them. Its own digest is
told when the pack is made, so that it can be written into minutes.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

MANIFEST = "manifest-sha256.txt"
_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")
_BLOCK = 1 << 20
_MOST_BYTES = 8 << 30
"""Unpacked bytes that a check reads; more is not one of our packs."""


@dataclass
class PackWriter:
    """Writes files into a ZIP and remembers their digests; `close` adds the manifest. Same files, same bytes."""

    zip: zipfile.ZipFile
    at: datetime
    digests: dict[str, str] = field(default_factory=dict)

    @classmethod
    def open(cls, out: IO[bytes], at: datetime) -> PackWriter:
        """at: the time that all entries bear (UTC)."""
        return cls(zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED), at)

    def add(self, name: str, content: bytes, *, stored: bool = False) -> None:
        """A name that is there already is not written again. stored: packed already, not worth deflating."""
        if name not in self.digests:
            self.digests[name] = hashlib.sha256(content).hexdigest()
            self._write(name, content, stored)

    def close(self) -> str:
        """Write the manifest, end the ZIP, give the manifest's digest."""
        text = "".join(f"{digest}  {name}\n" for name, digest in sorted(self.digests.items()))
        self._write(MANIFEST, text.encode(), False)
        self.zip.close()
        return hashlib.sha256(text.encode()).hexdigest()

    def _write(self, name: str, content: bytes, stored: bool) -> None:
        entry = zipfile.ZipInfo(name, self.at.astimezone(UTC).timetuple()[:6])
        entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        self.zip.writestr(entry, content, compresslevel=None if stored else 6)


@dataclass(frozen=True, slots=True)
class PackCheck:
    """What a check found. broken: not a pack at all. digest: of the manifest."""

    files: int = 0
    altered: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()
    digest: str = ""
    broken: bool = False

    @property
    def sound(self) -> bool:
        return not (self.broken or self.altered or self.missing or self.unlisted)


def check_pack(path: Path) -> PackCheck:
    """Compare every file of a pack with its manifest; nothing is unpacked to disk. Raises OSError."""
    try:
        with zipfile.ZipFile(path) as pack:
            return _check(pack)
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError, ValueError, EOFError, NotImplementedError, RuntimeError):
        return PackCheck(broken=True)


def _check(pack: zipfile.ZipFile) -> PackCheck:
    names = pack.namelist()
    if len(names) != len(set(names)) or sum(entry.file_size for entry in pack.infolist()) > _MOST_BYTES:
        return PackCheck(broken=True)
    manifest = pack.read(MANIFEST)
    listed = dict(_lines(manifest.decode("utf-8")))
    there = set(names) - {MANIFEST}
    altered = tuple(name for name in sorted(there & set(listed)) if _digest(pack, name) != listed[name])
    return PackCheck(
        files=len(listed),
        altered=altered,
        missing=tuple(sorted(set(listed) - there)),
        unlisted=tuple(sorted(there - set(listed))),
        digest=hashlib.sha256(manifest).hexdigest(),
    )


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        found = _LINE.fullmatch(line)
        if found is None:
            raise ValueError("this is no manifest")
        yield found[2], found[1]


def _digest(pack: zipfile.ZipFile, name: str) -> str:
    """ "" for a file whose bytes no longer fit their checksum."""
    sum_ = hashlib.sha256()
    try:
        with pack.open(name) as file:
            while block := file.read(_BLOCK):
                sum_.update(block)
    except (zipfile.BadZipFile, OSError, EOFError):
        return ""
    return sum_.hexdigest()
