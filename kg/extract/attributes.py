"""What a claim carries besides its ends and its date: where, topic, product, amount, duration, and who says so."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.extract.arguments import Arguments
from kg.extract.event_dates import EventDates
from kg.extract.frames import Match
from kg.extract.quotations import Quotations
from kg.extract.story import Story
from kg.model import Amount, Article, EntityType, Qualifiers, Span
from kg.parse.assertion import speakers
from kg.parse.clauses import Clause
from kg.parse.nouns import prepositional
from kg.parse.quantities import find_durations, find_quantities
from kg.parse.tree import children

TOPIC_SLOTS = ("over", "about", "on", "regarding", "concerning", "for", "against")
PLACES = frozenset({EntityType.PLACE, EntityType.COUNTRY, EntityType.FACILITY})
SPEAKERS = frozenset(EntityType) - {EntityType.PLACE, EntityType.FACILITY}
"""A capital that says something is its government."""

LONGEST_TOPIC = 90
"""Characters; a longer phrase is cut at a word."""


class Attributes:
    """Reads the attributes of clauses of one article; dates and quantities are found once for the whole text."""

    def __init__(self, article: Article, story: Story, arguments: Arguments) -> None:
        self._story = story
        self._arguments = arguments
        self._quotations = Quotations(story.doc)
        self.dates = EventDates(article, story)
        self._amounts = [(self._tokens(q.span), q.amount) for q in find_quantities(article.text)]
        self._durations = [(self._tokens(span), text) for span, text in find_durations(article.text)]
        self._measuring = {story.sentence_of(words.start).start for words, _ in (*self._amounts, *self._durations)}

    def where(self, clause: Clause, taken: Iterable[object]) -> str | None:
        """Name of the place the clause happens in."""
        for slot in ("in", "at", "near"):
            for argument in self._arguments.resolve_all(clause.slot(slot), PLACES):
                if argument.chain not in set(taken) and argument.stands_for is None:
                    return argument.chain.name
        return None

    def speakers(self, predicate: Token) -> tuple[str, ...]:
        """Names of those who say it, outermost first."""
        said_by = speakers(predicate) or tuple(self._quotations.speakers(predicate))
        found = self._arguments.resolve_all(said_by, SPEAKERS, through=True)
        if not found:  # "a spokesman for X said"
            behind = [obj for word in said_by for preposition, obj in prepositional(word) if preposition == "for"]
            found = self._arguments.resolve_all(behind, SPEAKERS, through=True)
        return tuple(dict.fromkeys(argument.chain.name for argument in found))

    def qualifiers(self, match: Match) -> Qualifiers:
        clause = match.clause
        region = self._region(clause)
        return Qualifiers(
            topic=self._topic(match),
            product=self._product(match),
            amount=self._amount(region, match),
            duration=next((_plain(text) for words, text in self._durations if words.start in region), None),
        )

    def _region(self, clause: Clause) -> frozenset[int]:
        """Indices of the tokens that belong to the event: the predicate's phrase, its governor's, the noun it modifies.
        None in a sentence that measures nothing, where nobody will ask for them."""
        if self._story.sentence_of(clause.predicate.i).start not in self._measuring:
            return frozenset()
        bases = [clause.predicate]
        if clause.governor is not None:
            bases.append(clause.governor)
        if clause.predicate.dep_ == "acl":
            bases.append(clause.predicate.head)
        if clause.predicate.dep_ == "advcl":  # "signed a 12-year contract … to supply"
            bases += [c for c in children(clause.predicate.head) if c.dep_ == "dobj"]
        return frozenset(token.i for base in bases for token in base.subtree if not _foreign(token, bases))

    def _amount(self, region: frozenset[int], match: Match) -> Amount | None:
        """The first amount of the event; "the two leaders" who met are no amount."""
        ends = {match.subject.start, match.object.start}
        for words, amount in self._amounts:
            if words.start in region and ends.isdisjoint(range(words.start, words.end)):
                return amount
        return None

    def _topic(self, match: Match) -> str | None:
        clause = match.clause
        if match.object.through is not None:
            return self._phrase(match.object.through)
        for child in children(clause.predicate):  # "urged X to leave": leave
            if child.dep_ in {"xcomp", "ccomp"} and any(c.dep_ == "aux" and c.lower_ == "to" for c in children(child)):
                return _cut(self._story.doc[child.i : child.right_edge.i + 1].text)
        for slot in TOPIC_SLOTS:
            if slot not in {match.subject_slot, match.object_slot}:
                for token in clause.slot(slot):
                    if not self._measured(token) and self._story.node_at(token) is None:
                        return self._phrase(token)
        return None

    def _product(self, match: Match) -> str | None:
        """ "10bn cubic metres of gas": gas; "gas": gas."""
        for slot in match.frame.product:
            for token in match.clause.slot(slot):
                if token.pos_ not in {"NOUN", "PROPN"} or token.i in range(match.object.start, match.object.end):
                    continue
                measured = self._measured(token)
                inner = [o for p in children(token) if p.dep_ == "prep" and p.lower_ == "of" for o in children(p)]
                base = inner[0] if measured and inner else token
                words = [c for c in base.lefts if c.dep_ in {"amod", "compound"}] + [base]
                return " ".join(word.text for word in words)
        return None

    def _measured(self, token: Token) -> bool:
        """Part of a date or an amount."""
        amounts = ((words.start, words.end) for words, _ in self._amounts)
        return any(start <= token.i < end for start, end in (*amounts, *self.dates.words))

    def _phrase(self, head: Token) -> str:
        subtree = list(head.subtree)
        start = subtree[0]
        if start.pos_ == "DET" and len(subtree) > 1:
            start = subtree[1]
        return _cut(self._story.doc[start.i : subtree[-1].i + 1].text)

    def _tokens(self, span: Span) -> DocSpan:
        """The tokens that a stretch of the text covers or touches."""
        covered = self._story.doc.char_span(span.start, span.end, alignment_mode="expand")
        return covered if covered is not None else self._story.doc[0:1]


def _foreign(token: Token, bases: list[Token]) -> bool:
    """In a coordinated clause of its own."""
    for ancestor in [token, *token.ancestors]:
        if ancestor in bases:
            return False
        if ancestor.dep_ == "conj" and ancestor.pos_ == "VERB" and any(c.dep_ == "nsubj" for c in children(ancestor)):
            return True
    return False


def _plain(duration: str) -> str:
    """ "30-year" → "30 years", so that the same span reads the same before and after its noun."""
    number, dash, unit = duration.partition("-")
    return duration if not dash else f"{number} {unit}" if number in {"1", "one"} else f"{number} {unit}s"


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_TOPIC else text[:LONGEST_TOPIC].rsplit(" ", 1)[0] + " …"
