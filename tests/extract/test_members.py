"""Members and their parties, teams, bands, legislatures and alliances: what makes one, and what does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from triples import compare

SAID = [
    ("Labour MP Joan Marsh voted against the bill.", "Joan Marsh MEMBER_OF Labour"),
    ("Joan Marsh of the Social Democrats voted against the bill.", "Joan Marsh MEMBER_OF Social Democrats"),
    ("The Social Democrats' Joan Marsh voted no.", "Joan Marsh MEMBER_OF Social Democrats"),
    ("Joan Marsh (SNP) voted no.", "Joan Marsh MEMBER_OF SNP"),
    ("Joan Marsh (D-Ohio) voted no.", "Joan Marsh MEMBER_OF D"),
    ("Two Republicans, Joan Marsh and Tim Roe, voted no.", "Joan Marsh MEMBER_OF Republicans; "
     "Tim Roe MEMBER_OF Republicans"),
    ("Joan Marsh, the Freedom Party's candidate, voted early.", "Joan Marsh MEMBER_OF Freedom Party"),
    ("Joan Marsh was elected to the European Parliament in 1999.", "Joan Marsh MEMBER_OF European Parliament"),
    ("Joan Marsh has sat in the House of Lords since 2001.", "Joan Marsh MEMBER_OF House of Lords"),
    ("Joan Marsh, who defected from the Labour Party, retired.", "Joan Marsh MEMBER_OF Labour Party"),
    ("Joan Marsh plays for the Boston Red Sox.", "Joan Marsh MEMBER_OF Boston Red Sox"),
    ("Two NATO allies, Sweden and Turkey, sent ships.",
     "Sweden MEMBER_OF NATO; Turkey MEMBER_OF NATO; Sweden COOPERATES_WITH Turkey"),
    ("OPEC members including Iraq and Nigeria cut output.", "Iraq MEMBER_OF OPEC; Nigeria MEMBER_OF OPEC"),
    ("Venezuela withdrew from the Organization of American States.",
     "Venezuela MEMBER_OF Organization of American States"),
    ("Joan Marsh joined Credit Suisse in 1999.", "Joan Marsh WORKS_FOR Credit Suisse"),
    ("Joan Marsh, a geologist at Stanford University, disagreed.", "Joan Marsh WORKS_FOR Stanford University"),
    ("Joan Marsh finished third in the Boston Marathon.", "Joan Marsh PARTICIPATED_IN Boston Marathon"),
    ("Joan Marsh won two medals at the World Championships.", "Joan Marsh PARTICIPATED_IN World Championships"),
    ("Joan Marsh of the United Nations left.", "Joan Marsh WORKS_FOR United Nations"),
    ("Joan Marsh of the University of Oslo led the study.", "Joan Marsh WORKS_FOR University of Oslo"),
]  # fmt: skip

NOT_SAID = [
    "Joan Marsh scored well at school.",
    "Joan Marsh entered the Sheraton Hotel by the back door.",
    "Joan Marsh, a student at Stanford University, disagreed.",
    "Critics of the Greens admire Joan Marsh.",
]


@pytest.mark.parametrize(("sentence", "expected"), SAID)
def test_said(claims_of: Callable[..., list[dict[str, Any]]], sentence: str, expected: str) -> None:
    assert compare(claims_of(sentence), expected) == ([], [])


@pytest.mark.parametrize("sentence", NOT_SAID)
def test_no_membership(claims_of: Callable[..., list[dict[str, Any]]], sentence: str) -> None:
    assert not [claim for claim in claims_of(sentence) if claim["relation"] in {"MEMBER_OF", "WORKS_FOR"}]
