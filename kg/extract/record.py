"""Turns drafts into claims and the words they use into mentions, with offsets into the article's text."""

from __future__ import annotations

from kg.extract.arguments import Argument
from kg.extract.drafts import Draft
from kg.extract.story import Chain, Node, Story
from kg.model import Article, Claim, EntityType, Evidence, Extraction, Mention, MentionForm, Span


class Recorder:
    """Collects the mentions and claims of one article. Every name becomes a mention; a word that is no name becomes one
    when a claim uses it."""

    def __init__(self, article: Article, story: Story, pipeline: str) -> None:
        self._article = article
        self._story = story
        self._pipeline = pipeline
        self._mentions: dict[str, Mention] = {}
        self._made: dict[tuple[int, int, EntityType, MentionForm, str | None, str | None], Mention] = {}
        self._claims: dict[str, Claim] = {}
        self._heads: dict[Chain, str] = {}
        self._fullest: dict[Chain, Node] = {}
        for chain in story.chains:
            fullest = self._fullest[chain] = chain.head
            head = self._name(chain, fullest, None)
            self._heads[chain] = head.id
            for node in chain.nodes:
                if node is not fullest:
                    self._name(chain, node, head.id)

    def record(self, draft: Draft) -> None:
        """Add a claim with its two mentions."""
        doc = self._story.doc
        subject, obj = self._mention(draft.subject), self._mention(draft.object)
        start, end = draft.trigger
        sentence = self._story.sentence_of(start)
        quote = Span(sentence.start_char, sentence.end_char)
        text = self._article.text
        stripped = quote.of(text)
        left = len(stripped) - len(stripped.lstrip())
        quote = Span(quote.start + left, quote.start + left + len(stripped.strip()))
        claim = Claim.create(
            subject_id=subject.id,
            relation=draft.relation,
            object_id=obj.id,
            polarity=draft.polarity,
            modality=draft.modality,
            status=draft.status,
            attributed_to=draft.attributed_to,
            when=draft.when,
            where=draft.where,
            qualifiers=draft.qualifiers,
            confidence=round(draft.confidence, 3),
            evidence=Evidence(
                article_id=self._article.id,
                sentence=quote,
                trigger=Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1])),
                subject=subject.span,
                object=obj.span,
                quote=quote.of(text),
                extractor=self._pipeline,
                rule=draft.rule,
            ),
        )
        self._claims.setdefault(claim.id, claim)

    def extraction(self) -> Extraction:
        """All mentions and claims, in order of the text."""
        mentions = sorted(self._mentions.values(), key=lambda m: (m.span, m.id))
        claims = sorted(self._claims.values(), key=lambda c: (c.evidence.sentence, c.evidence.trigger, c.id))
        return Extraction(self._article.id, self._pipeline, tuple(mentions), tuple(claims))

    def _name(self, chain: Chain, node: Node, head: str | None) -> Mention:
        stands_for = node.kb if node.demonym else None
        return self._add(node.start, node.end, chain.type, MentionForm.NAME, head, stands_for)

    def _mention(self, argument: Argument) -> Mention:
        head = self._heads[argument.chain]
        if argument.stands_for is not None:
            own = self._by_place(argument)
            type = self._mentions[own].type if own else EntityType.PLACE
            return self._add(argument.start, argument.end, type, argument.form, None, argument.stands_for)
        for node in argument.chain.nodes:
            if (node.start, node.end) == (argument.start, argument.end):
                return self._name(argument.chain, node, None if self._is_head(node) else head)
        return self._add(argument.start, argument.end, argument.chain.type, argument.form, head, None)

    def _is_head(self, node: Node) -> bool:
        return node is self._fullest[node.chain]

    def _by_place(self, argument: Argument) -> str | None:
        """The mention of the same tokens as a place."""
        doc = self._story.doc
        start = doc[argument.start].idx
        return next((m.id for m in self._mentions.values() if m.span.start == start and m.stands_for is None), None)

    def _add(
        self, start: int, end: int, type: EntityType, form: MentionForm, head: str | None, stands_for: str | None
    ) -> Mention:
        key = (start, end, type, form, head, stands_for)
        if key not in self._made:
            doc = self._story.doc
            span = Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
            mention = Mention.create(self._article.id, span, span.of(self._article.text), type, form, head, stands_for)
            self._made[key] = self._mentions.setdefault(mention.id, mention)
        return self._made[key]
