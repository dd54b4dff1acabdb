"""How good the examples are: each rule with one word, function or condition less must fail one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.view import plain
from pipeline.flow import Kit, Work, assemble
from pipeline.records import Analysis, Article, EventMention
from pipeline.rules import Example, Mutant, Rule, list_mutants, replace_rule
from pipeline.workbench.examples import PUBLISHED, check_counter, check_example, list_counters, list_examples
from pipeline.workbench.reading import annotate, extract_with

KINDS = ("word", "slot", "condition")


@dataclass(frozen=True, slots=True)
class Sentence:
    """An example or counter-example, annotated; `mentions` are those that the unchanged rules find."""

    rule: Rule
    example: Example | None  # None: a counter-example
    work: Work
    lemmas: frozenset[str]
    mentions: tuple[EventMention, ...]


@dataclass(frozen=True, slots=True)
class Mutated:
    """What became of all mutants."""

    mutants: tuple[Mutant, ...]
    survivors: tuple[Mutant, ...]  # caught by no example

    @property
    def share(self) -> float:
        """Of the mutants, how many are caught; 1 for none at all."""
        return 1 - len(self.survivors) / len(self.mutants) if self.mutants else 1.0


def mutate_rules(kit: Kit, rules: Iterable[Rule]) -> Mutated:
    """Tries every mutant of `rules` on the examples of all rules of the kit, annotated once; nothing makes up for what one lacks. The kit must be thorough."""
    book = kit.extract.book
    kit = replace(kit, extract=replace(kit.extract, book=replace(book, own=frozenset(rule.name for rule in book.rules))))
    sentences = tuple(sentence for rule in kit.extract.book.rules for sentence in _read(rule, kit))
    mutants = tuple(mutant for rule in rules for mutant in list_mutants(rule))
    return Mutated(mutants, tuple(mutant for mutant in mutants if not _is_caught(mutant, sentences, kit)))


def format_mutated(mutated: Mutated) -> str:
    """The share caught by kind, then each survivor."""
    tried, left = (Counter(mutant.kind for mutant in mutants) for mutants in (mutated.mutants, mutated.survivors))
    lines = [f"{kind}s: {tried[kind] - left[kind]} of {tried[kind]} caught" for kind in KINDS]
    told = (f"{mutant.rule.name}: {mutant.where}: without {mutant.gone!r} every example is kept" for mutant in mutated.survivors)
    return "\n".join((*told, *lines, f"rules mutate: {mutated.share:.1%} of {len(mutated.mutants)} mutants caught"))


def _read(rule: Rule, kit: Kit) -> Iterator[Sentence]:
    examples = [(example, example.text, example.published) for example in list_examples(rule)]
    for example, text, published in (*examples, *((None, text, PUBLISHED) for text in list_counters(rule))):
        work = annotate(Article("example", text, published=published), kit)
        if work.doc is not None:
            lemmas = frozenset(part for token in work.doc for lemma in (plain(token.lemma_),) for part in (lemma, lemma.rsplit("-", 1)[-1]))
            yield Sentence(rule, example, work, lemmas, extract_with(work, kit, kit.extract.book))


def _is_caught(mutant: Mutant, sentences: Sequence[Sentence], kit: Kit) -> bool:
    book = replace_rule(kit.extract.book, mutant.rule)
    return any(_tells(sentence, extract_with(sentence.work, kit, book), kit) for sentence in _concerned(mutant, sentences))


def _concerned(mutant: Mutant, sentences: Iterable[Sentence]) -> list[Sentence]:
    """The sentences that hold a trigger of the rule, its own first: no other can tell."""
    own = next(sentence.rule for sentence in sentences if sentence.rule.name == mutant.rule.name)
    words = own.trigger.words
    first = {plain(word).split()[0] for word in (*words.en, *words.ru)}
    held = (s for s in sentences if first & s.lemmas and mutant.lang in {"", s.work.article.lang})
    return sorted(held, key=lambda sentence: sentence.rule.name != mutant.rule.name)


def _tells(sentence: Sentence, mentions: tuple[EventMention, ...], kit: Kit) -> bool:
    if mentions == sentence.mentions:
        return False
    work = sentence.work
    tables = assemble([Analysis(work.article, mentions, work.entities, work.positions, work.dates)], identity=kit.identity, language="en")
    if sentence.example is None:
        return bool(check_counter(sentence.rule, tables))
    return bool(check_example(sentence.rule, sentence.example, tables))
