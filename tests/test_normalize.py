"""Tests of the clean text: what is mended, what stays, and the way back to the raw text."""

from __future__ import annotations

import re
import textwrap
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnbilat_lib.doc import Article, Doc, Span
from vnbilat_lib.normalize import find_language, full_text, normalize


def clean(text: str, title: str | None = None) -> str:
    return normalize(Doc(Article("a", text, title=title))).text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # word-segmented text
        ("Bí_thư Tỉnh_ủy Vân_Nam Vương_Ninh .", "Bí thư Tỉnh ủy Vân Nam Vương Ninh."),
        ("kim_ngạch đạt 5 tỷ_USD.Như Tâm", "kim ngạch đạt 5 tỷ USD. Như Tâm"),
        ("tại buổi tiếp ngày 15/8_Ảnh : BNG_Ông mong_muốn", "tại buổi tiếp ngày 15/8 Ảnh: BNG Ông mong muốn"),
        ("Trần_Lưu_Quang_chiều 15/8", "Trần Lưu Quang chiều 15/8"),
        ("Ông Lê_An ( trái ) và bà Mai", "Ông Lê An (trái) và bà Mai"),
        ("các cơ_chế , khuôn_khổ ; đường_sắt", "các cơ chế, khuôn khổ; đường sắt"),
        ('bản " Tuyên_bố chung " về hợp_tác', 'bản "Tuyên bố chung" về hợp tác'),
        ("thủ_công mỹ_nghệ ... Ngọc_Ánh", "thủ công mỹ nghệ... Ngọc Ánh"),
        ("khu_vực Đông_Nam_Á.Hội chợ có quy_mô lớn", "khu vực Đông Nam Á. Hội chợ có quy mô lớn"),
        ("Lễ ký diễn ra hôm nay_Ảnh: TTXVN", "Lễ ký diễn ra hôm nay Ảnh: TTXVN"),
        # stuck sentences and words
        ("đường biên giớiĐại sứ thăm Lào", "đường biên giới\nĐại sứ thăm Lào"),
        ("tăng hơn 19%.Chủ tịch tỉnh bày tỏ", "tăng hơn 19%. Chủ tịch tỉnh bày tỏ"),
        ("tin cho hay.Theo ông Khôi", "tin cho hay. Theo ông Khôi"),
        ('ổn định".Ông cho biết thêm', 'ổn định". Ông cho biết thêm'),
        ("ra ngày 6/11.Trước đó, hai bên", "ra ngày 6/11. Trước đó, hai bên"),
        ("hợp tác - ảnh 1Thủ tướng và khách", "hợp tác - ảnh 1\nThủ tướng và khách"),
        ("(TTXVN)Hội đàm kết thúc", "(TTXVN)\nHội đàm kết thúc"),
        ("sáng nay, ôngTrần Hảo nói", "sáng nay, ông Trần Hảo nói"),
        ("đoàn thăm tỉnhThừa Thiên Huế", "đoàn thăm tỉnh Thừa Thiên Huế"),
        ("gặp bộ trưởngNguyễn Hải", "gặp bộ trưởng Nguyễn Hải"),
        ("theo lời củaĐại sứ Lào", "theo lời của Đại sứ Lào"),
        ("mở rộng thị trườngHai bên nhất trí", "mở rộng thị trường\nHai bên nhất trí"),
        ("Việc t ăng cường hợp tác", "Việc tăng cường hợp tác"),
        ("các th ỏa thuận liên quan", "các thỏa thuận liên quan"),
        # blanks, line ends, marks
        ("hai\u00a0bên \t hội đàm", "hai bên hội đàm"),
        ("dòng một \r\n\r\n  dòng hai\rdòng ba", "dòng một\n\ndòng hai\ndòng ba"),
        ("hội\u00ad đàm\u200b tại \ufeffHà Nội\x00", "hội đàm tại Hà Nội"),
        ("“Tuyên bố” – ‘chung’ — 2017", "\"Tuyên bố\" - 'chung' - 2017"),
        ("Ha\u0300 No\u0323\u0302i", "Hà Nội"),
        ("huyệ\u0323n, giá\u0301 đất", "huyện, giá đất"),
        ("Phở &amp;quot;ngon&amp;quot; &nbsp;&#38; rẻ", 'Phở "ngon" & rẻ'),
        ("mã \ud800 hỏng", "mã \ufffd hỏng"),
    ],
)
def test_is_mended(raw: str, expected: str) -> None:
    assert clean(raw) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Theo VOV.VN, Zing.vn và VnExpress, VietNamNet đưa tin.",
        "Anh dùng iPhone, iPad, YouTube và TikTok.",
        "Hãng VinFast, ngân hàng LienVietPostBank, ví 123Pay, xe 750Li, trang 9to5Mac.",
        "UBND TP.HCM và TP.Biên Hòa họp; PGS.TS Lê An, Mr.Đàm, ông D.Trump có mặt.",
        "Đội U.20 thắng M.U; mô-men xoắn 250Nm, tốc độ 300Mbps.",
        "Tệp Son_La.xls và tài khoản user_name ở example.com/a_b.",
        "Ông ở Hà Nội, bà ở Huế; cố ý gây thương tích; xe ô tô; họ u mê.",
        "Tỷ số 1 - 1, lúc 17:00, giá 1.500.000 đồng, tăng 3,5 %.",
        "Quan hệ Việt - Trung, Mỹ-Nhật-Hàn.",
        'Ông nói: "Tôi đồng ý" và "rất vui".',
        "Điểm 7.5 và 8.0; mục 1. Mở đầu.",
        "Hai bên (Việt Nam, Lào) hội đàm...",
    ],
)
def test_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Hội đàm", "Chiều 15/8, hai bên gặp nhau.", "Hội đàm\nChiều 15/8, hai bên gặp nhau."),
        ("Hội đàm", "  Hội đàm\nChiều 15/8", "  Hội đàm\nChiều 15/8"),
        (" ", "Chiều 15/8", "Chiều 15/8"),
        (None, "Chiều 15/8", "Chiều 15/8"),
    ],
)
def test_a_separate_title_is_the_first_line(title: str | None, text: str, expected: str) -> None:
    assert full_text(Article("a", text, title=title)) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Thủ tướng tiếp Đại sứ Lào.", "vi"),
        ("The two ministers met in Hanoi on Friday.", "und"),
        ("中越两国外长举行会谈", "und"),
        ("", "und"),
        ("12.345", "und"),
    ],
)
def test_language_is_told_by_vietnamese_letters(text: str, language: str) -> None:
    assert find_language(text) == language


