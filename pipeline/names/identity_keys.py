"""Keys of countries, regions, cities, bodies and groups that are the same for both languages and all spellings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from pipeline.names.identity import IdentityWords, describe_text
from pipeline.names.identity_cities import find_city
from pipeline.names.identity_places import KIND, split_places, stem
from pipeline.names.positions import Description, find_concept, plain_spelling

_QUOTES = re.compile('[«»"“”„]')
_PLURAL = re.compile(r"\w{3}[ыи]е\b")  # российские банки
ALIKE = 4  # letters of a stem that a place and its adjective share
PLACES = frozenset({"country", "region", "city"})


def entity_key(name: str, entity_type: str, words: IdentityWords, *, country: str = "", within: str = "") -> str:
    """The key of anything but a person; empty where the name alone ("the Ministry of Economy") does not tell which one it is.

    `within` is the body or place that it belongs to, `country` an ISO code known for it.
    """
    if entity_type in PLACES:
        return _place_key(name, entity_type, words, country)
    known = words.concepts.known.get(plain_spelling(name)) or words.concepts.known.get(plain_spelling(_without_kind(name, words)))
    if known is not None:
        return f"body:{known[0]}"
    description = describe_text(name, words)
    if description.others and description.concepts <= words.concepts.implied:
        description = replace(description, concepts=frozenset())
    places = description.places or describe_text(within, words).places or _only(country)
    if any("-" in code for code in places):  # a region, that its body may be called by once more; "Kazan" of its university tells it from others
        description = replace(description, others=description.others - _adjectives(description.others, within, words))
    return description_key(f"{entity_type}s" if _is_plural(name, words) else entity_type, description, places)


def _without_kind(name: str, words: IdentityWords) -> str:
    """The name without quotes and a kind that it is told with or without: «партия "Северный путь"», "North Way party"."""
    bare = _QUOTES.sub("", name).split()
    return " ".join(word for n, word in enumerate(bare) if n not in {0, len(bare) - 1} or find_concept(word, words.concepts) not in words.concepts.implied)


def _adjectives(others: Iterable[str], within: str, words: IdentityWords) -> set[str]:
    """The stems that tell the place once more: "калмыцкое" of the government of Kalmykia."""
    named = [stem(word, words.sounds)[:ALIKE] for word in within.split() if word.lower() not in words.places.kinds]
    return {other for other in others if other[:ALIKE] in named}


def _is_plural(name: str, words: IdentityWords) -> bool:
    """ "Russian banks", "российские банки": several bodies; not "the Ministry of Foreign Affairs"."""
    last = name.split()[-1] if name.split() else ""
    several = last.endswith("s") and find_concept(last, words.concepts) in words.concepts.heads and last.lower() not in words.concepts.whole
    return several or _PLURAL.search(name) is not None


def description_key(prefix: str, description: Description, places: tuple[str, ...]) -> str:
    """Meanings, places and other words of a body or office as one string; empty if neither place nor other word tells it from its like."""
    if not places and not description.others:
        return ""
    parts = (sorted(description.concepts), list(places), sorted(description.others))
    return ":".join([prefix, *("+".join(part) for part in parts)])


def _only(country: str) -> tuple[str, ...]:
    return (country,) if country else ()


def _place_key(name: str, entity_type: str, words: IdentityWords, country: str) -> str:
    codes = split_places(name, words.places, words.sounds).codes
    stems = _stems(name, words)
    if not codes and not stems:
        return ""
    if entity_type == "country":
        return f"country:{codes[0]}" if codes else f"country::{stems}"
    if entity_type == "region":
        return _region_key(stems, codes, words, country)
    city = find_city(name, country, words.cities)
    return f"city:{city or country + ':' + stems}"


def _region_key(stems: str, codes: tuple[str, ...], words: IdentityWords, country: str) -> str:
    known = next((code for code in codes if "-" in code), "") or words.places.index.get((stems, KIND), "")
    if known:
        return f"region:{known}"
    unknown = next((code[1:] for code in codes if code.startswith("@")), "")
    return f"region:{country}:{unknown or stems}"


def _stems(name: str, words: IdentityWords) -> str:
    return " ".join(stem(word, words.sounds) for word in name.split() if word.lower() not in words.places.kinds)
