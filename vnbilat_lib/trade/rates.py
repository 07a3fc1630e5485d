"""Growth rates that stand without an amount: "xuất khẩu sang Đức tăng 12%", "Áo tăng 20,2%", "Nga (67,2%)"."""

from __future__ import annotations

from dataclasses import replace

from vnbilat_lib.doc import FigureStatus, Span
from vnbilat_lib.trade.changes import by_volume, change_of, direction
from vnbilat_lib.trade.clause import Clause
from vnbilat_lib.trade.context import Context, carried_period, with_pair, with_period
from vnbilat_lib.trade.draft import Change, Draft, Head, Pair, Period, quote_of
from vnbilat_lib.trade.goods import goods_behind, goods_item
from vnbilat_lib.trade.heads import governing_head
from vnbilat_lib.trade.line import Line, outer_start
from vnbilat_lib.trade.pairing import pair_of, settled
from vnbilat_lib.trade.periods import find_period, find_status, told_alone
from vnbilat_lib.trade.terms import Mark, phrases

# Words without a known part between the item of a list and its rate.
_LOOSE, _TIGHT = 5, 3


def read_rates(line: Line, context: Context, used: set[Span]) -> tuple[list[Draft], Context]:
    """The drafts of the rates of a sentence that belong to no amount, and the context that they leave."""
    drafts: list[Draft] = []
    ends = sorted([one.span.end for one in (*line.money, *line.rates)])
    rates = [rate for rate in line.rates if rate.span not in used]
    last: Mark | None = None
    row = False
    for rate in rates:
        left = max([line.span.start, *(end for end in ends if end <= outer_start(rate))])
        following = min(
            [line.span.end, *(outer_start(one) for one in (*line.money, *line.rates) if one.span.start >= rate.span.end)]
        )
        clause = Clause(line, left, rate, following)
        mark = direction(line, left, rate) or (last if drafts and _goes_with_last(clause) else None) or _listed_direction(clause)
        if mark is not None and mark.value == "compared":
            continue  # "ít hơn ba lần so với Ý"
        goods = _goods_of_row(clause, mark, row=row) if mark else None
        draft = _read_rate(clause, mark, context, goods) if mark else None
        if draft is None or mark is None:
            continue
        if drafts and _again(draft, drafts[-1], clause):
            continue
        last, row = mark, goods is not None
        if draft.period.end or draft.period.stated:
            context = with_period(context, draft.period, alone=told_alone(line, draft.period, context.main, context.period))
        alike = context.head.metric if context.head else ""
        context = replace(context, head=draft.head, status=draft.status, commodity=draft.commodity,
                          amount=None, line=line.number)  # fmt: skip
        if draft.pair.reporter:
            drafts.append(draft)
            context = with_pair(context, draft.pair)
        else:
            same = {draft.head.metric, alike} <= {"export", "import"} or draft.head.metric == alike
            told = context.pair.reporter if context.pair and same else context.subject
            context = replace(context, pair=None, root=None, subject=told)
    return drafts, context


def _again(draft: Draft, before: Draft, clause: Clause) -> bool:
    """Whether a rate only tells the growth before over another base: "giảm 8% so với tháng 5 nhưng tăng 5% so với năm 2020"."""
    same = (draft.head.metric, draft.pair.reporter, draft.pair.partner) == (
        before.head.metric, before.pair.reporter, before.pair.partner,
    )  # fmt: skip
    named = clause.line.parties_in(clause.left, clause.start)
    period = draft.period.span is None or draft.period.span == before.period.span
    return same and draft.head.span is None and not named and period and draft.goods == before.goods


def _goes_with_last(clause: Clause) -> bool:
    """Whether a rate shares the "tăng" of the one before: "châu Âu 5,4%, Nhật Bản 4,5%", "giảm 41% và 32% trong tháng Năm"."""
    return clause.item is not None or clause.line.unexplained(clause.left, clause.start) == 0


def _listed_direction(clause: Clause) -> Mark | None:
    """The "tăng" that stands before a list of economies with rates in brackets: "tăng mạnh là Nga (67,2%)"."""
    if clause.line.text[clause.start - 1 : clause.start] != "(":
        return None
    end = clause.item.span.start if clause.item else clause.start
    marks = [mark for mark in clause.line.changes if mark.kind in {"up", "down"} and mark.span.end <= end]
    shares = [mark for mark in clause.line.heads if mark.value == "share" and mark.span.end <= end]
    if not marks or (shares and shares[-1].span.start > marks[-1].span.start):
        return None
    return marks[-1]


