"""Text that remembers where it came from, so that cleaning never loses the way back to the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.model import Segment

Run = tuple[int, int, int]
"""Start in the text, start in the source, length; both in code points."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """`runs` are the parts of `text` that stand unchanged in the source, in order and apart from each other; what lies
    between them stands nowhere in it (a blank put between joined lines)."""

    text: str
    runs: tuple[Run, ...]

    @staticmethod
    def whole(text: str) -> Mapped:
        """`text` as its own source."""
        return Mapped(text, ((0, 0, len(text)),) if text else ())

    @staticmethod
    def foreign(text: str) -> Mapped:
        """Text that stands nowhere in the source."""
        return Mapped(text, ())

    def part(self, start: int, end: int | None = None) -> Mapped:
        """The slice [start:end], as of a str with offsets that are not negative."""
        end = len(self.text) if end is None else min(end, len(self.text))
        if start == 0 and end == len(self.text):
            return self
        found = []
        for at, source, length in self.runs[max(0, bisect_right(self.runs, (start + 1,)) - 1) :]:
            if at >= end:
                break
            first, last = max(at, start), min(at + length, end)
            if first < last:
                found.append((first - start, source + first - at, last - first))
        return Mapped(self.text[start:end], tuple(found))

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
        return tuple(Segment(*run) for run in self.runs)


def join(between: str, parts: Sequence[Mapped]) -> Mapped:
    """Like `between.join(parts)`; `between` is foreign text."""
    runs: list[Run] = []
    offset = 0
    for part in parts:
        runs.extend((offset + at, source, length) for at, source, length in part.runs)
        offset += len(part.text) + len(between)
    return Mapped(between.join(part.text for part in parts), united(runs))


def united(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs of which none goes on where the one before it ends, in text and source alike."""
    found: list[Run] = []
    for run in runs:
        if found:
            at, source, length = found[-1]
            if (at + length, source + length) == run[:2]:
                found[-1] = (at, source, length + run[2])
                continue
        found.append(run)
    return tuple(found)
