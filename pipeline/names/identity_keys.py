"""Keys of countries, regions, cities, bodies and groups that are the same for both languages and all spellings."""

from __future__ import annotations

from pipeline.names.identity import IdentityWords, describe_text
from pipeline.names.identity_cities import find_city
from pipeline.names.identity_places import KIND, split_places, stem
from pipeline.names.positions import Description, plain_spelling

PLACES = frozenset({"country", "region", "city"})


def entity_key(name: str, entity_type: str, words: IdentityWords, *, country: str = "", within: str = "") -> str:
    """The key of anything but a person; empty where the name alone ("the Ministry of Economy") does not tell which one it is.

    `within` is the body or place that it belongs to, `country` an ISO code known for it.
    """
    if entity_type in PLACES:
        return _place_key(name, entity_type, words, country)
    known = words.concepts.known.get(plain_spelling(name))
    if known is not None:
        return f"body:{known[0]}"
    description = describe_text(name, words)
    places = description.places or describe_text(within, words).places or _only(country)
    return description_key(entity_type, description, places)


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
    if entity_type == "country":
        return f"country:{codes[0] if codes else country or stem(name, words.sounds)}"
    if entity_type == "region":
        return _region_key(name, codes, words, country)
    city = find_city(name, country, words.cities)
    return f"city:{city or country + ':' + _stems(name, words)}"


def _region_key(name: str, codes: tuple[str, ...], words: IdentityWords, country: str) -> str:
    known = next((code for code in codes if "-" in code), "") or words.places.index.get((_stems(name, words), KIND), "")
    if known:
        return f"region:{known}"
    unknown = next((code[1:] for code in codes if code.startswith("@")), "")
    return f"region:{country}:{unknown or _stems(name, words)}"


def _stems(name: str, words: IdentityWords) -> str:
    return " ".join(stem(word, words.sounds) for word in name.split() if word.lower() not in words.places.kinds)
