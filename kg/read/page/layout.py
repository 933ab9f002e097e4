"""Which lines of a page are headline, standfirst and article, and which are furniture around them.

One pass from top to bottom over features of the line itself (`prose`, `furniture`, `bylines`) and of its place: what
stands above the headline, between headline and text, behind the heading of a list, between other headlines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.read.page.kinds import Kind, kinds_of
from kg.read.page.likeness import content_words, key_of, shared
from kg.read.page.lines import Line
from kg.read.page.prose import function_share, words

LONGEST_DECK = 2
FEWEST_SHARED = 0.25
"""Share of a headline's content words that its article holds; unrelated headlines have less."""
FEWEST_WORDS = 8
"""Words that make a page of headlines an article, where nothing else does."""
HEAD_DEPTH = 40
"""Lines within which a page has its headline."""
BORDERLINE = frozenset({Kind.SENTENCE, Kind.CUT_OFF, Kind.QUOTE})
"""Kinds that are running text only where running text stands beside them."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Indices of lines, and what each line looks like. `title` is None when there is no headline among the lines;
    `deck` and `body` are kept; `lead` is the first line of running text."""

    title: int | None
    deck: tuple[int, ...]
    body: tuple[int, ...]
    lead: int
    kinds: tuple[Kind, ...]

    @property
    def kept(self) -> tuple[int, ...]:
        return self.deck + self.body


def lay_out(lines: Sequence[Line], title: str | None = None) -> Layout:
    """Sort the lines of one page. `title` is the headline where it is known already."""
    kinds = kinds_of(lines)
    keys = [key_of(line.text) for line in lines]
    anchor = find_anchor(lines, kinds, keys, title)
    lead = find_lead(lines, kinds, anchor)
    if lead is None:
        return Layout(None, (), (), len(lines), tuple(kinds))
    topic = content_words(line.text for line, kind in zip(lines, kinds, strict=True) if kind is Kind.PROSE)
    headline = anchor
    if anchor is None and title is None:
        headline = choose_title(lines, candidates_in(kinds, range(lead)), topic)
        late = late_headline(lines, kinds, lead, topic)
        if late is not None and (headline is None or not is_headline(lines[headline].text, topic)):
            headline = late
            lead = find_lead(lines, kinds, late) or lead
    candidates = candidates_in(kinds, range(0 if headline is None else headline, lead))
    known = {key_of(title)} if title else set()
    if headline is not None:
        known.add(keys[headline])
    deck = [i for i in candidates if i != headline and keys[i] not in known and is_deck(lines, i, headline, topic)]
    deck = list({keys[i]: i for i in reversed(deck)}.values())[::-1][:LONGEST_DECK]
    body = body_of(kinds, keys, lead, known | {keys[i] for i in deck})
    return Layout(headline, tuple(deck), tuple(body), lead, tuple(kinds))


def find_anchor(lines: Sequence[Line], kinds: Sequence[Kind], keys: Sequence[str], title: str | None) -> int | None:
    """The line that is the headline for sure: the known title, a first-level heading, a line that the page repeats.

    Of a repeated line the last one before the text counts, so that what lies between is dropped.
    """
    top = range(min(HEAD_DEPTH, len(lines)))
    if title:
        wanted = key_of(title)
        same = [i for i in top if keys[i] == wanted]
        return last_in_a_row(same, kinds) if same else None
    headings = [i for i in top if lines[i].heading == 1]
    if headings:
        return headings[0]
    first_prose = next((i for i in top if kinds[i] is Kind.PROSE), len(lines))
    counts = Counter(
        keys[i] for i in range(min(first_prose, HEAD_DEPTH)) if kinds[i] in (Kind.OTHER, Kind.SENTENCE, Kind.CUT_OFF)
    )
    repeated = [i for i in top if counts[keys[i]] > 1 and sum(word.isalpha() for word in keys[i].split()) >= 4]
    return last_in_a_row([i for i in repeated if keys[i] == keys[repeated[0]]], kinds) if repeated else None


def last_in_a_row(indices: Sequence[int], kinds: Sequence[Kind]) -> int:
    """The last of `indices` before which no running text stands (but for the first)."""
    last = indices[0]
    for i in indices[1:]:
        if any(kinds[j] is Kind.PROSE for j in range(last, i)):
            break
        last = i
    return last


