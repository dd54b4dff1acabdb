"""The one file that meets natasha: Russian sentences in, words with Universal Dependencies out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any, Protocol

import numpy as np
from natasha import NewsEmbedding, NewsMorphTagger
from natasha.data import NEWS_NER, NEWS_SYNTAX
from razdel import tokenize
from slovnet.bio import parse_bio
from slovnet.conll import parse_conll_tag
from slovnet.const import REL, TAG
from slovnet.exec.model import NER, Syntax
from slovnet.exec.pack import Pack
from slovnet.shape import word_shape

from pipeline.annotate.convolution import Words
from pipeline.annotate.heads import NameTagger, Tagger, TreeParser
from pipeline.annotate.products import Matrix
from pipeline.annotate.tokens import CleanText, Clock, Parsed, Sentence, Token, clean_text, nest_in_relatives, nest_in_reports, repair_heads, with_names
from pipeline.annotate.vocabulary import load_vocabulary
from pipeline.annotate.window import Memory
from pipeline.resources import load_yaml

KNOWN = 12_000  # words whose lemmas are kept
VECTORS = 6_000  # words whose vectors are kept, 1.2 kB each
NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn"})  # grammemes of the dictionary
LIKELY = 0.3  # of all readings of a word: one that is a name counts from here on
PAST = "Tense=Past"
NEVER_PAST = re.compile("[аеёиуюя]т(?:ся)?$")  # ends of the third person, which no finite past form has
VERBAL = frozenset({"VERB", "INFN", "GRND", "PRTS", "PRTF"})
WAYS = frozenset({"perf", "impf", "tran", "intr"})
AT_ONCE = 64  # sentences worked on at once, so that memory stays small


class _Piece(Protocol):
    """What razdel calls a token."""

    start: int
    stop: int
    text: str


class RussianAnnotator:
    """Holds natasha's models."""

    def __init__(self) -> None:
        self.clock = Clock()
        embedding = NewsEmbedding()
        tagger = NewsMorphTagger(embedding).infer
        self._embed, self._memory = tagger.model.emb.word, Memory(VECTORS, tagger.model.emb.word.dim)  # those of the others are the same
        self._tagger = Tagger(tagger.model, tagger.decoder.tags_vocab.items, self._vectors)
        self._parser = TreeParser(*_load_model(NEWS_SYNTAX, Syntax, REL, embedding), self._vectors)
        self._names = NameTagger(*_load_model(NEWS_NER, NER, TAG, embedding), self._vectors)
        self._words, self._shapes = tagger.encoder.words_vocab, tagger.encoder.shapes_vocab  # as are these
        self._number = lru_cache(KNOWN)(self._find_numbers)
        self._tags = [_parse_tag(tag) for tag in self._tagger.tags]
        self.vocab = load_vocabulary()
        self._common = _load_common_verbs(self.vocab)
        self._lemma = lru_cache(KNOWN)(self._lemmatize)
        self.possible_lemmas = lru_cache(KNOWN)(self._possible_lemmas)

    def parse(self, text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Parsed]:
        """One sentence a span, each parsed on its own."""
        waiting = iter(spans)
        while batch := list(islice(waiting, AT_ONCE)):
            cleaned = [clean_text(text[start:end], start) for start, end in batch]
            pieces = [list(tokenize(clean.text)) for clean in cleaned]
            trees = self._parse([p for p in pieces if p])
            for (start, end), clean, words in zip(batch, cleaned, pieces, strict=True):
                tokens = self._tokens(clean, words, *next(trees)) if words else ()
                yield Parsed(Sentence(start, end, "ru", tuple(tokens)), words)

    def name(self, parsed: Iterable[Parsed]) -> Iterator[Sentence]:
        """The sentences with the names in them."""
        waiting = iter(parsed)
        while batch := list(islice(waiting, AT_ONCE)):
            filled = [p.source for p in batch if p.source]
            with self.clock.running():
                found = iter(list(self._names(self._numbers(filled))) if filled else ())
            for p in batch:
                yield with_names(p.sentence, _entities([self._names.tags[tag] for tag in next(found)])) if p.source else p.sentence

    def _parse(self, sentences: Sequence[Sequence[_Piece]]) -> Iterator[tuple[list[int], list[int], list[int]]]:
        """For each sentence the numbers of tags, the heads and the numbers of relations of its words."""
        if not sentences:
            return
        with self.clock.running():
            words = self._numbers(sentences)
            tags = np.split(self._tagger(words), np.cumsum(words.lengths)[:-1])
            trees = list(self._parser(words))
        yield from ((told.tolist(), heads.tolist(), relations.tolist()) for told, (heads, relations) in zip(tags, trees, strict=True))

    def _numbers(self, sentences: Sequence[Sequence[_Piece]]) -> Words:
        return Words([self._number(piece.text) for sentence in sentences for piece in sentence], [len(sentence) for sentence in sentences])

    def _vectors(self, numbers: Sequence[int]) -> Matrix:
        return self._memory.look_up(numbers, lambda places: self._embed(np.array([numbers[k] for k in places])))

    def _find_numbers(self, word: str) -> tuple[int, int]:
        """The numbers of a word and its shape; one that they know with е alone, «вручён», is read so, a verb that they do not know as another."""
        small = word.lower()
        known = (number for form in (small, small.replace("ё", "е")) if (number := self._words.encode(form)) != self._words.unk_id)
        number = next(known, None)
        return self._words.encode(self._find_known(word)) if number is None else number, self._shapes.encode(word_shape(word))

    def _find_known(self, word: str) -> str:
        """The same form of a verb that the models know, for one that they do not: «подписали» for «завизировали»; other words as they are."""
        form = self.vocab(word)[0] if word.islower() and self.vocab.word_is_known(word) else None
        if form is None or form.tag.POS not in VERBAL:
            return word
        other = self._common[_way(form)].inflect(form.tag.grammemes - WAYS)
        return str(other[0]) if other is not None else word

    def _possible_lemmas(self, word: str) -> frozenset[str]:
        """All that the lemmatizer may make of a word, whatever part of speech it is taken for; lower-case, ё as е."""
        word = word.lower().replace("ё", "е")
        return frozenset((word, *(form.normal_form.replace("ё", "е") for form in self.vocab(word))))

    def find_kind(self, word: str) -> str:
        """What a word in small letters can be: `word` alone, `name`, `abbreviation`, or empty for what the dictionary does not know."""
        if not self.vocab.word_is_known(word):
            return ""
        readings = self.vocab.parse(word)
        if "Abbr" in readings[0].tag.grammemes:
            return "abbreviation"
        return "name" if any(NAMES & form.tag.grammemes and form.score >= LIKELY for form in readings) else "word"

    def _tokens(self, clean: CleanText, pieces: Sequence[_Piece], tags: list[int], heads: list[int], relations: list[int]) -> Iterator[Token]:
        names = [self._parser.relations[relation] for relation in relations]
        heads, deps = nest_in_relatives(*repair_heads([head - 1 for head in heads], names))  # natasha counts from 1 and gives 0 to a root
        heads, deps = nest_in_reports(heads, deps, [piece.text for piece in pieces])
        for piece, tag, head, dep in zip(pieces, tags, heads, deps, strict=True):
            pos, _, morph = self._tags[tag]
            yield Token(*clean.span(piece.start, piece.stop), self._lemma(piece.text, tag), pos, tell_tense(piece.text, morph), head, dep)

    def _lemmatize(self, word: str, tag: int) -> str:
        pos, feats, _ = self._tags[tag]
        return str(self.vocab.lemmatize(word, pos, dict(feats)))


