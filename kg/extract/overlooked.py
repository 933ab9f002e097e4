"""Names that the recogniser overlooked, found by what the rest of the article knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.extract.story import Node
from kg.gazetteer import Gazetteer
from kg.model import EntityType
from kg.parse.words import words_of

PROPER = frozenset({"PROPN"})
PARTIES = frozenset({"PROPN", "ADJ"})
PARTY_LETTERS = {"D": "Democrat", "R": "Republican"}
"""By which American newspapers tell a politician's party."""

PARTISAN = frozenset(
    """Conservative Liberal Green Socialist Labor Unionist Nationalist Peronist Gaullist Federalist""".split()
) | {"Social Democrat", "Social Democratic", "Christian Democrat", "Christian Democratic"}
"""Adjectives that with a capital tell of a party, whatever its country."""

POLITICAL = frozenset(
    """mp mps leader leaders incumbent minister ministers senator senators candidate candidates lawmaker lawmakers
    councillor politician politicians backbencher peer challenger party group government premier prime mayor former
    deputy cabinet treasurer frontbencher whip rival""".split()
)
"""Words before which such an adjective is that of a party."""

NAMING = frozenset({"NOUN", "PROPN"})
"""Parts of speech that pipelines give the words of names."""


def read_persons(doc: Doc, nodes: list[Node], gazetteer: Gazetteer) -> Iterator[Node]:
    """Runs of proper nouns outside every entity that are persons by their surroundings: a known given name in front, a
    title before, or a country's possessive before ("Chad's X Y")."""
    covered = {index for node in nodes for index in range(node.start, node.end)}
    covered |= {index for ent in doc.ents for index in range(ent.start, ent.end)}
    free = [index for index in words_of(doc, PROPER) if index not in covered and _name_token(doc[index])]
    for index, end in _runs(free):
        if 2 <= end - index <= 4 and _person_run(doc, index, end, gazetteer):
            start = index
            while start < end - 2 and gazetteer.is_title(doc[start].lower_):
                start += 1
            span = doc[start:end]
            yield Node(start, end, span.text, span.root, EntityType.PERSON)


def _runs(indices: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Ranges [start, end) of indices that follow one another."""
    start = 0
    for place, index in enumerate(indices, start=1):
        if place == len(indices) or indices[place] != index + 1:
            yield indices[start], index + 1
            start = place


def read_repeated(doc: Doc, nodes: list[Node], gazetteer: Gazetteer) -> Iterator[Node]:
    """Words outside every name that are an organisation's elsewhere in the article, or the surname of somebody named
    in full.

    The first word counts too where it is no common given name ("Mao" of "Mao Zedong").
    """
    covered = {index for node in nodes for index in range(node.start, node.end)}
    full = [node.text.split() for node in nodes if node.type is EntityType.PERSON and " " in node.text]
    known = {words[-1] for words in full} | {words[0] for words in full if not gazetteer.is_given_name(words[0])}
    firms = {node.text: node for node in nodes if node.type is EntityType.ORGANIZATION and " " not in node.text}
    wanted = known | firms.keys()
    for index in words_of(doc, NAMING):
        token = doc[index]
        text = token.text
        if text not in wanted or index in covered or len(text) < 2:
            continue
        firm = firms.get(text) if text not in known else None
        if token.pos_ == "PROPN" or _capital_tells(token, opening=firm is not None):
            if firm is None:
                yield Node(token.i, token.i + 1, text, token, EntityType.PERSON)
            else:
                yield Node(token.i, token.i + 1, text, token, firm.type, firm.kb, canonical=firm.canonical)


def read_parties(doc: Doc, nodes: list[Node]) -> Iterator[Node]:
    """ "Conservative MP X": adjectives of parties outside every name."""
    for index in words_of(doc, PARTIES):
        token = doc[index]
        if token.text not in PARTISAN or index + 1 == len(doc) or token.nbor(1).lower_ not in POLITICAL:
            continue
        if not any(node.start <= index < node.end for node in nodes):
            yield Node(index, index + 1, token.text, token, EntityType.ORGANIZATION, demonym=True)


def _capital_tells(token: Token, *, opening: bool) -> bool:
    """Whether a noun is a name by its capital: within a sentence that is not all in capitals, or, where `opening`, as
    its first word ("Shell sells …" in an article on Shell)."""
    if token.pos_ != "NOUN" or not token.text[0].isupper():
        return False
    if token.i == token.sent.start:
        return opening
    words = [word for word in token.sent if word.is_alpha]
    return 2 * sum(word.text[0].isupper() for word in words) < len(words)


def _name_token(token: Token) -> bool:
    return token.is_alpha and token.text[0].isupper() and not token.is_upper


def _person_run(doc: Doc, start: int, end: int, gazetteer: Gazetteer) -> bool:
    if gazetteer.is_given_name(doc[start].text):
        return True
    if start == 0:
        return False
    before = doc[start - 1]
    return before.tag_ == "POS" or gazetteer.is_title(before.lower_) or gazetteer.is_title(before.lemma_.lower())


def _with_state(word: str) -> str | None:
    """The letter of a party in one word with a state ("R-Ohio")."""
    party, hyphen, state = word.partition("-")
    return party if hyphen and party in PARTY_LETTERS and state[:1].isupper() else None


def with_parties(doc: Doc, nodes: list[Node], gazetteer: Gazetteer) -> list[Node]:
    """The names with the letter for a party behind a politician's ("X (D-Ohio)"), which is no name elsewhere."""
    found: dict[int, Node] = {}
    for node in nodes:
        letter = node.end + 1
        if node.type is not EntityType.PERSON or letter + 1 >= len(doc) or doc[node.end].text not in {"(", ","}:
            continue
        written = _with_state(doc[letter].text) or doc[letter].text.removesuffix(".")
        party = PARTY_LETTERS.get(written)
        ends = {"-", "–"} if doc[node.end].text == "," else {"-", "–", ",", ")"}  # "X, D-Ohio, said", "X (D)"
        entry = (
            gazetteer.demonym(party) if party and (doc[letter + 1].text in ends or "-" in doc[letter].text) else None
        )
        if entry is not None:
            found[letter] = Node(letter, letter + 1, written, doc[letter], entry.type, entry.id, demonym=True)
    if not found:
        return nodes
    kept = [node for node in nodes if found.keys().isdisjoint(range(node.start, node.end))]
    return sorted([*kept, *found.values()], key=lambda node: node.start)
