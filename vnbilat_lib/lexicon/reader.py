"""Reading a word list: each row becomes a typed record, or an error that names the cell."""

from __future__ import annotations

import csv
import io
import types
import typing
from dataclasses import fields
from datetime import date
from decimal import InvalidOperation
from importlib.resources import files
from typing import TypeVar

from vnbilat_lib.errors import VnbilatError

Row = TypeVar("Row")


def _parse(kind: object, text: str) -> object:
    """One cell as its field's type; an empty cell of an optional field is None.

    >>> _parse(tuple[str, ...], "thượng đỉnh|tiểu vùng mekong")
    ('thượng đỉnh', 'tiểu vùng mekong')
    """
    if isinstance(kind, types.UnionType):
        if text == "":
            return None
        kind = next(k for k in typing.get_args(kind) if k is not type(None))
    if typing.get_origin(kind) is tuple:
        return tuple(part.strip() for part in text.split("|") if part.strip())
    if kind is bool:
        return {"yes": True, "": False}[text]
    if kind is date:
        return date.fromisoformat(text)
    return kind(text)  # type: ignore[operator]


def _text_of(name: str) -> str:
    try:
        return files("vnbilat_lib").joinpath("data", f"{name}.csv").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise VnbilatError(f"data/{name}.csv is missing: install the package anew") from error


def _parse_row(cells: dict[str, str], kinds: dict[str, object], where: str) -> dict[str, object]:
    """The cells of one row as their columns' types, if they are complete and the example holds the phrase."""
    if None in cells or None in cells.values():
        raise VnbilatError(f"{where}: the row must have {len(kinds)} cells; quote a cell that holds a comma")
    values = {}
    for column, text in cells.items():
        try:
            values[column] = _parse(kinds[column], text)
        except (ValueError, KeyError, InvalidOperation) as error:
            raise VnbilatError(f"{where}: {column} cannot be {text!r} ({error})") from error
    phrase = next(iter(cells.values()))
    if "example" in cells and phrase.casefold() not in cells["example"].casefold():
        raise VnbilatError(f"{where}: the example must contain {phrase!r}")
    return values


def read_table(name: str, row_type: type[Row]) -> tuple[Row, ...]:
    """The rows of data/`name`.csv as `row_type`, a dataclass whose fields are the columns in order (`from_` for "from").

    Raises VnbilatError with file, line and column where a cell does not fit its type, a column is missing, or a row has an
    `example` that does not contain the row's first cell (compared without regard to case).
    """
    fields_of = {f.name.rstrip("_"): f.name for f in fields(row_type)}  # type: ignore[arg-type]
    hints = typing.get_type_hints(row_type)
    kinds = {column: hints[field] for column, field in fields_of.items()}
    reader = csv.DictReader(io.StringIO(_text_of(name), newline=""))
    if reader.fieldnames != list(kinds):
        found = ",".join(reader.fieldnames or [])
        raise VnbilatError(f"data/{name}.csv:1: the columns must be {','.join(kinds)}, not {found}")
    rows = []
    for cells in reader:
        values = _parse_row(cells, kinds, f"data/{name}.csv:{reader.line_num}")
        rows.append(row_type(**{fields_of[column]: value for column, value in values.items()}))
    return tuple(rows)
