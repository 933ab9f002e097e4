"""In-article coreference of words that are no names, as sieves from the surest on: nominals ("the Chinese leader", "the
two countries"), then pronouns, each only when one compatible antecedent stands in reach.

After Lee et al., "Deterministic coreference resolution based on entity-centric, precision-ranked rules" (Computational
Linguistics 39:4, 2013): precision first, and each sieve sees what the ones before it found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from kg.extract.story import Chain, Reference, Story
from kg.model import EntityType, MentionForm
from kg.parse.assertion import SAYING
from kg.parse.nouns import appositions, conjuncts, is_definite, modifiers, possessors, prepositional
from kg.parse.subjects import surface_subject

LEADERS = frozenset("leader president man politician minister premier statesman official rival counterpart".split())
COUNTRIES = frozenset("country nation side party power neighbor neighbour state government ally".split())
COMPANIES = frozenset("company firm corporation carmaker automaker bank group airline giant manufacturer maker".split())
PAIRS = frozenset({"pair", "duo"})
TWO = frozenset({"two", "both"})
HE = frozenset({"he", "him", "his", "she", "her", "hers", "himself", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
I = frozenset({"i", "me", "my", "mine", "myself"})  # noqa: E741 - the pronoun
REACH = 4
"""How many sentences back a group may be looked for."""

DOMINANCE = 2
"""How many times as often as the next one the second of an article's two countries is named."""

PERSON = frozenset({EntityType.PERSON})
COUNTRY = frozenset({EntityType.COUNTRY})
BODY = frozenset({EntityType.ORGANIZATION, EntityType.COUNTRY})


