"""What a page says of the persons who wrote its article: "Ann Lee covers ports for the Coast Mail. She lives in Zenda."

It stands behind the article or right below its byline, speaks of an author, and says what reporters' biographies say.
An article about somebody who is called like its author keeps its text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.read.page.bylines import NAME
from kg.read.page.prose import words

PRESS = (
    r"(?:reporters?|correspondents?|editors?|journalists?|columnists?|writers?|producers?|presenters?|commentators?"
    r"|contributors?|freelancer?|(?:bureau|news) chief|interns?|podcasters?|photographers?|critics?|anchor)"
)
POST = re.compile(
    r"(?:is|works as|writes as) (?:(?:an?|the|our|also|senior|chief|based)\b|[A-Z])[\w'’.-]*"
    rf"(?: [\w'’.,&-]+){{0,6}}? ?{PRESS}"
    r"(?:[,.;]|\Z| (?:for|at|of|with|in|on|based|covering|who|and|from|specialis|specializ)\b)"
)
"""What is said of reporters alone, behind the name: "is the paper's political editor"."""
JOB = re.compile(
    r"(?:who )?(?:covers|reports (?:on|from|for)|writes|edits|joined (?:the|our)|works (?:as|for)|contributes to"
    r"|specialises|specializes|can be (?:reached|followed|contacted|found)|tweets|blogs"
    r"|has (?:covered|reported|written|edited))\b"
)
"""What is said of few others."""
SAID = re.compile(
    r"(?:is|was|has|had|reported|wrote|joined|previously|formerly|worked|contributed|focuses|hosts|teaches|lives|began"
    r"|started|spent|holds|studied|grew up)\b"
)
"""What is said of anybody."""
WRITER = re.compile(r"The (?:author|writer|columnist) (?:is (?:an?|the|[a-z]+ (?:of|at))|teaches|writes)\b")
"""How opinion pages speak of a guest."""
FOR = re.compile(r"\b(?:for|at|of|with|based|our)\b")
CONTINUED = re.compile(
    r"(?:He|She|They|Before|Prior to|Previously|Originally|Her|His|Their|A (?:graduate|native)|Born|Based|In his|In her"
    r"|When not|Follow|Reach|Contact|E-?mail|You can|Twitter|X)\b[:,]?"
)
STRANGER = re.compile(rf"(?:About the author\W+)?(?P<name>{NAME})(?=,? is\b)")
LONGEST = 120
"""Words of one paragraph of a biography."""
MOST = 4
"""Paragraphs of one."""


def without_biographies(paragraphs: Sequence[str], authors: Sequence[str], title: str = "") -> list[int]:
    """The indices of `paragraphs` but for biographies of `authors`, at the end or right below the byline; without known
    authors, of a reporter whom the article never names. One paragraph at least is left."""
    end = len(paragraphs)
    below = 1 if end > 2 and speaks_of(paragraphs[0], authors, [title, *paragraphs[1:]], at_end=False) else 0
    for start in range(end - 1, max(below, end - 1 - MOST), -1):
        more = all(is_more(text, authors) for text in paragraphs[start + 1 : end])
        if more and speaks_of(paragraphs[start], authors, [title, *paragraphs[below:start]]):
            end = start
    return list(range(below, end))


def is_more(text: str, authors: Sequence[str]) -> bool:
    """Whether a paragraph may go on with a biography."""
    return bool(CONTINUED.match(text)) or any(text.startswith((name, name.split()[0] + " ")) for name in authors)


def speaks_of(text: str, authors: Sequence[str], article: Sequence[str], at_end: bool = True) -> bool:
    """Whether a paragraph begins an author's biography: a name, and what biographies say behind it. Where the article
    names its author too, as a story about a namesake does, he or she has to be called a reporter."""
    if len(words(text)) > LONGEST:
        return False
    for author in authors:
        rest = behind(text, author)
        usual = rest and (JOB.match(rest) or (at_end and SAID.match(rest)))
        if rest and (POST.match(rest) or (usual and not names(article, author))):
            return True
        for part in (author.split()[0], author.split()[-1]):
            rest = behind(text, part)
            if rest and not names(article, part) and (POST.match(rest) or JOB.match(rest)):
                return True
    if at_end and WRITER.match(text) and not any(re.search(r"\b(?:author|writer)s?\b", part) for part in article):
        return True
    stranger = None if authors else STRANGER.match(text)
    if stranger is None or names(article, stranger["name"].split()[-1]):
        return False
    return bool(POST.match(text[stranger.end() :].lstrip(", ")) and FOR.search(text))


def names(article: Sequence[str], name: str) -> bool:
    """Whether an article holds a name."""
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return any(whole.search(part) for part in article)


def behind(text: str, name: str) -> str | None:
    """What stands behind a name at the beginning of a text, a comma and a clause between commas left aside."""
    if not text.startswith(name) or text[len(name) : len(name) + 1] not in (" ", ","):
        return None
    return text[len(name) :].lstrip(" ,")
