"""The tables of the ledger. Everything that is known stands here; entities, memberships and copies are derived from the
rest and can be rebuilt at any time.

Spans are two columns, half-open, in code points of `article.text`. Lists are JSON. Column names that are words of SQL
(where, when, end) are avoided, so that a person can query the file by hand.
"""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Integer, LargeBinary, MetaData, Table, Text, false

SCHEMA_VERSION = 4
"""Raised whenever a table changes; a ledger of another version is brought up to date where upgrade.py knows how, else
refused, never read by guess."""

metadata = MetaData()


def refers_to(column: str) -> ForeignKey:
    """A foreign key that is checked at commit, so that rows of one article can be written in any order."""
    return ForeignKey(column, deferrable=True, initially="DEFERRED")


meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))
"""`schema_version`, `identity` (a random name of this ledger), `sequence` (how many changes it has seen) and
`noted_since` (the sequence from which on `change` is complete: 0 unless an older kg made the ledger)."""

article = Table(
    "article",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("url", Text),
    Column("publisher", Text),
    Column("published", Text),
    Column("published_precision", Text, nullable=False),
    Column("authors", JSON, nullable=False),
    Column("language", Text, nullable=False),
    Column("path", Text),
    Column("sha256", Text, nullable=False),
    Column("segments", JSON, nullable=False),
    Column("source_id", Text, index=True),
    Column("section", Text),
    Column("published_at", Text),
    Column("excerpt", Boolean, nullable=False, server_default=false()),
    Column("pipeline", Text, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("ingested_at", Text, nullable=False),
)

mention = Table(
    "mention",
    metadata,
    Column("id", Text, primary_key=True),
    Column("article_id", Text, refers_to("article.id"), nullable=False, index=True),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("antecedent_id", Text, refers_to("mention.id"), index=True),
    Column("stands_for", Text),
)

claim = Table(
    "claim",
    metadata,
    Column("id", Text, primary_key=True),
    Column("article_id", Text, refers_to("article.id"), nullable=False, index=True),
    Column("subject_id", Text, refers_to("mention.id"), nullable=False, index=True),
    Column("relation", Text, nullable=False, index=True),
    Column("object_id", Text, refers_to("mention.id"), nullable=False, index=True),
    Column("polarity", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("status", Text),
    Column("attributed_to", JSON, nullable=False),
    Column("date_start", Text),
    Column("date_end", Text),
    Column("date_precision", Text),
    Column("date_text", Text),
    Column("place", Text),
    Column("topic", Text),
    Column("product", Text),
    Column("amount_value", Float),
    Column("amount_unit", Text),
    Column("amount_text", Text),
    Column("duration", Text),
    Column("title_text", Text),
    Column("predicate", Text),
    Column("confidence", Float, nullable=False),
    Column("sentence_start", Integer, nullable=False),
    Column("sentence_end", Integer, nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("subject_start", Integer, nullable=False),
    Column("subject_end", Integer, nullable=False),
    Column("object_start", Integer, nullable=False),
    Column("object_end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("extractor", Text, nullable=False),
    Column("rule", Text, nullable=False),
)

judgement = Table(
    "judgement",
    metadata,
    Column("id", Text, primary_key=True),
    Column("left_id", Text, nullable=False, index=True),
    Column("right_id", Text, nullable=False, index=True),
    Column("verdict", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("judged_by", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("judged_at", Text),
)
"""What people said. No foreign keys: "these two differ" is remembered when an article goes and comes back."""

withdrawal = Table(
    "withdrawal",
    metadata,
    Column("judgement_id", Text, refers_to("judgement.id"), primary_key=True),
    Column("withdrawn_by", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("withdrawn_at", Text, nullable=False),
)
"""Which judgements were taken back. Nothing is ever deleted from either table."""

entity = Table(
    "entity",
    metadata,
    Column("id", Text, primary_key=True),
    Column("type", Text, nullable=False),
    Column("name", Text, nullable=False, index=True),
    Column("aliases", JSON, nullable=False),
    Column("wikidata", Text),
)

membership = Table(
    "membership",
    metadata,
    Column("mention_id", Text, refers_to("mention.id"), primary_key=True),
    Column("entity_id", Text, refers_to("entity.id"), nullable=False, index=True),
)

redirect = Table(
    "redirect",
    metadata,
    Column("id", Text, primary_key=True),
    Column("mention_id", Text, refers_to("mention.id"), nullable=False, index=True),
)
"""Ids that entities of this ledger once had, and the mention by which each is found now (see redirects.py)."""

copy = Table(
    "copy",
    metadata,
    Column("article_id", Text, refers_to("article.id"), primary_key=True),
    Column("original_id", Text, refers_to("article.id"), nullable=False, index=True),
)

change = Table(
    "change",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("sequence", Integer, nullable=False, index=True),
)
"""By which change (its sequence number) an article or entity was last touched; also of those that are gone."""
