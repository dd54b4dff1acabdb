"""Finds what depends on a trigger, and in which grammatical function: over the tree, through light verbs, relative clauses, control and coordination."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.annotate import Token, feature
from pipeline.extract.apposition import called_recipients, named_behind
from pipeline.extract.behind import is_of_last
from pipeline.extract.chains import joined_before
from pipeline.extract.company import engaged_with, find_companions, find_witnesses, told_together, with_further_on
from pipeline.extract.coordination import is_aimed, with_coordinated
from pipeline.extract.functions import arguments_of, functions_of
from pipeline.extract.inherited import inherited_arguments
from pipeline.extract.joined import below_participles, decree_makers, decree_signers, decree_subjects, decree_subjects_behind, gathered, who_joined
from pipeline.extract.lead_in import behind_lead_in
from pipeline.extract.next_clause import opens_next_clause
from pipeline.extract.order import arguments_by_order
from pipeline.extract.outer import CIRCUMSTANTIAL, outer_arguments
from pipeline.extract.predicate import Argument, Predicate
from pipeline.extract.speaker import speaker_of
from pipeline.extract.triggers import Trigger
from pipeline.extract.view import View, case_of, is_passive, is_verb, preposition_of

PLACES = frozenset({"city", "region", "country"})
POSSESSIVES = frozenset({"his", "her"})


def find_arguments(view: View, predicate: Predicate) -> tuple[Argument, ...]:
    """All dependents of the trigger and its light verb, coordinated ones included, each once (the first way it was found)."""
    head = predicate.trigger.head
    found = _without_clause(view, predicate, _with_visitor(view, predicate, list(_direct(view, predicate))))
    seen = {a.token.i for a in found}
    ordered = tuple(arguments_by_order(view, predicate, found))
    acted = view.lang == "ru" and any("subject" in a.functions for a in ordered)  # who stands right before the verb does it, not who acts above it
    acted = acted or _is_impersonal(view, predicate.verb)
    acted = acted or any("between" in a.functions and a.token.i in view.actor_at for a in found)  # "backs talks between A and B"
    above = [a for a in inherited_arguments(view, predicate) if not (acted and a.found == "control" and "subject" in a.functions)]
    for argument in (*ordered, *above, *_governed(view, predicate, found)):
        if argument.token.i not in seen:
            seen.add(argument.token.i)
            found.append(argument)
    found += _acceptors(view, predicate)
    found += [*_host_body(view, predicate, found), *_own_deed(view, predicate, found), *called_recipients(view, predicate, found), *decree_makers(view, found)]
    found += decree_subjects_behind(view, predicate, found)
    found = named_behind(view, _right_before(view, predicate, found))
    found = [a for a in behind_lead_in(view, found) if not _is_host(view, predicate, a)]
    found = [a for a in found if not (a.found == "tree" and (a.token.dep_ == "nsubj" and is_aimed(view, a.token) or opens_next_clause(view, a.token, head)))]
    found = [a for a in found if not (a.found == "order" and is_of_last(view, a.token))]
    found += told_together(view, predicate, found)
    if _acts(view, predicate, found):
        found = [a for a in found if a.functions != {"agent"}]  # "opened an exhibition of pictures by Ivo Kos"
    return tuple(with_coordinated(view, [a for a in found if not _continues_office(view, a.token)]))


def _acts(view: View, predicate: Predicate, found: list[Argument]) -> bool:
    """Whether an English verb in the active has somebody as its subject, so that "by" tells of nobody who does it."""
    verb = predicate.verb
    if verb is None or view.lang != "en" or predicate.kind != "verb" or predicate.trigger.rule.type != "opening" or is_passive(verb):
        return False
    return any("subject" in a.functions and a.token.i < verb.i and view.mentions_at(a.token) for a in found)


def _is_host(view: View, predicate: Predicate, argument: Argument) -> bool:
    """Whether somebody only hosts an English visit of others: "the king hosted the visit by the president"."""
    light = predicate.light
    hosted = view.lang == "en" and predicate.trigger.rule.type == "visit" and light is not None and view.lemma(light) in view.grammar.lists["hosts"]
    return hosted and light is not None and "subject" in argument.functions and argument.token.i < light.i


def _is_impersonal(view: View, verb: Token | None) -> bool:
    """Whether a Russian clause below what one person said tells of nobody who does it: «министр отметил, что врачей наградят»."""
    if verb is None or view.lang != "ru" or verb.dep_ != "ccomp" or feature(verb, "VerbForm") != "Fin":
        return False
    return (feature(verb, "Number"), feature(verb.head, "Number")) == ("Plur", "Sing") and not any(c.dep_.startswith("nsubj") for c in verb.children)


def _right_before(view: View, predicate: Predicate, found: list[Argument]) -> list[Argument]:
    """The arguments; who stands right before "will" is the subject of a verb to which the tree gives none: "Kos will go and Lind will become rector"."""
    verb = predicate.verb
    if verb is None or view.lang != "en" or predicate.kind != "verb" or is_passive(verb) or any(c.dep_ == "nsubj" for c in verb.children):
        return found
    will = next((c.i for c in verb.children if c.dep_ == "aux" and c.text == "will"), -1)
    before = next((m for m in view.actors if m.actor.end == will and m.actor.entity_type == "person" and m.actor.form == "name"), None)
    if before is None or view.doc[before.actor.root].dep_ != "conj":
        return found
    return [*(a for a in found if "subject" not in a.functions), Argument(view.doc[before.actor.root], frozenset({"subject"}), "order")]


def _with_visitor(view: View, predicate: Predicate, found: list[Argument]) -> list[Argument]:
    """The arguments, a place before a verb of visiting as what is visited, and who is told behind as the visitor: «Омск посетил посол Дании»."""
    verb, rule = predicate.verb, predicate.trigger.rule
    if view.lang != "ru" or rule.type != "visit" or predicate.kind != "verb" or verb is None or "object" not in rule.place or is_passive(verb):
        return found
    acting = [a for a in found if "subject" in a.functions]
    behind = next((m for m in view.actors if m.actor.start == verb.i + 1 and m.actor.entity_type in {"person", "group"}), None)
    places = all((m := view.actor_at.get(a.token.i)) is not None and m.actor.entity_type in PLACES and a.token.i < verb.i for a in acting)
    if not acting or behind is None or not places or case_of(view, view.doc[behind.actor.root]) not in {"Nom", ""}:
        return found
    visited = [replace(a, functions=frozenset({"object"})) if a in acting else a for a in found if a.token.i != behind.actor.root]
    return [*visited, Argument(view.doc[behind.actor.root], frozenset({"subject"}), "order")]


def _without_clause(view: View, predicate: Predicate, found: list[Argument]) -> list[Argument]:
    """The arguments without the subject of a Russian clause before the verb's own: «как живут студенты, мэр обсудил с ректором», «Омск, где мэр встретился»."""
    own = [c for c in predicate.verb.children if c.dep_ == "nsubj"] if predicate.verb is not None and view.lang == "ru" else []
    if len(own) != 2 or not own[0].i < own[1].i < predicate.verb.i:  # type: ignore[union-attr]
        return found
    between = [t for t in view.tokens if own[0].i < t.i < own[1].i]
    before = any(is_verb(t) and feature(t, "VerbForm") == "Fin" for t in view.tokens if t.i < own[0].i) or any(view.lemma(t) in CIRCUMSTANTIAL for t in between)
    numbers = {feature(t, "Number") for t in between if is_verb(t) and feature(t, "VerbForm") == "Fin" and t.dep_ != "acl:relcl"}
    before = before or (feature(own[0], "Number") in numbers and feature(own[1].head, "Number") not in numbers)  # «Белов даёт интервью, а двое ушли»
    return [a for a in found if a.token.i != own[0].i] if before and any(t.text == "," for t in between) else found


