"""What the documents of all word processors come to: paragraphs, and what was left out of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.read.page.prose import is_prose


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`heading` is 1 for the title and headings of the first level, 0 for text."""

    text: str
    heading: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """Paragraphs in order, empty ones too; the words that were left out of them; title and author of the properties."""

    paragraphs: tuple[Paragraph, ...]
    dropped: tuple[str, ...] = ()
    title: str | None = None
    author: str | None = None
    cut_off: bool = False


@dataclass(slots=True)
class Gathered:
    """What was found in a document so far: paragraphs, tables with the number of paragraphs above each, text boxes."""

    found: list[Paragraph] = field(default_factory=list)
    tables: list[tuple[int, list[Paragraph]]] = field(default_factory=list)
    boxes: list[Paragraph] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)

    def finished(self) -> tuple[Paragraph, ...]:
        """All paragraphs. Tables stay where they hold more of the text than stands around them, as on a page laid out
        by one; a box stands behind the text, and one that repeats some of it, a quotation in large print, goes."""
        cells = [p for _, table in self.tables for p in table]
        body = list(self.found)
        if sum(is_prose(p.text) for p in cells) > sum(is_prose(p.text) for p in body):
            for start, table in reversed(self.tables):
                body[start:start] = table
        else:
            self.dropped += [p.text for p in cells]
        whole = " ".join(" ".join(p.text.split()) for p in body).casefold()
        for box in self.boxes:
            repeated = " ".join(box.text.split()).casefold().strip("\"'“”‘’ ") in whole
            (self.dropped.append(box.text) if repeated else body.append(box))
        self.tables, self.boxes = [], []
        return tuple(body)
