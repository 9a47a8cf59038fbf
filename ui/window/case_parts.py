"""What an open case is made of: tasks of the worker, what was asked, the images that are seen, and whose they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from multiprocessing.shared_memory import SharedMemory

    from desktop.jobs.messages import Job
    from desktop.jobs.shared import SharedVolume
    from inference.answers import AnswerSheet
    from inference.dicom import Choice, Scan, Series
    from inference.outcome import Edit, Outcome
    from inference.packs.manifest import Manifest
    from inference.schema import ImageRole
    from inference.segmentation import Segmentation
    from inference.volume import Volume
    from ui.window.bridge import WorkerBridge


@dataclass(frozen=True, slots=True)
class Task:
    """What the worker does for a case: ``scan``, ``show`` a series, or ``screen`` the question of that number."""

    kind: Literal["scan", "show", "screen"]
    question: int = 0
    series: Series | None = None


class Tasks:
    """What the worker has to do for one case."""

    def __init__(self, bridge: WorkerBridge) -> None:
        self._bridge = bridge
        self._tasks: dict[int, Task] = {}

    def __bool__(self) -> bool:
        return bool(self._tasks)

    def submit(self, task: Task, job: Job, ahead: bool) -> None:
        """Have something done, before what waits for other cases if it is ``ahead``."""
        self._tasks[self._bridge.submit(job, ahead)] = task

    def prefer(self) -> None:
        """Have these done before what waits for other cases."""
        self._bridge.prefer(self._tasks)

    @property
    def preparing(self) -> float | None:
        """How far the worker is with what comes before any case."""
        return self._bridge.preparing

    def get(self, number: int) -> Task | None:
        """The task of this number, if it is one of this case."""
        return self._tasks.get(number)

    def take(self, number: int) -> Task | None:
        """The same, when it has ended."""
        return self._tasks.pop(number, None)

    def cancel(self, kind: str = "") -> None:
        """Stop the tasks of a kind, or all."""
        for number, task in list(self._tasks.items()):
            if kind in ("", task.kind):
                self._bridge.cancel(number)

    def drop(self, kind: str) -> None:
        """Stop the tasks of a kind, and take no notice of what still comes of them."""
        self.cancel(kind)
        self._tasks = {number: task for number, task in self._tasks.items() if task.kind != kind}

    def any(self, kind: str) -> bool:
        """Whether there is a task of a kind."""
        return any(task.kind == kind for task in self._tasks.values())

    def coming(self) -> str | None:
        """Key of the series that is being read for viewing."""
        shows = [task.series.key for task in self._tasks.values() if task.kind == "show"]
        return shows[-1] if shows else None


@dataclass(frozen=True, slots=True)
class Drawn:
    """Masks that the user drew, by step id, and who drew what."""

    masks: Mapping[str, Segmentation]
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What an outcome is the answer to, and the masks that came with it: to go back to, where it was signed."""

    manifest: Manifest
    sheet: AnswerSheet
    series: Mapping[str, str]
    drawn: Mapping[str, Drawn]
    found: Mapping[str, Segmentation]
    masks: Mapping[str, Segmentation]


class Seen:
    """The series that is seen, in memory that another process filled."""

    def __init__(self) -> None:
        self.volume: Volume | None = None
        self.series: Series | None = None
        self._memory: SharedMemory | None = None

    def take(self, series: Series, handle: SharedVolume) -> None:
        """See this one, instead of any other."""
        from desktop.jobs.shared import attach

        self.let_go()
        self.volume, self._memory = attach(handle)
        self.series = series

    def let_go(self) -> None:
        """Free the memory."""
        self.volume = self.series = None
        if self._memory is not None:
            memory, self._memory = self._memory, None
            memory.close()


def chosen(scan: Scan | None, roles: Sequence[ImageRole], own: Mapping[str, str]) -> dict[str, Choice]:
    """By image role the series that will be used, with the reasons; ``own`` are the user's choices."""
    from inference.dicom import choose
    from inference.roles import wanted_role

    if scan is None or not scan.series:
        return {}
    return {role.id: choose(scan.series, wanted_role(role), own.get(role.id)) for role in roles}


def answers_it(outcome: Outcome, sheet: AnswerSheet) -> bool:
    """Whether a stored outcome is the answer to a stored sheet: a program that ended may have been asked more.

    The sheet is read as the outcome's own pack has it. One that cannot be read so hides no result.
    """
    from inference.answers import complete
    from inference.errors import InputError

    manifest = outcome.pack.manifest
    try:
        given, _ = complete(manifest, asked_of(manifest, sheet), {})
    except InputError:
        return True
    now, then = ({a.predictor: a.value for a in some if a.origin == "entered"} for some in (given, outcome.answers))
    return now == then


def asked_of(manifest: Manifest, sheet: AnswerSheet) -> AnswerSheet:
    """The answers of a sheet that a pack asks for."""
    known = {predictor.id for predictor in manifest.predictors}
    answers = {name: value for name, value in sheet.answers.items() if name in known}
    return replace(sheet, answers=answers)


def same_patient(outcome: Outcome, scan: Scan) -> tuple[str, ...] | None:
    """Keys of the series of a stored outcome's patient and examination in a scan; None where they are not there."""
    from desktop.cases.relocation import is_known, may_be_of
    from inference.dicom import patients_of

    used, studies = ({getattr(one, name) for one in outcome.series} for name in ("series_uid", "study_uid"))
    for own in patients_of(scan.series):
        alike = all(may_be_of(outcome.patient, s) for s in own)
        if alike and used <= {s.uid for s in own} and (used or any(is_known(outcome.patient, s) for s in own)):
            return tuple(s.key for s in own if not studies or s.study_uid in studies)
    return None


def series_to_view(choices: Mapping[str, Choice], scan: Scan) -> Series | None:
    """The series of the first image role; where none is suitable, the best that is a volume at all."""
    for choice in choices.values():
        if choice.series is not None:
            return choice.series
        for candidate in choice.candidates:
            if candidate.series.stack is not None and candidate.series.stack.straight:
                return candidate.series
    return next((s for s in scan.series if s.stack is not None), None)


def same_masks(before: Mapping[str, Segmentation], now: Mapping[str, Segmentation]) -> dict[str, Segmentation]:
    """The masks of now, as the very objects of before where they are equal: nobody draws those again."""
    import numpy as np

    return {
        name: before[name] if name in before and np.array_equal(before[name].labels, mask.labels) else mask
        for name, mask in now.items()
    }
