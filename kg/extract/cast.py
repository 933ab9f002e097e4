"""Whom and what an article speaks of: names, the chains they form, and which other words mean them."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc, Token

from kg.extract.arguments import Arguments
from kg.extract.chains import link_names
from kg.extract.coreference import resolve_references
from kg.extract.genders import mark_genders
from kg.extract.names import read_names
from kg.extract.person_origins import read_nationalities
from kg.extract.posts import PostFound, read_posts
from kg.extract.story import Chain, Post, Reference, Story
from kg.extract.titles import Title, find_titles
from kg.gazetteer import Gazetteer
from kg.model import EntityType, MentionForm


class Cast(NamedTuple):
    """The story of an article with its references resolved, what finds the entities of a word in it, its titles from
    left to right, and who holds which."""

    story: Story
    arguments: Arguments
    titles: list[Title]
    posts: list[PostFound]


def read_cast(doc: Doc, gazetteer: Gazetteer) -> Cast:
    """Names first, then what they tell of posts, homes and sex, which references are resolved by ("the Chinese leader",
    "she")."""
    nodes = read_names(doc, gazetteer)
    story = Story(doc, nodes, link_names(nodes))
    titles = list(find_titles(doc, gazetteer))
    posts = _learn_posts(story, Arguments(story, gazetteer), titles)
    mark_genders(story, gazetteer)
    resolve_references(story, gazetteer)
    arguments = Arguments(story, gazetteer, settled=True)
    told = {found.title.start for found in posts}
    posts += read_posts(story, arguments, [title for title in titles if title.start not in told])
    return Cast(story, arguments, titles, posts)


def _learn_posts(story: Story, arguments: Arguments, titles: list[Title]) -> list[PostFound]:
    """Posts, which with the homes that names tell become known of their holders."""
    posts = []
    for found in read_posts(story, arguments, titles):
        posts.append(found)
        person, organisation = found.holder.chain, found.organisation.chain
        _refer(story, found.title.head, person)
        if organisation.type is EntityType.PERSON:
            continue
        person.posts.append(Post(found.title.relation, found.title.text(story.doc), organisation))
        _add_country(person, organisation)
    for origin in read_nationalities(story, arguments):
        if origin.relation == "CITIZEN_OF":
            _add_country(origin.subject.chain, origin.object.chain)
    return posts


def _refer(story: Story, title: Token, person: Chain) -> None:
    """The word of the title means its holder: "the envoy, X, met" is about X."""
    known = story.references.get(title.i)
    chains = tuple(dict.fromkeys((*(known.chains if known else ()), person)))
    story.references[title.i] = Reference(chains, 0.9, MentionForm.NOMINAL, "coref:post")


def _add_country(person: Chain, body: Chain) -> None:
    if body.type is EntityType.COUNTRY and body not in person.countries:
        person.countries.append(body)
