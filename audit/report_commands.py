"""What `patuh report` does: load, write, say where the files are; one sentence when something is lacking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from audit.cli import Exit, write_json
from audit.commands import tell_lack
from audit.logs import log_to
from audit.report_desk import ReportOrder, find_dossier, open_archive
from audit.report_writing import AGENCY_FORMATS, GAP_FORMATS, printing, write_agency_report, write_gap_report
from audit.screen import say_line, warn_line
from audit.unfit import Unfit
from crawler.chromium import BrowserMissing
from reports.pack_zip import PackCheck, check_pack
from store.errors import StoreError


def run_agency_report(agency: str, order: ReportOrder, formats: str, *, pictures: bool) -> int:
    """`patuh report agency`."""
    from audit.report_beside import beside_of

    wanted = chosen(formats, AGENCY_FORMATS)

    def work() -> list[Path]:
        with open_archive(order) as archive, printing() as pdf:
            dossier = find_dossier(archive, agency, order)
            beside = beside_of(archive, dossier, order, pictures=pictures)
            return write_agency_report(dossier, beside, order, wanted, pdf)

    return told(work, order)


def run_gap_report(agency: str, order: ReportOrder, formats: str) -> int:
    """`patuh report gap`."""
    wanted = chosen(formats, GAP_FORMATS)

    def work() -> list[Path]:
        with open_archive(order) as archive, printing() as pdf:
            return write_gap_report(find_dossier(archive, agency, order), order, wanted, pdf)

    return told(work, order)


def run_evidence_pack(agency: str, order: ReportOrder, *, wacz: bool) -> int:
    """`patuh report evidence`: the ZIP, and the digest of its manifest for the minutes."""
    from audit.pack_writing import write_evidence_pack
    from reading.documents import close

    def work() -> list[Path]:
        try:
            with open_archive(order) as archive:
                made = write_evidence_pack(archive, find_dossier(archive, agency, order), order, wacz=wacz)
        finally:
            close()
        say_line(f"Sidik daftar isi (SHA-256), untuk berita acara: {made.digest}")
        return [made.path]

    return told(work, order)


def run_region_report(province: str, order: ReportOrder, formats: str, *, makers: bool) -> int:
    """`patuh report region`: one province, or the country and all its provinces."""
    from audit.region_writing import REGION_FORMATS, write_regions

    wanted = chosen(formats, REGION_FORMATS)

    def work() -> list[Path]:
        with open_archive(order) as archive, printing() as pdf:
            return write_regions(archive, order, province, wanted, pdf, makers=makers)

    return told(work, order)


def run_comparison(agency: str, before: str, order: ReportOrder, formats: str, *, best: bool) -> int:
    """`patuh report compare`: with an earlier period, or with the best of the province."""
    from audit.compare_writing import COMPARE_FORMATS, write_comparison

    wanted = chosen(formats, COMPARE_FORMATS)

    def work() -> list[Path]:
        with open_archive(order) as archive, printing() as pdf:
            dossier = find_dossier(archive, agency, order)
            return write_comparison(archive, dossier, before, order, wanted, pdf, best=best)

    return told(work, order)


def run_verify(path: Path, *, as_json: bool) -> int:
    """`patuh verify`: exit code 0 when every file is as its digest says, 1 when not, 2 for what is no pack."""
    try:
        found = check_pack(path)
    except OSError as error:
        warn_line(f"Berkas tidak dapat dibaca: {path} ({error.strerror}).")
        return Exit.ENVIRONMENT
    if as_json:
        write_json({"pack": str(path), "sound": found.sound, **asdict(found)})
    else:
        for line in check_lines(found):
            say_line(line)
    return Exit.FINE if found.sound else Exit.WRONG_USE if found.broken else Exit.BELOW


def check_lines(found: PackCheck) -> list[str]:
    """What a check found, in sentences."""
    if found.broken:
        return ["Ini bukan berkas bukti Patuh, atau berkasnya rusak."]
    lines = [f"Berubah: {name}" for name in found.altered]
    lines += [f"Hilang: {name}" for name in found.missing]
    lines += [f"Tidak tercatat: {name}" for name in found.unlisted]
    if found.sound:
        lines.append(f"Utuh: {found.files} berkas sama dengan sidiknya.")
    else:
        lines.append("Berkas bukti ini tidak lagi seperti saat dibuat.")
    return [*lines, f"Sidik daftar isi (SHA-256): {found.digest}"]


def chosen(formats: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The formats asked for, all when none is. Raises Unfit."""
    wanted = tuple(part.strip().lower() for part in formats.split(",") if part.strip())
    strange = [part for part in wanted if part not in known]
    if strange:
        raise Unfit(f"Bentuk berkas {', '.join(strange)} tidak dikenal. Pilihan: {', '.join(known)}.")
    return tuple(dict.fromkeys(wanted)) or known


def told(work: Callable[[], Sequence[Path]], order: ReportOrder) -> int:
    """Run, and tell every file that was written; what this machine lacks becomes one sentence and exit code 3."""
    if order.data.is_dir():
        log_to(order.places.log)
    try:
        for path in work():
            say_line(f"Ditulis: {path.resolve()}")
    except (BrowserMissing, StoreError, OSError) as error:
        return tell_lack(error)
    return Exit.FINE
