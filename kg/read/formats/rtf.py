"""RTF: the words by striprtf, of what is left when struck-out, hidden and deleted words and all that is no running text
have been taken out.

striprtf 0.0.35 knows code pages and Unicode escapes, but not which words were taken back; it writes cells between bars
and the address of a link behind its words. So the groups are gone through before (RTF Specification 1.9.1), and signs
of the private use area carry what a paragraph is through to its text.
"""

from __future__ import annotations

import codecs
import re
from collections import defaultdict
from dataclasses import dataclass, replace

from striprtf.striprtf import rtf_to_text

from kg.read.formats.paragraphs import Document, Gathered, Paragraph

TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}]+)|\\",
    re.DOTALL,
)
ASIDE = frozenset("header headerl headerr headerf footer footerl footerr footerf footnote annotation".split())
BOX = frozenset({"shptxt", "dptxbxtext"})
SKIPPED = frozenset(
    "colortbl listtable listoverridetable revtbl rsidtbl filetbl generator pict object objdata result shprslt fldinst"
    " listtext pntext pn bkmkstart bkmkend atnid atnauthor atndate atnref atnicn datafield ftnsep ftnsepc ftncn aftnsep"
    " aftnsepc aftncn themedata colorschememapping latentstyles datastore xe tc nonesttables mmath shp do background"
    " company operator subject keywords comment doccomm category manager creatim revtim printim buptim xmlnstbl".split()
)
"""Groups whose words are never the article's."""
WORDS = frozenset("emdash endash emspace enspace qmspace bullet lquote rquote ldblquote rdblquote u tab line".split())
SWITCHES = frozenset({"strike", "striked", "v", "deleted"})
CODE_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
NUMBERED = {0: "cp1252", 1: "cp1252", 10000: "mac_roman", 65001: "utf-8"}
BODY, CELL = 0xE000, 0xE00A
"""Signs behind a paragraph of text (plus its level as a heading) and behind one of a table."""
END = re.compile("[\ue000-\ue00a]")
STYLE = re.compile(r"(?:heading (\d)|title)\Z", re.IGNORECASE)
TEXT, SKIP = "text", "skip"


@dataclass(frozen=True, slots=True)
class State:
    """What a group inherits: where its words go, whether they were taken back, what its paragraph is."""

    into: str = TEXT
    gone: frozenset[str] = frozenset()
    table: bool = False
    heading: int = 0


def parse_rtf(raw: bytes) -> Document:
    """The paragraphs of a document."""
    return Groups(raw).document()


