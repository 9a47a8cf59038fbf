"""Characters of names: the declared set where it holds, a reported guess where it cannot."""

from __future__ import annotations

import pydicom
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.dicom.model import PatientIdentity
from inference.dicom.text import decode
from tests.helpers.dicom_files import pydicom_files

NAME = "Zhang^Wei=张^伟"

CHARSET_FILES = [path for path in pydicom_files() if path.parent.name == "charset_files" and path.suffix == ".dcm"]


@pytest.mark.parametrize("path", CHARSET_FILES, ids=lambda path: path.name)
def test_names_of_the_charset_files_are_as_pydicom_decodes_them(path):
    dataset = pydicom.dcmread(path, stop_before_pixels=True)
    if "PatientName" not in dataset:
        return
    raw = dataset.get_item("PatientName").value
    declared = "\\".join(dataset.get("SpecificCharacterSet") or [""])
    if isinstance(dataset.get("SpecificCharacterSet"), str):
        declared = dataset.SpecificCharacterSet
    raw = raw if isinstance(raw, bytes) else dataset.PatientName.original_string
    text, guessed = decode(raw, declared)
    assert not guessed
    assert text.rstrip("=") == str(dataset.PatientName).rstrip("=")


@pytest.mark.parametrize(
    ("declared", "codec"),
    [("GB18030", "gb18030"), ("GBK", "gbk"), ("ISO_IR 192", "utf_8"), ("ISO 2022 GBK", "gbk"), ("iso-ir 192", "utf_8")],
)
def test_declared_chinese_character_sets_are_used(declared, codec):
    assert decode(NAME.encode(codec), declared) == (NAME, "")


def test_chinese_by_escape_sequences_is_decoded_as_in_annex_k_of_the_standard():
    # PS3.5 annex K.2: Zhang^XiaoDong=张^小东=
    raw = b"Zhang^XiaoDong=\x1b$)A\xd5\xc5^\x1b$)A\xd0\xa1\xb6\xab=  "
    assert decode(raw, "\\ISO 2022 IR 58") == ("Zhang^XiaoDong=张^小东=", "")


def test_japanese_by_escape_sequences_is_decoded_as_in_annex_h_of_the_standard():
    raw = b"Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B=\x1b$B$d$^$@\x1b(B^\x1b$B$?$m$&\x1b(B"
    assert decode(raw, "\\ISO 2022 IR 87") == ("Yamada^Tarou=山田^太郎=やまだ^たろう", "")


def test_korean_by_escape_sequences_is_decoded_as_in_annex_i_of_the_standard():
    raw = b"Hong^Gildong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7=\x1b$)C\xc8\xab^\x1b$)C\xb1\xe6\xb5\xbf"
    assert decode(raw, "\\ISO 2022 IR 149") == ("Hong^Gildong=洪^吉洞=홍^길동", "")


@pytest.mark.parametrize("declared", ["", "ISO_IR 6", "ISO_IR 100", "ISO 2022 IR 58", "ISO_IR 192", "UNKNOWN"])
@pytest.mark.parametrize("name", [NAME, "张伟", "欧阳^娜娜", "朱^镕基", "李^玥"])
def test_gbk_bytes_under_another_declaration_are_guessed_and_reported(declared, name):
    text, guessed = decode(name.encode("gbk"), declared)
    assert text == name
    assert guessed == "GB18030" or declared == "ISO 2022 IR 58"


@pytest.mark.parametrize("declared", ["", "ISO_IR 100", "GB18030", "GBK", "ISO 2022 IR 58"])
@pytest.mark.parametrize("name", [NAME, "张伟", "欧阳^娜娜", "李^玥"])
def test_utf_8_bytes_under_another_declaration_are_guessed_and_reported(declared, name):
    assert decode(name.encode("utf_8"), declared) == (name, "ISO_IR 192")


@pytest.mark.parametrize("name", ["Müller^Jürgen", "Hélène", "Åse^Ødegård", "Núñez^José", "GÜNEY"])
def test_western_names_declared_as_latin_1_are_not_taken_for_chinese(name):
    assert decode(name.encode("latin_1"), "ISO_IR 100") == (name, "")


