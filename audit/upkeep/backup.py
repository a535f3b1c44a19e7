"""One file that holds everything, and the way back: database and kept bytes as .tar.gz with a digest of each part."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from audit.settings import Places
from audit.unfit import Unfit
from audit.upkeep.clearing import kept_files
from store.keeping import copy_database, is_sound

DATABASE = "patuh.db"
CONTENTS = "isi.json"
_PART = re.compile(r"patuh\.db|vault/[0-9a-f]{2}/[0-9a-f]{62}")
_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Saved:
    path: Path
    files: int
    size: int


def back_up(places: Places, path: Path) -> Saved:
    """Whole or not at all: written elsewhere first. May run while audits run. Raises StoreError, Unfit."""
    if "://" in places.database and not places.database.startswith("sqlite"):
        raise Unfit(
            "Basis data PostgreSQL dicadangkan dengan pg_dump, dan folder bukti dengan rsync; "
            "langkahnya ada di docs/operations.md."
        )
    path = path.absolute()
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".cadangan-") as folder:
        copy = Path(folder) / DATABASE
        copy_database(places.database, copy)  # first: all that it speaks of is in the vault already
        made = Path(folder) / "berkas"
        files = write_parts(made, copy, places.vault)
        os.replace(made, path)
    return Saved(path, files, path.stat().st_size)


def write_parts(made: Path, database: Path, vault: Path) -> int:
    digests = {DATABASE: digest_of(database)}
    with tarfile.open(made, "w:gz", compresslevel=3) as tar:
        tar.add(database, DATABASE)
        for digest, file in kept_files(vault):
            name = f"vault/{file.parent.name}/{file.name}"
            tar.add(file, name)
            digests[name] = digest.hex()
        contents = json.dumps(digests, indent=1).encode()
        entry = tarfile.TarInfo(CONTENTS)
        entry.size = len(contents)
        tar.addfile(entry, io.BytesIO(contents))
    return len(digests)


def digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def restore(path: Path, data: Path) -> Saved:
    """Put a backup into `data`, which must not hold a database. Everything is checked before anything is put there."""
    if (data / DATABASE).exists():
        raise Unfit(
            f"{data / DATABASE} sudah ada dan tidak ditimpa. Pindahkan dahulu, atau pilih folder lain dengan --data."
        )
    data.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=data, prefix=".pemulihan-") as folder:
        files = read_parts(path, Path(folder))
        if not is_sound(Path(folder) / DATABASE):
            raise damaged(path)
        for _digest, file in kept_files(Path(folder) / "vault"):
            place = data / "vault" / file.parent.name / file.name
            place.parent.mkdir(parents=True, exist_ok=True)
            os.replace(file, place)
        os.replace(Path(folder) / DATABASE, data / DATABASE)  # last: without it there is no archive
    return Saved(path, files, path.stat().st_size)


def read_parts(path: Path, folder: Path) -> int:
    """Unpack what a backup may hold, and nothing else, and compare every digest."""
    found: dict[str, str] = {}
    promised: dict[str, str] | None = None
    with telling(path), tarfile.open(path, "r:gz") as tar:
        for entry in tar:
            source = tar.extractfile(entry) if entry.isreg() else None
            if source is None:
                raise damaged(path)
            if entry.name == CONTENTS:
                promised = json.loads(source.read())
                continue
            if not _PART.fullmatch(entry.name):
                raise damaged(path)
            place = folder / entry.name
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("wb") as target:
                shutil.copyfileobj(source, target, _PIECE)
            found[entry.name] = digest_of(place)
    if promised is None or found != promised or DATABASE not in found:
        raise damaged(path)
    return len(found)


@contextmanager
def telling(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise Unfit(f"Berkas cadangan {path} tidak ditemukan.") from error
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise damaged(path) from error


def damaged(path: Path) -> Unfit:
    return Unfit(f"Berkas {path} bukan cadangan Patuh yang utuh; tidak ada yang dipulihkan.")
