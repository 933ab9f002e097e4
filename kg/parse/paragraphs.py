"""Paragraph breaks end sentences: what the parser must know before it reads, so that a title or caption without a full
stop stays by itself."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

SENTENCE_END = frozenset(".!?…:;\"'”’)]")


@Language.component("kg_paragraphs")
def mark_paragraphs(doc: Doc) -> Doc:
    """Set sentence starts around runs of white space; the parser keeps to them.

    The first word after a blank line starts a sentence. White space itself never does (it closes the sentence before
    it). The word after a single line break starts none unless what stands before could end one: lines wrap.
    """
    before = ""
    gap = ""
    for token in doc:
        if token.is_space:
            gap += token.text_with_ws
            if token.i:
                token.is_sent_start = False
            continue
        if gap and token.i:
            if gap.count("\n") > 1:
                token.is_sent_start = True
            elif before[-1:] not in SENTENCE_END:
                token.is_sent_start = False
        before, gap = token.text, ""
    return doc
