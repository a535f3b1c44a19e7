"""What the commands do: prepare a run, watch it, say in plain words how it ended."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from audit.accuracy import AccuracyOrder
from audit.breaker import NetworkDown
from audit.cli import Exit
from audit.ending import PLAIN, Ending, run_data
from audit.hosts import Hosts, read_hosts
from audit.inputs import TargetList, read_targets
from audit.logs import log_to
from audit.period import period_of
from audit.run import RunResult, begin, carry_out, unfinished
from audit.screen import Screen, say_line, warn_line
from audit.self_check import target_of
from audit.settings import Places, RunOptions, contact, yardstick
from audit.unfit import Unfit
from checks._check import Check
from crawler.chromium import BrowserMissing
from crawler.settings import SettingsRefused
from model.evidence import Target
from model.instrument import ZoneScale
from reading.sandbox import ReaderMissing
from store.archive import Archive
from store.errors import StoreError

log = logging.getLogger("patuh")


@dataclass(frozen=True, slots=True)
class AuditOrder:
    """The options of `patuh audit`, as given."""

    targets: Path
    out: Path
    data: Path
    limit: int
    max_pages: int
    only: tuple[str, ...]
    resume: bool
    sites_at_once: int
    delay: float
    period: str
    instrument: str
    scale: str
    hosts: Path | None
    ending: Ending = PLAIN


@dataclass(frozen=True, slots=True)
class CheckOrder:
    """The options of `patuh check`, as given."""

    url: str
    out: Path
    data: Path
    name: str
    province: str
    max_pages: int
    delay: float
    instrument: str
    scale: str
    hosts: Path | None
    ending: Ending = PLAIN


def run_audit(order: AuditOrder) -> int:
    """`patuh audit`. Exit code 4 when rows were refused or sites failed through our fault."""
    places = Places(order.data, order.out)
    options = RunOptions(
        order.max_pages,
        order.sites_at_once,
        order.delay,
        period_of(order.period) if order.period else "",
        order.resume,
        read_hosts(order.hosts),
    )
    listed = TargetList((), ()) if order.resume else read_targets(order.targets)
    refused = tell_problems(listed)
    targets = () if order.resume else choose(listed.targets, order)
    code = guarded(
        places,
        lambda: audit_targets(targets, places, options, order.instrument, order.scale, ending=order.ending),
    )
    return Exit.PARTLY if code == Exit.FINE and refused else code


def choose(targets: tuple[Target, ...], order: AuditOrder) -> tuple[Target, ...]:
    """The targets that --only and --limit leave. Raises Unfit when none is left or an id is unknown."""
    known = {target.id for target in targets}
    strange = [name for name in order.only if name not in known]
    if strange:
        raise Unfit(f"ID sasaran tidak ada dalam daftar: {', '.join(strange)}. Periksa kolom id pada {order.targets}.")
    chosen = tuple(t for t in targets if not order.only or t.id in order.only)
    chosen = chosen[: order.limit] if order.limit else chosen
    if not chosen:
        raise Unfit(f"Tidak ada sasaran yang dapat diaudit dalam {order.targets}.")
    return chosen


def tell_problems(listed: TargetList) -> bool:
    """Tell every mistake of the list with its line and remedy; True when a row was left out."""
    for problem in listed.problems:
        warn_line(str(problem))
    return any(problem.rejected for problem in listed.problems)


def run_check(order: CheckOrder) -> int:
    """`patuh check`: one address, the same engine."""
    places = Places(order.data, order.out)
    options = RunOptions(order.max_pages, 1, order.delay, hosts=read_hosts(order.hosts))
    target = target_of(order.url, order.name, order.province)
    return guarded(
        places,
        lambda: audit_targets(
            (target,), places, options, order.instrument, order.scale, purpose="check", ending=order.ending
        ),
    )


def run_inspect(source: str, *, as_json: bool, root: Path | None, hosts: Path | None) -> int:
    """`patuh inspect`: a file, or the one page behind an address."""
    from audit.cli import write_json
    from audit.inspect import inspect_file, open_draft
    from audit.screen import show_inspection

    if source.startswith(("http://", "https://")):
        return guarded(None, lambda: inspect_address(source, as_json=as_json, hosts=read_hosts(hosts)))
    found = inspect_file(open_draft(Path(source), root))
    write_json(found) if as_json else show_inspection(found)
    return Exit.FINE


async def inspect_address(url: str, *, as_json: bool, hosts: Hosts) -> int:
    from audit.cli import write_json
    from audit.inspect_live import inspect_url
    from audit.screen import show_inspection

    found = await inspect_url(url, hosts)
    write_json(found) if as_json else show_inspection(found)
    return Exit.FINE


def run_accuracy(order: AccuracyOrder) -> int:
    """`patuh accuracy`: the reader against labelled pages; needs no browser and no database."""
    from audit.accuracy import compare

    try:
        return compare(order)
    except OSError as error:
        return tell_lack(error)


def run_demo(out: Path) -> int:
    """`patuh demo`: three months of the sample province, each a full run."""
    from audit.sample import sample_months

    return guarded(Places(out / "data", out), lambda: sample_months(out, audit_targets))


def run_play(out: Path, month: int) -> int:
    """`patuh demo --play`: the sample sites of one month, until they are stopped."""
    from audit.sample import play_month

    return guarded(Places(out / "data", out), lambda: play_month(out, month))


async def audit_targets(
    targets: tuple[Target, ...],
    places: Places,
    options: RunOptions,
    instrument: str = "publikasi-web",
    scale: str = "2022-2024",
    purpose: str = "audit",
    ending: Ending = PLAIN,
    checks: tuple[Check, ...] = (),
) -> int:
    """One run from start to end, watched on the screen. checks: other ones than the package's, for the sample."""
    if not contact() and any(not is_sample(target) for target in targets):
        warn_line("Isilah PATUH_CONTACT dengan surel atau alamat halaman Anda, agar pengelola situs dapat menghubungi.")
    measure = replace(yardstick(instrument, scale), checks=checks)
    with Archive.open(places.database) as archive:
        run = unfinished(archive, measure) if options.resume else begin(archive, targets, measure, options, purpose)
        count = sum(line.state != "done" for line in archive.queue(run.id))
        with Screen(count) as screen:
            result = await carry_out(run, archive, measure, places, options, screen.tell)
    return sum_up(result, places, measure.scale, ending)


