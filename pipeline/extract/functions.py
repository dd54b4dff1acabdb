"""The grammatical functions in which words depend on each other: by dependency label, preposition and case."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.annotate import Token, feature
from pipeline.extract.predicate import Argument, first_conjunct
from pipeline.extract.view import View, case_of, is_passive, is_verb, preposition_of

RELATIVES = frozenset({"which", "who", "that", "whom", "который", "что", "кто"})
WHERE = {"где": "in", "куда": "to", "where": "in"}
DIRECT = {
    "nsubj": "subject",
    "csubj": "subject",
    "nsubj:pass": "object",
    "obj": "object",
    "iobj": "recipient",
    "obl:agent": "agent",
    "nmod:poss": "possessor",
    "xcomp": "attribute",
    "attr": "attribute",
}
CASES = {"Gen": "possessor", "Dat": "recipient", "Ins": "attribute"}


def arguments_of(view: View, head: Token, *, found: str) -> Iterator[Argument]:
    """The words that depend on `head` as arguments; a relative pronoun gives way to the noun that it stands for."""
    for child in head.children:
        functions = functions_of(view, child)
        if child.dep_ == "advmod" and view.lemma(child) in WHERE and (place := _antecedent(head)) is not None:
            yield Argument(place, frozenset({WHERE[view.lemma(child)]}), "relative")
        if functions and view.lemma(child) in RELATIVES and (antecedent := _antecedent(head) or _named_before(view, child, head)) is not None:
            if _must_act(view, child, antecedent):
                functions = frozenset({"subject"})
            if not _is_thing(view, child, antecedent):
                yield Argument(antecedent, functions, "relative")
            yield from _adjacent(view, child, antecedent, functions)
        elif functions:
            yield Argument(child, functions, found)


def _must_act(view: View, pronoun: Token, noun: Token) -> bool:
    """Whether the form of a Russian relative pronoun shows that it acts, whatever the tree says: «министр, который посетил ЮАР», «мэр, которая посетила»."""
    form, mention = pronoun.text.lower(), view.actor_at.get(noun.i)
    person = mention is not None and mention.actor.entity_type == "person"
    return not preposition_of(view, pronoun) and (form == "которая" or (form == "который" and person))


def _is_thing(view: View, pronoun: Token, noun: Token) -> bool:
    """Whether "which" stands for no more than the body that somebody holds an office of: "she is chair of the fund, which holds a forum"."""
    mention = view.actor_at.get(noun.i)
    held = mention is not None and mention.actor.entity_type == "person" and view.lang == "en"
    return held and pronoun.text.lower() == "which"


def _antecedent(verb: Token) -> Token | None:
    """The noun that the relative clause of a verb belongs to."""
    verb = first_conjunct(verb)
    return verb.head if verb.dep_ == "acl:relcl" and verb.head.pos_ in {"NOUN", "PROPN", "PRON"} else None


def _named_before(view: View, pronoun: Token, verb: Token) -> Token | None:
    """The actor right before the comma of a Russian relative clause that the tree hangs elsewhere: «ждут приезда мэра Олега Белова, который открыл порт»."""
    k = view.position.get(pronoun.i, 0)
    if view.lang != "ru" or verb.dep_ == "acl:relcl" or view.lemma(pronoun) != "который" or k < 2 or view.tokens[k - 1].text != ",":
        return None
    before = view.actor_at.get(view.tokens[k - 2].i)
    noun = view.doc[before.actor.root] if before is not None else None
    return noun if noun is not None and feature(noun, "Number") == feature(pronoun, "Number") else None


def _adjacent(view: View, pronoun: Token, antecedent: Token, functions: frozenset[str]) -> Iterator[Argument]:
    """The noun right before an object's relative pronoun, where the tree chose one further away: «положения договоров, которые подписали»."""
    left = [t for t in view.tokens if antecedent.i < t.i < pronoun.i and t.pos_ in {"NOUN", "PROPN"}]
    if left and "object" in functions and left[-1].i not in view.actor_at:
        yield Argument(left[-1], functions, "relative")


def functions_of(view: View, token: Token) -> frozenset[str]:
    """The grammatical functions in which a word depends on its head; empty for words that are no arguments."""
    direct = _direct(view, token)
    if direct == "object" and token.dep_ == "obj" and view.lang == "ru" and case_of(view, token) == "Ins":
        return frozenset({"object", "attribute"})  # «наградил знаком хореографа»
    if direct == "object" and view.lang == "ru" and token.dep_ == "nsubj:pass" and feature(token, "Case") == "Ins":
        return frozenset({"agent", "attribute"})  # «исполняющей обязанности декана назначена доцент»
    if direct is not None:
        return frozenset({direct})
    if token.dep_ == "obl:npmod" and token.i in view.actor_at and is_verb(token.head) and all(c.dep_ != "obj" for c in token.head.children):
        return frozenset({"object"})  # "visited Riga", which the tagger may take for a measure or a time
    see = token.dep_ == "amod" and view.lang == "ru" and is_verb(token.head) and token.i in view.actor_at  # «визит митрополиту Омскому и Томскому Мефодию»
    if (token.dep_ not in {"obl", "nmod", "obl:npmod", "appos", "advmod"} or token.pos_ in {"ADV", "PART"}) and not see:
        return frozenset()
    preposition, case = preposition_of(view, token), case_of(view, token)
    if preposition in {"с", "со", "от"} and token.text.lower() == "стороны":
        return frozenset({"from"})  # «с чешской стороны договор подписал министр»
    if preposition:
        return by_preposition(view, preposition, case)
    if view.lang == "ru" and case == "Ins" and is_passive(token.head):
        return frozenset({"agent", "attribute"})
    return frozenset({CASES[case]}) if view.lang == "ru" and case in CASES else frozenset()


