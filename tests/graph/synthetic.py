"""Made-up articles in any number: people, firms and states that meet, supply, criticise.

Everything comes from the seed of the random generator that is given, so that every run has the same articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from random import Random

from kg.ledger import Ledger
from kg.model import (
    Amount,
    Article,
    Claim,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Mention,
    Modality,
    Polarity,
    Precision,
    Qualifiers,
    Span,
    When,
    digest,
)

RELATIONS = ("MET", "SUPPLIES", "CRITICIZES", "HEADS", "RELATED_TO")
PUBLISHERS = ("Harbour Post", "Daily Lantern", "Capital Herald", None)
PUBLISHED = ("2021-05-04", "2021-05", "2022", "2023-11-30", None)
TYPES = (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.COUNTRY)


def articles(
    random: Random, count: int, *, claims: int, names: int, first: int = 0
) -> Iterator[tuple[Article, Extraction]]:
    """`count` articles numbered from `first` on, of `claims` claims each, about `names` names, some more often named
    than others."""
    for number in range(first, first + count):
        yield _article(random, number, claims, names)


def _article(random: Random, number: int, claims: int, names: int) -> tuple[Article, Extraction]:
    title = f"Report {number}"
    said = [(random.choice(RELATIONS), *_pair(random, names)) for _ in range(claims)]
    sentences = [
        f"{left} {relation.lower()} {right}; note {place} tells more of it and of what may follow in the year to come."
        for place, (relation, left, right) in enumerate(said)
    ]
    article = Article.create(
        title=title,
        text="\n\n".join((title, *sentences)),
        url=f"https://news.example/{number}",
        publisher=random.choice(PUBLISHERS),
        published=random.choice(PUBLISHED),
    )
    mentions: list[Mention] = []
    found: list[Claim] = []
    start = len(title) + 2
    for (relation, left, right), sentence in zip(said, sentences, strict=True):
        whole = Span(start, start + len(sentence))
        subject = _mention(article, left, start)
        object = _mention(article, right, start + sentence.index(right, len(left)))
        mentions += (subject, object)
        verb = start + len(left) + 1
        trigger = Span(verb, verb + len(relation))
        evidence = Evidence(
            article.id, whole, trigger, subject.span, object.span, sentence, "made 1", f"verb:{relation.lower()}"
        )
        found.append(_claim(random, subject, relation, object, evidence))
        start = whole.end + 2
    return article, Extraction(article.id, "made 1", tuple(mentions), tuple(found))


def _pair(random: Random, names: int) -> tuple[str, str]:
    """Two names; those with small numbers come often."""
    return f"Name {int(names * random.random() ** 2)}", f"Name {int(names * random.random() ** 2)}"


def _mention(article: Article, name: str, start: int) -> Mention:
    kind = TYPES[int(name.split()[1]) % len(TYPES)]
    return Mention.create(article.id, Span(start, start + len(name)), name, kind)


def _claim(random: Random, subject: Mention, relation: str, object: Mention, evidence: Evidence) -> Claim:
    dated = random.random() < 0.5
    supplied = Qualifiers(
        product="gas", amount=Amount(10.5, "t", "10.5 tonnes"), duration=random.choice(("25 years", None))
    )
    return Claim.create(
        subject_id=subject.id,
        relation=relation,
        object_id=object.id,
        evidence=evidence,
        polarity=Polarity.NEGATED if random.random() < 0.1 else Polarity.AFFIRMED,
        modality=random.choices(list(Modality), (8, 2, 1, 1))[0],
        attributed_to=("a minister", "the Wire; of Vell") if random.random() < 0.2 else (),
        when=When("2021-05-03", "2021-05-03", Precision.DAY, "on 3 May") if dated else None,
        where=random.choice(("Vell", None)),
        qualifiers=supplied if relation == "SUPPLIES" else None,
        confidence=random.choice((0.5, 0.75, 0.9)),
    )


def entities(mentions: Iterable[Mention], merged: int = 0) -> list[Entity]:
    """One entity a name, with ids that do not depend on what else is there; `merged` names are one with their next."""
    members: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        number = int(mention.text.split()[1])
        members[f"Name {number + 1 if number < merged else number}"].append(mention)
    return [
        Entity(
            id=digest("entity", name),
            type=min(mention.type for mention in group),
            name=name,
            aliases=tuple(sorted({mention.text for mention in group} - {name})),
            mention_ids=tuple(sorted(mention.id for mention in group)),
            wikidata=None,
        )
        for name, group in sorted(members.items())
    ]


def resolve(ledger: Ledger, merged: int = 0) -> None:
    """Make the ledger's entities those of `entities`."""
    ledger.replace_entities(entities(ledger.mentions(), merged))
