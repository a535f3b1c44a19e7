"""The gap report as a spreadsheet (XLSX) that an office works in: filters, drop-downs, due dates, guarded formulas.

People fill three columns; everything else is locked, without a password, against slips. The summary counts what is
done. Strangers' words are written as text, never as formulas or links.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from model.audit import Audit
from reports.cells import cell
from reports.gap import GapReport
from reports.gap_rows import GapRow, gap_rows
from reports.language import INDONESIAN, Language
from reports.words import STATES, zone_word

_HEAD = 3  # row of the headings, from 0
_INK, _PALE, _FILL = "#17406D", "#EEF2F6", "#FFF9DB"
_STATE, _POINTS, _WON = 12, 8, 13  # columns
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_MAY = {
    "autofilter": True,
    "sort": True,
    "format_columns": True,
    "format_rows": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}


@dataclass(frozen=True, slots=True)
class _Column:
    """heading: a msgid. width: in characters. value: None for what people fill or the sheet works out."""

    heading: str
    width: int
    style: str
    value: Callable[[GapRow], str | int | float] | None


_COLUMNS = (
    _Column("No.", 5, "number", lambda row: row.number),
    _Column("Indikator", 26, "text", lambda row: row.indicator),
    _Column("Layanan", 24, "text", lambda row: row.service),
    _Column("Putusan", 14, "text", lambda row: row.verdict),
    _Column("Yang kurang", 42, "text", lambda row: row.lacking),
    _Column("Cara membenahi", 42, "text", lambda row: row.remedy),
    _Column("Contoh tulisan", 36, "text", lambda row: row.example),
    _Column("Alamat halaman", 34, "text", lambda row: row.url),
    _Column("Poin", 8, "points", lambda row: float(row.points)),
    _Column("Jam kerja", 8, "number", lambda row: row.hours),
    _Column("Penanggung jawab", 22, "open", None),
    _Column("Tenggat", 14, "open_date", None),
    _Column("Keadaan", 18, "open", None),
    _Column("Poin diraih", 10, "points", None),
    _Column("Dasar hukum", 34, "text", lambda row: row.legal_basis),
)


def gap_sheet(audit: Audit, report: GapReport, language: Language = INDONESIAN) -> bytes:
    """The bytes of the workbook; the same report gives the same bytes."""
    out = io.BytesIO()
    book = Workbook(out, _OPTIONS)
    created = audit.finished.replace(tzinfo=None, microsecond=0)
    book.set_properties({"title": cell(audit.target.name), "subject": "Patuh", "created": created})
    styles = _styles(book)
    summary = book.add_worksheet(language.word("Ringkasan"))
    listed = book.add_worksheet(language.word("Daftar perbaikan"))
    rows = gap_rows(report, language)
    _list(listed, styles, rows, audit, language)
    _summary(summary, styles, rows, audit, report, listed.get_name(), language)
    book.close()
    return out.getvalue()


def _styles(book: Workbook) -> dict[str, Any]:
    base = {
        "valign": "top",
        "text_wrap": True,
        "font_name": "Arial",
        "font_size": 10,
        "border": 1,
        "border_color": "#D8D6CD",
    }
    fill = {**base, "bg_color": _FILL, "locked": False}
    return {
        "title": book.add_format({"bold": True, "font_size": 14, "font_name": "Arial", "font_color": _INK}),
        "plain": book.add_format({"font_name": "Arial", "font_size": 10, "text_wrap": True, "valign": "top"}),
        "note": book.add_format({"font_name": "Arial", "font_size": 9, "font_color": "#51606F"}),
        "head": book.add_format({**base, "bold": True, "bg_color": _INK, "font_color": "#FFFFFF"}),
        "label": book.add_format({**base, "bold": True, "bg_color": _PALE}),
        "text": book.add_format(base),
        "number": book.add_format({**base, "num_format": "0"}),
        "points": book.add_format({**base, "num_format": "0.00"}),
        "open": book.add_format(fill),
        "open_date": book.add_format({**fill, "num_format": "dd/mm/yyyy"}),
        "done": book.add_format({"bg_color": "#CFE8D6", "font_color": "#17683F"}),
        "doubtful": book.add_format({"italic": True, "font_color": "#4A4F8C"}),
    }


def _list(sheet: Worksheet, styles: dict[str, Any], rows: tuple[GapRow, ...], audit: Audit, language: Language) -> None:
    sheet.write_string(0, 0, cell(audit.target.name), styles["title"])
    told = language.word("Isilah kolom kuning. Kolom lain terkunci tanpa kata sandi.")
    sheet.write_string(1, 0, told, styles["note"])
    for number, column in enumerate(_COLUMNS):
        sheet.set_column(number, number, column.width)
        sheet.write_string(_HEAD, number, language.word(column.heading), styles["head"])
    for line, row in enumerate(rows, _HEAD + 1):
        _row(sheet, styles, line, row, language)
    last = _HEAD + max(len(rows), 1)
    sheet.autofilter(_HEAD, 0, last, len(_COLUMNS) - 1)
    sheet.freeze_panes(_HEAD + 1, 2)
    sheet.protect("", _MAY)
    _help(sheet, styles, last, language)
    _paper(sheet)


def _row(sheet: Worksheet, styles: dict[str, Any], line: int, row: GapRow, language: Language) -> None:
    for number, column in enumerate(_COLUMNS):
        style = styles[column.style]
        if column.value is None:
            sheet.write_blank(line, number, None, style)
            continue
        value = column.value(row)
        if isinstance(value, str):
            sheet.write_string(line, number, value, style)
        else:
            sheet.write_number(line, number, value, style)
    state, points = xl_rowcol_to_cell(line, _STATE), xl_rowcol_to_cell(line, _POINTS)
    sheet.write_string(line, _STATE, language.word("Belum mulai"), styles["open"])
    done = " ".join(language.word("Selesai").split('"'))
    sheet.write_formula(line, _WON, f'=IF({state}="{done}",{points},0)', styles["points"], 0)


def _help(sheet: Worksheet, styles: dict[str, Any], last: int, language: Language) -> None:
    first = _HEAD + 1
    states = [language.word(state) for state in STATES]
    sheet.data_validation(first, _STATE, last, _STATE, {
        "validate": "list", "source": states,
        "error_title": language.word("Keadaan"), "error_message": language.word("Pilih salah satu dari daftar."),
    })  # fmt: skip
    sheet.data_validation(first, _STATE - 1, last, _STATE - 1, {
        "validate": "date", "criteria": ">=", "value": date(2020, 1, 1),
        "error_title": language.word("Tenggat"), "error_message": language.word("Tulis tanggal, misalnya 30/11/2026."),
    })  # fmt: skip
    whole = (first, 0, last, len(_COLUMNS) - 1)
    state = xl_rowcol_to_cell(first, _STATE, col_abs=True)
    sheet.conditional_format(*whole, {
        "type": "formula", "criteria": f'={state}="{language.word("Selesai")}"', "format": styles["done"],
    })  # fmt: skip


def _paper(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD)
    sheet.set_footer("&L&A&R&P / &N")


def _summary(
    sheet: Worksheet,
    styles: dict[str, Any],
    rows: tuple[GapRow, ...],
    audit: Audit,
    report: GapReport,
    listed: str,
    language: Language,
) -> None:
    word, card = language.word, audit.scorecard
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 1, 30)
    sheet.write_string(0, 0, cell(audit.target.name), styles["title"])
    shown = language.interval(card.low, card.high) if card.low is not None and card.high is not None else "–"
    zone = word(zone_word(card.zone)) if card.zone else word("belum dapat ditetapkan")
    facts: list[tuple[str, str | float]] = [
        (word("Periode"), language.period(audit.period)),
        (word("Indeks Publikasi Web"), shown),
        (word("Zona"), zone),
        (word("Jumlah tugas"), len(rows)),
        (word("Poin yang pasti dapat diraih"), float(round(report.sure, 2))),
        (word("Poin yang belum pasti"), float(round(report.doubtful, 2))),
        (word("Perkiraan jam kerja"), report.effort),
    ]
    line = 2
    for label, value in facts:
        sheet.write_string(line, 0, label, styles["label"])
        if isinstance(value, str):
            sheet.write_string(line, 1, cell(value), styles["text"])
        else:
            sheet.write_number(line, 1, value, styles["number" if isinstance(value, int) else "points"])
        line += 1
    _progress(sheet, styles, line + 1, len(rows), float(round(card.low or 0, 2)), listed, language)
    sheet.protect("", _MAY)
    _paper(sheet)


def _progress(
    sheet: Worksheet, styles: dict[str, Any], line: int, count: int, low: float, listed: str, language: Language
) -> None:
    """What the list says by now: formulas only, so that it follows what people fill in."""
    first, last = _HEAD + 2, _HEAD + 1 + max(count, 1)  # rows from 1
    states, won = f"'{listed}'!$M${first}:$M${last}", f"'{listed}'!$N${first}:$N${last}"
    sheet.write_string(line, 0, language.word("Kemajuan"), styles["head"])
    sheet.write_string(line, 1, "", styles["head"])
    for number, state in enumerate(STATES, 1):
        sheet.write_string(line + number, 0, language.word(state), styles["label"])
        counted = f"=COUNTIF({states},A{line + number + 1})"
        sheet.write_formula(line + number, 1, counted, styles["number"], count if number == 1 else 0)
    line += len(STATES) + 1
    sheet.write_string(line, 0, language.word("Poin diraih"), styles["label"])
    sheet.write_formula(line, 1, f"=SUM({won})", styles["points"], 0)
    sheet.write_string(line + 1, 0, language.word("Perkiraan indeks terendah setelahnya"), styles["label"])
    sheet.write_formula(line + 1, 1, f"=MIN(100,{low}+B{line + 1})", styles["points"], low)
    told = language.word("Perkiraan ini baru pasti setelah situs diperiksa ulang. Ini bukan nilai Ombudsman.")
    sheet.write_string(line + 3, 0, told, styles["note"])
