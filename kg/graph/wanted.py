"""The rows that a graph, or a part of it, should consist of according to the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from kg.errors import GraphError
from kg.graph.edges import Assertion, derive_edges
from kg.graph.held import STRUCTURE
from kg.graph.rows import Link, Node, article_nodes, claim_nodes, edge_link, entity_nodes, structure_links
from kg.graph.snapshot import Snapshot
from kg.model import OPEN_RELATION, Relation


@dataclass(frozen=True)
class Wanted:
    """Nodes by kind, to be gone through once; structural links by type; typed edges; and how many claims are left out
    because an end of theirs has no entity yet."""

    nodes: Mapping[str, Iterable[Node]]
    links: Mapping[str, list[Link]]
    edges: list[Link]
    unresolved: int


def wanted_rows(
    snapshot: Snapshot, relations: Mapping[str, Relation], articles: Collection[str] | None = None
) -> Wanted:
    """All rows of a snapshot; with `articles`, of these articles and their claims alone, and all its entities and
    edges."""
    assertions = tuple(snapshot.assertions(relations))
    edges = derive_edges(assertion for assertion in assertions if is_typed(assertion, relations))
    own = assertions if articles is None else [a for a in assertions if a.claim.evidence.article_id in articles]
    cited = [article for article in snapshot.articles if articles is None or article.id in articles]
    links: dict[str, list[Link]] = defaultdict(list)
    for link in structure_links(snapshot, own):
        links[link.type].append(link)
    return Wanted(
        nodes={
            "Entity": entity_nodes(snapshot),
            "Article": article_nodes(snapshot, cited),
            "Claim": claim_nodes(own),
        },
        links=links,
        edges=[edge_link(edge) for edge in edges],
        unresolved=len(snapshot.claims) - len(assertions),
    )


def is_typed(assertion: Assertion, relations: Mapping[str, Relation]) -> bool:
    """Whether claims of this relation make typed edges."""
    return assertion.claim.relation in relations and assertion.claim.relation != OPEN_RELATION


def check_relations(relations: Mapping[str, Relation]) -> None:
    """GraphError when an ontology names a relation like a relationship type of the graph itself."""
    if taken := sorted(STRUCTURE.keys() & relations.keys()):
        raise GraphError(
            f"ontology: {taken[0]} is a relationship type of the graph itself; call the relation otherwise"
        )
