"""The pair of one amount: a list's item in the open side of the pair before, else what its clause names."""

from __future__ import annotations

import re
import sys
from dataclasses import replace

from vnbilat_lib.doc import Span
from vnbilat_lib.trade.clause import Clause
from vnbilat_lib.trade.context import Context, carried_pair, goes_on, parts_from, same_family
from vnbilat_lib.trade.draft import Head, Pair
from vnbilat_lib.trade.heads import blocks
from vnbilat_lib.trade.pairs import Sides, find_pair, is_pair
from vnbilat_lib.trade.parties import Party, role_before
from vnbilat_lib.trade.terms import endings, find_marks, phrase_at

# Behind a threshold that a list shares: "trên 1 tỷ USD: A, B", "trên 20 tỷ USD (A và B)".
_LIST_OPENS = re.compile(r"\s?[(:]\s?")
_COMMA = re.compile(r",?")
_LIST_BEGINS = 16

_GOODS = frozenset({"export", "import"})
_TWO = 2

_DIRECTED = frozenset({"export", "import", "investment"})

# "với hơn 1.300 dự án" may stand so far behind an amount; so many adverbs before a verb ("cũng đang").
_COUNT_REACH, _ADVERBS = 40, 3

# So many words without a known part in a figure may stand between a host and the investment there.
_FAR_HOST = 16

# "lớn thứ ba" follows "nhà đầu tư" at so short a distance.
_RANK_REACH = 26


def settled(clause: Clause, head: Head, context: Context) -> Head:
    """A head that says only "kim ngạch" as what was told before: exports stay exports, but not with "hai chiều"."""
    recent = context.head is not None and clause.line.number - context.line <= 2
    if not head.vague or not recent or context.head is None or context.head.metric not in {"export", "import"}:
        return head
    if any(party.both for party in clause.after_head(head)):
        return head
    return replace(context.head, span=head.span, vague=True)


def pair_of(clause: Clause, head: Head, context: Context) -> Pair | None:
    """The pair of an amount, None where no partner is told."""
    if head.metric == "investment" and context.outward:
        return _outward(clause, head, context.outward)
    if head.span is None:
        return _carried(clause, head, context)
    if head.vague and (pair := _next_of_list(clause, head, context)):
        return pair
    before = clause.before_head(head)
    after = tuple(_in_its_role(clause, party) for party in clause.after_head(head))
    limit = head.span.end if head.span.start >= clause.amount.span.end else min(head.span.end, clause.start)
    begin = before[0].span.end if before else clause.left
    named = [party for party in after if not party.both]
    if not named and not any(party.both for party in (*before, *after)) and clause.has("count", head.span.start, clause.start):
        return None  # "có một thị trường xuất khẩu vượt 40 tỷ USD"
    grouped = [party for party in named if party.group == named[0].group]
    if head.metric == "balance" and len(grouped) > 1 and grouped[0].role != "listed":
        return carried_pair(clause.line, head, clause.amount, context)  # "thâm hụt thương mại Việt Nam - Hoa Kỳ": whose?
    sided = len({party.code for party in named}) > 1 or any(party.both or party.role == "with" for party in after)
    both_before = len({party.code for party in before if not party.both and party.role != "among"}) == _TWO
    sided = sided or (both_before and not named and clause.has("partner", clause.left, head.span.start))
    if head.paired and not sided:
        return None  # "xe thương mại", "giá trị thương mại hơn 5 nghìn tỷ USD"
    listing = context.topic is not None  # "Có 94 quốc gia đầu tư tại Việt Nam trong 9 tháng."
    if head.metric in _DIRECTED and (
        _firm_acts(clause, head) or (head.metric == "investment" and not listing and not _of_a_country(clause, head))
    ):
        return None
    carried = _carried_over(clause, head, context, (*before, *after))
    sides = Sides(
        before=before,
        after=after,
        item=clause.item,
        market=bool(before) and (_as_market(clause, begin, limit) or clause.has("investor", begin, limit)),
        investor_at=_investor_at(clause, begin, clause.start),
        receiving=clause.has("receiving", clause.left, clause.start),
        hosted=_counted(clause) or head.capital == "registered" or clause.has("rank", clause.left, clause.start) or listing,
        holder=_holder(clause, before) if head.metric == "balance" else None,
        carried=carried,
        nearby=context.pair if context.line == clause.line.number else None,
        recent=context.pair if clause.line.number - context.line == 1 and _told(head, context) else None,
        standing=context.standing,
        home=_home(clause, head, context),
        alone=_tells_all(clause, head, context, carried),
    )
    pair = find_pair(head, sides)
    if pair is not None and _of_several(clause, head, pair):
        return None
    return replace(pair, open="reporter") if pair and head.metric in {"export", "import"} and _ranked(clause) else pair


