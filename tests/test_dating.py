"""When an article came out: what clues leave and favour."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnbilat_lib.dating import numbered, tag_dating
from vnbilat_lib.dating.spans import all_days, best_days, favours, intersection, union
from vnbilat_lib.dating.terms import term_hints
from vnbilat_lib.doc import Article, Dating, Doc, Mention, Person, Sentence, Span
from vnbilat_lib.lexicon import gatherings, office_names, office_terms
from vnbilat_lib.match import fold
from vnbilat_lib.pipeline import STAGES
from vnbilat_lib.times import tag_times

SEEDS = Path(__file__).parent.parent / "seeds"


def dated(text: str, *people: tuple[str, str, str, str]) -> Dating:
    """The dating of a text; people are (role and name as they stand in it, role, name, country)."""
    sentences, start = [], 0
    for piece in text.split("\n"):
        sentences.append(Sentence(Span(start, start + len(piece)), len(sentences), "lead" if not sentences else "body"))
        start += len(piece) + 1
    mentions, persons = [], []
    for whole, role, name, country in people:
        at = text.index(whole)
        mentions.append(
            Mention(Span(at, at + len(whole)), "name", len(persons), country=country, role=Span(at, at + len(role)))
        )
        persons.append(Person(name, role, country, mentions=(len(mentions) - 1,)))
    doc = tag_times(Doc(Article("made", text), text=text, sentences=tuple(sentences)))
    doc = Doc(
        doc.article, text=text, sentences=doc.sentences, time_mentions=doc.time_mentions, mentions=tuple(mentions), persons=tuple(persons)
    )
    return tag_dating(doc).dating


def days(dating: Dating) -> tuple[str, str]:
    """The first and last likely day."""
    return str(dating.published_from), str(dating.published_to)


CHINH = ("Thủ tướng Phạm Minh Chính", "Thủ tướng", "Phạm Minh Chính", "VN")
QUANG = ("Phó Thủ tướng Trần Lưu Quang", "Phó Thủ tướng", "Trần Lưu Quang", "VN")
DUNG = ("Thủ tướng Nguyễn Tấn Dũng", "Thủ tướng", "Nguyễn Tấn Dũng", "VN")


def test_metadata_say_the_day() -> None:
    doc = tag_dating(Doc(Article("made", "Ngày 1/1/2001.", published=date(2017, 2, 10)), text="Ngày 1/1/2001."))
    assert doc.dating.published == date(2017, 2, 10)
    assert [clue.kind for clue in doc.dating.clues] == ["metadata"]


def test_a_text_without_clues_has_no_day() -> None:
    assert dated("Hai bên trao đổi các vấn đề cùng quan tâm.") == Dating()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Ngày 5/6/2017, hai bên đã hội đàm.", "2017-06-05", "2017-06-06"),
        ("Hôm nay (ngày 6/11/2024), hai bên hội đàm.", "2024-11-06", "2024-11-06"),
        ("Hôm qua (5/11/2024), hai bên hội đàm.", "2024-11-06", "2024-11-06"),
        ("Tối qua 5/11/2024, hai bên hội đàm.", "2024-11-06", "2024-11-06"),
    ],
)
def test_a_full_date_in_the_lead_is_that_day_or_the_next(text: str, first: str, last: str) -> None:
    assert days(dated(text)) == (first, last)


def test_a_term_of_office_gives_the_year_of_a_day() -> None:
    dating = dated("Chiều 15/8, Phó Thủ tướng Trần Lưu Quang tiếp đoàn.\nNăm 2022, kim ngạch đạt 3 tỷ USD.", QUANG)
    assert all(start.year in {2022, 2023, 2024} for start, _ in dating.candidates)
    assert date(2023, 8, 15) in {start for start, _ in dating.likely}


def test_terms_of_two_people_are_intersected() -> None:
    text = "Phó Thủ tướng Trần Lưu Quang gặp Thủ tướng Phạm Minh Chính."
    assert dated(text, QUANG, CHINH).candidates == ((date(2022, 12, 26), date(2024, 9, 5)),)


def test_a_former_office_says_nothing() -> None:
    role = "Nguyên Phó Thủ tướng"
    assert dated(f"{role} Trần Lưu Quang phát biểu.", (f"{role} Trần Lưu Quang", role, "Trần Lưu Quang", "VN")) == Dating()


def test_another_office_of_the_same_name_says_nothing() -> None:
    assert dated("Giáo sư Trần Lưu Quang phát biểu.", ("Giáo sư Trần Lưu Quang", "Giáo sư", "Trần Lưu Quang", "VN")) == Dating()


def test_who_is_only_recalled_says_nothing() -> None:
    dating = dated("Ngày 5/6/2017, hai bên hội đàm.\nTháng 5/2010, Thủ tướng Nguyễn Tấn Dũng sang thăm.", DUNG)
    assert "term" not in {clue.kind for clue in dating.clues}


def test_a_clue_that_contradicts_the_others_turns_soft() -> None:
    text = "Thủ tướng Nguyễn Tấn Dũng và Thủ tướng Phạm Minh Chính cùng dự."
    terms = [clue for clue in dated(text, DUNG, CHINH).clues if clue.kind == "term"]
    assert sorted(clue.hard for clue in terms) == [False, True]


def test_nine_months_of_this_year_are_told_after_september() -> None:
    dating = dated("Thủ tướng Phạm Minh Chính chủ trì hội nghị.\n9 tháng đầu năm nay, xuất khẩu đã tăng.", CHINH)
    assert dating.candidates
    assert all(start.month >= 9 or start == date(2021, 3, 26) for start, _ in dating.candidates)


def test_last_week_beside_a_day_means_the_week_after_it() -> None:
    text = "Ông đến thăm tuần trước. Tuyên bố chung ra ngày 6/11.\nThủ tướng Nguyễn Tấn Dũng dự.\nNăm 2015, hai bên đã họp."
    likely = dated(text, DUNG).likely
    assert (date(2015, 11, 9), date(2015, 11, 9)) in likely or any(a <= date(2015, 11, 9) <= b for a, b in likely)


def test_a_weekday_leaves_the_years_that_fit() -> None:
    dating = dated("Thứ Tư (6/11), Thủ tướng Phạm Minh Chính tiếp đoàn.", CHINH)
    assert {start.year for start, _ in dating.likely} == {2024}


def test_a_numbered_gathering_in_the_news_leaves_its_days() -> None:
    text = "Hôm nay (ngày 6/11), bên lề Hội nghị thượng đỉnh Hợp tác tiểu vùng Mekong mở rộng lần thứ 8, hai bên gặp nhau."
    dating = dated(text)
    assert dating.published == date(2024, 11, 6)
    assert any(clue.kind == "gathering" and clue.hard for clue in dating.clues)


@pytest.mark.parametrize("ordinal", ["lần thứ 8", "lần thứ VIII", "lần thứ tám", "lần 8"])
def test_an_ordinal_is_read_in_figures_and_words(ordinal: str) -> None:
    dating = dated(f"Hai bên dự Hội nghị thượng đỉnh Hợp tác tiểu vùng Mekong mở rộng {ordinal} hôm nay.")
    assert dating.candidates == ((date(2024, 11, 2), date(2024, 11, 18)),)


def test_a_gathering_to_come_excludes_nothing() -> None:
    dating = dated("Hội nghị thượng đỉnh Hợp tác tiểu vùng Mekong mở rộng lần thứ 8 sẽ họp vào tháng 11 tới.")
    assert dating.candidates == all_days()


def test_a_party_congress_is_recalled_for_years_and_excludes_no_day() -> None:
    dating = dated("Chủ tịch huyện chúc mừng thành công của Đại hội Đảng lần thứ XIII khi tiếp đoàn khách Lào.")
    assert dating.candidates == all_days()
    assert any(clue.kind == "gathering" and not clue.hard for clue in dating.clues)


SEED_DAYS = [
    ("000_a7581e6bc8952839", "2023-08-15", "2023-08-16"),
    ("001_e08fc271775d6418", "2023-08-16", "2023-08-17"),
    ("002_8ee5fc59281ce856", "2024-11-06", "2024-11-06"),
    ("003_d5146321f3f54dac", "2015-11-09", "2015-11-13"),
    ("004_8ebbdd460858dd8e", "2023-03-27", "2023-03-29"),
]


def seed(doc_id: str) -> Dating:
    """The dating of one of the five articles."""
    doc = Doc(Article(doc_id, (SEEDS / f"{doc_id}.txt").read_text(encoding="utf-8")))
    for stage in STAGES[: STAGES.index(tag_dating) + 1]:
        doc = stage(doc)
    return doc.dating


@pytest.mark.parametrize(("doc_id", "earliest", "latest"), SEED_DAYS)
def test_the_seeds_are_dated_from_their_text(doc_id: str, earliest: str, latest: str) -> None:
    first, last = days(seed(doc_id))
    assert earliest <= first <= last <= latest


def test_without_gatherings_two_years_are_left_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numbered, "_series", dict)
    assert {start.year for start, _ in seed("002_8ee5fc59281ce856").candidates} == {2024, 2025}


@pytest.mark.parametrize("row", office_terms(), ids=lambda row: f"{row.person}-{row.office}")
def test_terms_of_office_have_days_in_order_and_a_source(row: object) -> None:
    first, last = row.from_ or "", row.to or "9999"  # type: ignore[attr-defined]
    assert first[: len(last)] <= last or first[:4] <= last[:4]
    assert row.source  # type: ignore[attr-defined]


def test_gatherings_have_days_in_order_and_a_source() -> None:
    assert all(row.from_ <= row.to and row.source and row.phrases for row in gatherings())


def test_wordings_stand_for_offices_of_the_list() -> None:
    known = {fold(term.office) for term in office_terms()}
    assert {fold(row.office) for row in office_names()} <= known


_DAYS = st.dates(date(1999, 6, 1), date(2027, 6, 1))
_SPANS = st.lists(st.tuples(_DAYS, _DAYS).map(lambda pair: (min(pair), max(pair))), max_size=6)


@given(_SPANS, _SPANS)
def test_sets_of_days_stay_sets_of_days(left: list[tuple[date, date]], right: list[tuple[date, date]]) -> None:
    one, two = union(left), union(right)
    both = intersection(one, two)
    assert union(both) == both
    assert intersection(one, one) == one
    assert intersection(two, one) == both
    for start, end in both:
        assert any(a <= start and end <= b for a, b in one)


@given(_SPANS, st.lists(_SPANS, max_size=4))
def test_the_best_days_lie_among_the_candidates(spans: list[tuple[date, date]], hints: list[list[tuple[date, date]]]) -> None:
    candidates = union(spans)
    if candidates:
        best = best_days(candidates, [favours("day", days, "made", Span(0, 1), 1.0) for days in hints])
        assert best
        assert intersection(best, candidates) == best


@settings(deadline=None)
@given(st.lists(st.sampled_from(["Ngày 5/6,", "năm 2016", "sẽ", "đã", "hôm nay (6/11)", "lần thứ", "8", "XII", "APEC", "thượng đỉnh", "tuần trước", "thứ Năm (6/7)", "đến ngày 30/2", "."]), max_size=12))
def test_any_text_is_dated_without_error(pieces: list[str]) -> None:
    dating = dated(" ".join(pieces))
    assert (dating.published_from is None) == (dating.published_to is None)
    assert not list(term_hints(Doc(Article("made", ""))))
