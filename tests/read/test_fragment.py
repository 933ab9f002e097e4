"""Text out of pieces of HTML, and texts that only look like HTML."""

from __future__ import annotations

import pytest

from kg.read.page.fragment import is_markup, read_fragment, text_of_fragment


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Kern met Weiss.</p>\n<p>The farmers&#39; union &amp; others object.</p>", "P1"),
        ("<p>Kern met\n   Weiss.</p>", "Kern met Weiss."),
        ("Kern met Weiss.<br><br>They signed.<br/>Nobody spoke.", "Kern met Weiss.\n\nThey signed.\nNobody spoke."),
        ("A first paragraph without a tag.<p>The second.</p>", "A first paragraph without a tag.\n\nThe second."),
        ("Kern <b>met</b> Weiss.\n\nThey <a href='/x'>signed</a>.", "Kern met Weiss.\n\nThey signed."),
        ("&lt;p&gt;Kern met Weiss &amp;amp; left.&lt;/p&gt;&lt;p&gt;They signed.&lt;/p&gt;", "E2"),
        ("<P>Kern met Weiss.<P>They signed.", "Kern met Weiss.\n\nThey signed."),
        ("<p>Kern <s>met</s> <del>hugged</del> <strike>sued</strike> phoned Weiss.</p>", "Kern phoned Weiss."),
        (
            "<p>Kern met Weiss.</p><figure><img src=x><figcaption>Both in Zenda.</figcaption></figure>",
            "Kern met Weiss.",
        ),
        ("<p>Kern met Weiss.</p><table><tr><td>12</td></tr></table><aside>Read on</aside>", "Kern met Weiss."),
        ("<table><tr><td><p>Kern met Weiss.</p></td></tr></table>", "Kern met Weiss."),
        ("<p>Kern<script>a<b;</script> met<style>p{}</style> Weiss.</p>", "Kern met Weiss."),
        ("<p>Sylvanian Rail <SYLR> and Sears <S> rose; 3 < 4.</p>", "Sylvanian Rail <SYLR> and Sears <S> rose; 3 < 4."),
        ("<p>Write to <ann@post.example>.</p>", "Write to <ann@post.example>."),
        ("<p>Rail &lt;SYLR&gt; rose.</p>", "Rail <SYLR> rose."),
        ("<ul><li>one</li><li>two</li></ul>", "one\n\ntwo"),
        ('<blockquote class="twitter-tweet"><p>a post</p></blockquote><p>Kern met Weiss.</p>', "Kern met Weiss."),
        ('<p style="display: none">hidden</p><p>Kern met Weiss.</p>', "Kern met Weiss."),
        ("<p>He said <q>no</q>.</p>", "He said “no”."),
        ("[caption id=1]<img src=x> Both in Zenda.[/caption]Kern <em>met</em> Weiss.", "Kern met Weiss."),
        ("</div><p>Kern met Weiss.</p></div><p>They signed.</p>", "Kern met Weiss.\n\nThey signed."),
        ("<p></p>", ""),
    ],
)
def test_text_of_fragment(markup: str, text: str) -> None:
    long = {
        "P1": "Kern met Weiss.\n\nThe farmers' union & others object.",
        "E2": "Kern met Weiss & left.\n\nThey signed.",
    }
    assert text_of_fragment(markup) == long.get(text, text)


@pytest.mark.parametrize(
    "text",
    [
        "Machine Works <MWKS>, Sears <S>, Petrol <P> and Dominion <TD> rose",
        "5 < 6 and 7 > 3",
        "Ann Lee <ann@post.example> wrote",
        "AT&T and R&D; a <- b",
        "hard\nwrapped   lines stay",
    ],
)
def test_what_is_no_markup_stays_as_it_is(text: str) -> None:
    assert not is_markup(text)
    assert text_of_fragment(text) is text


def test_entities_alone_are_resolved_and_blanks_kept() -> None:
    assert text_of_fragment("Kern  &amp; Weiss&#39;s\n  &amp;#8220;deal&quot;") == "Kern  & Weiss's\n  “deal\""


def test_what_is_left_out_is_told() -> None:
    markup = "<p>Kern <del>met</del> sued Weiss.</p><figure><figcaption>Both <b>in</b> Zenda.</figcaption></figure>"
    assert read_fragment(markup + "<script>var x</script>") == ("Kern sued Weiss.", ("met", "Both in Zenda."))


@pytest.mark.parametrize(
    "sign", ["<", "&", "<p ", "<p>", "[caption", "&lt;", "</", "<a =", "<!--", "&amp;", "<x-", "\n"]
)
def test_one_sign_repeated_is_read_in_time_that_grows_with_its_length(sign: str) -> None:
    """An expression that went back over its text would take minutes here, and the suite would not end."""
    for text in (sign * (100_000 // len(sign)), "<p>Kern met Weiss.</p>" + sign * (100_000 // len(sign))):
        assert isinstance(text_of_fragment(text), str)
