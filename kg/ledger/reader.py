"""Everything that is asked of the ledger. Every sequence comes sorted by id, so that what is made from it is the same
whatever the order in which articles arrived."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Any, Literal, TypeVar

from sqlalchemy import Engine, Row, Select, Table, func, select

from kg.errors import InputError, NotFoundError
from kg.ledger.connection import told
from kg.ledger.judgement_rows import to_judgement, to_withdrawal
from kg.ledger.redirects import read_redirects
from kg.ledger.rows import to_article, to_claim, to_mention
from kg.ledger.schema import article, claim, copy, entity, judgement, membership, mention, meta, withdrawal
from kg.model import Article, Claim, Entity, EntityType, Judgement, Mention, Withdrawal

Kind = Literal["article", "mention", "claim", "entity", "judgement"]
T = TypeVar("T")
TABLES: Mapping[Kind, Table] = {
    "article": article,
    "mention": mention,
    "claim": claim,
    "entity": entity,
    "judgement": judgement,
}
BATCH = 1000
"""Rows fetched at a time."""


class Reader:
    """The reading half of a ledger. Iterators read as they go: nothing is held in memory as a whole."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self.name = name

    def sequence(self) -> int:
        """How many changes the ledger has seen; it never goes down."""
        return int(self._meta("sequence"))

    def state(self) -> str:
        """A text that differs from every earlier one as soon as anything changed, also when the file was replaced by
        another ledger: what a projection remembers to know whether it is stale."""
        return f"{self._meta('identity')}:{self._meta('sequence')}"

    def counts(self) -> Mapping[str, int]:
        """How many rows there are of articles, copies, mentions, claims, entities, judgements and withdrawals."""
        tables = {"articles": article, "copies": copy, "mentions": mention, "claims": claim}
        tables |= {"entities": entity, "judgements": judgement, "withdrawals": withdrawal}
        with told(self.name), self._engine.connect() as connection:
            return {
                name: connection.scalar(select(func.count()).select_from(table)) or 0 for name, table in tables.items()
            }

    def has(self, article_id: str) -> bool:
        """Whether the article is there."""
        return self._scalar(select(article.c.id).where(article.c.id == article_id)) is not None

    def article(self, id: str) -> Article:
        """The article with this id; NotFoundError."""
        return self._one("article", id, to_article)

    def articles(self) -> Iterator[Article]:
        """All articles, sorted by id."""
        return self._each(select(article).order_by(article.c.id), to_article)

    def mentions(self, article_id: str | None = None) -> Iterator[Mention]:
        """All mentions, or those of one article, sorted by id."""
        return self._each(of_article(mention, article_id), to_mention)

    def claim(self, id: str) -> Claim:
        """The claim with this id; NotFoundError."""
        return self._one("claim", id, to_claim)

    def claims(self, article_id: str | None = None) -> Iterator[Claim]:
        """All claims, or those of one article, sorted by id."""
        return self._each(of_article(claim, article_id), to_claim)

    def judgements(self, *, withdrawn: bool = False) -> Iterator[Judgement]:
        """What people said about mentions and did not take back, or with `withdrawn` all that they ever said; sorted by
        its ends, then by time."""
        order = (judgement.c.left_id, judgement.c.right_id, judgement.c.judged_at, judgement.c.id)
        said = select(judgement).order_by(*order)
        counts = judgement.c.id.not_in(select(withdrawal.c.judgement_id))
        return self._each(said if withdrawn else said.where(counts), to_judgement)

    def withdrawals(self) -> Iterator[Withdrawal]:
        """What people took back, sorted by the id of the judgement."""
        return self._each(select(withdrawal).order_by(withdrawal.c.judgement_id), to_withdrawal)

    def redirects(self) -> Mapping[str, str]:
        """Id that an entity of this ledger once had -> id of what became of it."""
        with told(self.name), self._engine.connect() as connection:
            return read_redirects(connection)

    def entity(self, id: str) -> Entity:
        """The entity with this id; NotFoundError."""
        found = list(self._entities(entity.c.id == id))
        if not found:
            raise not_found("entity", id)
        return found[0]

    def entities(self) -> Iterator[Entity]:
        """All entities, sorted by id."""
        return self._entities()

    def memberships(self) -> Mapping[str, str]:
        """Mention id -> id of its entity."""
        rows = self._each(select(membership).order_by(membership.c.mention_id), lambda row: row)
        return {row.mention_id: row.entity_id for row in rows}

    def copies(self) -> Mapping[str, str]:
        """Article id -> id of the article of which it is a copy; originals are not in it."""
        rows = self._each(select(copy).order_by(copy.c.article_id), lambda row: row)
        return {row.article_id: row.original_id for row in rows}

    def signatures(self) -> Iterator[tuple[str, str | None, bytes]]:
        """Id, publication date and text signature of every article, sorted by id: what finds copies."""
        columns = select(article.c.id, article.c.published, article.c.signature).order_by(article.c.id)
        return self._each(columns, lambda row: (row.id, row.published, row.signature))

    def pipelines(self) -> Mapping[str, str]:
        """Article id -> language pipeline and extractor that read it, with their versions."""
        rows = self._each(select(article.c.id, article.c.pipeline).order_by(article.c.id), lambda row: row)
        return {row.id: row.pipeline for row in rows}

    def full_id(self, kind: Kind, prefix: str) -> str:
        """The one id that starts with `prefix` ("3fa91c" as typed). An id given whole is itself, even if others start
        with it.

        Raises NotFoundError when there is none, InputError when several start so.
        """
        id = TABLES[kind].c.id
        starts = select(id).where(id.startswith(prefix, autoescape=True)).order_by(id).limit(4)
        found = list(self._each(starts, lambda row: str(row.id))) if prefix else []
        if prefix in found or len(found) == 1:
            return prefix if prefix in found else found[0]
        if not found:
            raise not_found(kind, prefix)
        shown = ", ".join(found[:3]) + (", …" if len(found) > 3 else "")
        raise InputError(f"{prefix}: several {kind} ids start so ({shown}); give more digits")

    def article_id(self, name: str) -> str:
        """The id of the article that people mean by `name`: the id of its record in its source, whole, or its own, of
        which the first digits will do.

        Raises NotFoundError when there is none, InputError when several bear that id or start so.
        """
        own = select(article.c.id).where(article.c.source_id == name).order_by(article.c.id).limit(4)
        found = list(self._each(own, lambda row: str(row.id)))
        if len(found) > 1:
            shown = ", ".join(found[:3]) + (", …" if len(found) > 3 else "")
            raise InputError(f"{name}: several articles have that id in their sources ({shown}); give one of these")
        return found[0] if found else self.full_id("article", name)

    def _entities(self, *conditions: Any) -> Iterator[Entity]:
        joined = select(entity, membership.c.mention_id).join(membership, membership.c.entity_id == entity.c.id)
        rows = self._each(joined.where(*conditions).order_by(entity.c.id, membership.c.mention_id), lambda row: row)
        for id, members in groupby(rows, key=lambda row: row.id):
            first, *others = members
            yield Entity(
                id=id,
                type=EntityType(first.type),
                name=first.name,
                aliases=tuple(first.aliases),
                mention_ids=(first.mention_id, *(row.mention_id for row in others)),
                wikidata=first.wikidata,
            )

    def _each(self, statement: Select[Any], make: Callable[[Row[Any]], T]) -> Iterator[T]:
        with told(self.name), self._engine.connect() as connection:
            for row in connection.execution_options(yield_per=BATCH).execute(statement):
                yield make(row)

    def _one(self, kind: Kind, id: str, make: Callable[[Row[Any]], T]) -> T:
        table = TABLES[kind]
        with told(self.name), self._engine.connect() as connection:
            row = connection.execute(select(table).where(table.c.id == id)).one_or_none()
        if row is None:
            raise not_found(kind, id)
        return make(row)

    def _scalar(self, statement: Select[Any]) -> Any:
        with told(self.name), self._engine.connect() as connection:
            return connection.scalar(statement)

    def _meta(self, key: str) -> str:
        return str(self._scalar(select(meta.c.value).where(meta.c.key == key)))


def of_article(table: Table, article_id: str | None) -> Select[Any]:
    statement = select(table).order_by(table.c.id)
    return statement if article_id is None else statement.where(table.c.article_id == article_id)


def not_found(kind: Kind, id: str) -> NotFoundError:
    return NotFoundError(f"{id}: no such {kind} in the ledger; `kg export jsonl` lists what is there")
