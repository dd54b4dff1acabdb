"""Offices of Russian texts: "бывшим первым заместителем министра иностранных дел Сербии", without the name that may follow."""

from __future__ import annotations

from pipeline.names.bodies import parse_body
from pipeline.names.bodies_ru import russian_complement
from pipeline.names.genitives import OURS, QUOTES, generic_place, genitive_step, is_body_noun, quote_end, quotes_end
from pipeline.names.holders_between import end_before_name, skip_circumstances
from pipeline.names.lexicon import fold
from pipeline.names.normal import ADJECTIVE_FORM, find_head, head_reading, is_joined_office, nominative_adjective, nominative_phrase, told_cases
from pipeline.names.owners import parse_adjective, parse_region_adjective
from pipeline.names.people_ru import is_behind_see, is_short_land
from pipeline.names.pieces import Office, Piece
from pipeline.names.places import parse_place
from pipeline.names.view import View, remembered

ABROAD = frozenset(
    {"посол", "консул", "представитель", "посланник", "полпред", "постпред", "торгпред", "атташе", "советник", "поверенный", "спецпредставитель"}
)
DOING, DUTIES = frozenset({"исполнять"}), frozenset({"обязанность"})
DASHES = frozenset({"-", "–", "—"})


@remembered
def parse_office_ru(view: View, i: int) -> Office | None:
    """The office that begins at unit `i`, with status, owner and complement."""
    start = i
    i, status = _status(view, i)
    core_start, owner = i, None
    while i < len(view) and (not is_office_ru(view, i) or _is_first_part(view, i)):
        adjective = parse_adjective(view, i) or _region_adjective(view, i)
        if adjective is not None:
            owner, core_start = adjective, i + 1 if core_start == i else core_start
        elif not (_is_first_part(view, i) or _is_modifier(view, i) or (view.low(i) == "и" and i > core_start and _is_modifier(view, i + 1))):
            return None
        i += 1
    if i >= len(view) or i - start > 7:
        return None
    return _complete(view, start, core_start, i, owner, status)


def _status(view: View, i: int) -> tuple[int, str]:
    status = ""
    while i < len(view):
        if view.low(i) == "и." and view.low(i + 1) in {"о.", "о"}:
            i, status = i + 2, "acting"
        elif view.low(i) in view.lex.acting:
            i, status = i + 1, "acting"
        elif view.among(i, DOING) and view.among(i + 1, DUTIES):
            i, status = i + 2, "acting"
        elif view.among(i, view.lex.former, view.lex.current) and _is_full_form(view, i) and not is_office_ru(view, i):
            status = status or ("former" if view.among(i, view.lex.former) else "")
            i += 1
        else:
            break
    return i, status


def _is_full_form(view: View, i: int) -> bool:
    """An adjective or noun, no short participle: "избранный", not "избран"."""
    return (
        "-" in view.low(i)
        or not any(r.tags & {"ADJS", "PRTS", "VERB"} for r in view.names.morphology.readings(view.low(i))[:1])
        or any(r.tags & {"ADJF", "PRTF", "NOUN"} for r in view.names.morphology.readings(view.low(i)))
    )


@remembered
def is_office_ru(view: View, i: int) -> bool:
    """Whether the unit is a noun for an office, with prefixes ("экс-министр") as well."""
    if not 0 <= i < len(view) or view.units[i].pos in {"VERB", "ADP", "ADV"} or view.text(i - 1, i + 1).lower() == "во главе":
        return False
    if view.among(i, view.lex.offices):
        return True
    if "-" not in view.low(i):
        return any(is_joined_office(view, word) for word in view.units[i].forms)
    allowed = view.lex.offices | view.lex.office_modifiers | view.lex.former | view.lex.acting
    return any("-" in lemma and _parts_fit(lemma.split("-"), view, allowed) for lemma in view.units[i].lemmas)


