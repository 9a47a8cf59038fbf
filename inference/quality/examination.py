"""Gates on the examination: which one is meant, and how long ago it was."""

from __future__ import annotations

from datetime import date

from inference.dicom import Choice, Series
from inference.dicom.values import day_of
from inference.findings import Evidence, Finding
from inference.schema import ImageRole

SHOWN_EXAMINATIONS = 4


def check_which(choice: Choice, role: ImageRole) -> list[Finding]:
    """Several examinations that would do are a question, which only the user can answer: the newest is proposed."""
    found = choice.examinations
    if choice.overridden or len(found) < 2:
        return []
    choices = "; ".join(
        f"{shown_day(s.image_date)}, {s.description or '-'}: {s.key}" for s in found[:SHOWN_EXAMINATIONS]
    )
    return [Finding("series.several-examinations", "blocking", {"count": len(found), "choices": choices}, role.id)]


def check_age(series: Series, role: ImageRole, limit_days: int, today: date) -> list[Finding]:
    """Images that are older than the site allows show the patient of then and not of now.

    Parameters
    ----------
    limit_days
        Days since the examination, from the site profile; a patient may have been scanned yesterday at its midnight.
    """
    day = day_of(series.image_date) or day_of(series.study_date) or day_of(series.series_date)
    if day is None:
        return [Finding("series.date-unknown", "warning", {}, role.id)]
    days = (today - day).days
    if days < -1:  # a scanner in another time zone may be a day ahead
        return [Finding("series.date-in-future", "warning", {"date": day.isoformat()}, role.id)]
    if days <= limit_days:
        return []
    evidence: dict[str, Evidence] = {"date": day.isoformat(), "days": days, "limit": limit_days}
    return [Finding("series.old-images", "warning", evidence, role.id)]


def shown_day(text: str) -> str:
    """A date of a header as people read it; a question mark where there is none."""
    day = day_of(text)
    return day.isoformat() if day else "?"
