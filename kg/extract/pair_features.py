"""What the surroundings of a pair of entities tell of how they stand to each other, as features by name.

No feature is a name: names are shown by their types and other proper nouns as PROPN, so that what was learned from one
year's news holds for the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from kg.extract.arguments import Argument
from kg.extract.drafts import Draft
from kg.extract.pair_cells import CellReader
from kg.extract.pair_paths import Path
from kg.extract.pairs import FARTHEST, Pair
from kg.extract.story import Story
from kg.extract.titles import Title
from kg.ontology import Ontology

LONGEST_PATH = 5
"""Steps of a path that is a feature as a whole; longer ones are too rare to be learned."""

STEPS = (5, 8, 12, 20)
"""Upper bounds of classes of counts; below the first each count is its own class."""


class FeatureReader:
    """Reads the features of pairs of one article, sentence by sentence; `drafts` are all that rules claim in it."""

    def __init__(self, story: Story, ontology: Ontology, titles: Sequence[Title], drafts: Sequence[Draft]) -> None:
        self._story = story
        self._titles = {index: title for title in titles for index in range(title.start, title.end)}
        self._words: dict[int, str] = {}
        self._cells = CellReader(story, ontology, drafts)

    def read(self, pair: Pair, possible: Iterable[str]) -> tuple[set[str], dict[str, set[str]]]:
        """Features of the pair, and by relation, of those that are possible, those of the cell that pair and relation
        make (see CellReader)."""
        types = f"{pair.subject.chain.type}>{pair.object.chain.type}"
        order = "forward" if pair.forward else "back"
        left, right = (pair.subject, pair.object) if pair.forward else (pair.object, pair.subject)
        found = set(self._shape(pair, types, order, _class(max(right.start - left.end, 0))))
        found.update(self._neighbours(pair, order, left, right))
        found.update(self._titled(pair, types, order, left, right))
        if pair.path is not None:
            found.update(self._path(pair.path, types))
        return found, self._cells.read(pair, possible, found)

    def _word(self, token: Token) -> str:
        """What is shown of a word."""
        if token.i not in self._words:
            self._words[token.i] = self._shown(token)
        return self._words[token.i]

    def _shown(self, token: Token) -> str:
        node = self._story.node_at(token)
        if node is not None:
            return node.type
        if token.pos_ == "PROPN":
            return "TITLE" if token.i in self._titles else "PROPN"
        return "NUM" if token.like_num else token.lemma_.lower()

    def _shape(self, pair: Pair, types: str, order: str, gap: int) -> Iterator[str]:
        subject, obj = pair.subject, pair.object
        yield from (f"types={types}", f"s={subject.chain.type}", f"o={obj.chain.type}", f"order={order}")
        yield from (f"types={types},{order}", f"gap={gap}", f"gap={gap},{order}", f"crowd={_class(pair.crowd)}")
        yield f"form={subject.form}>{obj.form}"
        for name, end in (("s", subject), ("o", obj)):
            node = self._story.node_at(pair.sentence.doc[end.start])
            if node is not None and node.demonym:
                yield f"demonym-{name}"
                yield f"demonym-{name}={types},{order},{gap}"
        if subject.stands_for or obj.stands_for:
            yield "metonym"
        if pair.number < 2:
            yield f"sentence={pair.number}"

    def _neighbours(self, pair: Pair, order: str, left: Argument, right: Argument) -> Iterator[str]:
        """Words just before, between and after the two; how many other entities stand between."""
        doc = pair.sentence.doc
        inner = set()
        if left.end < right.start <= left.end + FARTHEST:
            yield f"first={order},{self._word(doc[left.end])}"
            yield f"last={order},{self._word(doc[right.start - 1])}"
            inner = {node.chain for node in self._story.nodes_between(left.end, right.start)}
        yield f"inner={min(len(inner), 4)}"
        before = self._word(doc[left.start - 1]) if left.start > pair.sentence.start else "^"
        yield f"before={order},{before}"
        if right.end < pair.sentence.end:
            yield f"after={order},{self._word(doc[right.end])}"

    def _titled(self, pair: Pair, types: str, order: str, left: Argument, right: Argument) -> Iterator[str]:
        """Posts named between the two, and beside each."""
        if not self._titles:
            return
        for index in range(left.end, min(right.start, left.end + FARTHEST)):
            if index in self._titles:
                title = self._titles[index]
                yield f"title-between={order},{title.relation}"
                yield f"title-between={order},{title.relation},{types}"
        for name, end in (("s", pair.subject), ("o", pair.object)):
            for index, side in ((end.start - 1, "left"), (end.end, "right"), (end.end + 1, "right")):
                if pair.sentence.start <= index < pair.sentence.end and index in self._titles:
                    yield f"title-{name}={side},{self._titles[index].relation}"

    def _path(self, path: Path, types: str) -> Iterator[str]:
        """The way through the parse: as a whole, its ends and its top."""
        top = self._word(path.top)
        own_s, own_o = path.up[0] if path.up else "self", path.down[0] if path.down else "self"
        role_s, role_o = path.roles
        yield from (f"length={min(path.length, 8)}", f"top={top}", f"own-s={own_s}", f"own-o={own_o}")
        yield from (f"own={own_s}>{own_o}", f"roles={role_s}>{role_o}", f"roles={role_s}>{role_o},{top}")
        yield from (f"role-s={role_s},{top}", f"role-o={role_o},{top}")
        if path.length <= LONGEST_PATH:
            kind = path.top.pos_ if self._story.node_at(path.top) is None else "NAME"
            up, down = "<".join(path.up), ">".join(reversed(path.down))
            yield from (
                f"path={up}<{kind}>{down}",
                f"path={up}<{kind}>{down},{types}",
                f"path={up}<{top}>{down}",
            )


def _class(count: int) -> int:
    """The class of a count: itself if small, else the highest bound that it reaches."""
    return count if count < STEPS[0] else max(bound for bound in STEPS if bound <= count)
