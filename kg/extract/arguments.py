"""From a head token to the entities it speaks of: by name, apposition, institution, coreference, or an owner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.extract.descriptions import COMPANIES
from kg.extract.homes import home_of
from kg.extract.story import Chain, Story
from kg.gazetteer import Gazetteer
from kg.model import EntityType, MentionForm
from kg.parse.nouns import appositions, expand, modifiers, possessors, prepositional
from kg.parse.subjects import examples
from kg.parse.tree import children

INSTITUTIONS = frozenset(
    """government administration authority authorities official officials regime military army force forces troops
    agency company group firm corporation party newspaper ministry parliament team club union bank network giant
    carmaker maker state side leadership embassy delegation cabinet president presidency police navy diplomat diplomats
    lawmaker lawmakers airline manufacturer court courts tribunal prosecutor prosecutors regulator regulators
    investigator investigators jury watchdog spokesman spokeswoman spokesperson broadcaster magazine daily tabloid
    website outlet portal publication radio soldiers""".split()
)
"""Nouns that mean whoever names them: "the Russian government", "the Trump administration", "the X agency"."""

FIGHTING = frozenset(
    """militant fighter rebel insurgent jihadist militia militiaman soldier commando warplane jet aircraft plane drone
    warship gunship helicopter missile rocket artillery airstrike marine agent officer detective operative separatist
    guerrilla extremist contingent paratrooper bomber peacekeeper""".split()
)
"""Who and what fights or arrests for whoever is named with them: "X militants", "officers from X", "Israeli jets"."""

SETTLEMENTS = frozenset(
    "capital city town village port island state province district county territory municipality".split()
)
SPOTS = frozenset(
    """home house hospital hotel prison jail apartment flat residence suburb outskirt area region neighborhood
    neighbourhood centre center north south east west northeast northwest southeast southwest part coast""".split()
)
NAMING = frozenset({"name", "call", "identify", "dub", "know"})
POLITIES = frozenset({EntityType.COUNTRY, EntityType.PLACE})
DEEDS = frozenset(
    """criticism invasion annexation attack killing murder assassination bombing persecution condemnation arrest
    detention abuse torture treatment expulsion removal denial boycott accusation impeachment shooting poisoning
    coverage""".split()
)
"""Nouns whose "of" marks who suffers it: whoever condemns the killing of X does not condemn X."""

SUFFERED = frozenset(
    """killing murder assassination persecution arrest detention abuse torture expulsion removal impeachment shooting
    poisoning""".split()
)
"""Of these, what has a person before it as owner is done to that person ("X's murder")."""

MAKING = frozenset("establish found create build own buy acquire kill injure attack".split())
"""Participles whose agent does not stand for what it did it to ("the club founded by X")."""

OWNER_PREPOSITIONS = frozenset({"of", "by", "from"})
PERSONS_OF_STATE = frozenset("president official diplomat lawmaker prosecutor regulator investigator".split())
"""Of these only several mean their state; one is a person."""

LOCAL = frozenset("authority official police prosecutor court regulator investigator army military".split())
"""Nouns that mean the state that they are said to be in ("prosecutors in Norway")."""


STAFF = frozenset("researcher scientist colleague engineer chemist physicist".split())
"""Of whom several speak for where they work ("researchers at X")."""


@dataclass(frozen=True, slots=True)
class Argument:
    """One reading of an argument. Tokens [start, end) carry it; `stands_for` is set when a place is read as its
    government; `through` is the head of the phrase when the argument is reached through what it owns or does."""

    chain: Chain
    start: int
    end: int
    form: MentionForm
    confidence: float
    stands_for: str | None = None
    through: Token | None = None
    rule: str = "name"


class Arguments:
    """Resolves head tokens of one story."""

    def __init__(self, story: Story, gazetteer: Gazetteer, *, settled: bool = False) -> None:
        """`settled`: the story's references change no more, so that what was asked once need not be found again."""
        self._story = story
        self._gazetteer = gazetteer
        self._settled = settled
        self._known: dict[tuple[int, frozenset[EntityType], bool], tuple[Argument, ...]] = {}
        self._spoken_of: dict[int, list[Argument]] = {}

    def resolve(self, token: Token, types: frozenset[EntityType], *, through: bool = False) -> tuple[Argument, ...]:
        """Entities of the wanted types that `token` speaks of, without repetition."""
        if not self._settled:
            return self._resolve(token, types, through)
        key = (token.i, types, through)
        if key not in self._known:
            self._known[key] = self._resolve(token, types, through)
        return self._known[key]

    def _resolve(self, token: Token, types: frozenset[EntityType], through: bool) -> tuple[Argument, ...]:
        found = self._typed(self._direct(token), types)
        if not found and through:
            found = self._typed(self._owners(token), types)
        return tuple({(argument.chain, argument.stands_for): argument for argument in reversed(found)}.values())[::-1]

    def home(self, chain: Chain) -> str | None:
        """See `home_of`."""
        return home_of(chain, self._gazetteer)

    def resolve_all(
        self, tokens: Iterable[Token], types: frozenset[EntityType], *, through: bool = False
    ) -> list[Argument]:
        return [argument for token in tokens for argument in self.resolve(token, types, through=through)]

    def _typed(self, arguments: Iterable[Argument], types: frozenset[EntityType]) -> list[Argument]:
        """Those of the types; a place that cannot be meant as one, or that acts, is read as who it stands for."""
        found = []
        for argument in arguments:
            fits = argument.chain.type in types
            if fits and (argument.through is None or argument.chain.type is not EntityType.PLACE):
                found.append(argument)
                continue
            government = self._government(argument, types)
            if government is not None:
                found.append(government)
            elif fits:
                found.append(argument)
        return found

    def _government(self, argument: Argument, types: frozenset[EntityType]) -> Argument | None:
        """Whom a capital or palace stands for: "Moscow" Russia, "Brussels" the European Union."""
        if argument.chain.type not in {EntityType.PLACE, EntityType.FACILITY, EntityType.ORGANIZATION}:
            return None
        text = self._story.doc[argument.start : argument.end].text
        body = self._gazetteer.metonym(text)
        if body is None or body.type not in types:
            return None
        chain = next((c for c in self._story.chains if c.kb == body.id), argument.chain)
        return replace(argument, chain=chain, confidence=argument.confidence * 0.9, stands_for=body.id, rule="metonym")

    def _direct(self, token: Token) -> list[Argument]:
        """Entities of any type that the token itself means."""
        if not self._settled:
            return self._read(token)
        if token.i not in self._spoken_of:
            self._spoken_of[token.i] = self._read(token)
        return self._spoken_of[token.i]

    def _read(self, token: Token) -> list[Argument]:
        node = self._story.node_at(token)
        if node is not None and (token.i == node.head.i or node.start <= token.i < node.end):
            if node.demonym and token.dep_ in {"amod", "compound", "nmod"} and token.head.i >= node.end:
                return [Argument(node.chain, node.start, node.end, MentionForm.NAME, 0.9, None, None, "demonym")]
            return [Argument(node.chain, node.start, node.end, MentionForm.NAME, 1.0)]
        apposed = [n for word in expand(appositions(token)) if (n := self._story.node_at(word)) is not None]
        if apposed and token.pos_ in {"NOUN", "PROPN"}:
            kind = apposed[0].type  # "the minister, X, and Y": both; "the minister, X of Z": not Z
            return [
                Argument(n.chain, n.start, n.end, MentionForm.NAME, 0.95, rule="apposition")
                for n in apposed
                if n.type is kind
            ]
        reference = self._story.references.get(token.i)
        if reference is not None:
            return [
                Argument(chain, token.i, token.i + 1, reference.form, reference.confidence, None, None, reference.rule)
                for chain in reference.chains
            ]
        return (
            self._said_of(token)
            or self._before_title(token)
            or self._called(token)
            or self._examples(token)
            or self._institution(token)
            or self._spot(token)
        )

    def _said_of(self, token: Token) -> list[Argument]:
        """ "X, a farmer who sued Y", "X is the farmer who sued Y", "X was among those held": the farmer is X."""
        if token.pos_ != "NOUN" or not any(c.dep_ in {"relcl", "acl"} for c in token.rights):
            return []
        named = []
        if token.dep_ == "appos":
            named = [self._beside(token)]
        elif (
            token.dep_ == "attr"
            and token.head.lemma_ == "be"
            and not any(c.dep_ == "neg" for c in children(token.head))
        ):
            named = [c for c in children(token.head) if c.dep_ == "nsubj"]
        elif token.dep_ == "pobj" and token.head.lower_ == "among" and token.head.head.lemma_ == "be":
            named = [c for c in children(token.head.head) if c.dep_ == "nsubj"]
        nodes = [node for word in named if (node := self._story.node_at(word)) is not None]
        return [Argument(n.chain, n.start, n.end, MentionForm.NAME, 0.9, rule="apposition") for n in nodes]

    def _beside(self, noun: Token) -> Token:
        """What the noun in apposition is said of; of a firm the name right before it, where the parse has a person."""
        comma = noun.left_edge.i - 1
        if noun.lemma_.lower() in COMPANIES and self._is_person(noun.head) and comma > 0:
            node = self._story.node_at(noun.doc[comma - 1])
            return node.head if node is not None else noun.head
        return noun.head

    def _spot(self, token: Token) -> list[Argument]:
        """ "the city of X", "a hospital in X", "the outskirts of X": what happens there happens in X."""
        lemma = token.lemma_.lower()
        if lemma not in SETTLEMENTS and lemma not in SPOTS:
            return []
        if any(child.pos_ == "PROPN" and child.dep_ in {"compound", "amod"} for child in children(token)):
            return []  # "the Left Bank area of X" has a name of its own
        if lemma == "capital":
            for owner in possessors(token):
                node = self._story.node_at(owner)
                if node is not None and node.type in POLITIES:
                    return [Argument(node.chain, node.start, node.end, MentionForm.NAME, 0.8, rule="spot")]
        wanted = {"of", "in", "at", "near"} if lemma in SPOTS else {"of"}
        for preposition, word in prepositional(token):
            node = self._story.node_at(word) if preposition in wanted else None
            if node is not None and node.type in {EntityType.PLACE, EntityType.COUNTRY, EntityType.FACILITY}:
                return [Argument(node.chain, node.start, node.end, MentionForm.NAME, 0.8, rule="spot")]
        return []

    def _before_title(self, token: Token) -> list[Argument]:
        """ "appointed X secretary of state", parsed as a compound: the person named before the title."""
        for child in children(token):
            node = self._story.node_at(child) if child.dep_ in {"compound", "nmod"} else None
            if node is not None and node.type is EntityType.PERSON and self._gazetteer.is_title(token.text):
                return [Argument(node.chain, node.start, node.end, MentionForm.NAME, 0.85, rule="before-title")]
        return []

    def _examples(self, token: Token) -> list[Argument]:
        """ "musicians such as X and Y", "states including X": those named stand for what was said of them."""
        nodes = [node for word in examples(token) if (node := self._story.node_at(word)) is not None]
        return [Argument(n.chain, n.start, n.end, MentionForm.NAME, 0.8, rule="example") for n in nodes]

    def _called(self, token: Token) -> list[Argument]:
        """ "a woman named X", "a group calling itself X", "a man identified as X": the name that is given."""
        for child in children(token):
            if child.dep_ == "acl" and child.lemma_.lower() in NAMING:
                for word in child.subtree:
                    node = self._story.node_at(word)
                    if node is not None and word.i > child.i:
                        return [Argument(node.chain, node.start, node.end, MentionForm.NAME, 0.9, rule="named")]
        return []

    def _institution(self, token: Token) -> list[Argument]:
        """ "the Russian government", "X news agency": the name before; "the German newspaper Y": behind."""
        lemma = token.lemma_.lower()
        if lemma in COMPANIES and lemma not in INSTITUTIONS:
            return self._named_behind(token)
        if lemma not in INSTITUTIONS | STAFF | FIGHTING and token.lower_ not in INSTITUTIONS:
            return []
        if lemma in PERSONS_OF_STATE | FIGHTING and token.tag_ != "NNS" and lemma not in {"militia", "artillery"}:
            return []
        if named := self._named_behind(token):
            return named
        for word in [*reversed(modifiers(token)), *possessors(token)]:
            node = self._story.node_at(word)
            if node is None or node.chain.type is EntityType.EVENT or _held_by(word):
                continue
            if lemma in COMPANIES and node.chain.type in POLITIES:
                continue  # "the Finnish company"
            both = token.tag_ == "NNS" and word.dep_ == "conj"  # "Turkish and Russian troops"
            first = self._story.node_at(word.head) if both else None
            nodes = [node] if first is None or first.type is not node.type else [first, node]
            return [Argument(n.chain, n.start, n.end, MentionForm.NAME, 0.8, None, None, "institution") for n in nodes]
        for preposition, word in prepositional(token) if token.tag_ == "NNS" and lemma in STAFF else ():
            node = self._story.node_at(word) if preposition in {"at", "from"} else None
            if node is not None and node.type is EntityType.ORGANIZATION:
                return [Argument(node.chain, node.start, node.end, MentionForm.NAME, 0.7, None, None, "institution")]
        for preposition, word in prepositional(token) if lemma in FIGHTING else ():
            node = self._story.node_at(word) if preposition in {"from", "of", "with"} else None
            if node is not None and node.type in {EntityType.ORGANIZATION, EntityType.COUNTRY}:
                return [Argument(node.chain, node.start, node.end, MentionForm.NAME, 0.75, None, None, "institution")]
        for preposition, word in prepositional(token) if lemma in LOCAL else ():
            node = self._story.node_at(word) if preposition == "in" else None
            if node is not None and node.type is EntityType.COUNTRY:
                return [Argument(node.chain, node.start, node.end, MentionForm.NAME, 0.75, None, None, "institution")]
        return []

    def _named_behind(self, token: Token) -> list[Argument]:
        """ "the German newspaper X": the organisation named right behind."""
        behind = self._story.node_at(token.nbor(1)) if token.i + 1 < len(token.doc) else None
        if behind is None or behind.start != token.i + 1 or behind.type is not EntityType.ORGANIZATION:
            return []
        return [Argument(behind.chain, behind.start, behind.end, MentionForm.NAME, 0.9, rule="apposition")]

    def _owners(self, token: Token) -> list[Argument]:
        """Whoever owns or does the thing: possessor, "of", "by", a name or nationality before it."""
        if token.pos_ not in {"NOUN", "PROPN", "ADJ", "VERB"}:
            return []
        suffered = token.lemma_.lower() in SUFFERED
        heads = [word for word in possessors(token) if not (suffered and self._is_person(word))]
        patient = token.lemma_.lower() in DEEDS
        if not heads:
            heads = [
                obj
                for preposition, obj in prepositional(token)
                if preposition in OWNER_PREPOSITIONS and not (patient and preposition == "of")
            ]
            heads += [
                obj
                for child in children(token)
                if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ not in MAKING
                for preposition, obj in prepositional(child)
                if preposition == "by"
            ]
        if not any(self._direct(head) for head in heads):
            heads = [*reversed(modifiers(token))] or heads
        return [
            replace(inner, confidence=inner.confidence * 0.8, through=token, rule=f"owner+{inner.rule}")
            for head in heads
            for inner in self._direct(head) or self._owners_of_owner(head)
        ]

    def _is_person(self, word: Token) -> bool:
        node = self._story.node_at(word)
        return node is not None and node.type is EntityType.PERSON

    def _owners_of_owner(self, token: Token) -> list[Argument]:
        """One step further: "the proposals of China's leadership"."""
        return [argument for word in possessors(token) for argument in self._direct(word)]


def _held_by(word: Token) -> bool:
    """ "the Labour-controlled council", "the US-backed government": whoever stands before the hyphen is not it."""
    participle = word.head
    return participle.i == word.i + 2 and participle.lower_.endswith("ed") and word.nbor(1).text in {"-", "–"}
