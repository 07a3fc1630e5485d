from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import TALKS

from vnbilat_lib.dataset import TABLES, TEXTS, DatasetWriter, schema, to_coded, to_record
from vnbilat_lib.doc import (
    Alignment,
    Amount,
    Article,
    Clue,
    Dating,
    Doc,
    Evidence,
    Meeting,
    Mention,
    Participant,
    Person,
    Place,
    Sentence,
    Span,
    Time,
    TradeFigure,
)

RAW = "Việt_Nam : Sáng 12/5 , Bộ_trưởng Lê Quang Vĩnh tiếp Đại_sứ Hà_Lan . Kim_ngạch đạt 11,2 tỷ_USD ."
CLEAN = RAW.replace("_", " ").replace(" :", ":").replace(" ,", ",").replace(" .", ".")


def aligned() -> Alignment:
    dropped = [at for at, letter in enumerate(RAW) if letter == " " and RAW[at + 1] in ":,."]
    return Alignment.identity(len(RAW)).edited([(at, at + 1, 0) for at in dropped])


def span(text: str) -> Span:
    start = CLEAN.index(text)
    return Span(start, start + len(text))


def made_doc(**changes: Any) -> Doc:
    """A Doc as the stages would leave it."""
    day = date(2023, 5, 12)
    host = Participant("Lê Quang Vĩnh", "person", "receiving", "VN", 0, "Bộ trưởng", "government", 3)
    guest = Participant("Đại sứ Hà Lan", "office", "received", "NL", role="Đại sứ Hà Lan")
    doc = Doc(
        Article("made", RAW, published=day, path="made.txt"),
        raw=RAW,
        text=CLEAN,
        alignment=aligned(),
        sentences=(Sentence(span("Việt Nam"), 0, "title"), Sentence(Span(0, len(CLEAN)), 0, "body")),
        places=(Place(span("Việt Nam"), "country", ("VN",), "VN"),),
        amounts=(Amount(span("11,2 tỷ USD"), Decimal("11.2E9"), currency="USD"),),
        mentions=(
            Mention(span("Bộ trưởng Lê Quang Vĩnh"), "name", 0, name=span("Lê Quang Vĩnh")),
            Mention(span("Đại sứ Hà Lan"), "office", office="Đại sứ Hà Lan", country="NL"),
        ),
        persons=(Person("Lê Quang Vĩnh", "Bộ trưởng", "VN", "government", 3, (0,), rule="title"),),
        dating=Dating(day, day, ((day, day),), ((day, day),), (Clue("metadata", True, ((day, day),), "metadata"),)),
        times=(Time(span("12/5"), day, day, "day", "resolved"),),
        meetings=(
            Meeting(
                "reception",
                "held",
                "main",
                ((host,), (guest,)),
                span("tiếp"),
                span("Sáng 12/5, Bộ trưởng Lê Quang Vĩnh tiếp Đại sứ Hà Lan"),
                day,
                day,
                "exact",
                evidence=(Evidence("start", span("12/5"), "resolved"),),
                rule="active",
            ),
        ),
        trade_figures=(
            TradeFigure(
                "trade", "VN", "NL", span("11,2 tỷ USD"), span("Kim ngạch đạt 11,2 tỷ USD"), Decimal("11.2E9"), currency="USD"
            ),
        ),
    )
    return replace(doc, **changes)


def rows(record: dict[str, Any], table: str) -> list[dict[str, Any]]:
    names = next(t.names for t in (*TABLES, TEXTS) if t.name == table)
    return [dict(zip(names, row, strict=True)) for row in record["tables"][table]]


def test_tables_have_the_columns_of_the_design(shared: Path) -> None:
    lines = (shared / "DESIGN.md").read_text(encoding="utf-8").split("| table | columns |")[1].split("\n")
    told = {}
    for line in lines[2:]:
        if not line.startswith("|"):
            break
        name, columns = (cell.strip() for cell in line.strip("|").split("|"))
        bare = "".join(part.split(")")[-1] for part in columns.split("("))
        told[name] = tuple(column.strip() for column in bare.split(","))
    assert {table.name: table.names for table in TABLES} == told


