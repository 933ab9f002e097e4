"""What a claim carries besides its ends; the articles are published on Wednesday 16 May 2012."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from triples import the

PUBLISHED = "2012-05-16"
Reader = Callable[..., list[dict[str, Any]]]

ASSERTED = [
    # sentence, claim, polarity, modality
    ("Angela Merkel met Tony Blair.", "Angela Merkel MET Tony Blair", "affirmed", "actual"),
    ("Angela Merkel did not meet Tony Blair.", "Angela Merkel MET Tony Blair", "negated", "actual"),
    ("Angela Merkel refused to meet Tony Blair.", "Angela Merkel MET Tony Blair", "negated", "actual"),
    ("No talks were held between Serbia and Kosovo.", "Serbia MET Kosovo", "negated", "actual"),
    ("Neither Serbia nor Kosovo signed the treaty with Albania.", "Serbia SIGNED_AGREEMENT_WITH Albania",
     "negated", "actual"),
    ("Canada denied supplying Syria.", "Canada SUPPLIES Syria", "negated", "actual"),
    ("France withdrew its troops from Mali.", "France DEPLOYS_TO Mali", "negated", "actual"),
    ("Angela Merkel will not visit Moscow.", "Angela Merkel VISITED Moscow", "negated", "planned"),
    ("Angela Merkel will meet Tony Blair.", "Angela Merkel MET Tony Blair", "affirmed", "planned"),
    ("Angela Merkel is to visit Moscow.", "Angela Merkel VISITED Moscow", "affirmed", "planned"),
    ("Angela Merkel is expected to visit Moscow.", "Angela Merkel VISITED Moscow", "affirmed", "planned"),
    ("Statoil said it would supply Poland.", "Statoil SUPPLIES Poland", "affirmed", "planned"),
    ("Siemens won a contract to deliver trains to Egypt.", "Siemens SUPPLIES Egypt", "affirmed", "planned"),
    ("Angela Merkel may visit Moscow.", "Angela Merkel VISITED Moscow", "affirmed", "possible"),
    ("If Iraq attacks Kuwait, oil will cost more.", "Iraq ATTACKS Kuwait", "affirmed", "possible"),
    ("Canada threatened to sanction Cuba.", "Canada SANCTIONS Cuba", "affirmed", "possible"),
    ("Norway was urged to supply Poland.", "Norway SUPPLIES Poland", "affirmed", "requested"),
    ("Norway should supply Poland.", "Norway SUPPLIES Poland", "affirmed", "requested"),
    ("Norway urged Sweden to condemn Syria.", "Sweden CRITICIZES Syria", "affirmed", "requested"),
    ("Norway urged Sweden to condemn Syria.", "Norway CALLS_ON Sweden", "affirmed", "actual"),
]  # fmt: skip

STATUS = [
    ("Former French president Jacques Chirac died.", "Jacques Chirac HEADS France", "former"),
    ("Tony Blair was prime minister of Britain.", "Tony Blair HEADS Britain", "former"),
    ("French president Jacques Chirac spoke.", "Jacques Chirac HEADS France", "current"),
    ("The incoming French president, Nicolas Sarkozy, met Tony Blair.", "Nicolas Sarkozy HEADS France", "future"),
    ("Kofi Annan worked for the World Bank.", "Kofi Annan WORKS_FOR World Bank", "former"),
    ("Norway is a member of NATO.", "Norway MEMBER_OF NATO", "current"),
    ("Apple sued Samsung.", "Apple LEGAL_ACTION_AGAINST Samsung", None),
]

SPEAKERS = [
    ("Apple sued Samsung.", "Apple LEGAL_ACTION_AGAINST Samsung", []),
    ("Angela Merkel said Apple had sued Samsung.", "Apple LEGAL_ACTION_AGAINST Samsung", ["Angela Merkel"]),
    ('"Iraq attacked Kuwait," said Margaret Thatcher.', "Iraq ATTACKS Kuwait", ["Margaret Thatcher"]),
    ("Apple sued Samsung, according to Reuters and Bloomberg.", "Apple LEGAL_ACTION_AGAINST Samsung",
     ["Reuters", "Bloomberg"]),
    ("Siemens announced that it had signed a contract with Petrobras, Reuters reported.",
     "Siemens SIGNED_AGREEMENT_WITH Petrobras", ["Reuters", "Siemens"]),
    ("Iraq attacked Kuwait, Margaret Thatcher told the BBC.", "Iraq ATTACKS Kuwait", ["Margaret Thatcher"]),
    ("Angela Merkel met Tony Blair. She said Apple had sued Samsung.", "Apple LEGAL_ACTION_AGAINST Samsung",
     ["Angela Merkel"]),
]  # fmt: skip

WHEN = [
    ("Angela Merkel met Tony Blair in Berlin on Monday.", "Angela Merkel MET Tony Blair",
     ("2012-05-14", "2012-05-14", "day", "Monday")),
    ("Angela Merkel will meet Tony Blair on Friday.", "Angela Merkel MET Tony Blair",
     ("2012-05-18", "2012-05-18", "day", "Friday")),
    ("On 3 May 2012 Angela Merkel met Tony Blair.", "Angela Merkel MET Tony Blair",
     ("2012-05-03", "2012-05-03", "day", "3 May 2012")),
    ("Richard Nixon visited China in 1972.", "Richard Nixon VISITED China",
     ("1972-01-01", "1972-12-31", "year", "1972")),
    ("Apple sued Samsung last year.", "Apple LEGAL_ACTION_AGAINST Samsung",
     ("2011-01-01", "2011-12-31", "year", "last year")),
    ("The treaty between Chile and Argentina was signed in 1984.", "Chile SIGNED_AGREEMENT_WITH Argentina",
     ("1984-01-01", "1984-12-31", "year", "1984")),
    ("Angela Merkel will fly to Riga on Monday and travel on to Tallinn on Tuesday.",
     "Angela Merkel VISITED Riga", ("2012-05-21", "2012-05-21", "day", "Monday")),
    ("Angela Merkel will fly to Riga on Monday and travel on to Tallinn on Tuesday.",
     "Angela Merkel VISITED Tallinn", ("2012-05-22", "2012-05-22", "day", "Tuesday")),
    ("Kofi Annan has worked for the World Bank since 1962.", "Kofi Annan WORKS_FOR World Bank",
     ("1962-01-01", None, "year", "since 1962")),
    ("Angela Merkel met Tony Blair.", "Angela Merkel MET Tony Blair", None),
]  # fmt: skip

WORDS = [
    # sentence, claim, field, value
    ("Angela Merkel met Tony Blair in Berlin.", "Angela Merkel MET Tony Blair", "where", "Berlin"),
    ("Sweden criticised Denmark over the new border checks.", "Sweden CRITICIZES Denmark", "topic",
     "new border checks"),
    ("Sweden opposes the bonus scheme of Volvo.", "Sweden OPPOSES Volvo", "topic", "bonus scheme of Volvo"),
    ("Norway urged Israel to release the prisoners.", "Norway CALLS_ON Israel", "topic", "release the prisoners"),
    ("Angela Merkel phoned Tony Blair about the euro crisis.", "Angela Merkel SPOKE_WITH Tony Blair", "topic",
     "euro crisis"),
    ("Statoil supplies natural gas to Germany.", "Statoil SUPPLIES Germany", "product", "natural gas"),
    ("India buys oil from Saudi Arabia.", "Saudi Arabia SUPPLIES India", "product", "oil"),
    ("Statoil will supply 3bn cubic metres of gas a year to Poland.", "Statoil SUPPLIES Poland", "product", "gas"),
    ("Siemens signed a 12-year contract with Petrobras.", "Siemens SIGNED_AGREEMENT_WITH Petrobras", "duration",
     "12 years"),
    ("Statoil will supply gas to Poland for 15 years.", "Statoil SUPPLIES Poland", "duration", "15 years"),
    ("German chancellor Angela Merkel visited Oslo.", "Angela Merkel HEADS Germany", "title", "chancellor"),
    ("Angela Merkel outlived Tony Blair.", "Angela Merkel RELATED_TO Tony Blair", "predicate", "outlive"),
]  # fmt: skip

AMOUNTS = [
    ("Statoil will supply 3bn cubic metres of gas a year to Poland.", "Statoil SUPPLIES Poland",
     3_000_000_000, "m³/year", "3bn cubic metres of gas a year"),
    ("Siemens signed a contract with Petrobras worth $90 million.", "Siemens SIGNED_AGREEMENT_WITH Petrobras",
     90_000_000, "USD", "$90 million"),
    ("The World Bank lent $2 billion to Argentina.", "World Bank AIDS Argentina", 2_000_000_000, "USD", "$2 billion"),
    ("Britain sent 300 soldiers to Gibraltar.", "Britain DEPLOYS_TO Gibraltar", 300, "soldiers", "300 soldiers"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "polarity", "modality"), ASSERTED)
def test_polarity_and_modality(claims_of: Reader, text: str, wanted: str, polarity: str, modality: str) -> None:
    claim = the(claims_of(text, PUBLISHED), wanted)
    assert (claim["polarity"], claim["modality"]) == (polarity, modality)


@pytest.mark.parametrize(("text", "wanted", "status"), STATUS)
def test_status(claims_of: Reader, text: str, wanted: str, status: str | None) -> None:
    assert the(claims_of(text, PUBLISHED), wanted)["status"] == status


@pytest.mark.parametrize(("text", "wanted", "speakers"), SPEAKERS)
def test_attribution_outermost_first(claims_of: Reader, text: str, wanted: str, speakers: list[str]) -> None:
    assert the(claims_of(text, PUBLISHED), wanted)["attributed_to"] == speakers


@pytest.mark.parametrize(("text", "wanted", "expected"), WHEN)
def test_when(claims_of: Reader, text: str, wanted: str, expected: tuple[str | None, ...] | None) -> None:
    when = the(claims_of(text, PUBLISHED), wanted)["when"]
    assert (when and (when["start"], when["end"], when["precision"], when["text"])) == expected


def test_a_weekday_without_a_publication_date_keeps_its_words(claims_of: Reader) -> None:
    when = the(claims_of("Angela Merkel met Tony Blair on Monday."), "Angela Merkel MET Tony Blair")["when"]
    assert (when["start"], when["end"], when["text"]) == (None, None, "Monday")


@pytest.mark.parametrize(("text", "wanted", "field", "value"), WORDS)
def test_words_of_the_text(claims_of: Reader, text: str, wanted: str, field: str, value: str) -> None:
    assert the(claims_of(text, PUBLISHED), wanted)[field] == value


@pytest.mark.parametrize(("text", "wanted", "value", "unit", "words"), AMOUNTS)
def test_amount(claims_of: Reader, text: str, wanted: str, value: float, unit: str, words: str) -> None:
    assert the(claims_of(text, PUBLISHED), wanted)["amount"] == {"value": value, "unit": unit, "text": words}


def test_a_price_is_no_topic(claims_of: Reader) -> None:
    claim = the(claims_of("Siemens sold 40 trains to Egypt for $2 billion."), "Siemens SUPPLIES Egypt")
    assert claim["topic"] is None


def test_the_duration_of_a_deal_is_that_of_what_it_is_for(claims_of: Reader) -> None:
    text = "Siemens signed a 12-year contract with Petrobras to supply turbines."
    assert the(claims_of(text), "Siemens SUPPLIES Petrobras")["duration"] == "12 years"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Angela Merkel will be chancellor of Germany.", "Angela Merkel HEADS Germany"),
        ("French president-elect Nicolas Sarkozy met Tony Blair.", "Nicolas Sarkozy HEADS France"),
    ],
)
def test_a_post_to_come(claims_of: Reader, text: str, wanted: str) -> None:
    assert the(claims_of(text), wanted)["status"] == "future"
