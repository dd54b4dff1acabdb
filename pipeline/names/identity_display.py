"""The name that the tables show: an attested form in their language, else one made by tables of names, meanings and letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.names.given import given_id
from pipeline.names.identity import IdentityWords
from pipeline.names.identity_bodies import translate_name
from pipeline.names.identity_compare import match
from pipeline.names.identity_keys import entity_key
from pipeline.names.identity_person import PersonName, parse_person
from pipeline.names.positions import plain_spelling
from pipeline.names.transliterate import is_cyrillic, to_latin
from pipeline.names.transliterate_chinese import to_pinyin

SHORT = 3  # letters of what may be initials

Named = tuple[str, str]  # name, language


def display_name(names: Iterable[Named], language: str, words: IdentityWords, *, entity_type: str = "person", country: str = "") -> str:
    """One name for an entity that was told under `names`, for a table in `language` (en or ru).

    `names` may repeat: the more often told of two equally full names wins, then the one first in the alphabet. Russian names that have no English
    form are translated by tables or transliterated; English names without a Russian form stay as told. People whose name begins in lower case are
    known by their office alone.
    """
    told = Counter((name, "ru" if is_cyrillic(name) else "en") for name, _ in names if name)
    best = _best if entity_type == "person" else _usual
    attested = best([(name, n) for (name, lang), n in told.items() if lang == language])
    other = best([(name, n) for (name, lang), n in told.items() if lang != language])
    if entity_type == "person" and language == "en" and attested.isupper():
        attested = " ".join(word.title() if len(word) > SHORT else word for word in attested.split())  # told in a headline in capitals alone
    if entity_type == "person" and (attested or other)[:1].islower():
        return attested or _made(other, language, words)
    if entity_type == "person":
        return _person(attested, other, language, words)
    return _by_table(attested or other, entity_type, country, language, words) or attested or _made(other, language, words)


def _best(names: Sequence[tuple[str, int]]) -> str:
    """The name with the most words (initials count less), not all in capitals, then the most often told, then the first in the alphabet."""
    return min(names, key=lambda item: (-_fullness(item[0]), item[0].isupper(), -item[1], item[0]))[0] if names else ""


def _usual(names: Sequence[tuple[str, int]]) -> str:
    """The name most often told, not all in capitals, then the fullest, then the first in the alphabet."""
    return min(names, key=lambda item: (item[0].isupper(), -item[1], -_fullness(item[0]), item[0]))[0] if names else ""


def _fullness(name: str) -> float:
    return sum(1.0 if len(word.rstrip(".")) > 1 else 0.1 for word in name.replace(".", ". ").split())


def _by_table(name: str, entity_type: str, country: str, language: str, words: IdentityWords) -> str:
    """The name of a country, a region of the tables, a city in English, or a body known everywhere."""
    column = 0 if language == "en" else 1
    known = words.concepts.known.get(plain_spelling(name))
    if known is not None:
        return known[column]
    if entity_type not in {"country", "region", "city"}:
        return ""
    kind, _, code = entity_key(name, entity_type, words, country=country).partition(":")
    if kind == "city":
        return words.cities.names[code][0] if language == "en" and is_cyrillic(name) and code in words.cities.names else ""
    return words.places.names[code][column] if code in words.places.names else ""


def _made(name: str, language: str, words: IdentityWords) -> str:
    if language != "en" or not is_cyrillic(name):
        return name
    return translate_name(name, words.titles, words.places, words.concepts, words.sounds, cities=words.cities) or to_latin(name, words.sounds)


def _person(attested: str, other: str, language: str, words: IdentityWords) -> str:
    """The attested name; where the other language tells more of it, that, with the attested surname."""
    if not attested or language != "en":
        return attested or _latin_person(other, "", words)
    return attested if not other or _tells_given(attested, words) or not _tells_given(other, words) else _latin_person(other, attested, words)


def _tells_given(name: str, words: IdentityWords) -> bool:
    return parse_person(name, words.given, words.sounds).is_full


def _latin_person(name: str, attested: str, words: IdentityWords) -> str:
    """A Russian name in Latin letters, given name first, given names in their usual spelling: "Бабушкин Игорь" -> "Igor Babushkin"."""
    if not is_cyrillic(name):
        return name
    parsed = parse_person(name, words.given, words.sounds)
    if _is_family_first(name, parsed, words):
        return " ".join(_eastern(name.split(), words))
    told = parse_person(attested, words.given, words.sounds).surname if attested else ""
    surname = told if told and match(told, parsed.surname, words) != "different" else to_latin(parsed.surname, words.sounds)
    given = [_latin_given(word, words) for word in _first_names(parsed)]
    return " ".join([*given, surname]) if parsed.order_sure or not parsed.given else to_latin(name, words.sounds)


def _is_family_first(name: str, parsed: PersonName, words: IdentityWords) -> bool:
    """ "Ли Чжэньго", "Чан Куок Хай": told with a surname of the East first, and no given name of another people after it."""
    first, *rest = name.split()
    known = any(given_id(word, words.given, words.sounds) for word in rest)
    return bool(rest) and first == parsed.surname and first.lower() in words.given.family_first and not known and not parsed.initials


def _eastern(told: Sequence[str], words: IdentityWords) -> list[str]:
    """The words in pinyin if they are a Chinese name of two words, else in Latin letters."""
    pinyin = [to_pinyin(word, words.sounds) for word in told] if len(told) == 2 else []
    return pinyin if pinyin and all(pinyin) else [to_latin(word, words.sounds) for word in told]


def _first_names(parsed: PersonName) -> list[str]:
    return [word for word in (parsed.given, *parsed.initials, parsed.patronymic, *parsed.others) if word]


def _latin_given(word: str, words: IdentityWords) -> str:
    known = given_id(word, words.given, words.sounds) if len(word) > 2 else ""
    return words.given.shown[known][0] if known else to_latin(word, words.sounds)
