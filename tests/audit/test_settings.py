"""An instrument that a user wrote: its mistakes are told, and it is never taken for a bundled one."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.settings import yardstick
from audit.unfit import Unfit
from tests.audit.test_instruments import GOOD


def test_a_users_instrument_is_used(tmp_path: Path) -> None:
    path = tmp_path / "kami.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert yardstick(str(path)).instrument.id == "milik-kami"


def test_mistakes_are_told_with_file_and_line_and_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "kami.toml"
    path.write_text(GOOD.replace('check = "fee"', 'check = "feee"'), encoding="utf-8")
    with pytest.raises(Unfit, match=r"kami\.toml:7: Pemeriksaan “feee” tidak ada"):
        yardstick(str(path))


def test_the_id_of_a_bundled_instrument_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kami.toml"
    path.write_text(GOOD.replace("milik-kami", "publikasi-web"), encoding="utf-8")
    with pytest.raises(Unfit, match="sudah dipakai instrumen bawaan"):
        yardstick(str(path))


def test_an_instrument_that_is_not_there_is_told() -> None:
    with pytest.raises(Unfit, match="tidak ditemukan"):
        yardstick("tidak-ada")
