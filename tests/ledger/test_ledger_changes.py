"""A ledger tells what changed since a state it was in, and reads only that."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from stories import AS_OF_VERSION_3, story

from kg.ledger import Ledger
from kg.ledger.changes import AT_ONCE, Changes
from kg.model import Entity, EntityType

PRINT = b"print"
ANN, EVE = story("Ann Lee met Bob Ray.", "b.txt"), story("Eve Fox met Bob Ray.")
NOTHING = Changes(frozenset(), frozenset())


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Two articles, every mention an entity of its own."""
    with Ledger.open(tmp_path / "kg.sqlite") as opened:
        opened.add(*ANN, PRINT)
        opened.add(*EVE, PRINT)
        opened.replace_entities(alone(opened))
        yield opened


def alone(ledger: Ledger) -> list[Entity]:
    return [Entity(f"e-{m.id}", EntityType.PERSON, m.text, (), (m.id,)) for m in ledger.mentions()]


def changes(ledger: Ledger, state: str) -> tuple[set[str], set[str]]:
    found = ledger.changes_since(state)
    assert found
    return set(found.articles), set(found.entities)


def test_nothing_changed(ledger: Ledger) -> None:
    assert ledger.changes_since(ledger.state()) == NOTHING
    ledger.add(*ANN, PRINT)
    ledger.replace_entities(alone(ledger))
    ledger.replace_copies({})
    assert ledger.changes_since(ledger.state()) == NOTHING


def test_from_the_first_state_on_everything_changed(ledger: Ledger) -> None:
    first = ledger.state().rpartition(":")[0] + ":0"
    assert changes(ledger, first) == ({ANN[0].id, EVE[0].id}, {entity.id for entity in ledger.entities()})


def test_a_new_article_and_the_same_from_another_file(ledger: Ledger) -> None:
    before = ledger.state()
    new = story("Kim Dow met Ann Lee.")
    ledger.add(*new, PRINT)
    assert changes(ledger, before) == ({new[0].id}, set())
    before = ledger.state()
    ledger.add(story("Ann Lee met Bob Ray.", "a.txt")[0], ANN[1], PRINT)
    assert changes(ledger, before) == ({ANN[0].id}, set())


def test_forgetting_notes_the_article_its_entities_and_its_copies(ledger: Ledger) -> None:
    ledger.replace_copies({EVE[0].id: ANN[0].id})
    before = ledger.state()
    ledger.forget(ANN[0].id)
    assert changes(ledger, before) == ({ANN[0].id, EVE[0].id}, {f"e-{m.id}" for m in ANN[1].mentions})


def test_a_merge_notes_the_articles_whose_mentions_moved(ledger: Ledger) -> None:
    before = ledger.state()
    bob, other = EVE[1].mentions[1].id, ANN[1].mentions[1].id
    merged = Entity(f"e-{bob}", EntityType.PERSON, "Bob Ray", (), tuple(sorted((bob, other))))
    kept = [entity for entity in alone(ledger) if not {bob, other} & {*entity.mention_ids}]
    ledger.replace_entities([*kept, merged])
    assert changes(ledger, before) == ({ANN[0].id}, {f"e-{bob}", f"e-{other}"})


def test_a_new_name_touches_no_article(ledger: Ledger) -> None:
    before = ledger.state()
    first, *others = alone(ledger)
    renamed = Entity(first.id, first.type, "Renamed", (), first.mention_ids)
    ledger.replace_entities([renamed, *others])
    assert changes(ledger, before) == (set(), {first.id})


def test_a_copy_found_or_lost_is_noted(ledger: Ledger) -> None:
    before = ledger.state()
    ledger.replace_copies({EVE[0].id: ANN[0].id})
    assert changes(ledger, before) == ({EVE[0].id}, set())


@pytest.mark.parametrize("state", ["", "x", "other:1", "{own}:99", "{own}:-1", "{own}:"])
def test_a_state_of_which_nothing_is_known(ledger: Ledger, state: str) -> None:
    own = ledger.state().rpartition(":")[0]
    assert ledger.changes_since(state.format(own=own)) is None


def test_what_is_read_by_id_is_what_is_read_whole(ledger: Ledger) -> None:
    many = [str(number) for number in range(2 * AT_ONCE)]  # ids that are not there
    articles = [ANN[0].id, EVE[0].id, *many]
    assert list(ledger.headings(articles)) == list(ledger.headings())
    assert [heading.title for heading in ledger.headings()] == [article.title for article in ledger.articles()]
    assert sorted(ledger.mentions_in(articles), key=lambda m: m.id) == list(ledger.mentions())
    assert sorted(ledger.claims_in(articles), key=lambda c: c.id) == list(ledger.claims())
    ids = [claim.id for claim in ledger.claims()]
    assert list(ledger.claims_among([*ids, "none"])) == list(ledger.claims())
    assert not list(ledger.claims_in([]))


def test_entities_come_with_only_the_mentions_asked_for(ledger: Ledger) -> None:
    first, second, *_ = ledger.entities()
    found = ledger.entities_among([first.id, "none"], second.mention_ids)
    assert [(entity.id, entity.mention_ids) for entity in found] == [
        (first.id, ()),
        (second.id, second.mention_ids),
    ]


def test_a_ledger_of_version_1_is_brought_up_to_date(ledger: Ledger, tmp_path: Path) -> None:
    state = ledger.state()
    ledger.close()
    with sqlite3.connect(tmp_path / "kg.sqlite") as connection:
        connection.executescript(AS_OF_VERSION_3 + "drop table withdrawal; drop table redirect")
        connection.execute("drop table change")
        connection.execute("delete from meta where key = 'noted_since'")
        connection.execute("update meta set value = '1' where key = 'schema_version'")
    connection.close()
    with Ledger.open(tmp_path / "kg.sqlite") as opened:
        assert opened.state() == state
        assert opened.changes_since(state) == NOTHING
        assert opened.changes_since(state.rpartition(":")[0] + ":1") is None
        opened.forget(ANN[0].id)
        assert changes(opened, state)[0] == {ANN[0].id}
