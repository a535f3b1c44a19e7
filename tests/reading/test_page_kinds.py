"""What kind of page it is, by what it says."""

from __future__ import annotations

import pytest

from model.reading import COMPONENTS, PageKind
from reading.html import parse_html
from reading.page import read_page
from reading.proof import Witness
from tests.reading.pages import AT, clear_topics, no_picture, no_reader, page_of

FILL = (
    "<p>Halaman ini memuat keterangan umum mengenai kegiatan kantor bagi warga yang datang berkunjung setiap hari.</p>"
    * 4
)
LIST = "<h3>Persyaratan</h3><ol><li>Fotokopi KTP</li><li>Surat pengantar RT</li></ol>"


@pytest.mark.parametrize(
    ("title", "main", "kind"),
    [
        ("Just a moment...", "<p>Checking your browser before accessing the site.</p>", PageKind.CHALLENGE),
        ("Slot Gacor Maxwin", "<p>Daftar slot online, link alternatif togel, RTP live hari ini.</p>", PageKind.HACKED),
        ("dinas.contoh.go.id", "<p>This domain is parked. Buy this domain.</p>", PageKind.PARKED),
        ("404 Not Found", "<p>Maaf.</p>", PageKind.ERROR),
        ("Dinas", "<h1>Halaman tidak ditemukan</h1>", PageKind.ERROR),
        ("Masuk", "<p>Username</p><p>Password</p><p>Lupa password?</p><button>Login</button>", PageKind.LOGIN),
        ("Surat Pindah", "<h1>Surat Pindah</h1>" + LIST, PageKind.SERVICE),
        ("Standar Pelayanan Surat Pindah", "<h1>Standar Pelayanan Surat Pindah</h1>" + LIST, PageKind.STANDARD),
        ("Pengaduan", "<h1>Pengaduan</h1><p>Hubungi WhatsApp 0811-5520-713</p>" + FILL, PageKind.COMPLAINTS),
        (
            "Tarif Layanan",
            "<h1>Tarif Layanan</h1><p>Konsultasi: Rp 25.000</p><p>Cek darah: Rp 30.000</p>",
            PageKind.TARIFF,
        ),
        ("Jenis Layanan", "<h1>Jenis Layanan</h1><p>Segera hadir</p>", PageKind.PLACEHOLDER),
        ("Profil Dinas", "<h1>Sejarah Singkat</h1>" + FILL, PageKind.PROFILE),
        (
            "Pertanyaan",
            "<h1>Tanya Jawab</h1>" + "".join(f"<h3>Apakah kantor {n} buka?</h3><p>Ya.</p>" for n in range(5)),
            PageKind.FAQ,
        ),
        (
            "Pertanyaan",
            "<h1>Tanya Jawab</h1>"
            + "".join(f"<p>{n}. Apakah kantor {n} buka?</p><p>Ya, tiap hari.</p>" for n in range(1, 6)),
            PageKind.FAQ,
        ),
        (
            "Pelayanan Gigi",
            "<h1>Pelayanan Gigi</h1><p>Cabut gigi: Rp 20.000</p><p>Tambal: Rp 50.000</p><p>Behel: Rp 75.000</p>",
            PageKind.TARIFF,
        ),
        (
            "Jadwal Posyandu",
            "<h1>Jadwal Posyandu</h1><p>Melati: hari Senin pekan pertama, di balai RW 02 Desa Sukalaya bagian utara"
            " dekat lapangan.</p>",
            PageKind.OTHER,
        ),
        (
            "Unduhan",
            "".join(f"<p><a href='/d/{n}'>Dokumen rencana kerja tahun ke-{n} untuk umum</a></p>" for n in range(9)),
            PageKind.MENU,
        ),
    ],
)
def test_kinds(title, main, kind):
    assert page_of(main, title).kind is kind


@pytest.mark.parametrize(
    "main", ["<h1>Just a moment</h1><p>Checking your browser</p>", "<p>Situs slot gacor maxwin togel slot online</p>"]
)
def test_pages_that_are_not_the_agencys_own_claim_nothing(main):
    page = page_of(main + "<h3>Biaya</h3><p>Gratis</p>", "Layanan Surat")
    assert clear_topics(page) & set(COMPONENTS) == set()
    assert page.kind_says is not None


def test_a_warning_against_gambling_is_not_hacked():
    page = page_of(
        "<h1>Imbauan</h1><p>Pemerintah mengimbau warga menjauhi judi online.</p>" + FILL, "Imbauan Bahaya Judi Online"
    )
    assert page.kind is not PageKind.HACKED


