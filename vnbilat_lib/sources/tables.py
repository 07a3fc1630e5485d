"""Records from files of many: JSON Lines, JSON, CSV and Parquet; a broken one is a problem, the next one is read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from typing import IO, Any

from vnbilat_lib.sources.columns import find_columns, without_text
from vnbilat_lib.sources.encodings import decode
from vnbilat_lib.sources.items import Columns, Item, Items
from vnbilat_lib.sources.sniffing import separator_of, wide_encoding
from vnbilat_lib.sources.streams import CHUNK, RECORD, Meter, UnreadableError, buffered, head_of, lines_of

TOO_LONG = f"longer than {RECORD >> 20} MB: no article is so long"
ROWS = 64  # of a Parquet file that are held at once
REREAD = 64 << 20  # bytes of a CSV that are read again because a quotation mark was never closed


class Recoded(io.RawIOBase):
    """A text of two or four bytes a letter as UTF-8; any text with line feeds for the returns of old computers."""

    def __init__(self, stream: IO[bytes], encoding: str, into: str = "utf-8") -> None:
        self._text = io.TextIOWrapper(stream, encoding, errors="replace", newline=None if encoding == into else "\n")
        self._into, self._left = into, b""

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: Any) -> int:
        """As io.RawIOBase has it."""
        if not self._left:
            self._left = self._text.read(CHUNK // 4).removeprefix("\ufeff").encode(self._into, "replace")
        data, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def in_bytes(stream: io.BufferedReader) -> io.BufferedReader:
    """A stream of text without byte order mark, in an encoding in which ASCII is ASCII."""
    head = head_of(stream)
    wide = wide_encoding(head)
    if wide:
        return buffered(Recoded(stream, wide))
    if head.startswith(b"\xef\xbb\xbf"):
        stream.read(3)
    if b"\r" in head and b"\n" not in head:
        return buffered(Recoded(stream, "latin-1", "latin-1"))
    return stream


def read_lines(stream: io.BufferedReader, path: str, columns: Columns) -> Items:
    """A record a line of JSON; empty lines are none."""
    for number, line in enumerate(lines_of(in_bytes(stream)), 1):
        if line is None:
            yield Item(path, b"", number, "record", error=f"the line is {TOO_LONG}")
        elif line.strip():
            yield Item(path, line, number, "record", columns=columns)


def read_json(stream: io.BufferedReader, path: str, columns: Columns) -> Items:
    """The objects of a file that holds one, or a list of them; their position is their number."""
    text = _Window(in_bytes(stream))
    decoder, number = json.JSONDecoder(), 0
    while text.skip(" \t\r\n,[]"):
        number += 1
        try:
            size = text.measure(decoder)
        except (ValueError, RecursionError) as error:
            yield Item(path, b"", number, "record", error=f"not JSON from here on: {str(error)[:200]}")
            return
        yield Item(path, text.take(size), number, "record", columns=columns)


class _Window:
    """The part of a stream of JSON that is held: as Latin-1, so that a character is a byte."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream, self._text = stream, ""

    def _more(self) -> bool:
        data = self._stream.read(max(CHUNK, len(self._text)))
        self._text += data.decode("latin-1")
        return bool(data)

    def skip(self, chars: str) -> bool:
        """Leaves out `chars`; whether anything follows."""
        while True:
            self._text = self._text.lstrip(chars)
            if self._text or not self._more():
                return bool(self._text)

    def measure(self, decoder: json.JSONDecoder) -> int:
        """The length of the value that comes; raises ValueError where it is none."""
        while True:
            try:
                return decoder.raw_decode(self._text)[1]
            except ValueError:
                if len(self._text) > RECORD or not self._more():
                    raise

    def take(self, size: int) -> bytes:
        """The next characters, as the bytes that they were."""
        taken, self._text = self._text[:size], self._text[size:]
        return taken.encode("latin-1")


class _TooLongError(ValueError):
    """A line or a row of a table that no article fills."""


