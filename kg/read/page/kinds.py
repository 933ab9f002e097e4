"""What each line of a page looks like: a paragraph, a date line, the heading of a list, a caption …"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from kg.read.page.bylines import is_byline, is_stamp
from kg.read.page.furniture import is_bare_credit, is_bare_label, is_end, is_furniture, is_list_heading
from kg.read.page.interview import speaker_of, speech_in
from kg.read.page.lines import Line
from kg.read.page.nameplates import paper_and_day
from kg.read.page.prose import is_bare_sentence, is_cut_off, is_prose, is_quote_line, is_sentence, is_statement


class Kind(StrEnum):
    """What a line looks like by itself."""

    PROSE = "prose"
    STATEMENT = "statement"
    SENTENCE = "sentence"
    CUT_OFF = "cut off"
    QUOTE = "quote"
    STAMP = "stamp"
    LIST = "list"
    END = "end"
    FURNITURE = "furniture"
    OTHER = "other"


def kind_of(line: Line) -> Kind:
    text = line.text
    if line.furniture:
        return Kind.FURNITURE
    if is_list_heading(text):
        return Kind.LIST
    if is_end(text):
        return Kind.END
    if is_furniture(text) or line.heading > 1:
        return Kind.FURNITURE
    if is_stamp(text) or is_byline(text) or paper_and_day(text):
        return Kind.STAMP
    if line.heading or line.link:
        return Kind.OTHER
    if is_prose(text):
        return Kind.PROSE
    if is_sentence(text):
        return Kind.STATEMENT if is_statement(text) else Kind.SENTENCE
    if is_quote_line(text):
        return Kind.QUOTE
    return Kind.CUT_OFF if is_cut_off(text) else Kind.OTHER


def kinds_of(lines: Sequence[Line]) -> list[Kind]:
    """What each line looks like beside its next neighbours."""
    kinds = [kind_of(line) for line in lines]
    sizes = Counter(line.block for line in lines)
    for i, line in enumerate(lines):
        if i and is_bare_label(lines[i - 1].text):
            kinds[i] = Kind.FURNITURE
        if i and is_bare_credit(line.text) and line.block == lines[i - 1].block and sizes[line.block] == 2:
            kinds[i - 1] = Kind.FURNITURE
    for i, line in enumerate(lines):
        if kinds[i] is Kind.OTHER and not line.link and is_bare_sentence(line.text) and between_prose(kinds, i):
            kinds[i] = Kind.CUT_OFF
    for i in speech_in(lines):
        if kinds[i] not in (Kind.FURNITURE, Kind.LIST, Kind.END) or speaker_of(lines[i].text):
            kinds[i] = Kind.PROSE
    return kinds


def between_prose(kinds: Sequence[Kind], i: int) -> bool:
    """Whether whole paragraphs stand above and below, furniture apart."""
    above = next((kind for kind in reversed(kinds[:i]) if kind is not Kind.FURNITURE), None)
    below = next((kind for kind in kinds[i + 1 :] if kind is not Kind.FURNITURE), None)
    return above is Kind.PROSE and below is Kind.PROSE
