"""Closed-class words and alphabets of other languages than English (`languages.toml`), as `kg.read.language` asks for
them. Read when the first article comes."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kg.read.page.prose import FUNCTION_WORDS

ENGLISH = frozenset(word for word in FUNCTION_WORDS if len(word) > 1) | frozenset(
    "said says say been if our per vs year years new such very just still now then even other first last own out up"
    " down off it' that' don' didn' doesn' isn' wasn' won' can' he' she' they' we' there' what'"
    " take see need come go get got want let due day won site car bus once fun star lot care word door sea".split()
)
"""What speaks for English: closed classes, and common words that mean something else in other languages. Single letters
are words of too many languages."""
ENGLISH_CODE = "en"
UNCOMPOSED = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "ə": "e", "ɔ": "o", "ɛ": "e"})
"""Letters that Unicode does not take apart into a plain one and its accent."""
DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe"})
OTHER_LETTER = re.compile(
    "[\u0370-\u1cff\u1f00-\u1fff\u2d00-\u2dff\u3040-\u9fff\ua980-\uab2f\uab70-\ufaff\ufb13-\ufeff]"
)
"""What is no Latin letter; not all in these ranges are letters."""
TELLING = 0.007
"""Share of the letters of one language only, from which on a text is in it; in others they stand in names."""
LETTERS = 5
"""Letters in a word."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`words`: language → its words, with and without accents; `speaks_for`: word → languages that have it while
    English has not; `particles`: words that are parts of names as well; `names`: language → what messages call it;
    `codes`: what sources call a language → language; `scripts`: Unicode's name → name, letters and letters in a word.
    """

    words: dict[str, frozenset[str]]
    speaks_for: dict[str, tuple[str, ...]]
    particles: frozenset[str]
    names: dict[str, str]
    codes: dict[str, str]
    scripts: dict[str, dict[str, Any]]


@cache
def lexicon() -> Lexicon:
    tables = tomllib.loads((files("kg.read") / "languages.toml").read_text(encoding="utf-8"))
    particles = frozenset(tables.pop("particles").split())
    scripts = tables.pop("scripts")
    words = {code: frozenset(spellings(table["words"].split())) for code, table in tables.items()}
    speaks_for: dict[str, list[str]] = defaultdict(list)
    for code, spelled in words.items():
        for word in spelled - ENGLISH:
            if len(word) > 1 or not word.isascii():
                speaks_for[word].append(code)
    names = {code: table["name"] for code, table in tables.items()}
    codes = {called: code for code, table in tables.items() for called in (code, *table["also"].split())}
    return Lexicon(
        words=words,
        speaks_for={word: tuple(spoken) for word, spoken in speaks_for.items()},
        particles=particles,
        names=names,
        codes=codes | {name.casefold(): code for code, name in names.items()},
        scripts=scripts,
    )


def code_of(declared: str | None) -> str | None:
    """The code of what a source calls its language ("de-AT", "deu", "German"); None for nothing that is known."""
    called = (declared or "").strip().casefold().replace("_", "-")
    short = called.split("-")[0]
    codes = lexicon().codes
    return ENGLISH_CODE if short in ("en", "eng", "english") else codes.get(called) or codes.get(short)


def spellings(words: list[str]) -> set[str]:
    """The words as they are, without accents, and with vowels as German and Danish machines write them ("fuer")."""
    marked = [word for word in words if not word.isascii()]
    return {*words, *map(without_accents, marked), *(word.translate(DIGRAPHS) for word in marked)}


def without_accents(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.translate(UNCOMPOSED))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def other_alphabet(text: str) -> tuple[str, float]:
    """The language of the letters in `text` that are not Latin, and how many words they make; "" and 0 without any."""
    letters = Counter(letter for letter in OTHER_LETTER.findall(text.casefold()) if letter.isalpha())
    if not letters:
        return "", 0.0
    counts: Counter[str] = Counter()
    for letter, count in letters.items():
        counts[unicodedata.name(letter, "?").split()[0].split("-")[0]] += count
    scripts = lexicon().scripts
    words = sum(count / scripts.get(script, {}).get("a_word", LETTERS) for script, count in counts.items())
    script, _ = min(counts.items(), key=lambda item: (-item[1], item[0]))
    told = scripts.get(script, {"name": f"{script.capitalize()} letters"})
    total = letters.total()
    for language, telling in told.get("letters", {}).items():
        if sum(letters[letter] for letter in telling) >= TELLING * total:
            return language, words
    return str(told["name"]), words
