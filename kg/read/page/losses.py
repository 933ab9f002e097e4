"""What of a page does not become text: counted and named, so that nothing is lost without a word."""

from __future__ import annotations

from collections.abc import Sequence

from kg.read.page.kinds import Kind
from kg.read.page.layout import Layout
from kg.read.page.likeness import key_of
from kg.read.page.lines import Line
from kg.read.page.prose import words

MOST_LOST = 1 / 3
"""Share of a page's words that may be left out without a warning."""
RUNNING = frozenset({Kind.PROSE, Kind.STATEMENT})


def losses_of(
    lines: Sequence[Line], layout: Layout, kept: Sequence[int], source: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines left out when title and the lines `kept` become text, and warnings about them.

    What repeats the title is no loss, and what a byline or a date line says is known of the article all the same: such
    lines are shown, but not counted against it.
    """
    text = {*kept, layout.title}
    title = key_of(lines[layout.title].text) if layout.title is not None else ""
    out = [i for i in range(len(lines)) if i not in text and key_of(lines[i].text) != title]
    if not out:
        return (), ()
    dropped = tuple(lines[i].text for i in out)
    sizes = {i: len(words(lines[i].text)) for i in range(len(lines)) if layout.kinds[i] is not Kind.STAMP}
    lost, all_words = sum(sizes.get(i, 0) for i in out), sum(sizes.values())
    if lost > MOST_LOST * all_words:
        told = f"{lost} of {all_words} words left out, as of menus, captions and lists; --verbose shows them"
        return dropped, (f"{source}: {told}",)
    behind = [i for i in out if i > layout.kept[-1] and layout.kinds[i] in RUNNING]
    if behind:
        told = f"{sum(sizes[i] for i in behind)} words of running text stand behind the article's end"
        return dropped, (f"{source}: {told} ({lines[behind[0]].text[:40]!r} …) and are left out",)
    return dropped, ()
