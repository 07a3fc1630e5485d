"""Variants of the seeds: the same articles with other people, offices, provinces, partners, days and amounts, and their gold."""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).parent.parent
VIETNAMESE = ["Lê Hoài Trung", "Đỗ Thanh Bình", "Nguyễn Khánh Toàn", "Bùi Quốc Huy", "Vũ Hải Đăng", "Phan Thị Thu Hà", "Hoàng Đình Cảnh", "Trịnh Công Lý"]
CHINESE = ["Lâm Vũ", "Châu Đức Minh", "Tôn Kiến Quốc", "Dương Hiểu Ba", "Trương Quốc Thanh", "Ngô Chính Long", "Hứa Cần", "Lưu Ninh"]
LAO = ["Bounthong Chitmany", "Khampheng Saysompheng", "Thongsavan Phomvihane", "Saleumxay Kommasith"]
KOREAN = ["Park Jin-woo", "Kim Young-chul", "Lee Sang-min", "Choi Dong-hoon"]


@dataclass(frozen=True)
class Partner:
    """A country that takes China's place, with a province, its party or state chief, and a city there."""

    country: str
    code: str
    province: str
    province_code: str
    city: str
    secretary: str
    short: str
    names: list[str] = field(repr=False)


PARTNERS = [
    Partner("Trung Quốc", "CN", "Quảng Đông", "CN-GD", "Quảng Châu", "Bí thư Tỉnh ủy Quảng Đông", "Trung", CHINESE),
    Partner("Trung Quốc", "CN", "Hải Nam", "CN-HI", "Hải Khẩu", "Bí thư Tỉnh ủy Hải Nam", "Trung", CHINESE),
    Partner("Trung Quốc", "CN", "Tứ Xuyên", "CN-SC", "Thành Đô", "Bí thư Tỉnh ủy Tứ Xuyên", "Trung", CHINESE),
    Partner("Lào", "LA", "Champasak", "LA-CH", "Pakse", "Bí thư Tỉnh ủy Champasak", "Lào", LAO),
    Partner("Hàn Quốc", "KR", "Gyeonggi", "KR-41", "Suwon", "Tỉnh trưởng Gyeonggi", "Hàn", KOREAN),
]
# Offices that may take the place of "Phó thủ tướng" and "Ngoại trưởng" without a change in what a coder would do.
DEPUTIES = ["Phó Thủ tướng", "Phó Chủ tịch nước", "Phó Chủ tịch Quốc hội", "Bộ trưởng Công Thương"]
MINISTERS = ["Ngoại trưởng", "Bộ trưởng Ngoại giao", "Bộ trưởng Thương mại"]


def _flexible(phrase: str) -> re.Pattern[str]:
    """The phrase with blanks or a segmenter's underscores, whatever its capitals: not inside a longer word."""
    return re.compile(r"(?<![^\W_])" + r"[ _\u00a0]+".join(map(re.escape, phrase.split())) + r"(?![^\W_])", re.IGNORECASE)


def _substitute(text: str, changes: dict[str, str], glue: str) -> str:
    """All changes at once, the longest phrase first, so that what one wrote no other changes again."""
    pattern = re.compile("|".join(_flexible(p).pattern for p in sorted(changes, key=len, reverse=True)), re.IGNORECASE)
    plain = {old.casefold(): new for old, new in changes.items()}
    return pattern.sub(lambda m: plain[re.sub(r"[ _\u00a0]+", " ", m.group()).casefold()].replace(" ", glue), text)


def _gold_text(value: object, changes: dict[str, str], codes: dict[str, str]) -> object:
    """Gold with the same changes: names, roles, places as text, economies by their codes."""
    if isinstance(value, dict):
        return {k: _gold_text(v, changes, codes) for k, v in value.items() if k not in {"quote", "published_range"}}
    if isinstance(value, list):
        return [_gold_text(v, changes, codes) for v in value]
    if isinstance(value, str):
        return codes.get(value) or _substitute(value, changes, " ")
    return value


@dataclass(frozen=True)
class Variant:
    """An article made from a seed, with its gold and the day on which it came out."""

    doc_id: str
    text: str
    published: date
    gold: dict[str, object]


SEED_DAYS = {"000": date(2023, 8, 16), "001": date(2023, 8, 16), "002": date(2024, 11, 6), "003": date(2015, 11, 10), "004": date(2023, 3, 28)}
STATED_DAYS = {"000": ["15/8"], "001": ["16/8"], "002": ["6/11"], "003": [], "004": ["27/3"]}


def _shift(gold: object, change: dict[str, str]) -> object:
    """ISO days replaced."""
    if isinstance(gold, dict):
        return {k: _shift(v, change) for k, v in gold.items()}
    if isinstance(gold, list):
        return [_shift(v, change) for v in gold]
    return change.get(gold, gold) if isinstance(gold, str) else gold


