"""Put the pack ``cme-vessels-demo`` together from the two networks and the clinical pack.

``python -m training.packing.vessels_demo --models FOLDER --atlas FOLDER``

The clinical part is taken from ``cme-literature-prior``, so that the two packs never disagree; the figures from
``results.json``, which :mod:`training.vessels.evaluate` writes; the golden case from running the pack on the phantom.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from inference.engines import EngineProvider
from inference.golden import CASE, read_case, run_case
from inference.packs.files import SIGNATURE, SUMS
from inference.packs.schema_1 import as_schema_2
from inference.packs.store import load_pack
from inference.reading import to_plain
from training.packing.entries import role_entry
from training.recipes.hu2025 import HU2025 as RECIPE
from training.vessels.patients import patients
from training.vessels.step import segment_step

PACKS = Path(__file__).parents[2] / "resources" / "packs"
PACK_ID, CLINICAL = str(RECIPE.pack.licences_of), str(RECIPE.pack.base)
VERSION = "1.5.0"
RESULTS = Path(__file__).parents[1] / "vessels" / "results.json"
DRAWN = sum(not patient.enhanced for patient in patients())
"""Patients whose vessels were drawn on a scan as it is."""
MEAN = "mean of the real sides"
IMAGE_TOLERANCE = 0.12
"""Engines round differently, and a thin vein's volume follows its border voxels."""


def text(en: str, zh: str) -> dict[str, str]:
    """A text in both languages."""
    return {"en": en, "zh": zh}


def manifest(figures: list[Any]) -> dict[str, Any]:
    """The manifest of the vessel pack."""
    pack = dict(as_schema_2(json.loads((PACKS / CLINICAL / "pack.json").read_text(encoding="utf-8"))))
    pack["id"], pack["version"], pack["status"] = PACK_ID, VERSION, "simulation-trained"
    pack["title"] = text("Extravasation risk with neck and subclavian vessels", "对比剂外渗风险（颈部与锁骨下血管）")
    pack["summary"] = text(
        "Right common carotid, internal jugular, subclavian artery and vein segmented and measured on non-contrast CT; "
        "risk from clinical factors.",
        "在平扫 CT 上分割并测量右颈总动脉、颈内静脉、锁骨下动脉与静脉；风险由临床因素估计。",
    )
    pack["images"] = [role_entry(RECIPE.image)]
    pack["regions"] = [to_plain(RECIPE.region)]
    pack["structures"] = [to_plain(structure) for structure in RECIPE.structures]
    measure = {"kind": "measure", "id": "measures", "segment": "vessels", "part_of_answer": False}
    pack["steps"] = [segment_step(RECIPE), measure, *pack["steps"]]
    pack["fallback"] = CLINICAL
    pack["figures"] = [*figures, *pack["figures"]]
    pack["limits"] = [*_limits(), *pack["limits"]]
    pack["licence"] = text(
        "Network weights: CC BY-SA 4.0, trained on simulations from the SPL head and neck atlas (3D Slicer licence) "
        f"and BodyParts3D (CC BY-SA) and on scans of {DRAWN + 1} patients of the NCI Imaging Data Commons (CC BY); "
        "text: Apache-2.0",
        "网络权重：CC BY-SA 4.0，由 SPL 头颈图谱（3D Slicer 许可）与 BodyParts3D（CC BY-SA）仿真及 NCI Imaging Data "
        f"Commons {DRAWN + 1} 例患者的扫描（CC BY）训练；文字：Apache-2.0",
    )
    pack["attribution"] = [*RECIPE.pack.credits, *RECIPE.pack.start_credits]
    return pack


def _limits() -> list[dict[str, str]]:
    return [
        text(
            f"The networks were trained on simulated CT and on real scans of {DRAWN} patients with one reader's masks; "
            "on other scans they are worse than a human reader and can be wrong where every gate passes: check the "
            "contours.",
            f"网络以仿真 CT 及 {DRAWN} 例患者的真实扫描（一名阅片者勾画）训练；在其他扫描上不及人工勾画，即使各项质量"
            "检查均通过也可能出错：请核对轮廓。",
        ),
        text(
            "Vessel figures are reported for checking; they are not part of the probability.",
            "血管测量仅供核对，未计入概率。",
        ),
        text("Right side only; adults; non-contrast CT.", "仅右侧；成人；平扫 CT。"),
    ]


