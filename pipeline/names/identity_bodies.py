"""Russian names of bodies and offices in English, word by word, where every word is in the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.names.identity_cities import CityTable, find_city
from pipeline.names.identity_places import PlaceTable, split_places
from pipeline.names.positions import ConceptTable, find_concept, plain_spelling
from pipeline.names.transliterate import SoundTable, to_latin
from pipeline.resources import load_yaml

LONGEST_HEAD = 4  # words

_QUOTED = re.compile(r"(.+?) [«\"“]([^«»\"“”]+)[»\"”]")


@dataclass(frozen=True, slots=True)
class BodyTitles:
    """English titles (`resources/identity/display.yml`): of bodies and offices in the Russian nominative, of their fields by meaning."""

    heads: Mapping[str, str]
    offices: Mapping[str, str]
    fields: Mapping[str, str]
    kinds: Mapping[str, str]
    together: Mapping[str, str]  # two meanings side by side that English tells as one


def load_titles() -> BodyTitles:
    """The titles that ship with the program."""
    data = load_yaml("identity/display.yml")
    assert isinstance(data, dict)
    return BodyTitles(data["heads"], data["offices"], data["fields"], data["kinds"], data["together"])


def translate_name(name: str, titles: BodyTitles, places: PlaceTable, concepts: ConceptTable, sounds: SoundTable, *, cities: CityTable) -> str:
    """As `translate_body`, with quoted names, places after "в" and bodies known everywhere; empty if a word is not known.

    "завод «Заря»" -> "Zarya plant", "генеральный консул в Омске" -> "consul general in Omsk", "представитель ООН" -> "representative of United Nations".
    """
    quoted = _QUOTED.fullmatch(name)
    if quoted is not None:
        kind = titles.kinds.get(quoted[1].lower(), "")
        return f"{to_latin(quoted[2], sounds)} {kind}" if kind else ""
    head, _, place = name.partition(" в ")
    english = _city_in(place, cities) if place else ""
    whole = head if english else name
    office, _, last = whole.rpartition(" ")
    known = concepts.known.get(plain_spelling(last)) if office and last[:1].isupper() else None
    made = translate_body(office if known else whole, titles, places, concepts, sounds)
    return "".join([made, f" of {known[0]}" if known else "", f" in {english}" if english else ""]) if made else ""


def _city_in(place: str, cities: CityTable) -> str:
    """The English name of a city told in the locative: "Омске" -> "Omsk"; empty if the gazetteer does not know it."""
    forms = [place, re.sub(r"е$", "", place), re.sub(r"е$", "а", place), re.sub(r"и$", "ь", place), re.sub(r"ве$", "ва", place)]
    found = next((city for form in forms if (city := find_city(form, "", cities))), "")
    return cities.names[found][0] if found else ""


def translate_body(name: str, titles: BodyTitles, places: PlaceTable, concepts: ConceptTable, sounds: SoundTable) -> str:
    """ "Министерство экономики и торговли Словацкой Республики" -> "Ministry of Economy and Trade of Slovakia"; empty if a word or place is not known."""
    placed = split_places(name, places, sounds)
    head, rest = _take_head(placed.words, {**titles.offices, **titles.heads})
    meanings = list(_as_told([find_concept(word, concepts) for word in rest], titles.together))
    if not head or None in meanings or any(meaning in concepts.heads for meaning in meanings) or any(code not in places.names for code in placed.codes):
        return ""
    fields = [titles.fields.get(meaning, meaning.title()) for meaning in meanings if meaning]
    fields = [field.lower() for field in fields] if head[0].islower() else fields
    english = [places.names[code][0] for code in placed.codes]
    return " of ".join([head, *_join(fields), *english[:1]]) + "".join(f" in {place}" for place in english[1:])


def _as_told(meanings: Sequence[str | None], together: Mapping[str, str]) -> Iterator[str | None]:
    """The meanings, two that English tells as one as that: "прав человека" are no "rights and human"."""
    k = 0
    while k < len(meanings):
        pair = together.get(f"{meanings[k]} {meanings[k + 1]}", "") if k + 1 < len(meanings) else ""
        yield pair or meanings[k]
        k += 2 if pair else 1


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
