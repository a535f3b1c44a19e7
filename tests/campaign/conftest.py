"""A workplace without a browser: sites are "audited" by a table of what each of them answers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit.campaign.plan import CampaignPlan
from audit.campaign.queue import StoreQueue
from audit.campaign.settings import Configuration, read_configuration
from audit.campaign.work import AuditSite, Workplace, advance
from model.campaign import Campaign, CampaignState
from model.evidence import Reach
from scheduler import look
from store.archive import Archive
from store.campaigns import Campaigns
from store.queue import Claim
from store.runs import Run
from tests.scheduler.clock import Clock
from tests.store.postgres import running_postgres
from tests.store.samples import make_audit, make_evidence

START = datetime(2026, 1, 10, 3, 0, tzinfo=UTC)
DUE = datetime(2026, 1, 31, 13, 0, tzinfo=UTC)  # 20:00 WIB
TOML = """
[[schedules]]
name = "bulanan"
targets = "targets.csv"
day = "last"
time = "20:00"
zone = "WIB"
retries = 2
retry_after_hours = 6
sites_at_once = 2
"""


@dataclass
class Web:
    """What each site answers, in the order of the looks at it; READ when nothing is said. visits: who was looked at."""

    answers: dict[str, list[Reach]] = field(default_factory=dict)
    visits: list[str] = field(default_factory=list)
    hold: dict[str, asyncio.Event] = field(default_factory=dict)
    faults: dict[str, BaseException] = field(default_factory=dict)

    def answer(self, name: str) -> Reach:
        self.visits.append(name)
        said = self.answers.get(name)
        return said.pop(0) if said else Reach.READ


@dataclass
class Office:
    """One machine that works on campaigns."""

    folder: Path
    archive: Archive
    clock: Clock
    web: Web
    at: Workplace

    @property
    def configuration(self) -> Configuration:
        return read_configuration(self.folder / "patuh.toml")

    def list(self, *names: str, province: str = "Maluku") -> None:
        rows = [f"{name},Dinas {name.title()},kabupaten,{province},https://{name}.go.id" for name in names]
        (self.folder / "targets.csv").write_text("\n".join(["id,name,level,province,url", *rows]) + "\n")

    def settings(self, more: str = "") -> None:
        (self.folder / "patuh.toml").write_text(TOML + more)

    def look(self, now: datetime) -> None:
        self.clock.now = now
        look(self.at.campaigns, self.configuration.schedules, now)

    def only(self) -> Campaign:
        (campaign,) = self.at.campaigns.all()
        return campaign

    async def work(self) -> None:
        """Until nothing moves any more at this moment."""
        while any([await advance(self.at, campaign) for campaign in self.at.campaigns.open()]):
            pass

    async def month(self, now: datetime) -> Campaign:
        """What is due now, worked on to its end with all its rests; gives the newest campaign."""
        self.look(now)
        await self.work()
        while (newest := self.at.campaigns.all()[-1]).state is CampaignState.RUNNING:
            self.clock.pass_(hours=6)
            await self.work()
        return newest


def open_office(folder: Path, archive: Archive, clock: Clock, web: Web) -> Office:
    campaigns = Campaigns(archive)

    @asynccontextmanager
    async def studio(campaign: Campaign, run: Run, plan: CampaignPlan) -> AsyncIterator[AuditSite]:
        async def audit_site(claim: Claim) -> None:
            name = claim.target.id
            try:
                if name in web.hold:
                    await web.hold[name].wait()
                if name in web.faults:
                    raise web.faults[name]
                reach = web.answer(name)
                audit = make_audit(claim.target, run.id, campaign.period)
                if reach is not Reach.READ:
                    card = replace(audit.scorecard, audited=False, reach=reach, low=None, high=None, points=())
                    audit = replace(audit, home=reach, scorecard=card, findings=(), services=())
                archive.save_audit(audit, make_evidence(claim.target), claim)
            except asyncio.CancelledError:
                archive.give_back(claim)
                raise

        yield audit_site

    at = Workplace(archive, campaigns, StoreQueue(archive, campaigns), studio, clock)
    return Office(folder, archive, clock, web, at)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setattr("audit.campaign.work.PROGRESS_SECONDS", 0.02)
    monkeypatch.setattr("audit.campaign.closing.write_agency", lambda *_: None)  # reports have their own tests
    monkeypatch.setattr("audit.campaign.closing.write_index", lambda *_: None)
    with Archive.open(str(tmp_path / "patuh.sqlite")) as archive:
        made = open_office(tmp_path, archive, Clock(START), Web())
        made.settings()
        made.list("ambon", "buru", "aru")
        made.look(START)
        yield made


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with running_postgres() as address:
        yield address
