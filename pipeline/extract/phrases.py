"""Cuts the phrase of a noun out of its sentence: titles of documents, awards, forums, things opened."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.annotate import Token, feature
from pipeline.dates import is_of_name
from pipeline.extract.phrase_parts import belongs_to_title, continues_list, is_part_of_title, opens_clause
from pipeline.extract.phrase_topic import is_topic, leads_to_awarded
from pipeline.extract.view import View, case_of, is_verb
from pipeline.records import EntityMention

MOST_BEFORE = 2  # words before the body that an item tells of: behind a name that nobody knows it is where somebody works
FAR_BEHIND = 3  # words from a forum up to those whose it is: "conference of the Honorary Consuls"
MOST = 30  # words to the right of the head
LEADING = frozenset({",", "’s", "'s", "’", "'", "-"})  # no phrase begins with these
OPENING, CLOSING = '«“"„', '»”"“'
NAMED = frozenset({"organization", "country", "region", "city"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: token span, text as told, lemmas of its words."""

    start: int
    end: int
    text: str
    lemmas: tuple[str, ...]


def noun_phrase(view: View, head: Token) -> Phrase:
    """The phrase of `head` without article: its modifiers to the left, its topic to the right; dates, parties and clauses are left out."""
    start = _left_edge(view, head)
    end = _right_edge(view, view.position[head.i])
    return make_phrase(view, start, _name_end(view, end))


def _name_end(view: View, end: int) -> int:
    """The end of a body's or land's name that the phrase breaks off in: «консульство Республики | Сербия»."""
    last = view.tokens[end - 1].i
    names = (m.actor for m in view.actors if m.actor.start <= last < m.actor.end - 1 and m.actor.entity_type in NAMED)
    return next((view.position[actor.end - 1] + 1 for actor in names if actor.end - 1 in view.position), end)


def modified_noun(view: View, head: Token) -> Phrase:
    """A noun with its modifiers alone: "official visit"."""
    return make_phrase(view, _left_edge(view, head), view.position[head.i] + 1)


def make_phrase(view: View, start: int, end: int) -> Phrase:
    """The phrase of the words from index `start` to `end` of the sentence's words."""
    first, last = view.tokens[start], view.tokens[end - 1]
    text = " ".join(view.doc[first.i : last.i + 1].text.split())
    return Phrase(first.i, last.i + 1, _unquoted(text), tuple(view.lemmas[start:end]))


def _unquoted(text: str) -> str:
    """Without quotation marks that enclose the whole, or that lost their partner."""
    if len(text) > 2 and text[0] in OPENING and text[-1] in CLOSING and not any(c in OPENING + CLOSING for c in text[1:-1]):
        return text[1:-1]
    alone = text[:1] in OPENING and not any(c in OPENING + CLOSING for c in text[1:])
    return text[alone:].strip(" ,;—–")


def _left_edge(view: View, head: Token) -> int:
    k = view.position[head.i]
    while k > 0 and _belongs_left(view, view.tokens[k - 1], head):
        k -= 1
    while k < view.position[head.i] and (view.tokens[k].pos_ in {"DET", "PRON", "CCONJ", "ADP", "SCONJ"} or view.tokens[k].text in LEADING):
        k += 1
    return k


def _belongs_left(view: View, token: Token, head: Token) -> bool:
    if is_verb(token) and token.dep_ not in {"amod", "compound"}:
        return False
    told = view.actor_at.get(token.i) if view.lang == "ru" or (token.i == head.i - 1 and view.lemma(head) in view.grammar.lists["offices"]) else None
    if told is not None and told.actor.entity_type == "person" and told is not view.actor_at.get(head.i):
        return False  # «вручил Айдыну медаль», "named Anna Lind director", where the tree hangs the person below the noun
    if belongs_to_title(view, token, head):
        return True
    if token.dep_ in {"amod", "compound", "nummod", "nmod:poss", "det", "advmod", "flat", "case", "punct", "conj", "cc", "nmod", "appos"} and _reaches(
        token, head
    ):
        return token.text not in {"(", ")", ";", ":"} and not (token.dep_ == "case" and token.pos_ == "ADP")
    return view.lang == "ru" and token.pos_ in {"ADJ", "NUM"} and case_of(view, token) == case_of(view, head)


def _reaches(token: Token, head: Token) -> bool:
    """Whether a word to the left hangs below the head, through words between them."""
    for _ in range(6):
        if token.i == head.i:
            return True
        if token.head.i <= token.i and token.dep_ not in {"conj", "punct", "cc", "case"}:
            return False
        token = token.head
    return False


