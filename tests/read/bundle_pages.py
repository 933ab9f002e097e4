"""Made-up pages that look a little like files of several articles and are one, and files that cannot be cut."""

# ruff: noqa: E501 - texts stand as they are in files

from __future__ import annotations

from bundle_texts import FERRY, PLAN, TITLES, UNION, plain, wrap

MORE = (
    "The harbour board has to agree to the sale before the end of the year, and two of its members have said in public"
    " that they will vote against it unless the price is made known.",
    "Its chairwoman, Marta Weiss, told reporters on Tuesday that the board had not yet seen the papers of the deal.",
)

HEAD = f"{TITLES[0]}\n\nBy Fiona Garrow\n5 March 2019\n\n"

ONE = {
    "quoted copyright line": f"{HEAD}{plain(FERRY[:2])}\n\nThe label on the crates reads:\n\nCopyright 2015 Otto Prints Ltd\n\n{plain(MORE)}\n\n© 2019 Harbour News Group",
    "table of documents": f"{HEAD}{plain(FERRY[:2])}\n\nDocument 1 of 3\n\nThe letter in which the bank withdrew its credit, dated the ninth of October.\n\nDocument 2 of 3\n\n"
    f"The answer of the board, in which it asked for a delay of three months.\n\nDocument 3 of 3\n\nThe contract that the two companies signed in Zenda last week.\n\n{plain(MORE)}",
    "numbered pictures": f"{HEAD}{plain(FERRY[:2])}\n\n1 of 3\n\nThe yard in Zenda, which was built before the war and is to be kept.\n\n2 of 3\n\n"
    f"Workers leave the yard after the news was read to them on Monday evening.\n\n3 of 3\n\n{plain(MORE)}",
    "press release": f"{TITLES[0]}\n\nZENDA, March 5, 2019 -- {FERRY[0]}\n\n{plain(FERRY[1:])}\n\n###\n\nAbout Calder Marine\n\n"
    "Calder Marine builds ferries for the northern coast and has done so for a hundred years in three towns.\n\nMedia contact: Ida Holm, press@calder.example",
    "press release with two end marks": f"{TITLES[0]}\n\nZENDA, March 5, 2019 -- {FERRY[0]}\n\n{plain(FERRY[1:])}\n\nENDS\n\nNotes to editors\n\n"
    "Calder Marine builds ferries for the northern coast and has done so for a hundred years in three towns.\n\nENDS",
    "digest": "Harbour Morning Brief\n\n5 March 2019\n\nGood morning. Here is what you need to know on the coast before you leave the house today.\n\n-----\n\n"
    f"{TITLES[0]}\n\n{FERRY[0]}\n\n-----\n\n{TITLES[1]}\n\n{UNION[0]}\n\n-----\n\n{TITLES[2]}\n\n{PLAN[0]}",
    "digest with bylines": "Harbour Morning Brief\n\n5 March 2019\n\nGood morning. Here is what you need to know on the coast before you leave the house today.\n\n* * *\n\n"
    f"{TITLES[0]}\nBy Fiona Garrow\n\n{FERRY[0]}\n\n* * *\n\n{TITLES[1]}\nBy Peter Innes\n\n{UNION[0]}\n\n* * *\n\n{TITLES[2]}\n\n{PLAN[0]}",
    "briefs with datelines": f"News in brief from the coast\n\nZENDA — {FERRY[0]}\n\n* * *\n\nMODENA — {UNION[0]}\n\n* * *\n\nSTRELSAU — {PLAN[0]}",
    "quoted mails": f"{HEAD}{plain(FERRY[:2])}\n\nThe mails were read in court:\n\nFrom: Hamish Drever\nTo: Astrid Solheim\nDate: 3 October 2018\nSubject: The yard\n\n"
    "We would like to talk to you about the yard before the bank does, and we would like to do so in person.\n\n"
    "From: Astrid Solheim\nTo: Hamish Drever\nDate: 4 October 2018\nSubject: Re: The yard\n\nI shall be in Zenda on Friday and can see you in the afternoon, if that is soon enough for you.\n\n"
    + plain(MORE),
    "list of books": f"Five books about the coast\n\nBy Fiona Garrow\n5 March 2019\n\nWe have read what the autumn brought, and these are the ones that we would read again.\n\nTitle: The Tide\nAuthor: Ida Holm\nPublisher: Modena Press\n\n"
    f"{MORE[0]}\n\nTitle: Salt\nAuthor: Karl Adler\nPublisher: Zenda Books\n\n{UNION[0]}\n\nTitle: Ropes\nAuthor: Pia Holt\nPublisher: Zenda Books\n\n{PLAN[0]}",
    "books from the top": f"Title: The Tide\nAuthor: Ida Holm\nPublisher: Modena Press\n\n{MORE[0]}\n\nTitle: Salt\nAuthor: Karl Adler\nPublisher: Zenda Books\n\n{UNION[0]}",
    "interview": f"{HEAD}{FERRY[0]}\n\nQuestion: What will become of the name of the yard when the sale is done?\n\nDrever: We will keep the yard open and we will keep its name.\n\n"
    "Question: And the jobs that you have promised to the union?\n\nDrever: Three hundred of them are safe, and I have said so to Ruth Okello in person.",
    "sections under rules": f"{HEAD}{plain(FERRY)}\n\n__________\n\n{plain(MORE)}\n\n__________\n\n{plain(UNION)}",
    "reply below a mail": f"From: Fiona Garrow <fiona@harbour.example>\nTo: desk@harbour.example\nDate: Tue, 05 Mar 2019 07:30:00 +0000\nSubject: {TITLES[0]}\n\n{wrap(FERRY)}\n\n"
    f"-----Original Message-----\nFrom: Ida Holm\nTo: Fiona Garrow\nSent: Monday, March 4, 2019\nSubject: The yard\n\n{wrap(MORE)}",
    "sources under charts": f"{HEAD}{plain(FERRY[:2])}\n\nSource: Harbour Board\n\n{plain(MORE)}\n\nSource: Harbour Board\n\n{plain(UNION)}",
    "cards below": f"{HEAD}{plain(FERRY)}\n\nMore from Business\n\n{TITLES[1]}\n11 February 2019\nThe general secretary of the union spoke in Zenda on Sunday.\n\n{TITLES[2]}\n7 January 2019\nThe minister did not meet the head of the docks, his office said.",
    "corrected twice": f"{HEAD}{plain(FERRY)}\n\nCorrection: 6 March 2019: An earlier version of this article gave a wrong price for the yard and the docks.\n\nCorrection: 7 March 2019: The name of the bank was wrong in an earlier version of this article.",
    "timeline": f"{HEAD}{FERRY[0]}\n\n3 October 2018\n\nThe bank withdraws its credit from the docks, and the board asks for a delay.\n\n9 December 2018\n\nDrever and Solheim meet for the first time, in a house by the sea at Modena.\n\n4 March 2019\n\nThe two companies announce the sale to the workers of the yard.",
    "page numbers": f"{HEAD}{FERRY[0]}\n\nPage 1 of 3\n\f\n{FERRY[1]}\n\nPage 2 of 3\n\f\n{plain(MORE)}\n\nPage 3 of 3",
    "front matter and a rule": f"---\ntitle: {TITLES[0]}\ndate: 2019-03-05\n---\n\n{plain(FERRY)}\n\n---\n\nNote: the yard is older than the town.\n\n{plain(MORE)}",
}

UNCUTTABLE = {
    "two papers": f"{TITLES[0]}\nThe Harbour Times\n5 March 2019\nBy Fiona Garrow\n\n{plain(FERRY)}\n\n{TITLES[1]}\n\nCoast Mail\n\nBy Peter Innes\n\n{plain(UNION)}",
    "two owners": f"{TITLES[0]}\n5 March 2019\n\n{plain(FERRY)}\n\n© 2019 Harbour News Group\n\n{TITLES[1]}\n\nBy Peter Innes\n\n{plain(UNION)}\n\nCopyright Coast Mail Limited 2019",
}
