"""The questions that the whole flow was built for, on real articles as they were saved from the web."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.gazetteer import Gazetteer
from kg.graph.base import GraphStore
from kg.graph.engines import open_store
from kg.ledger import Ledger
from kg.ontology import Ontology
from kg.pipeline import Tools, ingest
from kg.query import ask


@pytest.fixture(scope="module")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    place = tmp_path_factory.mktemp("seeds") / "kg.sqlite"
    with Ledger.open(place) as ledger:
        report = ingest([str(shared / "eval" / "seeds" / "articles")], ledger, Tools())
    assert report.failed == ()
    with open_store("embedded", ledger_path=place) as store:
        yield store


def test_who_met_whom_with_the_sentence(seeds: GraphStore, ontology: Ontology, gazetteer: Gazetteer) -> None:
    given = ask("Who met Vladimir Putin?", seeds, ontology, gazetteer)
    assert "Xi Jinping" in [row["answer"] for row in given.rows]
    assert any("meeting in Beijing" in quote.sentence for quote in given.claims)


def test_both_lengths_of_the_gas_contract_are_shown(
    seeds: GraphStore, ontology: Ontology, gazetteer: Gazetteer
) -> None:
    given = ask("Who supplies gas to CNPC?", seeds, ontology, gazetteer)
    assert [row["answer"] for row in given.rows] == ["Gazprom"]
    assert given.rows[0]["sources"] == 2
    assert any("30 years" in line and "25 years" in line for line in given.lead)
