"""Arguments that the tree lost, found by the order of words: after a preposition, right behind a noun, right before a verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.annotate import Token, feature
from pipeline.extract.chains import joined_before, left_of
from pipeline.extract.functions import by_preposition
from pipeline.extract.leaders import leaders_of
from pipeline.extract.predicate import Argument, Predicate
from pipeline.extract.view import View, case_of, is_passive, is_verb, plain, preposition_of
from pipeline.records import EntityMention

DASHES = frozenset({"-", "–", "—", "--"})
HOSTS = frozenset({"NOUN", "PROPN", "VERB"})
LANDS = frozenset({"city", "region", "country"})
SIDE_REACH = 4  # words between the preposition of a side and the dash
TOPICAL = frozenset({"of", "about", "on", "for", "regarding", "to"})


def arguments_by_order(view: View, predicate: Predicate, found: Sequence[Argument]) -> Iterator[Argument]:
    """Actors that the tree lost: those with a preposition after the trigger in its clause, a genitive right behind a noun, bare ones right before the verb."""
    if not any(a.functions & {"subject"} and a.token.i in view.actor_at for a in found):
        yield from _bare_subjects(view, predicate)
    yield from _lost_objects(view, predicate, found)
    yield from _lost_documents(view, predicate, found)
    yield from _other_sides(view, predicate)
    taken = {view.actor_at[a.token.i].actor.start for a in found if a.token.i in view.actor_at}
    for mention in view.actors:
        actor = mention.actor
        if actor.start in taken:
            continue
        root = view.doc[actor.root]
        if actor.start >= predicate.trigger.end and _same_clause(view, predicate, predicate.trigger.end, actor.start):
            functions = _after(view, predicate, root, actor.start)
            if functions:
                yield Argument(root, functions, "order")


def _after(view: View, predicate: Predicate, root: Token, start: int) -> frozenset[str]:
    if _has_other_host(view, predicate, start) and not (predicate.kind == "verb" and (view.lang == "ru" or _is_told_with_topic(view, predicate, root, start))):
        return frozenset({"with"} if _is_partner_behind_topic(view, predicate, root, start) else ())
    if view.lang == "en" and root.dep_ == "nmod:poss" and (mention := view.actor_at.get(root.i)) is not None and _only_owns(view, mention, root):
        return frozenset()
    preposition = next((t.text.lower() for t in left_of(view, _phrase_start(view, root, start))), "")
    functions = by_preposition(view, preposition, case_of(view, root)) & {"with", "between", "in", "to", "agent"}
    if predicate.trigger.rule.type == "visit" and view.tokens[max(0, view.position.get(start, 0) - 2)].i not in view.actor_at:
        functions -= {"with"}  # «прибыл на встречу с министром»
    if root.dep_ == "nmod" and predicate.kind == "verb" and not is_passive(predicate.trigger.head):
        functions -= {"agent"}  # "opened an exhibition of pictures by Ivo Kos"
    if "with" in functions and _is_tied(view, predicate, root, start):
        functions -= {"with"}
    if functions:
        return functions
    if not preposition and view.lang == "ru" and case_of(view, root) == "Dat":
        same = root.dep_ == "appos" and root.head.i in view.actor_at and view.doc[start - 1].text in DASHES
        return frozenset() if same else frozenset({"recipient"})  # «вручил ордена армейцам - призёрам игр»
    if not preposition and view.lang == "ru" and predicate.kind == "verb" and _may_be_visited(view, predicate, root):
        return frozenset({"object"})
    behind = view.position.get(start, 0) == view.position[predicate.trigger.end - 1] + 1 or _is_behind_place(view, predicate.trigger.end, start)
    if behind and view.lang == "ru" and predicate.kind != "verb" and case_of(view, root) == "Gen":
        return frozenset({"possessor"})
    return frozenset()


def _only_owns(view: View, mention: EntityMention, root: Token) -> bool:
    """Whether an English possessive only tells whose somebody else is: "met with Anna Lind's mother", "signed by the firm's director, Ivo Kos"."""
    return mention.actor.entity_type == "person" or view.actor_at.get(root.head.i) not in {None, mention}


def _phrase_start(view: View, root: Token, start: int) -> int:
    """Where the noun begins that a name right behind it is in apposition to, or whose office it is: «с [российским коллегой] Олегом Беловым», "by [Acme's]"."""
    mention = view.actor_at.get(root.i)
    if view.lang == "en" and mention is not None and mention.actor.entity_type == "person":
        owners = [c for t in view.doc[mention.actor.start : mention.actor.end] for c in t.children if c.dep_ == "nmod:poss" and c.i < start]
        return min((t.i for c in owners for t in c.subtree if t.i >= view.tokens[0].i), default=start)
    if view.lang != "ru" or mention is None or mention.actor.entity_type != "person":
        return start
    if root.dep_ != "appos" or root.head.i != start - 1 or root.head.i in view.actor_at:
        return start
    return min((root.head.i, *(c.i for c in root.head.children if c.dep_ in {"amod", "det"} and c.i < root.head.i)))


def _is_tied(view: View, predicate: Predicate, root: Token, start: int) -> bool:
    """Whether a body or country is told of what was talked about: «обсудили отношения с НАТО», not «обсудили отношения с министром»."""
    mention, host = view.actor_at.get(root.i), view.tokens[max(0, view.position.get(start, 0) - 2)]
    if (land := view.actor_at.get(host.i)) is not None and land.actor.entity_type in LANDS and view.doc[land.actor.root].dep_ == "nmod":
        host = view.doc[land.actor.root].head  # «отношения России с НАТО»
    if mention is None or host.i == predicate.trigger.head.i or mention.actor.entity_type == "person":
        return False
    return view.lemma(host) in view.grammar.lists["matters" if mention.actor.entity_type == "group" else "ties"]


def _may_be_visited(view: View, predicate: Predicate, root: Token) -> bool:
    """Whether a place may be what a visit's verb is about, told behind «с рабочим визитом»."""
    rule, mention = predicate.trigger.rule, view.actor_at.get(root.i)
    if rule.type != "visit" or "object" not in rule.place or mention is None or mention.actor.entity_type not in LANDS:
        return False
    return case_of(view, root) in {"Acc", "Nom", ""}


