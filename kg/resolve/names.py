"""What the names of one chain say across articles: the knowledge-base entry they mean, and the full names under which
the same thing may be met elsewhere. Precision first: what may be shared by two things says nothing."""

from __future__ import annotations

from collections.abc import Sequence

from kg.gazetteer import Gazetteer, normalise
from kg.model import EntityType

LEGAL_FORMS = frozenset(
    "ab ag as asa bv co company corp corporation gmbh inc incorporated jsc kg kk limited llc llp ltd nv oao oy oyj "
    "ojsc pao pjsc plc pte pty sa sab sas se spa srl".split()
)
"""Words, normalised, that say what kind of company it is and are left out at will."""

LONGEST_ACRONYM = 6


def entry_of(names: Sequence[str], type: EntityType, gazetteer: Gazetteer) -> str | None:
    """Id of the one gazetteer entry that a chain of this type with these names (fullest first) means, or None.

    Only entries of the same type count: a capital stays a place, a person called Jordan a person. Of several entries
    that a name may mean, the one that every telling name may mean is taken; when there is none, what the fullest name
    alone means.
    """
    if not names:
        return None
    meanings = [entries_for(name, type, gazetteer) for name in telling(names)]
    possible = [ids for ids in meanings if ids]
    if not possible:
        return None
    shared = frozenset.intersection(*possible) or meanings[0]
    return min(shared) if len(shared) == 1 else None


def entries_for(name: str, type: EntityType, gazetteer: Gazetteer) -> frozenset[str]:
    """Ids of the entries of a type with this name, with or without legal form; for a country its demonym counts too."""
    found = list(gazetteer.lookup(name))
    if type is EntityType.ORGANIZATION and not found:
        found = list(gazetteer.lookup(without_legal_form(normalise(name))))
    if type is EntityType.COUNTRY and (country := gazetteer.demonym(name)) is not None:
        found.append(country)
    return frozenset(entry.id for entry in found if entry.type is type)


def full_names(names: Sequence[str], type: EntityType, gazetteer: Gazetteer) -> frozenset[str]:
    """The normalised full names of a chain: two chains of one type that share one are the same thing.

    None for a lone surname or given name, with or without title, and for an acronym: many share those.
    """
    found: set[str] = set()
    for name in names if type is EntityType.PERSON else telling(names):
        if is_acronym(name):
            continue
        key = normalise(name)
        if type is EntityType.PERSON:
            words = without_title(key.split(), gazetteer)
            if sum(len(word) > 1 for word in words) >= 2:
                found.add(" ".join(words))
        elif key:
            found.add(key)
            if type is EntityType.ORGANIZATION:
                found.add(without_legal_form(key))
    return frozenset(found)


def telling(names: Sequence[str]) -> list[str]:
    """The fullest name, and the others that are no part of it: "Shell" is but short for "Shell Nigeria" there."""
    fullest = normalise(names[0]).split() if names else []
    return [*names[:1], *(name for name in names[1:] if not is_part(normalise(name).split(), fullest))]


def without_legal_form(key: str) -> str:
    """ "gazprom pjsc", "pjsc gazprom" -> "gazprom"; a name of nothing but legal forms stays as it is."""
    words = key.split()
    start, end = 0, len(words)
    while start < end and words[end - 1] in LEGAL_FORMS:
        end -= 1
    while start < end and words[start] in LEGAL_FORMS:
        start += 1
    return " ".join(words[start:end]) or key


def without_title(words: Sequence[str], gazetteer: Gazetteer) -> Sequence[str]:
    """ "president macron" -> "macron"; the longest title in front goes, a name of nothing but titles stays."""
    for length in range(len(words) - 1, 0, -1):
        if gazetteer.is_title(" ".join(words[:length])):
            return words[length:]
    return words


def is_acronym(name: str) -> bool:
    """Short and in capitals alone: "CDC", "U.S."; names with digits ("G20", "A380") are names."""
    letters = name.replace(".", "")
    return letters.isalpha() and letters.isupper() and len(letters) <= LONGEST_ACRONYM


def is_part(words: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether the words stand, side by side, in a longer name that says more than a legal form besides."""
    if len(words) >= len(whole) or without_legal_form(" ".join(whole)) == " ".join(words):
        return False
    return any(list(whole[i : i + len(words)]) == list(words) for i in range(len(whole) - len(words) + 1))
