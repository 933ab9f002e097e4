"""What a page says of the persons who wrote its article: "Ann Lee covers ports for the Coast Mail. She lives in Zenda."

It stands behind the article or right below its byline, speaks of an author, and says what reporters' biographies say.
An article about somebody who is called like its author keeps its text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.read.page.bylines import NAME
from kg.read.page.prose import words

WORK = (
    r"(?:covers?|covering|writes?|reports?|reported|edits?|joined|has (?:covered|reported|written|worked|been)"
    r"|previously|was (?:previously|formerly)|works?|worked|contributes|specialis(?:es|ed)|specializ(?:es|ed)|focus(?:es|ed)"
    r"|hosts?|blogs?|tweets?|teaches|is (?:based|on)\b|can be (?:reached|followed|contacted|found))"
)
PRESS = (
    r"(?:reporters?|correspondents?|editors?|journalists?|columnists?|writers?|producers?|presenters?|commentators?"
    r"|contributors?|freelancer?|bureau chief|news chief|interns?|podcasters?|photographers?|critics?)"
)
ROLE = re.compile(
    rf"\b{PRESS}\b|\b(?:professor|lecturer|fellow|researcher|analyst|director|author|novelist|economist|historian|lawyer"
    r"|lecturer|student|consultant|founder|member|head|chief|secretary|minister|politician|activist)\b",
    re.IGNORECASE,
)
IS_PRESS = re.compile(rf"\bis (?:an?|the|our|[A-Z][\w'’.]*(?: [A-Z][\w'’.]*){{0,4}}['’]s?)(?: [\w'’,-]+){{0,6}}? {PRESS}\b")
CONTINUED = re.compile(
    r"(?:He|She|They|Before|Prior to|Previously|Originally|Her|His|Their|A (?:graduate|native)|Born|Based|In his|In her"
    r"|When not|Follow|Reach|Contact|E-?mail|You can|Twitter|X)\b[:,]?"
)
STRANGER = re.compile(rf"(?:About the author\W+)?(?P<name>{NAME}),? (?P<rest>is\b.*|covers\b.*|reports\b.*|writes\b.*)", re.DOTALL)
LONGEST = 120
"""Words of one paragraph of a biography."""
MOST = 4
"""Paragraphs of one."""


def without_biographies(paragraphs: Sequence[str], authors: Sequence[str]) -> list[int]:
    """The indices of `paragraphs` but for biographies of `authors`, and of a reporter whom the article never names."""
    end = len(paragraphs)
    below = 1 if len(paragraphs) > 2 and is_biography(paragraphs[0], authors, paragraphs[1:]) else 0
    for start in range(end - 1, max(0, end - 1 - MOST, below), -1):
        if is_biography(paragraphs[start], authors, paragraphs[:start]) and all(
            is_more(text, authors) for text in paragraphs[start + 1 : end]
        ):
            end = start
    return list(range(below, end))


def is_more(text: str, authors: Sequence[str]) -> bool:
    """Whether a paragraph may go on with a biography."""
    return bool(CONTINUED.match(text)) or any(text.startswith((name, first_name(name) + " ")) for name in authors)


def is_biography(text: str, authors: Sequence[str], article: Sequence[str]) -> bool:
    """Whether a paragraph begins one. Where the article names its author too, as in a story about a namesake, the
    paragraph has to call him or her a reporter or say what only reporters do."""
    if len(words(text)) > LONGEST:
        return False
    for author in authors:
        for name in (author, first_name(author)):
            rest = text.removeprefix(name).removeprefix(",").lstrip()
            if rest == text or not text[len(name)] in " ,":
                continue
            named = any(name.split()[-1] in paragraph for paragraph in article)
            if IS_PRESS.search(text) or (rest.startswith("is ") and ROLE.search(rest) and not named):
                return True
            if re.match(WORK, rest) and not named:
                return True
    stranger = STRANGER.fullmatch(text)
    if stranger is None or any(stranger["name"].split()[-1] in paragraph for paragraph in article):
        return False
    return bool(IS_PRESS.search(text)) or (bool(authors) and bool(re.match(WORK, stranger["rest"])))


def first_name(name: str) -> str:
    return name.split()[0]
