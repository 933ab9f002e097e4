"""Exact-match scores of names: same characters, same label, articles and possessive endings left aside."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[int, int, str]
_ARTICLE = re.compile(r"(the|The|a|an)\s+")
_POSSESSIVE = re.compile(r"['’]s?$")


def strip(text: str, span: Span) -> Span:
    """`span` without a leading article and a closing possessive."""
    start, end, label = span
    if article := _ARTICLE.match(text[start:end]):
        start += article.end()
    if possessive := _POSSESSIVE.search(text[start:end]):
        end -= len(possessive.group())
    return start, end, label


@dataclass(slots=True)
class Counts:
    """True positives, and what was found and annotated in all."""

    right: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.gold) if self.right else 0.0


def score(answers: Iterable[tuple[str, Iterable[Span], Iterable[Span]]]) -> dict[str, Counts]:
    """Counts by label, for `ALL`, and for `SPANS` (label disregarded), from (text, gold, found) of each article."""
    counts: dict[str, Counts] = defaultdict(Counts)
    for text, gold_spans, found_spans in answers:
        gold = {strip(text, span) for span in gold_spans}
        found = {strip(text, span) for span in found_spans}
        for name, key in (("right", gold & found), ("gold", gold), ("found", found)):
            for span in key:
                for label in ("ALL", span[2]):
                    setattr(counts[label], name, getattr(counts[label], name) + 1)
        bare_gold, bare_found = {span[:2] for span in gold}, {span[:2] for span in found}
        counts["SPANS"].right += len(bare_gold & bare_found)
        counts["SPANS"].gold += len(bare_gold)
        counts["SPANS"].found += len(bare_found)
    return dict(counts)


def line(counts: dict[str, Counts]) -> str:
    """One line for a log."""
    total = counts["ALL"]
    labels = " ".join(
        f"{label}:{counts[label].f1:.2f}" for label in sorted(counts, key=lambda k: -counts[k].gold) if label != "ALL"
    )
    return f"P {total.precision:.3f} R {total.recall:.3f} F {total.f1:.3f} {labels}"
