"""Small articles and a toy extractor for tests of what comes after extraction.

The toy reads sentences of the form "Ann Lee met Bob Ray." It takes runs of capitalised words for names, links a lone
surname to the full name before it, knows two countries with their demonyms and capitals, and fails on the word BOOM.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.model import Article, Claim, EntityType, Evidence, Extraction, Mention, MentionForm, Span

NAME = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)*")
SENTENCE = re.compile(r"[^.\n]+\.")
COUNTRIES = frozenset({"Norway", "Iceland", "Icelandic"})
CAPITALS = {"Oslo": "Q20", "Reykjavik": "Q189"}
DEMONYMS = {"Icelandic": "Q189"}
AS_OF_VERSION_3 = """
    drop index ix_article_source_id;
    alter table article drop column source_id; alter table article drop column section;
    alter table article drop column published_at; alter table article drop column excerpt;
"""
"""Takes a ledger of today back to the tables it had in version 3."""


class ToyExtractor:
    """See the module. `seen` counts the articles it was given, so that tests can tell what was skipped."""

    def __init__(self) -> None:
        self.seen = 0

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        for article in articles:
            self.seen += 1
            if "BOOM" in article.text:
                raise ValueError("the toy does not like\nthis article")
            yield read_toy(article)


def read_toy(article: Article) -> Extraction:
    """Mentions and MET claims of one article."""
    mentions: dict[str, Mention] = {}
    claims = []
    heads: dict[str, str] = {}
    for sentence in SENTENCE.finditer(article.text):
        found = []
        for match in NAME.finditer(sentence.group()):
            name = match.group()
            span = Span(sentence.start() + match.start(), sentence.start() + match.end())
            mention = toy_mention(article, span, name, heads.get(name.split()[-1]))
            heads.setdefault(name.split()[-1], mention.id)
            mentions[mention.id] = mention
            found.append(mention)
        verb = sentence.group().find(" met ")
        if verb >= 0 and len(found) >= 2:
            subject, object = found[0], found[1]
            start = sentence.start() + verb + 1
            evidence = Evidence(
                article.id,
                Span(sentence.start(), sentence.end()),
                Span(start, start + 3),
                subject.span,
                object.span,
                sentence.group(),
                "toy 1",
                "toy:met",
            )
            claims.append(Claim.create(subject_id=subject.id, relation="MET", object_id=object.id, evidence=evidence))
    return Extraction(article.id, "toy 1", tuple(mentions.values()), tuple(claims))


def toy_mention(article: Article, span: Span, name: str, head: str | None) -> Mention:
    if name in CAPITALS:
        kind = EntityType.PLACE
        return Mention.create(article.id, span, name, kind, MentionForm.NAME, None, CAPITALS[name])
    if name in COUNTRIES:
        kind = EntityType.COUNTRY
        return Mention.create(article.id, span, name, kind, MentionForm.NAME, head, DEMONYMS.get(name))
    return Mention.create(article.id, span, name, EntityType.PERSON, MentionForm.NAME, head)


def story(text: str, path: str | None = None, **fields: str) -> tuple[Article, Extraction]:
    """An article with its toy extraction."""
    article = Article.create(title=fields.pop("title", ""), text=text, path=path, **fields)  # type: ignore[arg-type]
    return article, read_toy(article)
