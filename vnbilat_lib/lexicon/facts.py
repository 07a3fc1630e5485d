"""Rows about numbers, times, meetings and trade."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from vnbilat_lib.lexicon.reader import read_table


@dataclass(frozen=True, slots=True)
class NumeralWord:
    """A word of written numbers; kind: zero, digit, unit (after tens), teen, tens, twenty, hundred, link, scale, half, part,
    point; or one that decides how its neighbours are read: vague ("mấy"), noun ("tỷ phú"), counter ("năm ngày"), year
    ("mỗi năm"), ordinal ("thứ hai"), fraction ("hai phần ba"), percent.
    """

    word: str
    kind: str
    value: Decimal
    example: str


@cache
def numeral_words() -> tuple[NumeralWord, ...]:
    """Words of written numbers."""
    return read_table("numeral_words", NumeralWord)


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A word around a number. `kind` is

    after the number: currency, currency_if_scaled ("bảng": only after "tỷ"), percent, times, measure; `code` is the unit;
    before it: currency_before ("$"), hedge (`code` is the bound), comparison ("nhiều hơn", unless compared follows),
    multiplier ("gấp"), range_from, between ("giữa 10 và 20"), series ("lần lượt"),
    change ("tăng từ 3 tỷ đến 5 tỷ" is no range); between two: range_to;
    behind number and unit: hedge_after ("trở lên"); after a number whose currency is left out: goes_on ("10 tỷ và");
    a whole amount: multiple ("gấp đôi", "một nửa"). A multiple and small change ("cent") are worth `factor` of the unit `code`.
    """

    phrase: str
    kind: str
    code: str | None
    factor: Decimal | None
    example: str


@cache
def unit_words() -> tuple[UnitWord, ...]:
    """Units, currencies, hedges and other words around numbers."""
    return read_table("units", UnitWord)


@dataclass(frozen=True, slots=True)
class MeetingCue:
    """A word or phrase that tells of a meeting, or that decides how its neighbours are read; `form` only of the former.

    `kind`: meets (a verb whose counterpart follows directly or after "với"), meets-with (only after "với"), encounter (a noun),
    travels, goes (a weak verb of motion), trip (a noun), attends, event, gathering (a noun for events of many kinds); body, firm,
    leader-of, inner (what a counterpart that is no person is made of); with, joint, and, between, of, by, oblique, passive, at,
    frame, aux, serial, plural, modifier, counterpart, land, leads, spouse, presides, world, crowd (indefinite people), includes
    (who took part follows); planned, cancelled, denies, unreal, past, once, then, before, report, pleased; when, leaves (arrival,
    departure); city-state; no-cue (holds a cue's letters and is none).
    """

    phrase: str
    kind: str
    form: str | None
    example: str


@cache
def meeting_cues() -> tuple[MeetingCue, ...]:
    """Words of meetings and visits."""
    return read_table("meeting_cues", MeetingCue)


@dataclass(frozen=True, slots=True)
class TradeTerm:
    """A phrase that trade news uses around its figures; `kind` tells what it does (trade/terms.py), `value` which of its kind."""

    phrase: str
    kind: str
    value: str
    example: str


@cache
def trade_terms() -> tuple[TradeTerm, ...]:
    """Phrases around trade and investment figures."""
    return read_table("trade_terms", TradeTerm)


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A word of temporal expressions; `kind` is its part in them (day, month, part of the day, deictic, preposition ...),
    `value` what it stands for where it stands for something: a number, a weekday from Monday 0, "day:-1".
    """

    word: str
    kind: str
    value: str
    example: str


@cache
def time_words() -> tuple[TimeWord, ...]:
    """Words of temporal expressions."""
    return read_table("time_words", TimeWord)
