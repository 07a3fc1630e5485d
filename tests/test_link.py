from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import MARKET, TALKS, VISIT

from vnbilat_lib.link import (
    LIKENESS,
    Naming,
    Report,
    actor_id,
    claim_id,
    event_id,
    likeness,
    name_key,
    sketch,
    to_actor,
    to_event,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Trần Đại Hoà", "trần đại hòa"), ("Ma-crông", "Ma crông"), ("Lê_Quang_Vĩnh", "LÊ QUANG VĨNH"), ("Thuý", "Thúy")],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Hào", "Hòa"), ("Lê Minh", "Lê Mính"), ("Vương Nghị", "Vương Nghi")])
def test_names_that_differ_in_a_tone_differ(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_a_name_in_two_countries_is_two_actors() -> None:
    assert actor_id("Vương Nghị", "CN") != actor_id("Vương Nghị", None)


def test_reports_of_one_meeting_share_an_event() -> None:
    sides = [("Lê Quang Vĩnh", "VN"), ("Jan van Dalen", "NL")]
    first = event_id("m_1", "talks", "2023-05-12", sides)
    assert event_id("m_2", "reception", "2023-05-12", sides[::-1]) == first
    assert event_id("m_2", "call", "2023-05-12", sides) != first
    assert event_id("m_2", "talks", "2023-05-13", sides) != first
    assert event_id("m_2", "talks", None, sides) != event_id("m_1", "talks", None, sides)


def figure(**values: Any) -> dict[str, Any]:
    names = (
        "metric",
        "reporter",
        "partner",
        "amount",
        "amount_max",
        "currency",
        "change_pct",
        "start",
        "end",
        "status",
        "commodity",
    )
    return dict.fromkeys(names) | {"metric": "trade", "reporter": "VN", "partner": "NL", "amount": 10, "currency": "USD"} | values


def test_a_claim_is_the_same_in_either_order_of_trade_only() -> None:
    turned = {"reporter": "NL", "partner": "VN"}
    assert claim_id(figure()) == claim_id(figure(**turned)) == claim_id(figure(change_pct=3.5))
    assert claim_id(figure(metric="export")) != claim_id(figure(metric="export", **turned))
    assert claim_id(figure(amount=None, change_pct=3.5)) != claim_id(figure(amount=None, change_pct=4.5))


def test_a_copy_is_like_its_original_and_another_article_is_not() -> None:
    long = " ".join(f"Câu thứ {n} nói về việc số {n * 7} của hai bên." for n in range(60))
    assert likeness(sketch(long), sketch(f"(Báo Mẫu) {long.upper()} Theo TTXVN.")) >= LIKENESS
    assert likeness(sketch(long), sketch(long[: len(long) // 3])) < LIKENESS
    assert all(likeness(sketch(one), sketch(other)) < 0.1 for one, other in ((TALKS, VISIT), (VISIT, MARKET), (MARKET, TALKS)))


def test_marks_and_capitals_make_no_difference() -> None:
    assert sketch("Chiều 15/8, “Phó Thủ tướng” tiếp (Bí thư).") == sketch("chiều 15/8 - phó thủ tướng tiếp bí thư")
    assert sketch("... !") == ()


@given(st.text(max_size=200))
def test_a_text_is_like_itself(text: str) -> None:
    hashes = sketch(text)
    assert likeness(hashes, hashes) == (1.0 if hashes else 0.0)


def test_persons_of_one_actor_make_one_row() -> None:
    rows = [
        Naming("a", "Lê Hoà", "Bộ trưởng", "VN", 2, "2023-05-12"),
        Naming("a", "Lê Hòa", None, "VN", 2, None),
        Naming("a", "Lê Hòa", "Bộ trưởng", "VN", 2, "2023-01-02"),
    ]
    assert to_actor(rows) == ["a", "Lê Hòa", "VN", ["Lê Hoà"], ["Bộ trưởng"], "2023-01-02", "2023-05-12", 3, 6]


def test_reports_of_one_meeting_make_one_event() -> None:
    names = '["Lê Hòa", "Jan van Dalen"]'
    told = [("1", "meeting", "planned"), ("1", "reception", "held"), ("2", "meeting", "held")]
    rows = [Report("e", doc, form, status, "2023-05-12", None, None, None, None, names) for doc, form, status in told]
    event = to_event(rows)
    assert event == ["e", "reception", "held", "2023-05-12", None, None, None, None, ["Lê Hòa", "Jan van Dalen"], 2, "1"]
