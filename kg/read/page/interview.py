"""Interviews: which lines of a page are questions and answers. Every one of them is text, however short ("No.").

Two forms are told: turns that name their speaker ("Coast Mail: Will you sell?", "MS: No.", "Q: …"), and questions that
stand on lines of their own, in bold or as headings, with answers below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.read.page.lines import Line
from kg.read.page.prose import CLOSED, words

TURN = re.compile(
    r"(?P<speaker>[^\W\d_](?:[^\W_]|['’.-]){0,24}(?: (?:[^\W\d_]|&)(?:[^\W_]|['’.-]){0,24}){0,4})"
    r"(?: \([^()]{1,40}\))?(?: ?: ?| [–—] )(?=\S)"
)
QUESTION_OR_ANSWER = re.compile(r"(?P<speaker>[QA])\d{0,2}(?:[.:)]| ?[–—-]) ?(?=\S)")
NO_SPEAKERS = frozenset(
    "advertisement also analysis authors breaking by caption clarification comment contact copyright correction credit"
    " credits date details document email exclusive explained explainer factbox file fact filed focus followed gallery"
    " graphic graphics image images interview keywords left listen live location location map more next note notes on"
    " opinion phone photo photos picture pictures podcast posted previously profile published quote read related"
    " reporting review right see share sources source story subject tags tel timeline tip topics topic update updated"
    " video videos warning watch web where when who what why how".split()
)
"""First words of labels that no speaker bears."""
FEWEST_TURNS = 3
FEWEST_QUESTIONS = 3
LONGEST_QUESTION = 80
MOST_PARAGRAPHS = 12
"""Paragraphs of one answer."""
SENTENCES = 0.8
"""Share of the lines between questions that end as sentences, which headlines do not."""


def speech_in(lines: Sequence[Line]) -> list[int]:
    """Indices of the lines that an interview is made of, in order; none when the page is no interview."""
    texts = [line.text for line in lines]
    return labelled(texts) or questioned(texts)


def speaker_of(text: str) -> str | None:
    """The label at the beginning of a turn: names and initials begin in capitals."""
    match = QUESTION_OR_ANSWER.match(text) or TURN.match(text)
    if match is None or match.end() > len(text):
        return None
    tokens = match["speaker"].split()
    if tokens[0].casefold() in NO_SPEAKERS or not all(
        token[0].isupper() or token in ("of", "de", "the") for token in tokens
    ):
        return None
    return match["speaker"]


def labelled(texts: Sequence[str]) -> list[int]:
    """Turns that name their speakers, of whom there are two at least and one asks; and what stands between them."""
    turns = {i: speaker for i, text in enumerate(texts) if (speaker := speaker_of(text))}
    if len(turns) < FEWEST_TURNS or len(set(turns.values())) < 2 or not any(is_question(texts[i]) for i in turns):
        return []
    indices = sorted(turns)
    found = list(indices[:1])
    for above, i in pairwise(indices):
        if i - above <= MOST_PARAGRAPHS:
            found += [j for j in range(above + 1, i) if CLOSED.search(texts[j])]
        found.append(i)
    return found


def questioned(texts: Sequence[str]) -> list[int]:
    """Questions on lines of their own, with the sentences below each."""
    questions = [i for i, text in enumerate(texts) if is_question(text) and len(words(text)) <= LONGEST_QUESTION]
    answered = [i for i in questions if i + 1 < len(texts) and CLOSED.search(texts[i + 1]) and i + 1 not in questions]
    if len(answered) < FEWEST_QUESTIONS:
        return []
    first, last = answered[0], answered[-1] + 1
    between = range(first, last + 1)
    closed = [i for i in between if CLOSED.search(texts[i])]
    if len(closed) < SENTENCES * len(between) or 2 * len(answered) * MOST_PARAGRAPHS < len(between):
        return []
    return closed


def is_question(text: str) -> bool:
    return text.rstrip("\"'”’»)] ").endswith("?")
