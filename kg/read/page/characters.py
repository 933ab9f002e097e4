"""Characters that no text may hold: what JSON escapes, damaged files and old wires bring along stays out of the ledger.

SQLite takes a NUL, XML exports do not; a lone surrogate cannot be written as UTF-8 at all.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace

from kg.read.facts import Facts
from kg.read.mapped import Mapped, join

BROKEN = re.compile("[\x00\ud800-\udfff\ufffe\uffff]")
WINDOWS = {chr(code): bytes([code]).decode("cp1252", errors="ignore") for code in range(0x80, 0xA0) if code != 0x85}
"""Windows-1252 taken for Latin-1 before it came here: what such a code stood for."""
SUSPECT = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""The broken ones and every control character but blanks and line breaks: marks of old wires, which say nothing."""


def storable(text: Mapped) -> tuple[Mapped, int]:
    """`text` with each broken character as U+FFFD, quotation marks that had become control characters as they were, and
    without other control characters; and how many were broken. What is changed stands nowhere in the source."""
    if (text.text.isascii() and text.text.isprintable()) or not SUSPECT.search(text.text):
        return text, 0
    parts, last, broken = [], 0, 0
    for match in SUSPECT.finditer(text.text):
        instead = WINDOWS.get(match[0], "")
        if BROKEN.match(match[0]):
            instead, broken = "\N{REPLACEMENT CHARACTER}", broken + 1
        parts += [text.part(last, match.start()), Mapped.foreign(instead)]
        last = match.end()
    return join("", [*parts, text.part(last)]), broken


def storable_line(text: str) -> tuple[str, int]:
    whole, broken = storable(Mapped.foreign(text))
    return whole.text, broken


def storable_facts(facts: Facts) -> tuple[Facts, int]:
    """`facts` with every text storable, and how many characters were broken."""
    changed: dict[str, object] = {}
    total = 0
    for field in fields(facts):
        value = getattr(facts, field.name)
        if isinstance(value, str) and SUSPECT.search(value):
            changed[field.name], broken = storable_line(value)
            total += broken
        elif isinstance(value, tuple) and SUSPECT.search("".join(value)):
            parts = [storable_line(part) for part in value]
            changed[field.name] = tuple(part for part, _ in parts)
            total += sum(broken for _, broken in parts)
    return (replace(facts, **changed), total) if changed else (facts, 0)  # type: ignore[arg-type]
