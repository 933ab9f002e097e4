"""Which file an article is said to come from when several carry it: the one with the smallest path."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select, update

from kg.ledger.changes import count_up
from kg.ledger.rows import source_values, to_article
from kg.ledger.schema import article
from kg.model import Article


def keep_smallest(connection: Connection, seen: Article) -> None:
    row = connection.execute(select(article).where(article.c.id == seen.id)).one_or_none()
    if row is not None and source_order(seen) < source_order(to_article(row)):
        connection.execute(update(article).where(article.c.id == seen.id).values(source_values(seen)))
        count_up(connection, articles=[seen.id])


def source_order(seen: Article) -> tuple[Any, ...]:
    """Smallest path first, then whatever else a file adds, so that any two files have an order."""
    segments = tuple((s.start, s.source_start, s.length) for s in seen.segments)
    said = (seen.section or "", seen.published_at or "", seen.excerpt)
    return (seen.path is None, seen.path or "", seen.authors, seen.language, segments, said)
