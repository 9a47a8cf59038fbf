"""What happened afterwards, as it is entered in one session; each entry can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.work import operations
from inference.errors import InputError

if TYPE_CHECKING:
    from desktop.case_records import CaseRecords
    from desktop.cases import Event
    from desktop.language import Language


class EnteredOutcomes:
    """Records what happened, and takes back what was recorded.

    All may raise InputError when store or log cannot be read or written, and ``cases.conflict`` when somebody else
    recorded something else meanwhile; then nothing was changed.
    """

    def __init__(self, records: CaseRecords) -> None:
        self._records = records
        self._entered: dict[str, list[tuple[Event | None, Event]]] = {}

    def to_begin_with(self, case_id: str, language: Language, user: str) -> tuple[Event | None, Event | None]:
        """What is recorded of a case, and what a form for it begins with: that, else what the answers tell."""
        from desktop.cases.prefill import prefilled

        recorded = self._records.store.event(case_id)
        if recorded is not None:
            return recorded, recorded
        try:
            outcome = self._records.store.get(case_id).outcome
        except InputError:  # a record that is damaged tells nothing, but what happened can be entered
            outcome = None
        return None, None if outcome is None else prefilled(outcome, language, user)

    def record(self, case_id: str, event: Event, before: Event | None) -> None:
        """Store what happened; ``before`` is what was recorded when it was entered."""
        stored = operations.record_event(self._records, case_id, event, before)
        self._entered.setdefault(case_id, []).append((before, stored))

    def can_undo(self, case_id: str) -> bool:
        """Whether something was entered in this session that can be taken back."""
        return bool(self._entered.get(case_id))

    def undo(self, case_id: str) -> None:
        """Record again what was recorded before the last entry, or nothing where there was nothing."""
        before, stored = self._entered[case_id][-1]
        try:
            if before is None:
                operations.withdraw_event(self._records, case_id, stored)
            else:
                operations.record_event(self._records, case_id, before, stored)
        except InputError as error:
            if error.code == "cases.conflict":  # what was entered here is no longer what is recorded
                del self._entered[case_id]
            raise
        self._entered[case_id].pop()
