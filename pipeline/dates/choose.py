"""Chooses the expression that dates one event: the nearest to its trigger in the tree that is not part of another event's phrase."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from pipeline.annotate import Doc, Span, Token, feature
from pipeline.records import DateMention, Interval

FINENESS = ("day", "range", "week", "month", "season", "quarter", "half", "year", "decade")
COARSE = frozenset({"month", "season", "quarter", "half", "year", "decade"})
CLAUSES = frozenset({"acl", "acl:relcl", "ccomp", "csubj", "csubj:pass", "parataxis"})  # what is told in one of these has dates of its own
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PRON", "X", "SYM"})
VERBAL = frozenset({"VERB", "AUX", "ADJ"})
NAME_PARTS = frozenset({"flat", "flat:foreign", "flat:name", "compound", "appos", "nummod"})
RELATING = frozenset({"after", "before", "following", "since", "после", "до", "накануне"})  # the noun behind these has a time of its own
HONOURING = frozenset(
    {"honour", "honor", "memory", "commemoration", "commemorating", "anniversary", "честь", "память", "годовщине", "годовщину", "годовщины"}
)  # of what was long ago
AHEAD = frozenset({"преддверии", "преддверие", "канун", "кануне", "eve"})  # what is told of the day behind these was before it
AHEAD_WORDS = 2  # words between such a word and the day: "on the eve of the"
QUOTES = frozenset({"«", "“", '"', "„"})
SPEECH = frozenset({"say", "tell", "сказать", "заявить", "сообщить", "рассказать", "отметить", "написать"})
LONGEST = 366  # days of a range that may date an event
OPENING = 12  # characters: a date that opens the sentence is that of its main clause, whatever the tree makes of it
RELATIVES = frozenset({"who", "which", "that", "where", "when", "whose", "whom", "который", "кто", "что", "где", "когда", "чей"})
PART_WORDS = 4  # between "the first day" and what it is a day of
ASTRAY = 3  # steps for a date that the tree leads astray
FAR = 99


def choose_date(doc: Doc, trigger: int, sentence: Span, dates: Sequence[DateMention], *, at: Collection[int] = ()) -> DateMention | None:
    """The date of the event whose trigger is the token `trigger` of `sentence`; None where the sentence tells none for it.

    `at` are the clauses that date an occasion, and so what was done at it: "at the ceremony held on Monday, she presented".
    A range told in two expressions comes back as one mention. Never a duration, a set, or an expression without an interval.
    """
    if not sentence.start <= trigger < sentence.end:
        return None
    fitting = []
    roots = [token for token in sentence if token.dep_ == "root"]
    main = next((token for token in roots if token.pos_ in VERBAL), roots[0] if roots else None)  # «5 мая с. г. посол посетил...»: the tree may fall apart
    for mention in _whole(sentence, dates):
        own = _root(sentence, mention)
        token = main if main is not None and mention.start - sentence.start_char <= OPENING and not _describes(own, mention) else own
        other = token is None or _is_of_noun(doc[trigger], token, mention) or _is_part(doc[trigger], mention) or _is_of_next(sentence, doc[trigger], mention)
        cost = FAR if token is None or other else _cost(token, doc[trigger], mention, at)
        if token is not None and cost < FAR:
            fitting.append((is_of_name(sentence, mention), cost, FINENESS.index(mention.precision), abs(token.i - trigger), mention))
    return min(fitting, key=lambda entry: entry[:4], default=(False, 0, 0, 0, None))[4]


def is_of_name(sentence: Span, mention: DateMention) -> bool:
    """Whether a year without a preposition is a part of a name: "the Danube Forum 2024", "the 2024 Danube Forum", «форум «Дунай 2024»»."""
    tokens = [t for t in sentence if t.pos_ != "SPACE"]
    k = next((k for k, t in enumerate(tokens) if mention.start <= t.idx < mention.end and t.text.isdigit()), -1)
    if mention.precision != "year" or k < 0 or not mention.text.removeprefix("the ").isdigit():
        return False
    before, after = tokens[k - 1] if k else None, tokens[k + 1] if k + 1 < len(tokens) else None
    ends = before is not None and before.text[:1].isupper() and before.pos_ in {"PROPN", "NOUN"}
    begins = after is not None and after.text[:1].isupper() and after.pos_ in {"PROPN", "NOUN", "ADJ"} and (before is None or before.pos_ != "ADP")
    return ends or begins or (before is not None and before.text in QUOTES)


def _whole(sentence: Span, dates: Sequence[DateMention]) -> Iterator[DateMention]:
    """The expressions of the sentence that may date something, the two ends of a range as one."""
    inside = [m for m in dates if sentence.start_char <= m.start and m.end <= sentence.end_char and m.type in {"DATE", "TIME"}]
    for i, mention in enumerate(inside):
        if mention.role == "start" and i + 1 < len(inside) and inside[i + 1].role == "end":
            mention = join_range(sentence.doc.text, mention, inside[i + 1])
        if _may_date(mention) and not _is_eve(sentence, mention):
            yield mention


def _is_eve(sentence: Span, mention: DateMention) -> bool:
    """Whether what is told was before the day of the expression: «в преддверии Дня народного единства», "on the eve of the Day"."""
    before = [token.text.lower() for token in sentence if token.idx < mention.start][-1 - AHEAD_WORDS :]
    return not AHEAD.isdisjoint(before)


def _may_date(mention: DateMention) -> bool:
    if mention.interval is None or mention.role in {"bound", "end", "purpose", "dateline", "clock"} or mention.precision not in FINENESS:
        return False
    return mention.precision != "range" or mention.interval.days <= LONGEST


def join_range(text: str, first: DateMention, last: DateMention) -> DateMention:
    """One mention from the start of the first expression to the end of the last."""
    assert first.interval is not None and last.interval is not None
    return replace(
        first,
        end=last.end,
        text=text[first.start : last.end],
        type="DATE",
        value=f"{first.value}/{last.value}",
        interval=Interval(first.interval.first, last.interval.after),
        precision="range",
        edtf=f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}",
        role="",
    )


def _root(sentence: Span, mention: DateMention) -> Token | None:
    """The word of an expression that hangs outside it in the tree."""
    tokens = [t for t in sentence if t.idx < mention.end and t.idx + len(t) > mention.start and t.pos_ not in {"SPACE", "PUNCT"}]
    inside = {token.i for token in tokens}
    return next((t for t in tokens if t.head.i not in inside and t.dep_ not in {"case", "det"}), tokens[0] if tokens else None)


def _cost(date: Token, trigger: Token, mention: DateMention, at: Collection[int]) -> int:
    """Steps in the tree from the date up to where it meets the trigger's phrase and down to the trigger; FAR across the border of a clause."""
    below = [trigger, *_heads(trigger)]
    position = {token.i: k for k, token in enumerate(below)}
    if date.i in position:
        return position[date.i]
    if _is_astray(date, trigger):
        return ASTRAY
    steps = 0
    for token, head in _climb(date):
        if head.i in position:
            down = below[: position[head.i]]
            return FAR if _crosses(down) else steps + sum(2 if t.dep_ in {"conj", "advcl"} else 1 for t in down)
        if not _passes(token, head, trigger, mention, at):
            return FAR
        steps += 2
    return FAR


