"""Cleaned text leads back to its source, whatever was cut, joined and replaced."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kg.read.mapped import Mapped, join

SOURCE = "0123456789abcdefghij"


def origins(mapped: Mapped) -> list[int | None]:
    """The place in the source of every character, None for foreign ones: what runs stand for."""
    found: list[int | None] = [None] * len(mapped.text)
    for at, source, length in mapped.runs:
        found[at : at + length] = range(source, source + length)
    return found


def leads_back(mapped: Mapped, source: str) -> bool:
    return all(
        origin is None or source[origin] == char for char, origin in zip(mapped.text, origins(mapped), strict=True)
    )


@given(st.integers(0, 25), st.integers(0, 25), st.integers(0, 25), st.integers(0, 25))
def test_a_part_of_a_part(a: int, b: int, c: int, d: int) -> None:
    text = join("--", [Mapped.whole(SOURCE).part(3, 9), Mapped.whole(SOURCE).part(11)])
    assert text.part(a, b).part(c, d).text == text.text[a:b][c:d]
    assert origins(text.part(a, b)) == origins(text)[a:b]
    assert origins(text.part(a, b).part(c)) == origins(text)[a:b][c:]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=6), st.sampled_from(["", " ", "\n\n"]))
def test_joined_parts(cuts: list[tuple[int, int]], between: str) -> None:
    parts = [Mapped.whole(SOURCE).part(*cut) for cut in cuts]
    joined = join(between, parts)
    assert joined.text == between.join(part.text for part in parts)
    assert leads_back(joined, SOURCE)
    assert sum(segment.length for segment in joined.segments()) == sum(len(part.text) for part in parts)
    starts = [(s.start + s.length, s.source_start + s.length) for s in joined.segments()]
    assert not set(starts) & {(s.start, s.source_start) for s in joined.segments()}, "runs that go on are one"


@given(st.text("ab *", max_size=30))
def test_replaced_parts(text: str) -> None:
    whole = Mapped.whole(text)
    assert whole.replace(re.compile(" +"), by="_").text == re.sub(" +", "_", text)
    assert whole.replace(re.compile(r"\*([^*]*)\*"), 1).text == re.sub(r"\*([^*]*)\*", r"\1", text)
    for changed in (
        whole.replace(re.compile(" +"), by="_"),
        whole.replace(re.compile(r"\*([^*]*)\*"), 1),
        whole.strip(),
    ):
        assert leads_back(changed, text)


def test_foreign_text_has_no_segments() -> None:
    assert Mapped.foreign("x").segments() == ()
    assert Mapped.whole("").segments() == ()
