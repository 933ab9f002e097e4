"""What a run cost and what became of the claims it got, for the report at its end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from math import ceil

CHARACTERS_A_TOKEN = 4
"""Of English, as tokenizers of today cut it; for estimates only."""

OUT_A_CHARACTER = 2.0
"""Tokens of answer per code point of article, for estimates only: in annotated news a claim stands in every 80 code
points, and one claim takes some 160 tokens."""


class Dropped(StrEnum):
    """Why a claim of the model was not believed."""

    FORMAT = "not in the format"
    RELATION = "relation not of the list"
    QUOTE = "quote not in the article"
    NAME = "name not in the article"
    TYPES = "types that the relation does not join"
    SAME = "both ends the same"


@dataclass(slots=True)
class Usage:
    """Counts of one run. `guessed` says that tokens were estimated where the server did not tell; `unfounded` counts
    attributes (a date, a title …) that were left off for want of their words in the article."""

    requests: int = 0
    repeated: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    guessed: bool = False
    kept: int = 0
    dropped: Counter[Dropped] = field(default_factory=Counter)
    unfounded: int = 0

    def add(self, *, sent: int, received: int, tokens_in: int | None, tokens_out: int | None, repeats: int) -> None:
        """One answer: characters `sent` and `received`, and the tokens that the server counted, if it does."""
        self.requests += 1 + repeats
        self.repeated += repeats
        self.guessed |= tokens_in is None or tokens_out is None
        self.tokens_in += tokens(sent) if tokens_in is None else tokens_in
        self.tokens_out += tokens(received) if tokens_out is None else tokens_out

    def expect(self, *, sent: int, article: int) -> None:
        """One request of a dry run: `sent` characters in all, `article` of them of the article."""
        self.requests += 1
        self.tokens_in += tokens(sent)
        self.tokens_out += ceil(article * OUT_A_CHARACTER)

    def lines(self, model: str, prices: tuple[float, float] | None, *, dry_run: bool) -> tuple[str, ...]:
        """The report: what it cost, or would cost, and why claims were dropped; nothing when nobody was asked."""
        if not self.requests:
            return ()
        about = "about " if dry_run or self.guessed else ""
        cost = ""
        if prices:
            dollars = (self.tokens_in * prices[0] + self.tokens_out * prices[1]) / 1_000_000
            cost = f", {about}${dollars:.4f}"
        spent = f"{about}{self.tokens_in:,} tokens in, {about}{self.tokens_out:,} out{cost}"
        if dry_run:
            return (f"llm: would send {_many(self.requests, 'request')}: {spent} (an estimate; nothing was sent)",)
        repeated = f" ({self.repeated} repeated)" if self.repeated else ""
        first = f"llm: {model}: {_many(self.requests, 'request')}{repeated}, {spent}"
        reasons = ", ".join(f"{self.dropped[why]} {why}" for why in Dropped if self.dropped[why])
        second = f"llm: {_many(self.kept, 'claim')} kept, {self.dropped.total()} dropped"
        second += f" ({reasons})" if reasons else ""
        second += f", {_many(self.unfounded, 'attribute')} left off" if self.unfounded else ""
        return (first, second)


def tokens(characters: int) -> int:
    """About how many tokens so many characters are."""
    return ceil(characters / CHARACTERS_A_TOKEN)


def _many(count: int, thing: str) -> str:
    return f"{count:,} {thing}" + ("" if count == 1 else "s")
