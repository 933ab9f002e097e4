"""The queue of pairs that rules leave to a person, each with what one must see to judge it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Article, Claim, Entity, Mention, MentionForm
from kg.resolve.chains import by_fullness
from kg.resolve.clusters import Clusters

if TYPE_CHECKING:
    from kg.gazetteer import Gazetteer
    from kg.ledger import Ledger

SENTENCE_END = re.compile(
    r"(?<=[\w)”\"’][.!?])(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St)\.)(?<!\bMrs\.)[”\"’]?\s+(?=[“\"‘A-Z0-9])"
)
"""For sentences in which nothing was claimed; those of claims were found by the language pipeline."""


@dataclass(frozen=True, slots=True)
class Side:
    """One entity of a pair: `articles` that mention it, and a `sentence` from one of them, with its title, publisher
    and date of publication."""

    id: str
    name: str
    type: str
    aliases: tuple[str, ...]
    articles: int
    sentence: str
    article_id: str
    title: str
    publisher: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities that may be one. `score` only ranks; `rule` found them, `reason` says why."""

    left: Side
    right: Side
    score: float
    rule: str
    reason: str


def review(ledger: Ledger, gazetteer: Gazetteer, limit: int | None = None) -> tuple[list[Pair], int]:
    """The pairs to be judged, the likeliest first, at most `limit`; and how many there are in all."""
    from kg.resolve.candidates import find_candidates

    entities = {entity.id: entity for entity in ledger.entities()}
    mentions = {mention.id: mention for mention in ledger.mentions()}
    found = find_candidates(entities.values(), mentions, gazetteer, ledger.judgements())
    shown = found if limit is None else found[:limit]
    sides = sides_of((entities[id] for pair in shown for id in (pair.left, pair.right)), mentions, ledger)
    pairs = [Pair(sides[pair.left], sides[pair.right], pair.score, pair.rule, pair.reason) for pair in shown]
    return pairs, len(found)


def sides_of(entities: Iterable[Entity], mentions: Mapping[str, Mention], ledger: Ledger) -> dict[str, Side]:
    """What is shown of each entity, by its id: a sentence with its fullest name, best one from which a claim came."""
    wanted = {entity.id: entity for entity in entities}
    chosen: dict[str, Mention] = {}
    for id, entity in wanted.items():
        own = [mentions[mention] for mention in entity.mention_ids]
        chosen[id] = by_fullness([m for m in own if m.form is MentionForm.NAME and m.stands_for is None] or own)[0]
    places = {mention.article_id for mention in chosen.values()}
    articles = {id: ledger.article(id) for id in sorted(places)}
    claims: dict[str, list[Claim]] = {}
    for claim in ledger.claims_in(places):
        claims.setdefault(claim.evidence.article_id, []).append(claim)
    made = {}
    for id, entity in wanted.items():
        mention, article = chosen[id], articles[chosen[id].article_id]
        made[id] = Side(
            id=id,
            name=entity.name,
            type=entity.type.value,
            aliases=entity.aliases,
            articles=len({mentions[member].article_id for member in entity.mention_ids}),
            sentence=sentence_of(mention, article, claims.get(article.id, ())),
            article_id=article.id,
            title=article.title,
            publisher=article.publisher,
            published=article.published,
        )
    return made


def sentence_of(mention: Mention, article: Article, claims: Sequence[Claim]) -> str:
    """The sentence in which a mention stands."""
    for claim in sorted(claims, key=lambda claim: claim.id):
        sentence = claim.evidence.sentence
        if sentence.start <= mention.span.start and mention.span.end <= sentence.end:
            return claim.evidence.quote
    start = article.text.rfind("\n\n", 0, mention.span.start) + 2 if "\n\n" in article.text[: mention.span.start] else 0
    end = article.text.find("\n\n", mention.span.end)
    paragraph = article.text[start : end if end >= 0 else None]
    ends = [match.end() + start for match in SENTENCE_END.finditer(paragraph)]
    first = max((at for at in ends if at <= mention.span.start), default=start)
    last = min((at for at in ends if at >= mention.span.end), default=start + len(paragraph))
    return article.text[first:last].strip()


class Answers:
    """What follows from the answers given so far, so that nobody is asked what was as good as said."""

    def __init__(self) -> None:
        self._clusters = Clusters(())
        self._apart: list[tuple[str, str]] = []

    def same(self, left: str, right: str) -> None:
        self._clusters.join(left, right)

    def different(self, left: str, right: str) -> None:
        self._apart.append((left, right))

    def imply(self, left: str, right: str) -> bool:
        """Whether the two, ids of entities, are known to be one, or known to differ."""
        find = self._clusters.find
        pair = {find(left), find(right)}
        return len(pair) == 1 or any(pair == {find(one), find(other)} for one, other in self._apart)
