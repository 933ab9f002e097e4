"""The files of `kg export neo4j-admin`, through Neo4j's own importer, give the graph that a projection gives."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
import synthetic
import world
from fingerprint import fingerprint
from homes import imported
from neo4j_server.server import ServerError, fetch_jars, find_java

from kg.errors import InputError
from kg.export.neo4j_admin import write_import
from kg.graph.check import compare
from kg.graph.embedded import EmbeddedStore
from kg.graph.engines import open_store
from kg.graph.projection import project
from kg.ledger import Ledger
from kg.model import Article, Entity, EntityType, Extraction, Mention, Span

ODD = 'A "quoted", \\ back\\slashed; name\nof two lines\x1f'


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Synthetic articles, and one with names that are hard on CSV."""
    with Ledger.open(tmp_path / "kg.sqlite") as opened:
        for pair in synthetic.articles(Random(5), 8, claims=5, names=10):
            opened.add(*pair, b"")
        article = Article.create(title=' "Odd", indeed;\t', text=ODD, url="", publisher="a;b")
        mention = Mention.create(article.id, Span(0, len(ODD)), ODD, EntityType.WORK)
        opened.add(article, Extraction(article.id, "made 1", (mention,)), b"")
        odd = Entity("e-odd", EntityType.WORK, ODD, ("", ODD, "x;y"), (mention.id,), "Q1")
        named = (mention for mention in opened.mentions() if mention.article_id != article.id)
        opened.replace_entities([odd, *synthetic.entities(named)])
        yield opened


@pytest.mark.neo4j
@pytest.mark.slow
def test_an_imported_graph_is_the_projected_one(ledger: Ledger, tmp_path: Path) -> None:
    try:
        find_java()
        fetch_jars()
    except ServerError as error:
        pytest.skip(str(error))
    command = write_import(ledger, tmp_path / "files of today", world.RELATIONS)
    with imported(command) as server, open_store(server.uri) as store, EmbeddedStore() as other:
        project(ledger, other, world.RELATIONS)
        expected = fingerprint(other)
        assert fingerprint(store)[:2] == expected[:2]
        assert not project(ledger, store, world.RELATIONS).changed
        assert fingerprint(store) == expected
        assert not [one for one in compare(ledger, store, world.RELATIONS) if one.drift]
        indexes = {
            row["name"] for row in store.read("SHOW INDEXES YIELD name WHERE name STARTS WITH 'kg_' RETURN name")
        }
        assert {"kg_node_id", "kg_entity_names", "kg_claim_edge"} <= indexes
        ledger.forget(next(ledger.articles()).id)
        project(ledger, store, world.RELATIONS)
        project(ledger, other, world.RELATIONS)
        assert fingerprint(store) == fingerprint(other)


def test_the_files_are_csv_with_the_importers_headers(ledger: Ledger, tmp_path: Path) -> None:
    command = write_import(ledger, tmp_path / "files", world.RELATIONS)
    tables = {}
    for file in (tmp_path / "files").iterdir():
        with file.open(encoding="utf-8", newline="") as opened:
            tables[file.name] = list(csv.DictReader(opened))
    assert sorted(tables) == [
        *("article.csv", "claim.csv", "edges.csv", "entity.csv", "kgprojection.csv"),
        *("mentions.csv", "object.csv", "states.csv", "subject.csv"),
    ]
    assert all(str(tmp_path / "files" / name) in command for name in tables)
    assert "--array-delimiter=U+001E" in command  # the odd name holds U+001F
    (odd,) = (row for row in tables["entity.csv"] if row["id:ID"] == "e-odd")
    assert odd["name:string"] == ODD
    assert odd["aliases:string[]"].split("\x1e") == ["", ODD, "x;y"]
    assert odd[":LABEL"].split("\x1e") == ["Entity", "Kg", "Work"]
    assert tables["edges.csv"][0].keys() >= {":START_ID", ":END_ID", ":TYPE", "claims:string[]", "articles:long"}
    assert {"confidence:double", "state:boolean", "sentence_start:long"} <= tables["claim.csv"][0].keys()


def test_the_same_ledger_gives_the_same_bytes(ledger: Ledger, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_import(ledger, tmp_path / name, world.RELATIONS)
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


def test_no_file_of_an_older_export_is_mixed_in(ledger: Ledger, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    write_import(ledger, folder, world.RELATIONS)
    for place in (folder, folder / "claim.csv"):
        with pytest.raises(InputError, match="not an empty folder"):
            write_import(ledger, place, world.RELATIONS)
