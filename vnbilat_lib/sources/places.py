"""Where a source lies: a folder, a file, a pattern of names, or an address that fsspec knows; its files and how to open them."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any, cast

from vnbilat_lib.errors import UsageError, VnbilatError
from vnbilat_lib.sources.streams import UnreadableError

METADATA = "metadata.csv"
# read besides articles in a crawl's folder, never articles themselves
IGNORED = re.compile(r"^(?:\.[^.].*|README.*|LICENSE.*|CITATION.*|Thumbs\.db|desktop\.ini|__MACOSX|_SUCCESS)$", re.IGNORECASE)
_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]{1,20}(?:::|://)")
_MAGIC = re.compile(r"[*?\[]")
_ENDINGS = re.compile(
    r"\.(?:gz|zst|bz2|xz|zip|txt|text|html?|xhtml|jsonl|ndjson|json|csv|tsv|parquet|warc)$",
    re.IGNORECASE,
)
FORMATS = "text, HTML, JSON Lines, CSV, Parquet or WARC"


@dataclass(frozen=True, slots=True)
class Place:
    """Files by name: `names` in an order that no file system or locale changes; `size` and `open` take such a name."""

    names: tuple[str, ...]
    size: Callable[[str], int]
    open: Callable[[str], IO[bytes]]


def find_place(address: str | os.PathLike[str]) -> Place:
    """The files at `address`; raises UsageError where there is nothing to read."""
    text = os.fspath(address)
    if _ADDRESS.match(text):
        return _remote(text)
    root = Path(text)
    if root.is_dir():
        return _local(root, _walk(root))
    if root.exists():
        return Place((root.name,), lambda _: _size_of(root), lambda _: root.open("rb"))
    if _MAGIC.search(text):
        return _matching(text)
    raise UsageError(f"{text}: no such folder or file; give a folder of articles, or one file ({FORMATS})")


def name_of(address: str | os.PathLike[str]) -> str:
    """What a source is called: its last name without endings.

    >>> name_of("news/2017.jsonl.gz"), name_of("s3://crawl/tin-*.warc.gz"), name_of("news/*.txt")
    ('2017', 'tin', 'news')
    """
    text = os.fspath(address)
    path = text.rstrip("/") if _ADDRESS.match(text) else Path(text).resolve().as_posix()
    for part in reversed(path.split("://")[-1].split("/")):
        name = _MAGIC.split(without_ending(part))[0].rstrip("-_. ") if _MAGIC.search(part) else without_ending(part)
        if name:
            return name
    return "source"


def without_ending(name: str) -> str:
    """A file's name without the endings that tell formats.

    >>> without_ending("2017/tin.txt"), without_ending("a.html.gz"), without_ending("bài 1.2")
    ('2017/tin', 'a', 'bài 1.2')
    """
    while (ending := _ENDINGS.search(name)) and ending.start() and name[ending.start() - 1] != "/":
        name = name[: ending.start()]
    return name


def ids_of(names: Iterable[str]) -> dict[str, str]:
    """The doc_id of each file that is one article: its path without ending; with it where two would have the same.

    >>> ids_of(["2017/a.txt", "b.txt", "b.html"])
    {'2017/a.txt': '2017/a', 'b.txt': 'b.txt', 'b.html': 'b.html'}
    """
    shorter = {name: without_ending(name) for name in names}
    seen, twice = set[str](), set[str]()
    for short in shorter.values():
        (twice if short in seen else seen).add(short)
    return {name: name if short in twice else short for name, short in shorter.items()}


def _walk(root: Path) -> list[str]:
    """The files under `root` as relative paths; not those that vnbilat wrote there."""
    found = []
    for folder, subfolders, files in os.walk(root):
        here = Path(folder)
        if here != root and (here / "run.json").is_file() and (here / "dataset").is_dir():
            subfolders.clear()
            continue
        subfolders[:] = [name for name in subfolders if not IGNORED.match(name)]
        found += [(here.relative_to(root) / name).as_posix() for name in files if not IGNORED.match(name)]
    return found


def _local(root: Path, names: list[str]) -> Place:
    if not names:
        raise VnbilatError(f"{root}: no articles here; put files into the folder ({FORMATS})")
    return Place(tuple(sorted(names)), lambda name: _size_of(root / name), lambda name: _open_file(root / name))


def _matching(pattern: str) -> Place:
    """The files that a pattern names ("news/2017-*.jsonl.gz", "news/**/*.txt"), relative to its folder without wildcard."""
    parts = Path(pattern).parts
    fixed = next(number for number, part in enumerate(parts) if _MAGIC.search(part))
    root = Path(*parts[:fixed])
    found = [Path(name) for name in glob.iglob(pattern, recursive=True)]  # noqa: PTH207 - Path.glob takes no absolute pattern
    names = [path.relative_to(root).as_posix() for path in found if not path.is_dir() and not IGNORED.match(path.name)]
    if not names:
        raise UsageError(f"{pattern}: no file has such a name; quote the pattern, so that the shell leaves it alone")
    return _local(root, names)


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _open_file(path: Path) -> IO[bytes]:
    if not path.is_file():  # a broken link, a named pipe
        raise UnreadableError("not a file that can be read")
    return path.open("rb")


def _remote(address: str) -> Place:
    """The files at an address that fsspec knows: s3://..., gs://..., https://..., memory://..."""
    import fsspec

    try:
        system, path = fsspec.core.url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise UsageError(f"{address}: {error}. Install the driver beside vnbilat, such as: pip install s3fs") from error
    try:
        paths = system.glob(path) if _MAGIC.search(path) else [path]
        found = {name: about for each in paths for name, about in system.find(each, detail=True).items()}
        sizes = {name: int(about.get("size") or 0) for name, about in found.items()}
    except Exception as error:  # each driver has faults of its own
        raise VnbilatError(f"{address}: cannot be listed: {' '.join(str(error).split())[:300]}") from error
    root = os.path.commonpath([str(Path(name).parent) for name in found]) if found else ""
    short = {name.removeprefix(root).lstrip("/"): name for name in found if not is_ignored(name.removeprefix(root))}
    if not short:
        raise UsageError(f"{address}: no articles there; give a folder, a file or a pattern")
    return Place(tuple(sorted(short)), lambda name: sizes[short[name]], partial(_open_remote, system, short))


def is_ignored(path: str) -> bool:
    """Whether a file is none of the articles, by its name or its folders'."""
    return any(IGNORED.match(part) for part in path.split("/") if part)


def _open_remote(system: Any, paths: dict[str, str], name: str) -> IO[bytes]:
    return cast("IO[bytes]", system.open(paths[name], "rb"))
