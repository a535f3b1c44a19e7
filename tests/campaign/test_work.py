"""A campaign from its moment to its end, and all that may come between."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from model.campaign import CampaignState
from model.evidence import Reach
from store.archive import Archive
from store.queue import TargetState
from store.runs import RunState
from store.tables import run_targets
from tests.campaign.conftest import DUE, START, Office, open_office
from tests.scheduler.clock import Clock


class PowerCut(BaseException):
    """Not one that anybody handles: the site stays claimed."""


async def test_every_site_is_audited_once_and_the_campaign_is_closed(office: Office) -> None:
    office.look(DUE)
    await office.work()
    campaign = office.only()
    assert sorted(office.web.visits) == ["ambon", "aru", "buru"]
    assert (campaign.state, campaign.period) == (CampaignState.FINISHED, "2026-01")
    assert (campaign.report["targets"], campaign.report["audited"]) == (3, 3) if campaign.report else False
    assert office.archive.open_run(campaign.run).state is RunState.FINISHED
    assert [a.period for a in office.archive.audits(campaign.run)] == ["2026-01"] * 3


async def test_nothing_happens_before_its_moment(office: Office) -> None:
    office.look(DUE - timedelta(seconds=1))
    await office.work()
    assert office.web.visits == []


async def test_a_failed_site_rests_and_is_tried_again_before_the_end(office: Office) -> None:
    office.web.answers["buru"] = [Reach.TIMED_OUT, Reach.READ]
    office.look(DUE)
    await office.work()
    assert office.only().state is CampaignState.RUNNING
    assert office.only().wait_until == DUE + timedelta(hours=6)
    office.clock.pass_(hours=5, minutes=59)
    await office.work()
    assert office.web.visits.count("buru") == 1
    office.clock.pass_(minutes=1)
    await office.work()
    assert office.web.visits.count("buru") == 2
    assert office.web.visits.count("ambon") == 1
    report = office.only().report
    assert report is not None
    assert (report["audited"], report["tried_again"], report["rounds"]) == (3, 1, 2)


async def test_a_site_that_stays_away_is_told_with_its_reason(office: Office) -> None:
    office.web.answers["buru"] = [Reach.TIMED_OUT] * 9
    campaign = await office.month(DUE)
    assert office.web.visits.count("buru") == 3
    report = campaign.report
    assert report is not None
    assert [(x["agency"], x["reach"]) for x in report["not_audited"]] == [("buru", "timed_out")]


async def test_a_site_that_asks_crawlers_to_stay_out_is_not_asked_again(office: Office) -> None:
    office.web.answers["buru"] = [Reach.DISALLOWED] * 9
    await office.month(DUE)
    assert office.web.visits.count("buru") == 1


async def test_a_paused_campaign_waits_and_goes_on(office: Office) -> None:
    office.look(DUE)
    office.at.campaigns.pause(office.only().id)
    await office.work()
    assert office.web.visits == []
    office.at.campaigns.resume(office.only().id)
    await office.work()
    assert office.only().state is CampaignState.FINISHED


async def test_a_pause_in_the_middle_lets_running_sites_end_and_takes_no_other(office: Office) -> None:
    office.web.hold = {name: asyncio.Event() for name in ("ambon", "buru")}
    office.look(DUE)
    working = asyncio.create_task(office.work())
    await running(office, 2)
    office.at.campaigns.pause(office.only().id)
    for event in office.web.hold.values():
        event.set()
    await working
    assert sorted(office.web.visits) == ["ambon", "buru"]
    assert office.only().state is CampaignState.PAUSED
    office.at.campaigns.resume(office.only().id)
    await office.work()
    assert office.web.visits[2:] == ["aru"]


async def test_a_cancelled_campaign_gives_up_what_is_running(office: Office) -> None:
    office.web.hold = {"ambon": asyncio.Event(), "buru": asyncio.Event()}
    office.look(DUE)
    working = asyncio.create_task(office.work())
    await running(office, 2)
    office.at.queue.cancel(office.only(), DUE)
    await asyncio.wait_for(working, 20)
    campaign = office.only()
    assert (office.web.visits, campaign.state) == ([], CampaignState.CANCELLED)
    assert office.archive.open_run(campaign.run).state is RunState.ABANDONED
    assert not any(line.state is TargetState.RUNNING for line in office.archive.queue(campaign.run))
    assert office.at.campaigns.resume(campaign.id) is False


async def test_after_a_power_cut_the_rest_is_audited_and_nothing_twice(office: Office) -> None:
    office.web.faults["buru"] = PowerCut()
    office.look(DUE)
    with pytest.raises(BaseExceptionGroup):
        await office.work()
    done = list(office.web.visits)
    with office.archive._writing() as db:  # the process that held the site is no more
        db.execute(
            update(run_targets).where(run_targets.c.target_id == "buru").values(worker="another/1/1", lease_until=0)
        )
    office.web.faults.clear()
    again = open_office(office.folder, office.archive, office.clock, office.web)
    await again.work()
    assert again.only().state is CampaignState.FINISHED
    assert sorted(office.web.visits) == ["ambon", "aru", "buru"]
    assert set(done) <= {"ambon", "aru"}


async def test_two_machines_share_a_campaign_without_doing_anything_twice(office: Office) -> None:
    office.list(*(f"dinas{n}" for n in range(12)))
    other = open_office(office.folder, office.archive, office.clock, office.web)
    office.look(DUE)
    other.look(DUE)
    await asyncio.gather(office.work(), other.work())
    await office.work()
    assert sorted(office.web.visits) == sorted(f"dinas{n}" for n in range(12))
    assert office.only().state is CampaignState.FINISHED


@pytest.mark.postgres
async def test_two_machines_share_a_campaign_on_a_server(office: Office, server: str) -> None:
    with Archive.open(server) as archive, Archive.open(server) as another:
        here = open_office(office.folder, archive, Clock(START), office.web)
        there = open_office(office.folder, another, here.clock, office.web)
        office.list(*(f"dinas{n}" for n in range(8)))
        office.web.answers["dinas3"] = [Reach.TIMED_OUT]
        here.look(START)
        for one in (here, there):
            one.look(DUE)
        await asyncio.gather(here.work(), there.work())
        here.clock.pass_(hours=6)
        await asyncio.gather(here.work(), there.work())
        await here.work()
        assert sorted(office.web.visits) == sorted([*(f"dinas{n}" for n in range(8)), "dinas3"])
        assert here.only().state is CampaignState.FINISHED


async def test_quiet_hours_are_kept_by_the_clock_of_each_province(office: Office) -> None:
    rows = ("barat,Dinas Barat,kota,Banten", "tengah,Dinas Tengah,kota,Bali", "timur,Dinas Timur,kota,Papua")
    lines = [f"{row},https://{row.partition(',')[0]}.go.id" for row in rows]
    (office.folder / "targets.csv").write_text("\n".join(["id,name,level,province,url", *lines]))
    office.settings('quiet = ["08:00-16:00"]\n')
    office.look(DUE)
    office.clock.now = datetime(2026, 2, 2, 0, 30, tzinfo=UTC)  # 07:30 WIB, 08:30 WITA, 09:30 WIT
    await office.work()
    assert office.web.visits == ["barat"]
    office.clock.now = datetime(2026, 2, 2, 7, 30, tzinfo=UTC)  # 14:30 WIB, 15:30 WITA, 16:30 WIT
    await office.work()
    assert office.web.visits == ["barat", "timur"]
    office.clock.now = datetime(2026, 2, 2, 8, 30, tzinfo=UTC)  # 15:30 WIB, 16:30 WITA
    await office.work()
    assert office.web.visits == ["barat", "timur", "tengah"]
    assert office.only().state is CampaignState.FINISHED


async def test_quiet_hours_over_midnight(office: Office) -> None:
    office.list("ambon")
    office.settings('quiet = ["22:00-05:00"]\n')
    office.look(DUE)  # 22:00 in Maluku
    await office.work()
    assert office.web.visits == []
    office.clock.pass_(hours=7)
    await office.work()
    assert office.web.visits == ["ambon"]


async def test_targets_that_came_went_and_moved_are_told(office: Office) -> None:
    await office.month(DUE)
    office.list("ambon", "aru", "seram")
    text = (office.folder / "targets.csv").read_text().replace("https://aru.go.id", "https://arukab.go.id")
    (office.folder / "targets.csv").write_text(text + "x,Tanpa Alamat,kota,Maluku,javascript:alert(1)\n")
    report = (await office.month(DUE + timedelta(days=28))).report
    assert report is not None
    assert (report["added"], report["removed"], report["moved"]) == (["Dinas Seram"], ["Dinas Buru"], ["Dinas Aru"])
    assert "baris 5" in report["refused"][0]


async def test_the_first_campaign_of_a_list_calls_nobody_new(office: Office) -> None:
    report = (await office.month(DUE)).report
    assert report is not None
    assert report["added"] == []


async def test_a_list_that_cannot_be_read_is_told_and_read_when_it_is_mended(office: Office) -> None:
    (office.folder / "targets.csv").unlink()
    office.look(DUE)
    await office.work()
    assert office.only().state is CampaignState.DUE
    assert "targets.csv" in office.only().note
    office.list("ambon")
    await office.work()
    assert (office.only().state, office.only().note) == (CampaignState.FINISHED, "")


async def test_when_most_sites_fail_our_own_network_is_doubted(office: Office) -> None:
    names = [f"dinas{n}" for n in range(6)]
    office.list(*names)
    office.web.answers = {name: [Reach.UNREACHABLE] for name in names[:4]}
    office.look(DUE)
    await office.work()
    assert "4 dari 6 situs" in office.only().note
    office.clock.pass_(hours=6)
    await office.work()
    assert office.only().state is CampaignState.FINISHED


async def test_only_targets_with_the_tags_of_the_schedule(office: Office) -> None:
    (office.folder / "targets.csv").write_text(
        "id,name,level,province,url,tags\na,Dinas A,kota,Maluku,https://a.go.id,lokus-2026\n"
        "b,Dinas B,kota,Maluku,https://b.go.id,lain\n"
    )
    office.settings('tags = ["lokus-2026"]\n')
    await office.month(DUE)
    assert office.web.visits == ["a"]


async def running(office: Office, count: int) -> None:
    """Until so many sites are being audited."""
    for _ in range(500):
        campaigns = office.at.campaigns.all()
        queue = office.archive.queue(campaigns[0].run) if campaigns[0].run else ()
        if sum(line.state is TargetState.RUNNING for line in queue) == count:
            return
        await asyncio.sleep(0.02)
    raise AssertionError("the sites were never taken")
