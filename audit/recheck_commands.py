"""What `patuh recheck` does: look at the gaps again, merge, and say what was taken over and what has changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from audit.cli import Exit
from audit.commands import guarded
from audit.diff_commands import show
from audit.hosts import read_hosts
from audit.over_time.compare import compare
from audit.over_time.replay import Kept
from audit.period import period_of
from audit.picking import needs_audits
from audit.recheck.run import Rechecked, recheck
from audit.screen import say_line
from audit.settings import Places, RunOptions, yardstick
from crawler.vault import Vault
from store.archive import Archive


@dataclass(frozen=True, slots=True)
class RecheckOrder:
    """The options of `patuh recheck`, as given."""

    agency: str
    out: Path
    data: Path
    period: str
    max_pages: int
    delay: float
    instrument: str
    scale: str
    hosts: Path | None


def run_recheck(order: RecheckOrder) -> int:
    """`patuh recheck`. Raises Unfit."""
    places = Places(order.data, order.out)
    needs_audits(places)
    period = period_of(order.period) if order.period else ""
    options = RunOptions(order.max_pages, 1, order.delay, period, hosts=read_hosts(order.hosts))
    return guarded(places, lambda: recheck_and_tell(order, places, options))


async def recheck_and_tell(order: RecheckOrder, places: Places, options: RunOptions) -> int:
    with Archive.open(places.database) as archive:
        done = await recheck(archive, order.agency, yardstick(order.instrument, order.scale), places, options)
        tell(done, Kept(archive, Vault(places.vault).get))
    say_line(f"Laporan: {(places.out / order.agency / 'report.html').resolve()}")
    return Exit.FINE if done.after.scorecard.audited else Exit.PARTLY


def tell(done: Rechecked, kept: Kept) -> None:
    say_line(f"{len(done.looked_at)} alamat dibuka lagi, {len(done.new)} di antaranya baru.")
    if done.after.base:
        say_line(
            f"Isi {len(done.after.taken_over)} alamat diambil dari audit {done.before.period} dan tidak dibuka lagi:"
        )
        for page in done.after.taken_over:
            say_line(f"  {page.url} (dilihat {page.at:%Y-%m-%d})")
    show(compare(done.before, done.after, kept), only_regressions=False)
