"""Organisations in Russian sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.names.genitives import QUOTES, generic_place, genitive_step, is_body_noun, is_genitive, quote_end, with_further_people
from pipeline.names.known_places import gazetteer_place
from pipeline.names.lexicon import fold
from pipeline.names.morphology import Reading
from pipeline.names.normal import nominative_adjective, nominative_phrase
from pipeline.names.owners import parse_adjective, parse_land
from pipeline.names.pieces import Piece
from pipeline.names.places import parse_place
from pipeline.names.view import View

LONGEST_ABBREVIATION = 8  # letters
LONGEST_LIST = 9  # words before the noun that several bodies share
LATIN = re.compile("[A-Z]")


def parse_russian_body(view: View, i: int) -> Piece | None:
    """ "Правительство Астраханской области", "ООО «Ромашка»", "итальянское правительство", an ORG of the tagger."""
    for parse in (_told_together, _russian_described, _russian_bloc, _russian_tagged):
        piece = parse(view, i)
        if piece is not None:
            return piece
    return None


def _russian_described(view: View, i: int) -> Piece | None:
    head = i
    while head < len(view) and head < i + 4 and not is_body_noun(view, head) and _is_adjective(view, head):
        head += 1
    if head >= len(view) or not is_body_noun(view, head) or view.units[head].initial or not _agree(view, i, head) or _is_of_people(view, head):
        return None
    end, place, quoted = russian_complement(view, head + 1, chain=not (is_shortened(view.units[head].text) or _is_contracted(view, head)))
    regional = view.among(head, view.lex.regional_bodies)
    owner = next((found for k in range(i, head) if (found := (parse_land if regional else parse_adjective)(view, k)) is not None), None)
    place = place or owner
    end = _tagged_end(view, head, end) if place is None and not quoted else end
    if _is_vague(view, i, head, end, place, quoted):
        return None
    name = nominative_phrase(view, i, end)
    return Piece(i, end, "organization", name, place.country if place else "", head, i, place, lower=not view.is_cap(i))


def _tagged_end(view: View, head: int, end: int) -> int:
    """The end of the names behind a body that the tagger takes for parts of it: «Университет Гаджа Мада», «Ассоциация врачей Воеводины»; else `end`."""
    k = end
    while view.units[head].ent == "ORG" and k < len(view) and view.units[k].ent == "ORG" and not view.units[k].ent_start and _is_part(view, k):
        k += 1
    return k


def _is_part(view: View, k: int) -> bool:
    """Whether a word in a capital and small letters can be part of a body's name, no office or body of its own."""
    return view.is_cap(k) and not view.units[k].text.isupper() and not view.among(k, view.lex.offices, view.lex.bodies, view.lex.events)


def _is_of_people(view: View, head: int) -> bool:
    """Whether a noun for a body stands for people told behind it: «группа депутатов парламента»."""
    behind = head + 1
    return (
        view.among(head, view.lex.collectives)
        and not view.is_cap(head)
        and behind < len(view)
        and view.units[behind].number == "Plur"
        and not view.is_cap(behind)
        and view.among(behind, view.lex.offices)
    )


def _told_together(view: View, i: int) -> Piece | None:
    """Bodies of one kind told by their adjectives: "Верховного, Конституционного и Высшего Арбитражного судов"."""
    k, joined = i, False
    while k + 1 < len(view) and k < i + LONGEST_LIST:
        link = view.low(k) in {",", "и"} and k > i and view.is_cap(k + 1)
        joined = joined or link
        if not link and not (view.is_cap(k) and _is_adjective(view, k) and not is_body_noun(view, k)):
            break
        k += 1
    single = (
        view.units[k].number == "Sing" and all(view.units[n].number == "Sing" for n in range(i, k) if view.is_cap(n)) if joined and k < len(view) else False
    )
    if not joined or not is_body_noun(view, k) or not (single or view.units[k].number == "Plur") or view.low(k - 1) in {",", "и"}:
        return None
    gender = next((tag for tag in ("masc", "femn", "neut") for r in _singulars(view, k) if tag in r.tags), "masc")
    told = (view.units[n].text if view.low(n) in {",", "и"} else nominative_adjective(view, n, "sing", gender) for n in range(i, k))
    end, place, _ = russian_complement(view, k + 1) if view.low(k + 1) != "и" else (k + 1, None, False)
    name = f"{' '.join(told).replace(' ,', ',')} {nominative_phrase(view, k, end)}"
    return Piece(i, end, "organization", name, place.country if place else "", k, i, place)


