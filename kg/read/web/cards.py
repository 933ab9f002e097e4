"""Cards on a page: parts that belong to other stories, each with a link of its own, a headline and perhaps a teaser.

A page of cards is an index (home page, section, tag, search) and no article; below an article, cards are related
stories. Both are told by structure: what a link and its neighbours hold, and how much running text stands outside.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from kg.read.page.biography import without_biographies
from kg.read.page.bylines import authors_of, stamp_of
from kg.read.page.furniture import is_end, is_furniture
from kg.read.page.likeness import content_words, key_of, shared
from kg.read.page.prose import is_sentence, words
from kg.read.web.blocks import HEADINGS, Block, ancestors, leads_elsewhere
from kg.read.web.metadata import Page, beside_headline

FEWEST_CARDS = 3
"""Cards from which on a page can be an index, and related stories are told from a link in the text."""
HEADLINE_WORDS = 4
"""Words from which on a block that is one link is a headline, without being a heading."""
PARAGRAPH_WORDS = 8
TEASER_WORDS = 45
"""Words of running text up to which a card is a teaser; sections of an article have more."""
FULL_WORDS = 80
"""Words of running text that only an article has, even where its headline is a link to itself."""
MANY = 5
LITTLE = 30
"""Words of running text outside the cards up to which a page may be an index that describes itself."""
COLLECTION_WORDS = 100
"""The same for a page that says that it is a list."""
READ_MORE = re.compile(
    r"(?:read|continue|view|see|full|more)\b(?: (?:more|reading|full|the|story|article|post|details|on|about)){0,4}\W*",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"(?:\d{1,2}[.):]|#\d|No\. ?\d)")
DESCRIBES = re.compile(
    r"\b(?:latest|all the|read (?:all|our|about)|browse|find (?:all|the)|keep up|coverage of|stories (?:about|on|from)"
    r"|news (?:about|on|from)|articles (?:about|on|by|from|tagged)|results for|posts (?:tagged|by|about))\b",
    re.IGNORECASE,
)
"""What an index says of itself."""


@dataclass(frozen=True, slots=True)
class Card:
    """`element` holds one story's link and nothing of another's; `blocks` are indices; `words` counts running text."""

    element: Any
    blocks: tuple[int, ...]
    words: int


def cards_of(blocks: Sequence[Block], page: Page) -> list[Card]:
    """The cards among `blocks`, in order. The page's own headline, and headings with numbers, lie in none."""
    titles = {key_of(page.facts.title)} if page.facts.title else set()
    marks: dict[str, list[Any]] = {}
    walls = []
    for block in blocks:
        own = key_of(block.text) in titles
        if own or (block.heading == 1 and not block.href) or (block.heading and NUMBERED.match(block.text)):
            walls.append(block.element)
        elif (
            block.href
            and leads_elsewhere(block.href, page.facts.url)
            and (block.heading or len(words(block.text)) >= HEADLINE_WORDS or READ_MORE.fullmatch(block.text))
        ):
            marks.setdefault(block.href, []).append(block.element)
    inside: Counter[Any] = Counter(element for wall in walls for element in ancestors(wall))
    for elements in marks.values():
        inside.update({above for element in elements for above in ancestors(element)})
    places: dict[Any, list[int]] = {}
    for i, block in enumerate(blocks):
        for above in ancestors(block.element):
            places.setdefault(above, []).append(i)
    found: dict[Any, Card] = {}
    for mark in (element for elements in marks.values() for element in elements):
        element = mark
        while (above := element.getparent()) is not None and inside[above] == 1:
            element = above
        if element not in found:
            held = tuple(places.get(element, ()))
            found[element] = Card(element, held, paragraph_words(blocks, held))
    ordered = sorted(found.values(), key=lambda card: card.blocks)
    return with_teasers(blocks, ordered)


def with_teasers(blocks: Sequence[Block], cards: list[Card]) -> list[Card]:
    """`cards`, where they are bare headlines in one row, with the paragraph that stands behind each. A row of headlines
    with several paragraphs behind one of them is an article with linked headings."""
    rows: dict[Any, list[Card]] = {}
    for card in cards:
        if not card.words and blocks[card.blocks[0]].heading:
            rows.setdefault(card.element.getparent(), []).append(card)
    longer = {}
    for row, bare in rows.items():
        begins = {card.blocks[0] for card in bare}
        behind = [following(blocks, card.blocks[-1] + 1, row, begins) for card in bare]
        behind[-1] = behind[-1][:1]  # behind the last one something else may stand
        if len(bare) >= FEWEST_CARDS and all(len(paragraphs) == 1 for paragraphs in behind):
            for card, (i,) in zip(bare, behind, strict=True):
                held = (*card.blocks, i)
                longer[card.element] = Card(card.element, held, paragraph_words(blocks, held))
    return [longer.get(card.element, card) for card in cards]


