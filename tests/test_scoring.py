from __future__ import annotations

import copy
import importlib.util
import json
import random
from pathlib import Path
from typing import Any

import pytest
from samples import ROOT

import vnbilat_lib as vb
from vnbilat_lib.errors import VnbilatError
from vnbilat_lib.scoring import Rates
from vnbilat_lib.scoring.compare import compare

MEETING = {
    "form": "talks", "sides": [["Lê Quang Vĩnh"], ["Jan van Dalen"]], "start": "2023-05-12", "end": "2023-05-12", "place": "Hà Nội",
    "country": "VN", "status": "held", "salience": "main", "quote": "Lê Quang Vĩnh đã hội đàm với Jan van Dalen",
}  # fmt: skip
VISIT = MEETING | {"form": "visit", "sides": [["Jan van Dalen"], ["VN"]], "place": None}
FIGURE = {
    "metric": "trade", "reporter": "VN", "partner": "NL", "amount": 11_200_000_000, "amount_max": None, "currency": "USD", "bound": "eq",
    "start": "2022-01-01", "end": "2022-12-31", "status": "actual", "change_pct": 35, "commodity": None, "quote": "đạt 11,2 tỷ USD",
}  # fmt: skip
MINISTER = {"name": "Lê Quang Vĩnh", "role": "Bộ trưởng Ngoại giao", "country": "VN"}
GUEST = {"name": "Jan van Dalen", "role": "Bộ trưởng Ngoại giao Hà Lan", "country": "NL"}
GOLD = {"doc_id": "1", "persons": [MINISTER, GUEST], "meetings": [MEETING], "trade_figures": [FIGURE]}
TEXT = "Lê Quang Vĩnh đã hội đàm với Jan van Dalen. Kim ngạch đạt 11,2 tỷ USD."


def right(table: str, gold: dict[str, Any], coded: dict[str, Any]) -> bool:
    """Whether a coded record is taken for gold's."""
    kind = "meetings_all" if table == "meetings" else table
    return compare(GOLD | {table: [gold]}, {"doc_id": "1", table: [coded]}).rates[kind].right == 1


def test_gold_against_itself_is_perfect() -> None:
    result = vb.score([GOLD], [GOLD], texts={"1": TEXT})
    assert {rates.f1 for rates in result.types.values()} == {1.0}
    assert {share for share, _ in result.slots.values()} == {1.0}
    assert result.slots["quote_exact"] == (1.0, 2)
    assert not result.errors


@pytest.mark.parametrize(
    ("coded", "same"),
    [
        ("LÊ QUANG VĨNH", True),
        ("Lê_Quang_Vĩnh", True),
        ("Lê Quang Vinh", False),
        ("Bộ trưởng Lê Quang Vĩnh", False),
        ("Quang Vĩnh", False),
    ],
)
def test_a_person_is_right_by_the_whole_name(coded: str, same: bool) -> None:
    assert right("persons", MINISTER, MINISTER | {"name": coded}) == same


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({"form": "reception"}, True),
        ({"form": "call"}, False),
        ({"sides": [["Jan van Dalen"], ["Bộ trưởng Lê Quang Vĩnh"]]}, True),
        ({"sides": [["Lê Quang Vĩnh", "Jan van Dalen"]]}, True),
        ({"sides": [["Lê Quang Vĩnh"], ["Vương Ninh"]]}, False),
        ({"start": "2023-05-13", "end": "2023-05-14"}, False),
        ({"start": None, "end": None}, True),
    ],
)
def test_which_meetings_are_the_same(changes: dict[str, Any], same: bool) -> None:
    assert right("meetings", MEETING, MEETING | changes) == same


@pytest.mark.parametrize(("goal", "same"), [("VN", True), ("VN-02", True), ("LA", False)])
def test_a_visit_is_right_by_visitor_and_country(goal: str, same: bool) -> None:
    assert right("meetings", VISIT, VISIT | {"sides": [["Jan van Dalen"], [goal]]}) == same


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({"reporter": "NL", "partner": "VN"}, True),
        ({"amount": 11_230_000_000}, True),
        ({"amount": 11_300_000_000}, False),
        ({"amount": None}, False),
        ({"currency": "EUR"}, False),
        ({"metric": "export"}, False),
        ({"start": None, "status": "target"}, True),
    ],
)
def test_which_figures_are_the_same(changes: dict[str, Any], same: bool) -> None:
    assert right("trade_figures", FIGURE, FIGURE | changes) == same


def test_a_balance_may_be_told_from_the_other_side() -> None:
    deficit = FIGURE | {"metric": "balance", "amount": -5}
    assert right("trade_figures", deficit, deficit | {"reporter": "NL", "partner": "VN", "amount": 5})
    assert not right("trade_figures", deficit, deficit | {"amount": 5})


def test_strict_figures_ask_for_period_and_status() -> None:
    result = vb.score([GOLD], [GOLD | {"trade_figures": [FIGURE | {"status": "target"}]}])
    assert (result.types["trade_figures"].f1, result.types["trade_figures_strict"].f1) == (1.0, 0.0)


