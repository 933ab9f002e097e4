"""Archives of crawlers: pages in order, packed or not; what is no page is passed over."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest

from kg.read import Failure, Reading, read

FIRST = "Odda Shipping has bought two ferries from the state of Varland for 90 million crowns, it said on Monday."
SECOND = (
    "Berit Sollid, the minister of transport, met the head of Odda Shipping, Knut Aasen, in Haugvik to sign the deal."
)


def page(day: str = "Monday") -> bytes:
    body = f"<h1>Odda buys two ferries</h1><p>{FIRST.replace('Monday', day)}</p><p>{SECOND} – it was cold.</p>"
    return (
        f"<html><head><title>Odda buys two ferries</title></head><body><article>{body}</article></body></html>".encode()
    )


def record(kind: str, block: bytes, content: str, address: str = "https://courier.example/7") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000007>\r\n"
        f"WARC-Date: 2023-03-08T00:00:00Z\r\nWARC-Target-URI: {address}\r\nContent-Type: {content}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def response(
    body: bytes, *, status: str = "200 OK", kind: str = "text/html; charset=utf-8", encoding: str = ""
) -> bytes:
    packed = f"Content-Encoding: {encoding}\r\n" if encoding else ""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{packed}Content-Length: {len(body)}\r\n\r\n"
    return record("response", head.encode() + body, "application/http; msgtype=response")


INFO = record("warcinfo", b"software: toy\r\n", "application/warc-fields")
REQUEST = record("request", b"GET /7 HTTP/1.1\r\nHost: courier.example\r\n\r\n", "application/http; msgtype=request")


def read_all(folder: Path, content: bytes) -> list[Reading | Failure]:
    (folder / "crawl.warc").write_bytes(content)
    return list(read(str(folder / "crawl.warc")))


def test_pages_among_other_records(tmp_path: Path) -> None:
    picture = response(b"\xff\xd8\xff", kind="image/jpeg")
    gone = response(b"<html><body>Not found</body></html>", status="404 Not Found")
    results = read_all(tmp_path, INFO + REQUEST + response(page()) + picture + gone + response(page("Tuesday")))
    assert all(isinstance(result, Reading) for result in results), results
    articles = [result.article for result in results if isinstance(result, Reading)]
    assert [article.path for article in articles] == [f"{tmp_path / 'crawl.warc'}:{n}" for n in (1, 4)]
    assert {article.url for article in articles} == {"https://courier.example/7"}
    assert FIRST in articles[0].text
    assert "Tuesday" in articles[1].text


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [("", bytes), ("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress)],
)
def test_pages_that_were_sent_packed(tmp_path: Path, encoding: str, pack) -> None:  # type: ignore[no-untyped-def]
    (result,) = read_all(tmp_path, response(pack(page()), encoding=encoding))
    assert isinstance(result, Reading), result
    assert SECOND in result.article.text


def test_the_encoding_that_the_server_names(tmp_path: Path) -> None:
    body = page().decode().encode("cp1252")
    (result,) = read_all(tmp_path, response(body, kind="text/html; charset=windows-1252"))
    assert isinstance(result, Reading)
    assert "– it was cold" in result.article.text


def test_archives_of_text(tmp_path: Path) -> None:
    text = f"Odda buys two ferries\n\n{FIRST}\n\n{SECOND}\n".encode()
    (result,) = read_all(tmp_path, record("conversion", text, "text/plain"))
    assert isinstance(result, Reading)
    assert (result.article.title, result.article.url) == ("Odda buys two ferries", "https://courier.example/7")


def test_an_archive_that_breaks_off(tmp_path: Path) -> None:
    whole = response(page()) + response(page("Tuesday"))
    results = read_all(tmp_path, whole[:-300])
    assert isinstance(results[0], Reading)
    assert "Tuesday" not in results[0].article.text


@pytest.mark.parametrize("lost", [3, 60, 300])
def test_a_last_record_that_is_cut_off_is_told_of(tmp_path: Path, lost: int) -> None:
    *_, last = read_all(tmp_path, (response(page()) + response(page("Tuesday")))[:-lost])
    assert isinstance(last, Failure)
    assert "cut off in its last record" in str(last.error)


@pytest.mark.parametrize("name", ["c.warc.gz", "c.warc.wet.gz", "c.wet"])
def test_what_stands_before_the_damage_of_a_packed_archive_is_read(tmp_path: Path, name: str) -> None:
    text = f"Odda buys two ferries\n\n{FIRST}\n\n{SECOND}\n".encode()
    records = [record("conversion", text.replace(b"Monday", day), "text/plain") for day in (b"Monday", b"Friday")]
    packed = name.endswith(".gz")
    content = b"".join(map(gzip.compress, records))[:-40] if packed else b"".join(records)
    (tmp_path / name).write_bytes(content)
    results = list(read(str(tmp_path / name)))
    assert [type(result) for result in results] == [Reading, Failure if packed else Reading], results


def test_addresses_in_brackets(tmp_path: Path) -> None:
    text = f"Odda buys two ferries\n\n{FIRST}\n\n{SECOND}\n".encode()
    (result,) = read_all(tmp_path, record("conversion", text, "text/plain", "<https://courier.example/9>"))
    assert isinstance(result, Reading)
    assert result.article.url == "https://courier.example/9"


@pytest.mark.parametrize("content", [b"no archive at all", INFO + REQUEST, b"WARC/1.0\r\n"])
def test_an_archive_without_pages_is_one_clear_line(tmp_path: Path, content: bytes) -> None:
    (result,) = read_all(tmp_path, content)
    assert isinstance(result, Failure)
    assert "crawl.warc" in str(result.error)
    assert "\n" not in str(result.error)
