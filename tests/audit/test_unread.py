"""A file that cannot be read ends with one clear sentence and no table of guesses."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.commands import run_inspect
from audit.unread import WHY, reasons
from audit.words import word
from tests.reading.documents.files import docx_bomb, huge_png


def large() -> bytes:
    return b"<html><body><h1>Standar</h1>" + b"<p>kata</p>" * 800_000


@pytest.mark.parametrize(
    ("name", "body", "problem"),
    [
        ("bom.docx", docx_bomb, "zip_bomb"),
        ("poster.png", lambda: huge_png(20_000), "too_many_pixels"),
        ("besar.html", large, "too_large"),
    ],
    ids=["bomb", "picture", "page"],
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
