"""The part of ledger and graph that a change concerns, so that a projection costs what changed and not what there is.

A changed article brings its claims, of the ledger and of the graph; these bring the typed edges they are or were about;
and an edge brings the other claims on it, which the graph knows and the ledger tells. Nothing else is read.

That holds only for a graph that shows a state of the ledger whole. One in which a projection was cut off is compared
with the ledger as a whole (see `kg.graph.projection`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from kg.graph.base import GraphStore
from kg.graph.held import Held, Key, Scope, claims_on, ties_of
from kg.graph.snapshot import Snapshot
from kg.graph.wanted import Wanted, is_typed, wanted_rows
from kg.ledger import Ledger
from kg.ledger.changes import Changes
from kg.model import Claim, Mention, Relation

Edges = Mapping[str, Collection[Key]]


def changed_part(
    ledger: Ledger, store: GraphStore, changes: Changes, relations: Mapping[str, Relation]
) -> tuple[Wanted, Held]:
    """What `store` should hold of what changed, and what it does hold of it."""
    ties = ties_of(store, changes.articles)
    claims = tuple(ledger.claims_in(changes.articles))
    mentions = tuple(ledger.mentions_in(changes.articles))
    own = _snapshot(ledger, changes, mentions, claims)
    edges: dict[str, set[Key]] = defaultdict(set)
    for relation, keys in ties.edges.items():
        if relation in relations:
            edges[relation].update(_ordered(key, relations[relation]) for key in keys)
    for assertion in own.assertions(relations):
        if is_typed(assertion, relations):
            edges[assertion.claim.relation].add(Key(assertion.edge, *assertion.ends))

    known = ties.claims.union(claim.id for claim in claims)
    ids = {key.id for keys in edges.values() for key in keys if key.id}
    others = tuple(ledger.claims_among(claims_on(store, ids) - known))
    whole = _snapshot(ledger, changes, mentions, claims + others)
    scope = Scope(
        nodes={
            "Entity": changes.entities.union(entity.id for entity in whole.entities),
            "Article": changes.articles,
            "Claim": known,
        },
        edges=edges,
    )
    return wanted_rows(whole, relations, changes.articles), Held(store, scope)


def _snapshot(ledger: Ledger, changes: Changes, mentions: tuple[Mention, ...], claims: tuple[Claim, ...]) -> Snapshot:
    """These claims with all that their rows need, and the changed articles and entities."""
    copies = ledger.copies()
    articles = changes.articles.union(claim.evidence.article_id for claim in claims)
    originals = (copies[id] for id in articles if id in copies)
    ends = (id for claim in claims for id in (claim.subject_id, claim.object_id))
    members = {mention.id for mention in mentions}.union(ends)
    return Snapshot(
        state=ledger.state(),
        articles=tuple(ledger.headings(articles.union(originals))),
        mentions=mentions,
        claims=claims,
        entities=tuple(ledger.entities_among(changes.entities, members)),
        copies=copies,
    )


def _ordered(key: Key, relation: Relation) -> Key:
    """The key of an edge as it is stored: of a symmetric relation the smaller id comes first."""
    return Key(key.id, *sorted(key[1:])) if relation.symmetric else key
