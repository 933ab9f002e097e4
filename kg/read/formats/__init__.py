"""One module a format. The table says which reader takes which file ending; readers import their libraries, so that
each is imported when its first file comes.

A reader is `(stream, source, options) -> Iterator[Reading | Failure]`: `stream` is open for reading bytes (a pipe or a
member of an archive cannot go back), `source` its name for people. It raises KgError for a file of which nothing can be
read, and gives a Failure for a part that cannot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module, util
from pathlib import PurePath
from typing import BinaryIO, cast

from kg.errors import ReadError
from kg.read.options import Failure, Reading, ReadOptions

Reader = Callable[[BinaryIO, str, ReadOptions], Iterator[Reading | Failure]]


@dataclass(frozen=True, slots=True)
class Format:
    """`reader` is "module:function" below `kg.read.formats`. `module` is what an extra of the same name as `extra`
    installs; without it the format is refused with advice."""

    name: str
    suffixes: tuple[str, ...]
    reader: str
    module: str | None = None
    extra: str | None = None

    @property
    def installed(self) -> bool:
        return self.module is None or util.find_spec(self.module) is not None


FORMATS = (
    Format("plain text", (".txt", ".text"), "text:read_text"),
    Format("Markdown", (".md", ".markdown"), "text:read_text"),
    Format("web page", (".html", ".htm", ".xhtml"), "html:read_html"),
    Format("PDF", (".pdf",), "pdf:read_pdf"),
    Format("JSON Lines", (".jsonl", ".ndjson"), "json:read_json"),
    Format("JSON", (".json",), "json:read_json"),
    Format("CSV", (".csv", ".tsv"), "csv:read_csv"),
    Format("Parquet", (".parquet",), "parquet:read_parquet", "pyarrow", "parquet"),
    Format("RSS or Atom feed", (".rss", ".atom", ".rdf"), "feed:read_feed"),
    Format("XML (feeds, NITF, NewsML)", (".xml", ".nitf", ".newsml"), "xml:read_xml"),
    Format("WARC", (".warc", ".wet"), "warc:read_warc", "fastwarc", "warc"),
    Format("Word document", (".docx", ".doc"), "document:read_document"),
    Format("RTF document", (".rtf",), "document:read_document"),
    Format("OpenDocument text", (".odt", ".fodt"), "document:read_document"),
    Format("message", (".eml",), "mail:read_eml"),
    Format("mailbox", (".mbox", ".mbx"), "mail:read_mbox"),
    Format("archive", (".zip", ".tar", ".tgz"), "archive:read_archive"),
    Format("compressed file", (".gz", ".zst", ".bz2", ".xz"), "archive:read_archive"),
)
SUFFIXES = tuple(suffix for format in FORMATS for suffix in format.suffixes)
COMPRESSED = (".gz", ".zst", ".bz2", ".xz", ".tgz")
"""Suffixes of one packed file, whose format the suffix before tells (`a.jsonl.gz`)."""


def is_known(name: str) -> bool:
    """Whether a file of this name is read."""
    suffix = PurePath(name).suffix.lower()
    return suffix in SUFFIXES and (suffix not in COMPRESSED or is_known(inner_name(name)))


def inner_name(name: str) -> str:
    """What a compressed file is called when it is unpacked: "a.jsonl.gz" -> "a.jsonl", "a.tgz" -> "a.tar"."""
    path = PurePath(name)
    return path.stem + ".tar" if path.suffix.lower() == ".tgz" else path.stem


def reader_of(suffix: str, source: str) -> Reader:
    """The reader of files that end in `suffix` (lower case, with its dot); ReadError when there is none."""
    format = next((format for format in FORMATS if suffix in format.suffixes), None)
    if format is None:
        known = " ".join(SUFFIXES)
        raise ReadError(f"{source}: unknown format {suffix or '(no suffix)'}; kg reads {known}")
    if not format.installed:
        way_out = f"run `python -m pip install 'kg[{format.extra}]'`"
        raise ReadError(f"{source}: reading {format.name} needs {format.module}; {way_out}")
    module, function = format.reader.split(":")
    try:
        return cast(Reader, getattr(import_module(f"{__name__}.{module}"), function))
    except ImportError as error:
        cause = " ".join(str(error).split())
        raise ReadError(f"{source}: {format.name} cannot be read here ({cause}); run `kg doctor`") from None
