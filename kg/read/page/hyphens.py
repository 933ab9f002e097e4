"""Hyphens at the ends of lines: of a divided word ("negotia-" + "tions") they go, of a compound ("long-" + "term") they
stay. There is no dictionary: what the text writes elsewhere decides, then the shape of the two parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.read.mapped import Mapped, join

DIVIDED = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]\Z")
BEGIN = re.compile(r"[^\W\d_]+")
SUSPENDED = frozenset("and or to nor but".split())
""" "short-" + "and long-term"."""
FIRST_PARTS = frozenset(
    "long short well ill self non anti co ex half high low mid multi post pre pro semi sub two three four five"
    " six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety first second third state so"
    " over under part full all cross free off on out up down old new north south east west year day week month"
    " hard hand heavy light large small big best better far fast slow single double triple inter intra ultra vice"
    " quasi pan neo one no open close above much little cold hot real then now same right left top front back home"
    " own world".split()
)
"""Words before the hyphen of a compound."""
SECOND_PARTS = frozenset(
    "term year old based owned backed called held led made scale time run wide range up down off out in of the day"
    " month week hour man men woman member level class elect general chief rate free style related known sized speaking"
    " controlled sponsored funded party way war line hand paid to by ever minute mile point page".split()
)
"""Words behind it."""
ENDING = re.compile(
    r"(?:[ts]ions?(?:al|ed|ing)?|ations?|ments?|ings?|ed|ers?|ors?|ly|it(?:y|ies)|[ae]nces?|[ai]bl[ey]|ness|tures?|al(?:ly)?"
    r"|ials?|ic(?:al|s)?|ists?|isms?|ious|ous|[st]?ive(?:s|ly)?|i[sz]e[ds]?|i[sz]ing|isters?|ians?|[aeo]ry|[ae]nts?"
    r"|ates?|ated|ating|dents?|[cbdgtp]er(?:s|ed|ing)?|ther|ular|lar|[pbdtgc]le[ds]?|[ntdrcgms]y|ship|ship?s|ern(?:ment)?s?)\Z"
)
"""What words end in and hardly any word is."""
SHARE_DIVIDED = 0.04
"""Share of hyphens among line ends above which a text divides words; where only compounds are broken it is one or two
in a hundred."""
FEWEST_DIVIDED = 3
NO_BLANK = "-\u2010\u00ad/"


class Hyphens:
    """Joins the lines of one text; `text` is all of it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lower: str | None = None
        self._divides: bool | None = None

    @property
    def lower(self) -> str:
        if self._lower is None:
            self._lower = self.text.casefold()
        return self._lower

    def joined(self, whole: Mapped, more: Sequence[Mapped]) -> Mapped:
        """The lines of one paragraph as one, with a blank or nothing between them."""
        parts, ends = [whole, *more], []
        for i, (above, below) in enumerate(pairwise(parts)):
            last = above.text[-1:]
            if last not in NO_BLANK or above.text[-2:-1] in f" {last}":
                ends.append(" ")
                continue
            ends.append("")
            divided = DIVIDED.search(above.text)
            begin = BEGIN.match(below.text)
            if divided and begin and begin[0] in SUSPENDED:
                ends[-1] = " "
            elif divided and begin and self.is_divided(divided[1], begin[0], last):
                parts[i] = above.part(0, len(above.text) - 1)
        return with_blanks(parts, ends)

    def is_divided(self, first: str, second: str, sign: str = "-") -> bool:
        """Whether the hyphen between two lines goes, as in "negotia-" + "tions"."""
        if not second[0].islower():
            return first.isupper() and len(first) > 1 and second.isupper() and self.elsewhere(first + second)
        if sign == "\u00ad":
            return True
        if self.elsewhere(f"{first}-{second}"):
            return False
        if self.elsewhere(first + second) or self.elsewhere(first + second[:2]):
            return True
        if first.casefold() in FIRST_PARTS or second in SECOND_PARTS:
            return False
        return bool(ENDING.match(second)) or self.divides

    def elsewhere(self, word: str) -> bool:
        """Whether the text holds a word that begins like `word`."""
        at = self.lower.find(word.casefold())
        while at > 0 and self.lower[at - 1].isalnum():
            at = self.lower.find(word.casefold(), at + 1)
        return at >= 0

    @property
    def divides(self) -> bool:
        """Whether the text divides words at line ends at all."""
        if self._divides is None:
            ends = [line.rstrip() for line in self.text.splitlines()]
            hyphens = sum(line.endswith(("-", "\u2010")) and line[-2:-1].isalpha() for line in ends)
            self._divides = hyphens >= FEWEST_DIVIDED and hyphens >= SHARE_DIVIDED * len(ends)
        return self._divides


def with_blanks(parts: Sequence[Mapped], ends: Sequence[str]) -> Mapped:
    """`parts` with what `ends` says between them."""
    runs: list[list[Mapped]] = [[parts[0]]]
    for part, end in zip(parts[1:], ends, strict=True):
        if end:
            runs.append([part])
        else:
            runs[-1].append(part)
    return join(" ", [join("", run) if len(run) > 1 else run[0] for run in runs])
