"""Whatever bytes a file holds: reading ends, each item is an article or a problem, and ids and texts can be written."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from files import PACKINGS
from hostile import forms
from hypothesis import given, settings
from hypothesis import strategies as st

from vnbilat_lib.sources import open_source, parse, read_items
from vnbilat_lib.sources.columns import find_columns, to_key
from vnbilat_lib.sources.days import find_day

FORMS = {f"{form}{packing}": pack(data) for packing, pack in PACKINGS.items() for form, data in forms("f").items()}


def read(data: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        source = open_source(path)
        count = 0
        for item in read_items(source):
            count += 1
            article, problems = parse(item)
            assert article is not None or [problem.stage for problem in problems] == ["source"]
            if article is not None:
                assert article.text.strip()
                assert article.doc_id
                f"{article.doc_id}{article.text}{article.title}".encode()
        assert count == source.records
        assert count or source.passed_over


@settings(max_examples=300)
@given(
    st.sampled_from(sorted(FORMS)),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=6),
    st.tuples(st.floats(0, 1), st.floats(0, 1), st.binary(max_size=20)),
)
def test_a_damaged_file_is_read_as_far_as_it_goes(
    form: str, flips: list[tuple[float, int]], cut: tuple[float, float, bytes]
) -> None:
    damaged = bytearray(FORMS[form])
    for place, value in flips:
        damaged[min(int(place * len(damaged)), len(damaged) - 1)] = value
    first, last = sorted(int(share * len(damaged)) for share in cut[:2])
    if first % 3 == 0:
        damaged[first:last] = cut[2]
    read(bytes(damaged), form)


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.csv", "a.jsonl", "a.html", "a"]))
def test_any_bytes_are_read(data: bytes, name: str) -> None:
    read(data, name)


@given(st.text(alphabet='{}[]",:\n \\tenx1;', max_size=120), st.sampled_from(["a.csv", "a.jsonl", "a"]))
def test_any_text_with_the_signs_of_tables_is_read(text: str, name: str) -> None:
    read(f"text,id\n{text}".encode() if name == "a.csv" else text.encode(), name)


@given(st.text(max_size=40))
def test_a_day_is_found_or_refused(text: str) -> None:
    try:
        assert 1900 <= find_day(text).year < 2100
    except ValueError as error:
        assert "2017-02-10" in str(error)  # noqa: PT017 - either may be


@given(st.lists(st.text(max_size=12), max_size=8))
def test_no_column_is_two_fields(names: list[str]) -> None:
    found = find_columns(tuple(names))
    assert len(set(found.values())) == len(found)
    assert set(found.values()) <= set(names)


@pytest.mark.parametrize("name", ["Nội dung", "NỘI_DUNG", "noi dung", "NoiDung", "no\u0302\u0323i dung"])
def test_a_name_is_compared_by_its_letters(name: str) -> None:
    assert to_key(name) == "noidung"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-08-15", "2023-08-15"),
        ("2023-08-15T18:00:00Z", "2023-08-16"),
        ("2023-08-15T18:00:00+0700", "2023-08-15"),
        ("2023/08/15 20:30", "2023-08-15"),
        ("20230815", "2023-08-15"),
        ("2023-8-5", "2023-08-05"),
        ("15/08/2023", "2023-08-15"),
        ("15-8-2023 | 07:00", "2023-08-15"),
        ("Thứ Ba, ngày 15 tháng 8 năm 2023", "2023-08-15"),
        ("20:30 15.08.2023", "2023-08-15"),
        ("1692115200", "2023-08-15"),
        ("1692115200000", "2023-08-15"),
        ("1692115200.0", "2023-08-15"),
        ("Tue, 15 Aug 2023 20:30:00 +0000", "2023-08-16"),
    ],
)
def test_a_day_is_known_in_its_usual_spellings(text: str, day: str) -> None:
    assert str(find_day(text)) == day


@pytest.mark.parametrize("text", ["12", "2023", "hôm qua", "31/2/2023", "15/8", "99999999", "0", "-1", "1e9"])
def test_what_names_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="2017-02-10"):
        find_day(text)
