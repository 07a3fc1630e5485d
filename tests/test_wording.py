"""Labels, numbers, days and money in both languages."""

from __future__ import annotations

import math
from datetime import date

import pytest

from vnbilat_lib import lexicon
from vnbilat_lib.errors import VnbilatError
from vnbilat_lib.wording import Wording, missing, to_day

VI, EN = Wording("vi"), Wording("en")


@pytest.mark.parametrize(
    ("start", "end", "vi", "en"),
    [
        ("2023-08-15", "2023-08-15", "15/8/2023", "15 Aug 2023"),
        ("2022-01-01", "2022-12-31", "năm 2022", "2022"),
        ("2016-01-01", "2020-12-31", "2016–2020", "2016–2020"),
        ("2024-01-01", "2024-03-31", "quý 1/2024", "Q1 2024"),
        ("2015-01-01", "2015-09-30", "9 tháng đầu năm 2015", "first 9 months of 2015"),
        ("2024-02-01", "2024-02-29", "tháng 2/2024", "Feb 2024"),
        (None, "2015-11-13", "đến 13/11/2015", "until 13 Nov 2015"),
        ("2015-11-13", None, "từ 13/11/2015", "from 13 Nov 2015"),
        (None, None, "", ""),
    ],
)
def test_a_period_reads_as_one_would_write_it(start: str | None, end: str | None, vi: str, en: str) -> None:
    assert (VI.days(start, end), EN.days(start, end)) == (vi, en)


@pytest.mark.parametrize(
    ("amount", "currency", "most", "bound", "vi", "en"),
    [
        (175_600_000_000, "USD", None, "eq", "175,6 tỷ USD", "USD 175.6 bn"),
        (3_000_000_000_000, "VND", None, "approx", "khoảng 3 nghìn tỷ VND", "about VND 3 tn"),
        (533_000_000, "USD", None, "min", "hơn 533 triệu USD", "over USD 533 m"),
        (75e9, "USD", 80e9, None, "75–80 tỷ USD", "USD 75–80 bn"),
        (-28_900_000_000, "USD", None, "eq", "−28,9 tỷ USD", "USD −28.9 bn"),
        (950, "USD", None, "max", "dưới 950 USD", "under USD 950"),
        (None, None, None, None, "", ""),
    ],
)
def test_money_is_written_in_its_scale(
    amount: float | None, currency: str | None, most: float | None, bound: str | None, vi: str, en: str
) -> None:
    assert (VI.money(amount, currency, most, bound), EN.money(amount, currency, most, bound)) == (vi, en)


def test_growth_has_its_sign_and_hedge() -> None:
    assert (VI.change(-50.0), VI.change(17.0, "min"), EN.change(0.0), VI.change(None)) == ("−50%", "hơn +17%", "0%", "")


def test_empty_cells_of_every_kind_are_empty_words() -> None:
    import pandas as pd

    for empty in (None, math.nan, pd.NA, pd.NaT):
        assert missing(empty)
        assert [VI.number(empty), VI.day(empty), VI.economy(empty), VI.value("form", empty), VI.percent(empty)] == [""] * 5


def test_a_day_is_read_from_all_that_a_frame_holds() -> None:
    import pandas as pd

    assert to_day(pd.Timestamp("2023-08-15")) == to_day("2023-08-15") == to_day(date(2023, 8, 15)) == date(2023, 8, 15)


def test_economies_are_named_in_both_languages() -> None:
    assert [VI.economy(c) for c in ("VN", "CN-YN", "EU", "WLD", "??")] == ["Việt Nam", "Vân Nam", "EU", "thế giới", "??"]
    assert [EN.economy(c) for c in ("VN", "CN-YN", "VN-02", "TW")] == ["Vietnam", "Yunnan", "Lào Cai", "Taiwan"]


def test_an_unknown_label_names_the_file_to_mend() -> None:
    with pytest.raises(VnbilatError, match=r"labels\.csv"):
        VI.label("no.such.label")


def test_both_languages_of_a_label_take_the_same_values() -> None:
    import string

    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    shared = {"period.month"}  # Vietnamese writes the month as a number, English by name
    assert [k for k, row in lexicon.labels().items() if fields(row.vi) != fields(row.en) and k not in shared] == []
