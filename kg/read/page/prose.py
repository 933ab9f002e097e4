"""Features that tell running text from headlines, captions and menus, whatever the site.

Function words and line length are the features of jusText (Pomikálek, "Removing Boilerplate and Duplicate Content from
Web Corpora", 2011); sentence ends and the grammar of headlines (no articles, no auxiliaries, capitals) are added
because plain text has lost the links and tags that other methods look at.
"""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
CLOSED = re.compile(r"[.!?…][\"'”’»)\]\s]*\Z")
FULL_STOP = re.compile(r"[.…][\"'”’»)\]\s]*\Z|[!?]\s*[\"”’»]\s*\Z")
INITIALISM = re.compile(r"\b(?:[A-Z]\.)+\Z")
INNER_END = re.compile(r"(?<=[a-z\d)”\"’][.!?])[\"”’)]*\s+[\"“‘(]?[A-Z]")
ATTRIBUTION = re.compile(r"[—–-]+\s*[^\W\d_]\S*(?:\s\S+){0,14}\Z")
OPENING = re.compile(
    r"(?:In|On|At|After|Before|Since|During|For|From|With|While|When|As|By|Earlier|Later)\b[^,]{2,40},\s"
)

DETERMINERS = frozenset("a an the his her its their our this that these those".split())
AUXILIARIES = frozenset("is are was were be been being has have had does did will would could should may might".split())
PAST = frozenset(
    "said told met won took made went came gave held led saw became began left found ran lost spoke rose fell paid kept"
    " sent sold bought brought thought wrote knew drew grew flew stood".split()
)
FUNCTION_WORDS = (
    DETERMINERS
    | AUXILIARIES
    | frozenset(
        "and or but nor so if because although though while when where which who whom whose what how why of in on at by"
        " for from with without to into onto about against between among over under after before during since until"
        " through than as not no he she it they we i you him them us me my your there here also only more most such"
        " some any all both each can cannot must shall do".split()
    )
)
MID_PHRASE = frozenset(
    "a an the his her its their our your my this these those of in at by for from with to into about against between"
    " among under since until and or but that which who whose than as is are was were be been has have had would could"
    " should not".split()
)
"""Words that no complete line ends in."""

LONG = 130
"""Characters beyond which a line without a sentence end is running text that was cut off."""


def words(text: str) -> list[str]:
    return WORD.findall(text)


def function_share(tokens: list[str]) -> float:
    """Share of function words; running English has .35 to .55, lists of names and headlines less."""
    return sum(token.casefold() in FUNCTION_WORDS for token in tokens) / len(tokens) if tokens else 0.0


def is_title_case(tokens: list[str]) -> bool:
    """Whether nearly all longer words after the first are capitalised, as headlines of many papers are."""
    longer = [token for token in tokens[1:] if len(token) >= 4 and token[0].isalpha()]
    return len(longer) >= 3 and sum(token[0].isupper() for token in longer) >= 0.75 * len(longer)


def is_prose(text: str) -> bool:
    """A whole sentence of some length: what a paragraph of an article is. Questions are often headlines, so that they
    have to be longer; capitals tell the headline that ends in "U.S."."""
    tokens = words(text)
    if INNER_END.search(text) and len(tokens) >= 12 and function_share(tokens) >= 0.2:
        return True  # several sentences, whether or not the last one is whole
    if not CLOSED.search(text) or (not ends_sentence(text) and is_title_case(tokens)):
        return False
    if not FULL_STOP.search(text):
        return len(tokens) >= 14 and function_share(tokens) >= 0.35
    share = function_share(tokens)
    if len(tokens) >= 16 and share >= 0.1 and not is_title_case(tokens):
        return True  # figures and names among its words, as in reports on markets
    return (len(tokens) >= 12 or len(text) >= 70) and share >= 0.2


def ends_sentence(text: str) -> bool:
    """Whether a full stop at the end is one, not that of an initialism."""
    return bool(FULL_STOP.search(text)) and not INITIALISM.search(text)


def is_sentence(text: str) -> bool:
    """Ends as a sentence does and holds more than a label; short paragraphs, questions, quotes."""
    return bool(CLOSED.search(text)) and len(words(text)) >= 2


def is_statement(text: str) -> bool:
    """A short sentence that ends in a full stop, as few headlines do."""
    tokens = words(text)
    return ends_sentence(text) and len(tokens) >= 4 and function_share(tokens) > 0


def is_cut_off(text: str) -> bool:
    """Running text without a sentence end: cut off at its end or its beginning, ending in a colon, or sloppy."""
    tokens = words(text)
    if len(tokens) < 4:
        return False
    if text[0].islower() or ends_in_mid_phrase(text, tokens):
        return not is_title_case(tokens)
    share = function_share(tokens)
    if is_title_case(tokens) and share < 0.3:
        return False
    if len(text) >= LONG and share >= 0.25:
        return True
    if text.rstrip().endswith((":", ";")):
        return len(tokens) >= 8 and share >= 0.25
    grammar = sum(token in DETERMINERS or token in AUXILIARIES for token in tokens)
    return len(tokens) >= 10 and (grammar >= 3 or bool(OPENING.match(text)))


def is_bare_sentence(text: str) -> bool:
    """A sentence that lacks its full stop: with a finite verb of the past, unlike captions, and as many function words
    as headlines do without. Only between paragraphs is that enough."""
    tokens = words(text)
    past = any(t in AUXILIARIES or t in PAST or (t.endswith("ed") and t.islower()) for t in tokens[1:])
    return past and len(tokens) >= 10 and not is_title_case(tokens) and function_share(tokens) >= 0.3


def ends_in_mid_phrase(text: str, tokens: list[str]) -> bool:
    return text.rstrip().endswith((",", "-", "–", "—")) or tokens[-1] in MID_PHRASE or tokens[-1].endswith(("'s", "’s"))


def is_quote_line(text: str) -> bool:
    """A quotation standing alone, or the dash line below it that says whose it is."""
    return bool(ATTRIBUTION.match(text)) or (text[:1] in '"“' and text.rstrip()[-1:] in '"”' and len(words(text)) >= 4)
