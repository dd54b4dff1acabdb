"""Russian names of offices and bodies in English, word by word, where every word is in the tables."""

from __future__ import annotations

from pipeline.names.identity import IdentityWords
from pipeline.names.identity_places import split_places
from pipeline.names.positions import find_concept


def translate_body(name: str, words: IdentityWords) -> str:
    """ "Министерство экономики и торговли Словацкой Республики" -> "Ministry of Economy and Trade of Slovakia"; empty if a word or place is not known."""
    placed = split_places(name, words.places, words.sounds)
    meanings = [find_concept(word, words.concepts) for word in placed.words]
    if not meanings or None in meanings or any(code not in words.places.names for code in placed.codes):
        return ""
    heads = [m for m in meanings if m in words.concepts.heads]
    fields = [m for m in meanings if m and m not in words.concepts.heads]
    if len(heads) != 1 or meanings[0] != heads[0]:
        return ""
    parts = [_label(heads[0])] + ([_join([_label(m) for m in fields])] if fields else [])
    places = [words.places.names[code][0] for code in placed.codes]
    return " of ".join([*parts, *places[:1]]) + "".join(f" in {place}" for place in places[1:])


def _join(labels: list[str]) -> str:
    return " and ".join([", ".join(labels[:-1]), labels[-1]] if len(labels) > 1 else labels)


def _label(meaning: str) -> str:
    return meaning.replace("_", " ").title()
