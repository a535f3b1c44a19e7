"""What the doctor says of a machine that lacks something."""

from __future__ import annotations

import socket
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from audit.settings import Places
from audit.upkeep import doctor, machine
from audit.upkeep.examined import State, fine
from crawler.chromium import BrowserMissing
from crawler.egress import Guard
from crawler.hear import Heard, date_in, hear
from crawler.settings import HostTable
from reading.sandbox import ReaderMissing

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


def test_no_browser_is_broken_with_the_command_that_mends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise BrowserMissing("Peramban Chromium tidak ditemukan.")

    monkeypatch.setattr(machine, "driver_starts", lambda: True)
    monkeypatch.setattr(machine, "find_chromium", missing)
    found = machine.browser()
    assert (found.state, found.remedy) == (State.BROKEN, "make setup")


def test_a_reader_that_does_not_start_is_broken_with_its_cause(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        error = ReaderMissing("Pembaca dokumen tidak dapat dijalankan di mesin ini.")
        error.add_note("python -m reading.worker: Traceback\nModuleNotFoundError: No module named 'selectolax'\n")
        raise error

    monkeypatch.setattr(machine, "start_reader", missing)
    found = machine.reader()
    assert (found.state, found.remedy) == (State.BROKEN, "make setup")
    assert found.says.endswith("No module named 'selectolax'")


def test_no_ocr_is_lacking_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "find_ocr", lambda: None)
    assert machine.ocr().state is State.LACKING


@pytest.mark.parametrize(("apart", "state"), [(10, State.FINE), (299, State.FINE), (3600, State.BROKEN)])
def test_a_clock_that_is_wrong(apart: int, state: State) -> None:
    assert doctor.clock(Heard("", NOW - timedelta(seconds=apart)), NOW).state is state


def test_a_clock_that_cannot_be_compared_is_not_called_right() -> None:
    assert doctor.clock(Heard("dns_failed"), NOW).state is State.LACKING


def test_a_damaged_database_is_told_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "patuh.db"
    path.write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    before = path.read_bytes()
    assert machine.database_file(path).state is State.BROKEN
    assert path.read_bytes() == before


def test_a_first_start_has_no_database_yet(tmp_path: Path) -> None:
    assert machine.database_file(tmp_path / "none" / "patuh.db").state is State.FINE
    assert not (tmp_path / "none").exists()


def test_a_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("audit.upkeep.machine.tempfile.TemporaryFile", refuse)
    found = machine.writing("data", "Hak tulis", tmp_path / "a" / "b")
    assert (found.state, str(tmp_path) in found.says) == (State.BROKEN, True)


def test_an_empty_address_of_a_notice_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PATUH_NOTIFY_PUSAT", raising=False)
    config = tmp_path / "patuh.toml"
    config.write_text('[[recipients]]\nname = "Pusat"\naddress_env = "PATUH_NOTIFY_PUSAT"\n')
    assert "PATUH_NOTIFY_PUSAT" in doctor.schedules(config).says


async def test_the_date_of_a_site_is_heard_through_the_guard() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=answer_once, args=(server,), daemon=True)
        thread.start()
        heard = await hear(Guard(HostTable({"situs.test": ("127.0.0.1", server.getsockname()[1])})), "situs.test")
        thread.join(10)
    assert heard == Heard("", datetime(2026, 11, 25, 3, 0, tzinfo=UTC))


def answer_once(server: socket.socket) -> None:
    talk, _ = server.accept()
    with talk:
        talk.recv(4096)
        talk.sendall(b"HTTP/1.1 200 OK\r\nDate: Wed, 25 Nov 2026 03:00:00 GMT\r\n\r\n")


async def test_a_private_host_is_not_asked() -> None:
    assert (await hear(Guard(HostTable({})), "127.0.0.1")).code == "not_allowed"


def test_a_date_that_is_none_is_none() -> None:
    assert date_in("HTTP/1.1 200 OK\r\nDate: kemarin") is None


def test_everything_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("browser", "ocr"):
        monkeypatch.setattr(machine, name, lambda: fine("x", "x", "x"))
    patient = doctor.Patient(Places(tmp_path, tmp_path), tmp_path / "patuh.toml", "tidak-ada.test", {})
    found = list(doctor.examine(patient))
    broken = [one for one in found if one.state is not State.FINE]
    assert {one.id for one in broken} >= {"network", "clock"}
    assert all(one.remedy for one in broken)
    assert not any(one.remedy for one in found if one.state is State.FINE)
