"""Whole files only: a failed write leaves the old report and no litter."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.publish import write_whole


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = write_whole(tmp_path / "dinkes" / "report.html", "isi")
    assert path.read_text(encoding="utf-8") == "isi"


def test_the_old_file_survives_a_failed_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_whole(tmp_path / "report.html", "lama")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("audit.publish.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, "baru")
    assert path.read_text(encoding="utf-8") == "lama"
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]


def test_a_lone_surrogate_does_not_stop_a_report(tmp_path: Path) -> None:
    assert write_whole(tmp_path / "report.html", "a\ud800b").read_text(encoding="utf-8") == "a?b"
