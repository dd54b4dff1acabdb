"""Within one article: "the region", «область» are the region that its source writes of, where the profile of the source says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.annotate import Doc, Span, Token, analysed_sentences, feature
from pipeline.names.lexicon import NameWords, fold
from pipeline.names.places import place_type
from pipeline.records import Actor
from pipeline.sources.profile import Region

NARROWING = frozenset({"amod", "det", "nummod", "nmod", "compound", "acl", "acl:relcl", "nmod:poss"})  # "the coastal region", «область культуры»


def with_home(doc: Doc, actors: Sequence[Actor], region: Region | None, words: NameWords) -> tuple[Actor, ...]:
    """The actors, and the source's region for each of its words that belongs to none of them and that nothing narrows, in the order of the text."""
    if region is None:
        return tuple(actors)
    taken = {i for actor in actors for i in range(actor.start, actor.end)}
    found = (actor for sentence in analysed_sentences(doc) for actor in _find_home(sentence, region, words))
    return tuple(sorted((*actors, *(a for a in found if taken.isdisjoint(range(a.start, a.end)))), key=lambda actor: actor.start))


def _find_home(sentence: Span, region: Region, words: NameWords) -> Iterator[Actor]:
    lang = sentence.label_
    phrases = {tuple(fold(phrase).split()) for phrase in (region.words.en if lang == "en" else region.words.ru)}
    forms = [fold(token.text if lang == "en" else token.lemma_) for token in sentence]
    end = 0
    for k in range(len(forms)):
        size = max((len(phrase) for phrase in phrases if tuple(forms[k : k + len(phrase)]) == phrase), default=0)
        phrase = sentence.doc[sentence.start + k : sentence.start + k + size]
        if size and k >= end and _stands_alone(phrase):
            end = k + size
            yield _make_home(phrase, region, lang, words)


def _stands_alone(phrase: Span) -> bool:
    """Whether it is one region, and no word outside the phrase says which."""
    inside = {token.i for token in phrase}
    outside = [child for child in phrase.root.children if child.i not in inside]
    return feature(phrase.root, "Number") != "Plur" and not any(_narrows(child) for child in outside)


def _narrows(child: Token) -> bool:
    return child.dep_ in NARROWING and child.pos_ != "ADP"


def _make_home(phrase: Span, region: Region, lang: str, words: NameWords) -> Actor:
    told = region.name.en if lang == "en" else region.name.ru
    name = told or region.name.ru or region.name.en
    lang = lang if told else "en" if lang == "ru" else "ru"
    return Actor(
        start=phrase.start,
        end=phrase.end,
        root=phrase.root.i,
        entity_type=place_type(name, lang, words) or "region",
        form="name",
        name=name,
        lang=lang,
        name_start=phrase.start,
        name_end=phrase.end,
        country=region.country,
    )
