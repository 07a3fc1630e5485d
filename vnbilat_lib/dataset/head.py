"""The head of an article's record: the little of it that is compared with other articles."""

from __future__ import annotations

import json
from array import array
from base64 import b64encode
from collections.abc import Iterator
from typing import Any

from vnbilat_lib.dataset import schema
from vnbilat_lib.doc import Doc
from vnbilat_lib.link import Report, sketch

Row = list[Any]
PUBLIC = frozenset(schema.SECTORS) - {"business"}


def to_head(doc: Doc, tables: dict[str, list[Row]]) -> dict[str, Any]:
    """What study.ledger keeps of an article whose rows are in `tables`."""
    (article,) = _cells(schema.ARTICLES, tables)
    persons = list(_cells(schema.PERSONS, tables))
    text = " ".join(sentence.span.of(doc.text) for sentence in doc.sentences) or doc.text
    return {
        "doc_id": doc.doc_id,
        "path": doc.article.path,
        "sketch": b64encode(array("q", sketch(text))).decode(),
        "known": sorted(set(_known(persons, tables))),
        "persons": [
            [*(person[name] for name in ("actor_id", "name", "role", "country", "mentions")), article["published"]]
            for person in persons
        ],
        "meetings": [[meeting[name] for name in Report._fields] for meeting in _reports(tables)],
    }


def _cells(table: schema.Table, tables: dict[str, list[Row]]) -> Iterator[dict[str, Any]]:
    """The rows of a table by column."""
    return (dict(zip(table.names, row, strict=True)) for row in tables[table.name])


def _known(persons: list[dict[str, Any]], tables: dict[str, list[Row]]) -> Iterator[str]:
    """The persons who hold an office or take part in a meeting: they stand in actors without being asked for."""
    yield from (person["actor_id"] for person in persons if person["sector"] in PUBLIC)
    yield from (who["actor_id"] for who in _cells(schema.PARTICIPANTS, tables) if who["actor_id"])


def _reports(tables: dict[str, list[Row]]) -> Iterator[dict[str, Any]]:
    participants = list(_cells(schema.PARTICIPANTS, tables))
    for meeting in _cells(schema.MEETINGS, tables):
        names = [who["name"] for who in participants if who["meeting_id"] == meeting["meeting_id"]]
        yield meeting | {"names": json.dumps(names, ensure_ascii=False)}
