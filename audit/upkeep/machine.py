"""What is on this machine: browser, readers, rights, room, database."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from audit.campaign.settings import ZONES
from audit.settings import Places
from audit.upkeep.examined import Examined, State, fine
from crawler.chromium import BrowserMissing, driver_starts, find_chromium, starts
from reading.documents import start_reader
from reading.ocr import find_ocr
from reading.sandbox import ReaderMissing
from reports.language import LOCALE
from store.archive import Archive
from store.errors import StoreError

GB = 1024**3
LITTLE = 5 * GB
TOO_LITTLE = GB // 2


def python() -> Examined:
    return fine("python", "Python", sys.version.split()[0])


def browser() -> Examined:
    name, remedy = "Peramban", "make setup"
    if not driver_starts():
        return Examined("browser", name, State.BROKEN, "Penggerak peramban tidak dapat dijalankan.",
                        "sudo apt-get install -y libatomic1")  # fmt: skip
    try:
        found = find_chromium()
    except BrowserMissing as error:
        return Examined("browser", name, State.BROKEN, str(error), remedy)
    if not starts(found):
        return Examined(
            "browser", name, State.BROKEN, f"{found.executable} ada, tetapi tidak dapat dijalankan.", remedy
        )
    if not found.sandbox:
        root = os.geteuid() == 0
        why = "dijalankan sebagai root" if root else "mesin ini menutup ruang nama pengguna"
        mend = "jalankan patuh sebagai pengguna biasa" if root else "sudo apt-get install -y chromium-sandbox"
        return Examined("browser", name, State.LACKING, f"{found.executable}, tanpa kotak pasir: {why}.", mend)
    return fine("browser", name, f"{found.executable} ({found.source}), dengan kotak pasir")


def reader() -> Examined:
    name = "Pembaca dokumen"
    try:
        start_reader()
    except ReaderMissing as error:
        cause = "".join(getattr(error, "__notes__", ())).strip().splitlines()[-1:]
        return Examined("reader", name, State.BROKEN, " ".join(["Tidak dapat dijalankan.", *cause]), "make setup")
    return fine("reader", name, "dapat dijalankan")


def ocr() -> Examined:
    name = "Pembaca gambar (OCR)"
    found = find_ocr()
    if found is None:
        says = "Tidak ada; maklumat dan standar yang berupa gambar tidak akan terbaca."
        return Examined("ocr", name, State.LACKING, says, "pip install 'patuh[ocr]'")
    return fine("ocr", name, str(getattr(found, "name", type(found).__name__)))


def languages() -> Examined:
    there = ["id", *sorted(folder.name for folder in LOCALE.iterdir() if list(folder.rglob("*.mo")))]
    if "en" not in there:
        return Examined("languages", "Bahasa", State.LACKING, "Laporan hanya dalam Bahasa Indonesia.", "make docs")
    return fine("languages", "Bahasa", ", ".join(there))


def old_documents() -> Examined:
    found = [program for program in ("antiword", "catdoc") if shutil.which(program)]
    if not found:
        says = "Tidak ada; dokumen .doc lama tidak akan terbaca."
        return Examined("doc", "Pembaca .doc lama", State.LACKING, says, "sudo apt-get install -y antiword")
    return fine("doc", "Pembaca .doc lama", ", ".join(found))


def writing(id_: str, name: str, folder: Path) -> Examined:
    """Tried, because rights on network drives and mounts cannot be read off."""
    at = existing(folder)
    try:
        with tempfile.TemporaryFile(dir=at):
            pass
    except OSError as error:
        return Examined(id_, name, State.BROKEN, f"{at} tidak dapat ditulisi ({error.strerror}).",
                        f"sudo chown -R $USER {at}")  # fmt: skip
    return fine(id_, name, str(folder))


def existing(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    at = folder.absolute()
    while not at.exists() and at != at.parent:
        at = at.parent
    return at


def disk(folder: Path) -> Examined:
    free = shutil.disk_usage(existing(folder)).free
    says = f"{free / GB:.1f} GB kosong".replace(".", ",")
    if free >= LITTLE:
        return fine("disk", "Ruang penyimpanan", says)
    state = State.BROKEN if free < TOO_LITTLE else State.LACKING
    return Examined("disk", "Ruang penyimpanan", state, f"Hanya {says}.", "patuh vault gc")


def database(places: Places) -> Examined:
    name = "Basis data"
    if "://" not in places.database:
        return database_file(Path(places.database))
    try:
        with Archive.open(places.database) as archive:
            return fine("database", name, f"{archive.place}, {len(archive.runs())} proses audit")
    except StoreError as error:
        return Examined("database", name, State.BROKEN, str(error), "periksa PATUH_DATABASE")


def database_file(path: Path) -> Examined:
    """Looked at without changing it: an older file is upgraded by the next audit, after a copy was made."""
    name = "Basis data"
    if not path.exists():
        return fine("database", name, f"{path} akan dibuat pada audit pertama")
    try:
        with closing(sqlite3.connect(f"file:{path.absolute()}?mode=ro", uri=True)) as db:
            answer = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        answer = str(error)
    if answer != "ok":
        says = f"{path} rusak ({answer})."
        return Examined("database", name, State.BROKEN, says, "patuh restore <berkas cadangan>")
    if not os.access(path, os.W_OK):
        return Examined("database", name, State.BROKEN, f"{path} tidak dapat ditulisi.", f"sudo chown $USER {path}")
    return fine("database", name, str(path))


def zones() -> Examined:
    try:
        for zone in ZONES.values():
            ZoneInfo(zone)
    except ZoneInfoNotFoundError:
        return Examined("zones", "Zona waktu", State.BROKEN, "Data zona waktu tidak ada.",
                        "sudo apt-get install -y tzdata")  # fmt: skip
    return fine("zones", "Zona waktu", "WIB, WITA, WIT")
