"""The components for the inside of the office: what stands under their label, and what is only a word of a menu."""

from __future__ import annotations

import pytest

from model.reading import Grade, Topic
from tests.reading.pages import read_html

STANDARD = """<h1>Standar Pelayanan Kartu Keluarga</h1>
<h2>Persyaratan</h2><ol><li>Fotokopi buku nikah</li><li>Formulir F-1.02</li></ol>
<h2>Jangka Waktu Penyelesaian</h2><p>3 hari kerja</p><h2>Biaya/Tarif</h2><p>Gratis</p>
<h2>{label}</h2>{body}"""


def statement(label: str, body: str, topic: Topic):
    page = read_html(STANDARD.format(label=label, body=body))
    return next((s for s in page.statements if s.topic is topic), None)


@pytest.mark.parametrize(
    ("label", "body", "topic"),
    [
        ("Sarana, Prasarana dan/atau Fasilitas", "<p>Ruang tunggu, loket prioritas, kursi roda</p>", Topic.FACILITIES),
        ("Kompetensi Pelaksana", "<ul><li>Memahami peraturan kependudukan</li></ul>", Topic.STAFF_COMPETENCE),
        ("Pengawasan Internal", "<p>Dilakukan oleh atasan langsung dan Inspektorat</p>", Topic.INTERNAL_SUPERVISION),
        ("Jumlah Pelaksana", "<p>4 orang</p>", Topic.STAFF_NUMBER),
        ("Jumlah Pelaksana", "<p>Empat orang petugas loket</p>", Topic.STAFF_NUMBER),
        ("Jaminan Pelayanan", "<p>Layanan diberikan sesuai standar</p>", Topic.SERVICE_GUARANTEE),
        ("Jaminan Keamanan dan Keselamatan", "<p>Data pemohon dijaga kerahasiaannya</p>", Topic.SAFETY_GUARANTEE),
        ("Evaluasi Kinerja Pelaksana", "<p>Setiap enam bulan melalui survei</p>", Topic.PERFORMANCE_EVALUATION),
    ],
)
def test_what_stands_under_the_label_is_clear_and_quoted(label: str, body: str, topic: Topic) -> None:
    found = statement(label, body, topic)
    assert found is not None
    assert found.grade is Grade.CLEAR
    assert found.exhibits[0].quote in body


def test_a_number_of_staff_without_a_number_is_partial() -> None:
    found = statement("Jumlah Pelaksana", "<p>Disesuaikan dengan kebutuhan</p>", Topic.STAFF_NUMBER)
    assert found is not None
    assert found.grade is Grade.PARTIAL


@pytest.mark.parametrize("body", ["<p>-</p>", "<p>...</p>", "", "<p><a href='/evaluasi'>Evaluasi Kinerja</a></p>"])
def test_a_bare_label_a_dash_and_a_link_say_nothing(body: str) -> None:
    assert statement("Evaluasi Kinerja Pelaksana", body, Topic.PERFORMANCE_EVALUATION) is None
