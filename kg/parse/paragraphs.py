"""Paragraph breaks end sentences: what the parser must know before it reads, so that a title or caption without a full
stop stays by itself."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

DATELINE = re.compile(
    r"(?=.{0,70}?[-–—])[A-Z][A-Z'’.]+(?:[ /-]+[A-Z][A-Z'’.]+)*(?:, [A-Z][\w'’.]+)?"  # the place, in capitals
    r"(?:,? +(?:\d{1,2} +)?[A-Z][a-z]{2,8}\.?(?: +\d{1,2})?(?:,? +\d{4})?)?"  # a date
    r"(?: *\([^()\n]{2,30}\))? *(?:--?|[–—]) +(?=\S)"  # the agency, and the dash
)
"""Place, date and agency before the first sentence of a report: "PARIS, 3 May 2021 (Wire) - "."""

SENTENCE_END = frozenset(".!?…:;\"'”’)]")


@Language.component("kg_paragraphs")
def mark_paragraphs(doc: Doc) -> Doc:
    """Set sentence starts around runs of white space; the parser keeps to them.

    The first word after a blank line starts a sentence. White space itself never does (it closes the sentence before
    it). The word after a single line break starts none unless what stands before could end one: lines wrap. The
    dateline of a paragraph is a sentence by itself, since it would bend the parse of the one it stands before.
    """
    before = ""
    gap = ""
    dateline = 0
    text = doc.text
    for token in doc:
        if token.is_space:
            gap += token.text_with_ws
            if token.i:
                token.is_sent_start = False
            continue
        if token.idx < dateline and token.i:
            token.is_sent_start = False
        elif token.idx == dateline and token.i:
            token.is_sent_start = True
        if not token.i or gap.count("\n") > 1:
            match = DATELINE.match(text, token.idx)
            dateline = match.end() if match else 0
        if gap and token.i:
            if gap.count("\n") > 1:
                token.is_sent_start = True
            elif before[-1:] not in SENTENCE_END:
                token.is_sent_start = False
        before, gap = token.text, ""
    return doc
