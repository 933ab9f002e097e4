"""Turns what the ledger holds into the nodes and links of the graph, each with a hash of its content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kg.gazetteer.names import normalise
from kg.graph.days import claim_range
from kg.graph.edges import Assertion, Edge
from kg.graph.snapshot import Cited, Snapshot
from kg.model import Claim, Entity

LISTS = {"Claim": ("attributed_to",), "Entity": ("aliases", "search")}
"""Properties, by kind of node, that are lists and may be empty."""


@dataclass(frozen=True)
class Node:
    """`label` is what a template is filled with: "Article", "Claim", or the entity's type."""

    id: str
    label: str
    properties: Mapping[str, Any]

    @cached_property
    def hash(self) -> str:
        return _hash(self.label, self.properties)

    def parameters(self) -> dict[str, Any]:
        return {"id": self.id, "properties": {**self.properties, "hash": self.hash}}


@dataclass(frozen=True)
class Link:
    """A relationship between nodes with the ids `start` and `end`. `id` is None for a type of which there is at most
    one between two nodes; such a link needs no hash either unless it has properties."""

    type: str
    start: str
    end: str
    properties: Mapping[str, Any]
    id: str | None = None

    @cached_property
    def hash(self) -> str | None:
        return _hash(self.type, self.properties) if self.properties else None

    def parameters(self) -> dict[str, Any]:
        hashed = {**self.properties, "hash": self.hash} if self.properties else {}
        named = {"id": self.id} if self.id else {}
        return {**named, "source": self.start, "target": self.end, "properties": {**hashed, **named}}


def article_nodes(snapshot: Snapshot, articles: Iterable[Cited]) -> Iterable[Node]:
    """Of these articles; the snapshot knows of what they are copies."""
    for article in articles:
        yield Node(article.id, "Article", _present(_article(snapshot, article)))


def entity_nodes(snapshot: Snapshot) -> Iterable[Node]:
    for entity in snapshot.entities:
        yield Node(entity.id, entity.type.value, _present(_entity(entity)))


def claim_nodes(assertions: Iterable[Assertion]) -> Iterable[Node]:
    for assertion in assertions:
        yield Node(assertion.claim.id, "Claim", _present(_claim(assertion)))


def structure_links(snapshot: Snapshot, assertions: Iterable[Assertion]) -> Iterable[Link]:
    """STATES, SUBJECT and OBJECT of every claim; MENTIONS with its count."""
    for assertion in assertions:
        claim = assertion.claim
        yield Link("STATES", claim.evidence.article_id, claim.id, {})
        yield Link("SUBJECT", claim.id, assertion.subject, {})
        yield Link("OBJECT", claim.id, assertion.object, {})
    for (article, entity), count in snapshot.mention_counts().items():
        yield Link("MENTIONS", article, entity, {"count": count})


def edge_link(edge: Edge) -> Link:
    return Link(edge.relation, edge.subject, edge.object, edge.properties, edge.id)


def _article(snapshot: Snapshot, article: Cited) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "published_precision": article.published_precision.value,
        "published_at": article.published_at,
        "url": article.url,
        "source_id": article.source_id,
        "section": article.section,
        "excerpt": article.excerpt or None,
        "copy_of": snapshot.copies.get(article.id),
        "source": snapshot.source(article) or "",
    }


def _entity(entity: Entity) -> dict[str, Any]:
    names = (entity.name, *entity.aliases)
    return {
        "id": entity.id,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "wikidata": entity.wikidata,
        "search": sorted({normalise(name) for name in names} - {""}),
        "names": "; ".join(names),
    }


def _claim(assertion: Assertion) -> dict[str, Any]:
    claim = assertion.claim
    first, last = claim_range(claim.when, assertion.published)
    return {
        "id": claim.id,
        "edge": assertion.edge,
        "relation": claim.relation,
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "status": claim.status.value if claim.status else None,
        "attributed_to": list(claim.attributed_to),
        "first_day": first,
        "last_day": last,
        "place": claim.where,
        "place_search": normalise(claim.where) if claim.where else None,
        "confidence": claim.confidence,
        "state": assertion.state,
        **_when(claim),
        **_qualifiers(claim),
        **_evidence(claim),
    }


def _when(claim: Claim) -> dict[str, Any]:
    if claim.when is None:
        return {}
    return {
        "date_start": claim.when.start,
        "date_end": claim.when.end,
        "date_precision": claim.when.precision.value,
        "date_text": claim.when.text,
    }


def _qualifiers(claim: Claim) -> dict[str, Any]:
    said = claim.qualifiers
    return {
        "topic": said.topic,
        "product": said.product,
        "amount_value": said.amount.value if said.amount else None,
        "amount_unit": said.amount.unit if said.amount else None,
        "amount_text": said.amount.text if said.amount else None,
        "duration": said.duration,
        # "title" would be read back from claims that have none: the embedded engine makes up a title for every node.
        "title_text": said.title,
        "predicate": said.predicate,
    }


def _evidence(claim: Claim) -> dict[str, Any]:
    evidence = claim.evidence
    sentence, trigger = evidence.sentence, evidence.trigger
    return {
        "quote": evidence.quote,
        "sentence_start": sentence.start,
        "sentence_end": sentence.end,
        "trigger": evidence.quote[trigger.start - sentence.start : trigger.end - sentence.start],
        "rule": evidence.rule,
        "extractor": evidence.extractor,
    }


def _present(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in properties.items() if value is not None}


def _hash(kind: str, properties: Mapping[str, Any]) -> str:
    """Half a million of these are made for a hundred thousand claims, hence not by way of `digest`."""
    content = json.dumps([kind, properties], ensure_ascii=False, sort_keys=True)
    return hashlib.blake2b(content.encode("utf-8"), digest_size=12).hexdigest()
