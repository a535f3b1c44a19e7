"""A Document as bytes, for the pipe between a worker and its parent.

What comes from a worker may be anything: msgspec checks the kind of every value on its way in.
"""

from __future__ import annotations

import msgspec

from model.codec import from_json, to_json
from model.reading import Document

_DECODER = msgspec.msgpack.Decoder(Document)
_ENCODER = msgspec.msgpack.Encoder()


def pack(document: Document) -> bytes:
    """The bytes that `unpack` reads. Halves of letters, which no UTF-8 can hold, become question marks."""
    try:
        return _ENCODER.encode(document)
    except UnicodeEncodeError:
        return _ENCODER.encode(from_json(Document, to_json(document).encode("utf-8", "replace").decode()))


def unpack(packed: bytes) -> Document:
    """The inverse. Raises ValueError when the bytes are no such document."""
    try:
        return _DECODER.decode(packed)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(f"this is no packed document: {error}") from error
