"""Parsed sentences as literals: the syntax tests read what a right parse says, whatever a model of today makes of it.

The files in `parses/` are CoNLL-U with the label scheme of spaCy's English pipelines (CLEAR) in column 8; a sentence is
found by its text. To add one, print a draft and mend what the pipeline got wrong:

    python tests/parse/treebank.py "Ostra sued Velmark." >> tests/parse/parses/clauses.conllu
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import spacy
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

Roles = dict[str, str]
"""Slot → heads joined by blanks; an empty text: nothing stands there."""

FOLDER = Path(__file__).parent / "parses"


def read_treebank(folder: Path = FOLDER) -> dict[str, Doc]:
    """Every sentence of the folder as a Doc of one sentence, by its text."""
    vocab = spacy.blank("en").vocab
    blocks = [block for path in sorted(folder.glob("*.conllu")) for block in path.read_text("utf-8").split("\n\n")]
    return {doc.text: doc for block in blocks if block.strip() for doc in [_doc(vocab, block)]}


def _doc(vocab: Vocab, block: str) -> Doc:
    lines = block.strip().splitlines()
    text = next(line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    words = [row[1] for row in rows]
    doc = Doc(
        vocab,
        words=words,
        spaces=["SpaceAfter=No" not in row[9] for row in rows[:-1]] + [False],
        lemmas=[row[2] for row in rows],
        pos=[row[3] for row in rows],
        tags=[row[4] for row in rows],
        heads=[int(row[6]) - 1 if row[6] != "0" else number for number, row in enumerate(rows)],
        deps=[row[7] for row in rows],
        sent_starts=[number == 0 for number in range(len(rows))],
    )
    assert doc.text == text, f"the words of a parse spell {doc.text!r}, not {text!r}"
    return doc


def word(doc: Doc, text: str) -> Token:
    """The token with this text; the last of several ("to" stands twice: the last)."""
    found = [token for token in doc if token.text == text]
    assert found, f"no {text!r} in {doc.text!r}"
    return found[-1]


def same_roles(roles: Mapping[str, tuple[Token, ...]], expected: Roles) -> None:
    """Assert what stands in the expected slots; others may be filled as they like."""
    assert {slot: " ".join(token.text for token in roles.get(slot, ())) for slot in expected} == expected


def draft(sentence: str) -> str:
    """What the default pipeline makes of a sentence, as a CoNLL-U block."""
    from kg.parse import load

    rows = [
        (t.i + 1, t.text, t.lemma_, t.pos_, t.tag_, "_", 0 if t.head == t else t.head.i + 1, t.dep_, "_",
         "_" if t.whitespace_ else "SpaceAfter=No")
        for t in load()(sentence)
    ]  # fmt: skip
    return "\n".join([f"# text = {sentence}", *("\t".join(map(str, row)) for row in rows), "", ""])


if __name__ == "__main__":
    print("\n".join(draft(sentence) for sentence in sys.argv[1:]), end="")
