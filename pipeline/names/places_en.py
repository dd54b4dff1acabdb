"""Countries, regions and cities in English sentences."""

from __future__ import annotations

from dataclasses import replace

from pipeline.names.known_places import gazetteer_place, is_area
from pipeline.names.lexicon import fold
from pipeline.names.pieces import Piece
from pipeline.names.view import APOSTROPHES, View, singular

BEFORE_PLACES = frozenset({"in", "near", "visit", "visits", "visited", "visiting", "toured", "left"})
LONG = 5  # units
JOINERS = frozenset({"and"})
LANDS = frozenset({"country", "region"})


def parse_english_place(view: View, i: int) -> Piece | None:
    """ "Tver region", "Republic of Serbia", "Slovak Republic", "Russia's Penza region", "city of Brest", a known name, a LOC of the tagger."""
    if not view.is_cap(i) and not view.among(i, view.lex.regions, view.lex.cities):
        return None
    for parse in (_long_name, _country_by_title, _region_of, _named_region, _known, _tagged):
        piece = parse(view, i)
        if piece is not None:
            return _owned_region(view, _with_republic(view, piece))
    return None


def _with_republic(view: View, piece: Piece) -> Piece:
    """The region with the word that tells what it is: "Komi Republic"."""
    named = piece.type == "region" and view.is_cap(piece.end) and view.low(piece.end) == "republic" and view.low(piece.end + 1) != "of"
    return replace(piece, end=piece.end + 1, head=piece.end) if named else piece


def _long_name(view: View, i: int) -> Piece | None:
    """A name of many words, of which the first tell a shorter one: "United Kingdom of Great Britain and Northern Ireland"; "Solomon Islands"."""
    found = gazetteer_place(view, i)
    islands = found is not None and found[1].type == "country" and view.low(found[0] - 1) == "islands"
    return _known(view, i) if found is not None and (found[0] - i > LONG or islands) else None


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
    if not (
        view.among(i, lex.regions, lex.cities)
        and view.low(i + 1) == "of"
        and view.low(i) not in lex.portfolios
        and not (view.low(i).endswith("s") and not view.is_cap(i))
        and gazetteer_place(view, i) is None  # "Republic of Korea" is known as a whole
    ):
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
        if not view.is_cap(j - 1) or view.among(j - 1, view.lex.offices, view.lex.bodies):
            return None
        if view.is_cap(j) and view.among(j, view.lex.bodies) and view.low(j + 1) == "of":
            return None  # "the U.S. Department of Energy"
        if view.among(j, view.lex.regions, view.lex.cities) and view.low(j) not in view.lex.country_heads and _is_stem(view, i, j):
            return _region(view, i, j, j + 1)
        if view.low(j) in JOINERS and view.is_cap(j + 1) and view.among(j + 2, view.lex.regions) and view.low(j + 2).endswith("s"):
            return _region(view, i, j, j, kind=singular(view.low(j + 2)))
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
    kind = kind or singular(view.units[end - 1].text)
    return Piece(i, end, type_, stem if type_ == "city" else f"{stem} {kind}", code, end - 1)


def _known(view: View, i: int) -> Piece | None:
    found = gazetteer_place(view, i)
    if found is None or found[1].type in {"body", "area"}:
        return None
    end, place = found
    if place.type == "city" and end - i == 1 and not _is_city(view, i):
        return None
    return Piece(i, _with_state(view, i, end, place.country) if place.type == "city" else end, place.type, view.text(i, end), place.country, end - 1)


def _is_city(view: View, i: int) -> bool:
    """Many a word is a town as well: it counts where the tagger sees a name that is no person's, or where somebody goes or stays: "visited Florence"."""
    unit = view.units[i]
    alone = i + 1 == len(view) or not view.is_cap(i + 1)
    if unit.pos == "PROPN" and unit.ent == "PER" and i > 0 and alone and view.low(i - 1) in BEFORE_PLACES:
        return True
    if unit.ent == "PER" and unit.pos == "PROPN" and unit.ent_start and view.low(i - 1) == "of" and view.among(i - 2, view.lex.offices):
        return view.is_cap(i + 1) and view.is_cap(i + 2) and view.units[i + 2].ent == "PER"  # "the Mayor of Plovdiv Stoyan Iliev": the tagger sees one name
    if unit.ent == "PER" or unit.pos != "PROPN":
        return False
    return i > 0 or unit.ent in {"LOC", "FAC"} or len(view) == 1


