"""What was published and is no more (kemunduran): a list of its own, and only what the agency itself took away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from audit.over_time.pages import PageFates
from audit.over_time.side import Sight
from model.change import Cause, Change, PageChange, PageFate, Regression, ServiceChange
from model.finding import Verdict
from model.sentence import Sentence, say

WHOLE_STANDARD = "Standar layanan"
"""Title of a regression that takes a service away with all its components."""

_WORTH = {Verdict.MET: 2, Verdict.PARTLY_MET: 1, Verdict.NOT_MET: 0}
_NOT_SEEN = (PageFate.UNREACHED, PageFate.UNCHOSEN)


def regressions(before: Sight, after: Sight, fates: PageFates, changes: Sequence[Change]) -> tuple[Regression, ...]:
    """Standards that vanished first, then single components, then what the agency published for all services."""
    judged_alike = [c for c in changes if c.cause not in (Cause.RULE, Cause.INSTRUMENT) and _is_scored(c, before)]
    gone = {key: c for c in judged_alike for key in _vanished(c) if not _was_not_seen(before.places.get(key), fates)}
    return (
        *_whole_standards(gone, before, fates),
        *(r for c in judged_alike for r in _components(c, before, after, gone, fates)),
        *(r for c in judged_alike for r in _of_the_agency(c, fates)),
    )


def _is_scored(change: Change, before: Sight) -> bool:
    """What is reported without weight, such as the health of the site, is no standard."""
    points = before.points.get(change.indicator)
    return points is not None and points.maximum > 0


def _vanished(change: Change) -> Iterable[str]:
    return (s.key for s in change.services if s.after is None and s.before in (Verdict.MET, Verdict.PARTLY_MET))


def _was_not_seen(url: str | None, fates: PageFates) -> bool:
    page = fates.of_before.get(url or "")
    return page is not None and page.fate in _NOT_SEEN


def _whole_standards(gone: dict[str, Change], before: Sight, fates: PageFates) -> Iterator[Regression]:
    for key, change in sorted(gone.items()):
        old = next(s for s in change.services if s.key == key)
        url = before.places.get(key, "")
        yield Regression(
            indicator="",
            title=WHOLE_STANDARD,
            service=old.name,
            before=old.before or Verdict.MET,
            after=None,
            says=_gone_says(old, fates.of_before.get(url)),
            addresses=(url,) if url else (),
        )


def _gone_says(service: ServiceChange, page: PageChange | None) -> Sentence:
    if page is not None and page.fate is PageFate.GONE:
        return say(
            "Standar layanan “{name}” tidak ada lagi; halamannya hilang: {url}.", name=service.name, url=page.before
        )
    return say("Standar layanan “{name}” tidak ditemukan lagi di situs.", name=service.name)


def _components(
    change: Change, before: Sight, after: Sight, gone: dict[str, Change], fates: PageFates
) -> Iterator[Regression]:
    """A service that is still there and lost a component."""
    for one in change.services:
        if one.key in gone or one.after is None or not _fell(one.before, one.after):
            continue
        old = before.services(change.indicator)[one.key]
        if any(_was_not_seen(url, fates) for url in (*old.proofs, before.places.get(one.key, ""))):
            continue
        says = say("“{title}” untuk layanan “{name}” tidak selengkap sebelumnya.", title=change.title, name=one.name)
        places = tuple(dict.fromkeys((*old.proofs, after.places.get(one.key, ""))))
        yield Regression(change.indicator, change.title, one.name, old.verdict, one.after, says,
                         tuple(p for p in places if p))  # fmt: skip


def _of_the_agency(change: Change, fates: PageFates) -> Iterator[Regression]:
    if change.services or change.cause is not Cause.SITE or not _fell(change.before, change.after):
        return
    lost = any((c := fates.of_before.get(url)) and c.fate is PageFate.GONE for url in change.addresses)
    pattern = "“{title}” tidak ada lagi; {why}" if lost else "“{title}” tidak selengkap sebelumnya; {why}"
    says = say(pattern, title=change.title, why=_lower(str(change.says)))
    yield Regression(change.indicator, change.title, "", change.before or Verdict.MET, change.after, says,
                     change.addresses)  # fmt: skip


def _fell(before: Verdict | None, after: Verdict | None) -> bool:
    """Whether a verdict is surely worse; what is unknown by now is not."""
    if before not in _WORTH or after not in _WORTH:
        return False
    return _WORTH[after] < _WORTH[before]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
