"""A site that shuts us out in the middle is left alone; dead subdomains of a government are not its end."""

from __future__ import annotations

from pathlib import Path

import pytest

from crawler.address import parse
from crawler.egress import Guard
from crawler.fetch import Fetcher
from crawler.reach import Outcome
from crawler.settings import CrawlSettings, HostTable
from crawler.site import GIVING_UP_AFTER, Site, open_site
from crawler.vault import Vault
from model.evidence import Level, Reach, Resource, Target, Why


@pytest.fixture
def site(tmp_path: Path) -> Site:
    target = Target("kab", "Kabupaten", Level.KABUPATEN, "", "http://kab.test/")
    fetcher = Fetcher(Guard(HostTable(), 1.0), "test")
    return open_site(target, CrawlSettings(), fetcher, Vault(tmp_path), None)[0]


def record(site: Site, host: str, reach: Reach, count: int) -> None:
    for n in range(count):
        plan = site.frontier.add(parse(f"http://{host}/{reach}/{n}"), Resource.PAGE, Why.LINK)
        site.frontier.begin(plan)
        site.record(plan, Outcome(reach))


def test_a_site_that_blocks_one_page_after_another_is_left_alone(site: Site) -> None:
    record(site, "kab.test", Reach.BLOCKED, GIVING_UP_AFTER)
    assert site.gives_up()
    assert "host_stopped_answering" in site.notes


def test_a_page_that_is_read_ends_the_row(site: Site) -> None:
    record(site, "kab.test", Reach.TIMED_OUT, GIVING_UP_AFTER - 1)
    record(site, "kab.test", Reach.READ, 1)
    record(site, "www.kab.test", Reach.TIMED_OUT, 1)
    assert not site.gives_up()


def test_dead_subdomains_are_not_the_end_of_a_government(site: Site) -> None:
    record(site, "dinas.kab.test", Reach.UNREACHABLE, 3 * GIVING_UP_AFTER)
    assert not site.gives_up()
