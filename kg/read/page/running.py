"""Whether a few lines were broken by their width, or ended on purpose as verse, addresses and headlines are.

Four things tell: sentences that run over line ends, whether the next word had room, marks at the line ends, and how
much a line reads like running text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.read.page.manner import Manner, Sign, fits, goes_on
from kg.read.page.prose import AUXILIARIES, PAST, function_share, is_title_case, words
from kg.read.page.rows import INNER_END, Row

MOST_TITLE_ROWS = 4
NARROWEST = 24
"""Columns below which lines are not wrapped text but names, addresses, verse."""
LEAST_GOING = 0.25
"""Share of lines that evidently go on, among those that end without a stop: fewer are verses or headlines …"""
FEWEST_VERSES = 3
"""… from as many lines on; below, names may have made it so."""
SHORTEST_PAIR = 40
"""Columns of the first of two lines where nothing but their words tells that they are one paragraph."""
SHORTEST_HEADLINE = 30
"""Letters of the first line of a headline over two; mastheads are shorter."""
RUNNING = 0.2
"""Share of function words that running text has at least."""


def runs_on(rows: Sequence[Row], manner: Manner, top: bool, titled: bool) -> bool:
    """Whether a part was broken by its width. `top` says that nothing stands above it, as above headlines."""
    if len(rows) == 1 or rows[0].heading:
        return True
    width = max(row.edge for row in rows)
    joints = list(pairwise(rows))
    going = sum(goes_on(a, b) for a, b in joints)
    if (
        top
        and not titled
        and len(rows) < MOST_TITLE_ROWS
        and not any(row.stopped or is_sentence_end(row) for row in rows)
    ):
        return all(goes_on(a, b) or is_broken_headline(a, b) for a, b in joints)
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
    punctuated = sum(not a.open or a.last in ",;-–—" for a, _ in joints)
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
    return not rows[-1].open and len(tokens) >= 8 and function_share(tokens) >= share


def is_prosaic(row: Row) -> bool:
    """Whether a line that breaks off reads like text and not like a headline."""
    tokens = words(row.text)
    return function_share(tokens) >= RUNNING and not is_title_case(tokens)


def is_broken_headline(a: Row, b: Row) -> bool:
    """Whether two lines at the top of a text look like one headline: in capitals, or broken behind a comma."""
    if a.stopped or b.stopped or not (a.upper and b.upper) or len(a.text) < SHORTEST_HEADLINE:
        return False
    if a.last in (",", ";"):
        return b.last not in (",", ";") and (a.indent == b.indent or is_title_case(words(a.text)))
    return a.text.isupper() and b.text.isupper()


def is_sentence_end(row: Row) -> bool:
    """Whether a row shows that running text has begun."""
    return row.edge >= SHORTEST_PAIR and (row.stopped or INNER_END.search(row.text) is not None)


def is_dateline(row: Row) -> bool:
    return row.last in ("-", "–", "—", "_") and row.text[:1].isupper()
