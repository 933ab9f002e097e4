"""Reprints are copies; reports made from one template, and reports with the same background, are none."""

from __future__ import annotations

import pytest
from copies_table import BACKGROUNDS, REPRINTS, TEMPLATES, Row, affairs, read, templates
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.resolve.copies import find_copies, signature

NEWS = [text for group in (*templates(), *affairs()) for text in group]
"""Different stories, among them many that are much alike."""


def copies(*texts: str) -> dict[str, str]:
    return find_copies((f"{n:03}", f"2024-03-{1 + n % 28:02}", signature(text)) for n, text in enumerate(texts))


def names(rows: list[Row]) -> list[str]:
    return [row.name for row in rows]


def test_the_table_has_many_of_each_kind() -> None:
    assert len(read("templates")["template"]) >= 10
    assert len(read("backgrounds")["affair"]) >= 10
    assert len(REPRINTS) >= 10
    lengths = [len(text.split()) for row in (*TEMPLATES, *REPRINTS, *BACKGROUNDS) for text in row[1:]]
    assert min(lengths) < 70
    assert max(lengths) > 500


@pytest.mark.parametrize("row", TEMPLATES, ids=names(TEMPLATES))
def test_reports_made_from_one_template_are_two_stories(row: Row) -> None:
    assert copies(row.left, row.right) == {}


@pytest.mark.parametrize("row", BACKGROUNDS, ids=names(BACKGROUNDS))
def test_reports_with_the_same_background_are_two_stories(row: Row) -> None:
    assert copies(row.left, row.right) == {}


@pytest.mark.parametrize("row", REPRINTS, ids=names(REPRINTS))
def test_reprints_are_copies(row: Row) -> None:
    assert copies(row.left, row.right) == {"001": "000"}
    assert copies(row.right, row.left) == {"001": "000"}


def test_words_in_capitals_throughout_hide_no_template() -> None:
    row = next(row for row in TEMPLATES if "only figures differ" in row.name)
    assert copies(row.left.upper(), row.right.upper()) == {}
    assert copies(row.left.upper(), row.left) == {"001": "000"}


def test_many_different_stories_at_once() -> None:
    assert len(set(NEWS)) == len(NEWS) > 60
    assert copies(*NEWS) == {}


def test_all_stories_and_their_reprints_at_once() -> None:
    """However many reports share a background with a story, each reprint finds its own."""
    stories = {text: f"{n:03}" for n, text in enumerate(dict.fromkeys(row.left for row in REPRINTS))}
    others = [(f"other-{n}", "2024-03-02", signature(text)) for n, text in enumerate(NEWS) if text not in stories]
    reprints = [(f"reprint-{n:03}", "2024-03-03", signature(row.right)) for n, row in enumerate(REPRINTS)]
    found = find_copies([*reprints, *others, *((id, "2024-03-01", signature(text)) for text, id in stories.items())])
    assert {id: found.get(id) for id, _, _ in reprints} == {
        id: stories[row.left] for (id, _, _), row in zip(reprints, REPRINTS, strict=True)
    }


def test_reprints_of_a_report_are_found_among_many_made_from_its_template() -> None:
    frame = next(t for t in read("templates")["template"] if t["name"].startswith("daily bulletin"))["frame"].strip()
    bulletins = [
        frame.format(new=n, day="Monday", total=3 * n, dead=n + 7, patients=5 * n + 1, intensive=n + 13)
        for n in range(100, 220)
    ]
    reprint = "Fever: what is new\n\n" + bulletins[60].split("\n\nThe outbreak")[0]
    articles = [(f"{n:03}", "2024-03-01", signature(text)) for n, text in enumerate(bulletins)]
    assert find_copies([*articles, ("reprint", "2024-03-02", signature(reprint))]) == {"reprint": "060"}


def test_many_reprints_of_one_story_have_one_original() -> None:
    story = REPRINTS[0].left
    paragraphs = story.split("\n\n")
    versions = [f"Our paper in town number {n} writes:\n\n" + "\n\n".join(paragraphs[: 3 + n % 6]) for n in range(80)]
    assert len(copies(story, *versions)) == 80


@settings(max_examples=15, deadline=None)
@given(st.permutations([*range(40)]))
def test_order_does_not_matter(order: list[int]) -> None:
    assert find_copies(MIXED[n] for n in order) == FOUND


MIXED = [
    (f"{n:02}", None, signature(text))
    for n, text in enumerate([text for row in REPRINTS[:15] for text in row[1:]] + NEWS[:10])
]
FOUND = find_copies(MIXED)


@settings(max_examples=15, deadline=None)
@given(st.sets(st.integers(0, 39)))
def test_a_copy_has_an_original_that_is_none_and_originals_have_no_copies_among_them(chosen: set[int]) -> None:
    articles = {MIXED[n][0]: MIXED[n] for n in chosen}
    found = find_copies(articles.values())
    assert not found.keys() & set(found.values())
    assert find_copies(article for id, article in articles.items() if id not in found) == {}
    assert find_copies([*articles.values()]) == found


@pytest.mark.shared
@pytest.mark.parametrize(("name", "expected"), [("44_earnings.jsonl", {})])
def test_case(shared, name: str, expected: dict[str, str]) -> None:  # type: ignore[no-untyped-def]
    import json

    lines = (shared / "cases" / name).read_text(encoding="utf-8").splitlines()
    assert copies(*(json.loads(line)["text"] for line in lines)) == expected
