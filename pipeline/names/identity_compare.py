"""Compares what is known of two people, feature by feature; every feature gives a grade that the weights value."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.names.given import first_letters, full_id, given_id
from pipeline.names.identity import IdentityWords, describe_text
from pipeline.names.identity_person import PersonName, parse_person
from pipeline.names.identity_places import country_of
from pipeline.names.positions import Description, match_offices
from pipeline.names.similar import block_keys, match_words
from pipeline.names.transliterate import is_cyrillic
from pipeline.records import LocalEntity


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature of a comparison, its grade and what that counts."""

    feature: str  # surname, given, patronymic, generation, gender, country, office, affiliation, key
    grade: str
    weight: float


@dataclass(frozen=True, slots=True)
class Person:
    """What decides who a person is."""

    name: PersonName
    gender: str
    country: str
    office: Description
    affiliation: str


def make_person(entity: LocalEntity, words: IdentityWords) -> Person:
    """The person of an entity, its name and office taken apart."""
    name = parse_person(entity.name, words.given, words.sounds)
    office = describe_text(f"{entity.position} {entity.affiliation}", words) if entity.position else Description(frozenset())
    return Person(name, choose_gender(name, entity.gender), entity.country, office, entity.affiliation)


def choose_gender(name: PersonName, told: str) -> str:
    """m, f or empty: by the given name or patronymic, else as told of the person, else by the surname's ending."""
    return name.gender if name.gender_sure else told or name.gender


def compare_names(a: PersonName, b: PersonName, words: IdentityWords) -> tuple[tuple[str, str], ...]:
    """(feature, grade) of surname, given name and patronymic; features that one side does not tell are left out."""
    surname, given = match(a.surname, b.surname, words), _match_given(a, b, words)
    if "different" in (surname, given) and _is_swapped(a, b, words):
        surname, given = "swapped", "same"
    grades = (("surname", surname), ("given", given), ("patronymic", _match_patronymic(a, b, words)), ("generation", _match_generation(a, b)))
    return tuple((feature, grade) for feature, grade in grades if grade)


def match(a: str, b: str, words: IdentityWords) -> str:
    """same, reading, similar or different."""
    return match_words(a, b, words.sounds, cross_script=words.weights.cross_script, same_script=words.weights.same_script)


def _is_swapped(a: PersonName, b: PersonName, words: IdentityWords) -> bool:
    if (a.order_sure and b.order_sure) or not a.given or not b.given:
        return False
    grades = {match(a.surname, b.given, words), match(a.given, b.surname, words)}
    return "different" not in grades and grades != {"similar"}


def _match_given(a: PersonName, b: PersonName, words: IdentityWords) -> str:
    if a.given and b.given:
        grade = _match_full_given(a.given, b.given, words)
        return "same" if grade == "different" and (_is_middle(a.given, b, words) or _is_middle(b.given, a, words)) else grade
    if not (a.given or a.initials) or not (b.given or b.initials):
        return ""
    return "initial" if letters(a, words)[0] & letters(b, words)[0] else "different"


def _is_middle(given: str, name: PersonName, words: IdentityWords) -> bool:
    """Whether a given name is one of the middle names of the other: "Mahmoud" in "Haji Mahmoud Benali"."""
    return any(_match_full_given(given, other, words) in {"same", "reading"} for other in name.others)


def _match_full_given(a: str, b: str, words: IdentityWords) -> str:
    ids = full_id(a, words.given, words.sounds), full_id(b, words.given, words.sounds)
    if all(ids):
        return "same" if ids[0] == ids[1] else "different"
    grade = match(a, b, words)
    return "unclear" if grade == "different" and is_cyrillic(a) != is_cyrillic(b) and _begin_alike(a, b, words) else grade


def _begin_alike(a: str, b: str, words: IdentityWords) -> bool:
    keys = [{key[:1] for key in block_keys(word, words.sounds)} for word in (a, b)]
    return bool(keys[0] & keys[1])


def letters(name: PersonName, words: IdentityWords) -> list[frozenset[str]]:
    """The possible first letters of given name and patronymic; an empty set where nothing is told."""
    told = [name.given or next(iter(name.initials), ""), name.patronymic or _second_initial(name)]
    return [_letters_of(word, words) for word in told]


def _second_initial(name: PersonName) -> str:
    rest = name.initials if name.given else name.initials[1:]
    return rest[0] if rest else ""


def _letters_of(word: str, words: IdentityWords) -> frozenset[str]:
    bare = word.rstrip(".")
    known = given_id(bare, words.given, words.sounds) if len(bare) > 2 else ""
    return (first_letters(bare, words.sounds) if bare else frozenset()) | words.given.initials.get(known, frozenset())


def _match_patronymic(a: PersonName, b: PersonName, words: IdentityWords) -> str:
    if a.patronymic and b.patronymic:
        return "same" if match(a.patronymic, b.patronymic, words) != "different" else "different"
    if not _tells_patronymic(a) or not _tells_patronymic(b):
        return ""
    return "initial" if letters(a, words)[1] & letters(b, words)[1] else "different"


def _match_generation(a: PersonName, b: PersonName) -> str:
    """Only a senior is always told to be one: that a son is a junior is often left out."""
    told = {a.generation, b.generation}
    if len(told) == 1:
        return ""
    return "senior" if told == {"senior", ""} else "" if "" in told else "different"


def _tells_patronymic(name: PersonName) -> bool:
    return bool(name.patronymic or _second_initial(name))


def compare_people(a: Person, b: Person, words: IdentityWords) -> tuple[Reason, ...]:
    """All features of two people that both sides tell, with what they count."""
    grades = [*compare_names(a.name, b.name, words)]
    if a.gender and b.gender and a.gender != b.gender and ("given", "same") not in grades:
        grades.append(("gender", "different"))
    if a.country and b.country:
        grades.append(("country", "same" if a.country == b.country else "different"))
    office = match_offices(a.office, b.office, words.concepts)
    if office:
        grades.append(("office", office))
    if a.office.places and b.office.places:
        grades.append(("affiliation", _match_places(a.office.places, b.office.places)))
    return tuple(Reason(feature, grade, words.weights.features[feature].get(grade, 0.0)) for feature, grade in grades)


def _match_places(a: tuple[str, ...], b: tuple[str, ...]) -> str:
    """same, different, or elsewhere: regions of one country, none of them in both."""
    if set(a) & set(b):
        return "same"
    regional = all("-" in code for code in (*a, *b)) and {country_of(c) for c in a} == {country_of(c) for c in b}
    return "elsewhere" if regional else "different"


def score_of(reasons: tuple[Reason, ...]) -> float:
    """The sum of the weights."""
    return round(sum(reason.weight for reason in reasons), 4)
