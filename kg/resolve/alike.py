"""Alike: the rules that say why two entities may be one. Each rule makes keys; whoever shares one is compared.

The scores only rank what a person is asked first, and are not measured.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from kg.model import EntityType
from kg.resolve.folding import LINKING, compatible_given, fold, initials, without_a_letter
from kg.resolve.profile import Profile, Words

WIDEST = 40
"""In a block of more entities each is compared with the next so many only: a name that hundreds bear says little."""
SHORTEST_MISSPELT = 5
"""Letters of the shortest word in which some may be wrong; in a shorter one a letter makes another name."""
SHORTEST_ACRONYM = 3
MOST_CONTAINING = 5
"""A name that more longer ones hold is a common word."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two may be one."""

    score: float
    rule: str
    reason: str


Named = tuple[Profile, Words, str]
"""A profile, one of its names as words, and as written."""
Found = tuple[Profile, Profile, Likeness]


def likenesses(profiles: Sequence[Profile]) -> Iterator[Found]:
    """All pairs that some rule finds alike; a pair may come more than once, and either way round."""
    named = [(profile, words, text) for profile in profiles for words, text in profile.names.items()]
    persons = [one for one in named if one[0].type is EntityType.PERSON]
    bodies = [one for one in named if one[0].type is EntityType.ORGANIZATION]
    short = [(profile, (key,), text) for profile in profiles for key, text in profile.acronyms.items()]
    yield from compared([*named, *short], spelling_keys, same_spelling)
    yield from compared(named, misspelling_keys, one_letter_apart)
    yield from compared(persons, person_keys, full_names_fit)
    yield from lone_names(persons)
    others = [one for one in named if one[0].type is not EntityType.PERSON]
    yield from acronyms([profile for profile in profiles if profile.type is not EntityType.PERSON], others)
    yield from parts(bodies)


def compared(
    named: Iterable[Named], keys: Callable[[Named], Iterable[Hashable]], rule: Callable[[Named, Named], Likeness | None]
) -> Iterator[Found]:
    """Every two names in one block of which the rule finds something."""
    blocks: dict[Hashable, list[Named]] = defaultdict(list)
    for one in named:
        for key in dict.fromkeys(keys(one)):
            blocks[key].append(one)
    for block in blocks.values():
        for at, one in enumerate(block):
            for other in block[at + 1 : at + 1 + WIDEST]:
                if one[0].id != other[0].id and (found := rule(one, other)):
                    yield one[0], other[0], found


def spelling_keys(one: Named) -> Iterator[str]:
    """The folded name without blanks ("al sisi", "alsisi"), its words in any order ("xi jinping", "jinping xi"), and
    without the linking ones."""
    folded = [fold(word) for word in one[1]]
    yield "".join(folded)
    yield " ".join(sorted(folded))
    yield " ".join(fold(word) for word in one[1] if word not in LINKING)


def same_spelling(one: Named, other: Named) -> Likeness:
    lone = len(one[1]) == 1 and one[0].type is EntityType.PERSON
    if one[1] != other[1]:
        reason = f"“{one[2]}” and “{other[2]}” may be one name in two spellings"
        return Likeness(0.3 if lone else 0.9, "spelling", reason)
    if one[0].type is not other[0].type:
        types = f"once as {one[0].type}, once as {other[0].type}"
        return Likeness(0.5, "name", f"both are called “{one[2]}”, {types}")
    return Likeness(0.3 if lone else 0.8, "name", f"both are called “{one[2]}”" + (" and no more" if lone else ""))


def misspelling_keys(one: Named) -> Iterator[tuple[str, ...]]:
    for at, word in enumerate(one[1]):
        if len(word) >= SHORTEST_MISSPELT and word.isalpha():
            yield from ((*one[1][:at], rest, *one[1][at + 1 :]) for rest in without_a_letter(word))


