"""Rows: the lines of a text as typed, with what tells whether a row goes on in the next one.

Nothing is decided here. Measures are columns, counted from 0, tabs at every eighth; offsets are code points of the
text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.read.page.prose import MID_PHRASE, function_share, words

BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
NOTHING = "".join(map(chr, [*range(0x21), *range(0x7F, 0xA1), 0x1680, *range(0x2000, 0x2010)])) + (
    "\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
"""Blanks, control characters and what has no width: a row of these alone is a blank one."""
QUOTING = re.compile(r"(?:>[^\S\n]?)+")
CLOSERS = "\"'”’»)]}*_"
OPENERS = "\"'“‘«([{*_<¿¡"
FULL_STOPS = frozenset(".!?…")
PARTICLES = frozenset("van von der de del della di da du den ter al el bin ibn mr mrs ms dr".split())
SHORT_FORMS = frozenset(
    "mr mrs ms dr prof gen sen rep gov st lt col capt sgt maj adm cmdr rev hon no vs messrs"
    " jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
GOING_ON = (
    MID_PHRASE
    | PARTICLES
    | {"-", "--", "–", "—", "_"}
    | frozenset(
        "will may might can must shall do does did it he she they we i if when while because although though over after"
        " before through during on up so nor not no very more most some any such each every other between".split()
    )
)
"""Words that a sentence does not end in."""
INNER_END = re.compile(r"[a-z\d)”\"’'][.!?][\"”’)]*\s+[\"“‘(]?[A-Z]")
GAP = re.compile(r"(?<![.!?:;\"”’)\s])[^\S\n]{2,}|[^\S\n]{3,}")
WIDEST_GAP = 3
"""Blanks between the words of a line that was filled up to the right edge."""
RUNNING = 0.25
"""Share of function words that tells such a line from the row of a table."""
LEADERS = re.compile(r"\.{5,}|(?:\. ){4,}|_{3,}")
MARKER = re.compile(
    r"(?P<sign>[-*+•·▪●■◦‣–—>o])[^\S\n]+(?=\S)"
    r"|(?P<number>\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)])[^\S\n]+(?=\S)"
)
LABEL = re.compile(r"(?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){0,3}:\s")
RULE = re.compile(r"[^\w]+")


@dataclass(slots=True)
class Row:
    """`text` is the row without blanks, quoting and control characters at its ends: `start` to `end` of the whole text.

    `indent` and `edge` are the columns where it begins and ends, `above` the number of blank rows above it, `paged`
    whether a form feed is among these, `depth` that of mail quoting. Where tabs or an address make its `edge` `vague`,
    that is the least that it can be. `lead` is the length of its first word, `last` the last letter or mark behind
    which only closing quotes and brackets stand. `lower` and `upper` say how its first letter is written (neither: a
    figure or a sign), `stopped` that it ends as sentences do, `open` that it ends without a stop and without a colon.
    `cut` says that a sentence evidently goes on behind it: it ends in a word like "of", or another sentence has begun
    on it. `gapped` rows have more than one blank between words, `tabular` ones are columns, leaders and figures.
    `marker` is the kind of a list item's mark ("-", "1.", "(a)") or ""; `label` says that it begins like "KROGH: " or
    "Q: ". `fixed` rows stand by themselves, and a `rule` holds no letter. `furniture` and `heading` are set by
    `sheets`, `mails` and `wire`: parts of a frame, and headlines in it.
    """

    text: str
    start: int
    end: int
    indent: int
    edge: int
    above: int
    paged: bool
    depth: int
    vague: bool
    lead: int = 0
    last: str = ""
    lower: bool = False
    upper: bool = False
    stopped: bool = False
    open: bool = False
    cut: bool = False
    gapped: bool = False
    tabular: bool = False
    marker: str = ""
    label: bool = False
    rule: bool = False
    fixed: bool = False
    furniture: bool = False
    heading: int = 0


def rows_of(text: str) -> list[Row]:
    """The rows of `text` that hold anything, in order."""
    rows: list[Row] = []
    start, above, paged = 0, 0, False
    for end, after in [*(match.span() for match in BREAK.finditer(text)), (len(text), len(text))]:
        raw = text[start:end]
        content = raw.strip(NOTHING)
        if content:
            row = row_of(raw, content, start, above, paged)
            if row is None:
                above += 1
            else:
                rows.append(row)
                above, paged = 0, False
        else:
            above += 1
        if end < after and text[end] == "\f":
            paged, above = True, max(0, above - 1)
        start = after
    return rows


def row_of(raw: str, content: str, start: int, above: int, paged: bool) -> Row | None:
    """One row with its features; None when there is nothing but quoting on it."""
    depth, begin = 0, raw.find(content[0])
    if content[0] == ">":
        quoting = QUOTING.match(raw, begin)
        depth = quoting[0].count(">") if quoting else 0
        start += begin + (len(quoting[0]) if quoting else 0)
        raw = raw[begin + (len(quoting[0]) if quoting else 0) :]
        content = raw.strip(NOTHING)
        if not content:
            return None
        begin = raw.find(content[0])
    tabbed = "\t" in raw[:begin]
    indent = len(raw[:begin].expandtabs(8)) if tabbed else begin
    edge = begin + len(content)  # whoever wrapped the line may have counted a tab for anything from 1 to 8
    vague = tabbed or "://" in content
    if vague and not tabbed:  # addresses are not broken, so that they say nothing of the width
        edge -= max(map(len, content.split()))
    end = start + begin + len(content)
    row = Row(content, start + begin, end, indent, edge, above, paged, depth, vague)
    describe(row)
    return row


def describe(row: Row) -> None:
    """Set what follows from the row's text."""
    text = row.text
    blank = text.find(" ")
    row.lead = len(text) if blank < 0 else blank
    body = text.rstrip(CLOSERS)
    row.last = body[-1:]
    word = body[body.rfind(" ") + 1 :]
    row.stopped = row.last in FULL_STOPS and bool(row.last) and not is_short_form(word)
    row.open = not row.stopped and row.last != ":"
    first = text.lstrip(OPENERS)[:1]
    row.lower, row.upper = first.islower() and not is_address(text[: row.lead]), first.isupper()
    row.marker, row.rule, row.label, row.fixed, begin = "", False, False, False, 0
    if not text[0].isalpha() or text[1:2] in (".", ")", " "):
        marker = MARKER.match(text)
        if marker:
            row.marker, begin = marker["sign"] or kind_of_number(marker["number"]), marker.end()
        row.rule = RULE.fullmatch(text) is not None
        row.fixed = text[0] == "#" or row.rule
    elif ": " in text[:60]:
        row.label = LABEL.match(text) is not None
    row.cut = row.open and (
        row.last == "." or is_divided(text) or word.casefold() in GOING_ON or bool(INNER_END.search(text, begin))
    )
    row.gapped = "  " in text and GAP.search(text) is not None
    row.tabular = is_tabular(text)


