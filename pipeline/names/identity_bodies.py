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
    labels = [_label(m) for m in fields]
    places = [words.places.names[code][0] for code in placed.codes]
    parts = [_label(heads[0]), *([" and ".join([", ".join(labels[:-1]), labels[-1]] if labels[:-1] else labels)] if labels else []), *places]
    return " of ".join(parts)


def _label(meaning: str) -> str:
    return meaning.replace("_", " ").title()
