"""Which single-byte encoding Western text is in, when nothing says so: the one in which its marks stand where marks do.

Detectors by letter frequencies go by languages; in English the bytes above 127 are nearly all quotation marks, dashes
and currency signs, which they take for letters (charset-normalizer read 282 bytes of windows-1252 as cp852).
"""

from __future__ import annotations

import re
from itertools import islice

CANDIDATES = ("cp1252", "mac_roman", "cp850", "iso8859_15", "cp1250")
"""Of those that fit best the first is taken: Windows, Macintosh, DOS, Latin-9 with its euro, Central Europe."""
FOREIGN = re.compile(r"[^\x00-\x7f]")
MOST_SIGNS = 2000
FEW_SIGNS = 0.02
"""Share of signs out of place up to which a text is Western all the same."""
LOWER, UPPER = "ß-öø-ÿāăąćčďđēęěğīįıļľłńňņōőœřśşšťţūůűųźżžțș", "À-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪĮİĽŁŃŇŌŐŒŘŚŞŠŤŢŪŮŰŹŻŽŸȚȘ"
IN_PLACE = re.compile(
    r"(?:(?<![^\s(\[\"'/“‘—–-])[“‘](?=[\w£€$(\[.\"'“‘…])"  # opens before a word, closes behind one
    r"|(?<=[\w.,;:!?%)\]\"'”’…—–-])[”’](?![^\W\d_]{3})"
    r"|(?<=[A-Za-z])’(?=[A-Za-z])"
    r"|(?<!\S)’(?=[a-z\d])"
    r"|(?<=[\w\s.,;)”’\"'])[–—](?=[\w\s“‘(\"'£€$])"
    r"|(?<=[\w\s.,!?”’])…(?=[\s\w.,!?”’\"')\]]|\Z)"
    r"|(?<![^\W\d_])[£€](?=\s?\d)"
    r"|(?<=[\w.,;:!?])\u00a0(?=[\w£€$–—“‘(])"
    r"|(?<=\d)°|(?<!\S)[•©](?=\s)"
    rf"|(?<=[A-Za-z])[{LOWER}](?![{UPPER}A-Z])|(?<![A-Za-z])[{LOWER}](?=[a-z])"
    rf"|(?<![^\W\d_])[{UPPER}](?=[a-z])|(?<=[A-Z])[{UPPER}](?![a-z])|(?<![^\W\d_])[{UPPER}](?=[A-Z]{{2}}))"
)
NEUTRAL = frozenset("\u00a0\u00ad©®™§•·¶¼½¾°«»¿¡†‡")


def western(raw: bytes) -> tuple[str, str] | None:
    """Text and name of the encoding; None when even in the best of them most signs are out of place, and many."""
    texts = [(name, raw.decode(name, errors="replace")) for name in CANDIDATES]
    scores = [score(text) for _, text in texts]
    best = scores.index(max(scores))
    if scores[best] < 0 and -scores[best] > FEW_SIGNS * min(len(raw), MOST_SIGNS):
        return None
    return texts[best][1], texts[best][0]


def score(text: str) -> int:
    """Signs beyond ASCII that stand where such signs stand, less those that do not."""
    found = 0
    for match in islice(FOREIGN.finditer(text), MOST_SIGNS):
        if IN_PLACE.match(text, match.start()):
            found += 1
        elif match[0] not in NEUTRAL:
            found -= 1
    return found