def _heads(token: Token) -> Iterator[Token]:
    seen = {token.i}
    while token.head.i not in seen:
        token = token.head
        seen.add(token.i)
        yield token


def _climb(token: Token) -> Iterator[tuple[Token, Token]]:
    """Pairs of a word and its head, from `token` up to the root."""
    for head in _heads(token):
        yield token, head
        token = head


def _crosses(down: Sequence[Token]) -> bool:
    """Whether the way down to the trigger enters a clause that has its own time: "said on Monday that they had met"."""
    return any(_is_clause(token) for token in down)


def _is_clause(token: Token) -> bool:
    if token.dep_ == "acl" and token.pos_ == "ADJ":
        return any(child.dep_ in {"cop", "nsubj"} for child in token.children)
    return token.dep_ in CLAUSES and (token.dep_ != "parataxis" or (token.pos_ in VERBAL and not _explains(token)))


def _explains(clause: Token) -> bool:
    """Whether a clause tells, behind a colon and without quotation marks, what the one before announced: «в среду ждут гостей: приедут послы»."""
    left = clause.left_edge
    colon = left.i > _top(clause).left_edge.i and ":" in {left.text, left.nbor(-1).text}
    return colon and not any(t.text in QUOTES for t in clause.doc[left.i : min(left.i + 2, len(clause.doc))]) and clause.head.lemma_.lower() not in SPEECH


