"""The pages of one sample site in one month: base folder, then what later months added, removed or moved."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from demo.province import FOLDER, Agency, State, load_province

MEDIA = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".pdf": "application/pdf",
}


@dataclass(frozen=True, slots=True)
class File:
    """A file as it is sent. tag: its ETag, made of the bytes alone."""

    body: bytes = field(repr=False)
    media: str
    tag: str


@dataclass(frozen=True, slots=True)
class Site:
    """All files of one agency in one month by path without the leading slash, e.g. "layanan/index.html"."""

    agency: Agency
    month: int
    state: State
    files: dict[str, File]


def build_site(agency: Agency, month: int) -> Site:
    """Read and render a site. The same month always gives the same bytes."""
    state = agency.state(month)
    layers = [folder for folder in _layers(agency, month) if folder.is_dir()]
    templates = Environment(
        loader=FileSystemLoader(layers[::-1]),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    paths = {path for folder in layers for path in _paths(folder)}
    files = {path: _file(templates, layers, path) for path in sorted(paths)}
    _change(agency, month, files)
    return Site(agency, month, state, files)


def _layers(agency: Agency, month: int) -> Iterator[Path]:
    root = FOLDER / "sites" / agency.id
    yield root / "base"
    for number in range(2, month + 1):
        yield root / f"month-{number}"


def _paths(folder: Path) -> Iterator[str]:
    """Files that are sent; a name that starts with "_" is a layout."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith((".", "_")):
            yield path.relative_to(folder).as_posix()


def _file(templates: Environment, layers: list[Path], path: str) -> File:
    media = MEDIA[Path(path).suffix]
    if path.endswith(".html"):
        body = templates.get_template(path).render().encode()
    else:
        body = next(folder / path for folder in layers[::-1] if (folder / path).is_file()).read_bytes()
    return File(body, media, hashlib.sha256(body).hexdigest()[:20])


def _change(agency: Agency, month: int, files: dict[str, File]) -> None:
    """Removals and moves of this month and those before. Raises KeyError when a path is not there."""
    for change in load_province().changes:
        if change.agency != agency.id or change.month > month:
            continue
        for path in change.remove:
            del files[path]
        for old, new in change.move:
            files[new] = files.pop(old)
