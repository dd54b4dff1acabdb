"""Actors coordinated with an argument: "A, B and C"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.annotate import Token, feature
from pipeline.extract.behind import behind_brackets, behind_land, behind_office, is_of_last
from pipeline.extract.chains import joined_before
from pipeline.extract.joined_apart import acts_there, of_pair
from pipeline.extract.predicate import Argument
from pipeline.extract.view import View, case_of, is_finite, is_verb, preposition_of
from pipeline.records import EntityMention

WITH = frozenset({"с", "со"})
HUMAN = frozenset({"person", "group"})
INCLUDED_REACH = 12  # words between a group and "among them"
UNNAMED = 4  # words of those who are told last and by no name
NAMED_REACH = 4  # words between "among them" and the first of them
LANDS = frozenset({"city", "region"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
CLOSING = frozenset({"»", "”"})
RELATIVE = frozenset({"who", "be", "will", "have"})  # between somebody and those who came along
COMPANY = frozenset({"subject", "object", "with", "agent"})  # in these functions somebody may be accompanied


def with_coordinated(view: View, found: Sequence[Argument]) -> Iterator[Argument]:
    """The arguments and, after each, the actors coordinated with it ("A, B and C")."""
    seen = {a.token.i for a in found if a.functions != {"as"}}  # "by the mayor as well as the rector"
    for argument in found:
        yield argument
        together = (*of_pair(view, argument, tuple(conjuncts(view, argument.token))), *_joined_subjects(view, argument))
        companions = (c for token in (argument.token, *together) for c in _companions(view, replace(argument, token=token)))
        for token in (*together, *companions):
            if token.i not in seen and not acts_there(view, argument, token, tuple(_tree_conjuncts(argument.token))):
                seen.add(token.i)
                functions = frozenset({"subject"}) if _take_part(view, argument.token) else argument.functions
                yield replace(argument, token=token, functions=functions, found="coordination")


def _take_part(view: View, noun: Token) -> bool:
    """Whether what the tree joins to a noun are those who take part: «в заседании примут участие и послы» (the tree joins the ambassadors to «участие»)."""
    return view.lang == "ru" and view.lemma(noun) == "участие" and noun.dep_ == "obj"


def lands_between(view: View) -> list[EntityMention]:
    """The lands that an English sentence is about: "Trade between Slovakia and Chad has grown"; Russian parties: «во время визита между А и Б подписано»."""
    kinds = {"country"} if view.lang == "en" else {"country", "organization", "region", "city"}
    first = next((m for m in view.actors if m.actor.entity_type in kinds and preposition_of(view, view.doc[m.actor.root]) in {"between", "между"}), None)
    if first is None:
        return []
    return [first, *(view.actor_at[t.i] for t in conjuncts(view, view.doc[first.actor.root]) if t.i in view.actor_at)]


def _joined_subjects(view: View, argument: Argument) -> Iterator[Token]:
    """Actors before a subject that the tree joined to something else: "At the close of the forum A and B signed"."""
    mention = view.actor_at.get(argument.token.i)
    if mention is None or mention.actor.form == "pronoun":
        return  # "gave an update on Omsk, and they discussed trade"
    if "subject" in argument.functions and argument.found in {"tree", "light verb"}:
        yield from (view.doc[m.actor.root] for m in joined_before(view, mention.actor.end) if m is not mention)


def conjuncts(view: View, token: Token) -> Iterator[Token]:
    """Words coordinated with a nominal: by the tree, and actors joined to its actor by commas and conjunctions alone."""
    together = (*_tree_conjuncts(token), *_beside_kind(view, token), *_joined_after(view, token))
    included = (t for told in (token, *(together if view.lang == "en" else ())) for t in _included(view, told))
    for found in (*together, *_beside_name(view, token), *included):
        nominal = found.pos_ in NOMINAL or ((actor := view.actor_at.get(found.i)) is not None and actor.actor.root == found.i)  # «хокимом», tagged an adjective
        if nominal and not _is_second_office(view, token, found) and not is_of_last(view, found):
            yield found


def _beside_kind(view: View, token: Token) -> Iterator[Token]:
    """Lands joined to the name behind a noun that tells their kind: «города Омск и Ош»."""
    mention = view.actor_at.get(token.i)
    if view.lang == "ru" and mention is not None and mention.actor.entity_type in LANDS and mention.actor.root == token.i:
        names = (child for child in token.children if child.dep_ == "appos" and token.i < child.i < mention.actor.end)
        yield from (found for name in names for found in _tree_conjuncts(name))


def _is_second_office(view: View, token: Token, found: Token) -> bool:
    """Whether a word only tells another office of the person before it: "Peter Holm, spokesman and chief adviser to the president"."""
    person, office = view.actor_at.get(token.i), view.actor_at.get(found.i)
    if person is not None and office is not None and _continues_body(view, person, office):
        return True
    if person is None or office is None or person.actor.form != "name" or office.actor.form != "position" or office.actor.plural:
        return False
    apposed = view.doc[office.actor.root]
    if view.lang == "en" and apposed.dep_ == "appos" and person.actor.start <= apposed.head.i < person.actor.end and person.actor.entity_type == "person":
        return True  # "Anna Lind, Coordinator for Rivers at the Danube Council, and Ivo Kos"
    behind = person.actor.name_end < person.actor.end
    return behind and view.lang == "en" and view.doc[office.actor.start].pos_ != "DET" and office.actor.start > person.actor.end


def _continues_body(view: View, person: EntityMention, body: EntityMention) -> bool:
    """Whether a body only ends the name of that which an English office is of: "Anna Lind, Commissioner of Customs and Border Protection"."""
    behind = person.actor.entity_type == "person" and person.actor.form == "name" and person.actor.name_end < person.actor.end
    joined = body.actor.start == person.actor.end + 1 and view.doc[person.actor.end].text == "and"
    return view.lang == "en" and behind and joined and body.actor.entity_type == "organization"


def describes(view: View, land: EntityMention) -> bool:
    """Whether an English land only tells where people of a kind are from: "with Alta water rights advocates"."""
    root = view.doc[land.actor.root]
    told = view.lang == "en" and land.actor.entity_type in {*LANDS, "country"} and root.dep_ in {"nmod", "compound"} and root.i < root.head.i
    people = view.actor_at.get(root.head.i)
    return told and people is not None and people is not land and people.actor.plural and all(c.dep_ != "case" for c in root.children)


def _joined_after(view: View, token: Token) -> Iterator[Token]:
    """Actors that follow the actor of `token`, up to the last that a conjunction joins: "A, B and C", but not "A, the chairman, B"."""
    mention = view.actor_at.get(token.i)
    waiting: list[Token] = []
    while mention is not None:
        following = _next_joined(view, mention)
        if following is None:
            yield from waiting if _others_follow(view, mention) else ()
            return
        root = view.doc[following.actor.root]
        waiting.append(root)
        between = [t for t in view.tokens if mention.actor.end <= t.i < following.actor.start]
        if any(t.pos_ == "CCONJ" or view.lemma(t) in view.grammar.lists["coordinators"] for t in between) or root.dep_ == "conj":
            yield from waiting
            waiting = []
        mention = following


def _others_follow(view: View, mention: EntityMention) -> bool:
    """Whether an English list ends with nobody named: "A, B, and others", "A, B and the general public"."""
    k = view.position[mention.actor.end - 1] + 1
    k += k < len(view.tokens) and view.tokens[k].text == ","
    if view.lang != "en" or k + 1 >= len(view.tokens) or view.lemmas[k] != "and":
        return False
    noun = next((t for t in view.tokens[k + 1 : k + 1 + UNNAMED] if t.pos_ not in {"DET", "ADJ", "NUM"}), None)
    people = noun is not None and any(view.lemma(t) in view.grammar.lists["unnamed"] for t in view.tokens[k + 1 : k + 1 + UNNAMED] if t.i <= noun.i)
    return view.lemmas[k + 1] == "other" or people


def _beside_name(view: View, token: Token) -> Iterator[Token]:
    """Who is told with the name behind an English office: "the chairman of the Duma, Ivo Kos, and Anna Lind"."""
    office = view.actor_at.get(token.i) if view.lang == "en" else None
    for name in token.children:
        beside = view.actor_at.get(name.i)
        if office is not None and beside is not None and name.dep_ == "appos" and beside is not office and beside.key == office.key:
            yield from (*_tree_conjuncts(name), *_joined_after(view, name))


def _included(view: View, token: Token) -> Iterator[Token]:
    """Those of a group who are told by name behind it: «12 депутатов, среди которых Анна Линд и Марек Новак»."""
    mention = view.actor_at.get(token.i)
    if mention is None or not (mention.actor.plural or (view.lang == "en" and mention.actor.entity_type == "group")):
        return
    first = view.position.get(mention.actor.end, len(view.tokens))
    for k in range(first, min(first + INCLUDED_REACH, len(view.tokens))):
        if view.lang == "en" and (is_finite(view.tokens[k]) or view.tokens[k].text == ";"):
            return
        length = view.grammar.lists["including"].match_at(view.lemmas, k) or _opens_names(view, k)
        if length:
            named = next((m for m in view.actors if m.actor.start >= view.tokens[k].i + length), None)
            if (
                named is not None
                and (
                    named.actor.entity_type in HUMAN
                    or (feature(token, "Animacy") != "Anim" and (view.lang != "en" or named.actor.entity_type == "organization"))
                )
                and named.actor.start - view.tokens[k].i - length <= NAMED_REACH
            ):
                root = view.doc[named.actor.root]
                yield from (root, *_tree_conjuncts(root), *_joined_after(view, root), *_further_named(view, named))
            return


def _opens_names(view: View, k: int) -> int:
    """1 where a colon at word `k` stands right before the name of a person, in English: "the five speakers of the islands: Speaker Anna Lind"."""
    behind = view.actor_at.get(view.tokens[k + 1].i) if view.lang == "en" and view.tokens[k].text == ":" and k + 1 < len(view.tokens) else None
    return int(behind is not None and behind.actor.entity_type == "person" and behind.actor.form == "name")


def _further_named(view: View, mention: EntityMention) -> Iterator[Token]:
    """Those named behind the first of a Russian group who are told by what they are: «среди которых пианист Олег Белов и скрипач из Дании Ян Холм»."""
    for following in (m for m in view.actors if m.actor.start >= mention.actor.end and view.lang == "ru"):
        between = [t for t in view.tokens if mention.actor.end <= t.i < following.actor.start]
        if any(is_finite(t) or t.text in {";", ":"} for t in between) or len(between) > INCLUDED_REACH:
            return
        named = following.actor.entity_type == "person" and following.actor.form == "name" and " " in following.actor.name
        if named and any(t.text in {",", "и"} for t in between[:1]) and case_of(view, view.doc[following.actor.root]) in {"Nom", ""}:
            yield view.doc[following.actor.root]
            mention = following


def _companions(view: View, argument: Argument) -> Iterator[Token]:
    """Who is told behind an actor to be with it: "Mayor Anna Lind, joined by the rector and Peter Holm, met"."""
    mention = view.actor_at.get(argument.token.i)
    if mention is None or not argument.functions & COMPANY:
        return
    k = behind_land(view, view.position[mention.actor.end - 1] + 1)
    yield from _with_subject(view, argument, k)
    k += k < len(view.tokens) and view.tokens[k].text == ","
    while k < len(view.tokens) and view.lemmas[k] in RELATIVE:  # "the president, who will be joined by the rector"
        k += 1
    length = view.grammar.lists["companions"].match_at(view.lemmas, k) if k < len(view.tokens) else 0
    first = view.tokens[k + length].i if length and k + length < len(view.tokens) else -1
    beside = next((m for m in view.actors if m.actor.start <= first < m.actor.end), None) if first >= 0 else None
    if beside is not None:
        root = view.doc[beside.actor.root]
        yield root
        yield from conjuncts(view, root)


def _with_subject(view: View, argument: Argument, k: int) -> Iterator[Token]:
    """Whom a Russian subject does it with, told right behind it: «мэр с послом осмотрели порт»."""
    beside = next((m for m in view.actors if m.actor.start > argument.token.i and view.position.get(m.actor.start) == k + 1), None)
    if beside is None or view.lang != "ru" or "subject" not in argument.functions or view.lemmas[k] not in WITH:
        return
    root = view.doc[beside.actor.root]
    if beside.actor.entity_type == "person" and case_of(view, root) == "Ins" and root.head.i == argument.token.i:
        yield root
        yield from conjuncts(view, root)


def _tree_conjuncts(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "conj":
            yield child
            yield from _tree_conjuncts(child)


def _next_joined(view: View, mention: EntityMention) -> EntityMention | None:
    """The actor that follows after a comma or conjunction, in the same case, and is no subject of another verb."""
    end = behind_office(view, behind_brackets(view, mention.actor.end))
    following = next((m for m in view.actors if m.actor.start >= end), None)
    if following is None:
        return None
    between = [t for t in view.tokens if end <= t.i < following.actor.start]
    while len(between) > 1 and between[0].text in CLOSING:
        between.pop(0)  # «между «Чайкой» и заводом»
    while len(between) > 1 and view.lang == "en" and between[-1].dep_ in {"compound", "amod"} and view.doc[following.actor.root].is_ancestor(between[-1]):
        between.pop()  # "the mayor and River Plan Coordinator Ivo Kos"
    if not between or not all(view.lemma(t) in view.grammar.lists["joiners"] for t in between) or [t.text for t in between] == ["as"]:
        return None  # "appointed Anna Lind as adviser and coordinator"
    land = following.actor.entity_type in LANDS or (following.actor.entity_type == "country" and between[0].text == ",")
    if land and any(t.text == "from" for t in view.doc[mention.actor.start : mention.actor.end]):
        return None  # "leaders from Alta, Berga and Cerva", "experts from Chad, Gabon and Laos"
    root = view.doc[following.actor.root]
    if root.dep_ in {"nsubj", "nsubj:pass"} and root.head.i > root.i and not _same_subject(view, mention, root) and not is_aimed(view, root):
        return None
    together = _share_office(mention, following) or _agree(view, mention, root)
    return following if together and not _are_same_people(view, mention, following, between) else None


def _are_same_people(view: View, mention: EntityMention, following: EntityMention, between: Sequence[Token]) -> bool:
    """Whether a dash only tells who people of a kind are: «ветераны — участники войны»."""
    groups = all(m.actor.entity_type == "group" for m in (mention, following)) and following.actor.plural
    beside = view.doc[following.actor.root].dep_ in {"appos", "nmod"}
    return view.lang == "ru" and groups and beside and [t.pos_ for t in between] == ["PUNCT"] and between[0].text != ","


def _share_office(mention: EntityMention, following: EntityMention) -> bool:
    """Whether two names, side by side, have one office that is told before the first: «послы Чехии и Чада Анна Линд и Пабло Рейес»."""
    first, second = mention.actor, following.actor
    return (
        bool(second.position)
        and second.start == second.name_start
        and second.name_end >= 0
        and first.form == second.form == "name"
        and first.position == second.position
    )


def is_aimed(view: View, subject: Token) -> bool:
    """Whether the tree takes an English actor for the subject of an infinitive behind it, which has none: "called Anna Lind and Ivo Kos to discuss trade"."""
    marks = [c for c in subject.head.children if c.text.lower() in {"to", "for"} and c.dep_ in {"aux", "mark", "case"}]
    return view.lang == "en" and [c.text.lower() for c in marks] == ["to"] and subject.head.dep_ not in {"root", "ccomp"} and marks[0].i > subject.i


def _same_subject(view: View, mention: EntityMention, root: Token) -> bool:
    """Whether two actors stand before the same verb: the first is its subject as well, or no verb stands before it."""
    return not any(is_verb(t) and t.i < mention.actor.start and t.i not in view.actor_at for t in view.tokens)


def _agree(view: View, mention: EntityMention, root: Token) -> bool:
    first, second = case_of(view, view.doc[mention.actor.root]), case_of(view, root)
    living = {first, second} == {"Gen", "Acc"} and root.dep_ == "conj" and feature(root, "Animacy") == "Anim"  # «наградил ветеранов спорта и тренеров»
    return not first or not second or first == second or living or view.lang == "en"
