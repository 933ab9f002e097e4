"""Signatures of an older kg are made anew from the texts, so that old and new articles can be compared."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import create_engine
from stories import story

from kg.ledger import Ledger
from kg.ledger.upgrade import BATCH, recompute_signatures
from kg.resolve.copies import find_copies, signature


def test_signatures_are_made_anew_from_the_texts(tmp_path: Path) -> None:
    texts = [f"Ann Lee met Guest Number {n}." for n in range(BATCH + 3)]
    added = {}
    with Ledger.open(tmp_path / "kg.sqlite") as ledger:
        for text in texts:
            article, extraction = story(text)
            ledger.add(article, extraction, bytes(1024))
            added[article.id] = article.text
    engine = create_engine(f"sqlite:///{tmp_path}/kg.sqlite")
    for _ in range(2):  # again changes nothing
        with engine.begin() as connection:
            recompute_signatures(connection)
        with Ledger.open(tmp_path / "kg.sqlite") as ledger:
            found = {id: mark for id, _, mark in ledger.signatures()}
            assert found == {id: signature(text) for id, text in added.items()}
            assert find_copies(ledger.signatures()) == {}
    engine.dispose()


def test_a_ledger_without_articles(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "kg.sqlite").close()
    engine = create_engine(f"sqlite:///{tmp_path}/kg.sqlite")
    with engine.begin() as connection:
        recompute_signatures(connection)
    engine.dispose()