def _is_behind_place(view: View, end: int, start: int) -> bool:
    """Whether nothing but a place with its preposition stands between: «встреча в Кремле призёров конкурса»."""
    between = [t for t in view.tokens if end <= t.i < start]
    places = {m.actor.start for t in between if (m := view.actor_at.get(t.i)) is not None and m.actor.entity_type in {"city", "region", "country"}}
    hall = any(view.lemma(t) in view.grammar.lists["buildings"] for t in between[-1:])  # «встреча в Екатерининском зале Кремля»
    return len(places) == 1 and not hall and between[0].pos_ == "ADP" and all(t.i in view.actor_at for t in between[1:])


def _has_other_host(view: View, predicate: Predicate, start: int) -> bool:
    """Whether another noun stands right before the preposition: "during the talks, joint work with the region"."""
    k = view.position.get(start, 0) - 2
    token = view.tokens[max(0, k)]
    dated = any(d.start <= token.idx < d.end for d in view.dates)
    if view.lang == "en" and token.dep_ == "xcomp" and token.head.i == predicate.trigger.head.i:  # "was appointed director in the ministry"
        return False
    return token.pos_ in HOSTS and token.i != predicate.trigger.head.i and token.i not in view.actor_at and not dated


def _is_partner_behind_topic(view: View, predicate: Predicate, root: Token, start: int) -> bool:
    """Whether people or lands stand behind what Russian talks are about: «переговоры о сотрудничестве с коллегами», «переговоры о поставках газа с Лаосом»."""
    mention, k = view.actor_at.get(root.i), view.position.get(start, 0)
    if view.lang != "ru" or mention is None or not predicate.trigger.rule.mutual or view.lemmas[k - 1] != "с" or case_of(view, root) != "Ins":
        return False
    host = topic = view.tokens[max(0, k - 2)]
    if feature(host, "Animacy") == "Anim":
        return False  # «разговор о семьях с детьми»
    while topic.dep_ in {"nmod", "conj"} and not preposition_of(view, topic) and topic.head.i > predicate.trigger.head.i:
        topic = topic.head
    about = topic.head.i == predicate.trigger.head.i and preposition_of(view, topic) in {"о", "об"}
    told, people = {view.lemma(host), view.lemma(topic)}, mention.actor.entity_type in {"person", "group"}
    tied, talked = any(lemma in view.grammar.lists["ties"] for lemma in told), any(lemma in kind for lemma in told for kind in view.grammar.nouns.values())
    return about and not talked and (people or not tied)


