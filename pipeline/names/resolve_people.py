"""Within one article: which names are names of one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.names.identity import IdentityWords
from pipeline.names.identity_compare import choose_gender, compare_names
from pipeline.names.identity_person import PersonName, is_same_call, parse_person
from pipeline.names.identity_places import stem
from pipeline.names.transliterate import is_cyrillic
from pipeline.records import Actor


@dataclass(slots=True)
class Chain:
    """The actors of one person so far; `names` are the different names in the order of their fullness."""

    actors: list[int] = field(default_factory=list)
    names: list[PersonName] = field(default_factory=list)
    gender: str = ""


def chain_people(actors: Sequence[Actor], indices: Iterable[int], words: IdentityWords, pairs: Iterable[tuple[int, int]] = ()) -> list[Chain]:
    """Chains of the named people among `actors`: full names first, then initials, then surnames, each in the order of the text.

    `pairs` are those told side by side ("A and B"): they are two. A short name that fits several people joins the only one whose gender is known to
    be the same; if that does not decide, it stays apart.
    """
    parsed = {i: parse_person(actors[i].name, words.given, words.sounds) for i in indices}
    apart = _told_apart(actors, parsed, pairs)
    chains: list[Chain] = []
    for i in sorted(parsed, key=lambda i: (-_fullness(parsed[i]), i)):
        name, gender = parsed[i], _gender(actors[i], parsed[i])
        chain = _choose(name, gender, [chain for chain in chains if apart[actors[i].name].isdisjoint(chain.actors)], words)
        if chain is None:
            chain = Chain()
            chains.append(chain)
        _join(chain, i, name, gender)
    return chains


def _told_apart(actors: Sequence[Actor], parsed: Mapping[int, PersonName], pairs: Iterable[tuple[int, int]]) -> Mapping[str, set[int]]:
    """The full names that a surname told beside them does not stand for: "President Lind and First Lady Anna Lind" are two."""
    apart: dict[str, set[int]] = defaultdict(set)
    for i, j in pairs:
        for short, full in ((i, j), (j, i)):
            if parsed[full].is_full and not (parsed[short].given or parsed[short].initials):
                apart[actors[short].name].add(full)
    return apart


def _gender(actor: Actor, name: PersonName) -> str:
    """The gender told; that of a Russian surname alone only where its ending is one of those that tell it ("Иванова", but not "Дюма")."""
    alone = is_cyrillic(actor.name) and not name.given and not name.initials
    return name.gender if alone else choose_gender(name, actor.gender)


def _fullness(name: PersonName) -> int:
    return 4 * name.is_full + 2 * bool(name.patronymic) + bool(name.initials)


def _join(chain: Chain, i: int, name: PersonName, gender: str) -> None:
    chain.actors.append(i)
    chain.gender = chain.gender or gender
    if name not in chain.names:
        chain.names.append(name)


def _choose(name: PersonName, gender: str, chains: Sequence[Chain], words: IdentityWords) -> Chain | None:
    """The chain that the name fits best, if it is the only one: by its sounds, then by gender; else the one made of this very name."""
    fits = [(_fit(name, gender, chain, words), chain) for chain in chains]
    best = max((grade for grade, _ in fits), default=0)
    fitting = [chain for grade, chain in fits if grade == best > 0]
    if len(fitting) > 1 and not name.is_full:
        sure = [chain for chain in fitting if gender and chain.gender == gender]
        fitting = sure if len(sure) == 1 else [chain for chain in fitting if chain.names[0] == name]
    return fitting[0] if len(fitting) == 1 else None


def _fit(name: PersonName, gender: str, chain: Chain, words: IdentityWords) -> int:
    """2: the name sounds like the chain's first, fullest one; 1: it may be another part or case form of that; 0: it contradicts the chain."""
    if gender and chain.gender and gender != chain.gender:
        return 0
    first, *rest = chain.names
    if any(_contradict(name, other, words) for other in rest):
        return 0
    if _is_one(name, first, words) or is_same_call(name, first, words.sounds):
        return 2
    return int(_is_other_part(name, first, words) or _is_other_part(first, name, words) or _is_other_case(name, first, words))


def _is_one(a: PersonName, b: PersonName, words: IdentityWords) -> bool:
    grades = dict(compare_names(a, b, words))
    if "different" in grades.values():
        return False
    return grades["surname"] != "similar" or grades.get("given") in {"same", "reading"}


def _is_other_part(short: PersonName, full: PersonName, words: IdentityWords) -> bool:
    """Whether the single word of a name stands in the full one at another place: "Tamim" in "Tamim bin Hamad Al Thani", "Халилу" in "Халил Хаддад"."""
    if short.given or short.initials or short.generation:
        return False  # «патриарх Алексий II» is nobody's given name
    return stem(short.surname, words.sounds) in {stem(word, words.sounds) for word in (*full.others, *full.given.split())}


def _is_other_case(a: PersonName, b: PersonName, words: IdentityWords) -> bool:
    """Whether two Russian names differ by a case ending that was taken for a part of the name ("Арафата", "Арафат"); "Иванова" may be a woman."""
    if not is_cyrillic(a.surname) or not is_cyrillic(b.surname) or "f" in (a.gender, b.gender):
        return False
    stems = [tuple(stem(word, words.sounds) for word in (name.surname, name.given)) for name in (a, b)]
    return stems[0][0] == stems[1][0] and (stems[0][1] == stems[1][1] or not (a.given and b.given) and not (a.initials or b.initials))


def _contradict(a: PersonName, b: PersonName, words: IdentityWords) -> bool:
    grades = dict(compare_names(a, b, words))
    return grades.get("given") == "different" or grades.get("patronymic") == "different"
