"""Who takes part in an occasion by what they are told to do there: "won gold at the X Games", "lost in the final of
the Y Cup", "spoke to reporters at the Z summit"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.arguments import Arguments
from kg.extract.origin import OriginFound, name_of
from kg.extract.story import Node, Story
from kg.model import EntityType, Modality
from kg.parse.assertion import negated
from kg.parse.modality import modality
from kg.parse.subjects import is_passive, surface_subject

CONTESTS = frozenset(
    """olympics paralympics games cup championship championships marathon prix open masters league tournament olympiad
    regatta rally derby season primary primaries caucus caucuses election elections race""".split()
)
GATHERINGS = frozenset(
    """summit conference forum festival convention congress fair expo assembly ceremony awards symposium gala
    premiere""".split()
)
STAGES = frozenset(
    """final semi-final semifinal quarter-final quarterfinal round leg stage heat match game group edition sideline
    margin day session opening race playoff qualifier""".split()
)
"""Parts of an occasion: whoever is in the final of it is in it."""

CONTESTING = frozenset(
    """win lose finish come place beat defeat score reach lead play face earn take triumph draw debut claim secure crash
    receive advance collect retain clinch set break run qualify row swim ride sail""".split()
)
ELSEWHERE = frozenset(
    """hold host organize organise arrest kill injure detain cover film report stage schedule cancel ban plan protest
    watch see boycott miss skip expect want hope die""".split()
)
"""What is done at an occasion by others than those who take part, or what may be done from afar."""

HONOURING = frozenset("name crown award honor honour nominate".split())
"""What is done to those who take part."""

PARTAKERS = frozenset({EntityType.PERSON, EntityType.COUNTRY, EntityType.ORGANIZATION})


def read_attendance(story: Story, arguments: Arguments) -> Iterator[OriginFound]:
    """Those who take part in each occasion that the text names, in order of its names."""
    for node in story.nodes:
        if node.type is not EntityType.EVENT:
            continue
        kind = node.text.split()[-1].lower()
        if kind in CONTESTS or kind in GATHERINGS:
            verb = _verb(node, contest=kind in CONTESTS)
            if verb is not None and modality(verb) is Modality.ACTUAL and not negated(verb):
                yield from _partakers(story, arguments, node, verb)


def _partakers(story: Story, arguments: Arguments, event: Node, verb: Token) -> Iterator[OriginFound]:
    for one in arguments.resolve_all(surface_subject(verb), PARTAKERS):
        body = one.chain.type is not EntityType.PERSON and verb.lemma_.lower() not in CONTESTING
        if one.chain is not event.chain and one.through is None and not body:
            yield OriginFound("PARTICIPATED_IN", one, name_of(event), verb, 0.75, "attendance")


def _is_stage(noun: Token) -> bool:
    """ "the final of the X Cup", "the last 16 of it"."""
    return noun.lemma_.lower() in STAGES or (noun.like_num and noun.i > 0 and noun.nbor(-1).lower_ == "last")


def _verb(event: Node, *, contest: bool) -> Token | None:
    """What somebody does at the event: a verb with "at", of contests "in" too; a result of theirs alone with "in"."""
    word = event.head
    if word.dep_ in {"compound", "nmod"} and word.head.lemma_.lower() in STAGES:
        word = word.head  # "the X Cup final"
    while word.dep_ == "pobj" and word.head.lower_ in {"of", "in", "at"} and _is_stage(word.head.head):
        word = word.head.head
    if word.dep_ == "dobj" and word is not event.head and contest:
        return word.head if word.head.lemma_.lower() in CONTESTING else None
    if word.dep_ != "pobj" or word.head.lower_ not in {"at", "in", "during"}:
        return None
    preposition = word.head.lower_
    verb = word.head.head
    for _ in range(4):
        if verb.pos_ == "VERB":
            break
        if verb.dep_ in {"nsubj", "nsubjpass", "poss"}:
            return None
        verb = verb.head
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or lemma in ELSEWHERE or (is_passive(verb) and lemma not in HONOURING):
        return None
    return verb if lemma in CONTESTING or (preposition == "at" and not contest) else None
