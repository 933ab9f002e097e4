"""Posts: titles with their departments and portfolios, and what they are of where only the sentence before says it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from triples import says, triple

Reader = Callable[..., list[dict[str, Any]]]

SAID = [
    ("Nokia lost money again. Chief executive Anna Holm said she was confident.", "Anna Holm HEADS Nokia"),
    ("Nokia lost money again. The company's chief executive, Anna Holm, left.", "Anna Holm HEADS Nokia"),
    ("Nokia lost money again. Chief executive officer (CEO) Anna Holm left.", "Anna Holm HEADS Nokia"),
    ("The Green Party won the vote. Party leader Anna Holm thanked voters.", "Anna Holm HEADS Green Party"),
    ("Floods hit Queensland on Sunday. Governor Anna Holm declared an emergency.", "Anna Holm HEADS Queensland"),
    ("Norwich was flooded on Sunday. Mayor Anna Holm asked for help.", "Anna Holm HEADS Norwich"),
    ("Chile closed its border. Energy minister Anna Holm left.", "Anna Holm WORKS_FOR Chile"),
    ("Chile closed its border. The country's foreign minister, Anna Holm, left.", "Anna Holm WORKS_FOR Chile"),
    ("Chile closed its border on Sunday. The president, Anna Holm, left.", "Anna Holm HEADS Chile"),
    ("The Parliament of Queensland sat late. MP Anna Holm objected.", "Anna Holm MEMBER_OF Parliament of Queensland"),
    ("The Bundestag sat late. Lawmaker Anna Holm objected.", "Anna Holm MEMBER_OF Bundestag"),
    (
        "The House of Representatives sat late. Two Representatives, Anna Holm and Ben Carr, objected.",
        "Ben Carr MEMBER_OF House of Representatives",
    ),
    ("Anna Holm, an evolutionary biologist at Oslo University, objected.", "Anna Holm WORKS_FOR Oslo University"),
    ("Oslo University climatologist Anna Holm objected.", "Anna Holm WORKS_FOR Oslo University"),
    ("NASA Administrator Anna Holm objected.", "Anna Holm HEADS NASA"),
    ("Kenyan Road Transport and Bridges Minister Anna Holm closed it.", "Anna Holm WORKS_FOR Kenya"),
    ("Kenyan Cabinet Secretary for Health and Sport Anna Holm closed it.", "Anna Holm WORKS_FOR Kenya"),
    ("Kenyan Foreign Minister Anna Holm met her Ugandan counterpart, Ben Carr.", "Ben Carr WORKS_FOR Uganda"),
    ("President Anna Holm of Kenya met her Ugandan counterpart, Ben Carr.", "Ben Carr HEADS Uganda"),
    ("US District Judge Anna Holm blocked the order.", "Anna Holm WORKS_FOR US"),
    ("Anna Holm, former vice-president of Kenya, died on Sunday.", "Anna Holm WORKS_FOR Kenya"),
]

NOT_SAID = [
    ("Nokia chief executive Anna Holm left.", "Anna Holm WORKS_FOR Nokia"),
    ("Kenyan singer Anna Holm met her Ugandan counterpart, Ben Carr.", "Ben Carr WORKS_FOR Uganda"),
    ("Nokia and Siemens lost money. Chief executive Anna Holm left.", "Anna Holm HEADS Nokia"),
    ("The minister told Reuters so. Chief executive Anna Holm left.", "Anna Holm HEADS Reuters"),
    ("Nokia lost money. Nobody was surprised. It rained. Chief executive Anna Holm left.", "Anna Holm HEADS Nokia"),
    ("Nokia lost money again. Party leader Anna Holm left.", "Anna Holm HEADS Nokia"),
    ("Chile closed its border. Club president Anna Holm left.", "Anna Holm HEADS Chile"),
    ("Chile closed its border. Anna Holm, a former president, left.", "Anna Holm HEADS Chile"),
    ("The Knesset and the Bundestag sat late. Lawmaker Anna Holm left.", "Anna Holm MEMBER_OF Bundestag"),
]


@pytest.mark.parametrize(("text", "claim"), SAID)
def test_said(claims_of: Reader, text: str, claim: str) -> None:
    assert any(says(found, triple(claim)) for found in claims_of(text))


@pytest.mark.parametrize(("text", "claim"), NOT_SAID)
def test_not_said(claims_of: Reader, text: str, claim: str) -> None:
    assert not any(says(found, triple(claim)) for found in claims_of(text))
