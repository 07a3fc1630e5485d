"""Tests of phrases in a text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnbilat_lib.match import Phrases, fold, settle_tones


def found(phrases: Phrases[str], text: str) -> list[str]:
    return [span.of(text) for span, _ in phrases.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỉnh UỶ", "tỉnh ủy"),
        ("hoà bình", "hòa bình"),
        ("khoẻ, loè", "khỏe, lòe"),
        ("THUỶ sản", "thủy sản"),
        ("toàn quốc", "toàn quốc"),  # the tone stands on the main vowel of a closed syllable
        ("quý", "quý"),
        ("Quỳnh", "quỳnh"),
        ("quà", "quà"),
        ("thuế", "thuế"),
        ("İstanbul", "İstanbul"),  # its small form has two characters: left as it is
    ],
)
def test_folding_forgets_case_and_the_place_of_tones(text: str, expected: str) -> None:
    assert fold(text) == expected


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(settle_tones(text)) == len(text)


def test_the_longest_phrase_from_the_left_wins() -> None:
    phrases = Phrases([("Bộ trưởng", "b"), ("Thứ trưởng", "t"), ("Bộ trưởng Ngoại giao", "bng"), ("Ngoại giao Đoàn", "ngđ")])
    assert found(phrases, "Bộ trưởng Ngoại giao Đoàn Lan tiếp Thứ trưởng.") == ["Bộ trưởng Ngoại giao", "Thứ trưởng"]


@pytest.mark.parametrize("text", ["Lantern", "2Lan", "Lan2", "xLan", "LAN", "lan"])
def test_a_cased_phrase_stands_between_word_bounds_as_it_is_written(text: str) -> None:
    assert not found(Phrases([("Lan", "x")], cased=True), text)


@pytest.mark.parametrize("text", ["Lan", "(Lan)", "Lan-Anh", "Hà_Lan", "'Lan'"])
def test_marks_beside_a_phrase_are_no_letters(text: str) -> None:
    assert found(Phrases([("Lan", "x")], cased=True), text) == ["Lan"]


def test_case_and_tone_places_do_not_matter_unless_asked() -> None:
    assert found(Phrases([("tỉnh uỷ", "x")]), "Bí thư TỈNH ỦY và Tỉnh uỷ") == ["TỈNH ỦY", "Tỉnh uỷ"]
    assert found(Phrases([("Hòa Bình", "x")], cased=True), "tỉnh Hoà Bình, hòa bình") == ["Hoà Bình"]


def test_values_of_one_phrase_are_kept_in_order() -> None:
    assert [values for _, values in Phrases([("Hà Nam", "VN-63"), ("hà nam", "CN-HA")]).find("Hà Nam")] == [("VN-63", "CN-HA")]


def test_spans_of_a_stretch_count_from_the_start_of_the_text() -> None:
    text = "Lào, Lào, Lào"
    assert [(s.start, s.end) for s, _ in Phrases([("Lào", "LA")]).find(text, 4, 9)] == [(5, 8)]


def test_letters_outside_the_stretch_are_no_neighbours() -> None:
    assert [(s.start, s.end) for s, _ in Phrases([("Lào", "LA")]).find("xLàox", 1, 4)] == [(1, 4)]


def test_no_phrases_find_nothing() -> None:
    assert not list(Phrases([]).find("Hà Nội"))


@given(st.text(alphabet=st.sampled_from("aăâ làoLÀO-.\n\x00\ud800İ"), max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_spans_hold_their_phrase_whatever_the_text(text: str, start: int, end: int) -> None:
    for span, (value,) in Phrases([("lào", "lào"), ("là", "là"), ("ă", "ă")]).find(text, start, end):
        assert fold(span.of(text)) == value
        assert start <= span.start < span.end <= min(end, len(text))


def test_a_long_text_takes_time_in_proportion() -> None:
    phrases, line = Phrases([("Hà Lan", "NL"), ("Lan", "x")], cased=True), "Thủ tướng Hà Lan thăm Hà Nội. "
    started = time.process_time()
    assert sum(1 for _ in phrases.find(line * 40_000)) == 40_000
    assert time.process_time() - started < 5
