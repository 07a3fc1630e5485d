"""The second pass: the batches' records, in the order of the corpus, become one dataset of linked tables."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import astuple
from itertools import islice
from pathlib import Path
from typing import Any

from vnbilat_lib import dataset, sources
from vnbilat_lib.sources import Source
from vnbilat_lib.study.ledger import Ledger, Part

Row = list[Any]
Record = dict[str, Any]
COLUMNS = {table.name: table.names for table in dataset.TABLES}
ARTICLE = COLUMNS["articles"]
ACTOR = {name: columns.index("actor_id") for name, columns in COLUMNS.items() if "actor_id" in columns and name != "actors"}


def assemble(
    folder: Path, source: Source, ledger: Ledger, *, all_persons: bool, texts: bool, written: Callable[[int], None]
) -> dict[str, int]:
    """Writes the dataset into `folder`; gives the numbers of rows by table and of articles left out, set aside, undated, lost.

    `written` gets the number of items of each batch that is written.
    """
    ledger.settle()
    more = dict.fromkeys(("left_out", "set_aside", "undated", "lost"), 0)
    with dataset.DatasetWriter(folder, texts=texts) as writer:
        writer.add("problems", ([*astuple(problem)] for problem in source.problems))
        for part, records in _parts(ledger):
            if not all_persons:
                _leave_private(records, ledger)
            for place, record in records:
                more["left_out"] += "left_out" in record
                article = _write(writer, place, record, part)
                more["lost"] += article is None and "left_out" not in record
                if article is not None:
                    more["set_aside"] += article["status"] == "set_aside"
                    more["undated"] += article["published_from"] is None and article["published_to"] is None
            written(part.items)
        writer.add("problems", (_unmatched(doc_id) for doc_id in ledger.missing(source.metadata)))
        writer.add("actors", ledger.actors(everyone=all_persons))
        writer.add("events", ledger.events())
    return writer.counts | more


def _parts(ledger: Ledger) -> Iterator[tuple[Part, list[tuple[int, Record]]]]:
    """Each batch with its records, which are every other line of its file."""
    for part in ledger.parts():
        with part.path.open(encoding="utf-8") as lines:
            yield part, list(enumerate(map(json.loads, islice(lines, 1, None, 2))))


def _leave_private(records: list[tuple[int, Record]], ledger: Ledger) -> None:
    """Takes the ids of persons who are left out of actors from the tables."""
    rows = [(row, at) for _, record in records for table, at in ACTOR.items() for row in record["tables"].get(table, ())]
    known = ledger.known({row[at] for row, at in rows if row[at] is not None})
    for row, at in rows:
        if row[at] not in known:
            row[at] = None


def _write(writer: dataset.DatasetWriter, place: int, record: Record, part: Part) -> dict[str, Any] | None:
    """Writes the record of an item; gives its row of articles, None where it is no article of the dataset."""
    tables = record["tables"]
    writer.add("problems", tables.pop("problems", ()))
    if not tables:
        return None
    article = dict(zip(ARTICLE, tables["articles"][0], strict=True))
    if place in part.clashes:
        writer.add("problems", [_twice(article["path"], article["doc_id"], part.clashes[place])])
        return None
    article["duplicate_of"] = part.copies.get(place)
    tables["articles"] = [[*article.values()]]
    for table, rows in tables.items():
        writer.add(table, rows)
    writer.add_article(article["doc_id"], record["text"], record["coded"])
    return article


def _twice(path: str | None, doc_id: str, first: str | None) -> Row:
    error = f"the doc_id stands already in {first}: this article is left out; give it an id of its own"
    return [path, doc_id, None, "source", error]


def _unmatched(doc_id: str) -> Row:
    return [sources.METADATA, doc_id, None, "metadata", "no article has this doc_id"]
