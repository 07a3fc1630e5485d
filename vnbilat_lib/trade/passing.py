"""What sentences leave in force that tell no figure, or open and leave the telling of investment abroad."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

from vnbilat_lib.doc import Amount, Span
from vnbilat_lib.trade.clause import Clause
from vnbilat_lib.trade.context import Context, with_pair
from vnbilat_lib.trade.draft import Head, Period
from vnbilat_lib.trade.goods import goods_behind
from vnbilat_lib.trade.heads import governing_head
from vnbilat_lib.trade.line import Line
from vnbilat_lib.trade.pairing import pair_of
from vnbilat_lib.trade.parties import role_before
from vnbilat_lib.trade.periods import find_period, period_of, told_alone
from vnbilat_lib.trade.terms import Mark, find_marks

_INVESTMENT = Head("investment")

# "sang" stands between "đầu tư" and the number of countries.
_NEAR = 8


def opened(context: Context, line: Line) -> Context:
    """The context of a sentence that opens or leaves the telling of a country's investment abroad, and of its list's period.

    "Có 6 quốc gia nhận đầu tư của Việt Nam trong tháng 1 năm 2022."
    """
    heads = [mark for mark in line.heads if mark.kind == "metric"]
    invested = any(mark.value == "investment" for mark in heads)
    marks = find_marks(line.text, line.span, "outward") if invested else ()
    marks = marks or (_to_many(line, context.home) if invested else ())
    if marks:
        home = next((party.code for party in reversed(line.parties) if party.span.start < marks[0].span.end), context.home)
        context = replace(context, outward=home)
    elif (
        context.outward
        and any((party.code == context.outward and party.role in {"to", "in"}) or party.both for party in line.parties)
    ) or (heads and not invested):
        context = replace(context, outward=None, topic=None, head=None if context.outward else context.head)
    listing = invested and not line.money and find_marks(line.text, line.span, "count")
    if marks or listing:
        period = find_period(line, line.span.start, Span(line.span.end, line.span.end), line.span.end, _INVESTMENT, None)
        context = replace(context, topic=period if period.end else None, topic_line=line.number)
    if marks and not line.money:
        context = replace(context, head=_INVESTMENT, pair=None, root=None, line=line.number)
    return context


def _to_many(line: Line, home: str) -> tuple[Mark, ...]:
    """The "đầu tư" of the home that goes to a number of countries: "Việt Nam đã đầu tư sang 35 quốc gia"."""
    many = [one.span.start for one in line.quantities if role_before(line.text, one.span.start) in {"to", "in"}]
    subject = next((party for party in line.parties if not party.both), None)
    if subject is None or subject.code != home or subject.role:
        return ()
    heads = (mark for mark in line.heads if mark.kind == "metric" and mark.span.start > subject.span.end)
    return tuple(mark for mark in heads if any(0 < start - mark.span.end <= _NEAR for start in many))


def noted(line: Line, context: Context) -> Context:
    """The context behind a sentence without a figure: its metric and pair, and its period."""
    return _period_noted(line, _noted_head(line, context))


def _period_noted(line: Line, context: Context) -> Context:
    """The context behind a sentence that tells one period and no figure: "Trong năm 2023, xuất khẩu sang Lào gặp khó khăn."

    Where it names no metric, only the share of something ("hai nước chiếm 59% thị phần") makes its period the next figure's.
    """
    told = [period for time in line.times if (period := period_of(line, time)) is not None]
    if any(told_alone(line, period, context.main, context.period or Period()) for period in told):
        return context
    trade = any(mark.kind in {"metric", "measure"} or mark.value == "share" for mark in line.heads)
    fits = trade and len({(period.start, period.end) for period in told}) == 1
    return replace(context, noted=replace(told[0], span=None), noted_line=line.number) if fits else context


def _noted_head(line: Line, context: Context) -> Context:
    """The context behind a sentence that names a metric without a figure: "Việt Nam đứng đầu về xuất khẩu sang Canada"."""
    metrics = [mark for mark in line.heads if mark.kind == "metric"]
    if not metrics:
        return context
    end = line.span.end
    empty = Amount(Span(end, end), Decimal(0))
    clause = Clause(line, line.span.start, empty, end)
    governed = governing_head(line, line.span.start, end, end)
    if not isinstance(governed, Head):
        return context
    pair = pair_of(clause, governed, replace(context, pair=None))
    groups = Counter(party.group for party in line.parties if pair and party.span in {span for _, span, _ in pair.spans})
    listed = {party.group for at, party in enumerate(line.parties) if party.group != at}
    several = bool(groups.keys() & listed) or (pair is not None and pair.partner == "WLD" and governed.metric == "investment")
    if pair is None or len(pair.spans) < 2 or several:
        again = context.head is not None and context.head.metric == governed.metric and line.number - context.line <= 2
        return replace(context, line=line.number) if again else context
    goods = goods_behind(line, governed, end) if governed.metric in {"export", "import"} else None
    return with_pair(replace(context, head=governed, amount=None, line=line.number, commodity=goods, told=governed.span), pair)
