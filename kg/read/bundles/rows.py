"""The lines of a text that may hold several articles, each with its mark and whether it is running text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from kg.read.bundles.labels import code_of
from kg.read.bundles.marks import LONGEST_SIGNED, SIGNED, Kind, Mark, mark_of
from kg.read.page.prose import CLOSED, FULL_STOP, FUNCTION_WORDS

DATELINE = re.compile(r"[A-ZÀ-Ž][\w.'’-]{1,30}(?:[ ,/][^—–()-]{0,50})?(?:\([^()]{2,40}\))? ?(?:--|—|–|-|_(?= ))")
MOST_ABOVE = 5
"""Lines of a block that stand above its dateline."""
CONTROLS = "".join(map(chr, [*range(9), *range(14, 28), 127])) + "\ufeff\u200b"
BREAKS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
BLANK = CONTROLS + BREAKS + " \t\xa0"
TRANSMITTED = "\x03\x04"
"""End of text and end of transmission, as wires send them."""
FEWEST_CODES = 4
HEADS = frozenset(("HD", "TI", "T1", "TY"))
FEWEST_WORDS = 6
SHORTEST = 4
"""Words of a line that may be running text, and of one that is a sentence for its full stop."""
FEWEST_FUNCTION_WORDS = 2
FEWEST_FOREIGN = 10
LONGEST_SAMPLE = 400
"""Characters of a line in which the function words of running text show."""
LONGEST_END = 9
"""Characters of a full stop with the quotation marks and brackets behind it."""
LONGEST_HEADLINE = 30
"""Words up to which a block of three lines at most may be a headline."""


@dataclass(slots=True, eq=False)
class Row:
    """One line that holds anything: text[begin:end] of the source with its indent, `text` without. `line` counts from
    1; `after_blank` says that a blank line stands above, `new_page` a form feed; `running`, that the line is running
    text or a piece of it. Never changed once `rows_of` has given it."""

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
        mark = self.mark
        return mark is not None and mark.kind is kind and (not fact or mark.fact == fact)


class Sheet:
    """Lines of a text, with the words of running text in any stretch of them at hand."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.words = [0, *accumulate(map(words_of_text, rows))]

    def __len__(self) -> int:
        return len(self.rows)

    def has_text(self, start: int = 0, end: int | None = None, fewest: int = SHORTEST) -> bool:
        """Whether running text of so many words stands among the lines from `start` to `end`."""
        last = len(self.rows) if end is None else end
        return self.words[last] - self.words[min(start, last)] >= fewest

    def part(self, start: int, end: int | None = None) -> Sheet:
        return Sheet(self.rows[start:end])


def words_of_text(row: Row) -> int:
    """Words of running text in a line; that behind a label of the text counts."""
    if row.running:
        return row.text.count(" ") + 1
    if row.mark is not None and row.mark.fact in ("body", "abstract") and is_text(row.value):
        return row.value.count(" ") + 1
    return 0


def rows_of(text: str, first_line: int = 1) -> list[Row]:
    """The lines of `text` that hold a sign; control characters around a line are no part of it."""
    rows: list[Row] = []
    line, offset, blank, page = first_line, 0, False, False
    for raw in text.splitlines(keepends=True):
        content = raw.strip()
        if content and not (content[0].isprintable() and content[-1].isprintable()):
            content = content.strip(BLANK)
        if content:
            begin = offset
            if raw[0] not in " \t" and raw[0] != content[0]:
                begin += len(raw) - len(raw.lstrip(CONTROLS + BREAKS))
                page = page or "\f" in raw[: begin - offset]
            end = offset + raw.find(content) + len(content)
            rows.append(Row(begin, end, content, line, blank or page, page, mark_of(content)))
            blank = page = False
        elif not raw.isspace() and any(sign in raw for sign in TRANSMITTED):
            rows.append(Row(offset, offset, "", line, blank or page, page, Mark(Kind.WIRE, label="end of text")))
            blank = page = False
        else:
            blank = True
        last = raw[-1]
        page = page or last == "\f"
        offset += len(raw)
        line += last in "\r\n"
    return with_running(with_codes(rows))


