"""What a reader leaves out is counted and shown, and a file that loses much says so."""

from __future__ import annotations

import pytest
from reading_pages import BODY, HEADLINE

from kg.read import Reading, ReadOptions
from kg.read.facts import Facts
from kg.read.mapped import Mapped
from kg.read.page.article import read_page


def reading(*lines: str) -> Reading:
    return read_page(Mapped.whole("\n\n".join(lines)), "page.txt", ReadOptions(published="2021-05-03"), Facts())


MENU = ["Home", "World", "Sign up to our newsletter", "Most read", "Ten ways to cook rice", "How to sleep well at last"]


def test_a_clean_article_loses_nothing() -> None:
    found = reading(HEADLINE, *BODY)
    assert (found.dropped, found.warnings) == ((), ())


def test_what_is_left_out_is_shown_line_by_line() -> None:
    found = reading(HEADLINE, "By Ann Lee", *BODY, "Read more: Rain in the north", "© 2021 The Example Times")
    assert found.dropped == ("By Ann Lee", "Read more: Rain in the north", "© 2021 The Example Times")
    assert found.warnings == ()


def test_a_repeated_title_is_no_loss() -> None:
    assert HEADLINE not in reading(HEADLINE, HEADLINE, *BODY).dropped


def test_a_file_that_loses_more_than_a_third_of_its_words_says_how_many() -> None:
    (warning,) = reading(*MENU, HEADLINE, BODY[0], *MENU).warnings
    assert warning.startswith("page.txt: ")
    assert "words left out" in warning
    assert "--verbose" in warning


def test_running_text_behind_the_end_is_told_of() -> None:
    (warning,) = reading(HEADLINE, *BODY, "© 2021 The Example Times", BODY[0].replace("chief", "head")).warnings
    assert "behind the article's end" in warning


@pytest.mark.parametrize("lines", [["By Ann Lee", "3 May 2021"], ["Published 3 May 2021, 10:15 GMT", "By Ann Lee"]])
def test_lines_that_say_who_and_when_are_not_counted_against_a_brief(lines: list[str]) -> None:
    assert reading(HEADLINE, *lines, BODY[0]).warnings == ()
