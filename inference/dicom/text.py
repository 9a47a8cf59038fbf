"""Characters of a DICOM header: the declared character set, or a careful guess where it is wrong or missing.

Scanners and archives in China often store names as GBK or UTF-8 without saying so. A guess is only made where the
bytes cannot be what the header declares, and it is reported, because a wrong name is a wrong patient.

Code extensions follow PS3.5 section 6.1.2.5 and PS3.3 table C.12-3 to C.12-5.
"""

from __future__ import annotations

import codecs
import re

from inference.text import LONGEST, cleaned

CODECS = {
    "": "ascii",
    "ISO_IR 6": "ascii",
    "ISO 2022 IR 6": "ascii",
    "ISO_IR 13": "shift_jis",
    "ISO 2022 IR 13": "shift_jis",
    "ISO_IR 100": "iso8859_1",
    "ISO_IR 101": "iso8859_2",
    "ISO_IR 109": "iso8859_3",
    "ISO_IR 110": "iso8859_4",
    "ISO_IR 126": "iso8859_7",
    "ISO_IR 127": "iso8859_6",
    "ISO_IR 138": "iso8859_8",
    "ISO_IR 144": "iso8859_5",
    "ISO_IR 148": "iso8859_9",
    "ISO_IR 166": "iso8859_11",
    "ISO_IR 203": "iso8859_15",
    "ISO 2022 IR 58": "gb18030",
    "ISO 2022 58": "gb18030",
    "ISO 2022 IR 87": "iso2022_jp",
    "ISO 2022 IR 149": "euc_kr",
    "ISO 2022 IR 159": "iso2022_jp_2",
    "ISO_IR 192": "utf_8",
    "GB18030": "gb18030",
    "GBK": "gb18030",
    "ISO 2022 GBK": "gb18030",
}
"""Defined terms of Specific Character Set, and those seen in their place, to codecs of Python.

GB18030 holds all of GB 2312 (IR 58) at the same place, and the rarer characters that writers put there all the same.
"""

ESCAPES = {
    b"(B": "ascii",
    b"(J": "shift_jis",
    b")I": "shift_jis",
    b"-A": "iso8859_1",
    b"-B": "iso8859_2",
    b"-C": "iso8859_3",
    b"-D": "iso8859_4",
    b"-F": "iso8859_7",
    b"-G": "iso8859_6",
    b"-H": "iso8859_8",
    b"-L": "iso8859_5",
    b"-M": "iso8859_9",
    b"-T": "iso8859_11",
    b"-b": "iso8859_15",
    b"$B": "iso2022_jp",
    b"$(D": "iso2022_jp_2",
    b"$)A": "gb18030",
    b"$)C": "euc_kr",
}
_ESCAPE = re.compile(rb"\x1b(\$?[()-]?[A-Za-z])")
_DELIMITER = re.compile(rb"[\\^=\r\n\f\t]")
_MULTI_BYTE = frozenset({"gb18030", "euc_kr", "iso2022_jp", "iso2022_jp_2"})
_TERMS = {"utf_8": "ISO_IR 192", "gb18030": "GB18030", "iso8859_1": "ISO_IR 100"}


def decode(raw: bytes, declared: str) -> tuple[str, str]:
    """Decode one value.

    Parameters
    ----------
    raw : bytes
        The value, padding included.
    declared : str
        Value of Specific Character Set (0008,0005), its parts separated by backslashes.

    Returns
    -------
    text : str
        Never an error: what no character set explains is read as Latin-1.
    guessed : str
        Defined term of the set that was guessed; empty where the declared one holds.
    """
    text, guessed = _decode(raw.rstrip(b"\0 "), declared)
    return cleaned(text, LONGEST), guessed


def _decode(raw: bytes, declared: str) -> tuple[str, str]:
    if raw.isascii() and b"\x1b" not in raw:
        return raw.decode("ascii"), ""
    codec = CODECS.get(_first_term(declared), "ascii")
    try:
        text = _decode_extended(raw, codec) if b"\x1b" in raw else raw.decode(codec)
    except UnicodeDecodeError:
        if codec == "utf_8" and (cut := _without_cut_character(raw, codec)):  # before Chinese, which it may look like
            return cut, ""
        text, guessed = _guess(raw)
        return text, "" if guessed == _TERMS.get(codec) else guessed
    if codec == "iso8859_1" and b"\x1b" not in raw and _is_misdeclared_latin(raw, text):
        return _guess(raw)
    if codec == "gb18030" and (chinese := _as_utf8(raw)) and _all_chinese(chinese):
        return chinese, _TERMS["utf_8"]
    return text, ""


