"""The lines of a text that may hold several articles, each with its mark and whether it is running text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.read.bundles.labels import code_of
from kg.read.bundles.marks import Kind, Mark, mark_of
from kg.read.page.prose import CLOSED, FUNCTION_WORDS

CONTROLS = "".join(map(chr, [*range(9), *range(14, 28), 127])) + "\ufeff\u200b"
BREAKS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
BLANK = CONTROLS + BREAKS + " \t\xa0"
TRANSMITTED = "\x03\x04"
"""End of text and end of transmission, as wires send them."""
FEWEST_CODES = 4
HEADS = frozenset(("HD", "TI", "T1", "TY"))
FEWEST_WORDS = 6
LONGEST_HEADLINE = 30
"""Words up to which a block of three lines at most may be a headline."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line that holds anything: text[begin:end] of the source with its indent, `text` without. `line` counts from
    1; `after_blank` says that a blank line stands above, `new_page` a form feed; `running`, that the line is running
    text or a piece of it."""

    begin: int
    end: int
    text: str
    line: int
    after_blank: bool
    new_page: bool
    mark: Mark | None
    running: bool = False

    @property
    def value(self) -> str:
        """What stands behind the label."""
        if self.mark is None:
            return self.text
        value = self.text[self.mark.value :]
        if self.text[0] == "<":
            value = value.partition("</")[0]
        return value.strip(" *_\t\xa0")

    def is_a(self, kind: Kind, fact: str = "") -> bool:
        return self.mark is not None and self.mark.kind is kind and (not fact or self.mark.fact == fact)


def rows_of(text: str, first_line: int = 1) -> list[Row]:
    """The lines of `text` that hold a sign; control characters around a line are no part of it."""
    rows: list[Row] = []
    line, offset, blank, page = first_line, 0, False, False
    for raw in text.splitlines(keepends=True):
        content = raw.strip(BLANK)
        if content or (not raw.isspace() and any(sign in raw for sign in TRANSMITTED)):
            lead = raw.find(content)
            page = page or "\f" in raw[:lead]
            begin = offset + (len(raw) - len(raw.lstrip(CONTROLS + BREAKS)) if lead else 0)
            mark = mark_of(content) if content else Mark(Kind.WIRE, label="end of text")
            rows.append(Row(begin, offset + lead + len(content), content, line, blank or page, page, mark))
            blank = page = False
        else:
            blank = True
        page = page or raw[-1] == "\f"
        offset += len(raw)
        line += raw[-1] in "\r\n"
    return with_running(with_codes(rows))


def with_codes(rows: list[Row]) -> list[Row]:
    """Two-letter field codes as marks, where the text is made of them: one of the headline and three others."""
    coded = {i: found for i, row in enumerate(rows) if row.text[:2].isupper() and (found := code_of(row.text))}
    codes = {code for _, code, _ in coded.values()}
    if len(codes) < FEWEST_CODES or not codes & HEADS:
        return rows
    marked, body, begun = list(rows), False, False
    for i, (fact, code, value) in coded.items():
        text = rows[i].text
        apart = value == len(text) or value - len(code) > 1 or text[len(code)] in "\t:|"
        begun = begun or code in HEADS
        if not begun or (body and not apart and not rows[i].after_blank):
            continue
        body = fact == "body" or (body and code not in HEADS)
        marked[i] = replace(rows[i], mark=Mark(Kind.FIELD, fact, code, value))
    return marked


def with_running(rows: list[Row]) -> list[Row]:
    """Rows with `running` found: by their words, and for pieces of wrapped text by the block that they stand in."""
    start = 0
    for i in range(1, len(rows) + 1):
        if i < len(rows) and not rows[i].after_blank and rows[i].mark is None and rows[i - 1].mark is None:
            continue
        block = rows[start:i]
        if block and block[0].mark is None and not is_heading(block):
            for j in range(start, i):
                if is_text(rows[j].text) and not stands_alone(rows, j):
                    rows[j] = replace(rows[j], running=True)
        start = i
    return rows


def is_heading(block: Sequence[Row]) -> bool:
    """Whether a block may be a headline that was wrapped: short, and without the end of a sentence."""
    return len(block) <= 3 and not CLOSED.search(block[-1].text) and words_of(block) <= LONGEST_HEADLINE


def stands_alone(rows: Sequence[Row], i: int) -> bool:
    """Whether line `i` is no sentence and does not go on in the next line."""
    if CLOSED.search(rows[i].text) or words_of(rows[i : i + 1]) > LONGEST_HEADLINE:
        return False
    below = rows[i + 1] if i + 1 < len(rows) else None
    if below is None or below.mark is not None or below.after_blank:
        return True
    return below.text[0].isupper() and not is_text(below.text) and not CLOSED.search(below.text)


def words_of(rows: Sequence[Row]) -> int:
    return sum(row.text.count(" ") + 1 for row in rows)


def is_text(text: str) -> bool:
    """Whether a line may be running text: six words, with function words among them."""
    if text.count(" ") < FEWEST_WORDS - 1:
        return False
    return sum(token in FUNCTION_WORDS for token in text.split()) >= 2
