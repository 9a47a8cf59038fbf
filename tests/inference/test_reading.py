"""The border: text becomes typed values once, with errors that name the field."""

import errno
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inference.errors import InputError
from inference.reading import (
    MAX_TEXT_BYTES,
    Fault,
    os_reason,
    parse_json,
    read_bytes,
    read_json,
    read_text,
    read_typed,
    to_plain,
)
from inference.vocabulary import STRICT


@dataclass(frozen=True, slots=True)
class Inner:
    __pydantic_config__ = STRICT
    size: float


@dataclass(frozen=True, slots=True)
class Outer:
    __pydantic_config__ = STRICT
    name: str
    parts: tuple[Inner, ...] = ()
    words: dict[str, str] = field(default_factory=dict)

    def __post_init__(self):
        if self.name == "wrong":
            raise ValueError("this name is wrong")


@dataclass(frozen=True, slots=True)
class Paper:
    __pydantic_config__ = STRICT
    size: Literal["A4", "Letter"]


@dataclass(frozen=True, slots=True)
class Checked:
    __pydantic_config__ = STRICT
    text: str

    def __post_init__(self):
        if self.text == "bad":
            raise Fault("example", ".text", word=self.text)
        if self.text.startswith("clash"):
            raise Fault("example", ".text", **{self.text.removeprefix("clash "): "own"})


@dataclass(frozen=True, slots=True)
class Holder:
    __pydantic_config__ = STRICT
    inner: Checked


def refusal(function, *arguments) -> InputError:
    with pytest.raises(InputError) as caught:
        function(*arguments)
    return caught.value


def test_good_data_become_the_dataclass():
    assert read_typed(Outer, {"name": "a", "parts": [{"size": 2}]}, "file") == Outer("a", (Inner(2.0),))


def test_an_unknown_field_is_named_with_its_place():
    error = refusal(read_typed, Outer, {"name": "a", "parts": [{"size": 1}, {"size": 1, "sise": 2}]}, "file")
    assert (error.code, error.parameters["field"]) == ("schema.invalid", "parts[1].sise")


def test_a_missing_field_is_named():
    assert refusal(read_typed, Outer, {}, "file").parameters["field"] == "name"


def test_a_value_of_the_wrong_kind_is_named():
    assert (
        refusal(read_typed, Outer, {"name": "a", "parts": [{"size": "big"}]}, "f").parameters["field"]
        == "parts[0].size"
    )


def test_the_source_is_named():
    assert refusal(read_typed, Outer, {}, "answers.json").parameters["source"] == "answers.json"


def test_all_faults_are_counted():
    assert refusal(read_typed, Outer, {"names": 1, "parts": 3}, "file").parameters["count"] == 3


def test_something_that_is_no_object_at_all_is_refused():
    error = refusal(read_typed, Outer, [1, 2], "file")
    assert (error.parameters["field"], error.parameters["problem_kind"]) == ("", "dataclass_type")


def test_a_value_that_is_not_allowed_is_refused_with_those_that_are():
    assert refusal(read_typed, Paper, {"size": "A5"}, "file").parameters["expected"] == "A4, Letter"


@pytest.mark.parametrize(("value", "field"), [({"text": "bad"}, "text"), ({"inner": {"text": "bad"}}, "inner.text")])
def test_a_fault_names_its_part_of_the_dataclass_with_its_own_words(value, field):
    parameters = refusal(read_typed, Checked if "text" in value else Holder, value, "file").parameters
    assert (parameters["field"], parameters["problem_kind"], parameters["word"]) == (field, "example", "bad")


@pytest.mark.parametrize("name", ["source", "field", "problem", "problem_kind", "count", "code", "self", "kind"])
def test_a_fault_is_told_whatever_its_own_parameters_are_called(name):
    told = refusal(read_typed, Checked, {"text": f"clash {name}"}, "file")
    of_every_fault = {"source": "file", "field": "text", "problem_kind": "example", "count": 1}
    assert (told.code, told.parameters | of_every_fault) == ("schema.invalid", told.parameters)


def test_a_check_of_the_dataclass_itself_becomes_an_error_with_its_words():
    assert refusal(read_typed, Outer, {"name": "wrong"}, "file").parameters["problem"] == "this name is wrong"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_numbers_that_are_not_finite_are_refused(value):
    assert refusal(read_typed, Inner, {"size": value}, "file").parameters["problem_kind"] == "finite_number"


def test_writing_and_reading_give_the_same_value():
    value = Outer("名", (Inner(0.1), Inner(1e-300)), {"k": "v"})
    assert read_typed(Outer, json.loads(json.dumps(to_plain(value))), "file") == value


