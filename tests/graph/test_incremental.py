"""Whatever happens to a ledger, a projection that reads only what changed gives the graph that a fresh one gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
import synthetic
import world
from fingerprint import fingerprint

from kg.graph.base import GraphStore
from kg.graph.embedded import EmbeddedStore
from kg.graph.projection import project
from kg.ledger import Ledger

PRINT = b"\0" * 8
ALL = ("articles", "mentions", "claims", "entities")


class Life:
    """A ledger with a random life; every change is one that ingestion, forgetting or resolution makes."""

    def __init__(self, path: Path, seed: int) -> None:
        self.ledger = Ledger.open(path)
        self._random = Random(seed)
        self._made = self._merged = 0

    def go_on(self) -> None:
        """One to three changes."""
        changes: list[Callable[[], None]] = [*[self._add] * 4, self._forget, self._merge, self._copy, self._touch]
        for change in self._random.choices(changes, k=self._random.randint(1, 3)):
            change()
        if self._random.random() < 0.9:  # else a projection between ingestion and resolution
            synthetic.resolve(self.ledger, self._merged)

    def _add(self) -> None:
        for pair in synthetic.articles(self._random, 2, claims=3, names=9, first=self._made):
            self.ledger.add(*pair, PRINT)
        self._made += 2

    def _forget(self) -> None:
        if ids := [article.id for article in self.ledger.articles()]:
            self.ledger.forget(self._random.choice(ids))

    def _merge(self) -> None:
        """Names become one with their next, or are split again."""
        self._merged = self._random.randint(0, 4)

    def _copy(self) -> None:
        ids = [article.id for article in self.ledger.articles()]
        self._random.shuffle(ids)
        count = self._random.randint(0, len(ids) // 2)
        self.ledger.replace_copies(dict.fromkeys(ids[1 : 1 + count], ids[0]) if ids else {})

    def _touch(self) -> None:
        for article in self.ledger.articles():
            self.ledger.keep_source(article)


@pytest.mark.parametrize("seed", range(3))
def test_any_life_of_a_ledger(seed: int, store: GraphStore, tmp_path: Path) -> None:
    life = Life(tmp_path / "kg.sqlite", seed)
    largest = 0
    for step in range(9):
        life.go_on()
        project(life.ledger, store, world.RELATIONS)
        with EmbeddedStore() as fresh:
            project(life.ledger, fresh, world.RELATIONS)
            assert fingerprint(store) == fingerprint(fresh), step
        largest = max(largest, fingerprint(store)[0])
    assert largest > 20


def test_only_what_changed_is_read_and_written(
    store: GraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    random = Random(0)
    with Ledger.open(tmp_path / "kg.sqlite") as ledger:
        for pair in synthetic.articles(random, 20, claims=3, names=30):
            ledger.add(*pair, PRINT)
        synthetic.resolve(ledger)
        project(ledger, store, world.RELATIONS)
        ((article, extraction),) = synthetic.articles(random, 1, claims=2, names=2, first=20)
        ledger.add(article, extraction, PRINT)
        synthetic.resolve(ledger)
        for name in ALL:
            monkeypatch.setattr(Ledger, name, lambda self, name=name: pytest.fail(f"all {name} were read"))
        asked: list[str] = []
        read = store.read
        monkeypatch.setattr(
            store, "read", lambda text, given=None, **how: asked.append(text) or read(text, given, **how)
        )
        report = project(ledger, store, world.RELATIONS)
    assert not [text for text in asked if "$" not in text and "KgProjection" not in text]
    assert (report.nodes_written, report.nodes_deleted, report.links_deleted) == (3, 0, 0)
    assert report.links_written <= 2 * 4 + 2


def test_a_copy_counts_for_itself_when_its_original_is_forgotten(store: GraphStore, tmp_path: Path) -> None:
    (original, said), (copy, again) = synthetic.articles(Random(2), 2, claims=2, names=9)
    with Ledger.open(tmp_path / "kg.sqlite") as ledger:
        ledger.add(original, said, PRINT)
        ledger.add(copy, again, PRINT)
        ledger.replace_copies({copy.id: original.id})
        synthetic.resolve(ledger)
        project(ledger, store, world.RELATIONS)
        ledger.forget(original.id)
        project(ledger, store, world.RELATIONS)
        (row,) = store.read("MATCH (a:Article) RETURN a.copy_of AS copy_of, a.source AS source")
    assert row == {"copy_of": None, "source": copy.publisher or ""}


def test_a_ledger_put_in_the_place_of_another_is_projected_whole(store: GraphStore, tmp_path: Path) -> None:
    for name in ("one", "two"):
        with Ledger.open(tmp_path / f"{name}.sqlite") as ledger:
            for pair in synthetic.articles(Random(name), 3, claims=3, names=9):
                ledger.add(*pair, PRINT)
            synthetic.resolve(ledger)
            project(ledger, store, world.RELATIONS)
            with EmbeddedStore() as fresh:
                project(ledger, fresh, world.RELATIONS)
                assert fingerprint(store) == fingerprint(fresh)
