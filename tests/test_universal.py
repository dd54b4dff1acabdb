"""English trees as Universal Dependencies: prepositions mark their objects, and labels are those of Russian trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.annotate import analysed_sentences, annotate, words
from pipeline.annotate.universal import to_universal
from pipeline.records import Block

if TYPE_CHECKING:
    from pipeline.annotate import Models

TREES = [  # words, heads, labels and parts of speech of the model; heads and labels after
    ("Laptev met with Belova", [1, 1, 1, 2], "nsubj ROOT prep pobj", "PROPN VERB ADP PROPN", [1, 1, 3, 1], "nsubj root case obl"),
    ("signed by Belova", [0, 0, 1], "ROOT agent pobj", "VERB ADP PROPN", [0, 2, 0], "root case obl:agent"),
    ("gave to Belova", [0, 0, 1], "ROOT dative pobj", "VERB ADP PROPN", [0, 2, 0], "root case obl"),
    ("gave Belova medals", [0, 0, 0], "ROOT dative dobj", "VERB PROPN NOUN", [0, 0, 0], "root iobj obj"),
    ("talks with Belova", [0, 0, 1], "ROOT prep pobj", "NOUN ADP PROPN", [0, 2, 0], "root case nmod"),
    ("arrived from out of town", [0, 0, 1, 2, 3], "ROOT prep prep prep pobj", "VERB ADP ADP ADP NOUN", [0, 4, 4, 4, 0], "root case case case obl"),
    ("spoke after meeting Belova", [0, 0, 1, 2], "ROOT prep pcomp dobj", "VERB ADP VERB PROPN", [0, 2, 0, 2], "root mark advcl obj"),
    ("was signed", [1, 1], "auxpass ROOT", "AUX VERB", [1, 1], "aux:pass root"),
    ("not met", [1, 1], "neg ROOT", "PART VERB", [1, 1], "advmod root"),
]
SENTENCES = [  # sentence, word, its relation, its head
    ("Mayor Olga Belova met with Consul Igor Laptev.", "Laptev", "obl", "met"),
    ("Mayor Olga Belova met with Consul Igor Laptev.", "with", "case", "Laptev"),
    ("The treaty was signed by the two ministers.", "ministers", "obl:agent", "signed"),
    ("The treaty was signed by the two ministers.", "treaty", "nsubj:pass", "signed"),
    ("The treaty was signed by the two ministers.", "was", "aux:pass", "signed"),
    ("The mayor visited Kazan.", "Kazan", "obj", "visited"),
    ("The governor of Samara spoke.", "Samara", "nmod", "governor"),
    ("The governor's deputy spoke.", "governor", "nmod:poss", "deputy"),
    ("The mayor who met Laptev left.", "met", "acl:relcl", "mayor"),
    ("The mayor did not leave.", "not", "advmod", "leave"),
    ("She left after signing the protocol.", "signing", "advcl", "left"),
    ("The talks took place in the city of Kazan.", "city", "obl", "took"),
]
LABELS = (
    "root nsubj nsubj:pass obj iobj obl obl:agent obl:npmod nmod nmod:poss appos conj cc case mark amod nummod acl acl:relcl advcl advmod "
    "xcomp ccomp csubj csubj:pass aux aux:pass cop flat compound compound:prt det punct attr acomp expl parataxis discourse dep"
)


@pytest.mark.parametrize(("text", "heads", "deps", "pos", "new_heads", "new_deps"), TREES)
def test_trees(text: str, heads: list[int], deps: str, pos: str, new_heads: list[int], new_deps: str) -> None:
    assert len(text.split()) == len(heads)
    assert to_universal(heads, deps.split(), pos.split()) == (new_heads, new_deps.split())


def test_the_tree_given_is_left_alone() -> None:
    heads, deps = [0, 0, 1], ["ROOT", "prep", "pobj"]
    to_universal(heads, deps, ["VERB", "ADP", "NOUN"])
    assert (heads, deps) == ([0, 0, 1], ["ROOT", "prep", "pobj"])


@pytest.mark.parametrize(("sentence", "word", "relation", "head"), SENTENCES)
def test_sentences(sentence: str, word: str, relation: str, head: str, models: Models) -> None:
    (span,) = analysed_sentences(annotate(sentence, (Block(0, len(sentence), "en"),), models))
    token = next(token for token in words(span) if token.text == word)
    assert (token.dep_, token.head.text) == (relation, head)
    assert {t.dep_ for t in span} <= set(LABELS.split(" "))
