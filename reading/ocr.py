"""Optical character recognition behind one interface: RapidOCR where installed, else tesseract where installed."""

from __future__ import annotations

import csv
import functools
import importlib.metadata
import importlib.util
import io
import re
import shutil
import subprocess
from collections.abc import Iterable
from typing import Any, Protocol

from PIL import Image, ImageOps

from reading.layout import Word

LEAST_SCORE = 0.5  # RapidOCR reports noise below this
_LEAST_CONFIDENCE = 30.0  # of 100, tesseract
_TESSERACT_SIDE = 1800  # pixels: tesseract reads posters badly below this
_THREADS = 2  # fixed, so that sums are made in the same order on every machine
_SECONDS = 60
# RapidOCR swallows narrow blanks: "15Menit", "WA:0812", "(0561)8174267", "MelayaniHari".
_GLUED = re.compile(
    r"(?<=\d)(?=(?:[A-Z]?[a-z]{3,}|[A-Z]{3,})\b)|(?<=[^\d]:)(?=\+?\d)|(?<=^:)(?=\+?\d)|(?<=\d\))(?=[\dA-Z])"
    r"|(?<=[a-z]{3})(?=[A-Z][a-z]{2,})(?!(?:App|Tube|Book)\b)"
)
_ADDRESS = re.compile(r"@|://|www\.|\w\.\w+\.\w|\.(?:id|com|net|org)\b", re.I)


def spaced(text: str) -> str:
    """A recognised line with the blanks put back that the engine swallowed; addresses are left as they are."""
    return " ".join(part if _ADDRESS.search(part) else _GLUED.sub(" ", part) for part in text.split())


class Ocr(Protocol):
    """An engine. name: with its version, kept with what it read."""

    name: str

    def recognise(self, picture: Image.Image) -> list[Word]:
        """Lines or words with their boxes in pixels of `picture` (RGB)."""


@functools.cache
def find_ocr() -> Ocr | None:
    """The best engine on this machine, or None."""
    if importlib.util.find_spec("rapidocr") and importlib.util.find_spec("onnxruntime"):
        return RapidOcr()
    return Tesseract() if shutil.which("tesseract") else None


class RapidOcr:
    """PP-OCR by ONNX. Its models come with the package; it needs no network."""

    def __init__(self) -> None:
        self.name = f"rapidocr {importlib.metadata.version('rapidocr')}"
        self._engine: Any = None

    def recognise(self, picture: Image.Image) -> list[Word]:
        import numpy

        if self._engine is None:
            self._engine = _rapid_engine()
        result = self._engine(numpy.asarray(picture)[:, :, ::-1])  # it expects blue, green, red
        if result.boxes is None or result.txts is None:
            return []
        found = zip(result.boxes, result.txts, result.scores, strict=True)
        return [_rapid_word(box, text, float(score)) for box, text, score in found if text.strip()]


def _rapid_engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.use_cls": False,  # the classifier turns wide upright lines upside down
            "Global.text_score": LEAST_SCORE,
            "Global.log_level": "critical",
            "EngineConfig.onnxruntime.intra_op_num_threads": _THREADS,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def _rapid_word(box: Any, text: str, score: float) -> Word:
    xs, ys = [float(p[0]) for p in box], [float(p[1]) for p in box]
    # A tilted line has a box higher than its type: the left side of the quadrilateral is as high as the type.
    height = min(abs(ys[3] - ys[0]), abs(ys[2] - ys[1])) or max(ys) - min(ys)
    middle = (min(ys) + max(ys)) / 2
    return Word(
        spaced(text),
        min(xs),
        middle - height / 2,
        max(xs),
        middle + height / 2,
        height,
        confidence=round(score, 3),
    )


class Tesseract:
    """The tesseract program with Indonesian, on an enlarged picture with stretched contrast."""

    def __init__(self) -> None:
        self.name = _tesseract_version()
        self._language = _tesseract_language()

    def recognise(self, picture: Image.Image) -> list[Word]:
        scale = max(_TESSERACT_SIDE / max(picture.size), 1.0)
        size = (round(picture.width * scale), round(picture.height * scale))
        grey = ImageOps.autocontrast(picture.convert("L").resize(size, Image.Resampling.LANCZOS))
        buffer = io.BytesIO()
        grey.save(buffer, "PNG", compress_level=1)
        command = ["tesseract", "stdin", "stdout", "-l", self._language, "--psm", "3", "tsv"]
        try:
            done = subprocess.run(command, input=buffer.getvalue(), capture_output=True, timeout=_SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return []
        return list(_tsv_words(done.stdout.decode("utf-8", "replace"), scale))


def _tesseract_version() -> str:
    done = subprocess.run(["tesseract", "--version"], capture_output=True, timeout=_SECONDS, check=False)
    first = (done.stdout or done.stderr).decode("utf-8", "replace").partition("\n")[0].strip()
    return first if first.startswith("tesseract") else "tesseract"


def _tesseract_language() -> str:
    done = subprocess.run(["tesseract", "--list-langs"], capture_output=True, timeout=_SECONDS, check=False)
    return "ind" if "ind" in done.stdout.decode("utf-8", "replace").split() else "eng"


def _tsv_words(table: str, scale: float) -> Iterable[Word]:
    for line in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (line.get("text") or "").strip()
        try:
            sure = float(line["conf"])
            left, top, width, height = (float(line[k]) / scale for k in ("left", "top", "width", "height"))
        except (KeyError, TypeError, ValueError):
            continue
        if text and sure >= _LEAST_CONFIDENCE:
            yield Word(text, left, top, left + width, top + height, height, confidence=round(sure / 100, 3))
