"""Draws facts of a coded corpus for reading, and sums up the readers' verdicts with Wilson intervals.

    python tests/audit/draw.py draw ROUND DATASET      writes drawn-ROUND.csv beside this file: the same draw for the same dataset
    python tests/audit/draw.py show ROUND DATASET TYPE prints the drawn facts with what stands around them, for a reader
    python tests/audit/draw.py sum ROUND               sums up verdicts-ROUND.csv
    python tests/audit/draw.py aside DATASET           writes relevance-drawn.csv: of the articles that the dataset sets aside
    python tests/audit/draw.py sum-aside               sums up relevance-verdicts.csv

The seeds and the numbers to draw are fixed here, before anything is read; README.md beside this file says what was coded. Only ids and verdicts
are kept: the articles are other people's texts. From round 2 on the hand-coded articles, with which the rules were written, are left out.
"""

from __future__ import annotations

import csv
import json
import math
import random
import sys
from pathlib import Path

import vnbilat_lib as vb

SEEDS = {"1": 20261122, "2": 20261123, "3": 20261125, "relevance": 20261124}
DRAWN = {"persons": 100, "meetings": 100, "trade_figures": 100, "nothing": 50}
DRAWN_ASIDE = 300
CUES = r"hội đàm|hội kiến|điện đàm|tiếp kiến|đã tiếp|buổi tiếp|chuyến thăm|thăm chính thức|kim ngạch|xuất siêu|nhập siêu|xuất khẩu sang|nhập khẩu từ|vốn FDI"
HERE = Path(__file__).parent
GOLD = HERE.parent.parent.parent / "shared" / "gold"


def wilson(right: int, total: int, z: float = 1.96) -> tuple[float, float]:
    """The Wilson score interval of a share.

    >>> tuple(round(x, 3) for x in wilson(95, 100))
    (0.888, 0.978)
    """
    if not total:
        return 0.0, 1.0
    share, square = right / total, z * z
    middle = (share + square / (2 * total)) / (1 + square / total)
    half = z * math.sqrt(share * (1 - share) / total + square / (4 * total * total)) / (1 + square / total)
    return middle - half, middle + half


def hand_coded() -> set[str]:
    """The ids of the articles that were coded by hand."""
    return {json.loads(line)["doc_id"] for path in GOLD.glob("news*.jsonl") for line in path.read_text(encoding="utf-8").splitlines()}


