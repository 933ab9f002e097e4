"""The whole ledger as JSON Lines, to compare two ledgers byte by byte, to keep, or to read elsewhere.

Every line is {"record": "article" | "mention" | "claim" | "judgement" | "withdrawal" | "entity", …} with the fields of
that type in `kg.model`; an article also has `pipeline` and `copy_of`. Sorted by record and id, without the time of
ingestion and without redirects, which depend on it, so that the same articles give the same bytes in whatever order
they came.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from kg.export.lines import line

if TYPE_CHECKING:
    from kg.ledger import Ledger


def ledger_records(ledger: Ledger) -> Iterator[str]:
    """Lines of everything in the ledger."""
    pipelines, copies = ledger.pipelines(), ledger.copies()
    for article in ledger.articles():
        told = {"pipeline": pipelines[article.id], "copy_of": copies.get(article.id)}
        yield line({"record": "article", **asdict(article), **told})
    for mention in ledger.mentions():
        yield line({"record": "mention", **asdict(mention)})
    for claim in ledger.claims():
        yield line({"record": "claim", **asdict(claim)})
    for judgement in ledger.judgements(withdrawn=True):
        yield line({"record": "judgement", **asdict(judgement)})
    for withdrawal in ledger.withdrawals():
        yield line({"record": "withdrawal", **asdict(withdrawal)})
    for entity in ledger.entities():
        yield line({"record": "entity", **asdict(entity)})
