"""Citizens' numbers are hidden, officials' contacts are kept."""

from __future__ import annotations

import pytest

from reports.mask import mask, mask_address

NIK = "8171012505900003"


@pytest.mark.parametrize("written", [NIK, "8171 0125 0590 0003", "8171.0125.0590.0003", "1234567890123456"])
def test_a_number_of_sixteen_digits_is_hidden(written: str) -> None:
    assert written[-4:] not in mask(f"NIK {written} atas nama warga")


@pytest.mark.parametrize(
    "kept", ["Rp1.234.567.890", "08123456789", "19700101 199503 1 001", "123456789012345678", "a1234567890123456f0"]
)
def test_other_numbers_stay(kept: str) -> None:
    assert mask(kept) == kept


@pytest.mark.parametrize(
    "quote",
    ["Pelapor: Budi, HP 0812-3456-7890", "nama pemohon Siti 081234567890", "warga: budi.santoso@gmail.com"],
)
def test_a_citizens_contact_is_hidden(quote: str) -> None:
    assert "•" in mask(quote)


@pytest.mark.parametrize(
    "quote",
    [
        "Layanan pengaduan: WA 0812-3456-7890",
        "Pemohon dapat menghubungi 0812 3456 7890",
        "0811-1234-5678",
        "Kepala dinas: kadis.contoh@gmail.com",
        "Pelapor: kirim ke kanal pengaduan +62 812 3456 7890",
        "pelapor dapat menelepon (0911) 123456",
    ],
)
def test_an_officials_contact_is_kept(quote: str) -> None:
    assert mask(quote) == quote


def test_endless_text_with_many_numbers_is_masked_in_full() -> None:
    assert "081234567890" not in mask("pelapor 081234567890 " * 5_000 + "a" * 100_000)


def test_a_nik_in_an_address_is_hidden() -> None:
    assert NIK not in mask_address(f"https://a.test/cek?nik={NIK}")


@pytest.mark.parametrize("url", ["https://a.test/berita/1234567890123456", "https://a.test/f/20261122010203999"])
def test_ids_in_addresses_stay(url: str) -> None:
    assert mask_address(url) == url
