"""Live blogs: one article a post, under the title of the page, with the post's own time; and what is none."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from web_pages import ADDRESS, BODY, STORIES, all_of, article, document, only, refusal, texts

from kg.errors import LanguageError
from kg.read import Failure, ReadOptions, read

TITLE = "Storm on the northern coast: ferries stay in port – live"
POSTS = (  # newest first, as on most pages: moment, printed time, heading, paragraphs
    (
        "2021-05-04T00:40:00+01:00",
        "00.40",
        "Storm moves on",
        ("The storm has left the coast. The ferries sail again.",),
    ),
    ("2021-05-03T22:15:00+01:00", "22.15", "Captain found", ("Police have found the captain, Per Lunde, in Zenda.",)),
    (
        "2021-05-03T19:05:00+01:00",
        "19.05",
        "Mayor asks for help",
        (
            "The mayor of Zenda, Greta Holm, has asked the army for help with the boats in the port.",
            "She met the general, Tom Adler.",
        ),
    ),
)
Post = tuple[str, str, str, tuple[str, ...]]


def wrapped(post: Post) -> str:
    moment, label, heading, lines = post
    return (
        f'<div class="block" id="block-{label}"><p class="time"><time datetime="{moment}">{label}</time></p>'
        f"<h2>{heading}</h2>{texts(lines)}</div>"
    )


def element(post: Post) -> str:
    moment, label, heading, lines = post
    return (
        f'<article id="post-{label}"><h3>{heading}</h3><span>Ann Lee</span> <time datetime="{moment}">2 hours</time>'
        f'<div class="content">{texts(lines)}</div><ul class="share"><li><a href="#">Share</a></li></ul></article>'
    )


def linked_time(post: Post) -> str:
    moment, label, heading, lines = post
    return (
        f'<li data-id="{label}"><a href="#{label}"><time datetime="{moment}">{label} BST</time></a><h4>{heading}</h4>'
        f"{texts(lines)}<p>Updated at 23.10 BST</p></li>"
    )


def aside(post: Post) -> str:
    _, label, heading, lines = post
    return (
        f'<div class="entry" id="{label}"><aside><a href="#"><span>1 day ago</span> <span>{label}</span></a></aside>'
        f"<div><header><span>Ann Lee</span></header><div><h3>{heading}</h3>{texts(lines)}</div></div></div>"
    )


def flat(post: Post) -> str:
    _, label, heading, lines = post
    return f"<h3>{label} BST</h3><h4>{heading}</h4>{texts(lines)}<hr>"


def heading_first(post: Post) -> str:
    _, label, heading, lines = post
    return f'<h2>{heading}</h2><p class="t">{label}</p>{texts(lines)}'


def inline(post: Post) -> str:
    _, label, heading, lines = post
    return f"<p><strong>{label} BST</strong> {heading}.</p>{texts(lines)}"


def in_heading(post: Post) -> str:
    _, label, heading, lines = post
    return f"<h2>{label} BST: {heading}</h2>{texts(lines)}"


def behind_heading(post: Post) -> str:
    _, label, heading, lines = post
    return f'<section><h3>{heading} <span class="time">{label}</span></h3>{texts(lines)}</section>'


def row(post: Post) -> str:
    _, label, heading, lines = post
    return f"<tr><td>{label}</td><td><h4>{heading}</h4>{texts(lines)}</td></tr>"


def pair(post: Post) -> str:
    _, label, heading, lines = post
    return f"<dt>{label}</dt><dd><h4>{heading}</h4>{texts(lines)}</dd>"


FORMS = [wrapped, element, linked_time, aside, flat, heading_first, inline, in_heading, behind_heading, row, pair]
NO_ZONE = (aside, heading_first, behind_heading, row, pair)
NO_ID = (flat, heading_first, inline, in_heading, behind_heading, row, pair)
AROUND = {row: "table", pair: "dl"}


def page(form: Callable[[Post], str], head: str = "", before: str = "", posts: tuple[Post, ...] = POSTS) -> str:
    head = '<meta property="article:published_time" content="2021-05-03T18:00:00+01:00">' + head
    head += f'<link rel="canonical" href="{ADDRESS}">'
    tag = AROUND.get(form, "div")
    inner = f'<article class="live"><h1>{TITLE}</h1>{before}<{tag}>{"".join(map(form, posts))}</{tag}></article>'
    return document(inner, f"{TITLE} | Coast Courier", head)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("newest_first", [True, False])
def test_one_article_a_post(tmp_path: Path, form: Callable[[Post], str], newest_first: bool) -> None:
    posts = POSTS if newest_first else POSTS[::-1]
    found = [reading.article for reading in all_of(tmp_path, page(form, posts=posts))]
    stop = "." if form is inline else ""
    assert [a.text for a in found] == ["\n\n".join([TITLE, heading + stop, *lines]) for _, _, heading, lines in posts]
    assert [a.title for a in found] == [TITLE] * 3
    assert [a.published for a in found] == [moment[:10] for moment, *_ in posts]
    assert [a.path for a in found] == [f"{tmp_path}/page.html:{n}" for n in (1, 2, 3)]
    if form not in NO_ZONE:
        assert [a.published_at for a in found] == [moment for moment, *_ in posts]
    if form not in NO_ID:
        anchors = [str(a.source_id) for a in found]
        assert [anchor[-5:] for anchor in anchors] == [label for _, label, *_ in posts]
        assert [a.url for a in found] == [f"{ADDRESS}#{anchor}" for anchor in anchors]
    assert len({a.id for a in found}) == 3


def test_the_line_that_says_that_it_is_over_is_left_out(tmp_path: Path) -> None:
    before = "<p>This live blog is now closed.</p><ul><li>Ferries stayed in port all day.</li></ul>"
    first, *_ = all_of(tmp_path, page(wrapped, before=before))
    assert "closed" not in first.article.text
    assert {"This live blog is now closed.", "Ferries stayed in port all day."} <= set(first.dropped)


def test_the_day_is_the_one_of_the_printed_time(tmp_path: Path) -> None:
    posts = (("2021-05-03T23:40:00Z", "00.40 BST", *POSTS[0][2:]), *POSTS[1:])
    first, *_ = all_of(tmp_path, page(wrapped, posts=posts))  # type: ignore[arg-type]
    assert (first.article.published, first.article.published_at) == ("2021-05-04", "2021-05-04T00:40:00+01:00")


def test_the_user_s_date_goes_first(tmp_path: Path) -> None:
    found = all_of(tmp_path, page(wrapped), ReadOptions(published="2021-05-03"))
    assert {reading.article.published for reading in found} == {"2021-05-03"}


def test_without_any_date_there_is_one_warning(tmp_path: Path) -> None:
    text = document(f"<h1>{TITLE}</h1><div>{''.join(map(flat, POSTS))}</div>", TITLE)
    found = all_of(tmp_path, text)
    assert [reading.article.published for reading in found] == [None] * 3
    assert [len(reading.warnings) for reading in found] == [1, 0, 0]


def test_posts_of_a_word_stay(tmp_path: Path) -> None:
    said = (("15.47", "Goal!"), ("15.30", "Kick-off."), ("15.05", "The teams are out."))
    posts = "".join(f'<div class="entry"><span class="time">{label}</span><p>{text}</p></div>' for label, text in said)
    found = all_of(tmp_path, document(f"<article><h1>Zenda v Modena live</h1>{posts}</article>", "Zenda v Modena live"))
    assert [reading.article.text for reading in found] == [f"Zenda v Modena live\n\n{text}" for _, text in said]


def test_days_between_posts_and_midnights(tmp_path: Path) -> None:
    posts = ("01.10", "23.50", "08.00", "23.10")
    parts = "".join(f'<div><p class="t">{t}</p><p>The coast guard counts the boats at {t}.</p></div>' for t in posts)
    head = '<meta property="article:published_time" content="2021-05-02T23:00:00Z">'
    found = all_of(tmp_path, document(f"<h1>{TITLE}</h1>{parts}", TITLE, head))
    assert [reading.article.published for reading in found] == ["2021-05-04", "2021-05-03", "2021-05-03", "2021-05-02"]


def test_broken_characters_are_shown(tmp_path: Path) -> None:
    update = {**UPDATES[0], "articleBody": "The storm \ud83d has left the coast."}
    reading = only(tmp_path, document(f"<h1>{TITLE}</h1>", TITLE, live_item([update])))
    assert "The storm \N{REPLACEMENT CHARACTER} has left the coast." in reading.article.text
    assert any("1 broken characters" in warning for warning in reading.warnings)


def live_item(updates: list[dict[str, object]]) -> str:
    item = {"@type": "LiveBlogPosting", "headline": TITLE, "datePublished": "2021-05-03T17:00:00Z"}
    return f'<script type="application/ld+json">{json.dumps({**item, "liveBlogUpdate": updates})}</script>'


UPDATES: list[dict[str, object]] = [
    {"@type": "BlogPosting", "headline": heading, "datePublished": moment, "articleBody": "\n".join(lines)}
    for moment, _, heading, lines in POSTS
]


def test_posts_that_only_the_metadata_hold(tmp_path: Path) -> None:
    empty = document(f"<h1>{TITLE}</h1><div id=app></div>", TITLE, live_item([{**UPDATES[0], "url": f"{ADDRESS}#p9"}]))
    reading = only(tmp_path, empty)
    assert reading.article.text == "\n\n".join([TITLE, POSTS[0][2], *POSTS[0][3]])
    assert reading.article.published_at == POSTS[0][0]
    assert (reading.article.source_id, reading.article.url) == ("p9", f"{ADDRESS}#p9")


def test_posts_of_page_and_metadata_are_joined(tmp_path: Path) -> None:
    more = {
        "@type": "BlogPosting",
        "datePublished": "2021-05-03T17:30:00Z",
        "articleBody": "<p>The first ferry has <b>turned</b> back.</p>",
    }
    found = all_of(tmp_path, page(wrapped, live_item([*UPDATES, more])))
    assert len(found) == 4
    assert found[3].article.text == f"{TITLE}\n\nThe first ferry has turned back."
    assert found[3].article.published_at == "2021-05-03T17:30:00Z"


def test_two_posts_are_enough_where_the_page_says_that_it_is_live(tmp_path: Path) -> None:
    assert len(all_of(tmp_path, page(wrapped, posts=POSTS[:2]))) == 2


def test_another_language_is_refused_once(tmp_path: Path) -> None:
    german = ("Der Sturm hat die Küste verlassen, und die Fähren fahren wieder, sagte der Kapitän am Montag.",)
    file = tmp_path / "page.html"
    posts = tuple((moment, label, "Sturm zieht ab", german) for moment, label, *_ in POSTS)
    posts = tuple((m, t, h, (line[0].replace("Montag", f"Tag {n}"),)) for n, (m, t, h, line) in enumerate(posts))
    file.write_text(page(wrapped, posts=posts), encoding="utf-8")
    (result,) = list(read(str(file)))
    assert isinstance(result, Failure)
    assert isinstance(result.error, LanguageError)


HEADER = '<p class="meta">By Ann Lee <time datetime="2021-05-03T10:05:00Z">3 May 2021 10.05</time></p>'
LATER = '<p class="meta">Updated <time datetime="2021-05-04T11:05:00Z">4 May 2021 11.05</time></p>'
TIMES = [f"<p>{10 + n}.05am: {line}</p>" for n, line in enumerate(BODY)]
COMMENT = '<li><b>reader{n}</b> <time datetime="2021-05-03T1{n}:05:00Z">1{n}:05</time><p>{text}</p></li>'
SCHEDULE = "".join(f"<li>{label} {heading}</li>" for _, label, heading, _ in POSTS)
TIMELINE = "".join(f"<p><b>{label}</b> {lines[0]}</p>" for _, label, _, lines in POSTS)
ARTICLES = {
    "a schedule": article(BODY[:2], behind=f"<ul>{SCHEDULE}</ul>{texts(BODY[2:])}"),
    "a chronicle between paragraphs": article(BODY[:1], behind=TIMELINE + texts(BODY[1:])),
    "published and updated": article(before=HEADER + LATER),
    "times in paragraphs": article([f"At 1{n}.05 on Friday, {line}" for n, line in enumerate(BODY)]),
    "a chronicle of a day": article([*BODY, "How the day went:"], behind="".join(TIMES)),
    "comments with times": article()
    + f"<div id='comments'><ul>{''.join(COMMENT.format(n=n, text=text) for n, text in enumerate(BODY))}</ul></div>",
    "a ticker beside it": article()
    + "<div>"
    + "".join(
        f'<p><time datetime="2021-05-03T1{n}:05:00Z">1{n}:05</time></p><p>{t}</p>' for n, (t, _) in enumerate(STORIES)
    )
    + "</div>",
}


@pytest.mark.parametrize("body", ARTICLES.values(), ids=ARTICLES.keys())
def test_one_article_stays_one(tmp_path: Path, body: str) -> None:
    text = only(tmp_path, document(body)).article.text
    assert [line for line in BODY if line[1:] not in text] == []


def test_a_list_of_stories_with_their_times_is_an_index(tmp_path: Path) -> None:
    cards = "".join(
        f'<div class="card"><time datetime="2021-05-03T1{n}:05:00Z">1{n}:05</time><h3><a href="/s/{n}">{title}</a></h3>'
        f"<p>{teaser}</p></div>"
        for n, (title, teaser) in enumerate(STORIES)
    )
    assert "an index page" in refusal(
        tmp_path, document(f"<main><h1>Latest</h1>{cards}</main>", "Latest | Coast Courier")
    )
