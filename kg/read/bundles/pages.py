"""Exports that come as one web page: their articles are cut by the same lines as those of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kg.read.bundles.part import Part
from kg.read.bundles.split import split_bundle
from kg.read.mapped import Mapped

TELLING = re.compile(
    r"\d of \d{1,5} documents|end of document\b|\bload-date\b|\bproquest document id\b|[·•]20\d{6}[·•]"
    r"|>\s{0,20}(?:<b>)?(?:HD|WC)\b|\b(?:document|dokument|documento) [A-Z]{4,12}\d{6,30}[a-z0-9]{4,}"
    r"|\b(?:accession|document|record) number\b",
    re.IGNORECASE,
)
"""What only exports print; pages without any of it are not looked at further."""
BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3"
    " h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead title tr ul text".split()
)
SKIPPED = frozenset("head script style noscript template svg button select option input iframe nav".split())
BLANKS = re.compile(r"\s+")


def articles_of(markup: str, tree: Any, source: str) -> list[Part]:
    """The articles of an export that is a web page, given as `markup` and as parsed by lxml; none for other pages.

    Offsets of their segments count in the text that is taken out of the page.
    """
    if tree is None or not TELLING.search(markup):
        return []
    return split_bundle(Mapped.whole(text_of(tree)), source, sure=True)


def text_of(tree: Any) -> str:
    """The text of a page: a blank line between blocks, a tab between the cells of a row."""
    return "".join(pieces(tree)).strip()


def pieces(root: Any) -> Iterator[str]:
    """Text nodes with the breaks that their elements make, in order; elements may be nested as deep as they are."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, closing = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else None
        if closing:
            if tag in BLOCKS:
                yield "\n\n"
            yield BLANKS.sub(" ", element.tail or "") if element is not root else ""
            continue
        if tag is None or tag in SKIPPED:
            yield BLANKS.sub(" ", element.tail or "") if element is not root else ""
            continue
        if tag in BLOCKS:
            yield "\n\n"
        elif tag == "br":
            yield "\n"
        elif tag in ("td", "th") and element.getprevious() is not None:
            yield "\t"
        yield element.text if tag == "pre" else BLANKS.sub(" ", element.text or "")
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
