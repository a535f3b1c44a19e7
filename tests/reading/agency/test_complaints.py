"""Tata cara, pejabat, and rekapitulasi pengaduan."""

from __future__ import annotations

import pytest

from model.reading import Grade, PageKind, Topic
from tests.reading.agency.pages import about, grade, trap

PROCEDURE, OFFICER, RECAP = Topic.COMPLAINT_PROCEDURE, Topic.COMPLAINT_OFFICER, Topic.COMPLAINT_RECAP
STEPS = (
    "<ol><li>Pelapor menyampaikan aduan beserta identitas.</li>"
    "<li>Petugas mencatat aduan dan memberi tanda terima.</li>"
    "<li>Petugas menyampaikan jawaban kepada pelapor.</li></ol>"
)


@pytest.mark.parametrize(
    "page",
    [
        f"<h1>Tata Cara Pengaduan</h1>{STEPS}",
        f"<h2>Tata cara menyampaikan pengaduan</h2>{STEPS}",
        f"<h1>Pengaduan</h1><h2>Alur</h2>{STEPS}",
        "<h1>Alur Pengaduan</h1><h4>Langkah 1</h4><p>Pelapor mengisi formulir aduan.</p>"
        "<h4>Langkah 2</h4><p>Petugas memeriksa aduan yang masuk.</p>",
        "<h1>Alur Pengaduan</h1><table><tr><th>No</th><th>Kegiatan</th><th>Waktu</th></tr>"
        "<tr><td>1</td><td>Menerima laporan pengaduan</td><td>1 hari</td></tr>"
        "<tr><td>2</td><td>Melakukan verifikasi pengaduan</td><td>3 hari</td></tr></table>",
        "<h2>Pengaduan</h2><p>Setiap pengaduan dijawab paling lambat 5 (lima) hari kerja.</p>",
    ],
    ids=["label", "longer label", "below complaints", "steps as headings", "flow table", "time limit"],
)
def test_complaint_procedure(page: str) -> None:
    assert grade(PROCEDURE, page) is Grade.CLEAR


def test_steps_are_quoted_word_for_word() -> None:
    found = about(PROCEDURE, f"<h1>Tata Cara Pengaduan</h1>{STEPS}")
    assert found is not None
    assert [e.quote for e in found.exhibits] == [
        "Pelapor menyampaikan aduan beserta identitas.",
        "Petugas mencatat aduan dan memberi tanda terima.",
    ]


def test_steps_of_another_matter_under_complaints_do_not_count() -> None:
    page = (
        "<h1>Pelayanan Informasi dan Pengaduan</h1><h2>Prosedur</h2><ol><li>Pelaku usaha mengisi formulir izin.</li>"
        "<li>Petugas menerbitkan izin usaha.</li></ol>"
    )
    assert grade(PROCEDURE, page) is not Grade.CLEAR


def test_objection_to_an_information_decision_is_no_complaint_procedure() -> None:
    page = (
        "<h1>Tata Cara Pengajuan Keberatan Informasi</h1><ol><li>Pemohon mengisi formulir keberatan.</li>"
        "<li>Petugas mencatat keberatan paling lambat 3 hari kerja.</li></ol>"
    )
    assert grade(PROCEDURE, page) is None


def test_a_picture_of_the_procedure_is_partial() -> None:
    page = '<h2>Alur Pengaduan</h2><p><img src="/gambar/alur-pengaduan.jpg" alt="Bagan alur pengaduan" width=900></p>'
    assert trap(PROCEDURE, page) == "picture_only"


@pytest.mark.parametrize(
    "page", ["<h2>Tata Cara Pengaduan</h2>", "<h2>Tata Cara Pengaduan</h2><p>-</p>"], ids=["bare", "dash"]
)
def test_procedure_that_is_only_named(page: str) -> None:
    assert grade(PROCEDURE, page) is Grade.NAMED


@pytest.mark.parametrize(
    "page",
    [
        "<h2>Pejabat Pengelola Pengaduan</h2><p>Nama: Yonas Talaud, S.E.<br>Jabatan: Sekretaris Dinas<br>"
        "Telepon: (0911) 345 670</p>",
        "<h2>Petugas Pengaduan</h2><table><tr><td>Nama</td><td>Rina Marsela, S.Kom</td></tr>"
        "<tr><td>WhatsApp</td><td>0812-4455-6677</td></tr></table>",
        "<p>Penanggung jawab pengaduan: Kepala Subbagian Umum, surel aduan@dinas-contoh.test</p>",
        "<h2>Pengelola Pengaduan</h2><p>Kepala Seksi Pelayanan Umum</p><p>Jalan Pelita Nomor 9, Kelurahan Damai</p>",
    ],
    ids=["lines", "table", "sentence", "post and address"],
)
def test_officer_with_contact(page: str) -> None:
    assert grade(OFFICER, page) is Grade.CLEAR


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("<h2>Pejabat Pengelola Pengaduan</h2><p>Nama: Yonas Talaud, S.E.</p>", "no_contact"),
        ("<h2>Petugas Pengaduan</h2><p>Telepon: (0911) 345 670</p>", "no_name"),
        ("<h2>Petugas Pengaduan</h2><p>-</p>", "label_only"),
        ("<h2>Petugas Pengaduan</h2><p>Nama: Yonas Talaud, S.E.</p><p>Telepon: 08xx-xxxx-xxxx</p>", "no_contact"),
    ],
)
def test_officer_who_cannot_be_reached_or_is_not_named(page: str, code: str) -> None:
    assert trap(OFFICER, page) == code


def test_clerks_in_a_procedure_are_no_officer() -> None:
    page = f"<h2>Alur penanganan pengaduan</h2>{STEPS}<p>Telepon pengaduan (0911) 345 670</p>"
    assert about(OFFICER, page) is None


TABLE = (
    "<table><tr><th>Bulan</th><th>Masuk</th><th>Selesai</th></tr><tr><td>April</td><td>9</td><td>8</td></tr></table>"
)


@pytest.mark.parametrize(
    "page",
    [
        f"<h2>Rekapitulasi Pengaduan Triwulan II Tahun 2026</h2>{TABLE}",
        f"<h2>Rekap Pengaduan</h2><p>Periode Januari - Juni 2026</p>{TABLE}",
        "<h1>Pengaduan</h1><p>Sepanjang Semester I 2026 diterima 14 pengaduan dan 13 di antaranya selesai.</p>",
    ],
    ids=["period in heading", "period in text", "sentence"],
)
def test_recap_with_period(page: str) -> None:
    assert grade(RECAP, page) is Grade.CLEAR


@pytest.mark.parametrize(
    ("page", "code"),
    [
        (f"<h2>Rekap Pengaduan</h2>{TABLE}", "no_period"),
        ('<h2>Laporan Pengaduan</h2><p><a href="/unduh/tw2.pdf">Unduh laporan triwulan II 2026</a></p>', "link_only"),
        ("<h2>Rekapitulasi Pengaduan Tahun 2026</h2>", "label_only"),
        ("<h2>Rekapitulasi Pengaduan Tahun 2026</h2><p>Belum ada data.</p>", "label_only"),
    ],
)
def test_recap_that_is_incomplete(page: str, code: str) -> None:
    assert trap(RECAP, page) == code


def test_figures_in_a_report_of_an_event_are_named() -> None:
    page = "<h1>Pengaduan</h1><p>Sepanjang Semester I 2026 diterima 14 pengaduan dan 13 selesai.</p>"
    assert trap(RECAP, page, kind=PageKind.NEWS) == "news"
