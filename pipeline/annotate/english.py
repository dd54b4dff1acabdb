"""The one file that meets spaCy's English model: sentences in, words with Universal Dependencies out."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc
from thinc.api import NumpyOps

from pipeline.annotate.names import NameFinder, is_plain
from pipeline.annotate.ruler import remember_rules
from pipeline.annotate.tokens import CleanText, Clock, Parsed, Sentence, Token, clean_text, repair_heads, with_names
from pipeline.annotate.universal import to_universal
from pipeline.annotate.window import SentenceVectors, SteadyOps, find_vectors

BATCH = 256  # sentences; the parser sorts them by length and takes a quarter at a time
STRINGS = "strings"  # of the program's own model those of 770,000 vectors: what a component or a word needs it brings along
NAMES = ["ner"]  # what finds names; it needs nothing of what the other components find
KNOWN = 12_000  # words whose possible lemmas are kept
JOINT = re.compile(  # before a verb; the model takes "co-chaired" for three words, of which "co" carries the sentence
    r"\bco-(?=(?:chair|host|organi[sz]|lead)(?:ed|ing)\b|(?:chairs|hosts|leads|organi[sz]es) (?:a|an|the)\b)|"
    r"(?:(?<=will )|(?<=would )|(?<=to ))co-(?=(?:chair|host|lead|organi[sz]e)\b)"
)

COLUMNS: list[int | str] = ["POS", "DEP", "HEAD", "LEMMA", "MORPH", "IDX", "LENGTH"]

LABELS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "NORP": "NORP", "FAC": "FAC", "EVENT": "EVENT"}


class EnglishAnnotator:
    """Holds a loaded spaCy model."""

    def __init__(self, nlp: Language) -> None:
        self.clock = Clock()
        self.nlp = nlp
        self._tables = {name: nlp.get_pipe("lemmatizer").lookups.get_table(name) for name in ("lemma_rules", "lemma_exc")}  # type: ignore[attr-defined]
        self._index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index", {})  # type: ignore[attr-defined]
        self.possible_lemmas = lru_cache(KNOWN)(self._possible_lemmas)
        self._strings = Strings(nlp.vocab.strings)
        self._find_names = find_names(nlp)

    def parse(self, text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Parsed]:
        """One sentence a span, each parsed on its own."""
        spans = list(spans)
        cleaned = [_without_joint(clean_text(text[start:end], start)) for start, end in spans]
        with self.clock.running():
            docs = list(self.nlp.pipe((c.text for c in cleaned), batch_size=BATCH, disable=NAMES))
        for (start, end), clean, doc in zip(spans, cleaned, docs, strict=True):
            yield Parsed(Sentence(start, end, "en", tuple(self._tokens(doc, clean))), doc)

    def name(self, parsed: Iterable[Parsed]) -> Iterator[Sentence]:
        """The sentences with the names in them."""
        parsed = list(parsed)
        with self.clock.running():
            found = list(self._find_names([p.source for p in parsed if len(p.source)]))
        labels = iter(found)
        yield from (with_names(p.sentence, map(_label, next(labels))) if len(p.source) else p.sentence for p in parsed)

    def _tokens(self, doc: Doc, clean: CleanText) -> Iterator[Token]:
        strings, columns = self._strings, doc.to_array(COLUMNS).astype("int64")
        pos, deps = [strings[key] for key in columns[:, 0].tolist()], [strings[key] for key in columns[:, 1].tolist()]
        heads, deps = repair_heads(*to_universal((columns[:, 2] + range(len(doc))).tolist(), deps, pos))
        for (lemma, morph, start, length), tag, head, dep in zip(columns[:, 3:].tolist(), pos, heads, deps, strict=True):
            yield Token(*clean.span(start, start + length), strings[lemma].lower(), tag, strings[morph], head, dep)

    def find_kind(self, word: str) -> str:
        """What a word in small letters can be: `word` alone, `name` for a noun, as the dictionary has those of places and people too, or empty."""
        lemmas = self.possible_lemmas(word)
        if word in self.nlp.Defaults.stop_words or any(lemma in self._index.get(pos, ()) for pos in ("verb", "adj", "adv") for lemma in lemmas):
            return "word"
        return "name" if any(lemma in self._index.get("noun", ()) for lemma in lemmas) else ""

    def _possible_lemmas(self, word: str) -> frozenset[str]:
        """All that the lemmatizer may make of a word, whatever part of speech it is taken for; lower-case."""
        word = word.lower()
        endings = (ending for rules in self._tables["lemma_rules"].values() for ending in rules)
        stripped = (word.removesuffix(old) + new for old, new in endings if word.endswith(old))
        exceptions = (lemma for known in self._tables["lemma_exc"].values() for lemma in known.get(word, ()))
        return frozenset((word, *stripped, *exceptions))


def _without_joint(clean: CleanText) -> CleanText:
    """The text with "chaired" for "co-chaired"; the word keeps all its characters of the article."""
    if "co-" not in clean.text:
        return clean
    offsets = list(clean.offsets)
    for found in reversed([*JOINT.finditer(clean.text)]):
        offsets[found.start() : found.end() + 1] = [clean.offsets[found.start()]]
    return CleanText(JOINT.sub("", clean.text), offsets)


class Strings(dict[int, str]):
    """What the keys of a store of strings stand for, looked up once; signed as numpy gives them."""

    def __init__(self, store: StringStore) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, key: int) -> str:
        self[key] = self._store[key % 2**64]
        return self[key]


def find_names(nlp: Language) -> Callable[[Sequence[Doc]], Iterable[Sequence[str]]]:
    """What finds the names of sentences that are not empty: the label of each word in IOB, empty outside of names."""
    recogniser = nlp.get_pipe("ner")
    if is_plain(recogniser):
        return NameFinder(recogniser)
    return lambda docs: [[f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "" for t in doc] for doc in recogniser.pipe(docs, batch_size=BATCH)]  # type: ignore[attr-defined]


def _label(tag: str) -> str:
    iob, _, name = tag.partition("-")
    label = LABELS.get(name, "")
    return f"{iob}-{label}" if label else ""


def load_english(path: str, *, own: bool) -> EnglishAnnotator:
    """The model in the folder or package `path`: the program's own (already verified), or one that the user has in its place."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")  # md 3.7.1 loads on spaCy 3.8: checked by the tests
        nlp = spacy.load(path, exclude=["senter", *([STRINGS] if own else [])])
    hasten(nlp)
    return EnglishAnnotator(nlp)


