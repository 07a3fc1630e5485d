"""The period that a figure covers, and whether it was reached, is aimed at or foreseen."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from vnbilat_lib.doc import FigureStatus, Span, Time
from vnbilat_lib.trade.context import Context
from vnbilat_lib.trade.draft import Head, Period
from vnbilat_lib.trade.line import Line
from vnbilat_lib.trade.terms import endings, phrase_at, phrases

_PERIODS = frozenset({"month", "quarter", "half", "year", "years", "period"})

# A period behind a comma that ends the clause: "trị giá 6,7 tỷ USD, trong năm 2023."
_TRAILING = re.compile(r",? \(?")
_ENDS = re.compile(r"\)?\s?(?:[.;,]|$)")

# Two months, or two years, differ by so much.
_MONTHS_DIFFER = timedelta(days=3)

_LAST = 12

# How far around an amount "mỗi năm", "bình quân", "/năm" may stand.
_NEAR = 40


def find_period(line: Line, left: int, amount: Span, right: int, head: Head, carried: Period | None) -> Period:
    """The period told behind an amount, else before it back to `left`, else the one carried over.

    A flow "tính đến hết tháng 11/2016" runs from January; a stock of investment has only its end.
    """
    behind = [time for time in line.times if amount.end <= time.span.start and time.span.end <= right]
    before = [time for time in line.times if left <= time.span.start and time.span.end <= amount.start]
    now = [span for span, _ in phrases("now").find(line.text, left, amount.start)]
    behind = behind or [time for time in line.times if right <= time.span.start and _trails(line.text, right, time.span)]
    told = [period for time in behind if (period := _as_period(line, time, head)) is not None]
    for period in sorted(told, key=lambda one: one.end is None):  # "mỗi năm vào năm 2020"
        return period
    for time in reversed(before):
        if now and time.span.end <= now[-1].start:
            break
        if endings("event").before(line.text, time.span.start) or _in_passing(line, left, time, amount.start):
            continue  # "hồi tháng trước"
        if time.grain == "years" and head.span and ";" in line.text[time.span.end : head.span.start]:
            continue  # "Chương trình hành động giai đoạn 2026-2030; phấn đấu đưa kim ngạch ..."
        period = _as_period(line, time, head)
        if period is not None:
            return period
    if now:
        return Period(span=now[-1], stated=True)
    if is_average(line, left, amount, right):
        return Period(stated=True, average=True)
    if carried:
        return _raised(line, head, replace(carried, span=None))
    return next((period for time in line.times if (period := _of_whole(line, amount, time))), Period())


def _in_passing(line: Line, left: int, time: Time, end: int) -> bool:
    """Whether a bracket before an amount tells something else of a time: "đứng thứ hai (năm ngoái thứ tám), chi 65 triệu USD"."""
    close = line.text.find(")", time.span.end, end)
    opened = line.text.rfind("(", left, time.span.start) > line.text.rfind(")", left, time.span.start)
    return close >= 0 and opened and line.unexplained(time.span.end, close) > 0


def _of_whole(line: Line, amount: Span, time: Time) -> Period | None:
    """The period of the whole of which an amount is a share: "7 tỷ USD, chiếm 30% tổng vốn đầu tư trong 9 tháng"."""
    inside = any(time.span.within(whole) and amount.end <= whole.start for whole in line.aside)
    return period_of(line, time) if inside else None


def _raised(line: Line, head: Head, carried: Period) -> Period:
    """A carried month, as its year's months so far where a sum is told: "tháng 8 đạt 3 tỷ USD, đưa kim ngạch lên 22 tỷ USD"."""
    start, end = carried.start, carried.end
    if not (start and end and head.span) or (start.year, start.month) != (end.year, end.month):
        return carried
    raised = endings("raises").before(line.text, head.span.start)
    return replace(carried, start=date(end.year, 1, 1)) if raised and head.metric != "investment" else carried


