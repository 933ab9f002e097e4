"""Organisations that people are members of rather than employed by: parties, legislatures, teams, bands, movements.

Names tell most of them apart, for nobody can list all parties and clubs of the world. That countries are members of
what they join or belong to needs no telling.
"""

from __future__ import annotations

from kg.extract.story import Chain, Node
from kg.model import EntityType

PARTIES = frozenset(
    """party democrats republicans greens liberals conservatives labour labor socialists communists tories nationalists
    unionists likud fidesz syriza podemos afd cdu csu spd fdp snp dup bjp pti gop kuomintang fatah fein féin movement
    front cymru""".split()
)
"""Words that the name of a party has, and parties that are known by one word."""

KNOWN_PARTIES = frozenset(
    """kg:civic-platform kg:law-and-justice kg:united-russia kg:forza-italia kg:brothers-of-italy kg:vox kg:reform-uk
    kg:national-rally kg:la-republique-en-marche kg:christian-democratic-union kg:christian-social-union kg:zanu-pf
    kg:alternative-for-germany kg:african-national-congress kg:indian-national-congress kg:sinn-fein""".split()
)
"""Ids of parties whose full names do not tell."""

MILITANTS = frozenset(
    """hamas hezbollah taliban qaeda qaida farc isis isil shabaab haram brotherhood mafia pkk ypg ira eta plo
    houthis""".split()
)
"""Armed groups and brotherhoods, which nobody is an employee of."""

LEGISLATURES = frozenset(
    """parliament senate congress bundestag bundesrat knesset duma sejm riksdag storting folketing rada majlis commons
    lords legislature assembly representatives seimas saeima sabha landtag dáil dail""".split()
)
TEAMS = frozenset(
    """fc cf afc rovers wanderers athletic albion hotspur rangers celtic madrid sporting dynamo dinamo team
    club squad band orchestra quartet choir ensemble trio""".split()
)
ALLIANCES = frozenset(
    "nato eu un nations union alliance league opec g7 g8 g20 brics asean bloc coalition seven twenty".split()
)
"""Words of the names of alliances of countries."""

CLUB_ENDINGS = (" united", " city")
"""Last words of the names of clubs; elsewhere in a name they say nothing ("United States Geological Survey")."""

LEARNED = frozenset({"academy", "society", "committee", "council"})
"""Bodies into which one is elected or admitted."""

OFFICES = frozenset(
    "university college hospital school agency office bank company airlines headquarters studies".split()
)
"""Words of bodies that employ people, whatever else stands in the name ("House Budget Office", "United Airlines")."""

PUBLIC = frozenset(
    """ministry department court council committee commission agency university institute academy college school
    tribunal government army navy police board union federation association administration authority nations foundation
    office""".split()
)
"""Words of bodies that nobody calls a company."""

OUTLET_VERBS = frozenset({"tell", "accord"})

ADVISING = frozenset({"security", "research", "atlantic", "advisory"})
"""Words of councils that are offices or institutes."""

WORKPLACES = OFFICES | frozenset(
    """nations systems industries motors airways brothers sciences services affairs technologies partners securities
    markets foods resources holdings enterprises communications pictures studios news times hospitals schools analytics
    solutions ventures labs laboratories records properties associates sons institutes centers centres archives works
    operations stores prisons courts reserves homes ministries investigations rights prosecutions relations""".split()
)
"""Plurals at the end of names of bodies that employ people."""

EMPLOYERS = WORKPLACES | frozenset(
    """inc corp corporation ltd plc llc ministry department university college institute hospital school court embassy
    foundation capital group magazine newspaper tv radio police army navy force forces service fund trust firm bureau
    commission authority""".split()
)
"""Words of bodies that employ people, wherever they stand in the name."""


def is_party(chain: Chain) -> bool:
    """Whether an organisation is a party, as far as its names tell."""
    if chain.kb in KNOWN_PARTIES:
        return True
    return chain.type is EntityType.ORGANIZATION and bool(_words(chain) & PARTIES) and not is_legislature(chain)


def is_legislature(chain: Chain) -> bool:
    """Whether it makes laws ("the House of Representatives"); a bare "House" does, one with another name may not."""
    words = _words(chain)
    return chain.type is EntityType.ORGANIZATION and (bool(words & LEGISLATURES) or words == {"house"})


def has_members(chain: Chain) -> bool:
    """Whether people are members of the organisation rather than employed by it."""
    if chain.type is not EntityType.ORGANIZATION:
        return False
    if chain.kb in KNOWN_PARTIES:
        return True
    words = _words(chain)
    if words & (PARTIES | MILITANTS | TEAMS | LEARNED) or is_legislature(chain):
        return not words & OFFICES and not ("council" in words and words & ADVISING)
    club = any(node.text.lower().endswith(CLUB_ENDINGS) for node in chain.nodes) and not words & EMPLOYERS
    return club or any(_crowd(node) for node in chain.nodes)


def may_be_firm(chain: Chain) -> bool:
    """Whether "the company" can mean it: no party, body of state or learning, nor the outlet that brings the news."""
    if chain.type is not EntityType.ORGANIZATION or _words(chain) & (PUBLIC | PARTIES | LEGISLATURES):
        return False
    return not any(_outlet(node) for node in chain.nodes)


def _outlet(node: Node) -> bool:
    """ "told Reuters", "according to AFP", "OSLO (AP) -"."""
    if node.head.head.lemma_ in OUTLET_VERBS and node.head.dep_ != "nsubj":
        return True
    doc = node.head.doc
    return node.start > 0 and node.end < len(doc) and doc[node.start - 1].text == "(" and doc[node.end].text == ")"


def is_team(chain: Chain) -> bool:
    """Whether its name is that of a club or team."""
    words = _words(chain)
    club = bool(words & TEAMS) or any(node.text.lower().endswith(CLUB_ENDINGS) for node in chain.nodes)
    return chain.type is EntityType.ORGANIZATION and club and not words & EMPLOYERS


def is_alliance(chain: Chain) -> bool:
    """Whether countries are its members and one another's allies by that."""
    return chain.type is EntityType.ORGANIZATION and bool(_words(chain) & ALLIANCES)


def is_employer(chain: Chain) -> bool:
    """Whether it surely employs people: known, or named like an office or firm, and none that has members."""
    if has_members(chain):
        return False
    return chain.kb is not None or bool(_words(chain) & EMPLOYERS)


def _crowd(node: Node) -> bool:
    """ "the Greens", "the Rolling Stones", "the Chicago Bulls": a plural with the article is a party, band or team."""
    before = node.head.doc[node.start - 1].lower_ if node.start else ""
    plural = node.head.tag_ == "NNPS" and node.head.i == node.end - 1 and node.text[-1] == "s"
    return before == "the" and plural and node.kb is None and node.text.split()[-1].lower() not in WORKPLACES


def _words(chain: Chain) -> set[str]:
    return {word for node in chain.nodes for word in node.text.lower().replace("-", " ").split()}