def _host_body(view: View, predicate: Predicate, found: Sequence[Argument]) -> list[Argument]:
    """The body in whose house somebody, who is not told, receives: «в мэрии Омска приняли делегацию»."""
    verb = predicate.verb
    if view.lang != "ru" or "host" not in predicate.trigger.rule.needs or verb is None or feature(verb, "Number") != "Plur" or is_passive(verb):
        return []
    if any("subject" in a.functions and a.found != "coordination" for a in found):
        return []
    inside = [a for a in found if "in" in a.functions and view.lemma(a.token) not in view.grammar.lists["stations"]]  # «в аэропорту гостей встречали»
    bodies = [a for a in inside if (m := view.actor_at.get(a.token.i)) is not None and m.actor.entity_type == "organization"]
    return [Argument(a.token, frozenset({"subject"}), "host") for a in bodies[:1]]


def _own_deed(view: View, predicate: Predicate, found: Sequence[Argument]) -> list[Argument]:
    """Who tells in a quotation, without a pronoun, what he did: «Созвонилась с министром», - написала посол."""
    verb = predicate.verb if predicate.kind in {"verb", "agentive"} else None
    if view.lang != "ru" or verb is None or is_passive(verb) or any("subject" in a.functions for a in found):
        return []
    speaker = speaker_of(view, verb)
    told = speaker is not None and feature(verb, "Number") == "Sing" and feature(verb, "Tense") == "Past" and speaker.actor.start > verb.i
    return [Argument(view.doc[speaker.actor.root], frozenset({"subject"}), "speaker")] if told and speaker is not None else []


