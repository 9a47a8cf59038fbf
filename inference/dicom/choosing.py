"""Which series a pack gets, and why: rules in the order of their weight, each with a reason that can be shown.

First come conditions that a series must meet, then that it can be read, then the newest examination, then preferences.
A series is compared by its preferences in their
order, so that the first difference decides and can be named; the result does not depend on the order of the input.
"""

from __future__ import annotations

from dataclasses import dataclass

from inference.dicom.formats import check_format
from inference.dicom.kernels import softness
from inference.dicom.model import Note, Series
from inference.errors import InputError


@dataclass(frozen=True, slots=True)
class Role:
    """What a pack asks of a series.

    Attributes
    ----------
    plane
        ``axial``, ``coronal``, ``sagittal`` or empty for any.
    max_spacing_mm
        Largest distance between slices, or None.
    thickness_mm
        Preferred slice thickness, from and to, or None.
    contrast
        ``none`` prefers series without a contrast agent in the header; only the pixels can prove it.
    words
        Words of which description, protocol or image type must contain one, in any case; empty for any series.
    region_words
        Words that name the wanted region in body part, description or protocol: preferred.
    """

    modality: str = "CT"
    plane: str = "axial"
    min_slices: int = 2
    max_spacing_mm: float | None = None
    thickness_mm: tuple[float, float] | None = None
    prefer_soft_kernel: bool = True
    contrast: str = "any"
    words: tuple[str, ...] = ()
    region_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """One series as the rules see it.

    Attributes
    ----------
    suitable
        Whether it meets all conditions.
    reasons
        ``dicom.choice-*`` notes: unmet conditions for a series that is not suitable, else every preference with its
        outcome, the weightiest first.
    """

    series: Series
    suitable: bool
    reasons: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The series for a role.

    Attributes
    ----------
    series
        None where none is suitable.
    overridden
        Whether the user named it; it may then break conditions, which stand in its reasons.
    candidates
        All series, the best first.
    """

    series: Series | None
    overridden: bool
    candidates: tuple[Candidate, ...]

    @property
    def examinations(self) -> tuple[Series, ...]:
        """The best suitable series of each examination, the newest examination first."""
        first: dict[str, Series] = {}
        for candidate in self.candidates:
            if candidate.suitable:
                first.setdefault(candidate.series.study_uid, candidate.series)
        return tuple(first.values())


def choose(series: tuple[Series, ...], role: Role, override: str | int | None = None) -> Choice:
    """Choose the series for a role.

    Parameters
    ----------
    override : str or int, optional
        Key, Series Instance UID or series number of the series to take instead; of several, the best ranked.

    Raises
    ------
    InputError
        If no series has that key, UID or number, or series of several examinations have it.
    """
    ranked = sorted((_judge(one, role) for one in series), key=lambda pair: pair[1])
    candidates = tuple(candidate for candidate, _ in ranked)
    if override is None:
        best = candidates[0] if candidates else None
        return Choice(best.series if best and best.suitable else None, False, candidates)
    return Choice(_named(candidates, str(override)), True, candidates)


def _named(candidates: tuple[Candidate, ...], wanted: str) -> Series:
    """The best ranked series of that key, UID or number."""
    named = [candidate.series for candidate in candidates if wanted in (candidate.series.key, candidate.series.uid)]
    if not named:
        named = [candidate.series for candidate in candidates if wanted == str(candidate.series.number)]
    if not named:
        raise InputError("dicom.override-not-found", wanted=wanted)
    keys = {one.study_uid: one.key for one in reversed(named)}
    if len(keys) > 1:
        raise InputError("dicom.override-ambiguous", wanted=wanted, count=len(keys), keys=", ".join(keys.values()))
    return named[0]


def _judge(series: Series, role: Role) -> tuple[Candidate, tuple[object, ...]]:
    unmet = _unmet(series, role)
    preferences = _preferences(series, role)
    readable, *losses = (loss for loss, _ in preferences)
    examined = series.examined
    reasons = unmet or [reason for _, reason in preferences if reason is not None]
    # The last members only make the order complete.
    rank = (
        len(unmet),
        readable,
        not examined,
        -int(examined or 0),
        *losses,
        series.number is None,
        series.number or 0,
        series.study_uid,
        series.key,
    )
    return Candidate(series, not unmet, tuple(reasons)), rank


def _unmet(series: Series, role: Role) -> list[Note]:
    """Conditions that the series does not meet."""
    unmet = []
    stack = series.stack
    if series.modality != role.modality:
        unmet.append(Note("dicom.choice-wrong-modality", {"found": series.modality, "wanted": role.modality}))
    if series.localizer:
        unmet.append(Note("dicom.choice-localizer"))
    if series.derived and not asked_for(series, role.words):
        unmet.append(Note(f"dicom.choice-made-{series.derived}"))
    if role.words and not asked_for(series, role.words):
        unmet.append(Note("dicom.choice-wrong-kind", {"wanted": ", ".join(role.words)}))
    if stack is None or not stack.straight or not stack.spacing_mm:
        unmet.append(Note("dicom.choice-no-volume"))
        return unmet
    if role.plane and stack.plane != role.plane:
        unmet.append(Note("dicom.choice-wrong-plane", {"found": stack.plane, "wanted": role.plane}))
    if len(series.slices) < role.min_slices:
        unmet.append(Note("dicom.choice-few-slices", {"found": len(series.slices), "wanted": role.min_slices}))
    if role.max_spacing_mm is not None and stack.spacing_mm > role.max_spacing_mm:
        unmet.append(
            Note("dicom.choice-wide-spacing", {"found": round(stack.spacing_mm, 2), "wanted": role.max_spacing_mm})
        )
    return unmet


def names_region(series: Series, words: tuple[str, ...]) -> str:
    """The first of the words for a region that the header of a series carries, or an empty text."""
    return _matches(words, series.body_part, series.description, series.protocol, series.study_description)


def asked_for(series: Series, words: tuple[str, ...]) -> bool:
    """Whether description, protocol or image type contain one of the words by which a role asks for a kind of image."""
    return bool(_matches(words, series.description, series.protocol, *series.image_type))


def _preferences(series: Series, role: Role) -> list[tuple[float, Note | None]]:
    """For each preference how far the series is from it, and the reason; the weightiest first."""
    return [
        _readable(series, role),
        _original(series),
        *([_without_contrast(series)] if role.contrast == "none" else []),
        *([_region(series, role)] if role.region_words else []),
        _intact(series),
        *([_thickness(series, role.thickness_mm)] if role.thickness_mm else []),
        *([_kernel(series)] if role.prefer_soft_kernel else []),
        _extent(series),
    ]


def _readable(series: Series, role: Role) -> tuple[float, Note | None]:
    """Pixels that can be read, in known units, before all others; said only of a series that fails in it."""
    try:
        for one in {one.format: one for one in series.slices}.values():
            check_format(one.format, one.name)
    except InputError as error:
        return 2, Note("dicom.choice-unreadable", {"reason": error.code, **error.evidence})
    unscaled = {"dicom.rescale-missing", *(() if role.words else ("dicom.rescale-not-hu",))}
    if any(note.code in unscaled for note in series.notes):
        return 1, Note("dicom.choice-unscaled")
    return 0, None


def _original(series: Series) -> tuple[float, Note]:
    original = series.image_type[:1] == ("ORIGINAL",)
    return not original, Note("dicom.choice-original" if original else "dicom.choice-derived")


def _without_contrast(series: Series) -> tuple[float, Note]:
    if not series.contrast_agent:
        return 0, Note("dicom.choice-no-contrast-agent")
    return 1, Note("dicom.choice-contrast-agent", {"agent": series.contrast_agent})


def _region(series: Series, role: Role) -> tuple[float, Note]:
    found = names_region(series, role.region_words)
    return (0, Note("dicom.choice-region", {"word": found})) if found else (1, Note("dicom.choice-region-unnamed"))


def _intact(series: Series) -> tuple[float, Note]:
    """Missing slices, uneven spacing and tilt in this order of weight."""
    stack = series.stack
    if stack is None:
        return 3, Note("dicom.choice-no-volume")
    if stack.missing:
        return 3, Note("dicom.choice-missing-slices", {"count": stack.missing})
    if not stack.even:
        return 2, Note("dicom.choice-uneven")
    if stack.tilt_deg:
        return 1, Note("dicom.choice-tilted", {"degrees": round(stack.tilt_deg, 1)})
    return 0, Note("dicom.choice-intact")


def _thickness(series: Series, preferred: tuple[float, float]) -> tuple[float, Note]:
    """Distance to the preferred range; the spacing stands in where the thickness is unknown."""
    thickness = series.thickness_mm or series.spacing_mm
    low, high = preferred
    if thickness is None:
        return float("inf"), Note("dicom.choice-thickness-unknown")
    outside = max(low - thickness, thickness - high, 0.0)
    code = "dicom.choice-thickness-outside" if outside else "dicom.choice-thickness-preferred"
    return outside, Note(code, {"thickness_mm": round(thickness, 2), "low_mm": low, "high_mm": high})


def _kernel(series: Series) -> tuple[float, Note]:
    kind = softness(series.kernel)
    loss = {"soft": 0, "medium": 1, "": 2, "sharp": 3}[kind]
    return loss, Note(f"dicom.choice-kernel-{kind or 'unknown'}", {"kernel": series.kernel})


def _extent(series: Series) -> tuple[float, Note]:
    """The longer stack, in whole centimetres, so that one slice more or less does not decide."""
    extent = series.stack.places[-1] * series.stack.spacing_mm if series.stack else 0.0
    return -round(extent / 10), Note("dicom.choice-extent", {"mm": round(extent)})


def _matches(words: tuple[str, ...], *texts: str) -> str:
    """The first of the words that any text contains, or an empty one."""
    together = "\n".join(texts).casefold()
    return next((word for word in words if word.casefold() in together), "")
