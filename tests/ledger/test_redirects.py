"""What people took back, and ids that entities once had: kept, but never in the way of what holds now."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from stories import AS_OF_VERSION_3, story

from kg.errors import NotFoundError
from kg.export import ledger_records
from kg.ledger import Ledger
from kg.model import Entity, EntityType, Judgement, Verdict, Withdrawal

PRINT = b"print"
ANN, EVE = story("Ann Lee met Bob Ray."), story("Ann Lee met Eve Fox.")
SAID = Judgement("a", "b", Verdict.SAME, 1.0, "user:kim", "saw them", "2024-01-01")
BACK = Withdrawal(SAID.id, "user:lou", "saw others", "2024-01-02")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "kg.sqlite") as opened:
        opened.add(*ANN, PRINT)
        opened.add(*EVE, PRINT)
        yield opened


def entity(id: str, *members: str) -> Entity:
    return Entity(id, EntityType.PERSON, id, (), tuple(sorted(members)))


def test_what_was_taken_back_counts_no_more_and_is_kept(ledger: Ledger) -> None:
    ledger.judge(SAID)
    before = ledger.sequence()
    assert ledger.withdraw(BACK)
    assert not ledger.withdraw(BACK)
    assert ledger.sequence() == before + 1
    assert list(ledger.judgements()) == []
    assert list(ledger.judgements(withdrawn=True)) == [SAID]
    assert list(ledger.withdrawals()) == [BACK]
    ledger.judge(SAID)
    assert list(ledger.judgements()) == []
    records = [line for line in ledger_records(ledger) if '"judgement"' in line or '"withdrawal"' in line]
    assert len(records) == 2


def test_what_nobody_said_cannot_be_taken_back(ledger: Ledger) -> None:
    with pytest.raises(NotFoundError, match=SAID.id):
        ledger.withdraw(BACK)


def test_an_old_id_leads_to_what_became_of_it(ledger: Ledger) -> None:
    one, two, three, four = sorted(mention.id for mention in ledger.mentions())
    ledger.replace_entities([entity("e-2", two), entity("e-3", three), entity("e-4", four), entity("e-1", one)])
    assert ledger.redirects() == {}
    ledger.replace_entities([entity("e-2", two, three), entity("e-4", four), entity("e-1", one)])
    assert ledger.redirects() == {"e-3": "e-2"}
    ledger.replace_entities([entity("kb:Q1", one, two, three), entity("e-4", four)])
    assert ledger.redirects() == {"e-1": "kb:Q1", "e-2": "kb:Q1", "e-3": "kb:Q1"}
    ledger.replace_entities([entity("e-1", one), entity("e-2", two, three), entity("e-4", four)])
    assert ledger.redirects() == {"e-3": "e-2", "kb:Q1": "e-1"}


def test_an_id_follows_the_smallest_mention_that_is_left(ledger: Ledger) -> None:
    own, others = ([m.id for m in pair[1].mentions] for pair in (ANN, EVE))
    ledger.replace_entities([entity("ann", *own, others[0]), entity("eve", others[1])])
    ledger.forget(ANN[0].id)
    ledger.replace_entities([entity("new", others[0]), entity("eve", others[1])])
    assert ledger.redirects() == {"ann": "new"}
    ledger.forget(EVE[0].id)
    assert ledger.redirects() == {}
    assert list(ledger.entities()) == []


def test_redirects_are_in_no_export(ledger: Ledger) -> None:
    ids = sorted(mention.id for mention in ledger.mentions())
    ledger.replace_entities([entity("all", *ids)])
    before = list(ledger_records(ledger))
    ledger.replace_entities([entity("other", *ids)])
    ledger.replace_entities([entity("all", *ids)])
    assert ledger.redirects() == {"other": "all"}
    assert list(ledger_records(ledger)) == before


def test_a_ledger_of_version_2_is_brought_up_to_date(ledger: Ledger, tmp_path: Path) -> None:
    ledger.judge(SAID)
    records, state = list(ledger_records(ledger)), ledger.state()
    ledger.close()
    with sqlite3.connect(tmp_path / "kg.sqlite") as connection:
        connection.executescript(AS_OF_VERSION_3 + "drop table withdrawal; drop table redirect")
        connection.execute("update meta set value = '2' where key = 'schema_version'")
    connection.close()
    with Ledger.open(tmp_path / "kg.sqlite") as opened:
        assert (list(ledger_records(opened)), opened.state()) == (records, state)
        assert opened.withdraw(BACK)
        assert opened.redirects() == {}
