"""One row of targets.csv, checked before anything else is made of it: strangers' data enters here."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError, model_validator

from audit.address import AddressRefused, read_address
from audit.columns import find_confidence, find_level, level_in_name
from model.evidence import Level, Target
from model.sentence import Sentence, say


class CellRefused(ValueError):
    """A cell that cannot be used. says: why. remedy: what to type instead."""

    def __init__(self, says: Sentence, remedy: Sentence) -> None:
        super().__init__(str(says))
        self.says = says
        self.remedy = remedy


ID_LENGTH = 60
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")


def tidy(cell: str) -> str:
    """A cell as people see it: without control and invisible characters, white space folded, composed letters."""
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", cell))
    text = "".join(" " if c.isspace() or unicodedata.category(c) in ("Cc", "Cs") else c for c in text)
    return " ".join(text.split())


def make_id(name: str, parent: str = "") -> str:
    """An id for a row that has none, always the same one for the same name and parent.

    "Dinas Kesehatan" with parent "kota-ambon" gives "dinas-kesehatan-kota-ambon".
    """
    slug, owner = _slug(name), _slug(parent)
    if owner and owner not in slug:
        slug = f"{slug}-{owner}"
    if not _ID.fullmatch(slug) or len(slug) > ID_LENGTH:
        digest = hashlib.sha256(f"{name}\n{parent}".encode()).hexdigest()[:8]
        slug = f"{slug[: ID_LENGTH - 9].strip('-') or 'sasaran'}-{digest}"
    return slug


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))


def _id(text: str) -> str:
    if text and (not _ID.fullmatch(text) or len(text) > ID_LENGTH):
        raise CellRefused(
            say("Id {id} tidak dapat dipakai sebagai nama folder.", id=text[:80]),
            say("Pakai huruf kecil, angka dan tanda hubung, paling banyak {n} huruf; misalnya {id}.",
                n=ID_LENGTH, id=make_id(text)),
        )  # fmt: skip
    return text


def _level(text: Any) -> Level:
    found = text if isinstance(text, Level) else find_level(text)
    if found is None:
        raise CellRefused(
            say("Tingkat {level} tidak dikenal.", level=text[:80])
            if text
            else say("Tingkat pemerintahan belum diisi."),
            say("Isi dengan salah satu dari: {levels}.", levels=", ".join(Level)),
        )
    return found


def _confidence(text: str) -> str:
    found = find_confidence(text) if text else ""
    if found is None:
        raise CellRefused(
            say("Keyakinan {word} tidak dikenal.", word=text[:80]), say("Isi dengan tinggi, sedang atau rendah.")
        )
    return found


def _tags(text: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(t for t in (part.strip() for part in re.split(r"[;,|]", text)) if t))


def _text(at_most: int) -> StringConstraints:
    return StringConstraints(max_length=at_most)


class TargetRow(BaseModel):
    """The cells of a row by field, tidied. Errors carry sentences: see `refusals`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, BeforeValidator(_id)] = ""
    name: Annotated[str, StringConstraints(min_length=1, max_length=200)] = ""
    level: Annotated[Level, BeforeValidator(_level)]
    province: Annotated[str, _text(100)] = ""
    parent: Annotated[str, _text(200)] = ""
    unit_type: Annotated[str, _text(100)] = ""
    url: Annotated[str, BeforeValidator(read_address)]
    tags: Annotated[tuple[str, ...], BeforeValidator(_tags)] = ()
    confidence: Annotated[str, BeforeValidator(_confidence)] = ""
    note: Annotated[str, _text(5000)] = ""

    @model_validator(mode="before")
    @classmethod
    def _complete(cls, cells: dict[str, Any]) -> dict[str, Any]:
        """Take the level from the name, or from the government it belongs to, when its cell is empty."""
        name, parent = cells.get("name", ""), cells.get("parent", "")
        level = cells.get("level") or level_in_name(name) or level_in_name(parent) or ""
        return {**cells, "name": name, "level": level, "url": cells.get("url", "")}

    def to_target(self) -> Target:
        return Target(**(self.model_dump() | {"id": self.id or make_id(self.name, self.parent)}))


def refusals(error: ValidationError) -> list[tuple[str, Sentence, Sentence]]:
    """What is wrong with a row: field, why, and what to do."""
    return [_refusal(dict(fault)) for fault in error.errors(include_url=False)]


def _refusal(fault: Mapping[str, Any]) -> tuple[str, Sentence, Sentence]:
    field, context = str(fault["loc"][0]), fault.get("ctx", {})
    cause = context.get("error")
    if isinstance(cause, (CellRefused, AddressRefused)):
        return field, cause.says, cause.remedy
    if fault["type"] == "string_too_long":
        return field, say("Isi terlalu panjang."), say("Persingkat sampai {n} huruf.", n=context["max_length"])
    if fault["type"] == "string_too_short":
        return field, say("Nama instansi belum diisi."), say("Isi nama instansi.")
    raise AssertionError(f"a fault of a row without a sentence: {fault['type']}")
