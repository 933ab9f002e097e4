"""Authors, publisher and publication date, where the lines of a page state them. Nothing is guessed silently: what is
uncertain comes with a warning that names the way out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from kg.parse.datelines import read_dateline
from kg.read.dates import find_date
from kg.read.facts import Facts
from kg.read.page.bylines import author_in_place, authors_of, stamp_of
from kg.read.page.kinds import Kind
from kg.read.page.layout import Layout
from kg.read.page.lines import Line
from kg.read.page.nameplates import is_nameplate, paper_and_day
from kg.read.page.prose import words

WAY_OUT = "give --published YYYY-MM-DD"
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)(?:\s*(?:©|\(c\)|copyright\b|by\b|[,:]))*\s*"
    r"(?:(?P<year>(?:19|20)\d\d)(?:\s*[-–]\s*(?P<to>(?:19|20)?\d\d))?)?[\s,.]*(?:by\s+)?(?P<owner>[A-Z][^.©|]*?)?"
    r"\s*,?\s*(?P<behind>(?:19|20)\d\d)?\s*(?:\.|\||,?\s*all\s+rights|\Z)",
    re.IGNORECASE,
)
LEGAL_FORM = re.compile(
    r"[\s,]+(?:limited|ltd|inc|incorporated|llc|llp|plc|corp|corporation|company|co|gmbh|ag|s\.?a\.?|pty|b\.?v\.?|group)\b\.?$",
    re.IGNORECASE,
)
FIRST_PARAGRAPHS = 2
MASTHEAD_DEPTH = 5


def find_facts(lines: Sequence[Line], layout: Layout, source: str) -> tuple[Facts, tuple[str, ...]]:
    """What the lines around the article state, and warnings about what is uncertain."""
    below = below_headline(lines, layout)
    authors = next((names for i in below if (names := authors_of(lines[i].text))), ()) or reporter_of(lines, layout)
    owner, year = copyright_of(lines, layout)
    published, warning = published_of(lines, layout, below, year)
    publisher = owner or masthead_of(lines, layout) or paper_in(lines, below)
    facts = Facts(publisher=publisher, published=published, authors=authors)
    return facts, (f"{source}: {warning}; {WAY_OUT}",) if warning else ()


def below_headline(lines: Sequence[Line], layout: Layout) -> list[int]:
    """Lines between the headline and the second paragraph: where bylines and dates stand."""
    start = 0 if layout.title is None else layout.title + 1
    last = layout.body[: FIRST_PARAGRAPHS + 1][-1] if layout.body else layout.lead
    return [i for i in range(start, min(last + 1, len(lines))) if layout.kinds[i] is Kind.STAMP]


def reporter_of(lines: Sequence[Line], layout: Layout) -> tuple[str, ...]:
    """ "Ann Lee in Strelsau" between headline and text, when the article does not speak of her, as captions' would."""
    start = layout.lead if layout.title is None else layout.title + 1
    names = (author_in_place(lines[i].text) for i in range(start, layout.lead))
    text = " ".join(lines[i].text for i in layout.kept)
    return tuple(name for name in names if name and name.split()[-1] not in text)[:1]


def published_of(
    lines: Sequence[Line], layout: Layout, below: Sequence[int], copyright_year: str | None
) -> tuple[str | None, str | None]:
    """Publication date, and a warning when it is uncertain or absent."""
    stamps = [stamp for i in below if (stamp := stamp_of(lines[i].text))]
    stamps += [(found[1], None) for i in below if not stamps and (found := paper_and_day(lines[i].text))]
    stamps.sort(key=lambda stamp: is_update(stamp[1]))
    if not stamps:  # every line is asked only then
        labelled = (s for line in lines if (s := stamp_of(line.text)) and s[1] and not is_update(s[1]))
        stamps = list(islice(labelled, 1))
    date, label = stamps[0] if stamps else (None, None)
    if date and len(date) == 4:
        return date, f"of the publication date only the year {date} is sure"
    if date and is_update(label):
        return date, f"only the date of an update is stated, taken as publication date: {date}"
    if date:
        return date, None
    date = dateline_of(lines, layout)
    if date:
        return date, None
    if copyright_year:
        return copyright_year, f"publication date: only the year {copyright_year} of the copyright line is stated"
    above = next((line.text for line in lines[: layout.lead] if stamp_of(line.text)), None)
    if above:
        return None, f"the date above the headline ({above}) may be that of the page, so no publication date is known"
    return None, "no publication date is stated"


def is_update(label: str | None) -> bool:
    return label in ("updated", "modified", "edited", "revised")


def dateline_of(lines: Sequence[Line], layout: Layout) -> str | None:
    """ "BEIJING, Feb. 4, 2022 (Agency) --" at the beginning of the first paragraph."""
    if not layout.body:
        return None
    text = lines[layout.body[0]].text
    dateline = read_dateline(text)
    found = find_date(text[: dateline.end]) if dateline else None
    return found[1] if found else None


def copyright_of(lines: Sequence[Line], layout: Layout) -> tuple[str | None, str | None]:
    """Publisher and year of the copyright line."""
    for i in reversed(range(len(lines))):
        if layout.kinds[i] is not Kind.END:
            continue
        match = COPYRIGHT.search(lines[i].text)
        if match and (match["owner"] or match["year"]):
            return publisher_name(match["owner"]), match["behind"] or later(match["year"], match["to"])
    return None, None


def later(year: str | None, to: str | None) -> str | None:
    """The last year of "2019-2022" or "2019-22"."""
    return year[: 4 - len(to)] + to if year and to else year


def publisher_name(owner: str | None) -> str | None:
    """ "The Example Times Limited" -> "The Example Times"."""
    if not owner:
        return None
    name = owner.strip(" ,;:-–")
    while (shorter := LEGAL_FORM.sub("", name).rstrip(" &")) != name:
        name = shorter
    return name if 0 < len(words(name)) <= 6 else None


def masthead_of(lines: Sequence[Line], layout: Layout) -> str | None:
    """A newspaper's name among the first lines above the headline: few words, all capitalised, one that papers have."""
    return next((line.text for line in lines[: layout.title or 0][:MASTHEAD_DEPTH] if is_nameplate(line.text)), None)


def paper_in(lines: Sequence[Line], below: Sequence[int]) -> str | None:
    """The paper named before the date under the headline."""
    return next((found[0] for i in below if (found := paper_and_day(lines[i].text))), None)
