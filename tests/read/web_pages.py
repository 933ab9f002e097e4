"""Made-up web pages, put together from parts, that the tests of pages share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.read import Failure, Reading, ReadOptions, read

SITE = '<meta property="og:site_name" content="Coast Courier">'
ADDRESS = "https://coast.example/rail/kern-and-weiss-sign"
HEADLINE = "Kern and Weiss sign an agreement about the railway"
BODY = (
    "President Ivo Kern met Prime Minister Marta Weiss in Strelsau on Friday to sign an agreement about the railway.",
    "Sylvanian Rail will run the trains between the two capitals, its chief executive, Tom Adler, told reporters.",
    "The line will cost about four billion crowns, which the two countries are to pay in equal parts.",
)
STORIES = (
    ("Storm kills three on northern coast", "Three people have died in a storm that hit the northern coast on Monday."),
    ("Captain arrested", "The police have arrested the captain of a ferry after an accident near Zenda."),
    ("Bank cuts its rates again", "Sylvania's central bank has lowered its main rate for the third time this year."),
    (
        "Holm to lead farmers",
        "The farmers' union of Modena has elected Greta Holm as its new president for four years.",
    ),
)


def document(body: str, title: str = f"{HEADLINE} | Coast Courier", head: str = "") -> str:
    """A page whose head states nothing but its title, its site and `head`."""
    start = f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{SITE}{head}</head>'
    return f"{start}<body>{body}</body></html>"


def article(paragraphs: Iterable[str] = BODY, headline: str = HEADLINE, before: str = "", behind: str = "") -> str:
    """An `<article>` with `before` between headline and text and `behind` at its end."""
    return f"<article><h1>{headline}</h1>{before}{texts(paragraphs)}{behind}</article>"


def texts(paragraphs: Iterable[str]) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def cards(stories: Sequence[tuple[str, str]] = STORIES, form: str = "h3") -> str:
    """Cards of other stories, as pages make them: linked headings, whole cards as links, lists, "read more"."""
    forms = {
        "h3": '<div class="card"><h3><a href="/s/{n}">{title}</a></h3><p>{teaser}</p><span>2 May 2021</span></div>',
        "h2": '<article><h2><a href="/s/{n}">{title}</a></h2><time>2 May 2021</time><p>{teaser}</p></article>',
        "whole": '<li><a href="/s/{n}"><img src="x.jpg"><h4>{title}</h4><p>{teaser}</p></a></li>',
        "more": '<div class="teaser"><h3>{title}</h3><p>{teaser}</p><p><a href="/s/{n}">Read more</a></p></div>',
        "image": '<div><a href="/s/{n}"><img></a><div><a href="/s/{n}"><h3>{title}</h3></a><p>{teaser}</p></div></div>',
        "flat": '<h3><a href="/s/{n}">{title}</a></h3><p>{teaser}</p>',
        "links": '<li><a href="/s/{n}">{title} at last</a> <span>2 May</span></li>',
    }
    filled = [forms[form].format(n=n, title=title, teaser=teaser) for n, (title, teaser) in enumerate(stories)]
    return f"<ul>{''.join(filled)}</ul>" if form in ("whole", "links") else "".join(filled)


def results(folder: Path, markup: str, options: ReadOptions | None = None) -> list[Reading | Failure]:
    file = folder / "page.html"
    file.write_text(markup, encoding="utf-8")
    return list(read(str(file), options or ReadOptions()))


def only(folder: Path, markup: str, options: ReadOptions | None = None) -> Reading:
    """The only reading of a page."""
    (result,) = results(folder, markup, options)
    assert isinstance(result, Reading), result
    return result


def all_of(folder: Path, markup: str, options: ReadOptions | None = None) -> list[Reading]:
    found = results(folder, markup, options)
    assert all(isinstance(result, Reading) for result in found), found
    return [result for result in found if isinstance(result, Reading)]


def refusal(folder: Path, markup: str) -> str:
    """The one line that a page is refused with."""
    (result,) = results(folder, markup)
    assert isinstance(result, Failure), result
    assert "\n" not in str(result.error)
    return str(result.error)
