"""What runs on whole corpora cost, and whether broken ones end in the same bytes; see README.md beside this file."""

from __future__ import annotations

import argparse
import gzip
import hashlib
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SMALL = 1_000  # articles of the lesser run whose memory is compared
POLL = 0.05  # seconds
During = Callable[["subprocess.Popen[bytes]", float], None]


@dataclass(frozen=True)
class Run:
    """A run of `vnbilat extract`: its seconds, those of processors, and the peak of memory of its largest process in MB."""

    seconds: float
    processor: float
    peak: float
    code: int
    errors: str


def extract(source: Path, out: Path, *options: str, during: During | None = None) -> Run:
    """Codes `source` in a process of its own; `during` is called again and again with it and the seconds so far."""
    command = [sys.executable, "-m", "vnbilat_lib", "extract", str(source), "--out", str(out), *options]
    began, spent = time.perf_counter(), processor_time()
    with out.with_name(f"{out.name}.log").open("w+b") as log:
        run = subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, "PYTHONPATH": str(ROOT)})
        peaks: dict[int, float] = {}
        while run.poll() is None:
            for pid in [run.pid, *children(run.pid)]:
                peaks[pid] = max(peak_of(pid), peaks.get(pid, 0.0))
            if during:
                during(run, time.perf_counter() - began)
            time.sleep(POLL)
        seconds = time.perf_counter() - began
        log.seek(0)
        return Run(seconds, processor_time() - spent, max(peaks.values()), run.returncode, log.read().decode())


def processor_time() -> float:
    """Seconds of processors that ended child processes took, with those that they started."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def children(pid: int) -> list[int]:
    """The processes that a process started, and those that these started."""
    try:
        found = [int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()]
    except OSError:
        return []
    return found + [more for child in found for more in children(child)]


def peak_of(pid: int) -> float:
    """The most memory that a process has held, in MB; 0 where it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)


def lines_of(source: Path) -> Iterator[str]:
    with gzip.open(source, "rt", encoding="utf-8") if source.suffix == ".gz" else source.open(encoding="utf-8") as lines:
        yield from lines


def count(source: Path) -> int:
    return sum(1 for _ in lines_of(source))


def cut(source: Path, folder: Path, last: int | None) -> Path:
    """The first articles of a JSON Lines file as a file of their own."""
    path = folder / f"first-{last}.jsonl"
    path.write_text("".join(islice(lines_of(source), last)), encoding="utf-8")
    return path


def digest(out: Path) -> str:
    """A digest of all files of a dataset."""
    whole = hashlib.sha256()
    for path in sorted((out / "dataset").iterdir()):
        whole.update(path.name.encode() + path.read_bytes())
    return whole.hexdigest()[:16]


# ---- cost ----


def rate(source: Path, folder: Path, *, asked: tuple[str, ...] = ()) -> str:
    run, articles = extract(source, folder / "out", *asked), count(source)
    processor = 1000 * run.processor / articles
    told = f"{articles} articles in {run.seconds:.1f} s, {articles / run.seconds:.0f} a second"
    return f"{told}; {processor:.2f} ms of a processor an article; {run.peak:.0f} MB"


def memory(source: Path, folder: Path) -> str:
    small, whole = (extract(cut(source, folder, last), folder / f"out-{last}").peak for last in (SMALL, None))
    return f"{small:.0f} MB for {SMALL} articles, {whole:.0f} MB for {count(source)}: {whole / small - 1:+.0%}"


def double(source: Path, folder: Path) -> str:
    half = count(source) // 2
    once, twice = (extract(cut(source, folder, last), folder / f"out-{last}").seconds for last in (half, 2 * half))
    return f"{half} articles {once:.1f} s, {2 * half} articles {twice:.1f} s: {twice / once:.2f} times"


def workers(source: Path, folder: Path) -> str:
    one, two = (extract(source, folder / number, "--workers", number).seconds for number in "12")
    return f"1 takes {one:.1f} s, 2 take {two:.1f} s: {one / two:.2f} times as fast"


def start(source: Path, folder: Path) -> str:
    article = cut(source, folder, 1)
    seconds = [extract(article, folder / f"out-{number}", "--all").seconds for number in range(5)]
    return f"{min(seconds):.2f} s from the command to the dataset of one article, best of {len(seconds)}"


# ---- broken runs ----


