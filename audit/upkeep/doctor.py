"""`patuh doctor`: what this machine has, what it lacks, and the one command that mends it."""

from __future__ import annotations

import asyncio
import importlib.util
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from audit.campaign.settings import ZONES, read_configuration
from audit.settings import Places, contact
from audit.unfit import Unfit
from crawler.chromium import BrowserMissing, driver_starts, find_chromium, starts
from crawler.egress import Guard
from crawler.hear import Heard, hear
from crawler.settings import HostTable
from reading.ocr import find_ocr
from reports.language import LOCALE
from store.archive import Archive
from store.errors import StoreError

GB = 1024**3
LITTLE = 5 * GB
TOO_LITTLE = GB // 2
CLOCK_SECONDS = 300
HOST = "www.ombudsman.go.id"


class State(StrEnum):
    FINE = "fine"
    LACKING = "lacking"  # works, but something is not done
    BROKEN = "broken"  # audits cannot run


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing that was looked at. remedy: one command or one sentence, "" when it is fine."""

    id: str
    name: str
    state: State
    says: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Patient:
    """What is examined. host: a public site by which network and clock are tried; hosts: `.test` names of tests."""

    places: Places
    config: Path
    host: str
    hosts: dict[str, tuple[str, int]]


def examine(patient: Patient) -> Iterator[Examined]:
    """Look at one thing after the other; each is told as soon as it is known."""
    yield python()
    yield browser()
    yield ocr()
    yield languages()
    yield old_documents()
    yield writing("data", "Hak tulis folder data", patient.places.data)
    yield writing("reports", "Hak tulis folder laporan", patient.places.out)
    yield disk(patient.places.data)
    yield database(patient.places)
    yield zones()
    heard = asyncio.run(hear(Guard(HostTable(patient.hosts)), patient.host))
    yield network(patient.host, heard)
    yield clock(heard, datetime.now(UTC))
    yield contact_told()
    yield schedules(patient.config)
    yield notices()


def fine(id_: str, name: str, says: str) -> Examined:
    return Examined(id_, name, State.FINE, says)


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


def network(host: str, heard: Heard) -> Examined:
    if heard.code in ("", "silent"):
        return fine("network", "Internet", f"{host} menjawab")
    why = {
        "dns_nxdomain": "nama tidak ditemukan",
        "dns_failed": "DNS tidak menjawab",
        "dns_timed_out": "DNS tidak menjawab",
    }
    says = f"{host} tidak dapat dihubungi ({why.get(heard.code, heard.code)})."
    return Examined("network", "Internet", State.BROKEN, says, f"periksa sambungan: getent hosts {host}")


def clock(heard: Heard, now: datetime) -> Examined:
    if heard.date is None:
        return Examined("clock", "Jam", State.LACKING, f"{now:%Y-%m-%d %H.%M} UTC, tidak dapat dibandingkan.",
                        "timedatectl status")  # fmt: skip
    apart = abs((now - heard.date).total_seconds())
    if apart > CLOCK_SECONDS:
        says = f"Jam mesin ini berbeda {apart / 60:.0f} menit dari jam di internet; jadwal dan bukti akan keliru."
        return Examined("clock", "Jam", State.BROKEN, says, "sudo timedatectl set-ntp true")
    return fine("clock", "Jam", f"{now:%Y-%m-%d %H.%M} UTC")


def contact_told() -> Examined:
    remedy = "export PATUH_CONTACT=audit@contoh.go.id"
    try:
        if found := contact():
            return fine("contact", "Kontak pemeriksa", found)
    except Unfit as error:
        return Examined("contact", "Kontak pemeriksa", State.BROKEN, str(error), remedy)
    return Examined("contact", "Kontak pemeriksa", State.LACKING, "PATUH_CONTACT belum diisi.", remedy)


def schedules(config: Path) -> Examined:
    name = "Jadwal"
    if not config.exists():
        return fine("schedules", name, f"{config} tidak ada; audit dijalankan dengan tangan")
    try:
        found = read_configuration(config)
    except Unfit as error:
        return Examined("schedules", name, State.BROKEN, str(error), f"perbaiki {config}")
    empty = [to.address_env for to in found.recipients if not os.environ.get(to.address_env, "").strip()]
    if empty:
        says = f"Alamat pemberitahuan belum diisi: {', '.join(empty)}."
        return Examined("schedules", name, State.LACKING, says, f"export {empty[0]}=...")
    return fine("schedules", name, f"{len(found.schedules)} jadwal dalam {config}")


def notices() -> Examined:
    if importlib.util.find_spec("apprise") is None:
        return Examined("notices", "Pemberitahuan", State.LACKING, "Paket pengirim belum terpasang.",
                        "pip install 'patuh[notify]'")  # fmt: skip
    return fine("notices", "Pemberitahuan", "apprise")
