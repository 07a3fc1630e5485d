"""The command line: parse arguments, one library call, print."""

from __future__ import annotations

import argparse
import csv
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from vnbilat_lib.errors import UsageError, VnbilatError
from vnbilat_lib.progress import Progress

DONE, PROBLEMS, USAGE = 0, 1, 2
SHOWN_PROBLEMS = 5
SOURCE = (
    "a folder of articles, a file, a pattern ('news/*.jsonl.gz') or an address (s3://...): text, HTML, JSON Lines, CSV, Parquet, "
    "WARC, also zipped; vnbilat looks into the files, their names do not matter"
)

EXAMPLES = """\
examples:
  vnbilat report seeds                              code the articles in seeds/ and write outputs/seeds/index.html
  vnbilat report news.jsonl -p lang=en -p partner=CN-YN
  vnbilat extract news.jsonl.gz --out study1        only the dataset
  vnbilat score gold.jsonl study1/dataset           accuracy against hand-coded articles
  vnbilat new my-study                              a folder with notebooks and an example of one's own
  vnbilat handout course --lang en                  the teaching units for students, without solutions
exit codes: 0 done; 1 done with problems, or failed; 2 wrong usage
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; gives its exit code."""
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")  # gives back what is written; measured: 20 MB less, no slower
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal without Vietnamese letters must not end a run
    options = vars(_parser().parse_args(arguments))
    command: Callable[..., int] = options.pop("command")
    try:
        return command(**options)
    except VnbilatError as error:
        print(f"vnbilat: {error}", file=sys.stderr)
        return USAGE if isinstance(error, UsageError) else PROBLEMS
    except KeyboardInterrupt:
        print("vnbilat: stopped; what was coded is kept: the same command goes on from there", file=sys.stderr)
    except BrokenPipeError:
        sys.stderr.close()
    except OSError as error:
        print(
            f"vnbilat: {error.filename or ''}: {error.strerror or error}; see that the place exists and can be written",
            file=sys.stderr,
        )
    return PROBLEMS


def _parser() -> argparse.ArgumentParser:
    """The table of commands."""
    top = argparse.ArgumentParser(
        prog="vnbilat",
        description="Codes Vietnamese news on bilateral relations: persons, meetings and trade figures, each with its evidence.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action=_Version, nargs=0, dest=argparse.SUPPRESS, help="print the version and exit")
    commands = top.add_subparsers(metavar="COMMAND", required=True)

    report = _command(
        commands, _report, "report", "code a source, run the notebooks and write a report", "vnbilat report seeds -p lang=en"
    )
    _add_extraction(report)
    report.add_argument(
        "-p", "--parameter", action="append", default=[], metavar="NAME=VALUE", help="a notebook parameter; may be repeated"
    )
    report.add_argument("-f", "--parameters", metavar="FILE", help="a YAML file of notebook parameters; -p wins over it")

    extract = _command(
        commands, _extract, "extract", "code a source and write its dataset", "vnbilat extract news.jsonl --partner CN"
    )
    _add_extraction(extract)
    extract.add_argument("--published-from", metavar="DAY", help="only articles that came out on or after this day (YYYY-MM-DD)")
    extract.add_argument("--published-to", metavar="DAY", help="only articles that came out on or before this day")
    extract.add_argument("--partner", metavar="CODE", help="only meetings and figures with this economy (CN, CN-YN, EU ...)")
    extract.add_argument("--no-texts", action="store_false", dest="texts", help="leave texts.parquet out")

    score = _command(
        commands, _score, "score", "measure coded articles against gold", "vnbilat score gold.jsonl outputs/news/dataset --errors"
    )
    score.add_argument("gold", metavar="GOLD", help="hand-coded articles, JSON Lines in the codebook's format")
    score.add_argument("coded", metavar="CODED", help="a dataset folder or a coded.jsonl")
    score.add_argument(
        "--texts", metavar="FILE", help="JSON Lines with doc_id and text, to check quotes (a dataset brings its own)"
    )
    score.add_argument("--errors", action="store_true", help="list what was missed and made up")
    score.add_argument("--json", action="store_true", dest="as_json", help="print JSON")

    new = _command(commands, _new, "new", "make a study folder of one's own", "vnbilat new my-study")
    new.add_argument("folder", metavar="DIR", help="the folder to make")

    lab = _command(commands, _lab, "lab", "start JupyterLab in a study folder", "vnbilat lab my-study")
    lab.add_argument("folder", metavar="DIR", nargs="?", default=None, help="the study folder (default: where you are)")

    handout = _command(commands, _handout, "handout", "write the teaching units for students", "vnbilat handout course --lang en")
    handout.add_argument("folder", metavar="DIR", help="where to write notebooks and the articles that they read")
    handout.add_argument("--lang", choices=("vi", "en"), default="vi", help="the language of the copies (default: vi)")
    handout.add_argument("--solutions", action="store_true", help="the teacher's copies, with solutions")
    return top


def _command(commands: Any, call: Callable[..., int], name: str, summary: str, example: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=summary,
        description=f"{summary[0].upper()}{summary[1:]}.",
        epilog=f"example: {example}",
        allow_abbrev=False,
    )
    parser.set_defaults(command=call)
    return parser


def _add_extraction(parser: argparse.ArgumentParser) -> None:
    from vnbilat_lib.engine import ENGINES

    parser.add_argument("source", metavar="SOURCE", help=SOURCE)
    parser.add_argument(
        "--columns",
        type=_columns,
        metavar="FIELD=NAME,...",
        help="columns of tables whose names do not tell: text, title, published, url, outlet, doc_id (text=than_bai,title=tua)",
    )
    parser.add_argument("--out", metavar="DIR", help="where to write (default: outputs/NAME-OF-SOURCE)")
    parser.add_argument("--all", action="store_true", dest="all_articles", help="code every article, not only the relevant ones")
    parser.add_argument("--all-persons", action="store_true", help="keep persons without office or meeting in actors too")
    parser.add_argument(
        "--engine",
        metavar="ENGINE",
        default=ENGINES[0],
        help="what runs the work: processes (of this machine, the default), dask, or the address of a Dask scheduler (tcp://HOST:8786)",
    )
    parser.add_argument("--workers", type=_count, metavar="N", help="number of worker processes (default: one a core)")
    parser.add_argument(
        "--resume",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="skip what is coded already with the same input, options and version (the default), or code all anew",
    )


def _columns(text: str) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in text.split(",")]
    if not all(field.strip() and name.strip() for field, _, name in pairs):
        raise argparse.ArgumentTypeError(f"must be FIELD=NAME, with commas between several, not {text!r}")
    return {field.strip(): name.strip() for field, _, name in pairs}


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1, not {text!r}")
    return int(text)


