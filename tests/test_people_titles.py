"""Titles behind and inside titles, countries weighed by the article, given names. All sentences are invented."""

from __future__ import annotations

import pytest
from test_people import names, persons, read

BEHIND = [
    ("Anders Lindholm, quyền Tổng thống Phần Lan đã kêu gọi các bên kiềm chế.", [("Anders Lindholm", "quyền Tổng thống Phần Lan", "FI")]),
    ("Tiến sĩ Trần Quốc Hưng, Bộ trưởng Bộ Công thương cho biết hai nước đã ký.", [("Trần Quốc Hưng", "Bộ trưởng Bộ Công thương", "VN")]),
    (
        "Cảnh sát bắt Clara Whitmore, 60 tuổi, một nhân viên kỳ cựu thuộc Bộ Ngoại giao Mỹ, với cáo buộc nhận tiền.",
        [("Clara Whitmore", "nhân viên kỳ cựu thuộc Bộ Ngoại giao Mỹ", "US")],
    ),
    (
        "Bị cáo Đinh Quốc Khải (sinh năm 1973), nguyên Phó Chủ tịch UBND phường Trung Tự lĩnh 30 tháng tù.",
        [("Đinh Quốc Khải", "nguyên Phó Chủ tịch UBND phường Trung Tự", "VN")],
    ),
    (
        "Ngày 11/5, lãnh đạo thành phố đã tiếp ông Karim Haddad, Chủ tịch Quốc hội Ai Cập đang ở thăm Việt Nam.",
        [("Karim Haddad", "Chủ tịch Quốc hội Ai Cập", "EG")],
    ),
    (
        "Thư gửi ông Peter Marlowe, Chủ tịch Thượng viện và ông Rex Dillard, Chủ tịch Hạ viện Hoa Kỳ.",
        [("Peter Marlowe", "Chủ tịch Thượng viện", "US"), ("Rex Dillard", "Chủ tịch Hạ viện Hoa Kỳ", "US")],
    ),
    ("Ông Lê Hải Đường, đại diện Công ty cổ phần Minh Đăng cho biết như vậy.", [("Lê Hải Đường", "đại diện Công ty cổ phần Minh Đăng", "VN")]),
    ("Năm 2009, bà Clara Whitmore, khi đó giữ chức Ngoại trưởng Mỹ, yêu cầu dừng.", [("Clara Whitmore", "Ngoại trưởng Mỹ", "US")]),
    ("Bộ trưởng Quốc phòng Thụy Điển, Anders Lindholm đã gọi đây là sai lầm.", [("Anders Lindholm", "Bộ trưởng Quốc phòng Thụy Điển", "SE")]),
    ("Bác sĩ Nguyễn Trọng Khải - Phó Cục trưởng Cục bảo vệ, chăm sóc trẻ em (Bộ Lao động - Thương binh và Xã hội) nói.",
     [("Nguyễn Trọng Khải", "Phó Cục trưởng Cục bảo vệ, chăm sóc trẻ em (Bộ Lao động - Thương binh và Xã hội)", "VN")]),
    (
        "Ông Rex Dillard, cựu Bộ trưởng Quốc phòng Mỹ dưới thời Tổng thống Henry Blackwood nói như vậy.",
        [("Rex Dillard", "cựu Bộ trưởng Quốc phòng Mỹ", "US"), ("Henry Blackwood", "Tổng thống", "US")],
    ),
    ("Cụ Lê Đình Kiên (82 tuổi, nguyên Bí thư Đảng ủy xã) có mặt.", [("Lê Đình Kiên", "nguyên Bí thư Đảng ủy xã", "VN")]),
    (
        "Ông gặp ông Kim Yong-sik, Bộ trưởng Quan hệ Ngoại thương Triều Tiên bên lề Diễn đàn.",
        [("Kim Yong-sik", "Bộ trưởng Quan hệ Ngoại thương Triều Tiên", "KP")],
    ),
    ("Ông Rex Dillard, tiến sỹ kinh tế, cựu Thứ trưởng Bộ Tài chính Mỹ, trả lời.", [("Rex Dillard", "cựu Thứ trưởng Bộ Tài chính Mỹ", "US")]),
    ("Chủ tịch Verkhovna Rada Andrei Lindov nói như vậy.", [("Andrei Lindov", "Chủ tịch Verkhovna Rada", None)]),
    (
        "Theo Cố vấn cấp cao về châu Á Clara Whitmore tại Trung tâm Nghiên cứu chiến lược, đây là bước đi mới.",
        [("Clara Whitmore", "Cố vấn cấp cao về châu Á, Trung tâm Nghiên cứu chiến lược", None)],
    ),
    ("Người sáng lập Orbizon.com Peter Lind trả lời.", [("Peter Lind", "Người sáng lập Orbizon.com", None)]),
    (
        "Bị cáo Võ Hoàng Khải, nguyên Đội trưởng Đội TTGT Q.Bình Thủy, trả lời.",
        [("Võ Hoàng Khải", "nguyên Đội trưởng Đội TTGT Q.Bình Thủy", "VN")],
    ),
    ("Đó là việc ông ấy thôi giữ chức Cục trưởng Cục Thuế, Bộ trưởng Đỗ Văn Khải trả lời.", [("Đỗ Văn Khải", "Bộ trưởng", "VN")]),
    (
        "Ông Lê Xuân Cường - Giám đốc Sở GTVT Hà Nội báo cáo tại kỳ họp thứ 5, cho biết như vậy.",
        [("Lê Xuân Cường", "Giám đốc Sở GTVT Hà Nội", "VN")],
    ),
    ("Bộ trưởng Anh phụ trách đàm phán Clara Whitmore trả lời.", [("Clara Whitmore", "Bộ trưởng Anh phụ trách đàm phán", "GB")]),
    ("Ứng cử viên tự do Peter Lind trả lời.", [("Peter Lind", "Ứng cử viên", None)]),
    (
        "Ông Song Min-ho, đặc phái viên về an ninh ở Bán đảo Triều Tiên của Bộ Ngoại giao Hàn Quốc, trả lời.",
        [("Song Min-ho", "đặc phái viên về an ninh ở Bán đảo Triều Tiên của Bộ Ngoại giao Hàn Quốc", "KR")],
    ),
    ("Chủ tịch hãng đầu tư Y Combiner, ông Peter Lind trả lời.", [("Peter Lind", "Chủ tịch hãng đầu tư Y Combiner", None)]),
    ("Ông Peter Lind, đồng chủ nhiệm Chương trình An ninh, trả lời.", [("Peter Lind", "đồng chủ nhiệm Chương trình An ninh", None)]),
    ("Ngoại trưởng Mỹ tiếp ông Song Min-ho, một Đô đốc hải quân đã nghỉ hưu, của Hàn Quốc.", [("Song Min-ho", "Đô đốc hải quân", "KR")]),
]  # fmt: skip

