"""What is told, to whom, and once: a finished campaign, what got worse, and trouble."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from datetime import datetime, timedelta

from audit.campaign.completion import Completion, Lost
from audit.campaign.mail import Mail, Notice, NotSent
from audit.campaign.settings import Configuration, Recipient
from audit.campaign.words import WORDS
from model.campaign import Campaign, CampaignState
from model.codec import read_plain
from model.evidence import Target
from reports.language import ENGLISH, INDONESIAN, Language
from reports.reach_words import REACHES
from store.archive import Archive
from store.campaigns import Campaigns

log = logging.getLogger("patuh.notices")
STILL_NEWS = timedelta(days=7)
"""How long a notice that could not be sent is tried again."""

AT_MOST = 20
"""So many agencies are named in one notice; the report names all."""


def tell_all(
    archive: Archive, campaigns: Campaigns, configuration: Configuration, mail: Mail, now: datetime
) -> list[str]:
    """Send every notice that is due and was not sent. Gives what could not be sent, as sentences."""
    failed = []
    if configuration.recipients:
        for campaign in campaigns.newest(now - STILL_NEWS):
            for notice in notices(archive, campaign, configuration):
                failed += deliver(campaigns, campaign, notice, mail)
    return failed


def deliver(campaigns: Campaigns, campaign: Campaign, notice: Notice, mail: Mail) -> list[str]:
    """Send once: the right is taken before and given back when it fails, so that the next look tries again."""
    if notice.key in campaign.told or not campaigns.tell(campaign.id, notice.key):
        return []
    try:
        mail.send(notice)
    except NotSent as error:
        campaigns.untell(campaign.id, notice.key)
        log.warning("campaign %s: %s was not told: %s", campaign.id, notice.to.name, error)
        return [f"{notice.to.name}: {error}"]
    return []


def notices(archive: Archive, campaign: Campaign, configuration: Configuration) -> Iterator[Notice]:
    """All notices of a campaign as it stands now."""
    ended = read_plain(Completion, campaign.report) if campaign.report else None
    targets = {line.target.id: line.target for line in archive.queue(campaign.run)} if campaign.run else {}
    for to in configuration.recipients:
        if "trouble" in to.about and campaign.note and campaign.state.is_open and not to.agencies:
            yield trouble(campaign, to)
        if campaign.state is not CampaignState.FINISHED or ended is None:
            continue
        if "finished" in to.about:
            yield from finished(archive, campaign, ended, targets, to)
        if "regression" in to.about and (lost := [x for x in ended.lost if concerns(to, targets.get(x.agency))]):
            yield regression(campaign, lost, to)


def language_for(to: Recipient) -> Language:
    return ENGLISH if to.lang == "en" else INDONESIAN


def concerns(to: Recipient, target: Target | None) -> bool:
    """Whether news of this agency is for them: all of it, or that of their agencies and governments."""
    return not to.agencies or (target is not None and bool({target.id, target.parent} & set(to.agencies)))


def trouble(campaign: Campaign, to: Recipient) -> Notice:
    words = WORDS[to.lang]
    mark = hashlib.sha256(campaign.note.encode()).hexdigest()[:8]
    title = words["trouble"].format(schedule=campaign.schedule, period=campaign.period)
    return Notice(f"trouble:{mark}:{to.name}", to, title, campaign.note)


def finished(
    archive: Archive, campaign: Campaign, ended: Completion, targets: dict[str, Target], to: Recipient
) -> Iterator[Notice]:
    words, language = WORDS[to.lang], language_for(to)
    own = [target for target in targets.values() if concerns(to, target)]
    if not own:
        return
    lines = [words["counts"].format(audited=ended.audited, targets=ended.targets, rounds=ended.rounds)]
    for key in ("added", "removed", "moved"):
        names = getattr(ended, key)
        if names and not to.agencies:
            lines.append(words[key].format(n=len(names), names="; ".join(names[:AT_MOST])))
    if ended.refused and not to.agencies:
        lines.append(words["refused"].format(n=len(ended.refused)))
    if to.agencies:
        for target in own[:AT_MOST]:
            audit = archive.audit(campaign.run, target.id)
            card = audit.scorecard if audit else None
            if card is None or card.low is None or card.high is None:
                reach = language.word(REACHES[card.reach].short) if card else words["not_audited"]
                lines.append(f"- {target.name}: {words['not_audited']} ({reach})")
            else:
                lines.append(f"- {target.name}: {language.interval(card.low, card.high)}")
    else:
        lines += [f"- {x.name}: {words['not_audited']} ({language.word(x.says)})" for x in ended.not_audited[:AT_MOST]]
    lines.append(words["lost_count"].format(n=len([x for x in ended.lost if concerns(to, targets.get(x.agency))])))
    lines.append(words["where"].format(out=dict(campaign.settings)["out"]))
    title = words["finished"].format(schedule=campaign.schedule, period=campaign.period)
    yield Notice(f"finished:{to.name}", to, title, "\n".join((words["lead"], *lines)))


def regression(campaign: Campaign, lost: list[Lost], to: Recipient) -> Notice:
    words, language = WORDS[to.lang], language_for(to)
    lines = [words["lost_lead"].format(before=lost[0].before)]
    for one in lost[:AT_MOST]:
        where = f" ({one.addresses[0]})" if one.addresses else ""
        service = f", {one.service}" if one.service else ""
        lines.append(f"- {one.name}: {language.word(one.title)}{service}. {language.sentence(one.says)}{where}")
    if len(lost) > AT_MOST:
        lines.append(words["more"].format(n=len(lost) - AT_MOST))
    title = words["regression"].format(n=len(lost), period=campaign.period)
    return Notice(f"regression:{to.name}", to, title, "\n".join(lines))
