"""Words of a page that are no part of its article: struck out when it was corrected, hidden, or marks of notes."""

from __future__ import annotations

import re
from typing import Any

from kg.read.web.blocks import text_of

STRUCK = frozenset({"s", "del", "strike"})
STYLE = re.compile(r"text-decoration(?:-line)?\s*:[^;]*\bline-through\b", re.IGNORECASE)
CLASS = re.compile(r"(?:^|\s)(?:line-through|strike-?through|strike|struck(?:-out)?)(?:$|\s)", re.IGNORECASE)
NOTE = re.compile(r"\s*(?:\[[\w ]{1,12}\]|[*†‡])\s*")
"""A mark that leads to a note, in superscript. Bare figures may be exponents: marks they are only where they link."""


def take_out_retracted(tree: Any) -> tuple[str, ...]:
    """Take struck-out and hidden words and marks of notes out of `tree`, and give them back, one line for each place.
    What stands around them stays; `<ins>` and `<u>`, which mark what was put in, stay too."""
    gone: list[str] = []
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        if is_taken_back(element) or "hidden" in element.attrib or is_note_mark(element):
            if not any(True for _ in element.iterancestors("body")):
                continue
            gone.append(text_of(element))
            close_gap(element)
            element.drop_tree()
    return tuple(text for text in gone if text)


def is_taken_back(element: Any) -> bool:
    style, named = element.get("style"), element.get("class")
    return bool(element.tag in STRUCK or (style and STYLE.search(style)) or (named and CLASS.search(named)))


def is_note_mark(element: Any) -> bool:
    if element.tag != "sup":
        return False
    return element.find("a") is not None or NOTE.fullmatch(text_of(element)) is not None


def close_gap(element: Any) -> None:
    """No blank before the comma or full stop that comes to stand behind what was before `element`."""
    if not (element.tail or "").startswith((",", ".", ";", ":", "!", "?")):
        return
    above = element.getprevious()
    if above is not None:
        above.tail = (above.tail or "").rstrip()
    else:
        parent = element.getparent()
        parent.text = (parent.text or "").rstrip()
