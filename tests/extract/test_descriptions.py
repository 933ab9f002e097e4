"""Nouns that describe what the sentence before names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from triples import says, triple

Reader = Callable[..., list[dict[str, Any]]]

SAID = [
    ("The actor Anna Holm arrived in Oslo. The actor criticised Iran.", "Anna Holm CRITICIZES Iran"),
    ("Anna Holm, a Norwegian singer, arrived on Monday. The singer criticised Iran.", "Anna Holm CRITICIZES Iran"),
    ("Anna Holm was freed on Monday. The 45-year-old had criticised Iran.", "Anna Holm CRITICIZES Iran"),
    ("Nordea met on Monday. The bank criticised Iran.", "Nordea CRITICIZES Iran"),
    ("Nokia lost money. The Finnish company bought Siemens.", "Nokia ACQUIRED Siemens"),
    ("Nokia cut jobs on Monday. Norway sued the firm.", "Norway LEGAL_ACTION_AGAINST Nokia"),
    ("Norway closed its border. The Nordic country criticised Iran.", "Norway CRITICIZES Iran"),
    ("Bergen was flooded on Monday. Anna Holm visited the city on Tuesday.", "Anna Holm VISITED Bergen"),
    ("Crete was hit by a storm. Prime minister Anna Holm travelled to the island.", "Anna Holm VISITED Crete"),
    ("The Taliban denied it. The militants attacked Afghanistan in May.", "Taliban ATTACKS Afghanistan"),
    ("The Clean Air Act was passed in 1970. Anna Holm opposed the law.", "Anna Holm OPPOSES Clean Air Act"),
]

NOT_SAID = [
    ("Oslo University met on Monday. Anna Holm sued her university.", "Anna Holm LEGAL_ACTION_AGAINST Oslo University"),
    ("BP lost money. The French company bought Siemens.", "BP ACQUIRED Siemens"),
    ("Nokia and Siemens lost money. The company criticised Iran.", "Nokia CRITICIZES Iran"),
    ("Nokia lost money. The other company criticised Iran.", "Nokia CRITICIZES Iran"),
    ("Nokia lost money. The company that won criticised Iran.", "Nokia CRITICIZES Iran"),
    ("Nokia lost money. The Finnish company bought Siemens.", "Finland ACQUIRED Siemens"),
    ("Norway closed its border. The Finnish nation criticised Iran.", "Norway CRITICIZES Iran"),
    ("The actors Anna Holm and Ben Carr arrived. The actor criticised Iran.", "Anna Holm CRITICIZES Iran"),
    ("Anna Holm met Ben Carr on Monday. The 45-year-old had criticised Iran.", "Anna Holm CRITICIZES Iran"),
]


@pytest.mark.parametrize(("text", "claim"), SAID)
def test_said(claims_of: Reader, text: str, claim: str) -> None:
    assert any(says(found, triple(claim)) for found in claims_of(text))


@pytest.mark.parametrize(("text", "claim"), NOT_SAID)
def test_not_said(claims_of: Reader, text: str, claim: str) -> None:
    assert not any(says(found, triple(claim)) for found in claims_of(text))
