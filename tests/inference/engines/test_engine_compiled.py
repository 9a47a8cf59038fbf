"""Compiled models that are kept: nothing is used that is not what was written for this very model."""

import os

import numpy as np
import pytest

from inference.engines import EngineProvider, check_graph, openvino_engine, provider
from inference.engines.compiled import MOST_KEPT, CompiledModels
from tests.helpers.graphs import SHAPE, convolution, two_of_each

ONE, OTHER = (convolution(seed).SerializeToString() for seed in (0, 1))
IDENTITY = {"model": "0" * 64, "engine": "1", "device": "CPU"}


@pytest.fixture
def kept(tmp_path):
    return CompiledModels(tmp_path / "cache" / "compiled", tmp_path / "data" / "compiled.key")


@pytest.fixture
def compilations(monkeypatch):
    """How often each model was compiled rather than taken from what was kept."""
    counted = []
    real = openvino_engine._keep
    monkeypatch.setattr(openvino_engine, "_keep", lambda *rest: (counted.append(1), real(*rest)))
    return counted


def answer(tmp_path, model=ONE):
    engines = EngineProvider("openvino:CPU", None, tmp_path / "cache", tmp_path / "data" / "key", threads=1)
    result = engines.load(model, "m.onnx").run_single(np.ones(SHAPE, np.float32))
    engines.close()
    return result


def blobs(folder):
    return sorted(folder.glob("*.blob"), key=lambda path: path.stat().st_mtime_ns)


def test_a_model_is_compiled_once_and_gives_the_same_from_what_was_kept(tmp_path, compilations):
    assert (answer(tmp_path) == answer(tmp_path)).all()
    assert len(compilations) == 1
    assert {path.stat().st_mode & 0o077 for path in (tmp_path / "cache").rglob("*")} == {0}
    assert (tmp_path / "data" / "key").stat().st_mode & 0o077 == 0


def test_names_of_several_inputs_and_outputs_survive_in_what_was_kept(tmp_path, compilations):
    data = two_of_each().SerializeToString()
    graph = check_graph(data, "m.onnx")
    given = {name: np.arange(5, dtype=np.float32)[None] * n for n, name in enumerate(graph.inputs, start=1)}
    made = []
    for _ in range(2):
        engines = EngineProvider("openvino:CPU", None, tmp_path / "cache", threads=1)
        made.append(engines.load(data, "m.onnx", graph).engine.run(given))
        engines.close()
    assert len(compilations) == 1
    assert [{name: array.tolist() for name, array in one.items()} for one in made] == [
        {"sum": [[0.0, 4.0, 8.0, 12.0, 16.0]], "place": [[0, 1, 1, 1, 1]]}
    ] * 2


def test_a_model_is_checked_once_by_a_version_of_the_program_and_again_where_that_is_not_as_written(
    tmp_path, monkeypatch
):
    checks = []
    real = provider.check_graph
    monkeypatch.setattr(provider, "check_graph", lambda *given: (checks.append(1), real(*given))[1])
    data = two_of_each().SerializeToString()

    def loaded():
        engines = EngineProvider("onnxruntime:CPU", None, tmp_path / "cache", threads=1)
        graph = engines.load(data, "m.onnx", real(data, "m.onnx")).graph
        engines.close()
        return graph

    assert loaded() == loaded() == real(data, "m.onnx")
    assert len(checks) == 1
    (written,) = blobs(tmp_path / "cache")
    written.write_bytes(written.read_bytes().replace(b"float32", b"float16"))
    assert loaded() == real(data, "m.onnx")
    monkeypatch.setattr(provider, "__version__", "another")
    assert loaded() == real(data, "m.onnx")
    assert len(checks) == 3


def test_another_models_blob_under_its_name_is_not_used(tmp_path, compilations):
    right = answer(tmp_path)
    first = blobs(tmp_path / "cache")[-1]
    answer(tmp_path, OTHER)
    second = blobs(tmp_path / "cache")[-1]
    first.write_bytes(second.read_bytes())
    assert (answer(tmp_path) == right).all()
    assert len(compilations) == 3
    # What replaced it is sound again.
    assert (answer(tmp_path) == right).all()
    assert len(compilations) == 3


def test_a_blob_that_another_installation_has_sealed_is_not_used(tmp_path, compilations):
    right = answer(tmp_path)
    (tmp_path / "data" / "key").unlink()
    assert (answer(tmp_path) == right).all()
    assert len(compilations) == 2


def damages(data: bytes):
    yield from (data[:at] + bytes([data[at] ^ 1 << at % 8]) + data[at + 1 :] for at in range(len(data)))
    yield from (data[:at] for at in (0, 1, 31, 32, 33, len(data) - 1))
    yield from (data + b"\0", data + data, bytes(len(data)), data[32:], data[:-20] + bytes(20))


def test_one_changed_bit_anywhere_or_a_lost_part_is_seen(kept):
    kept.keep(IDENTITY, bytes(range(64)))
    (path,) = blobs(kept.folder)
    whole = path.read_bytes()
    used = []
    for number, data in enumerate(damages(whole)):
        path.write_bytes(data)
        if kept.get(IDENTITY) is not None:
            used.append(number)
    assert used == []
    path.write_bytes(whole)
    assert kept.get(IDENTITY) == bytes(range(64))


@pytest.mark.parametrize("change", [{"model": "1" * 64}, {"engine": "2"}, {"device": "GPU"}, {"settings": "f16"}])
def test_what_was_made_of_or_for_something_else_is_not_used_under_its_name_either(kept, change):
    kept.keep(IDENTITY, b"blob")
    assert kept.get({**IDENTITY, **change}) is None
    other = kept._path({**IDENTITY, **change})
    other.write_bytes(blobs(kept.folder)[0].read_bytes())
    assert kept.get({**IDENTITY, **change}) is None


def test_a_pipe_a_link_or_a_folder_in_its_place_makes_nothing_wait(kept, tmp_path):
    kept.keep(IDENTITY, b"blob")
    (path,) = blobs(kept.folder)
    elsewhere = path.rename(tmp_path / "elsewhere")
    path.symlink_to(elsewhere)
    assert kept.get(IDENTITY) is None
    path.unlink()
    os.mkfifo(path)
    assert kept.get(IDENTITY) is None
    path.unlink()
    path.mkdir()
    assert kept.get(IDENTITY) is None
    kept.keep(IDENTITY, b"blob")  # cannot be written, and costs nothing


def test_what_earlier_versions_left_and_the_oldest_of_many_are_taken_away(kept):
    kept.folder.mkdir(parents=True)
    (kept.folder / "11240875437891.blob").write_bytes(b"of OpenVINO's own cache")
    for number in range(MOST_KEPT + 3):
        kept.keep({"model": str(number)}, b"blob")
    assert len(blobs(kept.folder)) == MOST_KEPT
    assert kept.get({"model": str(MOST_KEPT + 2)}) == b"blob"
