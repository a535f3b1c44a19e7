"""The pages of a plain, good site, into which the faults are put."""

from __future__ import annotations

from tests.crawler.loopback import Answer

MENU = "<nav><a href='/'>Beranda</a> <a href='/layanan'>Standar Pelayanan</a></nav>"
WORDS = "<p>" + "Kantor kami melayani warga setiap hari kerja pada pukul delapan sampai pukul tiga. " * 8 + "</p>"
SERVICE = """<h1>Penerbitan Surat Keterangan Domisili Usaha</h1>
<h2>Persyaratan</h2><ol><li>Fotokopi KTP pemohon</li><li>Surat pengantar RT/RW</li></ol>
<h2>Prosedur</h2><ol><li>Pemohon menyerahkan berkas di loket</li><li>Petugas memeriksa kelengkapan berkas</li>
<li>Pemohon menerima surat keterangan</li></ol>
<h2>Jangka Waktu Penyelesaian</h2><p>2 (dua) hari kerja sejak berkas lengkap</p>
<h2>Biaya/Tarif</h2><p>Tidak dipungut biaya</p>
<h2>Produk Pelayanan</h2><p>Surat Keterangan Domisili Usaha</p>"""


def page(body: str, title: str = "Kecamatan Contoh", head: str = "", status: int = 200) -> Answer:
    return Answer(
        f"<!doctype html><html lang='id'><head><title>{title}</title>{head}</head><body>{body}</body></html>", status
    )


def home(extra: str = "") -> Answer:
    return page(f"{MENU}<main><h1>Kecamatan Contoh</h1>{WORDS}{extra}</main>")


def service(extra: str = "", title: str = "Standar Pelayanan", head: str = "") -> Answer:
    return page(f"{MENU}<main>{SERVICE}{extra}</main>", title, head)


GOOD = {"/": home(), "/layanan": service()}
