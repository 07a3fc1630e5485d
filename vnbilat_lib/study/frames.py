"""A coded corpus as pandas frames, with the corrections of its study folder laid over."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnbilat_lib import dataset
from vnbilat_lib.errors import VnbilatError
from vnbilat_lib.study.corrections import KEYED, Correction, changes, find_corrections, lay_over, read_corrections

if TYPE_CHECKING:
    import pandas as pd

    from vnbilat_lib.selection import Selection as View


def read(folder: str | Path, *, corrections: str | Path | None = None) -> Study:
    """The study of a dataset folder, with the corrections of the study folder around it (or those given) laid over."""
    path = Path(folder)
    path = path / "dataset" if (path / "dataset" / "datapackage.json").is_file() else path
    if not (path / "datapackage.json").is_file():
        raise VnbilatError(f"{path}: no dataset here; make one with: vnbilat extract SOURCE --out {path.parent}")
    found = Path(corrections) if corrections is not None else find_corrections(path)
    return Study(path, read_corrections(found) if found else ())


@dataclass(frozen=True, eq=False, repr=False)
class Study:
    """A coded corpus: each table is a pandas frame, read when it is first asked for.

    `path` is the dataset's folder. Columns have pandas' nullable types, days are datetime64, lists are lists. `corrections` have
    been laid over the frames, not over `coded`.
    """

    path: Path
    corrections: tuple[Correction, ...] = ()

    @cached_property
    def articles(self) -> pd.DataFrame:
        """One row an article."""
        return self._frame("articles")

    @cached_property
    def persons(self) -> pd.DataFrame:
        """One row a person and article."""
        return self._frame("persons")

    @cached_property
    def actors(self) -> pd.DataFrame:
        """One row a person across articles."""
        return self._frame("actors")

    @cached_property
    def meetings(self) -> pd.DataFrame:
        """One row a meeting or visit and article."""
        return self._frame("meetings")

    @cached_property
    def participants(self) -> pd.DataFrame:
        """One row a participant of a meeting."""
        return self._of_facts(self._frame("participants"), "meeting_id")

    @cached_property
    def events(self) -> pd.DataFrame:
        """One row a meeting across articles."""
        return self._frame("events")

    @cached_property
    def trade_figures(self) -> pd.DataFrame:
        """One row a trade or investment figure and article."""
        return self._frame("trade_figures")

    @cached_property
    def evidence(self) -> pd.DataFrame:
        """One row a value of a fact: where it stands in the raw text."""
        return self._of_facts(self._frame("evidence"), "fact_id")

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """One row a mention of a person, place, time or amount."""
        return self._frame("mentions")

    @cached_property
    def problems(self) -> pd.DataFrame:
        """One row an input that could not be read or coded."""
        return self._frame("problems")

    @cached_property
    def texts(self) -> pd.DataFrame | None:
        """The raw texts, in which all offsets count; None where the dataset was written without them."""
        return self._frame("texts") if (self.path / "texts.parquet").is_file() else None

    @cached_property
    def corrected(self) -> pd.DataFrame:
        """The corrections that changed something: table, id, column, the coded value, the value now, the reason."""
        return changes({name: read_frame(self.path / f"{name}.parquet") for name in KEYED}, self.corrections)

    @cached_property
    def coded(self) -> list[dict[str, Any]]:
        """The articles' records in the codebook's format."""
        with (self.path / "coded.jsonl").open(encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]

    def _frame(self, name: str) -> pd.DataFrame:
        return lay_over(read_frame(self.path / f"{name}.parquet"), name, self.corrections)

    def _of_facts(self, frame: pd.DataFrame, column: str) -> pd.DataFrame:
        """The rows whose fact no correction took away."""
        gone = {correction.id for correction in self.corrections if correction.column == "row"}
        return frame[~frame[column].isin(gone)].reset_index(drop=True) if gone else frame

    def select(self, **parameters: Any) -> View:
        """What a notebook looks at: the study cut down by the notebooks' parameters, which are checked (see selection.select)."""
        from vnbilat_lib.selection import select

        return select(self, **parameters)

    @cached_property
    def counts(self) -> dict[str, int]:
        """The number of rows of each table; where nothing was corrected, no row is read for it."""
        import pyarrow.parquet as pq

        if self.corrections:
            return {table.name: len(getattr(self, table.name)) for table in dataset.TABLES}
        return {table.name: pq.read_metadata(self.path / f"{table.name}.parquet").num_rows for table in dataset.TABLES}

    def __repr__(self) -> str:
        counts = ", ".join(f"{count} {name}" for name, count in self.counts.items() if count)
        return f"<Study {str(self.path)!r}: {counts or 'empty'}>"

    def _repr_html_(self) -> str:
        counts = self.counts
        rows = "".join(
            f"<tr><th>{table.name}</th><td>{counts[table.name]}</td><td>{escape(table.description)}</td></tr>"
            for table in dataset.TABLES
        )
        return f"<table><caption>{escape(str(self.path))}</caption>{rows}</table>"


def read_frame(path: Path) -> pd.DataFrame:
    """A Parquet table with pandas' nullable types, days as datetime64 and lists as lists."""
    import pandas as pd
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pq.read_table(path)
    types = {pa.int64(): pd.Int64Dtype(), pa.float64(): pd.Float64Dtype(), pa.bool_(): pd.BooleanDtype()}
    frame: pd.DataFrame = table.to_pandas(types_mapper=types.get, date_as_object=False)
    for field in table.schema:
        if pa.types.is_date(field.type):
            frame[field.name] = frame[field.name].astype("datetime64[us]")
        elif pa.types.is_list(field.type):
            frame[field.name] = [list(cell) for cell in frame[field.name]]
    return frame