def _singulars(view: View, i: int) -> Iterator[Reading]:
    """How the dictionary reads the singular of the noun at `i`."""
    for lemma in sorted(view.units[i].lemmas & view.lex.bodies):
        yield from view.names.morphology.readings(lemma)[:1]


def _agree(view: View, start: int, head: int) -> bool:
    """Whether the tagger sees the adjectives in the noun's case: not so in "принятый Советом"."""
    cases = view.units[head].cases
    return all(not cases or not view.units[k].cases or cases & view.units[k].cases for k in range(start, head))


def _is_vague(view: View, start: int, head: int, end: int, place: Piece | None, quoted: bool) -> bool:
    """Whether these are only common words: "центр", "новая школа"."""
    if quoted or view.is_cap(head) and start > 0 or (view.units[head].text.isupper() and len(view.units[head].text) > 1):
        return False
    if place is not None and (not place.generic or view.among(head, view.lex.bodies - view.lex.common_bodies)):
        return False
    if 0 < start < head and view.is_cap(start) or fold(nominative_phrase(view, start, end)) in view.lex.whole_bodies:
        return False
    if start == 0 and view.is_cap(0) and end > head + 1:
        return False
    return view.among(head, view.lex.common_bodies) or end == head + 1 and not any(view.is_cap(k) for k in range(max(start, 1), head + 1))


def _is_adjective(view: View, i: int) -> bool:
    return any(reading.tags & {"ADJF", "PRTF"} for reading in view.names.morphology.readings(view.low(i))[:2])


def _is_contracted(view: View, i: int) -> bool:
    """Whether the noun is short for a ministry: "Минсельхоз" is followed by no genitives that belong to it."""
    return any(form.startswith("мин") and form in view.lex.bodies and not form.startswith("министерств") for form in view.units[i].forms)


def is_shortened(word: str) -> bool:
    """Whether the word is an abbreviation: "ОБСЕ" takes no genitives as "совет" does, but a place or a name in quotes."""
    return word.isupper() and 1 < len(word) < LONGEST_ABBREVIATION


def russian_complement(view: View, i: int, *, chain: bool = True) -> tuple[int, Piece | None, bool]:
    """What follows a Russian body's noun: (end, the place in it, whether a name in quotes is in it). `chain`: whether plain genitives may follow."""
    end, place, quoted = i, None, False
    while end < len(view):
        if view.units[end].text in QUOTES and (stop := quote_end(view, end)) > end:
            end, quoted = stop, True
            continue
        if view.is_cap(end) and LATIN.match(view.units[end].text) is not None and view.units[end].ent != "PER":
            end, quoted = end + 1, True  # «компания Nordwind»
            continue
        if view.low(end) == "№" and view.low(end + 1).isdigit():
            end += 2  # «школа № 5»
            continue
        if end == i and _is_called(view, end):
            end, quoted = end + 1, True
            continue
        owned = is_genitive(view, end) or view.units[end].text.isupper() or (chain and _is_unknown_place(view, end))
        following = generic_place(view, end) or (parse_place(view, end) if owned else None)
        if following is not None:
            whole = _greater_body(view, following.end) if following.generic else None  # «МИД стран БРИКС»
            return (following.end, following, quoted) if whole is None else (whole.end, whole, quoted)
        step = genitive_step(view, end) if chain else end
        if step == end and chain:
            step = with_further_people(view, end)
        if step == end:
            step = _against(view, end)
        if step == end:
            break
        end = step
    whole = _greater_body(view, end) if chain and end > i and place is None else None
    whole = _russian_bloc(view, end) if not chain and end == i and view.units[i - 1].text.isupper() else whole  # «СБ ООН»
    return (whole.end, whole, quoted) if whole is not None else (end, place, quoted)


