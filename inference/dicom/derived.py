"""Images that a computer made of others and that do not show what a plain CT shows: told by the words of the header.

Standard terms are from PS3.3 sections C.8.2.1.1.1 (CT, multi-energy included) and C.8.16.1.4 (derived pixel contrast);
the others are what scanners and workstations of Siemens, GE, Philips and Canon write in Image Type. Reformatted images
are not among them: they are interpolated or averaged, and their values stay Hounsfield units.
"""

from __future__ import annotations

import re
import unicodedata

SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7"
"""SOP class of secondary captures; those of its multi-frame relatives have one number more."""

_KINDS = {
    "projection": r"\w*MIPS?|M(IN|AX) ?I ?P|\w*MINIP|\w* ?INTENSITY PROJECTION|RAY ?SUM",
    "rendering": r"VRT?|SSD|(VOLUME|SURFACE) RENDER\w*",
    "virtual-non-contrast": r"VNC\w*|VIRTUAL ?NON ?CONTRAST|VIRTUAL ?UNENHANCED|VUE|MAT REMOVED|VIRTUELL NATIV",
    "monoenergetic": r"MONO\w*|VMI|\d+ ?KEV|KEV ?\d+",
    "material": r"IODINE?\w*|JOD\w*|MAT (SPECIFIC|FRACTIONAL|MODIFIED|VALUE BASED)|URIC ?ACID"
    r"|EFF(ECTIVE)? (ATOMIC NUM\w*|Z)|Z ?EFF\w*|ELECTRON DENSITY|ELEKTRONENDICHTE|CALCIUM SUPPRESS\w*|\w*PBV",
    "map": r"CBF|CBV|MTT|TTP|TMAX|SUBTRACT\w*|BONES? ?REMOV\w*",
    "capture": r"SCREEN ?(SAVE|CAPTURE|SHOT)|SECONDARY CAPTURE|DOSE ?INFO|PATIENT PROTOCOL",
}
"""What Image Type says, and Series Description of images that do not say they are original."""

_KINDS_OF_TYPE = {
    "projection": r"MAX(IMUM)?|MIN(IMUM)?|MIP\w*|PROJECTION( IMAGE)?",
    "material": r"IODE|MATERIAL( \w+)?|CALCIUM|WATER|RHO",
    "map": r"PERFUSION|PERMEABILITY|DIFFERENCE",
}
"""The same, with what means something else in a description ("5 min delay")."""

_CHINESE = {
    "projection": re.compile("最[大小](密度|强度)投影"),
    "rendering": re.compile("容积(再现|重建|渲染)"),
    "virtual-non-contrast": re.compile("虚拟平扫"),
    "monoenergetic": re.compile("单能"),
    "material": re.compile("碘(图|密度|基|水|浓度|分布)|有效原子序数|物质图|电子密度"),
    "map": re.compile("减影|去骨"),
}
"""The same in Chinese, which has no spaces between words."""

_WORDS = {kind: re.compile(rf" (?:{words})(?= )") for kind, words in _KINDS.items()}
_WORDS_OF_TYPE = {kind: re.compile(rf" (?:{words})(?= )") for kind, words in _KINDS_OF_TYPE.items()}
_NEVER = re.compile("(?!)")
_UNMISTAKABLE = frozenset({"virtual-non-contrast"})
"""Kinds whose words are believed of images that say they are original, too: some scanners write that on every image."""
_EVERYWHERE = frozenset({"projection", "rendering", "capture"})
"""Kinds of all modalities; the words of the others mean something else in magnetic resonance."""


def derived_kind(image_type: str, description: str, sop_class: str, modality: str) -> str:
    """What kind of derived image this is.

    Parameters
    ----------
    image_type
        Image Type as it is written, its values separated by backslashes.
    description
        Series Description: believed where the image does not say that it is original; of virtual non-contrast always.

    Returns
    -------
    kind
        ``projection``, ``rendering``, ``virtual-non-contrast``, ``monoenergetic``, ``material``, ``map``, ``capture``,
        or empty where it shows what the scanner saw.
    """
    if sop_class == SECONDARY_CAPTURE or sop_class.startswith(SECONDARY_CAPTURE + "."):
        return "capture"
    values = unicodedata.normalize("NFKC", image_type).upper().split("\\")
    typed, described = _spaced(values[2:]), _spaced([unicodedata.normalize("NFKC", description).upper()])
    whole = typed + described
    original = values[0].strip() == "ORIGINAL"
    for kind, words in _WORDS.items():
        said = typed if original and kind not in _UNMISTAKABLE else whole
        of_type, chinese = _WORDS_OF_TYPE.get(kind, _NEVER), _CHINESE.get(kind, _NEVER)
        if (words.search(said) or of_type.search(typed) or chinese.search(said)) and (
            modality == "CT" or kind in _EVERYWHERE
        ):
            return kind
    return ""


def _spaced(texts: list[str]) -> str:
    """Words between single spaces."""
    return " " + " ".join(re.sub(r"[\W_]+", " ", text) for text in texts) + " "