def _is_told_with_topic(view: View, predicate: Predicate, root: Token, start: int) -> bool:
    """Whether the noun before the preposition is what the verb is about or by what means it is done: "discussed trade with the mayor"."""
    mention, host = view.actor_at.get(root.i), view.tokens[max(0, view.position.get(start, 0) - 2)]
    while host.dep_ in {"nmod", "conj", "compound"} and host.head.i > predicate.trigger.head.i:
        host = host.head
    if mention is None or mention.actor.entity_type not in {"person", "group"} or host.head.i != predicate.trigger.head.i:
        return False
    return host.dep_ == "obj" or preposition_of(view, host) not in TOPICAL


def _other_sides(view: View, predicate: Predicate) -> Iterator[Argument]:
    """Who acts for the other side behind a dash that stands for the verb: «с чешской стороны договор подписал министр, с польской — посол»."""
    if view.lang != "ru" or predicate.kind != "verb" or not {"сторона", "от"} & {*view.lemmas}:
        return
    for mention in view.actors:
        k = view.position[mention.actor.start] - 1
        k -= k > 1 and view.tokens[k].pos_ in {"DET", "PRON"}  # «от компании — её президент»
        before = view.lemmas[max(0, k - SIDE_REACH) : max(0, k)]
        if k > 0 and view.tokens[k].text in DASHES and before and {"с", "со", "от"} & {*before} and mention.actor.start > predicate.trigger.end:
            yield Argument(view.doc[mention.actor.root], frozenset({"subject"}), "ellipsis")


def _lost_objects(view: View, predicate: Predicate, found: Sequence[Argument]) -> Iterator[Argument]:
    """The named person that the tree hung below a place or an office before it: «принял в здании правительства посла Игоря Лаптева»."""
    rule, verb = predicate.trigger.rule, predicate.verb
    if view.lang != "ru" or predicate.kind != "verb" or verb is None or is_passive(verb) or "object" not in {*rule.who, *rule.whom} or "with" in rule.whom:
        return
    if any("object" in a.functions and view.mentions_at(a.token) for a in found):
        return
    hosts = [a.token for a in found if a.functions & {"in", "at", "attribute", "recipient"} or ("object" in a.functions and case_of(view, a.token) == "Ins")]
    lost = [m for m in view.actors if _is_lost_object(view, m, hosts) and (m.actor.form == "name" or _is_fronted(view, m, verb))]
    earlier = [a.token for a in found if "to" in a.functions]  # «до церемонии посла принял мэр»
    lost = lost or [
        m for m in view.actors if m.actor.end == verb.i and _acts_behind(verb) and (_is_lost_object(view, m, earlier) or _is_bare_genitive(view, m, verb))
    ]
    yield from (Argument(view.doc[m.actor.root], frozenset({"object"}), "order") for m in lost[-1:])


def _lost_documents(view: View, predicate: Predicate, found: Sequence[Argument]) -> Iterator[Argument]:
    """The document that the tree takes for an apposition to the other party: "will sign, with Minister Anna Lind, a memorandum"."""
    head = predicate.trigger.head
    if view.lang == "ru" or predicate.trigger.rule.type != "signing" or predicate.kind != "verb" or any("object" in a.functions for a in found):
        return
    beside = (c for a in found if "with" in a.functions for t in (a.token, *a.token.children) for c in t.children if c.dep_ == "appos" and c.i > t.i)
    named = (t for t in beside if view.lemma(t) in view.grammar.lists["documents"] and t.i not in view.actor_at and t.i > head.i)
    yield from (Argument(t, frozenset({"object"}), "order") for t in [next(named, None)] if t is not None)


