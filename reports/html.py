"""The one Jinja environment of all HTML reports: always escaped, nothing undefined, nothing remote, no script.

Every string that a template prints passes `clean` and `mask` first, so no template can forget to hide a citizen's
number, to bound a stranger's text or to stop it from turning the writing around.
Words of the reports are msgids in Bahasa Indonesia; `_()` takes literals only, never data.
"""

from __future__ import annotations

import base64
import functools
import hashlib
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from model.sentence import Sentence
from reports import figures, links, reach_words, words
from reports.mask import mask
from reports.printable import clean

_TEMPLATES = Path(__file__).parent / "templates"

_POLICY = "default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
"""Content Security Policy, carried in the file itself: its own style sheet applies, nothing is fetched or run."""


def render(template: str, **values: Any) -> str:
    """One self-contained HTML file. Raises UndefinedError when the template asks for what was not given."""
    return _environment().get_template(template).render(policy=_policy(), **values)


@functools.cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_masked,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_null_translations(newstyle=True)  # type: ignore[attr-defined]  # the i18n extension adds it
    made.filters.update(
        {
            "http_url": lambda url: escape(links.http_url(url)),
            "jump": lambda proof: escape(links.jump(proof.url, proof.quote, proof.where, proof.medium)),
            "shown": lambda url, longest=90: escape(links.shown(url, longest)),
            "number": figures.number,
            "score": figures.score_words,
            "interval": figures.interval,
            "short_number": figures.short_number,
            "signed": figures.signed,
            "date": figures.date_words,
            "moment": figures.time_words,
            "period": figures.period_words,
            "verdict": words.VERDICTS.__getitem__,
            "verdict_short": words.VERDICTS_SHORT.__getitem__,
            "reach": reach_words.REACHES.__getitem__,
            "state": reach_words.NOT_AUDITED.__getitem__,
            "detail": reach_words.detail_words,
            "zone_detail": words.zone_detail,
            "why": words.WHYS.__getitem__,
            "resource": words.RESOURCES.__getitem__,
            "level": words.LEVELS.__getitem__,
            "page_kind": words.PAGE_KINDS.__getitem__,
            "component": words.COMPONENTS.__getitem__,
            "zone": words.zone_word,
            "note": words.note_words,
        }
    )
    return made


def _masked(value: Any) -> Any:
    if isinstance(value, Markup):  # already escaped by a macro or a link filter, which mask for themselves
        return value
    return mask(clean(str(value))) if isinstance(value, (str, Sentence)) else value


@functools.cache
def _policy() -> str:
    style = _environment().get_template("style.css").render()
    return _POLICY.format(digest=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode())
