"""Clusters: disjoint sets that know which pairs must never meet.

Kruskal's algorithm with refusals: evidence is offered from the strongest on, and a pair that would join what is
forbidden is passed over. Union by size with path halving (Tarjan, "Efficiency of a good but not linear set union
algorithm", JACM 22:2, 1975).
"""

from __future__ import annotations

from collections.abc import Iterable

KNOWLEDGE_BASE = "kb:"
"""Start of the ids of knowledge-base nodes; all other nodes are mentions."""


class Clusters:
    """Nodes are mention ids and knowledge-base ids ("kb:Q159"), each a cluster of its own until joined to another. A
    cluster holds at most one knowledge-base id, and never both ends of a pair in `different`."""

    def __init__(self, different: Iterable[tuple[str, str]]) -> None:
        self._parent: dict[str, str] = {}
        self._size: dict[str, int] = {}
        self._link: dict[str, str] = {}
        self._enemies: dict[str, set[str]] = {}
        for left, right in different:
            if left != right:
                self._enemies.setdefault(left, set()).add(right)
                self._enemies.setdefault(right, set()).add(left)

    def find(self, node: str) -> str:
        """The node that stands for the cluster, until the next join."""
        while (above := self._parent.get(node, node)) != node:
            self._parent[node] = node = self._parent.get(above, above)
        return node

    def link(self, node: str) -> str | None:
        """The knowledge-base id in the cluster of a node, without its "kb:"."""
        root = self.find(node)
        linked = root if root.startswith(KNOWLEDGE_BASE) else self._link.get(root)
        return linked.removeprefix(KNOWLEDGE_BASE) if linked else None

    def join(self, left: str, right: str) -> bool:
        """Join the clusters of two nodes; False when they were one already or must not meet."""
        into, other = self.find(left), self.find(right)
        links = {id for id in (self.link(into), self.link(other)) if id}
        if into == other or other in self._enemies.get(into, ()) or len(links) > 1:
            return False
        if self._size.get(into, 1) < self._size.get(other, 1):
            into, other = other, into
        self._parent[other] = into
        self._size[into] = self._size.get(into, 1) + self._size.get(other, 1)
        if links:
            self._link[into] = KNOWLEDGE_BASE + links.pop()
        for enemy in self._enemies.pop(other, set()):
            self._enemies[enemy].discard(other)
            self._enemies[enemy].add(into)
            self._enemies.setdefault(into, set()).add(enemy)
        return True
