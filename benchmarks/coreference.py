"""How well names and the words that mean them are joined within one article: B-cubed against annotated chains.

    python benchmarks/coreference.py ../shared/eval/resolution/meantime-dev.jsonl

The file has one article a line: {"id", "text", "mentions": [{"start", "end", "chain", "text"}]}, offsets in code
points, half-open. Chains count within their article. Annotated mentions are whole noun phrases, ours are names or
single words, so the two are matched by the head word of the phrase: what we take that word to mean is our answer,
and a phrase whose head we take to mean nothing is alone. Scored are mentions that hold a capital letter and are no
pronoun ("named"), and of those the ones whose head does ("names": "chancellor Angela Merkel", not "Merkel's rival").

B-cubed: Bagga and Baldwin, "Algorithms for scoring coreference chains" (LREC workshop 1998).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Hashable, Sequence
from pathlib import Path

from spacy.tokens import Span, Token

from kg.extract.cast import Cast, read_cast
from kg.gazetteer import Gazetteer
from kg.parse import load

PRONOUNS = frozenset(
    """he she it they we i you his her its their our us him them who which that this these the""".split()
)


def head(phrase: Span) -> Token:
    """The word the phrase hangs on; where the parse cuts through it, the last noun that hangs on something outside."""
    if phrase.root.pos_ not in {"DET", "PUNCT", "ADJ"}:
        return phrase.root
    tops = [token for token in phrase if token.head.i == token.i or not phrase.start <= token.head.i < phrase.end]
    return ([token for token in tops if token.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}] or tops)[-1]


def entity(cast: Cast, word: Token) -> Hashable | None:
    """What a word means in the article, by name or by reference; None for nothing and for several at once."""
    node = cast.story.node_at(word)
    if node is not None:
        return node.chain
    reference = cast.story.references.get(word.i)
    return reference.chains[0] if reference is not None and len(reference.chains) == 1 else None


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> tuple[float, float, float]:
    """Precision, recall and F1 of two clusterings of the same mentions."""
    both, wanted, given = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    precision = sum(n * n / given[f] for (_, f), n in both.items()) / len(gold)
    recall = sum(n * n / wanted[g] for (g, _), n in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def main(path: str) -> None:
    gazetteer = Gazetteer.load()
    nlp = load(gazetteer=gazetteer)
    rows: list[tuple[bool, Hashable, Hashable]] = []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        doc = nlp(article["text"])
        cast = read_cast(doc, gazetteer)
        for mention in article["mentions"]:
            words = [word for word in mention["text"].split() if word.lower() not in PRONOUNS]
            phrase = doc.char_span(mention["start"], mention["end"], alignment_mode="expand")
            if phrase is None or not any(word[:1].isupper() for word in words):
                continue
            top = head(phrase)
            found = entity(cast, top)
            alone = ("alone", len(rows))
            rows.append((top.text[:1].isupper(), (article["id"], mention["chain"]), alone if found is None else found))
    for name, chosen in (("named", rows), ("names", [row for row in rows if row[0]])):
        precision, recall, f1 = b_cubed([gold for _, gold, _ in chosen], [found for *_, found in chosen])
        print(f"{name}   {len(chosen)} mentions   B-cubed P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python benchmarks/coreference.py ARTICLES.jsonl")
    main(sys.argv[1])
