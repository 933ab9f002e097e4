"""How reports on politics name whom they speak of: posts without a country, datelines, ranks, parties by adjective."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from triples import says, triple

Reader = Callable[..., list[dict[str, Any]]]

SAID = [
    # the country a post is of
    ("Chile and Peru are at odds. In Lima, President Ana Soto thanked Peru.", "Ana Soto HEADS Peru"),
    ("Chile sued Peru. Chile lost. President Jorge Silva resigned. Peru thanked Bolivia. Peru is glad.",
     "Jorge Silva HEADS Chile"),
    ("Chile lost. On Monday defence ministry spokesman Jorge Silva denied it.", "Jorge Silva WORKS_FOR Chile"),
    ("Chile thanked Peru. Chilean President Jorge Silva sacked his defence minister, Luis Mora.",
     "Luis Mora WORKS_FOR Chile"),
    ("The Fishermen's Bank lost money. Its former chief executive, Luis Mora, resigned.",
     "Luis Mora HEADS Fishermen's Bank"),
    # datelines
    ("OSLO - Norway sued Siemens.", "Norway LEGAL_ACTION_AGAINST Siemens"),
    # names, ranks and generations
    ("Norway arrested Gen. Luis Mora. Peru praised Mora.", "Norway ARRESTED Luis Mora"),
    ("Norway arrested Jorge Salas Vega. Peru praised Salas.", "Peru PRAISES Jorge Salas Vega"),
    ("Norway arrested Jorge Salas Jr. yesterday. Peru praised Salas.", "Peru PRAISES Jorge Salas Jr."),
    ("Judge Anna Holm visited Peru. On Monday Norway arrested the judge.", "Norway ARRESTED Anna Holm"),
    # whom a word speaks of
    ("Chile praised Anna Holm and Luis Mora, the mayor of Bergen.", "Luis Mora HEADS Bergen"),
    ("Anna Holm, a nurse from Bergen who sued Siemens, left.", "Anna Holm LEGAL_ACTION_AGAINST Siemens"),
    ("Chilean President Jorge Silva named Luis Mora in his place.", "Jorge Silva APPOINTED Luis Mora"),
    # parties and parts of alliances
    ("Anna Holm, the former Conservative cabinet minister, praised Chile.", "Anna Holm MEMBER_OF Conservative"),
    ("Frontex, the EU border agency, praised Chile.", "Frontex PART_OF EU"),
    ("Anna Holm thanked Chile. Holm, the leader of the Farmers Party, left. Holm's party sued Siemens.",
     "Farmers Party LEGAL_ACTION_AGAINST Siemens"),
    ("The Farmers Party, the party of Anna Holm, sued Siemens.", "Anna Holm MEMBER_OF Farmers Party"),
    ("He beat the Labour incumbent, Anna Holm.", "Anna Holm MEMBER_OF Labour"),
    ("Anna Holm represents Bergen in the Senate.", "Anna Holm MEMBER_OF Senate"),
    ("Anna Holm later chaired the board of Caledonian Bank.", "Anna Holm HEADS Caledonian Bank"),
    # contacts
    ("Chilean President Jorge Silva called Luis Mora on Sunday.", "Jorge Silva SPOKE_WITH Luis Mora"),
    ('"I met Luis Mora. I never got an answer," Anna Holm said.', "Anna Holm MET Luis Mora"),
    ("Anna Holm was replaced on an interim basis by Luis Mora.", "Luis Mora SUCCEEDS Anna Holm"),
    ("Chilean envoy Luis Mora arrived in Peru's capital on Monday.", "Luis Mora VISITED Peru"),
    ("Holm Minerals is a company in which Siemens holds a stake.", "Siemens OWNS Holm Minerals"),
    ("Ankara's envoy, Luis Mora, thanked Turkey.", "Luis Mora WORKS_FOR Turkey"),
    ("President Jorge Silva of Chile spoke. Anna Holm demanded that the president criticise Peru.",
     "Anna Holm CALLS_ON Jorge Silva"),
    ("Queen Sonja II of Norway praised Chile. In Lima Sonja met Anna Holm.", "Sonja II MET Anna Holm"),
    # the country that is visited
    ("Chilean ministers are glad. Luis Mora flew to Lima for talks with President Ana Soto.",
     "Ana Soto HEADS Peru"),
    ("Chile is glad. Luis Mora will visit Peru, where he will be received by President Ana Soto.",
     "Ana Soto HEADS Peru"),
    ("Chile is glad. Luis Mora, prime minister from 2012 to 2018, left.", "Luis Mora HEADS Chile"),
    ("Chile welcomed the leaders, including Peru's Ana Soto.", "Ana Soto HEADS Peru"),
    ("Anna Holm, whose Farmers Party sued Siemens, left.", "Anna Holm MEMBER_OF Farmers Party"),
    ("Opposition leader Anna Holm, whose Farmers Party sued Siemens, left.", "Anna Holm HEADS Farmers Party"),
    ("The Labour Party and the Green Party sued Siemens. The two parties criticised Chile.",
     "Green Party CRITICIZES Chile"),
    ("Anna Holm spent three days in Chile.", "Anna Holm VISITED Chile"),
    ("Anna Holm was arrested as she returned from Chile.", "Anna Holm VISITED Chile"),
    ("Anna Holm was in Chile to receive a prize.", "Anna Holm VISITED Chile"),
    ("Anna Holm thanked Luis Mora during a telephone conversation.", "Anna Holm SPOKE_WITH Luis Mora"),
    ("Anna Holm, vice-governor of the Bank of Slovakia, left.", "Anna Holm WORKS_FOR Bank of Slovakia"),
    ("Chile is glad. On Monday Prosecutor General Anna Holm left.", "Anna Holm WORKS_FOR Chile"),
    ("The Committee to Protect Journalists, a New York-based watchdog, left.",
     "Committee to Protect Journalists BASED_IN New York"),
    # who a paragraph speaks of
    ("Anna Holm dies\n\nAnna Holm praised Chile.\n\nHolm sued Siemens. Mr Luis Mora praised Holm.\n\n"
     "She was born in Bergen.", "Anna Holm BORN_IN Bergen"),
]  # fmt: skip

NOT_SAID = [
    ("Chile and Peru are at odds. In Lima, President Ana Soto thanked Peru.", "Ana Soto HEADS Chile"),
    ("The Fishermen's Bank lost money. Defence ministry spokesman Jorge Silva denied it.",
     "Jorge Silva WORKS_FOR Fishermen's Bank"),
    ("LIMA (Reuters) - A court in Peru jailed Luis Mora.", "Reuters BASED_IN Lima"),
    ("Chile praised Anna Holm and Luis Mora, the mayor of Bergen.", "Anna Holm HEADS Bergen"),
    ("Chilean President Jorge Silva visited Peru. Norway sued Chilean officials.",
     "Norway LEGAL_ACTION_AGAINST Jorge Silva"),
    ("Anna Holm has run the Siemens-controlled authority since 2016.", "Anna Holm HEADS Siemens"),
    ("Chilean President Jorge Silva called Luis Mora a liar.", "Jorge Silva SPOKE_WITH Luis Mora"),
    ("Bergen's mayor, Luis Mora, thanked Turkey.", "Luis Mora WORKS_FOR Norway"),
    ("Chile is glad. The Kurdish president Luis Mora left.", "Luis Mora HEADS Chile"),
    ("Luis Mora works for Siemens, a company that is based in Bergen.", "Luis Mora LIVES_IN Bergen"),
    ("Chile praised the singers, including Peru's Ana Soto.", "Ana Soto HEADS Peru"),
    ("The African Union and Siemens, the Norwegian company, left.", "African Union BASED_IN Norway"),
    ("Anna Holm chairs the council's safety committee. Bergen Council is glad.", "Anna Holm HEADS Bergen Council"),
    ("Anna Holm has run Siemens since 2016.", "Anna Holm COMPETES_WITH Siemens"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), SAID)
def test_said(claims_of: Reader, text: str, claim: str) -> None:
    assert any(says(found, triple(claim)) for found in claims_of(text))


@pytest.mark.parametrize(("text", "claim"), NOT_SAID)
def test_not_said(claims_of: Reader, text: str, claim: str) -> None:
    assert not any(says(found, triple(claim)) for found in claims_of(text))
