"""Words that news pages use around their articles, on any site: calls to act, credits, captions, headings of lists.

Patterns stand one on a line and are matched against lines whose blanks are single; an apostrophe stands for either
kind. None names a site. (News agencies are named: their names mark photo credits everywhere.)
"""

from __future__ import annotations

import re

LONGEST_CAPTION = 350
ADDRESS = re.compile(r"\S@\w[\w-]*\.\w")
QUOTED = re.compile(r"[\"“”«»]")
MOST_ADDRESS_WORDS = 20


def any_of(patterns: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """One pattern that matches where any of the lines does."""
    lines = (line.strip().replace("'", "['’]") for line in patterns.splitlines())
    return re.compile("|".join(f"(?:{line})" for line in lines if line), flags)


STORIES = r"(?:articles?|stor(?:y|ies)|news|posts?|videos?|topics?|content|coverage|reading|links?|headlines?|reads?)"
LIST_HEADING = any_of(
    rf"""
    (?:related|recommended|popular|featured|similar|suggested|latest|other|more|top|further)(?: {STORIES})+:?
    (?:related|latest|other|more|top) {STORIES} (?:for you|from|on|in|about|by)\b.{{0,40}}
    (?:sponsored|promoted)(?: {STORIES}| links)?
    (?:related|popular|latest|headlines|newsletters?|trending(?: now)?|recommended(?: for you)?):?
    more (?:from|on|in|about|like|by|to (?:read|explore))\b.{{0,50}}
    most (?:read|popular|viewed|shared|watched|commented|recent|discussed)\b.{{0,30}}
    (?:read|see|watch|up|what to (?:read|watch)) (?:next|more|also):?
    also (?:read|see|on|in|from)\b.{{0,30}}
    you (?:may|might) (?:also )?(?:like|be interested|enjoy|have missed)\b.{{0,20}}
    (?:editors?|our)(?:'s|')? (?:picks?|choices?|selection)
    don't miss|in case you missed it|keep reading|explore more|breaking news|news ?(?:feed|ticker|flash)
    (?:from )?(?:around|elsewhere on|across) the (?:web|site|network)
    (?:next|previous) (?:article|story|post)s?
    """
)
"""A line that heads a list of other articles."""

END = any_of(
    r"""
    (?:\d+ )?comments?(?: ?\(?\d+\)?)? ?:?
    (?:leave|add|post|write) a (?:reply|comment)\b.*
    (?:join|start) the (?:conversation|discussion|debate)\b.*
    (?:view|show|read|see) (?:all )?comments?
    about the authors?
    (?:©|\(c\)|copyright\b).*
    .{0,80}(?:©|\bcopyright) ?(?:19|20)\d\d.{0,80}
    .{0,120}\ball rights reserved\b.*
    """
)
"""A line behind which no article goes on: comments, the copyright line."""

CALL = any_of(
    r"""
    (?:please )?(?:sign ?(?:up|in)|subscribe|log ?(?:in|on|out)|register) (?:here|to|for|now|on|today|below|with|and)\b
    (?:please )?(?:click|tap|swipe|scroll) (?:here|to|for|on|below|down|up|through)\b
    (?:subscribe|unsubscribe|advertisement|sponsored)\b.{0,40}\Z
    follow (?:us|our|@|live|along|the (?:author|latest))
    follow (?:\S+ ){1,5}on (?:twitter|x|facebook|instagram|telegram|whatsapp|linkedin|youtube|google)\b
    (?:also read|read (?:also|more|next|full|the (?:full|original))|see (?:also|more)|more|related(?: \w+)?) ?[:|»>→–—]
    (?:recommended|don't miss|up next|in case you missed it) ?[:|»>→–—]
    (?:watch(?: also| more| live| now)?|listen(?: to| now)?) ?[:|»>→–—]
    (?:read|see|watch|listen to) (?:more|also|the full|our)\b.{0,100}\Z
    (?:to )?(?:continue|keep) reading\b|listen to this\b|(?:story|article) continues\b
    share (?:this|on|via|your|with|article|story)\b.{0,100}\Z
    (?:print|e-?mail|save|bookmark|copy|report) (?:this|link|article)\b.{0,40}\Z
    download (?:the|our|now)\b.{0,100}\Z
    get (?:the|our|all|unlimited|full|today's|your|breaking|more)\b.{0,160}\b(?:newsletters?|inbox|access|apps?)\b
    get (?:the|our|all|today's|your|breaking|more)\b.{0,160}\b(?:delivered|subscri\w+|updates|notifications?|alerts?)\b
    get in touch\b.{0,160}\Z
    (?:join|support) (?:us|our|quality|independent|the (?:conversation|newsletter)|thousands|over \d)\b
    become an? (?:member|subscriber|supporter|patron)\b
    already (?:an? |have an? )?(?:subscri|member|account|registered)
    you(?:'ve| have) (?:\w+ )?(?:read|reached|used|viewed|\d+)\b.{0,60}\b(?:articles?|limit|stor(?:y|ies))\b
    this (?:article|story|content|page|video) (?:is|was|has been) (?:\w+ )?(?:for|only|available|reserved|part|than)\b
    this (?:article|story|content|post|page) (?:is|was|has been)(?: originally| first)? (?:published|produced)\b
    this (?:article|story|post|page) (?:was|has been) (?:\w+ )?(?:updated|amended|corrected)\b
    this (?:article|story|post|page|site|website) (?:appeared|originally|first|uses|may contain|contains) \b
    (?:we|our (?:site|website|partners)) (?:and our partners )?use cookies\b
    by (?:continuing to (?:use|browse)|clicking|signing up|subscribing|entering your|using this)\b
    privacy (?:policy|notice) ?:
    (?:our standards|privacy (?:policy|notice)|terms (?:of (?:use|service|sale)|and|&))\b.{0,120}\Z
    (?:cookie (?:policy|settings)|do not sell)\b.{0,120}\Z
    do you (?:have|know|want|work)\b.{0,80}\b(?:story|stories|tips?|contact|e-?mail|touch|newsletters?)\b
    (?:have|got) (?:an?|you got a) (?:story|tip|question|news|confidential)\b
    (?:contact|e-?mail|write to|send) (?:us|the (?:author|reporter|newsroom|editor)|your (?:tips|stories|comments))\b
    (?:please )?(?:enable|turn on) javascript|your browser\b|javascript (?:is|must)\b
    (?:the )?(?:views|opinions) expressed\b
    thank(?:s| you) for (?:reading|subscribing|signing|visiting)
    if you (?:enjoyed|liked|have a (?:story|tip))\b
    (?:enter|type) your e-?mail\b
    want (?:more|to (?:read|stay|know)|the latest)\b.{0,160}(?:\?|\b(?:newsletters?|inbox|app|subscri\w+)\b)
    follow (?:\S+ ){1,4}@\w+
    (?:e-?mail|write to|follow|message|contact) (?:(?:the|our|this) )?(?:author|reporter|writer|columnist)\b.{0,80}\Z
    (?:contact|reach|e-?mail|call|text) (?:\S+ ){1,4}(?:at|on|by|via) (?:\+?\(?\d|phone|e-?mail|signal|twitter|telegram)
    (?:on )?(?:twitter|x|facebook|instagram|threads|bluesky|linkedin|signal|e-?mail) ?: ?(?:[@+\d]\S*|\S+[@/.]\S+)\Z
    @\w{2,30}\Z
    (?:estimated )?read(?:ing)?(?: time)? ?:? ?\d{1,2} ?-?min(?:ute)?s?\W*\Z
    (?:\d{1,2}:)?\d{1,2}:\d\d ?/ ?(?:\d{1,2}:)?\d{1,2}:\d\d\b
    (?:play|pause|mute|unmute)(?: audio| video)?\Z|listen ?[(·•|-]? ?\d{1,2}(?::\d\d)? ?(?:min|sec|m\b|\))
    this audio\b.{0,100}\Z|(?:the )?audio version of this (?:article|story)\b|narrated by\b.{0,60}\Z
    we (?:value|respect|care about) your privacy\b|(?:accept|reject|manage|allow) (?:all )?cookies\b.{0,60}\Z
    the (?:full |rest of the )?(?:article|story) is (?:only )?(?:available|reserved|exclusive)\b.{0,80}\bsubscri
    unlock (?:this|the|full|unlimited|all)\b.{0,100}\Z
    (?:create|start|claim) (?:a|an|your) (?:free )?(?:account|trial|subscription)\b
    register (?:for free|free)\b|subscribers? only\b|(?:exclusive )?(?:for|to) subscribers\Z
    share ?: ?.{0,80}\Z
    live ?(?:blog|feed|coverage|updates)? (?:is|has|was) (?:now )?(?:closed|ended|finished|over|paused)\b.{0,80}\Z
    this (?:live ?blog|blog|live coverage|live page|live feed) (?:is|has|was)\b.{0,80}\Z
    that's (?:all|it) (?:from|for) (?:us|me|this|our|today's)\b.{0,60}\b(?:live|blog|coverage)\b.{0,40}\Z
    stay (?:up to date|informed|tuned|connected|ahead)\b
    (?:skip|jump|back) to\b.{0,40}\Z|loading\b.{0,30}\Z|(?:an? )?error occurred\b|try again\b.{0,20}\Z|free trial\b
    (?:editors?'?s? note|correction|clarification|disclaimer|note to readers) ?[:(–—-]
    """
)
"""A line that asks the reader to do something, or speaks of the page itself."""

APPEAL = any_of(
    r"""
    \b(?:our|independent|quality) journalism\b
    \bour (?:readers|reporting|newsroom|newsletters?|subscribers)\b
    \byour? .{0,80}\bthis (?:article|newsletter)\b
    \b(?:to|in|into) your (?:inbox|e-?mail)\b
    """
)
"""Somewhere in a line that quotes nobody: the site speaks to its readers of itself."""

STAFF = any_of(
    r"""
    [(\[]?(?:additional )?(?:reporting|editing|writing|research|translation|text)(?: (?:and|&) \w+)? by\b.{2,200}
    [(\[]?(?:edited|compiled|translated|written|reported|produced) by\b.{2,120}
    [(\[]?(?:with|additional) (?:(?:additional )?(?:reporting|files|inputs?|material)|agencies)\b.{0,120}
    .{4,200}\bcontributed to (?:this|the) (?:report|story|article|piece).{0,60}
    .{4,200}\bcontributed (?:additional )?(?:reporting|research).{0,60}
    (?:source|agencies|via)s? ?: .{2,60}
    """
)
"""Who helped: not part of the report. For whole lines."""

AGENCY = (
    r"(?:AP(?: Photo)?|AFP|Reuters|REUTERS|EPA(?:-EFE)?|EFE|Getty(?: Images)?|dpa|TASS|Tass|Xinhua|Sputnik|Shutterstock"
    r"|PA(?: Media| Wire)?|Bloomberg|ANSA|Kyodo(?: News)?|iStock(?:photo)?|Alamy|Anadolu(?: Agency)?|UPI|Handout"
    r"|Associated Press|Press Association|Wikimedia(?: Commons)?|NurPhoto|Unsplash|Flickr|[Pp]icture [Aa]lliance"
    r"|Imago|IMAGO|ZUMA|Zuma|Rex(?: Features)?)"
)
PICTURE = r"(?:photo(?:graph)?s?|images?|pictures?|pic|video|illustration|graphic|composite|screengrab|screenshot)"
NAMED = r"(?:[^\s()\[\]]+ ){0,4}?(?:[^\s()\[\]]*/)?"
CREDIT = any_of(
    rf"""
    [(\[|/–—-]? ?© ?[^!?©]{{2,60}}[)\]]?\Z
    [(\[|–—-]? ?(?i:{PICTURE} (?:credits?|source|by|courtesy(?: of)?)|{PICTURE}|credits?) ?[:|/©] ?[^!?:]{{2,60}}\Z
    [(\[|/–—-] ?(?:(?i:file|via|{PICTURE}(?: by)?) ?[:/]? ?)?{NAMED}{AGENCY}(?: ?[/|,] ?[^()\[\]]{{2,50}}?)?[)\]]?\.?\Z
    (?:[Vv]ia|VIA) {AGENCY}\.?\Z
    \S/{AGENCY}\.?\Z
    {AGENCY}/[A-Z][^()!?]{{2,50}}\Z
    """,
    re.RegexFlag(0),
)
"""A photo credit at the end of a line."""
CREDIT_CUE = re.compile(
    r"©|[Pp]hoto|PHOTO|[Ii]mage|IMAGE|[Pp]ic|PIC|[Vv]ideo|VIDEO|[Ii]llustration|[Gg]raphic|[Cc]omposite|[Ss]creen|[Cc]redit"
    rf"|CREDIT|{AGENCY.removeprefix('(?:').removesuffix(')')}"
)
"""What every credit holds one of: tells in passing that a line ends in none."""
LONGEST_CREDIT = 160

CAPTION = any_of(
    rf"""
    (?:image|media|photo|picture|figure|video) (?:caption|source|credit|copyright)\b
    caption ?:|(?:a )?file (?:photo|picture|image|footage)\b|file ?[-–—:]
    {PICTURE} ?[:/©|]
    (?:pictured|clockwise|seen here|from left)\b
    in this (?:\w+ )?{PICTURE}\b
    this (?:\w+ ){{0,3}}{PICTURE} (?:shows|provided|taken|released|made|from)\b
    """
)
BARE_LABEL = re.compile(r"(?:(?:image|media|photo|picture|video) )?caption ?[,:]?", re.IGNORECASE)
SIDES = any_of(
    r"""
    \((?:L|R|C|left|right|cent(?:er|re)|L-R|pictured)\)
    , (?:left|right|cent(?:er|re)|pictured),? (?:and|with|shak|meet|walk|attend|speak|greet)
    """
)


ROLE = re.compile(
    r"(?:(?:senior|chief|deputy|assistant|associate|staff|special|political|business|foreign|national|diplomatic"
    r"|economics?|environment|health|science|technology|sports?|culture|arts|crime|education|transport|energy|defen[cs]e"
    r"|city|local|regional|world|news|digital|data|investigative|general|europe|asia|africa|washington|london|brussels"
    r"|freelance|contributing|investigations?|affairs|home|legal|religion|climate|and|&) ){0,5}"
    r"(?:reporter|correspondent|editor|writer|journalist|columnist|producer|commentator|bureau chief)s?"
    r"(?:,? (?:at|for|of) [^.!?]{2,40})?",
    re.IGNORECASE,
)
"""A reporter's post on a line of its own: words for posts alone, since "Court frees editor" is a headline."""


def is_caption(text: str) -> bool:
    """A picture's caption or credit, by its first words, its credit, or by who stands where."""
    if len(text) > LONGEST_CAPTION:
        return False
    return bool(CAPTION.match(text) or credit_in(text) or SIDES.search(text))


def credit_in(text: str) -> re.Match[str] | None:
    """The photo credit at the end of a line, the last characters of which are all that is looked at."""
    start = max(0, len(text) - LONGEST_CREDIT)
    return CREDIT.search(text, start) if CREDIT_CUE.search(text, start) else None


def is_bare_credit(text: str) -> bool:
    """A credit without the caption it belongs to, which stands on the line above."""
    match = credit_in(text) if len(text) <= LONGEST_CREDIT else None
    return match is not None and match.start() == 0


def is_bare_label(text: str) -> bool:
    """ "Image caption," whose caption stands on the line below."""
    return bool(BARE_LABEL.fullmatch(text))


def is_furniture(text: str) -> bool:
    """A line that no article holds, whatever stands around it."""
    address = ADDRESS.search(text) and len(text.split()) <= MOST_ADDRESS_WORDS
    appeal = APPEAL.search(text) and not QUOTED.search(text)
    return bool(
        address or appeal or CALL.match(text) or STAFF.fullmatch(text) or ROLE.fullmatch(text) or is_caption(text)
    )


def is_list_heading(text: str) -> bool:
    return bool(LIST_HEADING.fullmatch(text))


def is_end(text: str) -> bool:
    return bool(END.fullmatch(text))
