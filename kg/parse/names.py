"""Names as the gazetteer knows them, over what the statistical recogniser thinks.

The component `kg_gazetteer` lays the gazetteer's names over the recogniser's, once `kg_trim` has cleaned those. Where
both claim the same words:

    recogniser                 gazetteer         kept                  because
    ORG "Nato" / "Gazprom"     the same span     gazetteer's label     it knows
    PERSON "Jordan"            ambiguous         recogniser's          a name of several things needs the context
    ORG "Labour"               ambiguous         gazetteer's           both say the same
    LANGUAGE "Russian"         the same span     recogniser's          the context tells a language from a people
    ORG "Bank of China"        China inside      recogniser's          a longer name of its own
    PERSON "Paris Hilton"      Paris inside      recogniser's          the same
    GPE "Chad’s Idriss Déby"   Chad inside       both, cut apart       a possessive joins two names
    PERSON "Ada Hill of Nokia" Nokia inside      both, cut apart       nobody is called by a firm
    ORG "US-Russia"            US, Russia        the two               nothing but names and joints between them
    ORG "Kyodo news agency"   Kyodo inside      gazetteer's           the rest only says what it is
    DATE "start of the Winter
    Olympics"                  Winter Olympics   gazetteer's           a date is no name
    ORG "Christian Democrats"  both words        recogniser's          two peoples do not stand side by side
    PERSON "Bejing Xi"         overlap           both, cut apart       gazetteer first

`Span.id_` of a name is the gazetteer's id where the name has one owner ("Q159"), for demonyms that of the country.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from kg.gazetteer import Entry, Gazetteer
from kg.parse.trim import ARTICLES, POSSESSIVES, trim

JOINTS = frozenset({"-", "–", "—", "/", "and", "&", ",", "the"})
NUMERIC = frozenset({"DATE", "TIME", "PERCENT", "ORDINAL", "CARDINAL", "QUANTITY"})
"""Labels of expressions that are no names. MONEY is left out: "40 billion US dollars" is one amount."""
SHOUTING = 0.7
"""A line with this share of capitalised words or more tells nothing by its capitals ("JOIN US TODAY")."""


class GazetteerNames:
    """Component that lays gazetteer names over `doc.ents`."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._owners: dict[str, tuple[str, str]] = {}
        self._ambiguous: frozenset[str] = frozenset()
        self._by_words: dict[str, tuple[str, str]] = {}
        self._matcher = PhraseMatcher(nlp.vocab)

    def learn(self, gazetteer: Gazetteer) -> None:
        """Take in all names of `gazetteer`. (Apart from construction: spaCy builds components from plain settings.)"""
        self._owners = {}
        shared: set[str] = set()
        for entry in gazetteer.entries():
            for name, label in surface_forms(entry):
                owner = self._owners.setdefault(name, (label, entry.id))
                if owner[1] != entry.id:
                    shared.add(name)
        for name in shared:
            self._owners[name] = (self._owners[name][0], "")
        self._ambiguous = frozenset(name for entry in gazetteer.entries() for name in entry.ambiguous)
        docs = [(self._nlp.make_doc(name), self._owners[name]) for name in sorted(self._owners)]
        self._by_words = {spelled(doc[:]): owner for doc, owner in docs}
        self._matcher.add("name", [doc for doc, _ in docs])

    def __call__(self, doc: Doc) -> Doc:
        known = filter_spans([span for span in self._matcher(doc, as_spans=True) if self._is_name(span)])
        if known:
            doc.ents = tuple(
                sorted(merge(doc, list(doc.ents), [self._labelled(span) for span in known], self._ambiguous))
            )
        return doc

    def _labelled(self, span: Span) -> Span:
        label, id = self._by_words[spelled(span)]
        return Span(span.doc, span.start, span.end, label=label, span_id=id)

    def _is_name(self, span: Span) -> bool:
        """Whether the capitals mean something: not for short upper-case words in a line that is all upper case."""
        if len(span) > 1 or not span.text.isupper() or len(span.text) > 4:
            return True
        words = [token for token in line_around(span[0]) if token.is_alpha and token.i != span.start]
        upper = sum(token.is_upper for token in words)
        return len(words) < 2 or upper < SHOUTING * len(words)


def spelled(span: Span) -> str:
    """The words of a span, however the text spaces them ("Wal - Mart" is matched as "Wal-Mart")."""
    return " ".join(token.text for token in span)


@Language.factory("kg_gazetteer")
def create_gazetteer_names(nlp: Language, name: str) -> GazetteerNames:
    return GazetteerNames(nlp)


def surface_forms(entry: Entry) -> Iterable[tuple[str, str]]:
    """Every way the entry is written in text, with its label there."""
    for name in entry.names:
        for form in {name, name.replace("'", "’")}:
            yield form, entry.label
    for name in entry.demonyms:
        yield name, "NORP"


