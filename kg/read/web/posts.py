"""The posts of a live blog as they stand on its page: parts that repeat, each with a time of its own.

Every block that is a time, or begins with one, marks a post. A post is the largest element that holds one mark, or,
where marks and paragraphs stand in one row, what lies between a mark and the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from kg.read.page.bylines import is_byline, is_stamp
from kg.read.page.furniture import is_end, is_furniture, is_list_heading
from kg.read.page.prose import CLOSED, words
from kg.read.web.blocks import Block, ancestors
from kg.read.web.clock import Label, is_update, label_of
from kg.read.web.marks import HEADLINE_TIME, Mark, marks_of

WRITER = re.compile(r"(?:^|[\s_-])(?:by|by-?lines?|authors?|reporter|contributor)(?:$|[\s_-])", re.IGNORECASE)
FEWEST_WORDS = 4
"""Words below which a line that is neither sentence, heading nor list item is a label ("Key event", "Share")."""
ADDRESSES = ("id", "name", "data-id", "data-post-id", "data-block-id", "data-entry-id")


@dataclass(frozen=True, slots=True)
class Post:
    """`lines` are heading and paragraphs in order, `dropped` what was left out, `blocks` the indices of both; `label`,
    `datetime` as in Mark; `anchor` the id of the post within its page."""

    lines: tuple[str, ...]
    dropped: tuple[str, ...]
    blocks: range
    label: Label | None
    datetime: str | None
    anchor: str | None
    linked: tuple[str, ...] = ()
    machine: bool = True


def posts_of(root: Any, blocks: Sequence[Block]) -> list[Post]:
    """The posts on a page, in its order: of the marks of one form that hold most text. Empty where nothing repeats."""
    forms: dict[tuple[str, ...], list[Mark]] = {}
    for mark in marks_of(root, blocks):
        forms.setdefault(mark.form, []).append(mark)
    found = [posts for marks in forms.values() if len(marks) > 1 and len(posts := between(blocks, marks)) > 1]
    return max(found, key=lambda posts: sum(len(words(line)) for post in posts for line in post.lines), default=[])


def between(blocks: Sequence[Block], marks: Sequence[Mark]) -> list[Post]:
    """The posts that marks of one form stand for; those without text are none."""
    inside: Counter[Any] = Counter(above for mark in marks for above in ancestors(mark.element))
    places: dict[Any, list[int]] = {}
    for i, block in enumerate(blocks):
        for above in ancestors(block.element):
            places.setdefault(above, []).append(i)
    holders = []
    for mark in marks:
        holder = mark.element
        while (above := holder.getparent()) is not None and inside[above] == 1:
            holder = above
        holders.append(holder)
    spans = [
        (places[holder][0], places[holder][-1]) if inside[holder] == 1 else (mark.index, mark.index)
        for mark, holder in zip(marks, holders, strict=True)
    ]
    alone = [flat(blocks, mark, range(first, last + 1)) for mark, (first, last) in zip(marks, spans, strict=True)]
    rows = 2 * sum(alone) > len(marks)
    early = rows and headings_above(blocks, marks, spans)
    found = []
    for n, (mark, holder) in enumerate(zip(marks, holders, strict=True)):
        first, last = spans[n]
        if alone[n] or (rows and mark.inline):
            first -= early and first > 0 and blocks[first - 1].heading > 1
            row = places[holder if inside[holder] > 1 else holder.getparent()]
            after = spans[n + 1][0] if n + 1 < len(marks) else len(blocks)
            after -= early and n + 1 < len(marks) and blocks[after - 1].heading > 1
            last = max(last, min(row[-1], after - 1))
        post = post_of(blocks, mark, range(first, last + 1), holder)
        if post.lines:
            found.append(post)
    return found


def flat(blocks: Sequence[Block], mark: Mark, held: Sequence[int]) -> bool:
    """Whether the element of a mark holds no more of its post than the time."""
    return all(i == mark.index or blocks[i].heading > 1 for i in held) and not (mark.inline and len(held) > 1)


def headings_above(blocks: Sequence[Block], marks: Sequence[Mark], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether in a row of times and paragraphs the headings of posts stand above their times."""
    above = below = 0
    for mark, (first, last) in zip(marks, spans, strict=True):
        if first == last == mark.index:
            above += first > 0 and blocks[first - 1].heading > 1
            below += last + 1 < len(blocks) and blocks[last + 1].heading > 1
    return above > below


def post_of(blocks: Sequence[Block], mark: Mark, span: range, holder: Any) -> Post:
    lines, dropped, linked = [], [], []
    for i in span:
        block = blocks[i]
        if i == mark.index and not mark.inline:
            continue
        block = replace(block, text=mark.words) if i == mark.index else block
        if block.heading > 1 and block.href:
            linked.append(block.href)
        if belongs(block):
            lines.append(HEADLINE_TIME.sub("", block.text) if block.heading else block.text)
        elif block.heading != 1:
            dropped.append(block.text)
    return Post(
        tuple(lines), tuple(dropped), span, mark.label, mark.datetime, anchor_of(holder, mark), tuple(linked),
        mark.datetime is not None,
    )  # fmt: skip


def belongs(block: Block) -> bool:
    """Whether a block of a post is its heading or text."""
    text = block.text
    if block.heading == 1:
        return False
    if label_of(text) or is_update(text) or is_furniture(text) or is_end(text) or is_list_heading(text):
        return False
    if block.heading or CLOSED.search(text):
        return True
    if is_stamp(text) or is_byline(text) or WRITER.search(block.element.get("class") or ""):
        return False
    return len(words(text)) >= FEWEST_WORDS or block.element.tag in ("li", "td", "dd", "blockquote")


def anchor_of(holder: Any, mark: Mark) -> str | None:
    """The id of a post: its element's own, that of one around its time, or where its time links to."""
    inner = [above for above in ancestors(mark.element) if holder in above.iterancestors()]
    for element in (holder, *reversed(inner), *holder.iter("a")):
        named = next((element.get(name) for name in ADDRESSES if element.get(name)), None)
        if named:
            return str(named)
        href = element.get("href") or ""
        if element.tag == "a" and "#" in href and href.rpartition("#")[2]:
            return str(href.rpartition("#")[2])
    return None
