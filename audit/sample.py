"""The sample province: three monthly runs against its own servers on loopback."""

from __future__ import annotations

import asyncio
import contextlib
import json
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

from audit.inputs import read_targets
from audit.publish import write_whole
from audit.screen import say_line
from audit.settings import Places, RunOptions
from demo.province import FOLDER, MONTHS, load_province
from demo.server import serve
from model.evidence import Target

AuditTargets = Callable[[tuple[Target, ...], Places, RunOptions], Awaitable[int]]
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
            code = max(code, await audit_targets(targets, Places(out / "data", out / period), options))
    last = out / province.periods[-1] / "index.html"
    say_line(f"\nSelesai. Bukalah laporan bulan terakhir di peramban: {last.resolve()}")
    return code


def start_anew(data: Path) -> None:
    """Forget an earlier sample, else its months would repeat themselves; the log of this process stays."""
    for name in ("patuh.db", "patuh.db-wal", "patuh.db-shm"):
        (data / name).unlink(missing_ok=True)
    shutil.rmtree(data / "vault", ignore_errors=True)


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
