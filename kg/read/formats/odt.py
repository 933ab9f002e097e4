"""OpenDocument text, zipped or flat, by odfdo: paragraphs as a reader of the finished document sees them.

Deleted, struck-out and hidden words go; tables, notes, comments and indices are no running text (ODF 1.3 part 3, 5 and
20). Headers and footers stand in another part of the file and are not looked at.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import odfdo

from kg.read.formats.paragraphs import Document, Gathered, Paragraph

ASIDE = frozenset(
    {"text:note", "office:annotation", "text:tracked-changes", "text:hidden-text", "text:hidden-paragraph"}
)
INDICES = frozenset(
    "text:table-of-content text:illustration-index text:table-index text:object-index text:user-index"
    " text:alphabetical-index text:bibliography".split()
)
SILENT = frozenset(
    {"office:annotation-end", "text:ruby-text", "text:sequence-decls", "office:forms", "svg:title", "svg:desc"}
)
BOXES = frozenset({"draw:text-box", "draw:custom-shape"})
CELLS = "descendant::table:table-cell"
TITLES = frozenset({"title", "heading"})


def parse_odt(raw: bytes) -> Document:
    """The paragraphs of a document. Raises whatever odfdo and lxml raise for a damaged one."""
    document = odfdo.Document(io.BytesIO(raw))
    walk = Walk(document)
    walk.add(document.body)
    meta = document.meta
    return Document(
        walk.gathered.finished(), tuple(walk.gathered.dropped), meta.title, meta.creator or meta.initial_creator
    )


class Walk:
    """The paragraphs gathered so far, the cells of tables and the text boxes apart from them."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.gathered = Gathered()
        self.is_gone = lru_cache(maxsize=None)(self.style_is_gone)

    def add(self, element: Any) -> None:
        """The paragraphs below `element`: a body, a section, a list, a cell or a box."""
        for child in element.children:
            tag = child.tag
            if tag in ("text:p", "text:h"):
                self.add_paragraph(child)
            elif tag == "table:table":
                inner = Walk(self.document)
                for cell in child.xpath(CELLS):
                    inner.add(cell)
                self.gathered.tables.append(
                    (len(self.gathered.found), [p for p in inner.gathered.finished() if p.text.strip()])
                )
            elif tag in INDICES or tag in ASIDE:
                self.drop(child)
            elif tag in BOXES:
                self.add_box(child)
            elif tag not in SILENT:
                self.add(child)

    def add_paragraph(self, element: Any) -> None:
        style = element.get_attribute("text:style-name")
        text = "".join(self.pieces(element, self.is_gone("paragraph", style))).strip("\n")
        level = element.get_attribute("text:outline-level") if element.tag == "text:h" else None
        named = self.name_of(style).casefold() in TITLES
        self.gathered.found.append(Paragraph(text, int(level or 1) if element.tag == "text:h" else int(named)))

    def pieces(self, element: Any, gone: bool) -> Iterator[str]:
        """The words of a paragraph or of what stands in it; blanks and line ends are elements of their own."""
        yield self.kept(element.text, gone)
        for child in element.children:
            tag = child.tag
            if tag == "text:s":
                yield " " * min(int(child.get_attribute("text:c") or 1), 80)
            elif tag in ("text:tab", "text:line-break"):
                yield "\t" if tag == "text:tab" else "\n"
            elif tag in BOXES:
                self.add_box(child)
            elif tag in ASIDE:
                self.drop(child)
            elif tag not in SILENT:
                style = child.get_attribute("text:style-name") if tag in ("text:span", "text:a") else None
                yield from self.pieces(child, gone or self.is_gone("text", style))
            yield self.kept(child.tail, gone)

    def kept(self, text: str | None, gone: bool) -> str:
        """White space in the file is a blank, whatever it is made of."""
        words = collapsed(text or "")
        if gone and words.strip():
            self.gathered.dropped.append(words.strip())
        return "" if gone else words

    def add_box(self, element: Any) -> None:
        inner = Walk(self.document)
        inner.add(element)
        self.gathered.boxes += [p for p in inner.gathered.finished() if p.text.strip()]
        self.gathered.dropped += inner.gathered.dropped

    def drop(self, element: Any) -> None:
        words = " ".join(str(text).strip() for text in element.xpath("descendant::text()"))
        self.gathered.dropped += [" ".join(words.split())] if words.strip() else []

    def style_is_gone(self, family: str, name: str | None) -> bool:
        """Whether a style, or one that it is based on, strikes its text out or hides it."""
        seen: set[str] = set()
        while name and name not in seen:
            seen.add(name)
            style = self.document.get_style(family, name)
            properties = (style.get_properties("text") if style is not None else None) or {}
            line = properties.get("style:text-line-through-style") or properties.get("style:text-line-through-type")
            if line is not None or "text:display" in properties:
                return line not in (None, "none") or properties.get("text:display") == "none"
            name = style.get_attribute("style:parent-style-name") if style is not None else None
        return False

    def name_of(self, name: str | None) -> str:
        """The name of a paragraph style that people see; an automatic one has that of its parent."""
        style = self.document.get_style("paragraph", name) if name else None
        parent = style.get_attribute("style:parent-style-name") if style is not None else None
        return str(parent or name or "")


def collapsed(text: str) -> str:
    """ODF 1.3 part 3, 6.1.2: runs of white space count as one blank."""
    return " ".join(("\0" + text + "\0").split()).replace("\0", "") if text else ""
