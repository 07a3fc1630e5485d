"""Invented articles."""

from __future__ import annotations

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

TALKS = (
    "Việt Nam và Hà Lan bàn về quản lý nước\n\n"
    "Sáng 12/5/2023, tại Hà Nội, Bộ trưởng Ngoại giao Việt Nam Lê Quang Vĩnh đã hội đàm với Bộ trưởng Ngoại giao Hà Lan Jan van Dalen.\n"
    "Theo ông Lê Quang Vĩnh, năm 2022 kim ngạch thương mại giữa Việt Nam và Hà Lan đạt 11,2 tỷ USD, tăng 35% so với năm 2021."
)
VISIT = (
    "Chủ tịch Quốc hội Lào thăm tỉnh Nghệ An\n\n"
    "Ngày 3/8/2022, Chủ tịch Quốc hội Lào Bounmy Vongsa đã đến thăm tỉnh Nghệ An. Cùng ngày, ông đã gặp Bí thư Tỉnh ủy Nghệ An Trần Hữu Sơn."
)
MARKET = "Giá rau tại chợ đầu mối tăng nhẹ\n\nSáng nay, giá rau cải tại chợ tăng 5%. Bà Nguyễn Thị Hoa cho biết rau về ít hơn mọi ngày."
DUTCH = "De minister sprak gisteren met zijn ambtgenoot over de samenwerking tussen beide landen. Volgens hem gaat het goed met de handel."
ARTICLES = {"talks": TALKS, "visit": VISIT, "market": MARKET}


def write_lines(path: Path, count: int) -> Path:
    """A .jsonl of `count` short articles, every third one with a meeting and a figure in it."""
    texts = list(ARTICLES.values())
    with path.open("w", encoding="utf-8") as lines:
        for number in range(count):
            text = f"{texts[number % 3]}\nTin số {number} trong ngày."
            lines.write(json.dumps({"doc_id": f"n{number}", "text": text, "published": "2023-05-12"}, ensure_ascii=False) + "\n")
    return path


def notebook(path: Path, sources: list[str], tags: list[str] | None = None) -> Path:
    """A notebook of a heading and cells of code, written to `path`."""
    import nbformat

    cells = [nbformat.v4.new_markdown_cell(f"# Trang {path.stem}\n\nMột đoạn.")]
    cells += [nbformat.v4.new_code_cell(source, metadata={"tags": tags or []}) for source in sources]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    return path
