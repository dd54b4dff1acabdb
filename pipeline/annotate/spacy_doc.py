"""A light `Doc` as spaCy's, and back, for what is made for these: Matcher, displaCy and DocBin."""

from __future__ import annotations

import numpy as np
from spacy.lang.xx import MultiLanguage
from spacy.strings import StringStore
from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Span as SpacySpan
from spacy.vocab import Vocab, create_vocab

from pipeline.annotate.doc import Doc, Span, make_doc
from pipeline.annotate.english import Strings

SENTENCES = "sentences"  # key of doc.spans
ATTRIBUTES: list[int | str] = ["HEAD", "POS", "DEP", "LEMMA", "MORPH", "ENT_IOB", "ENT_TYPE"]
IOB = {"": 0, "I": 1, "O": 2, "B": 3}  # spaCy's numbers


def make_vocab() -> Vocab:
    """An empty vocabulary of words of any language that tells their lexical attributes: LOWER, SHAPE, IS_PUNCT, LIKE_NUM."""
    return create_vocab("xx", MultiLanguage.Defaults)


def as_spacy(doc: Doc, vocab: Vocab) -> SpacyDoc:
    """The same text, tokens, trees and names; `spans["sentences"]` are the analysed sentences, each labelled with its language.

    A vocabulary forgets no word: for many documents take a new one (`make_vocab`) now and then. Keys are handed over in place of words, which spaCy
    would look up one by one.
    """
    made = SpacyDoc(vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])
    if len(doc):
        made.from_array(ATTRIBUTES, _columns(doc, vocab.strings))  # type: ignore[arg-type]
    made.spans[SENTENCES] = [SpacySpan(made, span.start, span.end, label=span.label_) for span in doc.sentences]
    return made


def _columns(doc: Doc, strings: StringStore) -> np.ndarray[tuple[int, ...], np.dtype[np.uint64]]:
    """A row for each token, in the order of `ATTRIBUTES`."""
    rows = [(t.head.i - t.i, t.pos_, t.dep_, t.lemma_, str(t.morph), IOB[t.ent_iob_], t.ent_type_) for t in doc]
    offsets, *told, iob, labels = zip(*rows, strict=True)
    keys = {word: strings.add(word) for word in {*labels, *(word for column in told for word in column)}}
    columns = np.empty((len(rows), len(ATTRIBUTES)), np.uint64)
    columns[:, 0] = np.array(offsets).astype(np.uint64)
    for k, column in enumerate(told, 1):
        columns[:, k] = [keys[word] for word in column]
    columns[:, 5] = iob
    columns[:, 6] = [keys[word] for word in labels]
    return columns


def from_spacy(doc: SpacyDoc) -> Doc:
    """The light `Doc` of one that `as_spacy` made, or that has such columns."""
    strings, names = Strings(doc.vocab.strings), {number: name for name, number in IOB.items()}
    columns = doc.to_array([*ATTRIBUTES, "ORTH", "SPACY"]).astype("int64")
    offsets, pos, deps, lemmas, morphs, iob, labels, words, spaces = columns.T.tolist()
    made = make_doc(
        [strings[key] for key in words],
        spaces=[bool(space) for space in spaces],
        pos=[strings[key] for key in pos],
        lemmas=[strings[key] for key in lemmas],
        morphs=[strings[key] for key in morphs],
        heads=[i + offset for i, offset in enumerate(offsets)],
        deps=[strings[key] for key in deps],
        ents=[f"{names[number]}-{strings[label]}" if label else "" for number, label in zip(iob, labels, strict=True)],
    )
    made.sentences = [Span(made, span.start, span.end, span.label_) for span in doc.spans.get(SENTENCES, ())]
    return made
