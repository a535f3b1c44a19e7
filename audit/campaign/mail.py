"""Hand notices over to the post, or show them without sending (`--dry-run`)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from audit.campaign.settings import Recipient

SECONDS = 90
WHY = {
    "no_apprise": "Paket pengirim pemberitahuan belum terpasang. Pasang dengan: pip install 'patuh[notify]'.",
    "bad_address": "Isi {env} bukan alamat pemberitahuan yang dikenal. Contoh: mailto://nama:sandi@contoh.go.id",
    "not_delivered": "Layanan tujuan tidak menerima pemberitahuan. Periksa isi {env} dan sambungan internet.",
    "no_address": "Peubah lingkungan {env} belum diisi.",
    "too_long": "Layanan tujuan tidak menjawab dalam batas waktu.",
}


class NotSent(Exception):
    """The text is for people and names the variable that holds the address, never the address itself."""


@dataclass(frozen=True, slots=True)
class Notice:
    """key: the same for the same news to the same recipient, so that it is told once."""

    key: str
    to: Recipient
    title: str
    body: str


class Mail(Protocol):
    def send(self, notice: Notice) -> None:
        """Raises NotSent."""


@dataclass(frozen=True, slots=True)
class Post:
    """Sends, in a process that reaches public addresses only. hosts: `.test` names of tests."""

    hosts: Mapping[str, tuple[str, int]]

    def send(self, notice: Notice) -> None:
        env = notice.to.address_env
        address = os.environ.get(env, "").strip()
        if not address:
            raise not_sent("no_address", env)
        letter = {"address": address, "title": notice.title, "body": notice.body, "hosts": dict(self.hosts)}
        command = [sys.executable, "-P", "-m", "crawler.post"]
        root = Path(__file__).resolve().parents[2]
        try:
            done = subprocess.run(
                command, input=json.dumps(letter), cwd=root, env=_environment(root), capture_output=True, text=True,
                timeout=SECONDS, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise not_sent("too_long", env) from error
        try:
            why = json.loads(done.stdout)["why"]
        except (ValueError, KeyError, TypeError):
            why = "not_delivered"
        if why:
            raise not_sent(why, env)


@dataclass(frozen=True, slots=True)
class Preview:
    """Shows what would be sent, and to whom."""

    show: Callable[[str], None]

    def send(self, notice: Notice) -> None:
        there = "terisi" if os.environ.get(notice.to.address_env, "").strip() else "belum diisi"
        self.show(f"Kepada: {notice.to.name} (${notice.to.address_env}, {there})\n{notice.title}\n\n{notice.body}\n")


def not_sent(why: str, env: str) -> NotSent:
    return NotSent(WHY.get(why, WHY["not_delivered"]).format(env=env))


def _environment(root: Path) -> dict[str, str]:
    """What the post needs of ours; other secrets stay here. Proxies of the machine are not used (law 4)."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "SSL_CERT_FILE") if name in os.environ}
    return {**kept, "PYTHONPATH": str(root), "PYTHONWARNINGS": "ignore"}