def _right_edge(view: View, k: int) -> int:
    end, i = k + 1, k + 1
    while i < min(len(view.tokens), k + MOST):
        step = _accept(view, i, k)
        if step == 0:
            break
        i += step
        end = i
    while end > k + 1 and (view.tokens[end - 1].pos_ in {"ADP", "CCONJ", "DET", "ADV", "PART"} or view.tokens[end - 1].text in {",", "–", "-", "—"}):
        end -= 1
    return end


def _accept(view: View, i: int, k: int) -> int:
    """How many words from index `i` on still belong to the phrase whose head is at `k`; 0 ends it."""
    token = view.tokens[i]
    if token.text in OPENING + CLOSING:
        return _quoted(view, i, k)
    if token.text == "(":
        return next((j - i + 1 for j in range(i, min(i + 6, len(view.tokens))) if view.tokens[j].text == ")"), 0)
    if starts_date(view, token) or _ends_phrase(view, token, i, k):
        return 0
    if token.pos_ == "ADP":
        return int(is_topic(view, i) and not leads_to_awarded(view, i, k))
    if _joins_lands(view, i, k):
        return 1
    if token.text == ",":
        return int(continues_list(view, i))
    if is_verb(token):
        return int(_is_gerund(token) and (view.tokens[i - 1].pos_ in {"ADP", "SCONJ"} or view.lemmas[i - 1] == "to" or i == k + 1) or _is_purpose(view, i, k))
    if view.lang == "en" and view.lemmas[i] == "to" and i + 1 < len(view.tokens) and is_verb(view.tokens[i + 1]):
        return int(_is_purpose(view, i + 1, k) or _is_gerund(view.tokens[i + 1]))
    if view.lang == "ru" and token.pos_ in {"NOUN", "PROPN", "ADJ", "DET"} and (feature(token, "Variant") == "Short" or not _fits_case(view, token, i, k)):
        return 0
    return int(
        token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "CCONJ", "DET", "PART", "X", "ADV"} or token.text in {"-", "–", "’s", "'s", "/"} or token.pos_ == "SYM"
    )


def _is_purpose(view: View, i: int, k: int) -> bool:
    """Whether an infinitive belongs to a noun of the phrase: "efforts to protect the coast", no purpose of the verb above it."""
    token = view.tokens[i]
    inside = {t.i for t in view.tokens[k:i]}
    told = token.dep_ in {"acl", "acl:relcl", "xcomp", "relcl"} and token.head.i in inside
    above = view.tokens[k].head  # "signed an MOU to build a port": the tree hangs the aim on the verb
    told = told or (token.dep_ in {"advcl", "xcomp"} and token.head.i == above.i and view.lemmas[i - 2] in view.grammar.lists["documents"])
    return view.lang == "en" and view.lemmas[i - 1] == "to" and told


def _fits_case(view: View, token: Token, i: int, k: int) -> bool:
    """Whether a Russian nominal is governed from inside the phrase: a genitive, or anything after a preposition of the phrase."""
    case, mention = feature(token, "Case"), view.actor_at.get(token.i)
    if mention is not None and _is_honoured(view, mention, k, i):
        return True
    return (
        case in {"Gen", ""}
        or any(t.pos_ == "ADP" and not in_quotes(view, j) for j, t in enumerate(view.tokens[k + 1 : i], k + 1))
        or (token.pos_ == "ADJ" and case == feature(view.tokens[k], "Case"))
    )


def in_quotes(view: View, i: int) -> bool:
    """Whether a quotation mark opens before the word at index `i` and closes behind it."""
    marks = [t.text for t in view.tokens[:i] if t.text in OPENING or t.text in CLOSING]
    return bool(marks) and marks[-1] in OPENING and any(t.text in CLOSING for t in view.tokens[i + 1 :])


def stands_in_list(view: View, start: int, first: int) -> bool:
    """Whether the actor at token `start` begins an item of a list that begins at `first`, or stands behind a comma or "and" in it, not where somebody works."""
    k = view.position[start]
    k -= k > 0 and view.lemmas[k - 1] == "the"
    return start <= first + MOST_BEFORE or view.tokens[k - 1].text in {",", "and"}


def in_title(view: View, i: int) -> bool:
    """Whether the word at index `i` belongs to the quoted name of the noun before it: «форум «Дорогами Поволжья»»."""
    opening = next((k for k in range(i - 1, 0, -1) if view.tokens[k].text in OPENING), 0)
    return view.lang == "ru" and opening > 0 and in_quotes(view, i) and view.tokens[opening - 1].pos_ == "NOUN"


def _quoted(view: View, i: int, k: int) -> int:
    """How many words from a quotation mark on belong to the phrase; a closing one does where the head at `k` is quoted: ««дорожная карта» по туризму»."""
    if view.tokens[i].text not in OPENING:
        return int(view.lang == "ru" and in_quotes(view, k) and not any(t.text in CLOSING for t in view.tokens[k:i]))
    return next((j - i + 1 for j in range(i + 1, min(i + 40, len(view.tokens))) if view.tokens[j].text in CLOSING), 0)


