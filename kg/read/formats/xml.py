"""XML: feeds, stories of press agencies, and XHTML, told apart by the root element."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree  # type: ignore[import-untyped]

from kg.errors import ReadError
from kg.read.options import Failure, Reading, ReadOptions

FEEDS = frozenset({"rss", "RDF", "feed", "channel"})
PRESS = frozenset(
    {"nitf", "newsItem", "newsitem", "newsMessage", "NewsML", "NewsItem", "packageItem", "conceptItem", "knowledgeItem"}
)
LISTS = frozenset({"urlset", "sitemapindex", "opml"})


def read_xml(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """The articles of a feed or of a press agency's file. Entities are not fetched nor expanded from outside."""
    raw = stream.read()
    name = root_name(raw)
    if name in FEEDS:
        from kg.read.formats.feed import read_feed

        yield from read_feed(io.BytesIO(raw), source, options)
    elif name in PRESS:
        from kg.read.news.press import read_press

        yield from read_press(parsed(raw, source), source, options)
    elif name is not None and name.lower() == "html":
        from kg.read.formats.html import read_html

        yield from read_html(io.BytesIO(raw), source, options)
    elif name in LISTS:
        raise ReadError(f"{source}: a list of addresses ({name}), no article; save the pages and give those")
    else:
        told = f"XML of a kind that kg does not know (<{name}>)" if name else "not XML"
        raise ReadError(f"{source}: {told}; it reads RSS, Atom, NITF, NewsML and XHTML")


def root_name(raw: bytes) -> str | None:
    """Name of the root element without its namespace; None when the beginning is no XML."""
    parser = etree.XMLPullParser(events=("start",), **SAFE)
    try:
        for start in range(0, min(len(raw), 1_000_000), 4096):
            parser.feed(raw[start : start + 4096])
            for _, element in parser.read_events():
                return str(etree.QName(element).localname)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return None


SAFE = {"resolve_entities": False, "no_network": True, "load_dtd": False, "recover": True}
"""No file and no address is opened on behalf of a document, and no entity of its own grows it."""


def parsed(raw: bytes, source: str) -> etree._Element:
    try:
        root = etree.fromstring(raw, etree.XMLParser(**SAFE))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(f"{source}: not well-formed XML ({error}); save it again") from None
    if root is None:
        raise ReadError(f"{source}: not well-formed XML; save it again")
    return root
