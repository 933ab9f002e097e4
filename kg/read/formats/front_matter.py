"""YAML front matter: what a file says of itself between two lines "---" at its very beginning."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import yaml

from kg.errors import ReadError
from kg.read.facts import Facts, stated

BLOCK = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)(?:\r?\n)?^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
ADDRESS = re.compile(r"https?://", re.IGNORECASE)
NAMES = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "site"),
    "published": ("published", "date"),
    "url": ("url", "link", "source_url"),
    "authors": ("authors", "author", "by"),
    "id": ("id", "guid", "uid"),
    "section": ("section", "category"),
    "language": ("language", "lang"),
}


def split_front_matter(text: str, source: str) -> tuple[Facts, int]:
    """What the front matter states, and the offset where the article begins (0 without front matter).

    Raises ReadError when the block is no valid YAML or its date is none.
    """
    match = BLOCK.match(text)
    if not match:
        return Facts(), 0
    try:
        content = yaml.safe_load(match[1])
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = str(error).splitlines()[0]
        raise ReadError(f"{source}: the front matter is not valid YAML ({reason}); mend it or remove it") from None
    if not isinstance(content, Mapping):
        return Facts(), 0  # a text that begins with a rule
    return from_mapping(content, source), match.end()


def from_mapping(content: Mapping[Any, Any], source: str) -> Facts:
    """Facts of the first usual name of each that has a value; keys in any case."""
    fields = {str(key).casefold(): plain(value) for key, value in content.items()}
    values = {
        name: next((fields[key] for key in keys if fields.get(key) not in (None, "", [])), None)
        for name, keys in NAMES.items()
    }
    publisher = values["publisher"]
    if isinstance(publisher, str) and ADDRESS.match(publisher):  # clippers call the address of the page its source
        values["publisher"] = next((fields[key] for key in ("site", "publication") if fields.get(key)), None)
        values["url"] = values["url"] or publisher
    return stated(values, source)


def plain(value: Any) -> Any:
    """YAML turns unquoted dates into date objects; we keep days. Notebooks write names as links ("[[Ann Lee]]")."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, str) and value.startswith("[[") and value.endswith("]]"):
        return value[2:-2].rpartition("|")[2]
    return value.isoformat() if isinstance(value, date) else value
