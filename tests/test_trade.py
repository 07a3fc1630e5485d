"""Trade figures: metric, sides, amount, period, status and growth in sentences as the press writes them."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date

import pytest
import trade_cases as cases
import trade_cases_recent as recent
from hypothesis import given, settings
from hypothesis import strategies as st

from vnbilat_lib.doc import Article, Dating, Doc, TradeFigure
from vnbilat_lib.pipeline import STAGES
from vnbilat_lib.trade import tag_trade_figures
from vnbilat_lib.trade.parties import role_before

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
        month = int(match[2]) * 3 - 2
        return days(f"{match[1]}-{month:02}..{match[1]}-{month + 2:02}")
    first, _, last = period.partition("..")
    last = last or first
    start = first + ("-01-01" if len(first) == 4 else "-01")
    year, month = int(last[:4]), int(last[5:7] or 12)
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


def wrong(text: str, notations: tuple[str, ...], today: date = TODAY) -> list[str]:
    """What is missed and what is made up in a case."""
    figures = list(read(text, today).trade_figures)
    missed = []
    for notation in notations:
        hit = next((figure for figure in figures if matches(figure, notation)), None)
        if hit is None:
            missed.append(f"missed {notation}")
        else:
            figures.remove(hit)
    return missed + [f"made up {described(figure)}" for figure in figures]


TABLES = {
    "two-way": cases.TWO_WAY,
    "directed": cases.DIRECTED,
    "investment": cases.INVESTMENT,
    "balance": cases.BALANCE,
    "passages": cases.PASSAGES,
    "lists and other years": cases.UNSEEN,
    "press": (*cases.PRESS_ONE, *cases.PRESS_TWO),
}
RARE = {
    "target": cases.TARGET,
    "forecast": cases.FORECAST,
    "range": cases.RANGE,
    "deficit": cases.DEFICIT,
    "growth without amount": cases.GROWTH,
}


@pytest.mark.parametrize(("text", "figures"), [case for table in TABLES.values() for case in table])
def test_figures_are_read_as_the_press_writes_them(text: str, figures: tuple[str, ...]) -> None:
    assert wrong(text, figures) == []


@pytest.mark.parametrize(("text", "figures"), recent.RECENT)
def test_figures_are_read_in_the_wording_of_recent_years(text: str, figures: tuple[str, ...]) -> None:
    assert wrong(text, figures, date(2025, 7, 10)) == []


@pytest.mark.parametrize("name", RARE)
def test_rare_values_are_right_in_nine_cases_of_ten(name: str) -> None:
    table = RARE[name]
    failures = {text: found for text, figures in table if (found := wrong(text, figures))}
    assert len(table) >= 20
    assert len(failures) <= 0.1 * len(table), failures


@pytest.mark.parametrize("text", cases.NONE)
def test_what_is_no_figure_of_two_economies_is_left_out(text: str) -> None:
    assert [described(figure) for figure in read(text).trade_figures] == []


def test_headline_lead_and_body_make_one_record_with_the_more_precise_amount() -> None:
    doc = read(
        "Kim ngạch Việt Nam - Séc đạt gần 800 triệu USD\nNăm 2023, kim ngạch thương mại giữa Việt Nam và Séc đạt 796,5 triệu USD."
    )
    (figure,) = doc.trade_figures
    assert (float(figure.amount or 0), figure.bound, str(figure.end)) == (796.5e6, "eq", "2023-12-31")


def test_the_same_amount_of_two_years_is_two_records() -> None:
    figures = read("Kim ngạch thương mại Việt Nam - Peru đạt 400 triệu USD năm 2021 và 400 triệu USD năm 2022.").trade_figures
    assert [figure.start.year for figure in figures if figure.start] == [2021, 2022]


def test_a_threshold_is_left_out_beside_the_exact_amount() -> None:
    text = "Năm 2023, xuất khẩu sang Hoa Kỳ đạt 97 tỷ USD. Đây là năm thứ hai liên tiếp xuất khẩu sang Hoa Kỳ vượt mốc 90 tỷ USD trong năm 2023."
    assert [float(figure.amount or 0) for figure in read(text).trade_figures] == [97e9]


def test_growth_told_apart_joins_the_amount_of_the_same_flow_and_year() -> None:
    text = "Năm 2023, xuất khẩu sang Ấn Độ đạt 8,5 tỷ USD. Trong năm 2023, xuất khẩu sang Ấn Độ tăng 6,7%."
    (figure,) = read(text).trade_figures
    assert (float(figure.amount or 0), float(figure.change_pct or 0)) == (8.5e9, 6.7)


@pytest.mark.parametrize(
    ("text", "base", "bound"),
    [
        ("Xuất khẩu sang Đức năm 2023 đạt 7,4 tỷ USD, tăng hơn 5% so với cùng kỳ năm trước.", "same_period_last_year", "min"),
        ("Xuất khẩu sang Đức năm 2023 đạt 7,4 tỷ USD, giảm gần 5% so với năm 2022.", "last_year", "approx"),
        ("Xuất khẩu sang Đức tháng 8/2024 đạt 700 triệu USD, tăng 5% so với tháng trước.", "previous_month", "eq"),
        ("Xuất khẩu sang Đức năm 2023 đạt 7,4 tỷ USD, tăng gấp đôi so với năm 2015.", "since:2015", "eq"),
        ("Xuất khẩu sang Đức năm 2023 đạt 7,4 tỷ USD, tăng 5%.", None, "eq"),
    ],
)
def test_growth_has_its_base_and_bound(text: str, base: str | None, bound: str) -> None:
    (figure,) = read(text).trade_figures
    assert (figure.change_base, figure.change_bound) == (base, bound)


@pytest.mark.parametrize(
    ("text", "basis", "capital"),
    [
        ("Đến hết tháng 8/2024, Nhật Bản có 5.400 dự án tại Việt Nam với tổng vốn đăng ký 77,7 tỷ USD.", "stock", "registered"),
        ("Vốn FDI thực hiện của Nhật Bản vào Việt Nam năm 2023 đạt 3 tỷ USD.", "flow", "disbursed"),
        ("Đầu tư của Đức vào Việt Nam hiện chỉ ở mức 2,7 tỷ USD.", None, None),
        ("Kim ngạch thương mại Việt Nam - Cuba đạt 164 triệu USD.", "flow", None),
    ],
)
def test_stock_flow_and_kind_of_capital(text: str, basis: str | None, capital: str | None) -> None:
    (figure,) = read(text).trade_figures
    assert (figure.basis, figure.capital) == (basis, capital)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Theo Tổng cục Hải quan, xuất khẩu sang Đức năm 2023 đạt 7,4 tỷ USD.", "Tổng cục Hải quan"),
        ("Theo số liệu của Cơ quan Thống kê Canada, xuất khẩu sang Canada năm 2023 đạt 5,6 tỷ USD.", "Cơ quan Thống kê Canada"),
        ("Xuất khẩu sang Đức năm 2023 đạt 7,4 tỷ USD, theo Bộ Công Thương.", "Bộ Công Thương"),
        ("Đại sứ Hà Lan cho biết kim ngạch thương mại Việt Nam - Hà Lan đạt 11 tỷ USD.", "Đại sứ Hà Lan"),
        ("Hai nước đưa kim ngạch thương mại Việt Nam - Hà Lan lên 11 tỷ USD theo hướng cân bằng.", None),
    ],
)
def test_the_authority_that_the_text_names(text: str, name: str | None) -> None:
    (figure,) = read(text).trade_figures
    assert figure.attributed_to == name


def test_each_value_names_its_words() -> None:
    doc = read("Theo Tổng cục Hải quan, năm 2023 Việt Nam xuất khẩu gạo sang Philippines đạt 1,75 tỷ USD, tăng 17,6%.")
    (figure,) = doc.trade_figures
    slots = {evidence.slot: evidence.span.of(doc.text) for evidence in figure.evidence}
    assert slots == {
        "fact": "năm 2023 Việt Nam xuất khẩu gạo sang Philippines đạt 1,75 tỷ USD, tăng 17,6%",
        "amount": "1,75 tỷ USD",
        "reporter": "Việt Nam",
        "partner": "Philippines",
        "period": "năm 2023",
        "change": "tăng 17,6%",
        "commodity": "gạo",
        "attributed_to": "Tổng cục Hải quan",
    }


def test_a_pair_resolved_from_the_context_says_so() -> None:
    doc = read("Việt Nam - Lào\nKim ngạch thương mại hai nước năm 2023 đạt 1,6 tỷ USD.")
    (figure,) = doc.trade_figures
    assert {evidence.basis for evidence in figure.evidence if evidence.slot in {"reporter", "partner"}} == {"resolved"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("xuất khẩu sang thị trường Mỹ", "to"),
        ("nhập khẩu từ các nước Mỹ", "from"),
        ("xuất khẩu của các doanh nghiệp Mỹ", "of"),
        ("kim ngạch với Mỹ", "with"),
        ("kim ngạch giữa Mỹ", "between"),
        ("nhập khẩu hàng Mỹ", "goods"),
        ("đối tác lớn nhất trong Mỹ", "among"),
        ("chủ yếu sang Mỹ", "among"),
        ("Mỹ", ""),
    ],
)
def test_the_preposition_gives_an_economy_its_role(text: str, role: str) -> None:
    assert role_before(text, text.index("Mỹ")) == role


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["kim ngạch", "xuất khẩu", "sang", "của", "Việt Nam", "Mỹ", "Lào", "(", ")", ",", "5 tỷ USD", "tăng 12%", "gấp đôi", "năm 2023",
             "lần lượt", "và", "từ", "lên", ";", "trong đó", "hai nước", "đạt", "mục tiêu", "thâm hụt", "với", "nước này", ".", "dự án"]
        ),
        max_size=30,
    )
)  # fmt: skip
def test_any_order_of_words_is_read_without_error_and_spans_lie_in_the_text(words: list[str]) -> None:
    doc = read(" ".join(words))
    for figure in doc.trade_figures:
        for evidence in figure.evidence:
            assert 0 <= evidence.span.start < evidence.span.end <= len(doc.text)
        assert figure.anchor.within(figure.quote)
        assert figure.reporter != figure.partner


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_strange_text_is_no_error(text: str) -> None:
    read(text)
