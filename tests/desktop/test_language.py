"""Both catalogues are complete, agree in their placeholders, and know every code that the program uses."""

import ast
import re
import string
from pathlib import Path

import pytest

from desktop.language import LANGUAGES, Language, catalogue, language_of
from inference.errors import InputError

ROOT = Path(__file__).parents[2]


def placeholders(text: str) -> set[str]:
    return {name.split(".")[0] for _, name, _, _ in string.Formatter().parse(text) if name}


def string_literals(*folders: str) -> set[str]:
    found = set()
    for folder in folders:
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.add(node.value)
    return found


def codes_raised(*names: str) -> set[str]:
    """First arguments of calls such as InputError("code", ...)."""
    found = set()
    for folder in ("inference", "desktop"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in names and node.args:
                    first = node.args[0]
                    if isinstance(first, ast.Constant) and isinstance(first.value, str):
                        found.add(first.value)
    return found


def worded(kind: str, code: str) -> bool:
    return (code if code.startswith("dicom.") else f"{kind}.{code}") in catalogue("en")


def test_both_languages_have_the_same_messages():
    assert catalogue("en").keys() == catalogue("zh").keys()


def test_no_message_is_empty():
    assert not [(code, key) for code in LANGUAGES for key, text in catalogue(code).items() if not text.strip()]


@pytest.mark.parametrize("key", sorted(catalogue("en")))
def test_a_message_has_the_same_placeholders_in_both_languages(key):
    assert placeholders(catalogue("en")[key]) == placeholders(catalogue("zh")[key])


def test_chinese_messages_are_chinese():
    chinese = re.compile("[一-鿿]")
    allowed = {
        "origin.unknown",
        "measure.density",
        "finding.engine.fallback",
        "list.separator",
        "list.comma",
        "label.value",
    }
    plain = {key for key, text in catalogue("zh").items() if not chinese.search(text)} - allowed
    assert not plain


def test_every_error_code_has_a_text():
    codes = codes_raised("InputError", "PackError", "EngineError", "PrecontrastError")
    assert codes
    assert not {code for code in codes if not worded("error", code)}


def test_every_finding_code_has_a_text():
    codes = codes_raised("Finding", "Note")
    assert codes
    assert not {code for code in codes if not worded("finding", code)}


def test_every_message_named_in_the_program_exists():
    known = catalogue("en")
    prefixes = {key.split(".")[0] for key in known}
    pattern = re.compile(r"^[a-z]+(\.[a-z_-]+)+$")
    named = {text for text in string_literals("desktop") if pattern.match(text) and text.split(".")[0] in prefixes}
    # Codes of errors and findings are named without their prefix.
    missing = {
        key for key in named if key not in known and f"error.{key}" not in known and f"finding.{key}" not in known
    }
    assert not {key for key in missing if not key.endswith((".py", ".json", ".toml", ".pdf", ".ttf"))}


def test_an_error_is_worded_in_the_chosen_language():
    error = InputError("file.not-found", path="测试 é/a.json")
    assert Language("en").error(error) == "测试 é/a.json does not exist"
    assert Language("zh").error(error) == "测试 é/a.json 不存在"


def test_a_missing_value_does_not_break_a_message():
    assert Language("en").text("error.file.not-found") == "? does not exist"


@pytest.mark.parametrize(
    ("code", "expected"), [("zh_CN.UTF-8", "zh"), ("zh", "zh"), ("en_GB", "en"), ("C", "en"), (None, "en")]
)
def test_the_language_follows_the_locale(code, expected):
    assert language_of(code).code == expected
