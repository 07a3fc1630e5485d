"""Corrections that a reader lays over a dataset: rows of table, id, column, value and reason."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnbilat_lib import dataset, sources
from vnbilat_lib.errors import VnbilatError

if TYPE_CHECKING:
    import pandas as pd

FILE = "corrections.csv"
COLUMNS = ("table", "id", "column", "value", "reason")
KEYED = {table.name: table for table in dataset.TABLES if table.key}
PARSERS: dict[str, Callable[[str], Any]] = {
    "integer": int,
    "number": float,
    "date": date.fromisoformat,
    "list": json.loads,
    "boolean": {"true": True, "false": False}.__getitem__,
}


@dataclass(frozen=True, slots=True)
class Correction:
    """A value put right, None where it is empty; `column` "row" takes the whole row away."""

    table: str
    id: str
    column: str
    value: Any
    reason: str


def find_corrections(folder: Path) -> Path | None:
    """corrections.csv beside a dataset or in the folders above it: OUT, outputs, the study folder."""
    candidates = [parent / FILE for parent in islice(folder.resolve().parents, 3)]
    return next((path for path in candidates if path.is_file()), None)


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections of a file; raises VnbilatError, with the line, for one that fits no table."""
    try:
        text = sources.decode(path.read_bytes())
    except (OSError, ValueError) as error:
        raise VnbilatError(f"{path}: {error}") from error
    reader = csv.DictReader(io.StringIO(text, newline=""))
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise VnbilatError(f"{path}:1: the columns must be {','.join(COLUMNS)}")
    return tuple(_parse(row, f"{path}:{reader.line_num}") for row in reader)


def _parse(row: dict[str, str | None], where: str) -> Correction:
    cells = {name: (row[name] or "").strip() for name in COLUMNS}
    if cells["table"] not in KEYED:
        raise VnbilatError(f"{where}: table {cells['table']!r} cannot be corrected; choose one of {', '.join(KEYED)}")
    table = KEYED[cells["table"]]
    if cells["column"] == "row":
        if cells["value"] != "delete":
            raise VnbilatError(f"{where}: the only value for column row is delete, not {cells['value']!r}")
        return Correction(table.name, cells["id"], "row", None, cells["reason"])
    if cells["column"] not in table.names or cells["column"] == table.key:
        columns = ", ".join(name for name in table.names if name != table.key)
        raise VnbilatError(f"{where}: {table.name} has no column {cells['column']!r} to correct; choose one of {columns}, row")
    return Correction(
        table.name, cells["id"], cells["column"], _to_value(table, cells["column"], cells["value"], where), cells["reason"]
    )


def _to_value(table: dataset.Table, name: str, text: str, where: str) -> Any:
    """A cell in its column's type."""
    column = next(column for column in table.columns if column.name == name)
    if text == "":
        return None
    if column.allowed and text not in column.allowed:
        raise VnbilatError(f"{where}: {name} must be one of {', '.join(column.allowed)}, not {text!r}")
    try:
        return PARSERS.get(column.kind, str)(text)
    except (ValueError, KeyError) as error:
        raise VnbilatError(f"{where}: {name} must be of type {column.kind}, not {text!r}") from error


def lay_over(frame: pd.DataFrame, name: str, corrections: Iterable[Correction]) -> pd.DataFrame:
    """The frame with the corrections of its table; those with ids of other datasets change nothing."""
    import pandas as pd

    mine = [correction for correction in corrections if correction.table == name]
    if not mine:
        return frame
    for correction in mine:
        rows = frame[KEYED[name].key] == correction.id
        if correction.column == "row":
            frame = frame[~rows]
        else:
            value = pd.Timestamp(correction.value) if isinstance(correction.value, date) else correction.value
            for index in frame.index[rows]:
                frame.at[index, correction.column] = value  # noqa: PD008 - a list is one value to .at
    return frame.reset_index(drop=True)


def changes(frames: Mapping[str, pd.DataFrame], corrections: Iterable[Correction]) -> pd.DataFrame:
    """What corrections do to the coded frames: one row for each that finds its row there."""
    import pandas as pd

    rows = []
    for correction in corrections:
        frame = frames[correction.table]
        for coded in frame[frame[KEYED[correction.table].key] == correction.id].to_dict("records"):
            before = "row" if correction.column == "row" else coded[correction.column]
            rows.append((correction.table, correction.id, correction.column, before, correction.value, correction.reason))
    return pd.DataFrame(rows, columns=["table", "id", "column", "coded", "value", "reason"])
