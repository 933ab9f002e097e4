"""Abbreviations with a full stop, by what may follow them: whether the stop also ends a sentence."""

from __future__ import annotations

import re
from enum import Enum, auto


class Dotted(Enum):
    """What a word before a full stop is short for, as far as it tells where sentences end."""

    TITLE = auto()
    """Of a person or saint; the name follows ("Gov.", "St."), in the same sentence."""
    LINK = auto()
    """Something of the same phrase follows, whatever it is ("vs.", "e.g.", "Sdn.")."""
    NUMBERED = auto()
    """A number follows, else it is a word of its own ("No. 5"; "No.")."""
    MONTH = auto()
    """Of a date: a number follows, or the sentence ends ("Jan. 5"; "in Jan.")."""
    TIME = auto()
    """Of the day; a zone, a day or a new sentence follows ("5 p.m. Monday")."""
    LETTER = auto()
    """Of a name ("J. K. Holm", "A.P. Holm"), or a letter for itself ("Group A.")."""
    LAST = auto()
    """The last of its phrase, after which a sentence may end or go on ("Inc.", "U.S.", "Jr.")."""


LETTERED = frozenset(
    """group plan class type grade schedule appendix serie league section influenza exhibit option team vitamin
    hepatitis category phase series annex block zone""".split()
)
"""Words that a letter tells apart from others of their kind ("Group A")."""

EXCLAIMED = frozenset({"Yahoo", "Jeopardy", "Wham", "Oliver", "Kahoot", "Panic", "Airplane", "Yum"})
"""Names written with an exclamation mark."""

ZONES = frozenset(
    """ET EST EDT CT CST CDT PT PST PDT MT MST GMT UTC BST CET CEST IST MSK JST Eastern Central Pacific Mountain
    Greenwich Moscow Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June
    July August September October November December""".split()
)
"""What goes on after the time of the day."""

CLOCKS = frozenset({"time", "Time", "hours", "Standard", "Daylight"})
"""Words behind the name of a zone or town ("5 p.m. Oslo time")."""

_TABLE = {
    Dotted.TITLE: """Mr Mrs Ms Mx Dr Prof Rev Revd Hon Gov Sen Rep Gen Col Lt Capt Cpt Sgt Cpl Pvt Pfc Spc Maj Brig
        Adm Cmdr Cdr Comdr Ens Supt Insp Det Const Msgr Fr Pres Amb Atty Asst Ald Cllr Messrs Mme Mmes Mlle Sra Srta
        St Ste Sta Sto Sts Mt Ft Pt Lieut Gens Sens Reps Govs Profs Drs Cmsr Comm Dep Treas Hr Frl Ing Sec""",
    Dotted.LINK: """vs v cf viz approx ca c e.g i.e eg ie incl esp est cca Sdn Pty Pte Wm Jos Chas Geo Jas Thos""",
    Dotted.NUMBERED: "No Nos Art Arts Fig Figs Vol Vols Ch Chap pp p para paras pg Par Op Nr Rs Ch",
    Dotted.MONTH: "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun",
    Dotted.TIME: "a.m p.m am pm A.M P.M",
    Dotted.LAST: """Inc Corp Co Cos Ltd Plc plc PLC Llc LLC Bros Intl Kft Zrt Nyrt Bhd Tbk Jsc JSC OJSC Oyj Mfg Assn
        Assoc Dept Univ Inst Natl Govt Jr Sr Esq etc al Ave Blvd Rd Hwy Sq
        Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa
        Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta Sask
        U.S U.K U.N E.U D.C U.S.A U.S.S.R U.A.E N.Y N.J N.C N.D N.H N.M S.C S.D R.I W.Va L.A P.E.I N.S N.B B.C A.D
        B.C.E C.E Ph.D M.D M.B.A B.A M.A S.A S.p.A S.A.S S.r.l N.V B.V A.G A.S A.B d.o.o P.L.C L.L.C M.P G.O.P""",
}  # fmt: skip
_KINDS = {word: kind for kind, words in _TABLE.items() for word in words.split()}
_LETTERS = re.compile(r"[^\W\d_](?:\.[^\W\d_]){0,4}")


def dotted(word: str) -> Dotted | None:
    """What `word`, without its last full stop, is short for: "Gov", "U.S", "J", "GOV". None for a word in full or an
    abbreviation that is not known."""
    kind = _KINDS.get(word)
    if kind is None and word.isupper() and len(word) > 1:
        kind = _KINDS.get(word.capitalize())
    if kind is None and word[:1].isupper() and len(word) < 10 and _LETTERS.fullmatch(word):
        kind = Dotted.LETTER
    return kind
