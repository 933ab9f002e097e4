"""One line that tells whether two graphs are the same, whatever engine holds them."""

from __future__ import annotations

import hashlib
import json

from kg.graph.base import GraphStore


def fingerprint(store: GraphStore) -> tuple[int, int, str]:
    """Number of nodes and of relationships that kg wrote, and a hash of all their content."""
    nodes = [row["n"] for row in store.read("MATCH (n:Kg) RETURN n")]
    links = store.read("MATCH (a:Kg)-[r]->(b:Kg) RETURN a.id AS a, r, b.id AS b")
    lines = sorted(json.dumps(row, sort_keys=True, ensure_ascii=False) for row in (*nodes, *links))
    return len(nodes), len(links), hashlib.sha256("\n".join(lines).encode()).hexdigest()
