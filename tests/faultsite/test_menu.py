"""Every fault of the menu has a test, or a reason why it has none."""

from __future__ import annotations

from tests.faultsite.menu import marks, missing_tests, rows


def test_every_fault_is_covered_or_its_omission_explained() -> None:
    assert [row.id for row in rows() if row.state == "left out" and not row.left_out] == []


def test_at_least_95_percent_pass() -> None:
    found = rows()
    assert sum(row.state == "passes" for row in found) >= 0.95 * len(found)


def test_tests_that_are_named_exist() -> None:
    assert missing_tests() == []


def test_faults_that_tests_name_are_on_the_menu() -> None:
    assert {fault for fault, _, _ in marks()} <= {row.id for row in rows()}


def test_numbers_are_given_once() -> None:
    numbers = [row.id for row in rows()]
    assert len(set(numbers)) == len(numbers)
