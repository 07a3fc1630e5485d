"""Numbers in digits and words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnbilat_lib.lexicon import numeral_words
from vnbilat_lib.numerals import find_numbers, find_numerals, parse_digits, parse_number, parse_words

DIGITS = [
    ("0", "0"),
    ("2017", "2017"),
    ("45,3", "45.3"),
    ("176.63", "176.63"),
    ("0,125", "0.125"),
    ("1.500", "1500"),
    ("1.234,5", "1234.5"),
    ("1,234.5", "1234.5"),
    ("1.234.567", "1234567"),
    ("1,234,567", "1234567"),
    ("1,500", "1500"),
    ("10 000", "10000"),
    ("1 500 000", "1500000"),
]


@pytest.mark.parametrize(("digits", "value"), DIGITS)
def test_digits_are_read_with_vietnamese_separators(digits: str, value: str) -> None:
    assert parse_digits(digits) == Decimal(value)


@pytest.mark.parametrize("digits", ["3,089", "12,345", "1.23.45", "1.2.3.4", "12,3,4"])
def test_digits_that_could_be_two_numbers_have_no_value(digits: str) -> None:
    assert parse_digits(digits) is None


@pytest.mark.parametrize(("digits", "value"), [("3,089", "3.089"), ("1,174", "1.174"), ("2.170", "2170"), ("117,87", "117.87")])
def test_before_a_scale_word_a_comma_is_decimal_and_a_dot_groups(digits: str, value: str) -> None:
    assert parse_digits(digits, scaled=True) == Decimal(value)


WORDS = [
    ("không phẩy năm", "0.5"),
    ("một", "1"),
    ("mười", "10"),
    ("mười một", "11"),
    ("mười lăm", "15"),
    ("hai mươi", "20"),
    ("hai mươi mốt", "21"),
    ("hai mươi tư", "24"),
    ("hai mươi lăm", "25"),
    ("ba mươi nhăm", "35"),
    ("năm mươi", "50"),
    ("hăm mốt", "21"),
    ("hai lăm", "25"),
    ("ba chục", "30"),
    ("một trăm", "100"),
    ("một trăm linh năm", "105"),
    ("một trăm lẻ tám", "108"),
    ("hai trăm lẻ tư", "204"),
    ("một trăm hai mươi hai", "122"),
    ("hai trăm rưỡi", "250"),
    ("một nghìn", "1000"),
    ("năm ngàn", "5000"),
    ("một nghìn rưỡi", "1500"),
    ("hai nghìn không trăm mười bảy", "2017"),
    ("một nghìn không trăm linh năm", "1005"),
    ("hai mươi vạn", "200000"),
    ("nửa triệu", "500000"),
    ("một triệu hai", "1200000"),
    ("ba tỷ rưỡi", "3500000000"),
    ("ba tỉ", "3000000000"),
    ("hai phẩy năm", "2.5"),
    ("hai phẩy năm tỷ", "2500000000"),
    ("hai phẩy không năm", "2.05"),
    ("ba phẩy mười bốn", "3.14"),
    ("hai nghìn ba trăm tỷ", "2300000000000"),
    ("mười nghìn tỷ", "10000000000000"),
    ("hai mươi mốt nghìn không trăm mười một", "21011"),
    ("ba mươi mốt triệu hai trăm năm mươi sáu nghìn bảy trăm hai mươi mốt", "31256721"),
    ("1 tỷ 200 triệu", "1200000000"),
    ("1.500 tỷ", "1500000000000"),
    ("176,6 nghìn tỷ", "176600000000000"),
    ("1 triệu rưỡi", "1500000"),
    ("Hai Mươi Lăm", "25"),
]


@pytest.mark.parametrize(("words", "value"), WORDS)
def test_words_are_read(words: str, value: str) -> None:
    assert parse_words(words) == Decimal(value)


VAGUE = ["", "không", "dăm", "vài", "vài chục", "hàng trăm", "mười mấy", "ba bốn", "năm bảy", "mươi", "trăm", "mười năm", "một trăm năm"]


@pytest.mark.parametrize("words", [*VAGUE, "hai nghìn năm", "hai phần ba", "hai triệu ba tỷ người", "linh năm", "mốt", "rưỡi", "tỷ"])
def test_what_is_vague_or_two_numbers_has_no_value(words: str) -> None:
    assert parse_words(words) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("-0,2", "-0.2"), ("âm 1.200.000", "-1200000"), ("- 1,2M", "-1200000"), ("100k", "100000"), (",77", "0.77"), (" 12 ", "12")],
)
def test_signs_and_suffixes_are_read(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


FOUND = [
    ("kim ngạch đạt từ 75 - 80 tỷ USD", [("75", 75), ("80 tỷ", 80 * 10**9)]),
    ("xuất khẩu đạt 5tỷ đồng", [("5tỷ", 5 * 10**9)]),
    ("giảm -0,2%, còn 3 -5%", [("-0,2", Decimal("-0.2")), ("3", 3), ("5", 5)]),
    ("tăng 12,345% so với năm trước", [("12,345", Decimal("12.345"))]),
    ("năm tỷ USD trong năm ngày", [("năm tỷ", 5 * 10**9), ("năm", 5)]),
    ("trong mười năm qua", [("mười", 10)]),
    ("mỗi năm người dân qua lại nhiều", []),
    ("năm 2017 có năm tỷ phú và 8 tỷ phú mới", [("2017", 2017), ("năm", 5), ("8", 8)]),
    ("Ba Lan và Hai Bà Trưng, bà Ba nói ba nước", [("ba", 3)]),
    ("Ba nước cùng họp", [("Ba", 3)]),
    ("lúc 14h30, ngày 5/6, tàu A320", []),
    ("hai phần ba số phiếu, năm phần trăm", [("năm", 5)]),
    ("hội nghị lần thứ hai", []),
    ("hàng trăm triệu USD, vài ba nước, mấy chục người", []),
    ("10 000 người", [("10 000", 10000)]),
    ("tỷ số 205 205 201", [("205", 205), ("205", 205), ("201", 201)]),
    ("nặng 3,089 tấn", []),
]


@pytest.mark.parametrize(("text", "numbers"), FOUND)
def test_numbers_are_found_in_a_sentence(text: str, numbers: list[tuple[str, int]]) -> None:
    assert [(span.of(text), value) for span, value in find_numbers(text)] == numbers


def test_a_numeral_tells_the_scale_that_a_range_lends_to_its_first_end() -> None:
    first, second = find_numerals("từ 75 - 80 nghìn tỷ đồng")
    assert (first.scale, second.scale) == (1, 10**12)


@pytest.mark.parametrize("row", numeral_words(), ids=lambda row: row.word)
def test_each_word_stands_in_its_example(row: object) -> None:
    assert row.word.casefold() in row.example.casefold()  # type: ignore[attr-defined]


_SOUP = st.lists(st.sampled_from([*(row.word for row in numeral_words()), "12", "1,5", "2.000", "-", "%", "người", ","]), max_size=12)


@given(st.text(max_size=80) | _SOUP.map(" ".join))
def test_any_text_is_read_without_error_and_spans_lie_inside(text: str) -> None:
    parse_number(text)
    reached = 0
    for numeral in find_numerals(text):
        assert reached <= numeral.span.start < numeral.span.end <= len(text)
        reached = numeral.span.end


@given(st.integers(min_value=0, max_value=10**15))
def test_whole_numbers_grouped_by_dots_come_back(number: int) -> None:
    assert parse_digits(f"{number:,}".replace(",", ".")) == number


def test_a_long_run_of_digits_takes_no_time() -> None:
    assert list(find_numbers("1" * 80_000)) is not None
    assert list(find_numbers("1.2," * 20_000)) is not None
    assert list(find_numbers("123456789012345678 tỷ tỷ tỷ tỷ tỷ")) is not None
    assert list(find_numbers("1" + ".234" * 8 + " tỷ tỷ")) is not None
    assert list(find_numbers("hai mươi " * 10_000)) is not None
