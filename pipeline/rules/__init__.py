"""Rules: YAML frames and words, validated and compiled to what the extraction looks up."""

from pipeline.rules.book import RuleBook, load_rules
from pipeline.rules.schema import Example, Rule

__all__ = ["Example", "Rule", "RuleBook", "load_rules"]