@pytest.mark.parametrize("table", [*TABLES, TEXTS], ids=lambda table: table.name)
def test_every_table_and_column_is_described(table: schema.Table) -> None:
    assert table.description.endswith(".")
    assert all(column.description.endswith((".", "...", "YYYY.")) for column in table.columns)
    assert table.key is None or table.key in table.names


def test_evidence_and_mentions_are_stretches_of_the_raw_text() -> None:
    record = to_record(made_doc(), "coded")
    found = rows(record, "evidence") + rows(record, "mentions")
    assert {row["text"] for row in found} >= {
        "Bộ_trưởng Lê Quang Vĩnh",
        "11,2 tỷ_USD",
        "12/5",
        "tiếp",
        "Việt_Nam",
        "Đại_sứ Hà_Lan",
    }
    assert all(record["text"][row["char_start"] : row["char_end"]] == row["text"] for row in found)


def test_a_fact_names_its_quote_and_its_anchor_even_where_the_stage_does_not() -> None:
    record = to_record(made_doc(), "coded")
    meeting, figure = rows(record, "meetings")[0]["meeting_id"], rows(record, "trade_figures")[0]["figure_id"]
    slots = [(row["fact_id"], row["slot"], row["basis"]) for row in rows(record, "evidence")]
    assert slots == [
        (meeting, "fact", "stated"),
        (meeting, "form", "stated"),
        (meeting, "start", "resolved"),
        (figure, "fact", "stated"),
        (figure, "amount", "stated"),
    ]


def test_mentions_have_their_values_and_persons_their_place() -> None:
    record = to_record(made_doc(), "coded")
    values = {(row["kind"], row["value"], row["source"]) for row in rows(record, "mentions")}
    assert values == {
        ("place", "VN", "stated"),
        ("time", "2023-05-12/2023-05-12", "resolved"),
        ("name", "Lê Quang Vĩnh", "title"),
        ("office", "Đại sứ Hà Lan", "title"),
        ("amount", "11200000000 USD", "stated"),
    }
    (person,) = rows(record, "persons")
    assert RAW[person["char_start"] : person["char_end"]] == "Lê Quang Vĩnh"


def test_ids_hang_on_the_anchor_and_not_on_values() -> None:
    before = to_record(made_doc(), "coded")
    (meeting,) = made_doc().meetings
    after = to_record(made_doc(meetings=(replace(meeting, form="audience", start=None, salience="background"),)), "coded")
    assert before["tables"]["meetings"][0][0] == after["tables"]["meetings"][0][0]


def test_an_office_outside_the_codebooks_sectors_has_none() -> None:
    record = to_record(made_doc(persons=(Person("Lê Quang Vĩnh", "HLV trưởng", "VN", "other", 5, (0,)),)), "coded")
    assert [row["sector"] for row in rows(record, "persons")] == [None]
    assert record["head"]["known"]


def test_two_facts_with_one_anchor_have_two_ids() -> None:
    (meeting,) = made_doc().meetings
    record = to_record(made_doc(meetings=(meeting, replace(meeting, form="visit"))), "coded")
    assert len({row["meeting_id"] for row in rows(record, "meetings")}) == 2


def test_the_coded_record_is_the_codebooks() -> None:
    coded = to_coded(made_doc())
    assert list(coded) == ["doc_id", "published", "published_from", "published_to", "persons", "meetings", "trade_figures"]
    assert coded["published"] == coded["published_from"] == "2023-05-12"
    assert coded["meetings"][0]["sides"] == [["Lê Quang Vĩnh"], ["Đại sứ Hà Lan"]]
    assert coded["trade_figures"][0]["amount"] == 11_200_000_000
    assert coded["trade_figures"][0]["quote"] in RAW


def test_an_amount_that_no_column_holds_is_a_problem_and_no_figure() -> None:
    (figure,) = made_doc().trade_figures
    record = to_record(made_doc(trade_figures=(replace(figure, amount=Decimal("1E30")),)), "coded")
    assert record["tables"]["trade_figures"] == []
    assert json.loads(record["coded"])["trade_figures"] == []
    assert "18 digits" in record["tables"]["problems"][0][-1]


def test_a_stretch_of_days_is_no_day() -> None:
    dating = Dating(date(2023, 8, 15), date(2023, 8, 16))
    doc = made_doc(dating=dating, article=Article("made", RAW))
    (row,) = rows(to_record(doc, "coded"), "articles")
    assert (row["published"], row["published_from"], row["published_to"]) == (None, "2023-08-15", "2023-08-16")


