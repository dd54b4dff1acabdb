"""Arguments that stand outside the clause of their verb: shared subjects, relative clauses, participles, control."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.annotate import Token, feature
from pipeline.extract.functions import RELATIVES, arguments_of
from pipeline.extract.predicate import Argument, aim_before
from pipeline.extract.view import View, case_of, is_passive, is_past_participle, is_verb, preposition_of

CIRCUMSTANTIAL = frozenset({"where", "when", "why", "где", "когда", "куда", "откуда"})
MARKS = frozenset({"-", "–", "—", ":"})
CLIMB = 4  # nouns between a relative clause and the verb above it


def outer_arguments(view: View, verb: Token, *, depth: int = 3) -> Iterator[Argument]:
    """Subjects and objects of `verb` that its clause does not hold, up to `depth` clauses away."""
    if depth == 0 or verb.head.i == verb.i or aim_before(view, verb) is not None:
        return
    head = verb.head
    if verb.dep_ in {"acl", "amod"} and feature(verb, "VerbForm") != "Inf" and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        yield Argument(head, frozenset({"object" if is_past_participle(verb) and not _is_main(view, verb) else "subject"}), "relative")
    elif verb.dep_ in {"acl", "nmod"} and view.lang == "ru" and is_verb(head.head) and feature(verb, "VerbForm") == "Inf":
        yield from _aimed_at(view, head, depth=depth)
    elif verb.dep_ in {"acl", "acl:relcl"} and view.lang == "en" and _is_to_infinitive(verb) and not _has_subject(verb):
        if head.dep_ == "obj" and is_verb(head.head) and not is_passive(head.head):  # "announced an investment to open a plant", "had the chance to meet"
            invited = tuple(_invited(view, head))
            yield from invited or _shared(view, verb, head.head, depth=depth)
    elif verb.dep_ == "acl:relcl" and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        yield from _relative(view, verb, head)
        if view.lang == "ru" and _is_oblique(view, verb) and not _has_subject(verb):
            yield from _subject_above(view, verb, head, depth=depth)
    elif odd := tuple(_odd_subjects(view, verb)):
        yield from odd
    elif (verb.dep_ in {"conj", "xcomp", "advcl", "ccomp", "parataxis"} or _is_governed_gerund(verb)) and not _has_subject(verb):
        yield from _suggested(view, verb) or _shared(view, verb, head.head if head.dep_ == "acomp" else head, depth=depth)


def _suggested(view: View, verb: Token) -> tuple[Argument, ...]:
    """To whom somebody suggests what an English infinitive tells: "proposed to the mayor to visit"."""
    if view.lang != "en" or verb.dep_ != "xcomp" or view.lemma(verb.head) not in view.grammar.lists["suggesting"]:
        return ()
    told = (a for a in arguments_of(view, verb.head, found="control") if a.functions & {"to", "recipient"} and a.token.i < verb.i)
    return tuple(replace(a, functions=frozenset({"subject"})) for a in told if view.mentions_at(a.token))


def _is_main(view: View, verb: Token) -> bool:
    """Whether an English sentence has no verb but what the tree takes for a participle of its subject: "The delegation conferred with the mayor"."""
    noun = verb.head
    if view.lang != "en" or noun.dep_ != "root" or noun.i > verb.i or noun.i not in view.actor_at or view.tokens[-1].text != ".":
        return False
    done = any(c.dep_ == "obl:agent" or c.text.lower() == "by" for c in verb.children)
    later = any(c.dep_ == "acl" and c.i > verb.i for c in noun.children)  # "a delegation led by Anna Lind conferred"
    return not done and not later and not any(feature(t, "VerbForm") == "Fin" for t in view.tokens)


def _odd_subjects(view: View, verb: Token) -> Iterator[Argument]:
    """Who has to do, or achieves, what a Russian infinitive tells, in the dative: «мэру удалось встретиться»; a subject that the tree made the root."""
    head = verb.head
    if verb.dep_ == "csubj" and any(view.lemma(head) in view.grammar.lists[name] for name in ("obligations", "achievements")):
        told = (a for a in arguments_of(view, head, found="control") if "recipient" in a.functions and not _has_subject(verb))
        yield from (replace(a, functions=frozenset({"subject"})) for a in told)
    elif _hangs_on_subject(view, verb):
        yield Argument(head, frozenset({"subject"}), "relative")


def _hangs_on_subject(view: View, verb: Token) -> bool:
    """Whether the tree makes a Russian subject the root, and hangs what it does on it: «центристы в ближайшие дни намерены провести консультации»."""
    noun = verb.head
    told = view.lang == "ru" and verb.dep_ == "parataxis" and noun.dep_ == "root" and noun.i < verb.i and noun.i in view.actor_at and not is_passive(verb)
    return told and case_of(view, noun) == "Nom" and feature(noun, "Number") == feature(verb, "Number") and not _has_subject(verb)


def _invited(view: View, noun: Token) -> Iterator[Argument]:
    """Who is to do what an English invitation tells: "extended an invitation to Anna Lind to visit", "handed Anna Lind an invitation to visit"."""
    if view.lemma(noun) not in view.grammar.lists["invitations"]:
        return
    below = (c for c in noun.children if c.dep_ == "nmod" and preposition_of(view, c) == "to")
    told = arguments_of(view, noun.head, found="control")
    given = (a.token for a in told if a.functions & {"recipient", "to"} or ("object" in a.functions and a.token.i < noun.i))
    yield from (Argument(t, frozenset({"subject"}), "control") for t in (*below, *given) if view.mentions_at(t))


def _is_to_infinitive(verb: Token) -> bool:
    return any(child.dep_ in {"aux", "mark"} and child.text.lower() == "to" for child in verb.children)


def _is_governed_gerund(verb: Token) -> bool:
    """ "Enjoyed meeting with X": a gerund as the object of its verb."""
    return verb.dep_ == "obj" and is_verb(verb) and is_verb(verb.head)


def _relative(view: View, verb: Token, antecedent: Token) -> Iterator[Argument]:
    """The noun that a relative clause without relative pronoun belongs to."""
    if any(view.lemma(child) in RELATIVES or view.lemma(child) in CIRCUMSTANTIAL for child in verb.children) or any(
        c.dep_ in {"obj", "nsubj:pass"} for c in verb.children
    ):
        return
    yield Argument(antecedent, frozenset({"object" if _has_subject(verb) or is_past_participle(verb) else "subject"}), "relative")


def _aimed_at(view: View, noun: Token, *, depth: int) -> Iterator[Argument]:
    """Who is to do what a noun aims at: «передал послу приглашение посетить Омск», «выступил с инициативой провести форум»."""
    owners = [c for c in noun.children if c.dep_ == "nmod" and c.i in view.actor_at and not preposition_of(view, c) and case_of(view, c) == "Gen"]
    if owners and view.lemma(noun) in view.grammar.lists["intentions"]:
        yield from (Argument(c, frozenset({"subject"}), "control") for c in owners[:1])  # «сообщил о намерении чешской стороны открыть консульство»
        return
    own = tuple(arguments_of(view, noun.head, found="control"))
    invited = [a for a in own if "recipient" in a.functions and view.mentions_at(a.token)] if view.lemma(noun) in view.grammar.lists["invitations"] else []
    subjects = [a for a in own if "subject" in a.functions]
    yield from (replace(a, functions=frozenset({"subject"})) for a in invited or subjects)
    if not invited and not subjects:
        yield from outer_arguments(view, noun.head, depth=depth - 1)


def invitation_beside(view: View, verb: Token) -> Token | None:
    """The invitation to do what an infinitive tells, where the tree hangs both on one verb: «передал губернатору приглашение акима посетить Актобе»."""
    told = (c for c in verb.head.children if c.dep_ == "obj" and c.i < verb.i and view.lemma(c) in view.grammar.lists["invitations"])
    return next(told, None) if verb.dep_ == "xcomp" and feature(verb, "VerbForm") == "Inf" else None


def _is_oblique(view: View, verb: Token) -> bool:
    """Whether a relative clause tells where or on what occasion its verb was done: «прибыл в Омск, где встретился», «дал приём, на котором принял»."""
    pronouns = [t for t in view.tokens if t.i < verb.i and view.lemma(t) in RELATIVES and verb.is_ancestor(t)]
    return any(view.lemma(c) in CIRCUMSTANTIAL for c in verb.children) or any(preposition_of(view, t) for t in pronouns)


def _subject_above(view: View, verb: Token, noun: Token, *, depth: int) -> Iterator[Argument]:
    """The subject of the verb above the noun of a relative clause, where both verbs agree in number."""
    above = noun
    for _ in range(CLIMB):
        if is_verb(above) or above.head.i == above.i:
            break
        above = above.head
    if is_verb(above) and not is_passive(above) and not is_passive(verb) and feature(above, "Number") == feature(verb, "Number"):
        yield from _shared(view, verb, above, depth=depth)


def _antecedent_of_passive(view: View, verb: Token, subjects: Sequence[Argument]) -> Token | None:
    """The noun before a Russian relative clause whose verb the tree joins the main verb to: «договор, который стороны обсуждали, не подписан»."""
    clause = verb.head
    if view.lang != "ru" or verb.dep_ != "conj" or not is_passive(verb) or clause.dep_ != "acl:relcl" or clause.head.dep_ != "root":
        return None
    apart = all(feature(s.token, "Number") != feature(verb, "Number") for s in subjects)
    told = feature(clause.head, "Number") == feature(verb, "Number") and feature(clause.head, "Gender") == feature(verb, "Gender")
    return clause.head if apart and told and subjects else None


def _told_before(view: View, verb: Token) -> Iterator[Argument]:
    """The first person in the nominative between the last dash or colon and a Russian verb."""
    mark = max((t.i for t in view.tokens if t.i < verb.i and t.text in MARKS), default=verb.i)
    people = (m for m in view.actors if mark < m.actor.start < verb.i and m.actor.entity_type == "person")
    first = next((view.doc[m.actor.root] for m in people if case_of(view, view.doc[m.actor.root]) == "Nom"), None)
    if first is not None:
        yield Argument(first, frozenset({"subject"}), "order")


def _disagree(verb: Token, head: Token) -> bool:
    """Whether two finite verbs, side by side, stand in different numbers, and so have no subject together."""
    told = [feature(t, "Number") for t in (verb, head) if feature(t, "VerbForm") == "Fin"]
    return verb.dep_ == "parataxis" and len(told) == 2 and "" not in told and told[0] != told[1]


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubj:pass"} for child in verb.children)


def _shared(view: View, verb: Token, head: Token, *, depth: int) -> Iterator[Argument]:
    """The subject that a verb shares with the verb it is coordinated with or governed by ("offered to sign", "invited him to visit")."""
    how = "shared" if verb.dep_ == "conj" else "control"
    wanted = {"subject", "object", "recipient"} if view.lang == "ru" and how == "control" else {"subject", "object"}
    own = [a for a in arguments_of(view, head, found=how) if a.functions & wanted]
    if view.lang == "ru" and invitation_beside(view, verb) is not None and (guests := [a for a in own if "recipient" in a.functions]):
        yield from (replace(a, functions=frozenset({"subject"})) for a in guests)
        return
    fronted = view.lang == "en" and verb.i < head.i  # "speaking at the opening, she thanked the builders"
    if how == "control" and not fronted and view.lemma(head) in view.grammar.lists["object_control"]:
        objects = [a for a in own if a.functions & {"object", "recipient"} and (view.lang == "en" or view.mentions_at(a.token))]
        asked = objects or any(a.functions & {"object", "recipient"} and feature(a.token, "Animacy") == "Anim" for a in own)  # «предложил боевикам»
        if asked or view.lemma(head) not in view.grammar.lists["asks"]:
            yield from (replace(a, functions=frozenset({"subject"})) for a in objects)
            return
    sent = any(c.dep_ == "obj" and view.lemma(c) in view.grammar.lists["sending"] for c in head.children)
    if how == "control" and sent and view.lemma(head) not in view.grammar.lists["conducting"]:
        return  # "announced the delegation to attend the forum"
    subjects = [a for a in own if a.token.dep_ in {"nsubj", "nsubj:pass"}]
    if view.lang == "ru" and _disagree(verb, head):  # «Чад и Лаос торгуют — министр Анна Линд с визитом побывала в Риге»
        yield from _told_before(view, verb)
        return
    if (antecedent := _antecedent_of_passive(view, verb, subjects)) is not None:
        yield Argument(antecedent, frozenset({"object"}), "relative")
        return
    function = "object" if is_passive(verb) else "subject"
    yield from (replace(a, functions=frozenset({function})) for a in subjects)
    if how == "control" and view.lemma(head) in view.grammar.lists["joining"] and not is_passive(head):  # "joined the rector to tour the port"
        people = (a for a in own if a.token.dep_ == "obj" and any(m.actor.entity_type == "person" for m in view.mentions_at(a.token)))
        yield from (replace(a, functions=frozenset({"subject"})) for a in people)
    if how == "control" and view.lemma(head) in view.grammar.lists["cooperating"] and not is_passive(head):
        yield from (a for a in arguments_of(view, head, found=how) if "with" in a.functions)  # "joined with the rector in hosting a forum"
    if not subjects:
        yield from outer_arguments(view, head, depth=depth - 1)
