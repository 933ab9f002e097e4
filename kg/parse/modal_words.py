"""Words that reserve what they govern: what is planned, asked for, considered, suspected or only heard."""

from __future__ import annotations

from kg.model import Modality

PLANNING = frozenset(
    """plan expect intend schedule set aim agree vow pledge promise prepare hope due decide commit seek want slate
    propose undertake look ready poise poised offer apply volunteer swear arrange willing bind bound certain keen eager
    determined determine prepared suppose tip tap about anticipate nominate appoint designate
    select""".split()
)
"""Verbs and adjectives whose infinitive is still to come ("is expected to visit", "is about to leave")."""

REQUESTING = frozenset(
    """urge ask demand call request order require press encourage tell instruct advise warn implore beg recommend invite
    need oblige""".split()
)
"""Verbs whose infinitive is wanted of somebody ("was told to leave")."""

CONSIDERING = frozenset("consider contemplate explore weigh mull eye ponder threaten try attempt negotiate".split())
"""Verbs that leave open whether it comes about ("is considering buying X", "tried to kill X")."""

REPUTED = frozenset("believe think say rumour rumor allege report suspect presume assume reckon understand".split())
"""Verbs whose passive tells what is only heard ("is believed to have met X")."""

SEEMING = frozenset({"appear", "seem"})
DOUBTING = frozenset({"allege", "suspect", "fear", "speculate", "doubt", "wonder", "imagine"})
"""Verbs whose clause may not be so ("prosecutors allege that …")."""

CHARGING = frozenset({"accuse", "suspect", "charge"})
"""Verbs whose gerund is not proven ("accused of attacking X")."""

DEMANDING = frozenset({"demand", "urge", "request", "recommend", "order", "insist", "propose", "suggest"})
"""Verbs whose clause in the bare form is asked for ("demanded that X leave")."""

POSSIBLE_AUXILIARIES = frozenset({"may", "might", "could", "can", "would", "ca"})
POSSIBLE_WORDS = frozenset(
    """possible potential possibly potentially perhaps alleged allegedly likely unlikely threatened feared
    maybe apparently supposedly suspected purported purportedly presumably rumored rumoured hypothetical probably
    conceivable unclear uncertain conceivably""".split()
)
UPCOMING = frozenset("upcoming planned forthcoming proposed next scheduled expected impending future looming".split())
SUSPICIONS = frozenset(
    "allegation claim accusation suspicion possibility fear speculation rumor rumour prospect risk threat".split()
)
"""Nouns whose clause may not be so ("an allegation that he bribed X")."""

OPENINGS = SUSPICIONS | frozenset(
    "talk negotiation right chance option opportunity ability power attempt effort bid capacity potential".split()
)
"""Nouns whose infinitive may not come about ("in talks to buy X", "an attempt to kill X")."""

REQUESTS = frozenset("call demand request appeal plea pressure order obligation duty requirement".split())
PROMISING = frozenset({"pledge", "promise", "vow"})
"""Verbs that give nothing yet ("pledged aid to X")."""

TOWARDS = frozenset("process verge brink intention aim goal plan hope point".split())
AWAITING = {
    "call": Modality.REQUESTED,
    "appeal": Modality.REQUESTED,
    "push": Modality.REQUESTED,
    "ask": Modality.REQUESTED,
    "hope": Modality.POSSIBLE,
    "hop": Modality.POSSIBLE,
    "prepare": Modality.PLANNED,
    "plan": Modality.PLANNED,
}
"""What "for" after a verb makes of an event ("called for talks with X")."""

HAPPENING = frozenset("take place happen occur resume begin start continue proceed follow be go".split())
"""Verbs that say of an event when and whether it is ("talks will resume")."""
