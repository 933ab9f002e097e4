"""Copies: reprints, edited and shortened versions are found; other reports on the same thing are not."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.copies import find_copies, signature

WORDS = [f"word{i}" for i in range(4000)]


def story(seed: int, length: int = 400) -> str:
    chosen = random.Random(seed)
    return " ".join(chosen.choice(WORDS) for _ in range(length))


def edited(text: str, every: int) -> str:
    return " ".join("changed" if i % every == every - 1 else word for i, word in enumerate(text.split()))


ORIGINAL = story(1)
VERSIONS = {
    "same": ORIGINAL,
    "shouted": ORIGINAL.upper().replace(" ", ",\n"),
    "new headline": "Another headline\n\n" + ORIGINAL,
    "edited": edited(ORIGINAL, 20),
    "first half": ORIGINAL[: len(ORIGINAL) // 2],
    "first half, edited": edited(ORIGINAL[: len(ORIGINAL) // 2], 30),
    "last two fifths": ORIGINAL[-2 * len(ORIGINAL) // 5 :],
    "with a paragraph more": ORIGINAL + " " + story(2, 150),
}


@pytest.mark.parametrize("name", sorted(VERSIONS))
def test_versions_of_one_story(name: str) -> None:
    articles = [("original", "2021-05-03", signature(ORIGINAL)), ("copy", "2021-05-04", signature(VERSIONS[name]))]
    assert find_copies(articles) == {"copy": "original"}


@pytest.mark.parametrize("common", [0.1, 0.3, 0.45])
def test_reports_that_share_quotes_are_no_copies(common: float) -> None:
    shared = ORIGINAL[: int(len(ORIGINAL) * common)]
    other = shared + " " + story(3, int(400 * (1 - common)))
    assert find_copies([("a", None, signature(ORIGINAL)), ("b", None, signature(other))]) == {}


def test_short_texts_are_copies_only_when_equal() -> None:
    brief = "Ivo Kern met Marta Weiss in Strelsau on Friday."
    articles = [
        ("a", None, brief),
        ("b", None, brief.upper()),
        ("c", None, brief + " They shook hands."),
        ("d", None, ""),
    ]
    assert find_copies((id, date, signature(text)) for id, date, text in articles) == {"b": "a"}


@pytest.mark.parametrize(
    ("dates", "original"),
    [
        (("2021-05-03", "2021-05-02", "2021-05-04"), "b"),
        ((None, "2021-05-04", "2021-05-05"), "b"),
        (("2021", "2021-05-04", "2021-05"), "b"),
        (("2021", "2022-01-01", None), "a"),
        ((None, None, None), "a"),
    ],
)
def test_the_earliest_is_the_original(dates: tuple[str | None, ...], original: str) -> None:
    copies = find_copies([(id, date, signature(ORIGINAL)) for id, date in zip("abc", dates, strict=True)])
    assert copies == {id: original for id in "abc" if id != original}


def test_a_digest_of_two_stories_does_not_make_them_one() -> None:
    other = story(9)
    articles = [
        ("a", "2021-05-01", ORIGINAL),
        ("b", "2021-05-02", other),
        ("digest", "2021-05-03", ORIGINAL + " " + other),
    ]
    assert find_copies((id, date, signature(text)) for id, date, text in articles) == {"digest": "a"}


@given(st.permutations(range(12)))
def test_order_does_not_matter(order: list[int]) -> None:
    articles = [(f"{n:02}", None, SIGNATURES[n]) for n in range(12)]
    assert find_copies(articles[n] for n in order) == EXPECTED


TEXTS = [
    version
    for seed in (1, 5, 6)
    for version in (story(seed), edited(story(seed), 15), story(seed)[:1500], story(70 + seed))
]
SIGNATURES = [signature(text) for text in TEXTS]
EXPECTED = {"01": "00", "02": "00", "05": "04", "06": "04", "09": "08", "10": "08"}


def test_signature_is_fixed() -> None:
    """Stored signatures must stay comparable with new ones."""
    assert signature("The 3 of Riga, the 1,200 of riga, 1.5bn").hex() == FIXED
    assert signature("“The” 3\n\nof RIGA – the 1200 of riga 1.5 bn!").hex() == FIXED
    assert len(signature(ORIGINAL)) == 2 * len(ORIGINAL.split())


FIXED = "e62d9b4efa210a2be62d7977fa210a2bba5b8517"


@pytest.mark.parametrize("sign", ["a", "A", "1", ",", "1,", ".", "A.", " ", "é", "_", "1a", "\u0301"])
def test_a_hundred_thousand_of_one_sign(sign: str) -> None:
    text = sign * (100_000 // len(sign))
    assert find_copies([("a", None, signature(text)), ("b", None, signature(text))]) == {"b": "a"}


def test_no_article() -> None:
    assert find_copies([]) == {}


def test_twenty_thousand_articles_with_copies() -> None:
    chosen = random.Random(4)
    sketches = [chosen.randbytes(2 * 400) for _ in range(20_000)]
    articles = [(f"{n:05}", "2021-05-03", sketch) for n, sketch in enumerate(sketches)]
    copies = [(f"{n:05}-copy", "2021-05-04", sketches[n]) for n in range(0, 20_000, 100)]
    assert find_copies([*copies, *articles]) == {id: id[:5] for id, _, _ in copies}


@pytest.mark.shared
def test_different_articles_of_a_corpus_are_no_copies(shared: Path) -> None:
    texts = {p.name: p.read_text(encoding="utf-8") for p in sorted(shared.glob("*/*/articles/*.txt"))}
    assert len(texts) > 200
    assert find_copies((name, None, signature(text)) for name, text in texts.items()) == {}