def test_a_background_meeting_coded_as_main_is_neither_right_nor_wrong_among_the_main() -> None:
    gold = GOLD | {"meetings": [MEETING | {"salience": "background"}]}
    assert vb.score([gold], [GOLD]).types["meetings_main"] == Rates(0, 0, 0)


def test_what_gold_lacks_is_not_scored_and_what_is_not_coded_is_missed() -> None:
    result = vb.score([{"doc_id": "1", "trade_figures": [FIGURE]}, GOLD | {"doc_id": "2"}], [GOLD])
    assert result.types["persons"] == Rates(0, 0, 2)
    assert result.types["trade_figures"] == Rates(1, 1, 2)
    assert [(fault.kind, fault.doc_id) for fault in result.errors][-1] == ("missed person", "2")


def test_intervals_hold_the_figure_and_are_the_same_on_every_run() -> None:
    gold = [GOLD | {"doc_id": str(n)} for n in range(30)]
    coded = [GOLD | {"doc_id": str(n), "persons": [MINISTER] if n % 3 else []} for n in range(30)]
    one, other = vb.score(gold, coded), vb.score(gold, coded)
    low, high = one.intervals["persons"]
    assert low < one.types["persons"].f1 < high
    assert one.intervals == other.intervals


def test_a_slot_of_few_pairs_is_shown_without_percentage() -> None:
    text = str(vb.score([GOLD], [GOLD]))
    (line,) = (line for line in text.splitlines() if "meeting_form" in line)
    assert line.split() == ["meeting_form", "n=1"]
    assert vb.score([GOLD], [GOLD]).slot_frame["accuracy"].isna().all()


def test_a_study_is_scored_with_its_own_texts(seeds_study: vb.Study) -> None:
    result = vb.score(ROOT / "tests" / "gold" / "seeds.jsonl", seeds_study)
    assert result.types["persons"].gold > 10
    assert result.slots["quote_exact"][0] == 1.0
    assert vb.score(ROOT / "tests" / "gold" / "seeds.jsonl", seeds_study.path).to_dict() == result.to_dict()
    assert vb.score(ROOT / "tests" / "gold" / "seeds.jsonl", seeds_study.path / "coded.jsonl").types == result.types


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("{", ":1: not a coded article"),
        ('{"doc_id": 1}\n[]', ":2: not a coded"),
        ('{"doc_id": 1}\n\n{"doc_id": 1}', ":3: the doc_id 1 stands twice"),
    ],
)
def test_a_broken_gold_file_names_the_line(tmp_path: Path, text: str, error: str) -> None:
    (tmp_path / "gold.jsonl").write_text(text, encoding="utf-8")
    with pytest.raises(VnbilatError, match=error):
        vb.score(tmp_path / "gold.jsonl", [])


def garbled(gold: list[dict[str, Any]], draw: random.Random) -> list[dict[str, Any]]:
    """Gold with records dropped, doubled, turned and filled from other records."""
    coded = copy.deepcopy(gold)
    for record in coded:
        span = record.pop("published_range", None)
        if span:
            record["published_from"], record["published_to"] = span if draw.random() < 0.7 else ("2020-01-01", "2020-03-01")
        for table in ("persons", "meetings", "trade_figures"):
            facts = record.get(table)
            for fact in list(facts or ()):
                chance = draw.random()
                if chance < 0.1:
                    facts.remove(fact)
                elif chance < 0.2:
                    facts.append(copy.deepcopy(draw.choice(facts)))
                elif chance < 0.7:
                    other = draw.choice(draw.choice([one for one in gold if one.get(table)])[table])
                    key = draw.choice(sorted(fact))
                    fact[key] = copy.deepcopy(other.get(key))
                if chance > 0.9 and table == "meetings":
                    fact["sides"] = fact["sides"][::-1]
                if chance > 0.95 and table == "trade_figures":
                    fact["reporter"], fact["partner"] = fact["partner"], fact["reporter"]
    return coded


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(("name", "texts"), [("seeds", "seeds-texts"), ("news", "news-texts"), ("news-trade", "news-texts")])
def test_figures_are_those_of_the_tool_beside_the_checkout(shared: Path, name: str, texts: str, seed: int) -> None:
    spec = importlib.util.spec_from_file_location("tool", shared / "tools" / "score.py")
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    gold = tool.read(shared / "gold" / f"{name}.jsonl")
    known = {record["doc_id"]: record["text"] for record in tool.read(shared / "gold" / f"{texts}.jsonl")}
    coded = garbled(gold, random.Random(seed))
    theirs, faults = tool.score(gold, coded, known)
    ours = vb.score(gold, coded, texts=known)
    assert [str(fault) for fault in ours.errors] == [f"{kind:16} {doc}  {what}" for kind, doc, what in sorted(faults)]
    figures = json.loads(json.dumps(ours.to_dict()))
    for kind in ours.types:
        del figures[kind]["interval"]
        assert figures[kind] == theirs[kind]
    assert figures["slots"] == theirs["slots"]
