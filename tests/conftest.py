"""What several test files need: sources of invented articles, the command line as a user runs it, one report."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from samples import ARTICLES, ROOT, SHARED

import vnbilat_lib as vb
from vnbilat_lib import report

# the same examples on every run; no limit of time, for other work may share the machine
settings.register_profile("vnbilat", deadline=None, derandomize=True, max_examples=50)
settings.load_profile("vnbilat")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder of three articles and metadata.csv."""
    folder = tmp_path / "source"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "metadata.csv").write_text(
        "doc_id,published,outlet,url\ntalks,2023-05-12,Báo Mẫu,https://mau.example/1\nvisit,2022-08-03,Báo Mẫu,\n",
        encoding="utf-8",
    )
    return folder


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
def seeds_study(tmp_path_factory: pytest.TempPathFactory) -> vb.Study:
    """The seeds coded, once."""
    return vb.extract(ROOT / "seeds", tmp_path_factory.mktemp("study") / "seeds")


@pytest.fixture(scope="session")
def seeds_report(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of one report of the seeds, made once for all workers of a test run."""
    if worker_id == "master":
        return make_report(tmp_path_factory.mktemp("report"))
    folder = tmp_path_factory.getbasetemp().parent / "report"  # the workers' common folder
    try:
        folder.mkdir()
    except FileExistsError:  # another worker makes it
        limit = time.monotonic() + 300
        while not (folder / "done").exists():
            assert time.monotonic() < limit, "the report was not made"
            time.sleep(0.2)
        return folder / "seeds"
    try:
        return make_report(folder)
    finally:
        (folder / "done").touch()


def make_report(folder: Path) -> Path:
    run = subprocess.run(
        [sys.executable, "-m", "vnbilat_lib", "report", str(ROOT / "seeds"), "--out", str(folder / "seeds")],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert run.returncode == 0, run.stderr
    return folder / "seeds"


TALKS_WITH_LAOS = (
    "Ngày 12/5/2023, tại Hà Nội, Bộ trưởng Ngoại giao Lê Quang Vĩnh hội đàm với Bộ trưởng Ngoại giao Lào Khăm-phủi. "
    "Năm 2022, kim ngạch thương mại giữa Việt Nam và Lào đạt <b>1,7 tỷ USD</b>. "
)
ATTACKS = (
    {
        "doc_id": "<svg onload=alert(1)>",
        "title": "</title><script>alert('t')</script> **đậm** \u202egnort <img src=x onerror=alert(1)>",
        "outlet": "=cmd|' /C calc'!A0 \u2067<i>",
        "text": TALKS_WITH_LAOS
        + "</details></td></table><script>alert('x')</script> **Việt - Lào** [bấm](javascript:alert(1)) $5 tỷ$ `mã` \u202eđảo",
    },
    {
        "doc_id": "dài",
        "title": "T" * 100_000,
        "outlet": "O" * 3000,
        "text": TALKS_WITH_LAOS + "x" * 1_000_000 + " " + TALKS_WITH_LAOS,
    },
    {
        "doc_id": "tên",
        "title": "Tên dài",
        "outlet": "Báo Mẫu",
        "text": f"Ngày 13/5/2023, Thủ tướng Phạm Minh Chính hội đàm với Thủ tướng Lào {'Son' * 400} {'Xay' * 400}. "
        + "Bộ trưởng " * 2000,
    },
)


@pytest.fixture(scope="session")
def hostile_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a report of articles that attack a page: markup, scripts, Markdown, formulas, turned text, endless words."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "src").mkdir()
    lines = [json.dumps({"published": "2023-05-14", **attack}, ensure_ascii=False) for attack in ATTACKS]
    (folder / "src" / "a&b <i>.jsonl").write_text("\n".join(lines), encoding="utf-8")
    made = report.report(folder / "src", folder / "out", say=lambda _: None)
    assert made.failed == ()
    return made.out
