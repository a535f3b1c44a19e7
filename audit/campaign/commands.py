"""What the commands of campaigns do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import scheduler
from audit.campaign.mail import Mail, Notice, Post, Preview
from audit.campaign.notices import deliver, notices
from audit.campaign.screen import campaign_data, show_campaign, show_campaigns
from audit.campaign.settings import Configuration, read_configuration
from audit.cli import Exit, write_json
from audit.commands import guarded
from audit.hosts import read_hosts
from audit.logs import log_to
from audit.screen import say_line, warn_line
from audit.settings import Places
from audit.unfit import Unfit
from model.campaign import Campaign, Due
from store.archive import Archive
from store.campaigns import Campaigns
from store.errors import UnknownCampaign

NO_CHANGE = "Kampanye {number} tidak dapat {verb}; keadaannya sekarang: {state}."


def run_list(data: Path, config: Path, *, as_json: bool) -> int:
    configuration = read_configuration(config) if config.exists() else None
    now = scheduler.system_clock()
    upcoming = {s.name: scheduler.next_due(s, now) for s in configuration.schedules} if configuration else {}

    def work(campaigns: Campaigns, _archive: Archive) -> int:
        found = campaigns.all()
        if as_json:
            schedules = [{"schedule": name, "next": at.isoformat()} for name, at in upcoming.items()]
            write_json({"campaigns": [campaign_data(c) for c in found], "schedules": schedules})
        else:
            show_campaigns(found, upcoming)
        return Exit.FINE

    return with_campaigns(data, work)


def run_show(number: str, data: Path, *, as_json: bool) -> int:
    def work(campaigns: Campaigns, archive: Archive) -> int:
        campaign = campaigns.find(number)
        queue = archive.queue(campaign.run) if campaign.run else ()
        write_json(campaign_data(campaign, queue)) if as_json else show_campaign(campaign, queue)
        return Exit.FINE

    return with_campaigns(data, work)


def run_start(name: str, data: Path, config: Path) -> int:
    """Queue a campaign that is due at this minute."""
    schedule = read_configuration(config).schedule(name)
    now = scheduler.system_clock().replace(second=0, microsecond=0)

    def work(campaigns: Campaigns, _archive: Archive) -> int:
        under_way = [c for c in campaigns.open() if c.schedule == name]
        if under_way:
            raise Unfit(f"Jadwal “{name}” sedang berjalan sebagai kampanye {under_way[0].id}.")
        if not campaigns.queue_due([Due(schedule, now.astimezone(ZoneInfo(schedule.zone)))], now):
            raise Unfit(f"Jadwal “{name}” sudah dimulai pada menit ini. Ulangi satu menit lagi.")
        made = next(c for c in campaigns.open() if c.schedule == name)
        say_line(f"Kampanye {made.id} menunggu; `patuh serve` akan mengerjakannya.")
        return Exit.FINE

    return with_campaigns(data, work)


def run_pause(number: str, data: Path) -> int:
    return step(number, data, Campaigns.pause, "dijeda")


def run_resume(number: str, data: Path) -> int:
    return step(number, data, Campaigns.resume, "dilanjutkan")


def run_cancel(number: str, data: Path) -> int:
    return step(number, data, lambda campaigns, key: campaigns.cancel(key, datetime.now(UTC)), "dibatalkan")


def step(number: str, data: Path, take: Callable[[Campaigns, str], bool], verb: str) -> int:
    def work(campaigns: Campaigns, _archive: Archive) -> int:
        if not take(campaigns, number):
            raise Unfit(NO_CHANGE.format(number=number, verb=verb, state=campaigns.find(number).state))
        say_line(f"Kampanye {number} {verb}.")
        return Exit.FINE

    return with_campaigns(data, work)


def run_notify(number: str, data: Path, config: Path, *, dry_run: bool, hosts: Path | None) -> int:
    """Exit code 4 when a notice could not be sent."""
    configuration = read_configuration(config)
    table = read_hosts(hosts)

    def work(campaigns: Campaigns, archive: Archive) -> int:
        campaign = campaigns.find(number)
        found = list(notices(archive, campaign, configuration))
        if not found:
            say_line("Tidak ada yang perlu diberitahukan tentang kampanye ini.")
        return preview(campaign, found) if dry_run else send(campaigns, campaign, found, Post(table))

    return with_campaigns(data, work)


def preview(campaign: Campaign, found: Sequence[Notice]) -> int:
    for notice in found:
        Preview(say_line).send(notice)
        if notice.key in campaign.told:
            say_line("(sudah pernah dikirim)")
    return Exit.FINE


def send(campaigns: Campaigns, campaign: Campaign, found: Sequence[Notice], mail: Mail) -> int:
    failed = [line for notice in found for line in deliver(campaigns, campaign, notice, mail)]
    for line in failed:
        warn_line(line)
    return Exit.PARTLY if failed else Exit.FINE


def run_serve(data: Path, config: Path, *, once: bool, hosts: Path | None) -> int:
    """Until it is stopped; with --once until nothing is left that can be done now."""
    configuration = read_configuration(config)
    if not configuration.schedules:
        raise Unfit(f"{config} belum memuat jadwal. Contoh lengkap ada di docs/operations.md.")
    table = read_hosts(hosts)
    return guarded(Places(data, data), lambda: serve_archive(data, configuration, table, once=once))


async def serve_archive(
    data: Path, configuration: Configuration, table: dict[str, tuple[str, int]], *, once: bool
) -> int:
    from audit.campaign.serve import open_workplace, serve, serve_once

    with Archive.open(Places(data, data).database) as archive:
        at = open_workplace(archive, data, table, say_line)
        if once:
            await serve_once(at, configuration, Post(table), say_line)
        else:
            say_line(f"Patuh berjalan dengan {len(configuration.schedules)} jadwal. Hentikan dengan Ctrl+C.")
            await serve(at, configuration, Post(table), say_line)
    return Exit.FINE


def with_campaigns(data: Path, work: Callable[[Campaigns, Archive], int]) -> int:
    """Open the archive of this folder for one command."""

    async def opened() -> int:
        with Archive.open(Places(data, data).database) as archive:
            try:
                return await asyncio.to_thread(work, Campaigns(archive), archive)
            except UnknownCampaign as error:
                raise Unfit(f"{error} Lihat nomornya dengan: patuh campaign list.") from error

    data.mkdir(parents=True, exist_ok=True)
    log_to(Places(data, data).log)
    return guarded(None, opened)
