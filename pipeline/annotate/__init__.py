"""Annotation: English by spaCy, Russian by natasha; both end as one kind of `Doc` with one label set.

`as_spacy(doc, make_vocab())` is spaCy's `Doc` of either: `Matcher(made.vocab)` finds patterns in it, `displacy.render(made)` draws its trees.
"""

from pipeline.annotate.build import analysed_sentences, build_doc, feature, words
from pipeline.annotate.doc import Doc, Span, Token, make_doc
from pipeline.annotate.keep import decode_doc, encode_doc
from pipeline.annotate.letters import see_text
from pipeline.annotate.models import Models, annotate, annotator_of, find_sentences, load_models, name_sentences, parse_sentences
from pipeline.annotate.spacy_doc import as_spacy, from_spacy, make_vocab
from pipeline.annotate.tokens import Parsed, Sentence
from pipeline.annotate.vocabulary import load_vocabulary

__all__ = [
    "Doc",
    "Models",
    "Parsed",
    "Sentence",
    "Span",
    "Token",
    "analysed_sentences",
    "annotate",
    "annotator_of",
    "as_spacy",
    "build_doc",
    "decode_doc",
    "encode_doc",
    "feature",
    "find_sentences",
    "from_spacy",
    "load_models",
    "load_vocabulary",
    "make_doc",
    "make_vocab",
    "name_sentences",
    "parse_sentences",
    "see_text",
    "words",
]
