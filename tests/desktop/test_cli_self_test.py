"""``precontrast self-test``: failed checks are told in the user's language and by an exit code of their own."""

import json

import pytest

from desktop.cli import exits
from desktop.cli.main import main
from desktop.pack_library import PackLibrary
from tests.helpers.packs import write_pack

CASE = {"sheet": {"answers": {"a": 1, "b": 2}}, "expected": {"kind": "answer", "numbers": {"results.sum.value": 3}}}


@pytest.fixture(autouse=True)
def own_home(monkeypatch, tmp_path):
    monkeypatch.setenv("PRECONTRAST_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("inference.dicom.selfcheck.decode_samples", lambda: iter([("RLE", "", 0.0)]))


def pack_expecting(folder, total: float) -> str:
    case = {**CASE, "expected": {"kind": "answer", "numbers": {"results.sum.value": total}}}
    return str(write_pack(folder, {"golden/case.json": json.dumps(case).encode()}))


@pytest.mark.parametrize(("total", "code"), [(3, exits.ANSWER), (4, exits.UNTRUSTED)])
def test_a_golden_case_that_fails_makes_the_pack_unusable(total, code, tmp_path):
    assert main(["self-test", pack_expecting(tmp_path / "p", total), "--allow-unsigned"]) == code


def test_a_difference_is_told_in_the_language(tmp_path, capsys):
    main(["--lang", "zh", "self-test", pack_expecting(tmp_path / "p", 4), "--allow-unsigned"])
    assert "results.sum.value：预期 4，实得 3" in capsys.readouterr().out


def test_a_pack_without_a_golden_case_is_told_in_the_language(tmp_path, capsys):
    main(["--lang", "zh", "self-test", str(write_pack(tmp_path / "p")), "--allow-unsigned"])
    shown = capsys.readouterr().out
    assert "缺少清单所列的 golden/case.json" in shown
    assert "pack.file-missing" not in shown


def test_a_decoder_that_fails_is_told_in_the_language(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("inference.dicom.selfcheck.decode_samples", lambda: iter([("RLE", "wrong", 0.0)]))
    code = main(["--lang", "zh", "self-test", pack_expecting(tmp_path / "p", 3), "--allow-unsigned"])
    assert code == exits.UNTRUSTED
    assert "测试图像读取有误" in capsys.readouterr().out


def test_without_a_usable_pack_it_says_so_and_fails(capsys, monkeypatch):
    monkeypatch.setattr(PackLibrary, "all", lambda self: [])
    assert main(["--lang", "en", "self-test"]) == exits.UNTRUSTED
    assert "no pack can be used" in capsys.readouterr().out