def test_a_repeated_key_is_refused_and_named():
    error = refusal(parse_json, '{"a": 1, "b": {"c": 1, "c": 2}}', "file")
    assert (error.code, error.parameters["key"]) == ("json.duplicate-key", "c")


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_numbers_outside_json_are_refused(word):
    error = refusal(parse_json, f'{{"a": {word}}}', "file")
    assert (error.code, error.parameters["word"]) == ("json.not-finite", word)


def test_broken_json_is_refused_with_its_line_and_column():
    error = refusal(parse_json, '{"a": 1,\n "b" 2}', "file")
    assert (error.code, error.parameters["line"], error.parameters["column"]) == ("json.invalid", 2, 6)


def test_endless_nesting_is_refused():
    assert refusal(parse_json, "[" * 200_000, "file").code == "json.too-deep"


def test_what_parses_and_is_nested_too_deeply_is_refused_all_the_same():
    data = {}
    for _ in range(2000):
        data = {"parts": [data]}
    assert refusal(read_typed, Outer, data, "file").code == "json.too-deep"


def test_a_number_of_thousands_of_digits_is_refused():
    assert refusal(parse_json, "1" * 5000, "file").code == "json.number-too-long"


def test_half_a_character_is_refused():
    assert refusal(parse_json, '{"a": "\\ud800"}', "file").code == "json.half-character"


@settings(max_examples=200)
@given(st.text(max_size=40))
def test_any_text_is_either_json_or_refused(text):
    try:
        found = parse_json(text, "file")
    except InputError as error:
        assert error.code.startswith("json.")
    else:
        assert found == json.loads(text)


def test_a_file_with_a_byte_order_mark_is_read(tmp_path):
    (tmp_path / "a.json").write_bytes(b'\xef\xbb\xbf{"a": "\xe5\x8f\xb3"}')
    assert read_json(tmp_path / "a.json") == {"a": "右"}


def test_a_file_under_a_chinese_path_is_read(tmp_path):
    path = tmp_path / "测试 é" / "a.json"
    path.parent.mkdir()
    path.write_text("[1]", encoding="utf-8")
    assert read_json(path) == [1]


def test_a_missing_file_is_named(tmp_path):
    error = refusal(read_text, tmp_path / "no.json")
    assert (error.code, error.parameters["path"]) == ("file.not-found", str(tmp_path / "no.json"))


def test_a_folder_in_place_of_a_file_is_unreadable(tmp_path):
    error = refusal(read_text, tmp_path)
    assert (error.code, error.parameters["reason"]) == ("file.unreadable", "file.is-folder")


@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.EACCES, "file.no-permission"), (errno.EIO, "file.input-output"), (9999, "file.system")],
)
def test_why_the_system_refuses_is_named_by_its_number(number, reason):
    assert os_reason(OSError(number, "words of the system")) == reason


def test_text_in_another_encoding_is_refused(tmp_path):
    (tmp_path / "a.json").write_bytes("右".encode("gb18030"))
    assert refusal(read_text, tmp_path / "a.json").code == "file.not-utf8"


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    with (tmp_path / "a.json").open("wb") as file:
        file.truncate(MAX_TEXT_BYTES + 1)
    assert refusal(read_text, tmp_path / "a.json").code == "file.too-large"
    (tmp_path / "a.json").write_bytes(b" " * (2**20 + 1))
    error = refusal(read_text, tmp_path / "a.json", 2**20)
    assert (error.code, error.parameters["limit_mb"]) == ("file.too-large", 1)


def test_only_an_ordinary_file_is_read_and_nothing_is_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name, reason in (("pipe", "file.special"), ("link", "file.special"), ("folder", "file.is-folder")):
        with pytest.raises(InputError) as caught:
            read_bytes(tmp_path / name, 100)
        assert (caught.value.code, caught.value.parameters["reason"]) == ("file.unreadable", reason)
    with pytest.raises(InputError) as caught:
        read_bytes(Path("/dev/zero"), 100)
    assert caught.value.parameters["reason"] == "file.special"


def test_a_file_is_read_up_to_its_limit_and_refused_beyond(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    assert read_bytes(path, 5) == b"12345"
    (tmp_path / "link").symlink_to(path)
    assert read_bytes(tmp_path / "link", 5) == b"12345"
    for place, most, follow, code in ((path, 4, True, "too-large"), (tmp_path / "link", 5, False, "unreadable")):
        with pytest.raises(InputError) as caught:
            read_bytes(place, most, follow)
        assert caught.value.code == f"file.{code}"
    with path.open("wb") as file:
        file.truncate(2**40)  # takes no room on the disk, and would take all memory
    with pytest.raises(InputError) as caught:
        read_bytes(path, 2**20)
    assert caught.value.code == "file.too-large"
