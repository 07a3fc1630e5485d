"""Whose investment an amount is: a country's, not one firm's, and where it goes."""

from __future__ import annotations

from vnbilat_lib.doc import Span
from vnbilat_lib.trade.clause import Clause
from vnbilat_lib.trade.draft import Head, Pair
from vnbilat_lib.trade.heads import blocks
from vnbilat_lib.trade.pairs import is_pair
from vnbilat_lib.trade.parties import Party
from vnbilat_lib.trade.terms import endings, find_marks

# "với hơn 1.300 dự án" may stand so far behind an amount; so many adverbs before a verb ("cũng đang").
_COUNT_REACH, _ADVERBS = 40, 3

# So many words without a known part in a figure may stand between a host and the investment there.
_FAR_HOST = 16

# "lớn thứ ba" follows "nhà đầu tư" at so short a distance.
_RANK_REACH = 26


def outward_pair(clause: Clause, head: Head, investor: str) -> Pair | None:
    """The host of a country's investment abroad: a list's item or the only other economy of the clause; None of a total.

    "Dẫn đầu là Lào với 2 dự án, tổng vốn đăng ký đạt 48 triệu USD"
    """
    item = clause.item or clause.market_subject
    parties = clause.after_head(head) if head.span is None else (*clause.before_head(head), *clause.after_head(head))
    hosts = {party.code: party for party in parties if _is_host(clause, party) and is_pair(investor, party.code)}
    if item is None or item.code not in hosts:
        item = next(iter(hosts.values())) if len(hosts) == 1 else None
    return Pair(investor, item.code, (("partner", item.span, item.basis),), listed=True) if item else None


def _is_host(clause: Clause, party: Party) -> bool:
    """Whether a party may be where investment goes: not one named far before the amount ("Hội hữu nghị Việt - Trung")."""
    if party.both or party.role == "among":
        return False
    return party.role in {"to", "in"} or clause.line.unexplained(party.span.end, clause.start) <= _FAR_HOST


def firm_acts(clause: Clause, head: Head) -> bool:
    """Whether a firm or person, not a country's economy, is the one who acts: "Tập đoàn X (Nhật Bản) đầu tư 50 triệu USD"."""
    line = clause.line
    if head.span is None:
        return False
    begin = max(line.text.rfind(stop, clause.left, head.span.start) for stop in ",;:") + 1
    begin = max(begin, clause.left)
    marks = [
        mark for mark in line.heads if mark.value == "project" and begin <= mark.span.start and mark.span.end <= head.span.start
    ]
    return any(blocks(line, mark, rate=False) for mark in marks)


def of_a_country(clause: Clause, head: Head) -> bool:
    """Whether an investment is a country's, not one project's.

    It has a number of projects, registered or direct capital, "của A" or "từ A", "là nhà đầu tư", or a country as the subject of
    "đầu tư" with another behind: "Ai Cập cũng đang đầu tư 2 tỷ USD vào nước này".
    """
    line, span = clause.line, head.span
    if span is None:
        return True
    if counted(clause):
        return True
    if (
        clause.has("rank", clause.left, clause.start)
        or head.capital == "registered"
        or clause.has("foreign", span.start, max(span.end, clause.start))
        or _is_investor(clause)
    ):
        return True
    inner = line.parties_in(span.end, clause.start)
    if any(party.role in {"of", "from"} for party in inner) or (
        inner and inner[0].role == "to" and clause.has("measure", clause.left, span.end)
    ):
        return True
    if {"", "to"} <= {party.role for party in inner} or {"goods", "to"} <= {party.role for party in inner}:
        return True  # "vốn đầu tư của các doanh nghiệp Việt Nam sang Lào"
    before = [party for party in line.parties_in(clause.left, span.start) if not party.both]
    behind = [party for party in clause.after_head(head) if party.role in {"to", "in"}]
    return bool(before and behind) and line.unexplained(before[-1].span.end, span.start) <= _ADVERBS


def _is_investor(clause: Clause) -> bool:
    """Whether somebody is said to be an investor of a rank: "là nhà đầu tư lớn thứ ba tại Lào"; not "nhà đầu tư Nhật, Toshin"."""
    text = clause.line.text
    for mark in find_marks(text, Span(clause.left, max(clause.start, clause.left)), "investor"):
        is_one = endings("level", "becomes").before(text, mark.span.start)
        if is_one or clause.has("superlative", mark.span.end, min(mark.span.end + _RANK_REACH, clause.line.span.end)):
            return True
    return False


def counted(clause: Clause) -> bool:
    """Whether a number of projects stands in the clause or right behind the amount: "với hơn 1.300 dự án"."""
    end = clause.amount.span.end
    starts = [count.span.start for count in clause.line.counts if count.value > 1]
    return any(
        clause.left <= start <= clause.start or (start >= end and not _far(clause.line.text[end:start])) for start in starts
    )


def _far(gap: str) -> bool:
    """Whether what stands between an amount and a number of projects parts them."""
    return len(gap) > _COUNT_REACH or any(stop in gap for stop in ",;:")
