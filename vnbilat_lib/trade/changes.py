"""Growth rates: which rate belongs to which amount, its sign and base."""

from __future__ import annotations

from decimal import Decimal

from vnbilat_lib.doc import Amount, Span
from vnbilat_lib.trade.draft import Change, Period
from vnbilat_lib.trade.line import Line
from vnbilat_lib.trade.periods import is_average, is_base
from vnbilat_lib.trade.terms import Mark, endings, phrase_at, phrases

_HUNDRED = Decimal(100)

# How far before a rate its "tăng", "giảm" may end, and how far behind an amount that word may begin, in characters.
_WORD_REACH = 34
_AFTER_REACH = 70
_BASE_REACH = 50
_VOLUME_REACH = 16
_LEAP_WORDS = 4

# "gấp 2,5 lần năm 2015": the year follows at once.
_AFTER_TIMES = 10

# A metric stands right behind its "tốc độ tăng trưởng", "đạt" before a rate and its hedge.
_GLUED, _BEFORE = 3, 14


def direction(line: Line, left: int, rate: Amount) -> Mark | None:
    """The "tăng" or "giảm" that governs a rate: the last one before it that is near, no other number between."""
    start = rate.span.start
    for mark in reversed(line.changes):
        if mark.kind in {"up", "down"} and left <= mark.span.start and mark.span.end <= start:
            gap = line.text[mark.span.end : start]
            if mark.value == "multiple" and not _multiplied(line, mark, rate):
                continue
            if mark.value == "rate" and _rated(line, mark, start):
                return mark
            blocked = any(head.kind == "block" and mark.span.end <= head.span.start < start for head in line.heads)
            return mark if len(gap) <= _WORD_REACH and not blocked and not any(c in gap for c in ";:()") else None
    return None


def _multiplied(line: Line, mark: Mark, rate: Amount) -> bool:
    """Whether "gấp" tells a growth: "gấp 3 lần so với cùng kỳ"; not "giảm gấp 3 lần", nor "gấp 3 lần Thái Lan"."""
    hedge = rate.hedge.start if rate.hedge else rate.span.start
    if rate.unit != "times" or line.text[mark.span.end : hedge].strip() or endings("down").before(line.text, mark.span.start):
        return False
    end = rate.span.end
    timed = any(time.start is not None and end <= time.span.start <= end + _AFTER_TIMES for time in line.times)
    return timed or by_value(line, rate) or phrase_at(line.text, end, "base") is not None


def _rated(line: Line, mark: Mark, start: int) -> bool:
    """Whether "tốc độ tăng trưởng" stands before its metric and the rate behind "đạt": "tốc độ tăng trưởng xuất khẩu đạt 11%"."""
    heads = [head for head in line.heads if head.kind == "metric" and mark.span.end <= head.span.start <= mark.span.end + _GLUED]
    levels = [other for other in line.changes if other.kind == "level" and start - _BEFORE <= other.span.end <= start]
    return bool(heads and levels) and not set(line.text[mark.span.end : start]) & set(";:()")


def change_of(line: Line, rate: Amount, mark: Mark | None, period: Period | None, right: int) -> Change:
    """A rate as a change: "tăng 3,5 lần" is +250, "giảm một nửa" -50, "giảm 2 lần" -50."""
    sign = -1 if mark and mark.kind == "down" else 1
    value = abs(rate.value)
    if rate.unit == "times":
        pct = (value - 1) * _HUNDRED if sign > 0 else (1 - 1 / value) * _HUNDRED if value else _HUNDRED
    elif rate.unit == "fraction":
        pct = value * _HUNDRED
    else:
        pct = value if rate.value >= 0 or mark else -value
    if rate.value < 0 and mark is None:
        sign, pct = -1, value
    span = Span(mark.span.start if mark else rate.span.start, rate.span.end)
    limit = min(right, line.span.end)
    average = is_average(line, mark.span.start if mark else rate.span.start, rate.span, min(limit, rate.span.end + 24))
    return Change(sign * pct, rate.bound, _base(line, rate.span.end, limit, period), span, average)