def _is_lost_object(view: View, mention: EntityMention, hosts: Sequence[Token]) -> bool:
    root = view.doc[mention.actor.root]
    if mention.actor.entity_type != "person" or mention.actor.plural or any(True for _ in left_of(view, mention.actor.start)):
        return False
    beside = root.head.i == mention.actor.start - 1 and mention.actor.form == "name" and not mention.actor.position
    called = beside and view.lemma(root.head) in view.grammar.lists["buildings"]  # «в госпитале Белова»
    below = any(root.i != h.i and h.is_ancestor(root) for h in hosts) and view.lemma(root.head) not in view.grammar.lists["kin"] and not called
    return below and root.dep_ in {"nmod", "appos", "flat"} and case_of(view, root) in {"Gen", "Acc"}


def _acts_behind(verb: Token) -> bool:
    """Whether the only subject of a verb is told behind it."""
    own = [c for c in verb.children if c.dep_ == "nsubj"]
    return len(own) == 1 and own[0].i > verb.i


def _is_bare_genitive(view: View, mention: EntityMention, verb: Token) -> bool:
    """Whether somebody hangs on a Russian verb in what looks like the genitive: «в Доме правительства посла Игоря Лаптева принял мэр»."""
    root = view.doc[mention.actor.root]
    return mention.actor.entity_type == "person" and root.head.i == verb.i and case_of(view, root) in {"Gen", "Acc"} and not preposition_of(view, root)


def _is_fronted(view: View, mention: EntityMention, verb: Token) -> bool:
    """Whether an office stands before a verb whose subject is told behind it: «в аэропорту посла встретил мэр»."""
    return mention.actor.form == "position" and mention.actor.end == verb.i and _acts_behind(verb)


def _bare_subjects(view: View, predicate: Predicate) -> Iterator[Argument]:
    """Actors joined to each other that stand right before the verb, without a preposition before the first."""
    verb = predicate.verb if predicate.kind in {"verb", "agentive"} else _lone_light(view, predicate)
    if verb is not None and view.lang == "en" and not is_passive(verb) and (led := _led_before(view, verb)) is not None:
        yield Argument(view.doc[led.actor.root], frozenset({"subject"}), "order")
        return
    if verb is None or verb.dep_ in {"acl", "xcomp"}:
        return
    if is_passive(verb):
        yield from _bare_object(view, predicate, verb)
        return
    joined = [m for m in joined_before(view, verb.i) if not _is_object_before(view, m, verb) and not _is_land_before(view, m, verb)]
    if not joined and view.lang == "ru" and _goes_on(verb):
        joined = joined_before(view, verb.head.i)
    if not joined and view.lang == "en" and verb.i == view.tokens[0].i and verb.head.i > verb.i and verb.text.endswith("ing"):
        joined = joined_before(view, verb.head.i)  # "Opening the forum, Mayor Anna Lind noted"
    if view.lang == "ru" and len(joined) == 1 and feature(verb, "Number") == "Plur" and _is_inside(view, joined[0]):
        return  # «на доме, где жил Олег Белов, открыли доску»
    yield from (Argument(view.doc[m.actor.root], frozenset({"subject"}), "order") for m in joined)


def _lone_light(view: View, predicate: Predicate) -> Token | None:
    """The Russian verb that carries a noun and has no subject in the tree: «на полях форума хоким области провёл переговоры»."""
    light = predicate.light if view.lang == "ru" and predicate.kind == "noun" else None
    finite = light is not None and light.dep_ in {"root", "conj"} and feature(light, "VerbForm") == "Fin" and not is_passive(light)
    return light if finite and light is not None and not any(c.dep_ in {"nsubj", "nsubj:pass"} for c in light.children) else None


