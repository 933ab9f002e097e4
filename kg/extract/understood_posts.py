"""Of what a post is where its own words do not say ("Chief executive X said"): what the text just before speaks of.

News names the firm, town or party in one sentence and the holder of its post in the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.arguments import Argument, Arguments
from kg.extract.collectives import is_legislature, is_party, may_be_firm
from kg.extract.origins import GOVERNMENTAL
from kg.extract.post_organisations import PORTFOLIOS
from kg.extract.story import Chain, Node, Story
from kg.extract.titles import Title, words_before
from kg.model import EntityType, MentionForm
from kg.parse.nouns import antecedent, possessors
from kg.parse.tree import children
from kg.parse.words import lower_at, text_at

BODIES = frozenset({EntityType.ORGANIZATION, EntityType.COUNTRY, EntityType.PLACE})
FIRMS = frozenset({EntityType.ORGANIZATION})
AREAS = frozenset({EntityType.PLACE})
COUNTRIES = frozenset({EntityType.COUNTRY})
POLITIES = AREAS | COUNTRIES
SCENES = frozenset({"in", "from"})
OF_STATE = frozenset("ministry army military navy police government presidential foreign defence defense state".split())
"""Words before a speaker's title that make the speaker one of the state's."""

INTERNATIONAL = frozenset("european eu un united nations international world african arab atlantic inter".split())
"""Words of bodies that many states have, wherever their seat is."""

SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson"})

PERSONS = frozenset({EntityType.PERSON})
CABINET = frozenset({"minister", "secretary", "deputy", "ambassador", "envoy"})
"""Whom the head of a state or government has."""

SUBNATIONAL = frozenset("regional state local club company university senior executive group provincial".split())
NATIONAL = frozenset(
    [
        *"president king queen chancellor sultan emir".split(),
        *("prime minister", "vice president", "secretary of state", "foreign secretary", "home secretary"),
        *("defence secretary", "defense secretary", "health secretary", "treasury secretary"),
        *("attorney general", "prosecutor general"),
        *("national security adviser", "national security advisor", "army chief"),
    ]
)
"""Titles that, said without a country, are of the country the article is about; so are those of ministers."""

REGIONAL = ("chief minister", "first minister")
"""The ministers that are not."""

CORPORATE = frozenset(
    [
        *"ceo cfo coo cto chairman chairwoman chairperson spokesman spokeswoman spokesperson".split(),
        *("chief executive", "chief executive officer", "managing director", "chief financial officer"),
        *("chief operating officer", "chief technology officer", "executive director", "director general"),
        *("secretary general", "general secretary", "general manager", "head coach", "vice chairman"),
    ]
)
"""Titles of the organisation that was just spoken of."""

MUNICIPAL = frozenset(
    [
        "governor",
        "lieutenant governor",
        "mayor",
        "lord mayor",
        "police chief",
        "fire chief",
        "sheriff",
        "county sheriff",
    ]
)
"""Titles of the town, county or state that was just spoken of."""

PARTISAN = frozenset(["party leader", "party chairman", "party chairwoman", "party chief"])

UNDERSTOOD = frozenset({"main-country", "recent", "coref:company", "coref:country", "coref:last-word"})
"""Rules by which a post's organisation is understood rather than read beside it."""

BACK = 2
"""Sentences before that of the title in which to look for what it is of."""

TELLING = frozenset({"tell", "report", "quote", "cite", "accord"})
"""Words beside which stands the outlet that brings the news, whose post it is not."""