def _parts_fit(parts: list[str], view: View, allowed: frozenset[str]) -> bool:
    lemmas = [view.names.morphology.lemmas(part) | {part} if part else frozenset() for part in parts]
    return all(lemma & allowed for lemma in lemmas) and bool(lemmas[-1] & view.lex.offices or lemmas[0] & view.lex.offices)


def _is_modifier(view: View, i: int) -> bool:
    return view.among(i, view.lex.office_modifiers) and _is_full_form(view, i)


def _is_first_part(view: View, i: int) -> bool:
    """ "премьер" of "премьер министр", told without a hyphen."""
    if not view.among(i, view.lex.office_firsts) or not view.among(i + 1, view.lex.offices) or view.is_cap(i + 1):
        return False
    return view.units[i].number != "Plur" and bool(told_cases(view, i) & {*told_cases(view, i + 1), "nomn"})


def _region_adjective(view: View, i: int) -> Piece | None:
    """ "астраханский губернатор": the region that the adjective stands for."""
    found = parse_region_adjective(view, i)
    return found if found is not None and is_office_ru(view, i + 1) else None


def _complete(view: View, start: int, core_start: int, head: int, owner: Piece | None, status: str) -> Office:
    if core_start > head:
        core_start = head
    end, told_end, place = _chain(view, head + 1, head)
    owner = place or owner
    position = _nominative_office(view, core_start, head, told_end)
    prefix = view.low(head).split("-")[0]
    status = status or ("former" if prefix == "экс" else "acting" if prefix in {"врио", "ио"} else "")
    plural = _is_plural(view, head)
    more = _more_owners(view, end) if owner is not None and owner.end == end and (plural or _may_be_plural(view, head)) else []
    plural = plural or bool(more)
    weak = view.among(head, view.lex.weak_offices) and core_start == head and owner is None and told_end == head + 1
    return Office(start, more[-1].end if more else end, head, _lowered(position, view, core_start), status, owner, weak, plural, tuple(more))


def _nominative_office(view: View, start: int, head: int, end: int) -> str:
    """The office in the nominative; its noun may be an adjective by form ("уполномоченного по правам")."""
    if head > start and _is_first_part(view, head - 1):
        return f"{min(view.units[head - 1].lemmas & view.lex.office_firsts)}-{nominative_phrase(view, head, end)}"
    if view.among(head, view.lex.clergy) and end > head + 1 and view.is_cap(head + 1):
        return _nominative_see(view, start, head, end)
    readings = view.names.morphology.readings(view.low(head))
    if any("NOUN" in reading.tags for reading in readings) or not readings or "-" in view.low(head):
        return nominative_phrase(view, start, end)
    gender = "femn" if view.units[head].gender == "Fem" else "masc"
    number = "plur" if view.units[head].number == "Plur" else "sing"
    made = [nominative_adjective(view, i, number, gender) for i in range(start, head + 1)]
    return " ".join([*made, view.text(head + 1, end)]).strip()


def _is_plural(view: View, head: int) -> bool:
    reading = head_reading(view, head)
    return reading is not None and ("plur" in reading.tags or _behind_plural(view, head))


def _behind_plural(view: View, head: int) -> bool:
    """Whether an adjective in the plural stands before a noun that the tagger takes for a singular: «генеральные директора»."""
    before = view.names.morphology.readings(view.low(head - 1)) if head and view.units[head - 1].pos == "ADJ" else ()
    plural = bool(before) and all("plur" in reading.tags for reading in before)
    return plural and any(reading.has("NOUN", "plur") for reading in view.names.morphology.readings(view.low(head)))


def _may_be_plural(view: View, head: int) -> bool:
    """The tagger takes "Главы областей" for a genitive where the sentence begins."""
    return head == 0 and any(reading.has("NOUN", "nomn", "plur") for reading in view.names.morphology.readings(view.low(head)))