def _led_before(view: View, verb: Token) -> EntityMention | None:
    """The group before an English verb that the tree lost behind who leads it: "a delegation of Chad led by Ivo Kos is paying a visit"."""
    first = min((verb.i, *(c.i for c in verb.children if c.dep_ in {"aux", "advmod"} and c.i < verb.i)))
    leader = next((m for m in view.actors if m.actor.end == first and m.actor.entity_type == "person"), None)
    if leader is None:
        return None
    groups = (m for m in view.actors if m.actor.entity_type == "group" and m.actor.end < leader.actor.start)
    return next((m for m in groups if any(led.key == leader.key for led in leaders_of(view, m))), None)


def _bare_object(view: View, predicate: Predicate, verb: Token) -> Iterator[Argument]:
    """Who stands right before a passive that has no subject, in English behind a comma: "By decree of the President, Anna Lind was appointed"."""
    if predicate.kind != "verb" or any(c.dep_ in {"nsubj", "nsubj:pass", "expl"} for c in verb.children):
        return
    joined = joined_before(view, verb.i)
    if view.lang == "ru":  # «Указом главы государства Олег Белов удостоен звания», where the tree hangs him on the decree
        roots = [view.doc[m.actor.root] for m in joined]
        told = bool(joined) and all(m.actor.form == "name" and m.actor.entity_type == "person" for m in joined) and verb.dep_ in {"root", "conj"}
        yield from (Argument(t, frozenset({"object"}), "order") for t in roots if told and all(case_of(view, r) == "Nom" for r in roots))
        return
    apart = bool(joined) and view.position[joined[-1].actor.start] > 0 and view.tokens[view.position[joined[-1].actor.start] - 1].text == ","
    if apart and all(m.actor.entity_type == "person" for m in joined) and verb.dep_ in {"root", "ccomp"}:
        yield from (Argument(view.doc[m.actor.root], frozenset({"object"}), "order") for m in joined)


def _goes_on(verb: Token) -> bool:
    """Whether a verb is told beside another whose subject the tree lost: «в столице министр посетил завод, встретился с мэром»."""
    beside = verb.dep_ in {"conj", "parataxis"} and is_verb(verb.head) and not is_passive(verb.head)
    return beside and not any(c.dep_ in {"nsubj", "nsubj:pass"} for c in verb.head.children)


def _is_object_before(view: View, mention: EntityMention, verb: Token) -> bool:
    """Whether an actor is the object of the verb that `verb` is coordinated with: «посетил церковь, встретился с мэром»."""
    root = view.doc[mention.actor.root]
    return view.lang == "ru" and root.dep_ == "obj" and root.head.i < root.i and root.head.i != verb.i and is_verb(root.head)


def _is_land_before(view: View, mention: EntityMention, verb: Token) -> bool:
    """Whether an English land stands before an infinitive that tells why somebody goes there: "travel to Elm and Oak, Laos to meet the mayor"."""
    aim = view.lang == "en" and verb.dep_ not in {"root", "ccomp"} and any(plain(c.text) == "to" for c in verb.children)
    return aim and mention.actor.entity_type in LANDS


def _is_inside(view: View, mention: EntityMention) -> bool:
    """Whether a single actor belongs to a noun or verb before it: «на территории управления», «на доме, где жил Олег Белов»."""
    root, before = view.doc[mention.actor.root], view.tokens[max(0, view.position[mention.actor.start] - 1)]
    owned = before.pos_ == "NOUN" and before.i not in view.actor_at
    return feature(root, "Number") == "Sing" and mention.actor.form != "parties" and (owned or (is_verb(before) and root.dep_ in {"nsubj", "nsubj:pass"}))


def _same_clause(view: View, predicate: Predicate, start: int, end: int) -> bool:
    """Whether no other verb and no clause boundary stands between two tokens."""
    own = {predicate.light.i} if predicate.light is not None else set()
    between = [t for t in view.tokens if start <= t.i < end and t.i not in own]
    return not any((is_verb(t) and t.i not in view.actor_at) or t.text in {";", ":"} for t in between)
