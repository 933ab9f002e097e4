"""Posts: who holds which title where ("X, president of Y", "Y's foreign minister X", "Presidents A of B and C of D").

Titles come from the gazetteer; here is how a title finds its holder and its organisation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.arguments import Argument, Arguments
from kg.extract.story import Node, Story
from kg.extract.titles import Title, status_of, words_before
from kg.model import EntityType, MentionForm, Status
from kg.parse.nouns import conjuncts, possessors, prepositional
from kg.parse.subjects import holders

AFFILIATION = frozenset({"of", "for", "at", "to", "with"})
ORGANISATIONS = frozenset({EntityType.ORGANIZATION, EntityType.COUNTRY, EntityType.PLACE, EntityType.FACILITY})
SUBNATIONAL = frozenset("regional state local club company university senior executive group provincial".split())
DIPLOMATS = frozenset({"ambassador", "envoy", "consul", "delegate", "representative", "negotiator", "emissary"})
NATIONAL = frozenset(
    {
        "president",
        "prime minister",
        "premier",
        "king",
        "queen",
        "chancellor",
        "vice president",
        "foreign minister",
        "interior minister",
        "defence minister",
        "defense minister",
        "finance minister",
        "health minister",
        "secretary of state",
        "foreign secretary",
        "home secretary",
    }
)
"""Titles that, said without a country, are of the country the article is about."""

PERSONAL = frozenset(
    """lawyer attorney solicitor barrister counsel spokesman spokeswoman spokesperson adviser advisor aide assistant
    bodyguard publicist speechwriter strategist""".split()
)
"""Titles whose holder may work for a person."""

REACH = 12
"""Tokens between a title and the name in apposition to it."""

PERSONS = frozenset({EntityType.PERSON})


@dataclass(frozen=True, slots=True)
class PostFound:
    title: Title
    holder: Argument
    organisation: Argument
    status: Status
    rule: str


def read_posts(story: Story, arguments: Arguments, titles: list[Title]) -> Iterator[PostFound]:
    """Every holder of a title with every organisation the title is of."""
    for title in titles:
        holders_found = list(_holders(story, arguments, title))
        if not holders_found:
            continue
        shared = _organisations(story, arguments, title)
        for holder, rule in holders_found:
            organisations = _holder_organisations(story, arguments, holder, title) or shared
            organisations = organisations or _patrons(story, arguments, title)
            if not organisations and rule.startswith("before-name"):  # "President X", not "X, a former president"
                organisations = _main_country(story, title)
            for organisation in organisations:
                if organisation.chain is not holder.chain:
                    how = organisation.rule if organisation.rule == "main-country" else rule
                    yield PostFound(title, holder, organisation, status_of(story.doc, title), how)


LEGISLATURES = {
    "senator": frozenset({"senate"}),
    "representative": frozenset({"house", "representatives"}),
    "congressman": frozenset({"congress", "house", "representatives"}),
    "congresswoman": frozenset({"congress", "house", "representatives"}),
    "mp": frozenset({"parliament", "commons", "bundestag", "knesset", "duma"}),
    "mep": frozenset({"parliament"}),
    "legislator": frozenset({"legislature", "parliament", "council", "assembly"}),
    "lawmaker": frozenset({"legislature", "parliament", "congress", "assembly"}),
    "assemblyman": frozenset({"assembly"}),
    "assemblywoman": frozenset({"assembly"}),
}
"""Titles that say of which kind of legislature their holder is a member."""


def read_seats(story: Story, arguments: Arguments, titles: list[Title]) -> Iterator[PostFound]:
    """Membership of the one legislature of the title's kind that the article names ("Senator X": the Senate)."""
    for title in titles:
        kind = LEGISLATURES.get(title.text(story.doc).split()[-1].lower())
        if kind is None:
            continue
        bodies = [c for c in story.chains if c.type is EntityType.ORGANIZATION and kind & set(c.name.lower().split())]
        if len(bodies) != 1:
            continue
        node = bodies[0].head
        body = Argument(bodies[0], node.start, node.end, MentionForm.NAME, 0.75, rule="legislature")
        for holder, rule in _holders(story, arguments, title):
            yield PostFound(title, holder, body, status_of(story.doc, title), rule)


def _holders(story: Story, arguments: Arguments, title: Title) -> Iterator[tuple[Argument, str]]:
    seen = set()
    for token, rule in _holder_tokens(story, title):
        for argument in arguments.resolve(token, PERSONS):
            if argument.chain not in seen and argument.through is None:
                seen.add(argument.chain)
                yield argument, rule


