"""A sentence's figures, read from left to right: each amount takes what its clause says, the rest from what came before."""

from __future__ import annotations

import re
from dataclasses import replace

from vnbilat_lib.doc import Amount, Span
from vnbilat_lib.trade.changes import change_of, rate_after, rate_before
from vnbilat_lib.trade.clause import Clause
from vnbilat_lib.trade.context import Context, carried_period, goes_on, resumed, same_family, with_goods, with_pair, with_period
from vnbilat_lib.trade.draft import Change, Draft, Head, Pair, Period, quote_of
from vnbilat_lib.trade.goods import goods_subject
from vnbilat_lib.trade.heads import governing_head, head_ahead
from vnbilat_lib.trade.line import Line, outer_start
from vnbilat_lib.trade.listing import sharing
from vnbilat_lib.trade.pairing import pair_of, settled
from vnbilat_lib.trade.passing import noted, opened
from vnbilat_lib.trade.periods import find_period, find_status, one_year, period_before, period_of, told_alone, year_before
from vnbilat_lib.trade.rates import read_rates
from vnbilat_lib.trade.terms import endings, find_marks
from vnbilat_lib.trade.wares import goods_of, same_goods

# Nothing smaller is a figure of two economies' trade.
_LEAST = 10_000

# How far before a carried amount its head may stand to be quoted with it; how far before a threshold "thị trường", "thành viên".
_QUOTE_REACH, _COUNT_REACH = 240, 24

# So many words without a known part in a figure may stand between two amounts that share a metric.
_LOOSE = 7

# And so many between a head and its amount.
_FAR = 11

# How far behind the amount from which it grew an amount stands: "4,1 tỉ đô la Mỹ (năm 2000) lên gần 50 tỉ đô".
_ORIGIN_REACH, _LEAP = 34, 8

# Between a rate and the amount that it makes: "tăng 18,1%, tương đương ...", "tăng 7% (tương ứng ...".
_GLUE = re.compile(r"[\s,(]{1,3}+")


def read_figures(line: Line, context: Context) -> tuple[list[Draft], Context]:
    """The drafts of a sentence and the context that it leaves."""
    drafts: list[Draft] = []
    used: set[Span] = set()
    context = opened(resumed(context, line), line)
    left = line.span.start
    anchors = [amount for at, amount in enumerate(line.money) if _is_level(line, line.money[at - 1] if at else None, amount)]
    for at, amount in enumerate(anchors):
        following = outer_start(anchors[at + 1]) if at + 1 < len(anchors) else line.span.end
        clause = Clause(line, _taken_up(line, left, outer_start(amount)), amount, following)
        found, context = _read_amount(clause, context, used)
        drafts += found
        ends = [draft.change.span.end for draft in found if draft.change]
        ends += [span.end for draft in found if draft.rule == "shared" for _, span, _ in draft.pair.spans]
        ends += [time.span.end for time in line.times if amount.span.end <= time.span.start and time.span.end <= clause.right]
        left = max([amount.span.end, *ends])
    rates, context = read_rates(line, context, used)
    if not drafts and not rates and (not anchors or context.line != line.number):
        context = noted(line, context)
    return drafts + rates, context


def _taken_up(line: Line, left: int, start: int) -> int:
    """Where a clause takes its goods up again: "nhóm đồ chơi, sau khi ... rời Trung Quốc, nhóm này tăng 25%, đạt 2 tỷ USD"."""
    if any(left <= mark.span.start and mark.span.end <= start and mark.kind == "metric" for mark in line.heads):
        return left
    marks = find_marks(line.text, Span(left, start), "same_goods") if left < start else ()
    again = [mark.span.start for mark in marks if line.text[left : mark.span.start].rstrip().endswith(",")]
    return again[-1] if again else left


