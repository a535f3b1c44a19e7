"""patuh.toml: what it means, and how its mistakes are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.campaign.settings import read_configuration
from audit.unfit import Unfit
from model.campaign import QUARTERS

EXAMPLE = Path(__file__).parents[2] / "patuh.example.toml"


def read(tmp_path: Path, text: str) -> str:
    """What is told about this file."""
    path = tmp_path / "patuh.toml"
    path.write_text(text)
    with pytest.raises(Unfit) as told:
        read_configuration(path)
    return str(told.value).replace(f"{path}:", "")


def test_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "patuh.toml"
    path.write_text(
        '[[schedules]]\nname = "triwulan"\ntargets = "daftar/kota.csv"\nevery = "quarter"\nday = "last"\n'
        'time = "21.30"\nzone = "WIT"\nquiet = ["08:00-16:00"]\n\n[retention]\nkeep_months = 12\n\n'
        '[[recipients]]\nname = "Tim Maluku"\naddress_env = "PATUH_NOTIFY_MALUKU"\nagencies = ["prov-maluku"]\n'
    )
    read = read_configuration(path)
    (schedule,) = read.schedules
    assert (schedule.months, schedule.day, schedule.hour, schedule.minute) == (QUARTERS, "last", 21, 30)
    assert schedule.zone == "Asia/Jayapura"
    assert schedule.settings is not None
    assert schedule.settings["targets"] == str(tmp_path / "daftar" / "kota.csv")
    assert schedule.settings["out"] == str(tmp_path / "laporan" / "triwulan")
    assert read.keep_months == 12
    assert read.recipients[0].about == ("regression", "finished", "trouble")


def test_the_example_is_a_whole_file() -> None:
    found = read_configuration(EXAMPLE)
    assert found.schedules
    assert found.recipients


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("day = 31", '3: “day” harus bilangan 1 sampai 28, atau "last"'),
        ('time = "25:00"', '3: “25:00” bukan jam. Tulis misalnya "20:00".'),
        ('zone = "Asia/Tokyo"', "3: Zona “Asia/Tokyo” tidak dikenal. Pilihan: WIB, WITA, WIT."),
        ('quiet = ["08:00"]', "3: “08:00” bukan rentang jam."),
        ('quiet = ["08:00-08:00"]', "3: Rentang “08:00-08:00” kosong."),
        ("delay_seconds = 0", "3: “delay_seconds” tidak boleh kurang dari 1."),
        ("delay = 1", "3: “delay” tidak dikenal. Hapus baris ini atau perbaiki ejaannya."),
        ('every = "week"', "3: “every” harus salah satu dari"),
        ("retries = true", "3: “retries” harus berupa bilangan bulat"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, line: str, told: str) -> None:
    assert told in read(tmp_path, f'[[schedules]]\nname = "a"\n{line}\ntargets = "targets.csv"\n')


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    assert "“targets” belum diisi" in read(tmp_path, '[[schedules]]\nname = "a"\n')


def test_two_schedules_of_one_name_are_refused(tmp_path: Path) -> None:
    one = '[[schedules]]\nname = "a"\ntargets = "t.csv"\n'
    assert "5: Jadwal “a” tertulis dua kali" in read(tmp_path, one + one + "\n")


def test_an_address_in_the_file_is_refused(tmp_path: Path) -> None:
    """Secrets come from the environment only."""
    told = read(tmp_path, '[[recipients]]\nname = "a"\naddress_env = "mailto://me:secret@contoh.go.id"\n')
    assert "3: " in told


def test_no_file_and_no_toml_are_told(tmp_path: Path) -> None:
    with pytest.raises(Unfit, match=r"Salin patuh\.example\.toml menjadi .*none\.toml"):
        read_configuration(tmp_path / "none.toml")
    assert "2: Penulisan TOML keliru" in read(tmp_path, "[[schedules]]\nname = \n")
