"""Words that a paper struck out when it corrected an article: what it took back must not become text."""

from __future__ import annotations

import re
from typing import Any

from kg.read.web.blocks import text_of

STRUCK = frozenset({"s", "del", "strike"})
STYLE = re.compile(r"text-decoration(?:-line)?\s*:[^;]*\bline-through\b", re.IGNORECASE)
CLASS = re.compile(r"(?:^|\s)(?:line-through|strike-?through|strike|struck(?:-out)?)(?:$|\s)", re.IGNORECASE)


def take_out_retracted(tree: Any) -> tuple[str, ...]:
    """Take struck-out words out of `tree`, and give them back, one line for each place. What stands around them stays;
    `<ins>` and `<u>`, which mark what was put in, stay too."""
    gone: list[str] = []
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        style, named = element.get("style"), element.get("class")
        if element.tag in STRUCK or (style and STYLE.search(style)) or (named and CLASS.search(named)):
            if not any(True for _ in element.iterancestors("body")):
                continue
            gone.append(text_of(element))
            close_gap(element)
            element.drop_tree()
    return tuple(text for text in gone if text)


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
