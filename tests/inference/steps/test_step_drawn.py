"""Structures that are drawn: asked for, measured as any other, and refused where they were drawn beside their place."""

import base64
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage

from desktop.language import Language
from desktop.report.build import build_content
from desktop.report.wording import is_unfinished, needs_drawing
from inference.answers import AnswerSheet
from inference.errors import InputError
from inference.kept_results import KeptResults
from inference.outcome import Edit
from inference.pipeline import Request, run
from inference.segmentation import Region, Segmentation
from tests.helpers.drawing import CLOT, GRID, MANIFEST, ON_CLOT, RESULT, STEP, clot_pack, drawn, head
from tests.helpers.engines import FakeProvider
from tests.helpers.manifests import MEASURE
from tests.helpers.packs import make_pack

HEAD = head()


def screen(mask=None, regions=None, kept=None, **parts):
    sheet = AnswerSheet(regions=regions or {})
    corrected = {} if mask is None else {"lesion": mask}
    request = Request(clot_pack(**parts), sheet, volumes={"ct": HEAD}, corrected=corrected)
    return run(request, FakeProvider({}), kept=kept)


def codes(outcome, *severities):
    return [(f.code, f.severity) for f in outcome.findings if f.severity in severities]


def test_until_it_is_drawn_the_case_waits_and_is_not_refused():
    kept = KeptResults()
    outcome = screen(kept=kept)
    assert codes(outcome, "blocking") == [("drawn.missing", "blocking")]
    assert needs_drawing(outcome) and is_unfinished(outcome)
    for code, word in (("en", "CONTOUR NEEDED"), ("zh", "需要绘制轮廓")):
        assert build_content(outcome, Language(code)).banner.word == word
    empty = kept.masks()["lesion"]
    assert (empty.labels.size, empty.structures, empty.image) == (1, ("clot",), "ct")


def test_what_is_drawn_is_measured_and_gives_the_result():
    outcome = screen(drawn(*ON_CLOT))
    assert (outcome.kind, codes(outcome, "blocking", "warning")) == ("answer", [])
    assert "drawn.in-place" in {finding.code for finding in outcome.findings}
    (measure,) = outcome.measures
    assert (measure.volume_ml, measure.mean_hu) == (pytest.approx(8.0), pytest.approx(60))
    assert next(r.value for r in outcome.results if r.step == "double") == pytest.approx(16.0)


def test_a_sphere_on_the_answer_sheet_is_drawn_too_and_another_one_draws_it_anew():
    kept = KeptResults()
    centre = tuple(float(mm) for mm in GRID.to_patient(np.array([4.5, 29.5, 39.5])))
    volumes = []
    for radius in (9.0, 6.0):
        outcome = screen(regions={"clot": Region(centre, radius)}, kept=kept)
        volumes.append(outcome.measures[0].volume_ml)
    assert volumes[0] == pytest.approx(4 / 3 * np.pi * 0.9**3, rel=0.15)
    assert volumes[1] < volumes[0] / 2


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ((slice(3, 7), slice(0, 5), slice(0, 5)), [("drawn.outside", "blocking"), ("drawn.on-other", "blocking")]),
        ((slice(3, 7), slice(25, 35), slice(44, 57)), [("drawn.on-other", "warning"), ("drawn.outside", "warning")]),
        ((slice(3, 7), slice(25, 35), slice(53, 55)), [("drawn.on-other", "blocking")]),
    ],
)
def test_a_region_on_air_bone_or_outside_the_head_is_a_finding(place, found):
    outcome = screen(drawn(*place))
    assert sorted(codes(outcome, "blocking", "warning")[: len(found)]) == sorted(found)
    said = build_content(outcome, Language("en"))
    assert any("% of what is drawn" in line.text for section in said.sections for line in getattr(section, "lines", ())
               if hasattr(line, "text"))  # fmt: skip


