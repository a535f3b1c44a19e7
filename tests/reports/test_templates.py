"""Laws of the templates, and of the file that they make: nothing unescaped, remote or runnable; readable colours."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

import reports
from crawler.reach import FAILURES
from model.evidence import Level, Reach, Resource, Why
from model.finding import Verdict
from model.reading import PRODUCT_COMPONENTS, PageKind
from reports import reach_words, words
from reports.agency import MOST_BYTES, render_agency
from reports.html import render
from reports.index import render_index
from tests.reports.sample import AUDIT, BLOCKED, HISTORY, INSTRUMENT, OVERVIEW, SCALE

TEMPLATES = sorted((Path(reports.__file__).parent / "templates").rglob("*.html"))
PAGES = {
    "agency": render_agency(AUDIT, INSTRUMENT, SCALE, HISTORY),
    "blocked": render_agency(BLOCKED, INSTRUMENT, SCALE),
    "index": render_index(OVERVIEW, INSTRUMENT, SCALE),
}


@pytest.fixture(params=PAGES)
def html(request: pytest.FixtureRequest) -> str:
    return PAGES[request.param]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_switches_escaping_off(template: Path) -> None:
    assert not re.search(r"\|\s*safe\b|autoescape|Markup", template.read_text())


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_only_literals_are_translated_because_msgids_are_not_escaped(template: Path) -> None:
    assert not re.search(r"""(?<![\w.])_\(\s*[^"'\s]""", template.read_text())


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_strangers_addresses_are_linked_with_rel_only(template: Path) -> None:
    for tag in re.findall(r"<a\b[^>]*href=\"\{\{[^>]*>", template.read_text()):
        assert 'rel="noopener noreferrer nofollow"' in tag or "row.href" in tag or "target.id" in tag


def test_an_undefined_name_is_an_error() -> None:
    with pytest.raises(Exception, match="undefined"):
        render("agency.html")


def test_the_policy_allows_its_own_style_sheet_and_nothing_else(html: str) -> None:
    tree = LexborHTMLParser(html)
    policy = tree.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_the_policy_comes_before_anything_that_it_governs(html: str) -> None:
    assert html.index("Content-Security-Policy") < html.index("<style>") < html.index("<body>")


def test_nothing_is_loaded_and_nothing_can_run(html: str) -> None:
    tree = LexborHTMLParser(html)
    assert tree.css("script, iframe, object, embed, img, link, form, base, video, audio, source, foreignObject") == []
    assert tree.css("[style], [onload], [onerror], [onclick], [src], [srcset], [ping]") == []
    assert not re.search(r"@import|url\(", html)


def test_it_is_small_and_names_its_language(html: str) -> None:
    assert len(html.encode()) < MOST_BYTES
    assert '<html lang="id">' in html


def test_no_colour_stands_alone(html: str) -> None:
    for tag in LexborHTMLParser(html).css(".tag, .reach, .cell"):
        assert tag.css("svg use")
        assert (tag.text() or "").strip()


def _palettes() -> dict[str, dict[str, str]]:
    css = (TEMPLATES[0].parent / "style.css").read_text()
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    light, dark, paper = (dict(re.findall(r"--([\w-]+): (#\w{6})", block)) for block in blocks)
    return {"light": light, "dark": light | dark, "print": light | paper}


def _luminance(colour: str) -> float:
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("palette", ["light", "dark", "print"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((ink, ground) for ink in ("ink", "soft", "accent") for ground in ("paper", "sheet", "quote")),
        *((ink, ground) for ink in ("met", "partly", "not", "unknown", "na") for ground in ("paper", "sheet")),
        *(("band-ink", f"{zone}-band") for zone in ("green", "yellow", "red", "none")),
    ],
)
def test_words_have_the_contrast_of_wcag_aa(palette: str, ink: str, ground: str) -> None:
    colours = _palettes()[palette]
    one, two = sorted((_luminance(colours[ink]), _luminance(colours[ground])))
    assert (two + 0.05) / (one + 0.05) >= 4.5


def test_every_technical_reason_of_a_failed_request_has_words() -> None:
    assert set(FAILURES) <= set(reach_words.DETAILS)


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("home_redirected:{lain}.test", "Halaman depan mengalihkan pembaca ke {lain}.test."),
        ("insecure_tls", "Situs belum memakai sambungan aman yang sah (HTTPS)."),
        ("baru:1", "baru:1"),
    ],
)
def test_notes_are_words(note: str, text: str) -> None:
    assert words.note_words(note) == text


def test_every_code_has_words() -> None:
    assert set(words.VERDICTS) == set(words.VERDICTS_SHORT) == set(Verdict)
    assert set(reach_words.REACHES) == set(Reach)
    assert set(words.WHYS) == set(Why)
    assert set(words.RESOURCES) == set(Resource)
    assert set(words.LEVELS) == set(Level)
    assert set(words.PAGE_KINDS) == set(PageKind)
    assert set(words.COMPONENTS) == set(PRODUCT_COMPONENTS)
