"""The host table of demo and tests: `.test` names mapped to loopback ports, from a JSON file."""

from __future__ import annotations

import json
from pathlib import Path

from audit.unfit import Unfit

Hosts = dict[str, tuple[str, int]]


def read_hosts(path: Path | None) -> Hosts:
    """{"name.test": "127.0.0.1:8080"} or {"name.test": ["127.0.0.1", 8080]}. Raises Unfit.

    Names outside `.test` are refused here and again by the egress guard: this table is no way to private addresses.
    """
    if path is None:
        return {}
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        return {name: place(value) for name, value in table.items() if reserved_name(name, path)}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise Unfit(f"Tabel nama “{path}” tidak dapat dibaca: {error}.") from error


def place(value: str | list[str | int]) -> tuple[str, int]:
    host, port = value.rsplit(":", 1) if isinstance(value, str) else value
    return str(host), int(port)


def reserved_name(name: str, path: Path) -> bool:
    if not name.endswith(".test"):
        raise Unfit(f"Tabel nama “{path}”: “{name}” tidak berakhiran .test.")
    return True
