"""What is in force from one figure to the next, and when a sentence goes on with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from vnbilat_lib.doc import Amount, FigureStatus, Span
from vnbilat_lib.trade.draft import Head, Pair, Period
from vnbilat_lib.trade.line import Line

_TRADE = frozenset({"trade", "export", "import", "balance"})

# A sentence's first so many characters may hold the word that links it to the one before ("Trong đó", "Con số này").
_OPENING = 34

# A figure is carried over at most so many sentences.
_REACH = 2


@dataclass(frozen=True, slots=True)
class Context:
    """What is in force where a figure is read: the last figure's head, pair, period, status, goods; `line` is its sentence.

    `main` is the period in force before one told "riêng tháng 6" for its own sentence only.
    `root` is the pair before a list's items took their places in it, `told` the head from which all this was read.
    `outward` is whose investment abroad the text tells ("đầu tư của Việt Nam ra nước ngoài"), `topic` the period of a sentence
    that opens a list of investors or hosts ("Có 6 nước nhận đầu tư của Việt Nam trong tháng 1"), `topic_line` its sentence.
    `goods` are those of the last national total ("xuất khẩu gỗ đạt 8 tỷ USD"), of which markets are told, with metric and sum.
    `noted` is the period of the last sentence without a figure, where that sentence tells one, `noted_line` its number.
    `subject` is whose total was told last ("kim ngạch xuất khẩu của cả nước"), `standing` the article's pair,
    `home` whose trade is meant where the text names only the partner, `today` its first possible day, `latest` its last.
    """

    head: Head | None = None
    pair: Pair | None = None
    period: Period | None = None
    main: Period | None = None
    status: FigureStatus | None = None
    commodity: Span | None = None
    amount: Amount | None = None
    line: int = -9
    root: Pair | None = None
    told: Span | None = None
    subject: str | None = None
    outward: str | None = None
    topic: Period | None = None
    topic_line: int = -9
    goods: Span | None = None
    goods_total: Decimal | None = None
    goods_metric: str = ""
    noted: Period | None = None
    noted_line: int = -9
    standing: tuple[str, str] | None = None
    home: str = "VN"
    today: date | None = None
    latest: date | None = None


def goes_on(line: Line, context: Context) -> bool:
    """Whether a sentence goes on with the figure before: the same sentence, or the next with "Trong đó", "Con số này"."""
    gap = line.number - context.line
    if gap == 0:
        return True
    if gap == 1 and any(mark.value == "strong" for mark in line.statuses) and any(party.both for party in line.parties):
        return context.head is not None and context.head.metric == "trade"  # "Hai nước đặt mục tiêu đạt 2 tỷ USD."
    opening = line.span.start + _OPENING
    return gap <= _REACH and any(mark.span.start < opening for mark in line.links)


def same_family(head: Head, other: Head | None) -> bool:
    """Whether two metrics are told in one breath: trade, its two directions and its balance; or investment twice."""
    return other is not None and (head.metric == other.metric or {head.metric, other.metric} <= _TRADE)


def carried_pair(line: Line, head: Head, amount: Amount | None, context: Context) -> Pair | None:
    """The pair that a figure may take over: of the train of thought, or a direction of the trade told in the sentence before.

    "Kim ngạch hai chiều đạt 8,78 tỷ USD. Xuất khẩu đạt 5,95 tỷ USD." - never an export greater than the trade.
    """
    pair = context.root if line.number != context.line else context.pair
    if pair is None or not same_family(head, context.head):
        return None
    if goes_on(line, context):
        return pair
    part = head.metric in {"export", "import", "balance"} and context.head is not None and context.head.metric in _TRADE
    again = context.head is not None and head.metric == context.head.metric
    if part and again and head.metric != "balance" and {pair.reporter, pair.partner} != set(context.standing or ()):
        return None  # "Xuất khẩu nhóm hàng này sang Mỹ đạt 22 tỷ USD. Xuất khẩu dệt may đạt 18 tỷ USD."
    if part and line.number - context.line == 1 and amount and context.amount and context.head:
        whole = context.head.metric == "trade"
        fits = amount.currency == context.amount.currency and (not whole or amount.value <= context.amount.value)
        return pair if fits else None
    return None


def parts_from(line: Line, context: Context) -> bool:
    """Whether "Trong đó", "Con số này", "Ngược lại" opens a sentence: it goes on with the very figure before."""
    opening = line.span.start + _OPENING
    near = line.number - context.line <= 1
    return near and any(mark.value == "part" and mark.span.start < opening for mark in line.links)


def carried_period(line: Line, head: Head, context: Context, *, inherited: bool) -> Period | None:
    """The period that a figure may take over: never a stock's day for a flow, nor a flow's year for a stock."""
    if context.noted and line.number - context.noted_line == 1 and head.metric in _TRADE:
        return context.noted
    if head.metric == "investment" and context.topic and line.number - max(context.line, context.topic_line) <= _REACH:
        return context.topic
    period = context.period
    if period is None or not same_family(head, context.head):
        return None
    if head.metric == "investment" and not (inherited or parts_from(line, context)):
        return None
    if goes_on(line, context):
        return period
    if head.metric not in _TRADE or context.status != "actual":
        return None
    return period if line.number - context.line <= (1 if head.metric == "trade" else 2) else None


def with_period(context: Context, period: Period, *, alone: bool) -> Context:
    """The context with a figure's period in force; one told `alone` leaves the period before for the next sentence."""
    return replace(context, period=period, main=(context.main or context.period) if alone else None)


def resumed(context: Context, line: Line) -> Context:
    """The context in which a sentence is read: a period told "riêng" in the one before is over, unless "Trong đó" follows."""
    if context.main is None or line.number == context.line or parts_from(line, context):
        return context
    return replace(context, period=context.main, main=None)


def with_goods(context: Context, head: Head, goods: Span | None, amount: Amount | None) -> Context:
    """The context behind a national total, whose goods those of its markets are."""
    if head.span is None or head.metric not in {"export", "import"}:
        return context
    return replace(context, goods=goods, goods_metric=head.metric, goods_total=amount.value if amount else None)


def with_pair(context: Context, pair: Pair) -> Context:
    """The context with a figure's pair in force; a list's item leaves the pair that it stands in for carrying over."""
    root = pair if not pair.listed else context.root if context.pair else None
    return replace(context, pair=pair, root=root, subject=context.subject if pair.listed else None)