def _governed(view: View, predicate: Predicate, found: Sequence[Argument]) -> Iterator[Argument]:
    """Who plans, offers or calls off what a noun tells, where nobody else is told to do it: "postponed a visit"."""
    noun, verb = predicate.trigger.head, predicate.trigger.head.head
    if predicate.kind != "noun" or noun.dep_ != "obj" or view.lemma(verb) not in view.grammar.cues.governors:
        return
    if view.lemma(verb) in view.grammar.lists["thwarting"]:
        return
    if not any(a.functions & {"subject", "possessor", "between", "agent"} and view.mentions_at(a.token) for a in found):
        own = (*arguments_of(view, verb, found="control"), *outer_arguments(view, verb))
        yield from (a for a in own if "subject" in a.functions)


def _acceptors(view: View, predicate: Predicate) -> list[Argument]:
    """Who accepts a resignation lets somebody go: "accepted the resignation of the minister", «принял отставку министра»."""
    noun, lists = predicate.trigger.head, view.grammar.lists
    accepted = noun.dep_ in {"obj", "nsubj:pass"} and view.lemma(noun.head) in lists["letting_go"] and view.lemma(noun) in lists["own_acts"]
    if predicate.trigger.rule.type != "appointment" or predicate.kind != "noun" or not accepted:
        return []
    acting = (a for a in arguments_of(view, noun.head, found="tree") if a.functions & {"subject", "agent"})
    return [replace(a, functions=frozenset({"agent"})) for a in acting]


def _continues_office(view: View, token: Token) -> bool:
    """Whether an actor only ends the office before it: "adviser to the president"."""
    mention = view.actor_at.get(token.i)
    k = view.position[mention.actor.start] if mention is not None else 0
    if k < 2 or view.lang != "en" or view.lemmas[k - 1] != "to":
        return False
    office = view.actor_at.get(view.tokens[k - 2].i)
    return office is not None and office.actor.entity_type == "person" and (office.actor.form == "position" or office.actor.name_end < office.actor.end)


