"""Queries about posts, ties and sources, on the wider news of affairs.py: the same rows on both engines."""

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
        "articles_about",
        "published title mentions other_mentions claims",
        [
            ("2022-01-10", "On the island", 1, None, 1),
            ("2022-04-10", "Sanctions", 1, None, 1),
            ("2022-04-11", "A strike", 1, None, 1),
            ("2022-04-12", "Aid", 1, None, 1),
        ],
        {"entity": ISLAND},
    ),
    Case("articles_about", "title", [("A strike",), ("Aid",)], {"entity": ISLAND, "from": "2022-04-11"}),
    Case("articles_about", "title", [("On the island",)], {"entity": ISLAND, "to": "2022-01"}),
    Case(
        "articles_about",
        "published title other_mentions",
        [("2022-04-12", "Aid", 2), (None, "Pipes", 1)],
        {"entity": "NG", "other": "Kest"},
    ),
    Case(
        "career",
        "first_day status title relation organization",
        [
            ("2020-01-01", "current", "director", "HEADS", GAS),
            ("2022-01-10", "current", "foreign minister", "WORKS_FOR", "Norvia"),
        ],
        {"person": QUILL},
    ),
    Case(
        "career",
        "first_day last_day status title organization",
        [
            ("2020-01-01", "2020-12-31", "former", "president", "Sundaland"),
            ("2022-04-10", "2022-04-10", "current", "president", COUNCIL),
        ],
        {"person": "Tomáš Brandt"},
    ),
    Case(
        "co_mentions",
        "entity other articles publishers first_published last_published",
        [
            # The copy of the first article counts neither as an article nor as a publisher.
            (BUYER, BRANDT, 4, 2, "2021-05-04", "2022-04-11"),
            (BUYER, ORSK, 3, 2, "2021-05-04", "2022-03-01"),
        ],
        {"entity": "Sunda", "least": 3},
    ),
    Case("co_mentions", "entity other articles", [(BRANDT, ORSK, 6)], {"limit": 1}),
    Case("co_mentions", "other", [], {"entity": "nobody"}),
    Case(
        "denied",
        "subject relation object modality attributed_to publisher",
        [
            (BRANDT, "MET", ORSK, "actual", [], "Capital Herald"),
            ("Sundaland", "ATTACKS", ISLAND, "actual", ["Brandt"], "Capital Herald"),
        ],
    ),
    Case("denied", "object", [(ORSK,)], {"entity": "Orsk", "relation": "met"}),
    Case("denied", "object", [], {"entity": "Orsk", "relation": "ATTACKS"}),
    Case(
        "disputed",
        "subject relation object affirmed_by denied_by denial",
        [
            (
                "Sundaland",
                "ATTACKS",
                ISLAND,
                ["Harbour Post"],
                ["Capital Herald"],
                "Sundaland did not attack Lone Island, Brandt says.",
            ),
            (
                BRANDT,
                "MET",
                ORSK,
                ["Harbour Post"],
                ["Capital Herald"],
                "Brandt did not meet Orsk, his office says; Lena Orsk is president of Norvia.",
            ),
        ],
    ),
    Case("disputed", "quote", [("Lena Orsk met Tomáš Brandt in Vell on 3 May.",)], {"entity": "brandt"}),
    Case("disputed", "quote", [], {"entity": "Kest"}),
    Case(
        "leaders_of_country",
        "country person titles status first_day",
        [
            ("Norvia", ORSK, ["president"], "current", "2021-05-01"),
            ("Sundaland", BRANDT, ["president"], "former", "2020-01-01"),
        ],
    ),
    Case("leaders_of_country", "person", [(ORSK,)], {"country": "norvian government", "title": "Presid"}),
    Case("leaders_of_country", "person", [], {"country": COUNCIL}),
    Case(
        "members_of",
        "organization member type status planned",
        [(COUNCIL, "Norvia", "Country", "current", False), (COUNCIL, "Sundaland", "Country", "current", False)],
    ),
    Case("members_of", "member", [("Norvia",)], {"organization": "council", "member": "norvia"}),
    Case("members_of", "member", [], {"organization": GAS}),
    Case(
        "most_central",
        "name type neighbours edges articles",
        [(BRANDT, "Person", 5, 7, 10), (ORSK, "Person", 4, 5, 7), (QUILL, "Person", 4, 5, 4)],
        {"type": "person"},
    ),
    Case("most_central", "id neighbours", [("e-norvia", 6)], {"limit": 1}),
    Case(
        "neighbourhood",
        "source source_type relation target target_type planned articles",
        [
            (KEST, "Organization", "ACQUIRED", BUYER, "Organization", False, 1),
            (KEST, "Organization", "SUPPLIES", GAS, "Organization", False, 1),
            (GAS, "Organization", "SUPPLIES", BUYER, "Organization", False, 3),
            (BUYER, "Organization", "SUPPLIES", KEST, "Organization", True, 1),
        ],
        {"entity": "Sunda Energy"},
    ),
    Case("neighbourhood", "source", [], {"entity": "nobody"}),
    Case(
        "new_since",
        "first_seen subject relation object planned",
        [
            ("2022-04-11", KEST, "ACQUIRED", BUYER, False),
            ("2022-04-11", "Sundaland", "ATTACKS", ISLAND, False),
            ("2022-04-11", BRANDT, "HOSTED", QUILL, False),
            ("2022-04-12", "Sundaland", "AIDS", ISLAND, False),
        ],
        {"since": "2022-04-11"},
    ),
    Case("new_since", "subject", [(KEST,)], {"since": "2022-04-11", "entity": "kest"}),
    Case(
        "only_reported_by",
        "subject relation object polarities modalities articles",
        [
            (ORSK, "HEADS", "Norvia", ["affirmed"], ["actual"], 1),
            (QUILL, "MET", BRANDT, ["affirmed"], ["actual"], 1),
            (QUILL, "WORKS_FOR", "Norvia", ["affirmed"], ["actual"], 1),
            (ORSK, "VISITED", "Sundaland", ["affirmed"], ["planned"], 1),
            (BRANDT, "HEADS", COUNCIL, ["affirmed"], ["actual"], 1),
        ],
        {"outlet": "capital herald"},
    ),
    # All that the reprint says is the original's.
    Case("only_reported_by", "subject", [], {"outlet": "Reprint Weekly"}),
    Case(
        "unconfirmed",
        "subject relation object modalities publishers",
        [(KEST, "MERGED_WITH", GAS, ["possible"], 1), ("Sundaland", "SANCTIONS", "Norvia", ["possible"], 1)],
    ),
    Case("unconfirmed", "subject", [("Sundaland",)], {"entity": "norvia"}),
    Case(
        "who_says_what",
        "speakers subject relation object polarity publisher",
        [
            (["Brandt"], "Norvia", "CRITICIZES", "Sundaland", "affirmed", "Daily Lantern"),
            (["Brandt"], "Sundaland", "ATTACKS", ISLAND, "negated", "Capital Herald"),
        ],
        # The claims give the speaker as "Brandt", one of the names of Tomáš Brandt.
        {"speaker": "Tomas Brandt"},
    ),
    Case("who_says_what", "subject", [(GAS,)], {"speaker": "Its director"}),
    Case("who_says_what", "speakers", [([COUNCIL],)], {"about": "orsk"}),
    Case("who_says_what", "relation", [("SUPPLIES",), ("CRITICIZES",), ("ACCUSES",), ("ATTACKS",)]),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_query(filled: GraphStore, embedded: GraphStore, case: Case) -> None:
    rows = case.ask(filled)
    assert case.chosen(rows) == case.rows
    assert case.ask(embedded) == rows
