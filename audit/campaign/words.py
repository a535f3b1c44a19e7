"""The words of notices, in Bahasa Indonesia and in English."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "id": {
        "lead": "Indeks Publikasi Web, bukan nilai Ombudsman.",
        "trouble": "Patuh: kampanye {schedule} {period} terhambat",
        "finished": "Patuh: kampanye {schedule} {period} selesai",
        "regression": "Patuh: {n} kemunduran pada {period}",
        "counts": "{audited} dari {targets} instansi diaudit dalam {rounds} putaran.",
        "added": "Sasaran baru ({n}): {names}.",
        "removed": "Sasaran yang tidak lagi ada di daftar ({n}): {names}.",
        "moved": "Alamat situs berubah ({n}): {names}.",
        "refused": "{n} baris daftar tidak dapat dipakai; lihat laporan penyelesaian.",
        "not_audited": "belum diaudit",
        "lost_count": "Kemunduran: {n}.",
        "lost_lead": "Yang dahulu dipublikasikan dan kini tidak ada lagi, dibandingkan dengan {before}:",
        "more": "... dan {n} lagi; lihat laporannya.",
        "where": "Laporan: {out}/index.html",
    },
    "en": {
        "lead": "Web Publication Index, not an Ombudsman score.",
        "trouble": "Patuh: campaign {schedule} {period} is in trouble",
        "finished": "Patuh: campaign {schedule} {period} is finished",
        "regression": "Patuh: {n} regressions in {period}",
        "counts": "{audited} of {targets} agencies audited in {rounds} rounds.",
        "added": "New targets ({n}): {names}.",
        "removed": "Targets no longer on the list ({n}): {names}.",
        "moved": "Site addresses that changed ({n}): {names}.",
        "refused": "{n} rows of the list cannot be used; see the completion report.",
        "not_audited": "not audited",
        "lost_count": "Regressions: {n}.",
        "lost_lead": "Published before and no longer there, compared with {before}:",
        "more": "... and {n} more; see the reports.",
        "where": "Reports: {out}/index.html",
    },
}
