"""The same facts under any names, in any layout, on any site, give the same statements."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.reading import Grade, Page, Topic, best
from tests.labelled.layouts import LAYOUTS
from tests.labelled.make import WORDS, facts, rows_of
from tests.labelled.shells import SHELLS
from tests.reading.pages import read_html

SERVICES: list[dict[str, Any]] = facts("facts/services.toml")["service"]
AGENCIES: dict[str, dict[str, str]] = facts("facts/agencies.toml")
FRAMES = sorted(set(SHELLS) - {"bare"})
TOLD = {
    "requirements": Topic.REQUIREMENTS,
    "procedure": Topic.PROCEDURE,
    "completion_time": Topic.COMPLETION_TIME,
    "fee": Topic.FEE,
    "product": Topic.PRODUCT,
    "complaint_handling": Topic.COMPLAINT_HANDLING,
    "legal_basis": Topic.LEGAL_BASIS,
}


def page_with(service: dict[str, Any], layout: str, shell: str, seed: str) -> Page:
    body = LAYOUTS[layout](service["name"], rows_of(service, seed))
    return read_html(SHELLS[shell](AGENCIES[service["agency"]], service["name"], body))


def said(page: Page, topic: Topic) -> Any:
    statements = [*page.statements, *(s for service in page.services for s in service.statements)]
    return best(s for s in statements if s.topic is topic)


def clear_components(page: Page) -> set[str]:
    found = {name: said(page, topic) for name, topic in TOLD.items()}
    return {name for name, statement in found.items() if statement and statement.grade is Grade.CLEAR}


def expected(service: dict[str, Any]) -> tuple[set[str], set[str]]:
    """Components that must be clear, and those that may be: what is told in part, and a product known by its name."""
    partly = {*service.get("partly", ()), "product"}
    return {name for name in TOLD if name in service} - set(service.get("partly", ())), partly


layouts = st.sampled_from(sorted(LAYOUTS))
frames = st.sampled_from(FRAMES)
services = st.sampled_from(SERVICES)
seeds = st.integers(0, 10_000).map(str)


@given(service=services, layout=layouts, shell=frames, seed=seeds)
@settings(max_examples=120, deadline=None, derandomize=True)
def test_any_form_tells_what_the_facts_hold_and_no_more(
    service: dict[str, Any], layout: str, shell: str, seed: str
) -> None:
    must, may = expected(service)
    clear = clear_components(page_with(service, layout, shell, seed))
    assert (must - clear, clear - must - may) == (set(), set())


@given(service=services, layout=layouts, shell=frames, seed=seeds)
@settings(max_examples=120, deadline=None, derandomize=True)
def test_any_form_gives_the_same_papers_to_bring(service: dict[str, Any], layout: str, shell: str, seed: str) -> None:
    statement = said(page_with(service, layout, shell, seed), Topic.REQUIREMENTS)
    assert [" ".join(i.split()) for i in statement.value.items] == service["requirements"]


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_a_layout_without_values_tells_nothing(layout: str) -> None:
    service = SERVICES[0]
    rows = [(words[0], ["-"]) for words in WORDS.values()]
    page = read_html(SHELLS["bootstrap"](AGENCIES[service["agency"]], service["name"], LAYOUTS[layout]("", rows)))
    assert clear_components(page) - {"product"} == set()
