"""Images that a computer made of others and that do not show what a plain CT shows: told by the words of the header.

Standard terms are from PS3.3 sections C.8.2.1.1.1 (CT, multi-energy included) and C.8.16.1.4 (derived pixel contrast);
the others are what scanners and workstations of Siemens, GE, Philips and Canon write in Image Type. Reformatted images
are not among them: they are interpolated or averaged, and their values stay Hounsfield units.
"""

from __future__ import annotations

import re

SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7"
"""SOP class of secondary captures; those of its multi-frame relatives have one number more."""

_KINDS = {
    "projection": r"\w*MIPS?|M(IN|AX) ?I?P|\w*MINIP|MAX(IMUM)?|MIN(IMUM)?|\w* ?INTENSITY PROJECTION|PROJECTION( IMAGE)?"
    r"|RAY ?SUM",
    "rendering": r"VRT?|SSD|(VOLUME|SURFACE) RENDER\w*",
    "virtual-non-contrast": r"VNC\w*|VIRTUAL NON ?CONTRAST|VIRTUAL UNENHANCED|VUE|MAT REMOVED|VIRTUELL NATIV|虚拟平扫",
    "monoenergetic": r"MONO\w*|VMI|\d+ ?KEV|KEV ?\d+|单能量?",
    "material": r"IODINE\w*|IODE|MAT (SPECIFIC|FRACTIONAL|MODIFIED|VALUE BASED)|MATERIAL( \w+)?|CALCIUM|WATER"
    r"|URIC ?ACID|EFF(ECTIVE)? (ATOMIC NUM\w*|Z)|Z ?EFF\w*|ELECTRON DENSITY|RHO|\w*PBV|碘\w*",
    "map": r"CBF|CBV|MTT|TTP|TMAX|PERFUSION|PERMEABILITY|SUBTRACT\w*|DIFFERENCE",
    "capture": r"SCREEN ?(SAVE|CAPTURE|SHOT)|SECONDARY CAPTURE|DOSE ?INFO|PATIENT PROTOCOL",
}
_WORDS = {kind: re.compile(rf" (?:{words})(?= )") for kind, words in _KINDS.items()}
_EVERYWHERE = frozenset({"projection", "rendering", "capture"})
"""Kinds of all modalities; the words of the others mean something else in magnetic resonance."""


def derived_kind(image_type: str, description: str, sop_class: str, modality: str) -> str:
    """What kind of derived image this is.

    Parameters
    ----------
    image_type
        Image Type as it is written, its values separated by backslashes.
    description
        Series Description: believed where the image says that it is derived.

    Returns
    -------
    kind
        ``projection``, ``rendering``, ``virtual-non-contrast``, ``monoenergetic``, ``material``, ``map``, ``capture``,
        or empty where it shows what the scanner saw.
    """
    if sop_class == SECONDARY_CAPTURE or sop_class.startswith(SECONDARY_CAPTURE + "."):
        return "capture"
    values = image_type.upper().split("\\")
    texts = [*values[2:], description.upper()] if values[0].strip() == "DERIVED" else values[2:]
    said = " " + " ".join(re.sub(r"[\W_]+", " ", text) for text in texts) + " "
    for kind, words in _WORDS.items():
        if (modality == "CT" or kind in _EVERYWHERE) and words.search(said):
            return kind
    return ""
