"""The library of statements: header, parameters, templates, and that its closed lists are those of the program."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from kg.errors import GraphError, QuestionError
from kg.graph.cypher import Parameter, Statement, list_statements, load_statement, parse_statement
from kg.graph.writer import STRUCTURE
from kg.model import OPEN_RELATION, EntityType
from kg.ontology import Ontology

HEADER = """// title: Who met
// question: Who met X?
// parameter: person name | one side
// parameter: limit integer = 10 | rows at most
// A remark, which is no key.
// columns: party, claim_ids
MATCH (n)
// within
RETURN n.name AS party, [] AS claim_ids;
"""


def test_a_file_is_parsed() -> None:
    assert parse_statement("query/met", HEADER) == Statement(
        name="query/met",
        title="Who met",
        question="Who met X?",
        parameters=(
            Parameter("person", "name", True, None, "one side"),
            Parameter("limit", "integer", False, 10, "rows at most"),
        ),
        columns=("party", "claim_ids"),
        text="MATCH (n)\n// within\nRETURN n.name AS party, [] AS claim_ids",
    )


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("// title: Who met\n", "", "lacks '// title"),
        ("Who met X?", "", "lacks '// question"),
        ("// columns: party, claim_ids\n", "", "lacks '// columns"),
        ("// title:", "// tilte:", "met.cypher:1: unknown key 'tilte'"),
        ("// columns", "// title: Again\n// columns", "met.cypher:6: title stands there twice"),
        ("person name |", "person |", "met.cypher:3: expected '// parameter: NAME TYPE"),
        ("person name |", "person colour |", "unknown type 'colour'"),
        ("= 10", "= ten", "default 'ten' is not JSON"),
        (HEADER[HEADER.index("MATCH") :], "", "no statement below the header"),
    ],
)
def test_a_broken_header_is_explained(before: str, after: str, told: str) -> None:
    with pytest.raises(GraphError) as caught:
        parse_statement("query/met", HEADER.replace(before, after))
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


BOUND = parse_statement(
    "query/all",
    """// title: t
// question: q
// parameter: who name | n
// parameter: text string = null | s
// parameter: ids strings = null | l
// parameter: limit integer = 5 | i
// parameter: share float = 0.5 | f
// parameter: old boolean = false | b
// parameter: from date = null | d
// columns: x
RETURN 1 AS x""",
)
DEFAULTS = {"who": "ada", "text": None, "ids": None, "limit": 5, "share": 0.5, "old": False, "from": None}


@pytest.mark.parametrize(
    ("given", "bound"),
    [
        ({}, {}),
        ({"who": "The  Élysée’s"}, {"who": "elysee"}),
        ({"text": "As Is"}, {"text": "As Is"}),
        ({"ids": "one"}, {"ids": ["one"]}),
        ({"ids": ("one", "two")}, {"ids": ["one", "two"]}),
        ({"limit": "7"}, {"limit": 7}),
        ({"share": "0.25"}, {"share": 0.25}),
        ({"old": "true"}, {"old": True}),
        ({"old": False}, {"old": False}),
        ({"from": "2022-02"}, {"from": "2022-02"}),
        ({"limit": None}, {"limit": 5}),
    ],
)
def test_parameters_are_converted_and_completed(given: dict[str, Any], bound: dict[str, Any]) -> None:
    assert BOUND.bind({"who": "Ada"} | given) == DEFAULTS | bound


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "parameter who is missing (n)"),
        ({"who": "a", "whom": "b"}, "no parameter 'whom'; it takes who, text"),
        ({"who": "a", "limit": "many"}, "limit cannot be 'many'"),
        ({"who": "a", "old": "perhaps"}, "true or false is needed"),
        ({"who": "a", "from": "4 February"}, "an ISO date such as"),
        ({"who": "a", "from": "2022-13"}, "an ISO date such as"),
        ({"who": 5}, "text is needed"),
    ],
)
def test_wrong_parameters_are_explained(given: dict[str, Any], told: str) -> None:
    with pytest.raises(QuestionError) as caught:
        BOUND.bind(given)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("query/who_met_whon", "did you mean who_met_whom?"),
        ("query/zzz", "there are: agreements"),
        ("query/../project/wipe", "no statement"),
        ("../../etc/passwd", "no statement"),
        ("/etc/passwd", "no statement"),
        ("nothing", "no statement"),
    ],
)
def test_unknown_names_are_explained(name: str, told: str) -> None:
    with pytest.raises(QuestionError, match=re.escape(told)):
        load_statement(name)


def test_templates_take_only_identifiers() -> None:
    statement = load_statement("project/merge_entities")
    assert "SET e:Person" in statement.fill(TYPE="Person")
    for name in ("MET]->() DETACH DELETE a //", "", "MET|SUPPLIES", "`x`", "1X"):
        with pytest.raises(GraphError):
            statement.fill(TYPE=name)


@pytest.mark.parametrize("folder", ["schema", "project", "query", "browser"])
def test_every_file_of_the_library_is_in_order(folder: str, root: Path) -> None:
    statements = list_statements(folder)
    assert len(statements) == len(list((root / "cypher" / folder).glob("*.cypher")))
    for statement in statements:
        used = set(re.findall(r"\$([a-z_]+)", statement.text))
        if folder == "query":
            assert used == {parameter.name for parameter in statement.parameters}, statement.name
        assert "/*" not in statement.text, statement.name
        assert ";" not in statement.text, statement.name


def test_constraints_and_indexes_have_names_of_our_own() -> None:
    for statement in list_statements("schema"):
        assert re.match(r"CREATE (FULLTEXT INDEX|INDEX|CONSTRAINT) kg_\w+ IF NOT EXISTS", statement.text), (
            statement.name
        )


@pytest.mark.parametrize("name", ["query/path", "browser/shortest_path"])
def test_the_path_runs_over_every_typed_relation(name: str) -> None:
    text = load_statement(name).text
    types = set(re.findall(r"[A-Z_]{3,}", text[text.index("[:") : text.index("*1..6")]))
    assert types == Ontology.load().relations.keys() - {OPEN_RELATION}
    assert not types & STRUCTURE.keys()


def test_a_corrected_type_replaces_every_other() -> None:
    removed = re.search(r"REMOVE e((?::\w+)+)", load_statement("project/merge_entities").text)
    assert removed
    assert set(removed[1].strip(":").split(":")) == {type.value for type in EntityType}
