"""The shape of rule files: what a rule may say, checked when it is loaded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from pipeline.rules.variants import expand_text

Status = Literal["occurred", "planned", "proposed", "negated"]
Lang = Literal["en", "ru"]
Function = Literal[
    "subject",
    "object",
    "agent",
    "recipient",
    "possessor",
    "with",
    "between",
    "among",
    "from",
    "as",
    "for",
    "in",
    "at",
    "to",
    "into",
    "on",
    "attribute",
    "presence",
]
FUNCTIONS: Mapping[str, str] = {
    "subject": 'of an active verb, of the light verb of a noun ("X held talks"); the noun before an active participle',
    "object": "of an active verb, subject of a passive one; the noun before a passive participle",
    "agent": '"by X"; the Russian instrumental of a passive: «подписано министром»',
    "recipient": "English indirect object, Russian dative: «вручил мэру»",
    "possessor": '"X\'s meeting", "the meeting of X"; the Russian genitive: «встреча губернатора»',
    "with": '"with", "alongside", "together"; «с» with the instrumental',
    "between": '"between"; «между»: the first stands on its side, those after it on the other',
    "among": '"among"; «среди»',
    "from": '"from"; «от», «из», «с» with the genitive',
    "as": '"as"',
    "for": '"for"; «для», «за»',
    "in": '"in", "inside", "within", "outside"; «в», «на» with the locative',
    "at": '"at"; «при»',
    "to": '"to"; «к», «в», «на» with the accusative',
    "into": '"into"',
    "on": '"on", "about", "regarding"; «о», «по» with the dative',
    "attribute": 'what somebody is or is named: "appointed him governor"; the Russian instrumental',
    "presence": '"in the presence of X"; «в присутствии»',
}


Need = Literal[
    "who",
    "whom",
    "sides",
    "awarded",
    "envoys",
    "officials",
    "parties",
    "participant",
    "place",
    "light",
    "listed",
    "human_object",
    "human_subject",
    "people_subject",
    "official_partner",
    "fitting_subject",
    "topical",
    "who_or_what",
    "anchor",
    "definite",
    "partner",
    "host",
    "appointee",
    "session",
    "other_topic",
    "no_naming",
    "no_demand",
    "sitting",
    "main_clause",
    "bare_noun",
    "intransitive",
    "named_place",
    "of_talks",
    "titled",
    "travel",
    "sight",
    "guest",
]


class Strict(BaseModel):
    """A part of a rule file: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(Strict):
    """Lemmas per language; a lemma of several words is a phrase that follows the order of the text."""

    en: tuple[str, ...] = Field(default=(), description="English lemmas, in lower case")
    ru: tuple[str, ...] = Field(default=(), description="Russian lemmas, in lower case; ё and е are one")


class Trigger(Strict):
    """The words that tell of the event. `beside` words must stand in the same clause ("spoke by phone")."""

    pos: Literal["verb", "noun"] = Field(description="What the word is: of a verb phrase the first word is its verb, of a noun phrase the last one its noun")
    words: Words = Field(description="The words that tell of the event")
    beside: Words = Field(
        default=Words(),
        description="One of these must stand in the same sentence: 'spoke by phone'. A rule with such words goes before others at the same trigger",
    )
    unless_before: Words = Field(default=Words(), description="Words that must not follow a trigger of one word: 'a call to action'")
    unless_after: Words = Field(
        default=Words(), description="Words that must not stand right before the trigger, or make a compound with it: 'press conference'"
    )
    unless_beside: Words = Field(default=Words(), description="Words that must not stand in the sentence: «чемпионат»")
    passive: bool | None = Field(default=None, description="true: the passive only; false: never the passive")
    finite: bool = Field(default=False, description="Finite verbs only: 'went to Minsk', not 'before going to Minsk'")


class What(Strict):
    """Which dependent of the trigger fills `what`: its functions, and the word list that its head must be in.

    `trigger` takes the trigger's own phrase, or its modifiers alone.
    """

    functions: tuple[Function, ...] = Field(default=(), description="Functions whose noun fills it, in this order")
    heads: str = Field(default="", description="The name of a list in lexicon.yml that must hold the noun; without it any noun will do")
    trigger: Literal["", "phrase", "modifiers"] = Field(default="", description="The trigger fills it itself: with its whole phrase, or if it has modifiers")
    required: bool = Field(default=False, description="Without it there is no event")
    anywhere: bool = Field(
        default=False, description="The listed word may stand among the first words of an English phrase, not only as its head: 'Grand Collar of the Order'"
    )


def _check_groups(text: str) -> str:
    expand_text(text)
    return text


def _check_day(value: str) -> str:
    try:
        date.fromisoformat(value)
    except ValueError as error:
        raise ValueError("no day; write it like 2023-03-15") from error
    return value


def _check_edtf(value: str) -> str:
    if value and re.fullmatch(r"\d{3}[\dX][\dX~?%./-]*", value) is None:
        raise ValueError("no date; write it like 2023-03-15, 2023-03, 2023 or 2023-03-13/2023-03-16")
    return value


Sentence = Annotated[str, AfterValidator(_check_groups)]
Day = Annotated[str, AfterValidator(_check_day)]
Edtf = Annotated[str, AfterValidator(_check_edtf)]


class Example(Strict):
    """A sentence that the rule must match, and the slots that it must fill (as they stand in the tables)."""

    text: Sentence = Field(description="The sentence, or several; '{met|saw}' stands for one sentence with each")
    who: tuple[str, ...] | None = Field(default=None, description="Names on the first side, as in the tables; a list without names for nobody")
    whom: tuple[str, ...] | None = Field(default=None, description="Names on the other side")
    attendee: tuple[str, ...] | None = Field(default=None, description="Names of those who attended")
    witness: tuple[str, ...] | None = Field(default=None, description="Names of those who were present at a signing")
    what: str | None = Field(default=None, description="What it was about; '' for nothing")
    place: str | None = Field(default=None, description="Where it took place")
    status: Status | None = Field(default=None, description="How it is told")
    date: Edtf | None = Field(default=None, description="The day as YYYY-MM-DD, the month as YYYY-MM, the year, or any EDTF")
    published: Day = Field(default="2023-03-15", description="The day the sentence was published")


