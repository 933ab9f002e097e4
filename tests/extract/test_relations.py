"""Every relation of the closed list from sentences that say it, and from none that do not: all typed claims of a
sentence must be these and no others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from triples import RELATIONS, compare, triple

from kg.model import OPEN_RELATION

CONTACT = [
    ("Angela Merkel met Tony Blair in Berlin on Monday.", "Angela Merkel MET Tony Blair"),
    ("Angela Merkel and Tony Blair held talks in Berlin.", "Angela Merkel MET Tony Blair"),
    ("Friday's meeting between Angela Merkel and Tony Blair lasted an hour.", "Angela Merkel MET Tony Blair"),
    ("Barack Obama shook hands with Raul Castro in Johannesburg.", "Barack Obama MET Raul Castro"),
    ("Nelson Mandela phoned Bill Clinton.", "Nelson Mandela SPOKE_WITH Bill Clinton"),
    ("Angela Merkel told Reuters that the talks had failed.", "Angela Merkel SPOKE_WITH Reuters"),
    ("Tony Blair and Bill Clinton spoke by telephone.", "Tony Blair SPOKE_WITH Bill Clinton"),
    ("Margaret Thatcher wrote to Ronald Reagan.", "Margaret Thatcher SPOKE_WITH Ronald Reagan"),
    ("Richard Nixon visited China in 1972.", "Richard Nixon VISITED China"),
    ("Angela Merkel flew to Warsaw.", "Angela Merkel VISITED Warsaw"),
    ("Norway hosted Ronald Reagan.", "Norway HOSTED Ronald Reagan"),
    ("Japan welcomed Barack Obama.", "Japan HOSTED Barack Obama"),
    ("Denmark invited Fidel Castro to Copenhagen.", "Denmark INVITED Fidel Castro"),
    ("Norway urged Israel to release the prisoners.", "Norway CALLS_ON Israel"),
    ("Norway called on Israel to lift the blockade.", "Norway CALLS_ON Israel"),
    ("Sweden asked Denmark to close the border.", "Sweden CALLS_ON Denmark"),
    ("Sweden criticised Denmark over the new border checks.", "Sweden CRITICIZES Denmark"),
    ("Greenpeace is critical of Shell.", "Greenpeace CRITICIZES Shell"),
    ("Colombia accused Venezuela of sheltering rebels.", "Colombia ACCUSES Venezuela"),
    ("Bill Clinton praised Nelson Mandela.", "Bill Clinton PRAISES Nelson Mandela"),
    ("Tony Blair paid tribute to Robin Cook.", "Tony Blair PRAISES Robin Cook"),
    ("Barack Obama congratulated Angela Merkel.", "Barack Obama PRAISES Angela Merkel"),
    ("Tony Blair backed George W. Bush.", "Tony Blair SUPPORTS George W. Bush"),
    ("Canada expressed support for Mexico.", "Canada SUPPORTS Mexico"),
    ("Sweden opposes the bonus scheme of Volvo.", "Sweden OPPOSES Volvo"),
    ("France vetoed Britain's application.", "France OPPOSES Britain"),
    ("North Korea threatened Japan.", "North Korea THREATENS Japan"),
    ("Serbia is negotiating with Kosovo.", "Serbia NEGOTIATES_WITH Kosovo"),
    ("Negotiations between Colombia and Venezuela resumed.", "Colombia NEGOTIATES_WITH Venezuela"),
    ("Norway signed a fishing agreement with Russia in 2010.", "Norway SIGNED_AGREEMENT_WITH Russia"),
    ("Egypt and Israel signed a peace treaty in 1979.", "Egypt SIGNED_AGREEMENT_WITH Israel"),
    ("A treaty between Chile and Argentina ended the dispute.", "Chile SIGNED_AGREEMENT_WITH Argentina"),
    ("Toyota cooperates with BMW.", "Toyota COOPERATES_WITH BMW"),
    ("Japan and India deepened cooperation.", "Japan COOPERATES_WITH India"),
    ("Norway gave aid to Haiti.", "Norway AIDS Haiti"),
    ("Norway gave Haiti aid.", "Norway AIDS Haiti"),
    ("The World Bank lent $2 billion to Argentina.", "World Bank AIDS Argentina"),
    ("Canada imposed sanctions on Belarus.", "Canada SANCTIONS Belarus"),
    ("Belarus was sanctioned by Canada.", "Canada SANCTIONS Belarus"),
]

CONFLICT = [
    ("Iraq invaded Kuwait in 1990.", "Iraq ATTACKS Kuwait"),
    ("Iraq's invasion of Kuwait began in 1990.", "Iraq ATTACKS Kuwait"),
    ("The annexation of Crimea by Russia was condemned.", "Russia ATTACKS Crimea"),
    ("Lee Harvey Oswald killed John F. Kennedy.", "Lee Harvey Oswald KILLED John F. Kennedy"),
    ("John Lennon was murdered by Mark Chapman.", "Mark Chapman KILLED John Lennon"),
    ("Britain sent warships to Gibraltar.", "Britain DEPLOYS_TO Gibraltar"),
    ("The United States deployed troops in Kuwait.", "United States DEPLOYS_TO Kuwait"),
    ("Chile arrested Augusto Pinochet.", "Chile ARRESTED Augusto Pinochet"),
    ("Augusto Pinochet was detained by Scotland Yard.", "Scotland Yard ARRESTED Augusto Pinochet"),
    ("Apple sued Samsung in 2011.", "Apple LEGAL_ACTION_AGAINST Samsung"),
    ("Apple filed a lawsuit against Samsung.", "Apple LEGAL_ACTION_AGAINST Samsung"),
    ("The European Commission fined Microsoft.", "European Commission LEGAL_ACTION_AGAINST Microsoft"),
]

ROLES = [
    ("Tim Cook is the chief executive of Apple.", "Tim Cook HEADS Apple"),
    ("Lech Walesa led Solidarity.", "Lech Walesa HEADS Solidarity"),
    ("Norway's foreign minister Jonas Store resigned.", "Jonas Store WORKS_FOR Norway"),
    ("Kofi Annan worked for the World Bank.", "Kofi Annan WORKS_FOR World Bank"),
    ("Norway is a member of NATO.", "Norway MEMBER_OF NATO"),
    ("Sweden joined the European Union in 1995.", "Sweden MEMBER_OF European Union"),
    ("Audi is a subsidiary of Volkswagen.", "Audi PART_OF Volkswagen"),
    ("Volkswagen owns Audi.", "Volkswagen OWNS Audi"),
    ("Boeing is based in Chicago.", "Boeing BASED_IN Chicago"),
    ("Finland's Nokia sued Apple.", "Nokia BASED_IN Finland; Nokia LEGAL_ACTION_AGAINST Apple"),
    ("Apple was founded by Steve Jobs.", "Steve Jobs FOUNDED Apple"),
    ("Bill Gates, co-founder of Microsoft, visited India.", "Bill Gates FOUNDED Microsoft; Bill Gates VISITED India"),
    ("George W. Bush nominated John Roberts.", "George W. Bush APPOINTED John Roberts"),
    ("Barack Obama appointed Eric Holder.", "Barack Obama APPOINTED Eric Holder"),
    ("Boris Yeltsin dismissed Viktor Chernomyrdin.", "Boris Yeltsin DISMISSED Viktor Chernomyrdin"),
    ("Gordon Brown succeeded Tony Blair in 2007.", "Gordon Brown SUCCEEDS Tony Blair"),
    ("Barack Obama defeated John McCain in 2008.", "Barack Obama DEFEATED John McCain"),
    ("John McCain lost to Barack Obama.", "Barack Obama DEFEATED John McCain"),
    ("Airbus competes with Boeing.", "Airbus COMPETES_WITH Boeing"),
    ("Boeing, a rival of Airbus, cut jobs.", "Boeing COMPETES_WITH Airbus"),
]

BUSINESS = [
    ("Siemens supplies turbines to Brazil.", "Siemens SUPPLIES Brazil"),
    ("India buys oil from Saudi Arabia.", "Saudi Arabia SUPPLIES India"),
    ("Ryanair ordered 50 jets from Boeing.", "Boeing SUPPLIES Ryanair"),
    ("Google acquired YouTube in 2006.", "Google ACQUIRED YouTube"),
    ("Google's acquisition of YouTube was completed.", "Google ACQUIRED YouTube"),
    ("Exxon merged with Mobil in 1999.", "Exxon MERGED_WITH Mobil"),
    ("Intel invested in Ireland.", "Intel INVESTS_IN Ireland"),
    ('Leo Tolstoy wrote "War and Peace".', "Leo Tolstoy PRODUCES War and Peace"),
]

PEOPLE = [
    ("Angela Merkel attended the World Cup.", "Angela Merkel PARTICIPATED_IN World Cup"),
    ("French engineer Louis Renault raced in Vienna.", "Louis Renault CITIZEN_OF France"),
    ("Jane Goodall is a citizen of Britain.", "Jane Goodall CITIZEN_OF Britain"),
    ("Edward Snowden lives in Moscow.", "Edward Snowden LIVES_IN Moscow"),
    ("Albert Einstein was born in Ulm.", "Albert Einstein BORN_IN Ulm"),
    ("Karl Marx died in London.", "Karl Marx DIED_IN London"),
    ("Bill Clinton married Hillary Rodham in 1975.", "Bill Clinton SPOUSE_OF Hillary Rodham"),
    ("Serena Williams praised her sister Venus Williams.", "Serena Williams SIBLING_OF Venus Williams; "
     "Serena Williams PRAISES Venus Williams"),
    ("George H. W. Bush is the father of Jeb Bush.", "George H. W. Bush PARENT_OF Jeb Bush"),
    ("Barack Obama studied at Harvard University.", "Barack Obama EDUCATED_AT Harvard University"),
    ("Bavaria, a state in Germany, voted.", "Bavaria LOCATED_IN Germany"),
    ("The blast struck a plant in Leuna, Germany.", "Leuna LOCATED_IN Germany"),
]  # fmt: skip

SAID = [*CONTACT, *CONFLICT, *ROLES, *BUSINESS, *PEOPLE]

NOT_SAID = [
    "Angela Merkel and Tony Blair were at the same dinner.",  # no meeting is said
    "The two sides met on a bridge.",  # no one is named
    "Angela Merkel spoke to the press.",
    "Storms threatened Denmark.",
    "Norway called for calm.",  # no addressee
    "Ten people were killed in Mali.",  # no killer
    "Karl Marx died in 1883.",
    "Boeing cut jobs in March.",
    "The opposition leader Aung San Suu Kyi spoke.",
    "Apple bought back shares.",
    "Barack Obama lived for music.",
    "It was agreed to meet again.",
]


@pytest.mark.parametrize(("sentence", "expected"), SAID)
def test_said(claims_of: Callable[..., list[dict[str, Any]]], sentence: str, expected: str) -> None:
    assert compare(claims_of(sentence), expected) == ([], [])


@pytest.mark.parametrize("sentence", NOT_SAID)
def test_not_said(claims_of: Callable[..., list[dict[str, Any]]], sentence: str) -> None:
    assert compare(claims_of(sentence), "") == ([], [])


def test_the_table_holds_every_relation() -> None:
    covered = {triple(text)[1] for _, expected in SAID for text in expected.split(";")}
    assert covered == set(RELATIONS) - {OPEN_RELATION}


def test_what_fits_no_relation_stays_open(claims_of: Callable[..., list[dict[str, Any]]]) -> None:
    (claim,) = claims_of("Angela Merkel outlived Tony Blair.")
    assert (claim["relation"], claim["predicate"]) == (OPEN_RELATION, "outlive")
    assert claim["confidence"] < 0.5
