"""What the shipped gazetteer knows, and what holds of all of it."""

from __future__ import annotations

from collections import Counter

import pytest

from kg.errors import NotFoundError
from kg.gazetteer import Gazetteer, cities, normalise
from kg.model import EntityType


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def test_every_state_is_there(gazetteer: Gazetteer) -> None:
    states = [entry for entry in gazetteer.entries() if entry.iso]
    assert len(states) == 197  # 193 members of the United Nations, Kosovo, Palestine, Taiwan, the Vatican
    assert all(entry.type is EntityType.COUNTRY and entry.wikidata for entry in states)
    assert len({entry.iso for entry in states}) == 197


def test_entries_hold_together(gazetteer: Gazetteer) -> None:
    known = {entry.id for entry in gazetteer.entries()}
    for entry in gazetteer.entries():
        assert entry.country is None or entry.country in known, entry
        assert entry.ambiguous <= {*entry.names, *entry.demonyms}, entry
        assert all(normalise(name) for name in entry.names), entry
        assert entry.id.startswith(("Q", "kg:")), entry
        assert not entry.capital or gazetteer.capital_of(entry.capital) == entry, entry


def test_few_names_are_shared(gazetteer: Gazetteer) -> None:
    owners = Counter(normalise(name) for entry in gazetteer.entries() for name in {normalise(n) for n in entry.names})
    assert {name for name, count in owners.items() if count > 1} == {"congo", "korea", "georgia", "new york"}


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Russia", ["Q159"]),
        ("the Russian Federation", ["Q159"]),
        ("U.S.", ["Q30"]),
        ("us", ["Q30"]),
        ("Britain’s", ["Q145"]),
        ("Burma", ["Q836"]),
        ("DRC", ["Q974"]),
        ("Nato", ["Q7184"]),
        ("Cote d'Ivoire", ["Q1008"]),
        ("Korea", ["Q423", "Q884"]),
        ("Georgia", ["Q1428", "Q230"]),
        ("Atlantis", []),
    ],
)
def test_lookup(gazetteer: Gazetteer, name: str, ids: list[str]) -> None:
    assert [entry.id for entry in gazetteer.lookup(name)] == ids


@pytest.mark.parametrize(
    ("method", "word", "id"),
    [
        ("demonym", "Russian", "Q159"),
        ("demonym", "Russians", "Q159"),
        ("demonym", "Dutch", "Q55"),
        ("demonym", "Congolese", None),
        ("demonym", "Russia", None),
        ("capital_of", "Moscow", "Q159"),
        ("capital_of", "Kiev", "Q212"),
        ("capital_of", "Brussels", "Q31"),
        ("capital_of", "Kremlin", None),
        ("metonym", "Moscow", "Q159"),
        ("metonym", "the Kremlin", "Q159"),
        ("metonym", "White House", "Q30"),
        ("metonym", "Washington", "Q30"),
        ("metonym", "Downing Street", "Q145"),
        ("metonym", "Elysee", "Q142"),
        ("metonym", "Brussels", "Q458"),
        ("metonym", "Lyon", None),
    ],
)
def test_whom_a_word_stands_for(gazetteer: Gazetteer, method: str, word: str, id: str | None) -> None:
    entry = getattr(gazetteer, method)(word)
    assert (entry.id if entry else None) == id


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("president", "HEADS"),
        ("Prime Minister", "HEADS"),
        ("chief executive officer", "HEADS"),
        ("secretary-general", "HEADS"),
        ("president-elect", "HEADS"),
        ("chief minister", "HEADS"),
        ("vice president", "WORKS_FOR"),
        ("deputy prime minister", "WORKS_FOR"),
        ("economy minister", "WORKS_FOR"),
        ("foreign minister", "WORKS_FOR"),
        ("spokeswoman", "WORKS_FOR"),
        ("candidate", None),
        ("", None),
    ],
)
def test_title(gazetteer: Gazetteer, words: str, relation: str | None) -> None:
    assert gazetteer.title(words) == relation


def test_given_names(gazetteer: Gazetteer) -> None:
    names = "Emmanuel Vladimir Sergei Olaf Mohammed Angela Joe Yuki Narendra Fatima José".split()
    assert all(gazetteer.is_given_name(name) for name in names)
    assert not any(gazetteer.is_given_name(name) for name in "Moscow China President May Georgia Bank".split())


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Angela", "female"), ("Vladimir", "male"), ("Mohammed", "male"), ("Jean", None), ("Kay", None), ("Moscow", None)],
)
def test_gender(gazetteer: Gazetteer, name: str, gender: str | None) -> None:
    assert gazetteer.gender(name) == gender


def test_cities() -> None:
    assert cities("Kharkiv")[0].country == "UA"
    assert cities("Springfield")[0].state == "Missouri"
    assert cities("Nowhere at all") == ()
    assert [city.population for city in cities("Birmingham")] == sorted(
        (city.population for city in cities("Birmingham")), reverse=True
    )


def test_unknown_id(gazetteer: Gazetteer) -> None:
    assert gazetteer.entry("Q159").name == "Russia"
    with pytest.raises(NotFoundError, match="no entry Q0"):
        gazetteer.entry("Q0")
