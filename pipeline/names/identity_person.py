"""A person's name taken apart: surname, given name, patronymic, initials, in whatever order and script it was written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.names.given import GivenNames, ending_gender, given_id
from pipeline.names.transliterate import SoundTable, fold

_PART = re.compile(r"(?:[^\W\d_]|[A-ZА-ЯЁ][a-zа-яё])\.|[^\W\d_][\w'’\-‑]*")

PATRONYMIC = ("ович", "евич", "ьич", "овна", "евна", "ична")


@dataclass(frozen=True, slots=True)
class PersonName:
    """`given` and `patronymic` are words, `initials` what is left of them where they are shortened; parts that were not told are empty."""

    surname: str
    given: str = ""
    patronymic: str = ""
    initials: tuple[str, ...] = ()
    others: tuple[str, ...] = ()  # middle names
    generation: str = ""  # junior, senior or a number, where the name tells it
    gender: str = ""
    gender_sure: bool = False  # told by the given name or patronymic, not by the ending of the surname alone
    order_sure: bool = True  # whether surname and given name may be the other way round

    @property
    def is_full(self) -> bool:
        """Whether a given name was told in full."""
        return bool(self.given)


def parse_person(name: str, given: GivenNames, sounds: SoundTable) -> PersonName:
    """The parts of a name in the nominative; the surname is empty only where the name holds no word."""
    told_parts, generation = _split_generation(_PART.findall(name), given)
    parts = [_drop_prefix(p, given) for p in told_parts if p.lower().rstrip(".") not in given.honorifics]
    initials = tuple(p for p in parts if _is_initial(p))
    words = _join_patronymic([p.rstrip(".") for p in _drop_particles([p for p in parts if not _is_initial(p)], given)], given)
    patronymic = _find_patronymic(words, given)
    rest = [w for w in words if w != patronymic]
    surname, first, others, sure = _order(rest, given, sounds, shortened=bool(initials))
    told = _told_gender(first, patronymic, given, sounds)
    gender = told or ending_gender(surname, given.surnames)
    return PersonName(surname, first, patronymic, initials, others, generation, gender, bool(told), sure)


def _split_generation(parts: Sequence[str], given: GivenNames) -> tuple[list[str], str]:
    """The parts without "Jr." or "-младший" at the end, and what that says."""
    last = parts[-1] if len(parts) > 1 else ""
    surname, hyphen, suffix = last.rpartition("-")
    generation = given.generations.get(suffix.lower().rstrip("."), "")
    return ([*parts[:-1], surname] if hyphen else list(parts[:-1])) if generation else list(parts), generation


def _drop_prefix(part: str, given: GivenNames) -> str:
    """ "al-Assad" -> "Assad"."""
    prefix, _, rest = part.partition("-")
    return rest if rest and prefix.lower() in given.prefixes else part


def _is_initial(part: str) -> bool:
    return len(part.rstrip(".")) == 1 or (part.endswith(".") and len(part) == 3)


def _drop_particles(words: Sequence[str], given: GivenNames) -> list[str]:
    """The words without "van", "al", "да" in lower case or between others; "Ли" and "Ван" as first words are surnames."""
    last = len(words) - 1
    if words and words[0].lower() in given.family_first:
        return list(words)
    return [w for i, w in enumerate(words) if w.lower() not in given.particles or not (w.islower() or 0 < i < last)]


def _join_patronymic(words: Sequence[str], given: GivenNames) -> list[str]:
    """The words with "Гейдар", "оглы" as the one word "Гейдар оглы"."""
    joined: list[str] = []
    for word in words:
        if joined and word.islower() and ending_gender(word, given.patronymics):
            joined[-1] += f" {word}"
        else:
            joined.append(word)
    return joined


def _find_patronymic(words: Sequence[str], given: GivenNames) -> str:
    """A word with the ending of a patronymic among three or more: two are a given name and a surname ("Andrei Makarevich")."""
    if len(words) < 3:
        return ""
    return next((w for w in words[1:] if ending_gender(w, given.patronymics)), "")


def _order(words: Sequence[str], given: GivenNames, sounds: SoundTable, *, shortened: bool) -> tuple[str, str, tuple[str, ...], bool]:
    """Surname, given name, other words, and whether the order is certain."""
    if not words:
        return "", "", (), True
    if len(words) == 1 or (shortened and len(words) == 2 and "-" in words[0]):
        return words[-1], "", (), True
    first_known, last_known = bool(given_id(words[0], given, sounds)), bool(given_id(words[-1], given, sounds))
    if words[0].lower() in given.family_first and not last_known:
        return words[0], " ".join(words[1:]), (), True
    if first_known or not last_known:
        surname_first = not first_known and bool(ending_gender(words[0], given.surnames)) and not ending_gender(words[-1], given.surnames)
        if not surname_first:
            return words[-1], words[0], tuple(words[1:-1]), first_known
    name = words[-1] if last_known else words[1]
    return words[0], name, tuple(w for w in words[1:] if w != name), last_known


def _told_gender(first: str, patronymic: str, given: GivenNames, sounds: SoundTable) -> str:
    by_patronymic = ending_gender(patronymic, given.patronymics) if patronymic else ""
    return by_patronymic or (given.genders.get(given_id(first, given, sounds), "") if first else "")


def is_same_call(short: PersonName, full: PersonName, sounds: SoundTable) -> bool:
    """Whether `short` is "Игорь Юрьевич" to the full "Игорь Юрьевич Бабушкин", or to "Игорь Бабушкин": given name and patronymic without a surname."""
    if not short.given or (not full.patronymic and not full.given):
        return False
    if not full.patronymic:
        called = short.surname.lower().endswith(PATRONYMIC) and not short.patronymic and not full.surname.lower().endswith(PATRONYMIC)
        return called and fold(short.given, sounds) == fold(full.given, sounds)
    return fold(short.surname, sounds) == fold(full.patronymic, sounds) and fold(short.given, sounds) == fold(full.given, sounds)