def _without_cut_character(raw: bytes, codec: str) -> str:
    """The text of a value whose groups may end inside a character: systems cut them at a number of bytes.

    Empty where anything else is wrong with it, or nothing outside ASCII is left to show that it is this codec.
    """
    try:
        # No byte of a longer character is an equals sign, in either codec.
        groups = [codecs.getincrementaldecoder(codec)().decode(group) for group in raw.split(b"=")]
    except UnicodeDecodeError:
        return ""
    text = "=".join(groups)
    return "" if text.isascii() else text


def _first_term(declared: str) -> str:
    """First value, in the spelling of the table: ISO-IR, ISO_IR and ISO IR are all seen."""
    term = declared.split("\\")[0].strip().upper().replace("-", "_")
    if term.startswith("ISO IR"):
        term = "ISO_IR" + term[6:]
    if term in ("UTF_8", "UTF8"):
        return "ISO_IR 192"
    if term.startswith("ISO 2022 IR") and term not in CODECS:
        return "ISO_IR" + term[11:]
    return term


def _decode_extended(raw: bytes, first: str) -> str:
    """Decode a value with escape sequences; each holds until the next, single-byte ones also until a delimiter."""
    parts = _ESCAPE.split(raw)
    text = parts[0].decode(first)
    for escape, part in zip(parts[1::2], parts[2::2]):
        codec = ESCAPES.get(escape)
        if codec is None:
            raise UnicodeDecodeError("iso2022", raw, 0, len(raw), "unknown escape sequence")
        if codec.startswith("iso2022_jp"):
            text += (b"\x1b" + escape + part).decode(codec)
        elif codec in _MULTI_BYTE:
            text += part.decode(codec)
        else:
            end = found.start() if (found := _DELIMITER.search(part)) else len(part)
            text += part[:end].decode(codec) + part[end:].decode(first)
    return text


def _guess(raw: bytes) -> tuple[str, str]:
    raw = _ESCAPE.sub(b"", raw)
    unicode = _as_utf8(raw)
    chinese = _as_gb(raw)
    if unicode and (not chinese or _all_latin(unicode) or _all_chinese(unicode)):
        return unicode, _TERMS["utf_8"]
    if chinese:
        return chinese, _TERMS["gb18030"]
    if cut := _without_cut_character(raw, "utf_8"):
        return cut, _TERMS["utf_8"]
    if cut := _if_chinese(_without_cut_character(raw, "gb18030")):
        return cut, _TERMS["gb18030"]
    return raw.decode("iso8859_1"), _TERMS["iso8859_1"]


def _as_utf8(raw: bytes) -> str:
    try:
        return raw.decode("utf_8")
    except UnicodeDecodeError:
        return ""


def _as_gb(raw: bytes) -> str:
    """The text as GB18030 if it looks Chinese, else an empty one.

    Accented Latin text often is valid GBK by accident, its accents swallowing the letters behind them; but such pairs
    have an ASCII letter in second place, while nine of ten characters of real names lie in GB2312, all above 0xA0.
    """
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return _if_chinese(text)


def _if_chinese(text: str) -> str:
    """The text if what is no ASCII in it is Chinese and most of it common, else an empty one."""
    outside = [character for character in text if not character.isascii()]
    if not all(_is_chinese(character) for character in outside):
        return ""
    common = sum(in_gb2312(character) for character in outside)
    return text if 2 * common >= len(outside) else ""


def in_gb2312(character: str) -> bool:
    """Whether it is one of the common Chinese characters."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _is_chinese(character: str) -> bool:
    """Ideographs, their extensions, CJK punctuation, full-width forms and the dot inside foreign names."""
    code = ord(character)
    return (
        0x3400 <= code <= 0x4DBF
        or 0x4E00 <= code <= 0x9FFF
        or 0x20000 <= code <= 0x323AF
        or 0x3000 <= code <= 0x303F
        or 0xFF00 <= code <= 0xFFEF
        or code == 0xB7
    )


def _all_chinese(text: str) -> bool:
    return all(_is_chinese(character) for character in text if not character.isascii())


def _all_latin(text: str) -> bool:
    return all(0xC0 <= ord(character) <= 0x24F for character in text if not character.isascii())


def _is_misdeclared_latin(raw: bytes, text: str) -> bool:
    """Whether bytes declared as Latin-1, which any bytes can be, are in truth UTF-8 or Chinese.

    Control characters never stand in a name; UTF-8 read as Latin-1 is full of signs; and Chinese read as Latin-1 has
    signs among its letters, or words of accented letters only, as no Western language has.
    """
    if any(0x80 <= byte <= 0x9F for byte in raw) or _as_utf8(raw):
        return True
    if not _as_gb(raw):
        return False
    words = [word for word in re.split(r"[\^=\s\\]+", text) if not word.isascii()]
    has_signs = any(not character.isalpha() for word in words for character in word if not character.isascii())
    return has_signs or not any(character.isascii() for word in words for character in word)
