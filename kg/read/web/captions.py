"""Captions and credits of pictures: told by their element, its name, or by standing in italics beside the picture."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from kg.read.web.blocks import letters, text_of

NAMED = re.compile(r"(?:^|[\s_-])(?:fig)?(?:captions?|cutline|credits?)(?:-?text)?(?:$|\s)", re.IGNORECASE)
SMALL = frozenset("em i small cite".split())
PICTURES = ("img", "picture", "amp-img")
HOLDERS = frozenset("p div span td center".split())
MOST_PARTS = 10
"""Elements in the part of a page that holds a picture with its caption."""
LONGEST = 80
"""Words of a caption; parts of pages with such a name and more words are something else."""


def take_out_captions(tree: Any) -> tuple[str, ...]:
    """Take captions and credits out of `tree`, and give them back, one line each."""
    gone: list[str] = []
    for element in list(tree.iter()):
        if isinstance(element.tag, str) and is_caption(element) and any(True for _ in element.iterancestors("body")):
            gone.append(text_of(element))
            element.drop_tree()
    return tuple(text for text in gone if text)


def is_caption(element: Any) -> bool:
    if element.tag == "figcaption":
        return True
    named = element.get("class")
    if named and NAMED.search(named):
        return element.tag not in ("figure", "body", "html") and 0 < len(text_of(element).split()) <= LONGEST
    if element.tag in SMALL and element.getparent() is not None and element.getparent().tag in HOLDERS:
        beside = element.getparent()
        if next(islice(beside, MOST_PARTS, None), None) is not None:  # len() walks through all of them
            return False
        pictured = any(True for _ in beside.iter(*PICTURES))
        return pictured and 0 < letters(text_of(beside)) == sum(letters(text_of(part)) for part in beside.iter(*SMALL))
    return False