def _amounts(text: str, gold: dict, draw: random.Random) -> tuple[str, dict]:
    """Other amounts with the same shape, in text and gold."""
    figures = json.loads(json.dumps(gold["trade_figures"]))
    done: dict[float, float] = {}
    for figure in figures:
        old = figure["amount"]
        if old not in done:
            new = round(old / 1e9 * draw.uniform(1.2, 2.8), 2) if old % 1e9 else float(draw.choice([3, 7, 8, 12, 15])) if old < 50e9 else old / 1e9 + 11
            written, wanted = (f"{x:g}".replace(".", ",") for x in (old / 1e9, new))
            text = re.sub(rf"(?<![\d,]){re.escape(written)}(?=[ _](?:tỷ|tỉ))", wanted, text)
            done[old] = round(new * 1e9, 0)
        figure["amount"] = done[old]
    return text, {**gold, "trade_figures": figures}


def make(count: int, seed: int = 2026) -> list[Variant]:
    """`count` variants, the same for the same `seed`."""
    draw = random.Random(seed)
    gold = {g["doc_id"]: g for g in map(json.loads, (ROOT / "tests/gold/seeds.jsonl").read_text(encoding="utf-8").splitlines())}
    made = []
    for number in range(count):
        doc_id = sorted(gold)[number % 5]
        made.append(_make_one(f"{doc_id}-{number:02}", doc_id[:3], (ROOT / "seeds" / f"{doc_id}.txt").read_text(encoding="utf-8"), gold[doc_id], draw))
    return made


def _make_one(doc_id: str, kind: str, text: str, gold: dict, draw: random.Random) -> Variant:
    partner = draw.choice(PARTNERS[:3] if kind in {"003", "004"} else PARTNERS)
    vietnamese, foreign = draw.sample(VIETNAMESE, 4), draw.sample(partner.names, 3)
    changes = {
        "Trần Lưu Quang": vietnamese[0], "Phạm Minh Chính": vietnamese[0], "Đặng Minh Khôi": vietnamese[0], "Đặng Quốc Khánh": vietnamese[0],
        "Tô Lâm": vietnamese[1], "Nguyễn Tấn Dũng": vietnamese[1], "Nguyễn Phú Trọng": vietnamese[1], "Phạm Bình Minh": vietnamese[2],
        "Vương Ninh": foreign[0], "Vương Nghị": foreign[0], "Trần Hào": foreign[0], "Tập Cận Bình": foreign[1],
        "ông Khôi": "ông " + vietnamese[0].split()[-1], "ông Tập": "ông " + foreign[1].split()[0], "ông Tập Cận Bình": "ông " + foreign[1],
        "Trung Quốc": partner.country, "Vân Nam": partner.province, "Côn Minh": partner.city,
        "Việt - Trung": f"Việt - {partner.short}",
        "Bí thư Tỉnh ủy Vân Nam": partner.secretary, "Bí thư Tỉnh ủy tỉnh Vân Nam": partner.secretary,
        "Bí thư Tỉnh ủy Vương Ninh": f"{' '.join(partner.secretary.split()[:-1])} {foreign[0]}",
    }  # fmt: skip
    if partner.country == "Hàn Quốc":
        changes |= {"Tổng Bí thư, Chủ tịch nước Trung Quốc": "Tổng thống Hàn Quốc"}
    if kind in {"000", "001"}:
        changes["Phó thủ tướng"] = draw.choice(DEPUTIES)
    if kind == "001":
        changes |= {"Ngoại trưởng": draw.choice(MINISTERS)}
    codes = {"CN": partner.code, "CN-YN": partner.province_code}
    glue = "_" if kind in {"000", "001"} and draw.random() < 0.5 else " "
    text, gold = _amounts(text, gold, draw)
    text = _substitute(text, changes, glue)
    if glue == " ":
        text = re.sub(r" (?=[,.;:!?](?:\s|$))", "", text.replace("_", " ")) if kind in {"000", "001"} else text
    if draw.random() < 0.5:
        other = {"tỷ": "tỉ", "tỉ": "tỷ"}
        text = re.sub(r"(?<=[\d\s])(tỷ|tỉ)(?=[\s_])", lambda m: other[m.group()], text)
    gold = _gold_text(gold, changes, codes)
    published = SEED_DAYS[kind]
    for stated in STATED_DAYS[kind]:
        old = date(published.year, *reversed([int(x) for x in stated.split("/")]))
        new = old - timedelta(days=draw.randrange(1, 27) if kind != "004" else draw.randrange(1, 20))
        text = text.replace(stated, f"{new.day}/{new.month}")
        gold = _shift(gold, {old.isoformat(): new.isoformat()})
        published = published - (old - new)
    return Variant(doc_id, text, published, {**gold, "doc_id": doc_id, "published": published.isoformat()})