@pytest.mark.parametrize("name", ["Müller^Jürgen", "Hélène", "Núñez^José"])
def test_western_names_without_a_declaration_are_guessed_as_latin_1(name):
    assert decode(name.encode("latin_1"), "") == (name, "ISO_IR 100")


def test_western_names_in_undeclared_utf_8_are_not_taken_for_chinese():
    assert decode("Müller".encode(), "") == ("Müller", "ISO_IR 192")


def test_cyrillic_names_are_not_taken_for_chinese():
    assert decode("Люкceмбypг".encode("iso8859_5"), "ISO_IR 144") == ("Люкceмбypг", "")


def test_padding_is_removed():
    assert decode(b"ABC \0", "ISO_IR 100") == ("ABC", "")


@given(st.binary(max_size=40), st.sampled_from(["", "ISO_IR 100", "GB18030", "ISO_IR 192", "\\ISO 2022 IR 87", "?"]))
def test_any_bytes_give_some_text(raw, declared):
    text, _ = decode(raw, declared)
    assert isinstance(text, str)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Zhang^Wei=张^伟=", "张伟 (Zhang Wei)"),
        ("Zhang^Wei", "Zhang Wei"),
        ("=张^伟", "张伟"),
        ("张伟", "张伟"),
        ("", ""),
        ("Doe^Jane^^Dr.", "Doe Jane Dr."),
        ("==おう^しょうとう", "おう しょうとう"),
    ],
)
def test_names_are_shown_without_carets(name, shown):
    assert PatientIdentity(name=name).display_name == shown


def test_characters_beyond_gb_2312_after_its_escape_sequence_are_read():
    # 镕 is in GBK only; writers that declare IR 58 store it all the same.
    raw = b"Zhu^RongJi=\x1b$)A\xd6\xec^\x1b$)A\xe9F\xbb\xf9"
    assert decode(raw, "\\ISO 2022 IR 58") == ("Zhu^RongJi=朱^镕基", "")


def test_a_guess_leaves_no_escape_sequences_in_the_text():
    assert decode(b"A\x1b$)A\xff\xff", "") == ("Aÿÿ", "ISO_IR 100")


@pytest.mark.parametrize("raw", [b"\x1b[31mred", b"\x1b]0;title\x07", b"a\x9b2Jb", b"one\x00two\x08\x7f"])
@pytest.mark.parametrize("declared", ["", "ISO_IR 100", "ISO_IR 192", "GB18030", "\\ISO 2022 IR 58"])
def test_what_controls_a_terminal_does_not_come_through(raw, declared):
    assert decode(raw, declared)[0].isprintable()


def test_marks_that_turn_the_direction_of_writing_are_dropped():
    assert decode("Zhang\u202egnaW\u2066".encode(), "ISO_IR 192") == ("ZhanggnaW", "")


def test_line_breaks_in_a_text_become_spaces():
    assert decode(b"one\r\ntwo", "ISO_IR 100") == ("one  two", "")


@pytest.mark.parametrize(
    ("raw", "declared", "expected"),
    [
        ("张三丰".encode("gb18030")[:-1], "GB18030", "张三"),
        ("张三丰".encode("gb18030")[:-1], "", "张三"),
        ("张三丰".encode()[:-1], "ISO_IR 192", "张三"),
        ("张三丰".encode()[:-2], "", "张三"),
        (b"Zhang^San" + b"=" + "张^三".encode("gb18030")[:-1] + b"=x", "GB18030", "Zhang^San=张^=x"),
        ("José".encode("latin-1"), "", "José"),
        ("José".encode("latin-1"), "GB18030", "José"),
        ("José".encode("latin-1"), "ISO_IR 192", "José"),
        ("Grégoré".encode("latin-1"), "", "Grégoré"),
        ("Ångströmé".encode("latin-1"), "", "Ångströmé"),
    ],
)
def test_a_name_cut_inside_a_character_keeps_its_good_part(raw, declared, expected):
    assert decode(raw, declared)[0] == expected
