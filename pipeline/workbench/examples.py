"""Runs the examples kept in the rule files through the flow, and tells which the rules do not keep."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches

from pipeline.errors import UsageError
from pipeline.flow import Kit, analyse, assemble, load_kit
from pipeline.records import Article
from pipeline.rules import Example, Rule, RuleBook, expand_text
from pipeline.settings import Settings
from pipeline.tables import MentionRow, Tables
from pipeline.workbench.reading import annotate

PUBLISHED = "2023-03-15"  # of the sentences that a rule must not match
SIDES = {"who": ("who", "head_of_delegation"), "whom": ("whom",), "attendee": ("attendee",), "witness": ("witness",)}


def run_examples(settings: Settings | None = None, names: Collection[str] = ()) -> tuple[str, ...]:
    """One line for each example or counter-example of any rule (or of those named) that fails; loads models and rules first.

    UsageError for a name that no rule has.
    """
    kit = load_kit(settings or Settings())
    check_names(names, kit.extract.book)
    return tuple(failure for rule in kit.extract.book.rules if not names or rule.name in names for failure in find_failures(rule, kit))


def check_names(names: Collection[str], book: RuleBook) -> None:
    """UsageError for a name that no rule has, with the nearest."""
    known = {rule.name for rule in book.rules}
    for name in names:
        if name not in known:
            raise UsageError(f"no rule {name!r}; nearest: {', '.join(get_close_matches(name, sorted(known), cutoff=0.4)) or ', '.join(sorted(known))}")


def find_failures(rule: Rule, kit: Kit) -> Iterator[str]:
    """One line for each example of the rule that gives no mention by it or other slots, and for each counter-example that gives one."""
    for example in list_examples(rule):
        tables = read_text(example.text, example.published, kit)
        failure = check_example(rule, example, tables)
        if failure:
            lemmas = "" if _mentions_by(rule, tables) else f"; its lemmas: {_list_lemmas(example.text, kit)}"
            yield f"{rule.name}: {failure}: {example.text}{lemmas}"
    for text in list_counters(rule):
        failure = check_counter(rule, read_text(text, PUBLISHED, kit))
        if failure:
            yield f"{rule.name}: {failure}: {text}"


def list_examples(rule: Rule) -> tuple[Example, ...]:
    """The examples of both languages, one for each variant."""
    told = (*rule.examples.en, *rule.examples.ru)
    return tuple(example.model_copy(update={"text": text}) for example in told for text in expand_text(example.text))


def list_counters(rule: Rule) -> tuple[str, ...]:
    """The counter-examples of both languages, one for each variant."""
    return tuple(variant for text in (*rule.not_.en, *rule.not_.ru) for variant in expand_text(text))


def read_text(text: str, published: str, kit: Kit) -> Tables:
    """The tables of one text, with names in Latin script."""
    return assemble([analyse(Article("example", text, published=published), kit)], identity=kit.identity, language="en")


def _list_lemmas(text: str, kit: Kit) -> str:
    """The lemmas of a text, by which trigger words find it."""
    doc = annotate(Article("example", text), kit).doc
    return " ".join(token.lemma_ for token in doc if token.pos_ not in {"SPACE", "PUNCT"}) if doc is not None else "none"


def check_counter(rule: Rule, tables: Tables) -> str:
    """Where the rule matches a text that it must not match; empty if it does not."""
    found = _mentions_by(rule, tables)
    return f"must not match, but does at {found[0].trigger!r}" if found else ""


def check_example(rule: Rule, example: Example, tables: Tables) -> str:
    """What is wrong with the best mention that the rule finds in its example; empty if it is as told."""
    mentions = _mentions_by(rule, tables)
    if not mentions:
        others = ", ".join(sorted({m.rule for m in tables.mentions})) or "no rule"
        return f"no mention by this rule (matched: {others})"
    problems = ("; ".join(_differences(example, mention, tables)) for mention in mentions)
    return min(problems, key=len)


def _mentions_by(rule: Rule, tables: Tables) -> Sequence[MentionRow]:
    return [m for m in tables.mentions if m.rule == rule.name and m.event_type in {rule.type, *rule.told_of}]


def _differences(example: Example, mention: MentionRow, tables: Tables) -> Iterator[str]:
    for slot, roles in SIDES.items():
        wanted = getattr(example, slot)
        found = tuple(name for name, role in _people(mention, tables) if role in roles)
        if wanted is not None and sorted(wanted) != sorted(found):
            yield f"{slot} is {_listed(found)}, not {_listed(wanted)}"
    for slot in ("what", "place", "status"):
        wanted, told = getattr(example, slot), getattr(mention, slot) or ""
        if wanted is not None and wanted != told:
            yield f"{slot} is {told!r}, not {wanted!r}"
    if example.date is not None and example.date not in _dates(mention, tables):
        yield f"date is {_dates(mention, tables)[0] or 'not told'}, not {example.date}"


def _people(mention: MentionRow, tables: Tables) -> Sequence[tuple[str, str]]:
    """Names with roles: of the mention, or of the event that it joins where it names nobody itself."""
    own = [(p.name, p.role) for p in tables.participants if p.mention_id == mention.mention_id]
    return own or [(p.name, p.role) for p in tables.event_participants if p.event_id == mention.event_id]


def _dates(mention: MentionRow, tables: Tables) -> tuple[str, ...]:
    """The ways to write a mention's date: as EDTF, and as month or year where it is one."""
    if not mention.date_start:
        return ("",)
    edtf = next(e.date_edtf or "" for e in tables.events if e.event_id == mention.event_id)
    days = f"{mention.date_start}/{mention.date_end}" if mention.date_start != mention.date_end else mention.date_start
    return (edtf, days)


def _listed(values: Sequence[str]) -> str:
    return ", ".join(values) or "nobody"
