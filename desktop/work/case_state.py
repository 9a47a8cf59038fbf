"""An open case as others see it: who and what it is, how far it is, and what has come out."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from desktop.cases import Case, new_case
from desktop.cases.model import time_now
from desktop.jobs.course import Course
from desktop.work.case_jobs import CaseJobs, ViewedSeries
from desktop.work.case_outcome import KeptOutcome
from desktop.work.question import Asked, DrawnMasks, asked_of, chosen

if TYPE_CHECKING:
    from inference.answers import AnswerSheet
    from inference.dicom import Choice, Scan, Series
    from inference.errors import PrecontrastError
    from inference.outcome import Edit, Outcome
    from inference.packs.manifest import Manifest
    from inference.schema import DisplayWindow
    from inference.segmentation import Segmentation
    from inference.site import SiteProfile
    from inference.volume import Volume

State = Literal["scanning", "choosing", "working", "deciding", "ready", "failed", "stopped", "open"]
"""``choosing``: the files are of several patients or examinations, and the user has to say which. ``deciding``: what
was signed would be replaced, and the user has to say whether. ``ready``: there is an outcome. ``open``: taken up from
the store, and what was asked last has not been screened."""


class CaseState:
    """How far an open case is, and what has come back of it.

    What is asked (answers, pack, series, site, drawn masks) has a number that grows with every change. An outcome is
    shown as the answer only while its number is the present one: :attr:`current`.

    Parameters
    ----------
    jobs
        What was asked of the worker for it.
    manifest, sheet, site
        What is asked at first.

    Attributes
    ----------
    arriving
        Whether more of the study is coming: nothing is read or answered until it is there.
    images_error
        Why the images of a stored outcome could not be read; the outcome stays.
    viewed
        Key of the series that the user looks at; empty: that of the answer.
    stored
        Whether the store may have it as open.
    look
        How this patient's images were looked at last; whoever shows them keeps it here.
    """

    def __init__(self, jobs: CaseJobs, manifest: Manifest, sheet: AnswerSheet, site: SiteProfile) -> None:
        begun = new_case(manifest.id)
        self.id, self.created = begun.id, begun.created
        self.manifest, self.sheet, self.site = manifest, sheet, site
        self.paths: tuple[Path, ...] = ()
        self.scan: Scan | None = None
        self.thumbnails: Mapping[str, bytes] = {}
        self.series: dict[str, str] = {}
        self.viewed = ""
        self.state: State = "ready"
        self.error: PrecontrastError | None = None
        self.images_error: PrecontrastError | None = None
        self.drawn: dict[str, DrawnMasks] = {}
        self.looked_at = ""
        self.arriving = False
        self.in_hand = self.stored = False
        self.look: Any = None
        self._image, self._answer = ViewedSeries(), KeptOutcome()
        self._jobs = jobs
        self._course, self._stage = Course(("steps",)), "steps"
        self._earlier: list[AnswerSheet] = []
        self._later: list[AnswerSheet] = []
        self._question = self._stopped_at = 0
        self._answered = -1

    @property
    def outcome(self) -> Outcome | None:
        """What came out last, with its ticks and signatures."""
        return self._answer.outcome

    @property
    def found(self) -> Mapping[str, Segmentation]:
        """By step the masks that the models found."""
        return self._answer.found

    @property
    def masks(self) -> Mapping[str, Segmentation]:
        """The same, with those that were drawn by hand."""
        return self._answer.masks

    @property
    def volume(self) -> Volume | None:
        """The images that are seen."""
        return self._image.volume

    @property
    def shown(self) -> Series | None:
        """The series that is seen."""
        return self._image.series

    @property
    def progress(self) -> tuple[str, float]:
        """The stage that is under way, and the share of everything that is done."""
        if self.arriving:
            return "arriving", 0.0
        preparing = self._jobs.preparing
        return (self._stage, self._course.share) if preparing is None else ("engines", preparing)

    @property
    def can_undo_answer(self) -> bool:
        """Whether there is an answer to take back."""
        return bool(self._earlier) and self.can_screen

    @property
    def can_redo_answer(self) -> bool:
        """Whether an answer was taken back."""
        return bool(self._later) and self.can_screen

    @property
    def busy(self) -> bool:
        """Whether the worker has something to do for this case."""
        return bool(self._jobs)

    @property
    def current(self) -> bool:
        """Whether the outcome is the answer to what is asked now."""
        return self.outcome is not None and self._answered == self._question

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Who drew what in the masks that the pack uses."""
        drawn = self.drawn.get(self.manifest.id)
        return drawn.edits if drawn else ()

    @property
    def can_screen(self) -> bool:
        """Whether another question can be asked: a stored case has no images until they are read again."""
        return self.scan is not None or not self.paths

    @property
    def patients(self) -> list[tuple[str, ...]]:
        """Patients of the files, each by the keys of the series."""
        from inference.dicom import patients_of

        return [tuple(s.key for s in own) for own in patients_of(self.scan.series if self.scan else ())]

    @property
    def undecided(self) -> Literal["", "patient", "examination"]:
        """What of the files the user has to choose before anything is screened."""
        if len(self.patients) > 1:
            return "patient"
        open_choices = (choice for choice in self.choices().values() if not choice.overridden)
        return "examination" if any(len(choice.examinations) > 1 for choice in open_choices) else ""

    def asked_sheet(self) -> AnswerSheet:
        """The answers that the pack asks for."""
        return asked_of(self.manifest, self.sheet)

    def choices(self) -> dict[str, Choice]:
        """By image role the series that will be used, with the reasons."""
        return chosen(self.scan, self.manifest, self.series)

    def header(self) -> Series | None:
        """The series whose header says who the patient is, with the age of today."""
        from inference.identity import as_of, header_of

        chosen = [choice.series for choice in self.choices().values() if choice.series is not None]
        return as_of(header_of(self.scan, chosen), date.today())

    def mask_in_sight(self) -> Segmentation | None:
        """The mask of the series that is seen which the user looks at; of several at first one that a hand draws."""
        masks = self.masks_in_sight()
        return masks.get(self.looked_at, next(iter(masks.values()), None))

    def look_at(self, structure: str) -> None:
        """Have that mask in sight which has this structure."""
        self.looked_at = next((n for n, one in self.masks_in_sight().items() if structure in one.structures), "")

    def masks_in_sight(self) -> dict[str, Segmentation]:
        """By step the masks that were made on the series that is seen, and are part of the present answer.

        Those that a hand has to draw come first.
        """
        from inference.steps import kind_of

        if self.outcome is None or not self.current or self.shown is None:
            return {}
        made_on = {series.role: series.series_uid for series in self.outcome.series}
        chosen = {role: choice.series for role, choice in self.choices().items() if choice.series is not None}
        by_hand = {step.id for step in self.manifest.steps if kind_of(step).by_hand}
        seen = {}
        for step, mask in sorted(self.masks.items(), key=lambda pair: pair[0] not in by_hand):
            series = chosen.get(mask.image)
            if series is not None and series.key == self.shown.key and made_on.get(mask.image) == series.uid:
                seen[step] = mask
        return seen

    def first_window(self) -> DisplayWindow | None:
        """The window in which the pack has the seen series shown at first; None where it takes no such series."""
        if self.shown is None:
            return None
        keys = {name: choice.series.key for name, choice in self.choices().items() if choice.series is not None}
        return next((role.window for role in self.manifest.images if keys.get(role.id) == self.shown.key), None)

    def _seen(self) -> str | None:
        """Key of the series that is seen, unless another one is about to take its place."""
        return None if self.shown is None or self._jobs.coming() is not None else self.shown.key

    def _keep_only(self, keys: Sequence[str]) -> None:
        assert self.scan is not None  # it is chosen from what was read
        own = tuple(s for s in self.scan.series if s.key in keys)
        self.scan = dataclasses.replace(self.scan, series=own)

    def _asks(self, found: Mapping[str, Segmentation], masks: Mapping[str, Segmentation]) -> Asked:
        return Asked(self.manifest, self.sheet, dict(self.series), dict(self.drawn), dict(found), dict(masks))

    def as_stored(self, closed: bool = False) -> Case:
        """The case as the store keeps it."""
        from desktop.cases.states import stored_state

        return Case(
            id=self.id,
            created=self.created,
            changed=time_now(),
            state=stored_state(self.outcome),
            paths=tuple(str(path) for path in self.paths),
            pack=self.manifest.id,
            sheet=self._named_sheet(),
            series=dict(self.series),
            outcome=self.outcome,
            edited=bool(self.edits),
            closed=closed,
        )

    def _named_sheet(self) -> AnswerSheet:
        """The answers, with the name from the images while no outcome carries it: the case is to be found by it."""
        from inference.results import Patient

        header = self.header() if self.outcome is None and len(self.patients) == 1 else None
        if header is None:
            return self.sheet
        known = header.patient
        patient = Patient(known.display_name, known.id, known.birth_date, known.sex, known.age_years)
        return dataclasses.replace(self.sheet, patient=patient)