def is_sample(target: Target) -> bool:
    return target.url.split("/")[2].split(":")[0].endswith(".test")


def sum_up(result: RunResult, places: Places, scale: ZoneScale, ending: Ending) -> int:
    """Say how the run ended. Exit code 4 when sites could not be audited through our fault, 1 below the bar."""
    from audit.cli import write_json
    from audit.screen import show_audits

    if ending.as_json:
        write_json(run_data(result, places))
    else:
        show_audits(result.audits, scale)
    for target, note in result.failed:
        warn_line(f"{target.name}: {note or 'belum selesai.'} Ulangi dengan --resume.")
    if not ending.as_json:
        say_line(f"Laporan: {(places.out / 'index.html').resolve()}")
    below = ending.below(result.audits)
    for audit in below:
        warn_line(f"{audit.target.name}: belum terbukti mencapai {ending.bar}.")
    if result.failed:
        return Exit.PARTLY
    return Exit.BELOW if below else Exit.FINE


def guarded(places: Places | None, work: Callable[[], Coroutine[Any, Any, int]]) -> int:
    """Run a command so that a lack of the machine becomes one sentence and exit code 3, never a traceback."""
    try:
        if places:
            places.data.mkdir(parents=True, exist_ok=True)
            places.out.mkdir(parents=True, exist_ok=True)
            log_to(places.log)
        return asyncio.run(work())
    except KeyboardInterrupt:
        warn_line("Dihentikan. Yang sudah selesai tersimpan; lanjutkan dengan pilihan --resume.")
        return Exit.INTERRUPTED
    except (BrowserMissing, StoreError, SettingsRefused, OSError, ExceptionGroup) as error:
        return tell_lack(first_fault(error))


def first_fault(error: Exception) -> Exception:
    """The fault itself, where several audits at once have wrapped it in a group."""
    while isinstance(error, ExceptionGroup):
        error = error.exceptions[0]
    return error


def tell_lack(error: Exception) -> int:
    """One polite sentence for what this machine lacks. Anything else is a fault of ours and goes on."""
    log.error("the run stopped", exc_info=error)
    if isinstance(error, SettingsRefused):
        raise Unfit(f"Pilihan ini ditolak: {error}.") from error
    if isinstance(error, BrowserMissing | ReaderMissing | StoreError | NetworkDown):
        warn_line(str(error))
    elif isinstance(error, OSError):
        warn_line(f"Berkas atau folder tidak dapat dibaca atau ditulis: {error.filename or ''} ({error.strerror}).")
    else:
        raise error
    return Exit.ENVIRONMENT
