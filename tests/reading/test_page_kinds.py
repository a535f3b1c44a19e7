"""What kind of page it is, by what it says."""

from __future__ import annotations

import pytest

from model.reading import COMPONENTS, PageKind
from tests.reading.pages import clear_topics, page_of

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
