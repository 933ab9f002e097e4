"""The way from one entity of a pair to the other through the parse."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.pairs import Pair

_SUPPORT = frozenset({"dobj", "attr", "appos", "acomp", "compound", "xcomp", "amod", "prep", "pobj"})
"""Labels of words beside the way that share in its meaning ("paid a visit to", "is critical of")."""


@dataclass(frozen=True, slots=True)
class Path:
    """Tokens from the head of the subject up to, and without, `top`, and likewise from the head of the object."""

    rise: tuple[Token, ...]
    top: Token
    fall: tuple[Token, ...]

    @property
    def inner(self) -> tuple[Token, ...]:
        """Words on the way between the two heads, the top last."""
        return (*self.rise[1:], *self.fall[1:], self.top)

    def beside(self) -> set[int]:
        """Indices of words that hang on the way and support its predicate."""
        on = {token.i for token in (*self.rise, *self.fall, self.top)}
        return {c.i for token in self.inner for c in token.children if c.dep_ in _SUPPORT and c.i not in on}


def find_path(pair: Pair) -> Path | None:
    """The shortest way in the tree; None when the ends stand in different sentences."""
    subject, obj = pair.heads()
    rise, fall = _ancestry(subject), _ancestry(obj)
    depth = {token.i: steps for steps, token in enumerate(fall)}
    for steps, token in enumerate(rise):
        if token.i in depth:
            return Path(tuple(rise[:steps]), token, tuple(fall[: depth[token.i]]))
    return None


def steps(tokens: tuple[Token, ...]) -> list[str]:
    """Labels of the steps upward; a prepositional phrase is one step, named after its preposition."""
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
    return found


def _ancestry(token: Token) -> list[Token]:
    return [token, *token.ancestors]
