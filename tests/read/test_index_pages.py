"""Pages that list stories are refused; articles with stories beside them are read, without those."""

from __future__ import annotations

from pathlib import Path

import pytest
from web_pages import BODY, HEADLINE, STORIES, article, cards, document, only, refusal, texts

LONGER = tuple((title, f"{teaser} It was the second time in a year, officials said.") for title, teaser in STORIES)
FORMS = ["h3", "h2", "whole", "more", "image", "flat", "links"]
COLLECTION = '<script type="application/ld+json">{"@type": "CollectionPage", "name": "Business"}</script>'
PROFILE = '<script type="application/ld+json">{"@type": "ProfilePage", "name": "Ann Lee"}</script>'
NEWS = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{HEADLINE}"}}</script>'
ABOUT = "<p>The latest business news from the Coast Courier, with reports, comment and interviews.</p>"


def section(form: str, title: str = "Business", before: str = "", stories: object = STORIES, head: str = "") -> str:
    inner = f"<main><h1>{title}</h1>{before}{cards(stories, form)}</main>"  # type: ignore[arg-type]
    return document(inner, f"{title} | Coast Courier", head)


MANY = STORIES + LONGER
TOPIC = (
    "Calder Marine is a Sylvanian builder of ferries. It was founded in 1911 in Zenda and employs about 1,200 people "
    "in three towns. In 2019 it bought the docks of Modena for 40 million crowns."
)
LEAD = (
    "<section><article><a href='/lead'><h2>Ferry aground off Zenda with 212 on board</h2></a><p>A ferry has run "
    "aground. Lifeboats are on their way, the coast guard said, and the wind is falling.</p><p>Related: "
    "<a href='/r'>Who owns Calder Marine?</a></p></article></section>"
)
ARCHIVE = "".join(f"<li>5 May 2021 – <a href='/{n}'>{title} at last</a></li>" for n, (title, _) in enumerate(STORIES))
INDEXES = {
    "topic with a text of its own": document(f"<h1>Calder Marine</h1><p>{TOPIC}</p>{cards(MANY)}", "Calder Marine"),
    "author with a longer biography": document(
        "<h1>Ann Lee</h1><p>Ann Lee covers ports and ships for the Coast Courier. Before she came to Zenda in 2016 she "
        f"worked as a teacher in Modena, and she has written two books about lighthouses and a play.</p>{cards(MANY)}",
        "Ann Lee | Coast Courier",
    ),
    "home with a lead story and related links": document(
        f"<header><h1>Coast Courier</h1></header>{LEAD}<section><h3>Business</h3>{cards(MANY, 'whole')}</section>"
        "<div><p>The Coast Courier has been the newspaper of the northern coast since 1871.</p></div>",
        "Coast Courier | News of the northern coast",
    ),
    "archive of dated links": document(f"<h1>Archive for May 2021</h1><ul>{ARCHIVE}</ul>", "Archive | Coast Courier"),
    **{f"section of {form}": section(form) for form in FORMS},
    **{f"longer teasers, {form}": section(form, stories=LONGER) for form in FORMS if form != "links"},
    "section that describes itself": section("h3", before=ABOUT),
    "tag": section("h2", "Railways", "<p>All the articles about railways.</p>"),
    "search": section("h3", "Search", '<form><input></form><p>4 results for "railway" in all years.</p>'),
    "home without headline": document(f"<main>{cards(form='h2')}{cards(LONGER, 'h3')}</main>", "Coast Courier"),
    "home with its name as headline": document(f"<h1>Coast Courier</h1>{cards()}", "Coast Courier"),
    "home with a lead story": document(
        '<main><section class="lead"><h2><a href="/kern">Kern signs at last in Strelsau</a></h2>'
        f"<p>{BODY[0]}</p></section><section>{cards()}</section></main>",
        "Coast Courier - news of the northern coast",
    ),
    "called a list": section("h3", "News about the railway and the ports of Modena", texts(BODY[:1]), head=COLLECTION),
    "author": section("h3", "Ann Lee", "<p>Ann Lee has reported on ports and ships for ten years.</p>", head=PROFILE),
    "full texts": document(
        "<main>"
        + "".join(
            f'<article><h2><a href="/s/{n}">{title}</a></h2>{texts([teaser, *BODY])}</article>'
            for n, (title, teaser) in enumerate(STORIES)
        )
        + "</main>",
        "Coast Courier",
    ),
    "columns": document(f"<h1>Opinion</h1>{cards(form='h2')}", "Opinion - Coast Courier"),
}


