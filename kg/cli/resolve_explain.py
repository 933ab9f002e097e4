"""kg resolve explain: what holds an entity together, what people keep from it, and what they took back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.options import STORE, Json, Store

if TYPE_CHECKING:
    from kg.ledger import Ledger
    from kg.model import Entity, Judgement, Mention


@dataclass(frozen=True, slots=True)
class Explained:
    """Judgements about an entity, people's and rules': those that `held` it together, those that keep it `apart` from
    others (each with the other's name), and those of people that were `withdrawn` (each with who took it back)."""

    held: tuple[Judgement, ...]
    apart: tuple[tuple[Judgement, str], ...]
    withdrawn: tuple[tuple[Judgement, str], ...]


def explain(
    entity: Annotated[
        str, typer.Argument(metavar="ENTITY", help="An entity: its id, also a former one, or one of its names.")
    ],
    store: Store = STORE,
    json: Json = False,
) -> None:
    """Show why mentions are one entity."""
    from kg.cli.output import emit
    from kg.ledger import Ledger
    from kg.pipeline.judging import find_entity

    with Ledger.open(store, create=False) as ledger:
        found = find_entity(ledger, entity)
        mentions = {mention.id: mention for mention in ledger.mentions()}
        explained = _explained(ledger, found, mentions)
        titles = {heading.id: heading.title for heading in ledger.headings()}
    if json:
        shown: dict[str, Any] = {"entity": asdict(found), "judgements": [_record(said) for said in explained.held]}
        shown["apart"] = [{**_record(said), "other": other} for said, other in explained.apart]
        shown["withdrawn"] = [{**_record(said), "withdrawn_by": by} for said, by in explained.withdrawn]
        emit(shown)
    else:
        _show(found, [mentions[id] for id in found.mention_ids], titles, explained)


def _explained(ledger: Ledger, found: Entity, mentions: dict[str, Mention]) -> Explained:
    from kg.cli.session import tools
    from kg.model import Verdict
    from kg.resolve import explain as explain_solution
    from kg.resolve import solve
    from kg.resolve.standing import ends_of, standing

    solution = solve(mentions.values(), tools().gazetteer, ledger.judgements())
    held, own = explain_solution(solution, found.id), ends_of(found)
    entities = {id: entity for entity in ledger.entities() for id in ends_of(entity)}
    apart = []
    for said in standing(ledger.judgements()):
        others = [end for end in (said.left, said.right) if end not in own]
        if said.verdict is Verdict.DIFFERENT and len(others) == 1 and others[0] in entities:
            apart.append((said, f"{entities[others[0]].name} ({entities[others[0]].id})"))
    taken_back = {back.judgement_id: back.by for back in ledger.withdrawals()}
    withdrawn = [
        (said, taken_back[said.id])
        for said in ledger.judgements(withdrawn=True)
        if said.id in taken_back and own & {said.left, said.right}
    ]
    return Explained(held, tuple(apart), tuple(withdrawn))


def _show(found: Entity, members: list[Mention], titles: dict[str, str], explained: Explained) -> None:
    from kg.cli.render import paragraph, short

    paragraph(f"{found.name} ({found.type.value}, {found.id})", style="bold")
    if found.aliases:
        paragraph(f"also called {', '.join(found.aliases)}", indent=2)
    for id in dict.fromkeys(mention.article_id for mention in members):
        number = sum(mention.article_id == id for mention in members)
        paragraph(f"{number} mention{'s' if number > 1 else ''} in {titles[id]} ({short(id)})", indent=2)
    if not explained.held:
        paragraph("one mention alone; nothing holds it together")
    _show_reasons("held together by", ((said, said.by) for said in explained.held))
    _show_reasons("kept apart from", ((said, f"{other} by {said.by}") for said, other in explained.apart))
    _show_reasons("taken back by", ((said, f"{by}, what {said.by} said") for said, by in explained.withdrawn))


def _show_reasons(heading: str, reasons: Iterable[tuple[Judgement, str]]) -> None:
    """A heading and below it each reason once, behind the words given: what one command said of many mentions is one.
    Nothing where there are none."""
    from kg.cli.render import paragraph, short

    lines: dict[tuple[str, str | None, str], str] = {}
    for said, words in reasons:
        named = f" ({said.verdict}, judgement {short(said.id)}, {said.at[:19]})" if said.at else ""
        lines.setdefault((words, said.at, said.reason), f"{words}: {said.reason}{named}")
    if lines:
        paragraph(heading)
    for line in lines.values():
        paragraph(line, indent=2)


def _record(said: Judgement) -> dict[str, Any]:
    return {"id": said.id, **asdict(said)}
