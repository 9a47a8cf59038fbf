"""What the window asks of its worker process, and what comes back. Plain values that can be pickled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.jobs.shared import SharedVolume
    from desktop.pack_checks import Check
    from desktop.training_export import Prepared
    from inference.answers import AnswerSheet
    from inference.dicom import Scan, Series
    from inference.errors import PrecontrastError
    from inference.masks.bringing import Brought
    from inference.outcome import Edit, Outcome
    from inference.packs.manifest import Manifest
    from inference.schema import Structure
    from inference.segmentation import Segmentation
    from inference.site import SiteProfile
    from inference.volume import Grid


@dataclass(frozen=True, slots=True)
class ScanPaths:
    """Read the headers below these paths; gives a :class:`Found`."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Series below the paths, and a small grey picture of each, PNG by series key."""

    scan: Scan
    thumbnails: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class WarmUp:
    """Load a pack's models, measuring the engines where that was not done on this computer; gives None."""

    pack: str


@dataclass(frozen=True, slots=True)
class ShowSeries:
    """Read a series for viewing; gives a :class:`SharedVolume`."""

    series: Series


@dataclass(frozen=True, slots=True)
class Screen:
    """Run a pack; gives a :class:`Screened`.

    What was read for the same series before is used again, and so is what the images alone decide, until ``corrected``
    changes it.

    Attributes
    ----------
    pack
        Id or path.
    series
        By image role: key of a series that the user chose.
    corrected, edits
        Masks that the user drew, by step id, and who drew what.
    """

    pack: str
    sheet: AnswerSheet
    site: SiteProfile
    scan: Scan | None = None
    series: Mapping[str, str] = field(default_factory=dict)
    corrected: Mapping[str, Segmentation] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Screened:
    """The outcome of a sheet of answers, and by step id the masks that the models found."""

    outcome: Outcome
    found: Mapping[str, Segmentation]
    sheet: AnswerSheet


@dataclass(frozen=True, slots=True)
class MakeDemo:
    """Write a patient to show a pack on into a folder; gives :class:`MadeDemo`.

    Attributes
    ----------
    pack
        Empty: the usual demonstration, whatever it is opened with.
    """

    folder: Path
    pack: str = ""


@dataclass(frozen=True, slots=True)
class MadeDemo:
    """A patient to show a pack on: studies, none where the pack needs no images, and what the console knows."""

    paths: tuple[Path, ...]
    sheet: AnswerSheet
    pack: str


@dataclass(frozen=True, slots=True)
class SelfTest:
    """Run the checks of a pack; gives a tuple of :class:`Check`. ``language`` is that of the details."""

    pack: str
    language: str


@dataclass(frozen=True, slots=True)
class MeasureEngines:
    """Time a pack's models on every engine of this computer; gives a tuple of :class:`Timing`."""

    pack: str


@dataclass(frozen=True, slots=True)
class Timing:
    """How long one engine needs for one run of one model."""

    model: str
    engine: str
    seconds: float


@dataclass(frozen=True, slots=True)
class WriteMasks:
    """Write masks for other programs; gives the files. See :func:`desktop.masks.nifti.write_masks`."""

    masks: Mapping[str, Segmentation]
    manifest: Manifest
    language: str
    folder: Path
    stem: str
    whole: Mapping[str, Grid]


@dataclass(frozen=True, slots=True)
class WriteTraining:
    """Write corrected masks for the site's training; gives the files. See :func:`desktop.training_export.write`."""

    prepared: Prepared
    manifest: Manifest
    language: str
    folder: Path
    whole: Mapping[str, Grid]


@dataclass(frozen=True, slots=True)
class ReadMask:
    """Read a structure from a mask file; gives a :class:`inference.masks.bringing.Brought`.

    Attributes
    ----------
    grid
        Of the images in sight.
    patient_id, frame_uid
        Whose they are; empty where they do not say.
    label
        The part of the file that is meant; empty: to be found by its name or code.
    """

    path: Path
    grid: Grid
    structure: Structure
    patient_id: str = ""
    frame_uid: str = ""
    label: str = ""


Job = (
    WarmUp
    | ScanPaths
    | ShowSeries
    | Screen
    | MakeDemo
    | SelfTest
    | MeasureEngines
    | WriteMasks
    | WriteTraining
    | ReadMask
)


@dataclass(frozen=True, slots=True)
class Task:
    """A job on its way to the worker."""

    number: int
    job: Job


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a task is: its stage and the share of the stage that is done, 0 to 1.

    Stages are ``engines`` (before any task), ``scan``, ``pictures``, ``load``, ``steps``, ``measure``.
    """

    number: int
    stage: str
    share: float


@dataclass(frozen=True, slots=True)
class Done:
    """A task's result."""

    number: int
    result: Found | SharedVolume | Screened | Path | Brought | tuple[Check, ...] | tuple[Timing, ...] | None


@dataclass(frozen=True, slots=True)
class Failed:
    """A task's error, as :class:`inference.errors.PrecontrastError` has it; ``work.cancelled``: the user stopped it."""

    number: int
    code: str
    parameters: Mapping[str, object] = field(default_factory=dict)


def failure(number: int, error: PrecontrastError) -> Failed:
    """What is told of an error: parameters that survive a pipe, whatever it carried."""
    plain = {
        name: value if isinstance(value, str | int | float | None) else str(value)
        for name, value in error.parameters.items()
    }
    return Failed(number, error.code, plain)


Message = Progress | Done | Failed


@dataclass(frozen=True, slots=True)
class WorkerSettings:
    """What a worker process must know when it starts.

    Attributes
    ----------
    engine
        ``engine:device`` to use, or None to measure.
    allow_unsigned
        Packs without a signature may be used.
    """

    engine: str | None = None
    allow_unsigned: bool = False
