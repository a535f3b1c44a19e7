"""The inside of the sandbox for pictures: as reading.worker, with the scanned pages of PDFs recognised."""

from __future__ import annotations

from functools import partial

from reading.readers import load, read_here
from reading.worker import serve

if __name__ == "__main__":
    load()
    serve(partial(read_here, scans=True))
