"""`patuh doctor`: what this machine has, what it lacks, and the one command that mends it."""

from __future__ import annotations

import asyncio
import importlib.util
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from audit.campaign.settings import read_configuration
from audit.settings import Places, contact
from audit.unfit import Unfit
from audit.upkeep import machine
from audit.upkeep.examined import Examined, State, fine
from crawler.egress import Guard
from crawler.hear import Heard, hear
from crawler.settings import HostTable

CLOCK_SECONDS = 300
HOST = "www.ombudsman.go.id"


@dataclass(frozen=True, slots=True)
class Patient:
    """What is examined. host: a public site by which network and clock are tried; hosts: `.test` names of tests."""

    places: Places
    config: Path
    host: str
    hosts: dict[str, tuple[str, int]]


def examine(patient: Patient) -> Iterator[Examined]:
    """Look at one thing after the other; each is told as soon as it is known."""
    yield machine.python()
    yield machine.browser()
    yield machine.reader()
    yield machine.ocr()
    yield machine.languages()
    yield machine.old_documents()
    yield machine.writing("data", "Hak tulis folder data", patient.places.data)
    yield machine.writing("reports", "Hak tulis folder laporan", patient.places.out)
    yield machine.disk(patient.places.data)
    yield machine.database(patient.places)
    yield machine.zones()
    heard = asyncio.run(hear(Guard(HostTable(patient.hosts)), patient.host))
    yield network(patient.host, heard)
    yield clock(heard, datetime.now(UTC))
    yield contact_told()
    yield schedules(patient.config)
    yield notices()


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
