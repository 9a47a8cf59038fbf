"""One case looked at: its study, its masks, and whether they and the table agree with each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import numpy as np

from inference.dicom import Series, load
from inference.errors import InputError, PrecontrastError
from inference.masks.placement import SHIFT_PART
from inference.predictors import ChoicePredictor, Predictor
from inference.quality.series import check_series
from inference.schema import Gates, ImageRole
from inference.volume import Grid, Volume
from training.cohort.faults import Fault
from training.cohort.masks import empty_structures, read_drawing
from training.cohort.settings import CohortSettings
from training.cohort.studies import choose_series, grid_of, scan_study
from training.cohort.table import Case
from training.errors import sentence_of
from training.recipes import Recipe
from training.wording import Spoken, worded

LEAST_BLOOD_HU = 0.0
"""Blood has 30 to 65 HU; fat around a flat vein in thick slices lowers the middle value, but not to fat."""
NO_BLOOD_HU = -75.0
"""Fat and air: the vessel was drawn elsewhere."""
BODY_HU = -300.0
"""Between lung or air and every soft tissue."""
VESSELS = ("artery", "vein")
"""Kinds of structures that hold blood."""
SHOWN_OTHERS = 6
MEND_STUDY = worded("factory.inspect.mend-study")
MEND_MASK = worded("factory.inspect.mend-mask")


@dataclass(slots=True)
class Inspected:
    """What a case's files hold."""

    faults: list[Fault] = field(default_factory=list)
    patient_id: str = ""
    study_uid: str = ""
    series_uid: str = ""
    series: str = ""
    slices: int = 0
    spacing_mm: tuple[float, float, float] | None = None
    thickness_mm: float | None = None
    masks: int = 0


def inspect_case(case: Case, settings: CohortSettings, fast: bool = False) -> Inspected:
    """Look at one case.

    Parameters
    ----------
    fast
        Leave the pixels of the study unread: headers and masks only.
    """
    found = Inspected()
    if not settings.recipe.images:
        return found
    try:
        series = _study(case, settings, found)
        grid = grid_of(series)
        volume = None if fast else _volume(case, series, settings.recipe.images[0], found)
    except InputError as error:
        found.faults.append(_fault(case, "study", error, MEND_STUDY))
        for mask in case.masks.values():
            if not mask.exists():
                found.faults.append(_missing(case, mask))
        return found
    for mask in case.masks.values():
        try:
            found.faults += _mask(case, mask, series, grid, volume, settings)
            found.masks += 1
        except InputError as error:
            found.faults.append(_fault(case, "mask", error, MEND_MASK))
    return found


def _study(case: Case, settings: CohortSettings, found: Inspected) -> Series:
    """Choose the series and note who and what it is."""
    scanned = scan_study(case.study)
    patients = sorted({(s.patient.id, s.patient.name) for s in scanned.series})
    if len(patients) > 1:
        problem = worded("factory.inspect.patients", path=str(case.study), count=len(patients))
        found.faults.append(Fault(case.row, case.id, "study", problem, worded("factory.inspect.folder-each")))
    role = settings.recipe.images[0]
    series, _ = choose_series(scanned, case.study, settings.recipe)
    found.patient_id, found.study_uid, found.series_uid = series.patient.id, series.study_uid, series.key
    found.series, found.slices, found.thickness_mm = series.description, len(series.slices), series.thickness_mm
    found.spacing_mm = (series.spacing_mm, *series.pixel_spacing_mm)
    found.faults += _findings(case, series, role, series.notes)
    found.faults += _header_differs(case, series, settings.asked)
    if series.simulated and not settings.simulated:
        mend = worded("factory.inspect.write-simulated")
        found.faults.append(Fault(case.row, case.id, "study", worded("factory.inspect.simulated"), mend))
    return series


