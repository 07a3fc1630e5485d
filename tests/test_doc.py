"""Tests of the records that the stages read and write."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import TALKS, VISIT

from vnbilat_lib import doc as records
from vnbilat_lib.alignment import Alignment
from vnbilat_lib.doc import Article, Dating, Doc, Person, Sentence, Span
from vnbilat_lib.pipeline import analyze

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(min(pair), max(pair)))
RECORDS = [kind for kind in vars(records).values() if dataclasses.is_dataclass(kind) and isinstance(kind, type)]


@pytest.mark.parametrize(
    ("inner", "outer", "within"),
    [
        (Span(2, 5), Span(2, 5), True),
        (Span(2, 5), Span(0, 9), True),
        (Span(2, 5), Span(3, 9), False),
        (Span(2, 5), Span(0, 4), False),
        (Span(3, 3), Span(0, 3), True),
    ],
)
def test_a_span_lies_within_another(inner: Span, outer: Span, within: bool) -> None:
    assert inner.within(outer) is within


@pytest.mark.parametrize(
    ("one", "other", "overlaps"),
    [
        (Span(0, 4), Span(3, 6), True),
        (Span(0, 4), Span(4, 6), False),  # half-open: they only touch
        (Span(0, 9), Span(3, 4), True),
        (Span(0, 4), Span(7, 9), False),
    ],
)
def test_spans_overlap_where_they_share_a_character(one: Span, other: Span, overlaps: bool) -> None:
    assert one.overlaps(other) is overlaps
    assert other.overlaps(one) is overlaps


@given(SPANS, SPANS)
def test_spans_agree_with_sets_of_offsets(one: Span, other: Span) -> None:
    ones, others = set(range(one.start, one.end)), set(range(other.start, other.end))
    if ones and others:
        assert one.overlaps(other) is bool(ones & others)
        assert one.within(other) is (ones <= others)


def test_spans_stand_in_the_order_of_the_text() -> None:
    assert sorted([Span(5, 6), Span(0, 9), Span(0, 4)]) == [Span(0, 4), Span(0, 9), Span(5, 6)]


def test_a_span_gives_its_characters() -> None:
    text = "Thủ tướng tiếp Đại sứ Hà Lan."
    assert Span(15, 28).of(text) == "Đại sứ Hà Lan"
    assert Span(3, 3).of(text) == ""


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_records_are_frozen_and_told(kind: type) -> None:
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert not (kind.__doc__ or "").startswith(f"{kind.__name__}(")  # what dataclass writes where nobody did
    assert "__slots__" in vars(kind)


def test_a_doc_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Doc(Article("a", "")).text = "khác"  # type: ignore[misc]


def test_a_doc_begins_with_nothing_found() -> None:
    doc = Doc(Article("a", "Hai nước ký hiệp định."))
    assert (doc.text, doc.sentences, doc.persons, doc.dating.published) == ("", (), (), None)
    assert doc.raw_span(Span(0, 0)) == (0, 0)


def test_a_quote_is_the_raw_text_with_its_faults() -> None:
    raw = "Thủ_tướng gặp\xa0\xa0Đại_sứ ."
    doc = analyze(Article("a", raw))
    start = doc.text.index("gặp Đại sứ")
    assert doc.raw == raw
    assert doc.quote(Span(start, start + len("gặp Đại sứ"))) == "gặp\xa0\xa0Đại_sứ"


@pytest.mark.parametrize("text", [TALKS, VISIT])
def test_every_span_of_every_stage_lies_inside_the_text(text: str) -> None:
    doc = analyze(Article("a", text, published=date(2023, 5, 13)))
    spans = list(_spans_of(doc))
    assert len(spans) > 20
    assert all(0 <= span.start <= span.end <= len(doc.text) for span in spans)
    assert all(0 <= start <= end <= len(doc.raw) for start, end in map(doc.raw_span, spans))


def _spans_of(item: object) -> list[Span]:
    """The spans in a record, at any depth."""
    if isinstance(item, Span):
        return [item]
    if isinstance(item, Alignment):
        return []
    if isinstance(item, tuple):
        return [span for part in item for span in _spans_of(part)]
    if dataclasses.is_dataclass(item):
        return [span for field in dataclasses.fields(item) for span in _spans_of(getattr(item, field.name))]
    return []


def test_repr_counts_what_was_found() -> None:
    doc = Doc(
        Article("vov-1", "x"), raw="x", persons=(Person("Lê Văn An", None, "VN"),), sentences=(Sentence(Span(0, 1), 0, "body"),)
    )
    assert repr(doc) == "<Doc vov-1: 1 characters, 1 persons, 0 meetings, 0 trade figures>"
    assert doc.doc_id == "vov-1"


@pytest.mark.parametrize(
    ("dating", "published"),
    [
        (Dating(), None),
        (Dating(date(2023, 5, 12), date(2023, 5, 12)), date(2023, 5, 12)),
        (Dating(date(2023, 5, 12), date(2023, 5, 14)), None),
        (Dating(date(2023, 5, 12), None), None),
    ],
)
def test_a_day_is_known_only_where_one_is_left(dating: Dating, published: date | None) -> None:
    assert dating.published == published
