"""Within one article: which names are names of one person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.names.identity import IdentityWords
from pipeline.names.identity_compare import compare_names
from pipeline.names.identity_person import PersonName, is_same_call, parse_person
from pipeline.records import Actor


@dataclass(slots=True)
class Chain:
    """The actors of one person so far; `names` are the different names in the order of their fullness."""

    actors: list[int] = field(default_factory=list)
    names: list[PersonName] = field(default_factory=list)
    gender: str = ""


def chain_people(actors: Sequence[Actor], indices: Iterable[int], words: IdentityWords) -> list[Chain]:
    """Chains of the named people among `actors`: full names first, then initials, then surnames, each in the order of the text.

    A short name that fits several people joins the one named last before it whose gender is told to fit; if that does not decide, it stays apart.
    """
    parsed = {i: _parse(actors[i], words) for i in indices}
    chains: list[Chain] = []
    for i in sorted(parsed, key=lambda i: (-_fullness(parsed[i]), i)):
        name, gender = parsed[i], actors[i].gender or parsed[i].gender
        fitting = [chain for chain in chains if _fits(name, gender, chain, words)]
        chain = _choose(fitting, name, gender)
        if chain is None:
            chain = Chain()
            chains.append(chain)
        _join(chain, i, name, gender)
    return chains


def _parse(actor: Actor, words: IdentityWords) -> PersonName:
    return parse_person(actor.name, words.given, words.sounds)


def _fullness(name: PersonName) -> int:
    return 4 * name.is_full + 2 * bool(name.patronymic) + bool(name.initials)


def _join(chain: Chain, i: int, name: PersonName, gender: str) -> None:
    chain.actors.append(i)
    chain.gender = chain.gender or gender
    if name not in chain.names:
        chain.names.append(name)


def _fits(name: PersonName, gender: str, chain: Chain, words: IdentityWords) -> bool:
    """Whether a name contradicts none of the chain's and has the surname (or given name and patronymic) of its first, fullest one."""
    if gender and chain.gender and gender != chain.gender:
        return False
    first, *rest = chain.names
    return (_is_one(name, first, words) or is_same_call(name, first, words.sounds)) and not any(_contradict(name, other, words) for other in rest)


def _is_one(a: PersonName, b: PersonName, words: IdentityWords) -> bool:
    grades = dict(compare_names(a, b, words))
    if "different" in grades.values():
        return _is_other_part(a, b) or _is_other_part(b, a)
    return grades["surname"] != "similar" or grades.get("given") in {"same", "reading"}


def _is_other_part(short: PersonName, full: PersonName) -> bool:
    """Whether the single word of a name stands in the full one at another place: "Tamim" in "Tamim bin Hamad Al Thani", "Wu" in "Bangguo Wu"."""
    return not short.given and not short.initials and short.surname in {*full.others, *full.given.split()}


def _contradict(a: PersonName, b: PersonName, words: IdentityWords) -> bool:
    grades = dict(compare_names(a, b, words))
    return grades.get("given") == "different" or grades.get("patronymic") == "different"


def _choose(fitting: Sequence[Chain], name: PersonName, gender: str) -> Chain | None:
    if len(fitting) == 1:
        return fitting[0]
    sure = [chain for chain in fitting if gender and chain.gender == gender]
    return sure[0] if len(sure) == 1 and not name.is_full else None