def _is_gerund(token: Token) -> bool:
    return feature(token, "VerbForm") in {"Ger", "Part"} and token.text.lower().endswith("ing")


def starts_date(view: View, token: Token) -> bool:
    """Whether a date begins at a word, with its preposition; the time that something is meant for belongs to it: "the plan for 2024"."""
    following = token.nbor().idx if token.pos_ == "ADP" and token.i + 1 < len(view.doc) else token.idx
    inside = [d for d in view.dates if d.type in {"DATE", "TIME"} and d.start <= following < d.end and d.text[:1].isalnum()]
    return any(d.role != "purpose" and not is_of_name(view.span, d) for d in inside) and token.text.lower() != "for"


def _ends_phrase(view: View, token: Token, i: int, k: int) -> bool:
    """Subjects, persons, coordinated clauses and a new article end a phrase."""
    mention = view.actor_at.get(token.i)
    if mention is not None and mention is view.actor_at.get(view.tokens[k].i):
        return i >= view.position.get(mention.actor.name_start, i + 1) and mention.actor.form == "name" and mention.actor.entity_type == "person"
    if opens_clause(view, token, k):
        return True
    if token.pos_ == "DET" and view.tokens[i - 1].pos_ not in {"ADP", "CCONJ", "VERB", "PUNCT"}:
        return True
    if mention is not None and mention.actor.entity_type == "organization" and view.lemmas[k] in view.grammar.lists["buildings"]:
        return False  # «в здании акимата»
    if mention is not None and (_is_honoured(view, mention, k, i) or is_part_of_title(view, mention, k)):
        return False
    if view.lang == "en" and view.lemmas[k] in view.grammar.lists["awards"] and mention is not None and _is_of(view, mention):
        return False  # "the title of Honorary Citizen", "the Order of Prince Henry"
    if mention is not None and (mention.actor.entity_type == "person" or mention.actor.form != "name"):
        return mention.actor.form != "position" or view.lemmas[k] not in view.grammar.lists["posts"]  # «пост директора музея»
    if mention is not None and view.lang == "ru" and case_of(view, token) == "Nom" and mention.actor.start == token.i:
        return True
    return token.pos_ == "CCONJ" and (any(is_verb(t) and not _is_gerund(t) for t in view.tokens[i + 1 : i + 3]) or _joins_another(view, i, k))


def _is_of(view: View, mention: EntityMention) -> bool:
    """Whether an actor stands right behind "of"."""
    k = view.position.get(mention.actor.start, 0)
    return k > 0 and view.lemmas[k - 1] == "of"


def _joins_another(view: View, i: int, k: int) -> bool:
    """Whether an English conjunction joins another thing, with an article of its own, to the head: "the forum and the visit of the minister"."""
    head, article = view.tokens[k], view.tokens[i + 1] if i + 1 < len(view.tokens) else view.tokens[i]
    other = article.head
    return view.lang == "en" and article.pos_ == "DET" and other.dep_ == "conj" and other.head.i == head.i and other.i > article.i


def _is_honoured(view: View, mention: EntityMention, k: int, i: int) -> bool:
    """Whether a monument is of the person told right behind it, a summit one of the people told so: «памятник поэту», «саммит глав государств»."""
    head, root = view.lemmas[k], view.doc[mention.actor.root]
    forum = any(e.rule.name == "conference-noun" for e in view.grammar.triggers.get(head, ()))
    if view.lang == "en":
        return forum and mention.actor.entity_type == "group" and _is_of(view, mention) and view.position[mention.actor.start] <= k + FAR_BEHIND
    if view.position.get(mention.actor.start, i) > i:
        return False
    if head in view.grammar.lists["monuments"]:
        return case_of(view, root) in {"Dat", "Gen"}
    return forum and mention.actor.entity_type == "group" and case_of(view, root) == "Gen" and view.position.get(mention.actor.start) == k + 1


def _joins_lands(view: View, i: int, k: int) -> bool:
    """Whether a comma or conjunction joins the countries of a summit: «саммит Дании, Чехии и Словакии»."""
    if view.tokens[i].text not in {",", "и"} or i + 1 >= len(view.tokens):
        return False
    sides = [view.actor_at.get(view.tokens[j].i) for j in (i - 1, i + 1)]
    lands = all(m is not None and m.actor.entity_type == "country" and case_of(view, view.doc[m.actor.root]) == "Gen" for m in sides)
    return lands and any(e.rule.name == "conference-noun" for e in view.grammar.triggers.get(view.lemmas[k], ()))
