"""More news of the invented world of world.py, for the queries that need a wider one: treaties, quarrels, a strike.

b1 Harbour Post      a fishing treaty; praise and support; Sunda Energy is to sell gas to Kest Works
b2 Daily Lantern     an accusation that the Council of Ports reports; it threatens and sues Kest Works; its members
b3 Capital Herald    sanctions on Kest Works; an attack denied; a visit ahead; Brandt at the head of the Council
b4 Harbour Post      the attack affirmed; Kest Works buys Sunda Energy; a guest in Vell
b5 Daily Lantern     the sanctions again; aid; a merger that may come
b6 (nobody, undated) Kest Works supplies Norvik Gas, which closes a circle of suppliers
"""

from __future__ import annotations

import world
from world import World

from kg.model import Amount, EntityType, Modality, Polarity, Precision, Qualifiers, Status, When

KEST, COUNCIL = ("kest", "Kest Works"), ("council", "Council of Ports")
ORSK, BRANDT, QUILL = ("orsk", "Orsk"), ("brandt", "Brandt"), ("quill", "Ada Quill")
NORVIA, SUNDALAND, ISLAND = ("norvia", "Norvia"), ("sundaland", "Sundaland"), ("island", "Lone Island")
GAS, BUYER = ("gas", "Norvik Gas"), ("buyer", "Sunda Energy")


def build() -> World:
    """The world of world.py with the news of the module's docstring."""
    news = world.build()
    news.entities["kest"] = (EntityType.ORGANIZATION, "Kest Works", ("Kest",), None)
    news.entities["council"] = (EntityType.ORGANIZATION, "Council of Ports", ("Council",), None)
    for tell in (_treaty, _anger, _sanctions, _strike, _aid, _pipes):
        tell(news)
    return news


def _treaty(news: World) -> None:
    article = news.article(
        "A treaty",
        "Harbour Post",
        "2022-03-01",
        "Norvia and Sundaland signed a fishing treaty in Vell on 28 February.",
        "Brandt praised Norvia, and Ada Quill backed Orsk.",
        "Sunda Energy will sell gas to Kest Works.",
    )
    day = When("2022-02-28", "2022-02-28", Precision.DAY, "on 28 February")
    fishing = Qualifiers(topic="fishing")
    news.claim(
        article,
        NORVIA,
        "SIGNED_AGREEMENT_WITH",
        SUNDALAND,
        trigger="signed",
        qualifiers=fishing,
        when=day,
        where="Vell",
    )
    news.claim(article, BRANDT, "PRAISES", NORVIA, trigger="praised")
    news.claim(article, QUILL, "SUPPORTS", ORSK, trigger="backed")
    gas = Qualifiers(product="gas")
    news.claim(article, BUYER, "SUPPLIES", KEST, trigger="sell", qualifiers=gas, modality=Modality.PLANNED)


def _anger(news: World) -> None:
    article = news.article(
        "Anger",
        "Daily Lantern",
        "2022-03-02",
        "Orsk accused Brandt of spying, the Council of Ports says.",
        "Kest Works opposes the Council of Ports.",
        "The Council of Ports threatened Kest Works with a fine.",
        "The Council of Ports sued Kest Works in May 2021.",
        "Norvia and Sundaland are members of the Council of Ports.",
    )
    spying = Qualifiers(topic="spying")
    told = ("Council of Ports",)
    news.claim(article, ORSK, "ACCUSES", BRANDT, trigger="accused", qualifiers=spying, attributed_to=told)
    news.claim(article, KEST, "OPPOSES", COUNCIL, trigger="opposes")
    news.claim(article, COUNCIL, "THREATENS", KEST, trigger="threatened")
    may = When("2021-05-01", "2021-05-31", Precision.MONTH, "in May 2021")
    news.claim(article, COUNCIL, "LEGAL_ACTION_AGAINST", KEST, trigger="sued", when=may)
    news.claim(article, NORVIA, "MEMBER_OF", COUNCIL, trigger="members", status=Status.CURRENT)
    news.claim(article, SUNDALAND, "MEMBER_OF", COUNCIL, trigger="members", status=Status.CURRENT)


def _sanctions(news: World) -> None:
    article = news.article(
        "Sanctions",
        "Capital Herald",
        "2022-04-10",
        "Norvia imposed sanctions on Kest Works.",
        "Sundaland did not attack Lone Island, Brandt says.",
        "Orsk will visit Sundaland in June.",
        "Brandt is the new president of the Council of Ports.",
    )
    news.claim(article, NORVIA, "SANCTIONS", KEST, trigger="sanctions")
    said = ("Brandt",)
    news.claim(article, SUNDALAND, "ATTACKS", ISLAND, trigger="attack", polarity=Polarity.NEGATED, attributed_to=said)
    june = When("2022-06-01", "2022-06-30", Precision.MONTH, "in June")
    news.claim(article, ORSK, "VISITED", SUNDALAND, trigger="visit", modality=Modality.PLANNED, when=june)
    president = Qualifiers(title="president")
    news.claim(article, BRANDT, "HEADS", COUNCIL, trigger="president", status=Status.CURRENT, qualifiers=president)


def _strike(news: World) -> None:
    article = news.article(
        "A strike",
        "Harbour Post",
        "2022-04-11",
        "Sundaland attacked Lone Island on 9 April, and nine sailors died.",
        "Kest Works bought Sunda Energy for 2bn dollars.",
        "Brandt received Ada Quill in Vell.",
    )
    day = When("2022-04-09", "2022-04-09", Precision.DAY, "on 9 April")
    dead = Qualifiers(amount=Amount(9, "sailors", "nine sailors"))
    news.claim(
        article, SUNDALAND, "ATTACKS", ISLAND, trigger="attacked", when=day, where="Lone Island", qualifiers=dead
    )
    price = Qualifiers(amount=Amount(2e9, "USD", "2bn dollars"))
    news.claim(article, KEST, "ACQUIRED", BUYER, trigger="bought", qualifiers=price)
    news.claim(article, BRANDT, "HOSTED", QUILL, trigger="received", where="Vell")


def _aid(news: World) -> None:
    article = news.article(
        "Aid",
        "Daily Lantern",
        "2022-04-12",
        "Norvia put sanctions on Kest Works, too.",
        "Sundaland sent aid to Lone Island.",
        "Kest Works may merge with Norvik Gas.",
    )
    news.claim(article, NORVIA, "SANCTIONS", KEST, trigger="sanctions", confidence=0.9)
    news.claim(article, SUNDALAND, "AIDS", ISLAND, trigger="aid")
    news.claim(article, KEST, "MERGED_WITH", GAS, trigger="merge", modality=Modality.POSSIBLE)


def _pipes(news: World) -> None:
    article = news.article("Pipes", None, None, "Kest Works supplies Norvik Gas with pipes.")
    pipes = Qualifiers(product="pipes")
    news.claim(article, KEST, "SUPPLIES", GAS, trigger="supplies", qualifiers=pipes)