INSIDE = [
    (
        "Bà từng là cố vấn của Tổng thư ký Liên hợp quốc Karim Haddad.",
        [("Karim Haddad", "Tổng thư ký Liên hợp quốc", None)],
    ),
    (
        "Thay mặt Chủ tịch Quốc hội Lào, Phó Chủ tịch Quốc hội Khamphet Sivilay phát biểu.",
        [("Khamphet Sivilay", "Phó Chủ tịch Quốc hội", "LA")],
    ),
    (
        "Phó trợ lý Ngoại trưởng Mỹ phụ trách khu vực Đông Á Rex Dillard trông đợi chuyến thăm.",
        [("Rex Dillard", "Phó trợ lý Ngoại trưởng Mỹ phụ trách khu vực Đông Á", "US")],
    ),
    ("Cựu Tổng thống bị phế truất Park Min-young của Hàn Quốc ra tòa.", [("Park Min-young", "Cựu Tổng thống", "KR")]),
    ("Quốc vương Qatar Sheikh Tamim bin Rashid thăm Hà Nội.", [("Tamim bin Rashid", "Quốc vương Qatar", "QA")]),
    ("Chủ tịch Quốc hội Campuchia Samdech Sok Vannak thăm Hà Nội.", [("Sok Vannak", "Chủ tịch Quốc hội Campuchia", "KH")]),
]


@pytest.mark.parametrize(("text", "expected"), BEHIND + INSIDE, ids=lambda v: v[:40] if isinstance(v, str) else "")
def test_a_title_belongs_to_its_name(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert persons(text) == expected


@pytest.mark.parametrize(
    ("text", "sector", "rank"),
    [
        ("Chủ tịch Trung Quốc Lưu Chí Viễn thăm Nga.", "government", 1),
        ("Chủ tịch Lào Cai Trần Quốc Hưng thị sát.", "province", 3),
        ("Bí thư Hà Giang Trần Quốc Hưng tiếp đoàn.", "province", 3),
        ("Chủ tịch Hiệp hội Gỗ Trần Quốc Hưng dự họp.", "organisation", 5),
    ],
)
def test_the_place_behind_a_title_tells_its_rank(text: str, sector: str, rank: int) -> None:
    person = read(text).persons[0]
    assert (person.sector, person.rank) == (sector, rank)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Giới quan sát cho rằng James Lindholm khó thắng cử.", ["James Lindholm"]),
        ("Người hâm mộ chờ đợi Sergei Lindov trở lại.", ["Sergei Lindov"]),
        ("Cửa hàng Calvin Klein mở tại Hà Nội.", []),
        ("Cô từng là thành viên nhóm Minitia Birds.", []),
        ("Giá vàng tăng trong ngày Thần Tài (6/2).", []),
        ("Đoàn Việt Nam dự hội nghị tại Geneva.", []),
        ("Các lãnh đạo chi nhánh của tập đoàn Orbrecht bị điều tra.", []),
        ("Dư luận chờ siêu mẫu Hà Anh Hà Anh hạnh phúc.", ["Hà Anh"]),
        ("Ông Phạm Công Nhân nói như vậy.", ["Phạm Công Nhân"]),
        ("Dự án 504 Nguyễn Tất Thịnh, quận 4 và căn hộ 34 Trần Quang Khang đã bán hết.", []),
    ],
)
def test_given_names_tell_persons_and_firms_are_none(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Quan hệ Mỹ - Nga căng thẳng. Phát biểu tại Mỹ, Ngoại trưởng Sergei Lindov kêu gọi Mỹ và Nga đối thoại.", "RU"),
        ("Tổng thống Mỹ Rex Dillard tới Nhật Bản. Thủ tướng Takeshi Morino đón ông tại sân bay.", "JP"),
    ],
)
def test_an_office_without_a_country_goes_by_article_and_name(text: str, country: str) -> None:
    assert read(text).persons[-1].country == country


def test_a_title_without_a_name_is_the_listed_holders() -> None:
    assert persons("Ông Donald Trump đắc cử hôm qua. Tân Tổng thống Mỹ phát biểu tại New York.") == [
        ("Donald Trump", "Tổng thống Mỹ", "US")
    ]
