"""Text that remembers where it came from, so that cleaning never loses the way back to the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import Segment

NOWHERE = -1
"""Origin of a code point that stands nowhere in the source (a blank put between joined lines)."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """`origins[i]` is the offset in the source, in code points, of `text[i]`, or NOWHERE."""

    text: str
    origins: Sequence[int]

    @staticmethod
    def whole(text: str) -> Mapped:
        """`text` as its own source."""
        return Mapped(text, range(len(text)))

    @staticmethod
    def foreign(text: str) -> Mapped:
        """Text that stands nowhere in the source."""
        return Mapped(text, (NOWHERE,) * len(text))

    def part(self, start: int, end: int | None = None) -> Mapped:
        return Mapped(self.text[start:end], self.origins[start:end])

    def strip(self) -> Mapped:
        start = len(self.text) - len(self.text.lstrip())
        return self.part(start, max(start, len(self.text.rstrip())))

    def replace(self, pattern: re.Pattern[str], group: int | None = None, by: str = "") -> Mapped:
        """Every match of `pattern` replaced by its `group`, which keeps its origins, or by the foreign text `by`."""
        parts, last = [], 0
        for match in pattern.finditer(self.text):
            parts.append(self.part(last, match.start()))
            parts.append(Mapped.foreign(by) if group is None else self.part(*match.span(group)))
            last = match.end()
        return join("", [*parts, self.part(last)]) if parts else self

    def segments(self) -> tuple[Segment, ...]:
        """The longest runs that stand unchanged in the source, in order of `start`."""
        found: list[Segment] = []
        start = 0
        for i in range(1, len(self.text) + 1):
            if i < len(self.text) and self.origins[i] == self.origins[i - 1] + 1 and self.origins[i - 1] != NOWHERE:
                continue
            if self.origins[start] != NOWHERE:
                found.append(Segment(start, self.origins[start], i - start))
            start = i
        return tuple(found)


def join(between: str, parts: Sequence[Mapped]) -> Mapped:
    """Like `between.join(parts)`; `between` is foreign text."""
    origins: list[int] = []
    for i, part in enumerate(parts):
        if i:
            origins.extend((NOWHERE,) * len(between))
        origins.extend(part.origins)
    return Mapped(between.join(part.text for part in parts), origins)