def _direct(view: View, token: Token) -> str | None:
    """Subject, object or recipient, as the tree and the forms of the words tell it; None for other words."""
    direct = DIRECT.get(token.dep_)
    if direct == "subject" and is_passive(token.head) and token.dep_ == "nsubj":
        direct = "object"
    if direct == "subject" and view.lang == "ru" and (_is_object(view, token) or _stands_behind_actor(view, token)):
        direct = "object"
    if direct == "object" and (_acts_behind_gerund if view.lang == "en" else _acts_behind_object)(view, token):
        direct = "subject"
    return direct


def _acts_behind_gerund(view: View, token: Token) -> bool:
    """Whether somebody behind the comma of a participle that opens the sentence acts: "Opening the forum, Mayor Lind noted", two objects to the tree."""
    verb, mention = token.head, view.actor_at.get(token.i)
    first = verb.i == view.tokens[0].i and verb.text.endswith("ing") and mention is not None
    comma = view.position.get(mention.actor.start, 0) - 1 if first and mention is not None else 0
    return comma > 0 and view.tokens[comma].text == "," and any(c.dep_ == "obj" and c.i < view.tokens[comma].i for c in verb.children)


def _acts_behind_object(view: View, token: Token) -> bool:
    """Whether people behind a Russian verb do what is told before it of another object: «эту тему затронули главы ведомств»."""
    verb, mention = token.head, view.actor_at.get(token.i)
    if view.lang != "ru" or token.dep_ != "obj" or token.i < verb.i or mention is None or mention.actor.entity_type not in {"person", "group"}:
        return False
    told = [c.dep_ for c in verb.children if c.i < verb.i]
    nominative = any(feature(t, "Case") == "Nom" for t in view.doc[mention.actor.start : mention.actor.end] if t.pos_ == "PROPN")
    denied = view.doc[mention.actor.start - 1].text == "не"  # «совет, который возглавит не мэр»
    return "obj" in told and "nsubj" not in told and nominative and not denied and agrees(verb, token)


def _is_object(view: View, token: Token) -> bool:
    """Russian objects look like subjects: «делегация посетила Казань», «музей возглавил Олег Сорокин», «соглашение подписали министры»."""
    likely, others = _acts(view, token), [c for c in token.head.children if c.dep_ == "nsubj" and (c.i < token.head.i) != (token.i < token.head.i)]
    if others:
        agreeing = {agrees(token.head, c) for c in others}
        if len(agreeing) == 1 and agrees(token.head, token) not in agreeing:
            return not agrees(token.head, token)  # «Петрозаводск посетила делегация», «меморандум, который подписали правительство и музей»
        rival = max(_acts(view, c) for c in others)
        return likely < rival or (likely == rival and token.i > token.head.i)
    joined = any(c.dep_ in {"conj", "appos", "nmod", "nummod:gov"} for c in token.children)
    return not likely and not joined and feature(token, "Number") == "Sing" and feature(token.head, "Number") == "Plur"


def agrees(verb: Token, noun: Token) -> bool:
    """Whether a Russian noun can be the subject of a finite verb by number and, in the past, by gender; a woman's office may be a masculine noun."""
    number, gender = feature(verb, "Number"), feature(verb, "Gender")
    if number == "Plur":
        return feature(noun, "Number") != "Sing" or any(c.dep_ in {"conj", "appos", "nmod", "nummod:gov"} for c in noun.children)
    same = gender in {"", feature(noun, "Gender")} or feature(noun, "Animacy") == "Anim" or not feature(noun, "Gender")
    return same and feature(noun, "Number") != "Plur"


def _stands_behind_actor(view: View, token: Token) -> bool:
    """Whether something told behind the verb of a relative clause in which the pronoun acts is what it is done to: «министр, который посетил ЮАР»."""
    noun = _antecedent(token.head) if token.i > token.head.i and token.dep_ == "nsubj" else None
    return noun is not None and any(c.dep_ == "obj" and view.lemma(c) == "который" and _must_act(view, c, noun) for c in token.head.children)


def _acts(view: View, token: Token) -> int:
    """How likely a nominative acts rather than suffers: persons known by their case before groups, groups before things."""
    if feature(token, "Animacy") == "Anim" and feature(token, "Case") == "Nom":
        return 2
    mention = view.actor_at.get(token.i)
    return int(mention is not None and mention.actor.entity_type in {"person", "group"})


def by_preposition(view: View, preposition: str, case: str) -> frozenset[str]:
    """What a preposition with a case means; where the case is unknown, or the tagger's guess fits none, all its meanings."""
    meanings = view.grammar.prepositions.get(preposition, {})
    fitting = frozenset(f for f, cases in meanings.items() if not cases or case in cases)
    return fitting or (frozenset(meanings) if case in {"", "Nom"} else frozenset())
