"""A small invented world for graph tests: two states, a gas firm, its buyer, and what seven articles say of them.

a1 Harbour Post      Norvik Gas supplies Sunda Energy, 30 years, 10bn cubic metres; Lena Orsk met Tomas Brandt in Vell
a2 Daily Lantern     Norvik Gas supplies Sunda Energy, 25 years (conflict); Brandt is to meet Orsk (plan)
a3 Reprint Weekly    a copy of a1
a4 Capital Herald    Tomas Brandt did not meet Lena Orsk (denial); Orsk heads Norvia
a5 (no publisher)    Ada Quill heads Norvik Gas; Tomas Brandt, former president of Sundaland
a6 Daily Lantern     Norvia criticises Sundaland, as Brandt says; Sundaland may sanction Norvia (possible)
a7 Capital Herald    Ada Quill, foreign minister of Norvia; Tomas Brandt met Ada Quill
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

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

RELATIONS = Ontology.load().relations

Known = tuple[EntityType, str, tuple[str, ...], str | None]
"""Type, name, aliases and Wikidata id of an entity."""

_ENTITIES: dict[str, Known] = {
    "norvia": (EntityType.COUNTRY, "Norvia", ("Norvian government",), "Q900001"),
    "sundaland": (EntityType.COUNTRY, "Sundaland", (), "Q900002"),
    "gas": (EntityType.ORGANIZATION, "Norvik Gas", ("NG",), None),
    "buyer": (EntityType.ORGANIZATION, "Sunda Energy", ("Sunda",), None),
    "orsk": (EntityType.PERSON, "Lena Orsk", ("Orsk",), None),
    "brandt": (EntityType.PERSON, "Tomáš Brandt", ("Brandt", "Tomas Brandt"), None),
    "quill": (EntityType.PERSON, "Ada Quill", (), None),
    "island": (EntityType.PLACE, "Lone Island", (), None),
}


@dataclass
class World:
    """Collects articles, mentions and claims; entities are given by key."""

    entities: dict[str, Known] = field(default_factory=lambda: dict(_ENTITIES))
    articles: list[Article] = field(default_factory=list)
    mentions: dict[str, Mention] = field(default_factory=dict)
    members: dict[str, set[str]] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    copies: dict[str, str] = field(default_factory=dict)

    def article(self, title: str, publisher: str | None, published: str | None, *sentences: str) -> Article:
        text = title + "\n\n" + "\n\n".join(sentences)
        article = Article.create(title=title, text=text, publisher=publisher, published=published)
        self.articles.append(article)
        return article

    def mention(self, article: Article, key: str, text: str, sentence: Span) -> Mention:
        start = article.text.index(text, sentence.start)
        found = Mention.create(article.id, Span(start, start + len(text)), text, self.entities[key][0])
        self.mentions[found.id] = found
        self.members.setdefault(key, set()).add(found.id)
        return found

    def claim(
        self, article: Article, subject: tuple[str, str], relation: str, object: tuple[str, str], **more: Any
    ) -> Claim:
        """Claim in the first sentence that holds both names; `trigger` in `more` is the word that says so."""
        trigger = more.pop("trigger")
        sentence = next(
            quote
            for quote in article.text.split("\n\n")[1:]
            if subject[1] in quote and object[1] in quote and trigger in quote
        )
        start = article.text.index(sentence)
        span = Span(start, start + len(sentence))
        at = start + sentence.index(trigger)
        left, right = (self.mention(article, *end, span) for end in (subject, object))
        evidence = Evidence(
            article.id, span, Span(at, at + len(trigger)), left.span, right.span, sentence, "rules 1", f"verb:{trigger}"
        )
        made = Claim.create(subject_id=left.id, relation=relation, object_id=right.id, evidence=evidence, **more)
        self.claims.append(made)
        return made

    def snapshot(self, state: str = "world:1") -> Snapshot:
        entities = (
            Entity(f"e-{key}", type, name, aliases, tuple(sorted(self.members[key])), wikidata)
            for key, (type, name, aliases, wikidata) in self.entities.items()
            if key in self.members
        )
        return Snapshot(
            state=state,
            articles=tuple(sorted(self.articles, key=lambda article: article.id)),
            mentions=tuple(sorted(self.mentions.values(), key=lambda mention: mention.id)),
            claims=tuple(sorted(self.claims, key=lambda claim: claim.id)),
            entities=tuple(sorted(entities, key=lambda entity: entity.id)),
            copies=self.copies,
        )


def build() -> World:
    """The world of the module's docstring."""
    world = World()
    gas, buyer = ("gas", "Norvik Gas"), ("buyer", "Sunda Energy")
    orsk, brandt, quill = ("orsk", "Orsk"), ("brandt", "Brandt"), ("quill", "Quill")
    norvia, sundaland = ("norvia", "Norvia"), ("sundaland", "Sundaland")
    contract = "Norvik Gas will supply Sunda Energy with 10bn cubic metres of gas a year for 30 years."
    talks = "Lena Orsk met Tomáš Brandt in Vell on 3 May."
    amount = Amount(1e10, "m³/year", "10bn cubic metres a year")
    long = Qualifiers(product="gas", duration="30 years", amount=amount)
    may = When("2021-05-03", "2021-05-03", Precision.DAY, "on 3 May")

    first = world.article("Gas for Sundaland", "Harbour Post", "2021-05-04", contract, talks)
    copy = world.article("Gas for Sundaland, again", "Reprint Weekly", "2021-05-05", contract, talks)
    world.copies[copy.id] = first.id
    for article in (first, copy):
        world.claim(article, gas, "SUPPLIES", buyer, trigger="supply", qualifiers=long, confidence=0.9)
        world.claim(article, orsk, "MET", brandt, trigger="met", when=may, where="Vell", confidence=0.8)

    short = "Norvik Gas signed up to supply gas to Sunda Energy for 25 years, its director said."
    plan = "Brandt is to meet Orsk again in June."
    second = world.article("A shorter contract", "Daily Lantern", "2021-05-06", short, plan)
    brief = Qualifiers(product="gas", duration="25 years")
    world.claim(
        second,
        gas,
        "SUPPLIES",
        buyer,
        trigger="supply",
        qualifiers=brief,
        confidence=0.7,
        attributed_to=("its director",),
    )
    june = When("2021-06-01", "2021-06-30", Precision.MONTH, "in June")
    world.claim(second, brandt, "MET", orsk, trigger="meet", modality=Modality.PLANNED, when=june, confidence=0.9)

    denial = "Brandt did not meet Orsk, his office says; Lena Orsk is president of Norvia."
    fourth = world.article("A denial", "Capital Herald", "2021-05", denial)
    world.claim(fourth, brandt, "MET", orsk, trigger="meet", polarity=Polarity.NEGATED, confidence=0.8)
    president = Qualifiers(title="president")
    world.claim(fourth, orsk, "HEADS", norvia, trigger="president", status=Status.CURRENT, qualifiers=president)

    posts = "Ada Quill, director of Norvik Gas, was host to Tomáš Brandt, a former president of Sundaland."
    fifth = world.article("A dinner", None, "2020", posts)
    director = Qualifiers(title="director")
    world.claim(fifth, quill, "HEADS", gas, trigger="director", status=Status.CURRENT, qualifiers=director)
    world.claim(fifth, brandt, "HEADS", sundaland, trigger="president", status=Status.FORMER, qualifiers=president)

    words = "Norvia criticised Sundaland, Brandt says, and Sundaland may sanction Norvia."
    sixth = world.article("Words", "Daily Lantern", "2021-07-01", words)
    world.claim(sixth, norvia, "CRITICIZES", sundaland, trigger="criticised", attributed_to=("Brandt",), confidence=0.6)
    world.claim(sixth, sundaland, "SANCTIONS", norvia, trigger="sanction", modality=Modality.POSSIBLE)

    visit = "Ada Quill, foreign minister of Norvia, met Brandt on Lone Island."
    seventh = world.article("On the island", "Capital Herald", "2022-01-10", visit)
    minister = Qualifiers(title="foreign minister")
    world.claim(seventh, quill, "WORKS_FOR", norvia, trigger="minister", status=Status.CURRENT, qualifiers=minister)
    world.claim(seventh, quill, "MET", brandt, trigger="met", where="Lone Island")
    world.claim(
        seventh,
        quill,
        "RELATED_TO",
        ("island", "Lone Island"),
        trigger="met",
        qualifiers=Qualifiers(predicate="met on"),
    )
    return world


def without(snapshot: Snapshot, article_id: str, state: str = "world:2") -> Snapshot:
    """What the ledger holds after `forget`: the article, its mentions and claims gone, entities narrowed."""
    mentions = tuple(mention for mention in snapshot.mentions if mention.article_id != article_id)
    kept = {mention.id for mention in mentions}
    narrowed = (
        replace(entity, mention_ids=tuple(id for id in entity.mention_ids if id in kept))
        for entity in snapshot.entities
    )
    return replace(
        snapshot,
        state=state,
        articles=tuple(article for article in snapshot.articles if article.id != article_id),
        mentions=mentions,
        claims=tuple(claim for claim in snapshot.claims if claim.evidence.article_id != article_id),
        entities=tuple(entity for entity in narrowed if entity.mention_ids),
        copies={copy: original for copy, original in snapshot.copies.items() if article_id not in (copy, original)},
    )
