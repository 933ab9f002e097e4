"""Whether a person is a woman or a man, as far as the article and the given name tell: for "she" and "he"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.story import Node, Story
from kg.gazetteer import Gazetteer, Gender
from kg.model import EntityType
from kg.parse.tree import children

WOMEN = frozenset(
    """mrs ms miss madam madame dame lady queen princess duchess countess empress actress heroine hostess nun wife widow
    mother daughter sister grandmother aunt niece girl girlfriend woman""".split()
)
MEN = frozenset(
    """mr sir lord king prince duke emperor monk husband widower father son brother grandfather uncle nephew boy
    boyfriend man""".split()
)
PRONOUNS: dict[str, Gender] = dict.fromkeys(("she", "her", "hers", "herself"), "female")
PRONOUNS |= dict.fromkeys(("he", "him", "his", "himself"), "male")


def mark_genders(story: Story, gazetteer: Gazetteer) -> None:
    """Set `gender` of the chains of persons: by a word beside a name ("Mrs", "spokeswoman", "his wife"), else by the
    given name of the fullest name. Words that contradict each other tell nothing, and nor does "chairman"."""
    for chain in story.chains:
        if chain.type is EntityType.PERSON:
            told = {gender for node in chain.nodes for word in _beside(node) if (gender := _of_word(word)) is not None}
            words = chain.name.split()
            by_name = gazetteer.gender(words[0]) if len(words) > 1 else None
            chain.gender = told.pop() if len(told) == 1 else None if told else by_name


def _beside(node: Node) -> Iterator[Token]:
    """The word before the name, and nouns in apposition to it."""
    doc, head = node.head.doc, node.head
    if not doc[node.start].is_sent_start:
        yield doc[node.start - 1]
    yield from (child for child in children(head) if child.dep_ == "appos")
    if head.dep_ == "appos":
        yield head.head


def _of_word(word: Token) -> Gender | None:
    text = word.lower_.removesuffix(".")
    if text in WOMEN or text.endswith("woman"):
        return "female"
    return "male" if text in MEN else None