def _lowered(position: str, view: View, start: int) -> str:
    first, _, rest = position.partition(" ")
    words = [first if first.isupper() and len(first) > 1 else first[:1].lower() + first[1:]]
    for word in (w for w in rest.split() if w.lower() not in OURS):
        known = fold(word) in view.names.places["ru"] or (word.isupper() and len(word) > 1) or view.names.region_words["ru"].get(fold(word))
        is_common = any(not r.tags & {"Geox", "Name", "Surn", "Orgn"} for r in view.names.morphology.readings(word)[:1])
        words.append(word.lower() if is_common and not known else word)
    return " ".join(words)


def _chain(view: View, i: int, head: int) -> tuple[int, int, Piece | None]:
    """What follows the head noun: (end of all, end of what belongs to the position, the place or body it is the office of)."""
    end = told = i + 2 if view.text(i, i + 2).lower() in view.lex.office_tails else i
    owner: Piece | None = None
    while end < len(view) and not is_behind_see(view, end):
        step = _step(view, end, head, owner)
        if step is None:
            break
        end, place = step
        if place is None and owner is None:
            told = end
        owner = owner or place
    end = end_before_name(view, end, owner) if owner is not None else end
    kept = told if view.among(head, view.lex.clergy) else _without_adjectives(view, i, told)
    return (end if owner is not None else kept), kept, owner


def _without_adjectives(view: View, start: int, end: int) -> int:
    """The end without adjectives that no noun follows: "лидер французского [Национального фронта]"."""
    while end > start and view.units[end - 1].pos in {"ADJ", "ADV"}:
        end -= 1
    return end


def _step(view: View, i: int, head: int, owner: Piece | None) -> tuple[int, Piece | None] | None:
    if (beyond := _beyond(view, i, head, owner)) > i:
        return beyond, None
    if view.low(i) == "от" and view.among(head, view.lex.delegates) and owner is None and (sender := parse_place(view, i + 1) or parse_body(view, i + 1)):
        return sender.end, sender
    if i == head + 1 and (under := _governed(view, i, head)) is not None:
        return under.end, under
    if view.units[i].text in QUOTES and (stop := quotes_end(view, i)) > i and owner is None:
        return stop, Piece(i, stop, "organization", view.text(i + 1, quote_end(view, i) - 1), "", i)
    if is_office_ru(view, i) and _in_genitive(view, i) and owner is None and not view.lex.honorifics & view.units[i].lemmas:
        return i + 1, None
    if owner is None and view.among(i, view.lex.pair_words) and view.among(i + 1, view.lex.pair_nouns) and _in_genitive(view, i + 1):
        return i + 2, None
    generic = generic_place(view, i)
    if generic is not None and owner is None:
        return generic.end, None
    found = _owned(view, i) if owner is None else None
    if found is not None:
        return found.end, found
    step = genitive_step(view, i) if owner is None else i
    return (step, None) if step > i else None


def _beyond(view: View, i: int, head: int, owner: Piece | None) -> int:
    """The end of what an office takes that is no genitive: where an envoy works, a bishop's see, a second title in brackets; `i` if nothing stands there."""
    if view.low(i) in {"в", "во", "при", "на"} and view.among(head, ABROAD) and (abroad := _abroad_end(view, i)) > i:
        return abroad
    if view.units[i].text == "(" and owner is None and view.low(i + 2) == ")" and is_office_ru(view, i + 1):
        return i + 3  # «член Коллегии (министр) по торговле»
    return _see_end(view, i) if i == head + 1 and view.among(head, view.lex.clergy) else i


def _see_end(view: View, i: int) -> int:
    """The end of a bishop's see: "Пермский и Кунгурский", "Московский и всея Руси"; `i` if none is told."""
    end = i
    if view.low(i) == "всея":
        return i + 2
    while view.is_cap(end) and ADJECTIVE_FORM.search(view.low(end)):
        end += 1
        if view.low(end) in {"и", ","} and view.is_cap(end + 1) and ADJECTIVE_FORM.search(view.low(end + 1)):
            end += 1
        elif view.low(end) == "и" and view.low(end + 1) == "всея":
            return end + 3
    return end