def _told(head: Head, context: Context) -> bool:
    """Whether the pair before is one of which a figure was told, or of the same kind of flow."""
    return context.amount is not None or same_family(head, context.head)


def _tells_all(clause: Clause, head: Head, context: Context, carried: Pair | None) -> bool:
    """Whether a figure without a partner is not of the pair before: the same metric again, unless in the brackets of a list.

    Also "Nhìn chung, xuất khẩu của Trung Quốc tăng 4%".
    """
    if clause.line.number == context.line or context.head is None or carried is None:
        return False
    if clause.has("overall", clause.left, clause.start):
        return True
    own = {carried.reporter, carried.partner} == set(context.standing or ()) and clause.line.text[clause.start - 1] == "("
    return context.head.metric == head.metric and head.metric != "balance" and not own and not goes_on(clause.line, context)


def _next_of_list(clause: Clause, head: Head, context: Context) -> Pair | None:
    """The pair with the other economy that "kim ngạch" goes on with: "của Thái Lan là 72.000 xe, kim ngạch 1,4 tỷ USD"."""
    base = context.pair
    parties = (*clause.before_head(head), *clause.after_head(head))
    if base is None or head.metric not in {"export", "import"} or len(parties) != 1:
        return None
    item = parties[0]
    fits = not item.both and item.role in {"", "of"} and item.code not in (base.reporter, base.partner)
    return listed(head, item, base, context) if fits else None


def _outward(clause: Clause, head: Head, investor: str) -> Pair | None:
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


def _ranked(clause: Clause) -> bool:
    """Whether a rank among those who sell or buy the same is told: "đứng thứ ba chỉ sau Trung Quốc (79,4 triệu USD)".

    Not a rank among markets: "đứng thứ hai là thị trường Trung Quốc".
    """
    if not clause.has("rank", clause.left, clause.start):
        return False
    at = clause.item.span.start if clause.item else None
    return at is None or endings("level", "list_noun").before(clause.line.text, at) is None


def _as_market(clause: Clause, begin: int, end: int) -> bool:
    """Whether somebody is called a market between two places, not only named by the word: "xuất siêu vào thị trường Hà Lan"."""
    text = clause.line.text
    marks = find_marks(text, Span(begin, end), "market") if begin < end else ()
    return any(endings("role").before(text, mark.span.start) is None for mark in marks)


def _home(clause: Clause, head: Head, context: Context) -> str:
    """Whose trade is meant: in the sentence that tells a province's total of investment the province.

    In a list behind a national total it is that country: "Campuchia đạt 47 tỷ USD. Đứng đầu là Trung Quốc với 14 tỷ USD".
    """
    told, gap = context.subject, clause.line.number - context.line
    named = {party.code for party in clause.line.parties if not party.both}
    if told and head.metric == "investment" and gap == 0 and told.split("-")[0] == context.home:
        return told
    if told and head.metric in _GOODS and gap <= 1 and context.pair is None and told not in named:
        return told  # "xuất khẩu của Trung Quốc sang châu Á tăng 20%, sang EU tăng 8%"
    goes_with = context.head is not None and {head.metric, context.head.metric} <= _GOODS
    if context.pair and gap <= 1 and goes_with and context.pair.reporter not in named:
        return context.pair.reporter
    item = clause.item if head.metric != "investment" and context.pair is None and gap <= 1 else None
    return told if told and item is not None and item.code != told else context.home


def _holder(clause: Clause, before: tuple[Party, ...]) -> Party | None:
    """Whose balance a relative clause tells: "các đối tác mà Mỹ có thâm hụt lớn nhất"."""
    text = clause.line.text
    return next((party for party in before if endings("relative").before(text, party.span.start)), None)


