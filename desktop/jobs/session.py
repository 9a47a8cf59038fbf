"""What the worker process does: every job, with what is kept from one job to the next."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.jobs.messages import (
    Found,
    Job,
    MadeDemo,
    MakeDemo,
    MeasureEngines,
    ReadMask,
    ScanPaths,
    Screen,
    Screened,
    SelfTest,
    ShowSeries,
    Timing,
    WarmUp,
    WriteMasks,
    WriteTraining,
)

if TYPE_CHECKING:
    from multiprocessing.shared_memory import SharedMemory

    from desktop.jobs.shared import SharedVolume
    from desktop.pack_checks import Check
    from desktop.pack_library import PackLibrary
    from inference.dicom import Series
    from inference.engines import EngineProvider, Interface
    from inference.kept_results import KeptResults
    from inference.masks.bringing import Brought
    from inference.packs.store import Pack

MEASURING = ("contourpy", "SimpleITK")
"""Libraries that measuring needs: loading them takes a twentieth of a second, for which nobody waits ahead of time."""

Report = Callable[[str, float], None]
Asked = Callable[[], bool]


@dataclass(slots=True)
class Session:
    """One worker's packs, engines, and what it has read of the patient in hand."""

    library: PackLibrary
    engines: EngineProvider
    kept: KeptResults
    _shared: SharedMemory | None = None

    def run(self, job: Job, progress: Report, cancelled: Asked) -> Any:
        """Do one job and return its result.

        Raises
        ------
        PrecontrastError
            What the job's own functions raise.
        """
        match job:
            case WarmUp():
                self._warm_up(job, progress, cancelled)
                return None
            case ScanPaths():
                return self._scan(job, progress, cancelled)
            case ShowSeries():
                return self._show(job.series, progress, cancelled)
            case Screen():
                return self._screen(job, progress, cancelled)
            case MakeDemo():
                return self._make_demo(job)
            case SelfTest():
                return self._test(job)
            case MeasureEngines():
                return self._measure(job, progress, cancelled)
            case WriteMasks():
                return _write_masks(job)
            case WriteTraining():
                return _write_training(job)
            case ReadMask():
                return _read_mask(job)

    def _make_demo(self, job: MakeDemo) -> MadeDemo:
        """Write the patient; the usual study stays where it is there already."""
        from desktop.demo_patient import write_patient, write_usual
        from desktop.demonstration import demo_answers
        from inference.answers import read_answers

        if not job.pack:
            return MadeDemo((write_usual(job.folder),), demo_answers(), "")
        patient = write_patient(self.library.open(job.pack), job.folder / job.pack)
        return MadeDemo(patient.studies, read_answers(patient.answers), job.pack)

    def _warm_up(self, job: WarmUp, progress: Report, cancelled: Asked) -> None:
        from inference.errors import Cancelled

        pack = self.library.open(job.pack)
        networks = _networks_of(pack)
        for n, (name, needed) in enumerate(networks):
            if cancelled():
                raise Cancelled
            progress("engines", n / len(networks))
            self.engines.load(pack.file(name), name, needed)
        for library in MEASURING if networks else ():
            import_module(library)

    def _scan(self, job: ScanPaths, progress: Report, cancelled: Asked) -> Found:
        from desktop.thumbnails import thumbnails
        from inference import dicom

        scan = dicom.scan([str(p) for p in job.paths], lambda share: progress("scan", share), cancelled)
        return Found(scan, thumbnails(scan.series, lambda share: progress("pictures", share), cancelled))

    def _show(self, series: Series, progress: Report, cancelled: Asked) -> SharedVolume:
        """Read a series into shared memory; what was shown before is let go, so that memory holds one at a time."""
        from desktop.jobs.shared import share
        from inference import dicom

        loaded = self.kept.read_from(series)
        self.kept.loaded.clear()
        if loaded is None:
            loaded = dicom.load(series, lambda part: progress("load", part), cancelled)
        handle, volume, memory = share(series.key, loaded.volume)
        loaded = dataclasses.replace(loaded, volume=volume)
        if self._shared is not None:
            self._shared.close()
        self._shared = memory
        self.kept.loaded[series.key] = (series, loaded)
        return handle

    def _screen(self, job: Screen, progress: Report, cancelled: Asked) -> Screened:
        pack = self.library.open(job.pack)
        fallback = self.library.open(pack.manifest.fallback) if pack.manifest.fallback else None
        return screen_with(pack, fallback, job, self.engines, self.kept, progress, cancelled)

    def _test(self, job: SelfTest) -> tuple[Check, ...]:
        from desktop.language import Language
        from desktop.pack_checks import check_pack

        return tuple(check_pack(self.library.open(job.pack), self.library.places, Language(job.language)))

    def _measure(self, job: MeasureEngines, progress: Report, cancelled: Asked) -> tuple[Timing, ...]:
        from inference.engines import check_graph, check_interface
        from inference.errors import Cancelled

        pack = self.library.open(job.pack)
        timings, networks = [], _networks_of(pack)
        for n, (name, needed) in enumerate(networks):
            if cancelled():
                raise Cancelled
            data = pack.file(name)
            graph = check_graph(data, name)
            check_interface(graph, needed, name)
            seconds = self.engines.measure(data, graph)
            timings += [Timing(name, engine, value) for engine, value in seconds.items()]
            progress("measure", (n + 1) / len(networks))
        return tuple(timings)


def screen_with(
    pack: Pack,
    fallback: Pack | None,
    job: Screen,
    engines: EngineProvider,
    kept: KeptResults,
    progress: Report,
    cancelled: Asked,
) -> Screened:
    """Run a pack that has been opened; every front end's screening comes by here.

    Parameters
    ----------
    fallback
        What stands in for the pack where it refuses.
    """
    from inference.pipeline import Request, run

    request = Request(
        pack,
        job.sheet,
        job.site,
        job.scan,
        series=job.series,
        fallback=fallback,
        corrected=job.corrected,
        edits=job.edits,
    )
    outcome = run(request, engines, progress, cancelled, kept)
    return Screened(outcome, kept.masks(), job.sheet)


def _networks_of(pack: Pack) -> list[tuple[str, Interface]]:
    """What its steps run, each file once for everything that is needed of it."""
    found = [network for step in pack.manifest.steps for network in step.networks()]
    return [network for n, network in enumerate(found) if network not in found[:n]]


def _write_masks(job: WriteMasks) -> list[Path]:
    from desktop.language import Language
    from desktop.masks.nifti import write_masks

    return write_masks(job.masks, job.manifest, Language(job.language), job.folder, job.stem, job.whole)


def _read_mask(job: ReadMask) -> Brought:
    from inference.masks.bringing import Owner, bring

    return bring(job.path, job.grid, job.structure, Owner(job.patient_id, job.frame_uid), job.label)


def _write_training(job: WriteTraining) -> list[Path]:
    from desktop.language import Language
    from desktop.training_export import write

    return write(job.prepared, job.manifest, Language(job.language), job.folder, job.whole)