def hasten(nlp: Language) -> None:
    """Puts what is faster and says the same in place of parts of the model, where these are as expected."""
    if nlp.has_pipe("attribute_ruler"):
        remember_rules(nlp.get_pipe("attribute_ruler"))  # type: ignore[arg-type]
    lemmatizer = nlp.get_pipe("lemmatizer")
    index = lemmatizer.lookups.get_table("lemma_index", {})  # type: ignore[attr-defined]
    for key, words in list(index.items()):
        index[key] = frozenset(words)  # lists of 57,000 words are looked through from the start for every new word
    if lemmatizer.mode == "rule":  # type: ignore[attr-defined]
        lemmatizer.lemmatize = remember_lemmas(lemmatizer.rule_lemmatize)  # type: ignore[attr-defined]
    vectors = find_vectors(nlp.get_pipe("tok2vec").model) if nlp.has_pipe("tok2vec") else None  # type: ignore[attr-defined]
    if vectors is not None:
        nlp.get_pipe("tok2vec").predict = SentenceVectors(vectors, nlp.vocab)  # type: ignore[attr-defined]
    steady = SteadyOps()
    for name in (name for name in ("tagger", "parser") if nlp.has_pipe(name)):
        for layer in nlp.get_pipe(name).model.walk():  # type: ignore[attr-defined]
            layer.ops = steady if type(layer.ops) is NumpyOps else layer.ops


def remember_lemmas(find: Callable[[Any], list[str]]) -> Callable[[Any], list[str]]:
    """The lemmatizer's own rules, asked once for each word with its part of speech and features, which are all that they look at."""
    known: dict[tuple[int, int, int], list[str]] = {}

    def look_up(token: Any) -> list[str]:
        key = (token.orth, token.pos, token.morph.key)
        if key not in known:
            if len(known) >= KNOWN:
                known.clear()
            known[key] = find(token)
        return known[key]

    return look_up
