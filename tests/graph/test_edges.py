"""Typed edges: which claims make one, and what it says."""

from __future__ import annotations

from typing import Any

import pytest

from kg.graph.days import claim_range, day_range
from kg.graph.edges import Assertion, derive_edges, makes_edge
from kg.model import Claim, Evidence, Modality, Polarity, Precision, Span, Status, When


def assertion(
    subject: str = "a",
    object: str = "b",
    *,
    article: str = "art1",
    source: str | None = "Post",
    published: str | None = "2022-02-04",
    symmetric: bool = False,
    relation: str = "SUPPLIES",
    quote: str = "A supplies B.",
    **more: Any,
) -> Assertion:
    evidence = Evidence(article, Span(0, 13), Span(2, 10), Span(0, 1), Span(11, 12), quote, "rules 1", "verb:supply")
    claim = Claim.create(
        subject_id=f"m-{subject}", relation=relation, object_id=f"m-{object}", evidence=evidence, **more
    )
    return Assertion(claim, subject, object, symmetric, False, published, source)


@pytest.mark.parametrize(
    ("polarity", "modality", "made"),
    [
        (Polarity.AFFIRMED, Modality.ACTUAL, True),
        (Polarity.AFFIRMED, Modality.PLANNED, True),
        (Polarity.AFFIRMED, Modality.POSSIBLE, False),
        (Polarity.AFFIRMED, Modality.REQUESTED, False),
        (Polarity.NEGATED, Modality.ACTUAL, False),
        (Polarity.NEGATED, Modality.PLANNED, False),
    ],
)
def test_only_what_is_affirmed_and_actual_or_planned_makes_an_edge(
    polarity: Polarity, modality: Modality, made: bool
) -> None:
    told = assertion(polarity=polarity, modality=modality)
    assert makes_edge(told.claim) is made
    assert len(derive_edges([told])) == made


PLAN = {"modality": Modality.PLANNED}


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        pytest.param([{}], {"articles": 1, "publishers": 1, "planned": False}, id="one"),
        pytest.param([{}, {"article": "art2", "source": "Herald"}], {"articles": 2, "publishers": 2}, id="two papers"),
        pytest.param([{}, {"article": "art2"}], {"articles": 2, "publishers": 1}, id="one paper twice, or a copy"),
        pytest.param(
            [{"source": None}, {"article": "art2", "source": None}],
            {"articles": 2, "publishers": 1},
            id="origin unknown",
        ),
        pytest.param([{"source": None}, {"article": "art2"}], {"publishers": 2}, id="one known, one unknown"),
        pytest.param(
            [
                {"published": "2022-02"},
                {"article": "art2", "published": "2021"},
                {"article": "art3", "published": None},
            ],
            {"first_seen": "2021", "last_seen": "2022-02"},
            id="dates of reduced precision",
        ),
        pytest.param([PLAN], {"planned": True}, id="a plan"),
        pytest.param(
            [PLAN | {"confidence": 0.9, "quote": "A will."}, {"confidence": 0.4, "quote": "A did.", "article": "art2"}],
            {"planned": False, "quote": "A did.", "confidence": 0.4},
            id="what happened tells more than what was planned",
        ),
        pytest.param(
            [{"confidence": 0.5, "quote": "Perhaps."}, {"article": "art2", "confidence": 0.8, "quote": "Surely."}],
            {"quote": "Surely.", "confidence": 0.8},
            id="the surest quote",
        ),
        pytest.param(
            [{"quote": "Late."}, {"article": "art2", "published": "2020", "quote": "Early."}],
            {"quote": "Early."},
            id="of equals the earliest",
        ),
        pytest.param(
            [{"status": Status.FORMER}, {"article": "art2", "status": Status.CURRENT}],
            {"statuses": ["current", "former"]},
            id="statuses",
        ),
    ],
)
def test_an_edge_sums_up_its_claims(claims: list[dict[str, Any]], expected: dict[str, Any]) -> None:
    told = [assertion(**claim) for claim in claims]
    (edge,) = derive_edges(told)
    assert {key: edge.properties[key] for key in expected} == expected
    assert edge.properties["claims"] == sorted(one.claim.id for one in told)
    assert derive_edges(reversed(told)) == [edge]


def test_no_nulls_on_an_edge() -> None:
    (edge,) = derive_edges([assertion(published=None)])
    assert edge.properties.keys() == {"claims", "articles", "publishers", "quote", "confidence", "planned"}


def test_a_symmetric_relation_is_one_edge_in_either_order() -> None:
    both = [assertion("a", "b", symmetric=True), assertion("b", "a", symmetric=True, article="art2")]
    (edge,) = derive_edges(both)
    assert (edge.subject, edge.object, edge.properties["articles"]) == ("a", "b", 2)
    assert both[0].edge == both[1].edge == edge.id


def test_a_directed_relation_is_two() -> None:
    assert [(e.subject, e.object) for e in derive_edges([assertion("a", "b"), assertion("b", "a")])] != []
    assert len(derive_edges([assertion("a", "b"), assertion("b", "a"), assertion("a", "b", relation="AIDS")])) == 3


def test_nothing_is_told_of_a_thing_and_itself() -> None:
    assert derive_edges([assertion("a", "a")]) == []


@pytest.mark.parametrize(
    ("date", "days"),
    [
        (None, (None, None)),
        ("2022", ("2022-01-01", "2022-12-31")),
        ("2022-02", ("2022-02-01", "2022-02-28")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2022-02-04", ("2022-02-04", "2022-02-04")),
    ],
)
def test_reduced_dates_cover_days(date: str | None, days: tuple[str | None, str | None]) -> None:
    assert day_range(date) == days


@pytest.mark.parametrize(
    ("start", "end", "published", "days"),
    [
        ("2022-01-01", "2022-01-07", "2022-02-04", ("2022-01-01", "2022-01-07")),
        ("2013-01-01", None, "2022-02", ("2013-01-01", "2022-02-28")),
        ("2023-01-01", None, "2022-02-04", ("2023-01-01", "2023-01-01")),
        ("2013-01-01", None, None, ("2013-01-01", "2013-01-01")),
        (None, "2020-12-31", "2022-02-04", ("2020-12-31", "2020-12-31")),
        (None, None, "2022-02-04", ("2022-02-04", "2022-02-04")),
        (None, None, None, (None, None)),
    ],
)
def test_a_claim_covers_days(
    start: str | None, end: str | None, published: str | None, days: tuple[str | None, str | None]
) -> None:
    assert claim_range(When(start, end, Precision.DAY, "then"), published) == days


def test_a_claim_without_a_date_is_of_its_publication() -> None:
    assert claim_range(None, "2022") == ("2022-01-01", "2022-12-31")