def kills(source: Path, folder: Path, times: int, seed: int) -> str:
    """Runs that are broken at random points and go on."""
    whole = extract(source, folder / "whole", "--workers", "2")
    expected, chance = digest(folder / "whole"), random.Random(seed)
    size = sum(path.stat().st_size for path in (folder / "whole" / "dataset").iterdir())
    same = 0
    for number in range(1, times + 1):
        kind, point, out = chance.choice(("worker", "parent", "disk")), chance.uniform(0.02, 0.98), folder / f"kill{number}"
        if kind == "disk":
            found = full_disk(source, out, space=int(point * 2 * size), enough=5 * size)
        else:
            found = killed(source, out, parent=kind == "parent", after=point * whole.seconds)
        same += found == expected
        told = "the same bytes" if found == expected else f"OTHER BYTES: {found}"
        print(f"  {number:2} {kind:6} at {point:4.0%}: {told}", flush=True)
    return f"the same bytes {same} of {times}"


def killed(source: Path, out: Path, *, parent: bool, after: float) -> str:
    """The digest of a run of which a worker, or the parent, was killed; in the latter case it is begun again."""
    victims: list[int] = []

    def kill(run: subprocess.Popen[bytes], seconds: float) -> None:
        found = [run.pid] if parent else children(run.pid)[:1]
        if seconds >= after and found and not victims:
            victims.extend(found)
            os.kill(found[0], signal.SIGKILL)

    run = extract(source, out, "--workers", "2", during=kill)
    if parent and run.code != 0:
        run = extract(source, out, "--workers", "2")
    return digest(out) if run.code == 0 else run.errors


def full_disk(source: Path, out: Path, *, space: int, enough: int) -> str:
    """The digest of a run on a disk of `space` bytes, begun again when it has `enough`; needs user namespaces (unshare)."""
    run = f"{sys.executable} -m vnbilat_lib extract {source.resolve()} --out {out}/run --workers 2"
    script = f"""
        mount -t tmpfs -o size={space} none {out} && cd {ROOT} || exit 1
        {run} 2> {out}.errors && echo "it went into {space} bytes"
        mount -o remount,size={enough} {out}
        {run} 2>> {out}.errors && mv {out}/run {out}.copy
    """
    out.mkdir()
    done = subprocess.run(["unshare", "-rm", "sh", "-c", script], check=False, capture_output=True, text=True)
    errors = Path(f"{out}.errors").read_text() if Path(f"{out}.errors").exists() else done.stderr
    if "it went" in done.stdout or "the disk is full" not in errors or not Path(f"{out}.copy").exists():
        return f"{done.stdout} {errors}"
    return digest(Path(f"{out}.copy"))


def dask(source: Path, folder: Path) -> str:
    """A run on a Dask scheduler with two workers, one of which is killed in mid-run."""
    from distributed import LocalCluster

    whole = extract(source, folder / "processes", "--workers", "2")
    os.environ["PYTHONPATH"] = str(ROOT)  # for the cluster's workers
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster:
        victims = [next(iter(cluster.workers.values())).pid]

        def kill(_: subprocess.Popen[bytes], seconds: float) -> None:
            if victims and seconds >= whole.seconds / 2:
                os.kill(victims.pop(), signal.SIGKILL)

        run = extract(source, folder / "dask", "--engine", cluster.scheduler_address, during=kill)
    same = run.code == 0 and not victims and digest(folder / "dask") == digest(folder / "processes")
    told = "the same bytes" if same else f"OTHER BYTES: {run.errors}"
    return f"{whole.seconds:.1f} s by processes, {run.seconds:.1f} s by Dask with a worker killed: {told}"


ROWS: dict[str, Callable[..., str]] = {
    "rate": rate,
    "all": partial(rate, asked=("--all",)),
    "memory": memory,
    "double": double,
    "workers": workers,
    "start": start,
    "kills": kills,
    "dask": dask,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, help="articles as .jsonl or .jsonl.gz")
    parser.add_argument("rows", nargs="*", help=f"of {', '.join(ROWS)}; all by default")
    parser.add_argument("--limit", type=int, help="only the first N articles")
    parser.add_argument("--times", type=int, default=20, help="how many runs are broken")
    parser.add_argument("--seed", type=int, default=1, help="of the points at which they are")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = cut(options.source, folder, options.limit) if options.limit else options.source
        for row in options.rows or ROWS:
            (folder / row).mkdir()
            more = {"times": options.times, "seed": options.seed} if row == "kills" else {}
            print(f"{row}: {ROWS[row](source, folder / row, **more)}", flush=True)


if __name__ == "__main__":
    main()