def _trails(text: str, right: int, time: Span) -> bool:
    """Whether a period stands alone between the comma that ends a clause and the next one."""
    word = endings("period_word").before(text, time.start)
    start = word[0].start if word else time.start
    if text[right:start].strip() == "(" and text[time.end : time.end + 1] == ")":
        return True  # "từ 4,1 tỷ USD (năm 2000) lên gần 50 tỷ USD (năm 2020)"
    return bool(_TRAILING.fullmatch(text, right, start) and _ENDS.match(text, time.end))


def is_average(line: Line, left: int, amount: Span, right: int) -> bool:
    """Whether an amount is so much a year: "trung bình 3 tỷ USD", "3 tỷ USD/năm"."""
    start, end = max(left, amount.start - _NEAR), min(max(right, amount.end + 12), line.span.end)
    text = line.text
    return any(True for _ in phrases("average").find(text, start, amount.start)) or any(
        span.start < amount.end + _NEAR for span, _ in phrases("average").find(text, amount.end, end)
    )


def is_base(line: Line, time: Time) -> bool:
    """Whether a time is only what a growth is measured from: "so với năm 2015", "kể từ năm 2011", "cùng kỳ năm ngoái"."""
    if endings("base").before(line.text, time.span.start):
        return True
    first = next(iter(phrases("base").find(line.text, time.span.start, time.span.end)), None)
    opens = time.span.start == line.span.start and time.end is not None  # "Cùng kỳ năm 2023, nước này nhập khẩu ..."
    return first is not None and first[0].start == time.span.start and not opens


def year_before(period: Period) -> Period:
    """The same months a year earlier ("tăng 25%, từ 4 lên 5 tỷ USD"); an open period where it is none within a year."""
    start, end = period.start, period.end
    if start is None or end is None or start.year != end.year or start.day != 1:
        return Period(stated=True)
    last = monthrange(end.year - 1, end.month)[1] if (end + timedelta(days=1)).day == 1 else end.day
    return replace(period, start=date(start.year - 1, start.month, 1), end=date(end.year - 1, end.month, min(end.day, last)))


def one_year(period: Period, *, first: bool) -> Period:
    """The first or the last year of a period of several."""
    assert period.start
    assert period.end
    if first:
        return replace(period, end=date(period.start.year, 12, 31))
    return replace(period, start=date(period.end.year, 1, 1))


def period_before(period: Period, main: Period) -> Period:
    """A month or year told as the one before another: "tháng 5 là 18 tỷ USD, so với 20 tỷ USD của tháng trước"."""
    start, end, first = period.start, period.end, main.start
    if not (start and end and first and main.end) or abs((main.end - first) - (end - start)) > _MONTHS_DIFFER:
        return period
    if (start.year, start.month) == (end.year, end.month):
        last = first - timedelta(days=1)
        return replace(period, start=last.replace(day=1), end=last)
    return replace(period, start=year_before(main).start, end=year_before(main).end)


def period_of(line: Line, time: Time) -> Period | None:
    """A time as the period of a flow with both its days; None where it is none."""
    period = _as_period(line, time, Head("trade"))
    return period if period and period.start and period.end else None


def _as_period(line: Line, time: Time, head: Head) -> Period | None:
    """A time as a figure's period; None where it is none (a day, the base of a growth, "từ năm 2005")."""
    if is_base(line, time):
        return None
    until = time.modifier == "until" and time.end is not None
    if time.start is None and time.end is None:
        often = phrase_at(line.text, time.span.start, "average") is not None  # "hàng năm"
        return Period(span=time.span, stated=True, average=often) if time.grain in {"vague", *_PERIODS} else None
    if until and time.end is not None:
        start = time.start if time.modifier == "since" else None
        if head.metric != "investment":
            start = date(time.end.year, 1, 1)
        return Period(start, time.end, time.span, stated=True, until=True, basis=time.basis)
    if time.grain not in _PERIODS or (time.modifier == "since" and time.end is None):
        return None
    return Period(time.start, time.end, time.span, stated=True, basis=time.basis)


