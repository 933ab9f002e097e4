"""Plain text and Markdown, clean and as saved from web pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_pages import BODY, HEADLINE, SAVED_ARTICLE, SAVED_PAGE

from kg.errors import KgError, LanguageError, ReadError
from kg.model import Article, Precision
from kg.read import Failure, Reading, ReadOptions, read
from kg.read.facts import Facts
from kg.read.mapped import Mapped
from kg.read.page.article import read_page


def page(text: str, options: ReadOptions | None = None) -> Reading:
    return read_page(Mapped.whole(text), "page.txt", options or ReadOptions(), Facts())


def only(source: Path | str, options: ReadOptions | None = None) -> Reading:
    results = list(read(str(source), options or ReadOptions()))
    assert len(results) == 1
    assert isinstance(results[0], Reading), results[0]
    return results[0]


def failure(source: Path | str) -> KgError:
    results = list(read(str(source)))
    assert len(results) == 1
    assert isinstance(results[0], Failure)
    message = str(results[0].error)
    assert "\n" not in message
    assert str(source) in message
    return results[0].error


def assert_segments_hold(article: Article, source: str) -> None:
    for segment in article.segments:
        stored = article.text[segment.start : segment.start + segment.length]
        assert stored == source[segment.source_start : segment.source_start + segment.length]


def test_saved_page_leaves_the_article_alone() -> None:
    article = page(SAVED_PAGE).article
    assert article.text == SAVED_ARTICLE
    assert article.title == SAVED_ARTICLE.split("\n")[0]
    assert article.authors == ("Ann Lee", "Bo Sandberg")
    assert article.publisher == "The Harbour Post"
    assert_segments_hold(article, SAVED_PAGE)


def test_saved_page_takes_no_date_of_the_page() -> None:
    reading = page(SAVED_PAGE)
    assert (reading.article.published, reading.article.published_precision) == ("2023", Precision.YEAR)
    assert [warning for warning in reading.warnings if "copyright" in warning and "--published" in warning]


def test_windows_line_ends_change_nothing_but_offsets() -> None:
    source = SAVED_PAGE.replace("\n", "\r\n")
    article = page(source).article
    assert article.text == SAVED_ARTICLE
    assert_segments_hold(article, source)


def test_all_of_a_clean_article_stays() -> None:
    lines = [
        HEADLINE,
        BODY[0],
        "The two of them disagreed about the rest, and talks on the bridges ended on Sunday",
        *BODY[1:],
        "It is signed.",
        "Who pays for the line?",
        '"Nobody knows," Kern said.',
        "—Ivo Kern, president of Ruritania",
        "Kern's party, which holds a majority, opposed the plan in 2019, when the",
        BODY[0].replace("Friday", "Monday"),
    ]
    assert page("\n\n".join(lines)).article.text == "\n\n".join(lines)
    assert page("\n".join(lines)).article.text == "\n\n".join(lines)


@pytest.mark.parametrize(
    "furniture",
    [
        "Share this article",
        "Follow us on Twitter.",
        "READ MORE: Kern fires his defence minister",
        "Advertisement",
        "Kern greets voters in Modena. (Photo: Jan Novak)",
        "Kern greets voters in Modena on Friday © EPA",
        "Ivo Kern shakes hands with Marta Weiss, May 4, 2021. REUTERS/Jan Novak",
        "FILE - In this May 4, 2020 file photo, Ivo Kern speaks in Zenda.",
        "Image caption, Kern has been president since 2018",
        "Kern has been president since 2018 [File: Jan Novak/AFP]",
        "10 hours ago",
        "4 min read",
        "Reporting by Ann Lee; Editing by Bo Sandberg",
        "Associated Press writer Lena Fox contributed to this report.",
        "We use cookies to give you the best experience on our site.",
        "Sign up for our newsletter to get more stories like this one.",
        "This article was amended on 5 May 2021 to correct the spelling of a name.",
        "Before you go, we hope that you liked this article and will support our journalism.",
        "This article is more than 2 years old",
        "Do you know more? E-mail tips@harbourpost.example",
        "Storm kills three on northern coast",
        "## Background",
        "* [Storm kills three on northern coast](https://x.example/a_(b))",
        "![Kern](kern.jpg)",
        "* * *",
        BODY[0],
        HEADLINE,
    ],
)
def test_furniture_goes(furniture: str) -> None:
    text = "\n\n".join([HEADLINE, BODY[0], furniture, *BODY[1:]])
    assert page(text).article.text == "\n\n".join([HEADLINE, *BODY])


def test_nothing_behind_the_comments_is_article() -> None:
    comment = "I have lived in this country for seventy years, and I have never been asked about a railway."
    assert page("\n\n".join([HEADLINE, *BODY, "3 comments", comment])).article.text == "\n\n".join([HEADLINE, *BODY])


def test_caption_split_from_its_credit() -> None:
    caption = "Marta Weiss greets her supporters in Modena.\n(Photo credit: Jan Novak/AP)"
    assert page("\n\n".join([HEADLINE, BODY[0], caption, *BODY[1:]])).article.text == "\n\n".join([HEADLINE, *BODY])


def test_headline_below_a_slogan() -> None:
    slogan = "Independent journalism for the people of the northern coast, on every day of the year."
    text = "\n".join(["The Coast Courier", slogan, HEADLINE, "By Ann Lee", *BODY])
    article = page(text).article
    assert article.text == "\n\n".join([HEADLINE, *BODY])
    assert article.publisher == "The Coast Courier"


def test_wrapped_lines_become_paragraphs() -> None:
    wrapped = (
        "Ministers sign railway agreement in Strelsau\n\n"
        "President Ivo Kern of Ruritania met the prime minister of Sylvania on\n"
        "Friday to sign an agreement about the railway, which both parliaments have\n"
        "to ratify before the end of the year. It is their first meeting in a long-\n"
        "awaited series.\n\n"
        "The line will cost about four billion crowns, which the two countries are\n"
        "to pay in equal parts.\n"
    )
    article = page(wrapped).article
    assert len(article.text.split("\n\n")) == 3
    assert "met the prime minister of Sylvania on Friday to sign" in article.text
    assert "in a long-awaited series." in article.text
    assert_segments_hold(article, wrapped)


@pytest.mark.parametrize(
    ("marked", "clean"),
    [
        ('a [link](#) and [two](https://x.example/a_(b) "title")', "a link and two"),
        ("**Bold**, *thin* and _under_", "Bold, thin and under"),
        ("**Bold** and snake_case_name and 2 * 3 * 4", "Bold and snake_case_name and 2 * 3 * 4"),
        (r"“\[T]here is no limit”", "“[T]here is no limit”"),
        ("[T]here is [sic] no mark", "[T]here is [sic] no mark"),
        ("soft\u00adhyphen\u200b and\u00a0 blanks", "softhyphen and blanks"),
    ],
)
def test_markdown_remnants(marked: str, clean: str) -> None:
    tail = " stand in the sentence that the minister read to reporters on Friday."
    source = "\n\n".join([HEADLINE, BODY[0], marked + tail])
    article = page(source).article
    assert article.text.split("\n\n")[2] == clean + tail
    assert_segments_hold(article, source)


def test_front_matter_and_options(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    head = "---\ntitle: Railway signed\npublisher: Coast Courier\npublished: 2021-05-04\nauthors: [Ann Lee]\n---\n"
    source = head + "\n\n".join(["# Railway signed", "3 May 2020", *BODY, "© 2020 Nobody Ltd"])
    file.write_text(source, encoding="utf-8")
    article = only(file).article
    assert (article.title, article.publisher, article.published) == ("Railway signed", "Coast Courier", "2021-05-04")
    assert article.authors == ("Ann Lee",)
    assert article.text == "\n\n".join(["Railway signed", *BODY])
    assert_segments_hold(article, source)
    options = ReadOptions(published="2021-05", publisher="Wire", url="https://x.example/1", title="Signed at last")
    article = only(file, options).article
    assert (article.published, article.published_precision) == ("2021-05", Precision.MONTH)
    assert (article.publisher, article.url, article.title) == ("Wire", "https://x.example/1", "Signed at last")
    assert article.text.startswith("Signed at last\n\n")


@pytest.mark.parametrize("block", ["title: [unclosed", "published: next week"])
def test_bad_front_matter_is_a_failure(tmp_path: Path, block: str) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"---\n{block}\n---\n" + "\n\n".join(BODY), encoding="utf-8")
    assert isinstance(failure(file), ReadError)


def test_other_languages_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "de.txt"
    german = "Der Präsident hat am Freitag die Ministerin in der Hauptstadt getroffen, um über die Eisenbahn zu reden."
    file.write_text(f"Treffen der Präsidenten\n\n{german}\n\n{german}", encoding="utf-8")
    error = failure(file)
    assert isinstance(error, LanguageError)
    assert "German" in str(error)


def test_short_texts_and_many_names_pass_as_english() -> None:
    assert page("Kern visits Zenda.").article.language == "en"
    names = "Ivo Kern, Marta Weiss, Karl Adler, Tom Adler, Greta Holm and Pia Holt met in Strelsau."
    assert names in page(f"{HEADLINE}\n\n{names}").article.text


def test_a_menu_is_no_article(tmp_path: Path) -> None:
    file = tmp_path / "menu.txt"
    file.write_text("Home\nNews\nContact\n", encoding="utf-8")
    assert isinstance(failure(file), ReadError)


LINES = st.one_of(
    st.sampled_from(SAVED_PAGE.split("\n")),
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=80),
)


@given(st.lists(LINES, max_size=25))
def test_every_segment_stands_in_the_source_and_reading_is_deterministic(lines: list[str]) -> None:
    source = "\n".join(lines)
    try:
        article = page(source).article
    except KgError:
        return
    assert_segments_hold(article, source)
    assert page(source).article == article
    covered = sum(segment.length for segment in article.segments)
    assert covered >= len(article.text) - article.text.count("\n") - article.text.count(" ")
