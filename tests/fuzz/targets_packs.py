"""Keys, packs, models: what comes from other people."""

from __future__ import annotations

import io
import json
import tempfile
from functools import cache
from pathlib import Path

import numpy as np

from inference.engines import EngineProvider, provider
from inference.engines.compiled import CompiledModels
from inference.engines.graph import check_graph
from inference.golden import compare, read_case, run_case
from inference.packs.files import SIGNATURE, SUMS, zip_bytes
from inference.packs.signing import check_sums, find_signer, list_sums, read_trusted_keys
from inference.packs.store import MANIFEST, load_pack
from inference.risk.permutation import orders_of, permuted
from inference.risk.svm import MOST, read_machine
from inference.risk.trees import read_ensemble
from tests.fuzz.reporting import report
from tests.fuzz.target import Target
from tests.helpers import graphs
from tests.helpers.learnt import MACHINE, NAMES
from tests.helpers.manifests import ABOUT_KIDNEYS, EVENT, IMAGE, RISK, lookup, rules, score, with_images
from tests.helpers.manifests import segment as segmented
from tests.helpers.packs import RESOURCES, as_bytes, bundled, choice, formula, make_pack, manifest_data, number, text

REGION = {"kind": "region", "id": "mean", "title": text(), "image": "ct", "region": "lesion", "predictor": "a"}
MEASURED = {"images": [IMAGE], "predictors": [number("a")], "steps": [{**REGION, "unit": "HU"}]}
NAG = RESOURCES / "packs" / "ich-nag"


@cache
def keys() -> list[bytes]:
    """Public keys of every kind that somebody could leave in the folder."""
    from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa, x25519
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    # Numbers instead of chance: the same inputs every time.
    made = [
        ed25519.Ed25519PrivateKey.from_private_bytes(bytes(range(32))).public_key(),
        ed448.Ed448PrivateKey.from_private_bytes(bytes(range(57))).public_key(),
        x25519.X25519PrivateKey.from_private_bytes(bytes(range(32))).public_key(),
        ec.derive_private_key(7, ec.SECP256R1()).public_key(),
        rsa.RSAPublicNumbers(65537, 2**1023 + 1155).public_key(),
    ]
    forms = [key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo) for key in made]
    return [(RESOURCES / "keys" / "precontrast.pub").read_bytes(), *forms]


def read_key(data: bytes, folder: Path) -> None:
    """A key of any content must not cost the one beside it."""
    (folder / "a.pub").write_bytes(data)
    (folder / "good.pub").write_bytes(keys()[0])
    assert "good" in [key.signer for key in read_trusted_keys([folder])]


def manifests() -> list[bytes]:
    """Small packs with every kind of step that needs no image, and one with images."""
    items = [{"title": text(), "predictor": "c", "points": {"no": 0, "yes": 1}}]
    derived = number("d", decimals=2, derive={"formula": "a / b"}, unit="mL")
    changes = [
        {},
        {"predictors": [number("a"), number("b"), derived], "steps": [formula(expression="a * d", decimals=3)]},
        RISK,
        {"predictors": [choice("c")], "steps": [lookup({"no": {"x": 1.0}, "yes": {"x": 2.0}})]},
        {"predictors": [choice("c")], "steps": [score(items)]},
        {"steps": [formula(), rules(("sum", "<", 3.0))]},
        with_images(segmented()),
        {**ABOUT_KIDNEYS, "event": EVENT, "words": {"measures": text()}, "gates": {"noisy_hu": 9}},
    ]
    shipped = [(RESOURCES / "packs" / name / MANIFEST).read_bytes() for name in ("ich-bat", "cmr-ecv")]
    return [as_bytes(manifest_data(**change)) for change in changes] + shipped


def use_manifest(data: bytes, folder: Path) -> None:
    """What is accepted must give a report, whatever is known of the patient."""
    report(data)


def dumps() -> list[bytes]:
    """Trees as XGBoost dumps them: a whole model, one tree, a leaf alone."""
    data = (RESOURCES.parent / "tests" / "helpers" / "lung_nodule" / "trees.json").read_bytes()
    first = json.loads(data)[0]
    return [data, as_bytes([first]), as_bytes([first["children"][0]]), as_bytes([{"nodeid": 0, "leaf": 1, "cover": 2}])]


FEATURES = ("age", "volume", "density", "spiculated.yes", "emphysema.yes", "upper_lobe.yes")


def walk_trees(data: bytes, folder: Path) -> None:
    """What is accepted gives finite numbers, and attributions that make them."""
    trees = read_ensemble(data, FEATURES, 0.5, "trees.json")
    for values in ((63.0, 0.82, 12.0, 1.0, 0.0, 1.0), (float("nan"),) * 6, (1e12, -1e12, 0.0, 0.0, 0.0, 0.0)):
        amounts, output = trees.shapley(values), trees.output(values)
        assert np.isclose(trees.base + amounts.sum(), output, atol=1e-6 * max(1.0, float(np.abs(trees.leaf).max())))


def machines() -> list[bytes]:
    """Support vector machines of both kernels."""
    return [as_bytes(MACHINE), as_bytes({**MACHINE, "gamma": None})]


def run_machine(data: bytes, folder: Path) -> None:
    """What is accepted gives finite log-odds, and attributions that make them."""
    machine = read_machine(data, NAMES, "linear" if b'"gamma": null' in data else "rbf", "svm.json")
    for values in ((63.0, 0.82, 1.0), (MOST, -MOST, 0.0)):
        standard = machine.standard(values)
        output = float(machine.log_odds(standard[None])[0])
        base, amounts = permuted(machine.log_odds, standard, [[0], [1], [2]], orders_of(3))
        assert np.isfinite(output)
        assert np.isclose(base + amounts.sum(), output, atol=1e-6 * max(1.0, abs(base), float(np.abs(amounts).max())))