EVENT = (
    "<p>Sehubungan dengan bulan suci Ramadan, kantor menyesuaikan waktu kerja pegawainya. Warga dimohon maklum.</p>" * 3
)


@pytest.mark.parametrize(
    ("title", "main", "kind"),
    [
        ("Penyesuaian Waktu Kerja", "<h1>Penyesuaian Waktu Kerja</h1>" + EVENT, PageKind.NEWS),
        ("Panen Raya", "<h1>Panen Raya</h1><p>12 Maret 2024</p>" + FILL, PageKind.NEWS),
        ("Detail Berita", "<h1>Panen Raya</h1>" + FILL, PageKind.NEWS),
        ("Ruang Tunggu", "<h1>Ruang Tunggu</h1>" + FILL, PageKind.OTHER),
        ("Berita Acara", "<h1>Berita Acara Serah Terima</h1>" + FILL, PageKind.OTHER),
        ("SK Kepala Dinas", "<h1>SK Kepala Dinas</h1><p><a href='/f/sk.pdf'>Lihat PDF</a></p>", PageKind.MENU),
        ("SK Kepala Dinas", "<h1>SK Kepala Dinas</h1><iframe src='/f/sk.pdf'></iframe>", PageKind.MENU),
        ("SK Kepala Dinas", "<h1>SK Kepala Dinas</h1><p><a href='/'>Beranda</a></p>", PageKind.PLACEHOLDER),
    ],
)
def test_pages_without_values(title, main, kind):
    assert page_of(main, title).kind is kind


PLEDGE = (
    "<p>Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan yang telah ditetapkan."
    " Apabila tidak menepati janji, kami siap menerima sanksi sesuai peraturan perundang-undangan.</p>"
)


@pytest.mark.parametrize(
    ("title", "kind"), [("Maklumat Pelayanan", PageKind.PLEDGE), ("Surat Pindah", PageKind.SERVICE)]
)
def test_a_page_titled_pledge_is_one_though_it_names_time_and_fee(title, kind):
    values = "<h3>Biaya</h3><p>Gratis</p><h3>Jangka Waktu Penyelesaian</h3><p>3 hari kerja</p>"
    assert page_of(f"<h1>{title}</h1>{PLEDGE}{values}", title).kind is kind


def test_half_a_standard_in_the_folder_of_standards_is_one():
    html = f"<title>Surat Pindah</title><main><h1>Surat Pindah</h1>{LIST}<h3>Biaya</h3><p>Gratis</p>"
    html += "<h3>Produk Pelayanan</h3><p>Surat keterangan pindah</p></main>"
    assert kind_at("https://dinas.contoh.go.id/standar-pelayanan/pindah", html) is PageKind.STANDARD
    assert kind_at("https://dinas.contoh.go.id/layanan/pindah", html) is PageKind.SERVICE


def test_a_front_page_without_services_presents_the_agency():
    html = f"<title>Dinas Contoh</title><main><h1>Selamat Datang</h1>{FILL}</main>"
    assert kind_at("https://dinas.contoh.go.id/", html) is PageKind.PROFILE
    assert kind_at("https://dinas.contoh.go.id/ruang", html) is PageKind.OTHER


def test_the_time_in_which_complaints_are_answered_makes_no_page_of_a_service():
    main = "<h1>Kontak, Pengaduan dan Lokasi</h1><p>Pengaduan: WhatsApp 0811-5520-713</p>"
    main += "<h3>Jangka Waktu</h3><p>Paling lama 3 hari kerja</p>" + FILL
    assert page_of(main, "Kontak, Pengaduan dan Lokasi").kind is PageKind.COMPLAINTS


def kind_at(url: str, html: str) -> PageKind:
    document = parse_html(html.encode(), url)
    return read_page(document, Witness(url, "0" * 64, AT), "text/html", no_picture, no_reader).kind


def test_running_text_with_a_date_over_it_is_an_article():
    text = "Jembatan kayu di kampung itu diperbaiki warga. Papan lama diganti. Tiang diperkuat. Warga kini lewat lagi."
    told = f"<h1>Jembatan Kampung</h1><p>{{}}</p><p>{text} {text}</p>"
    assert page_of(told.format("Kampung Baru, 3 Maret 2026, dilihat banyak orang")).kind is PageKind.NEWS
    assert page_of(told.format("Untuk diketahui banyak orang")).kind is PageKind.OTHER
