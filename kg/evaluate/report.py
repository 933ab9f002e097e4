"""The scores as text, for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.evaluate.claims import GoldClaim, JudgedClaim
from kg.evaluate.scores import Scores, Tally

_QUOTE_WIDTH = 140


def report(scores: Scores, *, relations: bool = True, errors: int = 0) -> str:
    """Lay out `scores`: the sums, the attributes of right claims, a table by relation (when `relations`), and the first
    `errors` wrong and missed claims with their sentences."""
    return "\n".join(_lines(scores, relations, errors))


def _lines(scores: Scores, relations: bool, errors: int) -> Iterator[str]:
    yield f"{scores.articles} articles with gold; {scores.foreign} claims of other articles left out"
    yield ""
    claims = scores.claims
    yield (
        f"claims  {_figures(claims)}   right {claims.right}, wrong {claims.wrong}, required {claims.required}, "
        f"neutral {scores.neutral}, repeated {scores.repeated}"
    )
    yield f"pairs   {_figures(scores.pairs)}"
    if scores.attributes:
        yield ""
        yield "of the right claims, right in"
        for name, (right, judged) in scores.attributes.items():
            yield f"  {name:36} {right / judged:.3f}  of {judged}"
    if relations:
        yield ""
        yield f"{'relation':24} precision  recall     F1  right  wrong  required"
        for name, tally in sorted(scores.relations.items(), key=lambda item: (-item[1].required, item[0])):
            yield (
                f"{name:24} {tally.precision:9.3f} {tally.recall:7.3f} {tally.f1:6.3f} "
                f"{tally.right:6} {tally.wrong:6} {tally.required:9}"
            )
    yield from _examples("wrong", scores.wrong, errors)
    yield from _examples("missed", scores.missed, errors)


def _figures(tally: Tally) -> str:
    return f"precision {tally.precision:.3f}  recall {tally.recall:.3f}  F1 {tally.f1:.3f}"


def _examples(title: str, rows: Sequence[tuple[str, GoldClaim | JudgedClaim]], limit: int) -> Iterable[str]:
    if rows and limit:
        yield ""
        yield f"{title} ({min(limit, len(rows))} of {len(rows)})"
    for article, claim in rows[:limit]:
        quote = " ".join(claim.sentence.split())
        cut = quote if len(quote) <= _QUOTE_WIDTH else quote[: _QUOTE_WIDTH - 1] + "…"
        yield f"  {article}: {claim.subject.label} {claim.relation} {claim.object.label} | {cut}"
