"""The days of a journey or event: behind it, or before it where it is the news of its sentence."""

from __future__ import annotations

from dataclasses import replace

from vnbilat_lib.doc import Time
from vnbilat_lib.meetings.cues import Row
from vnbilat_lib.meetings.sides import closing
from vnbilat_lib.meetings.when_where import is_dated, is_journey

_OTHERS = ("meets", "meets-with", "encounter", "trip")
_NEXT = 3  # tokens between "bắt đầu" and its journey, words between a journey and its year
_REACH = 24  # words between a journey and its days
_SHORT = 6  # words behind one that frames something else


def find_days(row: Row, at: int, last: int, *, framing: bool) -> tuple[Time, int] | None:
    """The days of a journey or event: behind it, else (where it is the news of its sentence) before it."""
    words, comma = 0, False
    for behind in range(at + 1, len(row)):
        token = row[behind]
        another = token.has("travels") and any(t.who for t in row[last + 1 : behind])  # somebody else's journey
        if behind > last and (token.has("after", "when") or another):
            break  # "là lãnh đạo đầu tiên thăm Pháp sau khi ông B nhậm chức ngày 14/5"
        if token.time and is_dated(token.time) and not _is_vague_year(token.time, words, comma=comma):
            until = token.time.modifier == "until"  # "Trong chuyến thăm Vân Nam kéo dài đến ngày 13/11, A gặp B"
            if token.time.grain == "day" and not until and (comma or framing) and _opens_clause(row, behind):
                break
            if token.time.grain == "day" and comma and not row[behind - 1].is_mark(","):
                break
            return token.time, behind
        whole = token.has("trip") and not framing and not comma and row[behind - 1].has("frame")
        if behind > last and whole and not any(t.who for t in row[last + 1 : behind]):
            return _of_whole(row, behind) or _ahead(row, at, framing=framing)
        there = token.has("encounter") and row[behind - 1].has("attends")  # "thăm Lima để dự cuộc họp thường niên tháng 7"
        other = token.has("report", *_OTHERS) and not there
        if behind > last and (token.is_mark(";:.") or other or (framing and token.is_mark(","))):
            break
        comma = comma or (behind > last and token.is_mark(","))
        words += token.syllables if token.has("text") and behind > last else 0
        if words > (_SHORT if framing else _REACH):
            break
    return _ahead(row, at, framing=framing)


def _of_whole(row: Row, trip: int) -> tuple[Time, int] | None:
    """The year or month of the longer journey that one is part of: "thăm Peru trong chuyến công du Mỹ Latinh năm 2008"."""
    for behind in range(trip + 1, min(trip + _SHORT, len(row))):
        token = row[behind]
        if token.time and is_dated(token.time):
            return (token.time, behind) if token.time.grain in ("month", "year") else None
        if token.is_mark(",;:.") or token.who:
            return None
    return None


def _is_vague_year(time: Time, words: int, *, comma: bool) -> bool:
    """Whether a year is something else's: "kể từ năm 2013", or one told far behind a journey."""
    return time.grain == "year" and (time.modifier == "since" or comma or words > _NEXT)


def _opens_clause(row: Row, at: int) -> bool:
    """Whether the time at token `at` begins another clause: "tiếp tục chuyến thăm Lào, ngày 5/6, A gặp B"."""
    after = at + 1
    while after < len(row) and (closing(row, after) != after or row[after].has("text", "oblique")):
        after = max(closing(row, after), after + 1)
    return after + 1 < len(row) and row[after].is_mark(",")


def _ahead(row: Row, at: int, *, framing: bool) -> tuple[Time, int] | None:
    """The time before a journey: its sentence's own; of a frame only a month or year ("Tháng 7, trong chuyến thăm")."""
    for before in range(at - 1, -1, -1):
        token = row[before]
        if token.is_mark(";") or token.has("report", "meets", "meets-with", "encounter") or (framing and token.who):
            return None
        if token.has("begins", "ends") and not (before >= at - _NEXT and row[at].has("trip", "travels", "goes")):
            return None
        if token.time and token.time.grain == "year" and token.time.modifier == "since":
            return None  # "Từ năm 2008 đến nay, nhóm tổ chức hội nghị"
        if token.time and is_dated(token.time) and not (is_journey(row, before) and any(t.who for t in row[before:at])):
            return None if framing and token.time.grain == "day" else (token.time, before)
    return None


def open_ended(row: Row, at: int, found: tuple[Time, int] | None) -> tuple[Time, int] | None:
    """The days, only the first where the journey begins on a day ("ngày 5/6 bắt đầu"), only the last where it ends."""
    if found is None or found[0].grain != "day":
        return found
    for token in row[max(0, at - 3) : at + 1]:
        if token.has("begins") or (token.has("goes") and (token == row[at] or row[at - 1].has("stop"))):
            return replace(found[0], modifier="since"), found[1]
        if token.has("ends"):
            return replace(found[0], modifier="until"), found[1]
    return found
