"""Bytes kept once, under their SHA-256."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import tempfile
from pathlib import Path

DIGEST = re.compile(r"^[0-9a-f]{64}$")


class VaultDamaged(Exception):
    """Kept bytes no longer have the digest they were kept under."""


class Vault:
    """A folder of bytes by digest: <folder>/ab/cdef...; written to a temporary file, synced, then renamed."""

    def __init__(self, folder: Path) -> None:
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)

    def put(self, body: bytes) -> str:
        """Keep `body`; returns its SHA-256 in hex. Bytes that are already there are not written again."""
        digest = hashlib.sha256(body).hexdigest()
        place = self._place(digest)
        if place.exists() and place.stat().st_size == len(body):
            os.utime(place)  # fresh again: who clears the vault leaves young bytes alone
            return digest
        place.parent.mkdir(exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(body)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, place)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(name)
            raise
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes of a digest. Raises KeyError when they are not kept, VaultDamaged when they were altered."""
        if not DIGEST.match(digest):
            raise KeyError(digest)
        try:
            body = self._place(digest).read_bytes()
        except FileNotFoundError as error:
            raise KeyError(digest) from error
        if hashlib.sha256(body).hexdigest() != digest:
            raise VaultDamaged(digest)
        return body

    def __contains__(self, digest: str) -> bool:
        return bool(DIGEST.match(digest)) and self._place(digest).exists()

    def _place(self, digest: str) -> Path:
        return self.folder / digest[:2] / digest[2:]
