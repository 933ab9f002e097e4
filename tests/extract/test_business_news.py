"""How news of business, science and sport tells who is who: each row is a passage with all its typed claims."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from triples import compare

DESCRIBED = [
    ("Nokia lost money. The Espoo-based group fired Anna Virtanen.",
     "Nokia BASED_IN Espoo; Nokia DISMISSED Anna Virtanen"),
    ("Nokia lost money. The Finnish company fired Anna Virtanen.",
     "Nokia BASED_IN Finland; Nokia DISMISSED Anna Virtanen"),
    ("Siemens, a subsidiary of Bosch, lost money, said the company's chief executive, Anna Virtanen.",
     "Siemens PART_OF Bosch; Anna Virtanen HEADS Siemens"),
    ("The drugmaker Zelvaris sued Apple.", "Zelvaris LEGAL_ACTION_AGAINST Apple"),
    ("Zelvaris, based in Munich, sued Apple.", "Zelvaris BASED_IN Munich; Zelvaris LEGAL_ACTION_AGAINST Apple"),
]  # fmt: skip

POSTS = [
    ("Greenpeace sued Apple. Its director, Anna Virtanen, criticised Samsung.",
     "Greenpeace LEGAL_ACTION_AGAINST Apple; Anna Virtanen HEADS Greenpeace; Anna Virtanen CRITICIZES Samsung"),
    ("Prime Minister Angela Merkel of Germany was in Oslo. Her transport minister, Jan Kraus, thanked Norway.",
     "Angela Merkel HEADS Germany; Jan Kraus WORKS_FOR Germany; Jan Kraus PRAISES Norway"),
    ("The Danish director Anna Holm praised Tony Blair.", "Anna Holm CITIZEN_OF Denmark; Anna Holm PRAISES Tony Blair"),
    ("Leeds United coach Tom Ashby praised Tony Blair.", "Tom Ashby HEADS Leeds United; Tom Ashby PRAISES Tony Blair"),
    ("Leeds United captain Tom Ashby praised Tony Blair.",
     "Tom Ashby MEMBER_OF Leeds United; Tom Ashby PRAISES Tony Blair"),
    ("Nokia engineer Anna Virtanen praised Tony Blair.",
     "Anna Virtanen WORKS_FOR Nokia; Anna Virtanen PRAISES Tony Blair"),
    ("Anna Virtanen, a nurse from Oslo, sued Nokia.",
     "Anna Virtanen LIVES_IN Oslo; Anna Virtanen LEGAL_ACTION_AGAINST Nokia"),
    ("Tom Ashby was dismissed and replaced by Anna Holm.", "Anna Holm SUCCEEDS Tom Ashby"),
]  # fmt: skip

WAYS = [
    ("Google supplied the Cork Orchestra, the Kerry Orchestra and the Derry Orchestra.",
     "Google SUPPLIES Cork Orchestra; Google SUPPLIES Kerry Orchestra; Google SUPPLIES Derry Orchestra"),
    ("Anna Virtanen praised Nokia. With the botanist Tom Ashby she sued Apple.",
     "Anna Virtanen PRAISES Nokia; Anna Virtanen LEGAL_ACTION_AGAINST Apple"),
    ("Nokia, whose chairman, Tom Ashby, met Tony Blair, sued Apple.",
     "Tom Ashby HEADS Nokia; Tom Ashby MET Tony Blair; Nokia LEGAL_ACTION_AGAINST Apple"),
    ("Greenpeace called on Norway to sue Equinor.", "Greenpeace CALLS_ON Norway; Norway LEGAL_ACTION_AGAINST Equinor"),
    ("Ireland handed Wales a record defeat.", "Ireland DEFEATED Wales"),
    ("Nokia sales chief Tom Ashby praised Tony Blair.", "Tom Ashby WORKS_FOR Nokia; Tom Ashby PRAISES Tony Blair"),
    ("Nokia praised the European Commission. Apple thanked the Commission.",
     "Nokia PRAISES European Commission; Apple PRAISES European Commission"),
    ("Tom Ashby received a call from Tony Blair.", "Tom Ashby SPOKE_WITH Tony Blair"),
    ("Tom Ashby founded the Galway Film Festival.", "Tom Ashby FOUNDED Galway Film Festival"),
    ("Nokia, which is 25 percent owned by Bosch, sued Apple.", "Bosch OWNS Nokia; Nokia LEGAL_ACTION_AGAINST Apple"),
    ("Sen. Joan Marsh, D-Ohio, accused Nokia of fraud.",
     "Joan Marsh MEMBER_OF Democratic Party; Joan Marsh ACCUSES Nokia"),
    ("Angela Merkel spoke at a joint press conference with Tony Blair.", "Angela Merkel MET Tony Blair"),
    ("The state-run Norwegian Coal Company sued Norway.",
     "Norway OWNS Norwegian Coal Company; Norwegian Coal Company LEGAL_ACTION_AGAINST Norway"),
    ("Born in Oslo, the daughter of the painter Jan Kraus, Anna Virtanen sued Nokia.",
     "Anna Virtanen BORN_IN Oslo; Jan Kraus PARENT_OF Anna Virtanen; Anna Virtanen LEGAL_ACTION_AGAINST Nokia"),
    ("Tom Ashby has taken charge of Leeds United.", "Tom Ashby HEADS Leeds United"),
    ("Danske Bank praised Nokia. The Copenhagen-based lender sued Apple.",
     "Danske Bank PRAISES Nokia; Danske Bank BASED_IN Copenhagen; Danske Bank LEGAL_ACTION_AGAINST Apple"),
    ("Tom Ashby praised Nokia. The 23-year-old striker, who was born in Oslo, thanked Apple.",
     "Tom Ashby PRAISES Nokia; Tom Ashby BORN_IN Oslo; Tom Ashby PRAISES Apple"),
    ("In Cardiff, Wales beat Ireland.", "Wales DEFEATED Ireland"),
]  # fmt: skip

NOT_SAID = [
    ("Apple appealed to the Supreme Court.", "Apple CALLS_ON Supreme Court"),
    ("Nokia sold its Danish business to Siemens.", "Nokia SUPPLIES Siemens"),
    ("Tom Ashby has taken charge of Leeds United.", "Tom Ashby LEGAL_ACTION_AGAINST Leeds United"),
    ("OSLO (Reuters) - Nokia sued Apple.", "Reuters BASED_IN Oslo"),
    ("Anna Virtanen and Tom Ashby sent messages of sympathy.", "Anna Virtanen SPOKE_WITH Tom Ashby"),
    ("Denmark and Siemens, based in Munich, sued Apple.", "Denmark BASED_IN Munich"),
    ("The museum founded by Tom Ashby was praised by Anna Virtanen.", "Anna Virtanen PRAISES Tom Ashby"),
]


@pytest.mark.parametrize(("passage", "false"), NOT_SAID)
def test_not_said(claims_of: Callable[..., list[dict[str, Any]]], passage: str, false: str) -> None:
    assert compare(claims_of(passage), false)[0] == [false]


@pytest.mark.parametrize(("passage", "expected"), DESCRIBED + POSTS + WAYS)
def test_said(claims_of: Callable[..., list[dict[str, Any]]], passage: str, expected: str) -> None:
    assert compare(claims_of(passage), expected) == ([], [])
