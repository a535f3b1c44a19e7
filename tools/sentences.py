"""Every pattern that the code can say to readers of reports: found in the sources, those put together listed here.

A `say(...)` whose pattern is put together at run time, in a place that is not listed in COMPOSED, fails: so no sentence
can slip past the catalogues.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from audit.audited import NOT_A_HOME, REACH_SAYS
from audit.over_time import words as over_time_words
from checks import _components, _services, _unknown, address_hours_contact, pledge_substance, site_health
from reading import complaints

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("checks", "reading", "reports")
FILES = ("audit/score.py", "audit/audited.py")
FOLDERS = ("audit/over_time", "audit/standing", "audit/mentoring")
"""Of audit/, only what becomes part of a report; its messages to the command line stay Indonesian."""

SPEAKERS = {"say": 0, "lowered": 1, "general_answer": 3}
"""Functions that take a pattern, and where among their arguments."""

COMPOSED = {
    "checks/_components.py": "its components",
    "checks/_services.py": "its components",
    "checks/_topic.py": "what its callers hand it",
    "checks/_unknown.py": "its reasons",
    "checks/site_health.py": "its states",
    "reading/scalars.py": "a table inside a function",
    "reading/traps.py": "a table",
    "audit/audited.py": "its reasons",
    "audit/over_time/causes.py": "what could not be seen",
    "audit/over_time/regressions.py": "what is lost or less",
    "audit/standing/alike.py": "a constant",
    "audit/standing/confidence.py": "its parts",
    "audit/standing/rollup.py": "its parts",
}
"""Files that put patterns together, all of which `composed` lists."""


def patterns() -> set[str]:
    """All patterns of sentences, and the words of ours that fill them."""
    return {*spoken(), *composed(), *terms()}


def spoken() -> Iterator[str]:
    """Patterns that stand in the sources. Raises LookupError for one that is put together where none is expected."""
    for path in sources():
        name = path.relative_to(ROOT).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = dict(_constants(tree))
        for node in ast.walk(tree):
            argument = _pattern_of(node)
            if argument is None:
                continue
            found = constants.get(argument.id) if isinstance(argument, ast.Name) else _text(argument)
            if found is not None:
                yield found
            elif name not in COMPOSED:
                raise LookupError(f"{name}:{argument.lineno}: list the patterns that are put together here")


def sources() -> list[Path]:
    rooms = [path for room in (*ROOMS, *FOLDERS) for path in sorted((ROOT / room).rglob("*.py"))]
    return rooms + [ROOT / name for name in FILES]


def _pattern_of(node: ast.AST) -> ast.expr | None:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SPEAKERS):
        return None
    place = SPEAKERS[node.func.id]
    return node.args[place] if len(node.args) > place else None


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found = _text(node.value)
            if found is not None:
                yield node.targets[0].id, found


TABLES = (
    *("reading/scalars.py", "reading/traps.py"),
    *("audit/over_time/causes.py", "audit/over_time/regressions.py"),
)
"""Files whose patterns stand in tables or choices: every whole sentence in them counts."""


def composed() -> Iterator[str]:
    yield from _of_components()
    yield from _of_reasons()
    yield from site_health.TAKEN.values()
    yield from site_health.CERTIFICATES.values()
    for path in (
        "reading/scalars.py",
        "reading/traps.py",
        "audit/over_time/causes.py",
        "audit/over_time/regressions.py",
    ):
        yield from _sentences_in(ROOT / path)
    yield from _of_standing()


def _of_standing() -> Iterator[str]:
    """Confidence and roll-up put their sentences together from parts that may be there or not."""
    sure = (
        "Keyakinan {word}: {looked_at} dari {planned} alamat yang menjanjikan isi pelayanan dilihat; {certain}% dari "
        "seluruh poin sudah pasti"
    )
    pictures = "; {pictures}% dari poin yang diperoleh hanya terbaca dari gambar"
    taken = "; isi {taken_over} alamat diambil dari audit sebelumnya"
    yield from (sure + one + other + "." for one in ("", pictures) for other in ("", taken))
    mean = (
        "Cara menghitung: rata-rata indeks {count} lokus (perangkat daerah dan puskesmas bersama-sama), masing-masing "
        "dengan bobot sama; situs pemerintah daerah sendiri tidak ikut dihitung"
    )
    blind = ". {missing} lokus belum dapat dinilai: dihitung sebagai belum diketahui (0 sampai 100)"
    yield from (mean + ".", mean + blind + ".")
    yield from ("tinggi", "sedang", "rendah")


def _of_components() -> Iterator[str]:
    for name in _services.COMPONENT_NAMES.values():
        yield f"Belum ada {name} untuk layanan “{{service}}”."
        yield f"Belum ditemukan layanan dengan {name} di situs ini."
        yield f"{name[0].upper()}{name[1:]} belum ditemukan pada halaman ini."
        yield f"Belum dapat disimpulkan: dokumen ini tidak terbaca sebagai teks, mungkin memuat {name}."
        yield f"Belum dapat disimpulkan: gambar {{url}} tidak terbaca, mungkin memuat {name}."
        told = (
            f"{{met}} dari {{total}} layanan mencantumkan {name} dengan jelas, {{partly}} sebagian, {{missing}} belum"
        )
        named = "; {named} layanan lain hanya disebut namanya dan tidak ikut dihitung"
        for unknown in ("", ", {unknown} belum dapat disimpulkan"):
            yield told + unknown + "."
            yield told + unknown + named + "."


def _of_reasons() -> Iterator[str]:
    for reason in _unknown.REASONS.values():
        yield f"Belum dapat disimpulkan: halaman utama situs belum terbaca ({reason})."
        yield f"Belum dapat disimpulkan: alamat {{url}} belum terbaca ({reason})."
        yield f"Belum dapat disimpulkan: alamat {{url}} belum terbaca ({reason}), begitu pula {{others}} alamat lain."
    for reason in (*REACH_SAYS.values(), *NOT_A_HOME.values()):
        yield f"Belum dinilai: {reason}."
    yield from (reason for _, reason in _components.GUARDED.values())


def _sentences_in(path: Path) -> Iterator[str]:
    """Texts that are whole sentences: a capital or a brace first, a full stop last."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
            whole = text.endswith(".") or text.endswith("{why}")
            if whole and " " in text and not text[0].islower() and not _is_doc(text):
                yield text


def _is_doc(text: str) -> bool:
    """Docstrings are English; the field's sentences hold one of these words."""
    known = (" yang ", " hanya ", " ini ", " tertulis", " tidak ", " halaman ", " situs ")
    return not any(word in f" {text.lower()} " for word in known)


def terms() -> Iterator[str]:
    yield from over_time_words.CAUSE_WORDS.values()
    yield "Standar layanan"
    yield from address_hours_contact.ASKED.values()
    yield from pledge_substance.LACKING.values()
    yield from ("Visi", "misi", "Misi", "visi", "janji perbaikan", "kesediaan menerima sanksi", "dan", "belum selesai")
    yield from complaints._KINDS.values()
    yield from ("Persyaratan", "Prosedur", "Produk layanan", "Jangka waktu penyelesaian", "Biaya/tarif")
