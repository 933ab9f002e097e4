"""From text to a parsed document: the language pipeline, clauses, dates and quantities.

`load` and `pipeline_version` are looked up on first use, so that `import kg.parse.dates` does not load spaCy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.parse.pipeline import load, pipeline_version

__all__ = ["load", "pipeline_version"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from kg.parse import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
