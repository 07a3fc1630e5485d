"""Texts, facts and tables as HTML: nothing of an article is ever markup, nothing of it is lost."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnbilat_lib as vb
from vnbilat_lib import display
from vnbilat_lib.display import KINDS, Html, Mark
from vnbilat_lib.wording import Wording

WORDS = Wording("vi")
HOSTILE = "Ông <script>alert('5 tỷ')</script> & **An** [x](javascript:alert(1)) \"dự\" họp.\nHai bên hội đàm."


class Tags(HTMLParser):
    """The tags and the text of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


texts = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=60)
marks = st.lists(
    st.builds(Mark, st.integers(-3, 70), st.integers(-3, 70), st.sampled_from(KINDS), texts, st.just("")), max_size=8
)


@given(texts, marks)
def test_marks_change_no_character_of_a_text(text: str, given_marks: list[Mark]) -> None:
    html = Tags(display.mark_text(text, given_marks))
    assert html.text == text
    assert set(html.tags) <= {"span", "mark"}


def test_overlapping_marks_share_the_piece_they_both_cover() -> None:
    html = display.mark_text("Thủ tướng An dự họp", [Mark(0, 12, "person", "An"), Mark(10, 19, "meeting")])
    assert html == (
        '<span class="vnb-person" title="An">Thủ tướng </span><mark class="vnb-person vnb-meeting" title="An">An</mark>'
        '<mark class="vnb-meeting"> dự họp</mark>'
    )


def test_a_title_cannot_leave_its_attribute() -> None:
    html = display.mark_text("An", [Mark(0, 2, "person", '"><script>')])
    assert "<script" not in html


def test_markup_and_markdown_in_an_article_stay_text() -> None:
    html = display.text_html(HOSTILE, [Mark(0, 40, "person", "An")])
    assert not {"script", "strong", "a"} & set(Tags(html).tags)
    assert HOSTILE in unescape(re.sub(r"<[^>]+>", "", html))


def test_evidence_is_widened_to_its_sentence() -> None:
    raw = "Mở đầu bản tin. Chiều 15/8, hai bên hội đàm tại Hà Nội. Sau đó, đoàn rời Hà Nội."
    start = raw.index("hội đàm")
    html = Tags(display.quote_html(raw, [Mark(start, start + 7, "meeting")]))
    assert html.text == "Chiều 15/8, hai bên hội đàm tại Hà Nội."


def test_an_endless_sentence_is_cut_around_its_evidence() -> None:
    raw = "từ " * 3000 + "hội đàm" + " từ" * 3000
    start = raw.index("hội đàm")
    left, right = display.widen(raw, start, start + 7)
    assert left <= start < right
    assert right - left < 2 * display.WINDOW + 20


@given(st.text(min_size=1, max_size=80), st.text(min_size=1, max_size=80))
def test_ids_are_plain_and_differ_where_names_differ(one: str, other: str) -> None:
    ids = display.to_id("text", one), display.to_id("text", other)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", i) for i in ids)
    assert (ids[0] == ids[1]) == (one == other)


def test_a_table_escapes_all_cells_but_html_and_has_a_caption() -> None:
    frame = pd.DataFrame({"name": ["<b>An</b>", None], "more": [Html("<i>x</i>"), Html("")]})
    html = display.table_html(frame, ["Tên & họ", "Thêm"], "Ai <gặp> ai", [Html("<p>dưới</p>"), None]).source
    assert "&lt;b&gt;An&lt;/b&gt;" in html
    assert "<i>x</i>" in html
    assert "<caption>Ai &lt;gặp&gt; ai</caption>" in html
    assert 'aria-label="Ai &lt;gặp&gt; ai"' in html
    assert html.count('class="vnb-below"') == 1
    assert html.count('scope="col"') == 2


@pytest.mark.parametrize("text", ["", "   \n", HOSTILE, "Chiều 15/8, Phó Thủ tướng Lê Hoài Sơn tiếp Đại sứ Lào Khăm-xỉng."])
def test_a_doc_shows_its_whole_text_in_a_notebook(text: str) -> None:
    doc = vb.analyze(text, published="2023-08-16")
    html = Tags(doc._repr_html_().split("</style>", 1)[1])
    assert doc.raw in html.text
    assert "script" not in html.tags


def test_a_doc_says_in_one_line_what_it_is() -> None:
    assert re.fullmatch(
        r"<Doc text: \d+ characters, \d+ persons, \d+ meetings, \d+ trade figures>", repr(vb.analyze("Hai bên hội đàm."))
    )


def test_the_legend_names_every_kind_of_mark() -> None:
    assert Tags(display.legend_html(WORDS)).tags.count("li") == len(KINDS)
