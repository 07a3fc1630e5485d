"""The second pass: the batches' records, in the order of the corpus, become one dataset of linked tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from vnbilat_lib import dataset, lexicon, link, sources
from vnbilat_lib.match import fold
from vnbilat_lib.sources import Source

Record = dict[str, Any]
Rows = dict[str, list[dict[str, Any]]]
COLUMNS = {table.name: table.names for table in dataset.TABLES}


@dataclass(frozen=True, slots=True)
class Choice:
    """Which of the coded articles and facts a dataset holds."""

    all_articles: bool = False
    all_persons: bool = False
    published_from: date | None = None
    published_to: date | None = None
    partner: str | None = None
    texts: bool = True


def assemble(folder: Path, source: Source, parts: list[Path], choice: Choice) -> dict[str, int]:
    """Writes the dataset into `folder`; gives the numbers of rows by table and of records left out, lost, undated."""
    known = None if choice.all_persons else _known_actors(parts)
    gathered, originals = link.Gathered(), link.Originals()
    paths: dict[str, str | None] = {}
    left_out = undated = lost = 0
    with dataset.DatasetWriter(folder, texts=choice.texts) as writer:
        writer.add("problems", ([*astuple(problem)] for problem in source.problems))
        for record in _records(parts):
            writer.add("problems", record["tables"].pop("problems", ()))
            if record["doc_id"] is None:
                lost += 1
                continue
            rows = _named(record)
            article = rows["articles"][0]
            if article["doc_id"] in paths:
                writer.add("problems", [_twice(article, paths[article["doc_id"]])])
                lost += 1
                continue
            paths[article["doc_id"]] = article["path"]
            if not in_period(article, choice.published_from, choice.published_to):
                left_out += 1
                continue
            undated += article["published_from"] is None and article["published_to"] is None
            if choice.partner:
                _keep_partner(record, rows, choice.partner)
            if article["status"] != "failed":
                article["duplicate_of"] = originals.find(article["doc_id"], record["sketch"])
            _settle_actors(rows, known)
            _gather(gathered, rows)
            for table in rows:
                writer.add(table, ([*row.values()] for row in rows[table]))
            writer.add_article(record["doc_id"], record["text"], record["coded"])
        writer.add("problems", (_unmatched(doc_id) for doc_id in sorted(set(source.metadata) - set(paths))))
        writer.add("actors", gathered.actor_rows())
        writer.add("events", gathered.event_rows())
        return writer.counts | {"left_out": left_out, "undated": undated, "lost": lost}


def _known_actors(parts: list[Path]) -> set[str]:
    """The actors who hold an office or take part in a meeting in at least one article."""
    known: set[str] = set()
    for part in parts:
        with part.open(encoding="utf-8") as lines:
            for line in islice(lines, 0, None, 2):
                known.update(json.loads(line))
    return known


def _records(parts: list[Path]) -> Iterator[Record]:
    for part in parts:
        with part.open(encoding="utf-8") as lines:
            yield from map(json.loads, islice(lines, 1, None, 2))


def _named(record: Record) -> Rows:
    """A record's rows as dictionaries by column."""
    return {name: [dict(zip(COLUMNS[name], row, strict=True)) for row in rows] for name, rows in record["tables"].items()}


def _twice(article: dict[str, Any], first: str | None) -> list[Any]:
    error = f"the doc_id stands already in {first}: this article is left out; give it an id of its own"
    return [article["path"], article["doc_id"], None, "source", error]


def _unmatched(doc_id: str) -> list[Any]:
    return [sources.METADATA, doc_id, None, "metadata", "no article has this doc_id"]


def in_period(article: dict[str, Any], first: date | None, last: date | None) -> bool:
    """Whether the article can have come out from `first` to `last`: one whose day is unknown can."""
    begins, ends = article["published_from"], article["published_to"]
    return not ((first and ends and ends < first.isoformat()) or (last and begins and begins > last.isoformat()))


def _keep_partner(record: Record, rows: Rows, partner: str) -> None:
    """Leaves out the facts without `partner`, in the tables and in the coded record."""
    who: dict[str, list[dict[str, Any]]] = {}
    for row in rows["participants"]:
        who.setdefault(row["meeting_id"], []).append(row)
    keep = {
        "meetings": [meets(row, who.get(row["meeting_id"], ()), partner) for row in rows["meetings"]],
        "trade_figures": [inside(row["reporter"], partner) or inside(row["partner"], partner) for row in rows["trade_figures"]],
    }
    for table, kept in keep.items():
        rows[table] = [row for row, stays in zip(rows[table], kept, strict=True) if stays]
        record["coded"][table] = [fact for fact, stays in zip(record["coded"][table], kept, strict=True) if stays]
    facts = {row["meeting_id"] for row in rows["meetings"]} | {row["figure_id"] for row in rows["trade_figures"]}
    rows["participants"] = [row for row in rows["participants"] if row["meeting_id"] in facts]
    rows["evidence"] = [row for row in rows["evidence"] if row["fact_id"] in facts]


def inside(code: str | None, partner: str) -> bool:
    """Whether `code` is the partner or one of its provinces.

    >>> inside("CN-YN", "CN"), inside("CN", "CN-YN")
    (True, False)
    """
    return code is not None and (code == partner or code.startswith(f"{partner}-"))


def meets(meeting: dict[str, Any], participants: Iterable[dict[str, Any]], partner: str) -> bool:
    """Whether the partner takes part in a meeting, is its host or its destination.

    A province is also known by its name in an office ("Bí thư Tỉnh ủy Vân Nam": the person's country is China) or a place.
    """
    if inside(meeting["country"], partner) or inside(meeting["destination"], partner):
        return True
    names = [fold(row.name) for row in lexicon.regions() if row.code == partner]
    state = partner[:2]
    if meeting["country"] == state and _names_one(meeting["place"], names):
        return True
    return any(
        inside(row["country"], partner)
        or (row["kind"] == "country" and inside(row["name"], partner))
        or (row["country"] == state and (_names_one(row["role"], names) or _names_one(row["name"], names)))
        for row in participants
    )


def _names_one(text: str | None, names: list[str]) -> bool:
    return text is not None and any(name in fold(text) for name in names)


def _settle_actors(rows: Rows, known: set[str] | None) -> None:
    """Takes the ids of persons who are left out of actors from the other tables."""
    if known is None:
        return
    for table in ("persons", "participants", "mentions"):
        for row in rows[table]:
            if row["actor_id"] not in known:
                row["actor_id"] = None


def _gather(gathered: link.Gathered, rows: Rows) -> None:
    """Feeds an article's persons and meetings to what is gathered over all articles."""
    published = rows["articles"][0]["published"]
    for person in rows["persons"]:
        if person["actor_id"] is not None:
            gathered.add_person(person, published)
    for meeting in rows["meetings"]:
        names = [row["name"] for row in rows["participants"] if row["meeting_id"] == meeting["meeting_id"]]
        gathered.add_meeting(meeting, names)
