"""The children of every word of a Doc, read once: `Token.children` goes through the sentence anew each time, and rules
ask it of every word some twenty times."""

from __future__ import annotations

from spacy.tokens import Doc, Token

KEY = "kg.children"
"""Where they are kept in `Doc.user_data`."""


def children(token: Token) -> tuple[Token, ...]:
    """What `Token.children` gives, in the order of the text. The parse must not change afterwards, or `forget` it."""
    doc = token.doc
    table: list[tuple[Token, ...]] | None = doc.user_data.get(KEY)
    if table is None:
        table = doc.user_data[KEY] = _read(doc)
    return table[token.i]


def forget(doc: Doc) -> None:
    """Drop what is kept. A Doc that keeps its own words is freed only when Python looks for cycles."""
    doc.user_data.pop(KEY, None)


def _read(doc: Doc) -> list[tuple[Token, ...]]:
    table: list[list[Token]] = [[] for _ in doc]
    for token in doc:
        head = token.head.i
        if head != token.i:
            table[head].append(token)
    return [tuple(found) for found in table]