def test_of_a_clue_that_fits_every_year_the_likely_spans_are_shown() -> None:
    years = tuple((date(year, 8, 15), date(year, 8, 16)) for year in range(2000, 2027))
    dating = Dating(date(2022, 8, 15), date(2023, 8, 16), years, years[22:24], (Clue("day", False, years, "15/8"),))
    (row,) = rows(to_record(made_doc(dating=dating, article=Article("made", RAW)), "coded"), "articles")
    (clue,) = json.loads(row["dating"])["clues"]
    assert clue["days"] == [["2022-08-15", "2022-08-16"], ["2023-08-15", "2023-08-16"]]
    assert clue["more"] == 25


def write(folder: Path, *records: dict[str, Any], texts: bool = True) -> None:
    folder.mkdir()
    with DatasetWriter(folder, texts=texts) as writer:
        for record in records:
            for table, found in record["tables"].items():
                writer.add(table, found)
            writer.add_article(record["head"]["doc_id"], record["text"], record["coded"])


def read_csv(path: Path) -> list[dict[str, str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_files_of_a_dataset(tmp_path: Path) -> None:
    write(tmp_path / "d", to_record(made_doc(), "coded"))
    names = {path.name for path in (tmp_path / "d").iterdir()}
    tables = {f"{table.name}.{kind}" for table in TABLES for kind in ("csv", "parquet")}
    assert names == tables | {"coded.jsonl", "texts.parquet", "datapackage.json"}
    assert read_csv(tmp_path / "d" / "trade_figures.csv")[0]["amount"] == "11200000000"
    assert json.loads((tmp_path / "d" / "coded.jsonl").read_text(encoding="utf-8"))["doc_id"] == "made"
    write(tmp_path / "bare", to_record(made_doc(), "coded"), texts=False)
    assert not (tmp_path / "bare" / "texts.parquet").exists()


@pytest.mark.parametrize("title", ["=1+1", "+84", "-5 tỷ", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_a_cell_that_a_spreadsheet_would_run_is_defused_in_csv_only(tmp_path: Path, title: str) -> None:
    import pyarrow.parquet as pq

    write(tmp_path / "d", to_record(made_doc(article=Article("made", RAW, title=title)), "coded"))
    assert read_csv(tmp_path / "d" / "articles.csv")[0]["title"] == f"'{title}"
    assert pq.read_table(tmp_path / "d" / "articles.parquet")["title"].to_pylist() == [title]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_title_comes_back_from_csv(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    folder = tmp_path_factory.mktemp("d") / "d"
    write(folder, to_record(made_doc(article=Article("made", RAW, title=title or None)), "coded"))
    (row,) = read_csv(folder / "articles.csv")
    assert row["doc_id"] == "made"
    assert row["title"].lstrip("'") == (title or "Việt Nam").replace("\0", "\ufffd").lstrip("'")


def test_a_table_is_written_in_groups_of_a_fixed_size(tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    from vnbilat_lib.dataset.write import TableWriter

    for name, step in (("one", 1), ("many", 7)):
        (tmp_path / name).mkdir()
        writer = TableWriter(tmp_path / name, schema.TEXTS, group=5)
        for start in range(0, 14, step):
            writer.add([[str(n), TALKS] for n in range(start, min(start + step, 14))])
        writer.close()
    assert pq.ParquetFile(tmp_path / "one" / "texts.parquet").num_row_groups == 3
    assert (tmp_path / "one" / "texts.parquet").read_bytes() == (tmp_path / "many" / "texts.parquet").read_bytes()
    assert (tmp_path / "one" / "texts.csv").read_bytes() == (tmp_path / "many" / "texts.csv").read_bytes()


def test_datapackage_describes_every_column_and_fits_the_files(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    write(tmp_path / "d", to_record(made_doc(), "coded"))
    package = json.loads((tmp_path / "d" / "datapackage.json").read_text(encoding="utf-8"))
    assert all(field["description"] for resource in package["resources"] for field in resource["schema"]["fields"])
    report = frictionless.validate(str(tmp_path / "d" / "datapackage.json"))
    errors = [error.message for task in report.tasks for error in task.errors if "foreign" not in error.type]
    assert not errors