def sums() -> list[bytes]:
    return [(NAG / SUMS).read_bytes(), list_sums({MANIFEST: b"{}"})]


def compare_sums(data: bytes, folder: Path) -> None:
    files = {MANIFEST: b"{}", SUMS: data, SIGNATURE: data[:64]}
    check_sums(files, "pack")
    find_signer(files, read_trusted_keys([RESOURCES / "keys"]), "pack")


def packs() -> list[bytes]:
    files = {MANIFEST: as_bytes(manifest_data()), "golden/case.json": b'{"sheet": {}, "expected": {"kind": "refusal"}}'}
    return [zip_bytes(files), zip_bytes({path.name: path.read_bytes() for path in NAG.glob("*") if path.is_file()})]


def open_pack_file(data: bytes, folder: Path) -> None:
    path = folder / "x.pack"
    path.write_bytes(data)
    load_pack(path, read_trusted_keys([RESOURCES / "keys"]), allow_unsigned=True)


def open_pack_folder(data: bytes, folder: Path) -> None:
    """The manifest of a folder; what stands in it must not matter to the reading of the files."""
    (folder / MANIFEST).write_bytes(data)
    load_pack(folder, [], allow_unsigned=True)


def golden() -> list[bytes]:
    shipped = [(RESOURCES / "packs" / name / "golden/case.json").read_bytes() for name in ("ich-nag", "cmr-ecv")]
    measured = {
        "sheet": {"answers": {"a": 3}, "regions": {"lesion": {"centre_mm": [2, 2, 2], "radius_mm": 2}}},
        "images": {"ct": "golden/ct.npz"},
        "expected": {"kind": "answer", "numbers": {"results.mean.mean": 31.5}},
    }
    return [as_bytes(measured), *shipped]


def open_golden(data: bytes, folder: Path) -> None:
    """A case that can be read is run, with an image of the pack."""
    pack = make_pack({"golden/case.json": data, "golden/ct.npz": images()[0]}, **MEASURED)
    case = read_case(pack)
    compare(run_case(pack, case, EngineProvider()), case.expected)


@cache
def images() -> list[bytes]:
    places = {"origin_mm": np.zeros(3), "spacing_mm": np.ones(3)}
    made = []
    for hu in (np.arange(64, dtype=np.int16).reshape(4, 4, 4), np.ones((2, 3, 4))):
        buffer = io.BytesIO()
        np.savez(buffer, hu=hu, **places)
        made.append(buffer.getvalue())
    return made


def open_image(data: bytes, folder: Path) -> None:
    pack = make_pack({"golden/case.json": golden()[0], "golden/ct.npz": data}, **MEASURED)
    run_case(pack, read_case(pack), EngineProvider())


def times() -> list[bytes]:
    return [as_bytes({"0" * 64 + " openvino:CPU 2": {"openvino:CPU": 0.1}})]


def read_times(data: bytes, folder: Path) -> None:
    """Measurements that cannot be read are measured again."""
    path = folder / "engines.json"
    path.write_bytes(data)
    provider._remembered(path)
    provider._remember(path, "key", {"openvino:CPU": 0.1})
    assert provider._remembered(path)["key"] == {"openvino:CPU": 0.1}


IDENTITY = {"model": "0" * 64}
BLOB = bytes(range(200))


def sealed() -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "key").write_bytes(bytes(32))
        kept = CompiledModels(Path(folder) / "kept", Path(folder) / "key")
        kept.keep(IDENTITY, BLOB)
        return [kept._path(IDENTITY).read_bytes()]


def use_sealed(data: bytes, folder: Path) -> None:
    """What is not as it was written is not used."""
    (folder / "key").write_bytes(bytes(32))
    kept = CompiledModels(folder, folder / "key")
    kept._path(IDENTITY).write_bytes(data)
    assert kept.get(IDENTITY) in (None, BLOB)
    assert (kept.get(IDENTITY) is None) == (data != sealed_whole())


@cache
def sealed_whole() -> bytes:
    return sealed()[0]


def models() -> list[bytes]:
    made = graphs.convolution(), graphs.quantized(), graphs.two_of_each()
    return [model.SerializeToString() for model in made]


def check_model(data: bytes, folder: Path) -> None:
    check_graph(data, "model.onnx")


FIELDS = tuple(sorted({json.dumps(key).encode() for key in json.loads(manifests()[4]) | bundled("ich-bat").files}))
TARGETS = [
    Target("key", read_key, keys, (b"-----BEGIN PUBLIC KEY-----", b"-----END", b"MCowBQYDK2VwAyEA", b"BgUrgQQACgE=")),
    Target("manifest", use_manifest, manifests, FIELDS),
    Target("svm", run_machine, machines, (b'"gamma"', b'"dual"', b'"support"', b"e300", b"-1")),
    Target("trees", walk_trees, dumps, (b'"leaf"', b'"cover"', b'"missing"', b"e300", b"-1")),
    Target("sums", compare_sums, sums, (b"  ", b" *", b"\n", b"pack.json")),
    Target("pack", open_pack_file, packs, (b"PK\3\4", b"PK\1\2", b"PK\5\6", b"PK\6\6", b"\1\0\1\0")),
    Target("pack-folder", open_pack_folder, manifests, FIELDS),
    Target("golden", open_golden, golden, (b'"numbers"', b'"phantom"')),
    Target("image", open_image, images, (b".npy", b"'descr': ", b"'shape': (", b"<i8", b"|O", b"<U9")),
    Target("engine-times", read_times, times, (b"0.1", b"openvino:CPU")),
    Target("compiled", use_sealed, sealed),
    Target("model", check_model, models, (b"If", b"Loop", b"Scan", b"location"), 0.2),
]
