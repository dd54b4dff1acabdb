"""Rules: YAML frames and words, validated and compiled to what the extraction looks up."""

from pipeline.rules.book import Grammar, PhraseSet, RuleBook, TriggerEntry, load_rules, replace_rule
from pipeline.rules.check import check_rules
from pipeline.rules.mutants import Mutant, list_mutants
from pipeline.rules.own import hash_own
from pipeline.rules.parity import compare_languages
from pipeline.rules.schema import Example, Rule, Words, build_schemas
from pipeline.rules.variants import expand_text

__all__ = [
    "Example",
    "Grammar",
    "Mutant",
    "PhraseSet",
    "Rule",
    "RuleBook",
    "TriggerEntry",
    "Words",
    "build_schemas",
    "check_rules",
    "compare_languages",
    "expand_text",
    "hash_own",
    "list_mutants",
    "load_rules",
    "replace_rule",
]
