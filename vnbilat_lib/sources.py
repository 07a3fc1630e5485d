"""Articles from files: what a folder or file holds, its encoding and metadata, and what could not be read."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import os
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import IO, cast

from vnbilat_lib.doc import Article
from vnbilat_lib.errors import UsageError, VnbilatError

METADATA = "metadata.csv"
METADATA_COLUMNS = ("published", "outlet", "url", "title")
HANOI = timezone(timedelta(hours=7))
# read besides articles in a crawl's folder, never articles themselves
IGNORED = re.compile(r"^(?:\..*|README.*|LICENSE.*|CITATION.*|Thumbs\.db|desktop\.ini)$", re.IGNORECASE)
LINES = (".jsonl", ".jsonl.gz")
FORMATS = ".txt, .jsonl and .jsonl.gz"

SURROGATE = re.compile("[\ud800-\udfff]")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or coded. `path` is relative to the source, `position` a line, counted from 1."""

    path: str | None
    doc_id: str | None
    position: int | None
    stage: str
    error: str


@dataclass(frozen=True, slots=True)
class Item:
    """One article's bytes as they stand in a file: the whole of a .txt, one line of a .jsonl (then `position` is its line).

    `path` is for reading: what no text file can hold of a file's name is replaced.
    """

    path: str
    data: bytes
    position: int | None = None
    metadata: tuple[tuple[str, str], ...] = ()
    error: str | None = None