class Groups:
    """One pass over the groups of a document; `parts` holds RTF by where it goes."""

    def __init__(self, raw: bytes) -> None:
        self.source = raw[raw.index(b"{\\rtf") :].decode("latin-1")
        self.is_utf8 = is_utf8(raw)
        self.encoding = "cp1252"
        self.parts: defaultdict[str, list[str]] = defaultdict(list)
        self.levels: dict[int, int] = {}
        self.stack: list[State] = []
        self.state = State()
        self.style = 0
        self.go_through()

    def go_through(self) -> None:
        position = 0
        while match := TOKEN.match(self.source, position):
            position = match.end()
            word = match["word"]
            if word == "bin":
                position += max(0, int(match["number"] or 0))
            elif match["brace"] == "{":
                self.stack.append(self.state)
                self.emit("{")
            elif match["brace"]:
                self.leave()
                if not self.stack:
                    break
            elif word:
                self.control(match[0], word, None if match["number"] is None else int(match["number"]))
            elif match["sign"] == "*":
                self.state = replace(self.state, into=SKIP)
            elif match["sign"] in ("\n", "\r"):
                self.end_paragraph()
            else:
                self.words(match[0])

    def leave(self) -> None:
        """A group ends: what it changed is over, and a text of its own as well."""
        outer = self.stack.pop() if self.stack else self.state
        if outer.into != self.state.into and self.state.into in ("aside", "box"):
            self.end_paragraph()
        self.state = outer
        self.emit("}")

    def control(self, token: str, word: str, number: int | None) -> None:
        if self.enters(word):
            return
        token = token.rstrip(" ") + " "  # what stands behind it may be left out, and the next words are none of it
        on = number != 0
        if word in ("par", "sect", "page", "cell", "nestcell"):
            self.end_paragraph(cell=word.endswith("cell"))
        elif word == "pard":
            self.state = replace(self.state, table=False, heading=0)
        elif word == "intbl":
            self.state = replace(self.state, table=True)
        elif word in SWITCHES or word == "plain":
            others = frozenset() if word == "plain" else self.state.gone - {word}
            self.state = replace(self.state, gone=others | {word} if on and word != "plain" else others)
            self.parts["gone"].append(" ")
            self.emit(token)
        elif word in ("s", "outlinelevel") and number is not None:
            if self.state.into == "stylesheet":
                self.style = number
            level = self.levels.get(number, 0) if word == "s" else number + 1 if number < 9 else 0
            self.state = replace(self.state, heading=level or self.state.heading)
        elif word == "ansicpg" and number is not None:
            self.encoding = NUMBERED.get(number, f"cp{number}")
        elif word in CODE_PAGES:
            self.encoding = CODE_PAGES[word]
        elif word in WORDS:
            self.words(token)
        elif word not in ("row", "nestrow"):
            self.emit(token)

    def enters(self, word: str) -> bool:
        """Whether `word` says where the words of its group go."""
        if word in BOX:
            into = "box"
        elif word in ASIDE:
            into = "aside"
        elif word in ("fonttbl", "stylesheet", "info"):
            into = word
        elif word in ("title", "author") and self.state.into == "info":
            into = word
        elif word in SKIPPED:
            into = SKIP
        else:
            return False
        self.state = replace(self.state, into=into, gone=frozenset())
        return True

    def words(self, token: str) -> None:
        if self.state.into == "stylesheet":
            name = STYLE.match(token.strip(" ;\r\n"))
            if name:
                self.levels[self.style] = int(name[1] or 1)
        elif self.state.gone and self.state.into == TEXT:
            self.parts["gone"].append(self.escaped(token))
        else:
            self.emit(self.escaped(token))

    def emit(self, token: str) -> None:
        self.parts[self.state.into].append(token)

    def escaped(self, token: str) -> str:
        """Bytes that no RTF should hold, as escapes: UTF-8 where the whole file is, else of its code page."""
        if token.isascii():
            return token
        if self.is_utf8:
            characters = token.encode("latin-1").decode("utf-8", "replace").encode("utf-16-le")
            units = (int.from_bytes(characters[i : i + 2], "little") for i in range(0, len(characters), 2))
            return "{\\uc0" + "".join(chr(unit) if unit < 128 else f"\\u{unit} " for unit in units) + "}"
        return "".join(char if char < "\x80" else f"\\'{ord(char):02x}" for char in token)

    def end_paragraph(self, cell: bool = False) -> None:
        sign = CELL if cell or self.state.table else BODY + self.state.heading
        self.emit(f"{{\\uc0\\u{sign} }}")
        if self.state.gone:
            self.parts["gone"].append(f"{{\\uc0\\u{BODY} }}")

    def plain(self, part: str) -> str:
        """The text of what was gathered for `part`."""
        fonts = "{\\fonttbl" + "".join(self.parts["fonttbl"]) + "}"
        rtf = "{\\rtf1" + fonts + "".join(self.parts[part]) + "}"
        text = str(rtf_to_text(rtf, encoding=self.known_encoding(), errors="replace"))  # type: ignore[no-untyped-call]
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return text.replace("\N{NON-BREAKING HYPHEN}", "-").replace("\N{SOFT HYPHEN}", "")

    def known_encoding(self) -> str:
        try:
            codecs.lookup(self.encoding)
        except LookupError:
            return "cp1252"
        return self.encoding

    def paragraphs(self, part: str) -> list[tuple[Paragraph, bool]]:
        """The paragraphs of `part`, and whether each stands in a table."""
        text, found, start = self.plain(part), [], 0
        for match in END.finditer(text + chr(BODY)):
            level = ord(match[0]) - BODY
            words = text[start : match.start()].strip("\r\n")
            found.append((Paragraph(words, level if level < CELL - BODY else 0), level == CELL - BODY))
            start = match.end()
        return found

    def document(self) -> Document:
        gathered = Gathered()
        for paragraph, in_table in self.paragraphs(TEXT):
            if in_table:
                gathered.tables.append((len(gathered.found), [paragraph] if paragraph.text.strip() else []))
            else:
                gathered.found.append(paragraph)
        gathered.boxes += [paragraph for paragraph, _ in self.paragraphs("box") if paragraph.text.strip()]
        for part in ("gone", "aside"):
            gathered.dropped += [p.text.strip() for p, _ in self.paragraphs(part) if p.text.strip()]
        title, author = (self.plain(part).strip() or None for part in ("title", "author"))
        return Document(gathered.finished(), tuple(gathered.dropped), title, author, cut_off=bool(self.stack))


def is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
