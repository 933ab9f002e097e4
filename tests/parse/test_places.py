"""Cities by where they stand, whatever the recogniser called them."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from kg.parse.places import mark_cities

VOCAB = spacy.blank("en").vocab


def labels(words: str, *entities: tuple[int, int, str, str]) -> list[str]:
    """Labels after the component, for entities given as (start, end, label, gazetteer id) in tokens."""
    doc = Doc(VOCAB, words=words.split())
    doc.ents = [Span(doc, start, end, label=label, span_id=id) for start, end, label, id in entities]
    return [ent.label_ for ent in mark_cities(doc).ents]


@pytest.mark.parametrize(
    ("words", "entities", "expected"),
    [
        ("a plant in Omsk closed", [(3, 4, "ORG", "")], ["GPE"]),
        ("Chelyabinsk , Russia", [(0, 1, "PRODUCT", ""), (2, 3, "GPE", "Q159")], ["GPE", "GPE"]),
        ("in Ciudad Juárez today", [(1, 3, "PERSON", "")], ["GPE"]),
        ("Darwin wrote a book", [(0, 1, "PERSON", "")], ["PERSON"]),
        ("a letter from Warren came", [(3, 4, "PERSON", "")], ["PERSON"]),
        ("in Santander today", [(1, 2, "ORG", "kg:santander")], ["ORG"]),
        ("in Gryffindor today", [(1, 2, "ORG", "")], ["ORG"]),
        ("Omsk , he said", [(0, 1, "ORG", "")], ["ORG"]),
    ],
)
def test_cities(words: str, entities: list[tuple[int, int, str, str]], expected: list[str]) -> None:
    assert labels(words, *entities) == expected