class Coreference:
    """Fills `story.references`, sentence by sentence in order of the text."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._sentences = list(story.doc.sents)

    def resolve(self) -> None:
        for number, sentence in enumerate(self._sentences):
            for token in sentence:
                if self._story.node_at(token) is None and token.i not in self._story.references:
                    reference = self._nominal(number, token) or self._pronoun(number, token)
                    if reference is not None:
                        self._story.references[token.i] = reference

    # nominals

    def _nominal(self, number: int, token: Token) -> Reference | None:
        if token.pos_ not in {"NOUN", "PRON", "NUM", "PROPN"} or token.dep_ == "compound" or self._apposed(token):
            return None
        lemma = token.lemma_.lower()
        both = any(child.lower_ == "both" for child in token.children)
        number_word = both or (is_definite(token) and any(child.lower_ == "two" for child in token.children))
        plural = token.tag_ in {"NNS", "NNPS"} or lemma in PAIRS
        if plural or token.lower_ in TWO:
            return self._group(number, token, lemma, number_word)
        if token.pos_ != "NOUN" or not is_definite(token):
            return None
        if lemma in LEADERS or self._held_title(token):
            return self._office(number, token)
        named = any(self._story.node_at(word) is not None for word in (*modifiers(token), *possessors(token)))
        if lemma in COMPANIES and not named and not any(True for _ in prepositional(token)):
            found = self._recent(number, token, frozenset({EntityType.ORGANIZATION}), 2)
            if len(found) == 1:
                return Reference((found[0],), 0.6, MentionForm.NOMINAL, "coref:company")
        if not named:
            short = [c for c in self._story.chains if c.type in BODY and c.name.lower().split()[-1:] == [lemma]]
            if len(short) == 1 and " " in short[0].name and short[0].nodes[0].start < token.i:
                return Reference((short[0],), 0.7, MentionForm.NOMINAL, "coref:last-word")
        if lemma == "country" and not modifiers(token) and not any(c.dep_ == "relcl" for c in token.children):
            found = self._recent(number, token, frozenset({EntityType.COUNTRY}), 1)
            if len(found) == 1:
                return Reference((found[0],), 0.6, MentionForm.NOMINAL, "coref:country")
        return None

    def _group(self, number: int, token: Token, lemma: str, two: bool) -> Reference | None:
        bare = token.lower_ in TWO and token.dep_ in {"nsubj", "nsubjpass", "poss", "pobj", "dobj"}
        if not (two or bare or lemma in PAIRS or is_definite(token)):
            return None
        if modifiers(token) and not two:
            return None
        if lemma in LEADERS or bare or (lemma in PAIRS and self._pair(number, token, PERSON)):
            pair = self._pair(number, token, PERSON)
            if pair and (two or bare or lemma in PAIRS or lemma in {"leader", "president", "politician"}):
                return Reference(pair, 0.85 if two else 0.7, MentionForm.NOMINAL, "coref:pair")
        if lemma in COUNTRIES or lemma in PAIRS or bare:
            pair = self._country_pair(number, token)
            if pair and (two or bare or lemma in PAIRS or lemma == "party"):
                return Reference(pair, 0.8 if two else 0.65, MentionForm.NOMINAL, "coref:countries")
        if lemma in COMPANIES and two:
            pair = self._pair(number, token, frozenset({EntityType.ORGANIZATION}))
            if pair:
                return Reference(pair, 0.75, MentionForm.NOMINAL, "coref:companies")
        return None

    def _pair(self, number: int, token: Token, types: frozenset[EntityType]) -> tuple[Chain, ...] | None:
        """The last two distinct chains of a type: a sentence that holds exactly two, or two that follow one another."""
        found: list[Chain] = []
        for back in range(min(REACH, number + 1)):
            here = list(dict.fromkeys(reversed(list(self._mentioned(number - back, token, types)))))
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
            here = list(dict.fromkeys(self._mentioned(number - back, token, COUNTRY, demonyms=True)))
            pair = tuple(here) if len(here) == 2 else self._coordinated(number - back, token, COUNTRY)
            if pair is not None:
                return pair
            persons = list(dict.fromkeys(self._mentioned(number - back, token, PERSON)))
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
        sentence = self._sentences[number]
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
        return any(self._story.node_at(word) is not None for word in beside)

    def _held_title(self, token: Token) -> bool:
        return any(post.title.split()[-1].lower() == token.lower_ for c in self._story.chains for post in c.posts)

    def _office(self, number: int, token: Token) -> Reference | None:
        """ "the Chinese leader", "the French president", "the president": who has that office in this article."""
        words = [*modifiers(token), *possessors(token), *(t for p, t in prepositional(token) if p == "of")]
        bodies = [node.chain for word in words if (node := self._story.node_at(word)) is not None]
        persons = [c for c in self._story.chains if c.type is EntityType.PERSON]
        title = token.lower_
        if bodies:
            named = [c for c in persons if any(p.organisation in bodies and title in p.title.lower() for p in c.posts)]
            loose = [c for c in persons if any(country in bodies for country in c.countries)]
            for found in (named, loose if token.lemma_.lower() in LEADERS else []):
                if len(found) == 1 and found[0].nodes[0].start < token.i:
                    return Reference((found[0],), 0.85, MentionForm.NOMINAL, "coref:office")
            return None
        if words:
            return None
        holders = [c for c in persons if any(p.title.lower().endswith(title) for p in c.posts)]
        recent = [c for c in holders if any(n.start < token.i for n in c.nodes)]
        if len(recent) == 1:
            return Reference((recent[0],), 0.75, MentionForm.NOMINAL, "coref:title")
        return None

    # pronouns

    def _pronoun(self, number: int, token: Token) -> Reference | None:
        word = token.lower_
        if word in HE:
            return self._single(number, token, PERSON, 0.8)
        if word in IT and token.dep_ != "expl":
            return self._single(number, token, BODY, 0.65) if self._subject_of(number, token, BODY) else None
        if word in THEY:
            return self._plural(number, token)
        if word in I:
            return self._speaker(number, token)
        return None

    def _single(self, number: int, token: Token, types: frozenset[EntityType], base: float) -> Reference | None:
        here = [c for c in dict.fromkeys(self._mentioned(number, token, types)) if not self._clashes(token, c)]
        if len(here) == 1:
            return Reference((here[0],), base, MentionForm.PRONOUN, "coref:pronoun")
        if len(here) > 1:
            subject = self._subject_chain(number, token, types)
            if subject is not None and subject in here:
                return Reference((subject,), base - 0.15, MentionForm.PRONOUN, "coref:pronoun-subject")
            return None
        for back in range(1, min(3, number + 1)):
            before = list(dict.fromkeys(self._mentioned(number - back, token, types)))
            if len(before) == 1:
                return Reference((before[0],), base - 0.05, MentionForm.PRONOUN, "coref:pronoun")
            if before:
                subject = self._main_subject(number - back, types)
                if subject is not None:
                    return Reference((subject,), base - 0.15, MentionForm.PRONOUN, "coref:pronoun-subject")
                return None
        return None

    def _plural(self, number: int, token: Token) -> Reference | None:
        for back in range(min(2, number + 1)):
            sentence = self._sentences[number - back]
            for word in reversed(sentence):
                if back == 0 and word.i >= token.i:
                    continue
                if word.dep_ in {"nsubj", "nsubjpass"} and word.head.pos_ in {"VERB", "AUX"}:
                    chains = self._chains_of(surface_subject(word.head))
                    if len(chains) >= 2 and len({c.type for c in chains}) == 1:
                        return Reference(chains, 0.75 - 0.1 * back, MentionForm.PRONOUN, "coref:they")
        return None

    def _speaker(self, number: int, token: Token) -> Reference | None:
        """The subject of the verb of saying that governs the sentence, for words inside a quotation."""
        for word in self._sentences[number]:
            if word.lemma_.lower() in SAYING and word.pos_ == "VERB":
                chains = tuple(c for c in self._chains_of(surface_subject(word)) if c.type is EntityType.PERSON)
                if len(chains) == 1:
                    return Reference(chains, 0.8, MentionForm.PRONOUN, "coref:speaker")
        return None

    # what was mentioned where

    def _mentioned(
        self, number: int, token: Token, types: frozenset[EntityType], *, demonyms: bool = False
    ) -> Iterator[Chain]:
        """Chains of a type in a sentence, before `token`, in order; by name or by what was resolved."""
        sentence: Span = self._sentences[number]
        seen = None
        for word in sentence:
            if word.i >= token.i:
                break
            node = self._story.node_at(word)
            if node is not None and node is not seen and node.chain.type in types and (demonyms or not node.demonym):
                yield node.chain
            seen = node
            reference = self._story.references.get(word.i)
            if reference is not None:
                yield from (chain for chain in reference.chains if chain.type in types)

    def _recent(self, number: int, token: Token, types: frozenset[EntityType], reach: int) -> list[Chain]:
        """Distinct chains of the nearest sentence, at most `reach` back, that mentions any before `token`."""
        for back in range(min(reach + 1, number + 1)):
            found = list(dict.fromkeys(self._mentioned(number - back, token, types)))
            if found:
                return found
        return []

    def _chains_of(self, tokens: Iterable[Token]) -> tuple[Chain, ...]:
        found: list[Chain] = []
        for token in tokens:
            node = self._story.node_at(token)
            if node is not None:
                found.append(node.chain)
            elif token.i in self._story.references:
                found.extend(self._story.references[token.i].chains)
        return tuple(dict.fromkeys(found))

    def _subject_chain(self, number: int, token: Token, types: frozenset[EntityType]) -> Chain | None:
        """Subject of the nearest clause above or before the pronoun that names one chain of a type."""
        for ancestor in token.ancestors:
            if ancestor.pos_ in {"VERB", "AUX"}:
                chains = [
                    c for c in self._chains_of(t for t in surface_subject(ancestor) if t.i < token.i) if c.type in types
                ]
                if len(chains) == 1 and not (token.dep_ in {"dobj", "pobj"} and ancestor == token.head):
                    return chains[0]
        return self._main_subject(number, types, before=token.i)

    def _subject_of(self, number: int, token: Token, types: frozenset[EntityType]) -> bool:
        back = [number] if any(True for _ in self._mentioned(number, token, types)) else [number - 1]
        return any(n >= 0 and self._main_subject(n, types) is not None for n in back)

    def _main_subject(self, number: int, types: frozenset[EntityType], before: int | None = None) -> Chain | None:
        for word in self._sentences[number]:
            if before is not None and word.i >= before:
                return None
            if word.dep_ in {"nsubj", "nsubjpass"}:
                chains = [c for c in self._chains_of([word]) if c.type in types]
                if chains:
                    return chains[0]
        return None

    def _clashes(self, token: Token, chain: Chain) -> bool:
        """An object pronoun is not its own verb's subject ("Xi told him")."""
        if token.dep_ not in {"dobj", "dative"} or token.tag_ == "PRP$" or token.lower_.endswith("self"):
            return False
        return chain in self._chains_of(surface_subject(token.head))
