"""A person's word on entities: that two are one, that they differ, that an article means another, and taking it back.

Whatever one command says has one time, so that it can be taken back as a whole. Nothing here derives entities anew:
`kg.pipeline.resolve` does, once for all that was said.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from kg.errors import InputError, NotFoundError
from kg.gazetteer import normalise
from kg.ledger import Ledger
from kg.model import Entity, Judgement, Mention, Verdict, Withdrawal
from kg.resolve.standing import between, ends_of, in_time, standing

FEWEST_DIGITS = 4
"""Of an id that is cut short."""


def find_entity(ledger: Ledger, text: str) -> Entity:
    """The entity with this id (one that it once had will do), start of an id, or name.

    Raises NotFoundError, or InputError when several fit.
    """
    name, entities, former = normalise(text), {entity.id: entity for entity in ledger.entities()}, ledger.redirects()
    if text in entities or text in former:
        return entities[text if text in entities else former[text]]
    found = [e for e in entities.values() if name in {normalise(known) for known in (e.name, *e.aliases)}]
    if not found and len(text) >= FEWEST_DIGITS:
        starts = {id for id in entities if id.startswith(text)}
        starts = starts or {new for old, new in former.items() if old.startswith(text)}
        found = [entities[id] for id in sorted(starts)]
    if not found:
        raise NotFoundError(f"{text}: no such entity; `kg query entity_search --param text=…` finds names")
    if len(found) > 1:
        shown = ", ".join(f"{e.id} ({e.name}, {e.type.value})" for e in found[:5])
        raise InputError(f"{text}: several entities fit; name one by its id: {shown}")
    return found[0]


def merge(ledger: Ledger, one: Entity, other: Entity, by: str, reason: str) -> None:
    """`by` says that two entities are the same; whoever called mentions of theirs different is overruled."""
    if one.id == other.id:
        raise InputError(f"{one.name}, {other.name}: one entity already ({one.id})")
    apart = between(standing(ledger.judgements()), ends_of(one), ends_of(other))
    pairs = {(said.left, said.right) for said in apart if said.verdict is Verdict.DIFFERENT}
    _judge(ledger, {(one.mention_ids[0], other.mention_ids[0]), *pairs}, Verdict.SAME, by, reason)


def differ(ledger: Ledger, one: Entity, other: Entity, by: str, reason: str) -> None:
    """`by` says that two entities are not the same: the first of each differs from every chain of the other, so that
    an article still to come does not join what the two are made of."""
    left, right = ([chain.id for chain in _chains(ledger.mentions_among(e.mention_ids))] for e in (one, other))
    pairs = {(left[0], id) for id in right} | {(id, right[0]) for id in left}
    _judge(ledger, pairs, Verdict.DIFFERENT, by, reason)


def split(ledger: Ledger, entity: Entity, article_id: str, by: str, reason: str) -> None:
    """`by` says that an article means another entity. InputError when nothing would be left on one side."""
    mentions = list(ledger.mentions_among(entity.mention_ids))
    own = [mention for mention in mentions if mention.article_id == article_id]
    others = [mention for mention in mentions if mention.article_id != article_id]
    if not (own and others):
        raise InputError(f"{entity.name}: needs mentions in {article_id} and in another article to be split")
    pairs = {(left.id, right.id) for left in _chains(own) for right in _chains(others)}
    _judge(ledger, pairs, Verdict.DIFFERENT, by, reason)


def last_said(ledger: Ledger, by: str) -> list[Judgement]:
    """All that `by` said last and did not take back. Raises NotFoundError when there is nothing."""
    said = [one for one in ledger.judgements() if one.by == by]
    if not said:
        raise NotFoundError(f"{by}: nothing to take back; `kg resolve explain ENTITY` shows what others said, with ids")
    latest = max(said, key=in_time).at
    return [one for one in said if one.at == latest]


def said_with(ledger: Ledger, id: str) -> list[Judgement]:
    """The judgement with this id, or start of one, and whatever else was said by that command and holds.

    Raises NotFoundError, also when it was taken back; InputError when several ids start so.
    """
    whole = ledger.full_id("judgement", id)
    said = list(ledger.judgements())
    found = next((one for one in said if one.id == whole), None)
    if found is None:
        raise NotFoundError(f"{whole}: taken back already; say it again with `kg resolve merge` or `split`")
    return [one for one in said if (one.by, one.at) == (found.by, found.at)]


def said_between(ledger: Ledger, one: Entity, other: Entity) -> list[Judgement]:
    """All that people said of two entities, and did not take back. Raises NotFoundError when there is nothing.

    Raises InputError for one entity: which of the judgements within it is meant, its id must say.
    """
    if one.id == other.id:
        raise InputError(f"{one.name}: one entity ({one.id}); `kg resolve explain` shows what made it one, with ids")
    found = between(ledger.judgements(), ends_of(one), ends_of(other))
    if not found:
        raise NotFoundError(f"{one.name}, {other.name}: nobody said anything of the two")
    return found


def take_back(ledger: Ledger, said: Iterable[Judgement], by: str, reason: str) -> None:
    """`by` takes back judgements, their own or another's."""
    at = _now([one.at for one in ledger.judgements(withdrawn=True)])
    for one in said:
        ledger.withdraw(Withdrawal(one.id, by, reason, at))


def _judge(ledger: Ledger, pairs: Iterable[tuple[str, str]], verdict: Verdict, by: str, reason: str) -> None:
    at = _now([one.at for one in ledger.judgements(withdrawn=True)])
    for left, right in sorted(pairs):
        ledger.judge(Judgement(left, right, verdict, 1.0, by, reason, at))


def _now(before: Iterable[str | None]) -> str:
    """The time, later than all that was said before also when a clock was set back: the latest judgement holds."""
    now, latest = datetime.now(UTC), max((at for at in before if at), default="")
    if now.isoformat(timespec="microseconds") <= latest:
        now = datetime.fromisoformat(latest) + timedelta(microseconds=1)
    return now.isoformat(timespec="microseconds")


def _chains(mentions: Iterable[Mention]) -> list[Mention]:
    """One mention for each chain of each article: what is said of it holds for the chain."""
    return list({(mention.article_id, mention.antecedent_id or mention.id): mention for mention in mentions}.values())
