"""Says a fact in one plain sentence: "Kristjan Tamm met Ingrid Halvorsen in Oslo on 12 March 2019"."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from kg.model import OPEN_RELATION
from kg.query.evidence import Fact

_MONTHS = "January February March April May June July August September October November December".split()
_NO_PLACE = ("VISITED", "BASED_IN", "LOCATED_IN", "LIVES_IN", "BORN_IN", "DIED_IN", "DEPLOYS_TO")
"""Relations whose object is the place."""


def say(fact: Fact, *, dated: bool = True) -> str:
    """The claim as a sentence without a full stop, with its date if `dated`; plans, wishes and denials are said to be
    such."""
    if fact.post and fact.relation in ("HEADS", "WORKS_FOR", "MEMBER_OF"):
        return _say_post(fact)
    if fact.relation == OPEN_RELATION:
        return f"{fact.subject} – {_short(fact.predicate or 'named with')} – {fact.object}{' (denied)' * fact.denied}"
    base, actual = verb(fact.relation)
    is_state = base.startswith("be ")
    match fact.standing:
        case "denied" if is_state:
            predicate = f"is not {base[3:]}"
        case "denied" if actual.split()[0].endswith("s"):  # said in the present: it lasts
            predicate = f"does not {base}"
        case "denied":
            predicate = f"did not {base}"
        case "planned":
            predicate = f"is to {base}"
        case "possible":
            predicate = f"may {base}"
        case "requested":
            predicate = f"was asked to {base}"
        case _ if fact.status == "former" and not is_state:
            predicate = f"used to {base}"
        case _:
            predicate = f"was {base[3:]}" if fact.status == "former" else actual
    what = f" with {_short(fact.product)}" if fact.relation == "SUPPLIES" and fact.product else ""
    place = f" in {fact.place}" if fact.place and fact.relation not in _NO_PLACE else ""
    when = say_when(fact) if dated else ""
    return f"{fact.subject} {predicate} {fact.object}{what}{place}{f' {when}' if when else ''}"


def say_when(fact: Fact) -> str:
    """ "on 12 March 2019", "in 2014", "from … to …", or the article's own words when no date could be made of them."""
    start, end = fact.date_start, fact.date_end
    if start and end and start[:10] == end[:10]:
        return f"on {say_date(start)}"
    if fact.date_precision in ("month", "year") and start and end and start[:4] == end[:4]:
        return f"in {say_date(start[:7] if fact.date_precision == 'month' else start[:4])}"
    kept = {"year": 4, "month": 7}.get(fact.date_precision or "", 10)
    if start and end:
        return f"between {say_date(start[:kept])} and {say_date(end[:kept])}"
    if start or end:
        return f"since {say_date(start[:kept])}" if start else f"until {say_date((end or '')[:kept])}"
    return f"({fact.date_text})" if fact.date_text else ""


def say_date(date: str) -> str:
    """ISO date of any precision in words: "12 March 2019", "March 2019", "2019"."""
    year, *rest = date[:10].split("-")
    if not rest:
        return year
    month = _MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def join(parts: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else list(parts))


def verb(relation: str) -> tuple[str, str]:
    """Base form and form of the actual claim."""
    base, actual = _phrases().get(relation) or (relation.replace("_", " ").lower(),) * 2
    return base, actual


def _say_post(fact: Fact) -> str:
    title = _short(fact.post or "")
    be = {"former": "was", "future": "is to be"}.get(fact.status or "", "is")
    if fact.denied:
        be += " not"
    return f"{fact.subject} {be} {title} of {fact.object}"


def _short(words: str) -> str:
    return words if len(words) <= 80 else words[:79].rstrip() + "…"


@cache
def _phrases() -> Mapping[str, tuple[str, str]]:
    table = tomllib.loads((files("kg.query") / "phrases.toml").read_text(encoding="utf-8"))
    return {relation: (base, actual) for relation, (base, actual) in table.items()}
