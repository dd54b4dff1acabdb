"""What the rules find in a set of documents, which of them never fire, and which verbs between two named actors no rule knows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.annotate import Token, analysed_sentences
from pipeline.extract.view import View, is_verb, make_view
from pipeline.flow import Kit, Work
from pipeline.workbench.reading import align, extract_with, read_works

MOST_VERBS = 30
PEOPLE = frozenset({"person", "organization", "country", "region"})
LANGUAGES = ("en", "ru")


@dataclass(frozen=True, slots=True)
class Unknown:
    """A verb that no rule knows, with two named actors below it."""

    lang: str
    verb: str  # lemma
    sentence: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """Mentions by rule and language, and the unknown verbs in the order of the documents."""

    documents: int
    rules: tuple[str, ...]
    fired: Counter[tuple[str, str]]  # rule, language
    unknown: tuple[Unknown, ...]


def measure_coverage(inputs: Sequence[Path], kit: Kit) -> Coverage:
    """Runs the kit's rules over `inputs`; UsageError for an input that does not exist."""
    fired: Counter[tuple[str, str]] = Counter()
    unknown: list[Unknown] = []
    documents = 0
    for work in read_works(inputs, kit):
        documents += 1
        fired.update((mention.rule, mention.lang) for mention in extract_with(work, kit, kit.extract.book))
        unknown += _find_unknown(work, kit)
    return Coverage(documents, tuple(rule.name for rule in kit.extract.book.rules), fired, tuple(unknown))


def format_coverage(coverage: Coverage) -> str:
    """Three lists: how often each rule fired, which never did, and the unknown verbs by number of sentences, each with its first sentence."""
    counts = sorted(coverage.rules, key=lambda rule: (-_times(coverage, rule), rule))
    fired = [rule for rule in counts if _times(coverage, rule)]
    table = [("rule", *LANGUAGES), *((rule, *(str(coverage.fired[rule, lang]) for lang in LANGUAGES)) for rule in fired)]
    silent = ", ".join(rule for rule in counts if rule not in fired) or "none"
    return "\n".join((f"{coverage.documents} documents", "", *align(table), "", f"never fired: {silent}", "", *_verb_lines(coverage.unknown)))


def _times(coverage: Coverage, rule: str) -> int:
    return sum(coverage.fired[rule, lang] for lang in LANGUAGES)


def _verb_lines(unknown: Iterable[Unknown]) -> Iterator[str]:
    by_verb: dict[tuple[str, str], list[Unknown]] = defaultdict(list)
    for case in unknown:
        by_verb[case.lang, case.verb].append(case)
    yield f"verbs between two named actors that no rule knows: {len(by_verb)}"
    for (lang, verb), cases in sorted(by_verb.items(), key=lambda entry: (-len(entry[1]), entry[0]))[:MOST_VERBS]:
        yield f"{len(cases):5d}  {lang} {verb}: {' '.join(cases[0].sentence.split())}"


def _find_unknown(work: Work, kit: Kit) -> Iterator[Unknown]:
    assert work.doc is not None
    for span in analysed_sentences(work.doc):
        grammar = kit.extract.book.grammars[span.label_]
        view = make_view(work.doc, span, actors=work.actors, dates=work.dates, grammar=grammar)
        known = {lemma for phrases in grammar.triggers.values() for entry in phrases for lemma in entry.phrase}
        known |= {lemma for words in (grammar.agentive, grammar.occurring, grammar.speech) for lemma in words.by_first}
        for token in view.tokens:
            if is_verb(token) and view.lemma(token) not in known and len(set(_named_below(view, token))) > 1:
                yield Unknown(span.label_, view.lemma(token), span.text)


def _named_below(view: View, verb: Token) -> Iterator[str]:
    """The keys of the named actors that hang on a verb, directly or by a preposition."""
    for child in verb.children:
        mention = view.actor_at.get(child.i)
        if mention is not None and mention.actor.form == "name" and mention.actor.entity_type in PEOPLE:
            yield mention.key
