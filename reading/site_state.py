"""Pages that are not the agency's own words: challenge, hacked, parked, error and login pages."""

from __future__ import annotations

import re

from model.reading import PageKind
from model.sentence import Sentence, say
from reading.gated import compiled
from reading.vocabulary import pattern

SHORT = 1_500
"""Characters: a page of these kinds says little else."""

_NOT_FOUND_TITLE = compiled(r"\b(?:404|not found|tidak ditemukan|page not found)\b", re.I)
_PASSWORD = compiled(r"\b(?:password|kata sandi|sandi|passwords)\b", re.I)


def state_of(title: str, text: str, main: str) -> tuple[PageKind, Sentence] | None:
    """The kind of a page that cannot be judged by its content, with a sentence why; None for ordinary pages.

    title: of the document. text: all its words. main: the words of its main content.
    """
    short = len(main) < SHORT
    if short and (found := _first("challenge_words", f"{title}\n{text[:SHORT]}")) and len(text) < 2 * SHORT:
        return PageKind.CHALLENGE, say('Halaman ini pemeriksaan keamanan ("{found}"), bukan isi situs.', found=found)
    if found := _hacked(title, text):
        return PageKind.HACKED, say('Halaman ini memuat teks asing ("{found}"); situs diduga disusupi.', found=found)
    if short and (found := _first("parked_words", f"{title}\n{text[:SHORT]}")):
        return PageKind.PARKED, say('Halaman ini halaman bawaan penyedia domain atau hosting ("{found}").', found=found)
    if short and (found := _error(title, main)):
        return PageKind.ERROR, say('Halaman ini menampilkan pesan kesalahan ("{found}").', found=found)
    if _login(main):
        return PageKind.LOGIN, say("Halaman ini halaman masuk; isinya tidak terbuka untuk umum.")
    return None


def _first(name: str, text: str) -> str:
    found = pattern(name).search(text)
    return " ".join(found.group().split()) if found else ""


def _hacked(title: str, text: str) -> str:
    """Gambling words in the title or many in the text. A single "judi online" may stand in a warning."""
    if found := _first("defaced_words", f"{title}\n{text[:SHORT]}"):
        return found
    gambling = pattern("gambling_words")
    in_title = gambling.findall(title)
    seen = {" ".join(m.lower().split()) for m in gambling.findall(text)}
    if (in_title and len(seen) >= 2) or len(seen) >= 4:
        return sorted(seen)[0]
    return ""


def _error(title: str, main: str) -> str:
    if found := _NOT_FOUND_TITLE.search(title):
        return found.group()
    if found := pattern("server_error_words").search(main[:SHORT]):
        return found.group()
    beginning = main[:300]
    if len(main) < 500 and (found := pattern("not_found_words").search(beginning)):
        return found.group() if found.group() != "oops" else ""
    return ""


def _login(main: str) -> bool:
    if len(main) > 700 or not _PASSWORD.search(main):
        return False
    return len({m.lower() for m in pattern("login_words").findall(main)}) >= 2
