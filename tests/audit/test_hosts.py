"""The host table serves `.test` names only; it is no way to private addresses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.hosts import read_hosts
from audit.unfit import Unfit


def table(folder: Path, names: object) -> Path:
    path = folder / "hosts.json"
    path.write_text(json.dumps(names))
    return path


def test_both_spellings_of_a_place(tmp_path: Path) -> None:
    path = table(tmp_path, {"a.test": "127.0.0.1:8080", "b.test": ["127.0.0.1", 81]})
    assert read_hosts(path) == {"a.test": ("127.0.0.1", 8080), "b.test": ("127.0.0.1", 81)}


def test_no_table_is_an_empty_table() -> None:
    assert read_hosts(None) == {}


@pytest.mark.parametrize("name", ["dinkes.go.id", "localhost", "a.test.go.id", "test"])
def test_other_names_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Unfit, match=r"\.test"):
        read_hosts(table(tmp_path, {name: "127.0.0.1:80"}))


def test_a_broken_table_is_told_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "hosts.json"
    path.write_text("{")
    with pytest.raises(Unfit, match=r"hosts\.json"):
        read_hosts(path)
