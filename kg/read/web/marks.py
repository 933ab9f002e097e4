"""Marks of posts on a page: blocks that are a time of day, or begin or end with one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kg.read.page.prose import is_sentence
from kg.read.web.blocks import BLOCKS, Block, text_of
from kg.read.web.clock import TIME, Label, label_of, printed

BESIDE_TIME = 8
"""Words that may stand beside a `<time>` in its line: the reporter's name, "published at"."""
BEGINNING = re.compile(rf"(?P<time>{TIME.pattern})\s*[:.–—|-]?\s+(?=\S)", re.IGNORECASE)
HEADLINE_TIME = re.compile(rf"\s+[|–—-]?\s*(?P<time>{TIME.pattern})\W*\Z", re.IGNORECASE)
NEXT = 3
"""Elements `<time>` that are tried for one block; both stand in the order of the page."""
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Mark:
    """The block `index` shows when a post was written; `inline` says that the post's text begins on the same line,
    `datetime` is what a `<time>` states for machines, `form` what marks of one row have in common."""

    index: int
    element: Any
    form: tuple[str, ...]
    label: Label | None
    datetime: str | None = None
    inline: bool = False
    words: str = ""


def marks_of(root: Any, blocks: Sequence[Block]) -> list[Mark]:
    times: dict[Any, list[Any]] = {}
    for element in root.iter("time"):
        holder = next((above for above in element.iterancestors() if above.tag in BLOCKS), root)
        times.setdefault(holder, []).append(element)
    found = []
    for i, block in enumerate(blocks):
        here = times.get(block.element, [])
        at = next((n for n, time in enumerate(here[:NEXT]) if (said := text_of(time)) and said in block.text), None)
        mark = mark_of(i, block, None if at is None else here[at])
        if at is not None:
            del here[: at + 1]
        if mark is not None:
            found.append(mark)
    return found


def mark_of(i: int, block: Block, time: Any) -> Mark | None:
    """The mark that a block is, if any; `time` is the `<time>` in it."""
    form = (block.element.tag, DIGITS.sub("", (block.element.get("class") or "").split(" ")[0]))
    stated = time.get("datetime") if time is not None and ":" in (time.get("datetime") or "") else None
    label = label_of(block.text)
    if label is not None:
        kind = "own" if label.minutes is not None or stated else "ago"
        return Mark(i, block.element, (kind, *form), label, stated)
    begins = BEGINNING.match(block.text)
    if begins and not block.href:
        return Mark(i, block.element, ("inline", *form), label_at(begins), stated, True, block.text[begins.end() :])
    ends = HEADLINE_TIME.search(block.text) if block.heading > 1 else None
    if ends and not block.href:
        return Mark(i, block.element, ("inline", *form), label_at(ends), stated, True, block.text[: ends.start()])
    if time is None:
        return None
    printed_time = text_of(time)
    rest = block.text.replace(printed_time, "", 1)
    if stated and len(rest.split()) <= BESIDE_TIME and not label_is_update(rest) and not is_sentence(rest):
        return Mark(i, block.element, ("beside", *form), label_of(printed_time), stated)
    return None


def label_is_update(text: str) -> bool:
    return bool(re.search(r"\b(?:updated|modified|edited|revised)\b", text, re.IGNORECASE))


def label_at(match: re.Match[str]) -> Label | None:
    """The label of the time in a match."""
    time = TIME.search(match["time"])
    return printed(time) if time else None
