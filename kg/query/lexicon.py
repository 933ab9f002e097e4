"""Which words of a question name which relation: the ontology's frames, turned over to be looked up by word form.

The frames are those the extractor reads articles with, so a relation or frame that a user adds can be asked about at
once. Questions are short; inflection by rule and a table of irregular verbs does for them, without a language pipeline.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kg.ontology import Frame, FrameKind, Ontology

_VOWELS = "aeiou"
_GAP = 4
"""At most this many words between a verb and the noun that makes its meaning ("signed a new gas contract")."""


@cache
def words() -> Mapping[str, Any]:
    """The closed word classes and question forms of words.toml."""
    return tomllib.loads((files("kg.query") / "words.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Predicate:
    """A frame's words found in a question: tokens [start, end), and whether they are in the passive's form."""

    start: int
    end: int
    frame: Frame
    participle: bool


class Lexicon:
    """Finds the frames of an ontology in the words of a question."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self._verbs: dict[tuple[str, ...], list[tuple[Frame, bool]]] = defaultdict(list)
        self._nouns: dict[str, list[Frame]] = defaultdict(list)
        self._adjectives: dict[str, list[Frame]] = defaultdict(list)
        self._governors: dict[str, set[str]] = defaultdict(set)
        for lemma in sorted(ontology.lemmas(FrameKind.VERB)):
            first, *rest = lemma.split()
            for frame in ontology.frames(FrameKind.VERB, lemma):
                for form, participle in inflect(first):
                    self._verbs[(form, *rest)].append((frame, participle))
        for lemma in sorted(ontology.lemmas(FrameKind.NOUN)):
            for frame in ontology.frames(FrameKind.NOUN, lemma):
                for form in (lemma, plural(lemma)):
                    self._nouns[form].append(frame)
                for governor in frame.governors:
                    for form, _ in inflect(governor):
                        self._governors[form].add(governor)
        for lemma in sorted(ontology.lemmas(FrameKind.ADJECTIVE)):
            self._adjectives[lemma].extend(ontology.frames(FrameKind.ADJECTIVE, lemma))
        self._longest = max((len(key) for key in self._verbs), default=1)

    def find(self, tokens: Sequence[str]) -> Iterator[Predicate]:
        """Every frame whose words stand in `tokens` (lower case), longest first at each place."""
        for start, token in enumerate(tokens):
            for length in range(self._longest, 0, -1):
                for frame, participle in self._verbs.get(tuple(tokens[start : start + length]), ()):
                    yield Predicate(start, start + length, frame, participle)
            for governor in sorted(self._governors.get(token, ())):
                for at in range(start + 1, min(start + 2 + _GAP, len(tokens))):
                    for frame in self._nouns.get(tokens[at], ()):
                        if governor in frame.governors and "governor" in frame.subject:
                            yield Predicate(start, at + 1, frame, _is_participle(token, governor))
            for frame in (*self._nouns.get(token, ()), *self._adjectives.get(token, ())):
                yield Predicate(start, start + 1, frame, False)

    def holders(self, noun: str) -> tuple[Frame, ...]:
        """Frames for what somebody is said to be: "a member of", "the owner of"."""
        return tuple(f for f in self._nouns.get(noun, ()) if "holder" in (*f.subject, *f.object))


def inflect(verb: str) -> tuple[tuple[str, bool], ...]:
    """Forms of a verb (dictionary form, American spelling) with True for the past participle.

    Both spellings of -ize, and doubled as well as single consonants, are given: a wrong form does no harm here.
    """
    irregular = words()["irregular"].get(verb)
    stem = verb[:-1] if verb.endswith("e") else verb
    third = _sibilant(verb)
    forms = [(verb, False), (third, False), (stem + "ing", False)]
    if irregular:
        forms += [(irregular[0], False), (irregular[1], True)]
    elif verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        forms.append((verb[:-1] + "ied", True))
    else:
        forms.append((stem + "ed", True))
    if len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in _VOWELS:
        forms.append((verb + verb[-1] + "ing", False))
        if not irregular:
            forms.append((verb + verb[-1] + "ed", True))
    british = [(form.replace("iz", "is", 1), p) for form, p in forms if verb.endswith("ize")]
    our = [(f.replace("or", "our", 1), p) for f, p in forms if verb in ("honor", "favor")]
    return tuple(dict.fromkeys([*forms, *british, *our]))


def plural(noun: str) -> str:
    """Regular plural of a noun."""
    return _sibilant(noun)


def singular(noun: str) -> str:
    """A noun without the regular ending of the plural."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _sibilant(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) or word == "go" else "s")


def _is_participle(form: str, verb: str) -> bool:
    return (form, True) in inflect(verb)
