"""Extraction: from a parsed article to its mentions and claims."""

from kg.extract.rules import VERSION, RuleExtractor

__all__ = ["VERSION", "RuleExtractor"]
