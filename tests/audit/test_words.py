"""The command line in English: every help text of the commands here, and sentences with what fills them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from audit import cli, words

OWN = ("audit", "check", "inspect", "accuracy", "demo", "serve", "campaign", "targets", "checks", "doctor", "vault",
       "backup", "restore", "zones", "official", "history", "diff", "replay", "recheck", "rank", "rollup",
       "note")  # fmt: skip


@pytest.fixture
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATUH_LANG", "en")


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(cli.app, "registered_commands", list(cli.app.registered_commands))
    monkeypatch.setattr(cli.app, "registered_groups", list(cli.app.registered_groups))
    cli.add_rooms()
    return get_command(cli.app)


def helps(command: Any) -> Iterator[str]:
    if command.help:
        yield command.help.partition("\n\n")[0]
    yield from (option.help for option in command.params if getattr(option, "help", None))
    for below in getattr(command, "commands", {}).values():
        yield from helps(below)


@pytest.mark.parametrize("name", OWN)
def test_every_help_text_has_its_english(root: Any, name: str) -> None:
    catalogue = tomllib.loads((Path(words.__file__).parent / "en.toml").read_text("utf-8"))["help"]
    assert [text for text in helps(root.commands[name]) if text not in catalogue] == []


def test_every_command_has_an_example(root: Any) -> None:
    def ends(command: Any) -> Iterator[Any]:
        below = getattr(command, "commands", {}).values()
        yield from (end for one in below for end in ends(one)) if below else iter((command,))

    assert [command.name for command in ends(root) if "Contoh: patuh " not in (command.help or "")] == []


def test_the_commands_of_the_product_are_there(root: Any) -> None:
    assert set(OWN) <= set(root.commands)


def test_what_fills_a_sentence_is_kept(in_english: None) -> None:
    assert words.word("Laporan: /tmp/a b/index.html") == "Report: /tmp/a b/index.html"
    assert words.word("3 dari 4 instansi diaudit dalam 2 putaran.") == "3 of 4 agencies audited in 2 rounds."
    assert (
        words.word("Kampanye 3: bulanan, periode 2026-11, berjalan") == "Campaign 3: bulanan, period 2026-11, running"
    )


def test_a_sentence_that_nobody_knows_stays(in_english: None) -> None:
    assert words.word("Kalimat lain {0}") == "Kalimat lain {0}"


def test_indonesian_is_the_language_without_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PATUH_LANG", raising=False)
    assert words.word("Laporan: x") == "Laporan: x"


def test_the_option_stands_in_front_of_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATUH_LANG", "id")
    arguments = ["patuh", "--lang", "en", "report", "agency", "x", "--lang", "id"]
    words.choose(arguments)
    assert arguments == ["patuh", "report", "agency", "x", "--lang", "id"]
    assert words.english()


def test_wrong_use_is_told_in_english(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PATUH_LANG", "id")
    monkeypatch.setattr("sys.argv", ["patuh", "--lang", "en", "inspect", "tidak-ada.pdf"])
    with pytest.raises(SystemExit):
        cli.main()
    assert "was not found" in capsys.readouterr().err
