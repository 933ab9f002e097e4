"""Every query of the library, on the invented world of world.py: the same rows on both engines."""

from __future__ import annotations

from typing import Any

import pytest
import world
from asked import Case

from kg.graph.base import GraphStore
from kg.graph.cypher import list_statements, load_statement

GAS, BUYER, ORSK, BRANDT, QUILL = "Norvik Gas", "Sunda Energy", "Lena Orsk", "Tomáš Brandt", "Ada Quill"
VISIT = "Ada Quill, foreign minister of Norvia, met Brandt on Lone Island."


CASES = [
    Case(
        "who_met_whom",
        "party other planned first_day last_day places articles publishers",
        [
            (BRANDT, QUILL, False, "2022-01-10", "2022-01-10", ["Lone Island"], 1, 1),
            (BRANDT, ORSK, False, "2021-05-03", "2021-06-30", ["Vell"], 3, 2),
        ],
    ),
    Case("who_met_whom", "party other", [(ORSK, BRANDT)], {"person": "Orsk"}),
    Case("who_met_whom", "party other", [(BRANDT, ORSK)], {"person": "TOMAS  BRANDT", "other": "lena orsk"}),
    Case("who_met_whom", "party other", [(BRANDT, QUILL)], {"person": "brandt", "place": "island"}),
    Case("who_met_whom", "party other planned articles", [(BRANDT, ORSK, True, 1)], {"from": "2021-06", "to": "2021"}),
    Case("who_met_whom", "party other", [], {"person": "Norvia"}),
    Case(
        "who_supplies_whom",
        "supplier recipient products amounts durations planned articles publishers",
        [(GAS, BUYER, ["gas"], ["10bn cubic metres a year"], ["30 years", "25 years"], False, 3, 2)],
    ),
    Case("who_supplies_whom", "durations", [(["30 years", "25 years"],)], {"recipient": "Sunda", "product": "Gas"}),
    Case("who_supplies_whom", "supplier", [], {"supplier": BUYER}),
    Case("who_supplies_whom", "supplier", [], {"product": "coal"}),
    Case(
        "who_heads",
        "person organization status titles first_day publishers",
        [
            (ORSK, "Norvia", "current", ["president"], "2021-05-01", 1),
            (QUILL, GAS, "current", ["director"], "2020-01-01", 1),
            (BRANDT, "Sundaland", "former", ["president"], "2020-01-01", 1),
        ],
    ),
    Case("who_heads", "person", [(ORSK,)], {"organization": "the Norvian government"}),
    Case("who_heads", "person", [(QUILL,)], {"title": "Direct"}),
    Case(
        "holds_post",
        "relation organization title status",
        [("WORKS_FOR", "Norvia", "foreign minister", "current"), ("HEADS", GAS, "director", "current")],
        {"person": "Ada Quill"},
    ),
    Case("holds_post", "person", [(QUILL,)], {"organization": "norvia", "title": "minister"}),
    Case(
        "between",
        "subject polarity modality first_day publisher",
        [
            (BRANDT, "negated", "actual", "2021-05-01", "Capital Herald"),
            (ORSK, "affirmed", "actual", "2021-05-03", "Harbour Post"),
            (ORSK, "affirmed", "actual", "2021-05-03", "Reprint Weekly"),
            (BRANDT, "affirmed", "planned", "2021-06-01", "Daily Lantern"),
        ],
        {"entity": "Orsk", "other": "Brandt"},
    ),
    Case(
        "claims_of",
        "subject relation object modality attributed_to",
        [
            ("Norvia", "CRITICIZES", "Sundaland", "actual", ["Brandt"]),
            (ORSK, "HEADS", "Norvia", "actual", []),
            ("Sundaland", "SANCTIONS", "Norvia", "possible", []),
            (QUILL, "WORKS_FOR", "Norvia", "actual", []),
        ],
        {"entity": "Norvia"},
    ),
    Case("claims_of", "object", [("Lone Island",)], {"entity": "Ada Quill", "relation": "related_to"}),
    Case(
        "timeline",
        "first_day precision relation polarity modality publisher",
        [
            ("2020-01-01", "published", "HEADS", "affirmed", "actual", None),
            ("2021-05-01", "published", "MET", "negated", "actual", "Capital Herald"),
            ("2021-05-03", "day", "MET", "affirmed", "actual", "Harbour Post"),
            ("2021-06-01", "month", "MET", "affirmed", "planned", "Daily Lantern"),
            ("2022-01-10", "published", "MET", "affirmed", "actual", "Capital Herald"),
        ],
        {"entity": "Brandt"},
    ),
    Case("timeline", "quote", [(VISIT,), (VISIT,)], {"entity": "Ada Quill", "from": "2021"}),
    Case("timeline", "relation", [("HEADS",)], {"entity": "Ada Quill", "to": "2020"}),
    Case(
        "conflicts",
        "subject relation object field value told_by",
        [
            (GAS, "SUPPLIES", BUYER, "duration", "30 years", ["Harbour Post"]),
            (GAS, "SUPPLIES", BUYER, "duration", "25 years", ["Daily Lantern"]),
            (BRANDT, "MET", ORSK, "polarity", "negated", ["Capital Herald"]),
            (BRANDT, "MET", ORSK, "polarity", "affirmed", ["Harbour Post"]),
        ],
    ),
    Case("conflicts", "value", [("30 years",), ("25 years",)], {"entity": "NG", "days": 1}),
    Case("conflicts", "field value", [("polarity", "negated"), ("polarity", "affirmed")], {"days": 0}),
    Case(
        "single_source",
        "subject relation object told_by articles first_seen",
        [
            (QUILL, "HEADS", GAS, "", 1, "2020"),
            (QUILL, "WORKS_FOR", "Norvia", "Capital Herald", 1, "2022-01-10"),
            (ORSK, "HEADS", "Norvia", "Capital Herald", 1, "2021-05"),
            ("Norvia", "CRITICIZES", "Sundaland", "Daily Lantern", 1, "2021-07-01"),
            (BRANDT, "HEADS", "Sundaland", "", 1, "2020"),
            (BRANDT, "MET", QUILL, "Capital Herald", 1, "2022-01-10"),
        ],
    ),
    Case("single_source", "subject object", [(BRANDT, QUILL)], {"entity": "Ada Quill", "relation": "met"}),
    Case(
        "path",
        "length names relations",
        [
            (4, [ORSK, "Norvia", QUILL, GAS, BUYER], ["HEADS", "WORKS_FOR", "HEADS", "SUPPLIES"]),
            (4, [ORSK, BRANDT, QUILL, GAS, BUYER], ["MET", "MET", "HEADS", "SUPPLIES"]),
        ],
        {"entity": "Orsk", "other": "Sunda"},
    ),
    Case("path", "length", [(4,)], {"entity": "Orsk", "other": "Sunda", "limit": "1"}),
    Case("path", "length", [], {"entity": "Orsk", "other": "Lone Island"}),
    Case("path", "length", [], {"entity": "Orsk", "other": "Lena Orsk"}),
    Case(
        "entity_search",
        "id name type aliases wikidata articles claims",
        [
            ("e-gas", GAS, "Organization", ["NG"], None, 4, 4),
            ("e-norvia", "Norvia", "Country", ["Norvian government"], "Q900001", 3, 4),
        ],
        {"text": "Nor"},
    ),
    Case("entity_search", "id", [("e-norvia",)], {"text": "NORVIA", "limit": 1}),
    Case("evidence", "claim_ids", [], {"claims": ["none"]}),
    Case("counts", "articles copies entities claims edges", [(7, 1, 8, 15, 8)]),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_query(filled: GraphStore, embedded: GraphStore, case: Case) -> None:
    rows = case.ask(filled)
    assert case.chosen(rows) == case.rows
    assert case.ask(embedded) == rows


def test_evidence_of_what_a_query_found(filled: GraphStore) -> None:
    met, evidence = load_statement("query/who_met_whom"), load_statement("query/evidence")
    (row,) = filled.read(met.text, met.bind({"person": "Lena Orsk"}))
    told = filled.read(evidence.text, evidence.bind({"claims": row["claim_ids"]}))
    copied_from = next(article.id for article in world.build().articles if article.publisher == "Harbour Post")
    assert [(fact["publisher"], fact["sentence"], fact["copy_of"]) for fact in told] == [
        ("Harbour Post", "Lena Orsk met Tomáš Brandt in Vell on 3 May.", None),
        ("Reprint Weekly", "Lena Orsk met Tomáš Brandt in Vell on 3 May.", copied_from),
        ("Daily Lantern", "Brandt is to meet Orsk again in June.", None),
    ]


def test_statements_of_questions_give_the_same_on_both_engines(filled: GraphStore, embedded: GraphStore) -> None:
    people = ["e-brandt", "e-orsk", "e-gas"]
    claims = [row["id"] for row in embedded.read("MATCH (c:Claim) RETURN c.id AS id")]
    asked = {
        "relation": "MET",
        "symmetric": True,
        "subjects": people,
        "entities": people,
        "start": "a",
        "claims": claims,
    }
    for statement in list_statements("ask"):
        bound = statement.bind({parameter.name: asked.get(parameter.name) for parameter in statement.parameters})
        rows = [unordered(store.read(statement.text, bound)) for store in (filled, embedded)]
        assert rows[0] == rows[1], statement.name
        assert rows[0], statement.name


def unordered(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The lists in a row may come in any order where no ORDER BY reaches them."""
    return [{key: sorted(value) if isinstance(value, list) else value for key, value in row.items()} for row in rows]
