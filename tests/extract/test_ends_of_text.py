"""Articles that stop anywhere, and what stands around the text of others: nothing breaks and nothing is claimed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from spacy.language import Language
from triples import says, triple

from kg.extract import RuleExtractor
from kg.model import Article

ClaimsOf = Callable[..., list[dict[str, Any]]]

TEXTS = [
    # texts that end in names, titles and brackets wherever they are cut
    "Havbank sues group\n\nThe heads of both met, said Anna Holm, president of the People's Bank of Norland. Volta "
    "Corp's Thermoplastic Resin Department at Oslo University (OU) fell. Norland's Labour Party of Lom",
    "Sen. Lars Dahl (D-Ohio), the former Volta Inc. chief executive, flew to Lima for talks with President Ana Soto. "
    'Soto, "The Axe" Moe, of Peru and of Chile, including Norway\'s Bo Lie, was asked: "Why?" Lie, 45, of Oslo-based',
    "OSLO, March 7 (Wire) - Kestrel Holding's parent company Sunde Inc., a state-run Norwegian firm, sued U.S.-led "
    "Volta in Bergen, Norway, in northern Lom. Two Germans, both from Kiel, of the Liberal Party's Green wing, leader",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_may_end_at_any_word(extractor: RuleExtractor, nlp: Language, text: str) -> None:
    ends = [token.idx + len(token) for token in nlp.make_doc(text)]
    articles = [Article.create(title="", text=text[:end]) for end in ends]
    assert len(list(extractor.extract(articles))) == len(ends)


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_may_begin_at_any_word(extractor: RuleExtractor, nlp: Language, text: str) -> None:
    articles = [Article.create(title="", text=text[token.idx :]) for token in nlp.make_doc(text)]
    assert len(list(extractor.extract(articles))) == len(articles)


@pytest.mark.parametrize(
    "text",
    ["Oslo", "Holm.", ".", "?!", "…", "--", '"', "()", "* * *", " ", "\n\n", " \n \n ", "\t.\n\n", "OSLO -", "___"],
)
def test_hardly_any_text(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(text) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Anna Holm met Bo Lie, president of the People's Bank of Norland", "Anna Holm MET Bo Lie"),
        ("Norland hailed Anna Holm of the Farmers Party", "Anna Holm MEMBER_OF Farmers Party"),
    ],
)
def test_a_claim_at_the_end(claims_of: ClaimsOf, text: str, claim: str) -> None:
    assert any(says(found, triple(claim)) for found in claims_of(text))


AROUND = [
    "OSLO (Northern Wire) — ¦",
    "RIGA, March 7 (Wire) - ¦",
    "TALLINN/RIGA (Wire) - ¦",
    "LONDON -- ¦",
    "TROMVIK, Norway (NW) _ ¦",
    "Tromvik | ¦",
    "Oslo (Wire) - ¦",
    "NEW YORK (Wire) -¦",
    "OSLO, Norway, March 7, 2023 /NewsLine/ -- ¦",
    "By Ana Tudor, Northern Wire\n\n¦",
    "By Ana Tudor and Bo Lie in Oslo\n\nTROMVIK, Norway (NW) _ ¦",
    "¦ (Reporting by Bo Lie in Oslo; Editing by Per Ek)",
    "¦ ___ Associated writers Bo Lie in Oslo and Per Ek in Paris contributed.",
    "¦\n\nWire writer Bo Lie in Oslo contributed to this report.",
]


@pytest.mark.parametrize("around", AROUND)
def test_nothing_is_claimed_around_the_text(claims_of: ClaimsOf, around: str) -> None:
    sentence = "Liv Sand met Jens Krogh on Monday."
    claims = claims_of(f"Ministers meet\n\n{around.replace('¦', sentence)}")
    assert [(c["subject"]["name"], c["relation"], c["object"]["name"]) for c in claims] == [
        ("Liv Sand", "MET", "Jens Krogh")
    ]
    assert claims[0]["evidence"]["sentence"] == sentence


def test_towns_of_datelines_are_places(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of("OSLO (Wire) - Anna Holm met Bo Lie in Oslo on Monday.")
    assert claim["where"] == "Oslo"
