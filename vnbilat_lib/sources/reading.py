"""A source opened, and read from first to last: each file by what it holds, packed or not."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from typing import IO

from vnbilat_lib.errors import VnbilatError
from vnbilat_lib.sources import archives, tables, warcs
from vnbilat_lib.sources.columns import check_columns
from vnbilat_lib.sources.items import Item, Items, Kind, Source, label
from vnbilat_lib.sources.places import FORMATS, METADATA, find_place, ids_of
from vnbilat_lib.sources.records import identify
from vnbilat_lib.sources.sidecar import read_metadata
from vnbilat_lib.sources.sniffing import Format, sniff
from vnbilat_lib.sources.streams import FAULTS, RECORD, Meter, Tap, UnreadableError, buffered, head_of, read_up_to, spool, unpack
from vnbilat_lib.sources.tables import TOO_LONG

LAYERS = 4  # of packing, one in another
PACKED = re.compile(r"(?:\.(?:gz|zst|bz2|xz))+$", re.IGNORECASE)


def open_source(address: str | os.PathLike[str], columns: Mapping[str, str] | None = None) -> Source:
    """The source at `address`: a folder, a file, a pattern ("news/*.jsonl.gz") or an address that fsspec knows ("s3://...").

    `columns` names the columns of its tables and records by field, where their names do not tell: {"text": "than_bai"}. Raises
    UsageError where there is nothing to read.
    """
    given = check_columns(columns)
    place = find_place(address)
    files = tuple(name for name in place.names if name != METADATA)
    if not files:
        raise VnbilatError(f"{address}: no articles here, only {METADATA}; put files into the folder ({FORMATS})")
    source = Source(place, files, sum(map(place.size, files)), ids_of(files), columns=given)
    if METADATA in place.names:
        with place.open(METADATA) as file:
            meter = Meter()
            data = buffered(Tap(file, meter)).read()
        source.digests[METADATA] = meter.digest.hexdigest()
        source.metadata, source.problems = read_metadata(data, source.ids)
    return source


def read_items(source: Source) -> Items:
    """The articles' bytes in order. What cannot be opened, breaks off or is no article gives an item with `error`."""
    before = 0
    for name in source.files:
        meter = Meter()
        size = source.place.size(name)
        for item in _read_file(source, name, meter):
            source.records += 1
            source.read = before + min(size, int(size * meter.share) if meter.share is not None else meter.packed)
            yield replace(item, metadata=source.known(identify(item))) if source.metadata else item
        before = source.read = before + size


def take_digests(source: Source) -> dict[str, str]:
    """The SHA-256 of each file of a source, by its path, without a look at what it holds; as reading takes them too."""
    for name in source.files:
        meter = Meter()
        with suppress(*FAULTS), closing(source.place.open(name)) as file:
            Tap(file, meter).drain()
            source.digests[label(name)] = meter.digest.hexdigest()
    return source.digests


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the reading of a file knows: `doc_id` is its id as one article, `tap` the file where it is not packed in another."""

    source: Source
    meter: Meter
    doc_id: str
    tap: Tap | None = None
    depth: int = 0

    @contextmanager
    def whole(self, stream: io.BufferedReader) -> Iterator[IO[bytes]]:
        """The file as one that can be read from its end."""
        file = self.tap.from_start() if self.tap else None
        if file is not None:
            yield file
            return
        with spool(stream) as file:
            yield file


def _read_file(source: Source, name: str, meter: Meter) -> Items:
    """The items of one file of the source; whatever goes wrong ends in an item with `error`, behind the last one read."""
    path, last, passed = label(name), None, source.passed_over
    try:
        with closing(source.place.open(name)) as file:
            tap = Tap(file, meter)
            try:
                reading = _Reading(source, meter, source.ids[name], tap)
                for last in _read_stream(reading, buffered(tap), path):
                    yield last
                if last is None and source.passed_over == passed:
                    raise UnreadableError("nothing stands in this file")
            finally:
                tap.drain()
                source.digests[path] = meter.digest.hexdigest()
    except FAULTS as error:
        position = last.position + 1 if last and last.position and last.path == path else None
        told = str(error) if isinstance(error, UnreadableError) else f"the file cannot be read to its end: {error}"
        yield Item(path, b"", position, error=told)


def _read_stream(reading: _Reading, stream: io.BufferedReader, path: str) -> Items:
    """The items of a stream, by what it holds."""
    for _ in range(LAYERS):
        inner = unpack(stream, reading.meter)
        if inner is None:
            break
        stream, reading = inner, replace(reading, tap=None)
    yield from _read_format(sniff(head_of(stream), PACKED.sub("", path), reading.source.columns), reading, stream, path)


def _read_format(kind: Format, reading: _Reading, stream: io.BufferedReader, path: str) -> Items:
    columns = reading.source.columns
    match kind:
        case "text" | "page":
            yield _article(stream, path, kind, reading.doc_id)
        case "lines":
            yield from tables.read_lines(stream, path, columns)
        case "json":
            yield from tables.read_json(stream, path, columns)
        case "table":
            yield from tables.read_table(stream, path, columns)
        case "warc":
            yield from warcs.read_warc(stream, path, reading.source)
        case "parquet":
            with reading.whole(stream) as file:
                yield from tables.read_parquet(file, path, columns, reading.meter)
        case "zip":
            with reading.whole(stream) as file:
                yield from _read_members(reading, archives.read_zip(file, reading.meter), path)
        case "tar":
            yield from _read_members(reading, archives.read_tar(stream, reading.meter), path)


def _article(stream: io.BufferedReader, path: str, kind: Kind, doc_id: str) -> Item:
    """A file that is one article."""
    data = read_up_to(stream, RECORD + 1)
    if len(data) > RECORD:
        return Item(path, b"", None, kind, error=f"the file is {TOO_LONG}")
    return Item(path, data, None, kind, hints=(("doc_id", doc_id),))


def _read_members(reading: _Reading, members: archives.Members, path: str) -> Items:
    """The items of an archive's members; one that is damaged gives an item with `error`, and the next one is read."""
    if reading.depth >= archives.DEEPEST:
        raise UnreadableError(f"archives in archives, more than {archives.DEEPEST} deep: not read")
    alone = reading.depth == 0 and len(reading.source.files) == 1
    for member in members:
        inside = label(f"{path}/{member.name}")
        if member.stream is None:
            yield Item(inside, b"", error=member.error)
            continue
        if alone and member.name == METADATA:
            reading.source.metadata, reading.source.problems = read_metadata(read_up_to(member.stream, RECORD), {})
            continue
        doc_id = member.doc_id if alone else f"{reading.doc_id}/{member.doc_id}"
        within, budget = replace(reading, doc_id=doc_id, depth=reading.depth + 1, tap=None), reading.meter
        try:
            yield from _read_stream(within, member.stream, inside)
        except archives.FAULTS as error:
            if budget.is_spent:
                raise
            yield Item(inside, b"", error=f"cannot be read to its end: {error}")