def with_codes(rows: list[Row]) -> list[Row]:
    """Two-letter field codes as marks, where the text is made of them: one of the headline and three others."""
    coded = {i: found for i, row in enumerate(rows) if row.text[:2].isupper() and (found := code_of(row.text))}
    codes = {code for _, code, _ in coded.values()}
    if len(codes) < FEWEST_CODES or not codes & HEADS:
        return rows
    body, begun = False, False
    for i, (fact, code, value) in coded.items():
        text = rows[i].text
        apart = value == len(text) or value - len(code) > 1 or text[len(code)] in "\t:|"
        begun = begun or code in HEADS
        if not begun or (body and not apart and not rows[i].after_blank):
            continue
        body = fact == "body" or (body and code not in HEADS)
        rows[i].mark = Mark(Kind.FIELD, fact, code, value)
    return rows


def with_running(rows: list[Row]) -> list[Row]:
    """Rows with `running` found: by their words, and for pieces of wrapped text by the block that they stand in."""
    start, count = 0, len(rows)
    for i in range(1, count + 1):
        if i < count and not rows[i].after_blank and rows[i].mark is None and rows[i - 1].mark is None:
            continue
        if rows[start].mark is None and not is_heading(rows, start, i):
            for j in range(start, i):
                rows[j].running = is_text(rows[j].text) and not stands_alone(rows, j)
            for j in range(start, min(i - 1, start + MOST_ABOVE)):
                if has_dateline(rows[j + 1].text) and not is_closed(rows[j].text):
                    rows[j].running = False  # a headline that was not set off
        start = i
    return rows


def is_heading(rows: Sequence[Row], start: int, end: int) -> bool:
    """Whether a block may be a headline that was wrapped: short, and without the end of a sentence."""
    if end - start > 3 or is_closed(rows[end - 1].text):
        return False
    return words_of(rows[start:end]) <= LONGEST_HEADLINE


def stands_alone(rows: Sequence[Row], i: int) -> bool:
    """Whether line `i` is no sentence and does not go on in the next line."""
    text = rows[i].text
    if is_closed(text) or text.count(" ") >= LONGEST_HEADLINE:
        return False
    below = rows[i + 1] if i + 1 < len(rows) else None
    if below is None or below.mark is not None or below.after_blank:
        return True
    return below.text[0].isupper() and not is_text(below.text) and not is_closed(below.text)


def has_dateline(text: str) -> bool:
    """Whether a text begins with a place in capitals and a dash."""
    return text[:2].isupper() and DATELINE.match(text) is not None


def is_closed(text: str) -> bool:
    """Whether a line ends as a sentence does, or with the end mark of a wire behind it."""
    return CLOSED.search(text[-LONGEST_END:]) is not None or SIGNED.search(text[-LONGEST_SIGNED:]) is not None


def words_of(rows: Sequence[Row]) -> int:
    return sum(row.text.count(" ") + 1 for row in rows)


def is_text(text: str) -> bool:
    """Whether a line may be running text: six words with two function words among them, a short sentence, or, in
    another language than English, ten words of which half are in lower case."""
    blanks = text.count(" ")
    if blanks < SHORTEST - 1:
        return False
    found = 1 if FULL_STOP.search(text[-LONGEST_END:]) else 0
    if not found and blanks < FEWEST_WORDS - 1:
        return False
    tokens = text[:LONGEST_SAMPLE].split()
    for token in tokens:
        if token in FUNCTION_WORDS:
            found += 1
            if found == FEWEST_FUNCTION_WORDS:
                return True
    return blanks >= FEWEST_FOREIGN - 1 and 2 * sum(token[0].islower() for token in tokens) >= len(tokens)