def _base(line: Line, start: int, right: int, period: Period | None) -> str | None:
    """What a growth is over, as the words behind it tell: "so với cùng kỳ", "so với năm 2015", "so với tháng trước"."""
    end = min(start + _BASE_REACH, right)
    years = [time for time in line.times if start <= time.span.start < end and time.start is not None]
    if not any(True for _ in phrases("base").find(line.text, start, end)):
        return None
    named = next((rows[0].value for _, rows in phrases("base_kind").find(line.text, start, end)), None)
    if named in {"same_period_last_year", "previous_month"}:
        return named
    if years and years[0].grain == "year" and years[0].start:
        year = years[0].start.year
        if period and period.end and period.end.year - 1 == year:
            whole = period.start and (period.end - period.start).days >= 364
            return "last_year" if whole else "same_period_last_year"
        return f"since:{year}"
    return named


def by_volume(line: Line, rate: Amount) -> bool:
    """Whether a rate is told of the quantity: "giảm 20% về lượng"."""
    end = rate.span.end
    return not by_value(line, rate) and any(
        span.start <= end + 1 for span, _ in phrases("by_volume").find(line.text, end, min(end + _VOLUME_REACH, line.span.end))
    )


def by_value(line: Line, rate: Amount) -> bool:
    """Whether a rate is told of the value, not of the quantity beside it: "tăng 8% về lượng và tăng 12% về kim ngạch"."""
    return phrase_at(line.text, rate.span.end, "by_value") is not None


def rate_before(
    line: Line, head_end: int, amount: Amount, used: set[Span], own: Span | None, *, leap: bool = False
) -> tuple[Amount, Mark] | None:
    """The growth told between a head and its amount: "tăng hơn 17%, đạt 1,56 tỷ", "giảm 5,4% xuống 347 tỷ".

    With `leap`, `amount` is the one from which it grew: "tăng gần 13 lần từ 2,8 tỷ USD lên 35,1 tỷ USD".
    """
    start = amount.hedge.start if amount.hedge else amount.span.start
    for rate in reversed(line.rates):
        if head_end <= rate.span.start and rate.span.end <= start and rate.span not in used and not by_volume(line, rate):
            mark = direction(line, head_end, rate)
            reach = amount.span.start  # "đạt hơn" is the amount's hedge
            levels = [m for m in line.changes if m.kind == "level" and rate.span.end <= m.span.start and m.span.end <= reach]
            heads = [m for m in line.heads if rate.span.end <= m.span.start < start and m.kind == "metric" and m.span != own]
            # the amount was reached before the growth: tăng 25% sau khi đạt 3,8 tỷ
            told = [span for span, _ in phrases("bracketed").find(line.text, rate.span.end, start)]
            earlier = any(not any(span.within(time.span) for time in line.times) for span in told)
            apart = any(
                rate.span.end + 1 < time.span.start
                and time.span.end <= start
                and time.grain == "vague"
                and not is_base(line, time)
                for time in line.times
            )  # "tăng liên tục ở mức 20% trong những năm gần đây, đạt hơn 45 tỷ USD"
            aims = [m for m in line.statuses if rate.span.end <= m.span.start < start and m.value == "strong"]
            levels = [] if apart or aims else levels  # "tăng 10 - 15% và hướng tới mục tiêu 5 tỷ USD"
            close = leap and line.unexplained(rate.span.end, start) <= _LEAP_WORDS
            heads = [] if close else heads  # "tăng gấp đôi kim ngạch giữa hai nước, từ 100 tỷ USD lên 200 tỷ USD"
            return (rate, mark) if mark and (levels or close) and not heads and not earlier else None
    return None


def rate_after(line: Line, amount: Amount, right: int, used: set[Span], own: Span | None) -> tuple[Amount, Mark] | None:
    """The growth told behind an amount and perhaps its head `own`: "đạt 3,8 tỷ USD, tăng 12%", "(934 triệu USD, giảm 9,8%)"."""
    end = amount.span.end
    for rate in line.rates:
        if end <= rate.span.start < right and rate.span not in used:
            mark = direction(line, end, rate)
            if mark is None or by_volume(line, rate):
                continue  # "chiếm 29,7%", "giảm 20% về lượng"
            if mark.span.start - end > _AFTER_REACH and not by_value(line, rate):
                return None
            gap = line.text[end : mark.span.start]
            heads = [
                m
                for m in line.heads
                if end <= m.span.start < mark.span.end
                and m.kind in {"metric", "block"}
                and m.value not in {"share", "volume"}
                and not (m.kind == "block" and by_value(line, rate))
                and m.span != own
            ]
            comma = line.text.find(",", end, mark.span.start)
            parties = [p for p in line.parties if 0 <= comma < p.span.start < mark.span.start and not p.both]
            return (rate, mark) if not (";" in gap or heads or parties) else None
    return None
