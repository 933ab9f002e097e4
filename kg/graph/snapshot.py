"""What the ledger holds at one moment, with the joins that projection needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from kg.graph.edges import Assertion
from kg.ledger import Ledger
from kg.model import Claim, Entity, Mention, Precision, Relation


class Cited(Protocol):
    """What a graph shows of an article."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def url(self) -> str | None: ...
    @property
    def publisher(self) -> str | None: ...
    @property
    def published(self) -> str | None: ...
    @property
    def published_precision(self) -> Precision: ...
    @property
    def source_id(self) -> str | None: ...
    @property
    def section(self) -> str | None: ...
    @property
    def published_at(self) -> str | None: ...
    @property
    def excerpt(self) -> bool: ...


@dataclass(frozen=True)
class Snapshot:
    """All of a ledger, or a part that hangs together.

    `state` is that of the ledger before it was read; `copies` maps a copy's article id to the original's.
    """

    state: str
    articles: tuple[Cited, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]
    copies: Mapping[str, str]

    @staticmethod
    def of(ledger: Ledger) -> Snapshot:
        """Read the ledger. What is added meanwhile makes the snapshot old, and its `state` says so."""
        return Snapshot(
            state=ledger.state(),
            articles=tuple(ledger.headings()),
            mentions=tuple(ledger.mentions()),
            claims=tuple(ledger.claims()),
            entities=tuple(ledger.entities()),
            copies=ledger.copies(),
        )

    @cached_property
    def article_by_id(self) -> Mapping[str, Cited]:
        return {article.id: article for article in self.articles}

    @cached_property
    def entity_of_mention(self) -> Mapping[str, str]:
        return {mention: entity.id for entity in self.entities for mention in entity.mention_ids}

    def source(self, article: Cited) -> str | None:
        """The publisher that an article counts for: of a copy that of the original."""
        return self.article_by_id.get(self.copies.get(article.id, ""), article).publisher

    def mention_counts(self) -> Mapping[tuple[str, str], int]:
        """How often an article mentions an entity, by (article id, entity id)."""
        return Counter(
            (mention.article_id, self.entity_of_mention[mention.id])
            for mention in self.mentions
            if mention.id in self.entity_of_mention
        )

    def assertions(self, relations: Mapping[str, Relation]) -> Iterator[Assertion]:
        """The claims whose ends are resolved, in the ledger's order."""
        for claim in self.claims:
            article = self.article_by_id.get(claim.evidence.article_id)
            subject = self.entity_of_mention.get(claim.subject_id)
            object = self.entity_of_mention.get(claim.object_id)
            if article and subject and object:
                relation = relations.get(claim.relation)
                yield Assertion(
                    claim=claim,
                    subject=subject,
                    object=object,
                    symmetric=bool(relation and relation.symmetric),
                    state=bool(relation and relation.state),
                    published=article.published,
                    source=self.source(article),
                )
