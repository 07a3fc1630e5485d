from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from samples import DUTCH, MARKET, ROOT, TALKS, write_lines

import vnbilat_lib as vb
from vnbilat_lib import engine, pipeline
from vnbilat_lib.doc import Doc, Meeting, Participant, Person, Span, TradeFigure
from vnbilat_lib.errors import UsageError, VnbilatError
from vnbilat_lib.study import assemble, choice, coding, corpus
from vnbilat_lib.study.choice import Choice
from vnbilat_lib.study.corpus import WORK


def digests(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((out / "dataset").iterdir())}


def test_extract_writes_a_dataset_and_an_account_of_the_run(source: Path, tmp_path: Path) -> None:
    study = vb.extract(source, tmp_path / "out")
    assert study.articles["doc_id"].tolist() == ["market", "talks", "visit"]
    assert study.articles["outlet"].fillna("").tolist() == ["", "Báo Mẫu", "Báo Mẫu"]
    assert study.articles["published"].dt.strftime("%F").fillna("").tolist()[1:] == ["2023-05-12", "2022-08-03"]
    account = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert account["rows"]["articles"] == 3
    assert set(account["inputs"]) == {"market.txt", "talks.txt", "visit.txt", "metadata.csv"}
    assert account["versions"]["python"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["dataset", "run.json"]


def test_out_is_outputs_and_the_name_of_the_source(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert vb.extract(source).path == Path("outputs/source/dataset")


def test_frames_have_days_and_nullable_types(source: Path, tmp_path: Path) -> None:
    study = vb.extract(source, tmp_path / "out")
    kinds = study.articles.dtypes.astype(str)
    assert kinds["published"] == "datetime64[us]"
    assert (kinds["chars"], kinds["relevant"], study.persons.dtypes.astype(str)["rank"]) == ("Int64", "boolean", "Int64")
    assert all(isinstance(cell, list) for cell in study.actors["roles"])


@pytest.mark.parametrize("name", ["evidence", "mentions"])
def test_every_stretch_leads_back_to_its_text(seeds_study: vb.Study, name: str) -> None:
    study = seeds_study
    assert study.texts is not None
    texts = dict(zip(study.texts["doc_id"], study.texts["text"], strict=True))
    frame = getattr(study, name)
    facts = dict(zip(study.meetings["meeting_id"], study.meetings["doc_id"], strict=True))
    facts |= dict(zip(study.trade_figures["figure_id"], study.trade_figures["doc_id"], strict=True))
    docs = frame["fact_id"].map(facts) if name == "evidence" else frame["doc_id"]
    assert len(frame)
    assert all(texts[doc][row.char_start : row.char_end] == row.text for doc, row in zip(docs, frame.itertuples(), strict=True))


def test_the_foreign_keys_of_the_tables_hold(seeds_study: vb.Study) -> None:
    from vnbilat_lib.dataset import TABLES

    keys = {table.name: table.key for table in TABLES}
    for table in TABLES:
        for column, other in table.foreign:
            values = getattr(seeds_study, table.name)[column].dropna()
            assert values.isin(getattr(seeds_study, other)[keys[other]]).all(), (table.name, column)
    for table in TABLES:
        if table.key:
            assert getattr(seeds_study, table.name)[table.key].is_unique


def test_the_datapackage_fits_what_was_written(seeds_study: vb.Study) -> None:
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(seeds_study.path / "datapackage.json"))
    assert [error.message for task in report.tasks for error in task.errors] == []
    assert report.stats["tasks"] >= 10


# ---- the same bytes ----


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_lines(tmp_path_factory.mktemp("lines") / "news.jsonl", 300)


@pytest.fixture(scope="module")
def alone(lines: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The dataset's bytes as one process makes them."""
    out = tmp_path_factory.mktemp("alone")
    vb.extract(lines, out, workers=1)
    return digests(out)


def test_other_workers_other_folder_locale_and_time_zone_give_the_same_bytes(
    lines: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    copy = tmp_path / "Thư mục khác" / "news.jsonl"
    copy.parent.mkdir()
    copy.write_bytes(lines.read_bytes())
    run = subprocess.run(
        [sys.executable, "-m", "vnbilat_lib", "extract", copy.name, "--out", "x", "--workers", "2"],
        cwd=copy.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TZ": "America/New_York", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"},
        check=False,
    )
    assert run.returncode == 0
    assert digests(copy.parent / "x") == alone


@pytest.mark.filterwarnings("ignore")
def test_dask_gives_the_same_bytes(lines: Path, alone: dict[str, bytes], tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    vb.extract(lines, tmp_path, engine="dask", workers=2)
    assert digests(tmp_path) == alone


SLOW = """
import sys, time
from vnbilat_lib.study import coding
import vnbilat_lib.study.corpus as corpus
def slowly(items, **options):
    time.sleep(0.4)
    return coding.code_batch(items, **options)
corpus.code_batch = slowly
corpus.extract(sys.argv[1], sys.argv[2], workers=int(sys.argv[3]))
"""


def begin(lines: Path, out: Path, workers: int) -> subprocess.Popen[bytes]:
    """A slow run, when two of its five batches are coded."""
    run = subprocess.Popen(
        [sys.executable, "-c", SLOW, str(lines), str(out), str(workers)], env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    for _ in range(600):
        time.sleep(0.05)
        if len(list((out / WORK).glob("*.jsonl"))) >= 2:
            break
    return run


def test_a_killed_run_goes_on_where_it_stopped(lines: Path, alone: dict[str, bytes], tmp_path: Path) -> None:
    out = tmp_path / "out"
    run = begin(lines, out, workers=1)
    run.kill()
    run.wait()
    assert 2 <= len(list((out / WORK).glob("*.jsonl"))) < 5
    assert not (out / "dataset").exists()
    kept: list[bool] = []
    vb.extract(lines, out, workers=1, on_progress=lambda *_, kept_=kept, kept=False: kept_.append(kept))
    assert kept.count(True) >= 2
    assert digests(out) == alone
    assert not (out / WORK).exists()


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells a process's children")
def test_a_run_of_which_a_worker_is_killed_ends_in_the_same_bytes(lines: Path, alone: dict[str, bytes], tmp_path: Path) -> None:
    run = begin(lines, tmp_path / "out", workers=2)
    worker = Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()[0]
    os.kill(int(worker), signal.SIGKILL)
    assert run.wait() == 0
    assert digests(tmp_path / "out") == alone


@pytest.mark.parametrize("written", [2, 5])  # while it codes, while it writes the dataset
def test_a_full_disk_leaves_no_half_files_and_the_run_goes_on(
    lines: Path, alone: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    out, parts = tmp_path / "out", list[Path]()
    with monkeypatch.context() as patch:

        def write(path: Path, text: str) -> None:
            if len(parts) == written:
                raise OSError(errno.ENOSPC, "No space left on device")
            parts.append(path)
            path.write_text(text, encoding="utf-8")

        patch.setattr(engine, "write_whole", write)
        with pytest.raises(VnbilatError, match="the disk is full; what was coded is kept"):
            vb.extract(lines, out, workers=1)
    assert sorted(path.name for path in out.iterdir()) == [WORK] if written == 2 else [WORK, "dataset"]
    assert sorted((out / WORK).glob("*.jsonl")) == parts
    vb.extract(lines, out, workers=1)
    assert digests(out) == alone


def test_a_dataset_that_is_whole_is_not_made_again(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def extract(**options: Any) -> bool:
        """Whether something was coded."""
        coded: list[str] = []
        vb.extract(source, tmp_path / "out", on_progress=lambda step, *_, **__: coded.append(step), **options)
        return bool(coded)

    assert extract()
    assert not extract()
    assert extract(resume=False)
    assert extract(partner="NL")
    assert extract()
    (tmp_path / "out" / "dataset" / "events.csv").unlink()
    assert extract()
    (source / "more.txt").write_text(TALKS, encoding="utf-8")
    assert extract()
    assert not extract()
    monkeypatch.setattr(corpus, "package_digest", lambda: "another version")
    with pytest.raises(VnbilatError, match="another version"):
        extract()


def test_a_source_without_end_of_memory_is_cut_into_batches_that_do_not_depend_on_workers(lines: Path) -> None:
    from vnbilat_lib.sources import open_source

    cut = list(coding.cut_batches(open_source(lines), Choice()))
    assert [len(batch.items) for batch in cut] == [64, 64, 64, 64, 44]
    assert cut[-1].share == 1.0
    assert [batch.file for batch in cut] == [batch.file for batch in coding.cut_batches(open_source(lines), Choice())]


# ---- what goes wrong ----


def test_nothing_is_lost_of_a_folder_of_bad_files(tmp_path: Path) -> None:
    folder = tmp_path / "bad"
    folder.mkdir()
    (folder / "a good.txt").write_text(TALKS, encoding="utf-8")
    (folder / "b empty.txt").write_bytes(b"")
    (folder / "c binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "d utf16.txt").write_text(TALKS, encoding="utf-16")
    (folder / "e script.txt").write_text(f"<script>alert(1)</script>\n# Tin *mới*\n=1+1\n{MARKET}", encoding="utf-8")
    (folder / "f dutch.txt").write_text(DUTCH, encoding="utf-8")
    (folder / "g nul.txt").write_text(f"{MARKET}\0{MARKET}", encoding="utf-8")
    (folder / "h long.txt").write_text(f"{TALKS} " + "tin tức " * 120_000, encoding="utf-8")
    (folder / "i digits.txt").write_text("1" * 100_000 + " tỷ USD", encoding="utf-8")
    (folder / "j lines.jsonl").write_text(
        '{"doc_id": "a good", "text": "Tin khác."}\n{"doc_id"\n{"doc_id": "j", "text": "\\ud800 Tin mới."}\n'
    )
    (folder / "metadata.csv").write_text("doc_id,published\na good,12/5\nnobody,2023-05-12\n", encoding="utf-8")
    study = vb.extract(folder, tmp_path / "out")
    status = dict(zip(study.articles["doc_id"], study.articles["status"], strict=True))
    assert set(status) == {"a good", "d utf16", "e script", "f dutch", "g nul", "h long", "i digits", "j"}
    assert status["a good"] == "coded"
    told = {(row.path, row.stage): row.error for row in study.problems.itertuples()}
    assert "empty" in told["b empty.txt", "source"]
    assert "binary" in told["c binary.txt", "source"]
    assert "2017-02-10" in told["a good.txt", "metadata"]
    assert "no article" in told["metadata.csv", "metadata"]
    assert {row.position for row in study.problems.itertuples() if row.path == "j lines.jsonl" and row.doc_id != "a good"} == {2}
    assert any("a good.txt" in row.error for row in study.problems.itertuples() if row.doc_id == "a good")
    csv = (tmp_path / "out" / "dataset" / "articles.csv").read_text(encoding="utf-8-sig")
    assert "\n=" not in csv
    assert study.articles.set_index("doc_id").loc["d utf16", "duplicate_of"] == "a good"


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux only")
def test_a_file_name_that_is_no_text_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "odd").mkdir()
    for name, data in {b"tin\xff.txt": TALKS.encode(), b"trang\xff.pdf": b"%PDF-1.4"}.items():
        (tmp_path / "odd" / os.fsdecode(name)).write_bytes(data)
    study = vb.extract(tmp_path / "odd", tmp_path / "out")
    assert study.articles[["doc_id", "path"]].to_numpy().tolist() == [["tin\ufffd", "tin\ufffd.txt"]]
    assert study.problems["path"].tolist() == ["trang\ufffd.pdf"]


def test_a_text_in_another_language_is_an_article_without_facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def tell_language(doc: Doc) -> Doc:
        return replace(doc, raw=doc.article.text, text=doc.article.text, language="nl")

    monkeypatch.setattr(pipeline, "STAGES", (tell_language, fail))
    (tmp_path / "a.txt").write_text(DUTCH, encoding="utf-8")
    study = vb.extract(tmp_path / "a.txt", tmp_path / "out")
    assert study.articles[["language", "status"]].to_numpy().tolist() == [["nl", "language"]]
    assert study.problems.empty


def test_what_is_not_relevant_is_listed_and_not_coded_unless_asked_for(source: Path, tmp_path: Path) -> None:
    study = vb.extract(source, tmp_path / "out")
    articles = study.articles.set_index("doc_id")
    assert articles["status"].to_dict() == {"market": "set_aside", "talks": "coded", "visit": "coded"}
    assert articles["relevant"].to_dict() == {"market": False, "talks": True, "visit": True}
    assert articles.loc["market", "title"] == MARKET.split("\n")[0]
    assert "market" not in set(study.persons["doc_id"])
    every = vb.extract(source, tmp_path / "out", all_articles=True, resume=True)
    assert every.articles["status"].tolist() == ["coded"] * 3
    assert every.articles["relevant"].tolist() == [False, True, True]
    assert "market" in set(every.persons["doc_id"])
    assert json.loads((tmp_path / "out" / "run.json").read_text())["parameters"]["all_articles"] is True


def fail(doc: Doc) -> Doc:
    raise ZeroDivisionError(f"no luck with\n{doc.doc_id}")


def normalize(doc: Doc) -> Doc:
    return replace(doc, raw=doc.article.text, text=doc.article.text, language="vi")


def name_somebody(doc: Doc) -> Doc:
    return replace(doc, persons=(Person("Lê Quang Vĩnh", None, None),))


def test_a_stage_that_fails_is_a_problem_and_the_others_go_on(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "STAGES", (normalize, fail, name_somebody))
    study = vb.extract(source, tmp_path / "out", workers=1, all_articles=True)
    assert study.articles["status"].unique().tolist() == ["incomplete"]
    assert study.persons["name"].tolist() == ["Lê Quang Vĩnh"] * 3
    assert study.problems["stage"].unique().tolist() == ["fail"]
    assert study.problems["error"].str.startswith("ZeroDivisionError: no luck with market (test_study.py:").iloc[0]


def test_an_article_that_cannot_be_normalised_stays_an_article(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "STAGES", (fail, name_somebody))
    study = vb.extract(source, tmp_path / "out", workers=1)
    assert study.articles["status"].tolist() == ["failed"] * 3
    assert study.texts is not None
    assert study.texts["text"].str.len().tolist() == study.articles["chars"].tolist()
    assert study.persons.empty


def test_a_fact_that_cannot_be_written_is_a_problem(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong_mention(doc: Doc) -> Doc:
        return replace(doc, persons=(Person("Lê Quang Vĩnh", None, None, mentions=(99,)),))

    monkeypatch.setattr(pipeline, "STAGES", (normalize, wrong_mention))
    study = vb.extract(source, tmp_path / "out", workers=1, all_articles=True)
    assert study.articles["status"].tolist() == ["failed"] * 3
    assert study.problems["stage"].unique().tolist() == ["dataset"]


def test_a_broken_word_list_stops_the_run(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_list(doc: Doc) -> Doc:
        raise VnbilatError(f"data/units.csv:3: {doc.doc_id}")

    monkeypatch.setattr(pipeline, "STAGES", (read_list,))
    with pytest.raises(VnbilatError, match=r"units\.csv:3"):
        vb.extract(source, tmp_path / "out")


def test_a_broken_run_leaves_the_old_dataset(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vb.extract(source, tmp_path / "out")
    before = digests(tmp_path / "out")
    monkeypatch.setattr(assemble.dataset.DatasetWriter, "add_article", fail)
    with pytest.raises(TypeError):
        vb.extract(source, tmp_path / "out", resume=False)
    assert digests(tmp_path / "out") == before
    assert not (tmp_path / "out" / "dataset.new").exists()


def test_a_folder_that_vnbilat_did_not_make_is_left_alone(source: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / "dataset").mkdir(parents=True)
    (tmp_path / "out" / "dataset" / "mine.csv").write_text("a\n", encoding="utf-8")
    with pytest.raises(UsageError, match="no dataset of vnbilat"):
        vb.extract(source, tmp_path / "out")
    assert (tmp_path / "out" / "dataset" / "mine.csv").exists()
    with pytest.raises(UsageError, match="is a file"):
        vb.extract(source, tmp_path / "out" / "dataset" / "mine.csv")


# ---- what is kept ----


def tell_facts(doc: Doc) -> Doc:
    """One private citizen, one minister, one visitor of another country, a figure, in every article; partners by article."""
    partner = {"talks": "NL", "visit": "LA", "market": "CN-YN"}[doc.doc_id]
    word = Span(0, 4)
    minister = Participant("Lê Quang Vĩnh", "person", "visiting", "VN", 1)
    goal = Participant(partner, "country", "hosting", partner[:2])
    visit = Meeting("visit", "held", "main", ((minister,), (goal,)), word, word)
    figure = TradeFigure("trade", "VN", partner, word, word)
    persons = (Person("Nguyễn Thị Hoa", None, "VN"), Person("Lê Quang Vĩnh", "Bộ trưởng", "VN", "government", 3))
    return replace(doc, persons=persons, meetings=(visit,), trade_figures=(figure,))


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "STAGES", (normalize, tell_facts))


@pytest.mark.usefixtures("told")
def test_private_citizens_are_no_actors_unless_asked_for(source: Path, tmp_path: Path) -> None:
    study = vb.extract(source, tmp_path / "out", all_articles=True)
    assert study.actors["name"].tolist() == ["Lê Quang Vĩnh"]
    assert study.persons["actor_id"].isna().tolist() == [True, False] * 3
    assert [len(record["persons"]) for record in study.coded] == [2, 2, 2]
    everyone = vb.extract(source, tmp_path / "all", all_articles=True, all_persons=True)
    assert set(everyone.actors["name"]) == {"Lê Quang Vĩnh", "Nguyễn Thị Hoa"}


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    ("partner", "docs"), [("NL", {"talks"}), ("CN", {"market"}), ("CN-YN", {"market"}), ("VN", {"talks", "visit", "market"})]
)
def test_only_facts_with_a_partner(source: Path, tmp_path: Path, partner: str, docs: set[str]) -> None:
    study = vb.extract(source, tmp_path / "out", all_articles=True, partner=partner)
    assert set(study.meetings["doc_id"]) == set(study.trade_figures["doc_id"]) == docs
    assert {record["doc_id"] for record in study.coded if record["meetings"] and record["trade_figures"]} == docs
    assert set(study.participants["meeting_id"]) == set(study.meetings["meeting_id"])
    assert len(study.evidence) == 4 * len(docs)
    assert len(study.articles) == 3


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    ("first", "last", "docs"),
    [
        ("2023-01-01", None, ["market", "talks"]),
        (None, "2022-12-31", ["market", "visit"]),
        (None, None, ["market", "talks", "visit"]),
    ],
)
def test_only_articles_of_a_period(source: Path, tmp_path: Path, first: str | None, last: str | None, docs: list[str]) -> None:
    study = vb.extract(source, tmp_path / "out", published_from=first, published_to=last)
    assert study.articles["doc_id"].tolist() == docs
    account = json.loads((tmp_path / "out" / "run.json").read_text())
    assert (account["records"]["left_out"], account["rows"]["undated"]) == (3 - len(docs), 1)


def test_texts_can_be_left_out(source: Path, tmp_path: Path) -> None:
    assert vb.extract(source, tmp_path / "out", texts=False).texts is None


@pytest.mark.parametrize(("name", "value"), [("partner", "XX"), ("published_from", "gestern"), ("engine", "threads")])
def test_an_option_that_is_not_allowed_is_wrong_usage(source: Path, tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(UsageError, match=value):
        vb.extract(source, tmp_path / "out", **{name: value})


@pytest.mark.parametrize(
    ("role", "country", "meets"),
    [("Bí thư Tỉnh ủy Vân Nam", "CN", True), ("Bí thư Tỉnh ủy Quảng Đông", "CN", False), ("Đại sứ tại Vân Nam", "VN", False)],
)
def test_a_province_is_known_by_the_office_of_its_people(role: str, country: str, meets: bool) -> None:
    someone = Participant("Vương Ninh", "person", "received", country, role=role)
    assert choice.meets(Meeting("reception", "held", "main", ((someone,),), Span(0, 4), Span(0, 4)), "CN-YN") == meets


# ---- reading ----


def test_a_study_says_in_a_line_what_it_holds(source: Path, tmp_path: Path) -> None:
    study = vb.extract(source, tmp_path / "out")
    assert "3 articles" in repr(study)
    assert len(repr(study)) < 400
    assert "<td>3</td>" in study._repr_html_()


def test_a_folder_without_dataset_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(VnbilatError, match="vnbilat extract"):
        vb.read(tmp_path)


@pytest.mark.usefixtures("told")
def test_corrections_are_laid_over_the_frames(source: Path, tmp_path: Path) -> None:
    study = vb.extract(source, tmp_path / "outputs" / "x", all_articles=True)
    first, second, third = study.meetings["meeting_id"]
    (tmp_path / "corrections.csv").write_text(
        "table,id,column,value,reason\n"
        f"meetings,{first},form,talks,đọc lại\nmeetings,{first},start,2023-05-11,\nmeetings,{second},place,,\n"
        f'meetings,{third},row,delete,không có\ntrade_figures,f_elsewhere,amount,5,\nactors,{study.actors["actor_id"][0]},roles,"[""Bộ trưởng""]",\n',
        encoding="utf-8-sig",
    )
    corrected = vb.read(tmp_path / "outputs" / "x" / "dataset")
    assert corrected.meetings["meeting_id"].tolist() == [first, second]
    assert corrected.meetings.loc[0, "form"] == "talks"
    assert str(corrected.meetings.loc[0, "start"].date()) == "2023-05-11"
    assert third not in set(corrected.participants["meeting_id"]) | set(corrected.evidence["fact_id"])
    assert corrected.meetings.dtypes.equals(study.meetings.dtypes)
    assert corrected.actors.loc[0, "roles"] == ["Bộ trưởng"]
    assert len(corrected.corrections) == 6
    assert (study.counts["meetings"], corrected.counts["meetings"]) == (3, 2)
    assert corrected.corrected[["id", "column"]].to_numpy().tolist()[:2] == [[first, "form"], [first, "start"]]
    assert corrected.corrected["coded"].tolist()[0] == "visit"
    assert "f_elsewhere" not in set(corrected.corrected["id"])
    assert study.corrected.empty
    assert vb.read(tmp_path / "outputs" / "x").meetings.equals(corrected.meetings)


@pytest.mark.parametrize(
    ("row", "error"),
    [
        ("meeting,m,form,talks,", r":2: table 'meeting'"),
        ("participants,m,name,x,", r":2: table 'participants'"),
        ("meetings,m,from,talks,", r":2: meetings has no column 'from'"),
        ("meetings,m,meeting_id,x,", "no column"),
        ("meetings,m,form,talk,", "one of talks, audience"),
        ("meetings,m,start,11/5,", "must be of type date"),
        ("trade_figures,m,amount,5 tỷ,", "must be of type integer"),
        ("meetings,m,row,keep,", "delete"),
        ("articles,m,relevant,ja,", "must be of type boolean"),
    ],
)
def test_a_correction_that_fits_nothing_names_its_line(source: Path, tmp_path: Path, row: str, error: str) -> None:
    vb.extract(source, tmp_path / "out")
    (tmp_path / "corrections.csv").write_text(f"table,id,column,value,reason\n{row}\n", encoding="utf-8")
    with pytest.raises(VnbilatError, match=error):
        vb.read(tmp_path / "out")
