"""The tables on disk: Parquet, CSV, coded.jsonl, texts.parquet and datapackage.json, the same bytes for the same rows."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from contextlib import suppress
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from vnbilat_lib.dataset import schema

Row = list[Any]
GROUP = 5_000  # rows held back before they are written: what a reader can skip at once
WIDE = {"articles": 1_000, "texts": 250}  # of tables with long rows, fewer: memory is held for one group a table
LONG = {"text", "evidence", "dating"}  # columns whose least and greatest value nobody looks for: they would fill the footer
BOM = b"\xef\xbb\xbf"
# A cell that begins so is a formula to a spreadsheet; full-width signs count too.
FORMULA = r"^([=+\-@\t\r＝＋－＠])"
CSV_TYPES = {"list": "array", "object": "object"}


class TableWriter:
    """Writes one table's rows as they come, in groups of a fixed size, to NAME.parquet and NAME.csv."""

    def __init__(self, folder: Path, table: schema.Table, *, csv: bool = True, group: int | None = None) -> None:
        import pyarrow.parquet as pq

        self.table, self.rows, self.count = table, list[Row](), 0
        self.group = group or WIDE.get(table.name, GROUP)
        self._schema = table.arrow()
        self._parquet = pq.ParquetWriter(
            folder / f"{table.name}.parquet",
            self._schema,
            compression="zstd",
            version="2.6",
            write_statistics=[name for name in table.names if name not in LONG],
        )
        self._csv = (folder / f"{table.name}.csv").open("wb") if csv else None
        if self._csv:
            self._csv.write(BOM)
            self._csv.write((",".join(table.names) + "\n").encode())

    def add(self, rows: Iterable[Row]) -> None:
        """Rows in the schema's columns, days as ISO text."""
        more = iter(rows)
        while chunk := list(islice(more, self.group - len(self.rows))):
            self.rows += chunk
            if len(self.rows) == self.group:
                self._flush(self.rows)
                self.rows = []

    def close(self) -> None:
        """Writes what is held back and closes the files."""
        if self.rows:
            self._flush(self.rows)
            self.rows = []
        self._parquet.close()
        if self._csv:
            self._csv.close()

    def _flush(self, rows: list[Row]) -> None:
        import pyarrow as pa

        columns = []
        for field, values in zip(self._schema, zip(*rows, strict=True), strict=True):
            column = (
                pa.array(values, pa.string()).cast(field.type) if pa.types.is_date(field.type) else pa.array(values, field.type)
            )
            columns.append(column)
        table = pa.Table.from_arrays(columns, schema=self._schema)
        self._parquet.write_table(table, row_group_size=self.group)
        if self._csv:
            self._csv.write(_to_csv(table))
        self.count += len(rows)


def _to_csv(table: Any) -> bytes:
    """A table as CSV without header: lists as JSON, cells that a spreadsheet would run with an apostrophe before them."""
    import pyarrow as pa
    import pyarrow.compute as pc
    from pyarrow import csv

    columns = []
    for column in table.columns:
        if pa.types.is_list(column.type):
            texts = [None if cell is None else json.dumps(cell, ensure_ascii=False) for cell in column.to_pylist()]
            columns.append(pa.chunked_array([pa.array(texts, pa.string())]))
        elif pa.types.is_string(column.type):
            columns.append(pc.replace_substring(pc.replace_substring_regex(column, FORMULA, r"'\1"), "\0", "\ufffd"))
        else:
            columns.append(column)
    sink = io.BytesIO()
    csv.write_csv(pa.Table.from_arrays(columns, names=table.column_names), sink, csv.WriteOptions(include_header=False))
    return sink.getvalue()


class DatasetWriter:
    """All files of a dataset in `folder`, which must exist; `counts` are the rows of each table so far."""

    def __init__(self, folder: Path, *, texts: bool = True) -> None:
        self.folder = folder
        self._tables = {table.name: TableWriter(folder, table) for table in schema.TABLES}
        self._texts = TableWriter(folder, schema.TEXTS, csv=False) if texts else None
        self._coded = (folder / "coded.jsonl").open("w", encoding="utf-8", newline="\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        writers: list[Any] = [*self._tables.values(), *([self._texts] if self._texts else []), self._coded]
        if kind is not None:
            for writer in writers:
                with suppress(OSError):  # of a full disk the first error tells
                    writer.close()
            return
        for writer in writers:
            writer.close()
        _write_datapackage(self.folder, texts=self._texts is not None)

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Rows of one table."""
        self._tables[table].add(rows)

    def add_article(self, doc_id: str, text: str, coded: str) -> None:
        """An article's raw text and its line of CODEBOOK.md."""
        if self._texts:
            self._texts.add([[doc_id, text]])
        self._coded.write(f"{coded}\n")

    @property
    def counts(self) -> dict[str, int]:
        """The number of rows of each table."""
        return {name: writer.count + len(writer.rows) for name, writer in self._tables.items()}


def _write_datapackage(folder: Path, *, texts: bool) -> None:
    resources = [_resource(table, "csv") for table in schema.TABLES]
    if texts:
        resources.append(_resource(schema.TEXTS, "parquet"))
    package = {
        "name": "vnbilat-dataset",
        "title": "Persons, meetings and trade figures coded from Vietnamese news",
        "description": "Each fact leads back to its sentence: table evidence. Each table is there as Parquet too.",
        "resources": resources,
    }
    text = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8", newline="\n")


def _resource(table: schema.Table, file_format: str) -> dict[str, Any]:
    """A table's entry in datapackage.json (Frictionless Table Schema)."""
    fields = []
    for column in table.columns:
        entry: dict[str, Any] = {
            "name": column.name,
            "type": CSV_TYPES.get(column.kind, column.kind),
            "description": column.description,
        }
        if column.allowed:
            entry["constraints"] = {"enum": list(column.allowed)}
        if column.name == table.key:
            entry.setdefault("constraints", {}).update(required=True, unique=True)
        fields.append(entry)
    described: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if table.key:
        described["primaryKey"] = table.key
    if table.foreign:
        described["foreignKeys"] = [
            {"fields": column, "reference": {"resource": other, "fields": _key(other)}} for column, other in table.foreign
        ]
    resource = {"name": table.name, "title": table.description, "path": f"{table.name}.{file_format}", "format": file_format}
    if file_format == "csv":
        resource |= {"profile": "tabular-data-resource", "encoding": "utf-8-sig"}
    return resource | {"schema": described}


def _key(name: str) -> str | None:
    return next(table.key for table in schema.TABLES if table.name == name)
