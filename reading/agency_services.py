"""Daftar layanan, SK penetapan standar pelayanan, pelayanan khusus: what an agency offers to all and to some."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from model.reading import Block, BlockKind, Grade, Topic
from model.sentence import say
from reading.agency_passages import Passage, Passages, opening, speaks
from reading.gated import compiled
from reading.judged import Judged
from reading.legal import RECENT_YEARS, Decree, find_decree
from reading.service_names import clean_name, is_service_name, key_of
from reading.vocabulary import component_of_label, normalise, pattern, words

FEWEST_NAMES = 2
_LIST_LABELS = frozenset(normalise(w) for w in words("service_list_labels"))
_LABEL_TAIL = compiled(
    r"\s+(?:yang\s+tersedia|publik|kami|pada|di|dinas|badan|kantor|kecamatan|kelurahan|puskesmas|rsud|desa)\b.*$", re.I
)
_NAME_HEAD = compiled(
    r"\b(?:jenis|nama|daftar|produk)\s+(?:layanan|pelayanan|izin|perizinan)|^(?:layanan|pelayanan)$", re.I
)
_STANDARD = compiled(r"standa?r[dt]?\s+(?:pelayanan|layanan)", re.I)
_LONGEST_NAME = 130
_LONGEST_LINE = 200
_TITLE_LINES = 7
_DECREE_LINE = compiled(r"\W*(?:surat\s+)?keputusan\b", re.I)


def judge_service_list(passages: Sequence[Passage]) -> Iterator[Judged]:
    """At least two named services under a label such as "Daftar Layanan", or in a table with such a column."""
    for i, passage in enumerate(passages):
        names = _names_in_table(passage.blocks)
        if _is_list_label(passage.heading):
            names = names or _each_once([*_names_in_lines(passage), *_names_in_headings(passages, i)])
        if len(names) < FEWEST_NAMES:
            continue
        says = say("Daftar layanan tertulis: {n} nama, antara lain {name}.", n=len(names), name=names[0][1][:100])
        value = tuple(name for _, name in names[:100])
        yield Judged(Topic.SERVICE_LIST, Grade.CLEAR, says, tuple(names[:3]), value)


def _is_list_label(heading: str) -> bool:
    if heading.isascii() and not pattern("service_list_labels").may_match(heading):
        return False  # a cheap look before the dear one; what is not plain may hide a word
    text = normalise(heading).strip(" :.-")
    return text in _LIST_LABELS or _LABEL_TAIL.sub("", text) in _LIST_LABELS


def _names_in_table(blocks: Sequence[Block]) -> list[tuple[Block, str]]:
    """Names below a column that is headed "Jenis layanan"."""
    found: list[tuple[Block, str]] = []
    column = -1
    for block in blocks:
        if block.kind is not BlockKind.ROW:
            continue
        if block.header or column < 0:
            column = next((i for i, c in enumerate(block.cells) if _NAME_HEAD.search(c.strip())), -1)
            if column >= 0:
                continue
        if 0 <= column < len(block.cells) and (name := _service(block.cells[column])):
            found.append((block, name))
    return _each_once(found)


def _names_in_lines(passage: Passage) -> list[tuple[Block, str]]:
    """Items and links that name services."""
    found: list[tuple[Block, str]] = []
    for block in passage.blocks:
        if block.kind is BlockKind.ITEM or _all_links(block):
            pieces = [li.text for li in block.links] if len(block.links) >= FEWEST_NAMES else [block.text]
            found += [(block, name) for piece in pieces if (name := _service(piece))]
    return found


def _names_in_headings(passages: Sequence[Passage], i: int) -> list[tuple[Block, str]]:
    """Cards: each service is a heading below "Layanan"."""
    below = (*passages[i].trail, passages[i].heading)
    cards = takewhile(lambda p: p.trail[: len(below)] == below, passages[i + 1 :])
    return [(p.label, name) for p in cards if p.trail == below and (name := _service(p.heading))]


def _all_links(block: Block) -> bool:
    return bool(block.links) and sum(len(li.text) for li in block.links) >= len(block.text) * 0.8


def _service(text: str) -> str:
    """The words as written when they name a service; "" for sentences and for parts of a standard."""
    text = " ".join(text.split())
    if not 5 <= len(text) <= _LONGEST_NAME or text.endswith((".", "?", "!", ":")) or not 2 <= len(text.split()) <= 14:
        return ""
    if pattern("service_other").search(text) or not is_service_name(text) or not clean_name(text):
        return ""
    return text


def _each_once(found: Sequence[tuple[Block, str]]) -> list[tuple[Block, str]]:
    by_key: dict[str, tuple[Block, str]] = {}
    for block, name in found:
        by_key.setdefault(key_of(name), (block, name))
    return list(by_key.values())


def judge_decree(passages: Passages, year: int) -> Iterator[Judged]:
    """The decree that sets the standard. year: in which the page was kept; 0 leaves its age unsaid."""
    for passage in passages if passages.speak_of(_STANDARD, Topic.DECREE) else ():
        if passage.component != Topic.DECREE and not _STANDARD.may_match(passage.text):
            continue
        for block in passage.blocks:
            if block.kind is BlockKind.IMAGE or len(block.text) < 12:
                continue
            about = _STANDARD.search(block.text) or (
                passage.component == Topic.DECREE and _STANDARD.search("\n".join((passage.heading, *passage.trail)))
            )
            decree = find_decree(block.text) if about else None
            if decree is not None and (not decree.title or _STANDARD.search(decree.title)):
                yield _decree_told(((block, decree.text),), decree, year)
    yield from _title_pages(passages, year)


def _title_pages(passages: Passages, year: int) -> Iterator[Judged]:
    """A decree whose title runs over several lines: KEPUTUSAN KEPALA DINAS / NOMOR 12 TAHUN 2025 / TENTANG / ..."""
    if not passages.speak_of(_DECREE_LINE):
        return
    lines = [b for p in passages for b in (p.label, *p.blocks) if b.text and b.kind is not BlockKind.IMAGE]
    for i, line in enumerate(lines):
        if len(line.text) > _LONGEST_LINE or not _DECREE_LINE.match(line.text):
            continue
        title = [b for b in lines[i : i + _TITLE_LINES] if len(b.text) <= _LONGEST_LINE]
        decree = find_decree(" ".join(b.text for b in title))
        if decree is None or not _STANDARD.search(decree.title):
            continue
        numbered = next((b for b in title if decree.number in b.text), None)
        named = next((b for b in title if _STANDARD.search(b.text)), None)
        if numbered is not None and named is not None and numbered is not named:
            yield _decree_told(((numbered, decree.number), (named, "")), decree, year)
            return


def _decree_told(shown: tuple[tuple[Block, str], ...], decree: Decree, year: int) -> Judged:
    if not decree.year:
        says = say("Keputusan tentang standar pelayanan disebut tanpa tahun: {text}.", text=decree.text[:150])
        return Judged(Topic.DECREE, Grade.PARTIAL, says, shown, decree, "no_year")
    if year and decree.older_than_three_years(year):
        says = say(
            "Keputusan tentang standar pelayanan tertulis: {text}; umurnya lebih dari {years} tahun, perlu ditinjau.",
            text=decree.text[:150],
            years=RECENT_YEARS,
        )
        return Judged(Topic.DECREE, Grade.CLEAR, says, shown, decree, "old")
    says = say("Keputusan tentang standar pelayanan tertulis: {text}.", text=decree.text[:150])
    return Judged(Topic.DECREE, Grade.CLEAR, says, shown, decree)


def judge_special(passages: Passages) -> Iterator[Judged]:
    """Help for persons with disabilities, the elderly, pregnant women and children that the office announces."""
    if not passages.speak_of(pattern("special_labels", "sure_facilities"), Topic.SPECIAL_SERVICES):
        return
    for passage in passages:
        if _is_special(passage):
            yield _special(passage)
        else:
            yield from _facilities(passage)


def _is_special(passage: Passage) -> bool:
    heading = passage.heading
    if len(heading.split()) > 10 or pattern("special_other").search(heading):
        return False
    return passage.component == Topic.SPECIAL_SERVICES or (
        bool(pattern("special_labels").search(heading))
        and bool(re.search(r"layanan|ramah|fasilitas|sarana|bagi", heading, re.I))
    )


def _special(passage: Passage) -> Judged:
    groups = pattern("vulnerable_groups", "sure_facilities")
    said = opening(passage.blocks)
    telling = next((b for b in said if groups.search(b.text)), None)
    if telling is None and groups.search(passage.heading):
        telling = next((b for b in said[:2] if speaks(b, 4) and not component_of_label(b.text)), None)
    if telling is not None:
        says = say("Pelayanan khusus bagi kelompok rentan tertulis: {text}.", text=telling.text[:120].rstrip("."))
        return Judged(Topic.SPECIAL_SERVICES, Grade.CLEAR, says, ((telling, ""),))
    says = say("Pelayanan khusus hanya disebut judulnya; isinya tidak tertulis.")
    return Judged(Topic.SPECIAL_SERVICES, Grade.NAMED, says, ((passage.label, ""),), None, "label_only")


def _facilities(passage: Passage) -> Iterator[Judged]:
    """Facilities in running text or in a list of facilities, where the words say that they are there to be used."""
    listed = passage.component == "facilities"
    sure = pattern("sure_facilities")
    for block in passage.blocks if sure.may_match(passage.text) else ():
        found = sure.search(block.text)
        if not found or not speaks(block, 1) or pattern("special_other").search(f"{passage.heading}\n{block.text}"):
            continue
        if listed or (pattern("offered_words").search(block.text) and len(block.text) < 500):
            says = say("Fasilitas bagi kelompok rentan disebut: {text}.", text=found.group())
            yield Judged(Topic.SPECIAL_SERVICES, Grade.CLEAR, says, ((block, found.group()),), found.group())
            return
