"""The ledger of a run: compact tables on disk, from which ids, copies, actors and events are settled across the corpus.

Memory does not grow with the corpus: SQLite sorts on disk. The ledger holds nothing that the batches' results do not hold, and is
made anew by every run.
"""

from __future__ import annotations

import json
import sqlite3
from base64 import b64decode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from operator import attrgetter, itemgetter
from pathlib import Path
from typing import Any, Self

from vnbilat_lib.link import ANCHORS, LIKENESS, Naming, Report, likeness, to_actor, to_event

Row = list[Any]
CACHE = 2_000  # KiB of a table that SQLite keeps in memory
STRIDE = 1 << 20  # more than a batch has items: number * STRIDE + place is an article's place in the corpus

TABLES = """
    pragma journal_mode = off;
    pragma synchronous = off;
    pragma cache_spill = 100;
    create table parts (number integer primary key, path text, items integer);
    create table articles (place integer primary key, doc_id text, path text, sketch blob);
    create table anchors (anchor integer, place integer);
    create table known (actor_id text primary key) without rowid;
    create table persons (place integer, actor_id text, name text, role text, country text, mentions integer, published text);
    create table meetings (place integer, event_id text, doc_id text, form text, status text, start text, "end" text, grain text,
                           site text, country text, names text);
    create table clashes (place integer primary key, path text);
    create table copies (place integer primary key, original integer);
    begin;
"""
CLASHES = """
    insert into clashes select place, first from (
        select place, first_value(path) over same as first, row_number() over same as nth from articles
        window same as (partition by doc_id order by place)
    ) where nth > 1
"""
# Of the articles that share a hash, each is compared with the first and with the one before it: it may be a copy of either.
CANDIDATES = """
    select place, earlier from (
        select place, first_value(place) over same as earlier from anchors window same as (partition by anchor order by place)
        union
        select place, lag(place) over same as earlier from anchors window same as (partition by anchor order by place)
    ) where earlier < place order by place, earlier
"""
PERSONS = """
    select actor_id, name, role, country, mentions, published from persons where {asked} order by actor_id, place
"""
COPIES = """
    select copies.place - ?, doc_id from copies join articles on articles.place = original
    where copies.place >= ? and copies.place < ?
"""
MEETINGS = """
    select event_id, doc_id, form, status, start, "end", grain, site, country, names from meetings
    order by start is null, start, event_id, place
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A batch's result; of its items, `clashes` have a doc_id that stands already in a file, `copies` are like an earlier one."""

    path: Path
    items: int
    clashes: dict[int, str]
    copies: dict[int, str]


class Ledger:
    """What the corpus-wide steps know of each article; `add` in any order, then `settle`, then ask."""

    def __init__(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        self._tables = sqlite3.connect(path, isolation_level=None)
        self._tables.execute(f"pragma cache_size = -{CACHE}")
        self._tables.executescript(TABLES)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._tables.close()

    def add(self, number: int, part: Path) -> None:
        """The result of a batch: its heads, which are every other line of the file."""
        with part.open(encoding="utf-8") as lines:
            heads = [(place, json.loads(line)) for place, line in enumerate(islice(lines, 0, None, 2), number * STRIDE)]
        articles = [(place, head, b64decode(head["sketch"])) for place, head in heads if head]
        self._insert("parts", [(number, str(part), len(heads))])
        self._insert("articles", [(place, head["doc_id"], head["path"], sketch) for place, head, sketch in articles])
        self._insert("anchors", [(anchor, place) for place, _, sketch in articles for anchor in _hashes(sketch)[:ANCHORS]])
        self._insert("known", [(actor,) for _, head, _ in articles for actor in head["known"]])
        for table in ("persons", "meetings"):
            self._insert(table, [(place, *row) for place, head, _ in articles for row in head[table]])

    def _insert(self, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
        if rows:
            marks = ",".join("?" * len(rows[0]))
            self._tables.executemany(f"insert or ignore into {table} values ({marks})", rows)  # noqa: S608 - our own names

    def settle(self) -> None:
        """Finds the articles whose doc_id an earlier one has already, and those that are copies of an earlier one."""
        if self._tables.execute(CLASHES).rowcount:
            for table in ("anchors", "persons", "meetings"):
                self._tables.execute(f"delete from {table} where place in (select place from clashes)")  # noqa: S608 - as above
        for place, pairs in groupby(self._tables.execute(CANDIDATES), key=itemgetter(0)):
            mine = self._sketch(place)
            originals = {self._one("select original from copies where place = ?", earlier, earlier) for _, earlier in pairs}
            copied = next((other for other in sorted(originals) if likeness(mine, self._sketch(other)) >= LIKENESS), None)
            if copied is not None:
                self._insert("copies", [(place, copied)])

    def _sketch(self, place: int) -> Sequence[int]:
        return _hashes(self._one("select sketch from articles where place = ?", place))

    def _one(self, query: str, value: Any, default: Any = None) -> Any:
        row = self._tables.execute(query, (value,)).fetchone()
        return default if row is None else row[0]

    def parts(self) -> Iterator[Part]:
        """The batches in the order of the corpus, each with what was settled about its articles."""
        for number, path, items in self._tables.execute("select number, path, items from parts order by number"):
            span = (number * STRIDE, number * STRIDE + items)
            clashes = self._tables.execute("select place - ?, path from clashes where place >= ? and place < ?", (span[0], *span))
            copies = self._tables.execute(COPIES, (span[0], *span))
            yield Part(Path(path), items, dict(clashes), dict(copies))

    def known(self, actors: Iterable[str]) -> set[str]:
        """Those of `actors` who hold an office or take part in a meeting somewhere in the corpus."""
        query = "select actor_id from known where actor_id in (select value from json_each(?))"
        return {actor for (actor,) in self._tables.execute(query, (json.dumps(list(actors)),))}

    def missing(self, doc_ids: Iterable[str]) -> list[str]:
        """Those of `doc_ids` that no article has, in order."""
        query = "select value from json_each(?) where value not in (select doc_id from articles) order by value"
        return [doc_id for (doc_id,) in self._tables.execute(query, (json.dumps(list(doc_ids)),))]

    def actors(self, *, everyone: bool) -> Iterator[Row]:
        """The rows of actors, by id."""
        asked = "true" if everyone else "actor_id in (select actor_id from known)"
        rows = map(Naming._make, self._tables.execute(PERSONS.format(asked=asked)))
        return (to_actor(mine) for _, mine in groupby(rows, key=attrgetter("actor_id")))

    def events(self) -> Iterator[Row]:
        """The rows of events, by first day, then id; undated ones last."""
        rows = map(Report._make, self._tables.execute(MEETINGS))
        return (to_event(mine) for _, mine in groupby(rows, key=attrgetter("event_id")))


def _hashes(sketch: bytes) -> Sequence[int]:
    return memoryview(sketch).cast("q")