def _load_model(path: str, kind: type[Syntax | NER], outcomes: str, embedding: NewsEmbedding) -> tuple[Any, list[str]]:
    """A model and the names of what it finds, as slovnet loads them, but without its 250,000 words, which are those of the other models."""
    with Pack(path) as pack:
        pack.load_meta().check_protocol()
        model = pack.load_model(kind)
        model = model.inject_arrays(dict(pack.load_arrays(model.weights)))
        return model.inject_navec(embedding), pack.load_vocab(outcomes).items


def _load_common_verbs(vocab: Any) -> dict[tuple[bool, bool, bool], Any]:
    """Readings of the verbs of `resources/annotate/russian.yml`, by what is known of each."""
    data = load_yaml("annotate/russian.yml")
    assert isinstance(data, dict)
    return {_way(form): form for form in (vocab(verb)[0] for verb in data["common_verbs"])}


def _way(form: Any) -> tuple[bool, bool, bool]:
    """Whether a reading of a verb is reflexive, perfective, transitive."""
    reflexive = form.normal_form.endswith(("ся", "сь"))
    return reflexive, "perf" in form.tag, "tran" in form.tag and not reflexive


def _parse_tag(tag: str) -> tuple[str, tuple[tuple[str, str], ...], str]:
    """Part of speech, features, and these as one text."""
    pos, feats = parse_conll_tag(tag)
    ordered = tuple(sorted(feats.items()))
    return pos, ordered, "|".join(f"{key}={value}" for key, value in ordered)


def tell_tense(word: str, morph: str) -> str:
    """The features of a verb, whose tense its ending tells better than the tagger where that takes a rare one for a past form: «обменяется»."""
    if PAST not in morph or "VerbForm=Fin" not in morph or not NEVER_PAST.search(word.lower()):
        return morph
    tense = "Tense=Fut" if "Aspect=Perf" in morph else "Tense=Pres"
    return "|".join(tense if part == PAST else part for part in morph.split("|") if not part.startswith("Gender="))


def _entities(tags: Sequence[str]) -> list[str]:
    """The label of each word in IOB; a name has the type that it begins with."""
    labels, kind, start = [""] * len(tags), "", 0
    for i, tag in enumerate(tags):
        part, told = parse_bio(tag)
        if part == "B":
            kind, start, labels[i] = told, i, f"B-{told}"
        elif part == "I" and kind:
            labels[start + 1 : i + 1] = [f"I-{kind}"] * (i - start)
        elif part == "O":
            kind = ""
    return labels


def load_russian() -> RussianAnnotator:
    """natasha with the models of its package (already verified)."""
    return RussianAnnotator()
