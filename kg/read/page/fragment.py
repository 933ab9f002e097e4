"""Text out of a piece of HTML, as records, feeds and messages carry it in a field.

trafilatura is made for pages: of a bare fragment it loses short paragraphs and sometimes the first. Here the elements
are walked and nothing is weighed: blocks become paragraphs, what is not the article's own running text stays out.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3"
    " h4 h5 h6 head header hr html li main nav ol p pre section summary table tbody td tfoot th thead title tr ul"
    " video".split()
)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data dfn em font i img ins kbd label mark nobr q s samp small span strike"
    " strong sub sup time tt u var wbr br del meta link".split()
)
LEFT_OUT = frozenset(
    "aside audio button canvas caption del embed figcaption figure form head iframe input map math nav noscript object"
    " picture s script select strike style svg template textarea title video".split()
)
"""Struck-out words are what the paper took back; captions and tables are no sentences of the article."""
WORDLESS = frozenset("button canvas head iframe math noscript script select style svg template textarea title".split())
"""Those of them that hold no words of a person."""
LAYOUT = frozenset({"table", "form"})
"""Left out as well, unless they hold the whole text: mail and old pages are laid out in tables."""
PARAGRAPHS = frozenset({"br", "div", "p"})
EMBEDDED = re.compile(r"\b(?:twitter-tweet|instagram-media|tiktok-embed|wp-caption|image-caption)\b")
HIDDEN = re.compile(r"\bdisplay\s*:\s*none\b")

ELEMENTS = BLOCKS | INLINE | LEFT_OUT
TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z\d]*+(?P<own>[:-][\w:.-]*+)?)(?P<rest>[\s/][^<>]*+)?>")
OTHER = re.compile(r"<(?:!--|!\[CDATA\[|!doctype\b)", re.IGNORECASE)
BEGINNERS = frozenset("p br hr div li ul ol h1 h2 h3 h4 h5 h6 blockquote".split())
"""Elements whose mere beginning, in lower case, shows that a text is markup."""
OPEN_END = ".!?:\"'”’"
ESCAPED_TAG = re.compile(r"&(?:amp;){0,3}(?:lt|#60|#x3c);/?(?P<name>[A-Za-z][A-Za-z\d]*+)")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});")
CAPTION = re.compile(r"\[caption\b[^\[\]]*\][^\[\]]*\[/caption\]")
"""WordPress's own mark of a caption, which is no HTML."""
CDATA = re.compile(r"<!\[CDATA\[|\]\]>|<\?xml[^<>]*>")
BLANKS = re.compile(r"[ \t\r\f\xa0]+")
DEEPEST_ESCAPE = 3


def text_of_fragment(markup: str) -> str:
    """The running text of a piece of HTML: paragraphs with a blank line between them, a single `<br>` as a line end.

    Struck-out words, captions, tables, forms, scripts and embedded posts stay out. Entities are resolved, also where
    the whole was escaped twice. A fragment without paragraph elements keeps its own line ends. A text that holds
    neither markup nor entities comes back as the same object. Never raises.
    """
    return read_fragment(markup)[0]


def read_fragment(markup: str) -> tuple[str, tuple[str, ...]]:
    """What `text_of_fragment` gives, and the words that were left out of it: one line for each caption, table …"""
    text = markup
    dropped: tuple[str, ...] = ()
    for _ in range(DEEPEST_ESCAPE):
        if "<" not in text and "&" not in text:
            break
        if is_markup(text):
            inside, dropped = running_text(text, LEFT_OUT | LAYOUT)
            text, dropped = (inside, dropped) if inside else running_text(text, LEFT_OUT - LAYOUT)
        elif ENTITY.search(text):
            text = ENTITY.sub(lambda match: unescape(match[0]), text)
        else:
            break
    return text, dropped


