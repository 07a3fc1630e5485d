"""The pages' words, numbers, dates and economies in Vietnamese or English: words from labels.csv, formats from babel."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, cast

from vnbilat_lib import lexicon
from vnbilat_lib.errors import VnbilatError

Lang = Literal["vi", "en"]
LOCALES = {"vi": "vi", "en": "en_GB"}  # en_GB: "15 Aug 2023", the order of days that a Vietnamese reader expects too
SCALES = (12, 9, 6)
MINUS = "\u2212"


def missing(value: object) -> bool:
    """Whether a cell of a frame is empty: None, NaN, NaT or pandas' NA (told without importing pandas).

    >>> missing(None), missing(float("nan")), missing(0)
    (True, True, False)
    """
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return True
    return isinstance(value, float) and value != value  # noqa: PLR0124 - NaN is the one value unequal to itself


def to_day(value: Any) -> date | None:
    """A cell as a day: a date, a pandas Timestamp or an ISO string; None where it is empty.

    >>> to_day("2023-08-15")
    datetime.date(2023, 8, 15)
    """
    if missing(value) or value == "":
        return None
    if isinstance(value, str):
        return date.fromisoformat(value[:10])
    return value.date() if hasattr(value, "date") else cast(date, value)


@dataclass(frozen=True, slots=True)
class Wording:
    """How the pages speak in one language.

    >>> Wording("vi").money(175_600_000_000, "USD")
    '175,6 tỷ USD'
    >>> Wording("en").money(175_600_000_000, "USD")
    'USD 175.6 bn'
    """

    lang: Lang = "vi"

    @property
    def locale(self) -> str:
        """The name by which babel knows the language."""
        return LOCALES[self.lang]

    def label(self, key: str, **values: object) -> str:
        """The phrase of labels.csv for `key`, with `{name}` filled from `values`.

        >>> Wording("vi").label("form.reception")
        'tiếp'
        """
        row = lexicon.labels().get(key)
        if row is None:
            raise VnbilatError(f"data/labels.csv has no key {key!r}: add a row key,vi,en")
        return cast(str, getattr(row, self.lang)).format(**values)

    def value(self, family: str, value: object) -> str:
        """The word for one of a column's fixed values, "" for an empty cell, the value itself where labels.csv has no word.

        >>> Wording("en").value("form", "talks")
        'talks'
        """
        if missing(value):
            return ""
        return self.label(f"{family}.{value}") if f"{family}.{value}" in lexicon.labels() else str(value)

    def number(self, value: Any, digits: int = 2) -> str:
        """A number with at most `digits` decimals, "" for an empty cell.

        >>> Wording("vi").number(1234.5), Wording("en").number(1234.5)
        ('1.234,5', '1,234.5')
        """
        if missing(value):
            return ""
        pattern = f"#,##0.{'#' * digits}"
        return str(_numbers().format_decimal(round(value, digits), format=pattern, locale=self.locale)).replace("-", MINUS)

    def money(self, amount: Any, currency: Any, amount_max: Any = None, bound: Any = "eq") -> str:
        """An amount in the largest scale that fits, with its range and hedge; "" where there is none.

        >>> Wording("vi").money(75_000_000_000, "USD", 80_000_000_000, "approx")
        'khoảng 75–80 tỷ USD'
        """
        if missing(amount):
            return ""
        top = abs(amount if missing(amount_max) else amount_max)
        scale = next((s for s in SCALES if top >= 10**s), 0)
        parts = [self.number(float(x) / 10**scale) for x in (amount, amount_max) if not missing(x)]
        unit = "" if missing(currency) else str(currency)
        key = "money" if scale else "money.plain"
        text = self.label(key, number="–".join(parts), scale=self.label(f"scale.{scale}") if scale else "", currency=unit).strip()
        return self.hedged(text, bound)

    def fixed(self, value: Any, digits: int = 3) -> str:
        """A number with exactly `digits` decimals, so that a column of them lines up.

        >>> Wording("vi").fixed(0.9)
        '0,900'
        """
        return "" if missing(value) else str(_numbers().format_decimal(value, format=f"0.{'0' * digits}", locale=self.locale))

    def percent(self, share: Any, digits: int = 1) -> str:
        """A share of 1 as per cent.

        >>> Wording("vi").percent(0.1234)
        '12,3%'
        """
        return "" if missing(share) else f"{self.number(float(share) * 100, digits)}%"

    def hedged(self, text: str, bound: Any) -> str:
        """`text` with the hedge that the article gave it."""
        return text if missing(bound) or bound == "eq" else self.label(f"bound.{bound}", amount=text)

    def change(self, per_cent: Any, bound: Any = None, digits: int = 1) -> str:
        """A growth rate with its sign.

        >>> Wording("vi").change(17.0, "min")
        'hơn +17%'
        """
        if missing(per_cent):
            return ""
        sign = "+" if per_cent > 0 else ""
        return self.hedged(self.label("change", sign=sign, number=self.number(float(per_cent), digits)), bound)

    def day(self, value: Any) -> str:
        """A day.

        >>> Wording("vi").day("2023-08-15"), Wording("en").day("2023-08-15")
        ('15/8/2023', '15 Aug 2023')
        """
        day = to_day(value)
        return "" if day is None else _dates().format_skeleton("yMd" if self.lang == "vi" else "yMMMd", day, locale=self.locale)

    def days(self, start: Any, end: Any) -> str:
        """A period as a reader would write it: a day, a year, a quarter, a run of months, or two days; "" where both are open.

        >>> Wording("vi").days("2022-01-01", "2022-12-31"), Wording("en").days("2015-01-01", "2015-09-30")
        ('năm 2022', 'first 9 months of 2015')
        """
        first, last = to_day(start), to_day(end)
        if first is None or last is None:
            return "" if first is last else self.label("period.until", day=self.day(last)) if last else self._since(first)
        if first == last:
            return self.day(first)
        if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
            return self._months(first, last)
        skeleton = "yMd" if self.lang == "vi" else "yMMMd"
        return cast(str, _dates().format_interval(first, last, skeleton, locale=self.locale))

    def _since(self, first: date | None) -> str:
        return self.label("period.since", day=self.day(first))

    def _months(self, first: date, last: date) -> str:
        """Whole months: years, a quarter, a month, the first months of a year, or from month to month."""
        if (first.month, last.month) == (1, 12):
            return self.label("period.year", year=first.year) if first.year == last.year else f"{first.year}–{last.year}"
        if first.year == last.year and first.month % 3 == 1 and last.month == first.month + 2:
            return self.label("period.quarter", quarter=last.month // 3, year=last.year)
        if (first.year, first.month) == (last.year, last.month):
            return self.label(
                "period.month",
                number=first.month,
                name=_dates().format_skeleton("yMMM", first, locale=self.locale),
                year=first.year,
            )
        if first.year == last.year and first.month == 1:
            return self.label("period.first_months", n=last.month, year=first.year)
        return cast(str, _dates().format_interval(first, last, "yM" if self.lang == "vi" else "yMMM", locale=self.locale))

    def economy(self, code: Any) -> str:
        """The name of a country, region or bloc by its code; the code itself where none is known.

        >>> Wording("vi").economy("CN-YN"), Wording("en").economy("CN")
        ('Vân Nam', 'China')
        """
        if missing(code):
            return ""
        return _economies(self.lang).get(str(code), str(code))


@cache
def _economies(lang: Lang) -> dict[str, str]:
    """Code -> name: labels.csv, then the gazetteer's first name; of a foreign region in English the first in plain letters."""
    from babel import Locale

    names = {row.code: row.name for row in reversed(lexicon.regions())}
    if lang == "en":
        names |= {row.code: row.name for row in reversed(lexicon.regions()) if row.country != "VN" and row.name.isascii()}
    names |= dict(Locale.parse(LOCALES[lang]).territories)
    if lang == "vi":
        names |= {row.code: row.name for row in reversed(lexicon.countries()) if row.kind == "name"}
    prefix = "economy."
    return names | {
        key.removeprefix(prefix): getattr(row, lang) for key, row in lexicon.labels().items() if key.startswith(prefix)
    }


def _dates() -> Any:
    from babel import dates

    return dates


def _numbers() -> Any:
    from babel import numbers

    return numbers
