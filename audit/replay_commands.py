"""What `patuh replay` does: judge kept evidence again with today's rules, and tell what comes out otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.cli import Exit, write_json
from audit.commands import tell_lack
from audit.diff_commands import difference_data, show
from audit.over_time.behind import instrument_behind
from audit.over_time.difference import difference
from audit.over_time.replay import Kept, replay
from audit.picking import audits_of, open_kept
from audit.pipeline import Yardstick, rule_versions
from audit.screen import say_line, warn_line
from audit.settings import yardstick
from audit.unfit import Unfit
from model.audit import Audit
from model.change import Difference
from model.outlines import outline_of
from store.archive import Archive
from store.errors import StoreError
from store.runs import Plan


@dataclass(frozen=True, slots=True)
class ReplayOrder:
    """The options of `patuh replay`, as given."""

    which: str
    agencies: tuple[str, ...]
    data: Path
    instrument: str
    scale: str
    save: bool
    as_json: bool


def run_replay(order: ReplayOrder) -> int:
    """`patuh replay`. Exit code 4 when the evidence of an agency is not complete any more. Raises Unfit."""
    measure = yardstick(order.instrument, order.scale)
    try:
        with open_kept(order.data) as kept:
            old = audits_of(order.which, kept.archive, order.agencies)
            new = dict(judged_again(old, kept, measure))
            saved = save(kept.archive, old, new, measure) if order.save and new else ""
    except (StoreError, OSError) as error:
        return tell_lack(error)
    tell(order, [told(old[name], new[name], measure) for name in new], saved)
    return Exit.FINE if len(new) == len(old) else Exit.PARTLY


def judged_again(audits: dict[str, Audit], kept: Kept, measure: Yardstick) -> Iterator[tuple[str, Audit]]:
    """Those whose evidence is whole; of the others one sentence is told."""
    for name, audit in audits.items():
        try:
            yield name, replay(audit, kept, measure)
        except Unfit as error:
            warn_line(str(error))


def told(old: Audit, new: Audit, measure: Yardstick) -> Difference:
    """The evidence is the same, so whatever differs is the rules' or the instrument's doing."""
    return difference(outline_of(old), outline_of(new), measure.instrument, instrument_behind(old))


def save(archive: Archive, old: dict[str, Audit], new: dict[str, Audit], measure: Yardstick) -> str:
    """Keep the replayed audits as a run of their own; their evidence and period stay. Returns the id of the run."""
    from dataclasses import replace

    instrument = measure.instrument
    plan = Plan(instrument.id, instrument.version, measure.scale.id, rule_versions(instrument), {}, "replay")
    run = archive.start_run(plan, [audit.target for audit in new.values()]).id
    for name, audit in new.items():
        evidence = archive.evidence(old[name].run, name)
        assert evidence is not None  # noqa: S101 - it was just replayed
        archive.save_audit(replace(audit, run=run), evidence)
    archive.finish_run(run)
    return run


def tell(order: ReplayOrder, found: list[Difference], saved: str) -> None:
    if order.as_json:
        data: list[dict[str, Any]] = [difference_data(one) for one in found]
        write_json(data)
        return
    changed = [one for one in found if one.changes]
    for one in changed:
        show(one, only_regressions=False)
    say_line(f"{len(found)} audit dinilai ulang tanpa membuka situs; {len(changed)} di antaranya berbeda hasilnya.")
    if saved:
        say_line(f"Disimpan sebagai proses {saved}.")
