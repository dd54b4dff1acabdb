"""Countries, regions and cities: their kind and country by name, and where they stand in a sentence."""

from __future__ import annotations

from pipeline.names.lexicon import NameWords, Place, fold, is_russian, place_key
from pipeline.names.normal import nominative_phrase
from pipeline.names.pieces import Piece
from pipeline.names.view import APOSTROPHES, View

LONGEST = 6  # units of a place's name
JOINERS = frozenset({"and", "и"})


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
    return min(words.morphology.lemmas(word), default=word) if lang == "ru" and " " not in word else word


def find_country(name: str, lang: str, words: NameWords) -> str:
    """ISO 3166-1 alpha-2 code of the country that `name` (a country, region or city) is or lies in; empty if not known."""
    place = find_place(name, lang or ("ru" if is_russian(name) else "en"), words)
    return place.country if place is not None else ""


def place_type(name: str, lang: str, words: NameWords) -> str:
    """country, region, city, or empty if `name` is no known place."""
    place = find_place(name, lang or ("ru" if is_russian(name) else "en"), words)
    return place.type if place is not None and place.type not in {"body", "area"} else ""


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


def gazetteer_place(view: View, i: int) -> tuple[int, Place] | None:
    """The longest name of the gazetteer at unit `i`: (end, place)."""
    if not view.is_cap(i):
        return None
    for end in range(min(i + LONGEST, len(view)), i, -1):
        for key in _keys(view, i, end):
            place = view.names.places[view.lang].get(key)
            if place is not None and not (place.type == "city" and _is_common(view, i, end)):
                return end, place
    return None


def _is_common(view: View, i: int, end: int) -> bool:
    lex = view.lex
    if end > i + 1:
        return view.lang == "en" and view.among(end - 1, lex.bodies)
    return view.low(i) in lex.office_modifiers | lex.portfolios | lex.body_modifiers or view.among(i, lex.offices | lex.bodies | lex.honorifics | lex.events)


def _keys(view: View, start: int, end: int) -> list[str]:
    if end - start == 1:
        return [view.low(start), *sorted(view.units[start].lemmas)] if view.lang == "ru" else [view.low(start)]
    if view.lang == "en":
        return [" ".join(view.low(i) for i in range(start, end))]
    return [" ".join(min(view.names.morphology.lemmas(view.low(i)) or {view.low(i)}) for i in range(start, end))]


def parse_english_place(view: View, i: int) -> Piece | None:
    """ "Tver region", "Republic of Serbia", "Slovak Republic", "Russia's Penza region", "city of Brest", a known name, a LOC of the tagger."""
    for parse in (_country_by_title, _region_of, _named_region, _known, _tagged):
        piece = parse(view, i)
        if piece is not None:
            return _owned_region(view, piece)
    return None


def _country_by_title(view: View, i: int) -> Piece | None:
    """ "Islamic Republic of Iran", "Slovak Republic"."""
    j = i
    while view.is_cap(j) and (view.low(j) in view.lex.country_titles or view.low(j) in view.names.adjectives["en"]):
        j += 1
    if not view.is_cap(j) or view.low(j) not in view.lex.country_heads:
        return None
    adjectives = [view.names.adjectives["en"].get(view.low(k), "") for k in range(i, j)]
    if view.low(j + 1) == "of":
        k = j + 2 + (view.low(j + 2) == "the")
        known = gazetteer_place(view, k)
        if known is not None and known[1].type in {"country", "region"}:
            return Piece(i, known[0], known[1].type, view.text(i, known[0]), known[1].country, j)
    code = next((code for code in adjectives if code), "")
    return Piece(i, j + 1, "country", view.text(i, j + 1), code, j) if code else None


def _region_of(view: View, i: int) -> Piece | None:
    """ "province of Gilan", "City of Brest"."""
    lex = view.lex
    if not (view.among(i, lex.regions | lex.cities) and view.low(i + 1) == "of" and view.low(i) not in lex.portfolios):
        return None
    j = i + 2 + (view.low(i + 2) == "the")
    known = gazetteer_place(view, j)
    end = known[0] if known is not None else _capitals(view, j)
    if end == j:
        return None
    kind = "city" if view.among(i, lex.cities) else "region"
    stem = view.text(j, end)
    country = known[1].country if known is not None else view.names.region_words["en"].get(fold(stem), "")
    return Piece(i, end, kind, stem if kind == "city" else view.text(i, end), country, i)


def _capitals(view: View, i: int) -> int:
    j = i
    while view.is_cap(j) and j < i + 3 and view.units[j].pos == "PROPN" and view.units[j].ent != "PER":
        j += 1
    return j