def line_around(token: Token, reach: int = 12) -> list[Token]:
    """Up to `reach` tokens to either side on the same line."""
    doc = token.doc
    line = [token]
    for i in range(token.i - 1, max(-1, token.i - reach - 1), -1):
        if "\n" in doc[i].text:
            break
        line.insert(0, doc[i])
    for i in range(token.i + 1, min(len(doc), token.i + reach + 1)):
        if "\n" in doc[i].text:
            break
        line.append(doc[i])
    return line


def merge(doc: Doc, seen: list[Span], known: list[Span], ambiguous: frozenset[str]) -> list[Span]:
    """`known` laid over `seen` by the rules in the module's docstring; no two spans of the result overlap."""
    result: list[Span] = []
    taken: set[int] = set()

    def put(span: Span) -> None:
        if taken.isdisjoint(range(span.start, span.end)):
            result.append(span)
            taken.update(range(span.start, span.end))

    free = set(range(len(known)))
    agreed = {(span.start, span.end, span.label_) for span in seen}
    for span in seen:
        inside = [n for n in sorted(free) if known[n].start < span.end and span.start < known[n].end]
        if not inside:
            put(span)
            continue
        if stays(span, [known[n] for n in inside], ambiguous):
            put(span)
            free -= set(inside)
    for n in sorted(free):
        twice = (known[n].start, known[n].end, known[n].label_) in agreed and not qualifies(known[n])
        if twice or known[n].text not in ambiguous or supported(known[n]):
            put(known[n])
    for span in seen:
        for start, end in leftovers(span, taken):
            if span.label_ not in NUMERIC and doc[start].text[:1].isupper():
                put(Span(doc, start, end, label=span.label_))
    return result


def stays(span: Span, inside: list[Span], ambiguous: frozenset[str]) -> bool:
    """Whether the recogniser's span wins over the gazetteer names that it overlaps."""
    first, last = inside[0], inside[-1]
    if len(inside) == 1 and first.start == span.start and first.end == span.end:
        other = span.label_ not in {first.label_, "GPE", "LOC", "NORP"}
        return span.label_ == "LANGUAGE" or (first.text in ambiguous and other)
    if first.start < span.start or last.end > span.end or span.label_ in NUMERIC:
        return False
    covered = {i for name in inside for i in range(name.start, name.end)}
    rest = [token for token in span if token.i not in covered]
    employed = first.start > span.start + 2 and span.doc[first.start - 1].lower_ == "of"
    if span.label_ == "PERSON" and first.label_ == "ORG" and employed:
        return False
    if not rest and span.label_ == "ORG" and {name.label_ for name in inside} == {"NORP"}:
        return True
    if all(token.text in JOINTS for token in rest):
        return False
    if span.label_ == "ORG" == first.label_ and all(token.is_lower for token in rest):
        return False
    after = span.doc[first.end] if first.end < span.end else None
    if first.start == span.start and after is not None and after.text in POSSESSIVES:
        return False
    return not (span.label_ == "PERSON" and first.label_ == "NORP" and first.start == span.start and len(rest) > 1)


def supported(span: Span) -> bool:
    """Whether an ambiguous name that the recogniser did not see may be read as the gazetteer says.

    It must be tagged as a proper noun (a people also as an adjective) and stand beside no other capitalised word; at
    the start of a sentence, where every word has a capital, a verb or possessive must follow ("Shell said", not "Shell
    companies").
    """
    doc, start = span.doc, span.start
    while start and doc[start - 1].lower_ in ARTICLES:
        start -= 1
    before = doc[start - 1] if start else None
    after = doc[span.end] if span.end < len(doc) else None
    tags = {token.tag_ for token in span}
    if not tags <= {"NNP", "NNPS"} and not (span.label_ == "NORP" and tags <= {"NNP", "NNPS", "JJ", "NN", "NNS"}):
        return False
    if any(token is not None and token.is_title and token.is_alpha for token in (before, after)):
        return False
    opens = before is None or before.is_space or bool(doc[start].is_sent_start)
    return not opens or (after is not None and (after.pos_ in {"VERB", "AUX"} or after.text in POSSESSIVES))


def qualifies(span: Span) -> bool:
    """Whether a common noun follows, before which the capital of a first word misleads ("Shell companies")."""
    return span.end < len(span.doc) and span.doc[span.end].pos_ == "NOUN"


def leftovers(span: Span, taken: set[int]) -> list[tuple[int, int]]:
    """Trimmed token ranges of `span` outside `taken`, when a part of it is taken and the rest is a name of its own."""
    free = [i for i in range(span.start, span.end) if i not in taken]
    if not free or len(free) == len(span):
        return []
    ranges: list[tuple[int, int]] = []
    for i in free:
        if ranges and ranges[-1][1] == i:
            ranges[-1] = (ranges[-1][0], i + 1)
        else:
            ranges.append((i, i + 1))
    trimmed = (trim(span.doc, start, end, span.label_) for start, end in ranges)
    return [(start, end) for start, end in trimmed if start < end]
