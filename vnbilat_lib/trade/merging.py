"""One fact, one figure: what headline, lead and body tell of the same figure is made one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from vnbilat_lib.doc import Amount
from vnbilat_lib.trade.draft import Draft, Period

_SAME = Decimal("0.005")

# Two tellings at two precisions ("gần 3 tỷ", "2,97 tỷ") differ by at most so much.
_ROUNDED = Decimal("0.12")
_MIRROR = {"export": "import", "import": "export"}


def merge(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts with each fact once, growth without amount joined to its amount; in the order of the text."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = next((at for at, other in enumerate(kept) if _same_fact(draft, other)), None)
        if twin is None:
            kept.append(draft)
        else:
            kept[twin] = _joined(kept[twin], draft)
    return _with_rates([draft for draft in kept if not any(_dominates(other, draft) for other in kept if other is not draft)])


def _sides(draft: Draft) -> tuple[str, str, str]:
    """Metric and sides in a form in which trade has no direction and an import from A is A's export."""
    metric, one, two = draft.head.metric, draft.pair.reporter, draft.pair.partner
    if metric in {"trade", "balance"}:
        one, two = sorted((one, two))
    return metric, one, two


def _mirrored(draft: Draft, other: Draft) -> bool:
    """Whether one tells as an export what the other tells as the partner's import."""
    return _MIRROR.get(draft.head.metric) == other.head.metric and (draft.pair.reporter, draft.pair.partner) == (
        other.pair.partner,
        other.pair.reporter,
    )


def _same_sides(draft: Draft, other: Draft) -> bool:
    """Whether the two tell the same flow; "hai bên" may be the country for its province."""
    one, two = _sides(draft), _sides(other)
    if one == two or _mirrored(draft, other):
        return True
    if one[0] != two[0]:
        return False
    resolved = any(basis == "resolved" for draft_ in (draft, other) for _, _, basis in draft_.pair.spans)
    countries = [{code.split("-")[0] for code in sides[1:]} for sides in (one, two)]
    return countries[0] == countries[1] and (resolved or not (draft.pair.spans and other.pair.spans))


def compatible(one: Period, two: Period) -> bool:
    """Whether two tellings may be of the same period: the same, or one leaves it open."""
    if (one.start, one.end) == (two.start, two.end):
        return True
    if one.end is None or two.end is None:
        return True
    return one.end == two.end and (one.start is None or two.start is None)


def _same_fact(draft: Draft, other: Draft) -> bool:
    """Whether two drafts tell one fact."""
    if not _same_sides(draft, other) or draft.status != other.status or not compatible(draft.period, other.period):
        return False
    if draft.period.average != other.period.average:
        return False
    if draft.goods != other.goods and None not in (draft.goods, other.goods):
        return False
    if draft.amount is None or other.amount is None:
        return (
            draft.amount is other.amount
            and draft.change is not None
            and other.change is not None
            and draft.change.pct == other.change.pct
        )
    if draft.amount.currency != other.amount.currency or draft.head.sign != other.head.sign:
        return False
    return _same_amount(draft.amount, other.amount)


def _same_amount(one: Amount, two: Amount) -> bool:
    """Whether two amounts are equal, or one is the other rounded ("gần 3 tỷ" and "2,97 tỷ")."""
    if abs(one.value - two.value) <= _SAME * max(one.value, two.value):
        return one.value_max == two.value_max or None in (one.value_max, two.value_max)
    coarse, fine = sorted((one, two), key=lambda amount: _digits(amount.value))
    if coarse.bound == "eq" or _digits(coarse.value) == _digits(fine.value) or None not in (coarse.value_max, fine.value_max):
        return False
    return abs(coarse.value - fine.value) <= _ROUNDED * fine.value and _rounds(coarse, fine)


def _rounds(coarse: Amount, fine: Amount) -> bool:
    """Whether the coarser amount's hedge allows the finer: "hơn" is below it, "gần" above."""
    step = Decimal(10) ** (coarse.value.adjusted() - _digits(coarse.value) + 1)
    if coarse.bound == "min":
        return coarse.value <= fine.value < coarse.value + step
    return abs(coarse.value - fine.value) < step


def _digits(value: Decimal) -> int:
    """How many significant digits a value has: 2,970,000,000 has three."""
    return len(str(int(value)).rstrip("0")) if value == value.to_integral_value() else len(value.normalize().as_tuple().digits)


def _joined(first: Draft, second: Draft) -> Draft:
    """Two tellings of one fact: the more precise amount, the fuller quote, and what only one of them says."""
    main, other = (first, second) if _fullness(first) >= _fullness(second) else (second, first)
    finer = main.amount and other.amount and _digits(other.amount.value) > _digits(main.amount.value)
    if finer and (main.period.end is None or other.period.end is not None or not main.change):
        main, other = other, main
    period = main.period if main.period.end or not other.period.end else other.period
    return replace(main, period=period, change=main.change or other.change, commodity=main.commodity or other.commodity,
                   goods=main.goods or other.goods, source=main.source or other.source)  # fmt: skip


def _fullness(draft: Draft) -> tuple[int, ...]:
    """How much a telling says: period, change, named sides, then length."""
    stated = sum(basis == "stated" for _, _, basis in draft.pair.spans)
    return (
        draft.period.end is not None,
        draft.change is not None,
        stated,
        draft.head.span is not None,
        draft.quote.end - draft.quote.start,
    )


def _with_rates(drafts: list[Draft]) -> list[Draft]:
    """Growth told apart from its amount joined to it where sides and period are the same."""
    kept = list(drafts)
    for draft in drafts:
        if draft.amount is not None or draft.change is None or draft.period.end is None:
            continue
        for at, other in enumerate(kept):
            same = _sides(draft) == _sides(other) and (draft.period.start, draft.period.end) == (
                other.period.start,
                other.period.end,
            )
            if (
                other.amount is not None
                and same
                and other.goods == draft.goods
                and draft.status == other.status
                and (other.change is None or other.change.pct == draft.change.pct)
            ):
                kept[at] = replace(other, change=other.change or draft.change)
                kept.remove(draft)
                break
    return kept


def _dominates(exact: Draft, vague: Draft) -> bool:
    """Whether a threshold ("vượt mốc 30 tỷ USD") only says less than another figure of the same flow and period."""
    if exact.amount is None or vague.amount is None or vague.amount.bound != "min" or exact.amount.bound == "min":
        return False
    same = _sides(exact) == _sides(vague) and (exact.period.start, exact.period.end) == (vague.period.start, vague.period.end)
    same = same and exact.goods == vague.goods
    near = abs(exact.line - vague.line) <= 1 and exact.status == vague.status
    return (
        same
        and near
        and vague.period.end is not None
        and exact.amount.currency == vague.amount.currency
        and exact.amount.value >= vague.amount.value
    )
