"""What the header and the trailers of one article state, as it was found."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.read.bundles.rows import Row


@dataclass(slots=True)
class Header:
    """`values` are what was found for each fact, in order; `headline` the lines of the headline that has no label;
    `titled` those of a labelled one with the offsets of their values; `abstract` the lines of an abstract; `used` all
    lines that are not of the text; `body` the index of the line at which the text begins."""

    values: dict[str, list[str]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    headline: list[Row] = field(default_factory=list)
    titled: list[tuple[Row, int]] = field(default_factory=list)
    used: list[Row] = field(default_factory=list)
    abstract: list[Row] = field(default_factory=list)
    body: int = 0

    def add(self, fact: str, value: str, label: str = "") -> None:
        if value.strip():
            self.values.setdefault(fact, []).append(value.strip())
            self.labels.setdefault(label, value.strip())

    def first(self, fact: str) -> str | None:
        return next(iter(self.values.get(fact, ())), None)
