"""The shape of rule files: what a rule may say, checked when it is loaded."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict

from pipeline.rules.variants import expand_text

Status = Literal["occurred", "planned", "proposed", "negated"]
Lang = Literal["en", "ru"]
Function = Literal[
    "subject",  # of an active verb, of the light verb of a noun ("X held talks"), the noun before an active participle
    "object",  # of an active verb, subject of a passive one, the noun before a passive participle
    "agent",  # "by X", Russian instrumental of a passive
    "recipient",  # "to X", Russian dative, English indirect object
    "possessor",  # "X's meeting", "the meeting of X", Russian genitive
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
    "attribute",  # what the subject is or is named: "appointed him governor", Russian instrumental
    "presence",  # "in the presence of X"
]
FUNCTIONS: tuple[str, ...] = get_args(Function)


Need = Literal[
    "who",
    "whom",
    "sides",
    "parties",
    "participant",
    "place",
    "light",
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
    "of_talks",
]


class Strict(BaseModel):
    """A part of a rule file: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(Strict):
    """Lemmas per language; a lemma of several words is a phrase that follows the order of the text."""

    en: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()


class Trigger(Strict):
    """The words that tell of the event. `beside` words must stand in the same clause ("spoke by phone")."""

    pos: Literal["verb", "noun"]
    words: Words
    beside: Words = Words()
    unless_before: Words = Words()  # words that must not follow: "a call to action"
    unless_after: Words = Words()  # words that must not stand right before, or make a compound with the trigger: "press conference"
    unless_beside: Words = Words()  # words that must not stand in the sentence: ", vice" of lists of nominations, «чемпионат»
    passive: bool | None = None  # verb in the passive only, or never
    finite: bool = False  # finite verbs only: "went to Minsk", not "before going to Minsk"


class What(Strict):
    """Which dependent of the trigger fills `what`: its functions, and the word list that its head must be in.

    `trigger` takes the trigger's own phrase, or its modifiers alone.
    """

    functions: tuple[Function, ...] = ()
    heads: str = ""  # name of a list in lexicon.yml; empty: any noun
    trigger: Literal["", "phrase", "modifiers"] = ""
    required: bool = False
    anywhere: bool = False  # the listed word may stand among the first words of an English phrase, not only as its head: "Grand Cordon of the Order"


def _check_groups(text: str) -> str:
    expand_text(text)
    return text


Sentence = Annotated[str, AfterValidator(_check_groups)]


class Example(Strict):
    """A sentence that the rule must match, and the slots that it must fill (as they stand in the tables)."""

    text: Sentence
    who: tuple[str, ...] | None = None
    whom: tuple[str, ...] | None = None
    attendee: tuple[str, ...] | None = None
    witness: tuple[str, ...] | None = None
    what: str | None = None
    place: str | None = None
    status: Status | None = None
    date: str | None = None
    published: str = "2023-03-15"


class Examples(Strict):
    """Sentences per language."""

    en: tuple[Example, ...] = ()
    ru: tuple[Example, ...] = ()


class Counters(Strict):
    """Sentences per language that the rule must not match."""

    en: tuple[Sentence, ...] = ()
    ru: tuple[Sentence, ...] = ()


class Rule(Strict):
    """Who does what to whom with what, in which grammatical slots."""

    name: str
    type: str
    trigger: Trigger
    who: tuple[Function, ...] = ()
    whom: tuple[Function, ...] = ()
    attendee: tuple[Function, ...] = ()
    witness: tuple[Function, ...] = ()
    place: tuple[Function, ...] = ("in", "at")
    what: What = What()
    needs: tuple[Need, ...] = ()
    anaphoric: bool = False  # a noun that mostly points back to an event already told ("during the meeting")
    joins: bool = False  # never an event of its own: more of one told before ("the parties discussed trade")
    mutual: bool = False  # who did it together are sides to each other: "A and B met"
    examples: Examples
    not_: Counters = Counters()

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, alias_generator=lambda name: name.rstrip("_"))


class RuleFile(Strict):
    """One file of rules; `off` names rules of other files that are not to be used."""

    rules: tuple[Rule, ...] = ()
    off: tuple[str, ...] = ()


class Cue(Strict):
    """Words that set a status, and where they stand."""

    status: Status
    words: Words


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

    governors: tuple[Cue, ...] = ()
    modifiers: tuple[Cue, ...] = ()
    auxiliaries: tuple[Cue, ...] = ()
    negations: Words = Words()
    hypothetical: Words = Words()


class LexiconAdditions(Strict):
    """A user's lexicon.yml: further words for the shipped lists, and lists of new names."""

    lists: dict[str, Words] = {}
    light_verbs: dict[Literal["agentive", "occurring"], Words] = {}
    leading: Words = Words()
    habitual: Words = Words()
    background: Words = Words()
    speech: Words = Words()
    document_types: dict[str, Words] = {}


def build_schemas() -> dict[str, dict[str, object]]:
    """JSON Schemas (draft 2020-12) of the files that a user writes, by the name they are kept under: editors complete and check YAML by them."""
    files: dict[str, type[Strict]] = {"rules": RuleFile, "lexicon": LexiconAdditions, "status": CueAdditions}
    return {name: {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()} for name, model in files.items()}
