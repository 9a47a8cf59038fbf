"""What can be done with cases: one operation an act, for the window and the command line.

Each does it, logs it, stores it and tells it, in the order of :mod:`desktop.case_records`; none knows who asked for it.
All may raise InputError when store or log cannot be read or written, and then nothing was done.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.case_records import CaseRecords, line_of

if TYPE_CHECKING:
    from desktop.audit_file import Entry
    from desktop.cases import Case, CaseRow, Event
    from desktop.cases.model import State
    from desktop.training_export import Prepared
    from inference.dicom import Scan
    from inference.outcome import Edit, Outcome, Tick
    from inference.packs.store import Pack
    from inference.segmentation import Segmentation

# --- a case that is being worked on


def begin(records: CaseRecords, case: Case) -> None:
    """Store a case whose screening begins, so that its answers outlive a crash."""
    records.keep(case, {})


def store_screening(
    records: CaseRecords, case: Case, masks: Mapping[str, Segmentation], edits: Sequence[Edit] = (), **details: object
) -> None:
    """Store a case with its outcome and masks.

    Parameters
    ----------
    edits
        Who drew what of the masks by hand.
    **details
        What else the log is to say of it.
    """
    edited = list(dict.fromkeys(edit.structure for edit in edits))
    action = "mask-edited" if edited else "screened"
    digests = [edit.sha256 for edit in edits if edit.origin == "imported"]
    if digests:
        details["mask_sha256"] = digests  # not the names, which may tell who the patient is
    records.keep(case, masks, line_of(action, case.outcome, case=case.id, edited=edited, **details))


def log_screening(records: CaseRecords, outcome: Outcome, **details: object) -> None:
    """Log a screening that is not stored as a case."""
    records.log(line_of("screened", outcome, **details))


def store_signature(records: CaseRecords, case: Case, before: Outcome) -> None:
    """Store a case that was signed or ticked off: a record is confirmed by its digest in the log.

    Parameters
    ----------
    before
        The outcome without that signature or tick.
    """
    signatures = case.outcome.signatures if case.outcome is not None else ()
    new = [signature.role for signature in signatures if signature not in before.signatures]
    records.keep(case, {}, line_of("signed" if new else "ticked", case.outcome, case=case.id, roles=new))


def put_back(records: CaseRecords, case: Case, masks: Mapping[str, Segmentation]) -> None:
    """Store what was asked when a case was signed: what was asked since has been given up."""
    records.keep(case, masks)


def close(records: CaseRecords, case: Case) -> None:
    """Store a case as closed, so that it is not offered for recovery."""
    records.keep(dataclasses.replace(case, closed=True), {})


def log_override(records: CaseRecords, pack: str, role: str, series: str) -> None:
    """The user chose another series than the rules."""
    records.log(line_of("series-overridden", pack=pack, role=role, series=series))


def log_stop(records: CaseRecords, pack: str) -> None:
    """The user stopped a screening."""
    records.log(line_of("cancelled", pack=pack))


def log_crash(records: CaseRecords, pack: str, exit_code: object) -> None:
    """The worker process ended by itself."""
    records.log(line_of("worker-crashed", pack=pack, exit=exit_code))


# --- whose it is


def identity_check(records: CaseRecords, case_id: str) -> Tick | None:
    """Who has compared the patient of a case with wristband or order, as the audit log knows it; None: nobody."""
    from inference.outcome import Tick

    for entry in reversed(records.audit.entries()):
        if entry.action in ("identity-checked", "identity-withdrawn") and entry.details.get("case") == case_id:
            if entry.action == "identity-withdrawn":
                return None
            return Tick(0, str(entry.details.get("initials", "")), entry.time)
    return None


def check_identity(records: CaseRecords, case_id: str, check: Tick | None) -> None:
    """The patient was compared with wristband or order; None: this no longer holds."""
    if check is None:
        records.log(line_of("identity-withdrawn", case=case_id))
    else:
        records.log(line_of("identity-checked", case=case_id, initials=check.initials))


def withdraw_identity(records: CaseRecords, case_id: str) -> None:
    """A check of the patient's identity does not hold for another name or number."""
    if identity_check(records, case_id) is not None:
        check_identity(records, case_id, None)


# --- stored cases


def list_cases(records: CaseRecords, text: str = "", state: State | None = None, limit: int = 500) -> list[CaseRow]:
    """Search stored cases; what was looked for is not logged, as it may be a name."""
    found = records.store.search(text, state, limit)
    records.log(line_of("cases-listed", cases=len(found)))
    return found


