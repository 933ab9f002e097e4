"""Ledger: everything that changes it. One transaction a change, and each counts the sequence up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Integer, Table, Text, bindparam, cast, delete, insert, or_, select, update

from kg.errors import LedgerError
from kg.ledger.changes import ChangeReader, articles_of, note
from kg.ledger.connection import connect, file_of, told, writing
from kg.ledger.reader import not_found
from kg.ledger.rows import article_values, claim_values, judgement_values, mention_values, source_values, to_article
from kg.ledger.schema import article, claim, copy, entity, judgement, membership, mention, meta
from kg.model import Article, Entity, Extraction, Judgement


class Ledger(ChangeReader):
    """The only truth: articles with their mentions and claims, and people's judgements. A context manager."""

    @staticmethod
    def open(location: str | Path, *, create: bool = True) -> Ledger:
        """Open the ledger at a path or `sqlite:///path`; a missing file is made when `create`.

        Raises LedgerError when it cannot be opened, is no ledger, or has another schema version.
        """
        return Ledger(connect(location, create=create), str(file_of(location)))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def add(self, added: Article, extraction: Extraction, signature: bytes) -> bool:
        """Write an article with all that was found in it; `signature` is that of its text, for finding copies.

        Returns False, and changes nothing but perhaps the path (see `keep_source`), when the article is there already.
        Raises LedgerError when a claim or antecedent refers to a mention that the extraction lacks.
        """
        if extraction.article_id != added.id:
            raise LedgerError(
                f"{added.path or added.id}: the extraction is of another article, {extraction.article_id}"
            )
        told_by = {"pipeline": extraction.pipeline, "signature": signature}
        values = article_values(added) | told_by | {"ingested_at": datetime.now(UTC).isoformat(timespec="seconds")}
        with self._writing() as connection:
            if connection.scalar(select(article.c.id).where(article.c.id == added.id)):
                keep_smallest(connection, added)
                return False
            insert_all(connection, article, [values])
            insert_all(connection, mention, [mention_values(found) for found in extraction.mentions])
            insert_all(connection, claim, [claim_values(found) for found in extraction.claims])
            count_up(connection, articles=[added.id])
            return True

    def keep_source(self, seen: Article) -> None:
        """Take note of a file that carries an article already there: of all such files the one with the smallest path
        is kept, so that the order in which they came does not show."""
        with self._writing() as connection:
            keep_smallest(connection, seen)

    def forget(self, article_id: str) -> None:
        """Remove the article with its mentions, claims and memberships, and entities that nothing else supports.

        Judgements stay: what a person said holds when the article comes back. Names of the entities left are mended by
        the next resolution. Raises NotFoundError.
        """
        with self._writing() as connection:
            if not connection.scalar(select(article.c.id).where(article.c.id == article_id)):
                raise not_found("article", article_id)
            own = select(mention.c.id).where(mention.c.article_id == article_id)
            connection.execute(delete(membership).where(membership.c.mention_id.in_(own)))
            orphaned = entity.c.id.not_in(select(membership.c.entity_id))
            gone = connection.scalars(select(entity.c.id).where(orphaned)).all()
            connection.execute(delete(entity).where(orphaned))
            connection.execute(delete(claim).where(claim.c.article_id == article_id))
            connection.execute(delete(mention).where(mention.c.article_id == article_id))
            tied = or_(copy.c.article_id == article_id, copy.c.original_id == article_id)
            copies = connection.scalars(select(copy.c.article_id).where(tied)).all()
            connection.execute(delete(copy).where(tied))
            connection.execute(delete(article).where(article.c.id == article_id))
            count_up(connection, articles=[article_id, *copies], entities=gone)

    def judge(self, said: Judgement) -> None:
        """Remember what a person said about two mentions; the same said again changes nothing."""
        values = judgement_values(said)
        with self._writing() as connection:
            if not connection.scalar(select(judgement.c.id).where(judgement.c.id == values["id"])):
                insert_all(connection, judgement, [values])
                count_up(connection)

    def replace_entities(self, entities: Iterable[Entity]) -> bool:
        """Make `entities` the resolved entities; only those that differ are written. Returns whether any did."""
        wanted = {resolved.id: resolved for resolved in entities}
        with self._writing() as connection:
            kept = {old.id: old for old in self.entities()}
            gone = [id for id, old in kept.items() if wanted.get(id) != old]
            new = [resolved for id, resolved in sorted(wanted.items()) if kept.get(id) != resolved]
            if not gone and not new:
                return False
            delete_each(connection, membership, "entity_id", gone)
            delete_each(connection, entity, "id", gone)
            insert_all(connection, entity, [entity_values(resolved) for resolved in new])
            members = {id: resolved.id for resolved in new for id in resolved.mention_ids}
            rows = [{"mention_id": mention_id, "entity_id": id} for mention_id, id in members.items()]
            insert_all(connection, membership, rows)
            left = {mention_id: id for id in gone for mention_id in kept[id].mention_ids}
            moved = {id for id in left.keys() | members.keys() if left.get(id) != members.get(id)}
            count_up(connection, articles=articles_of(connection, moved), entities={*gone, *members.values()})
            return True

    def replace_copies(self, copies: Mapping[str, str]) -> bool:
        """Make `copies` (article id -> id of its original) the known copies. Returns whether anything changed."""
        with self._writing() as connection:
            former = self.copies()
            changed = {id for id in former.keys() | copies.keys() if former.get(id) != copies.get(id)}
            if not changed:
                return False
            connection.execute(delete(copy))
            rows = [{"article_id": id, "original_id": original} for id, original in sorted(copies.items())]
            insert_all(connection, copy, rows)
            count_up(connection, articles=changed)
            return True

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told(self.name), writing(self._engine) as connection:
            yield connection


def keep_smallest(connection: Connection, seen: Article) -> None:
    row = connection.execute(select(article).where(article.c.id == seen.id)).one_or_none()
    if row is not None and source_order(seen) < source_order(to_article(row)):
        connection.execute(update(article).where(article.c.id == seen.id).values(source_values(seen)))
        count_up(connection, articles=[seen.id])


def source_order(seen: Article) -> tuple[Any, ...]:
    """Smallest path first, then whatever else a file adds, so that any two files have an order."""
    segments = tuple((s.start, s.source_start, s.length) for s in seen.segments)
    return (seen.path is None, seen.path or "", seen.authors, seen.language, segments)


def entity_values(resolved: Entity) -> dict[str, Any]:
    return {
        "id": resolved.id,
        "type": resolved.type.value,
        "name": resolved.name,
        "aliases": list(resolved.aliases),
        "wikidata": resolved.wikidata,
    }


def count_up(connection: Connection, *, articles: Iterable[str] = (), entities: Iterable[str] = ()) -> None:
    """Give the change its sequence number, and note what it touched."""
    raised = cast(cast(meta.c.value, Integer) + 1, Text)
    connection.execute(update(meta).where(meta.c.key == "sequence").values(value=raised))
    note(connection, articles=articles, entities=entities)


def insert_all(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def delete_each(connection: Connection, table: Table, column: str, keys: list[str]) -> None:
    if keys:
        statement = delete(table).where(table.c[column] == bindparam("gone"))
        connection.execute(statement, [{"gone": key} for key in keys])