def is_markup(text: str) -> bool:
    """Whether `text` is a piece of HTML. Tickers (`<MTEC>`), `a < b` and `<ann@post.example>` make none.

    The end of an element shows it, one with attributes, or one in lower case that begins a block. In capitals alone
    nothing is sure, since some tickers are names of elements (`<P>`, `<S>`, `<TD>`): a paragraph's mark stands behind
    the end of a sentence, where no ticker does.
    """
    if "<" not in text:
        return False
    for tag in TAG.finditer(text):
        name = tag["name"]
        if name.lower() not in ELEMENTS:
            continue
        if tag["end"] or "=" in (tag["rest"] or "") or (tag["rest"] or "").endswith("/") or name in BEGINNERS:
            return True
        if name in ("P", "BR") and text[max(0, tag.start() - 20) : tag.start()].rstrip()[-1:] in OPEN_END:
            return True
    return False


def without_false_tags(markup: str) -> str:
    """`markup` with every `<` that begins no tag escaped: a parser would take `<MTEC>` or "a < b" for elements.

    Bare capitals are elements where capitals also end some.
    """
    capitals = any(tag["end"] and tag["name"].isupper() for tag in TAG.finditer(markup)) or not BEGINNERS.intersection(
        tag["name"] for tag in TAG.finditer(markup)
    )

    def is_tag(tag: re.Match[str]) -> bool:
        name = tag["name"]
        if name.lower() in ELEMENTS:
            return capitals or not name.isupper() or tag["rest"] is not None
        return tag["own"] is not None and name.islower()

    tags = {tag.start() for tag in TAG.finditer(markup) if is_tag(tag)}
    tags.update(match.start() for match in OTHER.finditer(markup))
    return re.sub("<", lambda match: "<" if match.start() in tags else "&lt;", markup)


def running_text(markup: str, left_out: frozenset[str]) -> tuple[str, tuple[str, ...]]:
    """What `read_fragment` says, but for elements named in `left_out`."""
    from lxml import etree  # type: ignore[import-untyped]

    markup = without_false_tags(CDATA.sub("", CAPTION.sub("", markup)).replace("\x00", ""))
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, recover=True, encoding="utf-8", huge_tree=True)
    root = etree.fromstring(markup.encode("utf-8", "replace"), parser) if markup.strip() else None
    if root is None:
        return "", ()
    spaced = any(True for _ in root.iter(*PARAGRAPHS))
    parts: list[str] = []
    dropped: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = element.tag if isinstance(element.tag, str) else ""
        gone = name in left_out or is_apart(element)
        if event == "start":
            parts.append(before(name))
            if gone:
                walk.skip_subtree()
                dropped.append("" if name in WORDLESS else " ".join(" ".join(element.itertext()).split()))
            else:
                parts.append(flowing(element.text, spaced))
        else:
            parts.append("”" if name == "q" else before(name) if name in BLOCKS else "")
            parts.append(flowing(element.tail, spaced))
    return laid_out("".join(parts)), tuple(line for line in dropped if line)


def before(name: str) -> str:
    """What stands in the text where the element `name` begins."""
    if name in BLOCKS:
        return "\n\n"
    return {"br": "\n", "q": "“", "img": " "}.get(name, "")


def is_apart(element: Any) -> bool:
    """Whether an element is hidden or an embedded post, by its attributes."""
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes or HIDDEN.search(attributes.get("style", "")):
        return True
    return EMBEDDED.search(attributes.get("class", "")) is not None


def flowing(text: str | None, spaced: bool) -> str:
    """A run of text; its line ends are blanks where elements make the paragraphs."""
    if not text:
        return ""
    return text.replace("\n", " ") if spaced else text


def laid_out(text: str) -> str:
    """`text` with one blank between words, no blanks at line ends and one blank line between paragraphs."""
    found: list[str] = []
    for line in BLANKS.sub(" ", text).split("\n"):
        line = line.strip()
        if line or (found and found[-1]):
            found.append(line)
    return "\n".join(found).strip()
