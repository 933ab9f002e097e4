"""The frame that news agencies put around a report: slug, priority and word count above it, notes to editors, the
headline between carets, the mark of its end. None of it is text, and the headline is one.

The marks are those of teleprinter services and their archives ("AM-Ferry, 2nd Ld-Writethru", "bc-ferry 03-05 0123",
"r i", "^Headline^", "-0-", "Reuter", "ENDS", "- 30 -"); general forms, no agency's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.read.page.rows import Row, describe

HEAD = 14
"""Rows at the beginning among which the marks of a head stand."""
TAIL = 2
"""Rows at the end on which the mark of the end may stand behind the last sentence."""
LONGEST = 120
LONGEST_MARK = 24
TAKE = re.compile(
    r"\b(?:\d(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird)[ -]?"
    r"(?:Ld|LD|ld|Lead|LEAD|Add|ADD|add|Take|TAKE|Sub|SUB|Rewrite)\b"
    r"|\b(?:Bjt|BJT|Writethru|WRITETHRU|Adv\d+|ADV\d+|Urgent|URGENT|UPDATE \d)\b|,\s?\d{3,4}\b|\b\d\d-\d\d\b"
)
SLUG = re.compile(r"(?:[a-z]{1,2} ){0,3}\^?(?:AM|PM|BC|am|pm|bc)--?[\w&'’./-]+")
HEAD_MARK = re.compile(
    r"[a-z](?: [a-z]{1,2}){1,2}"  # priority and category
    r"|[a-z]\d{3,4}\b.{0,30}"  # number of the item
    r"|(?:[A-Z]{2,4}[- ])?(?:[A-Z]{2}-)?\d\d-\d\d(?:-\d\d(?:\d\d)?)?\s{1,4}\d{3,4}(?:[A-Z]{2,4})?"
    r"|[A-Z][A-Za-z]{2,4}\s?\d\d:\d\d\s\d\d-\d\d(?:-\d\d)?"
    r"|(?:[Ee]ds?|EDS|[Ee]ditors?|EDITORS?)['’]?(?:\s[Nn]ote|\sNOTE)?s?\s?[:–—-].+"
    r"|\((?:Adds|ADDS|Updates|UPDATES|Recasts|RECASTS|Corrects|CORRECTS|Repeats|REPEATS|Rewrites|Releads|Fixes|Refiles"
    r"|Writes through|Changes|Clarifies)\b[^()]*\)?"
    r"|(?:[Kk]eywords?|KEYWORDS?|[Ss]lug(?:line)?|SLUG|[Cc]ategory|[Pp]riority|[Uu]rgency|[Ss]elector|[Dd]esk"
    r"|[Ww]ord ?count|WORDS|[Ss]ubject codes?)\s?[:=]\s?\S.*"
    r"|\W*(?:URGENT|FLASH|BULLETIN|ALERT|SNAP|ADVISORY)\W*"
)
HEADLINE = re.compile(r"<?\^([^^]+)\^?[<>]?")
NOTE = re.compile(r"(?:With|Eds|Lead|An? [A-Z]{2,4})\b")
END_WORDS = frozenset("reuter reuters end ends more 30 0 enditem endit eom nnnn xinhua afp ap upi dpa".split()) | {
    f"end of {thing}" for thing in ("item", "story", "text", "article", "report", "bulletin", "take", "document")
}
NAMED = frozenset("reuter enditem nnnn".split())
TRAILER = re.compile(
    r"(?<=[.!?\"”'’)])\s*(?:(?:REUTERS?|Reuter|ENDS?|NNNN|Enditem)\W*"
    r"|[-–—/(<*#]{1,3}\s?(?:REUTERS?|Reuters?|ENDS?|[Ee]nds?|0|30|MORE|[Mm]ore|Enditem)\s?[-–—/)>*#.]{1,3}"
    r"|\#{3,}|-0-)\Z"
)
TAG = r"</?[A-Za-z][\w:-]*(?:\s[^<>=]*=[^<>]*)?\s?/?>"
TAGS = re.compile(rf"(?:{TAG}\s?)+")
OPENING = re.compile(r"<([A-Za-z][\w:-]*)\s?/?>")
CLOSING_TAG = re.compile(r"</[A-Za-z][\w:-]*\s?>")
ELEMENTS = frozenset(
    "p br hr div span article section body html head title text doc document story item content main header footer lead"
    " s block hedline hl1 hl2 dateline byline copyright nitf".split()
)
"""Elements that an opening tag alone on a line is taken for; "<Hoechst>" is a firm."""


def mark_wire(rows: Sequence[Row]) -> None:
    """Set `furniture` on rows of the frame, `heading` on the headline, and cut marks off the ends of rows."""
    for i, row in enumerate(rows):
        above = rows[i - 1] if i else None
        if is_markup(row.text) or (len(row.text) <= LONGEST_MARK and is_end_mark(row, above)):
            set_apart(rows, i)
        elif i < HEAD and len(row.text) <= LONGEST and not (above and above.open and row.lower and not row.above):
            if row.text[0] in "^<" and mark_caret(rows, i):
                continue
            if HEAD_MARK.fullmatch(row.text) or is_slug(row.text):
                set_apart(rows, i)
        if row.text[-1] == ">":
            cut(row, 0, len(without_closing_tags(row.text)))
    shown = [row for row in rows if not row.furniture]
    for row in shown[-TAIL:]:
        mark = TRAILER.search(row.text)
        if mark and mark.start():
            cut(row, 0, mark.start())


def mark_caret(rows: Sequence[Row], i: int) -> bool:
    """The first line between carets is the headline, over one row or two; others name the writer and what belongs to
    the item."""
    row, below = rows[i], rows[i + 1 : i + 2]
    caret = HEADLINE.fullmatch(row.text)
    if not caret:
        return False
    if is_slug(caret[1]) or NOTE.match(caret[1]) or any(above.heading for above in rows[:i]):
        if caret[1].startswith("By "):
            cut(row, *caret.span(1))
            row.above = max(1, row.above)
            for other in below:
                other.above = max(1, other.above)
        else:
            set_apart(rows, i)
        return True
    over = row.text[-1] not in "^<>"
    cut(row, *caret.span(1))
    row.heading = 1
    if over and below and below[0].text[-1] == "^" and below[0].text[0] != "^":
        cut(below[0], 0, len(below[0].text) - 1)
        below[0].heading = 1
    return True


def set_apart(rows: Sequence[Row], i: int) -> None:
    """Make row `i` furniture: nothing runs on over it."""
    rows[i].furniture = True
    if i + 1 < len(rows):
        rows[i + 1].above = max(1, rows[i + 1].above)


def cut(row: Row, start: int, end: int) -> None:
    """Keep a part of the row's text."""
    part = row.text[start:end].rstrip()
    if part and part != row.text:
        row.edge -= len(row.text) - len(part)
        row.start, row.end, row.text = row.start + start, row.start + start + len(part), part
        describe(row)