def draw(number: str, dataset: str) -> None:
    """Writes the drawn ids, each type from all its facts in the order of their ids."""
    study = vb.read(dataset)
    known = hand_coded() if number != "1" else set()
    rows = []
    persons = study.persons.assign(fact_id=study.persons.doc_id + ":" + study.persons.char_start.astype(str))
    ids = {"meetings": study.meetings.meeting_id, "trade_figures": study.trade_figures.figure_id, "persons": persons.fact_id}
    docs = {"meetings": study.meetings.doc_id, "trade_figures": study.trade_figures.doc_id, "persons": persons.doc_id}
    coded = {*study.meetings.doc_id, *study.trade_figures.doc_id}
    silent = study.texts[study.texts.text.str.contains(CUES) & ~study.texts.doc_id.isin(coded)]
    ids["nothing"] = docs["nothing"] = silent.doc_id
    for kind, count in DRAWN.items():
        pairs = sorted((fact_id, doc_id) for fact_id, doc_id in zip(ids[kind], docs[kind], strict=True) if doc_id not in known)
        for fact_id, doc_id in random.Random(f"{SEEDS[number]}-{kind}").sample(pairs, min(count, len(pairs))):
            rows.append((kind, fact_id, doc_id))
    with (HERE / f"drawn-{number}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("type", "fact_id", "doc_id"), *rows])


def context(text: str, spans: list[tuple[int, int]]) -> str:
    """The beginning of an article, and what stands around some spans of it."""
    shown = text[:450]
    for start, end in spans:
        if end > 450:
            shown += f"\n[...] {text[max(450, start - 600) : end + 400]}"
    return shown


def show(number: str, dataset: str, kind: str) -> None:
    """Prints each drawn fact of a type with its values and what stands around its evidence, for a reader."""
    study = vb.read(dataset)
    texts = dict(zip(study.texts.doc_id, study.texts.text, strict=True))
    with (HERE / f"drawn-{number}.csv").open(encoding="utf-8", newline="") as file:
        drawn = [row for row in csv.DictReader(file) if row["type"] == kind]
    for count, row in enumerate(drawn, 1):
        text, spans, fact = texts[row["doc_id"]], [], {}
        if kind == "persons":
            start = int(row["fact_id"].rsplit(":", 1)[1])
            found = study.persons[(study.persons.doc_id == row["doc_id"]) & (study.persons.char_start == start)].iloc[0]
            spans, fact = [(start, int(found.char_end))], found[["name", "role", "country"]].to_dict()
        elif kind in {"meetings", "trade_figures"}:
            table, key = (study.meetings, "meeting_id") if kind == "meetings" else (study.trade_figures, "figure_id")
            evidence = study.evidence[(study.evidence.fact_id == row["fact_id"]) & (study.evidence.slot == "fact")]
            spans = list(zip(evidence.char_start, evidence.char_end, strict=True))
            fact = table[table[key] == row["fact_id"]].iloc[0].dropna().to_dict()
            if kind == "meetings":
                sides = study.participants[study.participants.meeting_id == row["fact_id"]]
                fact["participants"] = [f"{p.side} {p.name} ({p.country})" for p in sides[["side", "name", "country"]].itertuples(index=False)]
        print(f"##### {count} {row['fact_id']}\n{text if kind == 'nothing' else context(text, spans)}\n  FACT {fact}\n")


def summary(number: str) -> None:
    """Prints shares right with Wilson intervals, by type and reader, and how often two readers agree."""
    with (HERE / f"verdicts-{number}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for kind in DRAWN:
        for reader in ("first", "second"):
            mine = [row for row in rows if row["type"] == kind and row["reader"] == reader]
            right = sum(row["verdict"] == "right" for row in mine)
            if mine:
                low, high = wilson(right, len(mine))
                print(f"{kind:14} {reader:6} {right}/{len(mine)} right, {low:.3f} to {high:.3f}")
        verdicts: dict[str, set[str]] = {}
        for row in rows:
            if row["type"] == kind:
                verdicts.setdefault(row["fact_id"], set()).update({f"{row['reader']}:{row['verdict']}"})
        both = [v for v in verdicts.values() if len(v) == 2]
        print(f"{kind:14} agree on {sum(len({x.split(':')[1] for x in v}) == 1 for v in both)} of {len(both)} read twice")


def draw_aside(dataset: str) -> None:
    """Writes the ids of articles drawn among those that were set aside as not relevant."""
    articles = vb.read(dataset).articles
    ids = sorted(articles.loc[articles["status"] == "set_aside", "doc_id"])
    drawn = random.Random(SEEDS["relevance"]).sample(ids, DRAWN_ASIDE)
    with (HERE / "relevance-drawn.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("doc_id",), *((doc_id,) for doc_id in drawn)])


def sum_aside() -> None:
    """Prints how many of the articles set aside hold a codable fact, with the Wilson interval."""
    with (HERE / "relevance-verdicts.csv").open(encoding="utf-8", newline="") as file:
        verdicts = [row["verdict"] for row in csv.DictReader(file)]
    missed = verdicts.count("fact")
    low, high = wilson(missed, len(verdicts))
    print(f"{missed} of {len(verdicts)} articles set aside hold a codable fact, {low:.3f} to {high:.3f}")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["draw", number, dataset]:
            draw(number, dataset)
        case ["show", number, dataset, kind]:
            show(number, dataset, kind)
        case ["sum", number]:
            summary(number)
        case ["aside", dataset]:
            draw_aside(dataset)
        case ["sum-aside"]:
            sum_aside()
        case _:
            sys.exit(__doc__)