def is_short_form(word: str) -> bool:
    """Whether a name or a figure follows, so that the full stop ends no sentence: "William G.", "Gen.", "Feb."."""
    return word[-1:] == "." and ((len(word) == 2 and word[0].isupper()) or word[:-1].casefold() in SHORT_FORMS)


def is_divided(text: str) -> bool:
    """Whether a row ends in the hyphen of a word."""
    return text[-1] in "-\u2010\u00ad" and text[-2:-1].isalpha()


def is_address(word: str) -> bool:
    """Addresses begin in lower case wherever they stand."""
    return "@" in word or "://" in word or word.startswith("www.")


def kind_of_number(mark: str) -> str:
    """ "(12)" -> "(1)", "b." -> "a.": what the marks of one list have in common."""
    return re.sub(r"[A-Za-z]+", "a", re.sub(r"\d+", "1", mark))


def is_tabular(text: str) -> bool:
    """Columns, leaders, or figures for the most part."""
    if "\t" in text or "  " in text:
        gaps = [match.end() - match.start() for match in GAP.finditer(text)]
        if "\t" in text or (gaps and (max(gaps) >= 3 or len(gaps) >= 2)):
            tokens = words(text)
            return "\t" in text or max(gaps) > WIDEST_GAP or len(tokens) < 6 or function_share(tokens) < RUNNING
    if (".." in text or ". . " in text or "___" in text) and LEADERS.search(text):
        return True
    if text[0] == "|":
        return True
    if text[-1].isdigit() or text[0].isdigit() or text[-1] in "%)-":
        cells = text.split()
        figures = sum(any(map(str.isdigit, cell)) for cell in cells)
        return len(cells) >= 3 and figures >= 0.6 * len(cells)
    return False
