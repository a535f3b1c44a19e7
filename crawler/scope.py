"""Which addresses belong to the audited agency.

The rule, the same for every target:
- the host of the target, with and without www, and every host below it (ppid.dinkes.x.go.id belongs to
  dinkes.x.go.id; dinkes.x.go.id belongs to the government x.go.id, but not the other way round);
- hosts below it are `outlying`: they get a limited share of the pages, because on a government's domain each of
  them is an agency of its own;
- a target that is a folder on somebody's portal (x.go.id/disdukcapil/) prefers that folder: what lies outside is
  `outlying` too.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

import tldextract

from crawler.address import Address, bare_host

EXTRACT = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)  # the bundled list: no network, no disk
FILE_NAME = re.compile(r"\.[a-z0-9]{2,5}$", re.I)


@functools.lru_cache(maxsize=4096)
def registrable(host: str) -> str:
    """The registrable domain of a host (go.id, desa.id ... known), or the host itself where there is none."""
    if host.endswith(".test"):
        return ".".join(host.split(".")[-2:])
    found = EXTRACT(host)
    return f"{found.domain}.{found.suffix}" if found.domain and found.suffix else host


def is_public_suffix(host: str) -> bool:
    found = EXTRACT(host)
    return bool(found.suffix) and not found.domain


@dataclass(frozen=True, slots=True)
class Scope:
    """Hosts of one site (without www) and the folder it prefers ("/" for the whole host)."""

    hosts: tuple[str, ...]
    folder: str = "/"

    def covers(self, address: Address) -> bool:
        host = bare_host(address.host)
        return any(host == h or (host.endswith("." + h) and not is_public_suffix(h)) for h in self.hosts)

    def is_own_host(self, address: Address) -> bool:
        return bare_host(address.host) in self.hosts

    def outlying(self, address: Address) -> bool:
        """On a host below, or outside the preferred folder."""
        own = self.is_own_host(address)
        inside = self.folder == "/" or (address.path.rstrip("/") + "/").startswith(self.folder)
        return not (own and inside)


def scope_of(asked: Address, final: Address | None = None) -> Scope:
    """The scope of a target, after its home page was seen to end at `final`."""
    hosts = [bare_host(asked.host)]
    if final is not None and bare_host(final.host) not in hosts:
        hosts.append(bare_host(final.host))
    last = asked.path.rstrip("/").rsplit("/", 1)[-1]
    is_folder = last and not FILE_NAME.search(last) and not asked.query and not asked.route
    return Scope(tuple(hosts), asked.path.rstrip("/") + "/" if is_folder else "/")
