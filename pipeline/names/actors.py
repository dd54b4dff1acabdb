"""Makes actors of the pieces that were found: token offsets, the token in the tree, office and affiliation."""

from __future__ import annotations

from pipeline.annotate import Doc
from pipeline.names.pieces import Office, Piece
from pipeline.names.places_ru import agreeing
from pipeline.names.view import View
from pipeline.records import Actor, HeldOffice

PLURAL = frozenset({"gent", "plur"})


def make_actor(
    view: View,
    start: int,
    end: int,
    root: int,
    entity_type: str,
    form: str,
    name: str,
    *,
    office: Office | None = None,
    owner: Piece | None = None,
    country: str = "",
    gender: str = "",
    plural: bool = False,
    span: tuple[int, int] | None = None,
) -> Actor:
    """The actor of units `start` to `end`; `span` tells the units of the name alone, `owner` the affiliation."""
    first, last = span or (start, end)
    return Actor(
        start=view.units[start].start,
        end=view.units[end - 1].end,
        root=root,
        entity_type=entity_type,
        form=form,
        name=name,
        lang=view.lang,
        name_start=view.units[first].start,
        name_end=view.units[last - 1].end,
        position=office.position if office is not None else "",
        position_status=(office.status or "current") if office is not None else "",
        affiliation=owner.name if owner is not None else "",
        affiliation_type=owner.type if owner is not None else "",
        affiliation_start=view.units[owner.start].start if owner is not None else -1,
        affiliation_end=view.units[owner.end - 1].end if owner is not None else -1,
        country=country or (owner.country if owner is not None else ""),
        gender=gender,
        plural=plural,
        offices=tuple(_held(part) for part in office.parts) if office is not None else (),
    )


def _held(office: Office) -> HeldOffice:
    owner = office.owner
    return HeldOffice(office.position, office.status or "current", owner.name if owner is not None else "", owner.type if owner is not None else "")


def find_root(doc: Doc, view: View, start: int, end: int, preferred: int) -> int:
    """The token of the phrase whose head stands outside it: the one of the preferred unit if that is one, else the first but punctuation and prepositions."""
    first, last = view.units[start].start, view.units[end - 1].end
    outside = [t for t in doc[first:last] if not first <= t.head.i < last or t.head.i == t.i]
    outside = [t for t in outside if t.pos_ not in {"PUNCT", "ADP", "SPACE", "DET"}] or outside
    wanted = view.units[preferred] if start <= preferred < end else None
    for token in outside:
        if wanted is not None and wanted.start <= token.i < wanted.end:
            return token.i
    if (len(outside) == 1 or wanted is None) and not (wanted is not None and outside[0].pos_ == "ADP"):  # "Under Secretary of Trade Anna Lind"
        return outside[0].i if outside else first
    return wanted.end - 1


def singular_office(view: View, office: Office) -> str:
    """The position of one of several holders: "leader" of "leaders", «министр иностранных дел» of «министры иностранных дел»."""
    if view.lang == "ru":
        return _singular_russian(view, office)
    head = view.units[office.head]
    single = min(head.lemmas & view.lex.offices, default=head.low)
    return office.position.replace(head.low, single)


def _singular_russian(view: View, office: Office) -> str:
    """Its noun with the adjectives before it in the singular, and what follows as told."""
    noun, words = min(view.units[office.head].lemmas & view.lex.offices, default=""), office.position.split()
    plural = next((k for k, word in enumerate(words) if noun in view.names.morphology.lemmas(word)), -1) if noun else -1
    if plural < 0:
        return noun or office.position
    before = [agreeing(word, noun, view.names) for word in words[:plural]]
    return " ".join([*before, noun, one_body(view, " ".join(words[plural + 1 :]))]).strip()


def one_body(view: View, words: str) -> str:
    """«Правительства» of «правительств», «энергетического ведомства» of «энергетических ведомств»: each of several holders has one."""
    told = words.split()
    nouns = [word for word in told if view.names.morphology.lemmas(word) & (view.lex.bodies | view.lex.offices | view.lex.groups.keys())]
    single = view.names.morphology.inflect(nouns[0], PLURAL | {"NOUN"}, frozenset({"gent", "sing"})) if nouns else ""
    if not single:
        return words
    gender = frozenset(tag for r in view.names.morphology.readings(single)[:1] for tag in r.tags & {"masc", "femn", "neut"})
    made = (view.names.morphology.inflect(w, PLURAL | {"ADJF"}, frozenset({"gent", "sing"}) | gender) or (single if w == nouns[0] else w) for w in told)
    return " ".join(made)
