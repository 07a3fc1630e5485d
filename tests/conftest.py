"""What several test files need: invented articles, sources made of them, the command line as a user runs it, one report."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# the same examples on every run; no limit of time, for other work may share the machine
settings.register_profile("vnbilat", deadline=None, derandomize=True, max_examples=50)
settings.load_profile("vnbilat")

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


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder of three articles and metadata.csv."""
    folder = tmp_path / "source"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "metadata.csv").write_text(
        "doc_id,published,outlet,url\ntalks,2023-05-12,Báo Mẫu,https://mau.example/1\nvisit,2022-08-03,Báo Mẫu,\n", encoding="utf-8"
    )
    return folder


def write_lines(path: Path, count: int) -> Path:
    """A .jsonl of `count` short articles, every third one with a meeting and a figure in it."""
    texts = list(ARTICLES.values())
    with path.open("w", encoding="utf-8") as lines:
        for number in range(count):
            text = f"{texts[number % 3]}\nTin số {number} trong ngày."
            lines.write(json.dumps({"doc_id": f"n{number}", "text": text, "published": "2023-05-12"}, ensure_ascii=False) + "\n")
    return path


Cli = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    """Runs `vnbilat ...` in a process of its own, in an empty folder."""

    def run(*arguments: object, cwd: Path = tmp_path, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "vnbilat_lib", *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=300,
        )

    return run


@pytest.fixture
def shared() -> Path:
    """The folder with gold and tools that lies beside the checkout, where there is one."""
    if not (SHARED / "gold").is_dir():
        pytest.skip("../shared is not here")
    return SHARED


@pytest.fixture(scope="session")
def seeds_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of one report of the seeds, made once; tests that use it belong to the xdist group `report`."""
    out = tmp_path_factory.mktemp("report") / "seeds"
    run = subprocess.run(
        [sys.executable, "-m", "vnbilat_lib", "report", str(ROOT / "seeds"), "--out", str(out)],
        cwd=out.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert run.returncode == 0, run.stderr
    return out
