"""The national systems and online services that a page links or names: SP4N-LAPOR!, SIPPN, PTSP, MPP, OSS."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from model.reading import Block, BlockKind, Document, Grade, Link, Topic, Zone
from model.sentence import say
from reading.agency_passages import READ
from reading.gated import AnyOf, compiled
from reading.judged import Judged
from reading.vocabulary import normalise, pattern, words

_LAPOR = compiled(
    r"(?:www\.)?\blapor\.go\.id\S*|@\s?lapor\s?1708\b|\blapor\s?1708\b"
    r"|\b(?:sms|lapor!?|sp4n)\b[^\n\d]{0,25}1708(?![\w/]|[.,-]\d)|(?<![\d.-])1708(?=[^\n\d]{0,30}\b(?:lapor|sms))"
    r"|\bsp4n\b(?:\s*[-–]?\s*lapor!?)?|\bspa?n\s*[-–]?\s*lapor!?|(?-i:\bLAPOR!)",
    re.I,
)
_SIPPN = compiled(r"\bsippn(?:\.menpan\.go\.id\S*)?\b", re.I)
_NAMES = AnyOf(_LAPOR, _SIPPN, pattern("integrated_words"))
_REACHED = compiled(r"1708|lapor\.go\.id", re.I)
_LAPOR_HOSTS = ("lapor.go.id", "sp4n.lapor.go.id")
_SIPPN_HOSTS = ("sippn.menpan.go.id", "sipp.menpan.go.id")
_ADDRESS_HOSTS = frozenset(words("integrated_hosts"))
_WHOLE_HOSTS = tuple(h for h in words("integrated_hosts") if "." in h)
_WRITTEN = compiled(r"(?:https?://|www\.)[\w./?=&%#:~-]{4,}|\b[\w-]{1,60}(?:\.[\w-]{1,60}){0,5}\.go\.id\b", re.I)
_ABOUT_RULES = compiled(r"\b(?:peraturan|undang-undang|keputusan|perpres|permen\w*|dari\s+oss)\b", re.I)
Outward = Sequence[tuple[Link, str]]
_NOT_MENU = frozenset({Zone.MAIN, Zone.HEADER, Zone.FOOTER, Zone.ASIDE, Zone.DIALOG})


def judge_links(document: Document) -> Iterator[Judged]:
    """SP4N-LAPOR!, SIPPN and integrated services. Pages of the national systems themselves speak for no agency."""
    if _of(host_of(document.url), (*_SIPPN_HOSTS, *_LAPOR_HOSTS)):
        return
    outward = _outward(document)
    lines = list(_lines(document))
    main = [block for block, zone in lines if zone in READ]
    yield from _lapor([block for block, _ in lines], outward)
    yield from _sippn(main, outward)
    yield from _integrated(document, main, outward)


def _outward(document: Document) -> list[tuple[Link, str]]:
    """The links that lead to other hosts, with those hosts: few of all, and asked for again and again."""
    here = host_of(document.url)
    return [(link, host) for link in document.links if (host := host_of(link.url)) and host != here]


@lru_cache(maxsize=8192)  # the same links stand on every page, and each is asked for several times
def host_of(url: str) -> str:
    """The host of an address in lower case without "www.", "" when it has none or is no address."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def shown_link(link: Link) -> Block:
    """A link as a block: its words are the quote, or its address when it is a picture."""
    return Block(BlockKind.TEXT, link.text or link.url, where="tautan", links=(link,))


def _of(host: str, hosts: tuple[str, ...]) -> bool:
    return host.endswith(hosts) and any(host == h or host.endswith(f".{h}") for h in hosts)


def _lapor(lines: Sequence[Block], outward: Outward) -> Iterator[Judged]:
    for link, host in outward:
        if _of(host, _LAPOR_HOSTS):
            says = say("Tautan ke SP4N-LAPOR! tersedia: {url}.", url=link.url[:200])
            yield Judged(Topic.LAPOR, Grade.CLEAR, says, ((shown_link(link), ""),), link)
            return
    named: tuple[Block, str] | None = None
    for block in lines:
        for found in _LAPOR.finditer(block.text):
            if _REACHED.search(found.group()):
                says = say("SP4N-LAPOR! dapat dicapai melalui {name}.", name=found.group().strip()[:80])
                yield Judged(Topic.LAPOR, Grade.CLEAR, says, ((block, found.group()),))
                return
            named = named or (block, found.group())
    if named is not None:
        says = say("SP4N-LAPOR! hanya disebut namanya, tanpa tautan atau nomor 1708.")
        yield Judged(Topic.LAPOR, Grade.PARTIAL, says, (named,), None, "no_link")


