"""Answer: rows that answer a question, never without the claims they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Quote:
    """One claim as shown to a reader: who says it, where, when, in which words."""

    claim_id: str
    relation: str
    subject: str
    object: str
    sentence: str
    article_id: str
    title: str
    publisher: str | None
    published: str | None
    polarity: str
    modality: str
    attributed_to: tuple[str, ...]
    copy_of: str | None = None
    source_id: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """`rows` are the answers in order; `claims` the quotes they rest on; `statement` and `parameters` the Cypher that
    found them, to be shown on request; `lead` the answer in words, a line each."""

    question: str
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...]
    claims: tuple[Quote, ...]
    statement: str
    parameters: Mapping[str, Any]
    lead: tuple[str, ...] = ()
