"""Pages that people have labelled: what a careful reader says that each of them publishes. Strangers' data.

A file of JSON lines, one labelled page or document a line; paths are relative to the folder of the file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from audit.unfit import Unfit
from model.reading import COMPONENTS, PageKind, Topic

Truth = bool | Literal["partial"]
"""Whether a citizen could act on a component. "partial" marks arguable cases, which are never scored."""

Medium = Literal["text", "image"]


class Row(BaseModel):
    """One line of the file as it stands. Keys that we do not use are left alone."""

    model_config = ConfigDict(strict=True, frozen=True)

    path: str
    kind: str
    page_kind: str
    components: dict[str, Truth]
    in_image_only: list[str] = []
    quotes: dict[str, str] = {}
    trap: str | None = None

    @field_validator("page_kind")
    @classmethod
    def _known_kind(cls, kind: str) -> str:
        return str(PageKind(kind))

    @field_validator("components")
    @classmethod
    def _all_components(cls, components: dict[str, Truth]) -> dict[str, Truth]:
        expected = {topic.value for topic in COMPONENTS}
        if components.keys() != expected:
            raise ValueError(f"komponen kurang atau tidak dikenal: {', '.join(sorted(components.keys() ^ expected))}")
        return components

    @field_validator("in_image_only")
    @classmethod
    def _known_components(cls, names: list[str]) -> list[str]:
        return [Topic(name).value for name in names]


@dataclass(frozen=True, slots=True)
class Label:
    """What people say of one page. path: as the file names it; file: the page itself, which exists.

    truth: for each of the eight components, in their order. in_pictures: components that only a picture holds.
    """

    path: str
    file: Path
    kind: str
    page_kind: PageKind
    truth: dict[Topic, Truth]
    in_pictures: frozenset[Topic]
    quotes: dict[Topic, str]
    trap: str = ""

    @property
    def hard(self) -> bool:
        """A page on which there is nothing to find (hard negative): every claim on it is false."""
        return not any(self.truth.values())

    def medium(self, topic: Topic) -> Medium:
        return "image" if self.kind == "image" or topic in self.in_pictures else "text"


def read_labels(path: Path) -> tuple[Label, ...]:
    """The labels of a file, in its order. Raises Unfit, with file and line, for the first that cannot be used."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Unfit(f"Berkas label “{path}” tidak dapat dibaca. Periksa nama berkas; isinya harus UTF-8.") from error
    lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not lines:
        raise Unfit(f"{path}: belum ada label. Isi satu objek JSON per baris.")
    seen: dict[str, int] = {}
    labels = []
    for n, line in lines:
        label = _label(path, n, line)
        if label.path in seen:
            raise Unfit(
                f"{path}:{n}: “{label.path}” sudah diberi label pada baris {seen[label.path]}. Hapus salah satu."
            )
        seen[label.path] = n
        labels.append(label)
    return tuple(labels)


def _label(path: Path, n: int, line: str) -> Label:
    try:
        row = Row.model_validate(json.loads(line))
    except ValidationError as error:
        raise Unfit(f"{path}:{n}: {_told(error)}") from error
    except (ValueError, RecursionError) as error:
        raise Unfit(f"{path}:{n}: baris ini bukan objek JSON ({error}). Perbaiki penulisannya.") from error
    folder = path.parent.resolve()
    file = (folder / row.path).resolve()
    if not file.is_relative_to(folder):
        raise Unfit(f"{path}:{n}: “{row.path}” berada di luar folder label. Pakai jalur di bawah folder itu.")
    if not file.is_file():
        raise Unfit(f"{path}:{n}: berkas “{row.path}” tidak ditemukan. Periksa kembali isian “path”.")
    return Label(
        row.path,
        file,
        row.kind,
        PageKind(row.page_kind),
        {topic: row.components[topic.value] for topic in COMPONENTS},
        frozenset(map(Topic, row.in_image_only)),
        {topic: row.quotes[topic.value] for topic in COMPONENTS if topic.value in row.quotes},
        row.trap or "",
    )


def _told(error: ValidationError) -> str:
    """The first mistake of a line as a sentence."""
    first = error.errors()[0]
    key = ".".join(str(part) for part in first["loc"] if isinstance(part, str) and part not in ("bool", "literal"))
    if first["type"] == "missing":
        return f"isian “{key}” belum ada. Tambahkan."
    reason = first["ctx"]["error"] if first["type"] == "value_error" else first["msg"]
    return f"isian “{key}” tidak sesuai ({reason}). Perbaiki isinya."
