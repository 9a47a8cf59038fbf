"""An open case as others see it: who and what it is, how far it is, and what has come out."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from desktop.cases import new_case
from desktop.jobs.course import Course
from inference.errors import PrecontrastError
from ui.window.bridge import WorkerBridge
from ui.window.case_answer import Answer
from ui.window.case_parts import (
    Asked,
    Drawn,
    Seen,
    Tasks,
    asked_of,
    chosen,
)

if TYPE_CHECKING:
    from inference.answers import AnswerSheet
    from inference.dicom import Choice, Scan, Series
    from inference.outcome import Edit, Outcome
    from inference.packs.manifest import Manifest
    from inference.segmentation import Segmentation
    from inference.site import SiteProfile
    from inference.volume import Volume
    from ui.viewer.model import Window

State = Literal["scanning", "choosing", "working", "deciding", "ready", "failed", "stopped", "open"]
"""``choosing``: the files are of several patients or examinations, and the user has to say which. ``deciding``: what
was signed would be replaced, and the user has to say whether. ``ready``: there is an outcome. ``open``: taken up from
the store, and what was asked last has not been screened."""


class CaseState(QObject):
    """How far an open case is, and what has come back of it.

    What is asked (answers, pack, series, site, drawn masks) has a number that grows with every change. An outcome is
    shown as the answer only while its number is the present one: :attr:`current`.

    Signals
    -------
    changed
        State, error, scan or pack changed.
    progressed
        The stage that is under way, and the share of everything that is done.
    volume_read
        The series to be viewed has been read (``volume``, ``shown``).
    screened
        There is a new ``outcome``.
    signed
        The outcome was signed or ticked off; carries the one before.
    went_wrong
        A task failed; carries the error.
    went_back
        What is asked is again what the signed outcome answers.
    answers_turned
        Answers were undone or given again.
    renamed
        The outcome is about another name or number than the one before.
    unticked
        Items that were ticked and are no longer on the checklist.

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
        Window of the images and whether they are inverted, as this patient's were looked at last.
    """

    changed = Signal()
    progressed = Signal(str, float)
    volume_read = Signal()
    screened = Signal()
    signed = Signal(object)
    went_wrong = Signal(object)
    went_back = Signal()
    answers_turned = Signal()
    renamed = Signal()
    unticked = Signal(object)

    def __init__(
        self, bridge: WorkerBridge, manifest: Manifest, sheet: AnswerSheet, site: SiteProfile, parent=None
    ) -> None:
        super().__init__(parent)
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
        self.drawn: dict[str, Drawn] = {}
        self.arriving = False
        self.in_hand = self.stored = False
        self.look: tuple[Window, bool] | None = None
        self._image, self._answer, self._tasks = Seen(), Answer(), Tasks(bridge)
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
        preparing = self._tasks.preparing
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
        return bool(self._tasks)

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
        return chosen(self.scan, self.manifest.images, self.series)

    def header(self) -> Series | None:
        """The series whose header says who the patient is, with the age of today."""
        from inference.identity import as_of, header_of

        chosen = [choice.series for choice in self.choices().values() if choice.series is not None]
        return as_of(header_of(self.scan, chosen), date.today())

    def mask_in_sight(self) -> Segmentation | None:
        """The mask that was made on the series that is seen, and is part of the present answer."""
        if not self.current or self.shown is None:
            return None
        made_on = {series.role: series.series_uid for series in self.outcome.series}
        chosen = {role: choice.series for role, choice in self.choices().items() if choice.series is not None}
        for mask in self.masks.values():
            series = chosen.get(mask.image)
            if series is not None and series.key == self.shown.key and made_on.get(mask.image) == series.uid:
                return mask
        return None

    def _seen(self) -> str | None:
        """Key of the series that is seen, unless another one is about to take its place."""
        return None if self.shown is None or self._tasks.coming() is not None else self.shown.key

    def _keep_only(self, keys: Sequence[str]) -> None:
        own = tuple(s for s in self.scan.series if s.key in keys)
        self.scan = dataclasses.replace(self.scan, series=own)

    def _asks(self, found: Mapping[str, Segmentation], masks: Mapping[str, Segmentation]) -> Asked:
        return Asked(self.manifest, self.sheet, dict(self.series), dict(self.drawn), dict(found), dict(masks))

    # --- telling

    def _on_progress(self, number: int, stage: str, share: float) -> None:
        task = self._tasks.get(number)
        if stage == "engines" and self.busy:
            self._tell_progress()
        # Images that are read again for viewing are no progress of an outcome that is there already.
        if task is not None and not (task.kind == "show" and self.current):
            self._stage = stage
            self._course.reach(stage, share)
            self._tell_progress()

    def _tell_progress(self) -> None:
        self.progressed.emit(*self.progress)

    def _cannot_read(self, error: PrecontrastError) -> None:
        """The files are not those of this case; an outcome that is there needs none."""
        if self.outcome is None:
            self._fail(error)
        else:
            self.images_error = error
            self.changed.emit()

    def _fail(self, error: PrecontrastError) -> None:
        """Say so; where the outcome is still the answer to what is asked, it stays."""
        self.error = error
        self.state = "ready" if self.current else "failed"
        self.changed.emit()
        self.went_wrong.emit(error)

    def _set_state(self, state: State) -> None:
        self.state, self.error = state, None
        self.changed.emit()
