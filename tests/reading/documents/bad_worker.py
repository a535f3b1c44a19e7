"""A worker that does what its document says: for tests of the sandbox. The body is the order."""

from __future__ import annotations

import os
import subprocess

from model.reading import Document, Source
from reading.worker import serve


def obey(source: Source) -> Document:
    order = source.body.decode()
    if order == "loop":
        while True:
            pass
    if order == "die":
        os._exit(9)
    if order == "print":
        print("a library that talks")
    if order == "eat":
        return Document("", "text", str(len(bytearray(1 << 34))), ())
    if order == "write":
        with open("/tmp/patuh-sandbox-test", "wb") as file:  # noqa: S108 - it must fail
            file.write(b"x")
    if order == "child":
        child = subprocess.Popen(["sleep", "600"], stdin=subprocess.DEVNULL)
        return Document("", "text", str(child.pid), ())
    return Document(source.capture.final_url, "text", f"{order} {os.getpid()}", ())


if __name__ == "__main__":
    serve(obey)
