"""Russian names of bodies and offices in English, word by word, where every word is in the tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.names.identity_places import PlaceTable, split_places
from pipeline.names.positions import ConceptTable, find_concept
from pipeline.names.transliterate import SoundTable
from pipeline.resources import load_yaml

LONGEST_HEAD = 4  # words


@dataclass(frozen=True, slots=True)
class BodyTitles:
    """English titles (`resources/identity/display.yml`): of bodies and offices in the Russian nominative, of their fields by meaning."""

    heads: Mapping[str, str]
    offices: Mapping[str, str]
    fields: Mapping[str, str]


def load_titles() -> BodyTitles:
    """The titles that ship with the program."""
    data = load_yaml("identity/display.yml")
    assert isinstance(data, dict)
    return BodyTitles(data["heads"], data["offices"], data["fields"])


def translate_body(name: str, titles: BodyTitles, places: PlaceTable, concepts: ConceptTable, sounds: SoundTable) -> str:
    """ "Министерство экономики и торговли Словацкой Республики" -> "Ministry of Economy and Trade of Slovakia"; empty if a word or place is not known."""
    placed = split_places(name, places, sounds)
    head, rest = _take_head(placed.words, {**titles.offices, **titles.heads})
    meanings = [find_concept(word, concepts) for word in rest]
    if not head or None in meanings or any(meaning in concepts.heads for meaning in meanings) or any(code not in places.names for code in placed.codes):
        return ""
    fields = [titles.fields.get(meaning, meaning.title()) for meaning in meanings if meaning]
    fields = [field.lower() for field in fields] if head[0].islower() else fields
    english = [places.names[code][0] for code in placed.codes]
    return " of ".join([head, *_join(fields), *english[:1]]) + "".join(f" in {place}" for place in english[1:])


def _take_head(words: Sequence[str], heads: Mapping[str, str]) -> tuple[str, Sequence[str]]:
    """The English of the longest head that the words begin with, and the words after it."""
    for size in range(min(LONGEST_HEAD, len(words)), 0, -1):
        head = heads.get(" ".join(words[:size]).lower(), "")
        if head:
            return head, words[size:]
    return "", words


def _join(fields: Sequence[str]) -> list[str]:
    """The fields as one phrase with commas and "and", or nothing."""
    phrase = [", ".join(fields[:-1]), fields[-1]] if len(fields) > 1 else fields
    return [" and ".join(phrase)] if fields else []