def _direct(view: View, predicate: Predicate) -> Iterator[Argument]:
    head = predicate.trigger.head
    phrase = range(predicate.trigger.start, predicate.trigger.end)
    if view.lang == "ru" and predicate.kind != "verb":
        yield from who_joined(view, head)
        yield from decree_signers(view, head)
    yield from (*decree_subjects(view, head), *gathered(view, head))
    for i in phrase:  # "paid a courtesy call on the mayor": the mayor depends on the call
        below = (a for a in arguments_of(view, view.doc[i], found="tree") if a.token.i not in phrase)
        yield from (a for a in below if not _only_describes(view, predicate, a))
    if predicate.light is not None:
        own = (a for a in arguments_of(view, predicate.light, found="light verb") if a.token.i != head.i)
        joins = view.lemma(predicate.light) in view.grammar.lists["joining"]
        yield from (replace(a, functions=frozenset({"with"})) if joins and "object" in a.functions else a for a in own)
        yield from _below_light_noun(view, predicate)
        yield from (*engaged_with(view, predicate), *with_further_on(view, predicate))
    yield from find_witnesses(view, head if predicate.verb is None else predicate.verb)
    yield from find_companions(view, predicate)
    yield from _below_beside(view, predicate)
    if predicate.kind != "verb":
        yield from below_participles(view, head)
        return
    if view.lang == "en" and is_passive(head):  # "was presented with the prize by the society": the tree may hang the society on the prize
        yield from (a for c in head.children if c.dep_ in {"obj", "obl"} for a in arguments_of(view, c, found="tree") if "agent" in a.functions)
    if view.lang == "en" and predicate.trigger.rule.type == "award":  # "received a prize from the society"
        yield from (a for c in head.children if c.dep_ == "obj" for a in arguments_of(view, c, found="tree") if "from" in a.functions)
    yield from _appointed(view, predicate)
    for child in head.children:
        if view.lemma(child) in view.grammar.lists["posts"]:
            yield from (_holder(view, a) for a in arguments_of(view, child, found="tree"))
        elif child.dep_ in {"obj", "nsubj:pass"}:  # «утвердил судью Линд в должности министра»: the tree may hang the post on the person
            yield from (a for t in child.subtree if view.lemma(t.head) not in view.grammar.lists["posts"] for a in _post(view, t))


def _only_describes(view: View, predicate: Predicate, argument: Argument) -> bool:
    """Whether English people of those who met only tell of what kind a meeting was: "the two states held their ministers' meeting"."""
    theirs = "possessor" in argument.functions and any(c.dep_ == "nmod:poss" for c in argument.token.children)
    return view.lang == "en" and predicate.kind == "agentive" and theirs


def _appointed(view: View, predicate: Predicate) -> Iterator[Argument]:
    """Who is named with the office itself: «назначил исполняющим обязанности мэра Олега Серова»."""
    head = predicate.trigger.head
    if view.lang == "ru" and predicate.trigger.rule.name == "appointment-verb" and not any(c.dep_ in {"obj", "nsubj:pass"} for c in head.children):
        named = (_holder(view, a) for a in arguments_of(view, head, found="tree") if "attribute" in a.functions)
        yield from (a for a in named if "object" in a.functions)


def _post(view: View, token: Token) -> Iterator[Argument]:
    """A post behind a preposition, as an argument."""
    if view.lemma(token) in view.grammar.lists["posts"] and preposition_of(view, token):
        yield Argument(token, functions_of(view, token), "tree")


def _below_beside(view: View, predicate: Predicate) -> Iterator[Argument]:
    """What hangs on a word that the rule wants beside its trigger: «шла речь о туризме», «переговоры по видеосвязи с министром»."""
    beside = predicate.trigger.rule.trigger.beside
    wanted = {word.split()[-1] for word in (beside.en if view.lang == "en" else beside.ru)}
    for child in predicate.trigger.head.children:
        if view.lemma(child) in wanted:
            yield from arguments_of(view, child, found="tree")


def _holder(view: View, argument: Argument) -> Argument:
    """Below "the post", a named person is whom the verb is about."""
    named = any(m.actor.form == "name" and m.actor.entity_type == "person" for m in view.mentions_at(argument.token))
    return replace(argument, functions=argument.functions | {"object"}) if named else argument


