"""Claims as the tests of extraction write them: "Ada Brook MET Émile Roux; Ada Brook VISITED Oslo"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from kg.model import OPEN_RELATION
from kg.ontology import Ontology

RELATIONS = Ontology.load().relations
_TRIPLE = re.compile(rf"(.+?) ({'|'.join(RELATIONS)}) (.+)")

Claim = Mapping[str, Any]
Triple = tuple[str, str, str]


def triple(text: str) -> Triple:
    """ "Ada Brook MET Émile Roux" as its three parts."""
    match = _TRIPLE.fullmatch(text.strip())
    assert match, f"not a claim: {text!r}"
    return match[1], match[2], match[3]


def names(end: Claim) -> set[str]:
    return {end["name"], *end["aliases"]}


def says(claim: Claim, wanted: Triple) -> bool:
    """Whether a claim of the interchange format is the wanted one, by any name that the article gives its ends."""
    subject, relation, object = wanted
    left, right = names(claim["subject"]), names(claim["object"])
    straight = subject in left and object in right
    crossed = RELATIONS[relation].symmetric and subject in right and object in left
    return claim["relation"] == relation and (straight or crossed)


def compare(claims: Iterable[Claim], expected: str) -> tuple[list[str], list[str]]:
    """(what is missing, what is too much) of typed claims; `expected` holds claims between semicolons, or nothing."""
    wanted = [triple(text) for text in expected.split(";") if text.strip()]
    typed = [claim for claim in claims if claim["relation"] != OPEN_RELATION]
    missing = [" ".join(w) for w in wanted if not any(says(claim, w) for claim in typed)]
    surplus = [
        f"{claim['subject']['name']} {claim['relation']} {claim['object']['name']}"
        for claim in typed
        if not any(says(claim, w) for w in wanted)
    ]
    return missing, surplus


def the(claims: Iterable[Claim], wanted: str) -> Claim:
    """The one claim that says it; of several, the surest."""
    found = [claim for claim in claims if says(claim, triple(wanted))]
    assert found, f"not found: {wanted}"
    return max(found, key=lambda claim: (claim["confidence"], claim["id"]))
