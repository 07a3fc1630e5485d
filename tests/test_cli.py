from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Cli
from samples import ROOT, TALKS, write_lines

from vnbilat_lib import cli as module


def test_extract_writes_the_dataset_and_says_where(cli: Cli, source: Path, tmp_path: Path) -> None:
    run = cli("extract", source)
    assert (run.returncode, run.stderr) == (0, "")
    assert "outputs/source/dataset: 3 articles" in run.stdout
    assert "1 article without words of a meeting or trade figure: listed, not coded" in run.stdout
    assert (tmp_path / "outputs" / "source" / "dataset" / "articles.parquet").exists()


def test_undated_articles_pass_a_date_filter_and_are_counted(cli: Cli, source: Path) -> None:
    run = cli("extract", source, "--published-from", "2023-01-01")
    assert "2 articles, " in run.stdout
    assert "1 article of unknown date: kept" in run.stdout


def test_problems_end_with_exit_code_1_and_are_named(cli: Cli, source: Path) -> None:
    (source / "empty.txt").write_bytes(b"")
    run = cli("extract", source, "--all", "--all-persons", "--no-texts", "--out", "x")
    assert run.returncode == 1
    assert "vnbilat: 1 problem, listed in" in run.stderr
    assert "empty.txt empty source: the file is empty" in run.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["extract", "nowhere"], 2, "vnbilat: nowhere: no such folder or file; give a folder"),
        (["report", "nowhere"], 2, "vnbilat: nowhere: no such folder or file; give a folder"),
        (["extract", "source", "--partner", "XX"], 2, "'XX'"),
        (["extract", "source", "--published-from", "12/5"], 2, "write it as 2017-02-10"),
        (["extract", "source", "--workers", "0"], 2, "a whole number from 1"),
        (["extract", "source", "--engine", "spark"], 2, "choose processes, dask"),
        (["extract"], 2, "the following arguments are required: SOURCE"),
        (["extrac", "source"], 2, "invalid choice"),
        ([], 2, "required: COMMAND"),
        (["extract", "empty"], 1, "vnbilat: empty: no articles here; put files"),
        (["report", "source", "-p", "lang"], 2, "NAME=VALUE"),
        (["report", "source", "-f", "nowhere.yaml"], 2, "nowhere.yaml: cannot be read"),
        (["report", "source", "-f", "list.yaml"], 2, "list.yaml: write one parameter a line"),
        (["report", "source", "-p", "nix=1"], 2, "nix"),
        (["report", "source", "-p", "partner=XX"], 2, "allowed: AD, AE"),
        (["score", "nowhere.jsonl", "source"], 1, "vnbilat: "),
        (["new", "source"], 1, "not empty"),
        (["lab", "nowhere"], 1, "no folder"),
        (["extract", "source", "--out", "list.yaml"], 2, "is a file"),
    ],
)
def test_a_mistake_is_one_clear_line_and_an_exit_code(
    cli: Cli, source: Path, tmp_path: Path, arguments: list[str], code: int, told: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "list.yaml").write_text("- a\n", encoding="utf-8")
    run = cli(*arguments)
    assert run.returncode == code, run.stderr
    assert told in run.stderr
    assert "Traceback" not in run.stderr
    assert not run.stdout


def test_help_and_version(cli: Cli) -> None:
    assert "examples:" in cli("--help").stdout
    for command in ("report", "extract", "score", "new", "lab", "handout"):
        run = cli(command, "--help")
        assert (run.returncode, f"example: vnbilat {command}" in run.stdout) == (0, True)


@pytest.mark.parametrize("command", ["report", "extract", "score", "new", "lab", "handout"])
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert f"vnbilat {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_score_prints_text_or_json_and_lists_errors(cli: Cli, tmp_path: Path) -> None:
    person = {"name": "Lê Quang Vĩnh", "role": None, "country": "VN"}
    (tmp_path / "gold.jsonl").write_text(json.dumps({"doc_id": "1", "persons": [person]}), encoding="utf-8")
    (tmp_path / "coded.jsonl").write_text(json.dumps({"doc_id": "1", "persons": []}), encoding="utf-8")
    run = cli("score", "gold.jsonl", "coded.jsonl", "--errors")
    assert run.returncode == 0
    assert "missed person    1  Lê Quang Vĩnh" in run.stdout
    assert "F1 0.000" in run.stdout
    figures = json.loads(cli("score", "gold.jsonl", "coded.jsonl", "--json").stdout)
    assert figures["persons"]["gold"] == 1


def test_score_takes_the_texts_of_a_dataset(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"doc_id": "a", "text": TALKS, "published": "2023-05-12"}), encoding="utf-8")
    assert cli("extract", "a.jsonl", "--out", "x").returncode == 0
    run = cli("score", "x/dataset/coded.jsonl", "x/dataset", "--texts", "a.jsonl")
    assert "persons                P 1.000  R 1.000  F1 1.000" in run.stdout


def test_a_terminal_without_vietnamese_letters_ends_no_run(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "Tin tức"
    folder.mkdir()
    (folder / "tin.txt").write_text(TALKS, encoding="utf-8")
    run = cli("extract", folder, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert run.returncode == 0, run.stderr


def test_resume_takes_the_same_options(cli: Cli, tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", 130)
    assert cli("extract", "a.jsonl", "--resume", "--workers", "2").returncode == 0


def test_parameters_come_from_yaml_and_from_the_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from vnbilat_lib import report
    from vnbilat_lib.report import Report

    seen = {}

    def fake(source: str, **options: object) -> Report:
        seen.update(options, source=source)
        return Report(tmp_path, (), 0)

    monkeypatch.setattr(report, "report", fake)
    (tmp_path / "p.yaml").write_text("lang: vi\nmax_rows: 5\n", encoding="utf-8")
    assert module.main(["report", "seeds", "-f", str(tmp_path / "p.yaml"), "-p", "lang=en", "--all-persons"]) == 0
    assert seen["parameters"] == {"lang": "en", "max_rows": 5}
    assert (seen["all_articles"], seen["all_persons"]) == (False, True)
    assert capsys.readouterr().out.strip() == str(tmp_path / "index.html")
