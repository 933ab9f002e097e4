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


@pytest.mark.parametrize(("passage", "expected"), DESCRIBED + POSTS)
def test_said(claims_of: Callable[..., list[dict[str, Any]]], passage: str, expected: str) -> None:
    assert compare(claims_of(passage), expected) == ([], [])
