"""English people told by their kind and number, home or house: "five pupils from Tomsk", "a group of Chinese traders", "doctors of the regional hospital"."""

from __future__ import annotations

from collections.abc import Container

from pipeline.annotate import Doc, Token
from pipeline.names.bodies import parse_body
from pipeline.names.groups import DETERMINERS, further_places, parse_group
from pipeline.names.known_places import gazetteer_place
from pipeline.names.owners import parse_adjective, parse_land
from pipeline.names.people import parse_name
from pipeline.names.pieces import Piece
from pipeline.names.places import parse_place
from pipeline.names.view import View

MOST_MODIFIERS = 6  # numbers, adjectives and nouns before the kind
BEFORE_COLLECTIVE = 6  # words up to a collective
MOST_COMPLEMENT = 7  # words behind "of" or "from"
COLLECTIVES = frozenset(
    {"group", "dozens", "hundreds", "number", "team", "class", "couple", "party", "pair", "panel", "coalition", "range", "variety", "array"}
)
LEADING = frozenset({"leading", "visiting"})  # which the tagger takes for verbs
HUGE = frozenset({"thousand", "million", "billion"})  # of nobody in particular
SPREAD = frozenset({"across", "around", "throughout", "outside"})  # behind "from": "leaders from across Africa"
LISTED = frozenset({",", "and", "or"})
COMPLEMENT_ENDS = frozenset({",", "and", ".", ";", "", "in", "at", "to", "on", "from", "who", "about"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def parse_kind(doc: Doc, view: View, i: int) -> Piece | None:
    """People of a kind, where a number, a collective, a land, what they belong to or "with" before them makes them more than anybody of the kind."""
    if view.lang != "en":
        return None
    j, collective = _skip_collective(view, i)
    head, owner, counted = _read_modifiers(view, j)
    if not _is_kind(view, head) and not (_are_holders(view, head) and (collective or _is_partner(doc[view.units[head].end - 1], view.lex.convening))):
        return _collected(view, i, j) if collective else None
    head = _last_of_pair(view, head)
    end, following = kind_complement(view, head + 1)
    told = (
        counted
        or collective
        or (i > 0 and _counts(doc, view, i - 1, head))
        or owner is not None
        or end > head + 1
        or _is_partner(doc[view.units[head].end - 1], view.lex.convening)
    )
    if not told or parse_name(view, end, strong=False) is not None:
        return None
    end = _plain_complement(view, end) if end == head + 1 else end
    owner = owner or following
    if not collective and i > 0 and view.units[i - 1].pos == "NUM" and _counts(doc, view, i - 1, head):
        i -= 1
    elif view.low(i) not in DETERMINERS:
        i = first_modifier(doc, view, i, view.units[head].end - 1)
    start = i + (view.low(i) in DETERMINERS)
    return Piece(i, end, "group", view.text(start, end), owner.country if owner is not None else "", start if collective else head, start, owner, plural=True)


def _last_of_pair(view: View, head: int) -> int:
    """The second of two kinds that one home or house is told for: "the men and women of the Elm Company"; `head` for one alone."""
    paired = view.low(head + 1) == "and" and _is_kind(view, head + 2) and view.low(head + 3) in {"of", "from"}
    return head + 2 if paired and kind_complement(view, head + 3)[0] > head + 3 else head


def _collected(view: View, i: int, j: int) -> Piece | None:
    """The group at unit `j` with the collective before it: "a group of Elm County residents"."""
    inner = parse_group(view, j) if view.is_cap(j) else None
    if inner is None or not inner.plural:
        return None
    start = i + (view.low(i) in DETERMINERS)
    return Piece(i, inner.end, "group", view.text(start, inner.end), inner.country, start, start, inner.owner, plural=True)


def first_modifier(doc: Doc, view: View, i: int, head: int) -> int:
    """The first of the words before unit `i` that the tree hangs below the kind of people at token `head`: "ferry owners", "Native leaders"."""
    while i > 0:
        if view.low(i - 1) in LISTED and i > 1 and _is_before_kind(doc, view, i - 2, head) and not _is_general(view, i - 2):
            i -= 2  # "veteran, family and survivor organizations", "Tribal and Alaskan leaders"
        if not _is_before_kind(doc, view, i - 1, head):
            break
        i -= 1
    return i


def _is_area(view: View, k: int) -> bool:
    """Whether a sea or part of the world tells where people are from: "Pacific leaders"."""
    found = gazetteer_place(view, k)
    return k > 0 and found is not None and found[1].type == "area" and found[0] == k + 1


def _is_before_kind(doc: Doc, view: View, k: int, head: int) -> bool:
    """Whether the tree hangs unit `k`, which names nobody, below the kind of people at token `head`."""
    word = doc[view.units[k].end - 1]
    named = view.is_cap(k) and (k == 0 or view.units[k].ent not in {"", "NORP"}) and not _is_area(view, k)
    below = word.head.i == head or word.head.i < head and word.head.head.i == head
    return not named and not view.units[k].dated and word.dep_ in {"compound", "amod", "nummod"} and below


def _counts(doc: Doc, view: View, i: int, head: int) -> bool:
    """Whether unit `i` is the number of the kind of people at unit `head`, to or with whom something is done: "gave medals to five local students"."""
    word = doc[view.units[i].end - 1]
    done = any(child.dep_ == "case" and child.text in {"to", "with"} for child in word.head.children)
    return done and word.dep_ == "nummod" and word.text not in HUGE and word.head.i == view.units[head].end - 1


def _is_partner(noun: Token, convening: Container[str]) -> bool:
    """Whether a noun, or the first of those that it is joined to, tells with whom something was done: "met with veterans", "convened farmers"."""
    first = noun
    while noun.head.i < noun.i and (noun.dep_ == "conj" or _is_behind_of(noun, first)):  # "with survivors of violence, local advocates"
        noun = noun.head
    done = noun.head.pos_ == "VERB" or noun.head.dep_ == "obj"  # not "a meeting with veterans is planned"
    convened = noun.dep_ == "obj" and noun.head.lemma_ in convening
    return convened or (done and any(child.dep_ == "case" and child.text.lower() == "with" for child in noun.children))


def _is_behind_of(noun: Token, first: Token) -> bool:
    """Whether a noun to which `first` is joined only ends the name of a kind of people before it."""
    return noun.i < first.i and noun.dep_ == "nmod" and any(child.dep_ == "case" and child.text == "of" for child in noun.children)


def _plain_complement(view: View, i: int) -> int:
    """The end of what people of a kind are told by in small letters: "survivors of domestic violence"; `i` for none."""
    end = i + 1
    while view.low(i) == "of" and end < min(i + MOST_MODIFIERS, len(view)) and view.units[end].pos in {"NOUN", "ADJ"} and not view.is_cap(end):
        end += 1
    told = end > i + 1 and view.units[end - 1].pos == "NOUN" and not view.units[end - 1].dated
    return end if told and (view.low(end) in COMPLEMENT_ENDS) else i


def _skip_collective(view: View, i: int) -> tuple[int, bool]:
    """The unit behind "a large group of", and whether there is one."""
    for j in range(i, min(i + BEFORE_COLLECTIVE, len(view))):
        told = view.low(j) in COLLECTIVES and view.low(j + 1) == "of" and j + 2 < len(view)
        if told and (not view.is_cap(j + 2) or any(parse(view, j + 2) is not None for parse in (parse_adjective, parse_place, parse_group))):
            return j + 2, True
        joins = view.low(j) in LISTED and j > i and view.units[j - 1].pos == "ADJ"  # "a bipartisan and bicameral group of senators"
        if view.low(j) not in DETERMINERS and view.units[j].pos != "ADJ" and not joins:
            break
    return i, False


def _read_modifiers(view: View, i: int) -> tuple[int, Piece | None, bool]:
    """(unit of the head, land, whether they are counted, or told by several words of one rank) of what stands before a kind of people."""
    j, owner, counted = i + (view.low(i) in DETERMINERS), None, False
    for _ in range(MOST_MODIFIERS):
        if j >= len(view) or _is_kind(view, j) or _are_holders(view, j) or (j == 0 and view.low(1) == ","):  # "Yesterday, senior officials met"
            break
        land = parse_land(view, j)
        if land is not None:
            owner, j = owner or land, land.end
        elif (
            view.low(j) in view.lex.partisans
            or (view.units[j].pos in {"NUM", "ADJ", "NOUN"} or view.low(j) in LEADING)
            and not (view.is_cap(j) and j > 0)
            and not view.units[j].dated
        ):
            counted = counted or view.units[j].pos == "NUM"
            j += 1
            after = _skip_link(view, j)
            counted, j = counted or after > j, after
        else:
            break
    return j, owner, counted


def _skip_link(view: View, j: int) -> int:
    """The unit behind a comma or conjunction at `j` that joins two words before one noun: "military and local officials"; `j` for none."""
    k = j
    while k < len(view) and view.low(k) in LISTED:
        k += 1
    joins = (
        k > j
        and k + 1 < len(view)
        and (not view.is_cap(k) or view.low(k) in view.lex.partisans)
        and not _is_kind(view, k)
        and view.units[j - 1].number != "Plur"
        and not _is_general(view, j - 1)
    )
    return k if joins and view.units[k].pos in {"ADJ", "NOUN", "PROPN"} and view.units[k].number != "Plur" else j


def _is_general(view: View, k: int) -> bool:
    """Whether a word only ends an office in the plural: "state attorneys general, rights leaders"."""
    return view.low(k) == "general" and k > 0 and view.units[k - 1].number == "Plur"


def _is_kind(view: View, i: int) -> bool:
    if not 0 <= i < len(view) or view.units[i].pos not in {"NOUN", "PROPN"} or (view.is_cap(i) and i > 0 and view.low(i) not in view.lex.partisans):
        return False
    told = view.low(i) in view.lex.kinds or view.lex.groups.get(view.low(i), "group") != "group"
    return told and not (view.units[i].number == "Sing" and i + 1 < len(view) and view.units[i + 1].pos == "NOUN")  # "law enforcement officials"


def _are_holders(view: View, i: int) -> bool:
    """Whether an office stands in the plural: "governors"."""
    return i < len(view) and view.units[i].number == "Plur" and view.low(i) not in view.lex.offices and view.among(i, view.lex.offices)


def kind_complement(view: View, i: int) -> tuple[int, Piece | None]:
    """The end of "from Tomsk", "of the regional hospital" at `i`, and the place or body named there; (`i`, None) for none."""
    if view.low(i) not in {"of", "from"}:
        return i, None
    found = parse_place(view, i + 1) or parse_body(view, i + 1)
    if found is not None:
        return further_places(view, found.end), found
    j = i + 1 + (view.low(i + 1) in SPREAD)
    j += view.low(j) in DETERMINERS
    if j == i + 1 and not view.is_cap(j) and not (view.units[j].pos == "NUM" and view.low(j).isdigit()):
        return i, None
    end = i
    for k in range(j, min(j + MOST_COMPLEMENT, len(view))):
        if view.units[k].pos not in NOMINAL or view.units[k].ent == "PER":
            break
        end = k + 1 if view.units[k].pos in {"NOUN", "PROPN"} else end
    return max(i, end), None
