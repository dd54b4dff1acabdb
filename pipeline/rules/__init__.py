"""Rules: YAML frames and words, validated and compiled to what the extraction looks up."""

from pipeline.rules.book import Grammar, PhraseSet, RuleBook, TriggerEntry, load_rules
from pipeline.rules.check import check_rules
from pipeline.rules.own import hash_own
from pipeline.rules.parity import compare_languages
from pipeline.rules.schema import Example, Rule, Words, build_schemas

__all__ = [
    "Example",
    "Grammar",
    "PhraseSet",
    "Rule",
    "RuleBook",
    "TriggerEntry",
    "Words",
    "build_schemas",
    "check_rules",
    "compare_languages",
    "hash_own",
    "load_rules",
]
