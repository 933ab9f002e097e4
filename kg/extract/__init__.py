"""Extraction: from an article to its mentions and claims.

The rule extractor is looked up on first use, so that `import kg.extract.extractor` does not load spaCy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.extract.rules import VERSION, RuleExtractor

__all__ = ["VERSION", "RuleExtractor"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from kg.extract import rules

        return getattr(rules, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
