"""What stands for somebody told before or elsewhere: pronouns, "the parties", "two cities", "the embassy", "the Serbian side"."""

from __future__ import annotations

from pipeline.names.genitives import is_genitive
from pipeline.names.normal import nominative_phrase
from pipeline.names.owners import parse_adjective, parse_land
from pipeline.names.pieces import Office, Piece
from pipeline.names.places import parse_place
from pipeline.names.view import View

ARTICLES = frozenset({"the", "this", "its", "their"})
POSSESSIVE = frozenset({"her"})  # also the object of a verb
INDEFINITE = frozenset({"a", "an"})
FURTHER = frozenset({"из", "от"})
NAMING = frozenset({",", ":", "-", "–", "—"})  # between those who are told as the parties and their names


def parse_pronoun(view: View, i: int) -> tuple[int, str, bool] | None:
    """(end, gender, plural) of a personal pronoun that can take part."""
    if view.units[i].pos not in {"PRON", "DET"}:
        return None
    lemmas = sorted(lemma for lemma in view.units[i].lemmas if lemma in view.lex.pronouns)
    several = [lemma for lemma in lemmas if view.lex.pronouns[lemma] == "" and view.units[i].number == "Plur"]  # «им» is of «он», too
    word = view.low(i) if view.low(i) in view.lex.pronouns else next(iter([*several, *lemmas]), "")
    if not word or view.units[i].pos == "DET" or (word in POSSESSIVE and not _stands_alone(view, i)):
        return None
    return i + 1, view.lex.pronouns[word], view.lex.pronouns[word] == ""


def _stands_alone(view: View, i: int) -> bool:
    """Whether no noun follows of which the word would tell whose it is: "presented her with a medal", not "presented her book"."""
    return i + 1 >= len(view) or view.units[i + 1].pos in {"ADP", "PUNCT", "CCONJ", "DET"}


def parse_parties(view: View, i: int) -> int:
    """The end of "the two sides", "стороны" at `i`; `i` if nothing of the kind stands there."""
    if view.lex.parties.keys().isdisjoint(view.units[i].forms):
        return i
    firsts = [form for form in (view.units[i].forms if view.lang == "ru" else (view.low(i),)) if form in view.lex.parties]
    second = view.low(i + 1)
    for phrase in (phrase for first in sorted(firsts) for phrase in view.lex.parties[first] if view.lang == "ru" or second in phrase or len(phrase) == 1):
        end = i + len(phrase)
        if end <= len(view) and _is_told(view, i, phrase):
            several = view.lang == "en" or any(view.units[k].number == "Plur" or view.among(k, view.lex.whole_parties) for k in range(i, end))
            several = several or _acts_in_plural(view, i, end)
            return end if several else i
    return i


def _acts_in_plural(view: View, i: int, end: int) -> bool:
    """Whether a Russian word that the tagger takes for a genitive is what a verb in the plural behind it is told of: «программу стороны заключили»."""
    verb = view.units[end] if end < len(view) else None
    readings = view.names.morphology.readings(view.low(i)) if end == i + 1 and verb is not None and verb.pos == "VERB" and verb.number == "Plur" else ()
    before = view.units[i - 1] if i else None
    owned = before is not None and (before.pos == "ADP" or ("Nom" in before.cases and before.number == "Plur"))
    return not owned and any(r.has("NOUN", "nomn", "plur") for r in readings)


def _is_told(view: View, i: int, phrase: tuple[str, ...]) -> bool:
    """Whether the words of a phrase stand from `i` on."""
    if view.lang == "en":
        return phrase == tuple(view.lows[i : i + len(phrase)])
    return all(word in unit.forms for word, unit in zip(phrase, view.units[i : i + len(phrase)], strict=True))


def parse_acting_lands(view: View, i: int) -> int:
    """The end of a kind of lands in the plural right before a Russian verb of which they are the subject: «города подписали»; `i` for anything else."""
    if view.lang != "ru" or view.is_cap(i) or not view.among(i, view.lex.told_lands) or not _acts_in_plural(view, i, i + 1):
        return i
    apart = i == 0 or (view.units[i - 1].pos not in {"ADJ", "NUM", "DET"} and not view.is_cap(i - 1))
    return i + 1 if apart else i


def parse_pair(view: View, i: int) -> int:
    """The end of "the two cities", "both universities", "два вуза" at `i`; `i` if nothing of the kind stands there."""
    j = i + (view.lang == "en" and view.low(i) in {"the", "these", "those"})
    if not view.among(j, view.lex.pair_words) or view.is_cap(j + 1):
        return i
    pair = j + 1 < len(view) and view.units[j + 1].pos in {"NOUN", "PROPN"} and not (view.low(j).startswith("эт") and _disagree(view, j))
    held = view.lang == "en" and (j > i or view.low(j) == "both") and view.among(j + 1, view.lex.offices) and view.low(j + 1) not in view.lex.offices
    return j + 2 if pair and (view.among(j + 1, view.lex.pair_nouns) or held) else i


def parse_counted(view: View, i: int) -> int:
    """The end of "the three prime ministers" at `i`; `i` if nothing of the kind stands there, or tells which ones."""
    if view.lang != "en" or view.low(i) != "the" or i + 2 >= len(view) or view.units[i + 1].pos != "NUM":
        return i
    j = i + 2
    while view.low(j) in view.lex.office_modifiers and not view.is_cap(j):
        j += 1
    held = view.among(j, view.lex.offices) and view.low(j) not in view.lex.offices and not view.is_cap(j)
    closed = view.low(j + 1) not in NAMING and view.low(j + 1) not in {"of", "from", "for", "in"} and not view.is_cap(j + 1)
    return j + 1 if held and closed else i


