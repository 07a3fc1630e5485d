"""Persons, meetings and trade figures in Vietnamese news about bilateral relations, each with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vnbilat_lib.doc import Article, Doc
from vnbilat_lib.errors import VnbilatError

if TYPE_CHECKING:
    from datetime import date

    from vnbilat_lib.scoring import score
    from vnbilat_lib.study import Study, extract, read

__all__ = ["Article", "Doc", "Study", "VnbilatError", "analyze", "extract", "read", "score"]

_ROOMS = {"Study": "study", "extract": "study", "read": "study", "score": "scoring"}


def __getattr__(name: str) -> Any:
    """What needs pandas is imported when it is first asked for."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def analyze(
    text: str | Article,
    *,
    published: date | str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    doc_id: str = "text",
) -> Doc:
    """The article with the persons, meetings, trade figures, times, amounts and places that it tells of.

    `published` is the day on which it came out in Hanoi (a date or ISO text), which relative words ("hôm qua") need.

    >>> doc = analyze("Chiều 15/8, Phó Thủ tướng Trần Lưu Quang tiếp Bí thư Tỉnh ủy Vân Nam Vương Ninh.", published="2023-08-16")
    >>> doc.doc_id, doc.article.published
    ('text', datetime.date(2023, 8, 16))
    """
    from vnbilat_lib import pipeline
    from vnbilat_lib.sources import as_day, whole

    if not isinstance(text, Article):
        text = Article(doc_id, whole(text), title=title, published=as_day(published), outlet=outlet, url=url)
    return pipeline.analyze(text)
