"""Send one notice (pemberitahuan) through apprise, in a process of its own: python -m crawler.post < letter.json

A letter is {"address", "title", "body", "hosts"}; the address holds secrets, so it comes by standard input and is never
printed. The process can open connections to public addresses only (law 4): whatever a service of apprise resolves or
is sent on to, the very address it connects to is looked up in the same table as the crawler's. It can start no program.
The answer is one line of JSON: {"sent": true} or {"sent": false, "why": code}.
"""

from __future__ import annotations

import contextlib
import io
import json
import socket
import sys
from collections.abc import Mapping
from typing import Any

from crawler.settings import HostTable
from crawler.special_addresses import refusal

PROGRAMS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "pty.spawn")
CONNECTIONS = ("socket.connect", "socket.sendto", "socket.sendmsg")


def keep_within(hosts: HostTable) -> None:
    """From now on this process reaches public addresses and the `.test` names of the table, and nothing else."""
    places = set(hosts.names.values())

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in PROGRAMS:
            raise PermissionError(f"no program may be started here: {event}")
        if event in CONNECTIONS and (reason := refused(arguments[1], places)):
            raise PermissionError(f"not allowed: {reason}")

    resolve = socket.getaddrinfo

    def getaddrinfo(host: Any, port: Any, *more: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else str(host)
        if name.lower().rstrip(".").endswith(".test"):
            place = hosts.find(name)
            if place is None:
                raise socket.gaierror(socket.EAI_NONAME, "not in the host table")
            host, port = place
        return resolve(host, port, *more, **options)

    socket.getaddrinfo = getaddrinfo
    sys.addaudithook(hook)


def refused(address: object, places: set[tuple[str, int]]) -> str:
    """Why no connection is made to this address of a socket; "" when it may be."""
    if not isinstance(address, tuple) or len(address) < 2:
        return "not an internet address"
    if (address[0], address[1]) in places:
        return ""
    return refusal(str(address[0]))


def send(letter: Mapping[str, Any]) -> str:
    """Give "" when the notice was handed over, else why not: no_apprise, bad_address or not_delivered."""
    try:
        import apprise
    except ModuleNotFoundError:
        return "no_apprise"
    post = apprise.Apprise()
    if not post.add(letter["address"]):
        return "bad_address"
    done = post.notify(title=letter["title"], body=letter["body"], body_format=apprise.NotifyFormat.TEXT)
    return "" if done else "not_delivered"


def main() -> int:
    letter = json.loads(sys.stdin.read())
    keep_within(HostTable({name: (str(ip), int(port)) for name, (ip, port) in letter.get("hosts", {}).items()}))
    with contextlib.redirect_stdout(io.StringIO()):  # what a service prints is not an answer
        why = send(letter)
    print(json.dumps({"sent": not why, "why": why}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
