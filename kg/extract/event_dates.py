"""When: which date of a sentence belongs to which event, and whether it lies ahead."""

from __future__ import annotations

from collections import defaultdict
from typing import Literal

from spacy.tokens import Token

from kg.extract.story import Story
from kg.model import Article, Modality, Precision, When
from kg.parse.assertion import SAYING
from kg.parse.dates import DateMention, find_dates
from kg.parse.subjects import is_infinitive
from kg.parse.tree import children


class EventDates:
    """The dates of one article, found once for the whole text."""

    def __init__(self, article: Article, story: Story) -> None:
        self._story = story
        self._published = (article.published or "")[:10]
        self._by_sentence: dict[int, list[tuple[Token, DateMention]]] = defaultdict(list)
        self.words: list[tuple[int, int]] = []
        for mention in find_dates(article.text, article.published):
            span = story.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
            if span is not None:
                self._by_sentence[story.sentence_of(span.start).start].append((span.root, mention))
                self.words.append((span.start, span.end))

    def when(
        self, predicate: Token, governor: Token | None, modality: Modality, *, beside: int, lasting: bool
    ) -> When | None:
        """The date of the predicate's own clause, or of that of the verb that governs an event noun.

        Where the clause has several, the one nearest to `beside`, the token of the object ("to A on Monday and B on
        Tuesday"). A date with an open end ("since 2013") dates only what lasts: "met for the third time since" says
        nothing of when they met.
        """
        nearest = self._nearest(predicate, governor, beside)
        if nearest is None:
            return None
        mention, base = nearest
        elsewhere = base not in (predicate, governor)
        over = elsewhere and base.tag_ == "VBD"  # "said on Friday that it will", "went on Friday to meet"
        when = mention.when("past" if over else _direction(predicate, governor, modality))
        return None if when.start and when.end is None and not lasting else when

    def scheduled(self, predicate: Token, governor: Token | None, *, beside: int) -> bool:
        """Whether the present tense speaks of a day to come ("meets X on Friday", "is meeting X tomorrow"). What
        somebody said is told in the present too, and the date is that of the saying."""
        told = governor or predicate
        if told.dep_ == "ccomp" and told.head.tag_ == "VBD":
            return False
        if not (_present(predicate) or (governor is not None and _present(governor))):
            return False
        nearest = self._nearest(predicate, governor, beside)
        if nearest is None or nearest[1] not in (predicate, governor):
            return False
        when = nearest[0].when("future")
        return when.precision is not Precision.YEAR and (when.start or "") > self._published > ""

    def _nearest(self, predicate: Token, governor: Token | None, beside: int) -> tuple[DateMention, Token] | None:
        dates = self._by_sentence.get(self._story.sentence_of(predicate.i).start)
        if not dates:
            return None
        bases = [predicate, *([governor] if governor is not None else []), *_companions(governor or predicate)]
        found: list[tuple[int, int, DateMention, Token]] = []
        for token, mention in dates:
            for extra, base in enumerate(bases):
                if under(token, base):
                    away = token.i - beside if token.i > beside else 2 * (beside - token.i)
                    found.append((extra, away, mention, base))
                    break
        return min(found, key=lambda each: each[:2])[2:] if found else None


def finer(known: When | None, other: When | None) -> When | None:
    """`known`, or the other date where none is known or where it is a more exact one within it."""
    if known is None or other is None:
        return known or other
    if not (known.start and known.end and other.start and other.end):
        return known
    inside = known.start <= other.start and other.end <= known.end and known.precision is not other.precision
    return other if inside else known


def under(token: Token, base: Token) -> bool:
    """Whether `token` hangs on `base` without another clause between them."""
    for step in range(10):
        if token.i == base.i:
            return True
        if (step and _clausal(token)) or token.head.i == token.i:
            return False
        token = token.head
    return token.i == base.i


def _direction(predicate: Token, governor: Token | None, modality: Modality) -> Literal["past", "future", "nearest"]:
    if modality is Modality.ACTUAL:
        return "past"
    if modality is not Modality.POSSIBLE:
        return "future"
    verb = governor if governor is not None and predicate.pos_ == "NOUN" else predicate
    if verb.pos_ == "NOUN":
        return "nearest"
    auxiliaries = {child.lower_ for child in children(verb) if child.dep_ in {"aux", "auxpass"}}
    over = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and auxiliaries & {"have", "has", "had", "was", "were"})
    return "past" if over else "future"  # "reportedly met on Friday" was, "may meet on Friday" is to come


def _present(verb: Token) -> bool:
    """ "meets", "is meeting"; not "has met"."""
    auxiliaries = {child.lower_ for child in children(verb) if child.dep_ in {"aux", "auxpass"}}
    if verb.tag_ == "VBG":
        return bool(auxiliaries & {"is", "are", "am", "'s", "’s", "'re", "’re"})
    return verb.tag_ in {"VBZ", "VBP", "VB"} and not auxiliaries


def _companions(verb: Token) -> list[Token]:
    """Verbs whose time is also that of `verb`: the one it shares adverbials with ("In 2007 the state labelled X and
    sanctioned it"), the one that it accompanies or is the purpose of ("visited Y on Friday to meet X", "sued X on
    Friday, accusing it"), participles that accompany it ("Speaking on Friday, …"), a cleft ("it was on Friday that"),
    and the saying of what is thought now ("said on Friday that it opposes X")."""
    head = verb.head
    found: list[Token] = []
    if verb.dep_ == "conj" and head.pos_ == "VERB" and head.i < verb.i and _perfect(verb) <= _perfect(head):
        found.append(head)  # not "did so in 2011 and has done it since"
    marked = any(child.dep_ in {"mark", "advmod"} for child in children(verb))
    if verb.dep_ == "advcl" and not marked and (verb.tag_ == "VBG" or is_infinitive(verb)):
        found.append(head)
    if verb.dep_ == "ccomp" and (head.lemma_ == "be" or (verb.tag_ in {"VBZ", "VBP"} and head.lemma_ in SAYING)):
        found.append(head)
    if verb.dep_ == "relcl" and head.pos_ == "PROPN":
        found.append(head)  # "on Friday, when …"
    found.extend(child for child in children(verb) if child.dep_ == "advcl" and child.tag_ == "VBG")
    return found


def _perfect(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in {"has", "have", "'s", "’s"} for child in children(verb))


def _clausal(token: Token) -> bool:
    return token.pos_ == "VERB" and token.dep_ not in {"xcomp", "acl"}
