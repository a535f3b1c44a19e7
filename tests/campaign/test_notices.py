"""What is told, to whom, and once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from audit.campaign.completion import losses
from audit.campaign.mail import Notice, NotSent, Preview
from audit.campaign.notices import notices, tell_all
from audit.settings import yardstick
from model.evidence import Reach
from model.finding import Verdict
from tests.campaign.conftest import DUE, Office
from tests.store.samples import make_audit, make_target

RECIPIENTS = """
[[recipients]]
name = "Pusat"
address_env = "PATUH_NOTIFY_PUSAT"

[[recipients]]
name = "Pendamping"
address_env = "PATUH_NOTIFY_AMBON"
about = ["finished", "regression"]
agencies = ["ambon"]
lang = "en"
"""


@dataclass
class Box:
    """A mail that keeps what it is given."""

    sent: list[Notice] = field(default_factory=list)
    broken: bool = False

    def send(self, notice: Notice) -> None:
        if self.broken:
            raise NotSent("layanan tidak menjawab")
        self.sent.append(notice)

    def keys(self) -> list[str]:
        return [notice.key for notice in self.sent]


@pytest.fixture
def told(office: Office) -> Office:
    office.settings(RECIPIENTS)
    return office


def tell(office: Office, box: Box) -> list[str]:
    return tell_all(office.archive, office.at.campaigns, office.configuration, box, office.clock())


async def test_a_finished_campaign_is_told_once_to_each(told: Office) -> None:
    told.web.answers["buru"] = [Reach.BLOCKED] * 9
    await told.month(DUE)
    box = Box()
    assert tell(told, box) == []
    assert tell(told, box) == []
    assert sorted(box.keys()) == ["finished:Pendamping", "finished:Pusat"]
    first = next(n for n in box.sent if n.to.name == "Pusat")
    assert "2 dari 3 instansi diaudit" in first.body
    assert "- Dinas Buru: belum diaudit" in first.body
    assert "bukan nilai Ombudsman" in first.body


async def test_a_mentor_reads_of_their_own_agency_in_their_language(told: Office) -> None:
    await told.month(DUE)
    box = Box()
    tell(told, box)
    mentor = next(n for n in box.sent if n.to.name == "Pendamping")
    assert "- Dinas Ambon: 33.33–66.67" in mentor.body
    assert "Buru" not in mentor.body
    assert "not an Ombudsman score" in mentor.body


async def test_what_could_not_be_sent_is_sent_later_and_once(told: Office) -> None:
    await told.month(DUE)
    box = Box(broken=True)
    assert len(tell(told, box)) == 2
    box.broken = False
    assert tell(told, box) == []
    assert len(box.sent) == 2


async def test_old_news_is_told_no_more(told: Office) -> None:
    await told.month(DUE)
    told.clock.pass_(days=30)
    box = Box()
    tell(told, box)
    assert box.sent == []


async def test_trouble_is_told_to_those_who_keep_all_and_again_only_when_it_differs(told: Office) -> None:
    (told.folder / "targets.csv").unlink()
    told.look(DUE)
    await told.work()
    box = Box()
    tell(told, box)
    tell(told, box)
    assert [(n.to.name, n.key.partition(":")[0]) for n in box.sent] == [("Pusat", "trouble")]
    assert "targets.csv" in box.sent[0].body


async def test_what_got_worse_is_told_with_its_page(told: Office) -> None:
    campaign = await told.month(DUE)
    campaign = replace(campaign, report=with_a_loss(dict(campaign.report or {})), told=())
    mail = [n for n in notices(told.archive, campaign, told.configuration) if n.key.startswith("regression")]
    assert [n.to.name for n in mail] == ["Pusat", "Pendamping"]
    assert "Dinas Ambon: Biaya, KTP-el. Halaman tidak ada lagi. (https://ambon.go.id/biaya)" in mail[0].body


def with_a_loss(report: dict[str, object]) -> dict[str, object]:
    says = {"pattern": "Halaman tidak ada lagi.", "values": []}
    lost = {
        "agency": "ambon", "name": "Dinas Ambon", "before": "2025-12", "title": "Biaya", "service": "KTP-el",
        "says": says, "addresses": ["https://ambon.go.id/biaya"],
    }  # fmt: skip
    return report | {"lost": [lost]}


async def test_a_preview_shows_and_sends_nothing(told: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATUH_NOTIFY_PUSAT", "mailto://nama:rahasia@contoh.go.id")
    campaign = await told.month(DUE)
    shown: list[str] = []
    for notice in notices(told.archive, campaign, told.configuration):
        Preview(shown.append).send(notice)
    text = "\n".join(shown)
    assert "Kepada: Pusat ($PATUH_NOTIFY_PUSAT, terisi)" in text
    assert "rahasia" not in text
    assert told.at.campaigns.find(campaign.id).told == ()


def test_a_regression_is_found_from_audit_to_audit() -> None:
    before = make_audit(make_target(), "000001", "2026-01")
    after = make_audit(make_target(), "000002", "2026-02", Verdict.NOT_MET)
    found = losses(after, (before, after), yardstick().instrument)
    assert [(x.before, x.title != "") for x in found] == [("2026-01", True)] * len(found)
    assert found
