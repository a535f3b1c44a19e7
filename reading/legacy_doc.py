"""Formats from before 2007: RTF by striprtf, Word .doc by antiword or catdoc when the machine has them."""

from __future__ import annotations

import re
import resource
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

from striprtf.striprtf import rtf_to_text

from reading.passages import Heading, Piece, clean, paragraph, row

_PROGRAMS = (("antiword", "-m", "UTF-8.txt", "-w", "0", "-"), ("catdoc", "-d", "utf-8", "-w", "-"))
_SECONDS = 20
_CELLS = re.compile(r"\s*\|\s*")


class MissingReader(Exception):
    """No program on this machine reads the old Word format."""


def read_rtf_pieces(body: bytes) -> Iterator[Piece]:
    """The pieces of an RTF. Raises what striprtf raises for files that are none."""
    convert: Any = rtf_to_text  # it carries no types
    yield from _lines(str(convert(body.decode("latin-1"), errors="ignore")))


def read_doc_pieces(body: bytes) -> Iterator[Piece]:
    """The pieces of a .doc. Raises MissingReader without antiword and catdoc, ValueError when both fail on it."""
    programs = [command for command in _PROGRAMS if shutil.which(command[0])]
    if not programs:
        raise MissingReader
    for command in programs:
        try:
            done = subprocess.run(
                command,
                input=body,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
                preexec_fn=_allow_temporary_file,
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        text = done.stdout.decode("utf-8", "replace")
        if done.returncode == 0 and text.strip():
            yield from _lines(text)
            return
    raise ValueError("no program could read this .doc")


def _allow_temporary_file() -> None:
    """Both programs copy what they are piped into a temporary file, which the reader itself may not write."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


def _lines(text: str) -> Iterator[Piece]:
    """Lines as blocks; antiword and striprtf write the cells of a table row with "|" between them."""
    for number, line in enumerate(text.splitlines(), start=1):
        where = f"baris {number}"
        if line.count("|") >= 2 or (line.count("|") == 1 and line.rstrip().endswith("|")):
            cells = [clean(cell) for cell in _CELLS.split(line.strip().strip("|"))]
            if any(cells):
                yield row(cells, where)
        elif words := clean(line):
            heading = words.isupper() and 6 <= len(words) <= 100 and ": " not in words
            yield Heading(words, 2, where) if heading else paragraph(words, where)