def told_alone(line: Line, period: Period, main: Period | None, before: Period | None) -> bool:
    """Whether a period is told for its own sentence only, the next one keeping that `before`: "riêng tháng 6/2021"."""
    if period.span is None:
        return main is not None and before is not None and period.end == before.end
    if before is None:
        return False
    if phrase_at(line.text, period.span.start, "base"):
        return True  # "Cùng kỳ năm 2023, nước này nhập khẩu ..."
    word = endings("period_word").before(line.text, period.span.start)
    return endings("alone").before(line.text, word[0].start if word else period.span.start) is not None


def find_status(
    line: Line, left: int, amount: Span, period: Period, context: Context, carried: FigureStatus | None
) -> FigureStatus:
    """Target, forecast or actual by the cues between `left` and the amount.

    "phấn đấu", "mục tiêu" make a target at once; "đưa ... lên", "nhất trí nâng" unless the period is over or "đã" stands before;
    "dự kiến", "sẽ" a forecast of what is not over.
    """
    if endings("base").before(line.text, amount.start):
        return "actual"  # "so với mức 65 tỷ USD hiện nay"
    over = bool(period.end and context.today and period.end < context.today)
    stop = _clause_start(line, left, amount.start)
    if endings("overtakes").before(line.text, _bracketed_from(line, left, amount.start)):
        return carried or "actual"  # "đưa Việt Nam vượt qua Nhật Bản (76 tỷ USD)"
    ahead = bool(period.start and context.latest and period.start > context.latest)
    told = _told_status(line, stop, amount.start, over=over, ahead=ahead, running=_is_running(period, context.today))
    if told is not None:
        return told
    if carried and not over and stop == left:
        return carried
    return "forecast" if ahead else "actual"


def _bracketed_from(line: Line, left: int, start: int) -> int:
    """Where the economy begins whose bracket an amount opens; the amount's own place where there is none."""
    if line.text[start - 1 : start] != "(":
        return start
    parties = line.parties_in(left, start)
    return parties[-1].span.start if parties else start


def _is_running(period: Period, today: date | None) -> bool:
    """Whether a period is a whole year of which some months are to come."""
    start, end = period.start, period.end
    return bool(start and end and today and start <= today and today.month < _LAST and end == date(today.year, _LAST, 31))


def _told_status(line: Line, stop: int, end: int, *, over: bool, ahead: bool, running: bool) -> FigureStatus | None:
    """The status that the cues between `stop` and `end` tell, read backwards; None where there are none.

    "ước đạt" foresees only what a `running` year will bring; nothing of a period `ahead` was reached ("đã nhất trí mở rộng").
    """
    marks = [mark for mark in line.statuses if stop <= mark.span.start < end and (running or mark.value != "year")]
    marks = [mark for mark in marks if not (ahead and mark.kind == "past")]
    raising = False
    for mark in reversed(marks):
        if mark.kind == "past":
            if mark.span.end > end - _NEAR or not raising:
                return "actual"
        elif mark.kind == "target" and mark.value == "strong":
            return "target"
        elif over:
            continue
        elif mark.kind == "forecast" and not (raising and mark.value == "weak"):
            if _reaches(line, mark.span, end, stop):
                return "forecast" if not raising else "target"
        elif mark.value == "weak" and mark.kind == "target":
            raising = True
        elif mark.value == "wish" and raising:
            return "target"
    return "target" if raising else None


def _clause_start(line: Line, left: int, end: int) -> int:
    """Where the statement that holds `end` begins: behind the last semicolon, "cho biết", "hiện" after `left`."""
    semicolon = line.text.rfind(";", left, end) + 1
    stops = [span for span, _ in phrases("saying", "now", "contrast").find(line.text, left, end)]
    rates = {one.span.end + 1 for one in line.rates}  # "tăng gấp đôi hiện nay"
    return max([left, semicolon, *(span.end for span in stops if span.start not in rates)])


def _reaches(line: Line, cue: Span, end: int, stop: int) -> bool:
    """Whether "sẽ", "dự kiến" reaches an amount: no comma between, unless it opens the statement ("Dự kiến, kim ngạch ...")."""
    between = line.text[cue.end : end]
    return "," not in between or not line.text[stop : cue.start].strip(' ,"')
