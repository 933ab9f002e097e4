"""The ledger: articles, mentions, claims and judgements in one SQLite file, the only truth of a graph."""

from kg.ledger.ledger import Ledger

__all__ = ["Ledger"]
