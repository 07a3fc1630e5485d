"""The goods of one figure: what its clause names, else those told before."""

from __future__ import annotations

from vnbilat_lib.doc import Span
from vnbilat_lib.trade.clause import Clause
from vnbilat_lib.trade.context import Context, goes_on
from vnbilat_lib.trade.draft import Head
from vnbilat_lib.trade.goods import goods_after, goods_behind, goods_item, goods_subject, goods_unmarked
from vnbilat_lib.trade.terms import find_marks

# Goods are the same in a sentence so near; "hàng hóa" so near behind a head means all of them.
_GOODS_NEAR, _GENERAL_REACH = 2, 12


def goods_of(clause: Clause, head: Head, context: Context) -> Span | None:
    """The goods of an amount: behind its head, behind a quantity ("1,53 triệu tấn than"), before its bracket, or carried over."""
    line = clause.line
    if head.metric == "investment":
        return None
    bracketed = line.text[clause.start - 1 : clause.start] == "("
    if head.span is not None:
        named = goods_behind(line, head, clause.named_until(head))
        named = named or goods_after(line, clause.amount.span.end)
        named = named or (goods_subject(line, clause.left, head.span.start) if head.metric != "trade" else None)
        return named or (goods_item(line, head.span.end, clause.start - 1) if bracketed and clause.item is None else None)
    if bracketed and clause.item is None and not line.parties_in(clause.left, clause.start):
        return goods_item(line, clause.left, clause.start - 1)
    return _told_goods(clause, context) or context.commodity


def _told_goods(clause: Clause, context: Context) -> Span | None:
    """The goods of an amount whose metric was carried over: the clause's subject, or the next of a row."""
    line = clause.line
    subject = goods_subject(line, clause.left, clause.start)
    if subject is None and clause.has("same_goods", clause.left, clause.start):
        subject = goods_subject(line, line.span.start, clause.left)
    if subject or context.commodity is None or line.number != context.line:
        return subject
    return goods_unmarked(line, clause.left, clause.start)


def same_goods(clause: Clause, head: Head, context: Context) -> Span | None:
    """The goods told before, of which a figure is: "nhập khẩu từ Nhật 2,6 triệu tấn", "nhóm hàng này", or of a total's market."""
    line = clause.line
    if head.metric not in {"export", "import"} or head.span is None:
        return None
    again = clause.has("same_goods", line.span.start, clause.start) or any(
        clause.left <= one.span.start and one.span.end <= clause.start and one.unit != "project" for one in line.quantities
    )
    told = {head.metric, *((context.head.metric,) if context.head else ())}
    alike = context.head is not None and (len(told) == 1 or (again and told == {"export", "import"}))
    alike = alike and line.number - context.line <= _GOODS_NEAR
    general = find_marks(line.text, Span(head.span.start, min(head.span.end + _GENERAL_REACH, line.span.end)), "generic")
    same = goes_on(line, context) and (head.vague or not general)
    if (again or same) and alike and context.commodity:
        return context.commodity
    part = context.goods_total is None or clause.amount.unit is not None or clause.amount.value <= context.goods_total
    return context.goods if context.goods_metric == head.metric and part and not general else None