def _holder_tokens(story: Story, title: Title) -> Iterator[tuple[Token, str]]:
    doc = story.doc
    after = _skip_affiliation(story, title.end)
    node = next(iter(story.nodes_between(after, min(after + 1, len(doc)))), None)
    if node is not None and node.type is EntityType.PERSON:
        yield node.head, "before-name"
        for token in conjuncts(node.head)[1:]:
            if doc[title.end - 1].tag_ in {"NNS", "NNPS"}:
                yield token, "before-names"
        return
    for token in holders(title.head):
        yield token, "said-of"
    # "X, president of Y" where the parse goes astray: name, comma, at most a few modifiers, title
    index = title.start - 1
    while (
        index > 0
        and title.start - index < 7
        and (doc[index].pos_ in {"ADJ", "DET", "PROPN", "NOUN", "NUM", "PART"} or doc[index].tag_ in {"POS", "HYPH"})
    ):
        index -= 1
    if index > 0 and doc[index].text == ",":
        before = story.node_at(doc[index - 1])
        if (
            before is not None
            and before.type is EntityType.PERSON
            and doc[index - 1].sent.start == doc[index].sent.start
        ):
            between = list(story.nodes_between(index, title.start))
            if not any(n.type is EntityType.PERSON for n in between):
                yield before.head, "after-name"
    node = _apposed_after(story, title)
    if node is not None:
        yield node.head, "before-name"


def _apposed_after(story: Story, title: Title) -> Node | None:
    """ "the mayor of Paris, X, said": the person between commas after a title and what it is a title of."""
    doc = story.doc
    for index in range(title.end, min(title.end + REACH, len(doc) - 1)):
        token = doc[index]
        if token.text == "," and token.sent.start == title.head.sent.start:
            node = next(iter(story.nodes_between(index + 1, index + 2)), None)
            if node is not None and node.type is EntityType.PERSON:
                closing = doc[node.end].text if node.end < len(doc) else "."
                definite = any(c.lower_ == "the" or c.dep_ == "poss" for c in title.head.children)
                return node if closing == "," or (definite and closing in {".", ";", ")", "–", "—"}) else None
        node_here = story.node_at(token)
        if token.pos_ in {"VERB", "AUX", "PRON"} or (node_here is not None and node_here.type is EntityType.PERSON):
            return None
    return None


def _skip_affiliation(story: Story, index: int) -> int:
    """Past "of the United States" between a title and its holder's name."""
    doc = story.doc
    if index < len(doc) and doc[index].lower_ in {"of", "for", "from"}:
        start = index + 1
        while start < len(doc) and doc[start].pos_ == "DET":
            start += 1
        node = next(iter(story.nodes_between(start, min(start + 1, len(doc)))), None)
        if node is not None and node.type in ORGANISATIONS and node.end < len(doc):
            follows = story.node_at(doc[node.end])
            if follows is not None and follows.type is EntityType.PERSON:
                return node.end
    return index


def _organisations(story: Story, arguments: Arguments, title: Title) -> list[Argument]:
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
                found = [a for a in found if a.chain.type is EntityType.ORGANIZATION]
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


def _patrons(story: Story, arguments: Arguments, title: Title) -> list[Argument]:
    """The person somebody works for: "X's lawyer", "a spokeswoman for X", "X adviser Y"."""
    if title.text(story.doc).lower().split()[-1] not in PERSONAL:
        return []
    if title.head.dep_ == "conj" and any(child.dep_ == "det" for child in title.head.children):
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


def _main_country(story: Story, title: Title) -> list[Argument]:
    """The country named more than twice as often as any other, for a national title said without one."""
    before = {word.lower_ for word in words_before(story.doc, title.start)}
    if title.text(story.doc).lower() not in NATIONAL or before & SUBNATIONAL:
        return []
    counts = sorted(
        ((len(c.nodes), -c.nodes[0].start, c) for c in story.chains if c.type is EntityType.COUNTRY),
        key=lambda r: r[:2],
    )
    if not counts or (len(counts) > 1 and counts[-1][0] < 2 * counts[-2][0]):
        return []
    node = counts[-1][2].head
    return [Argument(node.chain, node.start, node.end, MentionForm.NAME, 0.6, rule="main-country")]


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
            if node.demonym and node.type is EntityType.ORGANIZATION:  # a party, which the post is not of
                index = node.start - 1
                continue
            if node.type not in ORGANISATIONS:
                break
            rule = "demonym" if node.demonym else "name"
            found.append(Argument(node.chain, node.start, node.end, MentionForm.NAME, 0.95, None, None, rule))
            index = node.start - 1
            if node.end < len(doc) and doc[node.end].tag_ == "POS":
                break
            continue
        if (
            token.tag_ == "POS"
            or token.pos_ in {"ADJ", "NOUN"}
            or (token.tag_ == "HYPH")
            or token.tag_ in {"VBG", "VBN"}
        ):
            index -= 1
            continue
        break
    return found


def _holder_organisations(story: Story, arguments: Arguments, holder: Argument, title: Title) -> list[Argument]:
    """ "President X of Y", "Presidents A of B and C of D"."""
    if holder.form is not MentionForm.NAME or holder.end >= len(story.doc):
        return []
    if story.doc[holder.end].lower_ not in {"of", "from"} or holder.start < title.end:
        return []
    head = story.node_at(story.doc[holder.start])
    if head is None:
        return []
    found = []
    for preposition, token in prepositional(head.head):
        if preposition in {"of", "from"}:
            found.extend(arguments.resolve(token, ORGANISATIONS))
    return found[:1]
