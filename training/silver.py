"""Labels for names whose label the other sources do not tell.

Their leftovers ("miscellaneous") are titles of works, events, products, laws, peoples, and expressions of number and
time. A first model, trained on the news articles, and the pipeline's own recogniser vote; without a clear result the
words stay out of the loss. Works, products and events are rare in the news articles: most of them come from here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from kg.parse.ner_document import label_scores
from kg.parse.ner_windows import LABELS, TAGS
from training.corpus import IGNORED, Text
from training.measure import Reader

_POSSIBLE = ("NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "FAC")
_MONTHS = frozenset("January February March April May June July August September October November December".split())
_NO_NAMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"})
_PRIOR = np.log([0.12, 0.2, 0.18, 0.4, 0.06, 0.04])
_VOTE = np.log(6.0)  # how far the recogniser's label counts against the model's
_CLEAR = 0.75


def _unknown(tags: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of ignored words."""
    start = -1
    for i, tag in enumerate([*tags, 0]):
        if tag == IGNORED and start < 0:
            start = i
        elif tag != IGNORED and start >= 0:
            yield start, i
            start = -1


def _is_date(words: Sequence[str]) -> bool:
    return all(word in _MONTHS or not any(c.isalpha() for c in word) for word in words)


def _document(text: Text, nlp: Language) -> Doc:
    ends = [end for _, end in text.offsets]
    starts = [start for start, _ in text.offsets[1:]] + [len(text.text)]
    return Doc(nlp.vocab, words=text.words, spaces=[start > end for start, end in zip(starts, ends, strict=True)])


def fill(texts: Sequence[Text], read: Reader, nlp: Language) -> list[Text]:
    """`texts` with tags instead of `IGNORED` where the vote is clear; `nlp` sets the recogniser's `doc.ents`."""
    filled = []
    for text in texts:
        tags = list(text.tags)
        runs = list(_unknown(tags))
        if runs:
            scores = read(text.words, text.ends)
            seen = {(span.start, span.end): span.label_ for span in nlp(_document(text, nlp)).ents}
            for start, end in runs:
                label = seen.get((start, end), "")
                if label in _NO_NAMES or _is_date(text.words[start:end]):
                    tags[start:end] = [0] * (end - start)
                elif text.words[start][0].isupper() or text.words[end - 1][0].isupper():
                    votes = label_scores(scores, start, end)[[LABELS.index(possible) for possible in _POSSIBLE]]
                    votes = 0.5 * votes + _PRIOR + np.array([_VOTE * (possible == label) for possible in _POSSIBLE])
                    share = np.exp(votes - votes.max())
                    if share.max() / share.sum() >= _CLEAR:
                        best = _POSSIBLE[int(share.argmax())]
                        inside = TAGS.index(f"I-{best}")
                        tags[start:end] = [TAGS.index(f"B-{best}")] + [inside] * (end - start - 1)
        filled.append(replace(text, tags=tags))
    return filled
