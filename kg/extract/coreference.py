"""In-article coreference of words that are no names, as sieves from the surest on: nominals ("the Chinese leader", "the
two countries"), then pronouns, each only when one compatible antecedent stands in reach.

After Lee et al., "Deterministic coreference resolution based on entity-centric, precision-ranked rules" (Computational
Linguistics 39:4, 2013): precision first, and each sieve sees what the ones before it found.
"""

from __future__ import annotations

from kg.extract.nominals import Nominals
from kg.extract.pronouns import Pronouns
from kg.extract.reach import Reach
from kg.extract.story import Story
from kg.gazetteer import Gazetteer
from kg.parse.words import words_of

REFERRING = frozenset({"NOUN", "PRON", "NUM", "PROPN", "ADJ"})
"""Parts of speech of words that may refer to somebody."""


def resolve_references(story: Story, gazetteer: Gazetteer) -> None:
    """Fill `story.references`, sentence by sentence in order of the text."""
    reach = Reach(story)
    nominals, pronouns = Nominals(story, reach, gazetteer), Pronouns(story, reach)
    number = 0
    for index in words_of(story.doc, REFERRING):
        while index >= story.sentences[number].end:
            number += 1
        token = story.doc[index]
        if story.node_at(token) is None and index not in story.references:
            reference = nominals.resolve(number, token) or pronouns.resolve(number, token)
            if reference is not None:
                story.references[index] = reference
