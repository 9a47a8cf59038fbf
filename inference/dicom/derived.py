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
    "projection": r"\w*MIPS?|M(IN|AX) ?I ?P|\w*MINIP|\w* ?INTENSITY PROJECTION|RAY ?SUM",
    "rendering": r"VRT|SSD|(VOLUME|SURFACE) RENDER\w*",
    "virtual-non-contrast": r"VNC\w*|VIRTUAL NON ?CONTRAST|VIRTUAL UNENHANCED|VUE|MAT REMOVED|VIRTUELL NATIV",
    "monoenergetic": r"MONO\w*|VMI|\d+ ?KEV|KEV ?\d+",
    "material": r"IODINE\w*|MAT (SPECIFIC|FRACTIONAL|MODIFIED|VALUE BASED)|URIC ?ACID|EFF(ECTIVE)? (ATOMIC NUM\w*|Z)"
    r"|Z ?EFF\w*|ELECTRON DENSITY|\w*PBV",
    "map": r"CBF|CBV|MTT|TTP|TMAX|SUBTRACT\w*",
    "capture": r"SCREEN ?(SAVE|CAPTURE|SHOT)|SECONDARY CAPTURE|DOSE ?INFO|PATIENT PROTOCOL",
}
"""What Image Type says, and Series Description of images that say they are derived."""

_KINDS_OF_TYPE = {
    "projection": r"MAX(IMUM)?|MIN(IMUM)?|PROJECTION( IMAGE)?",
    "rendering": r"VR",
    "material": r"IODE|MATERIAL( \w+)?|CALCIUM|WATER|RHO",
    "map": r"PERFUSION|PERMEABILITY|DIFFERENCE",
}
"""The same, with what means something else in a description ("5 min delay")."""

_CHINESE = {
    "projection": re.compile("最[大小](密度|强度)投影"),
    "virtual-non-contrast": re.compile("虚拟平扫"),
    "monoenergetic": re.compile("单能"),
    "material": re.compile("碘(图|密度|基|水|浓度|分布)|有效原子序数|物质图|电子密度"),
}
"""The same in Chinese, which has no spaces between words."""

_WORDS = {kind: re.compile(rf" (?:{words})(?= )") for kind, words in _KINDS.items()}
_WORDS_OF_TYPE = {kind: re.compile(rf" (?:{words})(?= )") for kind, words in _KINDS_OF_TYPE.items()}
_NEVER = re.compile("(?!)")
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
    typed = _spaced(values[2:])
    said = typed + _spaced([description.upper()]) if values[0].strip() == "DERIVED" else typed
    for kind, words in _WORDS.items():
        of_type, chinese = _WORDS_OF_TYPE.get(kind, _NEVER), _CHINESE.get(kind, _NEVER)
        if (words.search(said) or of_type.search(typed) or chinese.search(said)) and (
            modality == "CT" or kind in _EVERYWHERE
        ):
            return kind
    return ""


def _spaced(texts: list[str]) -> str:
    """Words between single spaces."""
    return " " + " ".join(re.sub(r"[\W_]+", " ", text) for text in texts) + " "
