"""Which browser is used, and what is said when there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from crawler import chromium
from crawler.chromium import BrowserMissing, Chromium, find_chromium, install


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with an empty PATH, no Playwright build, no apt and a memory of its own."""
    monkeypatch.delenv(chromium.OVERRIDE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "playwright"))
    (tmp_path / "bin").mkdir()
    return tmp_path


def program(folder: Path, name: str) -> str:
    path = folder / "bin" / name
    path.write_text("#!/bin/sh\nexit 0\n")
    path.chmod(0o755)
    return str(path)


def starting(monkeypatch: pytest.MonkeyPatch, *good: str) -> None:
    def starts(browser: Chromium) -> bool:
        return browser.executable in good

    monkeypatch.setattr(chromium, "starts", starts)


def no_download(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    asked: list[int] = []

    def download() -> bool:
        asked.append(1)
        return False

    monkeypatch.setattr(chromium, "_download", download)
    return asked


def test_none_at_all_is_one_sentence_and_exit_code_3(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    no_download(monkeypatch)
    assert install() == chromium.NO_BROWSER
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    with pytest.raises(BrowserMissing, match="Chromium"):
        find_chromium()


def test_the_system_browser_serves_where_the_download_fails(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = program(machine, "chromium")
    starting(monkeypatch, path)
    asked = no_download(monkeypatch)
    assert install() == 0
    assert find_chromium().executable == path
    assert install() == 0
    assert asked == [1], "a failed download is not tried again while a system browser works"


def test_a_browser_that_does_not_start_is_passed_over(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(machine, "chromium")
    works = program(machine, "google-chrome")
    starting(monkeypatch, works)
    no_download(monkeypatch)
    assert install() == 0
    assert find_chromium().executable == works


def test_a_driver_that_lacks_a_library_is_told_with_its_remedy(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    starting(monkeypatch, program(machine, "chromium"))
    no_download(monkeypatch)
    monkeypatch.setattr(chromium, "driver_starts", lambda: False)
    assert install() == chromium.NO_BROWSER
    assert "libatomic1" in capsys.readouterr().err


def test_the_named_browser_wins_or_is_told(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(machine, "chromium")
    monkeypatch.setenv(chromium.OVERRIDE, str(machine / "none"))
    with pytest.raises(BrowserMissing, match="none"):
        find_chromium()


def test_a_snap_is_no_browser_for_us(machine: Path) -> None:
    (machine / "bin" / "chromium-browser").write_text('#!/bin/sh\nexec /snap/bin/chromium "$@"\n')
    (machine / "bin" / "chromium-browser").chmod(0o755)
    with pytest.raises(BrowserMissing):
        find_chromium()
