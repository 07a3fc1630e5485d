"""Tests of lines and sentences: where they are cut, where not, and what part of the article they are."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnbilat_lib.doc import Article, Doc, Furniture, Span
from vnbilat_lib.sentences import find_sentences, tag_sentences


def cut(text: str) -> list[str]:
    return [s.of(text) for s in find_sentences(text, 0, len(text))]


def parts(text: str, *furniture: tuple[str, str]) -> list[tuple[str, str]]:
    """(part, sentence) of a text, with some stretches (kind, words) set aside."""
    spans = sorted(Furniture(Span(text.index(words), text.index(words) + len(words)), kind, "test") for kind, words in furniture)
    doc = tag_sentences(Doc(Article("a", text), text=text, furniture=tuple(spans)))
    return [(s.part, s.span.of(text)) for s in doc.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Hai bên hội đàm.|Hai bên ký ba văn kiện.",
        "Ông đến từ Mỹ.|Bà đến từ Ý.|Họ gặp nhau ở Đông Nam Á.|Chợ đông.",
        "Kim ngạch đạt 3,5 tỷ USD.|Năm sau sẽ tăng.",
        "Đoàn rời Huế ngày 5/6.|Trước đó, đoàn thăm Vinh.",
        "Mức tăng là 19%.|Chủ tịch tỉnh bày tỏ vui mừng.",
        'Ông nói: "Tôi đồng ý."|Bà cũng vậy.',
        'Ông nói: "Tôi đồng ý".|"Tôi cũng vậy", bà nói.',
        "Vì sao hai bên chưa ký?|Ông chưa trả lời!|Bà thì có.",
        "Hàng gồm gạo, cà phê, hồ tiêu...|Giá đang tăng.",
        "Hàng gồm gạo, cà phê…|Giá đang tăng.",
        "Hai bên nhất trí cao./.|Đoàn rời Huế.",
        "Quan hệ tốt đẹp.|(Phần tiếp theo)|Hai bên ký kết.",
        "Hai bên nhất trí.|20 doanh nghiệp dự họp.",
        "Khối này gồm EU.|Theo đó, thuế giảm.",
        "Đội hình của khối A.|Theo lịch, họ đá chiều nay.",
        # captions that have lost their stop
        "Toàn cảnh lễ ký|Tại buổi lễ, hai bên phát biểu.",
        "Hai đoàn bắt tay thân mật|Chiều 5/6, đoàn rời Huế.",
        "Hai đoàn bắt tay thân mật|Năm 2019, thương mại tăng.",
        "Quang cảnh hội nghị|Phát biểu khai mạc, ông nêu ba đề xuất.",
        "Giá gạo giữ nguyên|Tuy nhiên, nguồn cung giảm.",
        "Lễ đón ở sân bay|Theo lịch, đoàn đi Huế.",
        'Cuốn sách "Dám đi"|Theo tác giả, sách bán chạy.',
    ],
)
def test_is_cut(text: str) -> None:
    assert cut(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "Theo PGS.TS. Nguyễn An, cán cân đã đổi chiều.",
        "Theo TS. Trần Bình, giá sẽ giảm.",
        "Đoàn tới TP. Đà Nẵng và TP. HCM.",
        "Tổng thống Ê. Ma-crông thăm Huế.",
        "Ông G. W. Lee và bà A. Cô-bi-a-cốp vắng mặt.",
        "Đội U.20 thắng 1.500 người hâm mộ vui.",
        "Giá là 3.5 tỷ và 1.234,5 tấn.",
        "Khách mời là Mr. Brown từ London.",
        "Giá tăng... nhưng vẫn rẻ.",
        "Ông hỏi: 'Đi đâu?' rồi cười.",
        "Trang VOV.VN và Zing.vn đưa tin.",
        "Đoàn gặp ông Năm Hiền và bà Sáng ở bến.",
        "Hội chợ mở vào tháng Năm 2019.",
        "Họ kỷ niệm Ngày 30/4 tại Huế.",
        "Bài hát của Ngày 5/6 rất hay.",
        "Anh Nguyễn Thanh Hiện cũng đến.",
        "Khách khen ca sĩ Từ Mẫn và Theo Janssen.",
        "Bộ Kế hoạch và Đầu tư dự họp.",
        "Triển khai Dự án đường sắt.",
    ],
)
def test_is_one_sentence(text: str) -> None:
    assert cut(text) == [text]


def test_the_items_of_a_list_are_sentences_without_their_dashes() -> None:
    text = "Quốc hội nghe: - Chủ tịch nước trình tờ trình. - Phó Thủ tướng báo cáo; - Bộ trưởng giải trình."
    assert cut(text) == ["Quốc hội nghe:", "Chủ tịch nước trình tờ trình.", "Phó Thủ tướng báo cáo;", "Bộ trưởng giải trình."]


def test_the_number_of_an_item_is_no_sentence() -> None:
    assert cut("Hai bên nêu ba việc. 1. Mở cửa khẩu. 2. Tăng thương mại. IV. Nối đường sắt.") == [
        "Hai bên nêu ba việc.",
        "1. Mở cửa khẩu.",
        "2. Tăng thương mại.",
        "IV. Nối đường sắt.",
    ]


@pytest.mark.parametrize("separator", [", ", "; "])
def test_a_table_without_stops_is_cut_behind_its_separators(separator: str) -> None:
    found = cut(separator.join(["Gạo 5% tấm"] * 400))
    assert max(map(len, found)) <= 1000
    assert all(sentence.startswith("Gạo") and sentence.rstrip(",;").endswith("tấm") for sentence in found)


@pytest.mark.parametrize("separator", [" ", ""])
def test_no_sentence_is_longer_than_rules_can_read(separator: str) -> None:
    text = separator.join(["tin"] * 3000)
    found = cut(text)
    assert max(map(len, found)) <= 1000
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


def test_marks_alone_are_no_sentence() -> None:
    assert cut("... - ★ !") == []


def test_headline_lead_and_body_are_told_by_their_lines() -> None:
    text = "Chủ nhà đón khách\nSáng 5/6, hai bên hội đàm. Hai bên ký ba văn kiện.\nĐoàn rời Huế."
    assert [part for part, _ in parts(text)] == ["title", "lead", "lead", "body"]


def test_a_long_first_line_is_lead_and_body() -> None:
    text = "Hai bên hội đàm tại Huế và ký ba văn kiện về nông nghiệp, du lịch và giao thông. " * 12
    assert {part for part, _ in parts(text)} == {"lead", "body"}
    assert parts(text)[0][0] == "lead"


def test_a_sentence_ends_at_furniture_and_a_line_end() -> None:
    text = "Chủ nhà đón khách\nToàn cảnh lễ ký Ảnh: VOV Hai bên bày tỏ\nvui mừng"
    assert parts(text, ("credit", "Ảnh: VOV")) == [
        ("title", "Chủ nhà đón khách"),
        ("caption", "Toàn cảnh lễ ký"),
        ("lead", "Hai bên bày tỏ"),
        ("body", "vui mừng"),
    ]


def test_a_caption_is_the_sentence_before_a_credit() -> None:
    text = "Chủ nhà đón khách\nHai bên ký kết. Toàn cảnh lễ ký - Ảnh: VOV"
    assert parts(text, ("credit", "Ảnh: VOV"))[1:] == [("lead", "Hai bên ký kết."), ("caption", "Toàn cảnh lễ ký")]


def test_a_line_of_furniture_is_no_line_of_the_article() -> None:
    text = "Chủ nhà đón khách\nLê An\nSáng 5/6, hai bên hội đàm."
    assert parts(text, ("byline", "Lê An")) == [("title", "Chủ nhà đón khách"), ("lead", "Sáng 5/6, hai bên hội đàm.")]


def test_a_text_of_one_short_line_has_no_title() -> None:
    assert parts("Hai bên hội đàm.") == [("lead", "Hai bên hội đàm.")]
    assert parts("") == []


TEXT = st.text(alphabet=st.sampled_from("aăÂÁĐbT.!?…:;,-()\"' \n\x001 5/6"), max_size=120) | st.text(max_size=80)


@given(TEXT, st.data())
def test_sentences_are_in_order_apart_and_outside_furniture(text: str, data: st.DataObject) -> None:
    bounds = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    furniture = tuple(Furniture(Span(a, b), "credit", "test") for a, b in zip(bounds[::2], bounds[1::2], strict=False))
    doc = tag_sentences(Doc(Article("a", text), text=text, furniture=furniture))
    last = 0
    for sentence in doc.sentences:
        assert last <= sentence.span.start < sentence.span.end <= len(text)
        assert "\n" not in sentence.span.of(text)
        assert not any(sentence.span.overlaps(f.span) for f in furniture)
        assert sentence.line == text.count("\n", 0, sentence.span.start)
        last = sentence.span.end


@given(TEXT)
def test_no_letter_is_lost_between_sentences(text: str) -> None:
    doc = tag_sentences(Doc(Article("a", text), text=text))
    kept = "".join(s.span.of(text) for s in doc.sentences)
    assert [c for c in kept if c.isalpha()] == [c for c in text if c.isalpha()]


@pytest.mark.parametrize("unit", ["Hai bên hội đàm. ", "a", ". ", "1. ", "A. ", "Tại ", "\n", "hội nghị Tại ", '" ', ": - A "])
def test_a_long_line_is_cut_in_seconds(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    started = time.process_time()
    tag_sentences(Doc(Article("a", text), text=text))
    assert time.process_time() - started < 10
