"""What the commands of target lists do."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from rich.markup import escape
from rich.table import Table

from audit.cli import Exit, write_json
from audit.columns import find_level
from audit.commands import guarded, tell_problems
from audit.discover import Candidate, discover
from audit.hosts import read_hosts
from audit.inputs import read_targets
from audit.publish import write_whole
from audit.screen import out as screen
from audit.screen import say_line, warn_line
from audit.target_list import add, as_csv, normalise, strange_provinces, with_province
from audit.unfit import Unfit
from model.evidence import Target


@dataclass(frozen=True, slots=True)
class DiscoverOrder:
    """The options of `patuh targets discover`, as given."""

    url: str
    out: Path | None
    parent: str
    level: str
    province: str
    as_json: bool
    delay: float
    hosts: Path | None


def run_validate(path: Path, *, as_json: bool) -> int:
    """Exit code 4 when rows were refused."""
    read = read_targets(path)
    strange = strange_provinces(read.targets)
    refused = sum(problem.rejected for problem in read.problems)
    if as_json:
        problems = [
            {"line": p.line, "column": p.column, "says": str(p.says), "remedy": str(p.remedy), "rejected": p.rejected}
            for p in read.problems
        ]
        write_json({"targets": len(read.targets), "problems": problems, "unknown_provinces": list(strange)})
    else:
        tell_problems(read)
        for name in strange:
            warn_line(f"Provinsi “{name}” tidak dikenal; zona waktunya dianggap WIB. Periksa ejaannya.")
        say_line(f"{len(read.targets)} sasaran dapat diaudit, {refused} baris perlu diperbaiki.")
    return Exit.PARTLY if refused or not read.targets else Exit.FINE


def run_normalise(path: Path, out: Path) -> int:
    written = normalise(path, out)
    tell_problems(written)
    say_line(f"{len(written.targets)} sasaran ditulis ke {out}.")
    return Exit.FINE


def run_add(path: Path, cells: dict[str, str]) -> int:
    target = add(path, cells)
    say_line(f"Ditambahkan ke {path}: {target.id}, {target.name}, {target.url}")
    return Exit.FINE


def run_discover(order: DiscoverOrder) -> int:
    table = read_hosts(order.hosts)
    level = find_level(order.level)
    if level is None:
        raise Unfit(f"Tingkat “{order.level}” tidak dikenal. Isi dengan provinsi, kabupaten, atau kota.")

    async def work() -> int:
        found = await discover(order.url, table, order.delay)
        if order.out:
            rows = [with_province(Target(c.id, c.name, level, order.province, c.url, order.parent, c.unit_type,
                                         ("calon",), c.confidence, c.why)) for c in found]  # fmt: skip
            write_whole(order.out, as_csv(rows))
        if order.as_json:
            write_json([asdict(one) for one in found])
        else:
            show_candidates(found, order.out)
        return Exit.FINE

    return guarded(None, work)


def show_candidates(found: tuple[Candidate, ...], out: Path | None) -> None:
    table = Table(title="Calon situs unit; pastikan satu per satu", title_justify="left")
    for heading in ("Nama", "Jenis", "Alamat", "Keyakinan", "Dasar"):
        table.add_column(heading, overflow="fold")
    for one in found:
        table.add_row(*(escape(x) for x in (one.name, one.unit_type, one.url, one.confidence, one.why)))
    screen.print(table)
    if out:
        say_line(f"{len(found)} calon ditulis ke {out}. Hapus yang keliru, lalu gabungkan ke daftar sasaran.")