def _investor_at(clause: Clause, start: int, end: int) -> int:
    """Where the first "nhà đầu tư", "đối tác đầu tư" between two places ends; beyond everything where there is none."""
    marks = find_marks(clause.line.text, Span(start, end), "investor") if start < end else ()
    return marks[0].span.end if marks else sys.maxsize


def _firm_acts(clause: Clause, head: Head) -> bool:
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


def _of_a_country(clause: Clause, head: Head) -> bool:
    """Whether an investment is a country's, not one project's.

    It has a number of projects, registered or direct capital, "của A" or "từ A", "là nhà đầu tư", or a country as the subject of
    "đầu tư" with another behind: "Ai Cập cũng đang đầu tư 2 tỷ USD vào nước này".
    """
    line, span = clause.line, head.span
    if span is None:
        return True
    if _counted(clause):
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


def _counted(clause: Clause) -> bool:
    """Whether a number of projects stands in the clause or right behind the amount: "với hơn 1.300 dự án"."""
    end = clause.amount.span.end
    starts = [count.span.start for count in clause.line.counts if count.value > 1]
    return any(
        clause.left <= start <= clause.start or (start >= end and not _far(clause.line.text[end:start])) for start in starts
    )


def _far(gap: str) -> bool:
    """Whether what stands between an amount and a number of projects parts them."""
    return len(gap) > _COUNT_REACH or any(stop in gap for stop in ",;:")


def _of_several(clause: Clause, head: Head, pair: Pair) -> bool:
    """Whether the amount is shared by a list: "xuất khẩu sang Mỹ và Nhật Bản đạt 60 tỷ USD" is neither's."""
    parties, told = clause.line.parties, {span for _, span, _ in pair.spans}
    both = [party for party in parties if party.span in told]
    paired = len(both) == 2 and both[0].group == both[1].group and _pairs_up(clause.line.text, *both)
    most = 2 if head.metric == "trade" or paired else 1
    for party in parties:
        members = [other for other in parties if other.group == party.group and not other.both]
        shown = len(members) > 1 and endings("row_opens").before(clause.line.text, members[0].span.start)  # "như Mỹ và EU"
        if party.span in told and (len(members) > most or shown) and party.role != "listed" and clause.item is not party:
            return True
    return False


def _pairs_up(text: str, one: Party, two: Party) -> bool:
    """Whether two economies are a pair ("xuất khẩu Việt Nam - Hoa Kỳ", "giữa A và B"), no list ("Trung Quốc và Hồng Kông")."""
    return one.role == "between" or not text[one.span.end : two.span.start].strip(" -–").strip()


def _carried_over(clause: Clause, head: Head, context: Context, parties: tuple[Party, ...]) -> Pair | None:
    """The pair in force, unless it was one of a list's or the clause speaks of another ("chủ yếu sang Trung Quốc")."""
    pair = carried_pair(clause.line, head, clause.amount if clause.amount.currency else None, context)
    if pair is None:
        return None
    others = [party for party in parties if not party.both and party.code not in (pair.reporter, pair.partner)]
    if clause.line.number == context.line:
        return pair
    turned = context.head is not None and context.head.metric not in {head.metric, "trade"}
    own = {pair.reporter, pair.partner} == set(context.standing or ())
    if turned and not own and not parties and not parts_from(clause.line, context):
        return None  # "Xuất khẩu sang Trung Quốc đạt 10 tỷ USD. Mặt khác, nhập khẩu đạt 54 tỷ USD."
    foreign = others and (not goes_on(clause.line, context) or any(party.role == "among" for party in others))
    return None if foreign else pair


def _in_its_role(clause: Clause, party: Party) -> Party:
    """A party behind the head with the role that its place gives: a list's item is "listed".

    "xuất khẩu chủ yếu sang Mỹ, đạt 5 tỷ USD" is all of it, "xuất khẩu 5 tỷ USD, chủ yếu sang Mỹ" is not.
    """
    text = clause.line.text
    if _is_listed(clause, party):
        return replace(party, role="listed")
    alone = not any(other.group == party.group and other is not party for other in clause.line.parties)
    if party.role == "among" and alone and party.span.end <= clause.start and _told_of_it(clause, party):
        return replace(party, role=role_before(text, party.span.start, mainly="") or party.role)
    return party


