"""A new failure is looked at twice, later in the run; and when our own network is down nobody is blamed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from audit.breaker import SITES, Breaker, NetworkDown
from audit.second_look import deserves_second_look
from crawler.egress import Guard
from crawler.settings import HostTable
from model.evidence import Reach
from model.finding import Verdict
from tests.crawler.loopback import loopback
from tests.main_job.conftest import PAGES, Served, Site, audit_words, open_site, patuh, reports, serve
from tests.reports.sample import AUDIT


def with_fee(verdict: Verdict, run: str) -> object:
    points = tuple(replace(p, verdict=verdict) if p.indicator == "fee" else p for p in AUDIT.scorecard.points)
    return replace(AUDIT, run=run, scorecard=replace(AUDIT.scorecard, points=points))


@pytest.mark.fault("F-30")
@pytest.mark.parametrize(
    ("before", "now", "again"),
    [
        (Verdict.MET, Verdict.NOT_MET, True),
        (Verdict.MET, Verdict.UNKNOWN, False),
        (Verdict.NOT_MET, Verdict.NOT_MET, False),
        (Verdict.PARTLY_MET, Verdict.NOT_MET, False),
    ],
)
def test_what_was_met_and_is_not_met_is_looked_at_again(before: Verdict, now: Verdict, again: bool) -> None:
    assert deserves_second_look(with_fee(now, "000009"), (with_fee(before, "000008"),)) is again
    assert not deserves_second_look(with_fee(now, "000009"), ())


@pytest.mark.fault("F-1", "F-30")
@pytest.mark.parametrize(
    ("home", "detail", "again"),
    [
        (Reach.UNREACHABLE, "dns_nxdomain", True),
        (Reach.TIMED_OUT, "timed_out", True),
        (Reach.SERVER_ERROR, "http_503", True),
        (Reach.BLOCKED, "challenge_page", True),
        (Reach.MISSING, "http_404", True),
        (Reach.DISALLOWED, "robots", False),
        (Reach.UNREACHABLE, "address_port", False),
    ],
)
def test_a_site_that_could_not_be_read_is_looked_at_again(home: Reach, detail: str, again: bool) -> None:
    card = replace(AUDIT.scorecard, audited=False)
    assert deserves_second_look(replace(AUDIT, home=home, home_detail=detail, scorecard=card), ()) is again


def unreached(name: str, detail: str = "refused") -> object:
    target = replace(AUDIT.target, id=name, url=f"http://{name}.test/")
    return replace(AUDIT, target=target, home=Reach.UNREACHABLE, home_detail=detail)


@pytest.mark.fault("F-27")
def test_the_breaker_opens_only_where_nothing_at_all_is_reached() -> None:
    guard, breaker = Guard(HostTable()), Breaker(0.0)
    rows = [breaker.saw(unreached(f"s{n}"), guard) for n in range(SITES)]
    assert rows == [False] * (SITES - 1) + [True]
    guard.connected += 1  # somebody answered
    assert not breaker.saw(unreached("lagi"), guard)
    assert not any(breaker.saw(unreached(f"x{n}", "dns_nxdomain"), guard) for n in range(2 * SITES))
    one = [breaker.saw(unreached(f"dinas{n}.satu"), guard) for n in range(2 * SITES)]
    assert not any(one), "one dead server of one government is no network"


@pytest.mark.fault("F-27")
async def test_the_breaker_closes_when_a_site_answers_again() -> None:
    async with loopback() as site:
        hosts: dict[str, tuple[str, int]] = {f"s{n}.test": ("127.0.0.1", 1) for n in range(SITES)}
        guard, breaker = Guard(HostTable(hosts), 1.0), Breaker(0.0)
        for n in range(SITES):
            breaker.saw(unreached(f"s{n}"), guard)
        with pytest.raises(NetworkDown, match="--resume"):
            await breaker.wait(guard)
        guard.hosts = HostTable({**hosts, "s3.test": site.place})
        await breaker.wait(guard)


@pytest.fixture
def flaky(tmp_path: Path) -> Iterator[Served]:
    yield from serve(tmp_path / "flaky", {"goyah": open_site(), "tetap": open_site(), "mati": None})


@pytest.mark.browser
@pytest.mark.fault("F-1", "F-4", "F-30")
def test_a_bad_hour_does_not_become_a_verdict(flaky: Served, tmp_path: Path) -> None:
    """In the second month the page with the fee is gone for the first visit, and the start page of another site too."""
    assert patuh(*audit_words(flaky, tmp_path, "--period", "2026-01")).returncode == 0
    first = reports(tmp_path)
    assert first["goyah"]["indicators"]["fee"]["verdict"] == "met"
    flaky.sites["goyah"].answers = Flickering(flaky.sites["goyah"], "/layanan", PAGES)
    flaky.sites["tetap"].answers = Flickering(flaky.sites["tetap"], "/", PAGES)
    assert patuh(*audit_words(flaky, tmp_path, "--period", "2026-02")).returncode == 0
    second = reports(tmp_path)
    for name in ("goyah", "tetap"):
        assert second[name]["indicators"]["fee"]["verdict"] == "met", name
        assert "seen_twice" in second[name]["notes"]
    assert second["mati"]["reach"]["home"] == "unreachable"
    assert "seen_twice" in second["mati"]["notes"]


class Flickering(dict[str, tuple[int, str]]):
    """Pages of which one is missing until the start page has been asked for by a second visit."""

    def __init__(self, site: Site, missing: str, pages: dict[str, str]) -> None:
        super().__init__({path: (200, body) for path, body in pages.items()})
        self.site, self.missing, self.robots = site, missing, 0

    def get(self, path: str, default: object = None) -> object:  # type: ignore[override]
        self.robots += path == "/robots.txt"
        if path == self.missing and self.robots < 2:
            return 404, "<h1>404 Not Found</h1>"
        return super().get(path, default)


@pytest.fixture
def dark(tmp_path: Path) -> Iterator[Served]:
    yield from serve(tmp_path / "dark", {f"situs{n}": None for n in range(6)})


@pytest.mark.browser
@pytest.mark.fault("F-27")
def test_a_network_that_is_down_marks_no_site_as_failed(dark: Served, tmp_path: Path) -> None:
    done = patuh(*audit_words(dark, tmp_path, "--max-pages", 2))
    assert done.returncode == 3
    assert "jaringan" in done.stderr
    assert "Traceback" not in done.stderr
    assert reports(tmp_path) == {}
    with contextmanager(serve)(tmp_path / "light", {f"situs{n}": open_site() for n in range(6)}) as light:
        done = patuh(*audit_words(light, tmp_path, "--resume", "--sites-at-once", 4))
    assert done.returncode == 0, done.stderr
    found = reports(tmp_path)
    assert len(found) == 6
    assert {r["reach"]["home"] for r in found.values()} == {"read"}
