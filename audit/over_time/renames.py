"""A service that only changed its name is the same service: it stands on the same page, alone before and alone now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from audit.over_time.pages import PageFates
from model.outline import CheckAnswer, Outline

Service = tuple[str, str, str]


def with_later_keys(before: Outline, after: Outline, fates: PageFates) -> Outline:
    """The earlier outline, its renamed services under the keys that they have in the later one."""
    renamed = _renamed(before.services, after.services, fates)
    if not renamed:
        return before
    return replace(
        before,
        answers=tuple(_answer(a, renamed) for a in before.answers),
        services=tuple((renamed.get(key, key), name, url) for key, name, url in before.services),
    )


def _renamed(old: Sequence[Service], new: Sequence[Service], fates: PageFates) -> dict[str, str]:
    keys = {key for key, _, _ in old} & {key for key, _, _ in new}
    lost, found = _alone(old, keys), _alone(new, keys)
    renamed = {}
    for url, key in lost.items():
        page = fates.of_before.get(url)
        if page is not None and page.after in found:
            renamed[key] = found[page.after]
    return renamed


def _alone(services: Sequence[Service], but: set[str]) -> dict[str, str]:
    """Address -> key, for services that have no namesake in the other audit and their page to themselves."""
    count = Counter(url for _, _, url in services)
    return {url: key for key, _, url in services if key not in but and count[url] == 1}


def _answer(answer: CheckAnswer, renamed: dict[str, str]) -> CheckAnswer:
    return replace(answer, services=tuple(replace(s, key=renamed.get(s.key, s.key)) for s in answer.services))
