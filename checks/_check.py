"""What a check is: one question about a site or a service, and an answer that says what it rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from model.finding import Verdict
from model.reading import Exhibit, Reading, Service, Topic
from model.sentence import Sentence

SERVICE = "service"
"""The promise of a link that speaks of services in general (layanan, standar pelayanan) and names no component."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A check's opinion. seen False: drawn from seeing nothing, so it stands only if enough was looked at."""

    verdict: Verdict
    says: Sentence
    exhibits: tuple[Exhibit, ...] = ()
    seen: bool = True


def saw(verdict: Verdict, says: Sentence, exhibits: tuple[Exhibit, ...]) -> Answer:
    """A conclusion from something seen, with its proof (bukti). Raises ValueError without any."""
    if not exhibits:
        raise ValueError(f"a conclusion from something seen needs an exhibit: {says}")
    return Answer(verdict, says, exhibits)


def saw_none(verdict: Verdict, says: Sentence, beside: tuple[Exhibit, ...] = ()) -> Answer:
    """A conclusion from seeing nothing. beside: words that were seen and do not count, such as a bare heading."""
    return Answer(verdict, says, beside, seen=False)


def saw_in_ledger(verdict: Verdict, says: Sentence) -> Answer:
    """A conclusion about reachability itself: its proof is the page ledger (buku halaman), not words on a page."""
    return Answer(verdict, says)


SiteQuestion = Callable[[Reading], Answer]
ServiceQuestion = Callable[[Reading, Service], Answer]


@dataclass(frozen=True, slots=True)
class SiteCheck:
    """A question asked once per site.

    needs: the topics whose statements it looks at. near: further promises of links behind which the answer may
    stand, e.g. SERVICE or another topic's value. version rises when the judgement changes.
    """

    id: str
    version: int
    needs: tuple[Topic, ...]
    near: tuple[str, ...]
    ask: SiteQuestion
    module: str
    doc: str

    @property
    def promises(self) -> frozenset[str]:
        return frozenset(t.value for t in self.needs) | frozenset(self.near)

    def __call__(self, site: Reading) -> Answer:
        return self.ask(site)


@dataclass(frozen=True, slots=True)
class ServiceCheck:
    """A question asked once per service; the verdict for the site follows from the share of services.

    about: the component it asks for. Links that promise services in general always bear on it.
    """

    id: str
    version: int
    about: Topic
    ask: ServiceQuestion
    module: str
    doc: str

    @property
    def promises(self) -> frozenset[str]:
        return frozenset((self.about.value, SERVICE))

    def __call__(self, site: Reading, service: Service) -> Answer:
        return self.ask(site, service)


Check = SiteCheck | ServiceCheck


def check(*, needs: tuple[Topic, ...], version: int, near: tuple[str, ...] = ()) -> Callable[[SiteQuestion], SiteCheck]:
    """Make a function a check of the site. Its name is the check's id, its docstring its page in docs/checks.md."""

    def make(ask: SiteQuestion) -> SiteCheck:
        return SiteCheck(_name(ask), version, needs, near, ask, ask.__module__, _doc(ask))

    return make


def service_check(*, about: Topic, version: int) -> Callable[[ServiceQuestion], ServiceCheck]:
    """Make a function a check of every service (pemeriksaan per layanan)."""

    def make(ask: ServiceQuestion) -> ServiceCheck:
        return ServiceCheck(_name(ask), version, about, ask, ask.__module__, _doc(ask))

    return make


def _name(ask: Callable[..., Answer]) -> str:
    return ask.__name__


def _doc(ask: Callable[..., Answer]) -> str:
    if not ask.__doc__:
        raise ValueError(f"check {ask.__name__} has no docstring: say what it looks at and when it is met")
    return ask.__doc__
