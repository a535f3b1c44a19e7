"""Tables with one service in a row, beside those with one step in a row."""

from __future__ import annotations

from reading.passages import row
from reading.table_parts import read_table


def services(*rows: tuple[str, ...]) -> set[str]:
    found = read_table([row(cells, f"tabel 1, baris {n + 1}", header=n == 0) for n, cells in enumerate(rows)])
    return {part.service for part in found or ()}


def test_a_column_of_steps_beside_names_does_not_make_one_service():
    assert services(
        ("No", "Jenis Pelayanan", "Persyaratan", "Prosedur", "Waktu", "Biaya"),
        ("1", "Tera Ulang", "1. Surat permohonan\n2. Alat ukur", "1. Mendaftar\n2. Diperiksa", "1 hari", "Gratis"),
        ("2", "Izin Pasar", "1. KTP\n2. Foto", "1. Mendaftar\n2. Ditinjau", "3 hari", "Gratis"),
    ) == {"Tera Ulang", "Izin Pasar"}


def test_rows_of_steps_are_one_service():
    assert services(
        ("No", "Kegiatan", "Persyaratan", "Waktu", "Dokumen"),
        ("1", "Pemohon mendaftar di loket", "KTP", "5 menit", "Tanda terima"),
        ("2", "Petugas memeriksa berkas", "Formulir", "10 menit", "Berkas"),
    ) == {""}
