"""Which date of a sentence belongs to which event; the articles are published on Wednesday 16 May 2012."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

PUBLISHED = "2012-05-16"
Reader = Callable[..., list[dict[str, Any]]]

WHEN = [
    # sentence, relation, how the start of its date begins
    ("Friday's meeting between Angela Merkel and Tony Blair was short.", "MET", "2012-05-11"),
    ("At Friday's meeting with Tony Blair, Angela Merkel praised Norway.", "MET", "2012-05-11"),
    ("Angela Merkel met Tony Blair on Monday before the summit in Oslo.", "MET", "2012-05-14"),
    ("On Monday, Angela Merkel met Tony Blair and praised Norway.", "PRAISES", "2012-05-14"),
    ("Angela Merkel, who met Tony Blair on Monday, praised Norway.", "MET", "2012-05-14"),
    ("Angela Merkel will fly to Riga on 14 June and to Tallinn the next day.", "VISITED", "2012-06-1"),
    ("The contract, signed in 2004 between Statoil and Siemens, ends soon.", "SIGNED_AGREEMENT_WITH", "2004"),
    ("Statoil signed a contract with Siemens in 2004 to supply Poland.", "SIGNED_AGREEMENT_WITH", "2004"),
    ("Since its annexation of Crimea in 2014, Russia has attacked Ukraine.", "ATTACKS", "2014"),
    ("Russia, which annexed Crimea in 2014, praised Norway.", "ATTACKS", "2014"),
    ("After annexing Crimea in 2014, Russia praised Norway.", "ATTACKS", "2014"),
    ("In a statement on Tuesday, Norway condemned Sweden.", "CRITICIZES", "2012-05-15"),
    ("Norway condemned Sweden in a statement published on Tuesday.", "CRITICIZES", "2012-05-15"),
    ("Norway said on Tuesday that it supports Sweden.", "SUPPORTS", "2012-05-15"),
    ("Norway told Sweden on Tuesday that Denmark had attacked Syria.", "SPOKE_WITH", "2012-05-15"),
    ("Angela Merkel arrived in Moscow on Tuesday for talks with Tony Blair.", "MET", "2012-05-15"),
    ("Angela Merkel arrived in Moscow on Tuesday for talks with Tony Blair.", "VISITED", "2012-05-15"),
    ("Angela Merkel held talks on Tuesday with Tony Blair.", "MET", "2012-05-15"),
    ("Angela Merkel's visit to Moscow on Tuesday was short.", "VISITED", "2012-05-15"),
    ("Angela Merkel's Tuesday visit to Moscow was short.", "VISITED", "2012-05-15"),
    ("Angela Merkel last met Tony Blair in 2004.", "MET", "2004"),
    ("The last time Angela Merkel met Tony Blair was in 2004.", "MET", "2004"),
    ("It was on Tuesday that Angela Merkel met Tony Blair.", "MET", "2012-05-15"),
    ("When Angela Merkel met Tony Blair in 2004, she praised Norway.", "MET", "2004"),
    ("Angela Merkel met Tony Blair yesterday.", "MET", "2012-05-15"),
    ("Angela Merkel is to meet Tony Blair tomorrow.", "MET", "2012-05-17"),
    ("Angela Merkel will meet Tony Blair next week.", "MET", "2012-05-21"),
    ("Angela Merkel met Tony Blair last month.", "MET", "2012-04"),
    ("Angela Merkel met Tony Blair earlier this week.", "MET", "2012-05-14"),
    ("Angela Merkel met Tony Blair two days ago.", "MET", "2012-05-14"),
    ("Angela Merkel, visiting Moscow on Tuesday, praised Norway.", "VISITED", "2012-05-15"),
    ("Angela Merkel visited Moscow on Tuesday to meet Tony Blair.", "MET", "2012-05-15"),
    ("Angela Merkel was elected president of Germany in 2004.", "HEADS", "2004"),
    ("Angela Merkel has been president of Germany since 2004.", "HEADS", "2004"),
    ("Angela Merkel, president of Germany since 2004, praised Norway.", "HEADS", "2004"),
    ("Tony Blair was born in Oslo on 3 May 1950.", "BORN_IN", "1950-05-03"),
    ("Tony Blair was born on 3 May 1950 in Oslo.", "BORN_IN", "1950-05-03"),
    ("Tony Blair died in Oslo on Tuesday at the age of 90.", "DIED_IN", "2012-05-15"),
    ("Google bought YouTube in 2006 for $1.6 billion.", "ACQUIRED", "2006"),
    ("Google's 2006 purchase of YouTube was praised.", "ACQUIRED", "2006"),
    ("The 2006 meeting between Angela Merkel and Tony Blair was short.", "MET", "2006"),
    ("In October 2006, Google acquired YouTube.", "ACQUIRED", "2006-10"),
    ("Angela Merkel opened the summit in Oslo on Tuesday, where she met Tony Blair.", "MET", "2012-05-15"),
    ("Norway imposed sanctions on Sweden in March and lifted them in April.", "SANCTIONS", "2012-03"),
    ("Norway sued Google on Tuesday, accusing it of fraud.", "ACCUSES", "2012-05-15"),
    ("Norway sued Google on Tuesday after it attacked Sweden.", "LEGAL_ACTION_AGAINST", "2012-05-15"),
    ("Angela Merkel, speaking on Tuesday, praised Tony Blair.", "PRAISES", "2012-05-15"),
    ("Speaking in Oslo on Tuesday, Angela Merkel praised Tony Blair.", "PRAISES", "2012-05-15"),
    ("Angela Merkel told reporters on Tuesday she would meet Tony Blair on Friday.", "MET", "2012-05-18"),

    ("Norway and Sweden said they oppose Denmark in a statement released after their meeting in Oslo on Friday.",
     "OPPOSES", "2012-05-11"),
    ("Norway, in a statement issued on Friday, backed Sweden.", "SUPPORTS", "2012-05-11"),
    # events with names: their year is when one takes part, and what is to come is planned
    ("Angela Merkel took part in the 2008 Olympics.", "PARTICIPATED_IN", "2008"),
    ("Tony Blair lost to Angela Merkel in the 2005 World Cup.", "DEFEATED", "2005"),
]  # fmt: skip

UNDATED = [
    ("Norway said on Tuesday that it had condemned Sweden.", "CRITICIZES"),
    ("Norway promised on Tuesday to supply Sweden.", "SUPPLIES"),
    ("Tony Blair criticised the 2008 Olympics.", "CRITICIZES"),
]


def starts(claims: list[dict[str, Any]], relation: str) -> set[str | None]:
    return {claim["when"] and claim["when"]["start"] for claim in claims if claim["relation"] == relation}


@pytest.mark.parametrize(("sentence", "relation", "expected"), WHEN)
def test_when(claims_of: Reader, sentence: str, relation: str, expected: str) -> None:
    found = starts(claims_of(sentence, PUBLISHED), relation)
    assert found
    assert all((start or "").startswith(expected) for start in found)


@pytest.mark.parametrize(("sentence", "relation"), UNDATED)
def test_undated(claims_of: Reader, sentence: str, relation: str) -> None:
    assert starts(claims_of(sentence, PUBLISHED), relation) == {None}


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Angela Merkel took part in the 2016 Olympics.", "planned"),
        ("Angela Merkel took part in the 2008 Olympics.", "actual"),
        ("Angela Merkel is a candidate in the 2013 German election.", "planned"),
        ("Angela Merkel was a candidate in the 2009 German election.", "actual"),
        ("Angela Merkel attended the World Cup.", "actual"),
    ],
)
def test_who_takes_part_in_what_is_to_come_plans_it(claims_of: Reader, sentence: str, modality: str) -> None:
    found = {c["modality"] for c in claims_of(sentence, PUBLISHED) if c["relation"] == "PARTICIPATED_IN"}
    assert found == {modality}


def test_a_headline_takes_the_date_that_the_text_gives(claims_of: Reader) -> None:
    text = "Tony Blair dies in Oslo\n\nTony Blair, a lawyer, died on Tuesday. He was 90."
    assert starts(claims_of(text, PUBLISHED), "DIED_IN") == {"2012-05-15"}
