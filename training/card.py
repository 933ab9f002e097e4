"""Fills in the scores of the model card."""

from pathlib import Path

from kg.parse.ner_windows import LABELS
from training.scores import Counts

_TEMPLATE = Path(__file__).with_name("ner_card.md")


def table(counts: dict[str, Counts]) -> str:
    """A Markdown table of precision, recall and F1 by label."""
    rows = ["| label | precision | recall | F1 | names |", "|---|---|---|---|---|"]
    for label in ("ALL", "SPANS", *LABELS):
        count = counts.get(label, Counts())
        scores = " | ".join(f"{value:.3f}" for value in (count.precision, count.recall, count.f1))
        rows.append(f"| {label} | {scores} | {count.gold} |")
    return "\n".join(rows)


def write_card(path: Path, counts: dict[str, Counts]) -> None:
    """Writes the card with the scores on the held-out articles."""
    path.write_text(_TEMPLATE.read_text(encoding="utf-8").replace("{scores}", table(counts)), encoding="utf-8")
