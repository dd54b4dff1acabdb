"""Finds what an event is about: the document, the award, the thing opened, the office, the topic."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotate import Token
from pipeline.extract.functions import by_preposition
from pipeline.extract.phrases import CLOSING, OPENING, Phrase, in_title, make_phrase, modified_noun, noun_phrase
from pipeline.extract.predicate import Argument, first_conjunct
from pipeline.extract.topics import topic_phrase, with_subject
from pipeline.extract.triggers import Trigger
from pipeline.extract.view import View, before, case_of, is_passive, preposition_of
from pipeline.records import EntityMention
from pipeline.rules import PhraseSet

PLACES = frozenset({"city", "region", "country"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
JOINTS = frozenset({",", "-", "–", "—"})
NAMED_REACH = 5  # words from such a sign to the award
WHAT_REACH = 9  # words between a verb and what it opens or signs


def find_what(view: View, trigger: Trigger, arguments: Sequence[Argument]) -> tuple[Phrase | None, str, Argument | None]:
    """The phrase that fills `what`, the clause that found it, and the argument that is its head (None for the trigger itself)."""
    spec = trigger.rule.what
    if spec.trigger == "phrase":
        return noun_phrase(view, trigger.head), "the trigger's own phrase", None
    if spec.trigger == "modifiers":
        phrase = modified_noun(view, trigger.head)
        return (phrase, "the trigger with its modifiers", None) if len(phrase.lemmas) > 1 else (None, "", None)
    transitive = any("object" in a.functions for a in arguments) or any(c.dep_ == "ccomp" for c in trigger.head.children)
    for function in spec.functions:
        if function == "subject" and transitive:
            continue
        for argument in arguments:
            if function in argument.functions and argument.token.i != trigger.head.i and _may_be_what(view, trigger, argument):
                fronted = spec.heads == "openings" and _is_fronted_subject(view, argument.token)
                if fronted or (spec.heads and _is_late_object(view, argument.token)):
                    continue
                phrase = _without_line(view, trigger, _told_phrase(view, trigger, argument.token))
                return phrase, f"{function} ({argument.found})", argument
    if spec.heads == "openings" and (title := _titled_thing(view, trigger)) is not None:
        return title, "title (order)", None
    return _what_by_order(view, trigger) if spec.required and spec.heads and trigger.rule.trigger.pos == "verb" else (None, "", None)


def _told_phrase(view: View, trigger: Trigger, token: Token) -> Phrase:
    """The phrase that the noun of an argument opens: the whole title of a document, the award behind its kind, the topic of talks."""
    heads = trigger.rule.what.heads
    if heads == "documents":
        return with_subject(view, _phrase_of(view, _whole_document(view, token)), trigger.head)
    if heads == "awards" and (named := _named_award(view, token)).i != token.i:
        return noun_phrase(view, named)
    head = one_of(view, token)
    phrase = _phrase_of(view, head) if heads else topic_phrase(view, head)
    return phrase if head.i == token.i else make_phrase(view, view.position[token.i], view.position[phrase.end - 1] + 1)


def _without_line(view: View, trigger: Trigger, phrase: Phrase) -> Phrase:
    """What a call was about, without by what means it was held: "discussed trade [on the telephone]", «обсудили торговлю [по телефону]»."""
    if trigger.rule.type != "call":
        return phrase
    means = {w for w in (trigger.rule.trigger.beside.en if view.lang == "en" else trigger.rule.trigger.beside.ru) if " " not in w}
    first = view.position[phrase.start]
    for k, lemma in enumerate(phrase.lemmas):
        start = k - 1 - (view.tokens[first + k - 1].pos_ == "DET")
        if lemma in means and start > 0 and view.tokens[first + start].pos_ == "ADP":
            return make_phrase(view, first, first + start)
    return phrase


def one_of(view: View, token: Token) -> Token:
    """The noun behind "one of", else the word itself: «один из вестибюлей станции»."""
    of = {"один": "из", "one": "of"}.get(view.lemma(token))
    return next((c for c in token.children if of and c.dep_ == "nmod" and preposition_of(view, c) == of), token)


def _named_award(view: View, token: Token) -> Token:
    """The award told right behind one that is told by its kind alone: "the state award, the Order of Merit", «высшую награду – орден Дружбы»."""
    if view.lemma(token) not in view.grammar.lists["plain_awards"]:
        return token
    k = next((view.position[t.i] for t in view.doc[noun_phrase(view, token).end :] if t.i in view.position), len(view.tokens))
    behind = (
        [t for t in view.tokens[k + 1 : k + NAMED_REACH] if t.pos_ not in {"DET", "ADJ"}][:1]
        if view.tokens[k : k + 1] and view.tokens[k].text in JOINTS
        else []
    )
    return next((t for t in behind if view.lemma(t) in view.grammar.lists["awards"]), token)


def _titled_thing(view: View, trigger: Trigger) -> Phrase | None:
    """The title in quotation marks of what opens by itself at a place, which no noun tells the kind of: «в Крыму открылся знаменитый «Утёс»»."""
    by_itself = view.lang == "ru" and (view.lemma(trigger.head) in view.grammar.lists["starting"] or is_passive(trigger.head))
    places = (view.doc[m.actor.root] for m in view.actors if m.actor.entity_type in PLACES)
    placed = any("in" in by_preposition(view, preposition_of(view, t), case_of(view, t)) for t in places)
    k = first = view.position[trigger.end - 1] + 1
    while k < len(view.tokens) and view.tokens[k].pos_ == "ADJ":
        k += 1
    if not (by_itself and placed) or k >= len(view.tokens) - 2 or view.tokens[k].text not in OPENING or not view.tokens[k + 1].text[:1].isupper():
        return None
    end = next((i for i in range(k + 1, len(view.tokens)) if view.tokens[i].text in CLOSING), 0)
    return make_phrase(view, first, end + 1) if end else None


def _is_late_object(view: View, token: Token) -> bool:
    """Whether the tree hangs on an English verb as its second object what stands behind a comma: "launched a plan, doubling their representation"."""
    first = next((c for c in token.head.children if c.dep_ == "obj"), token) if token.dep_ == "obj" else token
    return view.lang == "en" and first.i < token.i and any(t.text == "," for t in view.doc[first.i : token.i])


def _is_fronted_subject(view: View, token: Token) -> bool:
    """Whether the tree takes a Russian subject before its verb for a second object: «переход к энергетике открывает возможности»."""
    others = [c for c in token.head.children if c.dep_ == "obj" and c.i > token.head.i]
    return view.lang == "ru" and token.dep_ == "obj" and token.i < token.head.i and bool(others)


def _whole_document(view: View, token: Token) -> Token:
    """The first noun of a document of two words, of which the tree may take the second: "the Memorandum of Understanding signed in 2007"."""
    documents = view.grammar.lists["documents"]
    double = view.lang == "en" and token.dep_ == "nmod" and token.head.i == token.i - 2 and preposition_of(view, token) == "of"
    return token.head if double and view.lemma(token) in documents and view.lemma(token.head) in documents else token


def _what_by_order(view: View, trigger: Trigger) -> tuple[Phrase | None, str, Argument | None]:
    """The nearest fitting noun without preposition: behind an active verb, before a passive one, with no other verb between."""
    words, k = view.grammar.lists[trigger.rule.what.heads], view.position[trigger.head.i]
    post = _post(view) if trigger.rule.what.heads == "offices" and is_passive(trigger.head) else None
    if post is not None:
        return noun_phrase(view, post), "to (order)", Argument(post, frozenset({"to"}), "order")
    behind = range(k + 1, min(len(view.tokens), k + WHAT_REACH))
    before = range(k - 1, max(-1, k - WHAT_REACH), -1)
    for steps in (before, behind) if is_passive(trigger.head) else (behind,):
        token = _first_noun(view, steps, words)
        if token is not None and not (token.dep_ == "obj" and token.head.i == trigger.head.i and "object" not in trigger.rule.what.functions):
            return _phrase_of(view, token), "object (order)", Argument(token, frozenset({"object"}), "order")
    return None, "", None


def _post(view: View) -> Token | None:
    """The noun of the post to which a Russian sentence says that somebody goes, wherever the tree hangs it: «приказом мэра на пост ректора назначена»."""
    posts = (t for t in view.tokens if view.lang == "ru" and view.lemma(t) in view.grammar.lists["posts"] and t.pos_ == "NOUN")
    return next((t for t in posts if preposition_of(view, t) == "на"), None)


def _first_noun(view: View, steps: range, words: PhraseSet) -> Token | None:
    """The first word on the way that is in the list and has no preposition, up to the next verb; a comma ends the way behind the verb."""
    for i in steps:
        token = view.tokens[i]
        if token.pos_ == "VERB" or (token.text == "," and steps.step > 0):
            return None
        if in_title(view, i):
            continue
        if view.lemma(token) in words and token.pos_ in {"NOUN", "PROPN"} and token.dep_ != "compound" and not preposition_of(view, first_conjunct(token)):
            return None if _is_genitive_of_noun(view, token) or _is_holder(view, token) or _is_who_became(view, token) else token
    return None


def _is_holder(view: View, token: Token) -> bool:
    """Whether an office is told with the name of who holds it: «целью атаки стал министр Игорь Лаптев»."""
    mention = view.actor_at.get(token.i)
    return view.lang == "ru" and mention is not None and mention.actor.entity_type == "person" and mention.actor.form == "name"


def _is_who_became(view: View, token: Token) -> bool:
    """Whether an office is told of who became something else: «президентом стал нынешний глава совета»."""
    others = (c for c in token.head.children if c.i != token.i and c.dep_ in {"obl", "xcomp"} and not preposition_of(view, c))
    return view.lang == "ru" and token.dep_ == "nsubj" and any(case_of(view, c) == "Ins" for c in others)


def _is_genitive_of_noun(view: View, token: Token) -> bool:
    """Whether a Russian noun only describes the one before it: «сезон концертного зала»."""
    return case_of(view, token) == "Gen" and any(t.pos_ == "NOUN" for t in before(view, token.i, limit=1))


def _phrase_of(view: View, token: Token) -> Phrase:
    """The phrase of a noun; of an office the words before its holder's name."""
    mention = view.actor_at.get(token.i)
    if mention is None or mention.actor.entity_type != "person":
        return noun_phrase(view, token)
    actor = mention.actor
    inside = [
        view.position[t.i]
        for t in view.doc[actor.start : actor.end]
        if t.i in view.position and not (actor.form == "name" and actor.name_start <= t.i < actor.name_end)
    ]
    inside = [k for k in inside if view.tokens[k].pos_ not in {"DET", "PUNCT", "SCONJ"}]
    if inside and view.tokens[inside[-1] + 1 : inside[-1] + 2] and view.tokens[inside[-1] + 1].text == ")":
        inside.append(inside[-1] + 1)  # "Secretary of Veterans (VA) Anna Lind"
    told = noun_phrase(view, token)
    phrase = make_phrase(view, inside[0], inside[-1] + 1) if inside else told
    return told if actor.form == "position" and told.end > phrase.end else phrase  # «председателем комиссии по культуре»: longer than its actor


