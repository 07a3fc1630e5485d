"""Speed and memory of `vnbilat extract` on a file or folder of articles: run by hand, not by pytest.

    python tests/bench/corpus.py news.jsonl.gz [--limit N] [--workers 1 2]

Prints articles a second, seconds of each pass, and the peak of memory of the parent and of its largest worker.
"""

from __future__ import annotations

import argparse
import cProfile
import gzip
import pstats
import resource
import tempfile
import time
from itertools import islice
from pathlib import Path

import vnbilat_lib as vb
from vnbilat_lib import pipeline
from vnbilat_lib.doc import Doc
from vnbilat_lib.sources import open_source, parse, read_items


def cut(source: Path, limit: int, folder: Path) -> Path:
    """The first `limit` lines of a .jsonl(.gz) as a file of their own; the source itself without a limit."""
    if not limit:
        return source
    with (gzip.open if source.suffix == ".gz" else open)(source, "rt", encoding="utf-8") as lines:
        (folder / "cut.jsonl").write_text("".join(islice(lines, limit)), encoding="utf-8")
    return folder / "cut.jsonl"


def megabytes(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


def time_stages(source: Path, limit: int) -> None:
    """Milliseconds an article and stage, in this process."""
    articles = [article for item in islice(read_items(open_source(source)), limit) for article in [parse(item)[0]] if article]
    spent = dict.fromkeys((stage.__name__ for stage in pipeline.STAGES), 0.0)
    for article in articles:
        doc = Doc(article)
        for stage in pipeline.STAGES:
            began = time.perf_counter()
            doc = stage(doc)
            spent[stage.__name__] += time.perf_counter() - began
    for name, seconds in spent.items():
        print(f"  {name:20} {1000 * seconds / len(articles):7.3f} ms an article")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("--limit", type=int, default=0, help="only the first N lines")
    parser.add_argument("--workers", type=int, nargs="+", default=[2])
    parser.add_argument("--stages", type=int, default=0, metavar="N", help="also time each stage on N articles")
    parser.add_argument("--profile", action="store_true", help="also profile one worker's run")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source, ends = cut(options.source, options.limit, Path(folder)), list[float]()
        for workers in options.workers:
            began = time.perf_counter()
            study = vb.extract(
                source, Path(folder) / f"out{workers}", workers=workers, on_progress=lambda *_: ends.append(time.perf_counter())
            )
            seconds, first = time.perf_counter() - began, ends[-1] - began
            count = len(study.articles)
            print(
                f"{workers} workers: {count} articles, {seconds:.1f} s ({first:.1f} s coding), {count / seconds:.0f} articles/s"
            )
        print(f"peak: {megabytes(resource.RUSAGE_SELF):.0f} MB, largest worker {megabytes(resource.RUSAGE_CHILDREN):.0f} MB")
        if options.stages:
            time_stages(source, options.stages)
        if options.profile:
            profile = cProfile.Profile()
            profile.runcall(vb.extract, source, Path(folder) / "profiled", workers=1)
            pstats.Stats(profile).sort_stats("cumulative").print_stats(40)


if __name__ == "__main__":
    main()
