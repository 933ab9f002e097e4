"""Options that several commands share, each declared once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from kg.errors import InputError

Store = Annotated[
    str, typer.Option("--store", envvar="KG_STORE", help="Ledger: a path or an sqlite:/// address.", metavar="PATH")
]
STORE = "kg.sqlite"

Graph = Annotated[
    str,
    typer.Option(
        "--graph", envvar="KG_GRAPH", help="Graph engine: embedded, neo4j, or a bolt:// address.", metavar="URI"
    ),
]
GRAPH = "embedded"

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
ShowCypher = Annotated[bool, typer.Option("--show-cypher", help="Also print the Cypher statement and its parameters.")]
Parameters = Annotated[
    list[str] | None,
    typer.Option("--param", "-p", help="A parameter of the statement; may be repeated.", metavar="KEY=VALUE"),
]
Pipeline = Annotated[
    str | None, typer.Option("--pipeline", help="An installed spaCy pipeline for English, such as en_core_web_md.")
]
ExtractorName = Annotated[
    str,
    typer.Option("--extractor", help="Who finds the claims: rules, llm, or another that is installed.", metavar="NAME"),
]
EXTRACTOR = "rules"
ExtractorOptions = Annotated[
    list[str] | None,
    typer.Option("--extractor-option", help="A setting of the extractor; may be repeated.", metavar="KEY=VALUE"),
]
MinConfidence = Annotated[
    float,
    typer.Option("--min-confidence", min=0.0, max=1.0, help="Leave out claims less sure than this.", metavar="P"),
]
Gazetteers = Annotated[
    list[str] | None,
    typer.Option(
        "--gazetteer",
        help="A TOML file that adds to the gazetteer (else KG_GAZETTEER); may be repeated.",
        metavar="FILE",
    ),
]
Ontologies = Annotated[
    list[str] | None,
    typer.Option(
        "--ontology",
        help="A TOML file that adds relations or frames (else KG_ONTOLOGY); may be repeated.",
        metavar="FILE",
    ),
]
Published = Annotated[str | None, typer.Option("--published", help="Publication date: YYYY-MM-DD, YYYY-MM or YYYY.")]
Publisher = Annotated[str | None, typer.Option("--publisher", help="Who published it.")]
Verbose = Annotated[bool, typer.Option("--verbose", help="Show each line that is left out of an article's text.")]
Url = Annotated[str | None, typer.Option("--url", help="Its address.")]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        help="Which field of a record is what: text=body, publisher=source.name, id=id …; may be repeated.",
        metavar="PART=FIELD",
    ),
]
StdinFormat = Annotated[
    str, typer.Option("--stdin-format", help="The ending of what standard input (-) holds: txt, jsonl, csv.gz …")
]


def pairs(given: Sequence[str] | None, option: str) -> dict[str, str]:
    """KEY=VALUE options as a dictionary; InputError for one without "="."""
    found = {}
    for pair in given or ():
        key, equals, value = pair.partition("=")
        if not (key and equals):
            raise InputError(f"{option} {pair}: write it as KEY=VALUE")
        found[key] = value
    return found


def read_options(
    published: str | None, publisher: str | None, url: str | None, fields: Sequence[str] | None, stdin_format: str
) -> Any:
    """The reader's options (kg.read.ReadOptions); InputError for a bad date."""
    from kg.read import ReadOptions

    return ReadOptions(
        published=published,
        publisher=publisher,
        url=url,
        field_map=pairs(fields, "--field"),
        stdin_format=stdin_format.lstrip("."),
    )
