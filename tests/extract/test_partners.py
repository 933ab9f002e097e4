"""Partners, allies and rivals: the ways to say that two do something together or against each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from triples import compare

SAID = [
    ("Sweden and Norway are working together on a radar.", "Sweden COOPERATES_WITH Norway"),
    ("Sweden and Norway jointly patrolled the strait.", "Sweden COOPERATES_WITH Norway"),
    ("Sweden and Norway are building the ship together.", "Sweden COOPERATES_WITH Norway"),
    ("In a joint letter, Sweden and Norway rejected the plan.", "Sweden COOPERATES_WITH Norway"),
    ("Swedish and Norwegian troops staged a joint exercise.", "Sweden COOPERATES_WITH Norway"),
    ("Volvo and its partner Siemens tested the bus.", "Volvo COOPERATES_WITH Siemens"),
    ("Volvo sold more trucks than rival Scania.", "Volvo COMPETES_WITH Scania"),
    ("Huawei's main competitor, Ericsson, gained.", "Huawei COMPETES_WITH Ericsson"),
    ("Uber faces stiff competition from Lyft.", "Uber COMPETES_WITH Lyft"),
    ("Fatah formed a government with Hamas.", "Fatah COOPERATES_WITH Hamas"),
    ("Unicef, in partnership with Oxfam, opened a clinic.", "Unicef COOPERATES_WITH Oxfam"),
    ("The Renault-Nissan alliance lost money.", "Renault COOPERATES_WITH Nissan"),
    ("Russia has strengthened ties with Iran.", "Russia COOPERATES_WITH Iran"),
    ("Researchers at Stanford University collaborated with Siemens.",
     "Stanford University COOPERATES_WITH Siemens"),
    ("The Russia-aligned Hezbollah fired rockets.", "Russia COOPERATES_WITH Hezbollah"),
    ("The treaty that Greece signed with Turkey lapsed.", "Greece SIGNED_AGREEMENT_WITH Turkey"),
    ("Chad and Niger signed a series of agreements.", "Chad SIGNED_AGREEMENT_WITH Niger"),
    ("The accord, signed by Chad and Niger, lapsed.", "Chad SIGNED_AGREEMENT_WITH Niger"),
    ("SoftBank poured billions into Uber.", "SoftBank INVESTS_IN Uber"),
    ("Gazprom resumed gas deliveries to Moldova.", "Gazprom SUPPLIES Moldova"),
    ("Qatar Airways owns 10 percent of Siemens.", "Qatar Airways OWNS Siemens"),
    ("Volkswagen subsidiary Audi cut jobs.", "Audi PART_OF Volkswagen"),
]  # fmt: skip

NOT_SAID = [
    "Sweden is in a joint study of Norway's fjords.",
    "Sweden spoke at the Baltic partnership's dinner with Norway absent.",
    "Volvo and Scania both lost money.",
    "Volvo rejected a report on Scania.",
]


@pytest.mark.parametrize(("sentence", "expected"), SAID)
def test_said(claims_of: Callable[..., list[dict[str, Any]]], sentence: str, expected: str) -> None:
    assert compare(claims_of(sentence), expected) == ([], [])


@pytest.mark.parametrize("sentence", NOT_SAID)
def test_not_said(claims_of: Callable[..., list[dict[str, Any]]], sentence: str) -> None:
    bonds = {"COOPERATES_WITH", "COMPETES_WITH", "SIGNED_AGREEMENT_WITH"}
    assert not [claim for claim in claims_of(sentence) if claim["relation"] in bonds]