def test_the_picture_shows_what_lies_around_the_contour():
    tight = tuple(slice(part.start, part.stop) for part in ON_CLOT)
    block = Segmentation(
        "ct", np.ones((4, 10, 10), np.uint8), np.ones((4, 10, 10), np.float32), GRID.part(tight), ("clot",)
    )
    for mask in (block, drawn(*ON_CLOT)):
        (picture,) = screen(mask).pictures
        grey = QImage.fromData(base64.b64decode(picture.png))
        assert (grey.width(), grey.height()) == (32, 32)
        ((outline,),) = (contour.polygons for contour in picture.contours)
        assert np.min(outline, axis=0) == pytest.approx([11, 11], abs=0.6)


def test_air_inside_the_body_is_not_outside_of_it():
    hu = HEAD.hu.copy()
    hu[:, 20:40, 20:40] = -900
    request = Request(
        clot_pack(structure={"excluded": []}),
        volumes={"ct": type(HEAD)(hu, GRID)},
        corrected={"lesion": drawn(slice(3, 7), slice(22, 38), slice(22, 38))},
    )
    assert not [f for f in run(request, FakeProvider({})).findings if f.code.startswith("drawn.")]


OEDEMA = {**CLOT, "id": "oedema", "short": "O"}
OF_OEDEMA = [{**STEP, "id": "rim", "structures": ["oedema"]}, {**MEASURE, "id": "of-rim", "segment": "rim"}]


@pytest.mark.parametrize("optional", [["oedema"], []])
def test_what_is_optional_may_be_missing_from_a_measured_step_and_nothing_else(optional):
    steps = [{**STEP, "structures": ["clot", "oedema"], "optional": optional}, *MANIFEST["steps"][1:]]
    mask = replace(drawn(*ON_CLOT), structures=("clot", "oedema"))
    outcome = run(
        Request(
            make_pack(**{**MANIFEST, "structures": [CLOT, OEDEMA], "steps": steps}),
            volumes={"ct": HEAD},
            corrected={"lesion": mask},
        ),
        FakeProvider({}),
    )
    missing = [("drawn.missing", "blocking"), ("vessel.not-found", "blocking")]
    assert codes(outcome, "blocking") == ([] if optional else missing)
    assert [m.found for m in outcome.measures] == [True, False]


def test_structures_of_several_steps_are_each_looked_for_in_their_own():
    steps = [*MANIFEST["steps"][:2], *OF_OEDEMA, RESULT]
    pack = make_pack(**{**MANIFEST, "structures": [CLOT, OEDEMA], "steps": steps})
    masks = {"lesion": drawn(*ON_CLOT), "rim": replace(drawn(*ON_CLOT), structures=("oedema",))}
    outcome = run(Request(pack, volumes={"ct": HEAD}, corrected=masks), FakeProvider({}))
    assert (outcome.kind, codes(outcome, "blocking", "warning")) == ("answer", [])
    assert [m.structure for m in outcome.measures] == ["clot", "oedema"]


@pytest.mark.parametrize(
    ("step", "field"),
    [
        ({"structures": ["nobody"]}, "steps.lesion.structures"),
        ({"optional": ["nobody"]}, "steps.lesion.optional"),
        ({"image": "mr"}, "steps.lesion.image"),
    ],
)
def test_a_manifest_that_names_what_is_not_there_is_refused(step, field):
    with pytest.raises(InputError) as caught:
        clot_pack(step=step)
    assert caught.value.parameters["field"] == field


def test_who_drew_it_and_from_which_file_stands_in_the_report():
    now = "2026-03-05T08:00:00+08:00"
    edits = (Edit("clot", "Li Na", now, "drawn"), Edit("clot", "Wang", now, "imported", "clot.nii.gz", "ab" * 32))
    request = Request(clot_pack(), volumes={"ct": HEAD}, corrected={"lesion": drawn(*ON_CLOT)}, edits=edits)
    outcome = run(request, FakeProvider({}))
    texts = {code: str(build_content(outcome, Language(code)).sections) for code in ("en", "zh")}
    assert "Clot (drawn by Li Na, 2026-03-05 08:00)" in texts["en"]
    assert "Clot (from clot.nii.gz, SHA-256 abababababab…, opened by Wang, 2026-03-05 08:00)" in texts["en"]
    assert "血肿（Li Na 于 2026-03-05 08:00 绘制）" in texts["zh"]
