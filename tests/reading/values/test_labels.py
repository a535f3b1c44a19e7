"""What a heading, a cell or the words before a colon name."""

import pytest

from model.reading import Topic
from reading.vocabulary import component_of_label, components_of_label, split_label, topic_of_label

TOPICS = [
    ("Persyaratan", Topic.REQUIREMENTS),
    ("3. Persyaratan Pelayanan", Topic.REQUIREMENTS),
    ("c) SYARAT-SYARAT", Topic.REQUIREMENTS),
    ("Persyaratn", Topic.REQUIREMENTS),
    ("Kelengkapan Berkas :", Topic.REQUIREMENTS),
    ("Persyaratan Penerbitan KTP-el Baru", Topic.REQUIREMENTS),
    ("Apa saja syarat membuat KTP?", Topic.REQUIREMENTS),
    ("Requirements", Topic.REQUIREMENTS),
    ("SISTEM, MEKANISME, DAN PROSEDUR", Topic.PROCEDURE),
    ("Sistem Mekanisme & Prosedur", Topic.PROCEDURE),
    ("Alur Pelayanan", Topic.PROCEDURE),
    ("Tata Cara", Topic.PROCEDURE),
    ("Cara Membuat Kartu Keluarga", Topic.PROCEDURE),
    ("Jangka Waktu Penyelesian", Topic.COMPLETION_TIME),
    ("JANGKAWAKTUPENYELESAIAN", Topic.COMPLETION_TIME),
    ("Lama Pelayanan", Topic.COMPLETION_TIME),
    ("Waktu", Topic.COMPLETION_TIME),
    ("IV. Biaya/Tarif", Topic.FEE),
    ("BiayaTarif", Topic.FEE),
    ("Biaya / Tarif (Rp)", Topic.FEE),
    ("Service Fee", Topic.FEE),
    ("Produk Layanan", Topic.PRODUCT),
    ("Output", Topic.PRODUCT),
    ("Penanganan Pengaduan, Saran, dan Masukan", Topic.COMPLAINT_HANDLING),
    ("6. Penangganan Pengaduan, Saran dan Masukan", Topic.COMPLAINT_HANDLING),
    ("Kotak Saran", Topic.COMPLAINT_HANDLING),
    ("Maklumat Pelayanan", Topic.PLEDGE),
    ("Maklumat Pelayanan Dinas Sosial", Topic.PLEDGE),
    ("Dasar Hukum:", Topic.LEGAL_BASIS),
    ("Tata Cara Pengaduan", Topic.COMPLAINT_PROCEDURE),
    ("Tata Cara Pengajuan Permohonan", Topic.PROCEDURE),
    ("Jangka Waktu Penyelesaian Pengaduan", Topic.COMPLAINT_PROCEDURE),
    ("Mekanisme Pelayanan Informasi Publik", Topic.PPID),
    ("Pejabat Pengelola Pengaduan", Topic.COMPLAINT_OFFICER),
    ("Rekapitulasi Pengaduan Tahun 2023", Topic.COMPLAINT_RECAP),
    ("SP4N-LAPOR!", Topic.LAPOR),
    ("Standart Pelayanan", Topic.SERVICE_LIST),
    ("Jam Pelayanan", Topic.OFFICE_HOURS),
    ("Visi & Misi", Topic.VISION_MISSION),
    ("Moto Pelayanan", Topic.MOTTO),
    ("Survey Kepuasan Masyarakat", Topic.SURVEY),
]


@pytest.mark.parametrize(("text", "topic"), TOPICS)
def test_labels_of_topics(text, topic):
    assert topic_of_label(text) == topic


@pytest.mark.parametrize(
    ("text", "component"),
    [
        ("Sarana, Prasarana, dan/atau Fasilitas", "facilities"),
        ("Kompetensi Pelaksana", "staff_competence"),
        ("9. Pengawasan Internal", "internal_supervision"),
        ("Jumlah Pelaksana", "staff_number"),
        ("Jaminan Pelayanan", "service_guarantee"),
        ("Jaminan Keamanan dan Keselamatan Pelayanan", "safety_guarantee"),
        ("Evaluasi Kinerja Pelaksana", "performance_evaluation"),
        ("Masa Berlaku", "validity"),
        ("Dasar Hukum Pembentukan Dinas", "organisation"),
    ],
)
def test_other_parts_of_a_standard_are_known_but_no_topic(text, component):
    assert component_of_label(text) == component
    assert topic_of_label(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "", "-", "1. -", "Jalur", "Biaya hidup di kota naik", "Izin Usaha",
        "Persyaratan tersebut harus dipenuhi oleh setiap pemohon sebelum datang",
        "Waktu itu kami sedang rapat bersama bupati dan seluruh kepala dinas di aula kantor bersama",
        "Biaya tersebut tidak dapat dikembalikan apabila pemohon membatalkan permohonannya",
    ],
)  # fmt: skip
def test_no_labels(text):
    assert component_of_label(text) is None


def test_a_label_may_name_two_parts():
    assert components_of_label("Waktu dan Biaya") == ("completion_time", "fee")


@pytest.mark.parametrize(
    ("text", "component", "label", "rest"),
    [
        ("Biaya/Tarif : Gratis", "fee", "Biaya/Tarif", "Gratis"),
        ("Biaya/TarifGratis", "fee", "Biaya/Tarif", "Gratis"),
        ("Jangka Waktu Pelayanan10 (sepuluh) menit", "completion_time", "Jangka Waktu Pelayanan", "10 (sepuluh) menit"),
        ("4. Waktu Penyelesaian 3 hari", "completion_time", "4. Waktu Penyelesaian", "3 hari"),
        ("Persyaratan : 1. Fotokopi KTP", "requirements", "Persyaratan", "1. Fotokopi KTP"),
        ("Produk Pelayanan Surat Keterangan Usaha", "product", "Produk Pelayanan", "Surat Keterangan Usaha"),
        ("Persyaratan Penerbitan KTP", "requirements", "Persyaratan Penerbitan KTP", ""),
    ],
)
def test_a_line_is_parted_into_label_and_value(text, component, label, rest):
    found = split_label(text)
    assert found is not None
    assert (found.component, found.text, found.rest) == (component, label, rest)


@pytest.mark.parametrize("text", ["Petugas: tiga orang", "Fotokopi KTP", "Pemohon datang ke loket"])
def test_a_line_without_a_label(text):
    assert split_label(text) is None


@pytest.mark.parametrize("text", ["Pengajuan", "Formulir Pengajuan", "Layanan Pengajuan"])
def test_an_application_is_no_misspelt_complaint(text: str) -> None:
    assert topic_of_label(text) not in (Topic.COMPLAINT_HANDLING, Topic.COMPLAINT_PROCEDURE)
