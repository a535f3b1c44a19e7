"""The door for untrusted documents: bytes in, sections out, always through a killable subprocess."""

from __future__ import annotations

from dataclasses import replace

from model.reading import Document, Source
from reading import sniff
from reading.readers import medium_of
from reading.sandbox import MIB, Limits, Sandbox

_TEXT = Sandbox(Limits(seconds=60, cpu_seconds=20, memory=1536 * MIB))
# OCR has a worker of its own: its models take about 700 MB, which readers of text should not carry.
_PICTURES = Sandbox(Limits(seconds=600, cpu_seconds=200, memory=6144 * MIB), module="reading.picture_worker")


def read_document(source: Source) -> Document:
    """The sections of a kept page, PDF, Office file, text, JSON or picture.

    Never raises for what the bytes hold; `Document.problems` tells what could not be read: "too_large", "encrypted",
    "broken", "no_text_layer", "legacy_doc", "ocr_missing", "too_many_pixels", "media_mismatch", "zip_bomb",
    "too_slow", "too_much_memory", "crashed", "unsupported", "empty". Safe to call from several threads.
    Raises ReaderMissing where no worker starts.
    """
    media = sniff.sniff(source.body)
    medium = medium_of(media)
    if medium == "image":
        return _PICTURES.read(source, medium)
    document = _TEXT.read(source, medium)
    if "no_text_layer" not in document.problems:
        return document
    return _with_pictures(source, document)


def _with_pictures(source: Source, document: Document) -> Document:
    """A PDF with scanned pages, read again with OCR. If that fails, what the text layer gave is kept."""
    recognised = _PICTURES.read(source, document.medium)
    if recognised.sections or not document.sections:
        return recognised
    return replace(document, problems=tuple(dict.fromkeys([*document.problems, *recognised.problems])))


def start_reader() -> None:
    """Start the worker for texts, unless it runs. Raises ReaderMissing where none starts."""
    _TEXT.start()


def close() -> None:
    """End the workers. The next document starts new ones."""
    _TEXT.close()
    _PICTURES.close()
