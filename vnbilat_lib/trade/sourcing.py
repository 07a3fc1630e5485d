"""Who is named for a figure: "Theo Tổng cục Hải quan, ...", "Đại sứ X cho biết ...", "..., theo Bộ Công Thương"."""

from __future__ import annotations

import re

from vnbilat_lib.doc import Span
from vnbilat_lib.trade.line import Line
from vnbilat_lib.trade.terms import phrases

_CLAUSE_ENDS = re.compile(r"[,;:()]|\.\s|\.$")
_MOST = 90
_LETTERS = re.compile(r"[^\W\d_]")


def attribution(line: Line, anchor: Span) -> Span | None:
    """The words that name a figure's authority or speaker in its sentence, None where none is named."""
    text = line.text
    found = [
        span
        for span, _ in phrases("source").find(text, line.span.start, line.span.end)
        if _opens(text, line.span.start, span.start)
    ]
    before = [span for span in found if span.end <= anchor.start]
    after = [span for span in found if span.start >= anchor.end]
    for span in [*reversed(before), *after[:1]]:
        name = _name(text, span.end, line.span.end)
        if name is not None:
            return name
    for span, _ in phrases("saying").find(text, line.span.start, anchor.start):
        return _speaker(text, line.span.start, span.start)
    return None


def _opens(text: str, start: int, at: int) -> bool:
    """Whether a clause begins at a place, so that "theo" is no verb's complement ("theo hướng cân bằng" is sorted out later)."""
    before = text[start:at].rstrip(" \"'")
    return not before or before[-1] in ",;:(.–-" or text[at].isupper()


def _name(text: str, start: int, end: int) -> Span | None:
    """The name behind "theo", up to its comma; None where it names nobody."""
    stop = _CLAUSE_ENDS.search(text, start, end)
    limit = stop.start() if stop else end
    begin = start + len(text[start:limit]) - len(text[start:limit].lstrip())
    name = text[begin:limit].rstrip()
    if not name or len(name) > _MOST or not any(letter.isupper() for letter in name):
        return None
    return Span(begin, begin + len(name))


def _speaker(text: str, start: int, end: int) -> Span | None:
    """The subject of "cho biết" and the like: from the last comma to the verb."""
    stops = [stop.end() for stop in _CLAUSE_ENDS.finditer(text, start, end)]
    begin = max([start, *stops])
    clause = text[begin:end]
    begin += len(clause) - len(clause.lstrip(" \"'"))
    name = text[begin:end].rstrip()
    letter = _LETTERS.search(name)
    if letter is None or len(name) > _MOST or not name[letter.start()].isupper():
        return None
    return Span(begin, begin + len(name))