def _may_be_what(view: View, trigger: Trigger, argument: Argument) -> bool:
    spec = trigger.rule.what
    if not spec.heads:
        return argument.token.pos_ == "NOUN" and not _is_no_topic(view, argument)
    words = view.grammar.lists[spec.heads]
    lemma = view.lemma(one_of(view, argument.token))
    if any(part in words for part in (lemma, *lemma.split("-"))) and not _owns_what_follows(view, argument.token):
        return True
    mention = view.actor_at.get(argument.token.i)
    if mention is not None and mention.actor.entity_type == "person" and mention.actor.form == "name" and not mention.actor.position:
        return False
    phrase = _phrase_of(view, argument.token)
    if view.lang == "ru":
        return any(lemma in words for lemma in _telling(view, phrase, argument.token))
    return any(lemma in words for lemma in (phrase.lemmas[:7] if spec.anywhere else _name_of_kind(view, phrase)))


def _owns_what_follows(view: View, token: Token) -> bool:
    """Whether the phrase of an English noun goes on to what belongs to it: "the Department of Rivers's Operation Heron"."""
    phrase = noun_phrase(view, token)
    return view.lang == "en" and _behind_owner(view, phrase) > token.i - phrase.start


def _telling(view: View, phrase: Phrase, head: Token) -> tuple[str, ...]:
    """The lemmas of a phrase that tell of what kind it is: none behind the head («сезон театра» is no theatre), unless it only introduces them."""
    if not phrase.start <= head.i < phrase.end or view.lemma(head) in view.grammar.lists["introducing"]:
        return phrase.lemmas[:4]
    return phrase.lemmas[: head.i - phrase.start + 1]


