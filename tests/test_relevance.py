from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import MARKET, TALKS, VISIT

from vnbilat_lib.doc import Article, Doc
from vnbilat_lib.normalize import normalize
from vnbilat_lib.relevance import REACH, is_relevant

FILLER = "Trời mưa nhỏ cả ngày và gió nhẹ. "


def told(text: str, title: str | None = None) -> bool:
    return is_relevant(normalize(Doc(Article("a", text, title=title))).text)


@pytest.mark.parametrize(
    "text",
    [
        "Sáng 4/3, Chủ tịch nước tiếp Đại sứ Phần Lan.",
        "Ngoại trưởng Ý gặp Ngoại trưởng Áo tại Rome.",
        "Bí thư Tỉnh ủy Vân Nam đến chào Chủ tịch UBND tỉnh.",
        "Tổng thống Ba Lan kết thúc chuyến thăm hai ngày.",
        "Hai Thủ tướng hội đàm; hai nước ký ba văn kiện.",
        "Thủ tướng dự Hội nghị cấp cao ASEAN tại Manila.",
        "Tổng thống Peru đến Việt Nam ngày 5/5.",
        "Phó Thủ tướng điện đàm với Tổng Thư ký Liên hợp quốc.",
        "Kim ngạch thương mại song phương đạt 5 tỷ USD.",
        "Xuất khẩu gạo sang Ghana tăng 12%.",
        "Hàn Quốc rót 3 tỷ USD vốn FDI vào Việt Nam.",
        "Năm qua, Việt Nam nhập siêu $2 tỷ từ Thái Lan.",
        TALKS,
        VISIT,
    ],
)
def test_words_of_a_meeting_or_of_trade_beside_a_foreign_name_are_relevant(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        MARKET,
        "Chủ tịch tỉnh gặp gỡ công nhân khu công nghiệp.",
        "Anh Nam gặp lại bạn cũ ở chợ.",
        "Đội tuyển Thái Lan gặp đội Lào ở trận mở màn.",
        "Thủ tướng yêu cầu kiểm tra dự án cầu vượt.",
        "Sản phẩm này giảm giá 20% tại các cửa hàng ở Mỹ.",
        "Xuất khẩu gạo tăng 12%.",
        "Bác sĩ tiếp nhận bệnh nhân Nhật Bản.",
        "Thủ tướng phát động trồng cây ven bờ Thái Bình Dương.",
    ],
)
def test_other_news_is_not(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    "spell",
    [
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.upper(),
        lambda text: text.replace(" ", "\xa0"),
        lambda text: text.replace(" ", "\u200b "),
        lambda text: " ".join(text.split()).replace(" ", "\n"),
        lambda text: text.replace("Đại sứ", "Đại_sứ").replace("Phần Lan", "Phần_Lan").replace("Chủ tịch", "Chủ_tịch"),
    ],
    ids=["NFD", "capitals", "no-break spaces", "zero width", "a word a line", "word segmented"],
)
def test_spelling_makes_no_difference(spell) -> None:  # type: ignore[no-untyped-def]
    assert told(spell("Sáng 4/3, Chủ tịch nước hội kiến Đại sứ Phần Lan tại Hà Nội."))


def test_the_title_counts() -> None:
    assert told("Hai bên trao đổi nhiều vấn đề.", title="Thủ tướng tiếp Đại sứ Phần Lan")


@pytest.mark.parametrize(("between", "relevant"), [(REACH - 60, True), (2 * REACH, False)])
def test_cue_office_and_foreign_name_stand_near_by(between: int, relevant: bool) -> None:
    assert told(f"Thủ tướng tiếp Đại sứ. {FILLER * (between // len(FILLER))}Phần Lan đón mùa đông.") is relevant


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_gets_an_answer(text: str) -> None:
    assert told(text) in {True, False}


@given(st.text(max_size=60), st.text(max_size=60))
def test_more_text_around_takes_nothing_away(before: str, after: str) -> None:
    assert is_relevant(f"{before}\nSáng 4/3, Chủ tịch nước tiếp Đại sứ Phần Lan.\n{after}")


@pytest.mark.parametrize("name", ["seeds", "news", "news-trade"])
def test_every_hand_coded_article_with_a_fact_is_relevant(shared: Path, name: str) -> None:
    texts = {}
    for line in (shared / "gold" / f"{name.partition('-')[0]}-texts.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        texts[record["doc_id"]] = record
    gold = [json.loads(line) for line in (shared / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    telling = [record["doc_id"] for record in gold if record.get("meetings") or record.get("trade_figures")]
    assert telling
    assert [key for key in telling if not told(texts[key]["text"], texts[key].get("title"))] == []
