"""The way from one word of a sentence to another through the parse."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Path:
    """Tokens from one end up to, and without, `top`, and likewise from the other; `up` and `down` are the labels of
    these steps, each from its end upward, with a prepositional phrase as one step."""

    rise: tuple[Token, ...]
    top: Token
    fall: tuple[Token, ...]
    up: tuple[str, ...]
    down: tuple[str, ...]

    @property
    def inner(self) -> tuple[Token, ...]:
        """Words on the way between the two ends, the top last."""
        return (*self.rise[1:], *self.fall[1:], self.top)

    @property
    def length(self) -> int:
        return len(self.up) + len(self.down)

    @property
    def listed(self) -> bool:
        """Whether the two ends are coordinated ("A, B and C")."""
        return {*self.up, *self.down} == {"conj"}

    @property
    def roles(self) -> tuple[str, str]:
        """How the two ends hang on the top."""
        return self.up[-1] if self.up else "self", self.down[-1] if self.down else "self"


class Paths:
    """Finds ways in one document; remembers how each token hangs on the tree."""

    def __init__(self) -> None:
        self._ancestry: dict[int, tuple[tuple[Token, ...], dict[int, int]]] = {}
        self._found: dict[tuple[int, int], Path | None] = {}

    def find(self, start: Token, end: Token, longest: int | None = None) -> Path | None:
        """The shortest way in the tree; None when the two stand in different sentences, or when it has more than
        `longest` steps."""
        key = (start.i, end.i)
        if key not in self._found:
            climbed = self._climb(start, end)
            if climbed is not None and longest is not None and sum(map(len, climbed[::2])) > 2 * longest:
                return None  # a step is two tokens at most: no need to tell the steps apart
            path = back = None
            if climbed is not None:
                rise, top, fall = climbed
                path = Path(rise, top, fall, _labels(rise), _labels(fall))
                back = Path(fall, top, rise, path.down, path.up)
            self._found[key], self._found[end.i, start.i] = path, back
        found = self._found[key]
        return None if found is not None and longest is not None and found.length > longest else found

    def _climb(self, start: Token, end: Token) -> tuple[tuple[Token, ...], Token, tuple[Token, ...]] | None:
        """Tokens from each end up to, and without, where they meet, and the token between."""
        rise, _ = self._above(start)
        fall, depth = self._above(end)
        for steps, token in enumerate(rise):
            if token.i in depth:
                return rise[:steps], token, fall[: depth[token.i]]
        return None

    def _above(self, token: Token) -> tuple[tuple[Token, ...], dict[int, int]]:
        """The token and those above it, and how high each stands by its index."""
        if token.i not in self._ancestry:
            way = (token, *token.ancestors)
            self._ancestry[token.i] = way, {word.i: steps for steps, word in enumerate(way)}
        return self._ancestry[token.i]


def _labels(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    found = []
    after_object = False
    for index, token in enumerate(tokens):
        above = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.dep_ == "pobj" and above is not None and above.dep_ in {"prep", "agent", "dative"}:
            found.append("by-agent" if above.dep_ == "agent" else above.lower_)
            after_object = True
        elif after_object:
            after_object = False
        else:
            found.append(token.dep_)
    return tuple(found)