def with_trailing_periods(line: Line, drafts: list[Draft]) -> list[Draft]:
    """The drafts, a period behind the last amount given to those before it that have none.

    "xuất khẩu sang Đức đạt 480 triệu USD, sang Italy đạt 330 triệu USD trong 8 tháng năm 2024"
    """
    drafts = sorted(drafts, key=lambda draft: draft.anchor)
    for at in range(len(drafts) - 1, 0, -1):
        before, after = drafts[at - 1], drafts[at]
        gap = Span(before.anchor.end, after.anchor.start)
        told = after.period.span is not None and after.period.end is not None and after.period.span.start >= after.anchor.end
        apart = ";" in gap.of(line.text) or find_marks(line.text, gap, "base", "bracketed", "average")
        alike = before.status == after.status and same_family(before.head, after.head)
        open_ = before.period.end is None and (not before.period.stated or (before.period.average and after.period.average))
        if told and alike and open_ and not apart:
            drafts[at - 1] = replace(before, period=replace(after.period, average=before.period.average))
    return drafts


def _is_level(line: Line, before: Amount | None, amount: Amount) -> bool:
    """Whether an amount of money is a level: not the equivalent of the one before in another currency, not a difference."""
    start = outer_start(amount)
    if amount.value < _LEAST or endings("up", "down", "per").before(line.text, start):
        return False
    if amount.hedge and endings("up", "down").before(line.text, amount.hedge.end + 1):
        return False
    if _is_difference(line, start):
        return False
    if before is None:
        return True
    gap = line.text[before.span.end : start]
    if before.currency != amount.currency and gap.strip() in {"(", ",", "/"}:
        return False
    return not (len(gap) < 40 and endings("equivalent").before(line.text, start) and before.currency != amount.currency)


def _is_difference(line: Line, start: int) -> bool:
    """Whether "tương đương" makes the amount at `start` the size of a growth: "tăng 18,1%, tương đương 18,9 tỷ USD"."""
    word = endings("equivalent").before(line.text, start)
    return (
        word is not None
        and word[1].value == "size"
        and any(_GLUE.fullmatch(line.text, rate.span.end, word[0].start) for rate in line.rates)
    )


def _read_amount(clause: Clause, context: Context, used: set[Span]) -> tuple[list[Draft], Context]:
    """The drafts of one amount and the context behind it."""
    line, amount = clause.line, clause.amount
    governed = governing_head(line, clause.left, clause.start, amount.span.end) or head_ahead(
        line, clause.start, clause.following
    )
    if governed == "blocked":
        return [], context
    head = governed or _carried_head(clause, context)
    if head is None:
        return [], context
    head = settled(clause, head, context)
    pair = pair_of(clause, head, context)
    if head.span and head.span.end <= clause.start and not _near(clause, head):
        return [], context
    shared = sharing(clause) if pair is None or clause.item is None else ()
    draft = _draft(clause, head, pair or Pair("", ""), context, used)
    if not _is_origin(line, amount):
        context = with_period(context, draft.period, alone=told_alone(line, draft.period, context.main, context.period))
    context = replace(context, head=head, status=draft.status, commodity=draft.commodity, amount=amount,
                      line=line.number, told=_opening(draft, context, line))  # fmt: skip
    if _is_origin(line, amount) and clause.has("level", amount.span.end, clause.following):
        draft = replace(draft, status="actual")  # "từ 100 tỷ USD vào năm 2018 lên 200 tỷ USD"
    if shared:
        subject = pair.reporter if pair else _teller(clause, head, context)
        pairs = [Pair(subject, party.code, (("partner", party.span, party.basis),)) for party in shared if party.code != subject]
        return [_shared(line, draft, one) for one in pairs], replace(context, pair=None, root=None, subject=subject)
    if pair is None:
        context = with_goods(context, head, draft.commodity, amount)
        told = _subject(clause, head) or (context.pair.reporter if context.pair else context.subject)
        return [], replace(context, pair=None, root=None, subject=told)
    return [draft], with_pair(context, pair)


