"""Ways to say a thing: each row is a construction of the clause layer, with all typed claims of the sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from triples import compare

VOICE = [
    ("Reykjavik was visited by Ronald Reagan in 1986.", "Ronald Reagan VISITED Reykjavik"),
    ("Fidel Castro was invited by Denmark.", "Denmark INVITED Fidel Castro"),
    ("Venezuela was accused by Colombia of sheltering rebels.", "Colombia ACCUSES Venezuela"),
    ("YouTube, acquired by Google in 2006, sued Viacom.",
     "Google ACQUIRED YouTube; YouTube LEGAL_ACTION_AGAINST Viacom"),
    ("Eric Holder was appointed by Barack Obama.", "Barack Obama APPOINTED Eric Holder"),
    ("Hillary Clinton was named secretary of state by Barack Obama.", "Barack Obama APPOINTED Hillary Clinton"),
]  # fmt: skip

CLAUSES = [
    # relative clauses
    ("Angela Merkel, who met Tony Blair in Berlin, praised Bill Clinton.",
     "Angela Merkel MET Tony Blair; Angela Merkel PRAISES Bill Clinton"),
    ("Tony Blair, whom Angela Merkel met in Berlin, praised Bill Clinton.",
     "Angela Merkel MET Tony Blair; Tony Blair PRAISES Bill Clinton"),
    ("In 2004 Siemens, which is based in Munich, sold trains to Egypt.",
     "Siemens BASED_IN Munich; Siemens SUPPLIES Egypt"),
    # control, raising, purpose
    ("Siemens agreed to supply Poland.", "Siemens SUPPLIES Poland"),
    ("Angela Merkel persuaded Barack Obama to visit Dresden.", "Barack Obama VISITED Dresden"),
    ("Norway urged Sweden to condemn Syria.", "Norway CALLS_ON Sweden; Sweden CRITICIZES Syria"),
    ("Angela Merkel is expected to visit Moscow.", "Angela Merkel VISITED Moscow"),
    ("Siemens signed a deal with Petrobras to supply turbines.",
     "Siemens SIGNED_AGREEMENT_WITH Petrobras; Siemens SUPPLIES Petrobras"),
    ("Siemens won a contract to deliver trains to Egypt.", "Siemens SUPPLIES Egypt"),
    ("Norway called for Israel to lift the blockade.", "Norway CALLS_ON Israel"),
    # participles and gerunds
    ("Angela Merkel left Paris, accusing Syria of murder.", "Angela Merkel ACCUSES Syria"),
    ("Poland was alone in backing Ukraine.", "Poland SUPPORTS Ukraine"),
    ("Apple responded by suing Samsung.", "Apple LEGAL_ACTION_AGAINST Samsung"),
    ("Egypt and Jordan signed a statement calling on Israel to withdraw.",
     "Egypt SIGNED_AGREEMENT_WITH Jordan; Egypt CALLS_ON Israel; Jordan CALLS_ON Israel"),
    # coordination
    ("Canada and Mexico condemned Cuba and praised Panama.",
     "Canada CRITICIZES Cuba; Mexico CRITICIZES Cuba; Canada PRAISES Panama; Mexico PRAISES Panama"),
    ("Angela Merkel visited Poland, Latvia and Estonia.",
     "Angela Merkel VISITED Poland; Angela Merkel VISITED Latvia; Angela Merkel VISITED Estonia"),
    ("Angela Merkel met Tony Blair and later flew to Warsaw.",
     "Angela Merkel MET Tony Blair; Angela Merkel VISITED Warsaw"),
    # reported speech keeps the clause inside
    ("Angela Merkel said Apple had sued Samsung.", "Apple LEGAL_ACTION_AGAINST Samsung"),
    ("According to Reuters, Apple sued Samsung.", "Apple LEGAL_ACTION_AGAINST Samsung"),
]  # fmt: skip

EVENTS = [
    ("Nixon's visit to China surprised Japan.", "Nixon VISITED China"),
    ("Angela Merkel arrived in Warsaw for talks with Donald Tusk.",
     "Angela Merkel VISITED Warsaw; Angela Merkel MET Donald Tusk"),
    ("Norway signed a series of deals with Chile.", "Norway SIGNED_AGREEMENT_WITH Chile"),
    ("A contract between Siemens and Petrobras was announced.", "Siemens SIGNED_AGREEMENT_WITH Petrobras"),
    ("The assassination of Anwar Sadat by Khalid Islambouli shocked Egypt.", "Khalid Islambouli KILLED Anwar Sadat"),
    ("Angela Merkel paid a visit to Latvia.", "Angela Merkel VISITED Latvia"),
]  # fmt: skip

POSTS = [
    ("Angela Merkel, chancellor of Germany, resigned.", "Angela Merkel HEADS Germany"),
    ("The German chancellor, Angela Merkel, resigned.", "Angela Merkel HEADS Germany"),
    ("German chancellor Angela Merkel visited Oslo.", "Angela Merkel HEADS Germany; Angela Merkel VISITED Oslo"),
    ("Presidents Hosni Mubarak of Egypt and Jimmy Carter of the United States met.",
     "Hosni Mubarak HEADS Egypt; Jimmy Carter HEADS United States; Hosni Mubarak MET Jimmy Carter"),
    ("Jen Psaki, a spokeswoman for the White House, declined to comment.", "Jen Psaki WORKS_FOR White House"),
    ("Eric Schmidt served as chief executive of Google.", "Eric Schmidt HEADS Google"),
    ("Russia's Vladimir Putin met Angela Merkel.",
     "Vladimir Putin CITIZEN_OF Russia; Vladimir Putin MET Angela Merkel"),
]  # fmt: skip

NOUNS = [
    ("Nelson Mandela condemned the American invasion of Iraq.",
     "Nelson Mandela CRITICIZES United States; United States ATTACKS Iraq"),
    ("Tony Blair's successor, Gordon Brown, met Angela Merkel.",
     "Gordon Brown SUCCEEDS Tony Blair; Gordon Brown MET Angela Merkel"),
    ("Michelle Obama, the wife of Barack Obama, visited Oslo.",
     "Michelle Obama SPOUSE_OF Barack Obama; Michelle Obama VISITED Oslo"),
    ("John Kennedy's brother, Robert Kennedy, was a senator.", "John Kennedy SIBLING_OF Robert Kennedy"),
    ("Volkswagen, the owner of Audi, sued Renault.",
     "Volkswagen OWNS Audi; Volkswagen LEGAL_ACTION_AGAINST Renault"),
    ("The Munich-based company Siemens sued Apple.",
     "Siemens BASED_IN Munich; Siemens LEGAL_ACTION_AGAINST Apple"),
    ("The Russian state corporation Rosatom sued Siemens.",
     "Rosatom BASED_IN Russia; Russia OWNS Rosatom; Rosatom LEGAL_ACTION_AGAINST Siemens"),
    ("Sweden's government thanked Denmark.", "Sweden PRAISES Denmark"),
    ("Italian sculptor Antonio Canova died in Venice.",
     "Antonio Canova CITIZEN_OF Italy; Antonio Canova DIED_IN Venice"),
]  # fmt: skip

METONYMS = [
    ("Moscow backed Damascus.", "Russia SUPPORTS Syria"),
    ("Beijing thanked Tokyo.", "China PRAISES Japan"),
    ("Angela Merkel flew to Moscow.", "Angela Merkel VISITED Moscow"),  # the place itself
]

ARGUMENTS = [
    ("Leaders such as Angela Merkel and Tony Blair praised Canada.",
     "Angela Merkel PRAISES Canada; Tony Blair PRAISES Canada"),
    ("Kenya's president, Uhuru Kenyatta, and Raila Odinga shook hands in Nairobi.",
     "Uhuru Kenyatta HEADS Kenya; Uhuru Kenyatta MET Raila Odinga"),
    ("The mayor of Paris, Anne Hidalgo, met Sadiq Khan.", "Anne Hidalgo HEADS Paris; Anne Hidalgo MET Sadiq Khan"),
    ("Turkey shot down a Russian jet on Tuesday.", "Turkey ATTACKS Russia"),
    ("PARIS, 3 May 2021 (Wire) - France met Germany on Monday.", "France MET Germany"),
    ("Egypt co-founded the African Union.", "Egypt FOUNDED African Union"),
    ("Two officials met Angela Merkel after Tony Blair and Bill Clinton had left.", ""),
    ("Barack Obama appointed Hillary Clinton secretary of state.", "Barack Obama APPOINTED Hillary Clinton"),
    ("Beijing condemned the decision by Washington.", "China CRITICIZES United States"),
    ("Ronald Reagan sent Congress a letter.", "Ronald Reagan SPOKE_WITH Congress"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [*VOICE, *CLAUSES, *EVENTS, *POSTS, *NOUNS, *METONYMS, *ARGUMENTS],
    ids=lambda value: value[:60],
)
def test_construction(claims_of: Callable[..., list[dict[str, Any]]], sentence: str, expected: str) -> None:
    assert compare(claims_of(sentence), expected) == ([], [])