def _name_of_kind(view: View, phrase: Phrase) -> tuple[str, ...]:
    """The last word before the prepositions of an English phrase: "National Library of Wales" is a library, "a range of contracts" are contracts."""
    first = _behind_owner(view, phrase)
    ends = [k for k in range(first + 1, len(phrase.lemmas)) if view.tokens[view.position[phrase.start] + k].pos_ == "ADP"]
    ends = [k for k in ends if phrase.lemmas[k - 1] not in view.grammar.lists["quantities"]]
    named = phrase.lemmas[first : next(iter(ends), len(phrase.lemmas))]
    return named[-2:-1] if len(named) > 1 and named[-1] in view.grammar.lists["postpositive"] else named[-1:]


def _behind_owner(view: View, phrase: Phrase) -> int:
    """The index behind the owner of what an English phrase tells, a body at its head: "the Department of Rivers's Operation Heron"; 0 for none."""
    last = max((k for k, lemma in enumerate(phrase.lemmas[:-1]) if lemma in POSSESSIVES), default=-1)
    start = view.actor_at.get(view.doc[phrase.start].i)
    return last + 1 if start is not None and start.actor.end >= phrase.start + last else 0


def _is_no_topic(view: View, argument: Argument) -> bool:
    """Occasions, reasons, days and actors are not what was talked about; nor is "the issue", if nothing tells which."""
    token, lists = argument.token, view.grammar.lists
    if token.i in view.actor_at or any(d.start <= token.idx < d.end for d in view.dates):
        return True
    if view.lang == "en" and preposition_of(view, token) == "upon":
        return True  # "upon arrival"
    if view.lemma(token) in lists["no_topics"] and not argument.functions & {"object", "subject"}:
        return True
    return view.lemma(token) in lists["vague"] and len(topic_phrase(view, token).lemmas) == 1


def is_bare_post(view: View, what: Phrase) -> bool:
    """Whether an office is told as a post alone, not which: "relieved of his post"."""
    nouns = [view.lemma(t) for t in view.doc[what.start : what.end] if t.pos_ in {"NOUN", "PROPN"}]
    return len(nouns) == 1 and nouns[0] in view.grammar.lists["posts"]


def office_phrase(view: View, holder: EntityMention) -> Phrase | None:
    """The words of an actor that tell the office, where it has a name and an office; else None."""
    actor = holder.actor
    told = actor.entity_type == "person" and actor.form == "name" and actor.position and actor.end - actor.start > actor.name_end - actor.name_start
    return _phrase_of(view, view.doc[actor.root]) if told else None
