"""Headlines without the name of their site: "Ferry sinks - Coast Mail", "Ferry sinks | World | Coast Mail"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from kg.read.page.likeness import key_of
from kg.read.page.nameplates import NAMEPLATE, is_nameplate
from kg.read.page.prose import words

JOINT = re.compile(r"(?<=\S)\s+(?:[-–—|•·»«:]|::|\|\|)\s+(?=\S)|(?<=\S)\s*[|»]\s*(?=\S)")
SHORTEST = 2
"""Words that a headline has at least: what is shorter is the name of a section ("Business | Coast Mail")."""
FEWEST_BEFORE_NAMEPLATE = 4
SITE_WORDS = re.compile(r"\b(?:the|www|com|net|org|news|online|english|home|co|uk)\b")
NAMED_SECTION = re.compile(
    r"(?:(?:local|national|international|world|us|uk|eu|breaking|latest|top|all)\s+)?"
    r"(?:news|world|business|politics|sports?|opinion|economy|technology|tech|science|health|culture|arts|entertainment"
    r"|environment|climate|markets?|finance|education|travel|lifestyle|life|society|europe|asia|africa|americas?"
    r"|middle east|comment(?: is free)?|analysis|features?|local|national|international|regional)(?:\s+news)?",
    re.IGNORECASE,
)


def title_end(title: str, sites: Sequence[str], sections: Sequence[str] = ()) -> int:
    """Where the headline in `title` ends: before the joints behind which only names of sites and sections stand, a site
    among them. `len(title)` where none of `sites` stands there. A headline is never cut to nothing; "– live" stays,
    since it is no name."""
    end = behind = len(title)
    for joint in reversed(list(JOINT.finditer(title))):
        tail = title[joint.end() : behind].strip()
        site = any(is_site(tail, name) for name in sites)
        section = NAMED_SECTION.fullmatch(tail) or key_of(tail) in map(key_of, sections)
        if not (site or section) or len(key_of(title[: joint.start()]).split()) < SHORTEST:
            break
        behind = joint.start()
        end = behind if site or end < len(title) else end
    return end


def title_start(title: str, sites: Sequence[str]) -> int:
    """Where the headline begins behind a site's name ("Coast Mail | Ferry sinks"), 0 where it begins at once."""
    joint = JOINT.search(title)
    if joint is None or len(key_of(title[joint.end() :]).split()) < SHORTEST:
        return 0
    return joint.end() if any(is_site(title[: joint.start()], name) for name in sites) else 0


def headline_span(title: str, sites: Sequence[str], sections: Sequence[str] = ()) -> tuple[int, int]:
    """Where the headline in `title` begins and ends, without the names of its site on either side."""
    end = title_end(title, sites, sections)
    return title_start(title[:end], sites), end


def without_site(title: str, sites: Sequence[str], sections: Sequence[str] = ()) -> str:
    """`title` without names of its site at either end, on one line."""
    title = " ".join(title.split())
    start, end = headline_span(title, sites, sections)
    return title[start:end]


def is_site(text: str, name: str) -> bool:
    """Whether `text` is the name of a site, but for articles, "News", and how it is written ("CoastMail.example")."""
    first, second = bare(text), bare(name)
    return bool(first) and (first == second or key_of(text) == key_of(name))


def bare(name: str) -> str:
    if "." in name and " " not in name:
        name = "".join(host_names(f"https://{name}")) or name
    whole = "".join(key_of(name).split())
    return "".join(SITE_WORDS.sub(" ", key_of(name)).split()).removeprefix("the") or whole


def host_names(address: str | None) -> tuple[str, ...]:
    """What the host of an address is called: "https://www.coastmail.example/x" -> ("coastmail",)."""
    if not address:
        return ()
    try:
        labels = (urlsplit(address).hostname or "").split(".")[:-1]
    except ValueError:
        return ()
    return tuple(label for label in labels if label not in ("www", "m", "amp", "edition", "co", "com", "org", "net"))


def nameplate_behind(title: str) -> str | None:
    """A newspaper's name behind the last joint of a headline of four words or more ("Ferry sinks off Leith - Coast
    Mail"): its last word, or its first but "The", is one that papers are called by."""
    joint = next(reversed(list(JOINT.finditer(title))), None)
    if joint is None or len(words(title[: joint.start()])) < FEWEST_BEFORE_NAMEPLATE:
        return None
    tail = title[joint.end() :]
    tokens = [token for token in words(tail) if token not in ("The", "Online")]
    ends = tokens[:1] + tokens[-1:]
    return tail if is_nameplate(tail) and any(NAMEPLATE.fullmatch(token) for token in ends) else None
