"""What nominals refer to: "the Chinese leader", "the two countries", "the company"."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from kg.extract.collectives import is_party
from kg.extract.descriptions import COMPANIES, CROWDS, describe, describe_aged, describe_crowd, of_that_year, roles_of
from kg.extract.reach import Reach
from kg.extract.story import Chain, Reference, Story
from kg.gazetteer import Gazetteer
from kg.model import EntityType, MentionForm
from kg.parse.nouns import antecedent, appositions, conjuncts, is_definite, modifiers, possessors, prepositional
from kg.parse.tree import children

LEADERS = frozenset("leader president man politician minister premier statesman official rival counterpart".split())
COUNTRIES = frozenset("country nation side party power neighbor neighbour state government ally".split())
PAIRS = frozenset({"pair", "duo"})
TWO = frozenset({"two", "both"})
REACH = 4
"""How many sentences back a group may be looked for."""

DOMINANCE = 2
"""How many times as often as the next one the second of an article's two countries is named."""

PERSON = frozenset({EntityType.PERSON})
COUNTRY = frozenset({EntityType.COUNTRY})
BODY = frozenset({EntityType.ORGANIZATION, EntityType.COUNTRY})
CALLED = BODY | {EntityType.EVENT, EntityType.FACILITY, EntityType.WORK}
"""What is called by the last word of its name for short: "the company", "the festival", "the airport"."""


OWN: dict[str, Callable[[Chain], bool]] = {
    "party": is_party,
    **dict.fromkeys(("country", "government", "nation"), lambda chain: chain.type is EntityType.COUNTRY),
    **dict.fromkeys(
        ("company", "firm", "club", "bank", "group", "organisation", "organization"),
        lambda chain: chain.type is EntityType.ORGANIZATION and not is_party(chain),
    ),
}
"""What somebody's party, country or company may be."""


