"""The factory's sentences in two languages."""

import ast
import copy
import json
import pickle
import re
from pathlib import Path

import pytest

from resources.messages import catalogue
from training.cli import main
from training.cohort.faults import CohortFaults, Fault
from training.errors import BadInput, sentence_of
from training.wording import in_language, spoken_language, worded

TRAINING = Path(__file__).parents[2] / "training"
CHINESE = re.compile("[\u4e00-\u9fff]")
OF_CHECK = sorted((TRAINING / "cohort").glob("*.py"))
OTHER_COMMANDS = {"drawing.py", "samplesize.py"}
SENTENCE = re.compile(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}")


def strings_in(node: ast.AST) -> list[str]:
    return [c.value for c in ast.walk(node) if isinstance(c, ast.Constant) and isinstance(c.value, str)]


def strings_said(path: Path) -> list[str]:
    """English texts of a module that are handed to a fault, an error or the console; programmers' own are left out."""
    said = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            if name in {"Fault", "CellError", "BadInput", "GeometryError", "fault", "say", "_fault"}:
                for part in [*node.args, *(k.value for k in node.keywords)]:
                    said += [
                        c.value for c in ast.walk(part) if isinstance(c, ast.Constant) and isinstance(c.value, str)
                    ]
        elif isinstance(node, ast.Assign) and any(
            isinstance(t, ast.Name) and t.id in {"problem", "mend", "title", "head"} for t in node.targets
        ):
            said += strings_in(node.value)
    return said


def test_no_sentence_of_check_is_written_in_one_language_only():
    plain = {
        (path.name, text)
        for path in OF_CHECK
        if path.name not in OTHER_COMMANDS
        for text in strings_said(path)
        if SENTENCE.search(text)
    }
    assert not plain


def test_every_message_of_the_factory_is_used_and_every_one_used_exists():
    known = {name for name in catalogue("en") if name.startswith("factory.") and name != "factory.bad-input"}
    written = "\n".join(path.read_text(encoding="utf-8") for path in TRAINING.rglob("*.py"))
    named = set(re.findall(r'"(factory\.[a-z.-]+)"', written)) - {"factory.bad-input"}
    assert named <= known
    unused = {name for name in known - named if not re.search(rf'"{re.escape(name.rpartition(".")[2])}"', written)}
    # These end in a value: with or without, series or study, one or many.
    endings = r'f"(factory\.[a-z.-]+)\{'
    assert not {n for n in unused if not any(n.startswith(start) for start in re.findall(endings, written))}


@pytest.fixture
def cohort(tmp_path):
    settings = TRAINING / "simulate" / "cohort.toml"
    (tmp_path / "cohort.toml").write_text(settings.read_text(encoding="utf-8"), encoding="utf-8")
    head = "case,study,mask,outcome,split,age [a],sex,bmi [kg/m2],hypertension,diabetes,chemotherapy\n"
    rows = "a,gone,nowhere.nii.gz,2,train,640,female,22,yes,no,no\nb,gone,,1,nonsense,50,x,22,yes,no,no\n"
    rows += "c,gone,,1,,50,male,22,yes,no,no\n"
    (tmp_path / "cohort.csv").write_text(head + rows, encoding="utf-8")
    return tmp_path / "cohort.csv"


def test_check_says_all_in_chinese_and_programs_get_english(cohort, capsys):
    assert main(["check", str(cohort), "--lang", "zh"]) == 2
    printed = capsys.readouterr().out
    for chinese in ("错误：", "处理方法", "发生事件填 1", "超出 18 至 ", "请更正 study 列"):
        assert chinese in printed, printed
    rest = re.sub(r"\S*/\S*|cohort\.toml|unknown|train\b|[a-z_]+\.csv", "", printed)
    assert not SENTENCE.search(rest.replace("train, validation, external", "")), rest
    assert main(["check", str(cohort), "--lang", "zh", "--json"]) == 2
    faults = json.loads(capsys.readouterr().out)["faults"]
    assert not any(CHINESE.search(fault["problem"] + fault["mend"]) for fault in faults)


def test_a_wrong_header_is_told_in_chinese_whoever_raises_it(cohort, capsys):
    cohort.write_text("case,studyy,outcome\na,b,1\n", encoding="utf-8")
    assert main(["--lang=zh", "split", str(cohort), "--work", str(cohort.parent / "work")]) == 2
    said = capsys.readouterr().err
    assert said.startswith("错误：") and "是否应为 study？" in said and "处错误：" in said


def test_a_sentence_keeps_its_languages_through_errors_copies_and_processes():
    sentence = worded("factory.file.overlap", path="m.nii", vessel=worded("factory.faults.row", row=2))
    for kept in (sentence, copy.deepcopy(sentence), pickle.loads(pickle.dumps(BadInput(sentence))).args[0]):
        assert str(kept) == "m.nii overlaps row 2; a voxel belongs to one vessel"
        assert in_language(kept, "zh") == "m.nii 与 第 2 行 重叠；每个体素只能属于一支血管"
    many = CohortFaults("c.csv", [Fault(2, "a", "age", sentence, worded("factory.cell.correct"))] * 2)
    assert sentence_of(pickle.loads(pickle.dumps(many)), "zh").startswith(
        "c.csv 有 2 处错误：\n  第 2 行，病例 a，age："
    )


@pytest.mark.parametrize(
    ("arguments", "environment", "wanted"),
    [
        (["check", "--lang", "zh"], "en_US.UTF-8", "zh"),
        (["--lang=en", "check"], "zh_CN.UTF-8", "en"),
        (["check"], "zh_CN.UTF-8", "zh"),
        (["check"], "C.UTF-8", "en"),
    ],
)
def test_the_language_is_the_options_else_the_environments(arguments, environment, wanted, monkeypatch):
    monkeypatch.setenv("LANGUAGE", environment)
    assert spoken_language(arguments) == wanted
