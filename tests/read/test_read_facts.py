"""Date, byline and publisher: what counts as stated, and what does not."""

from __future__ import annotations

import pytest
from reading_pages import BODY, HEADLINE

from kg.errors import InputError
from kg.read import Reading, ReadOptions
from kg.read.dates import find_date, is_iso_date
from kg.read.facts import Facts
from kg.read.mapped import Mapped
from kg.read.page.article import read_page
from kg.read.page.bylines import authors_of, is_stamp


def page(*lines: str) -> Reading:
    return read_page(Mapped.whole("\n\n".join(lines)), "page.txt", ReadOptions(), Facts())


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Monday, May 3, 2021 ", "2021-05-03"),
        ("3 May 2021", "2021-05-03"),
        ("Mon 3 May 2021 10.51 BST", "2021-05-03"),
        ("May 3, 2021 at 5:03 p.m. EDT", "2021-05-03"),
        ("2021-05-03", "2021-05-03"),
        ("2021-05-03T10:00:00+02:00", "2021-05-03"),
        ("Published: 3 May 2021", "2021-05-03"),
        ("Published 4:35 PM GMT, May 3, 2021 | Updated May 5, 2021", "2021-05-03"),
        ("By Ann Lee, 3rd of May, 2021", "2021-05-03"),
        ("By ANN LEE | May 3, 2021 | 4 min read", "2021-05-03"),
        ("13/05/2021", "2021-05-13"),
        ("05/13/2021", "2021-05-13"),
        ("May 2021", "2021-05"),
    ],
)
def test_dates_below_the_headline(line: str, date: str) -> None:
    reading = page(HEADLINE, line, *BODY)
    assert reading.article.published == date
    assert reading.warnings == ()
    assert reading.article.text == "\n\n".join([HEADLINE, *BODY])


@pytest.mark.parametrize(
    ("lines", "date", "warning"),
    [
        (["The Daily Coast", "Friday, May 7, 2021", HEADLINE, *BODY], None, "above the headline"),
        ([HEADLINE, *BODY], None, "no publication date"),
        ([HEADLINE, "10 HOURS AGO", *BODY], None, "no publication date"),
        ([HEADLINE, "May 3", *BODY], None, "no publication date"),
        ([HEADLINE, "04/05/2021", *BODY], "2021", "only the year"),
        ([HEADLINE, "Updated 5 May 2021", *BODY], "2021-05-05", "update"),
        ([HEADLINE, *BODY, "© The Coast 2019-2021. All rights reserved."], "2021", "copyright"),
        ([HEADLINE, *BODY, "The bridge fell on May 3, 2021."], None, "no publication date"),
    ],
)
def test_uncertain_dates_come_with_a_warning(lines: list[str], date: str | None, warning: str) -> None:
    reading = page(*lines)
    assert reading.article.published == date
    (given,) = reading.warnings
    assert warning in given
    assert given.endswith("give --published YYYY-MM-DD")


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["STRELSAU, May 3, 2021 (XNA) -- " + BODY[0], *BODY[1:]], "2021-05-03"),
        (["Posted on 3 May 2021", HEADLINE, *BODY], "2021-05-03"),
        ([HEADLINE, *BODY, "Published 3 May 2021"], "2021-05-03"),
        ([HEADLINE, BODY[0], "By Ann Lee", "3 May 2021", *BODY[1:]], "2021-05-03"),
        ([HEADLINE, "The Coast Courier, Monday 3 May 2021", *BODY], "2021-05-03"),
        ([HEADLINE, "By Ann Lee", "The Coast Courier (3 May 2021)", *BODY], "2021-05-03"),
    ],
)
def test_dates_stated_elsewhere(lines: list[str], date: str) -> None:
    assert page(*lines).article.published == date


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ann Lee", ("Ann Lee",)),
        ("By ANN LEE and BO SANDBERG", ("Ann Lee", "Bo Sandberg")),
        ("By Ann Lee, Bo Sandberg and Łukasz de Vries in Modena", ("Ann Lee", "Bo Sandberg", "Łukasz de Vries")),
        ("Ann Lee in Strelsau and Bo Sandberg in Port Sylva 10 HOURS AGO", ("Ann Lee", "Bo Sandberg")),
        ("Ann Lee, political editor", ("Ann Lee",)),
        ("Ann Lee", ()),
        ("Bomb Attack in Kabul", ()),
        ("By 2030 the line will be ready", ()),
        ("On Twitter, Bo Sandberg, a reporter from the Coast, said they were on their way.", ()),
        ("Francis D'Arc, former Deputy Chief Minister of Goa, dies aged 64", ()),
    ],
)
def test_bylines(line: str, authors: tuple[str, ...]) -> None:
    assert authors_of(line) == authors


@pytest.mark.parametrize(("line", "authors"), [("Ann Lee in Modena", ("Ann Lee",)), ("Ivo Kern in Strelsau", ())])
def test_name_and_place_below_the_headline(line: str, authors: tuple[str, ...]) -> None:
    assert page(HEADLINE, line, *BODY).article.authors == authors


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("© The Coast Courier Limited 2021", "The Coast Courier"),
        ("Copyright 2021 Coast Media Group, Inc. All rights reserved.", "Coast Media"),
        ("(c) 2019-21 Coast Courier", "Coast Courier"),
        ("© 2021", None),
    ],
)
def test_publisher_of_the_copyright_line(line: str, publisher: str | None) -> None:
    article = page(HEADLINE, *BODY, line).article
    assert (article.publisher, article.published) == (publisher, "2021")


@pytest.mark.parametrize(
    ("line", "publisher"),
    [("Coast Daily", "Coast Daily"), ("World News", None), ("Markets fall in the news", None), ("Kern", None)],
)
def test_publisher_of_the_masthead(line: str, publisher: str | None) -> None:
    assert page(line, HEADLINE, *BODY).article.publisher == publisher


@pytest.mark.parametrize("line", ["He left two weeks ago.", "Kern was elected on May 3, 2018.", "In May 2018"])
def test_sentences_with_dates_are_no_stamps(line: str) -> None:
    assert not is_stamp(line)


@pytest.mark.parametrize("text", ["2021-02-30", "2021-13", "21", "2021-5-3", "yesterday", ""])
def test_no_iso_date(text: str) -> None:
    assert not is_iso_date(text)
    if text:
        with pytest.raises(InputError, match="YYYY-MM-DD"):
            ReadOptions(published=text)


def test_impossible_dates_are_passed_over() -> None:
    assert find_date("31 February 2021") is None
    found = find_date("not 31 February 2021 but 2 March 2021")
    assert found is not None
    assert found[1] == "2021-03-02"
