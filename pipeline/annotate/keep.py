"""Annotated articles as bytes, so that a run with other rules need not annotate them again."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from pipeline.annotate.doc import Doc, Span

DIGEST = sha256().digest_size


def encode_doc(doc: Doc) -> bytes:
    """An annotated `Doc` with its sentences: a checksum, then its columns as compressed JSON."""
    told = {"columns": columns_of(doc), "sentences": [(span.start, span.end, span.label_) for span in doc.sentences]}
    body = zlib.compress(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode())
    return sha256(body).digest() + body


def decode_doc(data: bytes, text: str) -> Doc | None:
    """The `Doc` that was encoded; None where the bytes are no longer those that were, or of another text."""
    if sha256(data[DIGEST:]).digest() != data[:DIGEST]:
        return None
    told: Mapping[str, Any] = json.loads(zlib.decompress(data[DIGEST:]))
    doc = Doc(**told["columns"])
    if doc.text != text:
        return None
    doc.sentences = [Span(doc, start, end, label) for start, end, label in told["sentences"]]
    return doc


def columns_of(doc: Doc) -> dict[str, Sequence[Any]]:
    """What a `Doc` is made of, as its constructor takes it."""
    return {
        "words": [token.text for token in doc],
        "spaces": [bool(token.whitespace_) for token in doc],
        "pos": [token.pos_ for token in doc],
        "lemmas": [token.lemma_ for token in doc],
        "morphs": [str(token.morph) for token in doc],
        "heads": [token.head.i for token in doc],
        "deps": [token.dep_ for token in doc],
        "ents": [f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "" for token in doc],
    }