def is_slug(text: str) -> bool:
    """ "AM-Ferry, 2nd Ld-Writethru", "bc-ferry   03-05 0123", "BC-FERRY-SINKS (UPDATE 1)", but not "PM-elect"."""
    slug = SLUG.match(text)
    if not slug:
        return len(text) <= 60 and text[-1] not in ".!?" and bool(TAKE.match(text))
    rest = text[slug.end() :].strip()
    return not rest or rest[0] in ",(" or bool(TAKE.search(rest))


def is_end_mark(row: Row, above: Row | None) -> bool:
    """ "-0-", "Reuter", "(END)", "MORE"; a last word of a paragraph, "end.", is none."""
    text = row.text.removesuffix("^M").strip()
    word = text.strip("-–—_/()<>[]{}*#=.:! \x03").casefold()
    if word not in END_WORDS:
        return False
    if text[0] in "-–—/(<[*#=":
        return len(text) > len(word) + 1
    alone = above is None or row.above > 0 or above.stopped or above.furniture
    if word.isdigit() or (text[-1] == "." and not text.endswith("..") and not (alone and row.upper)):
        return False
    return alone or word in NAMED or text.isupper()


def is_markup(text: str) -> bool:
    """Whether a row holds tags and nothing else ("</article>")."""
    if text[0] != "<" or text[-1] != ">" or not TAGS.fullmatch(text):
        return False
    return all(match[1].casefold() in ELEMENTS for match in OPENING.finditer(text))


def without_closing_tags(text: str) -> str:
    while text.endswith(">"):
        begin = text.rfind("<")
        if begin <= 0 or not CLOSING_TAG.fullmatch(text, begin):
            break
        text = text[:begin].rstrip()
    return text