def _below_light_noun(view: View, predicate: Predicate) -> Iterator[Argument]:
    noun = predicate.trigger.head.head
    if view.lemma(noun) in view.grammar.lists["light_nouns"]:
        yield from (a for a in arguments_of(view, noun, found="light verb") if a.token.i != predicate.trigger.head.i)


def _praised(view: View, trigger: Trigger, verb: Token) -> tuple[Token, ...]:
    """Who is spoken to about what he himself did: "congratulated Anna Lind on her appointment", "thanked the consul for his visit"."""
    thanked = view.lemma(verb) == "thank"  # "for the visit" as well
    own = any((c.dep_ == "nmod:poss" and c.text in POSSESSIVES) or (thanked and c.dep_ == "det") for c in trigger.head.children)
    congratulated = view.lang == "ru" and view.lemma(verb) in view.grammar.lists["congratulating"]
    if congratulated and trigger.rule.type == "appointment" and preposition_of(view, trigger.head) == "с":
        told = (a.token for a in arguments_of(view, verb, found="tree") if "object" in a.functions)  # «поздравил Анну Линд с назначением»
        return tuple(t for t in told if any(m.actor.entity_type == "person" for m in view.mentions_at(t)))
    if view.lang != "en" or not own or trigger.rule.type not in {"visit", "appointment"} or preposition_of(view, trigger.head) not in {"on", "for", "upon"}:
        return ()
    told = (a.token for a in arguments_of(view, verb, found="tree") if a.functions & {"object", "to", "recipient"})
    return tuple(t for t in told if any(m.actor.entity_type == "person" for m in view.mentions_at(t)))


def acting_subject(view: View, trigger: Trigger, done: Token | None = None) -> tuple[Token, ...]:
    """Who acts in the clause in which the noun `trigger` stands as a circumstance: "during the visit X signed", «на встрече с Y заявил X»; `done`: its verb."""
    token = trigger.head if done is None else done
    while not is_verb(token) and token.head.i != token.i:
        token = token.head
    if not is_verb(token) and done is None:
        return ()
    own = [
        a for a in (*arguments_of(view, token, found="tree"), *outer_arguments(view, token)) if a.token.dep_ in {"nsubj", "nsubj:pass"} or a.found == "relative"
    ]
    acting = [a for a in own if a.functions & {"subject", "object"}]
    thanked = trigger.rule.type == "visit" and preposition_of(view, trigger.head) == "за"
    if (praised := _praised(view, trigger, token)) != ():
        return praised
    if thanked:  # «поблагодарил консула за визит»
        return tuple(a.token for a in arguments_of(view, token, found="tree") if a.functions & {"object", "recipient"} and view.mentions_at(a.token))
    if trigger.rule.mutual and view.lemma(token) in view.grammar.lists["addressing"]:
        addressed = [a for a in arguments_of(view, token, found="tree") if a.functions & {"object", "recipient"} and a not in acting]
        acting += [a for a in addressed if any(m.actor.entity_type == "person" for m in view.mentions_at(a.token))]
    spoken = view.lemma(token) in view.grammar.speech or done is not None
    if (
        not any(view.mentions_at(a.token) for a in acting) and view.lang == "en" and spoken and (is_passive(token) or done is not None)
    ):  # "this was stated by X at a meeting with Y"
        acting = [a for a in arguments_of(view, token, found="tree") if "agent" in a.functions]
    if (
        not own and view.lang == "ru" and trigger.rule.mutual and not is_passive(token)
    ):  # the tree hung who acts on the office before: «в беседе с послом Белов»
        acting = [Argument(view.doc[m.actor.root], frozenset({"subject"}), "order") for m in joined_before(view, token.i) if m.actor.entity_type == "person"]
    together = view.lang == "ru" or trigger.rule.type == "conference" or trigger.rule.mutual
    return tuple(a.token for a in (with_coordinated(view, acting) if together else acting))
