"""A CSV file in any of the shapes that spreadsheets write, as records with the line numbers of the file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from model.sentence import Sentence, say


class NotCsv(Exception):
    """The file holds something else. says: what. remedy: how to get a CSV."""

    def __init__(self, says: Sentence, remedy: Sentence) -> None:
        super().__init__(str(says))
        self.says = says
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Record:
    """One row. line: where it begins, from 1. A quoted cell may hold line breaks, so rows and lines differ."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that could not be read."""

    line: int
    says: Sentence
    remedy: Sentence


@dataclass(frozen=True, slots=True)
class CsvText:
    """A decoded file. skip: lines before the first record (the "sep=" line of Excel)."""

    lines: tuple[str, ...]
    encoding: str
    separator: str
    skip: int


_LARGEST = 20 * 1024 * 1024  # bytes; a list of every public body in the country is far smaller
_MOST_BROKEN = 1000  # after so many the file is not a list

_SAVE_AS = say("Buka berkas itu di Excel atau LibreOffice, lalu simpan sebagai CSV (CSV UTF-8).")
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "buku kerja Excel (.xlsx) atau berkas ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "buku kerja Excel lama (.xls)"),
    (b"%PDF-", "dokumen PDF"),
    (b"\x1f\x8b", "berkas terkompres (gzip)"),
    (b"\x89PNG", "gambar"),
    (b"\xff\xd8\xff", "gambar"),
    (b"{\\rtf", "dokumen RTF"),
)
_HTML = re.compile(r"\s*(<\?xml|<!doctype|<!--|<html|<head|<body|<meta|<table|<div|<style)", re.IGNORECASE)
_SEP_LINE = re.compile(r'"?sep=(.)"?[;,\t\s]*', re.IGNORECASE | re.DOTALL)
_SEPARATORS = (";", ",", "\t", "|")


def read_csv(body: bytes, recognise: Callable[[tuple[str, ...]], int]) -> CsvText:
    """Decode the file and find its separator. Raises NotCsv.

    recognise: how many cells of a row are known column names; the separator that shows most of them is right.
    """
    _refuse_others(body)
    text, encoding = _decode(body)
    text = text.removeprefix("\ufeff")  # a second mark, from a file that was converted twice
    if _HTML.match(text):
        raise NotCsv(say("Berkas ini halaman web (HTML) atau XML yang diberi nama CSV."), _SAVE_AS)
    lines = tuple(io.StringIO(text, newline=""))  # \n, \r\n and \r all end a line, and stay as they are
    told = _SEP_LINE.fullmatch(lines[0]) if lines else None
    if told:
        return CsvText(lines, encoding, told[1], 1)
    return CsvText(lines, encoding, _find_separator(lines, recognise), 0)


def records(text: CsvText) -> Iterator[Record | Broken]:
    """The rows of the file. A row that cannot be read is told, and reading goes on at the line after its first."""
    start, broken = text.skip, 0
    while start < len(text.lines) and broken < _MOST_BROKEN:
        reader = csv.reader(
            (text.lines[i] for i in range(start, len(text.lines))), delimiter=text.separator, strict=True
        )
        row = start
        try:
            for cells in reader:
                yield Record(row + 1, tuple(cells))
                row = start + reader.line_num
            return
        except csv.Error as error:
            yield _broken(row + 1, str(error))
            start, broken = row + 1, broken + 1


def _broken(line: int, detail: str) -> Broken:
    if "field limit" in detail:
        return Broken(
            line,
            say("Ada isi yang lebih panjang dari {n} huruf.", n=csv.field_size_limit()),
            say("Periksa tanda kutip di baris ini; mungkin ada yang dibuka tetapi tidak ditutup."),
        )
    if "unexpected end" in detail:
        return Broken(
            line,
            say("Tanda kutip yang dibuka di baris ini tidak pernah ditutup."),
            say('Tambahkan tanda kutip penutup ("), atau hapus pembukanya.'),
        )
    return Broken(
        line,
        say("Tanda kutip di baris ini tidak berpasangan."),
        say('Tulis tanda kutip di dalam isi sebagai dua tanda kutip (""), atau hapus.'),
    )


def _refuse_others(body: bytes) -> None:
    if len(body) > _LARGEST:
        raise NotCsv(
            say("Berkas terlalu besar: {n} MB.", n=len(body) // (1024 * 1024)),
            say("Pecah daftar menjadi beberapa berkas di bawah {n} MB.", n=_LARGEST // (1024 * 1024)),
        )
    for magic, name in _MAGIC:
        if body.startswith(magic):
            raise NotCsv(say("Berkas ini {kind}, bukan CSV.", kind=name), _SAVE_AS)


def _decode(body: bytes) -> tuple[str, str]:
    """The text and the name of its encoding: as its byte order mark says, else UTF-8 if it fits, else Windows-1252."""
    if body.startswith(b"\xef\xbb\xbf"):
        return body[3:].decode("utf-8", "replace"), "utf-8-sig"
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16", "replace"), "utf-16"
    head = body[:4096]
    for name, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if zeros and zeros.count(0) > len(zeros) // 2:
            return body.decode(name, "replace"), name
    try:
        return body.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace"), "cp1252"


def _find_separator(lines: tuple[str, ...], recognise: Callable[[tuple[str, ...]], int]) -> str:
    def known(separator: str) -> tuple[int, int]:
        rows = islice(records(CsvText(lines[:30], "", separator, 0)), 20)
        seen = [row.cells for row in rows if isinstance(row, Record)]
        return max((recognise(cells) for cells in seen), default=0), max(map(len, seen), default=0)

    return max(_SEPARATORS, key=known)  # the first of equals
