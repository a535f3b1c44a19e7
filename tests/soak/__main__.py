"""Audit 300 sites of mixed faults with the real command, and account for every one; then kill a run 100 times.

    python -m tests.soak [--sites 300] [--kills 100] [--seed 1]

The exit code is 1 when a site is not accounted for, something is left behind, memory grows beyond that of two browsers,
or a resumed run ends with another report.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from crawler.memory import below, command_line
from tests.faultsite import test_content, test_reach
from tests.faultsite.killing import killed_until_done, timeless, whole
from tests.faultsite.server import Site, fault_server
from tests.main_job.conftest import ROOT, command, open_site, serve
from tests.main_job.test_interrupted import MARK, marked_processes

DEAR = ("huge", "bomb", "triple", "zstdbomb", "robotsbig")  # a few of these would be most of the work
AT_ONCE = 10  # most of a bad site is waiting
TWO_BROWSERS_MB = 4000
LEFT_SECONDS = 15


@dataclass(frozen=True)
class Told:
    """How it went. reaches: of start pages. peak_mb: memory of the command and all below it, at once.

    browsers: the most Chromiums that ran at once; a new one starts before the pages of the old one have ended.
    """

    sites: int
    seconds: float
    code: int
    reaches: Counter[str]
    missing: tuple[str, ...]
    peak_mb: float
    browsers: int
    left: tuple[int, ...]
    tail: str

    @property
    def good(self) -> bool:
        return self.code == 0 and not self.missing and not self.left and self.peak_mb < TWO_BROWSERS_MB


def mixed_sites(count: int, chance: random.Random) -> dict[str, Site | None]:
    """So many sites under names of their own, each with a fault of the bed; every dear one once."""
    faults = {case.name: case.site for case in (*test_reach.CASES, *test_content.CASES)}
    cheap = sorted(set(faults) - set(DEAR))
    names = [*DEAR, *(chance.choice(cheap) for _ in range(count - len(DEAR)))]
    return {f"{name}-{n}": faults[name] for n, name in enumerate(names)}


async def soak(sites: dict[str, Site | None], out: Path) -> Told:
    """One `patuh audit` over all of them."""
    began, peak, browsers = time.monotonic(), 0.0, 0
    async with fault_server({f"{n}.test": s for n, s in sites.items() if s is not None}) as server:
        hosts = {f"{n}.test": list(server.place if s is not None else ("127.0.0.1", 1)) for n, s in sites.items()}
        hosts = {n: p for n, p in hosts.items() if not n.startswith("noname-")}
        (out / "hosts.json").write_text(json.dumps(hosts))
        rows = [f"{name},Kecamatan {n},kota,Maluku,http://{name}.test/" for n, name in enumerate(sites)]
        (out / "targets.csv").write_text("\n".join(["id,name,level,province,url", *rows]) + "\n")
        words = command("audit", out / "targets.csv", "--hosts", out / "hosts.json", "--out", out / "laporan",
                        "--data", out / "data", "--delay", 0, "--max-pages", 8, "--sites-at-once", AT_ONCE)  # fmt: skip
        with (out / "told.txt").open("wb") as told:
            process = await asyncio.create_subprocess_exec(
                *words, cwd=ROOT, stdout=told, stderr=told, env={**os.environ, MARK: out.name}
            )
            while process.returncode is None:
                running = (process.pid, *below(process.pid))
                peak = max(peak, sum(map(held_mb, running)))
                browsers = max(browsers, sum(map(is_browser, running)))
                await wait_a_moment(process)
    await asyncio.sleep(1)
    found = {f.parent.name: json.loads(f.read_text()) for f in (out / "laporan").glob("*/report.json")}
    left = marked_processes(out.name)
    for _ in range(LEFT_SECONDS if left else 0):
        await asyncio.sleep(1)
        left = marked_processes(out.name)
    return Told(
        len(sites), time.monotonic() - began, process.returncode or 0,
        Counter(f"{r['reach']['home']} {r['reach'].get('detail', '')}".strip() for r in found.values()),
        tuple(sorted(set(sites) - set(found))), peak, browsers, tuple(left), tail_of(out / "told.txt"),
    )  # fmt: skip


def held_mb(pid: int) -> float:
    """Memory of a process; what several share (Chromium's code) is counted once in all, in shares (Pss of Linux)."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0.0  # it ended while we looked
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def is_browser(pid: int) -> bool:
    """Whether it is a Chromium itself, and not one of its helpers."""
    words = command_line(pid)
    return b"--remote-debugging-pipe" in words and b"--type=" not in words


async def wait_a_moment(process: asyncio.subprocess.Process) -> None:
    try:
        await asyncio.wait_for(process.wait(), 3.0)
    except TimeoutError:
        return


def tail_of(path: Path) -> str:
    return "\n".join(path.read_text("utf-8", "replace").splitlines()[-5:])


def kill_many(kills: int, chance: random.Random, out: Path) -> tuple[int, int]:
    """Runs killed so many times in all, each until it ended: how many kills came, and how many runs differed."""
    done = differing = runs = 0
    with contextmanager(serve)(out / "sites", {name: open_site() for name in ("satu", "dua", "tiga")}) as served:
        took = whole(served, out / "whole")
        wanted = timeless(out / "whole")
        while done < kills:
            runs += 1
            done += killed_until_done(served, out / f"killed-{runs}", min(10, kills - done), chance, took)
            differing += timeless(out / f"killed-{runs}") != wanted
            print(f"  {done} kills in {runs} runs, {differing} differ", flush=True)
    return done, differing


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sites", type=int, default=300)
    options.add_argument("--kills", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    wanted = options.parse_args()
    chance, failed = random.Random(wanted.seed), False
    with folder() as out:
        if wanted.sites:
            told = asyncio.run(soak(mixed_sites(wanted.sites, chance), out))
            print(
                f"{told.sites} sites in {told.seconds:.0f} s, exit code {told.code}, "
                f"most memory {told.peak_mb:.0f} MB, at most {told.browsers} browsers at once"
            )
            print("start pages:", ", ".join(f"{name} {n}" for name, n in told.reaches.most_common()))
            print(f"not accounted for: {told.missing or 'none'}; left behind: {told.left or 'nothing'}\n{told.tail}")
            failed = not told.good
        if wanted.kills:
            done, differing = kill_many(wanted.kills, chance, out)
            print(f"{done} kills, {differing} runs ended with another report")
            failed = failed or differing > 0
    return 1 if failed else 0


@contextmanager
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="patuh-soak-") as name:
        yield Path(name)


if __name__ == "__main__":
    raise SystemExit(main())
