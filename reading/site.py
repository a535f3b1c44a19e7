"""The pages of one site together: services merged, repeated text noticed, the agency's own statements sorted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from model.reading import PRODUCT_COMPONENTS, Grade, Page, Service, Statement, Topic, best

_GRADES = (Grade.CLEAR, Grade.PARTIAL, Grade.NAMED)


def merge_services(pages: Sequence[Page]) -> tuple[Service, ...]:
    """One service for each key, sorted by key. The page that says most is its address; the others stand in also_at."""
    groups: dict[str, list[Service]] = {}
    for page in pages:
        for service in page.services:
            groups.setdefault(service.key, []).append(service)
    return _note_repeats(tuple(_merged(groups[key]) for key in sorted(groups)))


def _merged(services: list[Service]) -> Service:
    main = max(services, key=lambda s: (_clear(s), -services.index(s)))
    statements = strongest(s for v in (main, *services) for s in v.statements)
    urls = dict.fromkeys(v.url for v in services if v.url != main.url)
    return replace(main, statements=statements, also_at=tuple(urls))


def _clear(service: Service) -> int:
    return sum(1 for s in service.statements if s.grade is Grade.CLEAR and s.topic in PRODUCT_COMPONENTS)


def strongest(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The strongest statement of each topic, in the order of the topics."""
    by_topic: dict[Topic, list[Statement]] = {}
    for statement in statements:
        by_topic.setdefault(statement.topic, []).append(statement)
    found = (best(by_topic.get(topic, ())) for topic in Topic)
    return tuple(s for s in found if s is not None)


def _note_repeats(services: tuple[Service, ...]) -> tuple[Service, ...]:
    """Marks a service whose requirements and steps are word for word those of an earlier one."""
    first: dict[tuple[str, ...], str] = {}
    noted: list[Service] = []
    for service in services:
        body = _body(service)
        same = first.setdefault(body, service.key) if len(body) >= 3 else service.key
        noted.append(service if same == service.key else replace(service, same_text_as=same))
    return tuple(noted)


def _body(service: Service) -> tuple[str, ...]:
    """What is peculiar to a service: its items and steps. Fees and times are alike for many."""
    lines: list[str] = []
    for statement in service.statements:
        if statement.topic in (Topic.REQUIREMENTS, Topic.PROCEDURE) and statement.grade is Grade.CLEAR:
            said = getattr(statement.value, "items", ()) or getattr(statement.value, "steps", ())
            lines.extend(" ".join(str(line).lower().split()) for line in said)
    return tuple(lines)


def agency_statements(pages: Sequence[Page]) -> tuple[Statement, ...]:
    """Statements of the agency, by topic, strongest first, then in the order of the pages; at most eight a topic."""
    found: list[Statement] = []
    everything = [s for page in pages for s in page.statements]
    for topic in Topic:
        about = [s for s in everything if s.topic is topic]
        about.sort(key=lambda s: _GRADES.index(s.grade))  # stable: pages keep their order
        seen: set[tuple[str, ...]] = set()
        for statement in about:
            words = tuple(e.quote for e in statement.exhibits)
            if words not in seen and len(seen) < 8:
                seen.add(words)
                found.append(statement)
    return tuple(found)
