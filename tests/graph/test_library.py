"""The library as a whole: every question is tested, stands in the guide, and is Cypher in the eyes of Neo4j itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import affairs
import library_page
import pytest
import test_affairs
import test_queries
import test_standings
import world

from kg.export.browser_kit import write_favorite
from kg.graph.cypher import Statement, list_statements, load_statement
from kg.graph.engines import open_store
from kg.graph.projection import project_snapshot
from kg.ontology import Ontology

QUERIES = list_statements("query")
PICTURES = list_statements("browser")
CASES = [*test_queries.CASES, *test_affairs.CASES, *test_standings.CASES]


def test_every_query_is_tested_and_rests_on_claims() -> None:
    statements = {statement.name.removeprefix("query/"): statement for statement in QUERIES}
    assert statements.keys() == {case.query for case in CASES}
    without = {name for name, statement in statements.items() if "claim_ids" not in statement.columns}
    assert without == {"articles_about", "co_mentions", "counts", "entity_search", "most_central"}


def test_every_optional_parameter_is_tried() -> None:
    tried = {(case.query, name) for case in CASES for name in case.asked}
    known = {
        (statement.name.removeprefix("query/"), parameter.name)
        for statement in QUERIES
        for parameter in statement.parameters
    }
    assert known - tried == set()


def test_titles_are_unique_and_fit_file_names() -> None:
    titles = [statement.title for statement in (*QUERIES, *PICTURES)]
    assert len(titles) == len({title.casefold() for title in titles})
    assert not [title for title in titles if not re.fullmatch(r"[A-Za-z][A-Za-z ]*", title)]


def test_rows_come_in_an_order_of_their_own() -> None:
    """A statement that gives more than one row ends by ORDER BY, with or without LIMIT."""
    unordered = [
        statement.name
        for statement in (*QUERIES, *PICTURES)
        if "ORDER BY" not in statement.text[statement.text.rindex("RETURN") :]
    ]
    assert unordered == ["query/counts", "browser/one_article"]


def test_the_guide_lists_every_question(root: Path) -> None:
    page = root / "docs" / "cypher.md"
    assert page.read_text("utf-8") == library_page.render(), "run: python tests/graph/library_page.py"


@pytest.mark.neo4j
def test_neo4j_plans_every_statement_and_knows_all_names_in_it(world_uri: str) -> None:
    """As the library has it, and as a favorite. No syntax is outdated, and what the server does not know is no slip of
    the pen but a relation, or an address or id of an article, that the invented world lacks."""
    from neo4j import GraphDatabase

    told = set()
    with GraphDatabase.driver(world_uri) as driver:
        for statement in (*QUERIES, *PICTURES, *list_statements("ask")):
            parameters = {parameter.name: parameter.default for parameter in statement.parameters}
            for text in (statement.text, write_favorite(statement)):
                _, summary, _ = driver.execute_query(f"EXPLAIN {text}", parameters)
                told |= {status.status_description for status in summary.gql_status_objects}
    unknown = {match[1] for line in told if (match := re.search(r"`(\w+)` does not exist", line))}
    assert unknown <= Ontology.load().relations.keys() | {"url", "source_id"}
    known = ("successful completion", "cartesian product", "does not exist")
    assert not [line for line in told if not any(words in line for words in known)]


@pytest.mark.neo4j
@pytest.mark.parametrize("statement", [*QUERIES, *PICTURES], ids=lambda statement: statement.name)
def test_a_favorite_gives_what_its_statement_gives(world_uri: str, statement: Statement) -> None:
    """Without anything filled in; where something must be, the statement is given the same."""
    required = {"name": "a name", "string": "a word", "strings": ["an id"], "date": "2000-01-01"}
    given = {p.name: required[p.type] for p in statement.parameters if p.required}
    with open_store(world_uri) as store:
        rows = store.read(statement.text, statement.bind(given))
        assert store.read(write_favorite(statement)) == rows
        if not given:
            assert rows or statement.name == "query/evidence"


@pytest.mark.neo4j
def test_a_favorite_is_asked_for_a_name_as_it_is_shown(world_uri: str) -> None:
    favorite = write_favorite(load_statement("query/who_met_whom"))
    with open_store(world_uri) as store:
        for name in ("Tomáš Brandt", "Tomas Brandt", "tomas brandt", "Brandt"):
            rows = store.read(favorite.replace("person: null", f"person: '{name}'"))
            assert {row["party"] for row in rows} == {"Tomáš Brandt"}, name
            assert [row["other"] for row in rows] == ["Ada Quill", "Lena Orsk"], name


@pytest.fixture(scope="module")
def world_uri(neo4j_uri: str) -> Iterator[str]:
    """A server with the wider news of the invented world in it."""
    with open_store(neo4j_uri) as store:
        store.wipe()
        project_snapshot(affairs.build().snapshot(), store, world.RELATIONS)
        yield neo4j_uri
        store.wipe()
