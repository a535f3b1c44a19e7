"""The evidence pack: complete, checkable, and harmless however hostile the kept pages are."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from warcio.archiveiterator import ArchiveIterator

from model.audit import Audit
from model.codec import from_json
from model.evidence import Evidence
from reports.pack_files import kept_name, mark_name, view_name
from reports.pack_view import view_of
from reports.pack_zip import MANIFEST, check_pack
from reports.wacz import surt, write_wacz
from tests.reports.beside_sample import picture
from tests.reports.browsing import Watch
from tests.reports.evidence_sample import (
    AUDIT_WITH_PROOF,
    BODIES,
    CAPTURES,
    EVIDENCE,
    HOSTILE,
    PAGE,
    PLEDGE,
    packed,
)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "pack.zip"
    path.write_bytes(packed())
    return path


def read(pack: Path, name: str) -> str:
    with zipfile.ZipFile(pack) as opened:
        return opened.read(name).decode()


def rewrite(pack: Path, change: Callable[[str, bytes], bytes | None], **added: bytes) -> None:
    """The pack anew, with some files changed, left out (None) or added."""
    with zipfile.ZipFile(pack) as old:
        files = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(pack, "w") as new:
        for name, body in files.items():
            changed = change(name, body)
            if changed is not None:
                new.writestr(name, changed)
        for name, body in added.items():
            new.writestr(name, body)


def test_a_fresh_pack_is_sound(pack: Path) -> None:
    found = check_pack(pack)
    assert found.sound
    assert found.files == len(zipfile.ZipFile(pack).namelist()) - 1
    assert found.digest == hashlib.sha256(read(pack, MANIFEST).encode()).hexdigest()


def test_the_same_audit_gives_the_same_pack() -> None:
    assert packed() == packed()


def test_it_holds_the_very_nouns_and_bytes(pack: Path) -> None:
    assert from_json(Audit, read(pack, "audit.json")) == AUDIT_WITH_PROOF
    assert from_json(Evidence, read(pack, "evidence.json")) == EVIDENCE
    with zipfile.ZipFile(pack) as opened:
        assert opened.read(kept_name(CAPTURES[0])) == PAGE


def test_an_altered_byte_is_found(pack: Path) -> None:
    name = kept_name(CAPTURES[0])
    rewrite(pack, lambda n, body: body.replace(b"sanggup", b"Sanggup") if n == name else body)
    assert check_pack(pack).altered == (name,)


def test_a_missing_and_an_added_file_are_found(pack: Path) -> None:
    rewrite(pack, lambda n, body: None if n == "report.json" else body, tambahan=b"x")
    found = check_pack(pack)
    assert (found.missing, found.unlisted) == (("report.json",), ("tambahan",))
    assert not found.sound


def test_a_manifest_that_was_mended_has_another_digest(pack: Path) -> None:
    before = check_pack(pack).digest
    new = b"{ }\n"
    line = f"{hashlib.sha256(new).hexdigest()}  report.json"

    def forge(name: str, body: bytes) -> bytes:
        if name == "report.json":
            return new
        if name == MANIFEST:
            return b"".join(
                line.encode() + b"\n" if row.endswith(b"  report.json") else row + b"\n" for row in body.splitlines()
            )
        return body

    rewrite(pack, forge)
    assert check_pack(pack).sound
    assert check_pack(pack).digest != before


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 torn", b"<html>", packed()[:900]])
def test_what_is_no_pack_is_told_apart(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(content)
    assert check_pack(path).broken


def test_pages_are_kept_with_an_ending_that_nothing_runs(pack: Path) -> None:
    names = zipfile.ZipFile(pack).namelist()
    assert kept_name(CAPTURES[1]).endswith(".html.txt")
    runnable = [n for n in names if n.startswith("kept/") and not n.endswith((".txt", ".png", ".jpg", ".pdf"))]
    assert runnable == []


def test_only_digests_become_names() -> None:
    with pytest.raises(ValueError, match="not a digest"):
        view_name("../../etc/passwd")


def test_the_quoted_words_are_marked_across_tags_and_white_space(pack: Path) -> None:
    tree = LexborHTMLParser(read(pack, view_name(CAPTURES[0].digest)))
    marked = " ".join(" ".join(node.text().split()) for node in tree.css("mark"))
    assert marked == PLEDGE


def test_a_quote_that_is_not_there_is_said_to_be_absent() -> None:
    view = view_of("satu\ndua", ("dua", "tiga"))
    assert view.absent == ("tiga",)
    assert [piece.text for line in view.lines for piece in line if piece.marked] == ["dua"]


def test_a_marked_place_lies_in_the_pack_and_is_linked(tmp_path: Path) -> None:
    shown = picture()
    pack = tmp_path / "pack.zip"
    pack.write_bytes(packed(pictures={(CAPTURES[2].digest, "Alur layanan"): shown}))
    name = mark_name(CAPTURES[2].digest, "Alur layanan")
    with zipfile.ZipFile(pack) as opened:
        assert opened.read(name) == shown.jpeg
    assert f'href="{name}"' in read(pack, "index.html")


def test_bytes_that_are_gone_are_named_and_do_not_stop_the_pack(pack: Path) -> None:
    assert "salinannya sudah tidak ada" in read(pack, "index.html")


@pytest.mark.browser
def test_nothing_in_an_unpacked_pack_runs_or_calls_out(pack: Path, tmp_path: Path, watch: Watch) -> None:
    folder = tmp_path / "unpacked"
    with zipfile.ZipFile(pack) as opened:
        opened.extractall(folder)
    pages = sorted(folder.rglob("*.html"))
    assert len(pages) >= 5
    for page in pages:
        assert watch.open(page) == [], page.name
    assert watch.open(folder / kept_name(CAPTURES[1])) == []


def test_the_web_archive_holds_each_kept_page_once() -> None:
    out = io.BytesIO()
    assert write_wacz(out, EVIDENCE, BODIES.__getitem__) == 4
    with zipfile.ZipFile(out) as archive:
        warc = archive.read("archive/data.warc.gz")
        index = archive.read("indexes/index.cdx").decode().splitlines()
        package = json.loads(archive.read("datapackage.json"))
        for told in package["resources"]:
            assert told["hash"] == "sha256:" + hashlib.sha256(archive.read(told["path"])).hexdigest()
    assert len(index) == 4
    assert index == sorted(index)
    for line in index:
        told = json.loads(line.split(" ", 2)[2])
        piece = io.BytesIO(warc[int(told["offset"]) : int(told["offset"]) + int(told["length"])])
        record = next(iter(ArchiveIterator(piece)))
        body = record.content_stream().read()
        assert record.rec_headers.get_header("WARC-Target-URI") == told["url"]
        assert "sha256:" + hashlib.sha256(body).hexdigest() == told["digest"]


def test_the_same_evidence_gives_the_same_web_archive() -> None:
    one, two = io.BytesIO(), io.BytesIO()
    write_wacz(one, EVIDENCE, BODIES.__getitem__)
    write_wacz(two, EVIDENCE, BODIES.__getitem__)
    assert one.getvalue() == two.getvalue()
    assert HOSTILE in BODIES.values()


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.Contoh.go.id/Layanan/", "id,go,contoh)/layanan"),
        ("https://contoh.go.id/", "id,go,contoh)/"),
        ("http://a.test:8080/x?b=2&a=1", "test,a:8080)/x?a=1&b=2"),
    ],
)
def test_addresses_sort_as_replay_tools_look_them_up(url: str, key: str) -> None:
    assert surt(url) == key
