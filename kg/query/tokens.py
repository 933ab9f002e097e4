"""A question as tokens: entities that the graph knows are one token each, whatever words their names hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.query.lexicon import words
from kg.query.names import Names

_TOKEN = re.compile(r"[\w$€£%][\w.&’'$€£%-]*|,")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """`text` as asked; `word` in lower case; `ids` of the entities it may name; "Xi's" is `possessive`, "Russian" a
    `demonym` of the country in `ids`; "Moscow" may mean the country `stands_for`."""

    text: str
    word: str
    ids: tuple[str, ...] = ()
    possessive: bool = False
    demonym: bool = False
    stands_for: str | None = None

    @property
    def names(self) -> bool:
        """Whether it names something in the graph."""
        return bool(self.ids or self.stands_for)


def read_tokens(text: str, names: Names) -> tuple[Token, ...]:
    """Split a question, joining the words of each name that the graph knows (the longest at each place)."""
    raw = [token for match in _TOKEN.finditer(text) for token in _split(match.group(), names)]
    tokens: list[Token] = []
    at = 0
    while at < len(raw):
        for length in range(min(names.longest, len(raw) - at), 0, -1):
            part = raw[at : at + length]
            if any(t.possessive or t.text == "," for t in part[:-1]) or not _may_be_name(part, first=at == 0):
                continue
            if part[0].text.islower() and names.is_post(part[0].text):
                continue  # "president" asks for a post, even where the graph knows somebody by that name
            joined = " ".join(t.text for t in part)
            ids, stands_for = names.find(joined), names.stands_for(joined)
            if ids or stands_for:
                tokens.append(Token(joined, joined.casefold(), ids, part[-1].possessive, stands_for=stands_for))
                at += length
                break
        else:
            token = raw[at]
            country = None if token.word in closed_words() else names.demonym(token.text)
            if country:
                token = Token(token.text, token.word, (country,), token.possessive, demonym=True)
            tokens.append(token)
            at += 1
    return tuple(tokens)


def unknown_names(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Runs of capitalised words that the graph does not know, which a reader would take for names."""
    runs: list[list[str]] = [[]]
    for place, token in enumerate(tokens):
        capital = token.text[:1].isupper() and place > 0 and token.word not in closed_words()
        if capital and not token.names:
            runs[-1].append(token.text)
            if not token.possessive:
                continue
        if runs[-1]:
            runs.append([])
    return tuple(" ".join(run) for run in runs if run)


def _split(text: str, names: Names) -> list[Token]:
    """ "US-led" is the name "US" and the word "led"; other hyphens stay."""
    first, hyphen, rest = text.partition("-")
    if hyphen and rest.islower() and not names.find(text) and (names.find(first) or names.demonym(first)):
        return [_token(first), _token(rest)]
    return [_token(text)]


def _token(text: str) -> Token:
    bare = _POSSESSIVE.sub("", text)
    possessive = bare != text and bool(bare)
    bare = (bare if possessive else text).rstrip(".'’") or text
    return Token(bare, bare.casefold(), possessive=possessive)


def _may_be_name(part: Sequence[Token], *, first: bool) -> bool:
    """A single closed-class word is a name only with a capital that the start of the question does not explain: "us" is
    not "US", "may" not "May"."""
    if len(part) > 1:
        return part[0].word not in words()["articles"]
    return part[0].word not in closed_words() or (part[0].text[:1].isupper() and not first)


def closed_words() -> frozenset[str]:
    """Words that are no names when they stand alone in lower case."""
    table = words()
    lists = ("articles", "prepositions", "auxiliaries", "fillers")
    own = {"who", "whom", "whose", "what", "which", "when", "where", "why", "how", "us", "it", "and", "or", "that"}
    return frozenset(own.union(*(table[name] for name in lists)))
