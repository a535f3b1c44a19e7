"""Survei kepuasan masyarakat: the result that a page publishes, or only the way to a form or a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from model.reading import Block, BlockKind, Grade, Topic
from model.sentence import say
from reading.agency_passages import Passage, Passages
from reading.dates import find_periods
from reading.gated import compiled
from reading.judged import Judged
from reading.label_rules import is_link
from reading.survey import SurveyResult, find_survey_result
from reading.vocabulary import pattern

_AIMED = compiled(r"\b(?:target|ditargetkan|sasaran|minimal|rencana)\b", re.I)
_FORM = re.compile(
    r"forms\.gle|docs\.google\.com/forms|jotform|typeform|forms\.office"
    r"|//(?:[\w-]+\.)*(?:skm|sukma|survei|survey|ikm|e-?skm)[\w.-]*\."
)
_FILE = re.compile(r"\.(?:pdf|xlsx?|docx?|pptx?)(?:$|[?#])|drive\.google\.com|s\.id/|bit\.ly/", re.I)
_ONE_LINE = re.compile(r"\s*\n\s*")


def judge_survey(passages: Passages) -> Iterator[Judged]:
    """Results with their period, results without one, and links to forms and reports."""
    names = pattern("survey_names")
    if not passages.speak_of(names):
        return
    for i, passage in enumerate(passages):
        about = names.search(passage.heading)
        if not (about or names.search(passage.text)):
            continue
        if (told := _result(passage, passages[i + 1 : i + 3] if about else ())) is not None:
            yield told
        elif (linked := _linked(passage)) is not None:
            yield linked
        elif about and passage.component == Topic.SURVEY:
            says = say("Survei kepuasan hanya disebut; nilainya tidak tertulis.")
            yield Judged(Topic.SURVEY, Grade.NAMED, says, ((passage.label, ""),), None, "label_only")


def _result(passage: Passage, behind: Sequence[Passage]) -> Judged | None:
    """The value in a passage, with a period from it, from the headings above, or from the passages just behind it."""
    lines = [passage.label, *(b for b in passage.blocks if b.kind is not BlockKind.IMAGE and not is_link(b))]
    joined = "\n".join(b.text for b in lines)
    result = find_survey_result(joined)
    if result is None:
        return None
    block = _holding(lines, result)
    if block is None:
        return None
    if _AIMED.search(result.text) or _AIMED.search(block.text[: block.text.find(_last_words(result))]):
        says = say("Yang tertulis target kepuasan, bukan hasil survei.")
        return Judged(Topic.SURVEY, Grade.NAMED, says, ((block, _last_words(result)),), result, "target")
    around = [*lines, *(Block(BlockKind.TEXT, h, where="judul") for h in reversed(passage.trail))]
    around += [b for p in behind if p.own_line for b in (p.label, *p.blocks) if b.kind is not BlockKind.IMAGE]
    dated = next(((b, p) for b in (block, *around) for p in find_periods(b.text)), None)
    value = result.text if "\n" not in result.text else _ONE_LINE.sub(" ", result.text)
    if dated is None:
        says = say("Nilai survei kepuasan tertulis tanpa periode: {text}.", text=value[:150])
        return Judged(Topic.SURVEY, Grade.PARTIAL, says, ((block, _last_words(result)),), result, "no_period")
    told = replace(result, period=dated[1].text, year=dated[1].year)
    says = say("Hasil survei kepuasan tertulis: {text} ({period}).", text=value[:150], period=told.period)
    return Judged(Topic.SURVEY, Grade.CLEAR, says, ((block, _last_words(result)), (dated[0], dated[1].text)), told)


def _last_words(result: SurveyResult) -> str:
    """The value as written: the end of the words that hold it."""
    found = re.search(r"[\d.,]+$", result.text)
    return found.group() if found else result.text


def _holding(lines: Sequence[Block], result: SurveyResult) -> Block | None:
    number = re.compile(rf"(?<![\d.,]){re.escape(_last_words(result))}(?!\d)")
    whole = next((b for b in lines if result.text in b.text), None)
    return whole or next((b for b in lines if number.search(b.text)), None)


def _linked(passage: Passage) -> Judged | None:
    """A form to fill in, or a report to load down: something is there, but no value."""
    for block in passage.blocks:
        for link in block.links:
            words = link.text or block.text
            named = pattern("survey_names").search(f"{words} {passage.heading if len(words) < 40 else ''}")
            if not named or not link.url.startswith("http"):
                continue
            if _FILE.search(link.url) and pattern("report_words").search(f"{words} {passage.heading}"):
                says = say('Hasil survei hanya berupa tautan ("{text}"); nilainya tidak tertulis.', text=words[:100])
                return Judged(Topic.SURVEY, Grade.PARTIAL, says, ((block, words),), None, "link_only")
            if _FORM.search(link.url):
                says = say("Tersedia formulir survei kepuasan; hasilnya tidak tertulis.")
                return Judged(Topic.SURVEY, Grade.PARTIAL, says, ((block, words),), None, "form_only")
    return None
