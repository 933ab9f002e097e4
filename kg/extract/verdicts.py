"""Verdicts: words by which somebody calls a thing good or bad ("called the ruling a disgrace", "said X was wrong")."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.parse.tree import children

BAD = frozenset(
    """abhorrent absurd abuse aggression appalling arrogant atrocious attack bad barbaric baseless blunder brutal bully
    callous catastrophic charade coward cowardly crime criminal cruel cynical dangerous deplorable despicable
    dictator disappointing disaster disastrous disgrace disgraceful disgusting dishonest dishonesty disingenuous
    disrespectful embarrassing embarrassment evil extremist failure farce fascist flawed foolish fraud hateful
    heinous hoax hollow horrible horrific hypocrisy hypocrite hypocritical idiot illegal illegitimate immoral
    inadequate incompetent inexcusable inhumane insane insensitive insult insulting irresponsible joke ludicrous
    madness menace mistake murderer naive nonsense outrage outrageous pathetic provocation provocative racist
    reckless regrettable retrograde ridiculous sad scandalous sham shame shameful stupid terrible terrorist
    threat thug tragic traitor treason tyrant unacceptable undemocratic unfair unfounded unhelpful unjust
    unjustified unlawful untrue unwelcome useless weak wrong unfit corrupt liar lie lousy rubbish mess chaotic
    propaganda blackmail betrayal cheat bullying unhinged clown thief""".split()
)
GOOD = frozenset(
    """admirable amazing brave breakthrough brilliant champion courageous excellent exceptional extraordinary fantastic
    friend genius giant great hero heroic historic hope icon incredible inspiration inspirational inspiring
    invaluable landmark legend legendary milestone outstanding patriot pioneer positive remarkable selfless
    success superb talented tireless tremendous trailblazer triumph victory visionary welcome wonderful best greatest
    finest gentle gentleman warm tremendous beautiful beloved""".split()
)
QUALIFYING = frozenset({"amod", "compound", "conj"})


def verdicts(verb: Token) -> set[str]:
    """Lemmas of what the object of "call", "describe as", or what somebody says is so, is said to be."""
    found: set[str] = set()
    for child in children(verb):
        if child.dep_ in {"oprd", "attr", "acomp", "xcomp"}:
            found.update(_words(child))
        elif child.dep_ == "dobj":  # "called the move unacceptable", as some parses have it
            found.update(word.lemma_.lower() for word in child.rights if word.dep_ == "amod")
        elif child.dep_ == "prep" and child.lower_ == "as":
            found.update(word for inner in children(child) for word in _words(inner))
        elif child.dep_ == "ccomp" and not any(word.dep_ == "neg" for word in children(child)):
            found.update(_words(child) if child.pos_ == "ADJ" else ())
            said = (word for word in children(child) if word.dep_ in {"acomp", "attr"})
            found.update(word for inner in said for word in _words(inner))
    return found


def _words(head: Token) -> Iterator[str]:
    yield head.lemma_.lower()
    yield from (child.lemma_.lower() for child in children(head) if child.dep_ in QUALIFYING)
