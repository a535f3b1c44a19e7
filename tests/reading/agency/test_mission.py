"""Visi, misi, and moto: text of this agency, and not headings, definitions or a coat of arms."""

from __future__ import annotations

import pytest

from model.reading import Grade, PageKind, Topic
from tests.reading.agency.pages import FILLER, about, grade, trap

AIMS = Topic.VISION_MISSION
VISION = "Terwujudnya layanan perikanan yang dekat dengan nelayan"
MISSIONS = ("Memperluas dermaga rakyat.", "Menyediakan benih ikan yang sehat.")
LIST = "".join(f"<li>{m}</li>" for m in MISSIONS)


@pytest.mark.parametrize(
    "page",
    [
        f"<h1>Visi dan Misi</h1><h2>Visi</h2><p>{VISION}</p><h2>Misi</h2><ol>{LIST}</ol>",
        f"<h2>Profil</h2><p><b>VISI</b></p><p>{VISION}</p><p><b>MISI</b></p><ul>{LIST}</ul>",
        f"<p>Visi: {VISION}</p><p>Misi:</p><ol>{LIST}</ol>",
        f"<h3>Visi</h3><h3>“{VISION}”</h3><h3>Misi</h3><ol>{LIST}</ol>",
        f"<h2>Visi Kami</h2><p>{VISION}</p><h2>Misi Kami</h2><ol>{LIST}</ol>",
        f"<h1>Visi dan Misi</h1><p>{VISION}</p><p>{MISSIONS[0]}</p><p>{MISSIONS[1]}</p>",
        f"<table><tr><td>Beranda<br>Profil</td><td><h3>VISI</h3><p>{VISION}</p><h3>MISI</h3><ol>{LIST}</ol><p>2026</p>"
        "</td></tr></table>",
        f"<h1>Profil</h1><p>Visi dinas ini adalah {VISION}.</p><p>Misi dinas ini yaitu {MISSIONS[0]}</p>",
    ],
    ids=[
        "headings",
        "bold lines",
        "labels on lines",
        "value as heading",
        "kami",
        "together",
        "layout table",
        "sentences",
    ],
)
def test_vision_and_mission_in_many_forms(page: str) -> None:
    found = about(AIMS, page)
    assert found is not None
    assert found.grade is Grade.CLEAR
    assert VISION in found.exhibits[0].quote


def test_one_of_the_two_is_partial() -> None:
    assert trap(AIMS, f"<h1>Visi</h1><p>{VISION}</p>") == "one_of_two"


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Visi dan Misi</h1>",
        "<h1>Visi dan Misi</h1><h3>Visi</h3><p>-</p><h3>Misi</h3><ol><li>-</li></ol><div>Kantor Dinas Contoh</div>",
        "<h1>Visi dan Misi</h1><h2>Visi</h2><p>Segera hadir</p><h2>Misi</h2><p>Belum ada data</p>",
        "<h1>Visi dan Misi</h1><p>Visi adalah gambaran keadaan yang ingin dicapai.</p>",
        '<h1>Visi dan Misi</h1><p><a href="/a">Baca visi dan misi selengkapnya di sini</a></p>',
    ],
    ids=["bare", "dashes", "placeholder", "definition", "link"],
)
def test_headings_without_content_are_named(page: str) -> None:
    assert grade(AIMS, page) is Grade.NAMED


def test_vision_of_the_information_officer_is_not_that_of_the_agency() -> None:
    page = f"<h1>Visi dan Misi PPID</h1><h2>Visi</h2><p>{VISION}</p><h2>Misi</h2><ol>{LIST}</ol>"
    assert trap(AIMS, page) == "ppid_only"


def test_candidates_and_trade_missions_have_no_vision_of_an_agency() -> None:
    page = f"<h2>Visi dan Misi Calon Kepala Desa</h2><p>{VISION}</p><h2>Misi Dagang ke Ambon</h2><p>{MISSIONS[0]}</p>"
    assert about(AIMS, page) is None


def test_vision_in_a_report_of_an_event_is_named() -> None:
    page = f"<h2>Visi</h2><p>{VISION}</p><h2>Misi</h2><ol>{LIST}</ol>"
    assert trap(AIMS, page, kind=PageKind.NEWS) == "news"


@pytest.mark.parametrize(
    "page",
    [
        "<h2>Motto Pelayanan</h2><p>Ramah, Tepat, Tuntas</p>",
        "<p>Moto: Melayani tanpa lelah</p>",
        "<h3>MOTTO</h3><h3>Sapa Dulu Baru Layani</h3>",
        "<p>Dalam bekerja kami berpegang pada moto pelayanan “Melayani tanpa lelah” setiap hari.</p>",
    ],
    ids=["heading", "line", "value as heading", "sentence"],
)
def test_motto_of_the_service(page: str) -> None:
    assert grade(Topic.MOTTO, page) is Grade.CLEAR


@pytest.mark.parametrize(
    "page",
    ["<h2>Motto Pelayanan</h2>", "<h2>Moto</h2><p>-</p>" + FILLER, "<h2>Moto</h2><p>Moto dan nilai dinas</p>"],
    ids=["bare", "dash", "restated"],
)
def test_motto_that_is_only_named(page: str) -> None:
    assert grade(Topic.MOTTO, page) is Grade.NAMED


@pytest.mark.parametrize(
    "page",
    [
        "<h2>Motto Daerah</h2><p>Satu laut seribu pulau</p>",
        "<h1>Arti Lambang Daerah</h1><h2>Motto</h2><p>Satu laut seribu pulau</p>",
        "<h2>Profil wilayah</h2><p>Motto: Satu laut seribu pulau</p><p>Luas wilayah: 512 km2</p>",
    ],
    ids=["label", "heading above", "facts beside"],
)
def test_motto_on_a_coat_of_arms_does_not_count(page: str) -> None:
    assert trap(Topic.MOTTO, page) == "coat_of_arms"


def test_slogan_is_partial() -> None:
    assert trap(Topic.MOTTO, "<h2>Tagline</h2><p>Kota yang tumbuh bersama</p>") == "slogan"
