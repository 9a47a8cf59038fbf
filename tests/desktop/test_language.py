"""Both catalogues are complete, agree in their placeholders, and know every code that the program uses."""

import ast
import errno
import os
import re
import string
from pathlib import Path

import pytest

from desktop.language import LANGUAGES, Language, language_of
from inference.answers import AnswerSheet
from inference.errors import InputError
from inference.packs.manifest import Manifest
from inference.reading import OF_EVERY_FAULT, os_reason, parse_json, parse_toml, read_typed
from inference.site import SiteProfile
from resources.messages import catalogue
from tests.helpers.manifests import RISK
from tests.helpers.packs import manifest_data
from tests.helpers.signature import CLASSIFY, DEEP, LOGISTIC, SIGNATURE
from tests.helpers.sources import calls, nodes

ROOT = Path(__file__).parents[2]


def placeholders(text: str) -> set[str]:
    return {name.split(".")[0] for _, name, _, _ in string.Formatter().parse(text) if name}


def string_literals(*folders: str) -> set[str]:
    return {
        node.value
        for folder in folders
        for path in (ROOT / folder).rglob("*.py")
        for node in nodes(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def codes_raised(*names: str) -> set[str]:
    """First arguments of calls such as InputError("code", ...)."""
    paths = (path for folder in ("inference", "desktop") for path in (ROOT / folder).rglob("*.py"))
    firsts = (call.args[0] for path in paths for call in calls(path, names))
    return {first.value for first in firsts if isinstance(first, ast.Constant) and isinstance(first.value, str)}


def worded(kind: str, code: str) -> bool:
    return (code if code.startswith("dicom.") else f"{kind}.{code}") in catalogue("en")


def test_both_languages_have_the_same_messages():
    assert catalogue("en").keys() == catalogue("zh").keys()


def test_no_message_is_empty():
    assert not [(code, key) for code in LANGUAGES for key, text in catalogue(code).items() if not text.strip()]


def test_messages_have_the_same_placeholders_in_both_languages():
    en, zh = catalogue("en"), catalogue("zh")
    assert not {key for key in en if placeholders(en[key]) != placeholders(zh[key])}


def test_one_thing_is_not_counted_in_the_plural():
    english, ones = Language("en"), dict.fromkeys(("count", "files", "gaps", "needed", "failed"), 1)
    plural = re.compile(
        r"\b1 (DICOM |signed )?(slices|images|files|values|checks|characters|cases|jumps|reports|copies)\b"
    )
    said = {key: english.text(key, **ones) for key in catalogue("en")}
    assert not {key: text for key, text in said.items() if plural.search(text) or re.search(r"\b1 (are|were)\b", text)}
    assert "2 slices are missing in 3 places" in english.text("dicom.missing-slices", count=2, gaps=3)


def test_chinese_messages_are_chinese():
    chinese = re.compile("[一-鿿]")
    allowed = {
        "origin.unknown",
        "measure.density",
        "list.separator",
        "list.comma",
        "label.value",
        "ui.action.language-en",
        "ui.browser.patient",
        "ui.browser.study",
        "ui.language.en",
        "ui.start.case",
        "value.percent",
        "ui.viewer.tip-with-key",
        "ui.worklist.case",
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


def test_every_fault_of_a_dataclass_has_a_text():
    kinds = codes_raised("Fault")
    assert kinds
    assert not {kind for kind in kinds if f"schema.problem.{kind}" not in catalogue("en")}


def test_no_fault_of_a_dataclass_calls_its_own_what_every_fault_has():
    given = {name.arg: path.name for path in (ROOT / "inference").rglob("*.py") for call in calls(path, ("Fault",))
             for name in call.keywords}  # fmt: skip
    assert given and not OF_EVERY_FAULT & given.keys()


# What the border refuses in a manifest, a site profile or an answer sheet, each with the value that brings it out.
WRONG = (None, "x", "", 1, -1, 2.5, True, [], [1], {}, {"a": 1}, float("inf"), "\ud800", 10**400, "9" * 5000)
ANSWERS = {"answers": {"age": 3}, "patient": {"age_years": 3}, "regions": {"r": {"centre_mm": [1, 2], "radius_mm": 3}}}
SITE = {
    "prevalence": {"cme": {"events": 3, "injections": 100, "source": "r"}, "x": {"rate": 0.1, "source": "r"}},
    "cut_offs": {"cme": {"high": 0.1}},
    "modules": {"cme": ["a"]},
    "population": {"age": {"mean": 3}},
    "agents": [{"id": "a", "label": {"en": "a", "zh": "a"}, "iodine_mg_ml": 300}],
    "paper": "A4",
    "default_pack": "a",
    "actions": {"cme": {"high": [{"en": "a", "zh": "a"}]}},
    "protocol": {"en": "a", "zh": "a"},
}


TRAINED = {"predictors": [SIGNATURE], "steps": [DEEP, CLASSIFY, LOGISTIC]}


def with_each_field_wrong(data, wrong):
    """The data once for each of its fields, with that field replaced."""
    yield wrong
    if isinstance(data, dict | list):
        for key, part in list(data.items() if isinstance(data, dict) else enumerate(data)):
            for changed in with_each_field_wrong(part, wrong):
                copied = data.copy()
                copied[key] = changed
                yield copied


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (Manifest, manifest_data(**RISK)),
        (Manifest, manifest_data(**TRAINED)),
        (SiteProfile, SITE),
        (AnswerSheet, ANSWERS),
    ],
    ids=["manifest", "manifest of a trained risk", "site", "answers"],
)
def test_every_mistake_in_a_file_has_a_text(kind, data):
    without = set()
    for changed in (changed for wrong in WRONG for changed in with_each_field_wrong(data, wrong)):
        try:
            read_typed(kind, changed, "file")
        except InputError as error:
            kind_of_problem = error.parameters["problem_kind"]
            if f"schema.problem.{kind_of_problem}" not in catalogue("en") or "?" in Language("zh").error(error):
                without.add(kind_of_problem)
    assert not without


def wording(function, *arguments) -> dict[str, str]:
    with pytest.raises(InputError) as caught:
        function(*arguments)
    return {code: Language(code).error(caught.value) for code in LANGUAGES}


def test_one_fault_is_not_counted():
    assert wording(read_typed, SiteProfile, {"paper": "A5"}, "site.toml") == {
        "en": "site.toml: the field paper must be one of: A4, Letter",
        "zh": "site.toml：字段 paper 须为以下之一：A4, Letter",
    }


def test_several_faults_are_counted_and_every_field_is_named():
    found = wording(read_typed, SiteProfile, {"paper": "A5", "language": "xx"}, "f")
    assert found["en"].endswith("(2 faults in all; also paper)") and found["zh"].endswith(
        "（共 2 处错误，另见：paper）"
    )
    many = {f"wrong{n}": 1 for n in range(20)}
    assert wording(read_typed, SiteProfile, many, "f")["en"].endswith("wrong7, wrong8, ...)")


def test_a_file_that_is_no_table_at_all_is_named_as_a_whole():
    assert wording(read_typed, AnswerSheet, [1], "a.json") == {
        "en": "a.json: the file as a whole must be an object with named fields",
        "zh": "a.json：文件内容须为由字段组成的对象",
    }


@pytest.mark.parametrize("value", ["1e999", "[63]", '{"years": 63}'])
def test_an_answer_that_cannot_be_one_is_named_once_and_without_the_names_of_types(value):
    found = wording(
        lambda: read_typed(AnswerSheet, parse_json(f'{{"answers": {{"age": {value}}}}}', "a.json"), "a.json")
    )
    assert found["zh"].startswith("a.json：字段 answers.age 须为")
    assert "faults" not in found["en"]


@pytest.mark.parametrize(
    ("text", "word"),
    [('{"age": 1, "age": 2}', "“age”"), ("[NaN]", "NaN"), ("1" * 5000, "数千位"), ("[" * 200_000, "嵌套过深")],
)
def test_what_json_may_not_hold_is_said_each_in_its_own_words(text, word):
    found = wording(parse_json, text, "a.json")["zh"]
    assert word in found
    assert "sys." not in found


def test_broken_toml_is_said_in_chinese_alone():
    assert wording(parse_toml, "rate = 0,27", "site.toml")["zh"] == "site.toml 第 1 行第 9 列：TOML 无效，或名称重复"


def test_why_a_file_cannot_be_read_is_said_in_chinese():
    reasons = [os_reason(OSError(number, os.strerror(number))) for number in (*errno.errorcode, 9999)]
    found = [Language("zh").error(InputError("file.unreadable", path="x", reason=reason)) for reason in reasons]
    assert not [text for text in found if re.search("[A-Za-z]{3}", text)]


@pytest.mark.parametrize(
    ("unit", "en", "zh"), [("a", "years", "岁"), ("d", "days", "天"), ("h", "h", "小时"), ("mL/s", "mL/s", "mL/s")]
)
def test_a_unit_is_written_as_people_do(unit, en, zh):
    assert [Language(code).unit(unit) for code in ("en", "zh")] == [en, zh]


@pytest.mark.parametrize(
    ("unit", "begins"), [("a", "年龄：630 岁，"), ("mL/s", "年龄：630 mL/s，"), ("", "年龄：630，")]
)
def test_a_number_out_of_range_is_shown_with_its_unit(unit, begins):
    evidence = {"value": 630.0, "low": 18.0, "high": 100.0, "unit": unit}
    assert Language("zh").finding("answers.out-of-range", evidence, "年龄").startswith(begins)


def test_every_message_named_in_the_program_exists():
    known = catalogue("en")
    prefixes = {key.split(".")[0] for key in known}
    pattern = re.compile(r"^[a-z]+(\.[a-z_-]+)+$")
    named = {text for text in string_literals("desktop") if pattern.match(text) and text.split(".")[0] in prefixes}
    # Codes of errors and findings are named without their prefix.
    missing = {
        key for key in named if key not in known and f"error.{key}" not in known and f"finding.{key}" not in known
    }
    assert not {
        key for key in missing if not key.endswith((".py", ".json", ".jsonl", ".toml", ".pdf", ".ttf", ".sqlite"))
    }


def test_every_message_is_named_somewhere_in_the_program():
    """Those of the factory have a test of their own."""
    houses = ("inference", "desktop", "resources", "ui")
    named, made = string_literals(*houses), set()
    for path in (path for house in houses for path in (ROOT / house).rglob("*.py")):
        for node in (node for node in nodes(path) if isinstance(node, ast.JoinedStr)):
            parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
            # Where hardly a letter of it is written, it would stand for any message.
            if len(re.findall("[a-z]", "".join(part or "" for part in parts))) > 2:
                made.add("".join("[^ ]+" if part is None else re.escape(part) for part in parts))
    pattern = re.compile("|".join(f"(?:{one})" for one in made))
    # Codes of errors and findings are named without their prefix.
    names = {key: (key, key.partition(".")[2]) for key in catalogue("en") if not key.startswith("factory.")}
    assert not {key for key, own in names.items() if not any(o in named or pattern.fullmatch(o) for o in own)}


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


@pytest.mark.parametrize(
    ("days", "en", "zh"),
    [
        (1, "1 day", "1 天"),
        (91, "91 days", "91 天"),
        (92, "3 months", "3 个月"),
        (730, "23 months", "23 个月"),
        (731, "2 years", "2 年"),
        (765, "2 years 1 month", "2 年 1 个月"),
        (24425, "66 years 10 months", "66 年 10 个月"),
        ("?", "? days", "? 天"),
    ],
)
def test_the_age_of_images_reads_as_months_and_years_where_it_is_long(days, en, zh):
    for code, said in (("en", en), ("zh", zh)):
        evidence = {"date": "1960-01-16", "days": days, "limit": 0}
        sentence = Language(code).finding("series.old-images", evidence, "CT")
        assert said in sentence and Language(code).text("span.days", count=0) in sentence


@pytest.mark.parametrize(("code", "spaced"), [("en", True), ("zh", False)])
def test_a_percentage_is_written_in_one_way_in_each_language(code, spaced):
    # A space before the sign: ISO 80000-1; none: GB/T 15835-2011.
    wrong = re.compile(r"(?<=[\d}])%(?!\w)" if spaced else r"(?<=[\d}])\s%")
    assert {name: text for name, text in catalogue(code).items() if wrong.search(text)} == {}
    assert Language(code).percent("2.8") == ("2.8 %" if spaced else "2.8%")


def test_what_is_drawn_round_a_structure_has_one_name_in_window_and_report():
    shown = re.compile(r"^(ui|report|cases|audit|banner|error\.mask)\.")
    for code, others in (("en", r"(?i)\boutlines?\b"), ("zh", "勾画")):
        found = {key: text for key, text in catalogue(code).items() if shown.match(key) and re.search(others, text)}
        assert not found
