"""Which column of a file holds what: by the names that researchers and newspapers use, or by those that a user gives."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from vnbilat_lib import lexicon
from vnbilat_lib.errors import UsageError
from vnbilat_lib.sources.items import Columns

USUAL = 5_000  # letters of all names of a record
FIELDS = ("doc_id", "id", "text", "html", "title", "published", "url", "outlet", "lead", "path")


def check_columns(given: Mapping[str, str] | None) -> Columns:
    """The columns that a user gives, field by field; raises UsageError for a field that there is not."""
    for field in given or {}:
        if field not in FIELDS:
            raise UsageError(f"--columns {field}: there is no such field; choose of {', '.join(FIELDS)}")
    return tuple((given or {}).items())


def find_columns(names: tuple[str, ...], given: Columns = ()) -> dict[str, str]:
    """The name of the column of each field that a file has; what the user gives goes before.

    >>> find_columns(("ID", "Tiêu đề", "Noi_dung", "publishedAt"))
    {'id': 'ID', 'text': 'Noi_dung', 'title': 'Tiêu đề', 'published': 'publishedAt'}
    """
    usual = sum(map(len, names)) < USUAL  # the records of a file have the same few sets of names; endless ones are not remembered
    return (_find_columns if usual else _find_columns.__wrapped__)(names, given)


@lru_cache(maxsize=256)
def _find_columns(names: tuple[str, ...], given: Columns) -> dict[str, str]:
    by_key = {to_key(name): name for name in reversed(names)}
    found = {field: name for field, name in ((field, _named(name, names, by_key)) for field, name in given) if name is not None}
    for row in lexicon.column_names():
        name = by_key.get(to_key(row.name))
        if name is not None and row.field not in found and name not in found.values():
            found[row.field] = name
    return found


def _named(name: str, names: Iterable[str], by_key: dict[str, str]) -> str | None:
    return name if name in names else by_key.get(to_key(name))


def to_key(name: str) -> str:
    """A column's name as it is compared: letters and digits without case or marks.

    >>> to_key("Nội dung") == to_key("noi_dung") == to_key("NoiDung")
    True
    """
    return _to_key(name[:100])


@lru_cache(maxsize=1024)
def _to_key(name: str) -> str:
    plain = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    return "".join(char for char in plain if char.isalnum())


def without_text(names: Iterable[str]) -> str:
    """What to tell a user whose file has no column that is known as the text."""
    shown = ", ".join(str(name)[:40] for name in list(names)[:12])
    return f"no column is known as the article's text (there are: {shown}); name it, such as --columns text=NAME"
