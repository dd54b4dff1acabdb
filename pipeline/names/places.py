"""Countries, regions and cities: their kind and country by name, and where they stand in a sentence."""

from __future__ import annotations

from pipeline.names.lexicon import NameWords, Place, fold, is_russian, place_key
from pipeline.names.normal import masculine
from pipeline.names.pieces import Piece
from pipeline.names.places_en import parse_english_place
from pipeline.names.places_ru import parse_russian_place
from pipeline.names.view import View, remembered


def find_place(name: str, lang: str, words: NameWords) -> Place | None:
    """What is known of the place called `name` (nominative in Russian), with or without "region", "Republic of" and the like."""
    places, lex = words.places.get(lang, {}), words.languages.get(lang)
    found = places.get(place_key(name, lang, words.morphology)) or places.get(fold(name))
    if found is not None or lex is None:
        return found
    parts = [part for part in fold(name).replace("'s", "").split() if part not in {"the", "of"}]
    stems = [part for part in parts if part not in lex.regions | lex.country_titles | lex.cities]
    kinds = set(parts) - set(stems)
    if not kinds or not stems:
        return None
    return _described(" ".join(stems), kinds, lang, words)


def _described(stem: str, kinds: set[str], lang: str, words: NameWords) -> Place | None:
    """A place told with its kind: "Tver region", "Slovak Republic", "Республика Казахстан"."""
    lex, places = words.languages[lang], words.places[lang]
    lemma = place_key(stem, lang, words.morphology)
    known = places.get(lemma) or places.get(stem)
    if kinds & lex.country_heads:
        code = words.adjectives[lang].get(_masculine(stem, lang, words), "")
        if code or (known is not None and known.type == "country"):
            return Place("country", code or (known.country if known is not None else ""))
    if kinds & lex.cities:
        return Place("city", known.country if known is not None else "")
    code = words.region_words[lang].get(_masculine(stem, lang, words), "")
    return Place("region", code or (known.country if known is not None else ""))


def _masculine(word: str, lang: str, words: NameWords) -> str:
    return word if lang == "en" or " " in word else masculine(word, words.morphology)


def find_country(name: str, lang: str, words: NameWords) -> str:
    """ISO 3166-1 alpha-2 code of the country that `name` (a country, region or city) is or lies in; empty if not known."""
    place = find_place(name, lang or ("ru" if is_russian(name) else "en"), words)
    return place.country if place is not None else ""


def place_type(name: str, lang: str, words: NameWords) -> str:
    """country, region, city, or empty if `name` is no known place."""
    place = find_place(name, lang or ("ru" if is_russian(name) else "en"), words)
    return place.type if place is not None and place.type not in {"body", "area"} else ""


@remembered
def parse_place(view: View, i: int) -> Piece | None:
    """The place that begins at unit `i`, an article before it included."""
    start = i
    if view.lang == "en" and view.low(i) == "the":
        i += 1
    if i >= len(view):
        return None
    found = (parse_english_place if view.lang == "en" else parse_russian_place)(view, i)
    if found is None or found.end <= i:
        return None
    return Piece(start, found.end, found.type, found.name, found.country, found.head, found.name_start if found.name_start >= 0 else i, found.owner)
