"""Exact-match scores of names."""

import pytest

from training.scores import Counts, score, strip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Senate", "Senate"),
        ("China's", "China"),
        ("Theresa", "Theresa"),
        ("Jones’", "Jones"),
        ("an Airbus", "Airbus"),
    ],
)
def test_strip(text: str, expected: str) -> None:
    start, end, _ = strip(text, (0, len(text), "ORG"))
    assert text[start:end] == expected


def test_counts() -> None:
    text = "the Senate met Jones in Rome"
    gold = [(0, 10, "ORG"), (15, 20, "PERSON"), (24, 28, "GPE")]
    found = [(4, 10, "ORG"), (15, 20, "ORG")]
    counts = score([(text, gold, found)])
    assert counts["ALL"] == Counts(right=1, found=2, gold=3)
    assert counts["SPANS"] == Counts(right=2, found=2, gold=3)
    assert counts["ORG"] == Counts(right=1, found=2, gold=1)
    assert counts["ALL"].f1 == pytest.approx(0.4)
    assert counts["ALL"].precision == 0.5
    assert counts["GPE"].f1 == 0.0
