"""The self-test of packs and keys: what is not used is named, and what to do about it."""

from dataclasses import dataclass, field, replace

import pytest

from desktop.language import Language
from desktop.pack_checks import packs
from desktop.places import HOME_VARIABLE, default_places
from inference.engines import Candidate
from inference.golden import Difference
from inference.packs.signing import read_keys
from tests.helpers.packs import bundled


def test_each_file_that_is_no_key_fails_under_its_own_name(tmp_path):
    (tmp_path / "theirs.pub").write_bytes(b"nonsense")
    (tmp_path / "two, key 05.pub").mkdir()
    checks = [check.done(Language("en")) for check in packs.skipped_keys(read_keys([tmp_path]).refused, Language("en"))]
    assert [(check.name, check.subject, check.passed) for check in checks] == [
        ("key", "theirs.pub", False),
        ("key", "two, key 05.pub", False),
    ]
    assert "not an Ed25519 key" in checks[0].detail


@dataclass
class Outcome:
    engines: list = field(default_factory=list)


@pytest.mark.parametrize("runs_models", [True, False])
def test_a_result_that_is_not_what_it_must_be_blames_compiled_models_only_where_one_ran(
    runs_models, tmp_path, monkeypatch
):
    pack = bundled("ich-nag")
    if runs_models:
        pack = replace(pack, files={**pack.files, "models/any.onnx": b""})
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    monkeypatch.setattr(packs, "_offered", lambda: [Candidate("onnxruntime", "CPU")])
    monkeypatch.setattr(packs, "run_case", lambda *_: Outcome())
    monkeypatch.setattr(packs, "compare", lambda *_: [Difference("measures.v.volume_ml", 5.58, 3.78)])
    (planned,) = packs.golden(pack, default_places(), Language("en"))
    found = planned.run()
    assert not found.passed
    assert "measures.v.volume_ml: 5.58 expected, 3.78 found" in found.detail
    assert (str(default_places().compiled_models) in found.detail) == runs_models
    assert ("correct the pack" in found.detail) != runs_models
