"""Typed edges: what the claims on one (subject, relation, object) say together. Pure functions.

Only affirmed claims that are actual or planned make an edge; what is denied, merely possible or asked for stays a
claim. An edge is derived and safe to delete.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kg.model import Claim, Modality, Polarity, digest


@dataclass(frozen=True, slots=True)
class Assertion:
    """A claim between resolved entities. `subject` and `object` are entity ids; `symmetric` and `state` tell what
    kind of relation it is; `published` is the article's date (ISO,
    may be reduced); `source` the publisher it counts for, None when unknown: of a copy that of the original."""

    claim: Claim
    subject: str
    object: str
    symmetric: bool
    state: bool
    published: str | None
    source: str | None

    @property
    def ends(self) -> tuple[str, str]:
        """Subject and object as an edge stores them: of a symmetric relation the smaller id first."""
        if self.symmetric and self.object < self.subject:
            return self.object, self.subject
        return self.subject, self.object

    @property
    def edge(self) -> str:
        """Id of the edge that the claim is about, whether or not it makes one."""
        return _edge_id(*self.ends, self.claim.relation)


@dataclass(frozen=True, slots=True)
class Edge:
    """One typed edge. `properties` is what the graph stores on it, nulls left out."""

    id: str
    relation: str
    subject: str
    object: str
    properties: dict[str, Any]


def makes_edge(claim: Claim) -> bool:
    """Whether the claim's sentence says that the relation holds, did hold or is to hold."""
    return claim.polarity is Polarity.AFFIRMED and claim.modality in (Modality.ACTUAL, Modality.PLANNED)


def derive_edges(assertions: Iterable[Assertion]) -> list[Edge]:
    """Aggregate assertions of closed-list relations into edges, sorted by id, whatever the order of the assertions.

    Left out are assertions that make no edge and those of a thing about itself.
    """
    groups: dict[str, list[Assertion]] = defaultdict(list)
    for assertion in assertions:
        if makes_edge(assertion.claim) and assertion.subject != assertion.object:
            groups[assertion.edge].append(assertion)
    return [_edge(id, group) for id, group in sorted(groups.items())]


def _edge_id(subject: str, object: str, relation: str) -> str:
    return digest("edge", subject, relation, object)


def _edge(id: str, group: list[Assertion]) -> Edge:
    best = min(group, key=_rank).claim
    dates = sorted(assertion.published for assertion in group if assertion.published)
    statuses = {assertion.claim.status.value for assertion in group if assertion.claim.status}
    properties = {
        "claims": sorted(assertion.claim.id for assertion in group),
        "articles": len({assertion.claim.evidence.article_id for assertion in group}),
        # All that is of unknown origin counts as one publisher: nothing says that it is independent of each other.
        "publishers": len({assertion.source for assertion in group}),
        "first_seen": dates[0] if dates else None,
        "last_seen": dates[-1] if dates else None,
        "quote": best.evidence.quote,
        "confidence": best.confidence,
        "planned": best.modality is Modality.PLANNED,
        "statuses": sorted(statuses) or None,
    }
    kept = {key: value for key, value in properties.items() if value is not None}
    return Edge(id, best.relation, *group[0].ends, kept)


def _rank(assertion: Assertion) -> tuple[bool, float, str, str]:
    """Best quote first: what happened before what is planned, then the surest, the earliest published, the id."""
    claim = assertion.claim
    return (claim.modality is Modality.PLANNED, -claim.confidence, assertion.published or "9999", claim.id)
