"""Patients' cases: what was screened, what came out, and what happened afterwards. One SQLite file, no server."""

from desktop.cases.export import export_events
from desktop.cases.model import SEVERITIES, STATES, Case, CaseRow, Event, Prediction, new_case
from desktop.cases.store import CaseStore

__all__ = [
    "SEVERITIES",
    "STATES",
    "Case",
    "CaseRow",
    "CaseStore",
    "Event",
    "Prediction",
    "export_events",
    "new_case",
]
