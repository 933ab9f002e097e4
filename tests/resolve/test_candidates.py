"""Candidates: what a person is asked, in which order, and what nobody is asked."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from chains_toy import COUNTRY, GAZETTEER, GROUP, ORG, PERSON, PLACE, chain
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import EntityType, Judgement, Mention, Span, Verdict
from kg.resolve import resolve
from kg.resolve.candidates import Candidate, find_candidates, judged_pairs

WORK, EVENT = EntityType.WORK, EntityType.EVENT


def candidates(mentions: Sequence[Mention], said: Sequence[Judgement] = ()) -> tuple[Candidate, ...]:
    entities = resolve(mentions, GAZETTEER, said)
    return find_candidates(entities, {mention.id: mention for mention in mentions}, GAZETTEER, said)


@pytest.mark.parametrize(
    ("one", "two", "rule"),
    [
        pytest.param((PERSON, "Sergey Ivanov"), (PERSON, "Sergei Ivanov"), "spelling", id="transliteration"),
        pytest.param((PERSON, "Yulia Petrova"), (PERSON, "Julia Petrova"), "spelling", id="first letter"),
        pytest.param((PERSON, "Hans Schröder"), (PERSON, "Hans Schroeder"), "spelling", id="umlaut"),
        pytest.param((PERSON, "Omar al-Masri"), (PERSON, "Omar Almasri"), "spelling", id="hyphen"),
        pytest.param((PERSON, "Li Wen"), (PERSON, "Wen Li"), "spelling", id="order"),
        pytest.param((PERSON, "J. Smith"), (PERSON, "John Smith"), "given names", id="initial"),
        pytest.param((PERSON, "J.K. Stone"), (PERSON, "Joan Karen Stone"), "given names", id="two initials"),
        pytest.param((PERSON, "A. Lee"), (PERSON, "Ann Lee"), "given names", id="initial like an article"),
        pytest.param((PERSON, "John A. Smith"), (PERSON, "John Smith"), "given names", id="middle initial"),
        pytest.param((PERSON, "John A. Smith"), (PERSON, "John B. Smith"), None, id="other middle initial"),
        pytest.param((PERSON, "John Smith"), (PERSON, "Jack Smith"), None, id="other given name"),
        pytest.param((PERSON, "J. Smith"), (PERSON, "J. Smith"), "name", id="same initial"),
        pytest.param((PERSON, "Peter Sandberg"), (PERSON, "Peter Samdberg"), "misspelling", id="a letter changed"),
        pytest.param((PERSON, "Peter Sandberg"), (PERSON, "Peter Sandbegr"), "misspelling", id="letters swapped"),
        pytest.param((PERSON, "Muhammad Nasri"), (PERSON, "Mohammed Nasri"), "misspelling", id="two letters"),
        pytest.param((PERSON, "Bob Lee"), (PERSON, "Rob Lee"), None, id="a short name is another name"),
        pytest.param((PERSON, "Mr. Smith"), (PERSON, "John Smith"), "surname", id="surname alone"),
        pytest.param((PERSON, "President Lee"), (PERSON, "Ann Lee"), "surname", id="title and surname"),
        pytest.param((PERSON, "Lee"), (PERSON, "Lee"), "name", id="lone surnames"),
        pytest.param((ORG, "CDC"), (ORG, "Centre of Dry Crafts"), "acronym", id="acronym"),
        pytest.param((ORG, "C.D.C."), (ORG, "Centre of Dry Crafts"), "acronym", id="acronym with points"),
        pytest.param((ORG, "CDC"), (ORG, "CDC"), "name", id="same acronym"),
        pytest.param((ORG, "CDC"), (ORG, "Cdc"), "name", id="acronym as a word"),
        pytest.param((ORG, "DC"), (ORG, "Dry Crafts"), None, id="acronym of two letters"),
        pytest.param((ORG, "CDC", "Council of Dark Coves"), (ORG, "Centre of Dry Crafts"), None, id="acronym known"),
        pytest.param((ORG, "Saltworks"), (ORG, "Saltworks North"), "part", id="part of a name"),
        pytest.param((ORG, "Saltworks"), (ORG, "Saltworks North Ltd", "Saltworks"), "part", id="short form"),
        pytest.param((ORG, "Saltmines"), (ORG, "Saltworks North"), None, id="not a part"),
        pytest.param((ORG, "Taylor and Sons"), (ORG, "Taylor & Sons"), "spelling", id="and"),
        pytest.param((ORG, "River Board"), (GROUP, "River Board"), "name", id="types of one thing"),
        pytest.param((ORG, "Daily Salt"), (WORK, "Daily Salt"), "name", id="newspaper"),
        pytest.param((ORG, "Ann Lee"), (PERSON, "Ann Lee"), None, id="contradicting types"),
        pytest.param((COUNTRY, "Atlantia"), (PLACE, "Atlantia"), None, id="country and place"),
        pytest.param((EVENT, "Cup 2018"), (EVENT, "Cup 2019"), None, id="another year"),
        pytest.param((ORG, "Brine"), (ORG, "Brin"), None, id="short word"),
        pytest.param((ORG, "World Salt Board"), (ORG, "Union Bank"), None, id="nothing alike"),
        pytest.param((ORG, "[the firm]"), (ORG, "[the firm]"), None, id="no names"),
    ],
)
def test_two_entities(one: tuple[EntityType, str], two: tuple[EntityType, str], rule: str | None) -> None:
    found = candidates([*chain("a", *one), *chain("b", *two)])
    assert [candidate.rule for candidate in found] == ([rule] if rule else [])


def test_two_knowledge_base_ids_are_no_candidates() -> None:
    mentions = [*chain("a", ORG, "Union Bank"), *chain("b", ORG, "Union Bakery"), *chain("c", ORG, "Union Bank Hull")]
    assert [{c.left, c.right} & {"kb:Q7", "kb:Q8"} for c in candidates(mentions)] == [{"kb:Q7"}]


@pytest.mark.parametrize("verdict", list(Verdict))
def test_what_a_person_has_judged_is_no_candidate(verdict: Verdict) -> None:
    (one,), (two,) = chain("a", PERSON, "J. Smith"), chain("b", PERSON, "John Smith")
    (three,) = chain("c", PERSON, "John Smith")
    assert len(candidates([one, two, three])) == 1
    said = Judgement(three.id, one.id, verdict, 1.0, "user:kim", "", "2024-01-01")
    assert candidates([one, two, three], [said]) == ()


def test_a_surname_that_two_bear_is_left_alone() -> None:
    mentions = [*chain("a", PERSON, "Ann Lee"), *chain("b", PERSON, "Bob Lee"), *chain("c", PERSON, "Lee")]
    assert candidates(mentions) == ()


def test_a_word_that_many_names_hold_is_no_short_form() -> None:
    towns = ("Hull", "York", "Dover", "Leeds", "Ripon", "Bath")
    mentions = [*chain("a", ORG, "Police"), *(m for town in towns for m in chain(town, ORG, f"{town} Police"))]
    assert candidates(mentions) == ()
    assert len(candidates(mentions[:-1])) == 5


def test_the_likeliest_come_first_and_of_equals_those_that_more_articles_mention() -> None:
    mentions = [
        *chain("a", ORG, "Saltworks"),
        *chain("b", ORG, "Saltworks North"),
        *chain("c", PERSON, "Sergey Ivanov"),
        *chain("d", PERSON, "Sergei Ivanov"),
        *chain("e", PERSON, "Yulia Petrova"),
        *chain("f", PERSON, "Julia Petrova"),
        *chain("g", PERSON, "Julia Petrova"),
    ]
    found = candidates(mentions)
    assert [candidate.rule for candidate in found] == ["spelling", "spelling", "part"]
    assert "Petrova" in found[0].reason
    assert all(candidate.left < candidate.right for candidate in found)


def test_order_does_not_matter() -> None:
    names = ["Lee", "J. Lee", "John Lee", "Jon Lee", "John A. Lee", "Li", "Lee John", "Johannes Lee"]
    mentions = [m for number in range(60) for m in chain(f"{number:02}", PERSON, names[number % len(names)])]
    expected = candidates(mentions)
    assert len(expected) > 20
    shuffle = random.Random(5)
    for _ in range(5):
        shuffle.shuffle(mentions)
        assert candidates(mentions) == expected


NAMED = st.tuples(
    st.sampled_from([PERSON, ORG, COUNTRY, PLACE, GROUP]),
    st.one_of(
        st.text(min_size=1, max_size=12), st.sampled_from(["Lee", "J. Lee", "John Lee", "WSB", "Brine", "Q. U. A."])
    ),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(NAMED, max_size=12), st.data())
def test_whatever_the_names_no_pair_twice_none_judged_none_forbidden(named, data) -> None:  # type: ignore[no-untyped-def]
    mentions = list({m.id: m for n, (type, text) in enumerate(named) for m in plain(f"{n}", type, text)}.values())
    ends = st.sampled_from([*(mention.id for mention in mentions), "kb:Q3"])
    verdicts = st.sampled_from(list(Verdict))
    said = [
        Judgement(data.draw(ends), data.draw(ends), data.draw(verdicts), 1.0, "user:kim", "", f"2024-01-0{day}")
        for day in range(1, data.draw(st.integers(1, 4)))
    ]
    entities = resolve(mentions, GAZETTEER, said)
    found = candidates(mentions, said)
    pairs = [(candidate.left, candidate.right) for candidate in found]
    assert len(set(pairs)) == len(pairs)
    assert not judged_pairs(entities, said) & set(pairs)
    assert not [pair for pair in pairs if pair[0] >= pair[1] or all(id.startswith("kb:") for id in pair)]
    assert [candidate.score for candidate in found] == sorted((c.score for c in found), reverse=True)


def plain(article: str, type: EntityType, text: str) -> list[Mention]:
    return [Mention.create(article, Span(0, len(text)), text, type)]


def test_twenty_thousand_names_are_not_compared_all_with_all() -> None:
    chosen = random.Random(6)
    letters = "bcdfghklmnprstvz"

    def word() -> str:
        return "".join(chosen.choice(letters) + chosen.choice("aeiou") for _ in range(4)).capitalize()

    mentions = [m for n in range(20_000) for m in chain(f"{n}", PERSON, f"{word()} {word()}")]
    one, other = chain("x", PERSON, "Sergey Ivanov"), chain("y", PERSON, "Sergei Ivanov")
    assert "“Serge" in candidates([*mentions, *one, *other])[0].reason
