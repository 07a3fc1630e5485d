"""Time of `analyze` on a line of a million characters of each worst case: run by hand, not by pytest.

    python tests/bench/worst.py [--size 1000000] [--only NAME ...]

Prints for each the seconds of a quarter of the line and of the whole, their ratio (4 where time grows with the length only), and the slowest stage.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from patterns import WORST, repeated, varied

from vnbilat_lib import pipeline
from vnbilat_lib.doc import Article, Doc


def time_stages(text: str) -> dict[str, float]:
    """Processor seconds of each stage."""
    doc, spent = Doc(Article("worst", text)), dict[str, float]()
    for stage in pipeline.STAGES:
        began = time.process_time()
        doc = stage(doc)
        spent[stage.__name__] = time.process_time() - began
    return spent


def make(name: str, size: int) -> str:
    """The line of a worst case."""
    return varied(size) if name == "varied" else repeated(WORST[name], size)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--only", nargs="+", default=[*WORST, "varied"], metavar="NAME")
    options = parser.parse_args()
    time_stages(repeated(WORST["full meetings"], 2000))  # the word lists are read
    for name in options.only:
        quarter, whole = (time_stages(make(name, size)) for size in (options.size // 4, options.size))
        slowest = max(whole, key=whole.__getitem__)
        part, total = sum(quarter.values()), sum(whole.values())
        told = f"{name:24} {part:7.2f} s {total:7.2f} s  x{total / max(part, 0.001):4.1f}  {slowest} {whole[slowest]:.2f} s"
        print(told, flush=True)


if __name__ == "__main__":
    main()
