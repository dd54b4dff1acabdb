"""Within one article: offices whose holders are named behind them, in apposition to what the office goes on with: "the chairman of the port, Ivo Kos"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.annotate import Doc, feature
from pipeline.records import Actor

GAP = 6  # words between an office and the name in apposition to it
FIELD = 10  # the same where a comma parts them
CLOSED = frozenset({",", ".", ";", ")"})  # behind a name that stands for itself


def find_apposed(doc: Doc, actors: Sequence[Actor], owner: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Offices and the people whose names the tree has in apposition to them, behind words that the office goes on with: «комиссар ООН по делам беженцев X»."""
    for j in sorted(owner):
        name = actors[j]
        root = doc[name.root]
        heads = {root.head.i, *_outer_heads(doc, actors, j)}
        office = next((i for i in range(j - 1, -1, -1) if actors[i].root in heads and actors[i].form == "position"), -1)
        if root.dep_ != "appos" or office < 0:
            office = j - 1 if _goes_on(doc, actors[j - 1], name) else -1
        if root.dep_ != "appos" or office < 0 or actors[office].plural or actors[office].entity_type != "person":
            continue
        between = doc[actors[office].end : name.start]
        if (
            not _disagree(doc, actors[office], name)
            and len(between) <= (FIELD if doc[name.start - 1].text == "," else GAP)
            and not any(t.pos_ in {"VERB", "CCONJ"} for t in between)
        ):
            yield office, owner[j]


def _outer_heads(doc: Doc, actors: Sequence[Actor], j: int) -> Iterator[int]:
    """What an English name behind a comma may belong to besides the last noun: "the chairman of the board of the port, Ivo Kos,", nobody else between."""
    name, token = actors[j], doc[actors[j].root].head
    closed = name.end >= len(doc) or doc[name.end].text in CLOSED
    if name.lang != "en" or not closed or name.start == 0 or doc[name.start - 1].text != ",":
        return
    while token.dep_ == "nmod" and token.head.i < token.i and not any(a.entity_type == "person" and a.start <= token.i < a.end for a in actors[:j]):
        token = token.head
        yield token.i


def _disagree(doc: Doc, office: Actor, name: Actor) -> bool:
    """Whether a Russian name in the nominative stands right behind an office in another case: «в беседе с послом Белов предложил»."""
    nominative = feature(doc[name.root], "Case") == "Nom" and name.name.startswith(doc[name.start].text)
    return office.lang == "ru" and office.end == name.start and nominative and feature(doc[office.root], "Case") not in {"", "Nom"}


def _goes_on(doc: Doc, office: Actor, name: Actor) -> bool:
    """Whether a Russian name that the tree hung elsewhere stands right behind what an office is for, in its case: «с комиссаром ООН по делам беженцев X»."""
    field = doc[office.end : name.start]
    if office.form != "position" or office.lang != "ru" or not len(field) or field[0].text.lower() != "по":
        return False
    case = feature(doc[office.root], "Case")
    inflected = case == feature(doc[name.root], "Case") or not name.name.startswith(doc[name.start].text)  # the tagger takes «Эленой» for a nominative
    return all(t.pos_ in {"ADP", "NOUN", "ADJ"} for t in field) and case not in {"", "Gen", "Nom"} and inflected
