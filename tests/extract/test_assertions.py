"""How sure, how far and how long: modality, negation and status of claims in the constructions of English.

Each row has a sentence, the relation it tells, and what every claim of that relation must carry; the articles are
published on Wednesday 16 May 2012.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

PUBLISHED = "2012-05-16"
Reader = Callable[..., list[dict[str, Any]]]

ACTUAL = [
    ("Angela Merkel is meeting Tony Blair.", "MET"),
    ("Angela Merkel meets Tony Blair.", "MET"),
    ("Angela Merkel met Tony Blair on Friday.", "MET"),
    ("Angela Merkel managed to meet Tony Blair.", "MET"),
    ("Angela Merkel began to criticise Tony Blair.", "CRITICIZES"),
    ("Angela Merkel continued to support Tony Blair.", "SUPPORTS"),
    ("Angela Merkel helped to arrest Tony Blair.", "ARRESTED"),
    ("Angela Merkel was forced to meet Tony Blair.", "MET"),
    ("A meeting between Angela Merkel and Tony Blair took place on Friday.", "MET"),
    ("Turkey was able to support Sweden.", "SUPPORTS"),
    ("The World Bank approved a loan to Argentina.", "AIDS"),
    ("Analysts believe Turkey attacked Syria.", "ATTACKS"),
]

PLANNED = [
    ("Angela Merkel will meet Tony Blair.", "MET"),
    ("Angela Merkel is going to meet Tony Blair.", "MET"),
    ("Angela Merkel plans to meet Tony Blair.", "MET"),
    ("Angela Merkel planned to meet Tony Blair.", "MET"),
    ("Angela Merkel intends to meet Tony Blair.", "MET"),
    ("Angela Merkel is expected to meet Tony Blair.", "MET"),
    ("Angela Merkel is set to meet Tony Blair.", "MET"),
    ("Angela Merkel is due to meet Tony Blair.", "MET"),
    ("Angela Merkel is scheduled to meet Tony Blair on Friday.", "MET"),
    ("Angela Merkel is slated to meet Tony Blair.", "MET"),
    ("Angela Merkel is to meet Tony Blair.", "MET"),
    ("Angela Merkel is about to meet Tony Blair.", "MET"),
    ("Angela Merkel aims to meet Tony Blair.", "MET"),
    ("Angela Merkel hopes to meet Tony Blair.", "MET"),
    ("Angela Merkel wants to meet Tony Blair.", "MET"),
    ("Angela Merkel agreed to meet Tony Blair.", "MET"),
    ("Angela Merkel offered to meet Tony Blair.", "MET"),
    ("Angela Merkel promised to meet Tony Blair.", "MET"),
    ("Angela Merkel vowed to meet Tony Blair.", "MET"),
    ("Angela Merkel pledged to visit Moscow.", "VISITED"),
    ("Angela Merkel has pledged to visit Moscow next month.", "VISITED"),
    ("Angela Merkel announced plans to visit Moscow.", "VISITED"),
    ("Angela Merkel said she would visit Moscow.", "VISITED"),
    ("Angela Merkel said that she will visit Moscow.", "VISITED"),
    ("Angela Merkel would meet Tony Blair on Friday, officials said.", "MET"),
    ("Angela Merkel's planned visit to Moscow was criticised.", "VISITED"),
    ("Angela Merkel's upcoming visit to Moscow was announced.", "VISITED"),
    ("The proposed merger of Exxon and Mobil worried regulators.", "MERGED_WITH"),
    ("The proposed merger between Exxon and Mobil worried regulators.", "MERGED_WITH"),
    ("Angela Merkel spoke ahead of a meeting with Tony Blair on Friday.", "MET"),
    ("Oil rose ahead of Friday's meeting between Angela Merkel and Tony Blair.", "MET"),
    ("Ahead of her meeting with Tony Blair, Angela Merkel praised Norway.", "MET"),
    ("Angela Merkel meets Tony Blair on Friday.", "MET"),
    ("Angela Merkel is meeting Tony Blair on Friday.", "MET"),
    ("Angela Merkel visits Moscow tomorrow.", "VISITED"),
    ("Angela Merkel flew to Moscow to meet Tony Blair.", "MET"),
    ("Angela Merkel was to have met Tony Blair.", "MET"),
    ("Angela Merkel was due to visit Moscow.", "VISITED"),
    ("Google's planned acquisition of YouTube was announced.", "ACQUIRED"),
    ("Google proposed a merger with YouTube.", "MERGED_WITH"),
    ("Google announced plans for a merger with YouTube.", "MERGED_WITH"),
    ("The next meeting between Angela Merkel and Tony Blair is on Friday.", "MET"),
    ("A meeting between Angela Merkel and Tony Blair is planned for Friday.", "MET"),
    ("A meeting between Angela Merkel and Tony Blair is scheduled for Friday.", "MET"),
    ("A meeting between Angela Merkel and Tony Blair will take place on Friday.", "MET"),
    ("Talks between Serbia and Kosovo are expected next week.", "MET"),
    ("Turkey was ready to support Sweden.", "SUPPORTS"),
    ("Turkey was willing to support Sweden.", "SUPPORTS"),
    ("Turkey approved plans to attack Syria.", "ATTACKS"),
    ("Turkey's plan to attack Syria was leaked.", "ATTACKS"),
    ("Turkey's decision to attack Syria was criticised.", "ATTACKS"),
    ("Turkey decided to supply Syria.", "SUPPLIES"),
    ("Turkey wants to join the European Union.", "MEMBER_OF"),
    ("Turkey applied to join the European Union.", "MEMBER_OF"),
    ("Turkey is preparing to attack Syria.", "ATTACKS"),
    ("Turkey is poised to attack Syria.", "ATTACKS"),
    ("Turkey is bound to attack Syria.", "ATTACKS"),
    ("Analysts expect Turkey to attack Syria.", "ATTACKS"),
]

POSSIBLE = [
    ("A possible meeting between Angela Merkel and Tony Blair was discussed.", "MET"),
    ("A potential meeting between Angela Merkel and Tony Blair was discussed.", "MET"),
    ("Angela Merkel may meet Tony Blair.", "MET"),
    ("Angela Merkel might meet Tony Blair.", "MET"),
    ("Angela Merkel could meet Tony Blair.", "MET"),
    ("Angela Merkel can meet Tony Blair.", "MET"),
    ("Angela Merkel allegedly met Tony Blair.", "MET"),
    ("Angela Merkel possibly met Tony Blair.", "MET"),
    ("Perhaps Angela Merkel met Tony Blair.", "MET"),
    ("Angela Merkel is believed to have met Tony Blair.", "MET"),
    ("Angela Merkel is thought to have met Tony Blair.", "MET"),
    ("Angela Merkel is said to have met Tony Blair.", "MET"),
    ("Angela Merkel is rumoured to have met Tony Blair.", "MET"),
    ("Angela Merkel is alleged to have met Tony Blair.", "MET"),
    ("Angela Merkel was reported to have met Tony Blair.", "MET"),
    ("Iraq is suspected of attacking Kuwait.", "ATTACKS"),
    ("Iraq is accused of attacking Kuwait.", "ATTACKS"),
    ("Canada accused Iraq of attacking Kuwait.", "ATTACKS"),
    ("Angela Merkel appears to have met Tony Blair.", "MET"),
    ("Angela Merkel is likely to meet Tony Blair.", "MET"),
    ("Angela Merkel is considering meeting Tony Blair.", "MET"),
    ("Google is considering buying Twitter.", "ACQUIRED"),
    ("Google is in talks to buy YouTube.", "ACQUIRED"),
    ("Google is in talks to acquire YouTube.", "ACQUIRED"),
    ("Google is interested in buying YouTube.", "ACQUIRED"),
    ("Google is exploring a takeover of YouTube.", "ACQUIRED"),
    ("If Iraq attacks Kuwait, oil will cost more.", "ATTACKS"),
    ("Oil will cost more if Iraq attacks Kuwait.", "ATTACKS"),
    ("Unless Iraq attacks Kuwait, oil will be cheap.", "ATTACKS"),
    ("It is unclear whether Angela Merkel met Tony Blair.", "MET"),
    ("Angela Merkel asked whether Iraq attacked Kuwait.", "ATTACKS"),
    ("It is possible that Iraq attacked Kuwait.", "ATTACKS"),
    ("Maybe Iraq attacked Kuwait.", "ATTACKS"),
    ("There are rumours that Iraq attacked Kuwait.", "ATTACKS"),
    ("Should Iraq attack Kuwait, oil will cost more.", "ATTACKS"),
    ("Had Iraq attacked Kuwait, oil would have cost more.", "ATTACKS"),
    ("Iraq would have attacked Kuwait.", "ATTACKS"),
    ("Angela Merkel tried to meet Tony Blair.", "MET"),
    ("Angela Merkel must have met Tony Blair.", "MET"),
    ("Talks between Serbia and Kosovo could resume next week.", "MET"),
    ("Turkey would support Sweden if it were invited.", "SUPPORTS"),
    ("Turkey threatened to attack Syria.", "ATTACKS"),
    ("Turkey has the right to attack Syria.", "ATTACKS"),
    ("Turkey's threat to attack Syria was condemned.", "ATTACKS"),
    ("Fears that Turkey would attack Syria grew.", "ATTACKS"),
    ("Prosecutors allege that Turkey attacked Syria.", "ATTACKS"),
    ("A report alleges that Turkey attacked Syria.", "ATTACKS"),
]

REQUESTED = [
    ("Russia invited Angela Merkel to visit Moscow.", "VISITED"),
    ("Norway urged Sweden to condemn Syria.", "CRITICIZES"),
    ("Norway called on Sweden to condemn Syria.", "CRITICIZES"),
    ("Norway asked Sweden to condemn Syria.", "CRITICIZES"),
    ("Norway demanded that Sweden condemn Syria.", "CRITICIZES"),
    ("Norway requested that Sweden condemn Syria.", "CRITICIZES"),
    ("Norway called for Sweden to condemn Syria.", "CRITICIZES"),
    ("Norway told Sweden to condemn Syria.", "CRITICIZES"),
    ("Norway wants Sweden to condemn Syria.", "CRITICIZES"),
    ("Norway ordered Sweden to condemn Syria.", "CRITICIZES"),
    ("Norway recommended that Sweden condemn Syria.", "CRITICIZES"),
    ("Sweden should condemn Syria.", "CRITICIZES"),
    ("Sweden must condemn Syria.", "CRITICIZES"),
    ("Sweden needs to condemn Syria.", "CRITICIZES"),
    ("Sweden has to condemn Syria.", "CRITICIZES"),
    ("Sweden ought to condemn Syria.", "CRITICIZES"),
    ("Sweden was asked to condemn Syria.", "CRITICIZES"),
    ("Sweden was told to condemn Syria.", "CRITICIZES"),
    ("Sweden was ordered to supply Norway.", "SUPPLIES"),
    ("Sweden is required to supply Norway.", "SUPPLIES"),
    ("Norway's call for Sweden to condemn Syria was ignored.", "CRITICIZES"),
]

NEGATED = [
    ("Talks between Serbia and Kosovo were cancelled.", "MET"),
    ("Angela Merkel canceled her visit to Moscow.", "VISITED"),
    ("Angela Merkel postponed a visit to Moscow.", "VISITED"),
    ("Angela Merkel's visit to Moscow was cancelled.", "VISITED"),
    ("Angela Merkel called off talks with Tony Blair.", "MET"),
    ("Angela Merkel failed to meet Tony Blair.", "MET"),
    ("Angela Merkel has yet to meet Tony Blair.", "MET"),
    ("Angela Merkel is not expected to meet Tony Blair.", "MET"),
    ("The United States ruled out attacking Iraq.", "ATTACKS"),
    ("Turkey would not support Sweden.", "SUPPORTS"),
    ("Turkey was warned not to attack Syria.", "ATTACKS"),
]

FORMER = [
    ("Angela Merkel, president of Russia from 1990 to 1998, visited Norway.", "HEADS"),
    ("Angela Merkel was president of Russia from 1990 to 1998.", "HEADS"),
    ("Angela Merkel, president of Russia, resigned on Friday.", "HEADS"),
    ("Parliament dismissed Russia's president Angela Merkel.", "HEADS"),
    ("Russia's president Angela Merkel was killed.", "HEADS"),
    ("Angela Merkel served as a member of NATO.", "MEMBER_OF"),
    ("Sweden was a member of NATO.", "MEMBER_OF"),
    ("Angela Merkel used to work for the World Bank.", "WORKS_FOR"),
    ("Angela Merkel had worked for the World Bank.", "WORKS_FOR"),
    ("Angela Merkel formerly worked for the World Bank.", "WORKS_FOR"),
    ("Volkswagen once owned Audi.", "OWNS"),
    ("Volkswagen sold Audi, which it had owned since 1964.", "OWNS"),
    ("Tony Blair and his ex-wife Angela Merkel met.", "SPOUSE_OF"),
    ("Tony Blair and his first wife, Angela Merkel, met.", "SPOUSE_OF"),
    ("Tony Blair divorced Angela Merkel.", "SPOUSE_OF"),
]

CURRENT = [
    ("Russia's president Angela Merkel will step down.", "HEADS"),
    ("Russia's president Angela Merkel was not killed.", "HEADS"),
    ("Angela Merkel works for the World Bank.", "WORKS_FOR"),
    ("Tony Blair married Angela Merkel in 1975.", "SPOUSE_OF"),
]

FUTURE = [
    ("Angela Merkel will become president of Russia.", "HEADS"),
    ("Sweden is to join NATO.", "MEMBER_OF"),
    ("Sweden wants to join NATO.", "MEMBER_OF"),
    ("Angela Merkel will work for the World Bank.", "WORKS_FOR"),
]

MODALITIES = [
    *((sentence, relation, "actual") for sentence, relation in ACTUAL),
    *((sentence, relation, "planned") for sentence, relation in PLANNED),
    *((sentence, relation, "possible") for sentence, relation in POSSIBLE),
    *((sentence, relation, "requested") for sentence, relation in REQUESTED),
]
STATUSES = [
    *((sentence, relation, "former") for sentence, relation in FORMER),
    *((sentence, relation, "current") for sentence, relation in CURRENT),
    *((sentence, relation, "future") for sentence, relation in FUTURE),
]


def told(claims: list[dict[str, Any]], relation: str, field: str) -> set[str]:
    return {claim[field] for claim in claims if claim["relation"] == relation}


@pytest.mark.parametrize(("sentence", "relation", "expected"), MODALITIES)
def test_modality(claims_of: Reader, sentence: str, relation: str, expected: str) -> None:
    assert told(claims_of(sentence, PUBLISHED), relation, "modality") == {expected}


@pytest.mark.parametrize(("sentence", "relation"), NEGATED)
def test_negated(claims_of: Reader, sentence: str, relation: str) -> None:
    assert told(claims_of(sentence, PUBLISHED), relation, "polarity") == {"negated"}


@pytest.mark.parametrize(("sentence", "relation", "expected"), STATUSES)
def test_status(claims_of: Reader, sentence: str, relation: str, expected: str) -> None:
    assert told(claims_of(sentence, PUBLISHED), relation, "status") == {expected}
