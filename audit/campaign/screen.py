"""Campaigns as people see them in the terminal, and as machines read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from rich.markup import escape
from rich.table import Table

from audit.campaign.completion import Completion
from audit.screen import out, say_line
from audit.words import word
from model.campaign import Campaign
from model.codec import plain, read_plain
from store.queue import RunTarget, TargetState

STATES = {
    "due": "menunggu daftar sasaran",
    "running": "berjalan",
    "paused": "dijeda",
    "finished": "selesai",
    "cancelled": "dibatalkan",
    "missed": "terlewat",
}
CLOCKS = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
AT_MOST = 30


def show_campaigns(campaigns: Sequence[Campaign], upcoming: Mapping[str, datetime]) -> None:
    table = Table(title=word("Kampanye"), title_justify="left")
    for heading in ("Nomor", "Jadwal", "Periode", "Waktu", "Keadaan", "Catatan"):
        table.add_column(word(heading))
    for one in campaigns:
        table.add_row(
            one.id,
            escape(one.schedule),
            one.period,
            moment(one.due, one.zone),
            word(STATES[one.state]),
            escape(word(one.note)),
        )
    out.print(table)
    for name, at in upcoming.items():
        zone = getattr(at.tzinfo, "key", "Asia/Jakarta")
        say_line(f"Jadwal {name}: berikutnya {moment(at, zone)}")


def show_campaign(campaign: Campaign, queue: Sequence[RunTarget]) -> None:
    say_line(f"Kampanye {campaign.id}: {campaign.schedule}, periode {campaign.period}, {STATES[campaign.state]}")
    say_line(f"Waktu: {moment(campaign.due, campaign.zone)}")
    if campaign.note:
        say_line(f"Catatan: {campaign.note}")
    if campaign.report:
        show_completion(read_plain(Completion, campaign.report))
        return
    counts = Counter(line.state for line in queue)
    if queue:
        done, running = counts[TargetState.DONE], counts[TargetState.RUNNING]
        say_line(f"Putaran {campaign.round + 1}: {done} dari {len(queue)} situs selesai, {running} sedang diaudit.")
    if campaign.wait_until:
        say_line(f"Situs yang gagal dicoba lagi mulai {moment(campaign.wait_until, campaign.zone)}.")


def show_completion(ended: Completion) -> None:
    say_line(f"{ended.audited} dari {ended.targets} instansi diaudit dalam {ended.rounds} putaran.")
    for title, lines in (
        ("Belum diaudit", [f"{x.name} ({x.says})" for x in ended.not_audited]),
        ("Kemunduran", [f"{x.name}: {x.title}. {x.says}" for x in ended.lost]),
        ("Sasaran baru", ended.added),
        ("Sasaran yang tidak lagi ada di daftar", ended.removed),
        ("Alamat situs berubah", ended.moved),
        ("Baris daftar yang tidak dapat dipakai", ended.refused),
    ):
        if lines:
            say_line(f"\n{title} ({len(lines)}):")
            for line in lines[:AT_MOST]:
                say_line(f"  - {line}")
            if len(lines) > AT_MOST:
                say_line(f"  ... dan {len(lines) - AT_MOST} lagi; semuanya ada di kampanye.json")
    if ended.rules_changed:
        say_line("\nAturan berubah ketika kampanye ini berjalan; bandingkan hasilnya dengan hati-hati.")


def campaign_data(campaign: Campaign, queue: Sequence[RunTarget] = ()) -> dict[str, Any]:
    """A campaign for machines. targets: how many are in each state."""
    data: dict[str, Any] = plain(campaign)
    if queue:
        data["targets"] = {state.value: count for state, count in Counter(line.state for line in queue).items()}
    return data


def moment(at: datetime, zone: str) -> str:
    return f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H.%M} {CLOCKS.get(zone, zone)}"
