"""JSON values one behind the other, or in an array, without all of them in memory; a broken one does not end it."""

from __future__ import annotations

import codecs
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kg.read.records.stream import CHUNK, LONGEST_RECORD

DECODER = json.JSONDecoder(strict=False)
"""Reads also texts with line ends and tabs that were not escaped, and NaN, which Python and pandas write."""
BETWEEN = re.compile(r"[\s,\x1e]*")
"""Blanks, commas, and the mark of JSON text sequences (RFC 7464)."""
NEAR_END = 16
"""Characters before the end of what is read in which a fault may be but the end of a piece."""


@dataclass(frozen=True, slots=True)
class Item:
    """One value, or what is wrong with it. `number` counts from 1, `line` is where it begins; `listed` says that it is
    an item of an array, `alone` that nothing else is in the source."""

    number: int
    line: int
    value: Any = None
    fault: str | None = None
    listed: bool = False
    alone: bool = False


class Sequence:
    """The values of a stream of UTF-8."""

    def __init__(self, stream: io.RawIOBase | io.BufferedIOBase) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._text = ""
        self._at = 0
        self._line = 1
        self._ended = False

    def __iter__(self) -> Iterator[Item]:
        number, listed = 0, False
        while self._pass_over():
            sign = self._text[self._at]
            if sign == ("]" if listed else "["):
                listed = not listed
                self._go(self._at + 1)
                continue
            number += 1
            line, start = self._line, self._at
            try:
                value, end = self._decode()
            except ValueError as error:
                again = self._next_start(start)
                rest = "" if again else "; what follows is not read"
                yield Item(number, line, fault=f"{reason(error)}{rest}", listed=listed)
                if not again:
                    return
                self._go(again)
                continue
            self._go(end)
            alone = number == 1 and not listed and not self._pass_over()
            yield Item(number, line, value, listed=listed, alone=alone)

    def _decode(self) -> tuple[Any, int]:
        """The value that begins here. Raises ValueError when it is broken, breaks off, or is too long."""
        while True:
            try:
                value, end = DECODER.raw_decode(self._text, self._at)
                if end < len(self._text) or self._ended:
                    return value, end
            except json.JSONDecodeError as error:
                open_text = error.msg.startswith("Unterminated string")
                if self._ended:
                    raise ValueError("it breaks off") from None if open_text else error
                if not open_text and error.pos < len(self._text) - NEAR_END:
                    raise
            except RecursionError:
                raise ValueError("objects in objects without end") from None
            if len(self._text) - self._at >= LONGEST_RECORD:
                raise ValueError(f"a value of more than {LONGEST_RECORD // 2**20} MiB")
            self._fill(len(self._text) - self._at)

    def _fill(self, size: int) -> None:
        """Read on, so much as is there already, that long values are not tried too often."""
        raw = self._stream.read(max(CHUNK, size)) or b""
        self._ended = not raw
        self._text = self._text[self._at :] + self._decoder.decode(raw, final=self._ended)
        self._at = 0

    def _pass_over(self) -> bool:
        """Go to the next value; False when there is none."""
        while True:
            match = BETWEEN.match(self._text, self._at)
            self._go(match.end() if match else self._at)
            if self._at < len(self._text):
                return True
            if self._ended:
                return False
            self._fill(0)

    def _go(self, to: int) -> None:
        self._line += self._text.count("\n", self._at, to)
        self._at = to

    def _next_start(self, broken: int) -> int:
        """Where the value behind a broken one begins: at the next line that begins with as many blanks and the same
        bracket; 0 when there is none in reach."""
        line_start = self._text.rfind("\n", 0, broken) + 1
        indent = self._text[line_start:broken]
        if indent.strip() or self._text[broken] != "{":
            return 0
        found = self._text.find(f"\n{indent}{{", broken)
        while found < 0 and not self._ended and len(self._text) - self._at < LONGEST_RECORD:
            self._fill(len(self._text) - self._at)
            found = self._text.find(f"\n{indent}{{", self._at)
        return found + 1 + len(indent) if found >= 0 else 0


def reason(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not valid JSON ({error.msg} in line {error.lineno} of it)"
    return f"not valid JSON ({error})"
