"""Lines of a page: its paragraphs, headlines and furniture, each on one line and cleaned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.read.mapped import Mapped
from kg.read.page.hyphens import Hyphens
from kg.read.page.mails import mark_mail
from kg.read.page.markup import clean, heading_level, is_link_only
from kg.read.page.rows import Row, rows_of
from kg.read.page.sheets import mark_sheets
from kg.read.page.wire import mark_wire
from kg.read.page.wraps import paragraphs_of

WORD_CHARACTER = re.compile(r"\w")
SETEXT = re.compile(r"={3,}")
SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*\s*\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, headline or piece of furniture, cleaned. `heading` is its Markdown level, 0 for none; `link` says
    that the line was one link or a row of them; `block` counts the groups of lines between blank ones; `furniture`
    says that it belongs to a wire's or a mail's frame and not to what is reported."""

    content: Mapped
    heading: int = 0
    link: bool = False
    block: int = 0
    furniture: bool = False

    @property
    def text(self) -> str:
        return self.content.text


def split_lines(source: Mapped, title: str | None = None) -> list[Line]:
    """The lines of `source` that hold anything, in order; `title` is its headline where that is known."""
    found: list[Line] = []
    hyphens = Hyphens(source.text)
    block = 0
    rows = rows_of(source.text)
    mark_sheets(rows)
    mark_mail(rows)
    mark_wire(rows)
    for part in paragraphs_of(rows, title):
        first = part[0]
        block += first.above > 0
        raw = rejoined(source, part, hyphens)
        content = clean(raw)
        if WORD_CHARACTER.search(content.text):
            heading = first.heading or heading_level(raw.text)
            found.append(Line(content, heading, is_link_only(raw.text), block, first.furniture))
        elif SETEXT.fullmatch(raw.text) and found and not first.above:
            found[-1] = replace(found[-1], heading=1)
    return found


def rejoined(source: Mapped, rows: Sequence[Row], hyphens: Hyphens) -> Mapped:
    """One line of the rows of a paragraph."""
    whole = source.part(rows[0].start, rows[0].end)
    return hyphens.joined(whole, [source.part(row.start, row.end) for row in rows[1:]]) if len(rows) > 1 else whole
