"""Annotation: English by spaCy, Russian by natasha; both end as one kind of spaCy `Doc` with one label set."""

from pipeline.annotate.build import analysed_sentences, build_doc, feature, words
from pipeline.annotate.models import Models, annotate, annotate_sentences, annotator_of, find_sentences, load_models

__all__ = [
    "Models",
    "analysed_sentences",
    "annotate",
    "annotate_sentences",
    "annotator_of",
    "build_doc",
    "feature",
    "find_sentences",
    "load_models",
    "words",
]
