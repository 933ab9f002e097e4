"""What extraction knows of one article while it reads it: names, the chains they form, and what other words refer to.

These are working objects, thrown away when the article's mentions and claims are made.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from kg.gazetteer import Gender
from kg.model import EntityType, MentionForm
from kg.parse.clauses import PREDICATING, Clause, read_clauses
from kg.parse.words import words_of

SHORT = 4
"""Letters up to which a name in capitals is read as an acronym."""


@dataclass(eq=False, slots=True)
class Node:
    """One name in the text: tokens [start, end).

    `kb` is its knowledge-base id; `canonical` that it is written as the knowledge base calls it; `demonym` that the
    word is that of a people or party ("Chinese"), so that it refers to the country or party.
    """

    start: int
    end: int
    text: str
    head: Token
    type: EntityType
    kb: str | None = None
    demonym: bool = False
    canonical: bool = False
    chain: Chain = field(init=False, repr=False)


@dataclass(eq=False, slots=True)
class Post:
    """That a chain holds a title at an organisation, country or place; `relation` is HEADS or WORKS_FOR."""

    relation: str
    title: str
    organisation: Chain


@dataclass(eq=False, slots=True)
class Chain:
    """All names of one thing in the article, in order. `name` is the fullest."""

    type: EntityType
    kb: str | None = None
    nodes: list[Node] = field(default_factory=list)
    spellings: dict[str, None] = field(default_factory=dict)
    """The different texts of its names, in order of coming."""
    posts: list[Post] = field(default_factory=list)
    countries: list[Chain] = field(default_factory=list)
    """Countries a person leads, works for or comes from, as far as the article says."""
    gender: Gender | None = None
    """Of a person, where it is known."""

    def add(self, node: Node) -> None:
        node.chain = self
        self.nodes.append(node)
        self.spellings[node.text] = None

    @property
    def head(self) -> Node:
        """The node with the knowledge base's name ("Russia"), else the fullest one; of equals, the first.

        Demonyms come last ("Chinese" is no name of China), names shouted in a dateline or headline before them.
        """

        def rank(node: Node) -> tuple[bool, bool, int, bool, int, int]:
            shouted = node.text.isupper() and len(node.text) > SHORT
            return node.demonym, not node.canonical, -len(node.text.split()), shouted, -len(node.text), node.start

        return min(self.nodes, key=rank)

    @property
    def name(self) -> str:
        return self.head.text


@dataclass(frozen=True, slots=True)
class Reference:
    """What a word that is no name refers to, how surely, and by which sieve."""

    chains: tuple[Chain, ...]
    confidence: float
    form: MentionForm
    rule: str


@dataclass(slots=True)
class Story:
    """One article: its Doc, names in order, chains in order of first name, and references by token index."""

    doc: Doc
    nodes: list[Node]
    chains: list[Chain]
    references: dict[int, Reference] = field(default_factory=dict)
    sentences: list[Span] = field(init=False)
    _starts: list[int] = field(init=False)
    _by_token: dict[int, Node] = field(default_factory=dict)
    _words: list[int] = field(init=False)
    _clauses: dict[int, list[Clause]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sentences = list(self.doc.sents)
        self._starts = [sentence.start for sentence in self.sentences]
        self._words = words_of(self.doc, PREDICATING)
        for node in self.nodes:
            for index in range(node.start, node.end):
                self._by_token[index] = node

    def node_at(self, token: Token) -> Node | None:
        """The name that covers a token."""
        return self._by_token.get(token.i)

    def sentence_of(self, index: int) -> Span:
        """The sentence of the token with this index; `Token.sent` takes ten times as long to find it."""
        return self.sentences[bisect_right(self._starts, index) - 1]

    def predicating(self, sentence: Span) -> list[Token]:
        """Words of a sentence that may be predicates."""
        first, last = (bisect_left(self._words, edge) for edge in (sentence.start, sentence.end))
        return [self.doc[index] for index in self._words[first:last]]

    def clauses(self, sentence: Span, nouns: Container[str]) -> list[Clause]:
        """Clauses of a sentence, read once for all who ask; `nouns` are those that may be predicates. None where fewer
        than two entities are spoken of: nothing is to be said between them."""
        if sentence.start not in self._clauses:
            several = len(self.spoken_of(sentence)) > 1
            self._clauses[sentence.start] = list(read_clauses(self.predicating(sentence), nouns)) if several else []
        return self._clauses[sentence.start]

    def spoken_of(self, sentence: Span) -> set[Chain]:
        """The entities that a sentence names or refers to."""
        found = {node.chain for node in self.nodes_between(sentence.start, sentence.end)}
        for index in range(sentence.start, sentence.end):
            if index in self.references:
                found.update(self.references[index].chains)
        return found

    def nodes_between(self, start: int, end: int) -> Iterator[Node]:
        """Names that begin in tokens [start, end), in order."""
        seen = None
        for index in range(start, end):
            node = self._by_token.get(index)
            if node is not None and node is not seen and node.start >= start:
                yield node
            seen = node
