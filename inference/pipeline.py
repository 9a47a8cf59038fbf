"""The one function behind the window, the command line, the self-test and golden cases."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from itertools import accumulate
from math import inf

from inference import __version__, identity, sharing
from inference.answers import AnswerSheet, complete, from_step
from inference.dicom import Choice, LoadedSeries, Note, Scan, Series, choose, load
from inference.engines import EngineProvider
from inference.errors import Cancelled
from inference.findings import Finding, Severity, blocks
from inference.kept_results import KeptResults
from inference.memory import give_back
from inference.outcome import Edit, Outcome, PackUse, SiteUse
from inference.packs.store import Pack
from inference.quality.examination import check_age, check_which
from inference.quality.pixels import look
from inference.quality.series import UNIT_OTHER, check_gaps, check_series
from inference.results import EngineUse, GivenAnswer, Risk, UsedSeries, uid_of
from inference.roles import none_suitable, wanted_role
from inference.room import hold_part, settle_engines
from inference.schema import ImageRole
from inference.segmentation import Segmentation
from inference.simulated import is_simulated, steps_of
from inference.site import SiteProfile
from inference.site_check import check_site
from inference.steps import kind_of
from inference.steps.context import GateContext, StepContext, StepResult
from inference.steps.kind import Step
from inference.triples import Box
from inference.volume import Volume

Progress = Callable[[str, float], None]
Asked = Callable[[], bool]

LEAST_COST = 1
"""Of a step whose result is remembered; see :attr:`inference.steps.kind.StepKind.cost`."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be screened.

    Attributes
    ----------
    scan
        Series found in the patient's files; None for packs that need no image.
    volumes
        Images by role that are not read from DICOM: golden cases and tests.
    series
        By image role: a series that the user chose instead of the rules' choice.
    simulated
        Whether ``volumes`` were drawn and not scanned. A series says so itself
        (:attr:`inference.dicom.model.Series.simulated`).
    fallback
        Pack that answers from the console's knowledge when this one refuses, or None. Answers that only it knows may
        stand in the sheet, under its names or their aliases.
    corrected
        By step id: masks that the user drew, instead of those that the step finds.
    edits
        Who drew what in them, for the report.
    today
        Day for which the answer is wanted; the present one where it is not given.
    """

    pack: Pack
    sheet: AnswerSheet = field(default_factory=AnswerSheet)
    site: SiteProfile = field(default_factory=SiteProfile)
    scan: Scan | None = None
    volumes: Mapping[str, Volume] = field(default_factory=dict)
    series: Mapping[str, str] = field(default_factory=dict)
    simulated: bool = False
    fallback: Pack | None = None
    corrected: Mapping[str, Segmentation] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    today: date | None = None


@dataclass(slots=True)
class _Work:
    """What has been gathered so far."""

    findings: list[Finding] = field(default_factory=list)
    used: list[UsedSeries] = field(default_factory=list)
    volumes: dict[str, Volume] = field(default_factory=dict)
    notes: dict[str, tuple[Note, ...]] = field(default_factory=dict)
    choices: dict[str, Choice] = field(default_factory=dict)
    chosen: dict[str, Series] = field(default_factory=dict)
    answers: dict[str, GivenAnswer] = field(default_factory=dict)
    steps: dict[str, StepResult] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)


def run(
    request: Request,
    engines: EngineProvider,
    progress: Progress = lambda stage, share: None,
    cancelled: Asked = lambda: False,
    kept: KeptResults | None = None,
) -> Outcome:
    """Screen one patient with one pack.

    Parameters
    ----------
    progress
        Called with the stage (``load``, ``steps``) and its share done, 0 to 1.
    cancelled
        Asked between slices and tiles.
    kept
        Of earlier runs on the same patient; it is used and filled.

    Returns
    -------
    Outcome
        An answer, or a refusal when a finding blocks it.

    Raises
    ------
    InputError
        For a mistake in the answers or the files.
    PackError, EngineError
        When the pack's models cannot be used.
    Cancelled
        When the user stopped.
    """
    work = _Work(volumes=dict(request.volumes))
    kept = KeptResults(keeps_scans=False) if kept is None else kept
    manifest = request.pack.manifest
    work.findings += check_site(request.site, manifest)
    for role in manifest.images:
        if role.id not in work.volumes:
            _choose(role, request, work)
    work.findings += identity.check_studies(list(work.chosen.values()))
    today = request.today or date.today()
    read = identity.header_of(request.scan, list(work.chosen.values()))
    header = identity.as_of(read, today)
    for role in manifest.images:
        if role.id in work.chosen:
            work.findings += check_age(work.chosen[role.id], role, request.site.max_image_age_days, today)
    sheet = sharing.own_answers(request.sheet, manifest, request.fallback.manifest if request.fallback else None)
    answers, findings = complete(manifest, sheet, header.dicom_values if header else {})
    work.answers = {answer.predictor: answer for answer in answers}
    work.findings += identity.grave_if_another_patient(findings, manifest, read, today)
    work.findings += identity.check_age_answer(read, manifest, answers, today)
    work.findings += identity.check_named_patient(request.sheet.patient, read)
    kept.fit(request.pack.digest, work.chosen.values(), request.corrected, request.sheet.regions)
    if work.chosen and is_simulated(work.chosen.values(), False):
        work.findings.append(Finding("series.simulated", "note"))
    if not blocks(work.findings):
        if work.chosen:
            settle_engines(request.pack, engines, cancelled)
        _load_all(request, work, kept, progress, cancelled)
    else:
        roles = [role for role in manifest.images if role.id in work.chosen]
        work.used += [_used(work, role, work.chosen[role.id], None) for role in roles]
    if not blocks(work.findings):
        _run_steps(request, work, kept, engines, progress, cancelled)
    refused = blocks(work.findings)
    fallback = None
    if refused and request.fallback is not None:
        fallback = run(_of_fallback(request, request.fallback), engines, progress, cancelled)
    results = list(work.steps.values())
    risk = None if refused else next((r.risk for r in results if r.risk is not None), None)
    return Outcome(
        kind="refusal" if refused else "answer",
        pack=PackUse(manifest, request.pack.digest, request.pack.signed_by, request.pack.signer_key),
        site=_site_use(request, risk),
        patient=identity.patient_of(request.sheet, header, manifest, answers),
        findings=tuple(work.findings),
        answers=tuple(work.answers.values()),
        created=datetime.now().astimezone().isoformat(timespec="seconds"),
        software=f"Precontrast {__version__}",
        series=tuple(work.used),
        measures=tuple(m for r in results for m in r.measures),
        pictures=tuple(p for r in results for p in r.pictures),
        signs=tuple(s for r in results for s in r.signs),
        results=() if refused else tuple(x for r in results for x in r.results),
        risk=risk,
        engines=tuple(_once(e for r in results for e in r.engines)),
        seconds=work.seconds,
        fallback=fallback,
        edits=request.edits,
        simulated=is_simulated(work.chosen.values(), request.simulated),
    )


def _of_fallback(request: Request, fallback: Pack) -> Request:
    """The same patient for the fallback, whose own questions may be answered under other names."""
    sheet = sharing.for_fallback(request.sheet, request.pack.manifest, fallback.manifest)
    return replace(request, pack=fallback, sheet=sheet, fallback=None, series={}, corrected={}, edits=())


def _choose(role: ImageRole, request: Request, work: _Work) -> None:
    if request.scan is None or not request.scan.series:
        if role.required:
            work.findings.append(Finding("series.none-given", "blocking", {}, role.id))
        return
    if role.id not in request.series:
        identity.refuse_mixed_patients(request.scan.series)
    wanted = wanted_role(role, request.pack.manifest.region_of(role))
    choice = choose(request.scan.series, wanted, request.series.get(role.id))
    if choice.series is None:
        # An optional image is missed too, but its step can do without.
        severity: Severity = "blocking" if role.required else "warning"
        work.findings.append(none_suitable(role, choice, severity))
        return
    work.choices[role.id], work.chosen[role.id] = choice, choice.series
    work.findings += check_which(choice, role)


def _load_all(request: Request, work: _Work, kept: KeptResults, progress: Progress, cancelled: Asked) -> None:
    started = time.perf_counter()
    for role in request.pack.manifest.images:
        series = work.chosen.get(role.id)
        if series is None:
            continue
        if cancelled():
            raise Cancelled
        unit, gates = request.pack.manifest.unit_of(role), request.pack.manifest.gates
        found = check_series(series, role, series.notes, unit, gates=gates)
        found = [f for f in found if f.severity == "blocking"]
        unneeded = any(f.code == UNIT_OTHER for f in found) and _is_entered(request, role, work)
        work.findings += [replace(f, severity="warning") for f in found] if unneeded else found
        if unneeded or blocks(work.findings):
            work.used.append(_used(work, role, series, None))
            continue
        loaded = kept.read_from(series) or load(series, lambda share: progress("load", share), cancelled)
        kept.loaded[series.key] = (series, loaded)
        work.volumes[role.id], work.notes[role.id] = loaded.volume, loaded.notes
        work.used.append(_used(work, role, series, loaded))
        located = any(kind_of(step).locates for step in _readers(request, role))
        region = request.pack.manifest.region_of(role)
        work.findings += check_series(series, role, series.notes + loaded.notes, unit, located, gates)
        if role.id not in kept.pixels:
            kept.pixels[role.id] = look(series, role, loaded.volume, unit, region, located)
        work.findings += kept.pixels[role.id].findings
        if not located:  # nothing will tell where the region is: all of the series has to be whole
            work.findings += check_gaps(series, role, -inf, inf)
    give_back()
    work.seconds["load"] = time.perf_counter() - started


def _readers(request: Request, role: ImageRole) -> list[Step]:
    """Steps that read the image of a role."""
    return [step for step in request.pack.manifest.steps if role.id in step.images_read]


def _is_entered(request: Request, role: ImageRole, work: _Work) -> bool:
    """Whether everything that would be measured in an image was entered instead."""
    readers = _readers(request, role)
    return bool(readers) and all(
        step.substitute is not None and work.answers[step.substitute].value is not None for step in readers
    )


def _used(work: _Work, role: ImageRole, series: Series, loaded: LoadedSeries | None) -> UsedSeries:
    choice = work.choices[role.id]
    reasons = next(c.reasons for c in choice.candidates if c.series.key == series.key)
    read = loaded.read if loaded else ()
    spacing = (
        loaded.volume.grid.spacing_mm if loaded else (series.spacing_mm or 0.0, *(series.pixel_spacing_mm or (0, 0)))
    )
    return UsedSeries(
        role=role.id,
        study_uid=series.study_uid,
        series_uid=series.uid,
        frame_of_reference_uid=series.frame_of_reference_uid,
        accession=series.accession,
        study_date=series.study_date,
        description=series.description,
        manufacturer=f"{series.manufacturer} {series.model}".strip(),
        kernel=series.kernel,
        slices=len(series.slices),
        spacing_mm=spacing,
        thickness_mm=series.thickness_mm,
        overridden=choice.overridden,
        simulated=series.simulated,
        reasons=tuple(Finding(note.code, "note", dict(note.parameters)) for note in reasons),
        study_id=series.study_id,
        study_time=series.study_time,
        issuer_of_patient_id=series.issuer_of_patient_id,
        referring_physician=series.referring_physician,
        sop_instance_uids=tuple(uid_of(image.sop_instance_uid) for image in read),
        frame_numbers=tuple(image.frame + 1 for image in read) if any(i.format.frames > 1 for i in read) else (),
    )


def _run_steps(
    request: Request, work: _Work, kept: KeptResults, engines: EngineProvider, progress: Progress, cancelled: Asked
) -> None:
    simulated = is_simulated(work.chosen.values(), request.simulated)
    steps, only_shown = steps_of(request.pack.manifest, simulated)
    reports = _shares(steps, kept, progress)
    for n, step in enumerate(steps):
        if cancelled():
            raise Cancelled
        started = time.perf_counter()
        later = frozenset[str]().union(*(other.images_read for other in steps[n + 1 :]))
        whole = kept.keeps_scans or step.id in request.corrected or not later.isdisjoint(step.images_read)
        context = StepContext(
            system=request.pack.manifest,
            file=request.pack.file,
            answers={name: answer.value for name, answer in work.answers.items()},
            site=request.site,
            images=work.volumes,
            engines=engines,
            regions=request.sheet.regions,
            earlier=dict(work.steps),
            progress=reports[n],
            cancelled=cancelled,
            let_go=None if whole else partial(_hold_part, work, kept, cancelled),
        )
        result = kept.results.get(step.id) or kind_of(step).run(step, context)
        kept.keep(step, result)
        if step.id in request.corrected:
            result = replace(result, segmentation=request.corrected[step.id])
        work.steps[step.id] = result
        given, out_of_range = from_step(request.pack.manifest, result.values)
        work.answers |= given
        gates = kept.gates.get(step.id)
        if gates is None:
            gates = kept.keep_gates(step, kind_of(step).gates(step, result, _gate_context(request, work, kept)))
        work.findings += [*result.findings, *_fallen_back(result), *gates, *out_of_range]
        work.seconds[step.id] = time.perf_counter() - started
        reports[n](1.0)
        # Everything that can be measured is shown with a refusal, so measuring goes on; a risk does not.
        if blocks(work.findings) and not _goes_on(steps, n, result):
            break
    if only_shown:
        work.findings.append(Finding("demonstration.simulated-outcomes", "blocking"))


def _hold_part(work: _Work, kept: KeptResults, cancelled: Asked, image: str, box: Box) -> Volume:
    return hold_part(work.volumes, work.chosen.get(image), kept, cancelled, image, box)


def _shares(steps: Sequence[Step], kept: KeptResults, progress: Progress) -> list[Callable[[float], None]]:
    """For each step, what tells how far all steps are when so much of this one is done."""
    costs = [LEAST_COST if step.id in kept.results else kind_of(step).cost for step in steps]
    ends = list(accumulate(costs))

    def report(before: float, cost: float, share: float) -> None:
        progress("steps", (before + cost * share) / ends[-1])

    return [partial(report, end - cost, cost) for end, cost in zip(ends, costs)]


def _fallen_back(result: StepResult) -> list[Finding]:
    """Models that do not run on the engine that was told or measured as the fastest."""
    return [
        Finding(
            "engine.fallback",
            "note",
            {"model": use.model, "engine": use.engine, "device": use.device, "detail": use.note},
        )
        for use in result.engines
        if use.note
    ]


def _goes_on(steps: Sequence[Step], n: int, result: StepResult) -> bool:
    """Whether structures are there to be measured next."""
    if result.segmentation is None or (kind_of(steps[n]).by_hand and not result.segmentation.labels.any()):
        return False
    following = kind_of(steps[n + 1]) if n + 1 < len(steps) else None
    return following is not None and following.shown_with_refusal and not following.locates


def _gate_context(request: Request, work: _Work, kept: KeptResults) -> GateContext:
    alike = {role: seen.alike for role, seen in kept.pixels.items() if seen.alike is not None}
    return GateContext(request.pack.manifest, work.volumes, work.chosen, work.notes, work.steps, alike)


def _site_use(request: Request, risk: Risk | None) -> SiteUse:
    site, outcome = request.site, request.pack.manifest.outcome
    prevalence = site.prevalence.get(outcome)
    rate, source = (prevalence.value, prevalence.source) if prevalence else (None, "")
    actions = site.actions.get(outcome, {}).get(risk.estimate.tier.id, ()) if risk else ()
    return SiteUse(site.name, rate, source, site.digest, actions, site.protocol)


def _once(uses: Iterable[EngineUse]) -> list[EngineUse]:
    return list(dict.fromkeys(uses))
