"""Within one article: "the region", «область» are the region that its source writes of, where the profile of the source says so.

Without a profile a region that acts, «регион подписал соглашение», is the only one that the article names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.annotate import Doc, Span, Token, analysed_sentences, feature
from pipeline.names.lexicon import NameWords, fold
from pipeline.names.places import place_type
from pipeline.records import Actor
from pipeline.sources.profile import Name, Region, Words

REGION = Words(en=("region",), ru=("регион",))
ACTING = frozenset({"nsubj", "nsubj:pass"})
NARROWING = frozenset({"amod", "det", "nummod", "nmod", "compound", "acl", "acl:relcl", "nmod:poss"})  # "the coastal region", «область культуры»


def with_home(doc: Doc, actors: Sequence[Actor], region: Region | None, words: NameWords) -> tuple[Actor, ...]:
    """The actors, and the source's region for each of its words that belongs to none of them and that nothing narrows, in the order of the text."""
    told = region or _only_region(actors)
    if told is None:
        return tuple(actors)
    taken = {i for actor in actors for i in range(actor.start, actor.end)}
    found = [actor for sentence in analysed_sentences(doc) for actor in _find_home(sentence, told, words)]
    if region is None:
        found = [actor for actor in found if doc[actor.root].dep_ in ACTING]
    return tuple(sorted((*actors, *(a for a in found if taken.isdisjoint(range(a.start, a.end)))), key=lambda actor: actor.start))


def _only_region(actors: Sequence[Actor]) -> Region | None:
    """The region that the article names, as a place or as that of an office, where it names one alone."""
    named = {(a.name, a.country, a.lang) for a in actors if a.entity_type == "region" and a.form == "name"}
    named |= {(a.affiliation, a.country, a.lang) for a in actors if a.affiliation_type == "region"}
    if len(named) != 1:
        return None
    name, country, lang = next(iter(named))
    return Region(name=Name(en=name if lang == "en" else "", ru=name if lang == "ru" else ""), country=country, words=REGION) if country else None


def _find_home(sentence: Span, region: Region, words: NameWords) -> Iterator[Actor]:
    lang = sentence.label_
    phrases = {tuple(fold(phrase).split()) for phrase in (region.words.en if lang == "en" else region.words.ru)}
    firsts = {phrase[0] for phrase in phrases if phrase}
    forms = [fold(token.text if lang == "en" else token.lemma_) for token in sentence]
    end = 0
    for k in (k for k, form in enumerate(forms) if form in firsts):
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
