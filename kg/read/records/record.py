"""From a record to an article; and from the records of one file to its articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from kg.errors import KgError, ReadError
from kg.read.facts import Facts
from kg.read.mapped import Mapped
from kg.read.moments import Moment, read_moment
from kg.read.news.usage import require_usable
from kg.read.options import Failure, Reading, ReadOptions
from kg.read.page.article import read_page
from kg.read.records.body import Body, body_of
from kg.read.records.containers import found_list, from_feed, from_table, inner_record, is_other_thing, unwrapped
from kg.read.records.fields import BESIDE, MISSING, Plan, Shape, field_names, lookup, plan_for, told_fields, user_path
from kg.read.records.tally import NO_FIELD
from kg.read.records.values import address_in, authors_in, host_or_name, id_in, name_in

MOST_PLANS = 1_000
LONGEST_TEXT = 1_000_000
"""Characters of an article; what is made of more of them would fill the memory."""
ENDLESS = "objects in objects without end; no article is so deep"
SAVE = "save the pages themselves, or what trafilatura or news-please make of them, and give those"
TEXT, TEASER, ADDRESS = 4, 2, 1
"""How much a record looks like an article: it has a text, a teaser, or only an address."""


class RecordReader:
    """Reads the records of one source. Records of one file mostly have the same fields, so that what stands where is
    found out once for each set of them. After the last record ask for `closing`."""

    def __init__(self, source: str, options: ReadOptions) -> None:
        self._source = source
        self._options = options
        self._mapped = {part: field for part, field in options.field_map.items() if part != "records"}
        self._list = options.field_map.get("records")
        self._plans: dict[tuple[object, ...], Plan] = {}
        self._unseen = set(self._mapped)  # parts whose field no record had so far
        self._first: Mapping[str, Any] | None = None
        self._flat = False  # whether records of this file are known to be articles themselves
        self._addresses = 0
        self._tool: Shape | None = None  # whose addresses these are
        self.warning: str | None = None
        """What is to be said of every record, such as an encoding that had to be guessed."""

    def read(self, value: Any, place: str, *, alone: bool = False) -> Iterator[Reading | Failure]:
        """The articles of one value of the source, which stands at `place`: the value itself, or the objects of a list
        in it, which get their number behind the place. `alone` says that the value is all that the source holds."""
        try:
            records = self._records(value, place)
        except KgError as error:
            yield Failure(place, error)
            return
        except RecursionError:
            yield Failure(place, ReadError(f"{place}: {ENDLESS}"))
            return
        if records is None:
            yield from self._one(value, place, whole=True)
            return
        place = self._source if alone else place
        for number, record in enumerate(records, start=1):
            if not is_other_thing(record):
                yield from self._one(record, f"{place}:{number}")

    def rank(self, record: Mapping[str, Any]) -> int:
        """How much `record` looks like an article: 0 not at all, from TEXT on it has a text."""
        plan = self._plan(record)
        has = {part: next(plan.values(record, part), None) is not None for part in ("title", "url", "published")}
        if body_of(plan, record, teaser=False):
            return TEXT + has["title"]
        if body_of(plan, record, teaser=True):
            return TEASER + has["title"]
        return ADDRESS if has["url"] and has["title"] else 0

    def likeness(self, item: Mapping[str, Any]) -> int:
        """The rank of an item of a list, or of the article that it is wrapped around."""
        own = self.rank(unwrapped(item))
        return own if own >= TEXT or inner_record(item, self.rank, TEXT) is None else TEXT

    def closing(self) -> Iterator[Failure]:
        """What is to be said when all records are read: lists of addresses, fields that the user named in vain."""
        if self._addresses:
            many = f"{self._addresses} records hold" if self._addresses > 1 else "the record holds"
            tool = f" (a list of {self._tool.name})" if self._tool else ""
            advice = (self._tool.advice if self._tool else "") or SAVE
            error = ReadError(f"{self._source}: {many} titles and addresses but no text{tool}; {advice}")
            yield Failure(self._source, error, self._addresses)
        for part in sorted(self._unseen - {"text"}):
            if self._first is not None:
                field = self._mapped[part]
                told = f"no record has the field {field} (--field {part}={field})"
                fields = told_fields(self._first, part, field)
                yield Failure(self._source, ReadError(f"{self._source}: {told}; {fields}"))

    def _records(self, value: Any, place: str) -> list[Any] | None:
        """The records inside `value`, None when it is one itself. Raises ReadError when there are none."""
        if self._list is not None and isinstance(value, Mapping | list):
            path = user_path(value, self._list) if isinstance(value, Mapping) else ()
            found = MISSING if path is None else lookup(value, path)
            if isinstance(found, Mapping):
                return [found]
            if found is MISSING or not isinstance(found, list):
                names = ", ".join(field_names(value)[:20])
                raise ReadError(f"{place}: no list of records at {self._list} (--field records); there are {names}")
            return found
        if isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
            return value
        if not isinstance(value, Mapping):
            raise ReadError(f"{place}: not a JSON object but {type(value).__name__}")
        if self._flat or self.rank(unwrapped(value)) >= TEXT:
            return None
        return from_feed(value) or from_table(value) or found_list(value, self.likeness, self.likeness(value))

    def _one(self, value: Any, place: str, *, whole: bool = False) -> Iterator[Reading | Failure]:
        try:
            if not isinstance(value, Mapping):
                raise ReadError(f"{place}: not a JSON object but {type(value).__name__}")
            reading = self._article(unwrapped(value), place, whole=whole)
        except KgError as error:
            yield Failure(place, error)
            return
        except RecursionError:
            yield Failure(place, ReadError(f"{place}: {ENDLESS}"))
            return
        if reading is not None:
            yield reading

    def _article(self, record: Mapping[str, Any], place: str, *, whole: bool) -> Reading | None:
        plan = self._plan(record)
        body = body_of(plan, record, teaser=False)
        self._flat = self._flat or (whole and body is not None)
        if body is None and not self._flat:
            inner = inner_record(record, self.rank, TEXT)
            if inner is not None:
                record, plan = inner, self._plan(inner)
                body = body_of(plan, record, teaser=False)
        if body is None and "text" not in self._mapped:
            body = body_of(plan, record, teaser=True)
        self._take_note(record, plan)
        if plan.paths["status"] or plan.paths["embargoed"]:
            status, embargoed = (next(plan.values(record, part), None) for part in ("status", "embargoed"))
            require_usable(name_in(status), name_in(embargoed), place)
        if body is None:
            self._without_text(record, plan, place)
            return None
        return self._read_page(record, plan, body, place)

    def _read_page(self, record: Mapping[str, Any], plan: Plan, body: Body, place: str) -> Reading:
        if len(body.text) > LONGEST_TEXT:
            raise ReadError(f"{place}: a text of {len(body.text)} characters, which no article has; give it in parts")
        warnings = [self.warning] if self.warning else []
        if body.excerpt:
            warnings.append(f"{place}: the record holds only the beginning or a summary; it is read as an excerpt")
        known = self._facts(record, plan, place, warnings)
        known = replace(known, excerpt=body.excerpt)
        reading = read_page(Mapped.whole(body.text), place, self._options, known, tuple(warnings))
        return replace(reading, dropped=(*body.dropped, *reading.dropped)) if body.dropped else reading

    def _facts(self, record: Mapping[str, Any], plan: Plan, place: str, warnings: list[str]) -> Facts:
        def first(part: str) -> str | None:
            return next((name for value in plan.values(record, part) if (name := name_in(value))), None)

        publisher = first("publisher")
        publisher = host_or_name(publisher) if publisher else None
        authors = next((names for value in plan.values(record, "authors") if (names := authors_in(value))), ())
        moment = self._published(record, plan, place, warnings)
        return Facts(
            title=first("title"),
            publisher=publisher,
            published=moment.day if moment else None,
            url=self._address(record, plan),
            authors=tuple(name for name in authors if name.casefold() != (publisher or "").casefold()),
            source_id=next((own for value in plan.values(record, "id") if (own := id_in(value))), None),
            section=(first("section") or "").split(";")[0].strip() or None,
            language=first("language"),
            published_at=moment.at if moment else None,
        )

    def _address(self, record: Mapping[str, Any], plan: Plan) -> str | None:
        if "url" in self._mapped:
            return next((name for value in plan.values(record, "url") if (name := name_in(value))), None)
        return next((address for value in plan.values(record, "url") if (address := address_in(value))), None)

    def _published(self, record: Mapping[str, Any], plan: Plan, place: str, warnings: list[str]) -> Moment | None:
        """The first date that the record states. Raises ReadError when what it states is none, unless the user does."""
        wrong: Any = None
        for value in plan.values(record, "published"):
            found = read_moment(value)
            if found is not None:
                if len(found.day) == 4 and sum(map(str.isdigit, str(value))) > 5 and not self._options.published:
                    told = f"of the publication date only the year is sure ({value})"
                    warnings.append(f"{place}: {told}; give --published YYYY-MM-DD")
                return found
            wrong = value if wrong is None and isinstance(value, str) else wrong
        if wrong is None or self._options.published:
            return None
        raise ReadError(f"{place}: not a publication date ({name_in(wrong)}); name another field: published=FIELD")

    def _without_text(self, record: Mapping[str, Any], plan: Plan, place: str) -> None:
        """Raise ReadError that says why there is no article. A list of addresses is told of once, at its end."""
        wanted = self._mapped.get("text")
        there = [path for path in plan.paths["text"] if lookup(record, path) is not MISSING]
        if wanted is None and not there and self.rank(record) == ADDRESS:
            self._addresses += 1
            self._tool = plan.shape
            return
        if not there:
            what = f"no field {wanted}" if wanted else NO_FIELD
            raise ReadError(f"{place}: {what}; {told_fields(record, 'text', wanted)}")
        fields = wanted or ", ".join(".".join(path) for path in there)
        raise ReadError(f"{place}: no text in field {fields} (empty); leave the record out, or name another field")

    def _take_note(self, record: Mapping[str, Any], plan: Plan) -> None:
        if self._first is None:
            self._first = record
        for part in tuple(self._unseen):
            path = plan.paths[part][0] if plan.paths[part] else None
            if path and lookup(record, path) is not MISSING:
                self._unseen.discard(part)

    def _plan(self, record: Mapping[str, Any]) -> Plan:
        key = (*record, *(tuple(inner) for name in BESIDE if isinstance(inner := record.get(name), Mapping)))
        plan = self._plans.get(key)
        if plan is None:
            if len(self._plans) == MOST_PLANS:
                self._plans.clear()
            plan = self._plans[key] = plan_for(record, self._mapped)
        return plan