class _Rows:
    """The lines of a table for csv.reader; those of the row that began on line `begin` are kept, to be read again if need be."""

    def __init__(self, lines: Iterator[bytes | None]) -> None:
        self._lines, self._again = lines, list[bytes | None]()
        self._row: list[bytes | None] = []
        self.begin, self._number, self._size, self._reread = 1, 0, 0, 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else next(self._lines)
        self._number += 1
        self._row.append(line)
        self._size += len(line or b"")
        if line is None or self._size > RECORD:
            raise _TooLongError(f"the row is {TOO_LONG}")
        return line.decode("latin-1")

    def begin_row(self) -> None:
        """A row begins."""
        self.begin, self._row, self._size = self._number + 1, [], 0

    def go_back(self) -> None:
        """Gives back all lines of the row but its first."""
        rest = self._row[1:]
        self._reread += sum(len(line or b"") for line in rest)
        if self._reread > REREAD:
            raise UnreadableError("too many rows are broken: the rest is not read; quotation marks inside a cell must be doubled")
        self._again += reversed(rest)
        self._number -= len(rest)


def read_table(stream: io.BufferedReader, path: str, given: Columns) -> Items:
    """A record a row of a CSV or TSV file, by the names in its first line; the position is the line on which a row begins."""
    csv.field_size_limit(RECORD)
    rows = _Rows(lines_of(in_bytes(stream)))
    try:
        line = next(rows, "")
        header = [_header_cell(cell) for cell in next(csv.reader([line], delimiter=separator_of(line)), [])]
    except (csv.Error, _TooLongError) as error:
        yield Item(path, b"", 1, "record", error=f"no table: {error}")
        return
    found = find_columns(tuple(header), given)
    if not found.keys() & {"text", "html"}:
        yield Item(path, b"", 1, "record", error=without_text(header))
        return
    columns = {header.index(name): field for field, name in found.items()}
    while True:
        reader = csv.reader(rows, delimiter=separator_of(line), strict=True)
        try:
            yield from _read_rows(reader, rows, path, columns, len(header))
            return
        except (csv.Error, _TooLongError) as error:
            yield Item(path, b"", rows.begin, "record", error=f"not a row of this table: {error}")
            rows.go_back()


def _read_rows(reader: Iterator[list[str]], rows: _Rows, path: str, columns: dict[int, str], width: int) -> Items:
    """The records up to the first row that cannot be read, on which csv.Error is raised."""
    rows.begin_row()
    for row in reader:
        if len(row) > width:
            wrong = f"{len(row)} cells where the first line has {width}: a cell that holds the separator must be quoted"
            yield Item(path, b"", rows.begin, "record", error=wrong)
        elif row:
            record = {field: row[number] if number < len(row) else "" for number, field in columns.items()}
            yield Item(path, json.dumps(record, ensure_ascii=False).encode("latin-1"), rows.begin, "record")
        rows.begin_row()


def _header_cell(cell: str) -> str:
    try:
        return decode(cell.encode("latin-1")).strip()
    except ValueError:
        return cell.strip()


def read_parquet(file: IO[bytes], path: str, given: Columns, meter: Meter) -> Items:
    """A record a row of a Parquet file; only the columns that are needed are read, a few rows at a time."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.ParquetFile(file, buffer_size=CHUNK)
        names = [name for name in table.schema_arrow.names if isinstance(name, str)]
        found = find_columns(tuple(names), given)
        if not found.keys() & {"text", "html"}:
            yield Item(path, b"", None, "record", error=without_text(names))
            return
        number, total = 0, max(table.metadata.num_rows, 1)
        for batch in table.iter_batches(ROWS, columns=list(found.values()), use_threads=False):
            for row in batch.to_pylist():
                number += 1
                record = {field: row[name] for field, name in found.items() if row[name] is not None}
                data = json.dumps(record, ensure_ascii=False, default=_to_json).encode("utf-8", "replace")
                meter.unpack(len(data))
                meter.share = number / total
                wrong = f"the row is {TOO_LONG}" if len(data) > RECORD else None
                yield Item(path, b"" if wrong else data, number, "record", error=wrong)
    except (pa.ArrowException, ValueError) as error:
        raise UnreadableError(f"damaged: {' '.join(str(error).split())[:200]}") from error


def _to_json(value: object) -> str:
    """What JSON does not know: days, moments, bytes."""
    if isinstance(value, date):
        return value.isoformat()
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