def _is_unknown_place(view: View, i: int) -> bool:
    """Whether the tagger takes a word that no dictionary knows for a place: of its case nothing is known."""
    readings = view.names.morphology.readings(view.low(i)) if view.is_cap(i) and view.units[i].ent == "LOC" else ()
    return bool(readings) and not any(reading.known for reading in readings) and gazetteer_place(view, i) is None


def _is_called(view: View, i: int) -> bool:
    """Whether a name in capitals and the nominative stands behind a body of a kind that is told by name: "компания Газпром"."""
    unit = view.units[i]
    if not view.among(i - 1, view.lex.called_bodies) or not view.is_cap(i) or unit.ent in {"PER", "LOC"} or gazetteer_place(view, i) is not None:
        return False
    nouns = [r for r in view.names.morphology.readings(unit.low) if "NOUN" in r.tags]
    named = bool(nouns) and "NOUN" in nouns[0].tags and not any(r.tags & {"Name", "Surn", "Patr"} for r in nouns[:1])
    return named and any(r.tags & {"nomn"} and "sing" in r.tags for r in nouns)


def _against(view: View, i: int) -> int:
    """The end of "против нелегальной иммиграции" at `i`; `i` if nothing of the kind stands there."""
    end = i + 1
    while view.low(i) == "против" and (step := genitive_step(view, end)) > end:
        end = step
    return end if end > i + 1 else i


def _greater_body(view: View, i: int) -> Piece | None:
    """The body in capitals that another one is part of: "отдел связей HP", "кафедра истории РГГУ"."""
    if i >= len(view) or not view.units[i].text.isupper() or len(view.units[i].text) < 2:
        return None
    return _russian_tagged(view, i) or _russian_bloc(view, i)  # «совет министров стран СНГ»


def _russian_bloc(view: View, i: int) -> Piece | None:
    found = gazetteer_place(view, i)
    if found is None or found[1].type != "body":
        return None
    return Piece(i, found[0], "organization", nominative_phrase(view, i, found[0]), "", i)


def _land_end(view: View, i: int) -> int:
    """The end of the land in the genitive behind a body that the tagger found: «Милли Меджлис Азербайджанской Республики»; `i` if none stands there."""
    place = parse_place(view, i) if is_genitive(view, i) and view.is_cap(i) else None
    return place.end if place is not None and place.type in {"country", "region"} else i


def _stays_as_told(view: View, i: int) -> bool:
    """Whether a name in quotes, behind a noun that tells what it is the name of, can be read as a nominative: «с поставщиком «Сахара Электрик»»."""
    if i < 2 or view.units[i - 1].text not in QUOTES or view.units[i - 2].pos != "NOUN":
        return False
    readings = view.names.morphology.readings(view.low(i))
    return not any(r.known for r in readings) or any("nomn" in r.tags for r in readings)


def _russian_tagged(view: View, i: int) -> Piece | None:
    unit = view.units[i]
    if (
        unit.ent != "ORG"
        or not (unit.cap or unit.text in QUOTES)
        or (not unit.ent_start and i > 0 and view.units[i - 1].ent == "ORG" and view.units[i - 1].text not in QUOTES)
    ):
        return None
    end = i + 1
    while end < len(view) and view.units[end].ent == "ORG" and not view.units[end].ent_start:
        end += 1
    if unit.cap and view.units[end - 1].text in QUOTES.values() and not any(view.units[k].text in QUOTES for k in range(i, end - 1)):
        end -= 1  # of «Волжские дороги» the tagger left out the quotation mark that opens
    if any(view.among(k, view.lex.events, view.lex.offices, view.lex.not_bodies) for k in range(i, end)):
        return None
    noun = end - 1
    if unit.cap and noun > i and end < len(view) and view.among(noun, view.lex.bodies) and not view.units[noun].text.isupper():  # «Милли Меджлис»
        end = _land_end(view, end)
        return Piece(i, end, "organization", f"{view.text(i, noun)} {nominative_phrase(view, noun, end)}", "", noun, i)
    name = nominative_phrase(view, i, end) if unit.cap and not _stays_as_told(view, i) else view.text(i, end).strip('«»“”"„')
    return Piece(i, end, "organization", name, "", i)
