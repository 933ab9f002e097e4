"""Word documents, by python-docx: paragraphs as a reader of the finished document sees them.

Inserted words stay, deleted, struck-out and hidden ones go. Tables, notes, headers, footers and comments are no running
text; they are given back as dropped. python-docx says what a part is; its paragraphs skip what stands in tracked
changes, hyperlinks' fields and text boxes, so that the elements are walked here (ECMA-376 part 1, 17.3 and 17.13).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn
from lxml import etree  # type: ignore[import-untyped]

from kg.read.formats.paragraphs import Document, Gathered, Paragraph

ASIDE = re.compile(r"/word/(?:footnotes|endnotes|comments|header\d*|footer\d*)\.xml")
HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
LEFT_OUT = re.compile(r"(?:toc \d|caption|table of \w+|index \d)\b", re.IGNORECASE)
"""Styles of what is no running text."""
OFF = ("0", "false", "off", "none")
P, R, T, TABLE, CELL = (qn(f"w:{name}") for name in ("p", "r", "t", "tbl", "tc"))
GONE = frozenset(qn(f"w:{name}") for name in ("del", "moveFrom", "rPr", "pPr", "rt", "instrText", "delInstrText"))
SIGNS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "",
}
ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
BOX = qn("w:txbxContent")


def parse_docx(raw: bytes) -> Document:
    """The paragraphs of a document. Raises whatever python-docx and lxml raise for a damaged one."""
    package = docx.Document(io.BytesIO(raw))
    walk = Walk(styles_of(package))
    walk.add(package.element.body)
    for part in package.part.package.iter_parts():
        if ASIDE.fullmatch(str(part.partname)):
            walk.gathered.dropped += [words for p in etree.fromstring(part.blob).iter(P) if (words := plain(p))]
    title, author = properties_of(package)
    return Document(walk.gathered.finished(), tuple(walk.gathered.dropped), title, author)


def properties_of(package: Any) -> tuple[str | None, str | None]:
    try:
        return package.core_properties.title, package.core_properties.author
    except Exception:  # they are no part of the text, whatever is wrong with them
        return None, None


class Styles:
    """What the styles say of their text: name, level as a heading, hidden or struck out; based on one another."""

    def __init__(self, rows: dict[str, Any]) -> None:
        self.rows = rows

    def chain(self, id: str | None) -> Iterator[Any]:
        """The style and those that it is based on."""
        seen: set[str] = set()
        while id in self.rows and id not in seen:
            seen.add(id)
            yield self.rows[id]
            id = value(self.rows[id], "basedOn")

    def is_gone(self, id: str | None) -> bool:
        return any(is_gone(style.find(qn("w:rPr"))) for style in self.chain(id))

    def name(self, id: str | None) -> str:
        return next((value(style, "name") or "" for style in self.chain(id)), "")

    def heading(self, id: str | None) -> int:
        for style in self.chain(id):
            name = value(style, "name") or ""
            match = HEADING.fullmatch(name)
            if match or name.casefold() == "title":
                return int(match[1]) if match else 1
            level = outline(style.find(qn("w:pPr")))
            if level:
                return level
        return 0


def styles_of(package: Any) -> Styles:
    try:
        return Styles({style.get(qn("w:styleId")): style for style in package.styles.element.iter(qn("w:style"))})
    except (KeyError, AttributeError):  # some writers give none
        return Styles({})


class Walk:
    """The paragraphs gathered so far. A paragraph whose end was deleted goes on in the next."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.gathered = Gathered()
        self.open = False

    def add(self, element: Any) -> None:
        """The paragraphs below `element`, a body, a box or a cell."""
        for child in element:
            if child.tag == P:
                self.add_paragraph(child)
            elif child.tag == TABLE:
                self.add_table(child)
            elif child.tag == qn("w:sdt") and child.find(f".//{qn('w:docPartGallery')}") is not None:
                self.gathered.dropped += [words for p in child.iter(P) if (words := plain(p))]  # a table of contents
            elif child.tag == ALTERNATIVES:
                self.add(next(iter(child), ()))
            elif isinstance(child.tag, str) and child.tag not in GONE:
                self.add(child)

    def add_paragraph(self, element: Any) -> None:
        properties = element.find(qn("w:pPr"))
        style = value(properties, "pStyle")
        boxes: list[Any] = []
        text = "".join(self.pieces(element, self.styles.is_gone(style), boxes)).strip("\n")
        if LEFT_OUT.match(self.styles.name(style)):
            self.gathered.dropped += [text] if text.strip() else []
            text = ""
        heading = outline(properties) or self.styles.heading(style)
        if self.open and self.gathered.found:
            above = self.gathered.found.pop()
            self.gathered.found.append(Paragraph(above.text + text, above.heading or heading))
        else:
            self.gathered.found.append(Paragraph(text, heading))
        mark = properties.find(qn("w:rPr")) if properties is not None else None
        self.open = mark is not None and any(mark.find(qn(f"w:{name}")) is not None for name in ("del", "moveFrom"))
        for box in boxes:
            inner = Walk(self.styles)
            inner.add(box)
            self.gathered.boxes += [p for p in inner.gathered.finished() if p.text.strip()]
            self.gathered.dropped += inner.gathered.dropped

    def add_table(self, element: Any) -> None:
        cells = []
        for cell in element.iter(CELL):
            inner = Walk(self.styles)
            inner.add([child for child in cell if child.tag != TABLE])
            cells += [p for p in inner.gathered.finished() if p.text.strip()]
        self.gathered.tables.append((len(self.gathered.found), cells))

    def pieces(self, element: Any, gone: bool, boxes: list[Any]) -> Iterator[str]:
        """The words of a paragraph or of what stands in it; its text boxes go to `boxes`."""
        for child in element:
            if not isinstance(child.tag, str) or child.tag in GONE:
                if child.tag == qn("w:del"):
                    self.gathered.dropped += [words] if (words := deleted(child)) else []
            elif child.tag == R:
                own = child.find(qn("w:rPr"))
                if is_gone(own) or ((gone or self.styles.is_gone(value(own, "rStyle"))) and not is_kept(own)):
                    self.gathered.dropped += [words] if (words := plain(child)) else []
                else:
                    yield from self.pieces(child, False, boxes)
            elif child.tag == T:
                yield child.text or ""
            elif child.tag in SIGNS:
                yield SIGNS[child.tag]
            elif child.tag == ALTERNATIVES:
                yield from self.pieces(next(iter(child), ()), gone, boxes)
            elif child.tag == BOX:
                boxes.append(child)
            else:
                yield from self.pieces(child, gone, boxes)


def value(element: Any, name: str) -> str | None:
    """The value of the child `w:name`."""
    child = element.find(qn(f"w:{name}")) if element is not None else None
    return child.get(qn("w:val")) if child is not None else None


def outline(properties: Any) -> int:
    """Level of a paragraph in the outline, from 1; 0 for text."""
    level = value(properties, "outlineLvl")
    return int(level) + 1 if level is not None and level.isdecimal() and int(level) < 9 else 0


def is_gone(properties: Any) -> bool:
    """Whether a run is struck out or hidden."""
    return any(switched(properties, name) for name in ("strike", "dstrike", "vanish"))


def is_kept(properties: Any) -> bool:
    """Whether a run takes back what its style says."""
    return any(switched(properties, name) is False for name in ("strike", "dstrike", "vanish"))


def switched(properties: Any, name: str) -> bool | None:
    child = properties.find(qn(f"w:{name}")) if properties is not None else None
    return child.get(qn("w:val"), "1") not in OFF if child is not None else None


def plain(element: Any) -> str:
    return " ".join("".join(t.text or "" for t in element.iter(T)).split())


def deleted(element: Any) -> str:
    return " ".join("".join(t.text or "" for t in element.iter(T, qn("w:delText"))).split())