def log_listing(records: CaseRecords) -> None:
    """Stored cases are listed and searched for as one types."""
    records.log(line_of("cases-listed"))


def take_up(records: CaseRecords, case_id: str) -> tuple[Case, dict[str, Segmentation]]:
    """A stored case with its masks, to go on with."""
    case, masks = records.store.get(case_id), records.store.masks(case_id)
    records.log(line_of("case-viewed", case=case_id))
    records.know(case)
    return case, masks


def dismiss(records: CaseRecords, case_id: str) -> None:
    """Offer a case that was open at a crash no more; it stays in the list of cases."""
    records.keep(dataclasses.replace(records.store.get(case_id), closed=True), {})


def move_images(records: CaseRecords, case: Case, paths: tuple[Path, ...], scan: Scan) -> Case:
    """Point a case to where its images are now; raises also as :func:`desktop.cases.relocation.relocated`."""
    from desktop.cases.relocation import relocated

    moved = relocated(case, paths, scan)
    records.keep(moved, {}, line_of("images-moved", case=case.id))
    return moved


def record_event(records: CaseRecords, case_id: str, event: Event, before: Event | None) -> Event:
    """Store what happened afterwards; ``before`` is what was seen when that was entered."""
    line = line_of("outcome-entered", case=case_id)
    return records.change(lambda store, log: store.record_event(case_id, event, before, log) or event, line)


def withdraw_event(records: CaseRecords, case_id: str, recorded: Event) -> None:
    """Remove what was recorded of what happened afterwards."""
    line = line_of("outcome-withdrawn", case=case_id)
    records.change(lambda store, log: store.record_event(case_id, None, recorded, log), line)


def delete(records: CaseRecords, case_id: str) -> None:
    """Remove a case for good."""
    records.change(lambda store, log: store.delete(case_id, log), line_of("case-deleted", case=case_id))


# --- what leaves the program


def export_outcomes(records: CaseRecords, pack: str, path: Path, version: str | None = None) -> int:
    """Write what a pack predicted and what happened, for recalibration; returns the number of cases."""
    from desktop.cases import export_events

    def log(count: int) -> None:
        records.log(line_of("exported", what="outcomes", pack=pack, cases=count))

    return export_events(records.store, pack, path, version, log)


def export_signed(records: CaseRecords, case_id: str) -> list[tuple[Outcome, bytes]]:
    """Every signed version of a case's report, and its record as the audit log knows it, to be written to files."""
    outcomes, found = records.store.signed(case_id), records.store.records(case_id, ("signed",))
    records.log(line_of("exported", what="signed", case=case_id, records=len(outcomes)))
    return list(zip(outcomes, found))


def log_output(records: CaseRecords, action: str, outcome: Outcome, **details: object) -> None:
    """A report is printed, exported or printed again."""
    records.log(line_of(action, outcome, **details))


def log_masks_out(records: CaseRecords, case_id: str, outcome: Outcome, masks: int) -> None:
    """So many masks that an outcome rests on are about to be written for other programs."""
    records.log(line_of("exported", outcome, what="masks", case=case_id, masks=masks))


def log_training_out(records: CaseRecords, case_id: str, outcome: Outcome, prepared: Prepared) -> None:
    """Masks that a reader corrected are about to be written for training, under these names."""
    names = [row.case for row in prepared.rows]
    records.log(line_of("exported", outcome, what="training", case=case_id, masks=len(names), names=names))


# --- what belongs to no case


def log_inspection(records: CaseRecords, pack: str, studies: Sequence[str]) -> None:
    """The series of some studies were listed, and which of them a pack would use."""
    records.log(line_of("images-inspected", pack=pack, studies=list(studies)))


def log_view(records: CaseRecords, entries: Sequence[Entry]) -> None:
    """Lines of the log were read; where there are none, nobody read anything."""
    if entries:
        records.log(line_of("log-viewed", first=entries[0].number, last=entries[-1].number))


def log_pack_installed(records: CaseRecords, pack: Pack) -> None:
    """A pack was installed; by its digest and its signer's key it is known again."""
    manifest = pack.manifest
    details = {"version": manifest.version, "pack_sha256": pack.digest, "signer_key": pack.signer_key}
    records.log(line_of("pack-installed", pack=manifest.id, **details))


def log_pack_removed(records: CaseRecords, pack_id: str) -> None:
    """An installed pack was taken out."""
    records.log(line_of("pack-removed", pack=pack_id))
