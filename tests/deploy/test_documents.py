"""Every `patuh` command that a page for people shows is one that exists, with the options that it has."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from audit import cli

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "docs" / "operations.md", *sorted((ROOT / "docs").glob("panduan-*.md"))]
ALL_PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
CALL = re.compile(r"(?:^|bin/|`|exec app )patuh ((?:--lang en )?[a-z][^`\n#|]*)")


@pytest.fixture(scope="module")
def root() -> Any:
    kept = list(cli.app.registered_commands), list(cli.app.registered_groups)
    cli.add_rooms()
    made = get_command(cli.app)
    cli.app.registered_commands[:], cli.app.registered_groups[:] = kept
    return made


def calls(page: Path) -> Iterator[str]:
    text = page.read_text(encoding="utf-8")
    code = re.findall(r"```[a-z]*\n(.*?)```", text, re.DOTALL) + re.findall(r"`(\.?[^`\n]*patuh [^`\n]*)`", text)
    for block in code:
        for line in block.splitlines():
            if found := CALL.search(line):
                yield found[1].partition(" && ")[0].strip()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_commands_of_a_page_are_there(root: Any, page: Path) -> None:
    shown = list(calls(page))
    assert shown
    assert [call for call in shown if not exists(root, call)] == []


def exists(root: Any, call: str) -> bool:
    """Whether it names a command, and options that this command has."""
    words = [word for word in shlex.split(call.removeprefix("--lang en ")) if word not in ("...", "…")]
    command = root
    while words and words[0] in getattr(command, "commands", {}):
        command = command.commands[words.pop(0)]
    if command is root:
        return False
    known = {name for option in command.params for name in option.opts} | {"--help", "-h"}
    return all(word.partition("=")[0] in known for word in words if word.startswith("--"))


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda page: page.name
)
def test_links_and_pictures_of_a_page_are_there(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    near = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in near if not (page.parent / link).exists()] == []