@pytest.mark.parametrize(
    ("raw", "phrase", "quote"),
    [
        ("Việc t ăng cường", "tăng cường", "t ăng cường"),
        ("Bí_thư Vương_Ninh ,", "Vương Ninh", "Vương_Ninh"),
        ("đạt 5 tỷ_USD.Như Tâm", "5 tỷ USD", "5 tỷ_USD"),
        ("biên giớiĐại sứ", "Đại sứ", "Đại sứ"),
        ("Ha\u0300 No\u0323\u0302i", "Hà Nội", "Ha\u0300 No\u0323\u0302i"),
        ("hai&nbsp;bên", "hai bên", "hai&nbsp;bên"),
        ("hai \u00a0 bên", "hai bên", "hai \u00a0 bên"),
    ],
)
def test_a_clean_phrase_is_quoted_as_the_raw_text_has_it(raw: str, phrase: str, quote: str) -> None:
    doc = normalize(Doc(Article("a", raw)))
    start = doc.text.index(phrase)
    assert doc.quote(Span(start, start + len(phrase))) == quote


VIETNAMESE = st.text(
    alphabet=st.sampled_from(
        "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấốớĐNTHVÔÁ0159 .,;:!?()[]\"'“”-–_/%&\n\r\t\u00a0\u200b\u0301\u0323…"
    ),
    max_size=120,
)
ANYTHING = st.text(alphabet=st.characters(), max_size=120) | st.text(
    alphabet=st.sampled_from("a \ud800\x00\u0301\u2028İẤ.&;"), max_size=40
)


PARAGRAPHS = [
    "Lãnh đạo tỉnh Nghệ An tiếp đoàn Hà Lan",
    "Sáng 12/5, tại Vinh, Bí thư Tỉnh ủy Nghệ An Trần Hữu Sơn đã tiếp Đại sứ Hà Lan Jan van Dalen đến chào nhân dịp bắt đầu nhiệm kỳ công tác. Hai bên trao đổi về quản lý nước, nông nghiệp và đào tạo nghề.",
    "Theo ông Trần Hữu Sơn, kim ngạch thương mại giữa tỉnh và Hà Lan năm 2022 đạt 120 triệu USD, tăng 8% so với năm trước đó.",
]


@pytest.mark.parametrize("width", [50, 72, 100])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_lines_cut_at_a_width_are_joined(width: int, between: str) -> None:
    cut = between.join(textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in PARAGRAPHS)
    assert clean(cut) == between.join(PARAGRAPHS)


@pytest.mark.parametrize(
    "text",
    [
        "Hai bên hội đàm.\nHai bên ký kết.\nHai bên họp báo.\nHai bên chia tay.\nHai bên hẹn gặp lại nhau vào năm sau.",
        "Danh sách đoàn\nÔng Lê Quang Vĩnh\nBà Trần Thị Hoa\nÔng Nguyễn Văn Sơn\nÔng Phạm Hữu Đức\nBà Vũ Thị Lan",
        "\n".join(PARAGRAPHS * 3),
    ],
)
def test_lines_that_end_by_themselves_stay_lines(text: str) -> None:
    assert clean(text) == text


@settings(max_examples=400)
@given(VIETNAMESE | ANYTHING)
def test_cleaning_a_clean_text_changes_nothing(raw: str) -> None:
    once = clean(raw)
    assert clean(once) == once


@given(VIETNAMESE | ANYTHING)
def test_words_lead_back_to_a_raw_text_that_cleans_to_the_same_word(raw: str) -> None:
    doc = normalize(Doc(Article("a", raw)))
    for word in re.finditer(r"[^\W_]+", doc.text):
        quoted = doc.quote(Span(*word.span()))
        assert word.group() in clean(quoted).replace("\n", "").replace(" ", "")


@given(VIETNAMESE | ANYTHING)
def test_the_clean_text_holds_no_stray_blanks_or_marks(raw: str) -> None:
    text = clean(raw)
    assert not re.search(r"[\t\r\u00a0\u200b\x00\ud800-\udfff]|  | \n|\n ", text)


@pytest.mark.parametrize(
    "unit",
    [
        "Thủ tướng tiếp Đại sứ. ",
        "a.B",
        "“x” ",
        "Việt_Nam ",
        "( a ",
        ' " a',
        "e\u0301",
        "&amp;",
        "t ă",
        "\u00a0",
        "_",
        "a" * 50,
        "\r\n",
    ],
)
def test_a_megabyte_on_one_line_is_cleaned_in_seconds(unit: str) -> None:
    started = time.process_time()
    clean(unit * (1_000_000 // len(unit)))
    assert time.process_time() - started < 10
