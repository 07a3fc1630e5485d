from __future__ import annotations

import json
from array import array
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import MARKET, TALKS, VISIT

from vnbilat_lib.link import sketch
from vnbilat_lib.study.ledger import Ledger

LONG = " ".join(f"Câu thứ {n} nói về việc số {n * 7} của hai bên." for n in range(60))


def head(doc_id: str, text: str = "", **more: Any) -> dict[str, Any]:
    hashes = b64encode(array("q", sketch(text))).decode()
    return {"doc_id": doc_id, "path": f"{doc_id}.txt", "sketch": hashes, "known": [], "persons": [], "meetings": []} | more


def person(actor: str, name: str = "Lê Hòa") -> list[Any]:
    return [actor, name, "Bộ trưởng", "VN", 2, "2023-05-12"]


def meeting(event: str, doc_id: str, start: str | None) -> list[Any]:
    return [event, doc_id, "talks", "held", start, start, "exact", None, "VN", '["Lê Hòa", "NL"]']


def fill(folder: Path, *batches: list[dict[str, Any] | None], order: list[int] | None = None) -> Ledger:
    """A settled ledger of batches of heads, added in some order."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, heads in enumerate(batches):
        lines = (f"{json.dumps(head)}\n{{}}\n" for head in heads)
        (folder / f"{number}.jsonl").write_text("".join(lines), encoding="utf-8")
    ledger = Ledger(folder / "ledger.sqlite")
    for number in order or range(len(batches)):
        ledger.add(number, folder / f"{number}.jsonl")
    ledger.settle()
    return ledger


def test_batches_come_in_their_order_whatever_the_order_in_which_they_were_done(tmp_path: Path) -> None:
    with fill(tmp_path, [head("a"), None], [head("b")], [None], order=[2, 0, 1]) as ledger:
        assert [(part.path.name, part.items) for part in ledger.parts()] == [("0.jsonl", 2), ("1.jsonl", 1), ("2.jsonl", 1)]


def test_copies_lead_to_their_original_and_empty_articles_to_none(tmp_path: Path) -> None:
    copy = f"(Báo Mẫu) {LONG.upper()} Theo TTXVN."
    first: list[dict[str, Any] | None] = [head("a", LONG), head("b", TALKS)]
    second: list[dict[str, Any] | None] = [head("c", copy), head("d", LONG[:500]), head("e", "... !")]
    third: list[dict[str, Any] | None] = [
        head("f", VISIT),
        head("g", TALKS),
        head("h", copy),
        head("i", "... !"),
        head("j", MARKET),
    ]
    with fill(tmp_path, first, second, third, order=[1, 2, 0]) as ledger:
        assert [part.copies for part in ledger.parts()] == [{}, {0: "a"}, {1: "b", 2: "a"}]


def test_the_second_of_a_doc_id_is_told_and_left_out_of_all_else(tmp_path: Path) -> None:
    again = head("a", LONG, path="other.txt", known=["x"], persons=[person("x")], meetings=[meeting("e", "a", None)])
    with fill(tmp_path, [head("a", TALKS), head("b", LONG)], [again, head("c", LONG)]) as ledger:
        assert [part.clashes for part in ledger.parts()] == [{}, {0: "a.txt"}]
        assert [part.copies for part in ledger.parts()] == [{}, {1: "b"}]
        assert list(ledger.actors(everyone=True)) == list(ledger.events()) == []


def test_who_is_known_in_one_article_is_known_in_all(tmp_path: Path) -> None:
    named = [head("a", persons=[person("x"), person("y")]), head("b", known=["x"], persons=[person("x"), person("x", "Lê Hoà")])]
    with fill(tmp_path, [*named]) as ledger:
        assert ledger.known(["x", "y", "z"]) == {"x"}
        assert [row[:5] for row in ledger.actors(everyone=False)] == [["x", "Lê Hòa", "VN", ["Lê Hoà"], ["Bộ trưởng"]]]
        assert [row[0] for row in ledger.actors(everyone=True)] == ["x", "y"]


def test_events_stand_by_day_and_undated_ones_last(tmp_path: Path) -> None:
    told = [("e3", "a", "2023-05-12"), ("e1", "a", None), ("e2", "b", "2022-01-01"), ("e3", "b", "2023-05-12")]
    with fill(tmp_path, [head(doc, meetings=[meeting(*row) for row in told if row[1] == doc]) for doc in "ab"]) as ledger:
        assert [(row[0], row[-2], row[-1]) for row in ledger.events()] == [("e2", 1, "b"), ("e3", 2, "a"), ("e1", 1, "a")]


def test_metadata_of_no_article_is_missing(tmp_path: Path) -> None:
    with fill(tmp_path, [head("a"), head("b")]) as ledger:
        assert ledger.missing({"c": 1, "a": 2, "0": 3}) == ["0", "c"]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from([TALKS, VISIT, MARKET, LONG, f"{LONG} Hết.", ""]), max_size=12), st.randoms(use_true_random=False)
)
def test_copies_do_not_depend_on_the_order_of_arrival(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], chance: Any
) -> None:
    folder = tmp_path_factory.mktemp("ledger")
    batches: list[list[dict[str, Any] | None]] = [[head(str(number), text)] for number, text in enumerate(texts)]
    order = chance.sample(range(len(batches)), len(batches))
    with fill(folder / "one", *batches) as one, fill(folder / "two", *batches, order=order) as two:
        copies = [part.copies for part in one.parts()]
        assert copies == [part.copies for part in two.parts()]
    originals = {original for found in copies for original in found.values()}
    assert not [number for number, found in enumerate(copies) if found and str(number) in originals]
