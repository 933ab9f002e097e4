"""Hard-wrapped lines put together to paragraphs. Verse, tables, lists, addresses and headlines stay as they are.

In two steps: a block of lines is divided where a paragraph, an item or a table begins; then each part is joined only if
it was broken by its width and not on purpose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kg.read.page.likeness import key_of
from kg.read.page.manner import WIDEST, Manner, Sign, fits, goes_on, in_capitals, is_fixed, manner_of, single_spaced
from kg.read.page.prose import INITIALISM, function_share, words
from kg.read.page.rows import RUNNING, Row
from kg.read.page.running import MOST_TITLE_ROWS, is_broken_headline, is_prosaic, is_sentence_end, runs_on

NEIGHBOURHOOD = 8
"""Lines above and below from which the width at a line is measured: it may change within a file."""
FEWEST_OF_BLOCK = 3
"""Lines between blank ones that show a width by themselves."""
TITLE_DEPTH = 12
FIRST_LETTER = 4
"""Signs of a row among which its first letter stands."""


def paragraphs_of(rows: Sequence[Row], title: str | None = None) -> list[list[Row]]:
    """The rows in order, those of one paragraph together. `title` is the headline where it is known."""
    shown = [row for row in rows if not row.furniture]
    if len(shown) > 1:
        single_spaced(shown)
        in_capitals(shown)
    if not any(not below.above or below.paged for below in shown[1:]):
        return [[row] for row in rows]
    without_justification(shown)
    manner = manner_of(shown)
    begin, end = title_rows(shown, title)
    found = [[row] for row in rows if row.furniture]
    if end:
        found.append(shown[begin:end])
    head = not end
    for part in [*divided(shown[:begin], manner, False), *divided(shown[end:], manner, bool(title))]:
        top = head and (part[0].above > 0 or part[0] is shown[0])
        found += [part] if runs_on(part, manner, top, bool(title)) else [[row] for row in part]
        head = head and not any(row.fixed or is_sentence_end(row) for row in part)
    return sorted(found, key=lambda part: part[0].start)


def title_rows(rows: Sequence[Row], title: str | None) -> tuple[int, int]:
    """Which rows repeat the known title, over one line or more; (0, 0) for none."""
    wanted = key_of(title) if title else ""
    for begin in range(min(TITLE_DEPTH, len(rows)) if wanted else 0):
        if wanted[0] not in rows[begin].text[:FIRST_LETTER].casefold():
            continue
        key = ""
        for end in range(begin + 1, min(begin + MOST_TITLE_ROWS, len(rows)) + 1):
            key = f"{key} {key_of(rows[end - 1].text)}".strip()
            if key == wanted:
                following = rows[end] if end < len(rows) else None  # a sentence may begin as the title does
                return (0, 0) if following and following.lower and not following.above else (begin, end)
            if not wanted.startswith(key):
                break
    return 0, 0


def without_justification(rows: Sequence[Row]) -> None:
    """Lines that were filled up with blanks to one right edge are no table."""
    gapped = [row for row in rows if row.gapped and "\t" not in row.text]
    if not any(row.tabular for row in gapped):
        return
    edge = max((row.edge for row in rows if row.edge <= WIDEST), default=0)
    even = [row for row in gapped if edge - row.edge <= 1]
    if len(even) < 0.7 * len(gapped):
        return
    if function_share([word for row in even for word in words(row.text)]) >= RUNNING:
        for row in even:
            row.tabular = False


@dataclass(slots=True)
class State:
    """What is known where a row ends: the manner of the text and the width at this row; whether the title is known from
    elsewhere; `lines` of the part so far and whether it is `signed`, as beginning with the sign of paragraphs; the
    marks of the `items` of a list that goes on; and whether this is still the `head` of the text, without a sentence.
    """

    manner: Manner
    titled: bool
    width: int = 0
    lines: int = 0
    signed: bool = False
    head: bool = True
    items: set[tuple[str, int]] = field(default_factory=set)

    def begin(self, row: Row, first: bool) -> None:
        """Begin a part with `row`, the `first` of the text or not."""
        if row.marker:
            self.items.add((row.marker, row.indent))
        elif row.above:
            self.items.clear()
        self.signed = (first and self.titled) or row.indent >= self.manner.indent
        self.lines = 0

    def go_on(self, row: Row) -> None:
        self.lines += 1
        self.head = self.head and not (row.fixed or is_sentence_end(row))


def divided(rows: Sequence[Row], manner: Manner, titled: bool) -> list[list[Row]]:
    """Rows in groups that may be paragraphs."""
    parts: list[list[Row]] = []
    state = State(manner, titled)
    widths = widths_of(rows, manner)
    for i, row in enumerate(rows):
        state.width = widths[i]
        if i and not is_break(rows[i - 1], row, state):
            parts[-1].append(row)
        else:
            parts.append([row])
            state.begin(row, i == 0)
        state.go_on(row)
    return parts


def widths_of(rows: Sequence[Row], manner: Manner) -> list[int]:
    """The width of the lines around each row: of its block, within a few lines, for texts of several widths."""
    edges = [0 if is_fixed(row) else row.edge for row in rows]
    begins = [i for i, row in enumerate(rows) if row.above or not i]
    widths: list[int] = []
    for begin, end in pairwise([*begins, len(rows)]):
        small = manner.sure and end - begin < FEWEST_OF_BLOCK
        for i in range(begin, end):
            first, last = max(0, i - NEIGHBOURHOOD), i + NEIGHBOURHOOD
            widest = max(edges[first:last] if small else edges[max(begin, first) : min(end, last)])
            widths.append(manner.width if manner.sure and widest >= 0.9 * manner.width else widest)
    return widths


def is_break(a: Row, b: Row, state: State) -> bool:
    """Whether something else than the part of row `a` begins at row `b`."""
    if a.heading and a.heading == b.heading and not b.above:
        return False
    if is_fixed(a) or is_fixed(b):
        return True
    going = goes_on(a, b)
    if b.above or b.paged:
        return not state.manner.sure or bool(b.marker) or not runs_across(a, b, going, state)
    if a.depth != b.depth:
        return not (a.open and b.lower)
    if b.marker and not is_no_marker(a, b):
        return (b.marker, b.indent) in state.items or not a.open or fits(a, b, state.width)
    if b.label and a.stopped:
        return True
    if (a.open and b.lower) or (a.marker and b.indent > a.indent):
        return False
    if state.head and is_broken_headline(a, b):
        return False
    if begins_by_sign(a, b, going, state.manner):
        return True
    if going or (a.last in (",", ";") and a.edge >= 0.6 * state.width):
        return False
    return has_room(a, b, state)


def begins_by_sign(a: Row, b: Row, going: bool, manner: Manner) -> bool:
    """Whether row `b` is indented, or not, as the first lines of paragraphs are."""
    if manner.sign is Sign.FIRST and not a.marker:
        return b.indent > a.indent or (b.indent == a.indent >= manner.indent > 0 and not going)
    if manner.sign is Sign.HANGING:
        return b.indent < manner.indent and (b.indent < a.indent or not going)
    return manner.sign is Sign.NONE and b.indent > a.indent and not going


def has_room(a: Row, b: Row, state: State) -> bool:
    """Whether the first word of row `b` had room on row `a`, so that this one was ended on purpose."""
    signed = state.signed and state.manner.sign is Sign.FIRST
    ended = not a.open and not (signed and INITIALISM.search(a.text))
    if ended or not fits(a, b, state.width):
        return fits(a, b, state.width - state.manner.slack - (state.width // 4 if signed else 0))
    if signed and not b.label:
        return False
    if state.lines > 1:  # a sentence does not end without a stop; a headline does
        return a.edge < 0.6 * state.width and not a.vague
    return state.head or a.edge < 0.7 * state.width or not is_prosaic(a)


def is_no_marker(a: Row, b: Row) -> bool:
    """Whether what looks like the mark of an item is the initial of a name, or a figure that ends a sentence."""
    return a.open and ((b.marker == "a." and b.upper) or (a.cut and b.marker == "1."))


def runs_across(a: Row, b: Row, going: bool, state: State) -> bool:
    """Whether a paragraph goes on behind blank lines: at the top of the next sheet, or where an archive put one."""
    if b.paged:
        return a.open and (b.lower or going or state.lines > 1 or not fits(a, b, state.width))
    return a.open and b.lower and not a.marker and not fits(a, b, state.width)
