"""The articles that the tests of bundles put into files of every shape; papers, names and towns are invented."""

# ruff: noqa: E501 - texts stand as they are in files

from __future__ import annotations

import textwrap
from dataclasses import dataclass

FERRY = (
    "Calder Marine has bought Orlane Docks for 40 million crowns, the companies said on Monday, in the largest deal that"
    " the shipbuilders of the northern coast have seen in a decade.",
    "Hamish Drever, the chief executive of Calder Marine, met Astrid Solheim, the head of Orlane Docks, in Zenda last"
    " week to sign the deal. The two had been talking since the autumn, when a bank withdrew its credit.",
    '"We will keep the yard open and we will keep its name," Drever said in a statement that was sent to workers.',
)
UNION = (
    "Ruth Okello, the general secretary of the Dockers' Union, accused Calder Marine on Sunday of breaking a promise to"
    " keep 300 jobs in Zenda, and said that her members were ready to strike.",
    "She will meet Hamish Drever on Friday. The company has not said whether it will offer the union a new contract, and"
    " a spokesman did not return calls over the weekend.",
)
PLAN = (
    "Colin Baird, the transport minister, rejected a plan by Orlane Docks on Friday that would have seen the state pay"
    " for two ferries for the northern islands before they were built.",
    "Baird did not meet Astrid Solheim, his office said on Sunday, although her company had asked for a meeting three"
    " times since October and had sent him a letter that was seen by this newspaper.",
)
TITLES = (
    "Ferry maker buys Orlane Docks",
    "Union chief accuses Calder of breaking promise",
    "Minister rejects plan for ferries",
)


def wrap(paragraphs: tuple[str, ...], width: int = 76, between: str = "\n\n", indent: str = "") -> str:
    """Paragraphs broken at `width`, as exports and wires break them."""
    return between.join(textwrap.fill(p, width, initial_indent=indent, break_on_hyphens=False) for p in paragraphs)


def plain(paragraphs: tuple[str, ...], between: str = "\n\n") -> str:
    return between.join(paragraphs)


@dataclass(frozen=True)
class Wanted:
    """What an article must come out as; None or empty: nothing stated."""

    title: str
    publisher: str | None
    published: str | None
    authors: tuple[str, ...] = ()
    section: str | None = None
    source_id: str | None = None
    paragraphs: tuple[str, ...] = ()


def three(
    papers: tuple[str | None, ...] = ("The Harbour Times (Zenda)", "Coast Mail", "Coast Mail"),
    days: tuple[str | None, ...] = ("2019-03-05", "2019-02-11", "2019-01-07"),
    authors: tuple[tuple[str, ...], ...] = (("Fiona Garrow",), ("Peter Innes",), ()),
    sections: tuple[str | None, ...] = (None, None, None),
    ids: tuple[str | None, ...] = (None, None, None),
) -> list[Wanted]:
    texts = (FERRY, UNION, PLAN)
    return [Wanted(*row) for row in zip(TITLES, papers, days, authors, sections, ids, texts, strict=True)]


def centred(text: str) -> str:
    return text.center(78).rstrip()
