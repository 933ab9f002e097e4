"""Documents of word processors: what a file really is goes before its ending, and paragraphs become an article."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import PurePath
from typing import BinaryIO

from kg.errors import KgError, ReadError
from kg.read.bundles import split_bundle
from kg.read.bundles.readings import read_parts
from kg.read.facts import Facts
from kg.read.formats.paragraphs import Document, Paragraph
from kg.read.mapped import Mapped
from kg.read.options import Failure, Reading, ReadOptions
from kg.read.page.article import read_page
from kg.read.page.bylines import NAME
from kg.read.page.likeness import content_words, shared
from kg.read.page.nameplates import is_nameplate
from kg.read.page.prose import is_prose
from kg.read.unpack import DAMAGE, MOST_AT_ONCE, MOST_RATIO, UNCHECKED

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What Word 97 files begin with, and Office files with a password."""
ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
HTML = re.compile(rb"\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<html)", re.IGNORECASE)
WIDEST_LINE = 100
"""Characters up to which paragraphs are lines: a text that was wrapped before it came into a document."""
FEWEST_TITLE_WORDS = 3
FEWEST_SHARED = 0.5
"""Share of the content words of a title among the file's properties that its text has; a template's has none."""
NO_TITLE = re.compile(r"microsoft word\b|(?:untitled|document|dokument)\s*\d*\Z|.*\.\w{3,4}\Z", re.IGNORECASE)
NO_PERSON = re.compile(
    r"\b(?:user|microsoft|office|windows|word|admin(?:istrator)?|owner|author|unknown|python|docx|libreoffice"
    r"|openoffice|apache|google|default|template|computer|desktop|laptop|student|staff|editor|newsroom|converter)\b",
    re.IGNORECASE,
)
"""Words of names that programs and computers give their users."""