@dataclass(slots=True)
class Source:
    """A folder or file of articles, read once from first to last; `problems`, `digests` and `read` fill as it is read.

    `digests` are the SHA-256 of each file; `read` of `size` bytes on disk have been read so far.
    """

    root: Path
    files: tuple[str, ...]
    size: int
    metadata: dict[str, dict[str, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)
    read: int = 0

    def path(self, name: str) -> Path:
        """Where the file called `name` in this source lies."""
        return self.root / name if self.root.is_dir() else self.root


def open_source(path: str | Path) -> Source:
    """The source at `path`; raises VnbilatError where there is nothing to read."""
    root = Path(path)
    if not root.exists():
        raise UsageError(f"{root}: no such folder or file; give a folder of {FORMATS} files, or one such file")
    if not root.is_dir():
        if not is_readable(root.name):
            raise UsageError(f"{root}: this format is not read; give a folder of {FORMATS} files, or one such file")
        return Source(root, (root.name,), root.stat().st_size)
    names = tuple(_names(root))
    files = tuple(name for name in names if is_readable(name))
    source = Source(root, files, sum(_size(root / name) for name in files))
    if not files:
        raise VnbilatError(f"{root}: no articles here; put {FORMATS} files into the folder")
    source.problems += [
        Problem(whole(name), None, None, "source", f"this format is not read: save it as one of {FORMATS}")
        for name in names
        if not is_readable(name) and name != METADATA
    ]
    if (root / METADATA).is_file():
        source.metadata = _read_metadata(source)
    return source


def is_readable(name: str) -> bool:
    """Whether a file of this name can hold articles.

    >>> is_readable("2017/news.jsonl.gz"), is_readable("page.pdf")
    (True, False)
    """
    return name.lower().endswith((".txt", *LINES))


def _names(root: Path) -> list[str]:
    """The files under `root` as relative paths, in an order that no file system or locale changes."""
    found = []
    for folder, subfolders, files in os.walk(root):
        subfolders[:] = [name for name in subfolders if not IGNORED.match(name)]
        here = Path(folder).relative_to(root)
        found += [(here / name).as_posix() for name in files if not IGNORED.match(name)]
    return sorted(found)


def read_items(source: Source) -> Iterator[Item]:
    """The articles' bytes in order. A file that cannot be opened, or breaks off, gives an item with `error`."""
    for name in source.files:
        before = source.read
        try:
            if not source.path(name).is_file():  # a broken link, a named pipe
                yield Item(whole(name), b"", error="not a file that can be read")
            elif name.lower().endswith(LINES):
                yield from _lines(source, name)
            else:
                data = source.path(name).read_bytes()
                source.digests[whole(name)] = _sha256(data)
                yield Item(whole(name), data, metadata=_known(source, whole(Path(name).stem)))
        except (OSError, EOFError, zlib.error) as error:
            yield Item(whole(name), b"", error=f"the file cannot be read to its end: {error}")
        source.read = before + _size(source.path(name))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _known(source: Source, doc_id: str) -> tuple[tuple[str, str], ...]:
    return tuple(source.metadata.get(doc_id, {}).items())


def _lines(source: Source, name: str) -> Iterator[Item]:
    """The lines of a .jsonl file, gzipped or not, as UTF-8 bytes; the metadata of its articles travel with each line."""
    before = source.read
    with source.path(name).open("rb") as disk:
        source.digests[whole(name)] = hashlib.file_digest(disk, "sha256").hexdigest()
        disk.seek(0)
        stream = cast("IO[bytes]", gzip.GzipFile(fileobj=disk)) if name.lower().endswith(".gz") else disk
        for number, line in enumerate(_utf8(stream), 1):
            source.read = before + disk.tell()
            if line.strip():
                yield Item(whole(name), line, number, _known(source, _quick_id(line)) if source.metadata else ())


def _utf8(stream: IO[bytes]) -> Iterable[bytes]:
    """The lines of a byte stream without byte order mark; UTF-16, which some shells write, becomes UTF-8."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream))
    head = buffered.peek(4)[:4]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return (line.encode("utf-8", "replace") for line in io.TextIOWrapper(buffered, "utf-16", errors="replace", newline="\n"))
    if head[:3] == b"\xef\xbb\xbf":
        buffered.read(3)
    return buffered


def _quick_id(line: bytes) -> str:
    """The doc_id of a line, "" where it has none."""
    try:
        return str(json.loads(line)["doc_id"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""


def parse(item: Item) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article of `item` with what was wrong about it; no article where nothing can be coded.

    >>> parse(Item("a.txt", "Chiều 15/8, Phó Thủ tướng tiếp Đại sứ.".encode()))[0].doc_id
    'a'
    >>> parse(Item("b.txt", b""))[1][0].error
    'the file is empty'
    """
    if item.error is not None:
        return None, (Problem(item.path, None, item.position, "source", item.error),)
    return _parse_text(item) if item.position is None else _parse_line(item)


def _parse_text(item: Item) -> tuple[Article | None, tuple[Problem, ...]]:
    doc_id = Path(item.path).stem
    try:
        text = decode(item.data)
    except ValueError as error:
        return None, (Problem(item.path, doc_id, None, "source", str(error)),)
    if not text.strip():
        return None, (Problem(item.path, doc_id, None, "source", "the file is empty"),)
    return _with_metadata(Article(doc_id, text, path=item.path), dict(item.metadata), item)


def _parse_line(item: Item) -> tuple[Article | None, tuple[Problem, ...]]:
    try:
        record = json.loads(item.data)
    except (ValueError, RecursionError) as error:
        return None, (Problem(item.path, None, item.position, "source", f"not a line of JSON: {error}"),)
    if not isinstance(record, dict) or record.get("doc_id") in (None, ""):
        wrong = 'the line must be an object with "doc_id" and "text"'
        return None, (Problem(item.path, None, item.position, "source", wrong),)
    doc_id, text = _plain(record["doc_id"]), record.get("text")
    if not isinstance(text, str) or not text.strip():
        return None, (Problem(item.path, doc_id, item.position, "source", "the article has no text"),)
    known = {key: _plain(record[key]) for key in METADATA_COLUMNS if record.get(key) not in (None, "")}
    return _with_metadata(Article(doc_id, whole(text), path=item.path), known | dict(item.metadata), item)


def _plain(value: object) -> str:
    return whole(str(value)).strip()


def whole(text: str) -> str:
    r"""`text` with each lone surrogate, which no file can hold, as U+FFFD: the length stays.

    >>> whole("Vân\ud800Nam") == "Vân\ufffdNam"
    True
    """
    return SURROGATE.sub("\ufffd", text)


def _with_metadata(article: Article, known: dict[str, str], item: Item) -> tuple[Article, tuple[Problem, ...]]:
    """The article with what is known from outside its text; a date that cannot be read is a problem, the article stays."""
    published, problems = None, []
    if known.get("published"):
        try:
            published = parse_day(known["published"])
        except ValueError as error:
            problems.append(Problem(item.path, article.doc_id, item.position, "metadata", str(error)))
    title, url, outlet = (known.get(key) or None for key in ("title", "url", "outlet"))
    return replace(article, published=published, title=title, url=url, outlet=outlet), tuple(problems)


def parse_day(text: str) -> date:
    """The day in Hanoi of an ISO 8601 day or moment; raises ValueError where it is neither.

    >>> parse_day("2017-02-09T20:30:00Z")
    datetime.date(2017, 2, 10)
    """
    cleaned = text.strip()
    try:
        if ISO_DAY.fullmatch(cleaned):
            return date.fromisoformat(cleaned)
        if ISO_DAY.match(cleaned):
            moment = datetime.fromisoformat(cleaned)
            return (moment.astimezone(HANOI) if moment.tzinfo else moment).date()
    except (ValueError, OverflowError):
        pass
    raise ValueError(f"published must be a day such as 2017-02-10, not {cleaned[:40]!r}")


def as_day(value: date | str | None) -> date | None:
    """A day that a user gives as a date or as ISO text; raises VnbilatError where the text is no day."""
    if not isinstance(value, str):
        return value.date() if isinstance(value, datetime) else value
    try:
        return parse_day(value)
    except ValueError as error:
        raise UsageError(f"{value!r} is not a day; write it as 2017-02-10") from error


def decode(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or a legacy encoding; raises ValueError where it is no text.

    Order: byte order mark, UTF-8, UTF-16 without a mark, then charset-normalizer's guess (windows-1258 above all).

    >>> decode("Đại sứ".encode("utf-16"))
    'Đại sứ'
    """
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe\0\0", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return whole(data.decode(encoding, "replace"))
    if b"\0" in data:
        return _decode_with_nul(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(data)


def _decode_with_nul(data: bytes) -> str:
    """Text that holds NUL: UTF-16, where every other byte of Latin letters is one, or a stray one in UTF-8; else a binary."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if max(even, odd) > 0.2 * (len(data) / 2) and min(even, odd) < 0.02 * len(data):
        try:
            return whole(data.decode("utf-16-be" if even > odd else "utf-16-le"))
        except UnicodeDecodeError:
            pass
    if even + odd <= 0.01 * len(data):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    raise ValueError("not a text but a binary file; save the article as UTF-8 text")


def _decode_legacy(data: bytes) -> str:
    from charset_normalizer import from_bytes

    guess = from_bytes(data).best()
    if guess is None:
        raise ValueError("the encoding cannot be told; save the article as UTF-8 text")
    return whole(data.decode(guess.encoding))


def _read_metadata(source: Source) -> dict[str, dict[str, str]]:
    """metadata.csv by doc_id: what is known from outside the text. A row that cannot be used is a problem."""
    data = source.path(METADATA).read_bytes()
    source.digests[METADATA] = _sha256(data)
    try:
        text = decode(data)
    except ValueError as error:
        raise VnbilatError(f"{source.path(METADATA)}: {error}") from error
    header = text.split("\n", 1)[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=header.count))
    if "doc_id" not in (reader.fieldnames or ()):
        raise VnbilatError(f"{source.path(METADATA)}:1: the columns must be doc_id, published, outlet, url; doc_id is missing")
    known: dict[str, dict[str, str]] = {}
    for row in reader:
        doc_id = (row.get("doc_id") or "").strip()
        if not doc_id or doc_id in known:
            wrong = f"the doc_id {doc_id!r} stands twice" if doc_id else "the row has no doc_id"
            source.problems.append(Problem(METADATA, doc_id or None, reader.line_num, "metadata", wrong))
            continue
        known[doc_id] = {key: row[key].strip() for key in METADATA_COLUMNS if row.get(key) and row[key].strip()}
    return known
