"""Saved web pages: trafilatura takes out the text, the page's own metadata say title, date, author and publisher."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from trafilatura import bare_extraction, load_html

from kg.errors import ReadError
from kg.read.bundles.pages import articles_of
from kg.read.bundles.readings import read_parts
from kg.read.dates import find_date
from kg.read.encoding import decode
from kg.read.facts import Facts
from kg.read.mapped import Mapped
from kg.read.options import Failure, Reading, ReadOptions
from kg.read.page.article import read_page

CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "publication_date",
    "publishdate",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "date",
)
"""Names of meta elements that state when an article was published, the most exact first."""


def read_html(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """One page, or the articles of an export. Source offsets of segments count in the text taken out of the page."""
    raw = stream.read()
    declared = CHARSET.search(raw[:4096])
    markup, warning = decode(raw, source, declared[1].decode("ascii") if declared else None)
    markup = XML_DECLARATION.sub("", markup)
    if parts := articles_of(markup, load_html(markup), source):
        yield from read_parts(parts, source, options, Facts(), (warning,) if warning else (), by_line=False)
        return
    document = bare_extraction(markup, with_metadata=True, include_comments=False, include_tables=False)
    if document is None or isinstance(document, dict) or not document.text:
        raise ReadError(f"{source}: no article found in this page; save its text as .txt")
    known = Facts(
        title=document.title,
        publisher=document.sitename,
        published=published_of(markup),
        url=document.url,
        authors=tuple(name.strip() for name in (document.author or "").split(";") if name.strip()),
    )
    yield read_page(Mapped.whole(document.text), source, options, known, (warning,) if warning else ())


def published_of(markup: str) -> str | None:
    """The publication date that the page's metadata state (never one that stands somewhere on it)."""
    tree = load_html(markup)
    if tree is None:
        return None
    stated: dict[str, str] = {}
    for element in tree.iter("meta", "time"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if element.tag == "time" and element.get("pubdate") is not None:
            name = "pubdate"
        stated.setdefault(name.casefold(), element.get("content") or element.get("datetime") or "")
    values = [stated.get(name, "") for name in PUBLISHED]
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            values[:0] = dates_in(parsed(script.text or ""))
    return next((found[1] for value in values if (found := find_date(value))), None)


def parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def dates_in(node: Any) -> list[str]:
    """Every `datePublished` of a JSON-LD document, outermost first."""
    if isinstance(node, list):
        return [date for item in node for date in dates_in(item)]
    if not isinstance(node, dict):
        return []
    own = [node["datePublished"]] if isinstance(node.get("datePublished"), str) else []
    return own + [date for key in sorted(node) for date in dates_in(node[key])]
