"""The lines at the end of a newsletter that are about the mail: why it came, how to end it, where its sender sits."""

from __future__ import annotations

import re
from collections.abc import Sequence

ABOUT_MAIL = re.compile(
    r"\bunsubscribe\b|\bopt[- ]out\b"
    r"|\bview (?:this )?(?:e-?mail |message )?(?:in|on) (?:your |a |the )?(?:web )?browser\b"
    r"|\b(?:you|you.re|this (?:e-?mail|message|newsletter)) (?:have |are |is |was |were )?"
    r"(?:received|receiving|getting|sent) (?:this|to|by|because|from)\b"
    r"|\b(?:manage|update|change|edit) (?:your |my |this )?(?:e-?mail )?"
    r"(?:subscriptions?|preferences|alerts?|settings)\b"
    r"|\bforwarded this (?:e-?mail|newsletter)|\bsign up (?:here|for (?:this|our|more) newsletter)",
    re.IGNORECASE,
)
LONGEST = 240
"""Characters of a line about the mail."""
LAST_LINES = 40
MOST_SHARE = 0.4
"""Share of the words of a mail that such a footer has at most: what is more is an article on newsletters."""


def footer_start(lines: Sequence[str]) -> int:
    """The line with which the footer begins; the number of lines where there is none."""
    total = sum(len(line.split()) for line in lines)
    behind, start = 0, len(lines)
    for i in range(len(lines) - 1, max(0, len(lines) - LAST_LINES), -1):
        behind += len(lines[i].split())
        if behind > MOST_SHARE * total:
            break
        if len(lines[i]) <= LONGEST and ABOUT_MAIL.search(lines[i]):
            start = i
    return start