def _goods_of_row(clause: Clause, mark: Mark, *, row: bool) -> Span | None:
    """The goods of a row: "xuất khẩu sang Brazil tăng mạnh, như: thủy sản tăng 43%; sợi tổng hợp tăng 300%"."""
    line = clause.line
    metrics = [head.span.end for head in line.heads if head.kind == "metric" and clause.left <= head.span.start < mark.span.start]
    begin = max([clause.left, *metrics])
    if not row:
        opens = [span.end for span, _ in phrases("row_opens").find(line.text, begin, mark.span.start)]
        colon = line.text.rfind(":", begin, mark.span.start) + 1
        begin = max([0, colon, *opens])
    if not begin or line.parties_in(begin, mark.span.start) or begin > mark.span.start:
        return None
    return goods_item(line, begin, mark.span.start)


def _read_rate(clause: Clause, mark: Mark, context: Context, goods: Span | None) -> Draft | None:
    """A rate as a figure of its own, None where it grows something else or its two sides are not told."""
    line, rate = clause.line, clause.amount
    governed = governing_head(line, clause.left, clause.start, rate.span.end, rate=True)
    if governed == "blocked":
        return None
    head = governed or _carried(clause, context, goods)
    if head is None or _of_volume(clause, head) or by_volume(line, rate):
        return None
    head = settled(clause, head, context)
    pair = pair_of(clause, head, context)
    inherited = head.span is None
    told_later = line.number == context.line and context.amount is not None and context.amount.span.start > rate.span.start
    carried = None if told_later else carried_period(line, head, context, inherited=inherited)
    period = find_period(line, clause.left, rate.span, clause.right, head, carried)
    status = find_status(line, clause.left, rate.span, period, context, context.status if inherited else None)
    change = change_of(line, rate, mark if mark.span.start >= clause.left else None, period, clause.following)
    if mark.span.start < clause.left and mark.kind == "down":
        change = Change(-abs(change.pct), change.bound, change.base, change.span, change.average)
    commodity = goods or (goods_behind(line, head, clause.start) if head.span else context.commodity)
    if commodity is None and head.span and head.metric == context.goods_metric:
        commodity = context.goods
    return _draft(clause, head, pair or Pair("", ""), change, commodity, period, status)


def _of_volume(clause: Clause, head: Head) -> bool:
    """Whether a rate is the growth of a quantity: "nhập khẩu 3.074 ô tô từ Ấn Độ, giảm 17 lần"."""
    begin = head.span.end if head.span else clause.left
    return any(begin <= quantity.span.start < clause.start for quantity in clause.line.quantities)


def _draft(
    clause: Clause, head: Head, pair: Pair, change: Change, commodity: Span | None, period: Period, status: FigureStatus
) -> Draft:
    """The draft of a rate with its quote."""
    spans = [change.span, *(span for _, span, _ in pair.spans), head.span, period.span, commodity]
    quote = quote_of(clause.line, clause.amount.span, spans, None)
    goods = commodity.of(clause.line.text) if commodity else None
    return Draft(head, pair, period, status, clause.amount.span, quote, clause.line.number,
                 change=change, commodity=commodity, goods=goods, rule="growth")  # fmt: skip


def _carried(clause: Clause, context: Context, goods: Span | None) -> Head | None:
    """The head of the figure before, for the item of a list: "(như Áo tăng 20,2%, Bỉ tăng 10,6%", "châu Âu 5,4%"."""
    line, item = clause.line, clause.item
    if context.head is None or line.number - context.line > 2:
        return None
    if item is None:
        same = line.number == context.line and context.pair is not None
        same = same and (goods is not None or line.unexplained(clause.left, clause.start) == 0)
        return replace(context.head, span=None) if same else None
    begin = max(line.span.start, line.text.rfind(":", line.span.start, item.span.start) + 1)  # "đáng chú ý: Đức tăng 24%"
    if line.number != context.line and line.unexplained(begin, clause.start) > _TIGHT:
        return None
    return replace(context.head, span=None) if line.unexplained(item.span.end, clause.start) <= _LOOSE else None
