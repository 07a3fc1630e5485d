"""The tagger's spans: asked only what it can read, with offsets into the sentence."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnbilat_lib import tagger
from vnbilat_lib.doc import Article, Doc
from vnbilat_lib.furniture import tag_furniture
from vnbilat_lib.normalize import normalize
from vnbilat_lib.people import tag_people
from vnbilat_lib.places import tag_places
from vnbilat_lib.sentences import tag_sentences


@pytest.mark.parametrize(
    ("sentence", "readable"),
    [
        ("Ông Rex Dillard thăm Hà Nội.", True),
        ("", False),
        ("   ", False),
        ("một " * 121, False),
        ("Ông Rex\x00 Dillard", False),
        ("Ông Re\u0302 thăm Hà Nội", False),
        ("Ông \ud800 thăm", False),
        ("Ông Rex\u200b Dillard", False),
    ],
)
def test_what_the_tagger_can_be_asked(sentence: str, readable: bool) -> None:
    assert tagger.can_read(sentence) is readable


def test_what_it_cannot_read_has_no_persons() -> None:
    assert tagger.tag_persons("một " * 200) == ()


@pytest.mark.parametrize(
    ("sentence", "words", "spans"),
    [
        ("Ông Rex Dillard nói", [("Ông", "O"), ("Rex Dillard", "B-PER"), ("nói", "O")], ["Rex Dillard"]),
        ("Ông   Rex Dillard nói", [("Ông", "O"), ("Rex", "B-PER"), ("Dillard", "I-PER"), ("nói", "O")], ["Rex Dillard"]),
        ("Uỷ viên Lê Hoà", [("Ủy viên", "O"), ("Lê", "B-PER"), ("Hòa", "I-PER")], ["Lê Hoà"]),
        ("Lê An, Vũ Bình", [("Lê_An", "B-PER"), (",", "O"), ("Vũ Bình", "B-PER")], ["Lê An", "Vũ Bình"]),
    ],
)
def test_words_that_come_back_rewritten_find_their_place(
    monkeypatch: pytest.MonkeyPatch, sentence: str, words: list[tuple[str, str]], spans: list[str]
) -> None:
    monkeypatch.setattr(tagger, "_ner", lambda: lambda _: [(word, "", "", label) for word, label in words])
    tagger.tag_persons.cache_clear()
    assert [span.of(sentence) for span in tagger.tag_persons(sentence)] == spans
    tagger.tag_persons.cache_clear()


def people(text: str) -> Doc:
    doc = Doc(Article("case", f"Bản tin trong ngày\n{text} Hai bên nhất trí tiếp tục trao đổi trong thời gian tới."))
    for stage in (normalize, tag_furniture, tag_sentences, tag_places, tag_people):
        doc = stage(doc)
    return doc


DOUBTFUL = "Trong bài viết đó, Marlon Westbrook phân tích tình hình thị trường dầu mỏ."


@pytest.mark.parametrize("answer", [True, False])
def test_doubtful_foreign_name_is_a_person_if_the_tagger_says_so(monkeypatch: pytest.MonkeyPatch, answer: bool) -> None:
    label = "B-PER" if answer else "B-ORG"
    monkeypatch.setattr(tagger, "_ner", lambda: lambda s: [(w, "", "", label if w in ("Marlon", "Westbrook") else "O") for w in s.split()])
    tagger.tag_persons.cache_clear()
    assert [p.name for p in people(DOUBTFUL).persons] == (["Marlon Westbrook"] if answer else [])
    tagger.tag_persons.cache_clear()


def test_names_with_a_title_need_no_tagger(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError("asked")

    monkeypatch.setattr(tagger, "_ner", refuse)
    assert [p.name for p in people("Tổng thống Phần Lan Anders Lindholm gặp Thủ tướng Trần Quốc Hưng.").persons] == [
        "Anders Lindholm",
        "Trần Quốc Hưng",
    ]


def test_import_of_the_package_leaves_underthesea_alone() -> None:
    import subprocess

    code = "import sys, vnbilat_lib, vnbilat_lib.people; sys.exit('underthesea' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


class TestModel:
    """With underthesea itself."""

    @pytest.fixture(autouse=True)
    def _needs_underthesea(self) -> None:
        pytest.importorskip("underthesea")
        tagger._ner.cache_clear()
        tagger.tag_persons.cache_clear()

    def test_person_behind_an_honorific_is_seen(self) -> None:
        sentence = "Ông Putin thăm Hà Nội."
        assert [span.of(sentence) for span in tagger.tag_persons(sentence)] == ["Putin"]

    def test_same_sentence_same_answer(self) -> None:
        sentence = "Trong bài viết đó, Tobin Harshaw phân tích vấn đề của Nga."
        first = tagger.tag_persons(sentence)
        tagger.tag_persons.cache_clear()
        assert tagger.tag_persons(sentence) == first

    @settings(max_examples=15)
    @given(st.text(alphabet="aăâbdđeê oôưNHT.,()-\"'0159\u00a0\t", max_size=60))
    def test_spans_lie_inside_any_sentence(self, sentence: str) -> None:
        for span in tagger.tag_persons(sentence):
            assert 0 <= span.start < span.end <= len(sentence)
