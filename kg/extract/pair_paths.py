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
    def roles(self) -> tuple[str, str]:
        """How the two ends hang on the top."""
        return self.up[-1] if self.up else "self", self.down[-1] if self.down else "self"


class Paths:
    """Finds ways in one document; remembers how each token hangs on the tree."""

    def __init__(self) -> None:
        self._ancestry: dict[int, tuple[Token, ...]] = {}
        self._found: dict[tuple[int, int], Path | None] = {}

    def find(self, start: Token, end: Token) -> Path | None:
        """The shortest way in the tree; None when the two stand in different sentences."""
        if (start.i, end.i) not in self._found:
            path = self._climb(start, end)
            self._found[start.i, end.i] = path
            back = path and Path(path.fall, path.top, path.rise, path.down, path.up)
            self._found[end.i, start.i] = back
        return self._found[start.i, end.i]

    def _climb(self, start: Token, end: Token) -> Path | None:
        rise, fall = self._above(start), self._above(end)
        depth = {token.i: steps for steps, token in enumerate(fall)}
        for steps, token in enumerate(rise):
            if token.i in depth:
                risen, fallen = rise[:steps], fall[: depth[token.i]]
                return Path(risen, token, fallen, _labels(risen), _labels(fallen))
        return None

    def _above(self, token: Token) -> tuple[Token, ...]:
        if token.i not in self._ancestry:
            self._ancestry[token.i] = (token, *token.ancestors)
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
