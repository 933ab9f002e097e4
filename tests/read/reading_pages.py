"""Made-up pages and a minimal PDF writer that the reading tests share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SAVED_PAGE = """Skip to main content
Menu
Home
World
Sign In
The Harbour Post
Markets close lower as traders await rate decision
Actor wins long-running libel case
Tuesday, 9 December 2025

Ruritania signs rail deal with Sylvania after two years of talks

Ruritania signs rail deal with Sylvania after two years of talks

Ministers say the line will carry freight from 2031, but critics doubt the cost

Ivo Kern and Marta Weiss sign the deal in Strelsau\u00a0 © AP

Ann Lee in Strelsau and **Bo Sandberg** in Modena 10 HOURS AGO
3 min read
Share
Copy Link
Ruritania and Sylvania have agreed to build a [railway](#) across their common border, the two said on Friday.

President Ivo Kern met Prime Minister Marta Weiss in Strelsau for the signing. “This is a new chapter,” Kern said.

Advertisement · Scroll to continue
“\\[T]he line is no gift,” Weiss told reporters.
Related: How the border towns learned to live without trains
RECOMMENDED STORIES
Sylvania's central bank holds rates at 5%
Kern names new defence minister after resignation
Sylvanian Rail, a state-owned company, will run the trains. Its chief executive, Tom Adler, went there on Thursday, and

reached between the two rail companies last year. A freight train needs nine hours today.

A freight train crosses the Sylva River near Zenda on Wednesday. (AP Photo/Jan Novak)

"We were never asked," said Greta Holm, who heads the farmers' union.
Sign up for our morning newsletter to get the day's top stories in your inbox.
Additional reporting by Lena Fox in Zenda

Most Read
1
Why the river froze in June
Will the Rail Deal Change Sylvania for Good?
More from World
Kern's party leads in new poll
The party of President Ivo Kern leads the opposition by four points, a survey by two papers found.
Sylvania Bans Imports of Timber as Prices Fall and Mills in the Northern Provinces Close One after the Other
Comments (14)
I think this is a waste of money and nobody will ever take this train to anywhere at all.
[Copyright](#) The Harbour Post Limited 2023. All rights reserved.
×
"""

SAVED_ARTICLE = """Ruritania signs rail deal with Sylvania after two years of talks

Ministers say the line will carry freight from 2031, but critics doubt the cost

Ruritania and Sylvania have agreed to build a railway across their common border, the two said on Friday.

President Ivo Kern met Prime Minister Marta Weiss in Strelsau for the signing. “This is a new chapter,” Kern said.

“[T]he line is no gift,” Weiss told reporters.

Sylvanian Rail, a state-owned company, will run the trains. Its chief executive, Tom Adler, went there on Thursday, and

reached between the two rail companies last year. A freight train needs nine hours today.

"We were never asked," said Greta Holm, who heads the farmers' union."""

BODY = (
    "President Ivo Kern met Prime Minister Marta Weiss in Strelsau on Friday to sign an agreement about the railway.",
    "Sylvanian Rail will run the trains between the two capitals, its chief executive, Tom Adler, told reporters.",
    "The line will cost about four billion crowns, which the two countries are to pay in equal parts.",
)
HEADLINE = "Kern and Weiss sign an agreement about the railway"


@dataclass(frozen=True)
class Print:
    """One line of print at points from the lower left corner."""

    text: str
    x: float
    y: float
    size: float = 10


def pdf(pages: Sequence[Sequence[Print]], rotate: int = 0, upright: bool = True) -> bytes:
    """A PDF in Helvetica with these lines; PDFium mends the missing cross-reference table.

    `rotate` turns its pages clockwise; with `upright` the lines are drawn so that they stand upright then.
    """
    kids = " ".join(f"{10 + 2 * i} 0 R" for i in range(len(pages)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }
    turn = rotate if upright else 0
    width, height = (842, 595) if turn in (90, 270) else (595, 842)
    for i, lines in enumerate(pages):
        drawn = "\n".join(
            f"BT /F1 {p.size} Tf {matrix(p, turn, width, height)} Tm ({escaped(p.text)}) Tj ET" for p in lines
        ).encode("cp1252")
        objects[10 + 2 * i] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Rotate {rotate} /Contents {11 + 2 * i} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        ).encode()
        objects[11 + 2 * i] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn)
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, content) for number, content in objects.items())
    return b"%PDF-1.4\n" + body + b"trailer\n<< /Root 1 0 R /Size 99 >>\n%%EOF\n"


def matrix(line: Print, turn: int, width: float, height: float) -> str:
    """Where a line stands on the page as it lies in the file (ISO 32000-1, 8.3.3)."""
    a, b, c, d, x, y = {
        0: (1, 0, 0, 1, line.x, line.y),
        90: (0, 1, -1, 0, width - line.y, line.x),
        180: (-1, 0, 0, -1, width - line.x, height - line.y),
        270: (0, -1, 1, 0, line.y, height - line.x),
    }[turn]
    return f"{a} {b} {c} {d} {x} {y}"


def escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