def find_lead(lines: Sequence[Line], kinds: Sequence[Kind], anchor: int | None) -> int | None:
    """Where running text begins: the first whole paragraph, else the first sentence, else the first longer line."""
    start = 0 if anchor is None else anchor + 1
    for wanted in (Kind.PROSE, Kind.STATEMENT, Kind.SENTENCE, Kind.CUT_OFF, Kind.OTHER):
        for i in range(start, len(kinds)):
            if kinds[i] is wanted and (wanted is not Kind.OTHER or len(words(lines[i].text)) >= FEWEST_WORDS):
                return i
    return None


def candidates_in(kinds: Sequence[Kind], part: Iterable[int]) -> list[int]:
    """Lines that may be headline or standfirst."""
    return [i for i in part if kinds[i] not in (Kind.FURNITURE, Kind.STAMP, Kind.LIST, Kind.END)]


def choose_title(lines: Sequence[Line], candidates: Sequence[int], topic: frozenset[str]) -> int | None:
    """The first line of five words or more that speaks of what the article speaks of, else the one that does most."""
    full = [i for i in candidates if is_headline(lines[i].text, topic)]
    if full:
        return full[0]
    return max(
        candidates, key=lambda i: (shared(lines[i].text, topic), len(words(lines[i].text)) >= 3, -i), default=None
    )


def late_headline(lines: Sequence[Line], kinds: Sequence[Kind], lead: int, topic: frozenset[str]) -> int | None:
    """A headline below one or two sentences in which a site praises itself: most of the text stands behind it."""
    text = [i for i, kind in enumerate(kinds) if kind is Kind.PROSE]
    for i in range(lead + 1, min(HEAD_DEPTH, len(lines))):
        before = sum(j < i for j in text)
        if 3 * before > len(text) or before > 2:
            return None
        if kinds[i] is Kind.OTHER and is_headline(lines[i].text, topic):
            return i
    return None


def is_headline(text: str, topic: frozenset[str]) -> bool:
    return len(words(text)) >= 5 and shared(text, topic) >= FEWEST_SHARED


def is_deck(lines: Sequence[Line], i: int, headline: int | None, topic: frozenset[str]) -> bool:
    """A standfirst: the longer line right below the headline, or one further down that speaks of the same."""
    tokens = words(lines[i].text)
    below = headline is not None and i == headline + 1 and function_share(tokens) > 0
    return len(tokens) >= 6 and (below or shared(lines[i].text, topic) >= FEWEST_SHARED)


def body_of(kinds: Sequence[Kind], keys: Sequence[str], lead: int, known: set[str]) -> list[int]:
    """The lines from `lead` on that belong to the article, without repetitions.

    Questions, quotations and lines that were cut off need running text beside them, for between headlines they are
    headlines; behind the heading of a list, short sentences are part of the list.
    """
    kept: list[int] = []
    seen = set(known)
    listing = False
    for i in range(lead, find_end(kinds, lead)):
        kind = kinds[i]
        if kind is Kind.LIST:
            listing = True
        if kind is Kind.PROSE:
            listing = False
        elif kind is Kind.STATEMENT and not listing:
            pass
        elif i > lead and (kind not in BORDERLINE or listing or not beside_prose(kinds, i)):
            continue
        if keys[i] in seen and len(keys[i].split()) >= 4:
            continue
        seen.add(keys[i])
        kept.append(i)
    return kept


def beside_prose(kinds: Sequence[Kind], i: int) -> bool:
    """Whether the next line above or below that is no stray furniture is running text; a row of borderline lines is
    looked through, as in short-winded dialogue. On a page without a whole paragraph everything is."""
    if Kind.PROSE not in kinds:
        return True
    for step in (-1, 1):
        j = i + step
        while 0 <= j < len(kinds) and kinds[j] in BORDERLINE | {Kind.FURNITURE, Kind.STAMP}:
            j += step
        if 0 <= j < len(kinds) and kinds[j] in (Kind.PROSE, Kind.STATEMENT):
            return True
    return False


def find_end(kinds: Sequence[Kind], lead: int) -> int:
    """Where the article is over: at comments or the copyright line behind half of the text, or at the heading of a list
    behind which there is more of lists than of text."""
    text = [i for i in range(lead, len(kinds)) if kinds[i] is Kind.PROSE]
    for i in range(lead, len(kinds)):
        before = sum(j < i for j in text)
        after = len(text) - before
        if kinds[i] is Kind.END and before >= after:
            return i
        if kinds[i] is Kind.LIST and before > after and after < sum(k is Kind.OTHER for k in kinds[i + 1 :]):
            return i
    return len(kinds)
