"""Remnants of Markdown in saved pages: `[text](#)`, `**name**`, `# Headline`, `\\[T]here`, and invisible characters.

Only marks are taken away; the words between them keep their place in the source.
"""

from __future__ import annotations

import re

from kg.read.mapped import Mapped

INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\\x00-\\x08\\x0e-\\x1b\\x7f]")
MARKS = frozenset("[<*_~`\\")
IMAGE = re.compile(r"!\[[^\[\]\n]*\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
LINK = re.compile(
    r"(?<!!)\[((?:[^\[\]]|\\[\[\]]|\[[^\[\]]*\])*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+[\"'][^\"']*[\"'])?\)"
)
REFERENCE = re.compile(r"(?<!!)\[([^\[\]]+)\]\[[\w-]*\]")
AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^<>\s]+>")
STRUCK = re.compile(r"(?<![~\w])~~(?=[^\s~])[^~]+(?<=\S)~~(?![~\w])")
"""What a paper took back when it corrected an article."""
STRONG = re.compile(r"(?<![*\w])(\*\*\*|\*\*|\*)(?=\S)([^*]+?)(?<=\S)\1(?![*\w])")
UNDERSCORED = re.compile(r"(?<![_\w])(__|_)(?=\S)([^_]+?)(?<=\S)\1(?![_\w])")
CODE = re.compile(r"`([^`\n]+)`")
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")
LEADING = re.compile(r"\A\s*(?:#{1,6}\s+|>\s?|[*+•▪●]\s+|-\s+(?=\S))+")
CLOSING_HASHES = re.compile(r"(?<=\S)\s+#+\s*\Z")
HEADING = re.compile(r"\s*(#{1,6})\s+\S")
RULE = re.compile(r"\s*(?:[-*_=~#×|·•]\s*){3,}\Z|\s*[×✕✖|·•]+\s*\Z")
BLANKS = re.compile(r"[^\S\n]{2,}|(?! )[^\S\n]")


def clean(line: Mapped) -> Mapped:
    """One line without marks; runs of blanks become one."""
    if not line.text.isprintable() or not line.text.isascii():
        line = line.replace(INVISIBLE).replace(BLANKS, by=" ")
    line = line.strip()
    if not line.text[:1].isalnum():
        line = without_leading_marks(line)
    signs = set(line.text) & MARKS
    if signs:
        line = without_marks(line, signs)
    return (line.replace(BLANKS, by=" ") if "  " in line.text else line).strip()


def without_leading_marks(line: Mapped) -> Mapped:
    """Without the signs of headings, quotations and lists; nothing of a line that is a rule."""
    if RULE.match(line.text):
        return line.part(0, 0)
    if HEADING.match(line.text):
        line = line.replace(CLOSING_HASHES)
    return line.replace(LEADING)


def without_marks(line: Mapped, signs: set[str]) -> Mapped:
    """Without what is there of links, emphasis, code and escapes; `signs` are the marks in the line."""
    if "[" in signs:
        line = line.replace(IMAGE).replace(LINK, 1).replace(REFERENCE, 1)
    if "<" in signs:
        line = line.replace(AUTOLINK)
    if "*" in signs:
        line = line.replace(STRONG, 2).replace(STRONG, 2)
    if "~" in signs:
        line = line.replace(STRUCK)
    if "_" in signs:
        line = line.replace(UNDERSCORED, 2)
    if "`" in signs:
        line = line.replace(CODE, 1)
    return line.replace(ESCAPE, 1) if "\\" in signs else line


def heading_level(line: str) -> int:
    """1 to 6 for a Markdown heading, else 0."""
    match = HEADING.match(line)
    return len(match[1]) if match else 0


def is_link_only(line: str) -> bool:
    """Whether a line is made of links and little else: navigation, not text."""
    rest = LINK.sub("", line)
    return rest != line and len(re.findall(r"\w+", rest)) <= 2 and len(re.findall(r"\w", rest)) <= 6
