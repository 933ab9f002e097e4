"""CSV as spreadsheets and programs write it, and Parquet."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from reading_pages import BODY, HEADLINE

from kg.errors import ReadError
from kg.read import Failure, Reading, read
from kg.read.formats import FORMATS, Format, reader_of

TEXT = "\n\n".join(BODY)
QUOTED = f'"{TEXT}"'
ROW = f"{HEADLINE},{QUOTED},2021-05-03"


def results(tmp_path: Path, content: str | bytes, name: str = "a.csv") -> list[Reading | Failure]:
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read(str(file)))


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (f"title,text,date\n{ROW}\n{ROW}\n", [2, 7]),
        (f"title,text,date\r\n{ROW}\r\n{ROW}\r\n", [2, 7]),
        (f"\ufefftitle,text,date\n{ROW}", [2]),
        (f"sep=;\ntitle;text;date\n{ROW.replace(',', ';')}\n;;\n;;\n", [3]),
        (f"title;text;date\n{HEADLINE};{QUOTED};3.5.2021\n".replace("3.5.2021", "03.05.2021"), [2]),
        (f"title\ttext\tdate\n{HEADLINE}\t{BODY[0]} {BODY[1]}\t2021-05-03\n", [2]),
        (f"title|text|date\n{HEADLINE}|{BODY[0]} {BODY[1]}|2021-05-03\n", [2]),
        (f'"Title";"Text, all of it";"Date"\n"{HEADLINE}";{QUOTED};"2021-05-03"\n'.replace(", all of it", ""), [2]),
        (f'title,text,date\n{HEADLINE},"He said \\"no, never\\". {BODY[0]}",2021-05-03\n', [2]),
        (f'title,text,date\n{HEADLINE},"He said ""no, never"". {BODY[0]}",2021-05-03\n', [2]),
        (f"headline.main,fields.bodyText,pub_date\n{ROW}\n", [2]),
        (f"title,text,date\n{ROW}\n".replace("\n", "\r"), [2]),
        (f"title,text,date\n{ROW}\n".encode("utf-16"), [2]),
        (f"title,text,date,\n{ROW},\n", [2]),
        (f'title\ttext\tdate\n{HEADLINE}\t"Good" news. {BODY[0]}\t2021-05-03\n', [2]),
        (f"title\ttext\tdate\n{HEADLINE}\t{QUOTED}\t2021-05-03\n", [2]),
    ],
)
def test_tables(tmp_path: Path, content: str | bytes, lines: list[int]) -> None:
    found = results(tmp_path, content)
    assert all(isinstance(each, Reading) for each in found), found
    articles = [each.article for each in found if isinstance(each, Reading)]
    assert [article.path for article in articles] == [f"{tmp_path / 'a.csv'}:{line}" for line in lines]
    assert {article.title for article in articles} == {HEADLINE}
    assert {article.published for article in articles} == {"2021-05-03"}
    assert all(BODY[0] in article.text for article in articles)


@pytest.mark.parametrize(
    ("content", "authors"),
    [
        (f'id,title,text,author\n7,{HEADLINE},"He said \\"no\\". {BODY[0]}",\\N\n', ()),
        (f"id,title,text,author\n7,{HEADLINE},{QUOTED},\\N\n", ()),
        (f"id,title,text,author\n7,{HEADLINE},{QUOTED},By Ann Lee\n", ("Ann Lee",)),
    ],
)
def test_what_databases_write_for_nothing(tmp_path: Path, content: str, authors: tuple[str, ...]) -> None:
    (found,) = results(tmp_path, content)
    assert isinstance(found, Reading), found
    assert found.article.authors == authors


@pytest.mark.parametrize(
    ("rows", "kinds", "told"),
    [
        ([ROW, f'{HEADLINE},"{BODY[0]}" he said,2021-05-03', ROW], "RFR", ":7: not valid CSV"),
        ([ROW, f'{HEADLINE},"{BODY[0]} he said,2021-05-03', ROW], "RFR", ":7: not valid CSV"),
        ([ROW, f"{HEADLINE},{BODY[0]},2021-05-03,more", ROW], "RFR", ":7: more fields than the header names"),
        ([ROW, f"{HEADLINE}", ROW], "RFR", ":7: no text in field text"),
        ([ROW, f'{HEADLINE},"{BODY[0]}'], "RF", ":7: not valid CSV"),
    ],
)
def test_a_broken_row_costs_no_other(tmp_path: Path, rows: list[str], kinds: str, told: str) -> None:
    found = results(tmp_path, "title,text,date\n" + "\n".join(rows) + "\n")
    assert "".join(type(each).__name__[0] for each in found) == kinds, found
    assert told in next(str(each.error) for each in found if isinstance(each, Failure))


def test_a_table_of_one_column(tmp_path: Path) -> None:
    found = results(tmp_path, f"text\n{BODY[0]}\n{BODY[2]}\n")
    assert [each.article.text for each in found if isinstance(each, Reading)] == [BODY[0], BODY[2]]


def test_a_quotation_mark_that_is_never_closed_is_read_in_reasonable_steps(tmp_path: Path) -> None:
    rows = [f'{HEADLINE},"{BODY[0]},2021-05-03'] * 3_000
    found = results(tmp_path, "title,text,date\n" + "\n".join(rows) + "\n")
    assert found
    assert all(isinstance(each, Failure) for each in found)


def test_parquet(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="needs the extra kg[parquet]")
    parquet = pytest.importorskip("pyarrow.parquet")
    file = tmp_path / "a.parquet"
    at = pyarrow.array([datetime(2021, 5, 3, 7, 30)] * 2, pyarrow.timestamp("ns"))  # noqa: DTZ001 - as tables have them
    table = {"id": [1, 2], "title": [HEADLINE] * 2, "text": [TEXT, None], "date": at, "image": [b"a", b"b"]}
    parquet.write_table(pyarrow.table({**table, "source": [{"name": "Coast Courier"}] * 2}), file)
    first, empty = list(read(str(file)))
    assert isinstance(first, Reading)
    article = first.article
    assert (article.path, article.source_id, article.publisher) == (f"{file}:1", "1", "Coast Courier")
    assert (article.published_at, article.text) == ("2021-05-03T07:30:00", "\n\n".join([HEADLINE, *BODY]))
    assert isinstance(empty, Failure)
    assert empty.source == f"{file}:2"
    file.write_bytes(file.read_bytes()[:400])
    (failure,) = list(read(str(file)))
    assert isinstance(failure, Failure)
    assert "not a readable Parquet file" in str(failure.error)


def test_parquet_without_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    there = next(each for each in FORMATS if ".parquet" in each.suffixes)
    gone = Format(there.name, there.suffixes, there.reader, "no_such_module", there.extra)
    monkeypatch.setattr("kg.read.formats.FORMATS", (gone,))
    with pytest.raises(ReadError, match=r"kg\[parquet\]"):
        reader_of(".parquet", "a.parquet")
