"""A standard copied as bare text: its drawing has fallen into words, and lines are broken where a column ended."""

from __future__ import annotations

import pytest

from model.reading import Grade, Page, Topic
from reading.page import read_page
from reading.proof import Witness
from reading.text import read_text
from tests.reading.pages import AT, grade, no_picture, no_reader, page_of, said

COPIED = """LAMPIRAN II
SURAT KEPUTUSAN CAMAT TELUK REKA KABUPATEN REKAAN
TENTANG : STANDAR PELAYANAN DI KECAMATAN TELUK REKA
1. STANDAR PELAYANAN SURAT KETERANGAN PINDAH
NO KOMPONEN URAIAN
1. Persyaratan 1. Surat pengantar kampung
2. KTP dan KK asli
2. Prosedur
PEMOHON
Loket
Camat
Keterangan :
1. Pemohon datang membawa
persyaratan ke kantor kecamatan;
2. Petugas loket menerima berkas;
3. Berkas diparaf oleh Kasi
Pelayanan Umum;
4. Camat menandatangani surat;
5. Surat diserahkan kepada pemohon.
4. Biaya /tarif Gratis
5. Produk layanan Surat Keterangan Pindah
"""


def read_copy(text: str) -> Page:
    document = read_text(text.encode(), "https://kecamatan.contoh.go.id/standar")
    return read_page(document, Witness(document.url, "0" * 64, AT), "text/plain", no_picture, no_reader)


@pytest.fixture(scope="module")
def page() -> Page:
    return read_copy(COPIED)


def quotes(page: Page, topic: Topic) -> list[str]:
    statement = said(page, topic)
    return [e.quote for e in statement.exhibits] if statement else []


def test_steps_that_count_past_the_number_of_their_label_stay_below_it(page: Page) -> None:
    statement = said(page, Topic.PROCEDURE)
    assert statement is not None
    assert statement.grade is Grade.CLEAR
    assert len(statement.value.steps) == 5


def test_a_line_that_is_the_rest_of_an_item_is_no_label(page: Page) -> None:
    assert quotes(page, Topic.REQUIREMENTS) == ["Surat pengantar kampung", "KTP dan KK asli"]


def test_the_product_is_what_stands_behind_its_label_and_no_decree(page: Page) -> None:
    assert quotes(page, Topic.PRODUCT) == ["Surat Keterangan Pindah"]


@pytest.mark.parametrize(
    "line", ["SURAT KEPUTUSAN KEPALA DINAS CONTOH KABUPATEN REKAAN", "STANDAR PELAYANAN DI KECAMATAN REKA"]
)
def test_the_title_of_a_decree_is_no_product(line: str) -> None:
    page = page_of(
        f"<h1>Lampiran</h1><p>{line}</p><h2>Persyaratan</h2><ol><li>Fotokopi KTP</li><li>Fotokopi KK</li></ol>"
        "<h2>Biaya</h2><p>Gratis</p>"
    )
    assert grade(page, Topic.PRODUCT) is not Grade.CLEAR


def test_a_sentence_that_leads_into_channels_is_a_label_of_complaints() -> None:
    page = page_of(
        "<h1>Rekomendasi Bantuan</h1><h2>Biaya</h2><p>Tidak dipungut biaya</p><h2>Produk</h2><p>Surat rekomendasi</p>"
        "<p>Keluhan dan pengaduan dapat disampaikan melalui :</p><ol><li>Tatap muka dengan petugas</li>"
        "<li>Email : lapor@dinas.contoh.go.id</li></ol>"
    )
    assert quotes(page, Topic.COMPLAINT_HANDLING) == ["Email : lapor@dinas.contoh.go.id"]
