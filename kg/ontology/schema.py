"""The format of a relation file (TOML), checked strictly so that a slip of the pen is explained and never ignored.

    [SUPPLIES]                            one table per relation; the name is the relationship type in the graph
    description = "supplies, sells"
    symmetric = false                     true: either order is the same claim
    state = false                         true: holds over time and carries current, former or future
    subject = ["party", "Place"]          entity types; "party" is Person, Organization, Country, Group
    object = ["party", "Place"]
    through = "object"                    this end may be reached through what it owns or does ("NATO's expansion")

    [[SUPPLIES.verb]]                     any number of frames; also .noun and .adjective
    lemmas = ["supply", "shut down"]      dictionary forms, British or American; a particle follows after a blank
    subject = ["subject"]                 where the ends stand: the first slot that holds a fitting entity wins
    object = ["to", "dative", "object"]

Slots of a verb: `subject` and `object` (of the active sentence, whatever the voice), `dative`, `infinitive` (whoever is
to act: "urge X to leave"), `for-infinitive` ("call for X to leave"), `content-subject` (subject of what is said),
`partner` ("agree with X to supply"), `recipient` (whom the infinitive is done to: "threatened to sue X"), `speaker`
(who tells of it in the passive: "he was held, police said"), or a preposition. Slots of a noun: `possessive`,
`modifier` (an adjective or name before it), `governor` (the subject of the verb that the noun is an object of: "X held
talks"), `holder` (who the noun is said of: "X, a member of"), `named` (what "of" names: "the city of X"), `recipient`
(whoever is given something in the infinitive after it: "a contract to supply Y"), `clause-subject` (of a
bare noun before a name: "X sold more than rival Y"), or a preposition.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

TypeName = Literal[
    "party",
    "Person",
    "Organization",
    "Country",
    "Place",
    "Facility",
    "Event",
    "Product",
    "Work",
    "Group",
]
SLOTS = frozenset(
    """subject object dative infinitive for-infinitive content-subject partner possessive modifier governor holder named
    recipient clause-subject speaker""".split()
)
PREPOSITIONS = frozenset(
    """about above across after against along alongside among around as at before behind below beside between beyond by
    concerning despite down during for from in inside into like near of off on onto out outside over past regarding
    since through throughout to toward towards under until up upon versus via with within without""".split()
)


def known_slot(name: str) -> str:
    """A slot of the closed list or a preposition; ValueError for anything else."""
    if name not in SLOTS | PREPOSITIONS:
        raise ValueError(f"no slot or preposition is called {name!r}; slots: {', '.join(sorted(SLOTS))}")
    return name


Slot = Annotated[str, AfterValidator(known_slot)]
Words = Annotated[list[str], Field(min_length=1)]


Need = Literal[
    "infinitive", "force-object", "post", "school", "joint", "blame", "praise",
    "members", "party", "employer", "joinable", "hyphen", "outsider",
    "passive", "money",  # the object is an amount
    "deed",  # done, not said: "attacked X over", "attacked X for lying" is with words
    "goods",  # the object is no part of a firm
    "outside-court",  # the object is no court
    "bare",  # nothing is said of the object: "called X on Friday", not "called X a liar"
    "fault",  # what a court finds: "ruled that X had broken the law"
    "owned",  # the object is reached through what it owns or does ("blocked X's bid"), never named itself
    "wrongdoing", "guilt", "directive", "harm", "consequence", "bargaining", "sitting", "errand", "harsh", "kind",
]  # fmt: skip
"""What a frame asks of a clause besides its ends; the last row is explained in kg/extract/speech_acts.py."""

UNASKED = frozenset({"guilt", "directive", "consequence", "errand", "bargaining"})
"""Of these, what no question asks for in such words."""


class FrameRow(BaseModel):
    """One frame as written."""

    model_config = ConfigDict(extra="forbid")

    lemmas: Words
    subject: list[Slot] | None = None
    object: list[Slot] | None = None
    governors: list[str] = []
    """Verbs that make an event of the noun ("hold talks"); required for the `governor` slot."""
    mutual: bool = False
    """Two or more subjects and no object: they did it with each other."""
    needs: list[Need] = []
    """What must hold besides. Of a person's object: that it has `members`, is a `party`, is an `employer`, or may
    have members (`joinable`). `hyphen`: two names joined before the noun ("the A-B alliance"). `outsider`: what
    stands before the noun is no alliance, whose ally would be its member."""
    subject_types: list[TypeName] | None = None
    object_types: list[TypeName] | None = None
    through: Literal["subject", "object", "both", "none"] | None = None
    """As of the relation, for this frame alone."""
    among: dict[Slot, Words] = {}
    """Words of which one must be in the phrase of the slot, for verbs that mean many things ("take X to *court*")."""
    product: list[Slot] = []
    """Slots whose noun phrase is the product."""
    polarity: Literal["affirmed", "negated"] = "affirmed"

    @model_validator(mode="after")
    def governor_needs_verbs(self) -> Self:
        """The `governor` slot means nothing without the verbs that may govern."""
        if "governor" in [*(self.subject or ()), *(self.object or ())] and not self.governors:
            raise ValueError("the slot 'governor' needs `governors`, the verbs that make an event of the noun")
        return self


class RelationRow(BaseModel):
    """One relation as written. A user's file may leave out all but the frames for a relation that exists."""

    model_config = ConfigDict(extra="forbid")

    description: str | None = None
    symmetric: bool = False
    state: bool = False
    subject: list[TypeName] | None = None
    object: list[TypeName] | None = None
    through: Literal["subject", "object", "both", "none"] = "none"
    verb: list[FrameRow] = []
    noun: list[FrameRow] = []
    adjective: list[FrameRow] = []
