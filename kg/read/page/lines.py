"""Lines of a page, with hard-wrapped paragraphs put together again."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.read.mapped import Mapped, join
from kg.read.page.markup import clean, heading_level, is_link_only

BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
SETEXT = re.compile(r"\s*={3,}\s*")
DIVIDED = re.compile(r"\w-\Z")
WIDEST_WRAP = 100
NARROWEST_WRAP = 40
FEWEST_WRAPS = 3
SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*\s*\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, headline or piece of furniture, cleaned. `heading` is its Markdown level, 0 for none; `link` says
    that the line was one link or a row of them; `block` counts the groups of lines between blank ones."""

    content: Mapped
    heading: int = 0
    link: bool = False
    block: int = 0

    @property
    def text(self) -> str:
        return self.content.text


def split_lines(source: Mapped) -> list[Line]:
    """The lines of `source` that hold anything, in order."""
    found = []
    for number, block in enumerate(unwrapped(split_blocks(source))):
        for raw in block:
            content = clean(raw)
            if re.search(r"\w", content.text):
                found.append(Line(content, heading_level(raw.text), is_link_only(raw.text), number))
            elif SETEXT.fullmatch(raw.text) and found and len(block) > 1:
                found[-1] = replace(found[-1], heading=1)
    return found


def split_blocks(source: Mapped) -> list[list[Mapped]]:
    """Lines grouped by the blank lines between them."""
    blocks: list[list[Mapped]] = [[]]
    start = 0
    for end, after in [*(match.span() for match in BREAK.finditer(source.text)), (len(source.text),) * 2]:
        line = source.part(start, end)
        start = after
        if line.text.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def unwrapped(blocks: list[list[Mapped]]) -> list[list[Mapped]]:
    """Blocks whose lines were broken at a fixed width, joined to one line each; others as they are.

    A page is wrapped when its lines are narrow and most of those that end in mid-sentence go on in lower case, which
    no list of headlines does.
    """
    lines = sorted(len(line.text) for block in blocks for line in block)
    if not lines or lines[int(0.95 * (len(lines) - 1))] > WIDEST_WRAP:
        return blocks
    joints = [b.text.strip()[0].islower() for block in blocks for a, b in pairwise(block) if open_ended(a)]
    if len(joints) < FEWEST_WRAPS or sum(joints) < 0.4 * len(joints):
        return blocks
    return [[rejoined(block)] if is_wrapped(block) else block for block in blocks]


def rejoined(block: list[Mapped]) -> Mapped:
    """One line of a wrapped block; after a hyphen no blank comes in ("long-" + "term")."""
    parts = [line.strip() for line in block]
    whole = parts[0]
    for above, part in pairwise(parts):
        whole = join("" if DIVIDED.search(above.text) and part.text[0].islower() else " ", [whole, part])
    return whole


def is_wrapped(block: list[Mapped]) -> bool:
    return len(block) > 1 and all(len(line.text.rstrip()) >= NARROWEST_WRAP for line in block[:-1])


def open_ended(line: Mapped) -> bool:
    return not SENTENCE_END.search(line.text) and len(line.text) >= NARROWEST_WRAP
