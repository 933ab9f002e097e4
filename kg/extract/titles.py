"""Titles in the text ("deputy prime minister"), and whether their holders hold them still.

The titles themselves come from the gazetteer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from kg.gazetteer import Gazetteer
from kg.model import Status
from kg.parse.tree import children
from kg.parse.words import words_of

FORMER = frozenset({"former", "ex", "late", "then", "previous", "outgoing", "deposed", "ousted", "onetime", "formerly"})
FUTURE = frozenset({"incoming", "elect", "designate", "next", "future", "presumptive"})
LOWERING = frozenset({"deputy", "vice", "assistant", "associate", "under", "junior"})
"""Words that make a post of a top post ("vice president" does not lead)."""

FUNCTIONS = frozenset(
    """sales marketing finance operations communications technology design research legal product personnel strategy
    security innovation sustainability programming content engineering logistics procurement""".split()
)
"""What a "chief" or "head" of a body may be for, who does not lead it."""

OPPOSING = frozenset({"opposition", "rebel", "protest", "separatist", "spiritual"})
"""An opposition leader leads no country; whom he leads is not said."""

COUNTERPARTS = frozenset({"counterpart"})
"""Words for whoever holds elsewhere the post that was named just before ("the foreign minister met her Thai
counterpart")."""

REACH = 40
"""Tokens between a title and a counterpart of its holder."""

NOUNS = frozenset({"NOUN", "PROPN"})
PLURALS = ("s", "men")
LONGEST_TITLE = 5


STATE_POSTS = frozenset(
    """minister secretary ambassador envoy spokesman spokeswoman spokesperson adviser advisor senator representative
    congressman congresswoman lawmaker official general admiral colonel officer judge justice prosecutor diplomat consul
    delegate commissioner negotiator agent soldier president governor attorney prince princess counsel legislator
    inspector physician mp mep parliamentarian backbencher councillor councilor councilman councilwoman selectman
    alderman trustee superintendent constable trooper marshal sheriff magistrate clerk coroner registrar auditor
    comptroller treasurer ombudsman regulator rapporteur firefighter lieutenant sergeant major captain seaman airman
    teacher vice-president counterpart""".split()
)
"""Words of titles that a state gives; whoever has another occupation and a country before the name is its citizen
("Yemeni journalist X")."""


LAWMAKING = frozenset(
    """parliament congress legislature assembly commons bundestag knesset duma sejm majlis rada riksdag storting
    folketing""".split()
)
LEGISLATURES = {
    "senator": frozenset({"senate"}),
    "representative": frozenset({"house", "representatives"}),
    "congressman": frozenset({"congress", "house", "representatives"}),
    "congresswoman": frozenset({"congress", "house", "representatives"}),
    "mp": LAWMAKING,
    "mep": frozenset({"parliament"}),
    "parliament": frozenset({"parliament"}),
    "congress": frozenset({"congress"}),
    "parliamentarian": frozenset({"parliament"}),
    "backbencher": frozenset({"parliament", "commons"}),
    "legislator": LAWMAKING | {"council"},
    "lawmaker": LAWMAKING,
    "assemblyman": frozenset({"assembly"}),
    "assemblywoman": frozenset({"assembly"}),
}
"""Titles that say of which kind of legislature their holder is a member."""


@dataclass(frozen=True, slots=True)
class Title:
    """Tokens [start, end) that name a post."""

    start: int
    end: int
    head: Token
    relation: str

    def text(self, doc: Doc) -> str:
        """The title's words, in the singular ("Presidents A and B": each is President)."""
        return doc[self.start : self.end - 1].text_with_ws + singular(doc[self.end - 1])


def singular(noun: Token) -> str:
    """Lemma of a plural; pipelines leave that of a capitalised one alone ("Senators")."""
    return noun.lemma_ if noun.tag_ == "NNS" else noun.text.removesuffix("s") if noun.tag_ == "NNPS" else noun.text


def find_titles(doc: Doc, gazetteer: Gazetteer) -> Iterator[Title]:
    """Titles, left to right; where two overlap the longer one, of equals the first."""
    heads = gazetteer.title_heads
    spans: list[Span] = []
    for index in words_of(doc, NOUNS):
        token = doc[index]
        word = token.lower_.rpartition("-")[2]  # "vice-president" is one word
        if word in COUNTERPARTS:
            spans.append(doc[index : index + 1])
            continue
        if word not in heads and not (word.endswith(PLURALS) and singular(token).lower().rpartition("-")[2] in heads):
            continue
        first = max(token.sent.start, index + 1 - LONGEST_TITLE)
        spans += [doc[n : index + 1] for n in range(first, index + 1) if _listed(doc, n, token, gazetteer)]
    last: Title | None = None
    for span in filter_spans(spans):
        if span[-1].lower_ in COUNTERPARTS:
            if last is not None and span.start - last.end < REACH:
                yield Title(span.start, span.end, span.root, last.relation)
            continue
        title = _title(span, gazetteer)
        if title is not None:
            last = title
            yield title


def _listed(doc: Doc, start: int, last: Token, gazetteer: Gazetteer) -> bool:
    """Whether tokens from `start` to `last` are a title of the gazetteer, in singular or plural, "ex-" apart."""
    if doc[start].pos_ in {"DET", "PRON"} or not doc[start].text[0].isalpha():
        return False
    before = doc[start : last.i].text_with_ws if start < last.i else ""
    nouns = {last.text, singular(last)}
    return any(gazetteer.is_title((before + n).removeprefix("ex-").removeprefix("vice-")) for n in nouns)


def _title(span: Span, gazetteer: Gazetteer) -> Title | None:
    """With the department before it ("energy minister"), and what the holder of the title is to its organisation."""
    doc, start, end = span.doc, span.start, span.end
    before = {token.lower_ for token in words_before(doc, start)}
    if before & OPPOSING:
        return None
    words = doc[start : end - 1].text_with_ws + singular(doc[end - 1]) if end - start > 1 else singular(doc[start])
    lowered = before & LOWERING or words.lower().startswith("vice-")
    relation = "WORKS_FOR" if lowered or _of_function(doc, end) else gazetteer.title(words)
    if relation is None:
        return None
    while not doc[start].is_sent_start and doc[start - 1].pos_ == "NOUN" and doc[start - 1].dep_ == "compound":
        start -= 1
    return Title(start, end, doc[start:end].root, relation)


def _of_function(doc: Doc, end: int) -> bool:
    """ "sales chief", "head" of nothing but the sales."""
    return end > 1 and doc[end - 1].lower_ in {"chief", "head", "boss", "director"} and doc[end - 2].lower_ in FUNCTIONS


def words_before(doc: Doc, start: int) -> list[Token]:
    """Adjectives and nouns directly before token `start`, hyphens among them, nearest first."""
    found = []
    for index in range(start, 0, -1):
        token = doc[index - 1]
        if doc[index].is_sent_start:
            break
        if token.tag_ != "HYPH" and token.pos_ not in {"ADJ", "NOUN", "PROPN"}:
            break
        found.append(token)
    return found


def status_of(doc: Doc, title: Title) -> Status:
    sentence = doc[title.start].sent
    if doc[title.start].lower_.startswith("ex-"):
        return Status.FORMER
    if title.text(doc).lower().replace("-", " ").split()[-1] in FUTURE:
        return Status.FUTURE
    index = title.start - 1
    while index >= max(sentence.start, title.start - 6):
        word = doc[index].lower_
        if word in FORMER or word.startswith("ex-"):
            return Status.FORMER
        if word in FUTURE:
            return Status.FUTURE
        if doc[index].pos_ in {"VERB", "AUX", "ADP", "PUNCT"} and doc[index].tag_ != "HYPH":
            break
        index -= 1
    if title.end + 1 < len(doc) and doc[title.end].text in {"-", "–"} and doc[title.end + 1].lower_ in FUTURE:
        return Status.FUTURE
    head = title.head
    if head.dep_ == "attr" and any(
        c.dep_ == "aux" and c.lower_ in {"will", "shall", "'ll", "’ll"} for c in children(head.head)
    ):
        return Status.FUTURE
    if head.dep_ == "attr" and head.head.lemma_ == "be" and head.head.tag_ == "VBD":
        return Status.FORMER
    if head.dep_ == "pobj" and head.head.lower_ == "as" and head.head.head.tag_ in {"VBD", "VBN"}:
        verb = head.head.head
        if verb.lemma_ in {"serve", "resign", "work"} and not any(c.lower_ in {"has", "have"} for c in children(verb)):
            return Status.FORMER
    return Status.CURRENT
