"""A small graph, made by hand, of what articles say about two companies and some ministers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.gazetteer import Gazetteer
from kg.graph.embedded import EmbeddedStore
from kg.graph.projection import project_snapshot
from kg.graph.snapshot import Snapshot
from kg.model import (
    Amount,
    Article,
    Claim,
    Entity,
    EntityType,
    Evidence,
    Mention,
    Modality,
    Polarity,
    Precision,
    Qualifiers,
    Span,
    Status,
    When,
)
from kg.ontology import Ontology

TYPES = {
    "Norway": EntityType.COUNTRY,
    "Estonia": EntityType.COUNTRY,
    "Oslo": EntityType.PLACE,
    "Tallinn": EntityType.PLACE,
    "Northgate Energy": EntityType.ORGANIZATION,
    "Baltic Power": EntityType.ORGANIZATION,
    "Baltic Energy Agency": EntityType.ORGANIZATION,
    "Ingrid Halvorsen": EntityType.PERSON,
    "Kristjan Tamm": EntityType.PERSON,
    "Erik Lindqvist": EntityType.PERSON,
    "Maria Kask": EntityType.PERSON,
}
ALIASES = {"Baltic Energy Agency": ("BEA",), "Ingrid Halvorsen": ("Halvorsen",), "Kristjan Tamm": ("Tamm",)}
KNOWN = {"Norway": "Q20", "Estonia": "Q191"}


class Builder:
    """Collects articles, mentions and claims; every sentence is an article's whole text."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.mentions: dict[str, list[Mention]] = {}
        self.claims: list[Claim] = []

    def tell(
        self,
        sentence: str,
        *claims: tuple[str, str, str, dict[str, object]],
        publisher: str = "Nordic Wire",
        published: str = "2019-03-04",
    ) -> str:
        article = Article.create(
            title=f"[red]{sentence[:20]}[/red]", text=sentence, publisher=publisher, published=published
        )
        self.articles.append(article)
        for subject, relation, object, more in claims:
            ends = [self._mention(article, name) for name in (subject, object)]
            whole = Span(0, len(sentence))
            evidence = Evidence(article.id, whole, whole, ends[0].span, ends[1].span, sentence, "hand 1", "by-hand")
            self.claims.append(
                Claim.create(
                    subject_id=ends[0].id,
                    relation=relation,
                    object_id=ends[1].id,
                    evidence=evidence,
                    confidence=0.9,
                    **more,  # type: ignore[arg-type]
                )
            )
        return article.id

    def _mention(self, article: Article, name: str) -> Mention:
        """A mention stands where its name does, or at the start when the text has another form of it."""
        start = max(article.text.find(name), 0)
        mention = Mention.create(article.id, Span(start, start + len(name)), name, TYPES[name])
        self.mentions.setdefault(name, []).append(mention)
        return mention

    def snapshot(self, copies: dict[str, str]) -> Snapshot:
        entities = [
            Entity(
                id=f"kb:{KNOWN[name]}" if name in KNOWN else f"e-{name.casefold().replace(' ', '-')}",
                type=TYPES[name],
                name=name,
                aliases=ALIASES.get(name, ()),
                mention_ids=tuple(sorted(m.id for m in mentions)),
                wikidata=KNOWN.get(name),
            )
            for name, mentions in sorted(self.mentions.items())
        ]
        mentions = [m for found in self.mentions.values() for m in found]
        return Snapshot(1, tuple(self.articles), tuple(mentions), tuple(self.claims), tuple(entities), copies)


def day(iso: str) -> When:
    return When(iso, iso, Precision.DAY, "that day")


