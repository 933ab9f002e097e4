"""One way to compare names, shared by the gazetteer and by resolution, so that both call the same two names equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)")
INITIALS = re.compile(r"\b(?:\w\.){2,}(?!\w)|\b(?:\w\.)+\w\b")
NOT_WORD = re.compile(r"[\W_]+")
LETTERS = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
"""Letters that NFKD does not take apart."""


@lru_cache(maxsize=65536)
def normalise(name: str) -> str:
    """The form under which two spellings of one name are equal: "The  Élysée’s" -> "elysee", "U.S." -> "us".

    NFKD, casefolded, without combining marks, final possessive, leading article and punctuation (a blank each, but none
    between initials). Never used to tell a name from an ordinary word ("us" is not the United States): text is matched
    case-sensitively.
    """
    text = POSSESSIVE.sub("", name.strip())
    text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    text = text.casefold().translate(LETTERS)
    text = INITIALS.sub(lambda match: match.group().replace(".", ""), text)
    text = NOT_WORD.sub(" ", text).strip()
    return ARTICLE.sub("", text)
