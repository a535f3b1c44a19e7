"""What people meet at the command line: clear words, the right exit code, never a traceback."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from audit import cli, commands
from audit.settings import Places
from audit.unfit import Unfit
from crawler.chromium import BrowserMissing
from model.evidence import Level, Target
from store.errors import StoreBusy, told

ROOT = Path(__file__).parents[2]


def target(key: str) -> Target:
    return Target(key, key.title(), Level.KOTA, "Maluku", f"http://{key}.test/")


def order(tmp_path: Path, **changes: object) -> commands.AuditOrder:
    given: dict[str, object] = {
        "targets": tmp_path / "targets.csv", "out": tmp_path / "out", "data": tmp_path / "data", "limit": 0,
        "max_pages": 5, "only": (), "resume": False, "sites_at_once": 1, "delay": 0.0, "period": "",
        "instrument": "publikasi-web", "scale": "2022-2024", "hosts": None,
    }  # fmt: skip
    return commands.AuditOrder(**{**given, **changes})  # type: ignore[arg-type] # built from a table of defaults


def test_only_and_limit_choose_targets(tmp_path: Path) -> None:
    three = (target("a"), target("b"), target("c"))
    assert [t.id for t in commands.choose(three, order(tmp_path, only=("c", "a")))] == ["a", "c"]
    assert [t.id for t in commands.choose(three, order(tmp_path, limit=2))] == ["a", "b"]


def test_an_unknown_id_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unfit, match="dinkez"):
        commands.choose((target("dinkes"),), order(tmp_path, only=("dinkez",)))


def test_an_empty_list_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unfit, match="Tidak ada sasaran"):
        commands.choose((), order(tmp_path))


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (BrowserMissing("Peramban Chromium tidak ditemukan."), "Chromium"),
        (ExceptionGroup("run", [told(StoreBusy, "patuh.db", "")]), "patuh.db"),
        (OSError(28, "No space left on device", "laporan/x"), "laporan/x"),
    ],
)
def test_what_the_machine_lacks_is_one_sentence_and_exit_code_3(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], fault: Exception, words: str
) -> None:
    async def work() -> int:
        raise fault

    assert commands.guarded(Places(tmp_path / "data", tmp_path / "out"), work) == cli.Exit.ENVIRONMENT
    told_to_people = capsys.readouterr().err
    assert words in told_to_people
    assert "Traceback" not in told_to_people
    assert '"trace"' in (tmp_path / "data" / "patuh.log").read_text()


def test_a_fault_of_ours_is_not_hidden(tmp_path: Path) -> None:
    async def work() -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        commands.guarded(Places(tmp_path / "data", tmp_path / "out"), work)


def test_wrong_use_is_exit_code_2(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["patuh", "inspect", "tidak-ada.pdf"])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == cli.Exit.WRONG_USE
    assert "tidak-ada.pdf" in capsys.readouterr().err


def test_the_sample_sites_play_until_they_are_stopped(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "audit.cli", "demo", "--play", "1", "--out", str(tmp_path)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as playing:
        assert playing.stdout is not None
        shown = [playing.stdout.readline() for _ in range(3)]
        hosts = json.loads((tmp_path / "hosts.json").read_text())
        playing.send_signal(signal.SIGINT)
        try:
            rest, err = playing.communicate(timeout=60)
        finally:
            playing.kill()
    assert (playing.returncode, err) == (0, "")
    assert "--hosts" in shown[1]
    assert "ditutup" in rest
    assert all(name.endswith(".test") and ip == "127.0.0.1" for name, (ip, _port) in hosts.items())
