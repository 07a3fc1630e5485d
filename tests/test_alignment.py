"""Tests of the offsets' way from clean to raw text and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnbilat_lib.alignment import Alignment


def edited(raw: str, *passes: list[tuple[int, int, str]]) -> tuple[str, Alignment]:
    """The text and the alignment after passes of (start, end, new)."""
    text, alignment = raw, Alignment.identity(len(raw))
    for edits in passes:
        alignment = alignment.edited([(start, end, len(new)) for start, end, new in edits])
        for start, end, new in reversed(edits):
            text = text[:start] + new + text[end:]
    return text, alignment


@pytest.mark.parametrize(
    ("raw", "edits", "clean", "span", "expected"),
    [
        ("Hà Nội", [], "Hà Nội", (3, 6), "Nội"),
        ("Hà  Nội", [(2, 4, " ")], "Hà Nội", (3, 6), "Nội"),
        ("Hà  Nội", [(2, 4, " ")], "Hà Nội", (0, 6), "Hà  Nội"),
        ("Ha\u0300 Nội", [(1, 3, "à")], "Hà Nội", (0, 2), "Ha\u0300"),
        ("Ha\u0300 Nội", [(1, 3, "à")], "Hà Nội", (3, 6), "Nội"),
        ("giớiĐại sứ", [(4, 4, "\n")], "giới\nĐại sứ", (0, 4), "giới"),
        ("giớiĐại sứ", [(4, 4, "\n")], "giới\nĐại sứ", (0, 5), "giới"),
        ("giớiĐại sứ", [(4, 4, "\n")], "giới\nĐại sứ", (5, 8), "Đại"),
        ("t ăng", [(1, 2, "")], "tăng", (0, 4), "t ăng"),
        ("\ufeffÔng", [(0, 1, "")], "Ông", (0, 3), "Ông"),
        ("Ông\u200b", [(3, 4, "")], "Ông", (0, 3), "Ông"),
        ("a &amp; b", [(2, 7, "&")], "a & b", (2, 3), "&amp;"),
    ],
)
def test_a_clean_span_leads_to_the_raw_characters_it_came_from(
    raw: str, edits: list[tuple[int, int, str]], clean: str, span: tuple[int, int], expected: str
) -> None:
    text, alignment = edited(raw, edits)
    start, end = alignment.to_raw(*span)
    assert text == clean
    assert raw[start:end] == expected


def test_passes_are_composed() -> None:
    text, alignment = edited("V iệt  - Tr.Ông", [(1, 2, "")], [(4, 6, " ")], [(10, 10, " ")])
    assert text == "Việt - Tr. Ông"
    assert alignment.to_raw(0, 4) == (0, 5)
    assert alignment.to_raw(11, 14) == (12, 15)
    assert alignment.to_raw(9, 11) == (11, 12)


def test_an_empty_span_leads_to_an_empty_span() -> None:
    assert Alignment.identity(4).to_raw(2, 2) == (2, 2)
    assert Alignment.identity(0).to_raw(0, 0) == (0, 0)
    assert Alignment.identity(4).to_clean(4, 4) == (4, 4)


@pytest.mark.parametrize(("raw", "expected"), [((0, 1), (0, 1)), ((1, 2), (1, 2)), ((2, 3), (1, 2)), ((1, 4), (1, 3)), ((3, 6), (2, 5))])
def test_raw_offsets_lead_back_to_the_clean_ones(raw: tuple[int, int], expected: tuple[int, int]) -> None:
    _, alignment = edited("Ha\u0300 Nội", [(1, 3, "à")])
    assert alignment.to_clean(*raw) == expected


@st.composite
def histories(draw: st.DrawFn) -> tuple[str, str, Alignment]:
    """A raw text of small letters, and what some passes that write capitals have made of it."""
    raw = text = draw(st.text("abcd", max_size=15))
    alignment = Alignment.identity(len(raw))
    for _ in range(draw(st.integers(0, 4))):
        bounds = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
        edits = [(start, end, draw(st.text("XYZ", max_size=3))) for start, end in zip(bounds[::2], bounds[1::2], strict=False)]
        alignment = alignment.edited([(start, end, len(new)) for start, end, new in edits])
        for start, end, new in reversed(edits):
            text = text[:start] + new + text[end:]
    return raw, text, alignment


@given(histories())
def test_every_kept_character_is_in_its_raw_span(history: tuple[str, str, Alignment]) -> None:
    raw, text, alignment = history
    for offset, character in enumerate(text):
        start, end = alignment.to_raw(offset, offset + 1)
        assert 0 <= start <= end <= len(raw)
        assert character in "XYZ" or character in raw[start:end]


@given(histories(), st.data())
def test_spans_stay_inside_and_wider_spans_hold_narrower_ones(history: tuple[str, str, Alignment], data: st.DataObject) -> None:
    raw, text, alignment = history
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    left, right = alignment.to_raw(start, end)
    assert 0 <= left <= right <= len(raw)
    if start < end:
        wide = alignment.to_raw(0, len(text))
        assert wide[0] <= left
        assert right <= wide[1]


@given(histories(), st.data())
def test_the_clean_span_of_a_raw_span_holds_all_that_came_from_it(history: tuple[str, str, Alignment], data: st.DataObject) -> None:
    raw, text, alignment = history
    start, end = sorted((data.draw(st.integers(0, len(raw))), data.draw(st.integers(0, len(raw)))))
    left, right = alignment.to_clean(start, end)
    assert 0 <= left <= right <= len(text)
    for offset in range(len(text)):
        first, last = alignment.to_raw(offset, offset + 1)
        if max(first, start) < min(last, end):
            assert left <= offset < right