def understood(story: Story, arguments: Arguments, title: Title, rule: str) -> list[Argument]:
    """Of what the title is, or nothing: what a possessor refers to ("the company's chief executive", "its chief
    executive"), else, of a title right before its holder (`rule` "before-name…"), what such titles go without saying
    for."""
    owner = [
        found
        for word in possessors(title.head)
        for found in arguments.resolve(_whose(title, word), BODIES)
        if found.form is not MentionForm.NAME or word.lower_ == "whose"
    ]
    owner = owner or _of_leader(story, arguments, title)
    if owner:
        return owner[:1]
    words = title.text(story.doc).lower()
    before = {word.lower_ for word in words_before(story.doc, title.start)}
    beside = rule.startswith("before-name")
    secretary = title.head.lower_ == "secretary" and bool(before & PORTFOLIOS)
    national = secretary or words in NATIONAL or (words.endswith("minister") and not words.endswith(REGIONAL))
    if national and not before & SUBNATIONAL and (beside or _the_one(title)):
        return main_country(story, arguments, title)
    if not beside:
        return []
    if before & OF_STATE and title.head.lower_ in SPEAKERS:
        return main_country(story, arguments, title)
    if words in CORPORATE:
        return _recent(story, title, FIRMS)
    if words in MUNICIPAL:
        return _recent(story, title, AREAS)
    if words.endswith(REGIONAL) or words == "premier":
        return _recent(story, title, POLITIES)
    if words in PARTISAN:
        return [found for found in _recent(story, title, FIRMS) if is_party(found.chain)]
    return []


def _whose(title: Title, owner: Token) -> Token:
    """What "whose" stands for ("X, whose president, Y, said"), or the owner itself."""
    if owner.lower_ != "whose":
        return owner
    return antecedent(owner) or (title.head.head if title.head.dep_ == "appos" else owner)


def _of_leader(story: Story, arguments: Arguments, title: Title) -> list[Argument]:
    """ "Her transport minister, X": of what she leads."""
    if title.head.lower_ not in CABINET:
        return []
    return [
        _understood(post.organisation.head, 0.6, "recent")
        for word in possessors(title.head)
        for leader in arguments.resolve(word, PERSONS)
        for post in leader.chain.posts
        if post.relation == "HEADS" and post.organisation.type in POLITIES
    ]


def main_country(story: Story, arguments: Arguments, title: Title) -> list[Argument]:
    """The country that opens the sentence ("In Lima, President X …"); else the one named, itself or in what is of it
    ("the US Senate"), at least twice as often as any other, in the whole article or up to the title, or most often if
    the article opens with it."""
    if any(word.ent_type_ == "NORP" for word in words_before(story.doc, title.start)):
        return []  # "the Kurdish president"
    here = _scene(story, arguments, title)
    if here is None:
        here = _visited(story, arguments, title)
    if here is not None:
        return here
    homes = [(c, home) for c in story.chains if not _is_firm(c) and (home := arguments.home(c)) is not None]
    for end in (len(story.doc), title.end):
        named = Counter(home for c, home in homes for n in c.nodes if n.start < end)
        counts = sorted(
            (
                (sum(n.start < end for n in c.nodes) + named[c.kb or ""], -c.nodes[0].start, c)
                for c in story.chains
                if c.type is EntityType.COUNTRY
            ),
            key=lambda r: r[:2],
        )
        if not counts or not counts[-1][0]:
            continue
        if len(counts) == 1 or counts[-1][0] >= 2 * counts[-2][0] or _opens(story, counts):
            return [_understood(counts[-1][2].head, 0.6, "main-country")]
    return []


def _opens(story: Story, counts: list[tuple[int, int, Chain]]) -> bool:
    """Whether of the two countries named most often that of the headline and the first sentence alone leads."""
    opens = story.sentences[min(1, len(story.sentences) - 1)].end
    return counts[-1][0] > counts[-2][0] and -counts[-1][1] < opens <= -counts[-2][1]


def _scene(story: Story, arguments: Arguments, title: Title) -> list[Argument] | None:
    """The country named, or whose capital is named, in the phrase that opens the sentence of the title; None where no
    such phrase stands, empty where it names another place."""
    sentence = story.sentence_of(title.start)
    opening = next((word for word in sentence if not word.is_space), None)
    if opening is None or opening.lower_ not in SCENES or opening.pos_ != "ADP":
        return None
    for node in story.nodes_between(opening.i + 1, min(opening.i + 3, title.start)):
        if node.type not in POLITIES:
            return None
        found = arguments.resolve(node.head, COUNTRIES)
        if found:
            return [replace(found[0], confidence=0.6, rule="main-country")]
        home = arguments.home(node.chain)
        own = [c for c in story.chains if home is not None and c.kb == home]
        return [_understood(c.head, 0.6, "main-country") for c in own]
    return None


