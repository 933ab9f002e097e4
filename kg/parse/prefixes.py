"""Words with a hyphened prefix ("co-founded", "ex-president", "re-elected") as one token with the right lemma.

spaCy's tokenizer cuts them in three, which the parser was not trained to put together again; uncut, their endings tell
it what they are.
"""

from __future__ import annotations

import re
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

PREFIXED = re.compile(r"^(?i:co|re|ex|vice|mid|pre|post|anti|counter|non|pro)-[a-z]+$")
"""The stem is lower case: "pro-Russian" holds a name, which must stay a token."""


@Language.factory("kg_prefixes")
class Prefixes:
    """Keeps prefixed words whole and gives them the lemma of their stem ("co-founded" → "co-found").

    Stands after the lemmatizer, whose rules do not know the whole word.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        self._nlp = nlp
        tokenizer: Any = nlp.tokenizer  # declared as any callable; the English one has this attribute
        tokenizer.token_match = PREFIXED.match

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            if token.pos_ in {"VERB", "NOUN"} and "-" in token.text and PREFIXED.match(token.text):
                prefix, _, stem = token.lower_.partition("-")
                word = Doc(doc.vocab, words=[stem], pos=[token.pos_], tags=[token.tag_], morphs=[str(token.morph)])
                lemmatizer = self._nlp.get_pipe("lemmatizer")
                token.lemma_ = f"{prefix}-{lemmatizer(word)[0].lemma_}"
        return doc
