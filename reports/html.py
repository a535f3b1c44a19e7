"""The one Jinja environment of all HTML reports: always escaped, nothing undefined, nothing remote, no script.

Every string that a template prints passes `clean` and `mask` first, so no template can forget to hide a citizen's
number, to bound a stranger's text or to stop it from turning the writing around.
Words of the reports are msgids in Bahasa Indonesia; `_()` takes literals only, never data.
"""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from model.sentence import Sentence
from reports import links, reach_words, words
from reports.language import INDONESIAN, Language
from reports.mask import mask
from reports.printable import clean

_TEMPLATES = Path(__file__).parent / "templates"

_POLICY = "default-src 'none'; style-src 'sha256-{digest}'; {more}base-uri 'none'; form-action 'none'"
"""Content Security Policy, carried in the file itself: its own style sheet applies, nothing is fetched or run."""


def render(template: str, language: Language = INDONESIAN, *, pictures: bool = False, **values: Any) -> str:
    """One self-contained HTML file. pictures: whether it holds pictures, as data of its own.

    Raises UndefinedError when the template asks for what was not given.
    """
    made = _environment(language).get_template(template)
    return made.render(policy=_policy(pictures), language=language, **values)


@functools.cache
def _environment(language: Language) -> Environment:
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=functools.partial(_printed, language),
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_callables(language.word, language.several, newstyle=True)  # type: ignore[attr-defined]  # by the i18n extension
    made.filters.update(_address_filters() | _figure_filters(language) | _word_filters(language))
    return made


Filters = dict[str, Callable[..., Any]]


def _address_filters() -> Filters:
    return {
        "http_url": lambda url: escape(links.http_url(url)),
        "jump": lambda proof: escape(links.jump(proof.url, proof.quote, proof.where, proof.medium)),
        "shown": lambda url, longest=90: escape(links.shown(url, longest)),
        "picture": escape,  # data of our own making, longer than any text that is printed
    }


def _figure_filters(language: Language) -> Filters:
    return {
        "number": language.number,
        "score": language.score,
        "interval": language.interval,
        "short_number": language.short_number,
        "signed": language.signed,
        "date": language.date,
        "moment": language.moment,
        "clock_time": language.time,
        "period": language.period,
        "period_short": language.period_short,
    }


def _word_filters(language: Language) -> Filters:
    word = language.word
    return {
        "word": word,
        "place": language.place,
        "verdict": lambda verdict: word(words.VERDICTS[verdict]),
        "verdict_short": lambda verdict: word(words.VERDICTS_SHORT[verdict]),
        "reach": lambda reach: reach_words.REACHES[reach].by(word),
        "state": lambda reach: reach_words.NOT_AUDITED[reach].by(word),
        "detail": lambda detail: word(reach_words.detail_words(detail)),
        "zone_detail": lambda zone, category, label: words.zone_detail(
            word(words.zone_word(zone)), category, word(label)
        ),
        "why": lambda why: word(words.WHYS[why]),
        "resource": lambda resource: word(words.RESOURCES[resource]),
        "level": lambda level: word(words.LEVELS[level]),
        "page_kind": lambda kind: word(words.PAGE_KINDS[kind]),
        "component": lambda topic: word(words.COMPONENTS[topic]),
        "zone": lambda zone: word(words.zone_word(zone)),
        "note": lambda note: words.note_words(note, word),
    }


def _printed(language: Language, value: Any) -> Any:
    if isinstance(value, Markup):  # already escaped by a macro or a link filter, which mask for themselves
        return value
    if isinstance(value, Sentence):
        return mask(clean(language.sentence(value)))
    return mask(clean(value)) if isinstance(value, str) else value


@functools.cache
def _policy(pictures: bool) -> str:
    style = _environment(INDONESIAN).get_template("style.css").render()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _POLICY.format(digest=digest, more="img-src data:; " if pictures else "")
