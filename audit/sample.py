"""The sample province: three monthly runs against its own servers on loopback."""

from __future__ import annotations

import asyncio
import contextlib
import json
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

from audit.inputs import read_targets
from audit.over_time.timeline import timelines
from audit.publish import write_whole
from audit.sample_rule import older_checks
from audit.screen import say_line
from audit.settings import Places, RunOptions, yardstick
from checks._check import Check
from demo.province import FOLDER, MONTHS, load_province
from demo.server import serve
from store.archive import Archive

AuditTargets = Callable[..., Awaitable[int]]
SITES_AT_ONCE = 3
TARGETS = FOLDER / "targets.csv"


async def sample_months(out: Path, audit_targets: AuditTargets) -> int:
    """Audit the three months one after the other. The last month's index stays in `out`; each month has a folder."""
    targets = read_targets(TARGETS).targets
    start_anew(out / "data")
    province = load_province()
    code = 0
    for month, period in zip(MONTHS, province.periods, strict=True):
        say_line(f"\nProvinsi contoh {province.name}, bulan {month} dari {len(MONTHS)} ({period})")
        async with serve(month) as hosts:
            options = RunOptions(sites_at_once=SITES_AT_ONCE, delay_seconds=0.0, period=period, hosts=hosts)
            places = Places(out / "data", out / period)
            code = max(code, await audit_targets(targets, places, options, checks=checks_of(month)))
    await asyncio.to_thread(tell_changes, Places(out / "data", out))
    last = out / province.periods[-1] / "index.html"
    say_line(f"\nSelesai. Bukalah laporan bulan terakhir di peramban: {last.resolve()}")
    return code


def start_anew(data: Path) -> None:
    """Forget an earlier sample, else its months would repeat themselves; the log of this process stays."""
    for name in ("patuh.db", "patuh.db-wal", "patuh.db-shm"):
        (data / name).unlink(missing_ok=True)
    shutil.rmtree(data / "vault", ignore_errors=True)


def checks_of(month: int) -> tuple[Check, ...]:
    """The first month is judged with an older form of one rule, so that the sample shows what a change of rule does."""
    return older_checks() if month == MONTHS[0] else ()


def tell_changes(places: Places) -> None:
    """What changed from month to month, and why: from the archive, without opening a site."""
    say_line("\nPerubahan antarbulan dan sebabnya:")
    with Archive.open(places.database) as archive:
        for one in timelines(archive, yardstick().scale):
            for month in one.months:
                if month.changed is not None:
                    say_line(f"  {month.changed.says}")
                    for lost in month.changed.regressions:
                        say_line(f"    Kemunduran: {lost.says}")


async def play_month(out: Path, month: int) -> int:
    """Serve the sample sites of one month, and write the host table through which `--hosts` finds them."""
    async with serve(month) as hosts:
        table = write_whole(out / "hosts.json", json.dumps(hosts, indent=2) + "\n")
        say_line(f"Situs contoh bulan {month} tayang. Di terminal lain, cobalah misalnya:")
        say_line(f"  .venv/bin/patuh check http://disnaker-selasih.test/ --hosts {table}")
        say_line("Hentikan dengan Ctrl+C.")
        with contextlib.suppress(asyncio.CancelledError):  # Ctrl+C is how it is meant to end
            await asyncio.Event().wait()
    say_line("Situs contoh ditutup.")
    return 0
