"""What several facts on one question amount to: held, planned, denied or disputed, by whom, and best said how."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.query.asked import Asked
from kg.query.disagreement import denials
from kg.query.evidence import Fact, sources
from kg.query.wording import join, say


def standing_of(facts: Sequence[Fact]) -> str:
    """ "disputed" when independent sources contradict each other, else the firmest standing of any fact."""
    if denials(facts)[0]:
        return "disputed"
    standings = {fact.standing for fact in facts}
    return next(s for s in ("actual", "planned", "denied", "possible", "requested") if s in standings)


def rank(facts: Sequence[Fact], asked: Asked) -> tuple[int, int, int, str]:
    """Sort key: what holds first (plans first when they are asked for), what is over after it, then most sources."""
    order = ["actual", "disputed", "planned", "possible", "requested", "denied"]
    if asked.planned:
        order.insert(0, order.pop(2))
    former = all(fact.status == "former" for fact in facts)
    return order.index(standing_of(facts)), former, -len(sources(facts)), facts[0].subject


def best_sentence(facts: Sequence[Fact]) -> str:
    """The fact that says most, in words."""
    best = max(facts, key=lambda fact: (_weight(fact), fact.confidence, fact.id))
    return say(best)


def _weight(fact: Fact) -> tuple[bool, int]:
    told = (fact.post, fact.place, fact.product, fact.date_start and fact.date_end)
    return fact.standing == "actual", sum(map(bool, told))


def mark(facts: Sequence[Fact]) -> str:
    """What to put before the sentence, so that no plan or denial is taken for a fact."""
    marks = {"disputed": "Disputed: ", "planned": "Planned: ", "possible": "Possible: ", "denied": "Denied: "}
    return marks.get(standing_of(facts), "")


def told_by(facts: Sequence[Fact]) -> str:
    """Who says so, in brackets: publishers, and whom they quote when all of them quote somebody."""
    if standing_of(facts) == "disputed":
        no = [fact for fact in facts if fact.denied]
        yes = [fact for fact in facts if not fact.denied]
        return f" ({join(sources(yes))}; denied in {join(sources(no))})"
    facts = [fact for fact in facts if not fact.denied] or facts  # a denial of another time supports nothing
    printed = list(sources(facts))
    shown = join(printed) if len(printed) <= 3 else f"{len(printed)} sources"
    named = dict.fromkeys(name for fact in facts for name in fact.attributed_to)
    if named and all(fact.attributed_to for fact in facts):
        return f" (according to {join(list(named))}, in {shown})"
    return f" ({shown})"


def speakers(facts: Sequence[Fact]) -> list[str]:
    """Who says so: the publishers, and whom they quote for it."""
    named: dict[str, dict[str, None]] = defaultdict(dict)
    for fact in facts:
        named[fact.printed_by].update(dict.fromkeys(fact.attributed_to))
    return [source + (f" (quoting {join(list(who))})" if who else "") for source, who in named.items()]
