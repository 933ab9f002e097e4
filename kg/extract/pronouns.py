"""What pronouns refer to: only where one compatible antecedent stands in reach."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.genders import PRONOUNS
from kg.extract.nominals import BODY, PERSON
from kg.extract.reach import Reach
from kg.extract.story import Chain, Reference, Story
from kg.model import EntityType, MentionForm
from kg.parse.assertion import SAYING
from kg.parse.subjects import surface_subject
from kg.parse.tree import children

IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
I = frozenset({"i", "me", "my", "mine", "myself"})  # noqa: E741 - the pronoun

MAIN = 3
"""How often whoever an article is about is named, at least."""


SPEAKING = frozenset({"say", "tell", "add", "write", "explain", "recall", "joke"})


class Pronouns:
    """The surest reading of a pronoun, or none."""

    def __init__(self, story: Story, reach: Reach) -> None:
        self._story = story
        self._reach = reach

    def resolve(self, number: int, token: Token) -> Reference | None:
        word = token.lower_
        if word in PRONOUNS:
            return self._single(number, token, PERSON, 0.8)
        if word in IT and token.dep_ != "expl":
            return self._single(number, token, BODY, 0.65) if self._reach.has_subject(number, token, BODY) else None
        if word in THEY:
            return self._plural(number, token)
        if word in I:
            return self._speaker(number, token)
        return None

    def _single(self, number: int, token: Token, types: frozenset[EntityType], base: float) -> Reference | None:
        here = [c for c in self._fitting(number, token, types) if not self._clashes(token, c)]
        if here and types is PERSON and self._quotes(number, token):
            here = []  # "X did well," he said: of X speaks another
        if not here and types == PERSON and self._opens(token):
            topic = self._topic(token)
            if topic is not None:
                return Reference((topic,), base - 0.1, MentionForm.PRONOUN, "coref:topic")
        if len(here) == 1:
            if types == PERSON and here[0].gender is None:
                here[0].gender = PRONOUNS[token.lower_]
            return Reference((here[0],), base, MentionForm.PRONOUN, "coref:pronoun")
        if len(here) > 1:
            subject = self._reach.subject_chain(number, token, types)
            if subject is not None and subject in here:
                return Reference((subject,), base - 0.15, MentionForm.PRONOUN, "coref:pronoun-subject")
            return None
        for back in range(1, min(3, number + 1)):
            before = self._fitting(number - back, token, types)
            if len(before) == 1:
                if types == PERSON and before[0].gender is None:
                    before[0].gender = PRONOUNS[token.lower_]
                return Reference((before[0],), base - 0.05, MentionForm.PRONOUN, "coref:pronoun")
            if before:
                subject = self._reach.main_subject(number - back, types)
                known = [c for c in before if c.gender is not None]
                if types == PERSON and len(known) == 1 and subject is not None and subject.gender is None:
                    return Reference((known[0],), base - 0.15, MentionForm.PRONOUN, "coref:pronoun")
                if subject is not None and subject in before:
                    return Reference((subject,), base - 0.15, MentionForm.PRONOUN, "coref:pronoun-subject")
                return None
        return None

    def _quotes(self, number: int, token: Token) -> bool:
        """Whether the pronoun says what stands in quotation marks before it."""
        if token.dep_ != "nsubj" or token.head.lemma_.lower() not in SPEAKING:
            return False
        sentence = self._reach.sentences[number]
        before = token.i - 1 if token.i < token.head.i else token.head.i - 1
        return before > sentence.start and token.doc[before].is_quote and sentence[0].is_quote

    def _fitting(self, number: int, token: Token, types: frozenset[EntityType]) -> list[Chain]:
        """Entities of a sentence, before `token`, that are not known to be of the other sex than the pronoun."""
        gender = PRONOUNS.get(token.lower_)
        found = dict.fromkeys(self._reach.mentioned(number, token, types))
        return [chain for chain in found if gender is None or chain.gender in {None, gender}]

    def _opens(self, token: Token) -> bool:
        """Whether the pronoun stands in the first sentence of a paragraph."""
        start = self._story.sentence_of(token.i).start
        before = self._story.doc[start - 1] if start else None
        first = self._story.doc[start]
        return any("\n\n" in word.text for word in (before, first) if word is not None)

    def _topic(self, token: Token) -> Chain | None:
        """Whom the article is about, if that is one person of the pronoun's sex: named twice as often before as any
        other."""
        gender = PRONOUNS[token.lower_]
        counts = sorted(
            (
                (sum(n.start < token.i for n in c.nodes), -c.nodes[0].start, c)
                for c in self._story.chains
                if c.type is EntityType.PERSON
            ),
            key=lambda r: r[:2],
        )
        if not counts or counts[-1][0] < MAIN or (len(counts) > 1 and counts[-1][0] < 2 * counts[-2][0]):
            return None
        return counts[-1][2] if counts[-1][2].gender in {None, gender} else None

    def _plural(self, number: int, token: Token) -> Reference | None:
        for back in range(min(2, number + 1)):
            sentence = self._reach.sentences[number - back]
            for word in reversed(sentence):
                if back == 0 and word.i >= token.i:
                    continue
                if word.dep_ in {"nsubj", "nsubjpass"} and word.head.pos_ in {"VERB", "AUX"}:
                    chains = self._reach.chains_of(surface_subject(word.head))
                    if len(chains) >= 2 and len({c.type for c in chains}) == 1:
                        return Reference(chains, 0.75 - 0.1 * back, MentionForm.PRONOUN, "coref:they")
        return None

    def _speaker(self, number: int, token: Token) -> Reference | None:
        """The subject of the verb of saying that governs the sentence, for words inside a quotation; where none does,
        that of the sentence before or behind in the same paragraph, if the quotation goes on there."""
        for beside in (number, number - 1, number + 1):
            if not 0 <= beside < len(self._reach.sentences) or not self._same_quotation(number, beside):
                continue
            for word in self._reach.sentences[beside]:
                if word.lemma_.lower() in SAYING and word.pos_ == "VERB":
                    chains = self._sayers(beside, word)
                    if len(chains) == 1:
                        return Reference(chains, 0.8 if beside == number else 0.7, MentionForm.PRONOUN, "coref:speaker")
        return None

    def _sayers(self, number: int, verb: Token) -> tuple[Chain, ...]:
        subjects = surface_subject(verb)
        chains = tuple(c for c in self._reach.chains_of(subjects) if c.type is EntityType.PERSON)
        if not chains and len(subjects) == 1 and subjects[0].lower_ in PRONOUNS:
            reference = self._single(number, subjects[0], PERSON, 0.8)
            return reference.chains if reference is not None else ()
        return chains

    def _same_quotation(self, number: int, beside: int) -> bool:
        """Whether a quotation that runs in one sentence runs on in the other."""
        if number == beside:
            return True
        first, second = sorted((number, beside))
        opening, closing = self._reach.sentences[first], self._reach.sentences[second]
        if any("\n" in word.text for word in opening[-2:]) or "\n" in closing[0].text:
            return False
        here = self._reach.sentences[number]
        marks = sum(word.is_quote for word in here)
        if beside < number:
            return here[0].is_quote
        return marks % 2 == 1 or marks == 0

    def _clashes(self, token: Token, chain: Chain) -> bool:
        """An object pronoun is not its own verb's subject ("Xi told him"), nor is X his in "his father, X"."""
        if token.dep_ == "poss":
            return chain in self._reach.chains_of([token.head])
        if token.dep_ == "nsubj":  # "With X he wrote": he is not X
            beside = [
                obj
                for child in token.head.lefts
                if child.dep_ == "prep" and child.i < token.i
                for obj in children(child)
                if obj.dep_ == "pobj"
            ]
            return chain in self._reach.chains_of(beside)
        if token.dep_ not in {"dobj", "dative"} or token.tag_ == "PRP$" or token.lower_.endswith("self"):
            return False
        return chain in self._reach.chains_of(surface_subject(token.head))
