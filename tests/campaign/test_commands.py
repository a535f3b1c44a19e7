"""`patuh campaign ...` as people type it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.campaign import commands
from audit.campaign.serve import in_trouble, work_once
from audit.unfit import Unfit
from crawler.chromium import BrowserMissing
from model.campaign import CampaignState
from tests.campaign.conftest import DUE, TOML, Office


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("PATUH_DATABASE", raising=False)
    (tmp_path / "patuh.toml").write_text(TOML)
    return tmp_path / "data"


def states(data: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    commands.run_list(data, data.parent / "patuh.toml", as_json=True)
    return [one["state"] for one in json.loads(capsys.readouterr().out)["campaigns"]]


def test_start_pause_resume_cancel(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run_start("bulanan", data, data.parent / "patuh.toml") == 0
    assert states(data, capsys) == ["due"]
    commands.run_pause("1", data)
    assert states(data, capsys) == ["paused"]
    commands.run_resume("1", data)
    assert states(data, capsys) == ["due"]
    commands.run_cancel("1", data)
    assert states(data, capsys) == ["cancelled"]
    with pytest.raises(Unfit, match="tidak dapat dilanjutkan; keadaannya sekarang: cancelled"):
        commands.run_resume("1", data)


def test_what_is_started_is_not_started_again(data: Path) -> None:
    config = data.parent / "patuh.toml"
    commands.run_start("bulanan", data, config)
    with pytest.raises(Unfit, match="sedang berjalan sebagai kampanye 1"):
        commands.run_start("bulanan", data, config)


def test_unknown_names_and_numbers_are_told(data: Path) -> None:
    with pytest.raises(Unfit, match="Jadwal yang ada: bulanan"):
        commands.run_start("mingguan", data, data.parent / "patuh.toml")
    for number in ("9", "x", "-1"):
        with pytest.raises(Unfit, match="patuh campaign list"):
            commands.run_show(number, data, as_json=False)


def test_a_file_without_schedules_cannot_be_served(data: Path) -> None:
    (data.parent / "leer.toml").write_text("")
    with pytest.raises(Unfit, match="belum memuat jadwal"):
        commands.run_serve(data, data.parent / "leer.toml", once=True, hosts=None)


def test_the_next_moment_is_shown(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands.run_list(data, data.parent / "patuh.toml", as_json=False)
    assert "Jadwal bulanan: berikutnya 20" in capsys.readouterr().out


async def test_a_lack_of_the_machine_is_written_down_and_forgotten_when_it_is_mended(office: Office) -> None:
    office.web.faults["ambon"] = BrowserMissing("Peramban Chromium tidak ditemukan.")
    office.look(DUE)
    shown: list[str] = []
    await work_once(office.at, shown.append)
    await work_once(office.at, shown.append)
    assert office.only().note == "Peramban Chromium tidak ditemukan."
    office.web.faults.clear()
    await work_once(office.at, shown.append)
    assert office.only().note == ""
    await work_once(office.at, shown.append)
    assert office.only().state is CampaignState.FINISHED


def test_a_fault_of_ours_is_not_called_a_lack(office: Office) -> None:
    office.look(DUE)
    with pytest.raises(ZeroDivisionError):
        in_trouble(office.at, office.only(), ZeroDivisionError())