def _volume(case: Case, series: Series, role: ImageRole, found: Inspected) -> Volume:
    loaded = load(series)
    seen = {fault.problem for fault in found.faults}
    found.faults += [fault for fault in _findings(case, series, role, loaded.notes) if fault.problem not in seen]
    return loaded.volume


def _findings(case: Case, series: Series, role: ImageRole, notes) -> Iterable[Fault]:
    """What the program's own gates would say of the series; what blocks an answer there is a fault here."""
    for finding in check_series(series, role, notes):
        if finding.code == "series.contrast-tag":
            problem = worded("factory.inspect.agent", agent=str(finding.evidence["agent"]))
            yield Fault(case.row, case.id, "study", problem, worded("factory.inspect.not-enhanced"), "warning")
        elif finding.severity in ("blocking", "warning"):
            sentence = Spoken(partial(_finding_said, finding.code, finding.evidence))
            severity = "fault" if finding.severity == "blocking" else "warning"
            yield Fault(case.row, case.id, "study", sentence, worded("factory.inspect.other-series"), severity)


def _header_differs(case: Case, series: Series, predictors: Iterable[Predictor]) -> Iterable[Fault]:
    """Answers that are not the header's: a row may have slipped."""
    for predictor in predictors:
        header, answer = series.dicom_values.get(predictor.dicom or ""), case.answers[predictor.id]
        if header is None or answer is None:
            continue
        if isinstance(predictor, ChoicePredictor):
            header = predictor.dicom_values.get(str(header), answer)
            differs = header != answer
        else:
            header = float(header) * predictor.dicom_scale if isinstance(header, int | float) else answer
            # A year or a kilogram is rounding; height and weight are often estimated.
            differs = abs(header - answer) > max(1.0, 0.05 * abs(header))
        if differs:
            problem = worded("factory.inspect.header", answer=_brief(answer), header=_brief(header))
            mend = worded("factory.inspect.same-patient")
            yield Fault(case.row, case.id, predictor.id, problem, mend, "warning")


def _mask(
    case: Case, mask: Path, series: Series, grid: Grid, volume: Volume | None, settings: CohortSettings
) -> list[Fault]:
    """What is wrong with one mask.

    Raises
    ------
    InputError
        When it cannot be read, or does not lie on the series.
    """
    drawing = read_drawing(mask, grid, settings.mask_labels, settings.recipe)
    faults = []

    def fault(problem: str, mend: str, severity="fault", **values: object) -> None:
        said = worded(f"factory.inspect.{problem}", name=mask.name, **values)
        faults.append(Fault(case.row, case.id, "mask", said, worded(f"factory.inspect.{mend}"), severity))

    if drawing.missed > SHIFT_PART:
        fault("beside", "corner", "warning", voxels=drawing.missed)
    if drawing.others and not settings.ignore_other_labels:
        listed = ", ".join(drawing.others[:SHOWN_OTHERS]) + (" ..." if len(drawing.others) > SHOWN_OTHERS else "")
        fault("others", "leave-four", labels=listed)
    if drawing.study_uid and drawing.study_uid != series.study_uid:
        fault("other-study", "this-patient", "warning")
    structures = tuple(settings.mask_labels)
    empty = empty_structures(drawing.labels, structures)
    if empty:
        fault("empty", "draw", vessels=", ".join(empty))
    if volume is not None and len(empty) < len(structures):
        against = _against_image(drawing.labels, volume, series.contrast_agent, settings.recipe)
        for problem, mend, severity, values in against:
            fault(problem, mend, severity, **values)
    return faults


