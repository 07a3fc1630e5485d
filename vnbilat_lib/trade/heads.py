"""Which metric an amount measures: the cue that governs it, or the one carried over from before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from vnbilat_lib.doc import Metric
from vnbilat_lib.trade.draft import Capital, Head
from vnbilat_lib.trade.line import Line
from vnbilat_lib.trade.terms import Mark, endings

_METRICS: Mapping[str, tuple[Metric, int]] = {
    "trade": ("trade", 1),
    "trade_if_paired": ("trade", 1),
    "export": ("export", 1),
    "import": ("import", 1),
    "buys": ("import", 1),
    "surplus": ("balance", 1),
    "deficit": ("balance", -1),
    "balance": ("balance", 1),
    "investment": ("investment", 1),
}

# How far behind an amount its noun may begin: "500 triệu USD kim ngạch thương mại", "11 tỷ USD tổng vốn đăng ký".
_BEHIND = 6

# "đăng ký" follows its "vốn đầu tư".
_CAPITAL_REACH = 4
# How far behind an amount "được ký" takes it away.
_SIGNED = 14
# A deal's noun so close before a metric makes it part of the deal: "hợp đồng xuất khẩu".
_GLUED = 2
_QUANTITY = 14

Governed = Head | Literal["blocked"] | None


def governing_head(line: Line, left: int, start: int, end: int, *, rate: bool = False) -> Governed:
    """The head that governs the amount at start..end, looking back as far as `left`; "blocked" where something else does.

    None where nothing in the sentence's stretch tells; `rate` for a growth rate, which "lượng", "sản lượng" may govern.
    """
    measure: Mark | None = None
    for mark in reversed([mark for mark in line.heads if left <= mark.span.start and mark.span.end <= start]):
        if mark.kind == "metric":
            if (measure is None and _glued_block(line, mark)) or (rate and _of_quantity(line, mark)):
                return "blocked"
            return _head(line, _balance_of(line, mark, left), measure)
        if mark.kind == "measure":
            measure = measure or mark
        elif mark.value == "spend" and _behind(line, end) is not None:
            break  # "chi 1,2 tỷ USD nhập khẩu ngô"
        elif blocks(line, mark, rate=rate):
            return "blocked"
    return _behind(line, end) or _by_measure(line, left, start, end, measure)


def _by_measure(line: Line, left: int, start: int, end: int, measure: Mark | None) -> Governed:
    """The head where no metric is told: "kim ngạch" alone is trade, "tổng vốn" of counted projects investment."""
    if any(mark.kind == "block" and mark.value == "deal" and 0 <= mark.span.start - end <= _SIGNED for mark in line.heads):
        return "blocked"  # "con số hơn 10 tỷ USD được ký"
    if measure and measure.value == "trade":
        return Head("trade", 1, measure.span, vague=True)
    if measure and measure.value in {"capital", "any"} and any(left <= count.span.start <= start for count in line.counts):
        return _head(line, measure, measure)
    return None


def head_ahead(line: Line, start: int, following: int) -> Head | None:
    """The metric behind an amount that opens its sentence: "Từ 451 triệu USD năm 1995, thương mại song phương đã tăng lên ...".

    Also "Với 118 tỷ USD, Hoa Kỳ là thị trường xuất khẩu lớn nhất".
    """
    role = endings("role").before(line.text, start)
    if role is None or not (role[1].value == "from" or (role[1].value == "with" and role[0].start == line.span.start)):
        return None
    for mark in line.heads:
        if start < mark.span.start < following and mark.kind == "metric":
            return _head(line, mark, None)
    return None


def _balance_of(line: Line, mark: Mark, left: int) -> Mark:
    """The deficit or surplus that a trade word only explains: "thâm hụt trong buôn bán hàng hóa của Mỹ với Đức"."""
    if mark.value not in {"trade", "trade_if_paired", "export", "import"}:
        return mark
    for other in line.heads:
        gap = line.text[other.span.end : mark.span.start]
        near = left <= other.span.start and other.span.end <= mark.span.start and len(gap.split()) <= 2 and "," not in gap
        if near and other.kind == "metric" and other.value in {"surplus", "deficit"}:
            return other
    return mark


def _head(line: Line, mark: Mark, measure: Mark | None) -> Head:
    """A metric cue as a head; the nearer "vốn đăng ký" tells the kind of capital."""
    metric, sign = _METRICS.get(mark.value, ("investment", 1))
    span = mark.span
    capital = None
    if metric == "investment":
        capital = capital_kind(line, (measure or mark).span.start, (measure or mark).span.end)
    return Head(metric, sign, span, capital, paired=mark.value == "trade_if_paired", measure=measure.span if measure else None)


def capital_kind(line: Line, start: int, end: int) -> Capital | None:
    """Whether "vốn ..." or what follows it says registered or disbursed."""
    for mark in line.capitals:
        if start <= mark.span.start <= end + _CAPITAL_REACH:
            return "disbursed" if mark.value == "disbursed" else "registered"
    return None


def blocks(line: Line, mark: Mark, *, rate: bool) -> bool:
    """Whether a noun takes the amount away from a metric before it: not projects that are counted ("118 dự án với tổng vốn")."""
    if mark.value in {"volume", "share"}:
        return rate
    if mark.value != "project":
        return True
    if any(count.span.start <= mark.span.start and mark.span.end <= count.span.end and count.value > 1 for count in line.counts):
        return False
    return endings("plural").before(line.text, mark.span.start) is None


def _glued_block(line: Line, metric: Mark) -> bool:
    """Whether a deal's noun stands right before a metric: "hợp đồng xuất khẩu"."""
    return any(
        mark.kind == "block" and mark.value in {"deal", "project", "volume"} and 0 <= metric.span.start - mark.span.end <= _GLUED
        and blocks(line, mark, rate=False)
        for mark in line.heads
    )  # fmt: skip


def _of_quantity(line: Line, metric: Mark) -> bool:
    """Whether "lượng" stands before a metric: "lượng ô tô nhập về tăng gấp 6 lần"."""
    return any(0 <= metric.span.start - mark.span.end <= _QUANTITY for mark in line.heads if mark.value == "volume")


def _behind(line: Line, end: int) -> Head | None:
    """The metric right behind an amount: "500 triệu USD kim ngạch thương mại"."""
    for mark in line.heads:
        if end <= mark.span.start <= end + _BEHIND and not set(line.text[end : mark.span.start]) & set(",;:()"):
            if mark.kind == "metric":
                return _head(line, mark, None)
            if mark.kind == "measure" and mark.value != "any":
                return _head(line, mark, mark) if mark.value == "capital" else Head("trade", 1, mark.span)
    return None
