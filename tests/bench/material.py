"""Pages, documents and pictures to measure with: invented, and the same at every run."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from hashlib import sha256

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from model.evidence import Capture, Resource
from model.reading import Source
from reading.sniff import sniff

AT = datetime(2026, 1, 2, tzinfo=UTC)
SITE = "http://dinas-contoh.test/"
WEIGHT = 90_000  # bytes of a page, about the median of agencies' pages with their menus
MENU = ("Beranda", "Profil", "Standar Pelayanan", "Maklumat Pelayanan", "Persyaratan", "Biaya/Tarif", "Pengaduan")
SERVICES = ("Izin Praktik Bidan", "Izin Apotek", "Kartu Kuning", "Surat Pindah Datang", "Izin Reklame", "Akta Kematian")
STANDARD = (
    ("Persyaratan", ("Fotokopi KTP pemohon", "Pas foto 4x6 dua lembar", "Surat pengantar dari kelurahan")),
    (
        "Sistem, Mekanisme dan Prosedur",
        ("Pemohon mengisi formulir", "Petugas memeriksa berkas", "Kepala menandatangani"),
    ),
    ("Jangka Waktu Penyelesaian", ("3 (tiga) hari kerja sejak berkas lengkap",)),
    ("Biaya/Tarif", ("Tidak dipungut biaya (gratis)",)),
    ("Produk Pelayanan", ("Surat keputusan yang ditandatangani kepala dinas",)),
    ("Penanganan Pengaduan", ("WhatsApp 0812-3456-1098 atau surel aduan@dinas-contoh.test",)),
    ("Dasar Hukum", ("Peraturan Daerah Kabupaten Rekaan Nomor 7 Tahun 2021 tentang Pelayanan Publik",)),
)
NEWS = (
    "Kepala dinas meninjau pelayanan pasar pada hari Senin dan menyapa para pedagang yang telah lama menunggu.",
    "Rapat koordinasi membahas persyaratan lomba kebersihan; biaya kegiatan ditanggung oleh panitia kecamatan.",
    "Warga diminta menjaga saluran air selama musim hujan dan melapor bila ada pohon tumbang di jalan.",
)


def source(path: str, body: bytes) -> Source:
    media = sniff(body)
    kind = Resource.PAGE if media == "text/html" else Resource.DOCUMENT
    return Source(Capture(SITE + path, SITE + path, media, sha256(body).hexdigest(), len(body), AT, "http", kind), body)


def shell(title: str, main: str) -> str:
    """A page as common systems make it: two menus of nested lists, a side column, a footer."""
    items = "".join(
        f'<li class="nav-item dropdown menu-item-{n}"><a class="nav-link" href="/m/{n}">{word}</a>'
        f'<ul class="dropdown-menu"><li><a class="dropdown-item" href="/m/{n}/a">{word} {n}</a></li></ul></li>'
        for n, word in enumerate(MENU * 6)
    )
    return (
        f'<!doctype html><html lang="id"><head><meta charset="utf-8"><title>{title} | Dinas Contoh</title></head><body>'
        f'<header><nav class="navbar"><ul class="navbar-nav">{items}</ul></nav></header>'
        f'<main class="container py-5"><h1>{title}</h1>{main}</main><aside><h3>Terpopuler</h3><ul>{items}</ul></aside>'
        "<footer><h5>Hubungi Kami</h5><p>Jalan Melati 1, telepon (0999) 123456</p></footer></body></html>"
    )


def filled(title: str, main: str) -> bytes:
    """A page of WEIGHT bytes: what is lacking is filled with cards of news."""
    page, n = shell(title, main), 0
    cards: list[str] = []
    room = WEIGHT - len(page.encode())
    while room > 0:
        words = NEWS[n % len(NEWS)]
        card = (
            f'<div class="col-md-4 mb-3"><div class="card shadow-sm"><a href="/berita/{n}"><h4 class="card-title">Kabar'
            f' {n}</h4></a><div class="card-body"><p class="card-text">{words} {words}</p></div></div></div>'
        )
        cards.append(card)
        room -= len(card.encode())
        n += 1
    return shell(title, main + f'<div class="row">{"".join(cards)}</div>').encode()


def page_of_nothing() -> bytes:
    return filled("Berita", "<p>Kabar terbaru dari dinas.</p>")


def rich_page() -> bytes:
    return filled("Standar Pelayanan", "".join(map(service, SERVICES)))


def service(name: str) -> str:
    parts = "".join(
        f"<h3>{label}</h3>" + ("<ol>" + "".join(f"<li>{line}</li>" for line in lines) + "</ol>")
        if len(lines) > 1
        else f"<h3>{label}</h3><p>{lines[0]}</p>"
        for label, lines in STANDARD
    )
    return f'<section class="service"><h2>{name}</h2>{parts}</section>'


def pdf(pages: int) -> bytes:
    """A decree of so many pages of text, about 45 lines each, a standard on every other page."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for page in range(pages):
        lines = [f"STANDAR PELAYANAN {SERVICES[page % len(SERVICES)].upper()}"]
        for label, values in STANDARD if page % 2 else ():
            lines += [f"{label} :", *(f"{n}. {value}" for n, value in enumerate(values, 1))]
        lines += [NEWS[n % len(NEWS)] for n in range(45 - len(lines))]
        for n, line in enumerate(lines):
            canvas.drawString(60, 790 - 16 * n, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def poster() -> bytes:
    """A picture of a standard, 1400 x 1000 pixels."""
    picture = Image.new("RGB", (1400, 1000), (246, 248, 242))
    draw = ImageDraw.Draw(picture)
    lines = [f"STANDAR PELAYANAN {SERVICES[0].upper()}"]
    for label, values in STANDARD:
        lines += [label, *(f"{n}. {value}" for n, value in enumerate(values, 1))]
    for n, line in enumerate(lines):
        draw.text((60, 40 + 46 * n), line, font=ImageFont.load_default(28), fill=(24, 32, 40))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()
