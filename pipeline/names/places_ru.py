"""Countries, regions and cities in Russian sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.names.known_places import gazetteer_place, is_area
from pipeline.names.lexicon import NameWords, fold, lemma
from pipeline.names.normal import ADJECTIVE_ENDINGS, ADJECTIVE_FORM, masculine, nominative_phrase
from pipeline.names.pieces import Piece
from pipeline.names.view import View

NOMINATIVE = frozenset({"nomn", "sing"})


def parse_russian_place(view: View, i: int) -> Piece | None:
    """ "Астраханская область", "Республика Казахстан", "город Пенза", a known name, a LOC of the tagger."""
    for parse in (_whole_country, _russian_described, _russian_adjective, _russian_known, _russian_tagged):
        piece = parse(view, i)
        if piece is not None:
            return piece
    return None


def _whole_country(view: View, i: int) -> Piece | None:
    """A country that is called by its kind and a further word: «Республика Корея», «Южно-Африканская Республика»."""
    found = gazetteer_place(view, i)
    if found is None or found[1].type != "country" or found[0] == i + 1:
        return None
    head = next((k for k in range(i, found[0]) if view.among(k, view.lex.country_heads)), -1)
    return Piece(i, found[0], "country", nominative_phrase(view, i, found[0]), found[1].country, head) if head >= 0 else None


def _russian_described(view: View, i: int) -> Piece | None:
    """The kind first: "Республики Казахстан", "города Пензы", "г. Пенза"."""
    kinds = (view.lex.regions, view.lex.cities, view.lex.country_heads)
    noun = view.low(i).rstrip(".")
    if not view.is_cap(i + 1) or not (view.among(i, *kinds) or any(noun in kind for kind in kinds)) or view.units[i + 1].initial:
        return None
    known = gazetteer_place(view, i + 1)
    person = view.units[i + 1].ent == "PER"
    sure = known is not None and noun == "г" or _is_land(view, i)
    if person and view.is_cap(i + 2) and view.units[i + 2].ent == "PER" and not view.units[i + 2].ent_start and not sure:
        return None  # «в День города Владимир Иванов посетил музей»
    if known is None and _is_adjective(view, i + 1) and not _only_looks_like_one(view, i + 1) and not view.among(i, view.lex.cities):
        return None
    if known is None and ((person and not sure) or view.among(i + 1, view.lex.offices, view.lex.bodies)):
        return None
    end = known[0] if known is not None else i + 2
    city = view.among(i, view.lex.cities) or noun in view.lex.cities
    place = known[1] if known is not None else None
    if city:
        return Piece(i, end, "city", _nominative_place(view, i + 1, end), place.country if place else "", i)
    type_ = "country" if place is not None and place.type == "country" and view.among(i, view.lex.country_heads) else "region"
    return Piece(i, end, type_, nominative_phrase(view, i, end), place.country if place else "", i)


def _is_land(view: View, i: int) -> bool:
    """Whether a region or country is told by its kind and a name that is known, whoever follows: «провинции Хунань Тань Юй»."""
    known = gazetteer_place(view, i + 1)
    land = known is not None and known[1].type in {"region", "country"}
    return not view.among(i, view.lex.cities) and (land or bool(_code(view, i + 1, view.names.region_words["ru"])))


def _russian_adjective(view: View, i: int) -> Piece | None:
    """The kind last: "Астраханской области", "Китайской Народной Республики", of "Пензенской и Самарской областей" the part at `i`."""
    if not view.is_cap(i):
        return None
    for j in range(i + 1, min(i + 4, len(view))):
        if not _is_adjective(view, j - 1):
            return None
        if view.among(j, view.lex.regions, view.lex.country_heads) or view.low(j) == "обл.":
            if view.among(j, view.lex.bodies) and not view.is_cap(j):
                return None  # «Российского союза промышленников»
            if view.among(j, view.lex.country_heads) and (land := _country_behind(view, i, j)) is not None:
                return land
            return _adjective_place(view, i, j)
        if (noun := shared_noun(view, j)) is not None:
            return Piece(i, j, "region", _singular_region(view, i, noun), _code(view, i, view.names.region_words["ru"]), j - 1)
        if view.low(j) == "и" and j == i + 1 and (country := _shared_country(view, i)) is not None:
            return country
    return None


def _shared_country(view: View, i: int) -> Piece | None:
    """Of "Северной и Южной Кореи" the part at `i`."""
    second = gazetteer_place(view, i + 2)
    if second is None or second[1].type != "country" or second[0] != i + 4:
        return None
    place = view.names.places["ru"].get(" ".join(lemma(view.low(k), view.names.morphology) for k in (i, i + 3)))
    if place is None or place.type != "country":
        return None
    return Piece(i, i + 1, "country", view.names.country_names["ru"].get(place.country, view.text(i, i + 1)), place.country, i)


def _country_behind(view: View, i: int, j: int) -> Piece | None:
    """The country told in full, its name behind what kind of state it is: «Социалистической Республики Вьетнам»."""
    known = gazetteer_place(view, j + 1) if view.is_cap(j) else None
    if known is None or known[1].type != "country":
        return None
    return Piece(i, known[0], "country", nominative_phrase(view, i, known[0]), known[1].country, i)


def _adjective_place(view: View, i: int, j: int) -> Piece:
    code = _code(view, i, view.names.region_words["ru"])
    name = nominative_phrase(view, i, j + 1) if view.units[j].number != "Plur" else _singular_region(view, i, j)
    country = _code(view, i, view.names.adjectives["ru"]) if view.among(j, view.lex.country_heads) and view.is_cap(j) else ""
    if country and not code:
        return Piece(i, j + 1, "country", name, country, j)
    return Piece(i, j + 1, "region", name, code, j)


def shared_noun(view: View, i: int) -> int | None:
    """The noun that the adjective before `i` shares with those behind: "Тверской и Самарской областей", "Луганской и Донецкой народных республик"."""
    k = i
    while view.low(k) in {",", "и"} and view.is_cap(k + 1) and _is_adjective(view, k + 1):
        k += 2
    k += k > i and _is_adjective(view, k) and not view.is_cap(k) and view.units[k].number == "Plur"
    return k if k > i and view.among(k, view.lex.regions) else None


def _singular_region(view: View, i: int, noun: int) -> str:
    """ "Пензенская область" of "Пензенской и Самарской областей"."""
    kind = min(view.units[noun].lemmas & (view.lex.regions | view.lex.country_heads), default=view.low(noun))
    return f"{agreeing(view.units[i].text, kind, view.names)} {kind}"


def region_words(view: View, place: Piece) -> str:
    """The words of a place; those of a region that is told with others in the singular: «Томской области» for each part of «Томской и Омской областей»."""
    noun = place.end - 1 if view.among(place.end - 1, view.lex.regions) else shared_noun(view, place.end)
    if noun is None or noun == place.start or view.units[noun].number != "Plur" or place.type != "region":
        return view.text(place.start, place.end)
    morphology, singular = view.names.morphology, frozenset({"gent", "sing"})
    kind = morphology.inflect(min(view.units[noun].lemmas & view.lex.regions), frozenset({"nomn", "sing"}), singular)
    gender = next((g for r in morphology.readings(kind) for g in ("masc", "femn", "neut") if g in r.tags), "femn")
    shared = (noun - 1,) if not view.is_cap(noun - 1) else ()
    told = (morphology.inflect(view.units[k].text, frozenset({"ADJF"}), singular | {gender}) or view.units[k].text for k in shared)
    return " ".join((view.text(place.start, min(place.end, noun - len(shared))), *told, kind))


def words_of_owner(view: View, owners: Sequence[Piece], k: int) -> str:
    """What tells whose office or people owner `k` has: «Северной Кореи» of «Северной и Южной Кореи»."""
    words = region_words(view, owners[k])
    owner, last = owners[k], owners[-1]
    adjective = any("ADJF" in reading.tags for reading in view.names.morphology.readings(view.low(owner.start))[:1])
    shared = owner.type == "country" and owner.end == owner.start + 1 and last.end - last.start > 1 and adjective
    return f"{words} {view.units[last.end - 1].text}" if shared else words


def agreeing(adjective: str, noun: str, names: NameWords) -> str:
    """The adjective in the nominative singular and in the gender of the noun (which is told in the nominative)."""
    gender = next((g for reading in names.morphology.readings(noun) for g in ("masc", "femn", "neut") if g in reading.tags), "femn")
    made = names.morphology.inflect(adjective, frozenset({"ADJF"}), frozenset({"nomn", "sing", gender}))
    ending = ADJECTIVE_FORM.search(adjective)
    return made or (adjective if ending is None else adjective[: ending.start(1)] + ADJECTIVE_ENDINGS[gender])


def _code(view: View, i: int, table: Mapping[str, str]) -> str:
    lemmas = view.units[i].lemmas | {masculine(view.low(i), view.names.morphology)}
    return next((table[lemma] for lemma in sorted(lemmas) if lemma in table), "")


def _is_adjective(view: View, i: int) -> bool:
    return ADJECTIVE_FORM.search(view.low(i)) is not None or any("ADJF" in reading.tags for reading in view.names.morphology.readings(view.low(i)))


def _only_looks_like_one(view: View, i: int) -> bool:
    """Whether a foreign name only ends like an adjective: «провинция Аньхой»."""
    readings = view.names.morphology.readings(view.low(i))
    return ADJECTIVE_FORM.search(view.low(i)) is None and not any(reading.known for reading in readings)


def _russian_known(view: View, i: int) -> Piece | None:
    found = gazetteer_place(view, i)
    if found is None or found[1].type in {"body", "area"}:
        return None
    end, place = found
    if place.type == "city" and end - i == 1 and not _may_be_city(view, i):
        return None
    if end - i == 1 and _is_adjective(view, i) and place.type != "country":
        return None
    return Piece(i, end, place.type, _nominative_place(view, i, end), place.country, end - 1)


def _may_be_city(view: View, i: int) -> bool:
    """Whether a word that cities are called by means one here: as the tagger has it, or as the dictionary reads it, which knows no other meaning."""
    unit, alone = view.units[i], not (view.units[i + 1 : i + 2] and view.units[i + 1].initial)
    if unit.ent == "LOC" or not alone:
        return alone
    readings = view.names.morphology.readings(view.low(i))
    sure = all(reading.known and reading.has("Geox") for reading in readings) and bool(readings)
    beside = any(view.units[k].ent == "PER" for k in (i - 1, i + 1) if 0 <= k < len(view))
    return i > 0 and (sure and not beside if unit.ent == "PER" else sure or unit.pos == "PROPN")


def _nominative_place(view: View, start: int, end: int) -> str:
    """The name in the nominative; where the gazetteer does not know it, the words as told or with no more than the last part changed, if it knows these:
    "Актобе", "Нови-Сад" are told so in the locative and "из Нови-Сада"."""
    name, known = nominative_phrase(view, start, end), view.names.places["ru"]
    if fold(name) in known:
        return name
    told = view.text(start, end)
    first, hyphen, last = told.rpartition("-")
    parts = (last, *(view.names.morphology.inflect(last, reading.tags, NOMINATIVE) for reading in view.names.morphology.readings(last))) if hyphen else ()
    return next((other for other in (told, *(f"{first}-{part}" for part in parts)) if fold(other) in known), name)


def _russian_tagged(view: View, i: int) -> Piece | None:
    unit = view.units[i]
    readings = view.names.morphology.readings(unit.text) if i == 0 else ()
    if readings and all(reading.known and reading.has("VERB") for reading in readings):
        return None  # «Обсуждалось положение региона»
    if unit.ent != "LOC" or not unit.cap or view.among(i, view.lex.bodies, view.lex.offices) or is_area(view, i):
        return None
    end = i + 1
    while end < len(view) and view.units[end].ent == "LOC" and not view.units[end].ent_start and view.units[end].text != ")":
        end += 1
    if any(view.among(k, view.lex.events) for k in range(i, end)):
        return None
    kind = "region" if any(view.among(k, view.lex.regions) for k in range(i, end)) else "city"
    return Piece(i, end, kind, _nominative_place(view, i, end), "", end - 1)
