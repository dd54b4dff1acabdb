"""Annotated articles as bytes, so that a run with other rules need not annotate them again."""

from __future__ import annotations

from hashlib import sha256

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

ATTRIBUTES = ("HEAD", "POS", "DEP", "LEMMA", "MORPH", "ENT_IOB", "ENT_TYPE")
DIGEST = sha256().digest_size


def encode_doc(doc: Doc) -> bytes:
    """An annotated `Doc` with its sentences: a checksum, then spaCy's `DocBin`, which is compressed."""
    body = DocBin(attrs=ATTRIBUTES, docs=[doc]).to_bytes()
    return sha256(body).digest() + body


def decode_doc(data: bytes, text: str, vocab: Vocab) -> Doc | None:
    """The `Doc` that was encoded; None where the bytes are no longer those that were, or of another text."""
    if sha256(data[DIGEST:]).digest() != data[:DIGEST]:
        return None
    doc = next(iter(DocBin().from_bytes(data[DIGEST:]).get_docs(vocab)))
    return doc if doc.text == text else None