class Examples(Strict):
    """Sentences per language."""

    en: tuple[Example, ...] = Field(default=(), description="English sentences")
    ru: tuple[Example, ...] = Field(default=(), description="Russian sentences; the partner of each fills the same slots")


class Counters(Strict):
    """Sentences per language that the rule must not match."""

    en: tuple[Sentence, ...] = Field(default=(), description="English sentences")
    ru: tuple[Sentence, ...] = Field(default=(), description="Russian sentences")


class Rule(Strict):
    """Who does what to whom with what, in which grammatical slots."""

    name: str = Field(description="Unique; a rule of yours with the name of a shipped one replaces it")
    type: str = Field(description="The event type in the tables: one of the shipped eight, or your own")
    trigger: Trigger = Field(description="The word that tells of the event")
    who: tuple[Function, ...] = Field(default=(), description="Functions that fill the first side, in this order")
    whom: tuple[Function, ...] = Field(default=(), description="Functions that fill the other side")
    attendee: tuple[Function, ...] = Field(default=(), description="Functions of those who attend")
    witness: tuple[Function, ...] = Field(default=(), description="Functions of those who are present")
    place: tuple[Function, ...] = Field(default=("in", "at"), description="Functions that fill the place; with in or at, a place anywhere in the clause may")
    what: What = Field(default=What(), description="What fills `what`")
    needs: tuple[Need, ...] = Field(default=(), description="What must be found, or there is no event")
    anaphoric: bool = Field(default=False, description="A word that mostly points back to an event told before: 'during the meeting'")
    joins: bool = Field(default=False, description="Never an event of its own: more of one told before ('the parties discussed trade')")
    told_of: tuple[str, ...] = Field(default=(), description="Types of the events told before that a rule with `joins` may mean; its own if empty")
    mutual: bool = Field(default=False, description="Who did it together are sides to each other: 'A and B met'")
    examples: Examples = Field(description="Sentences that the rule must match")
    not_: Counters = Field(default=Counters(), description="Sentences that the rule must leave alone")

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, alias_generator=lambda name: name.rstrip("_"))


class RuleFile(Strict):
    """One file of rules; `off` names rules of other files that are not to be used."""

    rules: tuple[Rule, ...] = Field(default=(), description="The rules")
    off: tuple[str, ...] = Field(default=(), description="Names of rules of other files that are not to be used")


class Cue(Strict):
    """Words that set a status, and where they stand."""

    status: Status = Field(description="The status that the words set")
    words: Words = Field(description="The words")


class CueFile(Strict):
    """Status cues by the place they take: above the trigger (governing verb or noun), beside it (adverb, adjective), auxiliary."""

    governors: tuple[Cue, ...]
    modifiers: tuple[Cue, ...]
    auxiliaries: tuple[Cue, ...]
    negations: Words
    ahead: Words = Words()  # prepositions before what lies ahead
    hypothetical: Words  # what may, might or could happen is no event


class Lexicon(Strict):
    """Word lists that rules refer to, and the grammar words of each language."""

    lists: dict[str, Words]
    prepositions: dict[Lang, dict[str, dict[str, tuple[str, ...]]]]  # language -> function -> preposition -> cases (empty: any)
    light_verbs: dict[str, Words]  # agentive: their subject acts; occurring: their subject is the event
    leading: Words  # "headed by", "во главе с"
    habitual: Words
    background: Words
    speech: Words
    document_types: dict[str, Words]


class CueAdditions(Strict):
    """A user's status.yml: further cues beside the shipped ones."""

    governors: tuple[Cue, ...] = Field(default=(), description="Words above the trigger: 'plans to visit'")
    modifiers: tuple[Cue, ...] = Field(default=(), description="Adjectives and adverbs beside it: 'the upcoming visit'")
    auxiliaries: tuple[Cue, ...] = Field(default=(), description="Auxiliary verbs: 'will'")
    negations: Words = Field(default=Words(), description="Words that negate: 'not'")
    hypothetical: Words = Field(default=Words(), description="What may, might or could happen is no event")


class LexiconAdditions(Strict):
    """A user's lexicon.yml: further words for the shipped lists, and lists of new names."""

    lists: dict[str, Words] = Field(default={}, description="Word lists by name; a name of your own is a new list, which `what.heads` may name")
    light_verbs: dict[Literal["agentive", "occurring"], Words] = Field(
        default={},
        description="Verbs that carry a noun: of agentive ones the subject takes part ('held talks'), of occurring ones it is the event ('talks took place')",
    )
    leading: Words = Field(default=Words(), description="Before the head of a delegation: 'headed by'")
    habitual: Words = Field(default=Words(), description="Of what happens again and again: 'annually'")
    background: Words = Field(default=Words(), description="Of what is recalled: 'previously'")
    speech: Words = Field(default=Words(), description="Verbs of saying: their subject asserts what stands below")
    document_types: dict[str, Words] = Field(default={}, description="Words for the kinds of `document_type`")


def build_schemas() -> dict[str, dict[str, object]]:
    """JSON Schemas (draft 2020-12) of the files that a user writes, by the name they are kept under: editors complete and check YAML by them."""
    files: dict[str, type[Strict]] = {"rules": RuleFile, "lexicon": LexiconAdditions, "status": CueAdditions}
    return {name: {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()} for name, model in files.items()}
