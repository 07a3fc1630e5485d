"""Persons: names, roles, countries; short names, offices and pronouns. All sentences are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnbilat_lib import lexicon
from vnbilat_lib.doc import Article, Doc
from vnbilat_lib.furniture import tag_furniture
from vnbilat_lib.normalize import normalize
from vnbilat_lib.people import tag_people
from vnbilat_lib.places import tag_places
from vnbilat_lib.sentences import tag_sentences

CLOSING = " Hai bên nhất trí tiếp tục trao đổi về các nội dung này trong thời gian tới."


def read(text: str) -> Doc:
    doc = Doc(Article("case", f"Bản tin trong ngày\n{text}{CLOSING}"))
    for stage in (normalize, tag_furniture, tag_sentences, tag_places, tag_people):
        doc = stage(doc)
    return doc


def persons(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(p.name, p.role, p.country) for p in read(text).persons]


def names(text: str) -> list[str]:
    return [p.name for p in read(text).persons]


TITLES_BEFORE = [
    ("Chiều 4/3, Thủ tướng Trần Quốc Hưng tiếp đoàn.", [("Trần Quốc Hưng", "Thủ tướng", "VN")]),
    ("Phó Thủ tướng Thường trực Lê Minh Đức chủ trì cuộc họp.", [("Lê Minh Đức", "Phó Thủ tướng Thường trực", "VN")]),
    ("Tổng thống Phần Lan Anders Lindholm đến Hà Nội.", [("Anders Lindholm", "Tổng thống Phần Lan", "FI")]),
    ("Bộ trưởng Kinh tế và Năng lượng Đức Clara Vogelsang đến chào.", [("Clara Vogelsang", "Bộ trưởng Kinh tế và Năng lượng Đức", "DE")]),
    (
        "Bộ trưởng Bộ Nông nghiệp và Phát triển nông thôn Phạm Gia Khánh dự lễ ký.",
        [("Phạm Gia Khánh", "Bộ trưởng Bộ Nông nghiệp và Phát triển nông thôn", "VN")],
    ),
    (
        "Bộ trưởng Văn hóa, Thể thao và Du lịch Đỗ Hải Yến khai mạc triển lãm.",
        [("Đỗ Hải Yến", "Bộ trưởng Văn hóa, Thể thao và Du lịch", "VN")],
    ),
    ("Bí thư Tỉnh ủy Vân Nam (Trung Quốc) Lưu Chí Viễn phát biểu.", [("Lưu Chí Viễn", "Bí thư Tỉnh ủy Vân Nam", "CN")]),
    (
        "Bí thư Khu ủy Khu tự trị dân tộc Choang Quảng Tây Trương Đức Hải thăm Việt Nam.",
        [("Trương Đức Hải", "Bí thư Khu ủy Khu tự trị dân tộc Choang Quảng Tây", "CN")],
    ),
    (
        "Phó Chủ tịch Hội nghị Hiệp thương chính trị nhân dân toàn quốc (Chính hiệp) Trung Quốc Cao Vĩnh Thành sang thăm.",
        [("Cao Vĩnh Thành", "Phó Chủ tịch Hội nghị Hiệp thương chính trị nhân dân toàn quốc (Chính hiệp) Trung Quốc", "CN")],
    ),
    ("Đại sứ Việt Nam tại Trung Quốc Phạm Sao Khuê làm việc với tỉnh.", [("Phạm Sao Khuê", "Đại sứ Việt Nam tại Trung Quốc", "VN")]),
    ("Bí thư thứ nhất Đại sứ quán Việt Nam tại Nga Lê Thu Hiền có mặt.", [("Lê Thu Hiền", "Bí thư thứ nhất Đại sứ quán Việt Nam tại Nga", "VN")]),
    ("Chủ tịch UBND huyện Bình Chánh Nguyễn Văn Tiến nhận trách nhiệm.", [("Nguyễn Văn Tiến", "Chủ tịch UBND huyện Bình Chánh", "VN")]),
    ("Chủ tịch HĐQT Minh Phát Group Lâm Gia Bảo kể lại.", [("Lâm Gia Bảo", "Chủ tịch HĐQT Minh Phát Group", "VN")]),
    ("Giám đốc Công ty ASG Miguel Fuentes ký hợp đồng ở Mỹ.", [("Miguel Fuentes", "Giám đốc Công ty ASG", "US")]),
    ("Người phát ngôn Bộ Ngoại giao Nga Olga Sokolova trả lời báo chí.", [("Olga Sokolova", "Người phát ngôn Bộ Ngoại giao Nga", "RU")]),
    ("Người phát ngôn của Tổng thống Nga Oleg Sokolov trả lời báo chí.", [("Oleg Sokolov", "Người phát ngôn của Tổng thống Nga", "RU")]),
    ("Trợ lý Bộ trưởng Ngoại giao Bùi Công Sơn dự tọa đàm.", [("Bùi Công Sơn", "Trợ lý Bộ trưởng Ngoại giao", "VN")]),
    ("Cựu Tổng thống Mỹ Henry Blackwood phát biểu.", [("Henry Blackwood", "Cựu Tổng thống Mỹ", "US")]),
    ("Tân Ngoại trưởng Pháp Claire Dumont nhậm chức.", [("Claire Dumont", "Ngoại trưởng Pháp", "FR")]),
    ("Tổng Thư ký Liên hợp quốc Joaquim Tavares kêu gọi kiềm chế.", [("Joaquim Tavares", "Tổng Thư ký Liên hợp quốc", None)]),
    ("Thượng tướng Võ Đình Khôi kiểm tra đơn vị.", [("Võ Đình Khôi", "Thượng tướng", "VN")]),
    ("Doanh nhân 33 tuổi Trevor Langley mở cửa hàng.", [("Trevor Langley", "Doanh nhân", None)]),
    ("Chánh Văn phòng UBND TP Võ Văn Hòa trả lời.", [("Võ Văn Hòa", "Chánh Văn phòng UBND TP", "VN")]),
    ("Tổng thống Mỹ thứ 44 Henry Blackwood từng tới đây.", [("Henry Blackwood", "Tổng thống Mỹ", "US")]),
    ("Thủ tướng Anh khi đó Margaret Holloway ký văn kiện.", [("Margaret Holloway", "Thủ tướng Anh", "GB")]),
    ("Các công ty cử đại diện; Tổng giám đốc Vinaxuki cho biết giá giảm.", []),
]

TITLES_BEHIND = [
    ("Ông Võ Quan Khải, Giám đốc Công ty TNHH Hòa Long An, cho rằng giá còn tăng.", [("Võ Quan Khải", "Giám đốc Công ty TNHH Hòa Long An", "VN")]),
    ("Ông Đoàn Duy Bách, Phó Chủ tịch VCCI nhận định thị trường còn rộng.", [("Đoàn Duy Bách", "Phó Chủ tịch VCCI", "VN")]),
    ("Ông Nguyễn Xuân Lộc - Cục trưởng Cục Hàng hải Việt Nam trả lời.", [("Nguyễn Xuân Lộc", "Cục trưởng Cục Hàng hải Việt Nam", "VN")]),
    ("Bà Mai Thị Sen (Giám đốc Sở Công Thương tỉnh Lào Cai) báo cáo.", [("Mai Thị Sen", "Giám đốc Sở Công Thương tỉnh Lào Cai", "VN")]),
    (
        "TS Lương Ngọc Toàn, Trưởng bộ môn Nghiên cứu thị trường, Viện Cây ăn quả miền Nam, giải thích.",
        [("Lương Ngọc Toàn", "Trưởng bộ môn Nghiên cứu thị trường, Viện Cây ăn quả miền Nam", "VN")],
    ),
    (
        "Giáo sư Adrian Whitlock (Trung tâm Nghiên cứu an ninh, thuộc Bộ Quốc phòng Mỹ) nhận xét.",
        [("Adrian Whitlock", "Giáo sư, Trung tâm Nghiên cứu an ninh, thuộc Bộ Quốc phòng Mỹ", "US")],
    ),
    (
        "TS Nguyễn Sĩ Hoàng, nguyên Phó Chủ nhiệm Văn phòng Quốc hội, nhấn mạnh.",
        [("Nguyễn Sĩ Hoàng", "nguyên Phó Chủ nhiệm Văn phòng Quốc hội", "VN")],
    ),
    ("Robert Dunning, một chuyên gia về năng lượng, cho rằng giá dầu sẽ giảm.", [("Robert Dunning", "chuyên gia về năng lượng", None)]),
    ("Ông Hà Đình Sáng - Trưởng thôn Đồng Vàng, xã Tân Lập, kể lại.", [("Hà Đình Sáng", "Trưởng thôn Đồng Vàng", "VN")]),
    ("Đại sứ Pháp tại Việt Nam - ông Étienne Garnier - dự lễ.", [("Étienne Garnier", "Đại sứ Pháp tại Việt Nam", "FR")]),
    ("Ngoại trưởng Qatar, ông Khalid bin Nasser Al Marri nói Doha muốn đối thoại.", [("Khalid bin Nasser Al Marri", "Ngoại trưởng Qatar", "QA")]),
    ("Theo chuyên gia về Trung Đông, Samira Haddad nhận định tình hình sẽ dịu.", [("Samira Haddad", "chuyên gia về Trung Đông", None)]),
    ("Ông Lê Thành Vinh giữ chức Chủ tịch HĐQT từ năm 2015.", [("Lê Thành Vinh", "Chủ tịch HĐQT", "VN")]),
    ("Bà Brigitta Zimmermann Bộ trưởng Thương mại Đức đến chào.", [("Brigitta Zimmermann", "Bộ trưởng Thương mại Đức", "DE")]),
    ("Ông Trần Đức Huy gặp Đại sứ Lào, Chủ tịch nước nhấn mạnh hợp tác.", [("Trần Đức Huy", None, None)]),
]

CHAINS = [
    (
        "Thượng tướng Tô Hoài Nam, Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công an đã hội đàm với đoàn.",
        [("Tô Hoài Nam", "Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công an", "VN")],
    ),
    (
        "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Mai Trung Dũng chủ trì họp báo.",
        [("Mai Trung Dũng", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "VN")],
    ),
    ("Tổng Bí thư, Chủ tịch Trung Quốc Lương Chấn Bình khẳng định lập trường.", [("Lương Chấn Bình", "Tổng Bí thư, Chủ tịch Trung Quốc", "CN")]),
    (
        "Đại tá Phạm Văn Sự, Phó Giám đốc, Thủ trưởng Cơ quan Cảnh sát điều tra Công an tỉnh Hòa Bình đã chỉ đạo.",
        [("Phạm Văn Sự", "Phó Giám đốc, Thủ trưởng Cơ quan Cảnh sát điều tra Công an tỉnh Hòa Bình", "VN")],
    ),
    (
        "Báo cáo gửi Thủ tướng Chính phủ, Thủ tướng Trần Quốc Hưng yêu cầu làm rõ.",
        [("Trần Quốc Hưng", "Thủ tướng", "VN")],
    ),
    (
        "Phó Thủ tướng Trần Quốc Hưng gặp Ngoại trưởng Trung Quốc Phó Thủ tướng nói với Ngoại trưởng Vương Chí Kiên.",
        [("Trần Quốc Hưng", "Phó Thủ tướng", "VN"), ("Vương Chí Kiên", "Ngoại trưởng Trung Quốc", "CN")],
    ),
]

LISTS = [
    (
        "Dự lễ có các Bộ trưởng: Lê Văn Tám, Phạm Thị Hồng và Đỗ Quang Minh.",
        [("Lê Văn Tám", "Bộ trưởng", "VN"), ("Phạm Thị Hồng", "Bộ trưởng", "VN"), ("Đỗ Quang Minh", "Bộ trưởng", "VN")],
    ),
    (
        "Các ngôi sao bóng đá nổi tiếng như Pablo Serrano, Diego Ibarra và Marco Bellini đã tới Doha.",
        [("Pablo Serrano", "ngôi sao bóng đá", None), ("Diego Ibarra", "ngôi sao bóng đá", None), ("Marco Bellini", "ngôi sao bóng đá", None)],
    ),
    (
        "Có mặt: nguyên Tổng Bí thư: Lê Văn Phiên, Nông Quốc Mạnh; Chủ tịch nước Trần Quang Đại.",
        [
            ("Lê Văn Phiên", "nguyên Tổng Bí thư", "VN"),
            ("Nông Quốc Mạnh", "nguyên Tổng Bí thư", "VN"),
            ("Trần Quang Đại", "Chủ tịch nước", "VN"),
        ],
    ),
]

COUNTERPARTS = [
    (
        "Bộ trưởng Quốc phòng Nhật Bản Haruka Mizuno gặp người đồng cấp Mỹ James Calloway.",
        [("Haruka Mizuno", "Bộ trưởng Quốc phòng Nhật Bản", "JP"), ("James Calloway", "Bộ trưởng Quốc phòng Mỹ", "US")],
    ),
    (
        "Bộ trưởng Quốc phòng Qatar Nasser al-Kuwari thăm Thổ Nhĩ Kỳ và hội đàm với người đồng cấp nước chủ nhà Kemal Aydin.",
        [("Nasser al-Kuwari", "Bộ trưởng Quốc phòng Qatar", "QA"), ("Kemal Aydin", "Bộ trưởng Quốc phòng Thổ Nhĩ Kỳ", "TR")],
    ),
    (
        "Ngoại trưởng Trung Quốc Vương Chí Kiên thăm Canberra. Ông Vương gặp người đồng cấp Australia Helen Marsh.",
        [("Vương Chí Kiên", "Ngoại trưởng Trung Quốc", "CN"), ("Helen Marsh", "Ngoại trưởng Australia", "AU")],
    ),
]

COUNTRIES = [
    ("Bệnh nhân Nguyễn Thị Bích Liên, 46 tuổi, trú tại thị trấn Lương Sơn, đã qua đời.", [("Nguyễn Thị Bích Liên", None, "VN")]),
    ("Anh Trần Hữu Tài (Quảng Ninh) mua vé số.", [("Trần Hữu Tài", None, "VN")]),
    ("Người dân Qatar có tên Faris Jaber nói giá không tăng.", [("Faris Jaber", None, "QA")]),
    ("Sinh viên Mỹ Owen Wendell trở về nhà.", [("Owen Wendell", None, "US")]),
    ("Chuyên gia kinh tế Trần Du Khánh đề xuất giải pháp.", [("Trần Du Khánh", "Chuyên gia kinh tế", None)]),
    ("Ông Tập bắt đầu chuyến thăm từ Trung Quốc.", [("Tập", None, "CN")]),
    ("Phó Chủ tịch HĐQT Tập đoàn Việt Úc Đặng Quốc Tấn trình bày.", [("Đặng Quốc Tấn", "Phó Chủ tịch HĐQT Tập đoàn Việt Úc", "VN")]),
    (
        "Đặc sứ về vấn đề Triều Tiên của Bộ Ngoại giao Mỹ Joseph Yardley bay tới Seoul.",
        [("Joseph Yardley", "Đặc sứ về vấn đề Triều Tiên của Bộ Ngoại giao Mỹ", "US")],
    ),
]

GIVEN_OFFICES = [
    ("Ông Lê Quang Vinh giữ chức Giám đốc Sở Y tế từ năm ngoái.", [("Lê Quang Vinh", "Giám đốc Sở Y tế", "VN")]),
    ("Ngoại trưởng Áo khi đó là bà Helene Brandauer đã ký văn kiện.", [("Helene Brandauer", "Ngoại trưởng Áo", "AT")]),
    ("Tổng thống mới đắc cử của Hàn Quốc Moon Tae-soo phát biểu.", [("Moon Tae-soo", "Tổng thống mới đắc cử của Hàn Quốc", "KR")]),
    ("Bà Ingrid Falk từng giữ chức Đại sứ Thụy Điển tại Lào.", [("Ingrid Falk", "Đại sứ Thụy Điển tại Lào", "SE")]),
    (
        "Ông Carl Denham, cựu Giám đốc Cơ quan Tình báo Trung ương (CIA), đã từ chối bình luận.",
        [("Carl Denham", "cựu Giám đốc Cơ quan Tình báo Trung ương", "US")],
    ),
    (
        "Ông Trịnh Hữu Lộc, Chủ tịch kiêm Tổng Giám đốc Công ty Hoa Sen, nhận giải.",
        [("Trịnh Hữu Lộc", "Chủ tịch kiêm Tổng Giám đốc Công ty Hoa Sen", "VN")],
    ),
    ("Trong số khách mời, lãnh đạo đảng Xanh, Petra Lindqvist cho biết sẽ ủng hộ.", [("Petra Lindqvist", "lãnh đạo đảng Xanh", None)]),
    (
        "Cố vấn pháp lý riêng của Tổng thống đã đến. Ông Adam Prescott, cố vấn pháp lý riêng của Tổng thống Mỹ, cũng có mặt.",
        [("Adam Prescott", "cố vấn pháp lý riêng của Tổng thống Mỹ", "US")],
    ),
    (
        "Ông Oliver Stein, nhà nghiên cứu cấp cao tại Viện Brenner (một tổ chức độc lập), nhận định.",
        [("Oliver Stein", "nhà nghiên cứu cấp cao tại Viện Brenner", None)],
    ),
    (
        "Đại sứ Đặc mệnh toàn quyền nước Cộng hòa Xã hội chủ nghĩa Việt Nam tại Cộng hòa Séc Đỗ Minh Thuận dự lễ.",
        [("Đỗ Minh Thuận", "Đại sứ Đặc mệnh toàn quyền nước Cộng hòa Xã hội chủ nghĩa Việt Nam tại Cộng hòa Séc", "VN")],
    ),
    ("HLV trưởng đội tuyển U20 Việt Nam - Lê Hoàng Sơn, khẳng định.", [("Lê Hoàng Sơn", "HLV trưởng đội tuyển U20 Việt Nam", "VN")]),
    ("Cố vấn đặc biệt Martin Ostrow từ chức.", [("Martin Ostrow", "Cố vấn đặc biệt", None)]),
    ("Tổng Giám đốc Siemens Herbert Vogel đến chào.", [("Herbert Vogel", "Tổng Giám đốc Siemens", "DE")]),
    ("Ngôi sao bóng rổ Mỹ Jerome Watts ghé thăm.", [("Jerome Watts", None, "US")]),
    ("Ông Vũ Đình Thạnh, Chủ tịch UBND tỉnh An Giang thông tin về vụ việc.", [("Vũ Đình Thạnh", "Chủ tịch UBND tỉnh An Giang", "VN")]),
    (
        "Thượng tướng Lê Sĩ Tấn - Phó Tổng Tham mưu trưởng, Thiếu tướng Đỗ Bình Nam - Phó Tư lệnh Quân khu 7, tham dự.",
        [("Lê Sĩ Tấn", "Phó Tổng Tham mưu trưởng", "VN"), ("Đỗ Bình Nam", "Phó Tư lệnh Quân khu 7", "VN")],
    ),
    ("Phó Tổng thống Mỹ JD Walker gặp báo chí.", [("JD Walker", "Phó Tổng thống Mỹ", "US")]),
    ("Theo ông Đặng Văn Phúc, Giám đốc Sở Y tế là cán bộ nhà nước.", [("Đặng Văn Phúc", None, None)]),
    ("Con gái út của Tổng thống Mỹ, bà Clara Whitmore, cũng dự.", [("Clara Whitmore", None, None)]),
    ("Trưởng phái đoàn EU tại Việt Nam, Đại sứ Marco Bellini phát biểu.", [("Marco Bellini", "Trưởng phái đoàn EU tại Việt Nam, Đại sứ", None)]),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    TITLES_BEFORE + TITLES_BEHIND + CHAINS + LISTS + COUNTERPARTS + COUNTRIES + GIVEN_OFFICES,
    ids=lambda v: v[:40] if isinstance(v, str) else "",
)
def test_name_role_and_country(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert persons(text) == expected


NAMES = [
    ("Chủ tịch Ủy ban châu Âu Helga von der Tann nói.", "Helga von der Tann"),
    ("Tổng thống Park Min-young đến dự.", "Park Min-young"),
    ("Bộ trưởng Ngoại giao Anh Catherine West đã đến.", "Catherine West"),
    ("Tổng thống Bun-ga-ri Xtê-phan Ra-đép thăm Hà Nội.", "Xtê-phan Ra-đép"),
    ("Ca sĩ Quang Lộc U40 vẫn trẻ.", "Quang Lộc"),
    ("Ông Trần Quốc Hội nói như vậy.", "Trần Quốc Hội"),
    ("Ông Peter Marlowe Jr. và phu nhân rời Manila.", "Peter Marlowe Jr."),
    ("Tổng thống Philippines Ramon Delgado Reuters", "Ramon Delgado"),
    ("Bà gặp một nhân viên ngân hàng tên Andre Louis Fontaine.", "Andre Louis Fontaine"),
    ("Thủ tướng Nguyễn Thị Kim Thoa phát biểu.", "Nguyễn Thị Kim Thoa"),
    ("Ngoại trưởng Vương Khải thăm Hà Nội.", "Vương Khải"),
    ("Thủ tướng Bê-la-rút A. Cô-bi-a-rốp đến Hà Nội.", "A. Cô-bi-a-rốp"),
    ("Thủ tướng Italy P.Gen-ta-lô-ni hội đàm với Chủ tịch.", "P.Gen-ta-lô-ni"),
    ("Tổng thống Nga Xéc-gây Pu-rin gửi điện mừng.", "Xéc-gây Pu-rin"),
    ("Tổng thống Mỹ George H. Walden phát biểu.", "George H. Walden"),
    ("Tổng thống Hàn Quốc Moon Tae-joon thăm Hà Nội.", "Moon Tae-joon"),
    ("Thái tử Saudi Arabia Faisal bin Turki Al Saud tới Paris.", "Faisal bin Turki Al Saud"),
    ("Bộ trưởng Ngoại giao Pháp Jean-Luc de la Tour trả lời.", "Jean-Luc de la Tour"),
    ("Thủ tướng Lào Bounthong Sivilay tiếp đoàn.", "Bounthong Sivilay"),
    ("Thủ tướng Campuchia Sok Vannak tiếp đoàn.", "Sok Vannak"),
    ("Tổng thống Indonesia Suharyono đến Hà Nội.", "Suharyono"),
    ("Cố vấn nhà nước Myanmar Daw Khin Mya Thein đến Hà Nội.", "Daw Khin Mya Thein"),
    ("Ông PHẠM CHÍ DƯƠNG, giảng viên, phát biểu.", "PHẠM CHÍ DƯƠNG"),
    ("Công an bắt giữ Nguyễn Thị H. về hành vi trộm cắp.", "Nguyễn Thị H."),
    ("Anh V. Toàn (32 tuổi) kể lại.", "V. Toàn"),
    ("Chị Hương kể rằng cửa hàng đông khách.", "Hương"),
    ("Ca sĩ Mỹ Tiên ra đĩa mới.", "Mỹ Tiên"),
    ("Theo chị Lò Thị Pâng, bản có điện từ năm ngoái.", "Lò Thị Pâng"),
    ("Khu lưu niệm V. I. Lê-nin mở cửa trở lại.", "V. I. Lê-nin"),
    ("Ông Valentin Niki-Giám đốc Hiệp hội cho biết triển lãm mở cửa.", "Valentin Niki"),
    ("Thủ tướng Trần Quốc Hưng Phát biểu tại buổi lễ.", "Trần Quốc Hưng"),
    ("Tổng thống Pháp Pierre Laval Tuyên bố mới nhất.", "Pierre Laval"),
    ("Bộ trưởng Mai Trung Dũng Thứ trưởng Bộ Công thương trả lời sau.", "Mai Trung Dũng"),
    ("Kiều nữ Hoàng Thu Q. bị bắt.", "Hoàng Thu Q."),
    ("Anh T.T.Đ (ngụ Hà Nội) báo công an.", "T.T.Đ"),
    ("Ông điều tra vụ Rex Dillard-Nga từ tháng 5.", "Rex Dillard"),
    ("Chủ tịch nước hội đàm với Thủ tướng Takeshi Mori./.", "Takeshi Mori"),
    ("Cố vấn của Tổng thống Vladimir Lindov là Oleg Sokolov bác tin ấy.", "Oleg Sokolov"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_name_shape(text: str, name: str) -> None:
    assert names(text)[:1] == [name]


NO_PERSONS = [
    "Căn nhà số 446 - 448 Nguyễn Thị Minh Khai đã bán.",
    "Dự án 60B Nguyễn Huy Tưởng bị dừng.",
    "Nhân viên Sony Pictures Entertainment đã nghỉ việc.",
    "Lãnh đạo Công ty Truyền hình cáp Sông Thu năm 2016 đã đổi.",
    "Đội bóng chủ sân San Telmo thắng trận.",
    "Họ tuyên bố Mỹ sẽ rút quân khỏi khu vực.",
    "Cô giáo được ủy thác, nhóm lớp Sen Vàng đã đóng cửa.",
    "Bác sĩ tại Bệnh viện Ewha Women Mokdong (Seoul, Hàn Quốc) tổ chức họp báo.",
    "Đoàn xe đi qua đường Nguyễn Văn Cừ rồi tới phố Lê Văn Hưu.",
    "Các tuyến phố như Hoàng Hoa Thám, Phùng Hưng đông người.",
    "Vụ cháy xảy ra tại quận Bình Thạnh, Gò Vấp và Tân Phú.",
    "Học sinh Trường THPT Lê Quý Đôn dự thi.",
    "Bệnh viện Chợ Rẫy tiếp nhận 10 người.",
    "Công ty Luật Minh Khuê mở chi nhánh.",
    "Tàu sân bay Đô đốc Kuznetsov rời cảng.",
    "Tờ Washington Post và hãng tin Reuters đưa tin.",
    "CLB Hoàng Anh Gia Lai thắng đậm.",
    "Giải Nguyễn Văn Tố được trao hôm qua.",
    "Samsung Display và General Electrics mở rộng nhà máy.",
    "Toyota Việt Nam cho biết doanh số tăng.",
    "Vitamin A và Omega 3 có trong sữa.",
    "Khu vực châu Á - Thái Bình Dương tăng trưởng nhanh.",
    "Nhân dịp xuân Đinh Dậu, hai bên gửi lời chúc.",
    "Bà Rịa - Vũng Tàu thu hút nhiều dự án.",
    "Phòng Bầu Dục sáng đèn suốt đêm.",
    "Miền Nam Italy có mưa lớn.",
    "Nhiều lãnh đạo và các Bộ trưởng dự hội nghị.",
    "Luật Đất đai và Nghị định Chính phủ có hiệu lực.",
    "Đại sứ quán ở Cuba mở cửa trở lại.",
    "Đại học Fulbright Việt Nam khai giảng.",
    "Chúng tôi đến vườn hoa Lý Tự Trọng.",
    "Nhà máy P. Dĩ An ngừng chạy.",
    "Tuyến Thăng Long-Trần Hưng Đạo chậm tiến độ.",
    "Qatar hỗ trợ tổ chức Anh em Hồi giáo tại Ai Cập.",
    "Cử tri Campuchia bắt đầu bỏ phiếu bầu Hội đồng xã.",
    "Nhiều đồng chí Phó đoàn phải nhịn ăn.",
    "Đại biểu Quốc hội Khóa XIV dự kỳ họp.",
    "Họ giải cứu phi công Su-24 bị bắn rơi.",
    "Lễ đón diễn ra ở Dinh Tổng thống Akora.",
]


@pytest.mark.parametrize("text", NO_PERSONS)
def test_no_person(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "ending",
    [
        "Phương Linh",
        "Vũ Đức Dũng/VOV",
        "Ngụy An",
        "Xuân Linh - Hồng Nhì",
        "Bảo Anh (Tổng hợp)",
    ],
)
def test_byline_is_no_person(ending: str) -> None:
    text = f"Bản tin trong ngày\nThủ tướng Trần Quốc Hưng tiếp đoàn Lào chiều 4/3.{CLOSING} {ending}"
    doc = Doc(Article("case", text))
    for stage in (normalize, tag_furniture, tag_sentences, tag_places, tag_people):
        doc = stage(doc)
    assert [p.name for p in doc.persons] == ["Trần Quốc Hưng"]


SHORT = [
    ("Ông Đặng Minh Khang gặp đoàn. Theo ông Khang, kim ngạch tăng.", ["Đặng Minh Khang"], 2),
    ("Tổng thống Mỹ Henry Blackwood đến Hà Nội. Ông Blackwood gặp báo chí. Tổng thống Blackwood rời đi sau đó.", ["Henry Blackwood"], 3),
    ("Chủ tịch Trung Quốc Lương Chấn Bình đến Hà Nội. Ông Lương cảm ơn.", ["Lương Chấn Bình"], 2),
    ("Tổng thống Hàn Quốc Moon Tae-joon phát biểu. Ông Moon kêu gọi đối thoại.", ["Moon Tae-joon"], 2),
    ("Thủ tướng Anh Margaret Holloway tới Paris. Bà Holloway hội đàm. Bà cảm ơn nước chủ nhà.", ["Margaret Holloway"], 3),
    ("Thủ tướng Trần Quốc Hưng tới Lào. Thủ tướng gặp gỡ kiều bào. Ông bày tỏ vui mừng.", ["Trần Quốc Hưng"], 3),
    ("Tổng thống Mỹ Donald Hartman và con gái Irene Hartman tới dự.", ["Donald Hartman", "Irene Hartman"], None),
    ("Tổng thống Đô-nan Tơ-răm (Donald Trump) phát biểu. Ông Trump rời đi.", ["Đô-nan Tơ-răm"], 3),
    ("Bộ trưởng Maksim Oreshkov đến. Bộ trưởng Maxim Oreshkov phát biểu. Bộ trưởng Maxim Oreshkov ký văn kiện.", ["Maxim Oreshkov"], 3),
    ("Thủ tướng Nguyễn Xuân Phong phát biểu. Thủ tướng Nguyên Xuân Phong đối thoại. Thủ tướng Nguyễn Xuân Phong kết luận.", ["Nguyễn Xuân Phong"], 3),
    ("Tổng thống Belarus A. Lukanenko tới. Tổng thống Alexander Lukanenko ký.", ["Alexander Lukanenko"], 2),
    ("Chủ tịch UBND tỉnh Nguyễn Văn Tâm tiếp ông Lê Tâm. Ông Tâm cảm ơn.", ["Nguyễn Văn Tâm", "Lê Tâm"], None),
]


@pytest.mark.parametrize(("text", "expected", "mentions"), SHORT)
def test_short_names_and_spellings_are_one_person(text: str, expected: list[str], mentions: int | None) -> None:
    doc = read(text)
    assert [p.name for p in doc.persons] == expected
    if mentions is not None:
        assert len(doc.persons[0].mentions) == mentions


OFFICES = [
    ("Thủ tướng Hà Lan sẽ thăm Việt Nam vào tháng tới.", [("Thủ tướng Hà Lan", "NL")]),
    ("Trong cuộc làm việc với Bộ trưởng Thương mại Hoa Kỳ, hai bên trao đổi thẳng thắn.", [("Bộ trưởng Thương mại Hoa Kỳ", "US")]),
    ("Thủ tướng yêu cầu các bộ báo cáo.", [("Thủ tướng", "VN")]),
    (
        "Hội nghị giữa Bí thư Tỉnh ủy các tỉnh: Hà Giang, Lào Cai, Điện Biên (Việt Nam) diễn ra sáng nay.",
        [("Bí thư Tỉnh ủy Hà Giang", "VN"), ("Bí thư Tỉnh ủy Lào Cai", "VN"), ("Bí thư Tỉnh ủy Điện Biên", "VN")],
    ),
    (
        "Bộ trưởng Quốc phòng các nước Australia, Nhật Bản và Mỹ gặp nhau tại Singapore.",
        [("Bộ trưởng Quốc phòng Australia", "AU"), ("Bộ trưởng Quốc phòng Nhật Bản", "JP"), ("Bộ trưởng Quốc phòng Mỹ", "US")],
    ),
    ("Phó Tổng thống Mỹ sẽ tới dự.", [("Phó Tổng thống Mỹ", "US")]),
    ("Nhiều Bộ trưởng và các lãnh đạo dự họp.", []),
    ("Giám đốc công ty xin lỗi khách hàng.", []),
    ("Tổng thống sẽ phát biểu vào tối nay.", []),
]


@pytest.mark.parametrize(("text", "expected"), OFFICES)
def test_offices_without_a_name(text: str, expected: list[tuple[str, str | None]]) -> None:
    doc = read(text)
    assert [(m.office, m.country) for m in doc.mentions if m.person is None] == expected


RESOLVED_OFFICES = [
    ("Ngoại trưởng Mỹ Alan Pierce đến Hà Nội. Ngoại trưởng Mỹ cảm ơn sự đón tiếp.", True),
    ("Phó Thủ tướng Lê Minh Đức dự lễ. Thủ tướng gửi lẵng hoa.", False),
    ("Thủ tướng Đức Clara Vogelsang tới Paris. Thủ tướng Italy cũng có mặt.", False),
    ("Bí thư Tỉnh ủy Lào Cai Đặng Xuân Bách phát biểu. Bí thư Tỉnh ủy Vân Nam cảm ơn.", False),
    ("Bộ trưởng Y tế Phạm Thị Hồng phát biểu. Bộ trưởng Giáo dục và Đào tạo vắng mặt.", False),
    ("Đại sứ Phạm Sao Khuê thăm Vân Nam. Đại sứ Việt Nam gặp lưu học sinh.", True),
]


@pytest.mark.parametrize(("text", "same"), RESOLVED_OFFICES)
def test_office_points_to_the_person_named_before(text: str, same: bool) -> None:
    office = next(m for m in read(text).mentions if m.kind == "office")
    assert (office.person == 0) is same


def test_office_that_stands_for_a_person_makes_the_role_fuller() -> None:
    assert persons("Tổng thống Donald Trump đến Hà Nội. Tổng thống Mỹ cảm ơn nước chủ nhà.")[0][1] == "Tổng thống Mỹ"


@pytest.mark.parametrize(
    ("text", "sector", "rank"),
    [
        ("Chủ tịch nước Trần Quang Đại tiếp đoàn.", "government", 1),
        ("Phó Chủ tịch Quốc hội Uông Chu Lâm thăm Lào.", "parliament", 2),
        ("Bộ trưởng Công Thương Lê Tuấn Vũ ký.", "government", 3),
        ("Bí thư Tỉnh ủy Lào Cai Đặng Xuân Bách phát biểu.", "province", 3),
        ("Đại sứ Lào tại Việt Nam Thongsavanh Keola chào từ biệt.", "government", 4),
        ("Tổng giám đốc Công ty Sao Mai Bùi Thế Anh ký.", "business", 5),
    ],
)
def test_sector_and_rank(text: str, sector: str, rank: int) -> None:
    person = read(text).persons[0]
    assert (person.sector, person.rank) == (sector, rank)


def test_spans_and_evidence_point_into_the_text() -> None:
    doc = read("Chiều 4/3, Thủ tướng Trần Quốc Hưng tiếp Bí thư Tỉnh ủy Vân Nam Vương Chí Kiên. Ông Hưng cảm ơn.")
    first = doc.mentions[0]
    assert first.span.of(doc.text) == "Thủ tướng Trần Quốc Hưng"
    assert first.name is not None
    assert first.name.of(doc.text) == "Trần Quốc Hưng"
    assert first.role is not None
    assert first.role.of(doc.text) == "Thủ tướng"
    assert [m.kind for m in doc.mentions] == ["name", "name", "short"]
    slots = {e.slot: e.span.of(doc.text) for e in doc.persons[1].evidence}
    assert slots == {"name": "Vương Chí Kiên", "role": "Bí thư Tỉnh ủy Vân Nam", "country": "Vân Nam"}


@pytest.mark.parametrize("row", lexicon.titles(), ids=lambda row: row.title)
def test_title_is_read_in_its_example(row: lexicon.Title) -> None:
    assert row.title.casefold() in row.example.casefold()
    assert row.kind in {"office", "function", "rank", "degree", "counterpart", "honorific", "kin", "status", "modifier", "after", "ruling"}
    scopes = {"ministry", "territory", "body", "office", "field", "none", "deputy", "former", "acting", "joint"}
    assert row.scope in ({"country", "region"} if row.kind == "ruling" else scopes)
    assert row.rank in range(1, 6)


ALPHABET = st.sampled_from([*'aăâbcdđeêghiklmnoôơpqrstuưvxyAĐHNT .,:()"-/0123456789\n', "Thủ tướng ", "ông ", "Nguyễn Văn ", "Bộ ", "các "])


@given(st.lists(ALPHABET, max_size=120).map("".join))
def test_any_text_is_read_with_its_spans_inside(text: str) -> None:
    doc = Doc(Article("any", text))
    for stage in (normalize, tag_furniture, tag_sentences, tag_places, tag_people):
        doc = stage(doc)
    for mention in doc.mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(doc.text)
        for inner in (mention.name, mention.role):
            assert inner is None or 0 <= inner.start < inner.end <= len(doc.text)
        assert mention.person is None or mention.person < len(doc.persons)
    for number, person in enumerate(doc.persons):
        assert person.name
        assert all(doc.mentions[m].person == number for m in person.mentions)


@given(st.lists(ALPHABET, max_size=80).map("".join))
def test_same_text_gives_the_same_persons(text: str) -> None:
    assert read(text).persons == read(text).persons
