"""The types that every room shares: frozen, slotted dataclasses without behaviour beyond their own fields."""

from kg.model.answer import Answer, Quote
from kg.model.article import Article, Precision, Segment, Span, precision_of
from kg.model.claim import (
    Amount,
    Claim,
    Evidence,
    Extraction,
    Modality,
    Polarity,
    Qualifiers,
    Status,
    When,
)
from kg.model.entity import Entity, Judgement, Verdict, Withdrawal
from kg.model.identity import digest
from kg.model.mention import EntityType, Mention, MentionForm
from kg.model.relation import OPEN_RELATION, Relation

__all__ = [
    "OPEN_RELATION",
    "Amount",
    "Answer",
    "Article",
    "Claim",
    "Entity",
    "EntityType",
    "Evidence",
    "Extraction",
    "Judgement",
    "Mention",
    "MentionForm",
    "Modality",
    "Polarity",
    "Precision",
    "Qualifiers",
    "Quote",
    "Relation",
    "Segment",
    "Span",
    "Status",
    "Verdict",
    "When",
    "Withdrawal",
    "digest",
    "precision_of",
]
