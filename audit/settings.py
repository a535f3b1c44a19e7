"""What a run is asked to do, and where it keeps things."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from audit.instruments import load_instrument, load_scales
from audit.pipeline import Yardstick
from audit.toml_text import TomlMistakes
from audit.unfit import Unfit

INSTRUMENTS = Path(__file__).resolve().parent.parent / "instruments"
CONTACT = re.compile(r"(https?://|mailto:)?[A-Za-z0-9._%+@/~?=&:-]{4,200}")
DEFAULT_INSTRUMENT = "publikasi-web"
DEFAULT_SCALE = "2022-2024"  # the last scale whose limits were published as text


@dataclass(frozen=True, slots=True)
class Places:
    """Where a run keeps its database and bytes (`data`) and writes its reports (`out`)."""

    data: Path
    out: Path

    @property
    def database(self) -> str:
        return os.environ.get("PATUH_DATABASE") or str(self.data / "patuh.db")

    @property
    def vault(self) -> Path:
        return self.data / "vault"

    @property
    def log(self) -> Path:
        return self.data / "patuh.log"


@dataclass(frozen=True, slots=True)
class RunOptions:
    """Options of one run. hosts: `.test` names to (ip, port), for the demo and tests only."""

    max_pages: int = 60
    sites_at_once: int = 4
    delay_seconds: float = 1.0
    period: str = ""
    resume: bool = False
    hosts: dict[str, tuple[str, int]] = field(default_factory=dict)


def contact() -> str:
    """PATUH_CONTACT: e-mail address or page for the keepers of audited sites, part of our user agent. Raises Unfit."""
    given = os.environ.get("PATUH_CONTACT", "").strip()
    if given and not CONTACT.fullmatch(given):
        raise Unfit("PATUH_CONTACT harus berupa alamat surel atau alamat halaman, misalnya audit@contoh.go.id.")
    return given


def yardstick(instrument: str = DEFAULT_INSTRUMENT, scale: str = DEFAULT_SCALE) -> Yardstick:
    """Load an instrument by id or by path, and a zone scale by id.

    Raises Unfit; of a file with mistakes the sentence names each with file, line and remedy.
    """
    path = Path(instrument) if instrument.endswith(".toml") else INSTRUMENTS / f"{instrument}.toml"
    if not path.is_file():
        raise Unfit(f"Instrumen “{instrument}” tidak ditemukan. Berkas yang dicari: {path}.")
    scales = {s.id: s for s in load_scales(INSTRUMENTS / "zones.toml")}
    if scale not in scales:
        raise Unfit(f"Skala zona “{scale}” tidak dikenal. Pilihan: {', '.join(sorted(scales))}.")
    try:
        loaded = load_instrument(path)
    except TomlMistakes as error:
        raise Unfit(f"Instrumen ini belum dapat dipakai.\n{error}") from error
    own = INSTRUMENTS / f"{loaded.id}.toml"
    if own.is_file() and not own.samefile(path):
        raise Unfit(f"Id “{loaded.id}” dalam {path} sudah dipakai instrumen bawaan. Beri id lain, agar tidak tertukar.")
    return Yardstick(loaded, scales[scale])
