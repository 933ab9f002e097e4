"""Publication dates of records, feeds and messages: the day as written, the moment where one is stated."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from kg.read.dates import find_date
from kg.read.moments import read_moment


@pytest.mark.parametrize(
    ("value", "day", "at"),
    [
        ("2021-05-03", "2021-05-03", None),
        ("2021-05", "2021-05", None),
        ("2021", "2021", None),
        (2021, "2021", None),
        ("2021-05-03T23:10:00Z", "2021-05-03", "2021-05-03T23:10:00Z"),
        ("2021-05-03T23:10:00.123+08:00", "2021-05-03", "2021-05-03T23:10:00+08:00"),
        ("2021-05-03T23:10:00+0800", "2021-05-03", "2021-05-03T23:10:00+08:00"),
        ("2021-05-03 23:10:00 UTC", "2021-05-03", "2021-05-03T23:10:00Z"),
        ("2021-05-03 23:10:00", "2021-05-03", "2021-05-03T23:10:00"),
        ("2021-05-03 00:00:00", "2021-05-03", None),
        ("Mon, 03 May 2021 23:10:00 +0000", "2021-05-03", "2021-05-03T23:10:00Z"),
        ("Mon, 3 May 2021 23:10:00 EST", "2021-05-03", "2021-05-03T23:10:00-05:00"),
        ("Mon, 03 May 21 23:10:00 GMT", "2021-05-03", "2021-05-03T23:10:00Z"),
        ("3 May 2021 23:10 GMT", "2021-05-03", "2021-05-03T23:10:00Z"),
        ("20210503T231000Z", "2021-05-03", "2021-05-03T23:10:00Z"),
        ("20210503", "2021-05-03", None),
        (20210503, "2021-05-03", None),
        ("20210503231000", "2021-05-03", "2021-05-03T23:10:00"),
        (1620083400, "2021-05-03", "2021-05-03T23:10:00Z"),
        ("1620083400", "2021-05-03", "2021-05-03T23:10:00Z"),
        (1620083400.5, "2021-05-03", "2021-05-03T23:10:00Z"),
        (1620083400000, "2021-05-03", "2021-05-03T23:10:00Z"),
        (1620083400000000000, "2021-05-03", "2021-05-03T23:10:00Z"),
        ("26-FEB-1987 15:01:01.79", "1987-02-26", "1987-02-26T15:01:01"),
        ("03-May-21", "2021-05-03", None),
        ("2021/05/03", "2021-05-03", None),
        ("2021/5/3 7:30", "2021-05-03", "2021-05-03T07:30:00"),
        ("03.05.2021", "2021-05-03", None),
        ("May 3, 2021 Monday", "2021-05-03", None),
        ("May 3, 2021 11:10 PM", "2021-05-03", "2021-05-03T23:10:00"),
        ("Mon May 03 23:10:00 +0000 2021", "2021-05-03", "2021-05-03T23:10:00Z"),
        ("Mon May 03 2021 23:10:00 GMT+0200 (CEST)", "2021-05-03", "2021-05-03T23:10:00+02:00"),
        ({"$date": "2021-05-03T23:10:00Z"}, "2021-05-03", "2021-05-03T23:10:00Z"),
        ({"$date": {"$numberLong": "1620083400000"}}, "2021-05-03", "2021-05-03T23:10:00Z"),
        (date(2021, 5, 3), "2021-05-03", None),
        (datetime(2021, 5, 3, 23, 10, tzinfo=UTC), "2021-05-03", "2021-05-03T23:10:00Z"),
        ("03/04/2021", "2021", None),
        ("13/04/2021", "2021-04-13", None),
    ],
)
def test_moments(value: Any, day: str, at: str | None) -> None:
    assert read_moment(value) == (day, at)


@pytest.mark.parametrize(
    "value",
    [
        "soon",
        "2 hours ago",
        "",
        "12",
        12,
        43529,
        True,
        None,
        "20211399",
        "0000-00-00",
        "2021-02-30",
        "2021-W10",
        [],
        {},
    ],
)
def test_what_is_no_date(value: Any) -> None:
    assert read_moment(value) is None


@pytest.mark.parametrize("sign", ["1", "1 ", "2021 ", "2021-", "1:", "Jan 1 ", " ", "19", "1/1/", "20.", "May 3, "])
def test_one_sign_repeated_is_searched_in_time_that_grows_with_its_length(sign: str) -> None:
    """An expression that went back over its text would take minutes here, and the suite would not end."""
    text = sign * (100_000 // len(sign))
    find_date(text)
    read_moment(text)


def test_a_date_far_behind_another_year_is_found() -> None:
    found = find_date("In 2019 and " + "so on " * 50 + "until 3 May 2021, then 4 May 2021")
    assert found is not None
    assert found[1] == "2021-05-03"
