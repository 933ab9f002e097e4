"""One JSON object a line, always in the same form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

DIGITS = 6
"""Decimals of a number: more than anything here is known to, fewer than machines differ in."""


def line(record: Mapping[str, Any]) -> str:
    """`record` as one line of JSON, ended by a line feed: keys in the order given, characters as they are, floats
    rounded."""
    return json.dumps(rounded(record), ensure_ascii=False, separators=(",", ":")) + "\n"


def rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, DIGITS)
    if isinstance(value, Mapping):
        return {key: rounded(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [rounded(part) for part in value]
    return value
