"""What is to come, what may be and what is asked for: events as nouns, offers, charges, and contests ahead.

The articles are published on Wednesday 16 May 2012.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

PUBLISHED = "2012-05-16"

FORESEEN = [
    ("Jens Stoltenberg is due in Riga on Monday.", "VISITED", "modality", "planned"),
    ("Norway said on Friday that it opposes Sweden.", "OPPOSES", "modality", "actual"),
    ("Norway opposes Sweden on Friday.", "OPPOSES", "modality", "actual"),
    ("Norway said on Friday that Sweden meets Denmark.", "MET", "modality", "actual"),
    # sentence, relation, field, what every claim of the relation has in it
    ("The World Cup will take place in Brazil.", "LOCATED_IN", "modality", "planned"),
    ("The World Cup is to take place in Brazil.", "LOCATED_IN", "modality", "planned"),
    ("The World Cup will be held in Brazil.", "LOCATED_IN", "modality", "planned"),
    ("The World Cup is scheduled to be held in Brazil in June.", "LOCATED_IN", "modality", "planned"),
    ("The World Cup begins in Brazil on Friday.", "LOCATED_IN", "modality", "planned"),
    ("The World Cup opens in Brazil next month.", "LOCATED_IN", "modality", "planned"),
    ("Brazil will host the World Cup.", "HOSTED", "modality", "planned"),
    ("Brazil is hosting the World Cup next month.", "HOSTED", "modality", "planned"),
    ("Angela Merkel is running in the 2013 German election.", "PARTICIPATED_IN", "modality", "planned"),
    ("Angela Merkel is set to compete at the World Cup.", "PARTICIPATED_IN", "modality", "planned"),
    ("Angela Merkel hopes to win the World Cup.", "PARTICIPATED_IN", "modality", "planned"),
    ("Angela Merkel is a guest at the upcoming World Cup.", "PARTICIPATED_IN", "modality", "planned"),
    ("Angela Merkel will face Tony Blair in the election.", "COMPETES_WITH", "modality", "planned"),
    ("Angela Merkel faces Tony Blair in the election on Friday.", "COMPETES_WITH", "modality", "planned"),
    ("Liverpool FC play Everton FC on Friday.", "COMPETES_WITH", "modality", "planned"),
    ("Angela Merkel is a possible successor to Tony Blair.", "SUCCEEDS", "modality", "possible"),
    ("Angela Merkel would succeed Tony Blair.", "SUCCEEDS", "modality", "planned"),
    ("Angela Merkel is likely to succeed Tony Blair.", "SUCCEEDS", "modality", "possible"),
    ("Angela Merkel is tipped to succeed Tony Blair.", "SUCCEEDS", "modality", "planned"),
    ("Tony Blair is to be replaced by Angela Merkel.", "SUCCEEDS", "modality", "planned"),
    ("Tony Blair nominated Angela Merkel to replace Gordon Brown.", "SUCCEEDS", "modality", "planned"),
    ("Angela Merkel has been asked to replace Tony Blair.", "SUCCEEDS", "modality", "requested"),
    ("The Senate will vote on whether to convict Tony Blair.", "LEGAL_ACTION_AGAINST", "modality", "possible"),
    ("Norway plans to sue Google.", "LEGAL_ACTION_AGAINST", "modality", "planned"),
    ("Norway is seeking to extradite Tony Blair.", "ARRESTED", "modality", "planned"),
    ("Tony Blair, suspected of killing Angela Merkel, won.", "KILLED", "modality", "possible"),
    ("Tony Blair was charged with murdering Angela Merkel.", "KILLED", "modality", "possible"),
    ("Tony Blair is accused of murdering Angela Merkel.", "KILLED", "modality", "possible"),
    ("Tony Blair was convicted of murdering Angela Merkel.", "KILLED", "modality", "actual"),
    ("Tony Blair denied murdering Angela Merkel.", "KILLED", "polarity", "negated"),
    ("Tony Blair, the alleged killer of Angela Merkel, won.", "KILLED", "modality", "possible"),
    ("Norway believes Tony Blair killed Angela Merkel.", "KILLED", "modality", "actual"),
    ("Police suspect that Tony Blair killed Angela Merkel.", "KILLED", "modality", "possible"),
    ("Tony Blair may have killed Angela Merkel.", "KILLED", "modality", "possible"),
    ("Tony Blair is thought to be the father of Angela Merkel.", "PARENT_OF", "modality", "possible"),
    ("Google will be owned by Apple.", "OWNS", "modality", "planned"),
    ("Google could be bought by Apple.", "ACQUIRED", "modality", "possible"),
    ("Apple offered to buy Google.", "ACQUIRED", "modality", "planned"),
    ("Apple's bid to buy Google failed.", "ACQUIRED", "modality", "possible"),
    ("Apple is interested in acquiring Google.", "ACQUIRED", "modality", "possible"),
    ("Apple proposed to buy Google.", "ACQUIRED", "modality", "planned"),
    ("Apple has an agreement to buy Google.", "ACQUIRED", "modality", "planned"),
    ("Apple signed a deal to supply Google.", "SUPPLIES", "modality", "planned"),
    ("Apple received approval to supply Google.", "SUPPLIES", "modality", "planned"),
    ("Apple has the capacity to supply Google.", "SUPPLIES", "modality", "possible"),
    ("Apple won the right to supply Google.", "SUPPLIES", "modality", "possible"),
    ("Exxon and Mobil are discussing a merger.", "MERGED_WITH", "modality", "possible"),
    ("Exxon and Mobil may merge.", "MERGED_WITH", "modality", "possible"),
    ("Exxon and Mobil agreed to merge.", "MERGED_WITH", "modality", "planned"),
    ("Norway is ready to sign a treaty with Sweden.", "SIGNED_AGREEMENT_WITH", "modality", "planned"),
    ("Norway wants a treaty with Sweden.", "SIGNED_AGREEMENT_WITH", "modality", "planned"),
    ("Norway called for talks with Sweden.", "MET", "modality", "requested"),
    ("Norway proposed talks with Sweden.", "MET", "modality", "planned"),
    ("Norway offered talks with Sweden.", "MET", "modality", "planned"),
    ("Norway rejected talks with Sweden.", "MET", "polarity", "negated"),
    ("Norway ruled out talks with Sweden.", "MET", "polarity", "negated"),
    ("Norway demanded talks with Sweden.", "MET", "modality", "requested"),
    ("Norway urged talks between Sweden and Denmark.", "MET", "modality", "requested"),
    ("A summit between Norway and Sweden is due on Friday.", "MET", "modality", "planned"),
    ("A summit between Norway and Sweden, scheduled for Friday, was praised.", "MET", "modality", "planned"),
    ("A summit between Norway and Sweden, to be held on Friday, was praised.", "MET", "modality", "planned"),
    ("Norway and Sweden are preparing for talks.", "MET", "modality", "planned"),
    ("Plans for a summit between Norway and Sweden were praised.", "MET", "modality", "planned"),
    ("A proposed summit between Norway and Sweden was praised.", "MET", "modality", "planned"),
    ("Norway may deploy troops to Sweden.", "DEPLOYS_TO", "modality", "possible"),
    ("Norway will not deploy troops to Sweden.", "DEPLOYS_TO", "polarity", "negated"),
    ("Norway plans to impose sanctions on Sweden.", "SANCTIONS", "modality", "planned"),
    ("Norway threatened sanctions on Sweden.", "SANCTIONS", "modality", "possible"),
    ("Norway is considering sanctions on Sweden.", "SANCTIONS", "modality", "possible"),
    ("Norway proposed sanctions on Sweden.", "SANCTIONS", "modality", "planned"),
    ("Norway pledged aid to Sweden.", "AIDS", "modality", "planned"),
    ("Norway promised to aid Sweden.", "AIDS", "modality", "planned"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "relation", "field", "expected"), FORESEEN)
def test_foreseen(
    claims_of: Callable[..., list[dict[str, Any]]], sentence: str, relation: str, field: str, expected: str
) -> None:
    assert {claim[field] for claim in claims_of(sentence, PUBLISHED) if claim["relation"] == relation} == {expected}
