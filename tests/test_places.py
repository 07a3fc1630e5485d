"""Tests of places and pairs: which names are places where they stand, and whom "hai nước" means."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnbilat_lib.doc import Article, Doc, Place
from vnbilat_lib.furniture import tag_furniture
from vnbilat_lib.normalize import normalize
from vnbilat_lib.places import tag_places
from vnbilat_lib.sentences import tag_sentences


def tagged(text: str) -> Doc:
    return tag_places(tag_sentences(tag_furniture(normalize(Doc(Article("a", text))))))


def named(text: str) -> list[tuple[str, str]]:
    """(name, first code) of the places that the text names."""
    doc = tagged(text)
    return [(p.span.of(doc.text), p.codes[0] if p.codes else "") for p in doc.places if p.kind != "both"]


def both(text: str) -> list[tuple[str, ...]]:
    """The codes of each "hai nước", "hai bên" in the text."""
    return [p.codes for p in tagged(text).places if p.kind == "both"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thủ tướng Anh Theresa May thăm Huế.", [("Anh", "GB"), ("Huế", "VN-26")]),
        ("Đại sứ Đức dự lễ cùng phái đoàn Pháp.", [("Đức", "DE"), ("Pháp", "FR")]),
        ("Tổng thống Nga Vla-đi-mia Pu-tin tới Hà Nội.", [("Nga", "RU"), ("Hà Nội", "VN-HN")]),
        ("Đại sứ Việt Nam tại Pháp Nguyễn Minh Sơn phát biểu.", [("Việt Nam", "VN"), ("Pháp", "FR")]),
        ("Hàng bán sang Mỹ, Anh, Úc và Ý.", [("Mỹ", "US"), ("Anh", "GB"), ("Úc", "AU"), ("Ý", "IT")]),
        ("Cuộc họp ở Vienna, Áo kết thúc.", [("Vienna", "AT-9"), ("Áo", "AT")]),
        ("Người Nhật và người Hàn Quốc cùng dự.", [("Nhật", "JP"), ("Hàn Quốc", "KR")]),
        ("Lính Đức rút khỏi đảo.", [("Đức", "DE")]),
        ("Chính phủ Mỹ Việt Nam ký kết.", [("Mỹ", "US"), ("Việt Nam", "VN")]),
        ("Bão vào tỉnh Hòa Bình và Thái Bình sáng nay.", [("Hòa Bình", "VN-14"), ("Thái Bình", "VN-20")]),
        ("Tỉnh Hà Giang (cũ) nay thuộc Tuyên Quang.", [("Hà Giang", "VN-03"), ("Tuyên Quang", "VN-07")]),
        ("Anh ở huyện Bình Lục, Hà Nam làm ruộng.", [("Hà Nam", "VN-63")]),
        ("Đoàn từ tỉnh Hà Nam (Trung Quốc) sang thăm.", [("Hà Nam", "CN-HA"), ("Trung Quốc", "CN")]),
        ("Hai tỉnh Sơn Tây và Hà Nam của Trung Quốc có tuyết.", [("Sơn Tây", "CN-SX"), ("Hà Nam", "CN-HA"), ("Trung Quốc", "CN")]),
        ("Thống đốc bang Georgia gặp Tổng thống Georgia.", [("Georgia", "US-GA"), ("Georgia", "GE")]),
        ("Ông sống ở Seattle, bang Washington.", [("Seattle", "US-WA"), ("Washington", "US-WA")]),
        ("Quan chức ở Washington im lặng.", [("Washington", "US-DC")]),
        ("Quan hệ Việt - Trung phát triển.", [("Việt", "VN"), ("Trung", "CN")]),
        ("Quan hệ Mỹ-Trung-Nhật căng thẳng.", [("Mỹ", "US"), ("Trung", "CN"), ("Nhật", "JP")]),
        ("Hội hữu nghị Nga-Việt và Hàn - Triều họp.", [("Nga", "RU"), ("Việt", "VN"), ("Hàn", "KR"), ("Triều", "KP")]),
        ("Thương mại Việt - Anh tăng, quan hệ Đức-Việt tốt.", [("Việt", "VN"), ("Anh", "GB"), ("Đức", "DE"), ("Việt", "VN")]),
        ("Căng thẳng Nga - Mỹ giảm.", [("Nga", "RU"), ("Mỹ", "US")]),
        ("Doanh nghiệp Việt mua hàng.", [("Việt", "VN")]),
        ("BỘ TRƯỞNG TRUNG QUỐC THĂM HÀ NỘI SÁNG NAY", [("TRUNG QUỐC", "CN"), ("HÀ NỘI", "VN-HN")]),
        ("Đoàn Liên hợp quốc và ASEAN dự họp.", [("Liên hợp quốc", ""), ("ASEAN", "ASEAN")]),
        ("Chủ tịch Quốc hội Cu Ba tới Arabia Saudi.", [("Cu Ba", "CU"), ("Arabia Saudi", "SA")]),
        ("Lãnh đạo St.Petersburg gặp đoàn Tp. Hồ Chí Minh.", [("St.Petersburg", "RU-SPE"), ("Tp. Hồ Chí Minh", "VN-SG")]),
        ("Anh Quốc trình báo công an.", []),
        ("Ai cập nhật tin thì báo lại.", []),
        ("TP Hồ Chí Minh đón Thị trưởng Tô-ki-ô.", [("TP Hồ Chí Minh", "VN-SG"), ("Tô-ki-ô", "JP-13")]),
    ],
)
def test_a_name_is_a_place(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ông Đức và chị Nga cùng bà Mỹ đi chợ.",
        "Anh cho biết sẽ về sớm.",
        "Cô cưới Anh Tú và mời Đức Huy.",
        "Phó Thủ tướng Vũ Đức Đam và ông Trương Hòa Bình dự lễ.",
        "Bà Phạm Thị Nga gặp Hoàng Anh Tuấn.",
        "Áo dài rất đẹp. Ý kiến của bà được khen.",
        "Pháp luật nghiêm minh, Nhật ký cũ.",
        "Sách viết bằng tiếng Anh và tiếng Nhật.",
        "Giá là 5 triệu đô la Mỹ hay 3 triệu bảng Anh.",
        "Chủ tịch Hồ Chí Minh sống mãi, tư tưởng Hồ Chí Minh soi đường.",
        "Xe chạy trên đường Hồ Chí Minh.",
        "Ông làm ở huyện Đức Trọng, rồi lên Mỹ Đình.",
        "Tàu vượt Thái Bình Dương.",
        "Báo Washington Post đưa tin.",
        "Ông Vladimir Putin cười.",
        "Trung tâm và Trung tướng Nguyễn An.",
        "Công ty Nhật Cường mở cửa.",
    ],
)
def test_a_name_is_no_place(text: str) -> None:
    assert named(text) == []


def test_names_that_their_neighbours_do_not_explain_follow_the_article() -> None:
    assert ("Nga", "RU") in named("Tổng thống Nga nói. Trước đó Nga tuyên bố tập trận.")
    assert named("Bà Lê Phương Nga kể chuyện. Hoa hậu Phương Nga cười. Trước đó Nga đã khóc.") == []


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        # named beside the words
        ("Lãnh đạo hai nước Trung Quốc và Mỹ gặp nhau.", ("CN", "US")),
        ("Nga và Iran - hai nước đồng minh - cùng dự.", ("RU", "IR")),
        ("Thương mại song phương Việt - Mỹ tăng.", ("VN", "US")),
        ("Hai nước láng giềng là Hàn Quốc và Nhật Bản phản đối.", ("KR", "JP")),
        # named in the sentence
        ("Bộ trưởng nói quan hệ giữa Việt Nam với Lào rất tốt, hai nước sẽ mở cửa khẩu.", ("VN", "LA")),
        ("Thủ tướng Nhật Bản gặp Tổng thống Mỹ và bàn về quan hệ hai nước.", ("JP", "US")),
        ("Sudan và Việt Nam hợp tác tốt, hai bên cùng có lợi.", ("VN", "SD")),
        # named before
        ("Việt Nam và Campuchia có chung biên giới. Nhân dân hai nước gần gũi.", ("VN", "KH")),
        ("Hải quân Mỹ tập trận với Nhật Bản. Đây là lần đầu không quân hai nước bay đêm.", ("US", "JP")),
        ("Moscow và Ankara đã làm lành. Hợp tác song phương được thắt chặt.", ("RU", "TR")),
        ("Việt Nam mua dầu. Các cuộc tiếp xúc song phương với phía Australia diễn ra.", ("VN", "AU")),
        # one country named: Vietnam is the other
        ("Thủ tướng tiếp Đại sứ Cuba. Ông mong hai nước hợp tác.", ("VN", "CU")),
        # provinces are sides of "hai bên", countries of "hai nước"
        ("Thủ tướng nêu quan hệ Việt Nam - Vân Nam, mong thương mại hai bên tăng.", ("VN", "CN-YN")),
        ("Thủ tướng nêu quan hệ Việt Nam - Vân Nam, mong thương mại hai nước tăng.", ("VN", "CN")),
        ("Lào Cai ký với Vân Nam. Hai tỉnh mở cửa khẩu.", ("VN-02", "CN-YN")),
        ("Nắng nóng ở hai tỉnh Sơn La và Lai Châu.", ("VN-05", "VN-01")),
    ],
)
def test_both_means_the_pair_that_the_text_names(text: str, pair: tuple[str, str]) -> None:
    assert both(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "Hai bên xô xát trước cổng chợ.",
        "Hai nước cần hợp tác.",
        "Lào, Thái Lan và Campuchia dự họp. Hai tỉnh vắng mặt.",
    ],
)
def test_both_without_a_pair_has_no_codes(text: str) -> None:
    assert both(text) == [()]


@pytest.mark.parametrize(
    "text",
    [
        "Việt Nam và Lào trồng cây hai bên đường.",
        "Việt Nam và Lào: giá vàng tăng ở hai chiều mua vào và bán ra.",
        "Việt Nam và Lào mở rộng hợp tác song phương và đa phương.",
        "Việt Nam và Lào: đám cưới có mặt hai bên gia đình.",
        "Việt Nam, Lào và Campuchia họp, ba nước ra tuyên bố.",
    ],
)
def test_words_that_mean_no_pair_are_left(text: str) -> None:
    assert both(text) == []


def test_a_list_of_three_is_no_pair() -> None:
    text = "Việt Nam và Nga ký kết. Mỹ, Nhật Bản và Hàn Quốc tập trận. Thương mại hai nước tăng."
    assert both(text) == [("VN", "RU")]


def test_vietnam_stands_first() -> None:
    assert both("Belarus và Việt Nam ký kết, hai nước cùng vui.") == [("VN", "BY")]


def test_places_in_furniture_are_left() -> None:
    assert named("Chủ nhà đón khách\nHai bên hội đàm tại Huế.\nTin liên quan\nMỹ và Lào ký kết") == [("Huế", "VN-26")]


def test_kinds_and_countries_are_told() -> None:
    doc = tagged("Lãnh đạo Vân Nam, Côn Minh, EU và UNESCO thăm Lào.")
    assert [(p.kind, p.country) for p in doc.places] == [
        ("region", "CN"),
        ("city", "CN"),
        ("bloc", None),
        ("organisation", None),
        ("country", "LA"),
    ]


PLAIN = ["-", "và", ",", ".", "(", ")", "\n", "ông", "tại", "tỉnh", "Nguyễn", "là", "hai nước", "hai bên", "hai tỉnh", "song phương"]
WORDS = st.sampled_from(["Anh", "Đức", "Nga", "Mỹ", "Việt", "Trung", "Việt Nam", "Lào", "Hòa Bình", "Georgia", "EU", "Moscow", *PLAIN])


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=80))
def test_places_are_in_order_apart_and_coded(text: str) -> None:
    doc, last = tagged(text), 0
    for place in doc.places:
        assert last <= place.span.start < place.span.end <= len(doc.text)
        assert len(place.codes) in ({0, 2} if place.kind == "both" else {0, 1})
        assert_coded(place)
        last = place.span.end


def assert_coded(place: Place) -> None:
    """The country is the first code's, None of a bloc or an organisation."""
    if place.codes and place.codes[0] not in {"EU", "ASEAN", "EAEU", "WLD"}:
        assert place.country == place.codes[0][:2]
    else:
        assert place.country is None


@pytest.mark.parametrize("unit", ["Việt - ", "Anh, ", "hai nước ", "Lào và Mỹ. Hai nước. ", "Hà Nam ", "Georgia ", "- Trung ", "VIỆT NAM "])
def test_a_long_line_is_read_in_seconds(unit: str) -> None:
    started = time.process_time()
    tagged(unit * (100_000 // len(unit)))
    assert time.process_time() - started < 10
