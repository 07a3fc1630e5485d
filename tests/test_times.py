"""Temporal expressions: what is tagged, what is not, and which days it means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnbilat_lib.calendar_days import days_of
from vnbilat_lib.doc import Article, Dating, Doc, Furniture, Span
from vnbilat_lib.lexicon import time_words
from vnbilat_lib.times import resolve_times, tag_times
from vnbilat_lib.times.words import LETTERS


def read(text: str, earliest: str | None = None, latest: str | None = None) -> Doc:
    """The text with its times, published on a day, within an interval, or on a day unknown."""
    first = date.fromisoformat(earliest) if earliest else None
    last = date.fromisoformat(latest) if latest else first
    doc = tag_times(Doc(Article("made", text), text=text))
    return resolve_times(replace(doc, dating=Dating(first, last)))


def told(text: str, earliest: str | None = None, latest: str | None = None) -> list[tuple[str, str]]:
    """Each expression with its days, as "start..end" (one day alone as that day; "-" where there are none)."""
    found = []
    for time in read(text, earliest, latest).times:
        start, end = time.start, time.end
        days = "-" if start is None and end is None else str(start) if start == end else f"{start or ''}..{end or ''}"
        found.append((time.span.of(text), days))
    return found


MONDAY = "2017-06-05"

DAYS = [
    ("Chiều 5/6, Thủ tướng tiếp đoàn đại biểu.", "Chiều 5/6", "2017-06-05"),
    ("Sáng ngày 2/6, hai bên đã hội đàm.", "Sáng ngày 2/6", "2017-06-02"),
    ("Chiều tối ngày 2/6, đoàn đã tới Nội Bài.", "Chiều tối ngày 2/6", "2017-06-02"),
    ("Sáng nay (5/6), hai bên hội đàm.", "Sáng nay (5/6)", "2017-06-05"),
    ("Chiều nay, 5.6, hai bên hội đàm.", "Chiều nay, 5.6", "2017-06-05"),
    ("Hôm nay (ngày 5/6), đoàn tới Hà Nội.", "Hôm nay (ngày 5/6)", "2017-06-05"),
    ("Hôm nay 5/6, đoàn tới Hà Nội.", "Hôm nay 5/6", "2017-06-05"),
    ("Tối qua 4/6, lễ khai mạc đã diễn ra.", "Tối qua 4/6", "2017-06-04"),
    ("Ngày 4 tháng 6 năm 2017, hai bên ký kết.", "Ngày 4 tháng 6 năm 2017", "2017-06-04"),
    ("Ngày 4 tháng 6, hai bên đã ký kết.", "Ngày 4 tháng 6", "2017-06-04"),
    ("Ngày mùng 3 tháng 3 năm 2015, lễ hội mở.", "Ngày mùng 3 tháng 3 năm 2015", "2015-03-03"),
    ("Ngày hai mươi tháng năm năm 2016, hai bên ký.", "Ngày hai mươi tháng năm năm 2016", "2016-05-20"),
    ("Hiệp định được ký ngày 31/12/2016.", "ngày 31/12/2016", "2016-12-31"),
    ("Hiệp định được ký 31/10/1974.", "31/10/1974", "1974-10-31"),
    ("Hiệp định được ký 29-5-2017.", "29-5-2017", "2017-05-29"),
    ("Hiệp định được ký ngày 29.5.2017.", "ngày 29.5.2017", "2017-05-29"),
    ("Số liệu cập nhật 2017-05-29.", "2017-05-29", "2017-05-29"),
    ("Hội nghị họp ngày 2-6.", "ngày 2-6", "2017-06-02"),
    ("Hội nghị họp ngày 2.6.", "ngày 2.6", "2017-06-02"),
    ("Hội nghị họp hôm 2/6.", "hôm 2/6", "2017-06-02"),
    ("Hội nghị đã họp ngày 5/6 năm ngoái.", "ngày 5/6 năm ngoái", "2016-06-05"),
    ("Hội nghị sẽ họp ngày 5/8 năm nay.", "ngày 5/8 năm nay", "2017-08-05"),
    ("Hội nghị họp ngày 5/8 tới.", "ngày 5/8 tới", "2017-08-05"),
    ("Hội nghị họp ngày 20/5 vừa qua.", "ngày 20/5 vừa qua", "2017-05-20"),
    ("Tối thứ Năm (1/6), ông tới Moskva.", "Tối thứ Năm (1/6)", "2017-06-01"),
    ("Thứ Sáu, ngày 2/6/2017, hội nghị bế mạc.", "Thứ Sáu, ngày 2/6/2017", "2017-06-02"),
    ("Rạng sáng 1/6 (giờ Hà Nội), hai ông gặp nhau.", "Rạng sáng 1/6", "2017-06-01"),
    ("Đoàn đã tới thăm ngày 12/11.", "ngày 12/11", "2016-11-12"),
    ("Đoàn sẽ tới thăm ngày 12/11.", "ngày 12/11", "2017-11-12"),
    ("Hồ sơ phải nộp trước 30/6.", "trước 30/6", "..2017-06-30"),
    ("Hôm qua, đoàn đã tới Vân Nam.", "Hôm qua", "2017-06-04"),
    ("Ngày mai, đoàn sẽ tới Vân Nam.", "Ngày mai", "2017-06-06"),
    ("Ngày mốt, đoàn sẽ tới Vân Nam.", "Ngày mốt", "2017-06-07"),
    ("Sáng mai, đoàn sẽ tới Vân Nam.", "Sáng mai", "2017-06-06"),
    ("Tối qua, đoàn đã tới Vân Nam.", "Tối qua", "2017-06-04"),
    ("Chiều nay, đoàn tới Vân Nam.", "Chiều nay", "2017-06-05"),
    ("Hai ngày trước, đoàn tới Vân Nam.", "Hai ngày trước", "2017-06-03"),
    ("Hai bên ký kết ngày 20 tháng trước.", "ngày 20 tháng trước", "2017-05-20"),
    ("Hội nghị sẽ họp ngày 7 tháng sau.", "ngày 7 tháng sau", "2017-07-07"),
    ("Hội chợ mở cửa vào 1 tháng 3.", "1 tháng 3", "2017-03-01"),
    ("Thứ Ba tới, đoàn thăm Lào.", "Thứ Ba tới", "2017-06-06"),
    ("Thứ hai vừa rồi, hai bên đã họp.", "Thứ hai vừa rồi", "2017-05-29"),
    ("15/5", "15/5", "2017-05-15"),
    ("Hạn chót là ngày cuối cùng của tháng 10 năm 2015.", "Hạn chót là ngày cuối cùng của tháng 10 năm 2015", "..2015-10-31"),
    ("Lễ hội mở vào Chủ nhật đầu tiên của tháng 4.", "Chủ nhật đầu tiên của tháng 4", "2017-04-02"),
    ("1 tháng 3", "1 tháng 3", "2017-03-01"),
    ("thứ sáu", "thứ sáu", "2017-06-02"),
    ("Cách đây 3 ngày, đoàn tới Vân Nam.", "Cách đây 3 ngày", "2017-06-02"),
    ("Chỉ còn đúng một tuần nữa, chuyến thăm sẽ diễn ra.", "một tuần nữa", "2017-06-12"),
    ("Ông nói hôm thứ Sáu.", "hôm thứ Sáu", "2017-06-02"),
    ("Chủ nhật, đoàn đã thăm Hội An.", "Chủ nhật", "2017-06-04"),
    ("Thứ Hai tuần tới, đoàn sẽ thăm Hội An.", "Thứ Hai tuần tới", "2017-06-12"),
    ("Thứ Tư tuần trước, đoàn thăm Hội An.", "Thứ Tư tuần trước", "2017-05-31"),
    ("Sáng thứ 6 tuần này, hội nghị họp.", "Sáng thứ 6 tuần này", "2017-06-09"),
    ("Đoàn sẽ tới vào thứ Năm.", "thứ Năm", "2017-06-08"),
]


@pytest.mark.parametrize(("text", "expression", "days"), DAYS)
def test_a_day_is_tagged_and_resolved(text: str, expression: str, days: str) -> None:
    assert told(text, MONDAY) == [(expression, days)]


SPANS = [
    ("Hội chợ diễn ra 13 - 15 tháng 7.", "13 - 15 tháng 7", "2017-07-13..2017-07-15"),
    ("Hội chợ diễn ra từ ngày 13 đến 15 tháng trước.", "từ ngày 13 đến 15 tháng trước", "2017-05-13..2017-05-15"),
    ("Thăm chính thức từ ngày 8-11/7/2017.", "từ ngày 8-11/7/2017", "2017-07-08..2017-07-11"),
    ("Họp trong hai ngày 5 và 6/7.", "hai ngày 5 và 6/7", "2017-07-05..2017-07-06"),
    ("Họp các ngày 5, 6 và 7/7.", "ngày 5, 6 và 7/7", "2017-07-05..2017-07-07"),
    ("Chuyến thăm diễn ra 28/6-3/7.", "28/6-3/7", "2017-06-28..2017-07-03"),
    ("Chuyến thăm diễn ra từ 28/6 đến 3/7.", "từ 28/6 đến 3/7", "2017-06-28..2017-07-03"),
    ("Ông thăm Việt Nam từ ngày 16 đến 19/11/2000.", "từ ngày 16 đến 19/11/2000", "2000-11-16..2000-11-19"),
    ("Ông sẽ thăm Nhật Bản từ ngày 6 - 8/6.", "từ ngày 6 - 8/6", "2017-06-06..2017-06-08"),
    ("Ông thăm Trung Quốc từ ngày 11 đến 15-5.", "từ ngày 11 đến 15-5", "2017-05-11..2017-05-15"),
    ("Ông thăm Lào từ ngày 5 đến ngày 8 tháng 6.", "từ ngày 5 đến ngày 8 tháng 6", "2017-06-05..2017-06-08"),
    ("Hội nghị diễn ra trong 2 ngày 5-6/6.", "2 ngày 5-6/6", "2017-06-05..2017-06-06"),
    ("Ông thăm Nga từ 28/12/2016 đến 3/1/2017.", "từ 28/12/2016 đến 3/1/2017", "2016-12-28..2017-01-03"),
    ("Ông thăm Nga từ 28/12 đến 3/1/2017.", "từ 28/12 đến 3/1/2017", "2016-12-28..2017-01-03"),
    ("15 ngày đầu tháng 5, xuất khẩu tăng.", "15 ngày đầu tháng 5", "2017-05-01..2017-05-15"),
    ("15 ngày đầu tháng 5/2016, xuất khẩu tăng.", "15 ngày đầu tháng 5/2016", "2016-05-01..2016-05-15"),
    ("Triển lãm mở từ hôm nay đến hết ngày 16/6.", "từ hôm nay đến hết ngày 16/6", "2017-06-05..2017-06-16"),
    ("Họp từ thứ Hai đến thứ Tư tuần này.", "từ thứ Hai đến thứ Tư tuần này", "2017-06-05..2017-06-07"),
    ("Chuyến thăm kéo dài đến ngày 10/6.", "kéo dài đến ngày 10/6", "..2017-06-10"),
    ("Hội chợ mở đến hết ngày 13/6.", "đến hết ngày 13/6", "..2017-06-13"),
    ("Quy định có hiệu lực từ ngày 1/7.", "từ ngày 1/7", "2017-07-01.."),
    ("Kể từ ngày 20/5/2017 đến nay, hai bên họp hai lần.", "Kể từ ngày 20/5/2017 đến nay", "2017-05-20.."),
    ("Nhà Vua đã thăm hồi cuối tháng 2 và đầu tháng 3.", "cuối tháng 2 và đầu tháng 3", "2017-02-01..2017-03-31"),
    ("Từ tháng 11/2016 đến tháng 2/2017, giá tăng.", "Từ tháng 11/2016 đến tháng 2/2017", "2016-11-01..2017-02-28"),
    ("Từ tháng 7 đến tháng 8/2016, giá tăng.", "Từ tháng 7 đến tháng 8/2016", "2016-07-01..2016-08-31"),
    ("Tháng 2 và 3/2017, giá tăng.", "Tháng 2 và 3/2017", "2017-02-01..2017-03-31"),
    ("Quý I và II/2017, giá tăng.", "Quý I và II/2017", "2017-01-01..2017-06-30"),
    ("Giai đoạn 2016-2020, vốn vay tăng.", "Giai đoạn 2016-2020", "2016-01-01..2020-12-31"),
    ("Nhiệm kỳ 2016 - 2021 bắt đầu.", "Nhiệm kỳ 2016 - 2021", "2016-01-01..2021-12-31"),
    ("Từ năm 2011 đến 2015, vốn vay tăng.", "Từ năm 2011 đến 2015", "2011-01-01..2015-12-31"),
    ("Năm 2015 và 2016 đều xuất siêu.", "Năm 2015 và 2016", "2015-01-01..2016-12-31"),
    ("Thập niên 1980, hai nước nối lại đàm phán.", "Thập niên 1980", "1980-01-01..1989-12-31"),
    ("Từ năm 2012 đến tháng 10/2016, ông ở Lào.", "Từ năm 2012 đến tháng 10/2016", "2012-01-01..2016-10-31"),
]


@pytest.mark.parametrize(("text", "expression", "days"), SPANS)
def test_a_span_of_time_is_one_expression(text: str, expression: str, days: str) -> None:
    assert told(text, MONDAY) == [(expression, days)]


PERIODS = [
    ("Tháng 5/2017, kim ngạch tăng.", "Tháng 5/2017", "2017-05-01..2017-05-31"),
    ("Tháng 5-2017, kim ngạch tăng.", "Tháng 5-2017", "2017-05-01..2017-05-31"),
    ("Tháng 5.2017, kim ngạch tăng.", "Tháng 5.2017", "2017-05-01..2017-05-31"),
    ("Tháng 5 năm 2017, kim ngạch tăng.", "Tháng 5 năm 2017", "2017-05-01..2017-05-31"),
    ("Ông đã thăm Trung Quốc (01/2017).", "01/2017", "2017-01-01..2017-01-31"),
    ("Ông thăm Lào tháng 9 năm ngoái.", "tháng 9 năm ngoái", "2016-09-01..2016-09-30"),
    ("Ông sẽ thăm Lào tháng 11 năm nay.", "tháng 11 năm nay", "2017-11-01..2017-11-30"),
    ("Ông đã thăm Lào hồi tháng 1.", "tháng 1", "2017-01-01..2017-01-31"),
    ("Ông đã thăm Lào hồi tháng 10.", "tháng 10", "2016-10-01..2016-10-31"),
    ("Ông sẽ thăm Lào tháng 9 tới.", "tháng 9 tới", "2017-09-01..2017-09-30"),
    ("Ông thăm Lào tháng 12 vừa qua.", "tháng 12 vừa qua", "2016-12-01..2016-12-31"),
    ("Ông thăm Lào giữa tháng sáu.", "giữa tháng sáu", "2017-06-01..2017-06-30"),
    ("Đầu tháng tới, ông thăm Lào.", "Đầu tháng tới", "2017-07-01..2017-07-31"),
    ("Ông thăm Lào tháng một năm 2016.", "tháng một năm 2016", "2016-01-01..2016-01-31"),
    ("Tháng trước, ông thăm Lào.", "Tháng trước", "2017-05-01..2017-05-31"),
    ("Ông thăm Lào cuối tháng này.", "cuối tháng này", "2017-06-01..2017-06-30"),
    ("9 tháng đầu năm nay, xuất khẩu tăng.", "9 tháng đầu năm nay", "2017-01-01..2017-09-30"),
    ("Bốn tháng đầu năm 2017, xuất khẩu tăng.", "Bốn tháng đầu năm 2017", "2017-01-01..2017-04-30"),
    ("Trong 5 tháng đầu năm, xuất khẩu tăng.", "5 tháng đầu năm", "2017-01-01..2017-05-31"),
    ("Năm tháng đầu năm, xuất khẩu tăng.", "Năm tháng đầu năm", "2017-01-01..2017-05-31"),
    ("Trong 4 tháng đầu của năm 2017, xuất khẩu tăng.", "4 tháng đầu của năm 2017", "2017-01-01..2017-04-30"),
    ("11 tháng năm 2016, xuất khẩu tăng.", "11 tháng năm 2016", "2016-01-01..2016-11-30"),
    ("6 tháng cuối năm 2016, xuất khẩu tăng.", "6 tháng cuối năm 2016", "2016-07-01..2016-12-31"),
    ("9 tháng đầu năm, xuất khẩu tăng.", "9 tháng đầu năm", "2016-01-01..2016-09-30"),
    ("Nửa đầu năm 2017, xuất khẩu tăng.", "Nửa đầu năm 2017", "2017-01-01..2017-06-30"),
    ("Nửa cuối năm ngoái, xuất khẩu tăng.", "Nửa cuối năm ngoái", "2016-07-01..2016-12-31"),
    ("Quý I/2024, xuất khẩu tăng.", "Quý I/2024", "2024-01-01..2024-03-31"),
    ("Quý 1-2017, xuất khẩu tăng.", "Quý 1-2017", "2017-01-01..2017-03-31"),
    ("Quý III năm nay, xuất khẩu tăng.", "Quý III năm nay", "2017-07-01..2017-09-30"),
    ("Quý hai, xuất khẩu tăng.", "Quý hai", "2017-04-01..2017-06-30"),
    ("Quý 4 năm 2018, xuất khẩu tăng.", "Quý 4 năm 2018", "2018-10-01..2018-12-31"),
    ("Trong quý một, xuất khẩu tăng.", "quý một", "2017-01-01..2017-03-31"),
    ("Xuất khẩu Q1/2016 tăng.", "Q1/2016", "2016-01-01..2016-03-31"),
    ("Quý này, xuất khẩu tăng.", "Quý này", "2017-04-01..2017-06-30"),
    ("Quý trước, xuất khẩu tăng.", "Quý trước", "2017-01-01..2017-03-31"),
    ("Hai quý đầu năm, xuất khẩu tăng.", "Hai quý đầu năm", "2017-01-01..2017-06-30"),
    ("Năm 2016, xuất khẩu tăng.", "Năm 2016", "2016-01-01..2016-12-31"),
    ("Năm 2016 vừa qua, xuất khẩu tăng.", "Năm 2016 vừa qua", "2016-01-01..2016-12-31"),
    ("Cả năm 2016, xuất khẩu tăng.", "năm 2016", "2016-01-01..2016-12-31"),
    ("Năm ngoái, xuất khẩu tăng.", "Năm ngoái", "2016-01-01..2016-12-31"),
    ("Ông sẽ tới vào cuối năm nay.", "cuối năm nay", "2017-01-01..2017-12-31"),
    ("Xuất khẩu đạt 5 tỷ USD (2016).", "2016", "2016-01-01..2016-12-31"),
    ("Tuần trước, ông thăm Lào.", "Tuần trước", "2017-05-29..2017-06-04"),
    ("Ông thăm Lào cuối tuần này.", "cuối tuần này", "2017-06-10..2017-06-11"),
    ("Tuần tới, ông thăm Lào.", "Tuần tới", "2017-06-12..2017-06-18"),
    ("Tuần đầu tiên của tháng 10 năm 2014, hội chợ mở cửa.", "Tuần đầu tiên của tháng 10 năm 2014", "2014-10-06..2014-10-12"),
    ("Tuần cuối tháng 9 năm 2014, hội chợ mở cửa.", "Tuần cuối tháng 9 năm 2014", "2014-09-22..2014-09-28"),
    ("Quý đầu tiên của năm 2017, xuất khẩu tăng.", "Quý đầu tiên của năm 2017", "2017-01-01..2017-03-31"),
    ("Nửa đầu tháng 5/2017, xuất khẩu tăng.", "Nửa đầu tháng 5/2017", "2017-05-01..2017-05-15"),
    ("Trong 3 ngày qua, mưa lớn.", "3 ngày qua", "2017-06-02..2017-06-04"),
    ("Trong hai tháng tới, hai bên sẽ họp.", "hai tháng tới", "2017-07-01..2017-08-31"),
    ("Cách đây hai năm, ông thăm Lào.", "Cách đây hai năm", "2015-01-01..2015-12-31"),
    ("Hai năm trước, ông thăm Lào.", "Hai năm trước", "2015-01-01..2015-12-31"),
    ("Tính đến hết tháng 4/2017, Đức có 285 dự án.", "Tính đến hết tháng 4/2017", "..2017-04-30"),
    ("Tính đến tháng 5/2017, Đức có 285 dự án.", "Tính đến tháng 5/2017", "..2017-05-31"),
    ("Tính đến ngày 20/5, Đức có 285 dự án.", "Tính đến ngày 20/5", "..2017-05-20"),
    ("Tính đến giữa năm 2016, Séc có 30 dự án.", "Tính đến giữa năm 2016", "..2016-06-30"),
    ("Tính đến giữa tháng 4/2017, Séc có 30 dự án.", "Tính đến giữa tháng 4/2017", "..2017-04-15"),
    ("Lũy kế đến hết năm 2016, vốn đạt 5 tỷ USD.", "Lũy kế đến hết năm 2016", "..2016-12-31"),
    ("Hai bên phấn đấu đạt 5 tỷ USD đến năm 2030.", "đến năm 2030", "2030-01-01..2030-12-31"),
    ("Hai bên phấn đấu đạt 5 tỷ USD vào năm 2020.", "năm 2020", "2020-01-01..2020-12-31"),
    ("Từ đầu năm đến nay, xuất khẩu tăng.", "Từ đầu năm đến nay", "2017-01-01.."),
    ("Kể từ năm 2000, xuất khẩu tăng.", "Kể từ năm 2000", "2000-01-01.."),
]


@pytest.mark.parametrize(("text", "expression", "days"), PERIODS)
def test_a_period_is_tagged_and_resolved(text: str, expression: str, days: str) -> None:
    assert told(text, MONDAY) == [(expression, days)]


VAGUE = [
    "những năm gần đây",
    "hiện nay",
    "đến nay",
    "mỗi năm",
    "hàng năm",
    "trong 10 năm qua",
    "vài năm tới",
    "ba năm liên tiếp",
    "thế kỷ 21",
    "hơn hai năm trước",
    "trong 3 ngày",
    "thêm 6 tháng nữa",
    "ngày 10/3 âm lịch",
    "vào thứ 7 hàng tuần",
    "năm sau cao hơn năm trước",
]


@pytest.mark.parametrize("phrase", VAGUE)
def test_what_has_no_days_is_tagged_without_any(phrase: str) -> None:
    times = read(f"Xuất khẩu tăng {phrase}.", MONDAY).times
    assert times
    assert all(time.start is None and time.end is None for time in times)


NO_TIMES = [
    "Đội khách thắng 2-1.",
    "Sơ đồ chiến thuật 3-4-3 được giữ nguyên.",
    "Theo Nghị quyết 09/NQ-TW và Quyết định 204/TTg.",
    "Thông tư số 12/2017/TT-BTC quy định về thuế.",
    "Nghị định 03/2017 quy định về thuế.",
    "Trụ sở ở 157/2 Hàng Bạc, điện thoại 04-3825.1234.",
    "Chuyến bay VN-123 chở 200 khách.",
    "Vốn Nhật Bản chiếm 1/7 tổng vốn.",
    "Thỏa thuận được đến 4/5 số phiếu thông qua.",
    "Xuất khẩu tăng 6,2% và đạt 1.234,5 triệu USD.",
    "Hỗ trợ khách hàng 24/7.",
    "Hội nghị thượng đỉnh lần thứ hai đã khai mạc.",
    "Hà Lan đứng thứ ba về đầu tư.",
    "Năm nước cùng ký, năm bộ trưởng có mặt.",
    "Kim ngạch hai chiều qua cửa khẩu tăng.",
    "Đoàn xe đi qua đường 3/2.",
    "Giá kim loại quý này tăng.",
    "Uống thuốc một ngày 2-3 lần.",
    "Ông Năm và bà Mai cùng đi.",
    "Đây là chuyến thăm thứ năm tới Triều Tiên.",
    "Phiên cuối tuần, giá dầu giảm.",
    "Đây là đối tác lớn thứ ba tới thăm gian hàng.",
    "Ông sống ở Q1, thành phố Hồ Chí Minh.",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert told(text, MONDAY) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngày 2/6, ông gặp Tổng thống. Cùng ngày, ông gặp Thủ tướng.", [("Ngày 2/6", "2017-06-02"), ("Cùng ngày", "2017-06-02")]),
        (
            "Sáng 2/6, hai bên hội đàm.\nHai nước lập quan hệ ngày 25/3/1971.\nCùng ngày, ông gặp Thủ tướng.",
            [("Sáng 2/6", "2017-06-02"), ("ngày 25/3/1971", "1971-03-25"), ("Cùng ngày", "2017-06-02")],
        ),
        (
            "Ngày 25/3/1971, hai nước lập quan hệ. Cùng ngày, sứ quán mở cửa.",
            [("Ngày 25/3/1971", "1971-03-25"), ("Cùng ngày", "1971-03-25")],
        ),
        (
            "Chiều 2/6, ông tiếp khách thăm từ 1-2/6. Cùng ngày, ông gặp Thủ tướng.",
            [("Chiều 2/6", "2017-06-02"), ("từ 1-2/6", "2017-06-01..2017-06-02"), ("Cùng ngày", "2017-06-02")],
        ),
        ("Ngày 2/6, ông tới Moskva. Hôm sau, ông gặp Thủ tướng.", [("Ngày 2/6", "2017-06-02"), ("Hôm sau", "2017-06-03")]),
        ("Ngày 2/6, ông tới. Hai ngày trước đó, ông ở Lào.", [("Ngày 2/6", "2017-06-02"), ("Hai ngày trước đó", "2017-05-31")]),
        (
            "Tháng 7/1995, hai nước bình thường hóa quan hệ. Một tháng sau đó, ông sang thăm.",
            [("Tháng 7/1995", "1995-07-01..1995-07-31"), ("Một tháng sau đó", "1995-08-01..1995-08-31")],
        ),
        (
            "5 tháng đầu năm, xuất khẩu tăng 5% so với cùng kỳ năm ngoái.",
            [("5 tháng đầu năm", "2017-01-01..2017-05-31"), ("cùng kỳ năm ngoái", "2016-01-01..2016-05-31")],
        ),
        (
            "Tính đến hết tháng 2/2017, tăng 5% so với cùng kỳ năm 2016.",
            [("Tính đến hết tháng 2/2017", "..2017-02-28"), ("cùng kỳ năm 2016", "..2016-02-29")],
        ),
        ("Ngày 5 và 12/7, hai bên họp.", [("Ngày 5", "2017-07-05"), ("12/7", "2017-07-12")]),
        (
            "Năm 2001 và 2016 đều có chuyến thăm.",
            [("Năm 2001", "2001-01-01..2001-12-31"), ("2016", "2016-01-01..2016-12-31")],
        ),
        (
            "Chiều 31/5 (giờ địa phương), tức rạng sáng 1/6 giờ Hà Nội.",
            [("Chiều 31/5", "2017-05-31"), ("rạng sáng 1/6", "2017-06-01")],
        ),
        (
            "Năm 2015, ông thăm Lào. Tháng 9 cùng năm, ông thăm Nga.",
            [("Năm 2015", "2015-01-01..2015-12-31"), ("Tháng 9 cùng năm", "2015-09-01..2015-09-30")],
        ),
    ],
)
def test_an_expression_leans_on_what_was_told_before(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, MONDAY) == expected


def test_without_a_day_of_publication_only_stated_years_have_days() -> None:
    assert told("Hôm qua, ngày 5/6, năm ngoái và năm 2016.") == [
        ("Hôm qua, ngày 5/6", "-"),
        ("năm ngoái", "-"),
        ("năm 2016", "2016-01-01..2016-12-31"),
    ]


@pytest.mark.parametrize(
    ("phrase", "days"),
    [("Hôm qua", "-"), ("Năm ngoái", "2014-01-01..2014-12-31"), ("Tuần trước", "2015-11-02..2015-11-08"), ("Ngày 6/11", "2015-11-06")],
)
def test_within_an_interval_only_what_every_day_agrees_on_has_days(phrase: str, days: str) -> None:
    assert told(f"{phrase}, ông đã thăm Lào.", "2015-11-09", "2015-11-13") == [(phrase, days)]


def test_an_interval_over_two_years_leaves_a_year_open() -> None:
    assert told("Ngày 6/11, ông thăm Lào.", "2023-11-06", "2024-11-06") == [("Ngày 6/11", "-")]


@pytest.mark.parametrize(
    ("text", "published", "days"),
    [
        ("Từ tháng 1 đến tháng 11, xuất khẩu tăng.", "2017-12-05", "2017-01-01..2017-11-30"),
        ("Từ tháng 9 đến tháng 12, xuất khẩu tăng.", "2018-01-05", "2017-09-01..2017-12-31"),
        ("Từ tháng 11 đến tháng 2, hội chợ sẽ mở cửa.", "2017-10-05", "2017-11-01..2018-02-28"),
    ],
)
def test_months_from_one_to_another_lie_together_near_the_day_of_publication(text: str, published: str, days: str) -> None:
    assert [told_days for _, told_days in told(text, published)] == [days]


def test_a_year_that_lies_behind_is_no_target() -> None:
    assert [t.modifier for t in read("Đạt 5 tỷ USD vào năm 2015, đến năm 2016, đến năm 2020.", MONDAY).times] == ["", "until", "target"]


def test_a_full_date_with_a_year_is_stated_and_one_without_is_resolved() -> None:
    assert [t.basis for t in read("Ngày 2/6/2017 và ngày 2/6.", MONDAY).times] == ["stated", "resolved"]


def test_furniture_holds_no_times() -> None:
    text = "Chiều 5/6, hai bên hội đàm.\nTin liên quan: 27/4/2024"
    doc = tag_times(Doc(Article("made", text), text=text, furniture=(Furniture(Span(28, len(text)), "tail", "made"),)))
    assert [m.span.of(text) for m in doc.time_mentions] == ["Chiều 5/6"]


def test_two_decades_joined_by_a_comma_stop_nothing() -> None:
    assert told("Kiểu áo này thịnh hành từ những năm 50,60, rồi trở lại năm 2016.")[-1] == ("năm 2016", "2016-01-01..2016-12-31")


def test_odd_blanks_do_not_matter() -> None:
    assert told("Chiều 15 / 8 , đoàn tới ; từ ngày 8 - 11 / 7 / 2017 .", "2017-08-16") == [
        ("Chiều 15 / 8", "2017-08-15"),
        ("từ ngày 8 - 11 / 7 / 2017", "2017-07-08..2017-07-11"),
    ]


@pytest.mark.parametrize("row", time_words(), ids=lambda row: row.word)
def test_each_word_of_the_list_is_read_in_its_example(row: object) -> None:
    word, kind, example = row.word, row.kind, row.example  # type: ignore[attr-defined]
    assert kind in LETTERS or kind in {"past", "future", "share"}
    assert word.casefold() in example.casefold()


_SOUP = st.lists(
    st.sampled_from([*(row.word for row in time_words()), "5", "20", "2017", "/", "-", ",", "(", ")", "6.2", "1.234,5", "người"]), max_size=25
)


@settings(deadline=None)
@given(st.text(max_size=120) | _SOUP.map(" ".join))
def test_any_text_is_read_and_spans_follow_each_other_inside_it(text: str) -> None:
    doc = read(text, "2017-06-01", "2017-06-09")
    reached = 0
    assert len(doc.times) == len(doc.time_mentions)
    for mention, time in zip(doc.time_mentions, doc.times, strict=True):
        assert mention.span == time.span
        assert reached <= time.span.start < time.span.end <= len(text)
        reached = time.span.end
        if time.start and time.end:
            assert time.start <= time.end


@settings(deadline=None)
@given(_SOUP.map(" ".join), st.dates(date(2001, 1, 1), date(2099, 12, 31)))
def test_what_a_day_of_publication_makes_of_a_mention_has_its_ends_in_order(text: str, published: date) -> None:
    for mention in tag_times(Doc(Article("made", text), text=text)).time_mentions:
        start, end = days_of(mention, published)
        assert start is None or end is None or start <= end


def test_long_texts_take_no_time() -> None:
    for piece in ("ngày 5/6 ", "1/", "tháng năm ", "(5-6/", "từ 5 đến "):
        text = piece * 10_000
        tag_times(Doc(Article("made", text), text=text))
