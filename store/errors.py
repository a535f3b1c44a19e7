"""What can go wrong with the archive, told as sentences that name the file and the remedy.

StoreError
 +- NewerSchema        written by a newer program
 +- NotAnArchive       another program's database
 +- CorruptStore       damaged file
 +- ReadOnlyStore      no right to write
 +- StoreBusy          another process holds it for too long
 +- StoreFull          no room on the disk
 +- StoreUnreachable   cannot be opened, or the server does not answer
 +- UnknownRun         no such run
 +- UnknownCampaign    no such campaign
 +- UnknownNote        no such note, or it was withdrawn
 +- StaleClaim         a write for a claim that was lost meanwhile
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from model.sentence import Sentence, say


class StoreError(Exception):
    """says: for people, in Bahasa Indonesia. detail: for developers, in English."""

    def __init__(self, says: Sentence, detail: str = "") -> None:
        super().__init__(str(says))
        self.says = says
        self.detail = detail


class NewerSchema(StoreError):
    pass


class NotAnArchive(StoreError):
    pass


class CorruptStore(StoreError):
    pass


class ReadOnlyStore(StoreError):
    pass


class StoreBusy(StoreError):
    pass


class StoreFull(StoreError):
    pass


class StoreUnreachable(StoreError):
    pass


class UnknownRun(StoreError):
    pass


class UnknownCampaign(StoreError):
    pass


class UnknownNote(StoreError):
    pass


class StaleClaim(StoreError):
    pass


_TOLD: dict[type[StoreError], str] = {
    CorruptStore: "Berkas basis data {place} rusak dan tidak diubah. Pulihkan dari salinan cadangan (berkas .bak di "
    "folder yang sama), atau pindahkan berkas itu lalu jalankan kembali untuk memulai yang baru.",
    NotAnArchive: "Berkas {place} bukan basis data Patuh dan tidak diubah. Pilih nama berkas lain.",
    ReadOnlyStore: "Basis data {place} tidak dapat ditulisi. Periksa hak tulis pada berkas dan foldernya.",
    StoreBusy: "Basis data {place} sedang dipakai proses lain terlalu lama. Tunggu sampai proses itu selesai, "
    "lalu jalankan kembali dengan --resume.",
    StoreFull: "Ruang penyimpanan untuk {place} habis. Kosongkan sebagian, lalu jalankan kembali dengan --resume.",
    StoreUnreachable: "Basis data {place} tidak dapat dibuka. Periksa alamatnya, keberadaan foldernya, dan apakah "
    "peladen basis data berjalan.",
}


def told(kind: type[StoreError], place: str, detail: str) -> StoreError:
    """An error of this kind about the database at `place`."""
    return kind(say(_TOLD[kind], place=place), detail)


@contextmanager
def telling(place: str) -> Iterator[None]:
    """Turn what the database drivers raise into a StoreError; what is a fault of ours goes through unchanged."""
    try:
        yield
    except (DBAPIError, sqlite3.DatabaseError, OSError) as error:
        kind = _kind(error.orig if isinstance(error, DBAPIError) else error)
        if kind is None:
            raise
        raise told(kind, place, str(error)) from error


_SQLITE: tuple[tuple[str, type[StoreError]], ...] = (
    ("SQLITE_NOTADB", NotAnArchive),
    ("SQLITE_CORRUPT", CorruptStore),
    ("SQLITE_READONLY", ReadOnlyStore),
    ("SQLITE_PERM", ReadOnlyStore),
    ("SQLITE_BUSY", StoreBusy),
    ("SQLITE_LOCKED", StoreBusy),
    ("SQLITE_FULL", StoreFull),
    ("SQLITE_IOERR_SHORT_READ", CorruptStore),
    ("SQLITE_IOERR_WRITE", StoreFull),
    ("SQLITE_IOERR", StoreUnreachable),
    ("SQLITE_CANTOPEN", StoreUnreachable),
)

# https://www.postgresql.org/docs/current/errcodes-appendix.html, by prefix
_POSTGRES: tuple[tuple[str, type[StoreError]], ...] = (
    ("53100", StoreFull),
    ("53", StoreBusy),
    ("55P03", StoreBusy),
    ("40", StoreBusy),
    ("25006", ReadOnlyStore),
    ("42501", ReadOnlyStore),
    ("XX001", CorruptStore),
    ("XX002", CorruptStore),
    ("08", StoreUnreachable),
    ("57P", StoreUnreachable),
    ("28", StoreUnreachable),
    ("3D000", StoreUnreachable),
)


def _kind(error: BaseException | None) -> type[StoreError] | None:
    if isinstance(error, OSError):  # of the folder that the file is to stand in
        return ReadOnlyStore if isinstance(error, PermissionError) else StoreUnreachable
    if isinstance(error, sqlite3.Error):
        name = getattr(error, "sqlite_errorname", "")
        return next((kind for prefix, kind in _SQLITE if name.startswith(prefix)), None)
    state = getattr(error, "sqlstate", "")
    if state is None:  # psycopg: the connection itself failed
        return StoreUnreachable
    return next((kind for prefix, kind in _POSTGRES if state.startswith(prefix)), None)
