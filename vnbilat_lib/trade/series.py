"""Rows told "lần lượt": a row of economies, metrics or periods and a row of as many amounts, told apart one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vnbilat_lib.doc import Amount
from vnbilat_lib.trade.line import Line
from vnbilat_lib.trade.terms import phrases

# Between two members of a row: "7,9%, 9,4% và 13,6%", perhaps with a hedge.
_STEP = re.compile(r"\s?(?:,|;|và|, và)\s(?:\w{1,8}\s){0,2}")
_METRICS = frozenset({"export", "import", "surplus", "deficit"})


def told_apart(line: Line) -> tuple[Line, ...]:
    """The line itself, or one line for each pair of a row where the sentence tells two rows "lần lượt".

    "Xuất khẩu sang Mỹ, EU và Nhật Bản tăng lần lượt 8%, 9% và 3%" becomes three lines with one economy and one rate each.
    """
    marks = list(phrases("listing").find(line.text, line.span.start, line.span.end))
    amounts = _row(line.text, line.rates) or _row(line.text, line.money)
    if not marks or not amounts:
        return (line,)
    end = amounts[0].span.start
    heads = [mark for mark in line.heads if mark.kind == "metric" and mark.value in _METRICS and mark.span.end <= end]
    if len({mark.value for mark in heads}) == len(amounts):
        others = [mark for mark in line.heads if mark not in heads]
        return tuple(_only(line, amounts, at, heads=(*others, head)) for at, head in enumerate(heads))
    parties = [party for party in line.parties if party.span.end <= end and not party.both]
    groups = {party.group: [other for other in parties if other.group == party.group] for party in parties}
    for group in reversed(list(groups.values())):
        if len(group) == len(amounts):
            kept = [party for party in line.parties if party not in group]
            return tuple(
                _only(line, amounts, at, parties=tuple(sorted([*kept, replace(party, group=-1)], key=lambda one: one.span)))
                for at, party in enumerate(group)
            )
    times = [time for time in line.times if time.span.end <= end and time.start]
    if len(times) == len(amounts):
        rest = [time for time in line.times if time not in times]
        return tuple(_only(line, amounts, at, times=(time, *rest)) for at, time in enumerate(times))
    return (line,)


def _row(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """The first row of at least two amounts with nothing but commas and "và" between them."""
    row: list[Amount] = []
    for amount in amounts:
        if row and not _STEP.fullmatch(text, row[-1].span.end, amount.span.start):
            if len(row) > 1:
                break
            row = []
        row.append(amount)
    return row if len(row) > 1 else []


def _only(line: Line, row: Sequence[Amount], at: int, **fields: object) -> Line:
    """The line with one amount of the row and some fields replaced."""
    others = {amount.span for index, amount in enumerate(row) if index != at}
    money = tuple(amount for amount in line.money if amount.span not in others)
    rates = tuple(amount for amount in line.rates if amount.span not in others)
    aside = (*line.aside, *others, *(party.span for party in line.parties))
    return replace(line, money=money, rates=rates, aside=aside, **fields)  # type: ignore[arg-type]
