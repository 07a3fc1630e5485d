"""An item's bytes become an article, or a problem that says why they do not."""

from __future__ import annotations

import json
from typing import Any

from vnbilat_lib.doc import Article
from vnbilat_lib.sources import pages
from vnbilat_lib.sources.columns import find_columns, without_text
from vnbilat_lib.sources.days import find_day
from vnbilat_lib.sources.encodings import decode, repair
from vnbilat_lib.sources.items import LONGEST_NAME, Item, Problem, plain, whole

Fields = dict[str, str]
TEXTS = frozenset({"text", "html", "lead", "title"})
METADATA_COLUMNS = ("published", "outlet", "url", "title")


def parse(item: Item) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article of `item` with what was wrong about it; no article where nothing can be coded.

    >>> parse(Item("a.txt", "Chiều 15/8, Phó Thủ tướng tiếp Đại sứ.".encode()))[0].text
    'Chiều 15/8, Phó Thủ tướng tiếp Đại sứ.'
    >>> parse(Item("b.txt", b""))[1][0].error
    'the file is empty'
    """
    if item.error is not None:
        return None, (Problem(item.path, None, item.position, "source", _told(item.error)),)
    doc_id = None if item.kind == "record" else _doc_id(item, {})
    try:
        fields = _fields(item)
        doc_id = _doc_id(item, fields)
        _settle_text(item, fields)
    except (ValueError, RecursionError) as error:
        return None, (Problem(item.path, doc_id, item.position, "source", _told(error)),)
    return _article(item, doc_id, dict(item.hints) | fields | dict(item.metadata))


def _told(error: object) -> str:
    """What went wrong, in one line."""
    return plain(" ".join(str(error).split()))[:LONGEST_NAME]


def identify(item: Item) -> str:
    """The doc_id of an item, without a look at its text; "" where it has none that can be read."""
    if item.kind != "record":
        return _doc_id(item, {})
    try:
        return _doc_id(item, _of_record(item))
    except (ValueError, RecursionError):
        return ""


def _doc_id(item: Item, fields: Fields) -> str:
    """The id that the record or its file gives; else its place."""
    name = fields.get("doc_id") or (f"{item.path}#{fields['id']}" if "id" in fields else None)
    return plain(name or dict(item.hints).get("doc_id") or item.place)[:LONGEST_NAME]


def _fields(item: Item) -> Fields:
    if item.kind == "record":
        return _of_record(item)
    text = decode(item.data)
    if not text.strip():
        raise ValueError("the file is empty" if item.position is None else "the record is empty")
    if item.kind == "text":
        return {"text": text}
    try:
        return pages.read_page(text)
    except Exception as error:
        raise ValueError(f"the page cannot be read: {type(error).__name__}: {' '.join(str(error).split())[:200]}") from error


def _of_record(item: Item) -> Fields:
    """The fields of an object of JSON, by its columns."""
    record = _json(item.data)
    if not isinstance(record, dict):
        raise ValueError('the line must be an object such as {"doc_id": ..., "text": ...}')  # noqa: TRY004 - of the data
    columns = find_columns(tuple(record), item.columns)
    if "text" not in columns and "html" not in columns:
        raise ValueError(without_text(record))
    fields = {field: _cell(record[name], number=field not in TEXTS) for field, name in columns.items()}
    return {field: text for field, text in fields.items() if text}


def _json(data: bytes) -> Any:
    try:
        try:
            return json.loads(data)
        except UnicodeDecodeError:
            return json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not a line of JSON: {error}") from error


def _cell(value: object, *, number: bool) -> str:
    """A cell as text, or as a number where one may stand: paragraphs in a list become lines; anything else is no text."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = "\n".join(value)
    if not isinstance(value, str) and (isinstance(value, bool) or not number or not isinstance(value, int | float)):
        return ""
    return whole(str(value)) if str(value).strip() else ""


def _settle_text(item: Item, fields: Fields) -> None:
    """Leaves in `fields` the plain text, behind its lead; raises ValueError where there is none."""
    text, page = fields.get("text", ""), fields.pop("html", "")
    if item.kind == "record":
        if not text and pages.is_page(page):
            fields.update(pages.read_page(repair(page)) | {key: fields[key] for key in fields if key != "text"})
            text = fields.get("text", "")
        text = repair(text or page)
        text = pages.strip_markup(text) if pages.has_markup(text) else text
        lead = fields.pop("lead", "").strip()
        if lead and lead[:60] not in text[: len(lead) + 500]:
            text = f"{repair(lead)}\n{text}"
        fields |= {name: repair(fields[name]) for name in ("title", "outlet") if name in fields}
    if not text.strip():
        raise ValueError("the article has no text" if item.kind != "page" else "no article was found on this page")
    fields["text"] = text


def _article(item: Item, doc_id: str, fields: Fields) -> tuple[Article, tuple[Problem, ...]]:
    """The article of its fields; a date that cannot be read is a problem, the article stays."""
    published, problems = None, list[Problem]()
    if fields.get("published"):
        try:
            published = find_day(fields["published"])
        except ValueError as error:
            problems.append(Problem(item.path, doc_id, item.position, "metadata", _told(error)))
    url, outlet = (plain(fields.get(name) or "") or None for name in ("url", "outlet"))
    if outlet is None and url and item.kind == "page":
        outlet = pages.host_of(url) or None
    title = whole(fields.get("title") or "").strip() or None
    return Article(doc_id, fields["text"], title, published, url, outlet, item.path), tuple(problems)
