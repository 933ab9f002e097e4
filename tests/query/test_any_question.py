"""Whatever is asked, the answer is an answer or a plain refusal."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import NotFoundError, QuestionError
from kg.gazetteer import Gazetteer
from kg.graph.embedded import EmbeddedStore
from kg.ontology import Ontology
from kg.query import ask

WORDS = """
    who whom what which when where how much many long did does has will is was were been the a of in on to with by from
    met meet supplies supplied signed visit criticised president minister head owner member contract gas deal countries
    Halvorsen Tamm Norway's Norwegian Oslo Tallinn Northgate Energy Baltic Power BEA Kask and , not 2019 March 'quoted'
    connected happened disagree sources according whom [red] $ € ?
""".split()


@settings(max_examples=300, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=12), rest=st.text(max_size=8))
def test_nothing_else_is_raised(
    words: list[str], rest: str, store: EmbeddedStore, ontology: Ontology, gazetteer: Gazetteer
) -> None:
    try:
        answer = ask(" ".join([*words, rest]), store, ontology, gazetteer)
    except (QuestionError, NotFoundError):
        return
    assert answer.lead
    assert all(row["claims"] for row in answer.rows), "no row without a claim"
    assert bool(answer.claims) >= bool(answer.rows)
