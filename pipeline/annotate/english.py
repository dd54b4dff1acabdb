"""The one file that meets spaCy's English model: sentences in, words with Universal Dependencies out."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate.ruler import remember_rules
from pipeline.annotate.tokens import CleanText, Clock, Parsed, Sentence, Token, clean_text, repair_heads, with_names
from pipeline.annotate.universal import to_universal

BATCH = 32
NAMES = ["ner"]  # what finds names; it needs nothing of what the other components find
KNOWN = 100_000  # words whose possible lemmas are kept

LABELS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "NORP": "NORP", "FAC": "FAC", "EVENT": "EVENT"}


class EnglishAnnotator:
    """Holds a loaded spaCy model."""

    def __init__(self, nlp: Language) -> None:
        self.clock = Clock()
        self.nlp = nlp
        self._tables = {name: nlp.get_pipe("lemmatizer").lookups.get_table(name) for name in ("lemma_rules", "lemma_exc")}  # type: ignore[attr-defined]
        self.possible_lemmas = lru_cache(KNOWN)(self._possible_lemmas)

    def parse(self, text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Parsed]:
        """One sentence a span, each parsed on its own."""
        spans = list(spans)
        cleaned = [clean_text(text[start:end], start) for start, end in spans]
        with self.clock.running():
            docs = list(self.nlp.pipe((c.text for c in cleaned), batch_size=BATCH, disable=NAMES))
        for (start, end), clean, doc in zip(spans, cleaned, docs, strict=True):
            yield Parsed(Sentence(start, end, "en", tuple(_tokens(doc, clean))), doc)

    def name(self, parsed: Iterable[Parsed]) -> Iterator[Sentence]:
        """The sentences with the names in them."""
        parsed = list(parsed)
        with self.clock.running():
            docs = list(self.nlp.get_pipe("ner").pipe((p.source for p in parsed), batch_size=BATCH))  # type: ignore[attr-defined]
        yield from (with_names(p.sentence, _names(doc)) for p, doc in zip(parsed, docs, strict=True))

    def _possible_lemmas(self, word: str) -> frozenset[str]:
        """All that the lemmatizer may make of a word, whatever part of speech it is taken for; lower-case."""
        word = word.lower()
        endings = (ending for rules in self._tables["lemma_rules"].values() for ending in rules)
        stripped = (word.removesuffix(old) + new for old, new in endings if word.endswith(old))
        exceptions = (lemma for known in self._tables["lemma_exc"].values() for lemma in known.get(word, ()))
        return frozenset((word, *stripped, *exceptions))


def _tokens(doc: Doc, clean: CleanText) -> Iterator[Token]:
    heads, deps = repair_heads(*to_universal([t.head.i for t in doc], [t.dep_ for t in doc], [t.pos_ for t in doc]))
    for token, head, dep in zip(doc, heads, deps, strict=True):
        start, end = clean.span(token.idx, token.idx + len(token))
        yield Token(start, end, token.lemma_.lower(), token.pos_, str(token.morph), head, dep)


def _names(doc: Doc) -> Iterator[str]:
    for token in doc:
        label = LABELS.get(token.ent_type_, "")
        yield f"{token.ent_iob_}-{label}" if label else ""


def load_english(path: str) -> EnglishAnnotator:
    """The model in the folder or package `path` (already verified)."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")  # md 3.7.1 loads on spaCy 3.8: checked by the tests
        nlp = spacy.load(path, exclude=["senter"])
    if nlp.has_pipe("attribute_ruler"):
        remember_rules(nlp.get_pipe("attribute_ruler"))  # type: ignore[arg-type]
    return EnglishAnnotator(nlp)
