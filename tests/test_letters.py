"""Tests of letters and syllables."""

from __future__ import annotations

import pytest

from vnbilat_lib.letters import LOWER, UPPER, is_syllable, may_end_sentence


def test_letters_are_told_by_case() -> None:
    assert set("AĐẤỲƠÉŠ") <= set(UPPER)
    assert set("ađấỳơéš") <= set(LOWER)
    assert not set(UPPER) & set(LOWER)


@pytest.mark.parametrize("word", ["Thủ", "tướng", "nghiêng", "Á", "ai", "Quỳnh", "giữa", "Khuya", "đoàn", "uyên", "ÔNG"])
def test_is_a_syllable(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["Trump", "thủtướng", "Plus", "Mr", "km", "TikTok", "USD", "", "5"])
def test_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize("word", ["Mỹ", "Bỉ", "Ý", "Á", "An", "USD", "ASEAN", "Nam", "bên", "y"])
def test_may_end_a_sentence(word: str) -> None:
    assert may_end_sentence(word)


@pytest.mark.parametrize("word", ["Ê", "A", "Đ", "Mr", "Th", "PV", "TS", "Ph", "EU"])
def test_does_not_end_a_sentence(word: str) -> None:
    assert not may_end_sentence(word)
