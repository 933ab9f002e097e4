"""What a query is asked in a test, and the rows it must give on either engine."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kg.graph.base import GraphStore
from kg.graph.cypher import load_statement


@dataclass(frozen=True)
class Case:
    """A query, what it is asked, and its rows, of which only `columns` are given here."""

    query: str
    columns: str
    rows: list[tuple[Any, ...]]
    asked: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.query}-{'-'.join(self.asked)}"

    def ask(self, store: GraphStore) -> list[dict[str, Any]]:
        """The rows that `store` gives, whole; they must have the columns that the header promises."""
        statement = load_statement(f"query/{self.query}")
        rows = store.read(statement.text, statement.bind(self.asked))
        assert all(tuple(row) == statement.columns for row in rows)
        return rows

    def chosen(self, rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
        """Of rows the columns that are looked at."""
        return [tuple(row[column] for column in self.columns.split()) for row in rows]