def one_letter_apart(one: Named, other: Named) -> Likeness | None:
    if misspelt(one[1], other[1], 1):
        return Likeness(0.6, "misspelling", f"“{one[2]}” and “{other[2]}” are one letter apart")
    return None


def misspelt(one: Words, other: Words, most: int) -> bool:
    """Whether the words are the same but for one, a long one, that is at most so many letters off."""
    apart = [pair for pair in zip(one, other, strict=False) if fold(pair[0]) != fold(pair[1])]
    if len(one) != len(other) or len(apart) != 1 or min(map(len, apart[0])) < SHORTEST_MISSPELT:
        return False
    return all(map(str.isalpha, apart[0])) and OSA.distance(*map(fold, apart[0]), score_cutoff=most) <= most


def person_keys(one: Named) -> Iterator[tuple[str, str, str]]:
    """Of a full name, the surname with the first initial, and the first name with the surname's."""
    if len(one[1]) > 1:
        first, last = one[1][0], one[1][-1]
        yield "surname", fold(last), first[0]
        yield "first name", fold(first), last[0]


def full_names_fit(one: Named, other: Named) -> Likeness | None:
    if one[1] == other[1]:
        return None
    if fold(one[1][-1]) == fold(other[1][-1]) and compatible_given(one[1][:-1], other[1][:-1]):
        return Likeness(0.7, "given names", f"“{one[2]}” and “{other[2]}” share a surname, and their given names fit")
    if misspelt(one[1], other[1], 2):
        return Likeness(0.5, "misspelling", f"“{one[2]}” and “{other[2]}” are written much alike")
    return None


def lone_names(persons: Sequence[Named]) -> Iterator[Found]:
    """A surname alone, where exactly one person here bears it in a full name; in front it may be a surname too."""
    full: dict[str, dict[str, Named]] = defaultdict(dict)
    for one in persons:
        if len(one[1]) > 1:
            for word in (one[1][0], one[1][-1]):
                full[fold(word)].setdefault(one[0].id, one)
    for one in persons:
        bearers = full.get(fold(one[1][0]), {}) if len(one[1]) == 1 else {}
        for other in bearers.values() if len(bearers) == 1 else ():
            if other[0].id != one[0].id:
                reason = f"“{other[2]}” is the only one here who may be “{one[2]}”"
                yield one[0], other[0], Likeness(0.45, "surname", reason)


def acronyms(short: Sequence[Profile], named: Sequence[Named]) -> Iterator[Found]:
    """An acronym that no long form explains, and a name with these initials."""
    wanted: dict[str, list[Profile]] = defaultdict(list)
    for profile in short:
        for acronym in profile.acronyms:
            if len(acronym) >= SHORTEST_ACRONYM:
                wanted[acronym].append(profile)
    for profile, words, text in named:
        for letters in sorted(initials(words) & wanted.keys()) if len(words) > 1 else ():
            for other in wanted[letters][:WIDEST]:
                reason = f"“{other.acronyms[letters]}” are the initials of “{text}”"
                yield profile, other, Likeness(0.6, "acronym", reason)


def parts(bodies: Sequence[Named]) -> Iterator[Found]:
    """An organisation's name within another's."""
    by_name: dict[Words, list[Named]] = defaultdict(list)
    for one in bodies:
        by_name[one[1]].append(one)
    containing: dict[Words, list[Named]] = defaultdict(list)
    for one in bodies:
        for part in within(one[1]):
            if part in by_name:
                containing[part].append(one)
    for part, wholes in containing.items():
        if len({whole[0].id for whole in wholes}) <= MOST_CONTAINING:
            for one in by_name[part][:WIDEST]:
                for whole in wholes:
                    if whole[0].id != one[0].id:
                        reason = f"“{one[2]}” may be short for “{whole[2]}”"
                        yield one[0], whole[0], Likeness(round(0.4 / len(wholes), 3), "part", reason)


def within(words: Words) -> Iterator[Words]:
    """Every run of words that is not the whole."""
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            if end - start < len(words):
                yield words[start:end]
