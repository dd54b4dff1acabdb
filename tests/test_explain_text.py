"""Explaining a text: events with their slots, and for every other trigger word the first condition that failed."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from pipeline.errors import UsageError
from pipeline.explain_text import explain_text
from pipeline.extract.near import NEEDS
from pipeline.rules.schema import Need, Trigger

if TYPE_CHECKING:
    from pipeline.flow import Kit

TOLD = [  # text, rule, lines that must stand in the explanation, in this order
    (
        "Mayor Olga Belova met with Consul Igor Laptev in Kazan on Monday.",
        "",
        [
            "language en; sentences: 1; events: 1; published 2023-03-15",
            "sentence 1 [0:65]: Mayor Olga Belova met with Consul Igor Laptev in Kazan on Monday.",
            "'met' [18:21] meeting-verb: meeting, confidence",
            "status = occurred  <- told as fact",
            "who = Olga Belova  <- subject (tree): 'Mayor Olga Belova' [0:17]",
            "whom = Igor Laptev  <- with (tree): 'Consul Igor Laptev' [27:45]",
            "place = Kazan  <- ",
            "date = 2023-03-13  <- told with the trigger: 'Monday' [58:64]",
        ],
    ),
    ("Mayor Olga Belova will visit Kazan.", "visit-verb", ["'visit' [23:28] visit-verb: visit, confidence", "status = planned  <- 'will'"]),
    (
        "Словакия и Венгрия подписали контракт на 2,5 млн рублей.",
        "signing-verb",
        ["language ru", "'подписали' [19:28] signing-verb: signing", "document_type = contract", "amount = 2,500,000 RUB"],
    ),
    (
        "Mayor Olga Belova met with Consul Igor Laptev. The parties signed a protocol.",
        "signing-verb",
        [
            "sentence 1",
            "no trigger word of signing-verb",
            "sentence 2",
            "who = -  <- subject (tree): 'The parties'",
            "who = Olga Belova  <- the parties of 'met'",
        ],
    ),
    (
        "Mayor Olga Belova received Consul Igor Laptev on 13 March. At the end of the visit, the port and Vostok Shipping signed in Porvoo.",
        "signing-verb",
        [
            "'signed' [113:119] signing-verb: signing, confidence",
            "rule = signing-verb  <- likely (0.",
            "though not met: what: 'signed' [113:119]",
            "date = 2023-03-13?  <- the likeliest of those told nearby, unless a sentence dates the event: '13 March' [49:57]",
        ],
    ),
    (
        "The governor opened the window.",
        "",
        ["'opened' [13:19] opening-verb: no event: needs what: one of the words of the list 'openings'; found 'governor' (subject)"],
    ),
    ("The president signed a decree.", "signing-verb", ["signing-verb: no event: needs what: one of the words of the list 'documents'"]),
    ("The visit of the governor was short.", "visit-verb", ["visit-verb: no event: its form: 'visit' was read as NOUN, the rule wants a verb"]),
    ("The governor spoke about the budget.", "call-verb", ["call-verb: no event: beside it none of: phone, telephone"]),
    ("В ходе встречи мэр рассказала о торговле.", "", ["meeting-noun: no event: "]),
    (
        "\ufeffMayor Olga Bel\u00adova m\u0435t with Consul Igor Laptev.",
        "",
        ["it is read as it is seen", "sentence 1 [0:46]: Mayor Olga Belova met with Consul Igor Laptev.", "'met' [18:21] meeting-verb: meeting, confidence"],
    ),
    ("The harvest failed.", "", ["no trigger word of any rule", "its lemmas: the harvest fail"]),
    ("Погода была хорошей.", "visit-verb", ["no trigger word of visit-verb"]),
    ("Кездесу өтті, тараптар келісімге қол қойды және ынтымақтастықты талқылады.", "", ["skipped: "]),
]


@pytest.mark.parametrize(("text", "rule", "held"), TOLD)
def test_explanation(text: str, rule: str, held: list[str], kit: Kit) -> None:
    explanation = explain_text(text, "2023-03-15", rule, kit=kit)
    position = 0
    for line in held:
        assert line in explanation[position:]
        position = explanation.index(line, position) + len(line)


def test_every_trigger_word_is_told_once_for_each_rule(kit: Kit) -> None:
    text = "Mayor Olga Belova discussed trade with Consul Igor Laptev. The visit was short. He opened the door."
    lines = [line.split(":")[0:2] for line in explain_text(text, kit=kit).splitlines() if line.startswith("  '")]
    assert len(lines) == len({":".join(line) for line in lines}) > 3


def test_unknown_rule_names_the_nearest(kit: Kit) -> None:
    with pytest.raises(UsageError, match="no rule 'visit'; nearest: visit-"):
        explain_text("Talks were held.", rule="visit", kit=kit)


def test_every_condition_of_the_rules_can_be_told() -> None:
    assert set(get_args(Need)) <= set(NEEDS)
    assert set(Trigger.model_fields) == {"pos", "words", "beside", "unless_beside", "unless_before", "unless_after", "passive", "finite"}