def _told_of_it(clause: Clause, party: Party) -> bool:
    """Whether "đạt", "với" stands between a party and the amount."""
    start, marks = party.span.end, clause.line.changes
    return any(mark.kind == "level" and mark.span.start >= start and mark.span.end <= clause.start for mark in marks)


def _is_listed(clause: Clause, party: Party) -> bool:
    """Whether a party is a list's item: "lớn nhất là Hoa Kỳ (29,7 tỷ USD)", "gồm Đài Loan với 14 tỷ USD", "như: Đức đạt ..."."""
    text, start = clause.line.text, party.span.start
    if clause.item is not party or party.role:
        return False
    if text[clause.start - 1 : clause.start] == "(" or text[:start].rstrip()[-1:] == ":":
        return True
    return endings("level", "row_opens").before(text, start) is not None


def _carried(clause: Clause, head: Head, context: Context) -> Pair | None:
    """The pair of an amount whose metric was carried over."""
    item, base = clause.item or clause.market_subject, context.pair
    after = clause.after_head(None)
    named = [party for party in after if not party.both]
    overtaken = item is not None and endings("overtakes").before(clause.line.text, item.span.start)
    if base is not None and head.metric in {"export", "import"} and (overtaken or _ranked(clause)):
        base = replace(base, open="reporter")  # "đứng thứ ba chỉ sau Trung Quốc (79,4 triệu USD)"
    if item is None and len(named) == 1 and named[0].role in {"", "of", "goods"}:
        item = named[0]
    if item is not None and (
        item.role in {"", "of", "goods"} or (base is not None and len(after) == 1 and item.role in {"to", "from", "in"})
    ):
        return listed(head, item, base, context)
    if base is None:
        return listed(head, item, base, context) if item is not None else None
    if not after:
        return replace(base, spans=())
    pair = find_pair(head, Sides(before=(), after=after, carried=base, standing=context.standing, home=context.home))
    return None if pair is not None and _of_several(clause, head, pair) else pair


def listed(head: Head, item: Party, base: Pair | None, context: Context) -> Pair | None:
    """The pair before with a list's item in its open side; after a national total the item is the partner."""
    if base is None and head.metric == "investment" and item.role in {"to", "in"}:
        told = Pair(context.home, item.code, (("partner", item.span, item.basis),), listed=True)
        return told if is_pair(context.home, item.code) else None  # "245 dự án vào Lào (5,5 tỷ USD)"
    if base is None and head.metric == "investment":
        return (
            Pair(item.code, context.home, (("reporter", item.span, item.basis),), "reporter")
            if is_pair(item.code, context.home)
            else None
        )
    if base is None:
        subject = context.subject or context.home
        told = Pair(subject, item.code, (("partner", item.span, item.basis),), listed=True)
        return told if is_pair(subject, item.code) else None
    if item.code in (base.reporter, base.partner):
        slot = "partner" if item.code == base.partner else "reporter"
        return replace(base, spans=((slot, item.span, item.basis),))
    if not is_pair(item.code, base.partner if base.open == "reporter" else base.reporter):
        return None
    if base.open == "reporter":
        return Pair(item.code, base.partner, (("reporter", item.span, item.basis),), "reporter", listed=True)
    return Pair(base.reporter, item.code, (("partner", item.span, item.basis),), listed=True)


def _list_begin(text: str, end: int) -> int | None:
    """Where the list behind a threshold begins: "trên 20 tỷ USD: A, B", "trên 20 tỷ USD là A và B"."""
    sign = _LIST_OPENS.match(text, end)
    if sign is not None:
        return sign.end()
    comma = _COMMA.match(text, end)
    word = phrase_at(text, comma.end() if comma else end, "goods_open")
    return word.span.end + 1 if word else None


def sharing(clause: Clause) -> tuple[Party, ...]:
    """The economies of a list that share the amount as a threshold: "có hai thị trường trên 20 tỷ USD (Hoa Kỳ và Trung Quốc)"."""
    line, end = clause.line, clause.amount.span.end
    begin = _list_begin(line.text, end)
    if begin is None or not clause.has("count", clause.left, clause.start):
        return ()
    parties = [p for p in line.parties if begin <= p.span.start < clause.following and not p.both]
    if not parties or parties[0].span.start - begin > _LIST_BEGINS:
        return ()
    return tuple(party for party in parties if party.group == parties[0].group)
