"""Queries about what parties do to each other, on the wider news of affairs.py: the same rows on both engines."""

from __future__ import annotations

import affairs
import pytest
from asked import Case

from kg.graph.base import GraphStore

build = affairs.build
"""The world of this module's fixtures (conftest.py)."""

GAS, BUYER, KEST, COUNCIL = "Norvik Gas", "Sunda Energy", "Kest Works", "Council of Ports"
ORSK, BRANDT, QUILL, ISLAND = "Lena Orsk", "Tomáš Brandt", "Ada Quill", "Lone Island"

CASES = [
    Case(
        "agreements",
        "party other planned topics places first_day publishers",
        [("Norvia", "Sundaland", False, ["fishing"], ["Vell"], "2022-02-28", 1)],
    ),
    Case("agreements", "party other", [("Sundaland", "Norvia")], {"party": "sundaland", "about": "Fish"}),
    Case("agreements", "party", [("Norvia",)], {"from": "2022-02", "to": "2022-02"}),
    Case("agreements", "party", [], {"from": "2022-03"}),
    Case("agreements", "party", [], {"about": "coal"}),
    Case("agreements", "party", [("Sundaland",)], {"other": "norvia"}),
    Case(
        "attacks",
        "attacker relation target planned places amounts first_day",
        [("Sundaland", "ATTACKS", ISLAND, False, [ISLAND], ["nine sailors"], "2022-04-09")],
    ),
    Case("attacks", "target", [(ISLAND,)], {"attacker": "sundaland", "place": "island", "to": "2022-04"}),
    Case("attacks", "target", [], {"target": "Norvia"}),
    Case("attacks", "target", [], {"from": "2022-04-10"}),
    Case(
        "legal_actions",
        "actor relation target planned first_day last_day",
        [(COUNCIL, "LEGAL_ACTION_AGAINST", KEST, False, "2021-05-01", "2021-05-31")],
    ),
    Case("legal_actions", "actor", [(COUNCIL,)], {"actor": "Council", "target": "kest"}),
    Case("legal_actions", "actor", [], {"actor": "kest"}),
    Case(
        "ownership",
        "owner relation owned planned status amounts",
        [(KEST, "ACQUIRED", BUYER, False, None, ["2bn dollars"])],
    ),
    Case("ownership", "owner", [(KEST,)], {"owner": "kest", "owned": "sunda"}),
    Case("ownership", "owner", [], {"owner": "sunda"}),
    Case(
        "planned_ahead",
        "first_day last_day precision subject relation object",
        [
            ("2022-03-01", "2022-03-01", "published", BUYER, "SUPPLIES", KEST),
            ("2022-06-01", "2022-06-30", "month", ORSK, "VISITED", "Sundaland"),
        ],
        {"after": "2022"},
    ),
    Case("planned_ahead", "first_day relation", [("2021-06-01", "MET"), ("2022-06-01", "VISITED")], {"entity": "orsk"}),
    Case("planned_ahead", "relation", [("VISITED",)], {"after": "2022-06-30"}),
    Case("planned_ahead", "relation", [], {"after": "2022-07"}),
    Case(
        "sanctions",
        "actor target modality first_day last_day articles publishers quote",
        [
            (
                "Norvia",
                KEST,
                "actual",
                "2022-04-10",
                "2022-04-12",
                2,
                2,
                "Norvia put sanctions on Kest Works, too.",
            ),
            (
                "Sundaland",
                "Norvia",
                "possible",
                "2021-07-01",
                "2021-07-01",
                1,
                1,
                "Norvia criticised Sundaland, Brandt says, and Sundaland may sanction Norvia.",
            ),
        ],
    ),
    Case("sanctions", "actor", [("Norvia",)], {"actor": "norvia", "target": "kest"}),
    Case("sanctions", "actor", [("Sundaland",)], {"target": "norvia"}),
    Case(
        "supply_chain",
        "steps names products planned",
        [
            (2, [KEST, GAS, BUYER], ["gas", "pipes"], False),
            (2, [GAS, BUYER, KEST], ["gas"], True),
            (2, [BUYER, KEST, GAS], ["gas", "pipes"], True),
        ],
    ),
    Case("supply_chain", "names", [([GAS, BUYER, KEST],)], {"supplier": "NG", "recipient": "Kest"}),
    Case("supply_chain", "names", [([GAS, BUYER],), ([GAS, BUYER, KEST],)], {"supplier": "NG", "steps": 1}),
    Case("supply_chain", "names", [], {"steps": 3}),
    Case("supply_chain", "steps", [(1,)], {"steps": 1, "limit": 1}),
    Case(
        "visits",
        "visitor relation visited planned places first_day",
        [
            (QUILL, "HOSTED", BRANDT, False, ["Vell"], "2022-04-11"),
            (ORSK, "VISITED", "Sundaland", True, [], "2022-06-01"),
        ],
    ),
    Case("visits", "visited", [(BRANDT,)], {"visitor": QUILL, "visited": "brandt"}),
    Case("visits", "visitor", [(ORSK,)], {"from": "2022-05", "to": "2022-06"}),
    Case("visits", "visitor", [], {"visitor": "brandt"}),
    Case(
        "who_criticizes_whom",
        "critic relation target topics told_by",
        [
            (ORSK, "ACCUSES", BRANDT, ["spying"], [COUNCIL]),
            ("Norvia", "CRITICIZES", "Sundaland", [], ["Brandt"]),
        ],
    ),
    Case("who_criticizes_whom", "critic", [(ORSK,)], {"critic": "orsk", "target": "brandt"}),
    Case("who_criticizes_whom", "critic", [], {"critic": "brandt"}),
    Case(
        "who_opposes_whom",
        "opponent relation opposed planned",
        [(COUNCIL, "THREATENS", KEST, False), (KEST, "OPPOSES", COUNCIL, False)],
    ),
    Case("who_opposes_whom", "relation", [("OPPOSES",)], {"opponent": "kest", "opposed": "council"}),
    Case(
        "who_supports_whom",
        "supporter relation supported",
        [(QUILL, "SUPPORTS", ORSK), ("Sundaland", "AIDS", ISLAND), (BRANDT, "PRAISES", "Norvia")],
    ),
    Case("who_supports_whom", "relation", [("AIDS",)], {"supporter": "sundaland"}),
    Case("who_supports_whom", "relation", [("SUPPORTS",)], {"supported": "Orsk"}),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_query(filled: GraphStore, embedded: GraphStore, case: Case) -> None:
    rows = case.ask(filled)
    assert case.chosen(rows) == case.rows
    assert case.ask(embedded) == rows
