"""Rules: YAML frames and words, validated and compiled to what the extraction looks up."""

from pipeline.rules.book import Grammar, PhraseSet, RuleBook, TriggerEntry, load_rules
from pipeline.rules.check import check_rules
from pipeline.rules.schema import Example, Rule, Words

__all__ = ["Example", "Grammar", "PhraseSet", "Rule", "RuleBook", "TriggerEntry", "Words", "check_rules", "load_rules"]
