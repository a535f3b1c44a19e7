"""A table of tariffs adds fees and no services."""

from __future__ import annotations

from model.reading import PageKind, Topic
from reading.site import merge_services
from reading.tariffs import spread_tariffs
from tests.reading.site.build import page, service

ROWS = tuple(service(f"Kios kelas {c} per bulan", Topic.FEE, path="tarif") for c in ("satu", "dua", "tiga"))


def names(pages):
    return [s.name for s in merge_services(pages)]


def test_rows_of_a_tariff_table_are_fees_of_the_agency():
    found = spread_tariffs([page(*ROWS, kind=PageKind.TARIFF)])
    assert names(found) == []
    assert [s.topic for s in found[0].statements] == [Topic.FEE] * 3


def test_two_names_with_a_price_are_two_services():
    assert len(names(spread_tariffs([page(*ROWS[:2])]))) == 2


def test_a_row_of_a_told_service_is_its_fee():
    kiosk = service("Kios", Topic.REQUIREMENTS, Topic.PROCEDURE, path="kios")
    (merged,) = merge_services(spread_tariffs([page(kiosk), page(*ROWS)]))
    assert merged.name == "Kios"
    assert merged.about(Topic.FEE)[0].exhibits[0].quote.startswith("Kios kelas satu")


def test_a_row_named_like_a_told_service_is_that_service():
    told = service(ROWS[0].name, Topic.REQUIREMENTS, path="kios")
    found = merge_services(spread_tariffs([page(told), page(*ROWS)]))
    assert [{s.topic for s in v.statements} for v in found] == [{Topic.REQUIREMENTS, Topic.FEE}]


def test_services_with_more_than_a_price_are_no_tariff_table():
    full = [service(f"Izin {n}", Topic.FEE, Topic.REQUIREMENTS) for n in ("A1", "B2", "C3")]
    assert len(names(spread_tariffs([page(*full)]))) == 3
