"""A file that cannot be read ends with one clear sentence and no table of guesses."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from audit.commands import run_inspect
from audit.unread import WHY, reasons
from audit.words import word

WIDE = 20_000  # pixels


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", " " * 300_000_000)
    return packed.getvalue()


def picture() -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", WIDE, WIDE, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def large() -> bytes:
    return b"<html><body><h1>Standar</h1>" + b"<p>kata</p>" * 800_000


@pytest.mark.parametrize(
    ("name", "body", "problem"),
    [("bom.docx", bomb, "zip_bomb"), ("poster.png", picture, "too_many_pixels"), ("besar.html", large, "too_large")],
)
def test_a_file_that_is_not_read_says_why(tmp_path: Path, capsys, name, body, problem) -> None:
    path = tmp_path / name
    path.write_bytes(body())
    assert run_inspect(str(path), as_json=False, root=None, hosts=None) == 0
    said = "".join(capsys.readouterr().out.split())
    assert said == "".join(f"{path}: {WHY[problem]}".split())


def test_a_file_that_is_read_in_part_says_so_below_its_table(tmp_path: Path, capsys) -> None:
    path = tmp_path / "kosong.txt"
    path.write_bytes(b" ")
    run_inspect(str(path), as_json=False, root=None, hosts=None)
    assert WHY["empty"] in capsys.readouterr().out


def test_every_reason_has_its_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATUH_LANG", "en")
    assert [sentence for sentence in reasons(WHY) if word(sentence) == sentence] == []