def _teller(clause: Clause, head: Head, context: Context) -> str:
    """Whose flow a threshold is that a list shares: the one named with "của", or the one told before."""
    named = next((party.code for party in clause.after_head(head) if party.role == "of" and not party.both), None)
    again = context.pair is not None and same_family(head, context.head) and goes_on(clause.line, context)
    return named or context.subject or (context.pair.reporter if context.pair and again else context.home)


def _near(clause: Clause, head: Head) -> bool:
    """Whether no more than some words without a part in it stand between a head and its amount."""
    begin = max(span.end for span in (head.span, head.measure, Span(0, clause.left)) if span)
    goods = goods_of(clause, head, Context())
    named = clause.line.unexplained(goods.start, goods.end) if goods else 0
    return clause.line.unexplained(begin, clause.start) - named <= _FAR


def _opening(draft: Draft, context: Context, line: Line) -> Span | None:
    """From where figures that go on with this one are quoted: its head, or what it was quoted from itself."""
    if draft.head.span is not None:
        return draft.head.span
    if context.line == line.number and context.told is not None:
        return context.told
    return next((span for _, span, _ in draft.pair.spans), None)


def _carried_head(clause: Clause, context: Context) -> Head | None:
    """The head of the figure before, where the amount goes on with it: "năm 2016 đạt 2,7 tỷ USD", "Malaysia (1,789 tỷ USD"."""
    line = clause.line
    item = clause.item or clause.market_subject or clause.subject_behind
    subject = goods_subject(line, clause.left, clause.start) if item is None and context.pair else None
    near = line.number - context.line <= (2 if item else 1)
    if context.head is None or not (goes_on(line, context) or ((item or (subject and context.commodity)) and near)):
        return None
    start = item.span.end if item else subject.end if subject else clause.left
    if item and clause.item is None:
        start = max([start, *(mark.span.end for mark in find_marks(line.text, Span(start, clause.start), "market"))])
    goods = line.text[clause.start - 1 : clause.start] == "(" and context.pair is not None
    opening = start if subject or clause.has("same_goods", clause.left, clause.start) else line.span.start
    if line.unexplained(start, clause.start) > _LOOSE and not goods:
        return None
    told = item.span.start if clause.item and item else clause.start
    if line.number != context.line and line.unexplained(opening, max(opening, told)) > _LOOSE:
        return None
    if clause.has("saying", clause.left, clause.start) and item is None:
        return None
    return replace(context.head, span=None)


def _subject(clause: Clause, head: Head) -> str | None:
    """Whose national total an amount is."""
    parties = [party for party in (*clause.after_head(head), *(clause.before_head(head) if head.span else ())) if not party.both]
    listed = len({party.code for party in parties if parties and party.group == parties[0].group}) > 1
    return parties[0].code if parties and not listed and parties[0].role != "among" else None


def _draft(clause: Clause, head: Head, pair: Pair, context: Context, used: set[Span]) -> Draft:
    """All that an amount's clause says of it."""
    line, amount = clause.line, clause.amount
    inherited = head.span is None
    period = find_period(
        line, clause.left, amount.span, clause.told_until(head), head, carried_period(line, head, context, inherited=inherited)
    )
    same = line.number == context.line
    if _is_origin(line, amount) and period.span is None and period.end and line.text[amount.span.end :].startswith(" lên"):
        grown = any(one.unit == "percent" and 0 <= amount.span.start - one.span.end <= _LEAP for one in line.rates)
        period = year_before(period) if grown else Period(stated=True)
    period = _grown_in(clause, period)
    if same and context.period and period.basis == "resolved" and endings("base").before(line.text, clause.start):
        period = period_before(period, context.period)
    status = find_status(line, clause.left, amount.span, period, context, context.status if same else None)
    if status == "target" and period.span is None and not (same and context.status == "target"):
        period = Period()
    change = _change(clause, head, period, used)
    commodity = goods_of(clause, head, context) or same_goods(clause, head, context)
    spans = [
        *(span for _, span, _ in pair.spans),
        change.span if change else None,
        period.span,
        head.span,
        amount.hedge,
        commodity,
    ]
    quote = quote_of(line, amount.span, spans, _told(clause, pair, context) if inherited else None)
    goods = commodity.of(clause.line.text) if commodity else None
    return Draft(head, pair, period, status, amount.span, quote, line.number, amount=amount, change=change, commodity=commodity,
                 goods=goods, rule="carried" if inherited else "stated")  # fmt: skip


