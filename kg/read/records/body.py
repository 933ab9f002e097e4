"""The text of a record: without markup, and without the sentence in which a service cuts it off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.read.page.fragment import read_fragment
from kg.read.records.fields import Plan, Record
from kg.read.records.values import text_in, whole_sentences

WHOLE_PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
HEAD = 2_000
SHORT, MUCH_LONGER = 300, 2
"""Characters of a text that may be a beginning, and how many times longer the whole is."""


@dataclass(frozen=True, slots=True)
class Body:
    """`excerpt` says that the source holds more; `dropped` are words that stood beside the running text."""

    text: str
    excerpt: bool = False
    dropped: tuple[str, ...] = ()


def body_of(plan: Plan, record: Record, *, teaser: bool) -> Body | None:
    """The text of the record, or of its teaser; None when it holds none."""
    texts = (text for value in plan.values(record, "teaser" if teaser else "text") if (text := text_in(value)))
    found = next(texts, None) if teaser else joined(plan, record) or fullest(texts)
    if found is None:
        return None
    text, dropped = page_text(found) if is_page(found) else read_fragment(found)
    if not text.strip():
        return None
    whole, cut, marked = whole_sentences(text)
    if not teaser and not marked:
        return Body(text, dropped=dropped)
    return Body(whole, excerpt=True, dropped=(*dropped, cut) if cut else dropped)


def fullest(texts: Iterator[str]) -> str | None:
    """The first text, unless it is but the beginning of one that stands in another field."""
    first = next(texts, None)
    if first is None or (len(first) > SHORT and not whole_sentences(first)[2]):
        return first
    longest = max(texts, key=len, default="")
    return longest if len(longest) > MUCH_LONGER * len(first) else first


def joined(plan: Plan, record: Record) -> str | None:
    """The text that a shape keeps in several fields."""
    if not plan.joined:
        return None
    texts = [text_in(record.get(path[0])) for path in plan.joined]
    return "\n\n".join(text for text in texts if text) or None


def is_page(text: str) -> bool:
    """Whether a field holds a whole web page, menus and all, rather than the markup of an article."""
    return "<" in text[:HEAD] and WHOLE_PAGE.search(text, 0, HEAD) is not None


def page_text(markup: str) -> tuple[str, tuple[str, ...]]:
    """The article of a whole page, and what its paper struck out."""
    from trafilatura import extract, load_html

    from kg.read.web.retracted import take_out_retracted

    tree = load_html(markup)
    if tree is None:
        return read_fragment(markup)
    dropped = take_out_retracted(tree)
    text = extract(tree, include_comments=False, include_tables=False)
    return (text, dropped) if text else read_fragment(markup)
