"""Trade figures: metric, sides, amount, period, status and growth in sentences as the press writes them."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import trade_cases as cases
from vnbilat_lib.doc import Article, Dating, Doc, TradeFigure
from vnbilat_lib.pipeline import STAGES
from vnbilat_lib.trade import tag_trade_figures

TODAY = date(2024, 10, 15)
_SKIPPED = {"tag_people", "tag_dating", "tag_meetings", "tag_trade_figures"}


def read(text: str, today: date = TODAY) -> Doc:
    """A text with its trade figures; no model is asked."""
    doc = Doc(Article("t", f"{text}\nHội nghị bế mạc cùng ngày trong không khí hữu nghị.", published=today))
    for stage in STAGES:
        if stage.__name__ == "resolve_times":
            doc = replace(doc, dating=Dating(today, today, ((today, today),), ((today, today),)))
        if stage.__name__ not in _SKIPPED:
            doc = stage(doc)
    return tag_trade_figures(doc)


def days(period: str) -> tuple[str | None, str | None]:
    """First and last day of a period in the cases' notation."""
    if period == "-":
        return None, None
    if period.startswith(".."):
        return None, period[2:]
    if match := re.fullmatch(r"(\d{4})Q(\d)", period):
        first = int(match[2]) * 3 - 2
        return days(f"{match[1]}-{first:02}..{match[1]}-{first + 2:02}")
    first, _, last = period.partition("..")
    last = last or first
    start = first + ("-01-01" if len(first) == 4 else "-01")
    year, month = (int(last[:4]), int(last[5:7] or 12))
    return start, f"{year}-{month:02}-{calendar.monthrange(year, month)[1]:02}"


def number(text: str) -> tuple[float, float | None] | None:
    """An amount of the cases' notation, with its upper end."""
    if text == "-":
        return None
    match = re.fullmatch(r"(-?[\d.]+?)(?:\.\.(-?[\d.]+))?(bn|m)", text)
    assert match, text
    factor = {"bn": 1e9, "m": 1e6}[match[3]]
    return round(float(match[1]) * factor), round(float(match[2]) * factor) if match[2] else None


def described(figure: TradeFigure) -> dict[str, object]:
    """A figure's values for comparison."""
    return {
        "metric": figure.metric,
        "sides": frozenset({figure.reporter, figure.partner}) if figure.metric == "trade" else (figure.reporter, figure.partner),
        "amount": None if figure.amount is None else float(figure.amount),
        "amount_max": None if figure.amount_max is None else float(figure.amount_max),
        "currency": figure.currency,
        "start": str(figure.start) if figure.start else None,
        "end": str(figure.end) if figure.end else None,
        "status": figure.status,
        "bound": figure.bound,
        "change": None if figure.change_pct is None else round(float(figure.change_pct), 1),
        "commodity": figure.commodity,
    }


def expected(notation: str) -> dict[str, object]:
    """What a case's notation asks for; a key that is not asked for is left out."""
    goods = re.search(r" g=(.+)$", notation)
    metric, sides, amount, currency, *rest = notation[: goods.start() if goods else None].split(" ")
    one, two = sides.split(">")
    value = number(amount)
    wanted: dict[str, object] = {
        "metric": metric,
        "sides": frozenset({one, two}) if metric == "trade" else (one, two),
        "amount": value and value[0],
        "amount_max": value and value[1],
        "currency": None if currency == "-" else currency,
        "status": next((word for word in rest if word in {"target", "forecast"}), "actual"),
        "bound": next((word for word in rest if word in {"approx", "min", "max"}), "eq"),
    }
    if goods:
        wanted["commodity"] = goods[1]
    for word in rest:
        if re.fullmatch(r"[+-][\d.]+%", word):
            wanted["change"] = float(word[:-1])
        elif re.fullmatch(r"-|\.*\d{4}.*", word):
            wanted["start"], wanted["end"] = days(word)
    return wanted


def matches(figure: TradeFigure, notation: str) -> bool:
    """Whether a figure is what the notation asks for."""
    found = described(figure)
    return all(found[key] == value for key, value in expected(notation).items())


def wrong(text: str, notations: tuple[str, ...]) -> list[str]:
    """What is missed and what is made up in a case."""
    figures = list(read(text).trade_figures)
    missed = []
    for notation in notations:
        hit = next((figure for figure in figures if matches(figure, notation)), None)
        if hit is None:
            missed.append(f"missed {notation}")
        else:
            figures.remove(hit)
    return missed + [f"made up {described(figure)}" for figure in figures]


TABLES = {
    "two-way": cases.TWO_WAY, "directed": cases.DIRECTED, "investment": cases.INVESTMENT, "balance": cases.BALANCE,
    "passages": cases.PASSAGES,
}  # fmt: skip
RARE = {
    "target": cases.TARGET, "forecast": cases.FORECAST, "range": cases.RANGE, "deficit": cases.DEFICIT, "growth": cases.GROWTH,
}  # fmt: skip