def figures_of(results: dict[str, Any]) -> list[dict[str, Any]]:
    """What :mod:`training.vessels.evaluate` and the folds found, as the report shows it."""
    int8, fp32 = results["int8"], results["fp32"]
    sides = usual(results["left_out"])
    cases, people = int8["simulated"]["cases"], len({side["patient"] for side in sides})
    return [
        {
            "title": text(
                f"Dice on {cases} held-out simulations, {_names()} (fp32)",
                f"{cases} 例留出仿真的 Dice，{_names()}（fp32）",
            ),
            "value": f"{_row(int8['simulated'])} ({_row(fp32['simulated'])})",
        },
        {
            "title": text(
                f"Dice in the inlet of a real scan that training left out, mean of {len(sides)} sides of {people} "
                "patients (least)",
                f"未参与训练的真实扫描胸廓入口处的 Dice，{people} 名患者 {len(sides)} 侧均值（最低）",
            ),
            "value": f"{_row(_over(sides, np.mean))} ({_row(_over(sides, min))})",
        },
    ]


def usual(sides: list[Any]) -> list[Any]:
    """Those without a variant: that is no course that the networks were to learn."""
    return [side for side in sides if not side["variant"]]


def _over(sides: list[Any], how: Callable[[list[float]], float], part: str = "dice_inlet") -> dict[str, float]:
    """One figure for each vessel over several sides; 0 where the region was not found, NaN where no truth speaks."""
    figures = {}
    for name in RECIPE.structure_ids:
        values = [side[part][name] if side["found"] else 0.0 for side in sides]
        told = [value for value in values if value is not None]
        figures[name] = float(how(told)) if told else float("nan")
    return figures


def _names() -> str:
    return " / ".join(name.removesuffix("-R") for name in RECIPE.structure_ids)


def _row(dice: dict[str, float]) -> str:
    return " / ".join("–" if np.isnan(dice[name]) else f"{dice[name]:.2f}" for name in RECIPE.structure_ids)


def write(models: Path, atlas: Path) -> Path:
    """Write the pack folder beside its card: manifest, networks, licences and golden case; not signed."""
    folder = PACKS / PACK_ID
    (folder / "models").mkdir(parents=True, exist_ok=True)
    for old in (SUMS, SIGNATURE):
        (folder / old).unlink(missing_ok=True)
    for name in ("locator.onnx", "vessels.onnx"):
        shutil.copyfile(models / name, folder / "models" / name)
    for source, target in (
        ("ATTRIBUTION_thoracic_inlet_atlas.txt", "ATTRIBUTION-spl.txt"),
        ("ATTRIBUTION_bodyparts3d_thoracic_inlet_atlas.txt", "ATTRIBUTION-bodyparts3d.txt"),
        ("3DSlicer_License.txt", "LICENSE-3DSlicer.txt"),
    ):
        shutil.copyfile(atlas / source, folder / target)
    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    _write_json(folder / "pack.json", manifest(figures_of(results)))
    # The clinical pack's own case with the phantom beside it: the risk must come out the same.
    case = json.loads((PACKS / CLINICAL / CASE).read_text(encoding="utf-8")) | {"images": {"ct": "phantom"}}
    _write_json(folder / CASE, case)
    case["expected"]["numbers"] |= measured_on_phantom(folder)
    case["expected"]["image_tolerance"] = IMAGE_TOLERANCE
    _write_json(folder / CASE, case)
    return folder


def _write_json(path: Path, data: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")


def measured_on_phantom(folder: Path) -> dict[str, float]:
    """Volume and diameter of each vessel of the phantom on the first engine; others must come close."""
    pack = load_pack(folder, [], allow_unsigned=True)
    engines = EngineProvider("openvino:CPU")
    outcome = run_case(pack, read_case(pack), engines)
    engines.close()
    if outcome.kind != "answer":
        raise SystemExit(f"the pack refuses its own phantom: {outcome.findings}")
    numbers = {}
    for measure in outcome.measures:
        numbers[f"measures.{measure.structure}.volume_ml"] = round(measure.volume_ml, 3)
        numbers[f"measures.{measure.structure}.mean_diameter_mm"] = round(measure.mean_diameter_mm, 2)
    return numbers


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", type=Path, required=True, help="folder with locator.onnx and vessels.onnx")
    parser.add_argument("--atlas", type=Path, required=True, help="folder with the atlases' licences")
    options = parser.parse_args()
    print(write(options.models, options.atlas))


if __name__ == "__main__":
    main()
