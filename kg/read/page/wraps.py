"""Hard-wrapped lines put together to paragraphs. Verse, tables, lists, addresses and rows of headlines stay as they are.

In two steps: a block of lines is divided where a paragraph, an item or a table begins; then each part is joined only if
it was broken by its width and not on purpose.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.read.page.likeness import key_of
from kg.read.page.manner import Manner, Sign, fits, goes_on, in_capitals, is_fixed, manner_of, single_spaced
from kg.read.page.prose import AUXILIARIES, PAST, function_share, is_title_case, words
from kg.read.page.rows import Row

NARROWEST = 24
"""Columns below which lines are not wrapped text but names, addresses, verse."""
NEIGHBOURHOOD = 8
"""Lines above and below from which the width at a line is measured: it may change within a file."""
FEWEST_OF_BLOCK = 3
"""Lines between blank ones that show a width by themselves."""
MOST_TITLE_ROWS = 4
TITLE_DEPTH = 12
FIRST_LETTER = 4
"""Signs of a row among which its first letter stands."""
LEAST_GOING = 0.25
"""Share of lines that evidently go on, among those that end without a stop: fewer are verses or headlines …"""
FEWEST_VERSES = 3
"""… from as many lines on; below, names may have made it so."""
SHORTEST_PAIR = 40
"""Columns of the first of two lines where nothing but their words tells that they are one paragraph."""
RUNNING = 0.2
"""Share of function words that running text has at least."""


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
    parts = [*divided(shown[:begin], manner, False), shown[begin:end], *divided(shown[end:], manner, bool(title))]
    found = [[row] for row in rows if row.furniture]
    for number, part in enumerate(part for part in parts if part):
        whole = part == shown[begin:end] or runs_on(part, manner, begin == end and not number, bool(title))
        found += [part] if whole else [[row] for row in part]
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
    tables = [row for row in rows if row.tabular]
    if len(tables) < 3:
        return
    edge = max(row.edge for row in tables)
    even = [row for row in tables if edge - row.edge <= 1 and "\t" not in row.text]
    if len(even) < 0.7 * len(tables):
        return
    going = sum(goes_on(a, b) for a, b in pairwise(rows) if a.tabular and not b.above)
    if going >= 0.4 * len(even):
        for row in even:
            row.tabular = False


def divided(rows: Sequence[Row], manner: Manner, titled: bool) -> list[list[Row]]:
    """Rows in groups that may be paragraphs."""
    parts: list[list[Row]] = []
    items: set[tuple[str, int]] = set()
    signed = titled
    widths = widths_of(rows, manner)
    for i, row in enumerate(rows):
        running = i > 1 and len(parts[-1]) > 1
        if i and not is_break(rows[i - 1], row, manner, widths[i], signed, running, items):
            parts[-1].append(row)
            continue
        if row.marker:
            items.add((row.marker, row.indent))
        elif row.above:
            items.clear()
        signed = (i == 0 and titled) or row.indent >= manner.indent
        parts.append([row])
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


def is_break(
    a: Row, b: Row, manner: Manner, width: int, signed: bool, running: bool, items: set[tuple[str, int]]
) -> bool:
    """Whether something else begins at row `b`. `signed` says that the paragraph of `a` began with its sign, so that
    the lines without it belong to it; `running` that `a` goes on a paragraph; `items` are the marks of the list that
    goes on."""
    if a.heading and a.heading == b.heading and not b.above:
        return False
    if is_fixed(a) or is_fixed(b):
        return True
    going = goes_on(a, b)
    if b.above or b.paged:
        return not manner.sure or bool(b.marker) or not runs_across(a, b, going, running, width)
    if a.depth != b.depth:
        return not (a.open and b.lower)
    if b.marker and not is_no_marker(a, b):
        return (b.marker, b.indent) in items or not a.open or fits(a, b, width)
    if b.label and a.stopped:
        return True
    if (a.open and b.lower) or (a.marker and b.indent > a.indent):
        return False
    if manner.sign is Sign.FIRST and not a.marker:
        if b.indent > a.indent or (b.indent == a.indent >= manner.indent > 0 and not going):
            return True
    elif manner.sign is Sign.HANGING and b.indent < manner.indent and (b.indent < a.indent or not going):
        return True
    elif manner.sign is Sign.NONE and b.indent > a.indent and not going:
        return True
    if going:
        return False
    if a.last in ",;" and a.edge >= 0.6 * width:
        return False
    if not a.open or not fits(a, b, width):
        return fits(a, b, width - manner.slack - (width // 4 if signed and manner.sign is Sign.FIRST else 0))
    if signed and manner.sign is Sign.FIRST and not b.label:
        return False
    # a sentence does not end without a stop; a headline does
    return a.edge < 0.6 * width if running else not (manner.sure and a.edge >= 0.75 * width and is_prosaic(a))


def is_no_marker(a: Row, b: Row) -> bool:
    """Whether what looks like the mark of an item is the initial of a name, or a figure that ends a sentence."""
    return a.open and ((b.marker == "a." and b.upper) or (a.cut and b.marker == "1."))


def runs_across(a: Row, b: Row, going: bool, running: bool, width: int) -> bool:
    """Whether a paragraph goes on behind blank lines: at the top of the next sheet, or where an archive put one."""
    if b.paged:
        return a.open and (b.lower or going or running or not fits(a, b, width))
    return a.open and b.lower and not a.marker and not fits(a, b, width)


def runs_on(rows: Sequence[Row], manner: Manner, top: bool, titled: bool) -> bool:
    """Whether a part was broken by its width. `top` says that nothing stands above it, as above headlines."""
    if len(rows) == 1 or rows[0].heading:
        return True
    width = max(row.edge for row in rows)
    joints = list(pairwise(rows))
    going = sum(goes_on(a, b) for a, b in joints)
    if top and not titled and len(rows) < MOST_TITLE_ROWS and not any(row.stopped for row in rows):
        return going == len(joints) or (width >= NARROWEST and all(a.last == "," for a, _ in joints))
    if width < NARROWEST:
        return False
    signed = is_signed(rows, manner, top and titled) and (manner.sure or is_running(rows, RUNNING / 2))
    if len(rows) == 2:
        return is_pair(rows[0], rows[1], manner, top and not titled, going > 0, signed)
    loose = sum(fits(a, b, width) for a, b in joints[(1 if top or is_dateline(rows[0]) else 0) :])
    if not any(a.open or b.lower for a, b in joints):
        return False
    if 2 * loose > len(joints):
        ragged = manner.sure and going == len(joints) and width >= 0.75 * manner.width
        return ragged and is_running(rows)
    if signed:
        return True
    ended = sum(a.open and b.upper and not a.cut for a, b in joints)
    punctuated = sum(not a.open or a.last in ",;-–—" for a, _ in joints)  # noqa: RUF001 - dashes end verses
    if len(rows) > 3 and punctuated > (0.75 if manner.sure else 0.6) * len(joints):
        return False
    if going < LEAST_GOING * (going + ended):
        return ended < FEWEST_VERSES and not loose and is_running(rows, RUNNING / 2)
    return manner.sure or going > 0 or is_running(rows)


def is_signed(rows: Sequence[Row], manner: Manner, begun: bool) -> bool:
    """Whether the first row has the indent of paragraphs, or is the beginning of the text, and the others have not."""
    begun = begun or rows[0].indent >= manner.indent
    return manner.sign is Sign.FIRST and begun and all(row.indent < manner.indent for row in rows[1:])


def is_pair(a: Row, b: Row, manner: Manner, top: bool, going: bool, signed: bool) -> bool:
    """Whether two lines are one paragraph: there is no width to be seen, so that they have to read like one."""
    full = manner.sure and not fits(a, b, manner.width)
    if not manner.sure and not b.lower and fits(a, b, b.edge):
        return False  # the longer line below shows that the one above was not broken by its width
    if full and (going or signed):
        return True
    if not is_running((a, b), RUNNING / 2 if going or signed else RUNNING):
        return False
    if going or signed or (full and not is_title_case(words(a.text))):
        return True
    return a.open and a.edge >= SHORTEST_PAIR and (not top or a.last == "," or not has_verb(b))


def has_verb(row: Row) -> bool:
    """Whether a line may be a sentence by itself, and the one above it a headline."""
    return any(word in AUXILIARIES or word in PAST or word.endswith("ed") for word in words(row.text))


def is_running(rows: Sequence[Row], share: float = RUNNING) -> bool:
    """Whether rows read like running text: function words among the others, and a stop at the end."""
    tokens = [token for row in rows for token in words(row.text)]
    return rows[-1].stopped and len(tokens) >= 8 and function_share(tokens) >= share


def is_prosaic(row: Row) -> bool:
    """Whether a line that breaks off reads like text and not like a headline."""
    tokens = words(row.text)
    return function_share(tokens) >= RUNNING and not is_title_case(tokens)


def is_dateline(row: Row) -> bool:
    return row.last in "-–—_" and row.text[:1].isupper()  # noqa: RUF001
