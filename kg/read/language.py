"""Whether an article is in English: the language pipeline would make nonsense of any other.

Words of closed classes are counted (pronouns, prepositions, auxiliaries), as in Grefenstette, "Comparing Two Language
Identification Schemes" (1995), since what an article is about cannot change them. Letter statistics would follow names,
and news in English is full of names: capitalised words are left out, and quotations where enough is said around them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass

from kg.errors import LanguageError
from kg.read.lexicon import ENGLISH, ENGLISH_CODE, OTHER_LETTER, code_of, lexicon, other_alphabet

TOKEN = re.compile("[A-Za-z\u00c0-\u02af\u0300-\u036f\u1e00-\u1eff]+'?")
"""A word in Latin letters, or what stands of one before an apostrophe ("l'", "don'")."""
ASIDE = re.compile(r'"[^"\n]*"|“[^“”\n]*”|«[^«»\n]*»|„[^„“”\n]*[“”]|\([^()\n]*\)')
"""Quotations and brackets: what others say, and names in their own alphabets."""
PART_END = re.compile(r"[.!?…][\"'”’»)\]]*\s|[。！？।۔]|\n")

NO_DOUBT = 0.1
"""As many words of another language to one of English are names and loans."""
PLAIN = 0.25
"""Share of English words that running text has at least."""
ENOUGH, KINDS, OFTEN, DENSITY = 4, 3, 6, 0.1
"""Words of another language, different ones (two, where they come often), and their share of all words, from which on
it is surely that language. Running text has .17 to .4 of them, lists of names in English articles hardly any
besides particles."""
OUTWEIGHED = 1.5
"""Times that they must outnumber those of English."""
ENGLISH_PART, MOSTLY_ENGLISH = 0.3, 0.75
"""Shares of an article in English sentences from which on it is read (menus and notices of foreign pages have less),
and read without a warning."""
AROUND, FEWEST = 0.15, 6
"""Share and number of words around quotations from which on these show that it is English; twice as many decide."""
CAPITALS = 0.4
"""With less than this share of words in small letters, capitals tell no names."""
PARTICLE = 0.5
"""What a word weighs that is a part of names as well ("de la")."""
LONG, SHORT, STRANGE, ACCENTED = 40, 15, 0.04, 0.15
"""Words from which on (fewer where some speak for a language), share of English words below which, and of accented ones
above which a text is not in English, even if it is in no language that has a table: some have few words of closed
classes, and endings instead."""
CLOSED = 0.35
"""What a word in another alphabet weighs beside a text in Latin letters: closed-class words to a word of English."""
CLOSEST = 3
"""Languages to compare with English: those that most words speak for."""
AS_LIKELY = 0.9
"""Share of the words of the likeliest language from which on another is named beside it: Danish or Norwegian."""
SHORTEST = 8
"""Characters below which no sentence tells a language."""
WAY_OUT = "kg reads English only; give a translation"


@dataclass(frozen=True, slots=True)
class Weight:
    """What speaks for English and what for the likeliest other language, among `words`. `kinds` are different words of
    the latter without the particles of names, `accented` the share of words with letters that English lacks; `code` is
    None for a language that only its alphabet tells."""

    words: float
    english: float
    foreign: float
    kinds: float
    accented: float
    name: str
    code: str | None

    @property
    def is_english(self) -> bool:
        return self.english > 1 and self.foreign <= NO_DOUBT * self.english

    @property
    def is_foreign(self) -> bool:
        various = self.kinds >= KINDS or (self.kinds > 1 and self.foreign >= OFTEN)
        enough = various and self.foreign >= max(ENOUGH, DENSITY * self.words)
        return enough and self.foreign >= OUTWEIGHED * self.english

    @property
    def is_strange(self) -> bool:
        """Whether it is running text without words of English, in letters that English lacks."""
        long = self.words >= (LONG if self.foreign < KINDS else SHORT)
        return long and self.english < STRANGE * self.words and self.accented > ACCENTED


def judge_language(text: str, source: str, declared: str | None = None) -> str | None:
    """Refuse `text` when it is surely in another language than English.

    `declared` is what the source calls its language ("de", "de-AT", "German"); it decides where the words of `text`
    leave that open, never against them. Returns a warning of one line for a text in doubt or in two languages, else
    None. Raises LanguageError.
    """
    if is_plain_english(text):
        return None
    weight = weigh(text)
    if weight.is_english or not weight.words:
        return None
    around = ASIDE.sub(" ", text)
    said = weigh(around)
    if said.words >= max(FEWEST, AROUND * weight.words):
        if said.is_english:
            return None
        if said.words >= 2 * FEWEST:
            text, weight = around, said
    share = english_share(text, weight.code)
    if share < ENGLISH_PART and (weight.is_foreign or weight.is_strange):
        raise refusal(source, weight.name if weight.kinds > 1 else "another language")
    if share >= MOSTLY_ENGLISH and weight.english >= weight.foreign:
        return None
    if share >= ENGLISH_PART and weight.foreign >= ENOUGH and weight.kinds >= KINDS:
        return f"{source}: a part of the article seems to be in {weight.name}; {WAY_OUT} of it"
    stated = code_of(declared)
    if stated == ENGLISH_CODE:
        return None
    if stated:
        weight = weigh(text, stated)
        if weight.kinds and weight.foreign > weight.english:
            raise refusal(source, weight.name)
    if (weight.kinds > 1 and weight.foreign > weight.english) or (stated and not weight.english):
        doubt = f"the article may be in {weight.name}, too little text to be sure"
        return f"{source}: {doubt}; read as English, give a translation if it is not"
    return None


def is_plain_english(text: str) -> bool:
    """Whether the first look tells: enough words of English, hardly one of any other language. Most articles need no
    second one, which takes several times as long."""
    tokens = text.split()
    english = sum(map(ENGLISH.__contains__, tokens))
    if english < PLAIN * len(tokens) or (not text.isascii() and OTHER_LETTER.search(text)):
        return False
    return sum(map(lexicon().speaks_for.__contains__, tokens)) <= NO_DOUBT * english


def refusal(source: str, name: str) -> LanguageError:
    return LanguageError(f"{source}: the article is in {name}, {WAY_OUT}")


def english_share(text: str, code: str | None) -> float:
    """Share of English sentences, in words, among those in which more speaks for English or more for the language
    `code`; 0 without any."""
    english = foreign = 0.0
    for part in PART_END.split(text):
        if len(part) < SHORTEST:
            continue
        weight = weigh(part, code)
        if weight.english > weight.foreign:
            english += weight.words
        elif weight.foreign > weight.english:
            foreign += weight.words
    return english / (english + foreign) if english else 0.0


def weigh(text: str, only: str | None = None) -> Weight:
    """Count what speaks for English and for the closest other language, or for the language `only`."""
    name, other = "", 0.0
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).replace("’", "'")
        name, other = other_alphabet(text)
    tokens = Counter(TOKEN.findall(text))
    counts = Counter({token: count for token, count in tokens.items() if token.islower()})
    accented = sum(count for token, count in counts.items() if not token.isascii())
    if counts.total() < CAPITALS * tokens.total():
        counts = Counter()
        for token, count in tokens.items():
            counts[token.casefold().replace("i\u0307", "i")] += count
    words = counts.total() + other
    english = sum(counts[word] for word in counts.keys() & ENGLISH)
    code, near, foreign, kinds, shared = closest(counts, only)
    if CLOSED * other <= foreign:
        return Weight(words, english - shared, foreign, kinds, accented / words if words else 0.0, near, code)
    if other > 2 * tokens.total() or (not english and other > max(ENOUGH, tokens.total())):
        return Weight(words, english, max(other, ENOUGH), max(other, KINDS), 0.0, name, None)
    return Weight(words, english, CLOSED * other, other, 0.0, name, None)


def closest(counts: Counter[str], only: str | None) -> tuple[str | None, str, float, int, int]:
    """The other language that most words speak for: its code and name, their weight, how many are no particles, and how
    many words of English it has as well."""
    known = lexicon()
    foreign: dict[str, float] = defaultdict(float)
    kinds: Counter[str] = Counter()
    for word in counts.keys() & known.speaks_for.keys():
        weight, kind = (PARTICLE, 0) if word in known.particles else (1, 1)
        for code in known.speaks_for[word]:
            foreign[code] += weight * counts[word]
            kinds[code] += kind
    likely = [only] if only else sorted(foreign, key=lambda code: (-foreign[code], code))[:CLOSEST]
    shared = {code: sum(counts[word] for word in counts.keys() & ENGLISH & known.words[code]) for code in likely}
    if not likely:
        return None, "", 0.0, 0, 0
    best = max(likely, key=lambda code: foreign[code] + shared[code])
    names = [known.names[code] for code in likely if code == best or foreign[code] >= AS_LIKELY * foreign[best] > 0]
    return best, " or ".join(names), foreign[best], kinds[best], shared[best]