def _named_region(view: View, i: int) -> Piece | None:
    """ "Penza region", "East Azerbaijan Province"; of "Penza and Samara regions" the part at `i`."""
    for j in range(i + 1, min(i + 4, len(view))):
        if not view.is_cap(j - 1) or view.among(j - 1, view.lex.offices | view.lex.bodies):
            return None
        if view.among(j, view.lex.regions | view.lex.cities) and view.low(j) not in view.lex.country_heads and _is_stem(view, i, j):
            return _region(view, i, j, j + 1)
        if view.low(j) in JOINERS and view.is_cap(j + 1) and view.among(j + 2, view.lex.regions) and view.low(j + 2).endswith("s"):
            return _region(view, i, j, j, kind=view.low(j + 2).removesuffix("s"))
    return None


def _is_stem(view: View, i: int, j: int) -> bool:
    stem = " ".join(view.low(k) for k in range(i, j))
    if stem in view.names.region_words["en"] or stem in view.names.places["en"]:
        return True
    return view.low(i) not in view.names.adjectives["en"] and all(view.units[k].pos == "PROPN" for k in range(i, j)) and view.low(i) not in view.lex.portfolios


def _region(view: View, i: int, stem_end: int, end: int, *, kind: str = "") -> Piece:
    stem = view.text(i, stem_end)
    known = view.names.places["en"].get(fold(stem))
    code = view.names.region_words["en"].get(fold(stem), "") or (known.country if known is not None else "")
    type_ = "city" if view.among(end - 1, view.lex.cities) and end > stem_end else "region"
    return Piece(i, end, type_, f"{stem} {kind}" if kind else (stem if type_ == "city" else view.text(i, end)), code, end - 1)


def _known(view: View, i: int) -> Piece | None:
    found = gazetteer_place(view, i)
    if found is None or found[1].type in {"body", "area"}:
        return None
    end, place = found
    if place.type == "city" and end - i == 1 and not _is_city(view, i):
        return None
    return Piece(i, _with_state(view, end, place.country) if place.type == "city" else end, place.type, view.text(i, end), place.country, end - 1)


def _is_city(view: View, i: int) -> bool:
    """Many a word is a town as well: it counts where the tagger sees a name that is no person's."""
    unit = view.units[i]
    if unit.ent == "PER" or unit.pos != "PROPN":
        return False
    return i > 0 or unit.ent in {"LOC", "FAC"} or len(view) == 1


def _with_state(view: View, end: int, country: str) -> int:
    """The end of "Atlanta, GA", "Washington, D.C.", "Rome, Italy" when the city ends at `end`."""
    if view.low(end) != "," or not view.is_cap(end + 1):
        return end
    word = view.units[end + 1].text
    if country == "US" and (word.replace(".", "").isupper() and len(word.replace(".", "")) == 2 or view.names.region_words["en"].get(fold(word)) == "US"):
        return end + 2
    found = gazetteer_place(view, end + 1)
    return found[0] if found is not None and found[1] == Place("country", country) and view.low(found[0]) in {",", ".", ""} else end


def _tagged(view: View, i: int) -> Piece | None:
    unit = view.units[i]
    if unit.ent != "LOC" or not unit.cap or view.among(i, view.lex.bodies | view.lex.offices | view.lex.portfolios) or _is_area(view, i):
        return None
    end = i + 1
    while end < len(view) and view.units[end].ent == "LOC" and view.units[end].cap and not view.units[end].ent_start:
        end += 1
    return None if any(view.among(k, view.lex.events) for k in range(i, end)) else Piece(i, end, "city", view.text(i, end), "", end - 1)


def _is_area(view: View, i: int) -> bool:
    """Whether a land, sea or river stands here, or no place but an adjective: "Guatemalan"."""
    found = gazetteer_place(view, i)
    return found is not None and found[1].type in {"area", "body"} or view.low(i) in view.names.adjectives[view.lang]


def _owned_region(view: View, piece: Piece) -> Piece:
    """ "Russia's Penza region": the region, with the country in front."""
    if piece.type != "country" or view.low(piece.end) not in APOSTROPHES:
        return piece
    region = _named_region(view, piece.end + 1) or _region_of(view, piece.end + 1)
    if region is None:
        return piece
    return Piece(piece.start, region.end, region.type, region.name, region.country or piece.country, region.head, region.start)


def parse_russian_place(view: View, i: int) -> Piece | None:
    """ "Астраханская область", "Республика Казахстан", "город Пенза", a known name, a LOC of the tagger."""
    for parse in (_russian_described, _russian_adjective, _russian_known, _russian_tagged):
        piece = parse(view, i)
        if piece is not None:
            return piece
    return None


