"""Personal data in quoted words is masked; officials' published contacts are kept.

A citizen's number (NIK, nomor KK) has 16 digits. A telephone number or private mailbox is masked only where the
nearest word before it speaks of a citizen (pelapor, pemohon ...) rather than of an office (hubungi, layanan ...).
Law: UU 27/2022 (Pelindungan Data Pribadi).
"""

from __future__ import annotations

import re

_NEAR = 200  # characters before a number in which a word can say whose it is
_SIXTEEN = re.compile(r"(?<![0-9a-f.,])\d(?:[ .\-]?\d){15}(?![0-9a-f])")  # not a piece of a digest
_NIK_IN_ADDRESS = re.compile(
    r"(?<!\d)[1-9]\d{5}(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])\d{6}(?!\d)"
)
_PHONE = re.compile(r"(?<![\d+])(?:\+?62|0)[ .\-]?8\d{1,2}(?:[ .\-]?\d{2,5}){2,3}(?!\d)")
_MAIL = re.compile(
    r"(?<![\w.+\-])[\w.+\-]{1,64}@(?:gmail|yahoo|ymail|outlook|hotmail|icloud)\.[a-z.]{2,6}\b", re.IGNORECASE
)
_ROLE = re.compile(
    r"\b(?P<citizen>pelapor|pengadu|pemohon|warga|penduduk|pasien|saksi|korban|pengirim|komentar"
    r"|orang tua|wali murid)\b"
    r"|\b(?P<office>\w{0,6}hubungi|kontak|layanan|pelayanan|petugas|admin|kantor|dinas|kepala|pejabat|ppid|hotline"
    r"|call cent(?:er|re)|narahubung|helpdesk|sekretariat|operator|kanal|saluran|pengaduan)\b",
    re.IGNORECASE,
)


def mask(text: str) -> str:
    """The text with citizens' numbers and private contacts replaced by dots."""
    masked = _SIXTEEN.sub(lambda found: found[0][:4] + "•" * 12, text)
    for pattern in (_PHONE, _MAIL):
        masked = pattern.sub(lambda found: _hidden(found) if _of_citizen(found) else found[0], masked)
    return masked


def mask_address(url: str) -> str:
    """An address with numbers of the form of a NIK masked (other long numbers are ids of articles and files)."""
    return _NIK_IN_ADDRESS.sub(lambda found: found[0][:4] + "•" * 12, url)


def _of_citizen(found: re.Match[str]) -> bool:
    roles = list(_ROLE.finditer(found.string, max(0, found.start() - _NEAR), found.start()))
    return bool(roles) and roles[-1]["citizen"] is not None


def _hidden(found: re.Match[str]) -> str:
    return found[0][:2] + "•" * (len(found[0]) - 2)