class _Version(argparse.Action):
    """Prints the version; looked up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"vnbilat {version('vnbilat')}")
        parser.exit(DONE)


@contextmanager
def _progress() -> Iterator[Progress]:
    progress = Progress(sys.stderr)
    try:
        yield progress
    finally:
        progress.clear()


def _extract(source: str, out: str | None, **options: Any) -> int:
    from vnbilat_lib.study import extract

    with _progress() as progress:
        study = extract(source, out, on_progress=progress, **options)
    rows: dict[str, int] = json.loads((study.path.parent / "run.json").read_text(encoding="utf-8"))["rows"]
    tables = ("articles", "persons", "meetings", "trade_figures")
    print(f"{study.path}: " + ", ".join(f"{rows[table]} {table.replace('_', ' ')}" for table in tables))
    if rows["set_aside"]:
        aside = _count_of(rows["set_aside"], "article")
        print(f"{aside} without words of a meeting or trade figure: listed, not coded (see --all)")
    if rows["undated"] and (options["published_from"] or options["published_to"]):
        print(f"{_count_of(rows['undated'], 'article')} of unknown date: kept")
    return _tell_problems(study.path / "problems.csv", rows["problems"])


def _tell_problems(path: Path, number: int) -> int:
    """The first problems of a study on the error stream; the exit code that they make."""
    if not number:
        return DONE
    print(f"vnbilat: {_count_of(number, 'problem')}, listed in {path}:", file=sys.stderr)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in islice(csv.DictReader(lines), SHOWN_PROBLEMS):
            place = ":".join(part for part in (row["path"], row["position"]) if part)
            where = " ".join(part for part in (place, row["doc_id"], row["stage"]) if part)
            print(f"  {where}: {row['error']}", file=sys.stderr)
    return PROBLEMS


def _count_of(number: int, thing: str) -> str:
    """A number of things.

    >>> _count_of(1, "problem"), _count_of(2, "problem")
    ('1 problem', '2 problems')
    """
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _report(source: str, out: str | None, parameter: list[str], parameters: str | None, **options: Any) -> int:
    from vnbilat_lib.report import report

    given = _read_parameters(parameters) | dict(_pair(text) for text in parameter)
    with _progress() as progress:
        made = report(source, out=out, parameters=given, on_progress=progress, **options)
    print(made.out / "index.html")
    for name in made.failed:
        print(f"vnbilat: the notebook {name} stopped with an error: see {made.out / f'{name}.html'}", file=sys.stderr)
    if made.problems:
        print(f"vnbilat: {_count_of(made.problems, 'problem')}: see {made.out / 'dataset' / 'problems.csv'}", file=sys.stderr)
    return PROBLEMS if made.failed or made.problems else DONE


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise UsageError(f"-p {text!r}: write a parameter as NAME=VALUE, such as -p lang=en")
    return name.strip(), value.strip()


def _read_parameters(path: str | None) -> dict[str, object]:
    """The parameters of a YAML file."""
    if path is None:
        return {}
    import yaml

    try:
        values = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UsageError(f"{path}: cannot be read as YAML: {' '.join(str(error).split())}") from error
    if not isinstance(values, dict):
        raise UsageError(f"{path}: write one parameter a line, NAME: VALUE")
    return {str(name): value for name, value in values.items()}


def _score(gold: str, coded: str, texts: str | None, *, errors: bool, as_json: bool) -> int:
    from vnbilat_lib.scoring import score

    result = score(gold, coded, texts=texts)
    if errors:
        for fault in result.errors:
            print(fault)
    print(json.dumps(result.to_dict(), ensure_ascii=False) if as_json else result)
    return DONE


def _new(folder: str) -> int:
    from vnbilat_lib import workspace

    made = workspace.new(folder)
    print(f"{made}: next: cd {made} && vnbilat report articles, or vnbilat lab")
    return DONE


def _lab(folder: str | None) -> int:
    from vnbilat_lib import workspace

    return workspace.lab(folder)


def _handout(folder: str, *, lang: Any, solutions: bool) -> int:
    from vnbilat_lib.teaching import handout

    for path in handout(folder, lang=lang, solutions=solutions):
        print(path)
    return DONE
