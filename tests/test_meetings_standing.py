"""What was held, is planned or called off, what is an article's news, and how undated articles tell it (meetings/standing.py, undated.py)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from marked import read

from vnbilat_lib.doc import Dating, Doc, TimeMention
from vnbilat_lib.meetings import tag_meetings

FILLER = "Hai nước hợp tác tốt.\nKim ngạch tăng.\nDu lịch phát triển.\nGiáo dục là điểm sáng.\n"
HEAD = "# {IT Ý} tăng lương hưu\n[IT1 Thủ tướng Ý|Paolo Conti] công bố mức lương mới.\n"


def told(doc: Doc) -> list[tuple[str, str, str]]:
    """Form, status and salience of each meeting."""
    return [(m.form, m.status, m.salience) for m in tag_meetings(doc).meetings]


DEEP = [
    # neither its day nor its journey nor both who took part are the article's
    ("Năm ngoái [@Paolo Conti|ông] điện đàm với [FR1 Tổng thống Pháp|Luc Marchand].", "call", "held", "background"),
    (
        "Kể từ sau cuộc gặp với [FR1 Tổng thống Pháp|Luc Marchand], [@Paolo Conti|ông] ít nói về lương.",
        "meeting",
        "held",
        "background",
    ),
    # the day of the news, or the one before
    ("<2024-05-09 Ngày 9/5>, [@Paolo Conti|ông] điện đàm với [FR1 Tổng thống Pháp|Luc Marchand].", "call", "held", "main"),
    # days before
    (
        "Trước đó, <2024-05-05 ngày 5/5>, [@Paolo Conti|ông] điện đàm với [FR1 Tổng thống Pháp|Luc Marchand].",
        "call",
        "held",
        "background",
    ),
    # foreseen in passing
    ("<2024-05-14 Ngày 14/5>, [@Paolo Conti|ông] sẽ gặp [FR1 Tổng thống Pháp|Luc Marchand].", "meeting", "planned", "background"),
]


@pytest.mark.parametrize(("sentence", "form", "status", "salience"), DEEP, ids=range(len(DEEP)))
def test_what_is_told_deep_in_an_article(sentence: str, form: str, status: str, salience: str) -> None:
    assert told(read(HEAD + FILLER + sentence)) == [(form, status, salience)]


def test_a_picture_of_another_day_is_background() -> None:
    caption = "> [@Paolo Conti|Ông] phát biểu tại hội thảo đầu tư {IT Ý} ở {JP Nhật Bản}."
    assert told(read(HEAD + caption)) == [("conference", "held", "background")]


def test_a_visit_that_frames_the_headline_is_main() -> None:
    lead = "Nhân chuyến thăm {NL Hà Lan}, [VN1 Thủ tướng|Lê Văn An] đã tới một trường đại học."
    assert told(read(f"# Thủ tướng thăm trường đại học {{NL Hà Lan}}\n{lead}")) == [("visit", "held", "main")]


def test_a_journey_before_the_next_one_is_still_the_news() -> None:
    lead = "Sau chuyến thăm {DE Đức}, [CN1 Thủ tướng Trung Quốc|Lý Hoa Minh] sẽ tới {BE Bỉ}."
    assert ("visit", "held", "main") in told(read(lead))


def test_programme_of_a_coming_visit_is_background_but_for_headlines() -> None:
    first = "# Chủ tịch nước sắp thăm {ET Ethiopia}\n[VN1 Chủ tịch nước|Phạm Đức Long] sẽ thăm {ET Ethiopia} <2024-05-20/2024-05-22 từ ngày 20 đến 22/5>.\n"
    later = "Tại đây, [@Phạm Đức Long|Chủ tịch nước] sẽ hội đàm với [ET1 Tổng thống Ethiopia|Abebe Tadesse]."
    assert told(read(first + FILLER + later)) == [("visit", "planned", "main"), ("talks", "planned", "background")]


STATUS = [
    (
        "Dự kiến trong thời gian ở {LA Lào}, [VN1 Thủ tướng|Lê Văn An] hội kiến [LA1 Chủ tịch nước Lào|Bounmy Vong].",
        "audience",
        "planned",
    ),
    (
        "[FJ1 Thủ tướng Fiji|Jone Tora] sẽ không tham dự Hội nghị thượng đỉnh khí hậu tại {CL:city Santiago}.",
        "conference",
        "cancelled",
    ),
    (
        "Cuộc gặp giữa [PE1 Tổng thống Peru|Carlos Vega] và [CL1 Tổng thống Chile|Pablo Rojas] có thể diễn ra tại {CL:city Santiago}.",
        "meeting",
        "planned",
    ),
    (
        "[PE1 Tổng thống Peru|Carlos Vega] rút khỏi Hội nghị thượng đỉnh khí hậu tại {CL:city Santiago}.",
        "conference",
        "cancelled",
    ),
]


@pytest.mark.parametrize(("sentence", "form", "status"), STATUS, ids=range(len(STATUS)))
def test_words_that_tell_the_status(sentence: str, form: str, status: str) -> None:
    assert (form, status) in [(f, s) for f, s, _ in told(read(sentence))]


NONE = [
    "Hàng vạn người {GB Anh} ký đơn đòi hủy chuyến thăm {GB Anh} của [US1 Tổng thống Mỹ|John Carter].",
    "[VN1 Chủ tịch nước|Phạm Đức Long] bày tỏ vui mừng đón [RU1 Tổng thống Nga|Ivan Orlov] sang thăm {VN Việt Nam}.",
    # still to come, without a day
    "[PE1 Tổng thống Peru|Carlos Vega] và [CL1 Tổng thống Chile|Pablo Rojas] bắt tay nhau trước khi có một cuộc gặp riêng.",
    "[SD4 Đại sứ Sudan|Omar Hassan] cảm ơn sự giúp đỡ trong gần bốn năm công tác tại {VN Việt Nam}.",
]


@pytest.mark.parametrize("sentence", NONE, ids=range(len(NONE)))
def test_what_is_no_meeting(sentence: str) -> None:
    assert told(read(sentence)) == []


DAYS = [
    # a time of another clause
    (
        "[RU1 Tổng thống Nga|Ivan Orlov] là lãnh đạo đầu tiên thăm {FR Pháp} sau khi chính phủ mới nhậm chức <2024-04-14 hôm 14/4>.",
        None,
    ),
    # a year far behind
    (
        "Chuyến thăm {JP Nhật Bản} của [US3 Bộ trưởng Quốc phòng Mỹ|Mark Ellis] là đòn gây sức ép, biến số của Biển Đông <2024-01-01/2024-12-31:year năm 2024>.",
        None,
    ),
    ("Chuyến thăm {JP Nhật Bản} của [US3 Bộ trưởng Quốc phòng Mỹ|Mark Ellis] diễn ra <2024-05-09 ngày 9/5>.", date(2024, 5, 9)),
    # of the longer journey
    (
        "[SE1 Thủ tướng Thụy Điển|Olof Lind] thăm {PE Peru} trong chuyến công du Mỹ Latinh <1998-01-01/1998-12-31:year năm 1998>.",
        date(1998, 1, 1),
    ),
]


@pytest.mark.parametrize(("sentence", "start"), DAYS, ids=range(len(DAYS)))
def test_the_days_of_a_journey_are_its_own(sentence: str, start: date | None) -> None:
    assert [m.start for m in tag_meetings(read(sentence)).meetings] == [start]


BUILDINGS = [
    ("Cuộc gặp giữa [VN1 Thủ tướng|Lê Văn An] và [PE1 Tổng thống Peru|Carlos Vega] tại Phủ [PE1 Tổng thống Peru].", "Phủ Tổng thống Peru"),
    (
        "Tại trụ sở Bộ Nông nghiệp, Lâm nghiệp và Thủy sản, [VN3 Thứ trưởng|Lê Văn An] tiếp [PE4 Đại sứ Peru|Carlos Vega].",
        "trụ sở Bộ Nông nghiệp, Lâm nghiệp và Thủy sản",
    ),
    ("[VN1 Thủ tướng|Lê Văn An] tiếp [PE1 Tổng thống Peru|Carlos Vega] tại trụ sở chính phủ.", "trụ sở chính phủ"),
    (
        "Tại Trung tâm Hành chính tỉnh, [VN3 Chủ tịch tỉnh|Lê Văn An] tiếp [PE4 Đại sứ Peru|Carlos Vega].",
        "Trung tâm Hành chính tỉnh",
    ),
    (  # the country that he goes to serve in is not where
        "Tại {VN:city Phủ Chủ tịch}, [VN1 Chủ tịch nước|Lê Văn An] tiếp [PE4 Đại sứ Peru|Carlos Vega] nhận nhiệm vụ tại {VN Việt Nam}.",
        "Phủ Chủ tịch",
    ),
    (
        "[VN1 Thủ tướng|Lê Văn An] sẽ thăm thành phố {US:city New York}, gặp [PE1 Tổng thống Peru|Carlos Vega].",
        "New York",
    ),
    ("[VN1 Thủ tướng|Lê Văn An] tiếp [PE4 Đại sứ Peru|Carlos Vega], coi trọng quan hệ với các nước ở khu vực Mỹ Latinh.", None),
    (
        "[PE1 Tổng thống Peru|Carlos Vega] đã tiếp đón [CL1 Tổng thống Chile|Pablo Rojas] tại dinh tổng thống ở thành phố {PE:city Lima}.",
        "dinh tổng thống ở thành phố Lima",
    ),
    (
        "Nhân dịp dự Hội nghị cấp cao APEC 2024 tại {PE:city Lima} ({PE Peru}), [VN1 Thủ tướng|Lê Văn An] gặp [CL1 Tổng thống Chile|Pablo Rojas].",
        "Lima",
    ),
    (
        "[VN1 Thủ tướng|Lê Văn An] gặp [CL1 Tổng thống Chile|Pablo Rojas] tại Trung tâm Hội nghị quốc gia ở đảo {KR:region Jeju}.",
        "Trung tâm Hội nghị quốc gia",
    ),
    (  # a headline that runs on
        "Vụ nổ ở {GB:city Leeds} [GB1 Thủ tướng Anh|Jane Hill] gặp [CL1 Tổng thống Chile|Pablo Rojas].",
        None,
    ),
    (  # where somebody serves
        "[RU3 Nghị sĩ Nga|Ivan Orlov], thành viên Ủy ban Quốc phòng tại Duma Nga, sau cuộc gặp với [SY1 Tổng thống Syria|Karim Saad] cho biết.",
        None,
    ),
]


@pytest.mark.parametrize(("sentence", "place"), BUILDINGS, ids=range(len(BUILDINGS)))
def test_buildings_and_towns_are_places(sentence: str, place: str | None) -> None:
    assert [m.place for m in tag_meetings(read(sentence)).meetings if m.form not in ("visit", "conference")] == [place]


NEIGHBOURS = [
    ("Sau lễ đón, [@Lê Văn An|Thủ tướng] hội đàm với [PE1 Tổng thống Peru|Carlos Vega].", date(2024, 5, 10)),
    # some day of the visit
    ("Trong khuôn khổ chuyến thăm, [@Lê Văn An|Thủ tướng] hội đàm với [PE1 Tổng thống Peru|Carlos Vega].", None),
    # whose day is that of the statement
    ("[@Lê Văn An|Thủ tướng] cho biết đã điện đàm với [PE1 Tổng thống Peru|Carlos Vega].", None),
]


@pytest.mark.parametrize(("sentence", "start"), NEIGHBOURS, ids=range(len(NEIGHBOURS)))
def test_a_day_told_before_reaches_over_what_follows(sentence: str, start: date | None) -> None:
    lead = "<2024-05-10 Sáng 10/5>, [VN1 Thủ tướng|Lê Văn An] dự lễ đón tại {PE Peru}.\n"
    meetings = tag_meetings(read(lead + sentence)).meetings
    assert [m.start for m in meetings if m.form in ("talks", "call")] == [start]


def test_an_event_stands_where_the_nearest_journey_leads() -> None:
    text = "Sau chuyến thăm {DE Đức}, [CN1 Thủ tướng Trung Quốc|Lý Hoa Minh] sẽ tới {BE Bỉ} và dự Hội nghị cấp cao {EU:bloc EU} - {CN Trung Quốc}."
    assert [m.country for m in tag_meetings(read(text)).meetings if m.form == "conference"] == ["BE"]


def test_two_met_on_one_day_abroad_are_met_in_one_country() -> None:
    first = "<2024-05-10 Chiều 10/5>, tại {PE:city Lima}, [VN1 Thủ tướng|Lê Văn An] hội kiến [PE1 Tổng thống Peru|Carlos Vega].\n"
    then = "<2024-05-10 Cùng ngày>, [@Lê Văn An|Thủ tướng] hội kiến [PE1 Chủ tịch Quốc hội Peru|Rosa Diaz]."
    assert [m.country for m in tag_meetings(read(first + then)).meetings] == ["PE", "PE"]


def undated(marked: str, *years: int) -> Doc:
    """An article that came out on 10 or 11 May of one of some years; its days are told without a year."""
    doc = read(marked, published=None)
    mentions = tuple(
        TimeMention(t.span, t.grain, "date", "year", "", None, t.start.month, t.start.day) for t in doc.times if t.start
    )
    times = tuple(replace(t, start=None, end=None, basis="resolved", value="date") for t in doc.times)
    windows = tuple((date(year, 5, 10), date(year, 5, 11)) for year in years)
    return replace(doc, time_mentions=mentions, times=times, dating=Dating(windows[0][0], windows[-1][1], windows, windows))


COMPARED = [
    ("<2024-05-20 ngày 20/5>", "planned", "main"),
    ("<2024-05-10 ngày 10/5>", "held", "main"),
    ("<2024-04-02 ngày 2/4>", "held", "background"),
]


@pytest.mark.parametrize(("day", "status", "salience"), COMPARED)
def test_days_without_a_year_tell_past_from_coming(day: str, status: str, salience: str) -> None:
    doc = undated(f"{day}, [VN1 Thủ tướng|Lê Văn An] gặp [LA1 Thủ tướng Lào|Bounmy Vong] tại {{LA:city Viêng Chăn}}.", 2017, 2018)
    meetings = tag_meetings(doc).meetings
    assert [(m.status, m.salience, m.start, m.grain) for m in meetings] == [(status, salience, None, None)]


def test_days_without_a_year_are_written_only_where_few_years_are_left() -> None:
    marked = "<2024-05-10 Ngày 10/5>, [VN1 Thủ tướng|Lê Văn An] gặp [LA1 Thủ tướng Lào|Bounmy Vong]."
    sure, unsure = undated(marked, 2017), undated(marked, 2017)
    told_day = tuple(replace(t, start=date(2017, 5, 10), end=date(2017, 5, 10)) for t in sure.times)
    left = ((date(2011, 5, 10), date(2011, 5, 11)), (date(2017, 5, 10), date(2017, 5, 11)))
    unsure = replace(unsure, times=told_day, dating=replace(unsure.dating, candidates=left))
    starts = [tag_meetings(doc).meetings[0].start for doc in (replace(sure, times=told_day), unsure)]
    assert starts == [date(2017, 5, 10), None]


def test_two_days_without_a_year_are_two_meetings() -> None:
    first = "<2024-05-10 Ngày 10/5>, [VN1 Thủ tướng|Lê Văn An] gặp [LA1 Thủ tướng Lào|Bounmy Vong]."
    second = "<2024-05-02 Ngày 2/5>, [@Lê Văn An|Thủ tướng] cũng đã gặp [@Bounmy Vong|Thủ tướng Lào]."
    assert len(tag_meetings(undated(f"{first}\n{second}", 2017, 2018)).meetings) == 2
