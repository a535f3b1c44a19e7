"""Close a campaign: every report written, the index, the completion, and the campaign finished, once."""

from __future__ import annotations

import json
from datetime import datetime

from audit.campaign.completion import Completion, Lost, completion, losses
from audit.campaign.plan import CampaignPlan
from audit.pipeline import Yardstick, rule_versions
from audit.publish import write_agency, write_index, write_whole
from audit.settings import yardstick
from model.audit import Audit
from model.campaign import Campaign
from model.codec import plain
from store.archive import Archive
from store.campaigns import Campaigns
from store.queue import TargetState


def close(archive: Archive, campaigns: Campaigns, campaign: Campaign, plan: CampaignPlan, now: datetime) -> bool:
    """False when another process closed it. A power cut in between only makes the reports be written again."""
    measure = yardstick(plan.instrument, plan.scale)
    ended = write_reports(archive, campaign, plan, measure, now)
    return campaigns.finish(campaign, plain(ended), now)


def write_reports(
    archive: Archive, campaign: Campaign, plan: CampaignPlan, measure: Yardstick, now: datetime
) -> Completion:
    """The reports of all agencies, `index.html` and `kampanye.json`."""
    audits: list[Audit] = []
    earlier: list[Audit] = []
    lost: list[Lost] = []
    for audit in archive.audits(campaign.run):
        history = archive.history(audit.target.id)
        write_agency(audit, history, measure, plan.out)
        lost += losses(audit, history, measure.instrument)
        earlier += [past for past in history if past.run != audit.run]
        audits.append(audit)
    queue = archive.queue(campaign.run)
    left = tuple(line.target for line in queue if line.state is not TargetState.DONE)
    run = archive.open_run(campaign.run)
    write_index(run, tuple(audits), tuple(earlier), left, measure, plan.out)
    changed = run.plan.rules != rule_versions(measure.instrument)
    ended = completion(campaign, queue, audits, lost, now, changed)
    write_whole(plan.out / "kampanye.json", json.dumps(plain(ended), ensure_ascii=False, indent=2) + "\n")
    return ended