def _top(token: Token) -> Token:
    """The root of a word's tree."""
    return next((head for head in token.ancestors if head.head is head), token)


def _describes(token: Token | None, mention: DateMention) -> bool:
    """Whether an expression that names no day describes a noun before it: "по итогам 2022 года"."""
    return token is not None and mention.precision in COARSE and token.head.i < token.i and token.head.pos_ in NOMINAL


def _is_astray(date: Token, trigger: Token) -> bool:
    """Whether the tree leads back over the trigger into a clause before it, as no sentence is built: "the head, appointed in May, met them on Tuesday"."""
    head = date.head
    return head.i < trigger.i < date.i and _is_clause(head) and head not in _heads(trigger)


def _is_of_noun(trigger: Token, date: Token, mention: DateMention) -> bool:
    """Whether a date belongs to a noun that the event honours ("in memory of the battle of 5 May 1944"), a month or year to one that it is placed
    after or before: "visited it after his appointment in May 2024".
    """
    if date.i < trigger.i:
        return False
    between = list(trigger.doc[trigger.i + 1 : date.i])
    if any(token.text.lower() in HONOURING for token in between):
        return True
    if mention.precision not in COARSE:
        return False
    after = next((k for k, token in enumerate(between) if token.text.lower() in RELATING), None)
    return after is not None and any(token.pos_ == "NOUN" for token in between[after:]) and not any(token.pos_ == "PUNCT" for token in between[after:])


def _is_of_next(sentence: Span, trigger: Token, mention: DateMention) -> bool:
    """Whether an expression that begins with an adjective tells of another noun right behind it: «предстоящие осенью выборы»."""
    inside = [t for t in sentence if t.idx < mention.end and t.idx + len(t) > mention.start]
    behind = inside[-1].i + 1 if len(inside) > 1 else sentence.end
    if behind >= sentence.end or inside[0].pos_ not in {"ADJ", "VERB"}:
        return False
    noun = sentence.doc[behind]
    return (
        noun.pos_ == "NOUN"
        and noun.i != trigger.i
        and feature(inside[0], "Case") == feature(noun, "Case") != ""
        and noun.i in {inside[0].head.i, *(c.i for c in inside[0].children)}
    )


def _is_part(trigger: Token, mention: DateMention) -> bool:
    """Whether the expression names a day of the event itself, which lasts longer: "the first day of the visit"."""
    between = trigger.doc.text[mention.end : trigger.idx] if mention.role == "part" and mention.end <= trigger.idx else None
    return between is not None and len(between.split()) < PART_WORDS and trigger.pos_ in NOMINAL


def _tells_of_head(clause: Token) -> bool:
    """Whether a clause has the word that it hangs from for a part: through a relative pronoun, or as a participle without a subject."""
    subjects = [child for child in clause.children if child.dep_ in {"nsubj", "nsubj:pass"}]
    return not subjects or any(token.lemma_.lower() in RELATIVES for token in clause.subtree)


def _passes(token: Token, head: Token, trigger: Token, mention: DateMention, at: Collection[int]) -> bool:
    """Whether a date may reach beyond a word above it.

    Not out of a clause, save one that tells of the trigger ("the forum, held on 5 May") or of an occasion at which it was done,
    nor out of a coordinated one with its own subject,
    nor, where it names no day, from a noun that it describes ("the 2007 accord", "his appointment in May 2024").
    """
    if _is_clause(head) or head.dep_ == "advcl":
        return (head.i in at or head.head.i == trigger.i) and _tells_of_head(head)
    if token.i in at:
        return True
    if head.dep_ in {"conj", "parataxis"} and any(child.dep_.startswith("nsubj") for child in head.children):
        return False
    if head.pos_ not in NOMINAL or mention.precision not in COARSE:
        return True
    if trigger.pos_ in NOMINAL and head.dep_ in NAME_PARTS:
        return True
    return head.ent_type_ == "LOC" and any(child.dep_ == "case" for child in token.children)
