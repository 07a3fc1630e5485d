"""Amounts: numbers in digits and words with their scale, unit, range and hedge, and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnbilat_lib.amounts import find_amounts, tag_amounts
from vnbilat_lib.doc import Amount, Article, Doc, Span, TimeMention
from vnbilat_lib.lexicon import UnitWord, unit_words

_SIGNS = {"eq": "", "min": ">", "max": "<", "approx": "~"}


def short(amount: Amount) -> str:
    """An amount as the tables below write it: bound, value, upper end, currency or unit."""
    value = f"{amount.value.normalize():f}" + (f"..{amount.value_max.normalize():f}" if amount.value_max is not None else "")
    return f"{_SIGNS[amount.bound]}{value} {amount.currency or amount.unit}"


def told(text: str) -> list[str]:
    """The amounts of a text in short."""
    return [short(amount) for amount in find_amounts(text)]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Kim ngạch đạt 45,3 tỷ USD.", "45300000000 USD"),
        ("Kim ngạch đạt 45.3 tỷ USD.", "45300000000 USD"),
        ("Kim ngạch đạt 1.500 tỷ đồng.", "1500000000000 VND"),
        ("Kim ngạch đạt 2.345.678 USD.", "2345678 USD"),
        ("Kim ngạch đạt 2,345,678 USD.", "2345678 USD"),
        ("Kim ngạch đạt 0,75 tỷ USD.", "750000000 USD"),
        ("Kim ngạch đạt 3,25 triệu USD.", "3250000 USD"),
        ("Kim ngạch đạt 1.234,56 triệu USD.", "1234560000 USD"),
        ("Kim ngạch đạt 12,345 tỷ USD.", "12345000000 USD"),
        ("Giá là 125.000 đồng.", "125000 VND"),
        ("Kim ngạch đạt 5 tỉ USD.", "5000000000 USD"),
        ("Kim ngạch đạt 5 nghìn tỷ đồng.", "5000000000000 VND"),
        ("Kim ngạch đạt 5 ngàn tỷ đồng.", "5000000000000 VND"),
        ("Ngân sách là 450 nghìn USD.", "450000 USD"),
        ("Ngân sách là 450 ngàn USD.", "450000 USD"),
        ("Kim ngạch đạt 5 triệu triệu đồng.", "5000000000000 VND"),
    ],
)
def test_digits_with_decimal_comma_or_dot_and_scale(text: str, amount: str) -> None:
    assert told(text) == [amount]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Kim ngạch đạt hai tỷ USD.", "2000000000 USD"),
        ("Kim ngạch đạt một trăm triệu USD.", "100000000 USD"),
        ("Kim ngạch đạt hai mươi lăm triệu euro.", "25000000 EUR"),
        ("Kim ngạch đạt nửa tỷ USD.", "500000000 USD"),
        ("Kim ngạch đạt một tỷ rưỡi USD.", "1500000000 USD"),
        ("Kim ngạch đạt 2 tỷ 300 triệu USD.", "2300000000 USD"),
        ("Xuất khẩu tăng mười phần trăm.", "10 percent"),
        ("Xuất khẩu tăng ba lần.", "3 times"),
    ],
)
def test_numbers_in_words(text: str, amount: str) -> None:
    assert told(text) == [amount]


@pytest.mark.parametrize(
    ("words", "currency"),
    [
        ("USD", "USD"),
        ("usd", "USD"),
        ("đô la", "USD"),
        ("đô-la Mỹ", "USD"),
        ("đôla Mỹ", "USD"),
        ("đô la Mỹ", "USD"),
        ("euro", "EUR"),
        ("Euro", "EUR"),
        ("EUR", "EUR"),
        ("NDT", "CNY"),
        ("nhân dân tệ", "CNY"),
        ("tệ", "CNY"),
        ("yên", "JPY"),
        ("yen", "JPY"),
        ("yên Nhật", "JPY"),
        ("won", "KRW"),
        ("bảng", "GBP"),
        ("bảng Anh", "GBP"),
        ("rúp", "RUB"),
        ("ruble", "RUB"),
        ("baht", "THB"),
        ("kip", "LAK"),
        ("riel", "KHR"),
        ("rupee", "INR"),
        ("ringgit", "MYR"),
        ("đô la Australia", "AUD"),
        ("AUD", "AUD"),
        ("đô la Canada", "CAD"),
        ("CAD", "CAD"),
        ("đô la Singapore", "SGD"),
        ("SGD", "SGD"),
        ("đồng", "VND"),
        ("VND", "VND"),
        ("VNĐ", "VND"),
        ("đô la Hong Kong", "HKD"),
        ("franc Thụy Sĩ", "CHF"),
        ("krone Na Uy", "NOK"),
    ],
)
def test_currencies_of_trade_news(words: str, currency: str) -> None:
    assert told(f"Hai bên trao đổi hàng hóa trị giá 7 tỷ {words} trong năm qua.") == [f"7000000000 {currency}"]


@pytest.mark.parametrize(
    "text", ["Gói hàng trị giá $5 tỷ.", "Gói hàng trị giá US$5 tỷ.", "Gói hàng trị giá USD 5 tỷ.", "Gói hàng trị giá 5 tỷ $."]
)
def test_currency_signs_before_and_behind(text: str) -> None:
    (amount,) = find_amounts(text)
    assert (amount.value, amount.currency) == (Decimal(5_000_000_000), "USD")


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Kim ngạch sẽ đạt 75 - 80 tỷ USD.", ["75000000000..80000000000 USD"]),
        ("Kim ngạch sẽ đạt 75-80 tỷ USD.", ["75000000000..80000000000 USD"]),
        ("Kim ngạch sẽ đạt từ 3 đến 5 tỷ USD.", ["3000000000..5000000000 USD"]),
        ("Kim ngạch sẽ đạt từ 3 tới 5 tỷ USD.", ["3000000000..5000000000 USD"]),
        ("Kim ngạch sẽ đạt 3 tỷ đến 5 tỷ USD.", ["3000000000..5000000000 USD"]),
        ("Kim ngạch sẽ đạt 3 tỷ USD đến 5 tỷ USD.", ["3000000000..5000000000 USD"]),
        ("Kim ngạch sẽ đạt khoảng 1,5 - 2 tỷ USD.", ["~1500000000..2000000000 USD"]),
        ("Kim ngạch tăng 10-12%.", ["10..12 percent"]),
        ("Kim ngạch tăng 2 đến 3 lần.", ["2..3 times"]),
        ("Kim ngạch tăng từ 3 tỷ USD lên 5 tỷ USD.", ["3000000000 USD", "5000000000 USD"]),
        ("Kim ngạch tăng từ 3 tỷ lên 5 tỷ USD.", ["3000000000 USD", "5000000000 USD"]),
        ("Kim ngạch tăng từ 7 tỷ USD đến 32 tỷ USD.", ["7000000000 USD", "32000000000 USD"]),
        ("Kim ngạch giảm từ 5 tỷ USD xuống còn 3 tỷ USD.", ["5000000000 USD", "3000000000 USD"]),
    ],
)
def test_ranges_and_two_amounts(text: str, amounts: list[str]) -> None:
    assert told(text) == amounts


@pytest.mark.parametrize(
    ("hedged", "sign"),
    [
        ("hơn 5 tỷ USD", ">"),
        ("trên 5 tỷ USD", ">"),
        ("vượt 5 tỷ USD", ">"),
        ("vượt mốc 5 tỷ USD", ">"),
        ("vượt qua ngưỡng 5 tỷ USD", ">"),
        ("ít nhất 5 tỷ USD", ">"),
        ("không dưới 5 tỷ USD", ">"),
        ("tối thiểu 5 tỷ USD", ">"),
        ("5 tỷ USD trở lên", ">"),
        ("gần 5 tỷ USD", "~"),
        ("khoảng 5 tỷ USD", "~"),
        ("xấp xỉ 5 tỷ USD", "~"),
        ("ước đạt 5 tỷ USD", "~"),
        ("ước tính đạt 5 tỷ USD", "~"),
        ("vào khoảng 5 tỷ USD", "~"),
        ("trên dưới 5 tỷ USD", "~"),
        ("dưới 5 tỷ USD", "<"),
        ("không quá 5 tỷ USD", "<"),
        ("chưa đến 5 tỷ USD", "<"),
        ("chưa đầy 5 tỷ USD", "<"),
        ("tối đa 5 tỷ USD", "<"),
        ("5 tỷ USD trở xuống", "<"),
        ("mức 5 tỷ USD", ""),
        ("cao hơn 5 tỷ USD", ""),
        ("nhiều hơn 5 tỷ USD", ">"),
        ("ít hơn 5 tỷ USD", "<"),
        ("không hơn 5 tỷ USD", "<"),
        ("nhiều hơn 5 tỷ USD so với năm ngoái", ""),
    ],
)
def test_hedges_before_and_behind_give_the_bound(hedged: str, sign: str) -> None:
    (amount,) = find_amounts(f"Con số ấy là {hedged}.")
    assert short(amount) == f"{sign}5000000000 USD"
    assert (amount.hedge is None) == (amount.bound == "eq" and "hơn" not in hedged)


def test_the_hedge_stands_where_the_text_has_it() -> None:
    text = "Kim ngạch đã vượt mốc 10 tỷ USD, mục tiêu là 15 tỷ USD trở lên."
    assert [amount.hedge.of(text) for amount in find_amounts(text) if amount.hedge] == ["vượt mốc", "trở lên"]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        (
            "Nhập khẩu khoảng 10 tỷ, xuất khẩu khoảng 40 tỷ, xuất siêu 30 tỷ USD.",
            ["~10000000000 USD", "~40000000000 USD", "30000000000 USD"],
        ),
        ("Xuất khẩu đạt 40 tỷ USD, nhập khẩu 10 tỷ.", ["40000000000 USD", "10000000000 USD"]),
        ("Kim ngạch lần lượt là 5 và 7 tỷ USD.", ["5000000000 USD", "7000000000 USD"]),
        ("Kim ngạch lần lượt là 5, 6 và 7 tỷ USD.", ["5000000000 USD", "6000000000 USD", "7000000000 USD"]),
        ("Xuất khẩu tăng lần lượt 8% và 9%.", ["8 percent", "9 percent"]),
        ("Kim ngạch đạt 5 tỷ euro (tương đương 5,4 tỷ USD).", ["5000000000 EUR", "5400000000 USD"]),
        ("Nước này có 10 triệu dân và xuất khẩu 5 tỷ USD.", ["10000000 person", "5000000000 USD"]),
        ("Nước này có 90 triệu cây cà phê. Xuất khẩu đạt 5 tỷ USD.", ["90000000 None", "5000000000 USD"]),
    ],
)
def test_currency_told_once_for_several_amounts(text: str, amounts: list[str]) -> None:
    assert told(text) == amounts


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Xuất khẩu tăng 12,5%.", "12.5 percent"),
        ("Xuất khẩu tăng 12,5 %.", "12.5 percent"),
        ("Xuất khẩu tăng 12 phần trăm.", "12 percent"),
        ("Tỷ trọng tăng 2 điểm phần trăm.", "2 point"),
        ("Xuất khẩu tăng hơn 20%.", ">20 percent"),
        ("Xuất khẩu tăng gấp đôi.", "2 times"),
        ("Xuất khẩu tăng gấp 3 lần.", "3 times"),
        ("Xuất khẩu tăng 3,5 lần.", "3.5 times"),
        ("Xuất khẩu tăng gần gấp đôi.", "~2 times"),
        ("Xuất khẩu tăng hơn 9 lần.", ">9 times"),
        ("Xuất khẩu giảm một nửa.", "0.5 fraction"),
        ("Thị trường này chiếm 1/3.", "0.3333333333333333 fraction"),
    ],
)
def test_per_cents_multiples_and_parts(text: str, amount: str) -> None:
    (found,) = find_amounts(text)
    value = short(found)
    assert value == amount or (found.unit == "fraction" and abs(float(found.value) - float(amount.split(maxsplit=1)[0])) < 1e-3)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Việt Nam xuất khẩu 3 triệu tấn gạo.", "tonne"),
        ("Nước này có 1.300 dự án tại Việt Nam.", "project"),
        ("Campuchia đón 2 triệu lượt khách.", "person"),
        ("Đoàn gồm 45 doanh nghiệp.", "company"),
        ("Hội nghị có 200 đại biểu.", "person"),
        ("Hội nghị có 20 đồng chí.", "person"),
        ("Vùng này rộng 500 ha.", "hectare"),
        ("Cầu dài 12 km.", "kilometre"),
        ("Việt Nam nhập khẩu 3.074 ô tô.", "vehicle"),
    ],
)
def test_other_units_are_no_money(text: str, unit: str) -> None:
    (amount,) = find_amounts(text)
    assert (amount.unit, amount.currency) == (unit, None)


@pytest.mark.parametrize(
    "text",
    [
        "Kim ngạch đạt hàng chục tỷ USD.",
        "Kim ngạch đạt hàng trăm triệu USD.",
        "Kim ngạch đạt vài tỷ USD.",
        "Kim ngạch đạt nhiều tỷ USD.",
        "Hai bên trao đổi về Nghị quyết 36.",
        "Ông sống tại số nhà 15, phố Hàng Bài.",
        "Điện thoại: 024 3825 1234.",
        "Hai bên bày tỏ đồng lòng.",
        "Ông được trao tặng huân chương hạng Nhất.",
        "Chuyến bay VN 123 hạ cánh.",
        "",
    ],
)
def test_indefinite_numbers_and_numbers_without_unit_are_left_out(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Có 5 bảng xếp hạng được công bố.", []),
        ("Họ chi 5 triệu bảng cho dự án.", ["5000000 GBP"]),
        ("Hội nghị có 20 đồng chí tham dự với kinh phí 20 đồng.", ["20 person", "20 VND"]),
        ("Ông về nước sau 5 năm.", []),
        ("Nước này có 5 m đường.", ["5 metre"]),
    ],
)
def test_words_that_are_a_unit_only_sometimes(text: str, amounts: list[str]) -> None:
    assert told(text) == amounts


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("33", "33"),
        ("2,5 triệu", "2500000"),
        ("-1.200.000", "-1200000"),
        ("âm 3,5", "-3.5"),
        ("100k", "100000"),
        ("hai mươi lăm", "25"),
        ("một trăm linh năm", "105"),
        ("ba tỷ rưỡi", "3500000000"),
    ],
)
def test_a_line_that_is_one_number_is_an_amount_without_a_unit(line: str, value: str) -> None:
    assert told(f"Có tất cả:\n  {line}  \nHết.") == [f"{value} None"]


@pytest.mark.parametrize("line", ["không", "mười mấy", "3-1", "14:30", "A320", "số 5", "1,234", "hàng trăm"])
def test_a_line_that_is_no_sure_number_is_none(line: str) -> None:
    assert told(line) == []


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Hợp đồng trị giá USD1,5 triệu.", "1500000 USD"),
        ("Lô hàng trị giá VND 5 tỷ.", "5000000000 VND"),
        ("Vé giá 20.000₫.", "20000 VND"),
        ("Giá dầu giảm 12 cent mỗi thùng.", "0.12 USD"),
        ("Vé giá 2 đô la và 50 xu.", "2.5 USD"),
        ("Vé giá 5 đô rưỡi.", "5.5 USD"),
        ("Vé giá 20 đô Úc.", "20 AUD"),
        ("Vé giá $10-20.", "10..20 USD"),
        ("Dự án cần $10-20 triệu.", "10000000..20000000 USD"),
        ("Dự án trị giá $20M.", "20000000 USD"),
        ("Vé giá 500k đồng.", "500000 VND"),
        ("Vé giá 1 triệu 5 trăm nghìn đồng.", "1500000 VND"),
        ("Nhiệt độ là 35 độ C.", "35 degree Celsius"),
        ("Giá vé dao động giữa 10 và 20 đô la.", "10..20 USD"),
    ],
)
def test_letters_before_the_number_small_change_and_between(text: str, amount: str) -> None:
    assert told(text) == [amount]


@pytest.mark.parametrize("text", ["giá 300 triệu đôİ-la New Zealand", "tăng gấp đôİ", "300 ngườİ trở lên", "3 uſd", "tăng gấp đôı", "mườİ tỷ", "đạt haı tỷ"])
def test_letters_that_only_a_pattern_takes_for_latin_stop_nothing(text: str) -> None:
    told(text)


def test_an_amount_never_overlaps_a_temporal_expression() -> None:
    text = "Đến năm 2025 đồng thời đạt 5 tỷ USD vào ngày 12/10."
    when = [Span(text.index("năm 2025"), text.index(" đồng thời")), Span(text.index("ngày 12/10"), len(text) - 1)]
    doc = tag_amounts(Doc(Article("made", text), text=text, time_mentions=tuple(TimeMention(span, "day", "") for span in when)))
    assert [amount.span.of(text) for amount in doc.amounts] == ["5 tỷ USD"]
    assert not any(amount.span.overlaps(span) for amount in doc.amounts for span in when)


@pytest.mark.parametrize("row", [row for row in unit_words() if row.kind == "currency"], ids=lambda row: row.phrase)
def test_each_currency_is_read_in_its_own_example(row: UnitWord) -> None:
    assert any(amount.currency == row.code for amount in find_amounts(row.example))


_PIECES = st.sampled_from(
    ["5", "2,5", "1.500", "hai", "rưỡi", "tỷ", "triệu", "nghìn", "USD", "đồng", "euro", "%", "lần", "gấp", "đôi", "từ", "đến", "-", "lên",
     "hơn", "gần", "trở lên", "(", ")", ",", ".", "và", "lần lượt", "tấn", "$", "một nửa", "1/3", "\n", " ", "hàng chục"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, max_size=24).map(" ".join) | st.text(max_size=80))
def test_amounts_lie_in_the_text_in_order_and_apart(text: str) -> None:
    amounts = find_amounts(text)
    end = 0
    for amount in amounts:
        assert end <= amount.span.start < amount.span.end <= len(text)
        assert amount.hedge is None or (0 <= amount.hedge.start < amount.hedge.end <= len(text))
        assert amount.value_max is None or amount.value < amount.value_max
        end = amount.span.end


@settings(max_examples=100, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=16).map(" ".join), st.data())
def test_masked_stretches_are_left_alone(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    mask = Span(start, data.draw(st.integers(start + 1, len(text))))
    assert not any(amount.span.overlaps(mask) for amount in find_amounts(text, masked=[mask]))
