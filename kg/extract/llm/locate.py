"""Finds words that a model copied in the text they come from, so that nothing counts that the article does not say."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.model import Span

ALIKE = ("'’‘‛`´′", '"“”„‟«»″', "-‐‑‒–—−")
"""Characters that models write for one another."""

GAP = r"(?:[^\S\n]+\n?|\n)[^\S\n]*"
"""White space within a paragraph."""

_EDGE = " \t\r\n" + ALIKE[0] + ALIKE[1]


def find(words: str, text: str, within: Span, *, whole: bool = False) -> Span | None:
    """The first place of `words` in `text` inside `within`: exact if there is one, else with other white space,
    quotation marks and dashes. None when there is none within one paragraph. `whole`: not as part of a longer word."""
    return next((span for form in _forms(words, whole) if (span := _search(form, text, within))), None)


def find_last(words: str, text: str, within: Span) -> Span | None:
    """The last place of `words`, as whole words, in `text` inside `within`."""
    for form in _forms(words, True):
        places = [Span(*match.span()) for match in form.finditer(text, within.start, within.end)]
        if places:
            return places[-1]
    return None


def _search(form: re.Pattern[str], text: str, within: Span) -> Span | None:
    match = form.search(text, within.start, within.end)
    return Span(*match.span()) if match else None


@lru_cache(maxsize=512)
def _forms(words: str, whole: bool) -> tuple[re.Pattern[str], ...]:
    """Patterns from the strictest on; none for words that say nothing."""
    words = words.strip()
    bare = words.strip(_EDGE)  # models put quotes into quotation marks
    if not re.search(r"\w", bare):
        return ()
    exact = "" if "\n\n" in words else re.escape(words)
    loose = GAP.join("".join(map(_alike, part)) for part in bare.replace("...", "…").split())
    return tuple(re.compile(rf"(?<!\w){form}(?!\w)" if whole else form) for form in (exact, loose) if form)


def _alike(char: str) -> str:
    if char == "…":
        return r"(?:…|\.\.\.)"
    same = next((group for group in ALIKE if char in group), None)
    return f"[{re.escape(same)}]" if same else re.escape(char)