def _grown_in(clause: Clause, period: Period) -> Period:
    """The year of one end of a growth: "từ 3 tỷ USD lên 10 tỷ USD trong giai đoạn 2014 - 2024" starts in 2014, ends in 2024."""
    line, origin = clause.line, _origin(clause)
    first = _is_origin(line, clause.amount)
    if origin is not None and period.span is None:
        spans = [time for time in line.times if time.grain == "years" and time.span.end <= origin.span.start]
        told = any(origin.span.end <= time.span.start < clause.start for time in line.times)
        period = (period_of(line, spans[-1]) if spans else None) or (Period() if told else period)
    if (first or origin is not None) and period.start and period.end and period.start.year < period.end.year:
        return one_year(period, first=first)
    return period


def _shared(line: Line, draft: Draft, pair: Pair) -> Draft:
    """A threshold as the figure of one of the economies that share it."""
    spans = [*(span for _, span, _ in pair.spans), *(mark.span for mark in find_marks(line.text, line.span, "count"))]
    near = [span for span in spans if draft.quote.start - _COUNT_REACH <= span.start]
    return replace(draft, pair=pair, rule="shared", quote=quote_of(line, draft.quote, near, None))


def _told(clause: Clause, pair: Pair, context: Context) -> Span | None:
    """The head before that a carried figure is quoted with, unless it is the item of a list or names its own sides."""
    line = clause.line
    if line.text[clause.start - 1 : clause.start] == "(" or (pair.spans and context.line != line.number):
        return None
    return context.told if context.told and clause.start - context.told.start <= _QUOTE_REACH else None


def _change(clause: Clause, head: Head, period: Period, used: set[Span]) -> Change | None:
    """The growth of an amount, told behind or before it; an average of some years is a figure of its own."""
    line, amount = clause.line, clause.amount
    begin = head.span.end if head.span and head.span.end <= clause.start else clause.left
    if head.span and any(clause.left <= rate.span.start and head.span.start - rate.span.end in range(4) for rate in line.rates):
        begin = clause.left  # "tăng gấp đôi kim ngạch lên 500 tỷ USD"
    if head.vague:
        begin = clause.left  # "xuất khẩu sang Đức tăng 9%, với kim ngạch đạt 900 triệu USD"
    origin = _origin(clause)
    if origin is not None:
        begin, reached = line.span.start, origin
    else:
        reached = amount
    before = rate_before(line, begin, reached, used, head.span, leap=origin is not None)
    for found in (rate_after(line, amount, clause.following, used, head.span), before):
        if found is not None:
            change = change_of(
                line, *found, period, clause.following if found[0].span.start > amount.span.start else clause.start
            )
            if not change.average:
                used.add(found[0].span)
                return change
    return None


def _origin(clause: Clause) -> Amount | None:
    """The amount from which one grew: "tăng gần 13 lần từ 2,8 tỷ USD lên 35,1 tỷ USD"."""
    text = clause.line.text
    before = [one for one in clause.line.money if one.span.end <= clause.start]
    if not before or not endings("level").before(text, clause.start):
        return None
    gap = text[before[-1].span.end : clause.start]
    return before[-1] if _is_origin(clause.line, before[-1]) and ";" not in gap and len(gap) <= _ORIGIN_REACH else None


def _is_origin(line: Line, amount: Amount) -> bool:
    """Whether "từ", "từ mức" stands before an amount."""
    word = endings("role", "base").before(line.text, outer_start(amount))
    return word is not None and (word[1].value == "from" or word[1].phrase == "từ mức")
