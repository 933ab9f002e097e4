"""Whatever happened to a ledger before, it holds what survived and nothing else."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from stories import story

from kg.export import ledger_records
from kg.ledger import Ledger
from kg.model import Article, Extraction

PRINT = b"print"
TEXTS = [f"Ann Lee met Guest {name}." for name in ("Ash", "Elm", "Fir")]
PATHS = ["a.txt", "b.txt", None]
CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.sampled_from(TEXTS), st.sampled_from(PATHS)),
        st.tuples(st.just("forget"), st.sampled_from(TEXTS), st.none()),
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(changes=CHANGES, shuffle=st.randoms(use_true_random=False))
def test_any_history_gives_the_ledger_of_what_survived(changes, shuffle, tmp_path_factory) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path_factory.mktemp("history")
    surviving: list[tuple[Article, Extraction]] = []
    with Ledger.open(folder / "lived.sqlite") as lived, Ledger.open(folder / "fresh.sqlite") as fresh:
        for change, text, path in changes:
            article, extraction = story(text, path)
            if change == "add":
                lived.add(article, extraction, PRINT)
                surviving.append((article, extraction))
            elif lived.has(article.id):
                lived.forget(article.id)
                surviving = [pair for pair in surviving if pair[0].id != article.id]
        shuffle.shuffle(surviving)
        for article, extraction in surviving:
            fresh.add(article, extraction, PRINT)
        assert list(ledger_records(lived)) == list(ledger_records(fresh))


def test_two_processes_may_write_in_turn(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "kg.sqlite") as one, Ledger.open(tmp_path / "kg.sqlite") as two:
        reading = one.articles()
        first, second = story("Ann Lee met Bob Ray."), story("Eve Fox met Bob Ray.")
        assert one.add(*first, PRINT)
        assert not two.add(*first, PRINT)
        next(reading)
        assert two.add(*second, PRINT)
        assert one.counts()["articles"] == 2
