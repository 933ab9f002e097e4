"""Compressed files and archives: what is in them is read, what is damaged costs itself alone, bombs are stopped."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import random
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace

import docx
import pyarrow  # type: ignore[import-untyped]
import pytest
import zstandard
from pyarrow import parquet
from reading_pages import BODY, HEADLINE
from test_warc import INFO, page, response

from kg.errors import ReadError
from kg.read import Failure, Reading, ReadOptions, find_sources, read
from kg.read import unpack as limits

TEXT = "\n\n".join([HEADLINE, *BODY])
PACK: Mapping[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".zst": zstandard.ZstdCompressor(write_checksum=True).compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
}


def records(count: int) -> bytes:
    """Records that differ, with a letter sequence that no packer shortens much."""
    chance = random.Random(7)
    rows = []
    for number in range(count):
        noise = " ".join(f"{chance.getrandbits(60):x}" for _ in range(5))
        rows.append(json.dumps({"title": f"{HEADLINE} {number}", "text": f"{BODY[0]} {noise}.\n\n{BODY[1]}"}))
    return "\n".join(rows).encode()


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def tarred(members: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return file.getvalue()


def results(folder: Path, name: str, content: bytes) -> list[Reading | Failure]:
    file = folder / name
    file.write_bytes(content)
    return list(read(str(file)))


def places(found: list[Reading | Failure], folder: Path) -> list[str | None]:
    """Paths of the articles, from the folder on."""
    paths = [item.article.path for item in found if isinstance(item, Reading)]
    return [path.removeprefix(f"{folder}/") if path else None for path in paths]


def errors(found: list[Reading | Failure]) -> list[str]:
    lines = [str(item.error) for item in found if isinstance(item, Failure)]
    assert all("\n" not in line for line in lines)
    return lines


@pytest.mark.parametrize("suffix", PACK)
def test_a_compressed_file_is_what_its_name_says(tmp_path: Path, suffix: str) -> None:
    (article,) = results(tmp_path, f"a.txt{suffix}", PACK[suffix](TEXT.encode()))
    assert isinstance(article, Reading)
    assert (article.article.text, article.article.path) == (TEXT, f"{tmp_path}/a.txt{suffix}")
    found = results(tmp_path, f"b.JSONL{suffix.upper()}", PACK[suffix](records(3)))
    assert places(found, tmp_path) == [f"b.JSONL{suffix.upper()}:{line}" for line in (1, 2, 3)]


@pytest.mark.parametrize("suffix", [".gz", ".zst", ".bz2"])
def test_several_packed_parts_are_one_file(tmp_path: Path, suffix: str) -> None:
    parts = PACK[suffix](records(2) + b"\n") + PACK[suffix](records(1))
    assert len(results(tmp_path, f"a.jsonl{suffix}", parts)) == 3


@pytest.mark.parametrize(
    ("name", "cause"),
    [("a.gz", "not known"), ("backup.sql.gz", "not known"), ("a.txt.gz", "damaged"), ("a.txt.zst", "damaged")],
)
def test_what_is_no_packed_article(tmp_path: Path, name: str, cause: str) -> None:
    (line,) = errors(results(tmp_path, name, b"no packed file at all, but some words " * 3))
    assert cause in line


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.99])
def test_a_packed_crawl_that_is_cut_off(tmp_path: Path, share: float) -> None:
    whole = gzip.compress(b"".join([INFO, *(response(page(f"{number:x}" * 50)) for number in range(40))]))
    found = results(tmp_path, "a.warc.gz", whole[: int(share * len(whole))])
    assert errors(found)
    assert places(found, tmp_path) == [f"a.warc.gz:{number}" for number in range(1, len(found))]


def test_formats_that_want_to_go_back_in_a_file(tmp_path: Path) -> None:
    """A crawler packs each record by itself; tables and documents are read from their ends."""
    warc = [INFO, response(page()), response(page("Friday"))]
    assert len(results(tmp_path, "a.warc.gz", b"".join(map(gzip.compress, warc)))) == 2
    table = io.BytesIO()
    parquet.write_table(pyarrow.table({"title": [HEADLINE] * 2, "text": [TEXT, BODY[0]]}), table)
    document = io.BytesIO()
    made = docx.Document()
    for line in (HEADLINE, *BODY):
        made.add_paragraph(line)
    made.save(document)
    members = {"a.parquet": table.getvalue(), "b.docx": document.getvalue(), "c.zip": zipped({"d.txt": TEXT.encode()})}
    for name, content in (("a.zip", zipped(members)), ("a.tgz", gzip.compress(tarred(members)))):
        found = results(tmp_path, name, content)
        assert places(found, tmp_path) == [
            f"{name}/{place}" for place in ("a.parquet:1", "a.parquet:2", "b.docx", "c.zip/d.txt")
        ]
        assert not errors(found)


def test_members_of_a_zip(tmp_path: Path) -> None:
    members = {
        "b/two.txt": TEXT.encode(),
        "a one.html": f"<html><body><h1>{HEADLINE}</h1><p>{'</p><p>'.join(BODY)}</p></body></html>".encode(),
        "c.jsonl.gz": gzip.compress(records(2)),
        "b/": b"",
        "__MACOSX/._two.txt": b"\x00\x05\x16\x07",
        ".hidden/x.txt": TEXT.encode(),
        "b/photo.jpg": b"\xff\xd8\xff",
        "b/sums.md5": b"x",
        "../../up.txt": TEXT.encode(),
        "z.txt": b"",
    }
    found = results(tmp_path, "a.zip", zipped(members))
    assert places(found, tmp_path) == [
        f"a.zip/{name}" for name in ("a one.html", "b/two.txt", "c.jsonl.gz:1", "c.jsonl.gz:2")
    ]
    assert [item.source for item in found if isinstance(item, Failure)] == [f"{tmp_path}/a.zip/z.txt"]
    last = [item for item in found if isinstance(item, Reading)][-1]
    assert any("2 other files in" in warning for warning in last.warnings)
    assert sorted(tmp_path.iterdir()) == [tmp_path / "a.zip"]


@pytest.mark.parametrize("name", ["a.tar", "a.tar.gz", "a.tgz", "a.tar.zst", "a.tar.xz"])
def test_members_of_a_tar(tmp_path: Path, name: str) -> None:
    packed = PACK.get("." + name.rsplit(".", 1)[1], gzip.compress if name.endswith("tgz") else bytes)
    content = packed(tarred({"x/b.txt": TEXT.encode(), "x/a.txt": TEXT.encode(), "x/.c.txt": b"", "y.exe": b"MZ"}))
    found = results(tmp_path, name, content)
    assert places(found, tmp_path) == [f"{name}/x/b.txt", f"{name}/x/a.txt"]
    assert not errors(found)
    assert "1 other file in" in str(found[-1])


def test_archives_in_archives(tmp_path: Path) -> None:
    day = zipped({"a.txt": TEXT.encode()})
    found = results(tmp_path, "month.zip", zipped({"day.zip": day, "week.zip": zipped({"day.zip": day})}))
    assert places(found, tmp_path) == ["month.zip/day.zip/a.txt"]
    (line,) = errors(found)
    assert "week.zip/day.zip: more than 2 archives" in line


def test_an_encrypted_member(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": TEXT.encode(), "b.txt": TEXT.encode()}, zipfile.ZIP_STORED))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + at] |= 1
    found = results(tmp_path, "a.zip", bytes(content))
    assert places(found, tmp_path) == ["a.zip/b.txt"]
    (line,) = errors(found)
    assert "a.zip/a.txt: encrypted" in line


@pytest.mark.parametrize(
    ("name", "content", "cause"),
    [
        ("a.zip", b"", "not a zip"),
        ("a.zip", b"PK\x03\x04 and nothing more", "not a zip"),
        ("a.zip", zipped({}), "no article"),
        ("a.zip", zipped({"a.jpg": b"x"}), "no article"),
        ("a.tar", b"x" * 2000, "damaged"),
        ("a.tar", tarred({}), "no article"),
        ("a.tar", b"", "damaged"),
    ],
)
def test_archives_without_articles(tmp_path: Path, name: str, content: bytes, cause: str) -> None:
    (line,) = errors(results(tmp_path, name, content))
    assert cause in line


@pytest.mark.parametrize("suffix", [".gz", ".zst", ".bz2", ".xz"])
def test_bombs_are_stopped(tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNCHECKED", 2**20)
    blanks = PACK[suffix](b" " * 2**26)
    for name, content in (
        (f"a.txt{suffix}", blanks),
        ("a.zip", zipped({"a.txt": TEXT.encode(), f"b.txt{suffix}": blanks, "c.txt": TEXT.encode()})),
        ("a.tar", tarred({f"b.txt{suffix}": blanks, "c.txt": TEXT.encode()})),
    ):
        found = results(tmp_path, name, content)
        (line,) = errors(found)
        assert "250 times its size" in line
        assert "c.txt" not in str(places(found, tmp_path))


def test_limits_of_a_whole_file_and_of_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_AT_ONCE", 2**18)
    (line,) = errors(results(tmp_path, "a.txt.gz", gzip.compress(records(2000))))
    assert "which is no article" in line
    monkeypatch.setattr(limits, "MOST_UNPACKED", 2**17)
    (line,) = errors(results(tmp_path, "a.txt.gz", gzip.compress(records(2000))))
    assert "unpack it yourself" in line


def test_an_archive_of_many_small_files_is_no_bomb(tmp_path: Path) -> None:
    members = {f"{number:04}.txt": TEXT.encode() for number in range(60)}
    assert len(results(tmp_path, "a.zip", zipped(members))) == 60


@pytest.mark.parametrize("suffix", PACK)
@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_compressed_file_that_is_cut_off(tmp_path: Path, suffix: str, share: float) -> None:
    packed = PACK[suffix](records(40))
    found = results(tmp_path, f"a.jsonl{suffix}", packed[: int(share * len(packed))])
    assert isinstance(found[-1], Failure)
    assert len(errors(found)) == 1


@pytest.mark.parametrize("kind", ["a.zip", "a.tar", "a.tar.gz"])
@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.95])
def test_an_archive_that_is_cut_off(tmp_path: Path, kind: str, share: float) -> None:
    members = {f"{number}.jsonl": records(20) for number in range(3)}
    content = zipped(members) if kind == "a.zip" else tarred(members)
    content = gzip.compress(content) if kind.endswith("gz") else content
    content = content.rstrip(b"\0")
    found = results(tmp_path, kind, content[: int(share * len(content))])
    assert errors(found)
    if kind == "a.tar" and share > 0.5:
        assert "a.tar/0.jsonl:20" in places(found, tmp_path)


@pytest.mark.parametrize("kind", [*PACK, ".zip", ".tar"])
def test_flipped_bytes_never_raise(tmp_path: Path, kind: str) -> None:
    chance = random.Random(3)
    members = {"a.txt": TEXT.encode(), "b.jsonl": records(5)}
    whole = PACK[kind](records(20)) if kind in PACK else zipped(members) if kind == ".zip" else tarred(members)
    for _ in range(40):
        content = bytearray(whole)
        for _ in range(3):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        name = f"a.jsonl{kind}" if kind in PACK else f"a{kind}"
        found = results(tmp_path, name, bytes(content))
        assert all(isinstance(item.error, ReadError) for item in found if isinstance(item, Failure))
        errors(found)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise OSError("Illegal seek")

    for form, content in (
        ("jsonl.gz", gzip.compress(records(2))),
        (".jsonl.zst", PACK[".zst"](records(2))),
        ("zip", zipped({"a.txt": TEXT.encode(), "b.txt": TEXT.encode()})),
        ("tar.gz", gzip.compress(tarred({"a.txt": TEXT.encode(), "b.txt": TEXT.encode()}))),
    ):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=Pipe(content)))
        found = list(read("-", ReadOptions(stdin_format=form)))
        assert len(found) == 2, found
        assert not errors(found)


def test_records_are_read_before_the_rest_is_unpacked(tmp_path: Path) -> None:
    """The first records come although the file is damaged far behind them."""
    packed = bytearray(gzip.compress(records(3000)))
    packed[-2000] ^= 255
    found = results(tmp_path, "a.jsonl.gz", bytes(packed))
    assert isinstance(found[-1], Failure)


def test_find_sources_looks_through_two_suffixes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt.gz", "b.sql.gz", "c.gz", "d.zip", "e.tar.gz", "f.tgz", "g.JSONL.zst", "h.tar.lz4", "i.jpg.gz"):
        (tmp_path / name).write_bytes(b"x")
    monkeypatch.chdir(tmp_path)
    known = ["a.txt.gz", "d.zip", "e.tar.gz", "f.tgz", "g.JSONL.zst"]
    assert find_sources(["."]) == known
    assert find_sources(["*"]) == known
    assert find_sources(["b.sql.gz"]) == ["b.sql.gz"]
