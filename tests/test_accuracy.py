"""Accuracy never falls in silence: floors on the seeds, on variants of them, and on real news where that lies beside the checkout.

A floor belongs to one gold file (its digest stands beside it): when the work gets better it is raised, when gold changes it is set anew, and
nothing else moves it.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest
import variants
from samples import ROOT

import vnbilat_lib as vb
from vnbilat_lib import pipeline
from vnbilat_lib.dataset import to_coded
from vnbilat_lib.doc import Article
from vnbilat_lib.scoring import Score

SEEDS = ROOT / "tests/gold/seeds.jsonl"
DIGESTS = {
    "seeds": "efe5305c6efbab92",
    "news": "d47ad6e54542fc92",
    "news-trade": "81c9cdeb11e9c7ef",
}
F1_FLOORS = {
    "seeds": {"persons": 1.0, "meetings_main": 1.0, "meetings_all": 1.0, "trade_figures": 1.0, "trade_figures_strict": 1.0},
    "variants": {"persons": 0.95, "meetings_main": 0.90, "trade_figures_strict": 0.95},
    "news": {"persons": 0.975, "meetings_main": 0.925, "meetings_all": 0.92, "trade_figures": 0.98, "trade_figures_strict": 0.98},
    "news-trade": {"trade_figures": 0.98, "trade_figures_strict": 0.97},
}
SLOT_FLOORS = {
    "seeds": {"person_role": 1.0, "person_country": 1.0, "meeting_form": 1.0, "meeting_sides": 1.0, "meeting_status": 1.0,
              "meeting_salience": 0.95, "figure_bound": 1.0, "figure_change": 1.0, "quote_exact": 1.0, "quote_overlap": 0.9},
    "news": {"person_role": 0.95, "person_country": 0.96, "meeting_form": 0.95, "meeting_start": 0.95, "meeting_sides": 0.95,
             "meeting_status": 0.97, "figure_bound": 0.97, "figure_change": 0.95, "quote_exact": 1.0, "quote_overlap": 0.9},
    "news-trade": {"figure_bound": 0.97, "figure_change": 0.95, "quote_exact": 1.0},
}  # fmt: skip


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def assert_floors(kind: str, score: Score) -> None:
    low = {name: score.types[name].f1 for name, floor in F1_FLOORS[kind].items() if score.types[name].f1 < floor}
    assert not low, "\n".join(map(str, score.errors))
    low_slots = {name: score.slots[name] for name, floor in SLOT_FLOORS.get(kind, {}).items() if score.slots[name][0] < floor}
    assert not low_slots


def test_floors_on_the_seeds_without_metadata_hold(seeds_study: vb.Study) -> None:
    assert digest(SEEDS) == DIGESTS["seeds"], "other gold: set its floors anew"
    assert_floors("seeds", vb.score(SEEDS, seeds_study))


def test_the_seeds_are_dated_from_their_texts(seeds_study: vb.Study) -> None:
    assert vb.score(SEEDS, seeds_study).slots["dating"] == (1.0, 5)


def test_floors_on_variants_of_the_seeds_hold() -> None:
    made = variants.make(50)
    coded = [to_coded(pipeline.analyze(Article(v.doc_id, v.text, published=v.published))) for v in made]
    assert_floors("variants", vb.score([v.gold for v in made], coded))


@pytest.mark.parametrize("kind", ["news", "news-trade"])
def test_floors_on_real_news_hold(kind: str, shared: Path) -> None:
    gold = shared / "gold" / f"{kind}.jsonl"
    assert digest(gold) == DIGESTS[kind], "other gold: set its floors anew"
    wanted = {json.loads(line)["doc_id"] for line in gold.read_text(encoding="utf-8").splitlines()}
    texts = [json.loads(line) for line in (shared / "gold/news-texts.jsonl").read_text(encoding="utf-8").splitlines()]
    articles = [Article(t["doc_id"], t["text"], published=date.fromisoformat(t["published"])) for t in texts if t["doc_id"] in wanted]
    coded = [to_coded(pipeline.analyze(article)) for article in articles]
    assert_floors(kind, vb.score(gold, coded, texts={t["doc_id"]: t["text"] for t in texts}))


@pytest.mark.parametrize("doc_id", ["000_a7581e6bc8952839", "001_e08fc271775d6418", "002_8ee5fc59281ce856", "003_d5146321f3f54dac"])
def test_related_links_behind_an_article_give_no_row(doc_id: str) -> None:
    article = (ROOT / "seeds" / f"{doc_id}.txt").read_text(encoding="utf-8")
    last = (ROOT / "seeds/004_8ebbdd460858dd8e.txt").read_text(encoding="utf-8")
    tail = last[last.index("Bạn thấy bài viết này thế nào?") :]
    alone = to_coded(pipeline.analyze(Article(doc_id, article)))
    assert to_coded(pipeline.analyze(Article(doc_id, f"{article}\n{tail}"))) == alone