def build() -> Snapshot:
    told = Builder()
    planned = {"modality": Modality.PLANNED}
    denied = {"polarity": Polarity.NEGATED}
    gas = Amount(2e9, "m³/year", "2bn cubic metres a year")
    wire = told.tell(
        "Northgate Energy signed a 15-year contract with Baltic Power to supply 2bn cubic metres of gas a year.",
        ("Northgate Energy", "SIGNED_AGREEMENT_WITH", "Baltic Power", {}),
        (
            "Northgate Energy",
            "SUPPLIES",
            "Baltic Power",
            {"qualifiers": Qualifiers(product="natural gas", duration="15-year", amount=gas)},
        ),
    )
    copy = told.tell(
        "Northgate Energy signed a 15-year contract with Baltic Power to supply 2bn cubic metres of gas a year .",
        (
            "Northgate Energy",
            "SUPPLIES",
            "Baltic Power",
            {"qualifiers": Qualifiers(product="natural gas", duration="15-year", amount=gas)},
        ),
        publisher="Bergen Gazette",
        published="2019-03-05",
    )
    told.tell(
        "Northgate Energy will supply Baltic Power with gas for 20 years, the company said.",
        (
            "Northgate Energy",
            "SUPPLIES",
            "Baltic Power",
            {
                "qualifiers": Qualifiers(product="gas", duration="20 years"),
                "attributed_to": ("Baltic Power",),
                **planned,
            },
        ),
        publisher="Tallinn Courier",
        published="2019-03-05",
    )
    told.tell(
        "Estonia's economy minister, Kristjan Tamm, met Ingrid Halvorsen of Norway in Oslo on Tuesday.",
        ("Ingrid Halvorsen", "MET", "Kristjan Tamm", {"when": day("2019-03-12"), "where": "Oslo"}),
        (
            "Kristjan Tamm",
            "WORKS_FOR",
            "Estonia",
            {"status": Status.CURRENT, "qualifiers": Qualifiers(title="economy minister")},
        ),
        publisher="Baltic Business Review",
        published="2019-03-12",
    )
    told.tell(
        "Norway's energy minister, Ingrid Halvorsen, will visit Tallinn in May.",
        (
            "Ingrid Halvorsen",
            "VISITED",
            "Tallinn",
            {"when": When("2019-05-01", "2019-05-31", Precision.MONTH, "in May"), **planned},
        ),
        (
            "Ingrid Halvorsen",
            "WORKS_FOR",
            "Norway",
            {"status": Status.CURRENT, "qualifiers": Qualifiers(title="energy minister")},
        ),
        publisher="Baltic Business Review",
        published="2019-03-12",
    )
    told.tell(
        "Halvorsen met Erik Lindqvist in Oslo, two officials said.",
        ("Ingrid Halvorsen", "MET", "Erik Lindqvist", {"where": "Oslo", "attributed_to": ("two officials",)}),
        publisher="Tallinn Courier",
        published="2019-03-05",
    )
    told.tell(
        "Halvorsen did not meet Erik Lindqvist, the chief executive of Northgate Energy.",
        ("Ingrid Halvorsen", "MET", "Erik Lindqvist", denied),
        (
            "Erik Lindqvist",
            "HEADS",
            "Northgate Energy",
            {"status": Status.CURRENT, "qualifiers": Qualifiers(title="chief executive")},
        ),
        publisher="Bergen Gazette",
        published="2019-03-14",
    )
    told.tell(
        "Tamm criticised Northgate Energy; the BEA urged Norway to publish the price formula.",
        ("Kristjan Tamm", "CRITICIZES", "Northgate Energy", {}),
        ("Baltic Energy Agency", "CALLS_ON", "Norway", {"qualifiers": Qualifiers(topic="publish the price formula")}),
        publisher="Tallinn Courier",
        published="2019-04-02",
    )
    told.tell(
        "Maria Kask, the head of Baltic Power, did not meet Tamm.",
        ("Maria Kask", "HEADS", "Baltic Power", {"status": Status.CURRENT, "qualifiers": Qualifiers(title="head")}),
        ("Maria Kask", "MET", "Kristjan Tamm", denied),
        publisher="Tallinn Courier",
        published="2019-04-03",
    )
    return told.snapshot({copy: wire})


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    return Ontology.load()


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.fixture(scope="session")
def snapshot() -> Snapshot:
    return build()


@pytest.fixture(scope="session")
def store(ontology: Ontology, snapshot: Snapshot) -> Iterator[EmbeddedStore]:
    with EmbeddedStore() as store:
        project_snapshot(snapshot, store, ontology.relations)
        yield store
