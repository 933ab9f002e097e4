"""Date expressions against a publication date. Friday 4 February 2022 unless a case says otherwise."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Precision
from kg.parse.dates import find_dates

FRIDAY = "2022-02-04"


def resolved(text: str, direction: str = "past", published: str | None = FRIDAY) -> list[tuple[str, str, str]]:
    """(words, interval, precision) of each date found; the interval as "start/end", one day as itself."""
    found = []
    for mention in find_dates(text, published):
        assert mention.span.of(text) == mention.text
        when = mention.when(direction)  # type: ignore[arg-type]
        assert when.text == mention.text
        interval = when.start if when.start == when.end else f"{when.start or '..'}/{when.end or '..'}"
        found.append((mention.text, interval or "?", when.precision.value))
    return found


ABSOLUTE = [
    ("It opened on 14 February 2021.", "14 February 2021", "2021-02-14", "day"),
    ("It opened on February 14, 2021.", "February 14, 2021", "2021-02-14", "day"),
    ("It opened on Feb. 14, 2021.", "Feb. 14, 2021", "2021-02-14", "day"),
    ("The page says Saturday, Jan 23, 2021", "Saturday, Jan 23, 2021", "2021-01-23", "day"),
    ("the 3rd of May 2019 was dry", "the 3rd of May 2019", "2019-05-03", "day"),
    ("dated 2021-11-30.", "2021-11-30", "2021-11-30", "day"),
    ("It ran from 3 to 5 May 2019.", "from 3 to 5 May 2019", "2019-05-03/2019-05-05", "day"),
    (
        "It ran from 28 December to 3 January 2020.",
        "from 28 December to 3 January 2020",
        "2019-12-28/2020-01-03",
        "day",
    ),
    ("They met in January 2020.", "January 2020", "2020-01-01/2020-01-31", "month"),
    ("They met in late February 2020.", "late February 2020", "2020-02-20/2020-02-29", "month"),
    ("between January and March 2020", "between January and March 2020", "2020-01-01/2020-03-31", "month"),
    ("In 2014 it began.", "2014", "2014-01-01/2014-12-31", "year"),
    ("Since 2013 they have met.", "Since 2013", "2013-01-01/..", "year"),
    ("It must close by 2030.", "by 2030", "../2030-12-31", "year"),
    ("It ran until 2016.", "until 2016", "../2016-12-31", "year"),
    ("Nobody knew before 2016.", "before 2016", "../2015-12-31", "year"),
    ("It changed after 2016.", "after 2016", "2017-01-01/..", "year"),
    ("between 1998 and 2005", "between 1998 and 2005", "1998-01-01/2005-12-31", "year"),
    ("the war (1998-2005)", "1998-2005", "1998-01-01/2005-12-31", "year"),
    ("in the 2021/22 season", "2021/22", "2021-01-01/2022-12-31", "year"),
    ("in early 2020", "early 2020", "2020-01-01/2020-04-30", "year"),
    ("in mid-2019", "mid-2019", "2019-05-01/2019-08-31", "year"),
    ("the summer of 2015", "the summer of 2015", "2015-06-01/2015-08-31", "quarter"),
    ("in the fourth quarter of 2021", "the fourth quarter of 2021", "2021-10-01/2021-12-31", "quarter"),
    ("in Q2 2021", "Q2 2021", "2021-04-01/2021-06-30", "quarter"),
    ("as it did in the 1990s", "the 1990s", "1990-01-01/1999-12-31", "decade"),
    ("in the late 1990s", "the late 1990s", "1997-01-01/1999-12-31", "decade"),
    ("in the 21st century", "the 21st century", "2001-01-01/2100-12-31", "unknown"),
]


@pytest.mark.parametrize(("text", "words", "interval", "precision"), ABSOLUTE)
@pytest.mark.parametrize("published", [FRIDAY, None])
def test_absolute(text: str, words: str, interval: str, precision: str, published: str | None) -> None:
    assert resolved(text, published=published) == [(words, interval, precision)]
    assert resolved(text, "future", published=published) == [(words, interval, precision)]


RELATIVE = [
    # text, words, past, future
    ("They met on Friday.", "Friday", "2022-02-04", "2022-02-04"),
    ("He is to visit on Monday.", "Monday", "2022-01-31", "2022-02-07"),
    ("On Thursday Smith spoke.", "Thursday", "2022-02-03", "2022-02-10"),
    ("Tuesday’s meeting failed.", "Tuesday", "2022-02-01", "2022-02-08"),
    ("late on Sunday evening", "late on Sunday evening", "2022-01-30", "2022-02-06"),
    ("from Monday to Wednesday", "from Monday to Wednesday", "2022-01-31/2022-02-02", "2022-02-07/2022-02-09"),
    ("It lasts until Monday.", "until Monday", "../2022-01-31", "../2022-02-07"),
    ("after Friday’s meeting", "Friday", "2022-02-04", "2022-02-04"),
    ("last Friday", "last Friday", "2022-01-28", "2022-01-28"),
    ("Next Friday", "Next Friday", "2022-02-11", "2022-02-11"),
    ("on the 14 February", "the 14 February", "2021-02-14", "2022-02-14"),
    ("Monday, February 7", "Monday, February 7", "2022-02-07", "2022-02-07"),
    ("on 29 February", "29 February", "2020-02-29", "2024-02-29"),
    ("said on the 14th.", "the 14th", "2022-01-14", "2022-02-14"),
    ("In January, prices rose", "January", "2022-01-01/2022-01-31", "2023-01-01/2023-01-31"),
    ("in May", "May", "2021-05-01/2021-05-31", "2022-05-01/2022-05-31"),
    ("on December 22, last year", "December 22, last year", "2021-12-22", "2021-12-22"),
    ("in August of last year", "August of last year", "2021-08-01/2021-08-31", "2021-08-01/2021-08-31"),
    ("last January", "last January", "2022-01-01/2022-01-31", "2022-01-01/2022-01-31"),
    ("last summer", "last summer", "2021-06-01/2021-08-31", "2021-06-01/2021-08-31"),
    ("this winter", "this winter", "2021-12-01/2022-02-28", "2021-12-01/2022-02-28"),
    ("he said yesterday", "yesterday", "2022-02-03", "2022-02-03"),
    ("early today", "early today", "2022-02-04", "2022-02-04"),
    ("last night", "last night", "2022-02-03", "2022-02-03"),
    ("10 HOURS AGO", "10 HOURS AGO", "2022-02-04", "2022-02-04"),
    ("this week", "this week", "2022-01-31/2022-02-06", "2022-01-31/2022-02-06"),
    ("last week", "last week", "2022-01-24/2022-01-30", "2022-01-24/2022-01-30"),
    ("early next week", "early next week", "2022-02-07/2022-02-08", "2022-02-07/2022-02-08"),
    ("at the weekend", "weekend", "2022-01-29/2022-01-30", "2022-02-05/2022-02-06"),
    ("next month", "next month", "2022-03-01/2022-03-31", "2022-03-01/2022-03-31"),
    ("earlier this month", "earlier this month", "2022-02-01/2022-02-04", "2022-02-01/2022-02-04"),
    ("later this year", "later this year", "2022-02-04/2022-12-31", "2022-02-04/2022-12-31"),
    ("late last year", "late last year", "2021-09-01/2021-12-31", "2021-09-01/2021-12-31"),
    ("the end of the month", "the end of the month", "2022-02-20/2022-02-28", "2022-02-20/2022-02-28"),
    ("two years ago", "two years ago", "2020-01-01/2020-12-31", "2020-01-01/2020-12-31"),
    ("three days ago", "three days ago", "2022-02-01", "2022-02-01"),
    ("more than two years ago", "more than two years ago", "../2020-12-31", "../2020-12-31"),
    ("5,000 years ago", "5,000 years ago", "../..", "../.."),
    ("in the past two weeks", "the past two weeks", "2022-01-21/2022-02-04", "2022-01-21/2022-02-04"),
    ("in the coming weeks", "the coming weeks", "2022-02-04/..", "2022-02-04/.."),
    ("in recent years", "recent years", "../..", "../.."),
]


@pytest.mark.parametrize(("text", "words", "past", "future"), RELATIVE)
def test_relative(text: str, words: str, past: str, future: str) -> None:
    unknown = {"../..": "?"}
    assert [found[:2] for found in resolved(text)] == [(words, unknown.get(past, past))]
    assert [found[:2] for found in resolved(text, "future")] == [(words, unknown.get(future, future))]


def test_nearest_takes_the_nearer_side() -> None:
    found = find_dates("on Monday or Tuesday", FRIDAY)
    assert [mention.when("nearest").start for mention in found] == ["2022-02-07", "2022-02-01"]


def test_next_day_counts_from_the_day_mentioned_before() -> None:
    text = "He lands in Rome on 14 February and in Oslo the next day. Two days later he leaves."
    assert [found[1] for found in resolved(text, "future")] == ["2022-02-14", "2022-02-15", "2022-02-17"]
    assert resolved("They left the next day.") == [("the next day", "?", "unknown")]


@pytest.mark.parametrize("published", [None, "2022"])
@pytest.mark.parametrize("text", ["on Friday", "last week", "yesterday", "on 3 May", "in June", "two days ago"])
def test_nothing_is_guessed_without_a_publication_day(text: str, published: str | None) -> None:
    (mention,) = find_dates(text, published)
    when = mention.when("nearest")
    assert (when.start, when.end, when.precision) == (None, None, Precision.UNKNOWN)


def test_what_a_coarse_publication_date_allows() -> None:
    assert resolved("last year", published="2022") == [("last year", "2021-01-01/2021-12-31", "year")]
    assert resolved("two decades ago", published="2022") == [("two decades ago", "2000-01-01/2009-12-31", "decade")]
    assert resolved("last month", published="2022-01") == [("last month", "2021-12-01/2021-12-31", "month")]


NO_DATES = [
    "May may march in a second.",
    "Theresa May and April Jones met June Brown.",
    "The Sunday Times, Black Friday and Good Friday",
    "the 2019-nCoV virus, 747 jets, 7,000 men, Room 2014",
    "Expo 2020 and Tokyo 2020; the 2020 Democratic primaries",
    "a crowd of 2000 people; about 2015 of them; 2000 soldiers; $2014; 1999.5 points",
    "a 25-year-old, aged 60, worked 24 hours for two weeks",
    "The Last Days of Pompeii was read in Kamloops This Week",
    "the September 11 attacks",
    "on Sundays and Mondays",
    "the day before the blast",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date(text: str) -> None:
    assert resolved(text) == []


def test_a_year_before_a_noun_is_a_date() -> None:
    assert resolved("the 2014 annexation of the peninsula")[0][1] == "2014-01-01/2014-12-31"


def test_dates_do_not_cross_paragraphs() -> None:
    assert [found[0] for found in resolved("Closed on Friday\n\nFebruary 3 was cold")] == ["Friday", "February 3"]


@pytest.mark.parametrize("published", ["yesterday", "2022-13-01", "22", "2022-02-04T10:00"])
def test_bad_publication_date(published: str) -> None:
    with pytest.raises(InputError, match="not a date"):
        find_dates("on Friday", published)


WORDS = st.sampled_from(
    "on Friday the next day since 2014 from to May 3 February , - last week two years ago 1990s \n".split(" ")
)


@given(st.lists(WORDS, max_size=20), st.sampled_from([FRIDAY, "2020-02-29", "2022-02", "2022", None]))
def test_any_words_give_ordered_disjoint_spans(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    mentions = find_dates(text, published)
    for left, right in pairwise(mentions):
        assert left.span.end <= right.span.start
    for mention in mentions:
        for direction in ("past", "future", "nearest"):
            when = mention.when(direction)  # type: ignore[arg-type]
            assert when.start is None or when.end is None or when.start <= when.end
