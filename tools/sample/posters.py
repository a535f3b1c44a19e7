"""Renders the sample posters with a local Chromium and makes them look scanned: turned, grainy, softly lit.

Run after changing posters/*.html: .venv/bin/python tools/sample/posters.py [chromium]. Needs Pillow and numpy.
The pictures are kept with the code because fonts differ between machines.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy
from PIL import Image, ImageFilter

HERE = Path(__file__).resolve().parent
OUT = HERE.parents[1] / "demo/sites/puskesmas-teluk-pandan/base/galeri"
POSTERS = {  # name: (width, height, degrees)
    "maklumat": (1080, 1400, 0.7),
    "rawat-jalan": (1080, 1520, -0.9),
    "surat-sehat": (1080, 1520, 1.2),
}


def render(browser: str, name: str, width: int, height: int) -> Image.Image:
    """One poster as the browser draws it."""
    with tempfile.TemporaryDirectory() as folder:
        shot = Path(folder) / "poster.png"
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={folder}"]
        size = f"--window-size={width},{height}"
        page = (HERE / "posters" / f"{name}.html").as_uri()
        subprocess.run([browser, *options, size, f"--screenshot={shot}", page], check=True, timeout=60)
        return Image.open(shot).convert("RGB")


def scan(picture: Image.Image, degrees: float, seed: int) -> Image.Image:
    """A poster as a cheap scanner sees it. The same seed gives the same grain."""
    turned = picture.rotate(degrees, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=(228, 226, 220))
    pixels = numpy.asarray(turned.filter(ImageFilter.GaussianBlur(0.6)), dtype=numpy.float32)
    light = numpy.linspace(0.93, 1.02, pixels.shape[1])[None, :, None]
    grain = numpy.random.default_rng(seed).normal(0, 5, pixels.shape[:2])[:, :, None]
    return Image.fromarray(numpy.clip(pixels * light + grain, 0, 255).astype(numpy.uint8))


def main() -> None:
    browser = sys.argv[1] if len(sys.argv) > 1 else "chromium"
    for seed, (name, (width, height, degrees)) in enumerate(POSTERS.items()):
        path = OUT / f"{name}.jpg"
        scan(render(browser, name, width, height), degrees, seed).save(path, quality=68, optimize=True)
        print(path, path.stat().st_size)


if __name__ == "__main__":
    main()
