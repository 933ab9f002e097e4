"""When two spellings are the same name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.gazetteer import normalise


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Élysée’s", "elysee"),
        ("U.S.", "us"),
        ("U.S.A.", "usa"),
        ("Washington, D.C.", "washington dc"),
        ("J.P. Morgan", "jp morgan"),
        ("Nord  Stream-2", "nord stream 2"),
        ("São Tomé", "sao tome"),
        ("Łódź", "lodz"),
        ("AT&T", "at t"),
        ("Reuters'", "reuters"),
        ("The", "the"),
        ("A", "a"),
        ("ＮＡＴＯ", "nato"),
        ("北京", "北京"),
        ("—", ""),
        ("", ""),
    ],
)
def test_normalise(name: str, expected: str) -> None:
    assert normalise(name) == expected


@given(st.text(max_size=30))
def test_normalise_is_idempotent_on_what_it_leaves(name: str) -> None:
    once = normalise(name)
    assert once == once.strip()
    assert "  " not in once
    assert once.casefold() == once
