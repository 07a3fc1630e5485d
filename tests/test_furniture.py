"""Tests of what is set aside: related links, share bars, credits, bylines; and of what must not be."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnbilat_lib.doc import Article, Doc
from vnbilat_lib.furniture import tag_furniture
from vnbilat_lib.furniture.bylines import named_agency
from vnbilat_lib.normalize import normalize
from vnbilat_lib.sentences import tag_sentences

SEEDS = {path.name[:3]: path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent.parent / "seeds").glob("0*.txt"))}
TAIL_LABEL = "Bạn thấy bài viết này thế nào?"
STORY = "Chủ nhà đón khách\nSáng 5/6, hai bên hội đàm tại Huế. Hai bên ký ba văn kiện."


def tagged(text: str) -> Doc:
    return tag_furniture(normalize(Doc(Article("a", text))))


def set_aside(text: str, *kinds: str) -> list[str]:
    doc = tagged(text)
    return [f.span.of(doc.text).strip() for f in doc.furniture if not kinds or f.kind in kinds]


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Hai bộ trưởng ký kết. Ảnh: VGP/Quang Hiếu Thủ tướng nhấn mạnh ba điểm.", "Ảnh: VGP/Quang Hiếu"),
        ("Toàn cảnh phiên họp. Ảnh: AFP/TTXVN Trong phát biểu, ông nêu ba điểm.", "Ảnh: AFP/TTXVN"),
        ("Tàu tuần tra mới. Nguồn ảnh: Quốc phòng Việt Nam Việc cải tiến kéo dài.", "Nguồn ảnh: Quốc phòng Việt Nam"),
        ("Hai bên hội đàm. Ảnh: BNG Ông mong muốn hợp tác.", "Ảnh: BNG"),
        ("Hai bên hội đàm. Ảnh: VOV Hai bên bày tỏ vui mừng.", "Ảnh: VOV"),
        ("Hội nghị bế mạc. Ảnh: VGP/Nhật Bắc Tổng Bí thư đề nghị đổi mới.", "Ảnh: VGP/Nhật Bắc"),
        ("Khách đến thăm xưởng. Ảnh: Lê Sơn Nguyễn Hữu Đạt nói về xưởng.", "Ảnh: Lê Sơn"),
        ("Khách đến thăm xưởng. Ảnh: Hải Yến Việt Nam đang mở cửa.", "Ảnh: Hải Yến"),
        ("Khách đến thăm xưởng. Ảnh: Minh Tú Phó Chủ tịch tỉnh nói về xưởng.", "Ảnh: Minh Tú"),
        ("Khách đến thăm xưởng. Ảnh: Bá Kiên Tại Vinh, lễ hội bắt đầu.", "Ảnh: Bá Kiên"),
        ("Khách đến thăm xưởng. Ảnh: Trần Quốc Khánh/TTXVN", "Ảnh: Trần Quốc Khánh/TTXVN"),
        ("Khách đến thăm xưởng. Ảnh: Văn Tú - TTXVN Khách mua nhiều hàng.", "Ảnh: Văn Tú - TTXVN"),
        ("Khách đến thăm xưởng. Ảnh: Cục Hàng không. Khách mua nhiều hàng.", "Ảnh: Cục Hàng không."),
        ("Khách đến thăm xưởng. Ảnh: Hải quân Hàn Quốc. Khách mua nhiều hàng.", "Ảnh: Hải quân Hàn Quốc."),
        ("Khách đến thăm xưởng. Ảnh: Reuters. Khách mua nhiều hàng.", "Ảnh: Reuters."),
        ("Khách đến thăm xưởng. Ảnh: reuters Khách mua nhiều hàng.", "Ảnh: reuters"),
        ("Khách đến thăm xưởng. Ảnh: baoquocte.vn Khách mua nhiều hàng.", "Ảnh: baoquocte.vn"),
        ("Khách đến thăm xưởng. Ảnh: báo Lao Động Khách mua nhiều hàng.", "Ảnh: báo Lao Động"),
        ("Khách đến thăm xưởng. Ảnh: Pete Souza Ông khen hàng đẹp.", "Ảnh: Pete Souza"),
        ("Khách đến thăm xưởng. Ảnh: LÊ KIÊN Nhân chuyến thăm, ông khen hàng đẹp.", "Ảnh: LÊ KIÊN"),
        ("Khách đến thăm xưởng. Ảnh: H.Nam Khách mua nhiều hàng.", "Ảnh: H.Nam"),
        ("Khách đến thăm xưởng (Ảnh: Thống Nhất/TTXVN). Khách mua nhiều hàng.", "(Ảnh: Thống Nhất/TTXVN)."),
        ("Khách đến thăm xưởng. (Ảnh minh họa: KT) Khách mua nhiều hàng.", "(Ảnh minh họa: KT)"),
        ("Khách đến thăm xưởng. (Nguồn: EPA) Khách mua nhiều hàng.", "(Nguồn: EPA)"),
        ("Khách đến thăm xưởng. (Ảnh Lê An/TTXVN) Khách mua nhiều hàng.", "(Ảnh Lê An/TTXVN)"),
        ("Khách đến thăm xưởng. Nguồn: TTXVN Khách mua nhiều hàng.", "Nguồn: TTXVN"),
        ("Khách đến thăm xưởng - ảnh 2 Khách mua nhiều hàng.", "- ảnh 2"),
    ],
)
def test_a_photo_credit_is_set_aside_and_the_next_sentence_kept_whole(text: str, credit: str) -> None:
    assert set_aside(text, "credit") == [credit]


@pytest.mark.parametrize(
    "text",
    [
        "Bà kể về bức ảnh: Lê An chụp nó năm 1998.",
        "Một số hình ảnh: Hà Nội vào thu rất đẹp.",
        "Ông An (ảnh) cho biết kế hoạch mới.",
        "Ảnh minh họa cho bài học rất đẹp.",
        "Nguồn tin cho biết hai bên sẽ gặp nhau.",
        "Cảnh: Một cuộc hội đàm tại Huế.",
    ],
)
def test_talk_of_a_picture_is_no_credit(text: str) -> None:
    assert set_aside(text, "credit") == []


def test_a_caption_behind_the_cue_is_not_eaten() -> None:
    doc = tag_sentences(tagged("Ảnh: Thủ tướng tiếp Đại sứ Lào tại Huế. Hai bên ký ba văn kiện."))
    assert "Thủ tướng tiếp Đại sứ Lào tại Huế." in [s.span.of(doc.text) for s in doc.sentences]


@pytest.mark.parametrize(
    ("ending", "byline"),
    [
        (" Đức Dũng (TTXVN)", "Đức Dũng (TTXVN)"),
        (" Vũ Dũng/VOV", "Vũ Dũng/VOV"),
        (" Hà Phương/VOV.VN ", "Hà Phương/VOV.VN"),
        (" Theo Minh Thắng/Công an TPHCM", "Theo Minh Thắng/Công an TPHCM"),
        (" Theo Công an TP.HCM", "Theo Công an TP.HCM"),
        (" Theo TTXVN", "Theo TTXVN"),
        (" TTXVN/Tin Tức ", "TTXVN/Tin Tức"),
        ("/. Lê An/VOV-Trung tâm Tin", "Lê An/VOV-Trung tâm Tin"),
        (" Như Tâm", "Như Tâm"),
        (" HOÀNG PHƯƠNG", "HOÀNG PHƯƠNG"),
        (" H.NAM (Theo TTXVN)", "H.NAM (Theo TTXVN)"),
        (" V.M Tổng hợp", "V.M Tổng hợp"),
        (" Công Danh (tổng hợp theo báo Infonet, Giao thông)", "Công Danh (tổng hợp theo báo Infonet, Giao thông)"),
        (" Mai Chi Theo CNN", "Mai Chi Theo CNN"),
        (" Lê Kha - Mai Vy", "Lê Kha - Mai Vy"),
        (" Lê Hiền (P/v TTXVN tại La Habana)", "Lê Hiền (P/v TTXVN tại La Habana)"),
        (" Theo Trí thức trẻ", "Theo Trí thức trẻ"),
        (" (Theo Dân trí)", "(Theo Dân trí)"),
        (" Lạc An - Thể thao Việt Nam | 12:50 06/02/2017", "Lạc An - Thể thao Việt Nam | 12:50 06/02/2017"),
        (" QĐND", "QĐND"),
        (" PV.", "PV."),
        ("\nTheo TTXVN", "Theo TTXVN"),
        ("\nLê An\nTổng hợp", "Lê An|Tổng hợp"),
    ],
)
def test_a_byline_at_the_end_is_set_aside(ending: str, byline: str) -> None:
    assert "|".join(set_aside(STORY + ending, "byline")) == byline


@pytest.mark.parametrize(
    ("ending", "byline"),
    [
        ("ổn định lâu dài Lê Minh An", "Lê Minh An"),
        ("ổn định lâu dài Mai Anh/VOV.VN", "Mai Anh/VOV.VN"),
        ("ổn định lâu dài Theo TTXVN", "Theo TTXVN"),
        ("ổn định lâu dài Lê Kha (tổng hợp)", "Lê Kha (tổng hợp)"),
    ],
)
def test_a_byline_is_found_where_the_last_sentence_has_lost_its_stop(ending: str, byline: str) -> None:
    assert set_aside(f"{STORY} Hai bên mong quan hệ {ending}", "byline") == [byline]


@pytest.mark.parametrize(
    "ending",
    [
        " Cuối tuần, đoàn thăm Hội An.",
        " Cuối tuần, đoàn thăm Bảo tàng Hồ Chí Minh",
        " Khách được đón bởi Tổng cục trưởng Tổng cục Thống kê Lê Minh An",
        " Khách được đón bởi ông Lê Minh An",
        " Đoàn thăm Thái Lan",
        " Đoàn thăm tỉnh Quảng Ninh",
        " Đoàn gặp Chủ tịch Trần Văn Bình",
        " Bộ Công Thương, Bộ Ngoại giao cùng dự.",
    ],
)
def test_a_last_sentence_with_names_is_no_byline(ending: str) -> None:
    assert set_aside(STORY + ending, "byline") == []


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("(VOV5) - Thủ tướng tiếp khách.", "(VOV5) -"),
        ("TTO - Thủ tướng tiếp khách.", "TTO -"),
        ("QĐND Online - Thủ tướng tiếp khách.", "QĐND Online -"),
    ],
)
def test_a_dateline_is_set_aside(line: str, dateline: str) -> None:
    assert set_aside(f"Chủ nhà đón khách\n{line}", "byline") == [dateline]


@pytest.mark.parametrize("line", ["EU - Việt Nam ký hiệp định.", "APEC - Cơ chế hợp tác quan trọng.", "(Lào) Hai bên hội đàm."])
def test_a_line_that_begins_with_a_short_name_is_no_dateline(line: str) -> None:
    assert set_aside(f"Chủ nhà đón khách\n{line}") == []


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Hội đàm\nHai bên nhất trí tăng cường hợp tác. Lê An (TTXVN)", "TTXVN"),
        ("Hội đàm\nHai bên nhất trí tăng cường hợp tác.\nTheo Reuters", "Reuters"),
        ("Hội đàm\nHai bên nhất trí tăng cường hợp tác.\nMinh Khoa (PV)", None),
        ("Hội đàm\nHai bên trả lời phỏng vấn của TTXVN.", None),
    ],
)
def test_the_agency_is_the_one_that_the_byline_names(text: str, agency: str | None) -> None:
    assert named_agency(tag_furniture(Doc(Article("made", text), text=text))) == agency


def test_a_reporter_line_below_the_headline_and_a_share_bar_are_set_aside() -> None:
    text = "Chủ nhà đón khách\nLê Khuyên\nChia sẻ\nSáng 5/6, hai bên hội đàm.\nFeedback"
    assert set_aside(text) == ["Lê Khuyên", "Chia sẻ", "Feedback"]


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Hai bên ký kết. [Tổng thống Séc sắp thăm Việt Nam] Lễ ký kết thúc.", "[Tổng thống Séc sắp thăm Việt Nam]"),
        ("Hai bên ký kết. [Ấn Độ mở rộng đầu tư tại Huế] Lễ ký kết thúc.", "[Ấn Độ mở rộng đầu tư tại Huế]"),
        ("Hai bên ký kết.\nXem thêm: Tổng thống Séc thăm Huế\nLễ ký kết thúc.", "Xem thêm: Tổng thống Séc thăm Huế"),
        ("Hai bên ký kết.\n>>> Tổng thống Séc thăm Huế\nLễ ký kết thúc.", ">>> Tổng thống Séc thăm Huế"),
    ],
)
def test_a_teaser_is_set_aside(text: str, link: str) -> None:
    assert set_aside(text, "link") == [link]


PROSE = "Chiều cùng ngày, hai bên đã ký biên bản ghi nhớ về hợp tác nông nghiệp, thủy sản và du lịch giữa hai tỉnh."


def test_a_box_in_mid_article_ends_where_running_text_begins_again() -> None:
    text = f"{STORY}\nTin liên quan\nBão số 5 vào bờ\nGiá gạo tăng nhẹ\n{PROSE}\n{PROSE} Lễ ký có nhiều khách.\n{PROSE}"
    assert set_aside(text, "tail") == ["Tin liên quan\nBão số 5 vào bờ\nGiá gạo tăng nhẹ"]


def test_a_long_paragraph_ends_a_box() -> None:
    text = f"{STORY}\nTin mới nhất\nBão số 5 vào bờ\n{PROSE * 4}\n"
    assert set_aside(text, "tail") == ["Tin mới nhất\nBão số 5 vào bờ"]


def test_headlines_with_summaries_stay_in_the_box() -> None:
    teaser = f"Bão số 5 vào bờ\nBão số 5 vào bờ\n{PROSE}\nGiá gạo tăng nhẹ\nGiá gạo tăng nhẹ\n{PROSE}"
    doc = tag_sentences(tagged(f"{STORY}\nTin cùng chuyên mục\n{teaser}"))
    assert doc.furniture[-1].span.end == len(doc.text)
    assert len(doc.sentences) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Tin mới nhất về bão số 5 cho thấy gió giật mạnh. Sáng nay, mưa giảm.",
        "Đừng bỏ lỡ cơ hội này. Sáng nay, mưa giảm.",
        "Bão vào bờ. TIN LIÊN QUAN Giá gạo tăng Giá cá giảm Con đường ven biển dài. Ngôi nhà nhỏ. Ông An kể chuyện. Bà Mai kể tiếp.",
    ],
)
def test_a_label_in_running_text_opens_no_box(text: str) -> None:
    assert set_aside(text, "tail") == []


def test_a_label_in_mid_line_behind_a_byline_opens_a_box() -> None:
    text = f"{STORY} Lê An - Thể thao Việt Nam | 12:50 06/02/2017 Tin liên quan Bão số 5 vào bờ Giá gạo tăng nhẹ"
    assert set_aside(text) == ["Lê An - Thể thao Việt Nam | 12:50 06/02/2017", "Tin liên quan Bão số 5 vào bờ Giá gạo tăng nhẹ"]


def segmented(text: str) -> str:
    """As a word segmenter may leave it: underscores, spaced punctuation, one line."""
    return re.sub(r"(\w+) (\w+)", r"\1_\2", text.replace("\n", " ")).replace(",", " ,").replace(".", " .")


@pytest.mark.parametrize("shape", [str, segmented, lambda text: text.replace("\n", " ")], ids=["lines", "segmented", "one line"])
@pytest.mark.parametrize("glue", ["\n", "\n\n", " "], ids=["line", "gap", "blank"])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_tail_of_a_page_gives_no_sentence_behind_any_article(seed: str, glue: str, shape: object) -> None:
    page = SEEDS["004"]
    at = page.index(TAIL_LABEL)
    story, tail = (page[:at] if seed == "004" else SEEDS[seed]), page[at:]
    alone, pasted = tag_sentences(tagged(story)), tag_sentences(tagged(story + glue + shape(tail)))  # type: ignore[operator]
    assert pasted.furniture[-1].span.end >= len(pasted.text.rstrip())
    assert [s.span.of(pasted.text) for s in pasted.sentences] == [s.span.of(alone.text) for s in alone.sentences]


def test_spans_are_in_order_apart_and_not_empty() -> None:
    for text in SEEDS.values():
        spans = [f.span for f in tagged(text).furniture]
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert all(s.start < s.end for s in spans)


MARKS = [".", ":", "-", "/", "★", "|", ",", ")", "[", "]", ">>", "\n", ""]
WORDS = st.sampled_from(
    ["Ảnh:", "Ảnh", "(Nguồn:", "Theo", "TTXVN/", "VOV.VN", "Tin liên quan\n", "Chia sẻ\n", "Lê", "(TTXVN)", "Bộ", "5/6", "đàm", *MARKS]
)


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=100))
def test_strange_text_gives_spans_inside_the_text(text: str) -> None:
    doc = tagged(text)
    last = 0
    for item in doc.furniture:
        assert last <= item.span.start < item.span.end <= len(doc.text)
        last = item.span.end


@pytest.mark.parametrize("unit", ["Ảnh: Lê An/", "(Ảnh: ", "Tin liên quan ", "[A", ">>", "Tin liên quan\n", "Lê An\n", "A: ", "Ảnh: A ", "★"])
def test_a_long_line_is_read_in_seconds(unit: str) -> None:
    started = time.process_time()
    tagged(unit * (200_000 // len(unit)))
    assert time.process_time() - started < 10