def following(blocks: Sequence[Block], start: int, row: Any, stops: set[int]) -> list[int]:
    """The paragraphs from `start` on that lie in `row` itself, before the next of `stops`."""
    found = []
    for i in range(start, len(blocks)):
        if i in stops or row not in ancestors(blocks[i].element):
            break
        if is_paragraph(blocks[i]) and blocks[i].element is not row:
            found.append(i)
    return found


def paragraph_words(blocks: Sequence[Block], held: Sequence[int]) -> int:
    return sum(len(words(blocks[i].text)) for i in held if is_paragraph(blocks[i]))


def is_paragraph(block: Block) -> bool:
    """Running text: a sentence of some length that is no link, heading or furniture."""
    if block.heading or block.href:
        return False
    text = block.text
    return len(words(text)) >= PARAGRAPH_WORDS and is_sentence(text) and not is_furniture(text) and not is_end(text)


def running(blocks: Sequence[Block], cards: Sequence[Card]) -> list[int]:
    """The paragraphs that stand in no card."""
    inside = {i for card in cards for i in card.blocks}
    return [i for i, block in enumerate(blocks) if i not in inside and is_paragraph(block)]


def is_index(blocks: Sequence[Block], cards: Sequence[Card], page: Page) -> bool:
    """Whether a page is a list of stories and no article."""
    if len(cards) < FEWEST_CARDS:
        return False
    free = [i for i in running(blocks, cards) if not DESCRIBES.search(blocks[i].text)]
    count = sum(len(words(blocks[i].text)) for i in free)
    largest = max(card.words for card in cards)
    if not free:
        sections = is_headline(blocks, page, [block.text for block in blocks]) and typical(cards) > TEASER_WORDS
        whole = largest >= FULL_WORDS and 2 * largest > sum(card.words for card in cards)
        return not sections and not whole
    if page.article:
        return False
    if page.collection:
        return count < COLLECTION_WORDS
    texts = [blocks[i].text for i in free]
    if page.facts.title and without_biographies(["", *texts], [page.facts.title]) == [0]:
        return True
    signs = is_headline(blocks, page, texts) or stands_alone(blocks, free, cards) or is_signed(blocks)
    told = sum(len(words(blocks[i].text)) for card in cards for i in card.blocks)
    return not signs and (count < LITTLE or (len(cards) >= MANY and told > 2 * count))


def typical(cards: Sequence[Card]) -> float:
    return median(card.words for card in cards)


def is_headline(blocks: Sequence[Block], page: Page, texts: Sequence[str]) -> bool:
    """Whether the page's title is printed as that of an article which `texts` are of, and no section's name."""
    title = page.facts.title or ""
    printed = any(block.heading and not block.href and key_of(block.text) == key_of(title) for block in blocks)
    return printed and len(words(title)) > HEADLINE_WORDS and shared(title, content_words(texts)) > 0


def is_signed(blocks: Sequence[Block]) -> bool:
    """Whether a byline or a date stands below the headline."""
    return any(authors_of(block.text) or stamp_of(block.text) for block in beside_headline(blocks) if not block.href)


def stands_alone(blocks: Sequence[Block], free: Sequence[int], cards: Sequence[Card]) -> bool:
    """Whether the running text lies in an `<article>` that holds no card."""
    held = {above for card in cards for above in card.element.iterancestors()}
    around = [above for above in ancestors(blocks[free[0]].element) if above.tag == "article"]
    return any(above not in held for above in around)


def related(blocks: Sequence[Block], cards: Sequence[Card]) -> list[Card]:
    """The cards of related stories on an article's page: several side by side, each a teaser, in a part of their own or
    behind all of the running text. Linked headings in one row with the paragraphs are the article's own."""
    free = running(blocks, cards) if len(cards) >= FEWEST_CARDS else []
    holding = {above for i in free for above in ancestors(blocks[i].element)}
    rows = Counter(card.element.getparent() for card in cards)
    own = {blocks[i].element.getparent() for i in free}
    return [
        card
        for card in cards
        if free
        and card.words <= TEASER_WORDS
        and not (card.element.tag in HEADINGS and len(card.blocks) > 1 and card.element.getparent() in own)
        and (
            card.element.getparent() not in holding
            or (rows[card.element.getparent()] > 1 and card.blocks[0] > free[-1])
        )
    ]
