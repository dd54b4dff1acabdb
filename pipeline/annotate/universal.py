"""Turns ClearNLP trees (spaCy's English models) into Universal Dependencies, so that one set of frames serves both languages."""

from __future__ import annotations

LABELS = {
    "ROOT": "root",
    "dobj": "obj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "poss": "nmod:poss",
    "relcl": "acl:relcl",
    "prt": "compound:prt",
    "neg": "advmod",
    "npadvmod": "obl:npmod",
    "nummod": "nummod",
    "quantmod": "advmod",
    "predet": "det",
    "preconj": "cc",
    "dative": "iobj",
    "oprd": "xcomp",
    "intj": "discourse",
    "meta": "discourse",
}

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
PREPOSITIONS = frozenset({"prep", "agent", "dative"})


def to_universal(heads: list[int], deps: list[str], pos: list[str]) -> tuple[list[int], list[str]]:
    """Heads and labels with prepositions as `case` of their objects: "met with Ivanov" has Ivanov as `obl` of met."""
    heads, deps = list(heads), list(deps)
    for i, dep in enumerate(deps):
        if dep in {"pobj", "pcomp"} and deps[heads[i]] in PREPOSITIONS:
            _lift(heads, deps, pos, i)
    return heads, [LABELS.get(dep, dep) for dep in deps]


def _lift(heads: list[int], deps: list[str], pos: list[str], i: int) -> None:
    """Hangs the object `i` of a preposition where the preposition hangs, and the preposition below it."""
    preposition, chain = heads[i], [heads[i]]
    while deps[heads[preposition]] == "prep" and heads[preposition] != preposition and len(chain) < 4:
        preposition = heads[preposition]
        chain.append(preposition)
    governor = heads[preposition]
    label = _label(deps[i], deps[preposition], pos[governor])
    heads[i], deps[i] = governor, label
    for word in chain:
        heads[word], deps[word] = i, "mark" if label == "advcl" else "case"


def _label(dep: str, preposition: str, governor: str) -> str:
    if dep == "pcomp":
        return "advcl"
    if preposition == "agent":
        return "obl:agent"
    return "nmod" if governor in NOMINAL else "obl"