@pytest.mark.parametrize("page", INDEXES.values(), ids=INDEXES.keys())
def test_lists_of_stories_are_refused(tmp_path: Path, page: str) -> None:
    assert "an index page, no article" in refusal(tmp_path, page)


ONE = BODY[:1]
ARTICLES = {
    **{f"stories behind, {form}": (article() + f"<section>{cards(form=form)}</section>", BODY) for form in FORMS},
    **{f"stories in the article, {form}": (article(behind=f"<div>{cards(form=form)}</div>"), BODY) for form in FORMS},
    "many stories": (article() + f"<h2>More stories</h2><div>{cards(LONGER * 5)}</div>", BODY),
    "short with a box": (article(ONE) + f"<aside><h2>Related</h2>{cards()}</aside>", ONE),
    "short without an article element": (f"<div><h1>{HEADLINE}</h1>{texts(ONE)}</div><div>{cards()}</div>", ONE),
    "cards in the row of the paragraphs": (article(behind=cards(form="h3")), BODY),
    "a box between the paragraphs": (article([BODY[0]], behind=f"<div>{cards()}</div>{texts(BODY[1:])}"), BODY),
    "opinion with a list": (article() + f"<h2>More opinion</h2>{cards(form='links')}", BODY),
}


@pytest.mark.parametrize(("page", "body"), ARTICLES.values(), ids=ARTICLES.keys())
def test_articles_with_other_stories_beside_them(tmp_path: Path, page: str, body: tuple[str, ...]) -> None:
    reading = only(tmp_path, document(page))
    assert reading.article.text == "\n\n".join([HEADLINE, *body])


def test_a_short_headline_is_one_where_an_article_stands_below(tmp_path: Path) -> None:
    page = article(ONE, "Kern signs") + f"<section>{cards()}</section>"
    assert only(tmp_path, document(page, "Kern signs | Coast Courier")).article.text == f"Kern signs\n\n{BODY[0]}"


def test_what_the_metadata_call_an_article_is_one(tmp_path: Path) -> None:
    page = f"<div><h1>Signed</h1>{texts(ONE)}</div><div>{cards()}</div>"
    assert only(tmp_path, document(page, HEADLINE, NEWS)).article.text.endswith(BODY[0])


@pytest.mark.parametrize("linked", [False, True])
def test_numbered_parts_are_no_cards(tmp_path: Path, linked: bool) -> None:
    heads = ["Who pays", "Who runs the trains", "Where the line goes", "When it opens", "Who is against it"]
    told = [f"{BODY[n % 3][:-1]}, as part {n} of the agreement says." for n in range(5)]
    named = [
        f'<a href="/why/{n}">{n + 1}. {head}</a>' if linked else f"{n + 1}. {head}" for n, head in enumerate(heads)
    ]
    parts = "".join(f"<section><h2>{name}</h2><p>{text}</p></section>" for name, text in zip(named, told, strict=True))
    page = document(f"<main><h1>Five things to know about the railway</h1>{parts}</main>", "Five things to know")
    text = only(tmp_path, page).article.text
    assert [line for line in told if line not in text] == []


def test_linked_headings_of_an_article_s_own_parts(tmp_path: Path) -> None:
    heads = ["Who pays for the line", "Who runs the trains", "Where the line goes"]
    parts = "".join(
        f'<h2><a href="/{n}">{head}</a></h2><p>{line}</p>'
        for n, (head, line) in enumerate(zip(heads, BODY, strict=True))
    )
    intro = (
        "Good morning. Here is what you need to know today about the railway, the storm on the coast and the farmers."
    )
    title = "Morning briefing: a railway, a storm and a union"
    page = document(f"<article><h1>{title}</h1><p>{intro}</p>{parts}</article>", f"{title} | Coast Courier")
    assert only(tmp_path, page).article.text == "\n\n".join([title, intro, *BODY])


def test_teasers_that_go_are_shown(tmp_path: Path) -> None:
    dropped = only(tmp_path, document(article() + f"<div>{cards()}</div>")).dropped
    assert [teaser for _, teaser in STORIES if teaser not in dropped] == []
