"""Between which words a sentence ends, as far as punctuation, capitals and abbreviations tell it surely.

What they leave open ("Kestrel Inc. Chief executive …") is the parser's to decide. Words and the blanks between them are
all that is read here; no parse, no names.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.parse.dotted import CLOCKS, EXCLAIMED, LETTERED, ZONES, Dotted, dotted

END_MARKS = frozenset(".!?…")
QUOTES = frozenset({'"', "'", "“", "”", "‘", "’", "''", "``", "«", "»"})
CLOSING = frozenset({")", "]", "”", "’", "''", "»"})
OPENING = frozenset({"(", "[", "“", "‘", "``", "«"})
STRAIGHT = frozenset({'"', "'"})
WITHIN = frozenset(",;:.!?…-–—/%&'’+=")
"""First signs of what begins no sentence; others may ("$5 billion", "*Title*")."""
BULLETS = frozenset({"*", "•", "-", "–", "—", "·", "▪", "‣", "◦", "●", "+"})

OPENERS = frozenset(
    """He She It They We You I The This That These Those There Here An A In On At By For From With Without After Before
    During Since Until Under Over Among Despite As When While Where If Though Although Because Once Unless Whether
    But So Yet Nor Then Thus However Meanwhile Moreover Instead Still Also Now Today Yesterday Tomorrow His Her Its
    Their Our My Your Both Each Every Some Many Most Several Few All Another Such No Not Nobody Nothing What Who
    Whose Which Why How According Asked""".split()
)
"""Words that with a capital begin a sentence, unless they belong to a title; few names begin with one."""

SAYING = frozenset(
    """said says asked asks replied added told wrote tweeted joked shouted cried exclaimed wondered answered countered
    continued recalled quipped yelled declared demanded insisted warned""".split()
)
"""Verbs behind a quotation and the name of who spoke."""

CLOSERS = 6
"""Quotation marks and brackets that close together, at most."""
QUOTATION = 100
"""Words looked back over for the mark that opens a quotation."""
LABEL = 4
"""Words of a label before a colon, at most ("NOTE: …", "Anna Holm: …"), behind which a sentence may begin."""
LONGEST_SMALL = 3
"""Letters of small words, which headlines do without capitals."""
SPEAKER = 5
"""Words within which a verb of saying stands behind a name."""


def sentence_starts(words: Sequence[str], gaps: Sequence[str]) -> list[bool | None]:
    """For each word whether a sentence begins with it: True, False, or None where that is left open.

    `words` are tokens other than white space, punctuation by itself; `gaps` the white space before each. A sentence
    begins with a paragraph (after two line breaks) and a bullet; else only behind a mark that can end one, quotation
    marks and brackets that close there included. A single line break is a blank: lines wrap.
    """
    found: list[bool | None] = []
    line = 0
    before = "\n"
    for at, (word, gap) in enumerate(zip(words, gaps, strict=True)):
        breaks = gap.count("\n") if len(gap) > 1 or gap == "\n" else 0
        if not at or breaks > 1:
            start: bool | None = True
            line = at
        elif breaks and word in BULLETS and at + 1 < len(words) and gaps[at + 1]:
            start = True
            line = at
        elif before[-1] in END_MARKS or before in CLOSING or before in STRAIGHT or before == ":":
            start = _begins(words, gaps, at, line)
        else:
            start = False
        found.append(start)
        before = word
    return found


def _begins(words: Sequence[str], gaps: Sequence[str], at: int, line: int) -> bool | None:
    """`line` is where the line or paragraph begins that the word stands in."""
    end = at - 1
    while end > max(line, at - CLOSERS) and _closes(words, gaps, end, line):
        end -= 1
    mark = words[end]
    if mark == ":" and end == at - 1:
        label = end - line <= LABEL and not any(word.islower() for word in words[line:end])
        return None if label and words[at][0].isupper() else False
    speaker = words[line] in OPENING and words[at - 1] in {")", "]"} and words[at][0] not in WITHIN
    if speaker and at - line <= LABEL + 2 and mark[-1] not in END_MARKS:
        return None  # "((KP)) Which party …", "[Anna Holm] We …"
    first = at
    while first + 1 < len(words) and first < at + 2 and (words[first] in OPENING or words[first] in STRAIGHT):
        first += 1
    word = words[first]
    if mark[-1] not in END_MARKS or _closes(words, gaps, at, line):
        return False
    if word[0] in WITHIN or not word[0].isprintable():
        return False
    if not gaps[at]:  # "said.The", "U.S.-led", "kestrel.com"
        return None if mark == "." and word[0].isupper() and words[end - 1][-1:].islower() else False
    quoted = any(words[i] in QUOTES for i in range(end + 1, at))
    if mark[-1] == "." and not mark.endswith(".."):
        stem = mark[:-1] if len(mark) > 1 else (words[end - 1] if end > line and not gaps[end] else "")
        kind = dotted(stem) if stem else None
        start = end if len(mark) > 1 else end - 1
        if kind is not None and not (kind is Dotted.NUMBERED and not word[0].isdigit()):
            return _after_short(words, start, line, kind, at, first)
        if start == line and len(stem) < 4 and stem.isalnum() and (stem.isdigit() or len(stem) == 1):
            return False  # "1. Holm won"
        return _after_stop(words, end, at, first, quoted)
    return _after_other(words, end, at, first, quoted)


def _closes(words: Sequence[str], gaps: Sequence[str], at: int, line: int) -> bool:
    """Whether the word closes a quotation or bracket. A straight mark does without a blank before it; between two
    blanks, if an odd number of them stands before it in the line."""
    word = words[at]
    if word in CLOSING:
        return True
    if word not in STRAIGHT:
        return False
    if not gaps[at]:
        return at > line and words[at - 1] not in OPENING
    spaced = at + 1 >= len(words) or bool(gaps[at + 1])
    return spaced and word == '"' and sum(words[i] == '"' for i in range(max(line, at - QUOTATION), at)) % 2 == 1


def _after_short(words: Sequence[str], start: int, line: int, kind: Dotted, at: int, first: int) -> bool | None:
    """Behind an abbreviation that begins at `start`."""
    word = words[first]
    opener = word in OPENERS
    if kind in {Dotted.LINK, Dotted.NUMBERED}:
        return False
    if word[0].islower():
        return None if _camel(word) and kind is not Dotted.TITLE else False
    before = words[start - 1] if start > line else ""
    if not before or before in END_MARKS or before in OPENING:
        return False  # it opens the sentence itself: "U.S. Treasury chief …", "J. Holm"
    if before == "," and (kind is Dotted.LETTER or (len(words[start]) == 4 and words[start - 2].islower())):
        return False  # "in his name, N.M. Holm said"; behind a town the letters are its state's
    if kind is Dotted.TITLE:
        street = words[start] in {"St", "St."} and before[0].isupper()
        return None if opener or street else False
    if kind is Dotted.LETTER:
        return True if before.lower() in LETTERED else None if opener else False
    if kind is Dotted.MONTH and word[0].isdigit():
        return False
    if kind is Dotted.TIME:
        zone = word in ZONES or (word.isupper() and 1 < len(word) < 5 and word[-1] == "T") or words[at] in OPENING
        return not (zone or any(after in CLOCKS for after in words[first + 1 : first + 3]))
    if not _runs(words, start, line):
        return False if words[first + 1 : first + 2] and words[first + 1][0].isupper() else None
    return True if opener else None


def _runs(words: Sequence[str], start: int, line: int) -> bool:
    """Whether the words before are running text: headlines give long words capitals ("Kestrel Inc. To Buy Sunde")."""
    return any(word.islower() and len(word) > LONGEST_SMALL for word in words[max(line, start - 9) : start])


def _after_stop(words: Sequence[str], end: int, at: int, first: int, quoted: bool) -> bool | None:
    """Behind a full stop after a word in full, or one whose abbreviation is not known ("Smth. Holm")."""
    word = words[first]
    if word[0].islower():
        return True if _camel(word) else False if quoted else None
    if quoted:
        verb = _says(words, first)
        return not (verb and verb + 1 < len(words) and words[verb + 1] in {".", ","})
    last = words[end - 1] if end else ""
    if first > at and word[0].isupper():
        return True if words[at] in QUOTES or last.islower() else None
    return True if word in OPENERS and (last[-1:].islower() or last[-1:].isdigit()) and len(last) > 1 else None


def _after_other(words: Sequence[str], end: int, at: int, first: int, quoted: bool) -> bool | None:
    """Behind "!", "?", "…" or "..."."""
    word = words[first]
    dots = words[end][-1] in ".…"
    if word[0].islower():
        return None if _camel(word) and not dots else False
    if quoted and (words[at] in QUOTES or _says(words, first)):
        return words[at] in QUOTES  # '"Who?" "Me."'
    if words[end] == "!" and end and words[end - 1] in EXCLAIMED and end == at - 1 and word not in OPENERS:
        return False
    if dots and end > 1 and words[end - 1] == "[":  # "[...]" stands for words left out, often for whole sentences
        return True if word in OPENERS or words[end - 2][-1] in END_MARKS else None
    return True if word in OPENERS and not dots else None


def _says(words: Sequence[str], first: int) -> int:
    """Where the verb of saying stands behind a name that begins at `first`; 0 if none does."""
    if words[first] in OPENERS:
        return 0
    for at in range(first, min(first + SPEAKER, len(words))):
        if words[at] in SAYING:
            return at if at > first else 0
        if not (words[at][0].isupper() or words[at] in {".", "de", "van", "von", "bin", "al", "der", "la"}):
            return 0
    return 0


def _camel(word: str) -> bool:
    """ "eBay", "iRobot": a name by its second or third letter."""
    return any(sign.isupper() for sign in word[1:3])