class Nominals:
    """The surest reading of a noun that names nobody, or none."""

    def __init__(self, story: Story, reach: Reach, gazetteer: Gazetteer) -> None:
        self._story = story
        self._gazetteer = gazetteer
        self._reach = reach
        self._titles = {post.title.split()[-1].lower() for c in story.chains for post in c.posts}
        self._roles = roles_of(story)
        self._last_words: dict[str, list[Chain]] = {}
        for chain in story.chains:
            words = chain.name.lower().split()
            if chain.type in CALLED and len(words) > 1:
                of = words.index("of") if "of" in words[1:] else len(words)
                self._last_words.setdefault(words[of - 1], []).append(chain)  # "the University of X"

    def resolve(self, number: int, token: Token) -> Reference | None:
        if token.pos_ == "ADJ":
            return describe_aged(self._reach, number, token)
        if token.pos_ not in {"NOUN", "PRON", "NUM", "PROPN"} or token.dep_ == "compound" or self._apposed(token):
            return None
        lemma = token.lemma_.lower()
        both = any(child.lower_ == "both" for child in children(token))
        number_word = both or (is_definite(token) and any(child.lower_ == "two" for child in children(token)))
        plural = token.tag_ in {"NNS", "NNPS"} or lemma in PAIRS
        if plural and lemma in CROWDS and is_definite(token):
            return describe_crowd(self._reach, number, token)
        if plural or token.lower_ in TWO:
            return self._group(number, token, lemma, number_word)
        if (token.pos_ != "NOUN" and not token.text.islower()) or not is_definite(token):
            return None
        own = self._own(token, lemma)
        if own is not None:
            return own
        if lemma in LEADERS or token.lower_ in self._titles:
            return self._office(number, token)
        names = [node for word in (*modifiers(token), *possessors(token)) if (node := self._story.node_at(word))]
        if not names and (persons := [c for c in self._roles.get(lemma, ()) if c.nodes[0].start < token.i]):
            return Reference((persons[0],), 0.7, MentionForm.NOMINAL, "coref:role") if len(persons) == 1 else None
        if possessors(token):
            return None  # "her university" need not be the one that was named
        if not names:
            short = self._last_words.get(lemma, [])
            if len(short) == 1 and short[0].nodes[0].start < token.i and of_that_year(token, short[0]):
                return Reference((short[0],), 0.7, MentionForm.NOMINAL, "coref:last-word")
        return describe(self._reach, number, token, names, self._gazetteer)

    def _group(self, number: int, token: Token, lemma: str, two: bool) -> Reference | None:
        bare = token.lower_ in TWO and token.dep_ in {"nsubj", "nsubjpass", "poss", "pobj", "dobj"}
        bare = bare and all(name != "of" for name, _ in prepositional(token))  # "two of the injured"
        bodies = self._bodies(token)
        if bodies:
            return self._leaders(lemma, bodies)
        if not (two or bare or lemma in PAIRS or is_definite(token)):
            return None
        if modifiers(token) and not two:
            return None
        if lemma in LEADERS or bare or (lemma in PAIRS and self._pair(number, token, PERSON)):
            pair = self._pair(number, token, PERSON)
            if pair and (two or bare or lemma in PAIRS or lemma in {"leader", "president", "politician"}):
                return Reference(pair, 0.85 if two else 0.7, MentionForm.NOMINAL, "coref:pair")
        if lemma == "party" and two:
            pair = self._pair(number, token, frozenset({EntityType.ORGANIZATION}))
            if pair and all(is_party(chain) for chain in pair):
                return Reference(pair, 0.75, MentionForm.NOMINAL, "coref:parties")
        if lemma in COUNTRIES or lemma in PAIRS or bare:
            pair = self._country_pair(number, token)
            if pair and (two or bare or lemma in PAIRS or lemma == "party"):
                return Reference(pair, 0.8 if two else 0.65, MentionForm.NOMINAL, "coref:countries")
        if lemma in COMPANIES and two:
            pair = self._pair(number, token, frozenset({EntityType.ORGANIZATION}))
            if pair:
                return Reference(pair, 0.75, MentionForm.NOMINAL, "coref:companies")
        return None

    def _own(self, token: Token, lemma: str) -> Reference | None:
        """ "his party", "whose company", "X's country": that in which the possessor holds a post."""
        suits = OWN.get(lemma)
        owners = possessors(token) if suits is not None else ()
        if suits is None or len(owners) != 1:
            return None
        persons = self._reach.chains_of([antecedent(owners[0]) or owners[0]])
        bodies = {post.organisation for person in persons for post in person.posts if suits(post.organisation)}
        if len(persons) != 1 or persons[0].type is not EntityType.PERSON or len(bodies) != 1:
            return None
        return Reference((bodies.pop(),), 0.7, MentionForm.NOMINAL, "coref:own")

    def _bodies(self, token: Token) -> list[Chain]:
        """What a noun is of: "the leaders of both France and Germany", "the Chinese and Russian leaders"."""
        return [node.chain for word in _words_of(token) if (node := self._story.node_at(word)) is not None]

    def _leaders(self, lemma: str, bodies: list[Chain]) -> Reference | None:
        """The one person of each country or organisation named, when the article has them."""
        if lemma not in LEADERS:
            return None
        persons = [c for c in self._story.chains if c.type is EntityType.PERSON]
        found = []
        for body in bodies:
            heads = [c for c in persons if any(p.relation == "HEADS" and p.organisation is body for p in c.posts)]
            own = heads or [c for c in persons if body in c.countries]
            if len(own) != 1:
                return None
            found.append(own[0])
        if len(set(found)) < 2:
            return None  # "Chinese officials" are not one man
        return Reference(tuple(dict.fromkeys(found)), 0.75, MentionForm.NOMINAL, "coref:leaders")

    def _pair(self, number: int, token: Token, types: frozenset[EntityType]) -> tuple[Chain, ...] | None:
        """The last two distinct chains of a type: a sentence that holds exactly two, or two that follow one another."""
        found: list[Chain] = []
        for back in range(min(REACH, number + 1)):
            here = list(dict.fromkeys(reversed(list(self._reach.mentioned(number - back, token, types)))))
            fresh = [chain for chain in here if chain not in found]
            if len(here) == 2 and not found:
                return tuple(here[::-1])
            if len(found) + len(fresh) == 2:
                return (*fresh[::-1], *found)
            if len(found) + len(fresh) > 2:
                coordinated = self._coordinated(number - back, token, types)
                return coordinated if not found else None
            found = fresh + found
        return None

    def _country_pair(self, number: int, token: Token) -> tuple[Chain, ...] | None:
        """The two countries of this sentence or the last, or of the two persons there; else the article's main two."""
        for back in range(min(2, number + 1)):
            here = list(dict.fromkeys(self._reach.mentioned(number - back, token, COUNTRY, demonyms=True)))
            pair = tuple(here) if len(here) == 2 else self._coordinated(number - back, token, COUNTRY)
            if pair is not None:
                return pair
            persons = list(dict.fromkeys(self._reach.mentioned(number - back, token, PERSON)))
            if len(persons) == 2 and len(here) != 1:
                homes = [person.countries[0] for person in persons if person.countries]
                if len(homes) == 2 and homes[0] is not homes[1]:
                    return tuple(homes)
        counts = [(sum(n.start < token.i for n in c.nodes), c) for c in self._story.chains if c.type in COUNTRY]
        ranked = sorted((pair for pair in counts if pair[0]), key=lambda pair: -pair[0])
        if len(ranked) >= 2 and (len(ranked) == 2 or ranked[1][0] >= DOMINANCE * ranked[2][0]):
            return ranked[0][1], ranked[1][1]
        return None

    def _coordinated(self, number: int, token: Token, types: frozenset[EntityType]) -> tuple[Chain, ...] | None:
        """The last two chains of a type that are joined by "and", and no third with them."""
        sentence = self._reach.sentences[number]
        pairs = []
        for node in self._story.nodes_between(sentence.start, min(sentence.end, token.i)):
            if node.type in types and node.head.dep_ not in {"conj", "appos"}:  # lists of three parse as "A, B and C"
                joined = [n.chain for word in conjuncts(node.head) if (n := self._story.node_at(word)) is not None]
                if len(joined) == 2 and joined[0] is not joined[1] and {c.type for c in joined} <= types:
                    pairs.append((joined[0], joined[1]))
        return pairs[-1] if pairs else None

    def _apposed(self, token: Token) -> bool:
        """Named beside it ("the energy company X"), so that nothing need be guessed."""
        beside = [*appositions(token), *([token.head] if token.dep_ == "appos" else [])]
        if any(self._story.node_at(word) is not None for word in beside):
            return True
        behind = self._story.node_at(token.nbor(1)) if token.i + 1 < len(token.doc) else None
        return behind is not None and behind.start == token.i + 1 and behind.type is EntityType.ORGANIZATION

    def _office(self, number: int, token: Token) -> Reference | None:
        """ "the Chinese leader", "the French president", "the president": who has that office in this article."""
        bodies = self._bodies(token)
        persons = [c for c in self._story.chains if c.type is EntityType.PERSON]
        title = token.lower_
        if bodies:
            named = [c for c in persons if any(p.organisation in bodies and title in p.title.lower() for p in c.posts)]
            loose = [c for c in persons if any(country in bodies for country in c.countries)]
            for found in (named, loose if token.lemma_.lower() in LEADERS else []):
                if len(found) == 1 and found[0].nodes[0].start < token.i:
                    return Reference((found[0],), 0.85, MentionForm.NOMINAL, "coref:office")
            return None
        if _words_of(token):
            return None
        holders = [c for c in persons if any(p.title.lower().endswith(title) for p in c.posts)]
        recent = [c for c in holders if any(n.start < token.i for n in c.nodes)]
        if len(recent) == 1:
            return Reference((recent[0],), 0.75, MentionForm.NOMINAL, "coref:title")
        return None


def _words_of(token: Token) -> list[Token]:
    """What says whose or of what a noun is: words before it, possessors, and behind "of"."""
    return [*modifiers(token), *possessors(token), *(obj for p, obj in prepositional(token) if p == "of")]
