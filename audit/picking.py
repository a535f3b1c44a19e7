"""Which audits a command means: a period, or the number of a run; all agencies, or those that are named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from audit.over_time.replay import Kept
from audit.period import SHAPE
from audit.settings import Places
from audit.unfit import Unfit
from crawler.vault import Vault
from model.audit import Audit
from store.archive import Archive

RUN = re.compile(r"\d{1,10}")


@contextmanager
def open_kept(data: Path) -> Iterator[Kept]:
    """The archive and the bytes of a data folder. Raises Unfit when nothing was audited there yet."""
    places = Places(data, data)
    needs_audits(places)
    with Archive.open(places.database) as archive:
        yield Kept(archive, Vault(places.vault).get)


def needs_audits(places: Places) -> None:
    """Raises Unfit when there is no archive yet, so that none is made by a mistyped folder."""
    if "://" not in places.database and not Path(places.database).exists():
        raise Unfit(f"Belum ada audit di {places.data}. Jalankan dahulu patuh audit atau patuh check, atau isi --data.")


def audits_of(which: str, archive: Archive, agencies: tuple[str, ...] = ()) -> dict[str, Audit]:
    """The audits that a word means, by agency. which: "2026-08", "000002", or "" for the last period. Raises Unfit."""
    period = which or last_period(archive)
    if SHAPE.fullmatch(period):
        everybody = archive.standings(period) or archive.standings(period, checks=True)
        standings = [s for s in everybody if not agencies or s.target.id in agencies]
        found = {s.target.id: archive.audit(s.run, s.target.id) for s in standings}
    elif RUN.fullmatch(period):
        run = archive.open_run(period.zfill(6)).id
        named = agencies or tuple(line.target.id for line in archive.queue(run))
        found = {name: archive.audit(run, name) for name in named}
    else:
        raise Unfit(f"“{which}” bukan periode (2026-08) dan bukan nomor proses (000002).")
    kept = {name: audit for name, audit in found.items() if audit is not None}
    missing = [name for name in agencies if name not in kept]
    if missing:
        raise Unfit(f"Tidak ada audit {', '.join(missing)} pada {period}. Periode yang ada: {periods_words(archive)}.")
    if not kept:
        raise Unfit(f"Tidak ada audit pada {period}. Periode yang ada: {periods_words(archive)}.")
    return kept


def last_period(archive: Archive) -> str:
    """Raises Unfit when there is none."""
    periods = archive.periods() or archive.periods(checks=True)
    if not periods:
        raise Unfit("Belum ada audit yang tersimpan. Jalankan dahulu patuh audit.")
    return periods[-1]


def periods_words(archive: Archive) -> str:
    return ", ".join((archive.periods() or archive.periods(checks=True))[-12:]) or "belum ada"
