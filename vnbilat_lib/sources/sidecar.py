"""metadata.csv: what is known of articles from outside their files."""

from __future__ import annotations

import csv
import io
import unicodedata

from vnbilat_lib.errors import VnbilatError
from vnbilat_lib.sources.columns import find_columns
from vnbilat_lib.sources.encodings import decode
from vnbilat_lib.sources.items import Problem
from vnbilat_lib.sources.places import METADATA
from vnbilat_lib.sources.records import METADATA_COLUMNS
from vnbilat_lib.sources.sniffing import separator_of

Known = dict[str, dict[str, str]]
KEYS = ("doc_id", "id", "path")


def read_metadata(data: bytes, ids: dict[str, str]) -> tuple[Known, list[Problem]]:
    """What metadata.csv knows, by doc_id, and its rows that cannot be used. `ids` are those of the files, by name."""
    try:
        text = decode(data)
    except ValueError as error:
        raise VnbilatError(f"{METADATA}: {error}") from error
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=separator_of(text.split("\n", 1)[0]))
    columns = find_columns(tuple(reader.fieldnames or ()))
    key = next((columns[field] for field in KEYS if field in columns), None)
    if key is None:
        raise VnbilatError(f"{METADATA}:1: the columns must be doc_id (or path), published, outlet, url; doc_id is missing")
    known, problems, aliases = Known(), list[Problem](), _aliases(ids)
    for row in reader:
        given = (row.get(key) or "").strip()
        doc_id = aliases.get(unicodedata.normalize("NFC", given)) or given
        if not doc_id or doc_id in known:
            wrong = f"the doc_id {doc_id!r} stands twice" if doc_id else "the row has no doc_id"
            problems.append(Problem(METADATA, doc_id or None, reader.line_num, "metadata", wrong))
            continue
        cells = {field: (row.get(columns[field]) or "").strip() for field in METADATA_COLUMNS if field in columns}
        known[doc_id] = {field: cell for field, cell in cells.items() if cell}
    return known, problems


def _aliases(ids: dict[str, str]) -> dict[str, str]:
    """The ids of files by whatever a user may call them: the id, the path, or the bare name if only one file has it.

    A file system may have taken the marks off the letters (NFD): they do not matter.
    """
    bare, exact = dict[str, str](), dict[str, str]()
    for name, doc_id in ids.items():
        exact |= {unicodedata.normalize("NFC", called): doc_id for called in (name, doc_id)}
        for called in {name.rsplit("/", 1)[-1], doc_id.rsplit("/", 1)[-1]}:
            key = unicodedata.normalize("NFC", called)
            bare[key] = "" if key in bare else doc_id
    return bare | exact