def _visited(story: Story, arguments: Arguments, title: Title) -> list[Argument] | None:
    """ "flew to Lima for talks with President X", "visited Peru, where he was received by President X": the country
    named before, where the title stands in no subject's place; None where no country or capital is."""
    doc = story.doc
    before = doc[title.start - 1].lower_ if title.start else ""
    if before not in {"with", "by"}:
        return None
    sentence = story.sentence_of(title.start)
    reached = {"to", "in", "at"} if before == "with" else set()
    for node in reversed(list(story.nodes_between(sentence.start, title.start))):
        if node.type not in POLITIES or node.demonym:
            continue
        behind = lower_at(doc, node.end + 1 if text_at(doc, node.end) == "," else node.end)
        if lower_at(doc, node.start - 1) in reached or behind == "where":
            found = arguments.resolve(node.head, COUNTRIES)
            return [replace(found[0], confidence=0.6, rule="main-country")] if found else None
    return None


def _is_firm(chain: Chain) -> bool:
    """Whether it is no organ of its country, so that its home tells nothing of the ministers that an article names."""
    if chain.type is not EntityType.ORGANIZATION or is_party(chain) or is_legislature(chain):
        return False
    words = set(chain.name.lower().split())
    return chain.kb is not None and (words.isdisjoint(GOVERNMENTAL) or not words.isdisjoint(INTERNATIONAL))


def _the_one(title: Title) -> bool:
    """ "The president, X, …": the only one there is."""
    head = title.head
    article = [c.lower_ for c in head.lefts if c.dep_ in {"det", "poss"}]
    bare = not article and head.dep_ == "appos" and head.tag_ == "NN"  # "X, prime minister from 2012 to 2018"
    if article != ["the"] and not bare:
        return False
    phrases = [c for c in head.rights if c.dep_ == "prep"]
    return all(any(o.like_num for o in children(phrase)) for phrase in phrases) and (bool(phrases) or not bare)


def _recent(story: Story, title: Title, types: frozenset[EntityType]) -> list[Argument]:
    """What the nearest sentence before the title, or the words before it in its own, speaks of, if that is one."""
    number = story.sentences.index(story.sentence_of(title.start))
    end = title.start
    for sentence in reversed(story.sentences[max(0, number - BACK) : number + 1]):
        chains: dict[Chain, Node] = {}
        for node in _spoken_of(story, sentence.start, min(end, sentence.end), types):
            chains.setdefault(node.chain, node)
        if len(chains) > 1 and types is FIRMS:
            chains = _leading(chains)
        if chains:
            return [_understood(node, 0.6, "recent") for node in chains.values()] if len(chains) == 1 else []
    return []


def _leading(chains: dict[Chain, Node]) -> dict[Chain, Node]:
    """Of several, the firms; of several firms, the one that is a subject."""
    firms = {chain: node for chain, node in chains.items() if may_be_firm(chain)} or chains
    if len(firms) == 1:
        return firms
    joined = {node.head.head.i for node in firms.values() if node.head.dep_ == "conj"}  # "X and Y lost money"
    subjects = {c: n for c, n in firms.items() if n.head.dep_ == "nsubj" and n.head.i not in joined}
    return subjects or chains


def _spoken_of(story: Story, start: int, end: int, types: frozenset[EntityType]) -> Iterator[Node]:
    """Names of the types in tokens [start, end) but those of outlets."""
    for node in story.nodes_between(start, end):
        if node.chain.type in types and not node.demonym and node.head.head.lemma_ not in TELLING:
            yield node


def _understood(node: Node, confidence: float, rule: str) -> Argument:
    return Argument(node.chain, node.start, node.end, MentionForm.NAME, confidence, rule=rule)
