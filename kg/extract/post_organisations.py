"""Of what a post is: the organisation, country or person that the words around a title name."""

from __future__ import annotations

from kg.extract.arguments import Argument, Arguments
from kg.extract.story import Node, Story
from kg.extract.titles import LEGISLATURES, Title
from kg.model import EntityType, MentionForm
from kg.parse.nouns import possessors, prepositional
from kg.parse.tree import children

ORGANISATIONS = frozenset({EntityType.ORGANIZATION, EntityType.COUNTRY, EntityType.PLACE, EntityType.FACILITY})
PERSONS = frozenset({EntityType.PERSON})
AFFILIATION = frozenset({"of", "for", "at", "to", "with"})
DEPARTMENT = 5
"""Words of a department's name before a title: "Road Transport and Bridges Minister", "District Judge"."""

DIPLOMATS = frozenset({"ambassador", "envoy", "consul", "delegate", "representative", "negotiator", "emissary"})
CABINET = frozenset({"minister", "secretary"})
PORTFOLIOS = frozenset(
    """agriculture commerce defence defense education energy finance health home housing interior justice labor labour
    science tourism trade transport transportation treasury""".split()
)


def is_portfolio(node: Node) -> bool:
    """What a minister is for, taken for the name of an organisation."""
    return node.type is EntityType.ORGANIZATION and node.text.lower() in PORTFOLIOS


COUNTRIES = frozenset({EntityType.COUNTRY})
MINISTERS = frozenset({"minister", "diplomat"})
"""Whom, with diplomats, no town but a state has."""

PERSONAL = frozenset(
    """lawyer attorney solicitor barrister counsel spokesman spokeswoman spokesperson adviser advisor aide assistant
    bodyguard publicist speechwriter strategist agent manager""".split()
)
"""Titles whose holder may work for a person."""


def title_organisations(story: Story, arguments: Arguments, title: Title) -> list[Argument]:
    """What the title is of, as the words around it say."""
    after: list[Argument] = []
    for preposition, token in prepositional(title.head):
        if token.i < title.end:
            continue  # "secretary of state" is all title
        if preposition in {"to", "for"} and title.head.lower_ in DIPLOMATS:
            continue  # where they are sent, not who sends them
        elected = preposition == "from" and title.head.lower_ in LEGISLATURES  # "a senator from X"
        if preposition in AFFILIATION or preposition == "in" or elected:
            found = arguments.resolve(token, ORGANISATIONS)
            if preposition == "in":
                found = tuple(a for a in found if a.chain.type is EntityType.ORGANIZATION)
            after.extend(a for a in found if a.rule != "institution")
            if not found:  # "expert in tax law at the Ruritanian Institute"
                after.extend(
                    argument
                    for inner, deeper in prepositional(token)
                    if inner in AFFILIATION
                    for argument in arguments.resolve(deeper, frozenset({EntityType.ORGANIZATION}))
                )
    if title.head.lower_ not in DIPLOMATS:
        after = after or _adjacent(story, title)
    before = _before(story, arguments, title)
    organisations = [a for a in [*after, *before] if a.chain.type is EntityType.ORGANIZATION]
    if after:
        return after
    return organisations[:1] or before[:1]


def patrons(story: Story, arguments: Arguments, title: Title) -> list[Argument]:
    """The person somebody works for: "X's lawyer", "a spokeswoman for X", "X adviser Y"."""
    if title.text(story.doc).lower().split()[-1] not in PERSONAL:
        return []
    if title.head.dep_ == "conj" and any(child.dep_ == "det" for child in children(title.head)):
        return []  # "X, Y and a spokeswoman for Z": somebody else
    words = [obj for preposition, obj in prepositional(title.head) if preposition in {"for", "to", "of"}]
    words += possessors(title.head)
    found = arguments.resolve_all(words, PERSONS)
    before = story.node_at(story.doc[title.start - 1]) if not found and title.start else None
    if before is not None and before.type is EntityType.PERSON and before.head.sent.start == title.head.sent.start:
        found = [Argument(before.chain, before.start, before.end, MentionForm.NAME, 0.85)]
    return found


def _adjacent(story: Story, title: Title) -> list[Argument]:
    """The name right after "president of [the]", whatever the parse makes of it."""
    doc = story.doc
    index = title.end
    elected = title.head.lower_ in LEGISLATURES and index < len(doc) and doc[index].lower_ == "from"
    if index >= len(doc) or (doc[index].lower_ not in AFFILIATION and not elected):
        return []
    while index + 1 < len(doc) and (doc[index + 1].pos_ in {"DET", "ADJ"} and story.node_at(doc[index + 1]) is None):
        index += 1
    node = next(iter(story.nodes_between(index + 1, min(index + 2, len(doc)))), None)
    if node is None or node.type not in ORGANISATIONS:
        return []
    following = doc[node.end] if node.end < len(doc) else None
    if following is not None and (following.pos_ == "NOUN" or following.tag_ in {"POS", "HYPH"}):
        return []  # "head of the Yorkville police" heads no Yorkville
    return [Argument(node.chain, node.start, node.end, MentionForm.NAME, 0.95)]


def _before(story: Story, arguments: Arguments, title: Title) -> list[Argument]:
    """Names in the noun phrase before the title, nearest first; a possessor ends it."""
    doc = story.doc
    found: list[Argument] = []
    index = title.start - 1
    sentence = doc[title.start].sent.start
    while index >= sentence:
        token = doc[index]
        node = story.node_at(token)
        if node is not None:
            led = title.head.lower_ == "leader" and node.kb is None and node.end == title.start
            if node.demonym and node.type is EntityType.ORGANIZATION and not led:  # a party, which the post is not of
                index = node.start - 1
                continue
            if not found and node.end == title.start and title.head.lower_ in CABINET and is_portfolio(node):
                index = node.start - 1  # "Commerce Secretary X" is of no body called Commerce
                continue
            if node.type not in ORGANISATIONS:
                break
            rule = "demonym" if node.demonym else "name"
            sent = title.head.lower_ in DIPLOMATS | MINISTERS and node.type is EntityType.PLACE
            state = arguments.resolve(node.head, COUNTRIES) if sent else ()  # "Ankara's envoy"
            found.extend(state)
            if not state:
                found.append(Argument(node.chain, node.start, node.end, MentionForm.NAME, 0.95, None, None, rule))
            index = node.start - 1
            if node.end < len(doc) and doc[node.end].tag_ == "POS":
                break
            continue
        if (
            token.tag_ == "POS"
            or token.pos_ in {"ADJ", "NOUN"}
            or (not found and token.pos_ in {"PROPN", "CCONJ"} and title.start - index <= DEPARTMENT)
            or (token.tag_ == "HYPH")
            or token.tag_ in {"VBG", "VBN"}
        ):
            index -= 1
            continue
        break
    return found


def holder_organisations(story: Story, arguments: Arguments, holder: Argument, title: Title) -> list[Argument]:
    """ "President X of Y", "Presidents A of B and C of D"."""
    if holder.form is not MentionForm.NAME or holder.end >= len(story.doc):
        return []
    if story.doc[holder.end].lower_ not in {"of", "from"} or holder.start < title.end:
        return []
    head = story.node_at(story.doc[holder.start])
    if head is None:
        return []
    found: list[Argument] = []
    for preposition, token in prepositional(head.head):
        if preposition in {"of", "from"}:
            found.extend(arguments.resolve(token, ORGANISATIONS))
    return found[:1]