def read_document(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """One article, or those of an export. Source offsets of segments count in the paragraphs, joined by line ends."""
    raw = stream.read()
    if HTML.match(raw[:1000]):
        from kg.read.formats.html import read_html

        yield from read_html(io.BytesIO(raw), source, options)  # what some archives hand out as .doc
        return
    parse, name = parser_of(raw, source)
    try:
        document = parse(raw)
    except KgError:
        raise
    except Exception as error:  # the libraries fail on damaged files in every way
        reason = f"{type(error).__name__}: {str(error).partition(chr(10))[0]}"[:200]
        raise ReadError(f"{source}: damaged {name} ({reason}); open it and save it anew, or save it as .txt") from None
    yield from articles_of(document, source, options)


def parser_of(raw: bytes, source: str) -> tuple[Callable[[bytes], Document], str]:
    """The function that parses files which begin so, and what they are called; ReadError for those nothing can."""
    suffix = PurePath(source).suffix.lower() or "this"
    if raw.startswith(OLE):
        if ENCRYPTED_OFFICE in raw:
            raise ReadError(f"{source}: protected by a password; open it and save it without one")
        raise ReadError(f"{source}: a file of Word 97 to 2003; save it as .docx")
    if raw.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"):
        return function("rtf:parse_rtf"), "RTF document"
    if raw.startswith(b"PK"):
        return packed_parser(raw, source)
    if b"office:document" in raw[:2000]:
        return function("odt:parse_odt"), "OpenDocument text"
    raise ReadError(f"{source}: not a {suffix} document, whatever its name says; save it as .docx, .odt, .rtf or .txt")


def packed_parser(raw: bytes, source: str) -> tuple[Callable[[bytes], Document], str]:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            names = set(package.namelist())
            size = sum(info.file_size for info in package.infolist())
            kind = package.read("mimetype") if "mimetype" in names else b"opendocument.text"
            manifest = package.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
    except (*DAMAGE, NotImplementedError, RuntimeError) as error:
        raise ReadError(f"{source}: damaged or cut off ({error}); fetch it again, or save it as .txt") from None
    if size > MOST_AT_ONCE or size > max(UNCHECKED, MOST_RATIO * len(raw)):
        raise ReadError(f"{source}: unpacks to {size // 2**20} MiB, which no article does; save its text as .txt")
    if b"encryption-data" in manifest:
        raise ReadError(f"{source}: protected by a password; open it and save it without one")
    if any(name.startswith("word/") for name in names):
        return function("docx:parse_docx"), "Word document"
    if "content.xml" in names and b"opendocument.text" in kind:
        return function("odt:parse_odt"), "OpenDocument text"
    raise ReadError(f"{source}: not a text document but another zipped file; save it as .docx, .odt, .rtf or .txt")


def function(name: str) -> Callable[[bytes], Document]:
    module, _, attribute = name.partition(":")
    parse: Callable[[bytes], Document] = getattr(import_module(f"kg.read.formats.{module}"), attribute)
    return parse


def articles_of(document: Document, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """The article in a document, or those of an archive's export. ReadError when it holds no text."""
    texts = [paragraph.text for paragraph in document.paragraphs if paragraph.text.strip()]
    if not texts:
        raise ReadError(f"{source}: the document holds no text (pictures of pages?); run text recognition first")
    longest = sorted(len(line) for text in texts for line in text.split("\n"))[int(0.95 * (len(texts) - 1))]
    between = "\n" if longest <= WIDEST_LINE else "\n\n"
    cut_off = f"{source}: cut off before its end; what stands before was read, fetch it again"
    warnings = (cut_off,) if document.cut_off else ()
    parts = split_bundle(Mapped.whole(between.join(p.text for p in document.paragraphs)), source)
    found: Iterable[Reading | Failure]
    if parts:  # their own headers say more than the document's headings
        found = read_parts(parts, source, options, Facts(), warnings, by_line=False)
    else:
        found = [article_of(document, source, options, warnings, between)]
    dropped = document.dropped
    for item in found:
        yield replace(item, dropped=(*dropped, *item.dropped)) if isinstance(item, Reading) else item
        dropped = ()


def article_of(
    document: Document, source: str, options: ReadOptions, warnings: tuple[str, ...], between: str
) -> Reading:
    """The one article of a document. Headings are marked as Markdown marks them, so that the layout knows them.

    Title and author among the properties are often those of a template or of who saved it: the title counts where the
    text speaks of the same and has no heading, the author where the text names none and it is a person's name.
    """
    headline = headline_of(document.paragraphs)
    marked = [
        "# " + " ".join(p.text.split()) if i == headline else f"## {p.text}" if is_crosshead(p) else p.text
        for i, p in enumerate(document.paragraphs)
    ]
    known = Facts(title=title_of(document) if headline is None else None)
    reading = read_page(Mapped.whole(between.join(marked)), source, options, known, warnings)
    if reading.article.authors or not document.author or not is_person(document.author):
        return reading
    return replace(reading, article=replace(reading.article, authors=(" ".join(document.author.split()),)))


def headline_of(paragraphs: tuple[Paragraph, ...]) -> int | None:
    """Index of the first heading of three words or more that is no paper's name; it stands above the text."""
    above = next((i for i, p in enumerate(paragraphs) if not p.heading and is_prose(p.text)), len(paragraphs))
    headings = [i for i, p in enumerate(paragraphs[:above]) if p.heading and p.text.strip()]
    full = [i for i in headings if len(paragraphs[i].text.split()) >= FEWEST_TITLE_WORDS]
    named = [i for i in full if not is_nameplate(paragraphs[i].text)]
    return next(iter(named or full or headings), None)


def is_crosshead(paragraph: Paragraph) -> bool:
    """A heading within the text; some people mark their whole text as one."""
    return paragraph.heading > 0 and bool(paragraph.text.strip()) and not is_prose(paragraph.text)


def title_of(document: Document) -> str | None:
    title = " ".join((document.title or "").split())
    if len(title.split()) < FEWEST_TITLE_WORDS or NO_TITLE.match(title):
        return None
    topic = content_words(paragraph.text for paragraph in document.paragraphs)
    return title if shared(title, topic) >= FEWEST_SHARED else None


def is_person(name: str) -> bool:
    return re.fullmatch(NAME, " ".join(name.split())) is not None and not NO_PERSON.search(name)
