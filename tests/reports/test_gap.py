"""The gap report: what it holds, in which order, and as a page, a spreadsheet, a CSV and JSON."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from fractions import Fraction

import openpyxl
import pytest

from model.sentence import say
from reports.cells import cell
from reports.gap import GapReport, gap_report
from reports.gap_page import MOST_BYTES, render_gap
from reports.gap_rows import gap_csv, gap_data, gap_rows
from reports.gap_sheet import gap_sheet
from reports.language import ENGLISH
from tests.reports.sample import ANSWERS, AUDIT, BLOCKED, FINDINGS, HISTORY, INSTRUMENT, NOT, SCALE, UNKNOWN


@dataclass(frozen=True)
class SampleFix:
    indicator: str
    gain: Fraction
    effort: int
    service: str = ""
    name: str = ""
    known: bool = True


FIXES = (
    *(
        SampleFix("completion_time", Fraction(4), 2, str(n), "", True)
        for n, verdict in enumerate(ANSWERS["completion_time"])
        if verdict is NOT
    ),
    SampleFix("fee", Fraction(3, 2), 2, "2"),
    SampleFix("fee", Fraction(3), 2, "3", known=False),
    SampleFix("complaint_officer", Fraction(27, 4), 1),
    SampleFix("satisfaction_survey", Fraction(11, 2), 8, known=False),
)


@pytest.fixture
def report() -> GapReport:
    return gap_report(AUDIT, INSTRUMENT, FIXES, HISTORY)


def test_sure_gaps_come_first_by_points_an_hour_then_the_doubtful(report: GapReport) -> None:
    assert [item.criterion.id for item in report.items] == [
        "complaint_officer",
        "completion_time",
        "fee",
        "satisfaction_survey",
    ]
    assert [item.known for item in report.items] == [True, True, True, False]


def test_its_sums_are_those_of_its_tasks(report: GapReport) -> None:
    assert report.sure == Fraction(27, 4) + 12 + Fraction(3, 2)
    assert report.doubtful == Fraction(3) + Fraction(11, 2)
    assert report.effort == 1 + 6 + 4 + 8
    assert report.tasks == len(FIXES)


def test_a_task_names_its_service_with_the_words_that_do_not_suffice(report: GapReport) -> None:
    fee = next(item for item in report.items if item.criterion.id == "fee")
    assert [task.name for task in fee.tasks] == ["Akta kelahiran", "Surat pindah"]
    assert fee.tasks[0].proof is not None
    assert fee.tasks[1].verdict is UNKNOWN


def test_what_was_mended_since_the_last_month_is_told(report: GapReport) -> None:
    assert report.since == "2026-10"
    assert [change.indicator for change in report.mended] == ["service_pledge"]
    assert "Sudah dibenahi sejak Oktober 2026" in render_gap(AUDIT, report, INSTRUMENT, SCALE)


def test_the_page_says_what_is_missing_and_leaves_room_to_write(report: GapReport) -> None:
    html = render_gap(AUDIT, report, INSTRUMENT, SCALE)
    assert "Penanggung jawab" in html
    assert "Tenggat" in html
    assert "+20,25" in html
    assert "Maklumat pelayanan diterbitkan lengkap" not in html  # what is met stays away


def test_a_site_that_was_not_audited_has_no_gaps_but_a_reason() -> None:
    report = gap_report(BLOCKED, INSTRUMENT, ())
    html = render_gap(BLOCKED, report, INSTRUMENT, SCALE)
    assert report.items == ()
    assert "Belum diaudit" in html
    assert "Tidak ada celah" not in html


def test_thousands_of_tasks_stay_under_the_limit() -> None:
    many = tuple(replace(FINDINGS[2].by_service[1], key=str(n), name=f"Layanan {n} " * 20) for n in range(3000))
    audit = replace(AUDIT, findings=(replace(FINDINGS[2], by_service=many),))
    fixes = tuple(SampleFix("completion_time", Fraction(1, 100), 2, str(n)) for n in range(3000))
    report = gap_report(audit, INSTRUMENT, fixes)
    html = render_gap(audit, report, INSTRUMENT, SCALE)
    assert len(html.encode()) < MOST_BYTES
    assert "layanan lain; semuanya ada di lembar kerja" in html


def test_the_csv_reads_back_row_by_row(report: GapReport) -> None:
    text = gap_csv(report)
    assert text.startswith("\ufeffNo.;Kelompok;Indikator;Layanan")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert len(rows) == report.tasks
    assert rows[0]["Poin"] == "6,75"
    assert {row["Kepastian"] for row in rows} == {"pasti", "belum pasti"}


def test_the_english_csv_has_commas_and_points(report: GapReport) -> None:
    rows = list(csv.reader(io.StringIO(gap_csv(report, ENGLISH).removeprefix("\ufeff"))))
    assert "6.75" in rows[1]


def test_the_json_counts_what_it_lists(report: GapReport) -> None:
    data = gap_data(AUDIT, INSTRUMENT, report)
    assert data["totals"] == {"points": 20.25, "points_doubtful": 8.5, "hours": 19, "tasks": 7}
    assert sum(len(gap["tasks"]) for gap in data["gaps"]) == 7


def test_the_sheet_has_filters_drop_downs_and_locked_formulas(report: GapReport) -> None:
    book = openpyxl.load_workbook(io.BytesIO(gap_sheet(AUDIT, report)))
    summary, listed = book["Ringkasan"], book["Daftar perbaikan"]
    assert listed.auto_filter.ref == "A4:O11"
    lists = [rule for rule in listed.data_validations.dataValidation if rule.type == "list"]
    assert "Selesai" in lists[0].formula1
    assert str(lists[0].sqref) == "M5:M11"
    assert listed["N5"].value == '=IF(M5="Selesai",I5,0)'
    assert listed.protection.sheet
    assert listed.protection.autoFilter is False  # False: allowed while protected
    assert [listed[f"{column}5"].protection.locked for column in "IKLMN"] == [True, False, False, False, True]
    assert any(str(row[1].value).startswith("=SUM(") for row in summary.iter_rows())


def test_the_same_report_gives_the_same_sheet(report: GapReport) -> None:
    assert gap_sheet(AUDIT, report) == gap_sheet(AUDIT, report)


FORMULAS = ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1", "%0A=1", "|calc")


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_of_a_stranger_stays_words(formula: str) -> None:
    assert cell(formula).startswith("'")


@pytest.mark.parametrize("text", ["-", "Rp50.000", "3 hari kerja", "–", "", "a=b"])
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert cell(text) == text


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_a_hostile_report_is_a_formula(formula: str) -> None:
    braced = formula.replace("{", "{{").replace("}", "}}")
    answers = tuple(replace(a, name=formula, url=formula, says=say(braced)) for a in FINDINGS[2].by_service)
    audit = replace(
        AUDIT, target=replace(AUDIT.target, name=formula), findings=(replace(FINDINGS[2], by_service=answers),)
    )
    report = gap_report(audit, INSTRUMENT, FIXES[:3])
    book = openpyxl.load_workbook(io.BytesIO(gap_sheet(audit, report)))
    ours = {"N5", "N6", "N7"}
    assert {c.coordinate for row in book["Daftar perbaikan"].iter_rows() for c in row if c.data_type == "f"} == ours
    for row in csv.reader(io.StringIO(gap_csv(report).removeprefix("\ufeff")), delimiter=";"):
        assert not any(field.lstrip().startswith(tuple("=+-@＝")) for field in row if len(field) > 1)


def test_a_citizens_number_is_masked_in_every_form() -> None:
    answers = tuple(replace(a, says=say("NIK 8171012505900003 tertera")) for a in FINDINGS[2].by_service)
    audit = replace(AUDIT, findings=(replace(FINDINGS[2], by_service=answers),))
    report = gap_report(audit, INSTRUMENT, FIXES[:3])
    rows = gap_rows(report)
    assert rows
    told = str(rows) + gap_csv(report) + str(gap_data(audit, INSTRUMENT, report))
    assert "8171012505900003" not in told + render_gap(audit, report, INSTRUMENT, SCALE)