def _russian_described(view: View, i: int) -> Piece | None:
    """The kind first: "Республики Казахстан", "города Пензы", "г. Пенза"."""
    kinds = view.lex.regions | view.lex.cities | view.lex.country_heads
    noun = view.low(i).rstrip(".")
    if not (view.among(i, kinds) or noun in kinds) or not view.is_cap(i + 1) or view.units[i + 1].initial:
        return None
    known = gazetteer_place(view, i + 1)
    if known is None and _is_adjective(view, i + 1) and not view.among(i, view.lex.cities):
        return None
    if known is None and (view.units[i + 1].ent == "PER" or view.among(i + 1, view.lex.offices | view.lex.bodies)):
        return None
    end = known[0] if known is not None else i + 2
    city = view.among(i, view.lex.cities) or noun in view.lex.cities
    place = known[1] if known is not None else None
    if city:
        return Piece(i, end, "city", nominative_phrase(view, i + 1, end), place.country if place else "", i)
    type_ = "country" if place is not None and place.type == "country" and view.among(i, view.lex.country_heads) else "region"
    return Piece(i, end, type_, nominative_phrase(view, i, end), place.country if place else "", i)


def _russian_adjective(view: View, i: int) -> Piece | None:
    """The kind last: "Астраханской области", "Китайской Народной Республики", of "Пензенской и Самарской областей" the part at `i`."""
    if not view.is_cap(i):
        return None
    for j in range(i + 1, min(i + 4, len(view))):
        if not _is_adjective(view, j - 1):
            return None
        if view.among(j, view.lex.regions | view.lex.country_heads) or view.low(j) == "обл.":
            return _adjective_place(view, i, j)
        if view.low(j) == "и" and view.is_cap(j + 1) and _is_adjective(view, j + 1) and view.among(j + 2, view.lex.regions):
            return _shared_region(view, i, j)
    return None


def _adjective_place(view: View, i: int, j: int) -> Piece:
    code = _code(view, i, view.names.region_words["ru"])
    name = nominative_phrase(view, i, j + 1) if view.units[j].number != "Plur" else _singular_region(view, i, j)
    country = _code(view, i, view.names.adjectives["ru"]) if view.among(j, view.lex.country_heads) and view.is_cap(j) else ""
    if country and not code:
        return Piece(i, j + 1, "country", name, country, j)
    return Piece(i, j + 1, "region", name, code, j)


def _shared_region(view: View, i: int, end: int) -> Piece:
    return Piece(i, end, "region", _singular_region(view, i, end + 2), _code(view, i, view.names.region_words["ru"]), end - 1)


def _singular_region(view: View, i: int, noun: int) -> str:
    """ "Пензенская область" of "Пензенской и Самарской областей"."""
    kind = min(view.units[noun].lemmas & (view.lex.regions | view.lex.country_heads), default=view.low(noun))
    return f"{agreeing(view.units[i].text, kind, view.names)} {kind}"


def agreeing(adjective: str, noun: str, names: NameWords) -> str:
    """The adjective in the nominative singular and in the gender of the noun (which is told in the nominative)."""
    gender = next((g for reading in names.morphology.readings(noun) for g in ("masc", "femn", "neut") if g in reading.tags), "femn")
    return names.morphology.inflect(adjective, frozenset({"ADJF"}), frozenset({"nomn", "sing", gender})) or adjective


def _code(view: View, i: int, table: object) -> str:
    assert isinstance(table, dict)
    return next((table[lemma] for lemma in sorted(view.units[i].lemmas) if lemma in table), "")


def _is_adjective(view: View, i: int) -> bool:
    return any("ADJF" in reading.tags for reading in view.names.morphology.readings(view.units[i].low))


def _russian_known(view: View, i: int) -> Piece | None:
    found = gazetteer_place(view, i)
    if found is None or found[1].type in {"body", "area"}:
        return None
    end, place = found
    if place.type == "city" and end - i == 1 and view.units[i].ent != "LOC" and (i == 0 or view.units[i].pos != "PROPN"):
        return None
    if place.type == "city" and end - i == 1 and (view.units[i].ent == "PER" or view.units[i + 1 : i + 2] and view.units[i + 1].initial):
        return None
    if end - i == 1 and _is_adjective(view, i) and place.type != "country":
        return None
    return Piece(i, end, place.type, nominative_phrase(view, i, end), place.country, end - 1)


def _russian_tagged(view: View, i: int) -> Piece | None:
    unit = view.units[i]
    if unit.ent != "LOC" or not unit.cap or view.among(i, view.lex.bodies | view.lex.offices) or _is_area(view, i):
        return None
    end = i + 1
    while end < len(view) and view.units[end].ent == "LOC" and not view.units[end].ent_start:
        end += 1
    if any(view.among(k, view.lex.events) for k in range(i, end)):
        return None
    kind = "region" if any(view.among(k, view.lex.regions) for k in range(i, end)) else "city"
    return Piece(i, end, kind, nominative_phrase(view, i, end), "", end - 1)