def _nominative_see(view: View, start: int, head: int, end: int) -> str:
    told = (nominative_adjective(view, k, "sing", "masc") if ADJECTIVE_FORM.search(view.low(k)) else view.units[k].text for k in range(head + 1, end))
    return " ".join([nominative_phrase(view, start, head + 1), *told]).replace(" ,", ",")


def _abroad_end(view: View, i: int) -> int:
    """The end of the place or body where an envoy works: "в России", "на Южном Кавказе", "в округе"; `i` if none is told."""
    found = parse_place(view, i + 1) or parse_body(view, i + 1)
    if found is not None:
        return found.end
    if view.low(i) == "при" and (beside := parse_office_ru(view, i + 1)) is not None:
        return beside.end  # «полпред при президенте России»
    end = skip_circumstances(view, i)
    return end if end > i and (view.is_cap(i + 1) or view.among(i + 1, view.lex.regions)) else i


def _governed(view: View, i: int, head: int) -> Piece | None:
    """The body in the instrumental that a "заведующий" or "управляющий" has under him."""
    j = i + (view.low(i) == "." and view.low(head) == "зав")
    if not view.among(head, view.lex.instrumental_offices) and view.low(head).rstrip(".") != "зав":
        return None
    noun = next((k for k in range(j, min(j + 3, len(view))) if is_body_noun(view, k)), -1)
    if noun < 0 or not any("ablt" in reading.tags for reading in view.names.morphology.readings(view.low(noun))):
        return None
    end, place, _ = russian_complement(view, noun + 1)
    return Piece(j, end, "organization", nominative_phrase(view, j, end), place.country if place else "", noun, j, place)


def _owned(view: View, i: int) -> Piece | None:
    """A place or body in the genitive."""
    if not view.low(i)[:1].isalpha() or view.low(i) in {"и", "в", "с", "на", "по", "к"}:
        return None
    place = parse_place(view, i)
    if place is not None and (_is_owner(view, i, place.end) or _is_short_name(view, place)):
        return place
    if is_short_land(view, i):
        return Piece(i, i + 1, "region", view.units[i].text, "", i)
    body = parse_body(view, i)
    owner = body is not None and (_is_owner(view, i, body.end) or view.units[i].text.isupper() or (body.head > i and _in_genitive(view, body.head)))
    return body if owner else None


def _is_short_name(view: View, place: Piece) -> bool:
    """Whether a land is told by its first letters, which have no cases: «глава КБР»."""
    return place.end == place.start + 1 and view.units[place.start].text.isupper() and not view.shouting


def _is_owner(view: View, start: int, end: int) -> bool:
    head = find_head(view, start, end)
    return head < 0 or _in_genitive(view, head)


def _in_genitive(view: View, i: int) -> bool:
    unit = view.units[i]
    readings = [r for r in view.names.morphology.readings(unit.low) if r.tags & {"NOUN", "ADJF"}]
    possible = any(r.tags & {"gent", "gen2"} or "Fixd" in r.tags for r in readings) or not readings
    return possible and (not unit.cases or "Gen" in unit.cases or unit.pos == "PROPN" or unit.cap or "Acc" in unit.cases)


def _more_owners(view: View, i: int) -> list[Piece]:
    """The further places of "президенты Армении, Грузии и Сербии"."""
    found: list[Piece] = []
    while view.low(i) in {",", "и"}:
        place = parse_place(view, i + 1) or (parse_body(view, i + 1) if i + 1 < len(view) and view.units[i + 1].text.isupper() else None)  # «США, ЕС»
        if place is None or not _is_owner(view, i + 1, place.end):
            break
        found.append(place)
        i = place.end
    return found if found and view.low(found[-1].start - 1) == "и" else []