def _against_image(
    labels: np.ndarray, volume: Volume, agent: str, recipe: Recipe
) -> Iterable[tuple[str, str, str, dict]]:
    """Whether its own density lies under each label, and all are on their side: messages, severity, values."""
    medians = _medians(labels, volume, recipe.structure_ids)
    vessels = {one.id for one in recipe.structures if one.kind in VESSELS}
    for one in recipe.structures:
        hu = medians.get(one.id)
        if hu is not None and one.id not in vessels and not one.hu.low <= hu <= one.hu.high:
            values = {"structure": one.title.en, "hu": hu, "low": one.hu.low, "high": one.hu.high}
            yield "density", "shifted", "warning", values
    blood = {name: hu for name, hu in medians.items() if name in vessels}
    if blood:
        yield from _against_blood(blood, agent, recipe.image)
    if recipe.side == "right" and _left_of_middle(labels, volume):
        yield "left", "right", "fault", {}


def _against_blood(
    medians: Mapping[str, float], agent: str, image: ImageRole
) -> Iterable[tuple[str, str, str, dict[str, object]]]:
    """Whether blood lies under the labels of vessels, without contrast medium where the image is to have none."""
    low = {name: hu for name, hu in medians.items() if hu < LEAST_BLOOD_HU}
    if low:
        listed = ", ".join(f"{name} {hu:.0f} HU" for name, hu in low.items())
        severity = "fault" if min(low.values()) < NO_BLOOD_HU else "warning"
        yield "not-blood", "shifted", severity, {"listed": listed}
    if image.contrast != "none":
        return
    # The second densest: calcified walls may fill one artery, contrast medium never fills one vessel alone.
    densest = sorted(medians.values())[-2:][0]
    limits = Gates()
    if densest >= limits.enhanced_blood_hu or (agent and densest >= limits.dense_blood_hu):
        yield "enhanced", "before", "fault", {"hu": densest}
    elif densest >= limits.dense_blood_hu:
        yield "dense", "not-enhanced", "warning", {"hu": densest}


def _medians(labels: np.ndarray, volume: Volume, structures: Sequence[str]) -> Mapping[str, float]:
    """Middle HU of each structure that is drawn."""
    drawn = labels > 0
    values, hu = labels[drawn], volume.hu[drawn]
    return {name: float(np.median(hu[values == n])) for n, name in enumerate(structures, 1) if (values == n).any()}


def _left_of_middle(labels: np.ndarray, volume: Volume) -> bool:
    """Whether the labels lie beyond the middle of the body; columns run to the patient's left.

    An arm in the picture moves the body's centre of mass, a patient beside the middle of the table is cut off on one
    side: only what is beyond both, the centre of mass and the middle between the outermost columns, is on the left.
    """
    slices = np.flatnonzero(labels.any(axis=(1, 2)))
    body = (volume.hu[slices[0] : slices[-1] + 1] > BODY_HU).sum(axis=(0, 1))
    if not body.any():
        return False
    drawn = (labels > 0).sum(axis=(0, 1))
    columns = np.arange(labels.shape[2])
    outermost = np.flatnonzero(body)[[0, -1]]
    return bool(drawn @ columns / drawn.sum() > max(body @ columns / body.sum(), outermost.mean()))


def _fault(case: Case, column: str, error: InputError, mend: str) -> Fault:
    """A fault of an error; sentences of the factory end in how to mend it."""
    problem, own_mend = (Spoken(partial(_part, error, part)) for part in (0, 1))
    return Fault(case.row, case.id, column, problem, own_mend or mend)


def _part(error: InputError, part: int, language: str) -> str:
    """What is wrong (0) and how to mend it (1), which may be empty."""
    sentence = sentence_of(error, language).rstrip(".。")
    problem, _, mend = sentence.rpartition("; " if language == "en" else "；")
    return ((problem, mend) if problem else (sentence, ""))[part]


def _finding_said(code: str, evidence: Mapping[str, object], language: str) -> str:
    return sentence_of(PrecontrastError(code, **evidence), language).rstrip(".。")


def _missing(case: Case, mask: Path) -> Fault:
    problem = worded("factory.inspect.no-mask", path=str(mask))
    return Fault(case.row, case.id, "mask", problem, worded("factory.inspect.correct-mask"))


def _brief(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