def _sippn(lines: Sequence[Block], outward: Outward) -> Iterator[Judged]:
    for link, host in outward:
        if _of(host, _SIPPN_HOSTS):
            says = say("Tautan ke SIPPN tersedia: {url}.", url=link.url[:200])
            yield Judged(Topic.SIPPN, Grade.CLEAR, says, ((shown_link(link), ""),), link)
            return
    for block in lines:
        if found := _SIPPN.search(block.text):
            says = say("SIPPN hanya disebut, tanpa tautan.")
            yield Judged(Topic.SIPPN, Grade.PARTIAL, says, ((block, found.group()),), None, "no_link")
            return


def _integrated(document: Document, lines: Sequence[Block], outward: Outward) -> Iterator[Judged]:
    """A link that leads to an integrated or online service; else the words without a link."""
    for link, host in outward:
        if _is_service(link, host):
            says = say("Layanan terpadu atau daring tersedia: {name}.", name=(link.text or link.url)[:100])
            yield Judged(Topic.INTEGRATED_SERVICE, Grade.CLEAR, says, ((shown_link(link), ""),), link)
            return
    named: tuple[Block, str] | None = None
    for block in lines:
        words_found = _named(block.text)
        if not words_found or _is_menu(block) or _ABOUT_RULES.search(block.text):
            continue
        if pattern("online_ways").search(block.text) and (
            _leads_on(block, document.url) or _WRITTEN.search(block.text)
        ):
            says = say("Layanan terpadu atau daring dijelaskan dengan tautannya: {name}.", name=words_found)
            yield Judged(Topic.INTEGRATED_SERVICE, Grade.CLEAR, says, ((block, words_found),), words_found)
            return
        if named is None and _is_told(block, words_found):
            named = (block, words_found)
    if named is not None:
        says = say('Layanan terpadu atau daring disebut ("{name}"), tanpa tautan.', name=named[1][:100])
        yield Judged(Topic.INTEGRATED_SERVICE, Grade.PARTIAL, says, (named,), None, "no_link")


def _is_menu(block: Block) -> bool:
    """Whether a line is made of links alone that lead nowhere or into this site: its pages speak for themselves."""
    return bool(block.links) and sum(len(li.text) for li in block.links) >= 0.8 * len(block.text)


def _is_told(block: Block, words_found: str) -> bool:
    """Whether the words are told and not only used in passing: a short line begins with them."""
    if normalise(words_found) in ("secara online", "secara daring"):
        return False
    return len(block.text.split()) > 6 or block.text.find(words_found) <= 15


def _is_service(link: Link, host: str) -> bool:
    """Whether a link to another host leads to a service: by its words, or by a host that is known for one."""
    if not link.url.startswith("http"):
        return False
    if set(host.split(".")[:-2]) & _ADDRESS_HOSTS or _of(host, _WHOLE_HOSTS):
        return True
    return bool(_named(link.text)) and len(link.text.split()) <= 12


def _leads_on(block: Block, page: str) -> bool:
    """Whether a line holds a link to another page."""
    plain = page.split("#")[0].rstrip("/")
    return any(li.url.startswith("http") and li.url.split("#")[0].rstrip("/") != plain for li in block.links)


def _named(text: str) -> str:
    """The words for integrated services in a text, when they are not part of an office's name."""
    if len(text) < 3:
        return ""
    named = pattern("integrated_words")
    if not named.may_match(text):
        return ""
    offices = [m.span() for m in pattern("integrated_offices").finditer(text)]
    for found in named.finditer(text):
        if not any(a <= found.start() < b for a, b in offices) and not _is_word(found.group()):
            return found.group()
    return ""


def _is_word(found: str) -> bool:
    """ "oss" in a line of small letters is no system; it is written in capitals."""
    return normalise(found) in ("oss", "ikd", "ptsp") and not found.isupper()


def _lines(document: Document) -> Iterator[tuple[Block, Zone]]:
    """Headings and lines in which one of the systems may be named, with their zones."""
    for section in document.sections:
        if section.zone in _NOT_MENU:
            if _NAMES.may_match(section.heading):
                yield Block(BlockKind.TEXT, section.heading, where=section.where), section.zone
            for block in section.blocks:
                if _NAMES.may_match(block.text) and block.kind is not BlockKind.IMAGE:
                    yield block, section.zone
