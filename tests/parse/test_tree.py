"""Children of words as the Doc gives them, kept until they are forgotten."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.parse.tree import children, forget


def made() -> Doc:
    """ "Kenya sued the bank": "sued" is the root, "the" hangs on "bank"."""
    return Doc(
        Vocab(),
        words=["Kenya", "sued", "the", "bank"],
        heads=[1, 1, 3, 1],
        deps=["nsubj", "ROOT", "det", "dobj"],
    )


def test_children_are_those_of_the_doc_in_order() -> None:
    doc = made()
    assert all(children(token) == tuple(token.children) for token in doc)
    assert [child.text for child in children(doc[1])] == ["Kenya", "bank"]


def test_forgotten_children_are_read_anew() -> None:
    doc = made()
    children(doc[0])
    assert doc.user_data
    forget(doc)
    assert not doc.user_data
    forget(doc)
    assert children(doc[3]) == (doc[2],)
