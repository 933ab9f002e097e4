"""Saved web pages: trafilatura takes out the text, the page's own metadata say title, date, author and publisher."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, BinaryIO

from trafilatura import bare_extraction, load_html

from kg.errors import ReadError
from kg.read.bundles.pages import articles_of
from kg.read.bundles.readings import read_parts
from kg.read.encoding import decode
from kg.read.facts import Facts
from kg.read.language import judge_language
from kg.read.mapped import Mapped
from kg.read.options import Failure, Reading, ReadOptions
from kg.read.page.article import broken_warning, given_facts, make_reading, read_page
from kg.read.page.characters import storable, storable_facts
from kg.read.page.metadata import WAY_OUT
from kg.read.web.blocks import Block, blocks_of
from kg.read.web.captions import take_out_captions
from kg.read.web.cards import Card, cards_of, is_index, related
from kg.read.web.liveblog import LiveBlog, live_blog_of
from kg.read.web.metadata import metadata_of
from kg.read.web.retracted import take_out_retracted

CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)|<\?xml[^>]+encoding\s*=\s*[\"']([\w-]+)", re.IGNORECASE)
WESTERN = re.compile(r"(?:iso-?8859-?1|latin-?1|l1|us-ascii|ascii)\Z", re.IGNORECASE)
NOTHING = Facts()
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def read_html(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """The article of one page, the posts of a live blog, or the articles of an export."""
    raw = stream.read()
    markup, warning = decode(raw, source, declared_charset(raw))
    yield from read_markup(markup, source, options, warnings=(warning,) if warning else ())


def declared_charset(raw: bytes) -> str | None:
    """The encoding that a page names. What calls itself Latin-1 is windows-1252, as in every browser."""
    declared = CHARSET.search(raw[:4096])
    name = (declared[1] or declared[2]).decode("ascii") if declared else None
    return "windows-1252" if name and WESTERN.match(name) else name


def read_markup(
    markup: str, source: str, options: ReadOptions, known: Facts = NOTHING, warnings: tuple[str, ...] = ()
) -> Iterator[Reading | Failure]:
    """What `read_html` gives, of a page that is decoded. `known` (from a crawler's record) goes before the page's own
    facts. Source offsets of segments count in the text that is taken out of the page. Raises ReadError for a page
    without an article."""
    markup = XML_DECLARATION.sub("", markup)
    tree = load_html(markup)
    if tree is None:
        raise ReadError(f"{source}: no article found in this page; save its text as .txt")
    if parts := articles_of(markup, tree, source):
        yield from read_parts(parts, source, options, known, warnings, by_line=False)
        return
    dropped = take_out_retracted(tree) + take_out_captions(tree)
    blocks = blocks_of(body_of(tree))
    page = metadata_of(tree, blocks)
    page = replace(page, facts=given_facts(options).over(known).over(page.facts))
    live = live_blog_of(body_of(tree), blocks, page)
    if live is not None:
        yield from read_posts(live, page.facts, source, options, warnings, dropped)
        return
    cards = cards_of(blocks, page)
    if is_index(blocks, cards, page):
        raise ReadError(f"{source}: an index page, no article; save the articles that it leads to")
    teasers = take_out(related(blocks, cards), blocks)
    document = bare_extraction(tree, include_comments=False, include_tables=False)
    if document is None or isinstance(document, dict) or not document.text:
        raise ReadError(f"{source}: no article found in this page; save its text as .txt")
    reading = read_page(Mapped.whole(document.text), source, options, page.facts, warnings)
    yield replace(reading, dropped=(*dropped, *teasers, *reading.dropped))


def body_of(tree: Any) -> Any:
    body = tree.find("body")
    return tree if body is None else body


def read_posts(
    live: LiveBlog, page: Facts, source: str, options: ReadOptions, warnings: tuple[str, ...], dropped: tuple[str, ...]
) -> Iterator[Reading]:
    """One article a post, under the title of the page; source offsets count in title and posts written one below the
    other. `dropped` and what stood beside the posts count as left out of the first."""
    title = page.title or ""
    text = Mapped.whole("\n".join([title, *(line for post in live.posts for line in post.lines)]))
    doubt = judge_language(text.text, source, page.language)
    dated = options.published or all(post.facts.published for post in live.posts)
    said = (*warnings, *((doubt,) if doubt else ()))
    said += () if dated else (f"{source}: no publication date is stated; {WAY_OUT}",)
    headline, start = storable(text.part(0, len(title)))[0], len(title) + 1
    for number, post in enumerate(live.posts, start=1):
        paragraphs, place = [], f"{source}:{number}"
        facts = replace(post.facts, published=options.published) if options.published else post.facts
        facts, broken = storable_facts(facts)
        for line in post.lines:
            paragraph, count = storable(text.part(start, start + len(line)))
            paragraphs.append(paragraph)
            start, broken = start + len(line) + 1, broken + count
        reading = make_reading(headline, paragraphs, facts, place, (*said, *broken_warning(broken, place)))
        yield replace(reading, dropped=(*dropped, *live.dropped) if number == 1 else ())
        said = ()


def take_out(cards: Sequence[Card], blocks: Sequence[Block]) -> tuple[str, ...]:
    """Take cards out of their page, and give back what they say."""
    for element in [card.element for card in cards] + [blocks[i].element for card in cards for i in card.blocks]:
        if element.getparent() is not None:
            element.drop_tree()
    return tuple(blocks[i].text for card in cards for i in card.blocks)