def _with_state(view: View, i: int, end: int, country: str) -> int:
    """The end of "Atlanta, GA", "Washington, D.C.", "Rome, Italy" when the city ends at `end`; not of "New York, Illinois and Iowa"."""
    if view.low(end) != "," or not view.is_cap(end + 1):
        return end
    word = view.units[end + 1].text
    is_code = word.replace(".", "").isupper() and len(word.replace(".", "")) == 2
    listed = fold(view.text(i, end)) in view.lex.state_names
    if country == "US" and (is_code or (not listed and view.names.region_words["en"].get(fold(word)) == "US")):
        return end + 2
    found = gazetteer_place(view, end + 1)
    within = found is not None and found[1].type in LANDS and found[1].country == country
    return found[0] if found is not None and within and view.low(found[0]) in {",", ".", ""} else end


def _tagged(view: View, i: int) -> Piece | None:
    unit = view.units[i]
    if unit.ent != "LOC" or not unit.cap or view.among(i, view.lex.bodies, view.lex.offices):
        return None
    if (view.among(i, view.lex.portfolios) or is_area(view, i)) and not _is_half_named(view, i):
        return None
    if _is_compound(view, i) or (not unit.ent_start and i > 0 and view.units[i - 1].ent == "LOC"):
        return None
    end = i + 1
    while end < len(view) and view.units[end].ent == "LOC" and view.units[end].cap and not view.units[end].ent_start:
        end += 1
    if any(view.among(k, view.lex.events) for k in range(i, end)):
        return None
    stop, country = _with_land(view, end)
    return Piece(i, stop, "city", view.text(i, end), country, end - 1)


def _with_land(view: View, end: int) -> tuple[int, str]:
    """Where "Fort Alder, New Mexico," ends, whose town no list knows, and the country; no lands of a list: "Fort Alder, Chad and Laos"."""
    found = gazetteer_place(view, end + 1) if view.low(end) == "," else None
    if found is None or found[1].type not in LANDS or view.low(found[0]) not in {",", ".", ""}:
        return end, ""
    behind = found[0] + 1 + (view.low(found[0] + 1) == "and")
    listed = view.low(found[0]) == "," and behind < len(view) and gazetteer_place(view, behind) is not None
    return (end, "") if listed else (found[0], found[1].country)


def _is_half_named(view: View, i: int) -> bool:
    """Whether the tagger takes a word for a field or a side of the world and the name behind it, no more, for one place: "East Alta"."""
    longer = i + 2 < len(view) and view.units[i + 2].ent == "LOC" and not view.units[i + 2].ent_start
    second = i + 1 < len(view) and view.units[i + 1].ent == "LOC" and not view.units[i + 1].ent_start and view.is_cap(i + 1)
    known = gazetteer_place(view, i)
    return second and not longer and (known is None or known[0] == i + 1) and not view.among(i + 1, view.lex.portfolios, view.lex.bodies, view.lex.events)


def _is_compound(view: View, i: int) -> bool:
    """ "Minsk-based", "Minsk-Baku", "North-South": no name of a place."""
    parts = view.units[i].text.split("-")
    known = (view.names.places["en"], view.names.adjectives["en"])
    return len(parts) > 1 and (parts[-1].islower() or any(fold(part) in table for part in parts for table in known))


def _owned_region(view: View, piece: Piece) -> Piece:
    """ "Russia's Penza region", "Turkey's Izmir", "Alta's Berga district": the smaller place, with the larger one in front."""
    if piece.type not in {"country", "region", "city"} or view.low(piece.end) not in APOSTROPHES:
        return piece
    inner = _named_region(view, piece.end + 1) or _region_of(view, piece.end + 1)
    if inner is None and piece.type != "city":
        city = _known(view, piece.end + 1)
        inner = city if city is not None and city.type == "city" and not view.is_cap(city.end) and view.low(city.end) not in APOSTROPHES else None
    if inner is None:
        return piece
    return Piece(piece.start, inner.end, inner.type, inner.name, inner.country or piece.country, inner.head, inner.start)