def parse_guests(view: View, i: int) -> int:
    """The end of "the young guests", "her guest" at `i`; `i` if nothing of the kind stands there, or tells whose they are."""
    if view.lang != "en" or view.low(i) not in {"the", "his", "her", "their", "our"}:
        return i
    j = i + 1
    while j < i + 3 and view.low(j) in view.lex.guest_modifiers:
        j += 1
    told = (j > i + 1 or view.low(i) != "the") and view.among(j, view.lex.guest_nouns) and not view.is_cap(j)
    return j + 1 if told and view.low(j + 1) not in {"of", "from", "at", "in"} and not view.is_cap(j + 1) else i


def _disagree(view: View, i: int) -> bool:
    """Whether two words stand in different cases: «при этом губернатор»."""
    first, second = view.units[i].cases, view.units[i + 1].cases
    return bool(first) and bool(second) and first.isdisjoint(second)


def means_told(view: View, office: Office) -> bool:
    """Whether holders of an office are people told before: "the mayors", "heads of the two regions", "главы городов"."""
    if not office.plural or office.owner is not None or office.status or view.among(office.head, view.lex.groups):
        return False
    if view.low(office.end) in FURTHER or (view.low(office.end), view.low(office.end + 1)) == ("of", "the"):
        return False  # «депутаты из Омска», "the governors of the three states"
    after = [k for k in range(office.head + 1, office.end) if view.low(k) not in {"of", "the"}]
    paired = any(view.among(k, view.lex.pair_words) for k in after)
    lands = view.lex.regions | view.lex.cities | view.lex.country_heads | {"country", "страна"}
    if not all(view.among(k, lands, view.lex.pair_words) or (paired and view.among(k, view.lex.pair_nouns)) for k in after):
        return False
    if view.lang == "ru":
        likely = any(reading.normal in view.lex.offices for reading in view.names.morphology.readings(view.low(office.head))[:1])  # no "премьеры фильмов"
        return likely and office.start == office.head and (bool(after) or "Nom" in view.units[office.head].cases)
    return (view.low(office.start) == "the" or bool(after)) and office.head - office.start <= 1


def office_of_parties(view: View, office: Office) -> int:
    """The end of "of the two sides" behind an English office in the plural: "the ministers of transport of both countries"; 0 for none."""
    if view.lang != "en" or not office.plural or office.owner is not None or view.low(office.end) != "of" or office.end + 1 >= len(view):
        return 0
    end = max((end for end in (parse_parties(view, office.end + 1), parse_pair(view, office.end + 1)) if end > office.end + 1), default=0)
    goes_on = end < len(view) and view.units[end].pos in {"NOUN", "PROPN"}  # "the deans of the two faculties"
    return 0 if end and (goes_on or view.low(end) in NAMING and view.is_cap(end + 1)) else end  # "the deans of both cities, Anna Lind and Ivo Kos"


def parse_side(view: View, i: int) -> Piece | None:
    """ "The Serbian side", "белорусская сторона": the country itself."""
    j = i + (view.lang == "en" and view.low(i) in ARTICLES)
    owner = parse_land(view, j) if j < len(view) else None
    if owner is None or not view.among(owner.end, view.lex.sides) or view.low(owner.end).endswith("s") or view.units[owner.end].number == "Plur":
        return None
    end = owner.end + 1
    return Piece(i, end, owner.type, owner.name, owner.country, owner.end, owner.start)


def parse_bare_body(view: View, i: int) -> Piece | None:
    """ "The embassy", "the Georgian port", "министерство": a body that only its kind is told of."""
    j = i
    if view.lang == "en":
        if view.low(i) not in ARTICLES | INDEFINITE:
            return None
        j += 1
    while view.lang == "ru" and j + 1 < len(view) and view.among(j, view.lex.group_modifiers) and view.units[j].pos == "ADJ":
        j += 1
    owner = parse_adjective(view, j) if j < len(view) else None
    head = owner.end if owner is not None else j
    j = i if view.lang == "ru" else j
    if head >= len(view) or not _is_bare(view, head):
        return None
    end = head + 1
    if view.lang == "en" and view.low(i) in INDEFINITE:
        place = parse_place(view, end + 1) if view.low(end) in {"in", "from"} else None
        if place is None:
            return None
        owner, end = place, place.end
    return Piece(i, end, "organization", nominative_phrase(view, j, end), owner.country if owner is not None else "", head, j, owner, lower=True)


def _is_bare(view: View, head: int) -> bool:
    unit = view.units[head]
    several = unit.number == "Plur" and not (view.lang == "ru" and _only_tagged_plural(view, head))
    if not view.among(head, view.lex.bare_bodies) or unit.pos not in {"NOUN", "PROPN"} or several or unit.cap and head > 0:
        return False
    if view.lang == "en":
        return unit.low in view.lex.bare_bodies and view.low(head + 1) not in {"of", "for", "at"} and not (view.is_cap(head + 1))
    after = head + 1
    return not (after < len(view) and is_genitive(view, after) and view.units[after].pos in {"NOUN", "PROPN", "ADJ"}) and view.low(after) not in {
        "«",
        "по",
        '"',
    }


def _only_tagged_plural(view: View, i: int) -> bool:
    """Whether the tagger alone takes a Russian word for a plural, which no dictionary knows and which looks like a singular: «акиматом»."""
    readings = view.names.morphology.readings(view.low(i))
    return bool(readings) and not any(r.known for r in readings) and "sing" in readings[0].tags
