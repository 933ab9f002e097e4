"""Who says it: attribution in the constructions of English."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[..., list[dict[str, Any]]]

SAID_BY = [
    # sentence, relation, who says so
    ('Tony Blair said that Norway attacked Sweden.', 'ATTACKS', ['Tony Blair']),
    ('Norway attacked Sweden, Tony Blair said.', 'ATTACKS', ['Tony Blair']),
    ('Norway attacked Sweden, said Tony Blair, a lawyer.', 'ATTACKS', ['Tony Blair']),
    ('According to Tony Blair, Norway attacked Sweden.', 'ATTACKS', ['Tony Blair']),
    ('Norway attacked Sweden, according to Reuters.', 'ATTACKS', ['Reuters']),
    ('Reuters reported that Norway attacked Sweden.', 'ATTACKS', ['Reuters']),
    ('Reuters reported Norway attacked Sweden.', 'ATTACKS', ['Reuters']),
    ('Tony Blair told Reuters that Norway attacked Sweden.', 'ATTACKS', ['Tony Blair']),
    ('Tony Blair accused Norway of attacking Sweden.', 'ATTACKS', ['Tony Blair']),
    ('Tony Blair claimed Norway had attacked Sweden.', 'ATTACKS', ['Tony Blair']),
    ('In a statement, Tony Blair said Norway attacked Sweden.', 'ATTACKS', ['Tony Blair']),
    ('Tony Blair tweeted that Norway attacked Sweden.', 'ATTACKS', ['Tony Blair']),
    ("Tony Blair's spokesman said that Norway attacked Sweden.", 'ATTACKS', ['Tony Blair']),
    ('The BBC quoted Tony Blair as saying Norway attacked Sweden.', 'ATTACKS', ['Tony Blair']),
    ('Tony Blair was quoted as saying that Norway attacked Sweden.', 'ATTACKS', ['Tony Blair']),
    ('It was reported by Reuters that Norway attacked Sweden.', 'ATTACKS', ['Reuters']),
    ('The Reuters news agency says Norway attacked Sweden.', 'ATTACKS', ['Reuters']),
    ('Reuters said Tony Blair announced that Norway attacked Sweden.', 'ATTACKS', ['Reuters', 'Tony Blair']),
    ('Tony Blair believes Norway attacked Sweden.', 'ATTACKS', ['Tony Blair']),
    ("Tony Blair cited Norway's attack on Sweden.", 'ATTACKS', ['Tony Blair']),
    ('Tony Blair: "Norway attacked Sweden in the spring".', 'ATTACKS', ['Tony Blair']),
    ('"Norway attacked Sweden. It was wrong," said Tony Blair.', 'ATTACKS', ['Tony Blair']),
    ('Tony Blair said: "We are sad. Norway attacked Sweden."', 'ATTACKS', ['Tony Blair']),
    ('"We are all very sad," Tony Blair said. "Norway attacked Sweden."', 'ATTACKS', ['Tony Blair']),
    ('Tony Blair said Norway attacked Sweden and that Denmark attacked Finland.', 'ATTACKS', ['Tony Blair']),
    ('Tony Blair said Norway attacked Sweden and killed Olof Palme.', 'KILLED', ['Tony Blair']),
    ("Tony Blair noted that Norway's attack on Sweden failed.", 'ATTACKS', ['Tony Blair']),
    ('Tony Blair has expressed that Norway attacked Sweden.', 'ATTACKS', ['Tony Blair']),
    ('A report by Amnesty International says that Norway attacked Sweden.', 'ATTACKS', ['Amnesty International']),
    ('Norway is accused by Tony Blair of attacking Sweden.', 'ATTACKS', ['Tony Blair']),
    ('Norway allegedly attacked Sweden.', 'ATTACKS', []),
    ('Tony Blair testified that Norway attacked Sweden.', 'ATTACKS', ['Tony Blair']),
    ('Per Reuters, Norway attacked Sweden.', 'ATTACKS', ['Reuters']),
    ('Reuters reports that, according to Tony Blair, Norway attacked Sweden.', 'ATTACKS', ['Reuters', 'Tony Blair']),
    ('"We are all very sad," Tony Blair said. "Really. Norway attacked Sweden."', 'ATTACKS', ['Tony Blair']),
    ('"We are all very sad," Tony Blair said. Norway attacked Sweden.', 'ATTACKS', []),
    ('A spokesman for the Norwegian government said Sweden attacked Denmark.', 'ATTACKS', ['Norwegian']),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "relation", "speakers"), SAID_BY)
def test_speakers(claims_of: Reader, sentence: str, relation: str, speakers: list[str]) -> None:
    found = [claim["attributed_to"] for claim in claims_of(sentence) if claim["relation"] == relation]
    assert found
    assert all(names == speakers for names in found)


def test_a_paragraph_ends_a_speech(claims_of: Reader) -> None:
    text = '"We are all very sad," Tony Blair said.\n\n"Norway attacked Sweden."'
    assert [c["attributed_to"] for c in claims_of(text) if c["relation"] == "ATTACKS"] == [[]]
