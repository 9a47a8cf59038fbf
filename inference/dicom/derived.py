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

CT_CLASSES = "1.2.840.10008.5.1.4.1.1.2"
"""Storage class of CT images; those of the enhanced ones have one number more. Another class of the standard (PET,
dose, segmentation) holds other values though the modality says CT."""

_STORAGE = "1.2.840.10008.5.1.4.1.1."

_KINDS = {
    "projection": r"\w*MIPS?|M(IN|AX) ?I ?P|\w*MINIP|\w* ?INTENSITY PROJECTION|RAY ?SUM|CPR|CURVED( MPR| PLANAR)?"
    r"|CURVED \w+|PANORAMIC",
    "rendering": r"VRT?|SSD|(VOLUME|SURFACE) RENDER\w*|CINEMATIC",
    "virtual-non-contrast": r"VNC\w*|VIRTUAL ?(NON|UN)[ -]?(CONTRAST|ENHANCED|CALCIUM)|VIRTUAL ?UNENHANCED|VUE"
    r"|MAT REMOVED|VIRTUELL\w* NATIV\w*|VIRTUAL ?NATIVE",
    "monoenergetic": r"MONO\w*|VMI|\d+ ?KEV|KEV ?\d+",
    "material": r"IODINE?\w*|IOD|IODE|IOD ?(KARTE|BILD|MAP)|JOD\w*|MAT (SPECIFIC|FRACTIONAL|MODIFIED|VALUE BASED)"
    r"|URIC ?ACID|EFF(ECTIVE)? (ATOMIC NUM\w*|Z)|Z ?EFF\w*|RHO ?Z|Z ?MAP|ELECTRON DENSITY|ELEKTRONENDICHTE"
    r"|CALCIUM SUPPRESS\w*|\w*PBV|MATERIAL (DENSITY|DECOMPOSITION|MAP)|MD (WATER|FAT|CALCIUM|HAP|IRON)"
    r"|(WATER|FAT|CALCIUM|HAP|IRON) (MAP|IMAGE|DENSITY|FRACTION)",
    "map": r"CBF|CBV|MTT|TTP|TMAX|SUBTRA[CH]\w*|SOUSTRACTION\w*|SUSTRACCION\w*|SOTTRAZIONE|DSA|BONES? ?REMOV\w*"
    r"|PERF\w* MAP|(VENTILATION|ENHANCEMENT|NOISE|DIFFERENCE|MU|ATTENUATION) ?MAP|SYNTHETIC|PSEUDO ?CT|SCT",
    "capture": r"SCREEN ?(SAVE|CAPTURE|SHOT)|SECONDARY CAPTURE|DOSE ?INFO|PATIENT PROTOCOL|FUSED|(PET|SPECT) ?CT FUSION"
    r"|FUSION (PET|SPECT) ?CT|SEGMENTATION|LABEL ?MAP",
}
"""What Image Type says, and Series Description of images that do not say they are original."""

_KINDS_OF_TYPE = {
    "projection": r"MAX(IMUM)?|MIN(IMUM)?|MIP\w*|PROJECTION( IMAGE)?",
    "material": r"MATERIAL( \w+)?|CALCIUM|WATER|RHO|FAT",
    "map": r"PERFUSION|PERMEABILITY|DIFFERENCE|VENTILATION",
    "capture": r"FUSION|SEG(MENTED)?|MASK|OVERLAY|CAD",
}
"""The same, with what means something else in a description ("5 min delay")."""

_CHINESE = {
    "projection": re.compile("最[大小](密度|强度)投影|曲面(重建|重组)"),
    "rendering": re.compile("容积(再现|重建|渲染)"),
    "virtual-non-contrast": re.compile("虚拟平扫|虚拟去(碘|钙)"),
    "monoenergetic": re.compile("单能"),
    "material": re.compile("碘(图|密度|基|水|浓度|分布)|有效原子序数|物质(图|分离|密度)|电子密度|水基|钙基"),
    "map": re.compile("减影|去骨|灌注图"),
    "capture": re.compile("融合图|屏幕截图|分割图"),
}
"""The same in Chinese, which has no spaces between words."""

_WORDS = {kind: re.compile(rf" (?:{words})(?= )") for kind, words in _KINDS.items()}
_WORDS_OF_TYPE = {kind: re.compile(rf" (?:{words})(?= )") for kind, words in _KINDS_OF_TYPE.items()}
_NEVER = re.compile("(?!)")
_UNMISTAKABLE = frozenset({"virtual-non-contrast"})
"""Kinds whose words are believed of images that say they are original, too: some scanners write that on every image."""
_EVERYWHERE = frozenset({"projection", "rendering", "capture"})
"""Kinds of all modalities; the words of the others mean something else in magnetic resonance."""


def derived_kind(
    image_type: str, description: str, sop_class: str, modality: str, derivation: str = "", technique: str = ""
) -> str:
    """What kind of derived image this is.

    Parameters
    ----------
    image_type
        Image Type as it is written, its values separated by backslashes.
    description
        Series Description: believed where the image does not say that it is original; of virtual non-contrast always.
    derivation, technique
        Derivation Description, which is believed as the former, and Volume Based Calculation Technique, as the type.

    Returns
    -------
    kind
        ``projection``, ``rendering``, ``virtual-non-contrast``, ``monoenergetic``, ``material``, ``map``, ``capture``,
        ``other-class``, or empty where it shows what the scanner saw.
    """
    if sop_class == SECONDARY_CAPTURE or sop_class.startswith(SECONDARY_CAPTURE + "."):
        return "capture"
    if not _is_class_of(sop_class, modality):
        return "other-class"
    values = unicodedata.normalize("NFKC", image_type).upper().split("\\")
    typed = _spaced([*values[2:], technique.upper()])
    described = _spaced([unicodedata.normalize("NFKC", text).upper() for text in (description, derivation)])
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


def _is_class_of(sop_class: str, modality: str) -> bool:
    """Whether a class may hold images of a modality: those of makers always may, and so may all of those beside CT."""
    if modality != "CT" or not sop_class.startswith(_STORAGE):
        return True
    return sop_class == CT_CLASSES or sop_class.startswith(CT_CLASSES + ".")


def _spaced(texts: list[str]) -> str:
    """Words between single spaces."""
    return " " + " ".join(re.sub(r"[\W_]+", " ", text) for text in texts) + " "
