"""Matches a question against the forms of words.toml that are no clause ("How are A and B connected?")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.query.lexicon import words
from kg.query.tokens import Token

_NAME, _DEMONYM, _POSSESSIVE = "\ue000", "\ue001", "\ue002"
"""Private-use characters that stand for tokens whose words do not matter to a form."""
_SLOT = {
    "A": rf"(?P<A>\S+(?: [^\s{_POSSESSIVE}]+)*?)",
    "B": rf"(?P<B>\S+(?: [^\s{_POSSESSIVE}]+)*?)",
    "P": rf"(?P<P>[^\s{_NAME}{_DEMONYM}{_POSSESSIVE}]+(?: [^\s{_NAME}{_DEMONYM}{_POSSESSIVE}]+)*?)",
    "DEMONYM": f"(?P<A>{_DEMONYM})",
    "POSSESSIVE": _POSSESSIVE,
}


def match_forms(tokens: Sequence[Token]) -> Iterator[tuple[str, Mapping[str, tuple[Token, ...]]]]:
    """Kinds of form that fit the whole question, in their order, each with its slots filled."""
    pieces: list[tuple[str, Token | None]] = []
    for token in tokens:
        pieces.append((_DEMONYM if token.demonym else _NAME if token.names else token.word, token))
        if token.possessive:
            pieces.append((_POSSESSIVE, None))
    text = " ".join(piece for piece, _ in pieces)
    for kind, pattern in _compiled():
        if match := pattern.fullmatch(text):
            yield kind, {slot: _tokens(pieces, *match.span(slot)) for slot in match.groupdict() if match.group(slot)}


def _tokens(pieces: Sequence[tuple[str, Token | None]], start: int, end: int) -> tuple[Token, ...]:
    found, at = [], 0
    for piece, token in pieces:
        if start <= at < end and token is not None:
            found.append(token)
        at += len(piece) + 1
    return tuple(found)


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (form["kind"], re.compile(" ?".join(map(_element, pattern.split()))))
        for form in words()["form"]
        for pattern in form["patterns"]
    )


def _element(element: str) -> str:
    """One word of a form as a regular expression; "the?" takes its blank with it when it is missing."""
    optional = element.endswith("?")
    element = element.removesuffix("?")
    choices = _SLOT.get(element) or "|".join(re.escape(word) for word in element.split("|"))
    return rf"(?:\b(?:{choices})(?= |$))?" if optional else rf"(?<!\S)(?:{choices})(?!\S)"
