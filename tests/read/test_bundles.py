"""Files of several articles: each comes out alone, with what its header states; pages that look like them stay one."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest
from bundle_pages import ONE, UNCUTTABLE
from bundle_shapes import (
    EUROPRESSE,
    EUROPRESSE_WANTED,
    FACTIVA_CODES,
    FACTIVA_CODES_WANTED,
    FACTIVA_TEXT,
    FACTIVA_WANTED,
    NEXIS,
    NEXIS_UNI,
    NEXIS_UNI_WANTED,
    NEXIS_WANTED,
    OWN_FIELDS,
    PROQUEST,
    PROQUEST_BARE,
    PROQUEST_WANTED,
    SHAPES,
)
from bundle_texts import FERRY, TITLES, UNION, Wanted, plain, three, wrap
from bundle_wires import FRONT_MATTER, MAILS, MAILS_WANTED

from kg.errors import ReadError
from kg.read import Failure, Reading, read
from kg.read.bundles import split_bundle
from kg.read.bundles.fences import split_front_matters
from kg.read.mapped import Mapped


def readings(file: Path) -> list[Reading]:
    results = list(read(str(file)))
    assert all(isinstance(result, Reading) for result in results), results
    return [result for result in results if isinstance(result, Reading)]


def write(tmp_path: Path, name: str, text: str) -> Path:
    file = tmp_path / name
    file.write_bytes(text.encode("utf-8"))
    return file


def compare(found: list[Reading], wanted: list[Wanted]) -> None:
    stated = [
        (
            r.article.title,
            r.article.publisher,
            r.article.published,
            r.article.authors,
            r.article.section,
            r.article.source_id,
        )
        for r in found
    ]
    assert stated == [(w.title, w.publisher, w.published, w.authors, w.section, w.source_id) for w in wanted]
    for reading, w in zip(found, wanted, strict=True):
        if w.paragraphs:
            assert reading.article.text == "\n\n".join([w.title, *w.paragraphs])


@pytest.mark.parametrize("name", SHAPES)
def test_each_article_comes_out_alone(tmp_path: Path, name: str) -> None:
    text, wanted = SHAPES[name]
    compare(readings(write(tmp_path, name, text)), wanted)


TEXTS = [name for name in SHAPES if not name.endswith(".html")]


@pytest.mark.parametrize("name", TEXTS)
def test_windows_line_ends_change_nothing(tmp_path: Path, name: str) -> None:
    text, wanted = SHAPES[name]
    compare(readings(write(tmp_path, name, text.replace("\n", "\r\n"))), wanted)


@pytest.mark.parametrize("name", TEXTS)
def test_paths_name_the_line_at_which_an_article_begins(tmp_path: Path, name: str) -> None:
    text, wanted = SHAPES[name]
    file = write(tmp_path, name, text)
    lines = text.split("\n")
    starts = [int((reading.article.path or "").rpartition(":")[2]) for reading in readings(file)]
    assert starts == sorted(set(starts))
    for start, after, w in zip(starts, [*starts[1:], len(lines) + 1], wanted, strict=True):
        assert any(w.title in line for line in lines[start - 1 : after - 1])


@pytest.mark.parametrize("name", TEXTS)
def test_offsets_lead_to_the_file(tmp_path: Path, name: str) -> None:
    text, _ = SHAPES[name]
    for reading in readings(write(tmp_path, name, text)):
        article = reading.article
        for segment in article.segments:
            stored = article.text[segment.start : segment.start + segment.length]
            assert stored == text[segment.source_start : segment.source_start + segment.length]
        covered = sum(segment.length for segment in article.segments)
        assert covered > 0.8 * len(article.text)


@pytest.mark.parametrize("name", SHAPES)
def test_header_and_trailers_are_no_text_and_no_warnings(tmp_path: Path, name: str) -> None:
    text, _ = SHAPES[name]
    for reading in readings(write(tmp_path, name, text)):
        for word in (
            "words",
            "LOAD",
            "Load-Date",
            "Copyright",
            "©",
            "Document",
            "Publication",
            "Subject",
            "Reuter",
            "###",
            "English",
        ):
            assert word not in reading.article.text, reading.article.text
        assert not [warning for warning in reading.warnings if "publication date" not in warning]


@pytest.mark.parametrize("name", ONE)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_article_stays_one(tmp_path: Path, name: str, end: str) -> None:
    (reading,) = readings(write(tmp_path, "one.txt", ONE[name].replace("\n", end)))
    assert reading.article.path == str(tmp_path / "one.txt")


@pytest.mark.parametrize("name", UNCUTTABLE)
def test_what_looks_like_several_is_refused_with_advice(tmp_path: Path, name: str) -> None:
    (result,) = list(read(str(write(tmp_path, "two.txt", UNCUTTABLE[name]))))
    assert isinstance(result, Failure)
    message = str(result.error)
    assert "\n" not in message
    assert "two.txt: looks like several articles" in message
    assert "one file an article" in message


def first_of(text: str, behind: str) -> str:
    """The first article of a text, up to where `behind` begins."""
    return text[: text.index(behind)]


SINGLE = {
    "nexis": (NEXIS[NEXIS.index("2 of 3") - 34 : NEXIS.index("3 of 3") - 36], NEXIS_WANTED[1]),
    "nexis uni": (NEXIS_UNI.split("\f")[1], NEXIS_UNI_WANTED[0]),
    "factiva": (first_of(FACTIVA_TEXT, TITLES[1]), FACTIVA_WANTED[0]),
    "factiva codes": (first_of(FACTIVA_CODES, "\nHD  " + TITLES[1]), FACTIVA_CODES_WANTED[0]),
    "proquest": (first_of(PROQUEST_BARE, "____"), PROQUEST_WANTED[0]),
    "europresse": (first_of(EUROPRESSE, "Coast Mail\nlundi"), EUROPRESSE_WANTED[0]),
    "own fields": (first_of(OWN_FIELDS, "\nTitle: " + TITLES[1]), three()[0]),
    "mail": (first_of(MAILS, "From: Peter"), MAILS_WANTED[0]),
}


@pytest.mark.parametrize("name", SINGLE)
def test_a_single_article_of_an_export_has_its_facts_and_the_path_of_the_file(tmp_path: Path, name: str) -> None:
    text, wanted = SINGLE[name]
    found = readings(write(tmp_path, "one.txt", text))
    compare(found, [wanted])
    assert found[0].article.path == str(tmp_path / "one.txt")
    assert not found[0].warnings


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (NEXIS[: NEXIS.index("3 of 3") - 36], "speaks of 3 articles and 2 were found"),
        (NEXIS.replace("Selected Items: 1-3", "Selected Items: 1-3, 7"), "speaks of 4 articles and 3 were found"),
        (NEXIS_UNI.replace("Documents (3)", "Documents (5)"), "speaks of 5 articles and 3 were found"),
        (
            PROQUEST.replace("Document 3 of 3", "Document 4 of 4").replace("of 3\n", "of 4\n"),
            "speaks of 4 articles and 3",
        ),
    ],
)
def test_articles_that_the_cover_promises_and_the_file_lacks_are_missed(tmp_path: Path, text: str, said: str) -> None:
    file = write(tmp_path, "short.txt", text)
    warnings = [warning for reading in readings(file) for warning in reading.warnings]
    assert len(warnings) == 1
    assert said in warnings[0]
    assert str(file) in warnings[0]


def test_an_article_that_cannot_be_read_stops_no_other(tmp_path: Path) -> None:
    german = (
        "Der Präsident hat am Freitag die Ministerin in der Hauptstadt getroffen, um über die Bahn zu reden, die nicht"
        " fertig ist.",
        "Die Ministerin sagte, dass die Bahn bis zum Ende des Jahres fertig werden soll und der Staat sie bezahlt.",
    )
    file = write(tmp_path, "mixed.txt", NEXIS.replace(wrap(UNION), wrap(german)))
    first, second, third = read(str(file))
    assert isinstance(first, Reading)
    assert isinstance(second, Failure)
    assert isinstance(third, Reading)
    assert second.source == f"{file}:56"
    assert str(second.error).startswith(f"{file}:56: the article is in German")


def test_a_page_ends_in_the_middle_of_a_sentence(tmp_path: Path) -> None:
    broken = FERRY[1].replace(" to sign the deal.", f" to sign\n\nPage 2 of 3\n\f\n{TITLES[0]}\n\nthe deal.")
    compare(readings(write(tmp_path, "pages.txt", NEXIS_UNI.replace(FERRY[1], broken))), NEXIS_UNI_WANTED)


def test_lone_labels_and_copyright_lines_in_the_text_end_nothing(tmp_path: Path) -> None:
    middle = "Note: the yard is older than the town that it stands in.\n\nCopyright 2015 Otto Prints\n\n"
    text = NEXIS.replace(wrap(FERRY), wrap(FERRY[:1]) + "\n\n" + middle + wrap(FERRY[1:]))
    reading = readings(write(tmp_path, "labels.txt", text))[0]
    assert "Note: the yard is older" in reading.article.text
    assert FERRY[2] in reading.article.text
    assert "Copyright 2015 Otto Prints" in reading.dropped


def test_text_behind_the_end_is_said_aloud(tmp_path: Path) -> None:
    behind = "\n\n" + " ".join(["Nobody has put a header above what stands here, and yet it is some text."] * 2)
    single = first_of(NEXIS_UNI, f"End of Document\n\f\n{TITLES[1]}").split("\f")[1]
    (reading,) = readings(write(tmp_path, "one.txt", single + behind))
    assert [warning for warning in reading.warnings if "30 words behind the end of the article" in warning]
    assert any("Nobody has put a header" in line for line in reading.dropped)


def test_an_abstract_stands_in_for_a_text_that_is_not_there(tmp_path: Path) -> None:
    file = write(tmp_path, "abstract.txt", PROQUEST.replace(f"Full text: {plain(FERRY)}", "Full text: Not available."))
    found = readings(file)
    assert [reading.article.excerpt for reading in found] == [True, False, False]
    assert found[0].article.text.endswith("the companies said on Monday.")


def test_a_moment_is_kept_where_a_mail_states_one(tmp_path: Path) -> None:
    moments = [reading.article.published_at for reading in readings(write(tmp_path, "mails.txt", MAILS))]
    assert moments == ["2019-03-05T07:30:00Z", "2019-02-11T15:02:00Z", "2019-01-07T09:00:00Z"]


def test_headers_that_cannot_be_read_are_told_of_their_article(tmp_path: Path) -> None:
    file = write(tmp_path, "a.md", FRONT_MATTER.replace("published: 2019-02-11", "published: next week"))
    found = readings(file)
    assert len(found) == 3
    assert "next week" in found[1].warnings[0]


def test_five_hundred_documents(tmp_path: Path) -> None:
    cover, *documents = NEXIS_UNI.replace("Documents (3)", "Documents (600)").split("\f")
    found = readings(write(tmp_path, "many.txt", "\f".join([cover, *documents * 200])))
    assert len(found) == 600
    assert not [warning for reading in found for warning in reading.warnings]


SIGNS = [
    *"_-=*#.:|/<>()[]©·•—\xa0\f\x03 aA1",
    *(
        "Document ",
        "(c) 2019 ",
        "1 of ",
        "Title: ",
        "<b>",
        "A.B.",
        "© 2019 x\n",
        "End of Document\n",
        "Subject: x\n",
        "-0-\n",
    ),
    *(
        "Title: a\nDate: 2019-01-01\n\n",
        "1 of 3 DOCUMENTS\n",
        "5 March 2019\n",
        "Reuter\n\x03\n",
        "---\ntitle: a\n---\n",
        "---\n",
    ),
    *(
        "HD a\nBY b\nWC 5\nPD c\n",
        "By Ann Lee\n",
        "Coast Mail\n",
        "03-05-19 0730ET\n",
        "1. A title of some sort\n",
        "Page 1 of 3\n\f",
    ),
]


@pytest.mark.parametrize("sign", SIGNS)
def test_a_hundred_kilobytes_of_one_sign_take_no_time(sign: str) -> None:
    sentence = "Kern said on the day that it was so.\n\n"
    text = sentence + (sign * (100_000 // len(sign))) + "\n\n" + sentence
    start = time.process_time()
    with contextlib.suppress(ReadError):
        split_bundle(Mapped.whole(text), "x")
        split_front_matters(Mapped.whole(text), "x")
    assert time.process_time() - start < 2
