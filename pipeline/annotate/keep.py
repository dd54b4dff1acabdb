"""Annotated articles as bytes, so that a run with other rules need not annotate them again."""

from __future__ import annotations

from hashlib import sha256

from spacy.tokens import DocBin
from spacy.vocab import Vocab

from pipeline.annotate.doc import Doc
from pipeline.annotate.spacy_doc import ATTRIBUTES, as_spacy, from_spacy

DIGEST = sha256().digest_size


def encode_doc(doc: Doc) -> bytes:
    """An annotated `Doc` with its sentences: a checksum, then spaCy's `DocBin` of one document, which is compressed. The vocabulary is gone with the call."""
    body = DocBin(attrs=ATTRIBUTES, docs=[as_spacy(doc, Vocab())]).to_bytes()  # type: ignore[arg-type]
    return sha256(body).digest() + body


def decode_doc(data: bytes, text: str) -> Doc | None:
    """The `Doc` that was encoded; None where the bytes are no longer those that were, or of another text."""
    if sha256(data[DIGEST:]).digest() != data[:DIGEST]:
        return None
    doc = from_spacy(next(DocBin().from_bytes(data[DIGEST:]).get_docs(Vocab())))
    return doc if doc.text == text else None
