"""Images: headers, functional groups, frames, archives and directories, as far as a volume and a picture."""

from __future__ import annotations

import io
import tempfile
import unicodedata
import zipfile
from functools import cache, partial
from pathlib import Path

import numpy as np
from pydicom.uid import DeflatedExplicitVRLittleEndian, ExplicitVRBigEndian, ImplicitVRLittleEndian

from desktop.thumbnails import thumbnail
from inference import dicom
from inference.dicom.codecs import decode as decode_frame
from inference.dicom.codestreams import inspect
from inference.dicom.labels import label_of
from inference.dicom.model import PixelFormat
from inference.dicom.samples import SAMPLES
from inference.dicom.text import CODECS, decode
from inference.errors import InputError
from tests.fuzz.target import Target
from tests.helpers.dicom_files import (
    ROOT,
    compress,
    enhanced_dataset,
    save,
    set_pixels,
    slice_dataset,
    stack_positions,
    write_directory,
)

GOOD_SERIES = "99"
_HEX = (
    "28000200 28000400 28000800 28001000 28001100 28000001 28000101 28000201 28000301 28005210 28005310 20003200 "
    "20003700 28003000 08000500 08001800 e07f1000 feff00e0 feff0de0 feffdde0 ffffffff 00520992"
)
TAGS = tuple(bytes.fromhex(tag) for tag in _HEX.split(" "))
WORDS = (b"OB", b"OW", b"SQ", b"UN", b"DS", b"US", b"\\", b"-2", b"1e999", b"1.2.840.10008.1.2.4.80", b"DICM", *TAGS)


@cache
def _good() -> bytes:
    return _bytes_of(slice_dataset(series=GOOD_SERIES))


def _bytes_of(one) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return save(one, Path(folder) / "one.dcm").read_bytes()


def _small(**attributes):
    one = slice_dataset(**attributes)
    set_pixels(one, np.arange(64, dtype="<u2").reshape(8, 8) * 16)
    return one


def _go_through(path: Path) -> list[dicom.Series]:
    """Scan, make the pictures of the window, load; what cannot be read is an answer."""
    series = dicom.scan(path).series
    for one in series:
        thumbnail(one)
        try:
            dicom.load(one)
        except InputError:
            continue
    return series


def read_beside_a_good_one(data: bytes, folder: Path) -> None:
    """One bad file costs itself and nothing else."""
    (folder / "bad.dcm").write_bytes(data)
    (folder / "good.dcm").write_bytes(_good())
    found = [one for one in _go_through(folder) if one.uid == f"{ROOT}.{GOOD_SERIES}"]
    assert found and thumbnail(found[0]), "a bad file cost the good one"


@cache
def headers() -> list[bytes]:
    syntaxes = (ImplicitVRLittleEndian, ExplicitVRBigEndian, DeflatedExplicitVRLittleEndian)
    made = [_small(), _small(SpecificCharacterSet="GB18030", PatientName="Zhang^San=张^三")]
    made += [_small(PixelPaddingValue=0, NumberOfFrames=1), _small(BitsAllocated=1, BitsStored=1, HighBit=0)]
    for syntax in syntaxes:
        one = _small()
        one.file_meta.TransferSyntaxUID = syntax
        made.append(one)
    made += [compress(_small(Rows=24, Columns=32), s.syntax, s.frame) for s in SAMPLES if s.frame]
    return [_bytes_of(one) for one in made]


@cache
def enhanced() -> list[bytes]:
    one = enhanced_dataset(stack_positions(3))
    one.Rows = one.Columns = 4
    one.PixelData = bytes(3 * 4 * 4 * 2)
    several = _small(NumberOfFrames=2)
    several.PixelData *= 2
    return [_bytes_of(one), _bytes_of(several)]


def _frame_target(name: str, syntaxes: tuple[str, ...]) -> Target:
    samples = [sample for sample in SAMPLES if sample.frame and sample.syntax in syntaxes]
    first = samples[0]
    rows, columns = first.stored.shape
    form = PixelFormat(
        first.syntax, True, False, rows, columns, 1, 1, "MONOCHROME2", 8 * first.stored.itemsize, first.bits,
        first.bits - 1, False, None, False,
    )  # fmt: skip
    markers = tuple(bytes([0xFF, marker]) for marker in (0xC4, 0xD8, 0xD9, 0xDA, 0xDD, 0xF7, 0x51, 0x52, 0x90, 0x93))
    return Target(name, partial(_decode, form), lambda: [sample.frame for sample in samples], markers)


def _decode(form: PixelFormat, data: bytes, folder: Path) -> None:
    inspect(data)
    stored, _ = decode_frame(data, form, "x")
    assert stored.shape == (form.rows, form.columns)


def read_archive(data: bytes, folder: Path) -> None:
    (folder / "a.zip").write_bytes(data)
    _go_through(folder / "a.zip")


@cache
def archives() -> list[bytes]:
    made = []
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", method) as archive:
            archive.writestr("测试/a.dcm", headers()[0])
            archive.writestr("b.dcm", headers()[1])
            archive.writestr("c/", b"")
        made.append(buffer.getvalue())
    return made


def read_directory(data: bytes, folder: Path) -> None:
    """The directory of a disc, which may be anything; what lies there is read in any case."""
    (folder / "DICOM").mkdir()
    (folder / "DICOM" / "IM1.dcm").write_bytes(_good())
    (folder / "DICOMDIR").write_bytes(data)
    _go_through(folder / "DICOMDIR")


@cache
def directories() -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        references = [["DICOM", "IM1"]], [["DICOM", "", "IM1"], ["..", "IM2"], ["DICOMDIR"]]
        return [write_directory(Path(folder), one).read_bytes() for one in references]


def read_label(data: bytes, folder: Path) -> None:
    """What the watched folder reads of a file that has just come."""
    (folder / "one").write_bytes(data)
    label_of(folder / "one")


def read_text(data: bytes, folder: Path) -> None:
    declared, _, raw = data.partition(b"|")
    text, _ = decode(raw, declared.decode("latin-1"))
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in text)


def texts() -> list[bytes]:
    names = (("GB18030", "张^三", "gb18030"), ("ISO_IR 192", "李^四", "utf-8"), ("ISO_IR 100", "Müller", "latin-1"))
    plain = [f"{term}|".encode() + name.encode(codec) for term, name, codec in names]
    japanese = b"\\ISO 2022 IR 87|Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B"
    return [*plain, japanese, b"\\ISO 2022 IR 149|\x1b$)C\xb1\xe8"]


JPEG, JPEG_LS, JPEG_2000 = (
    tuple(f"1.2.840.10008.1.2.4.{number}" for number in numbers) for numbers in ((57, 70), (80, 81), (90, 91, 201))
)
TARGETS = [
    Target("dicom-header", read_beside_a_good_one, headers, WORDS, 0.4),
    Target("dicom-label", read_label, lambda: headers() + archives(), (*WORDS, b"PK\3\4", b"PK\5\6"), 0.4),
    Target("dicom-enhanced", read_beside_a_good_one, enhanced, WORDS, 0.2),
    Target("dicom-zip", read_archive, archives, (b"PK\3\4", b"PK\1\2", b"PK\5\6", b"\1\0\1\0"), 0.4),
    Target("dicomdir", read_directory, directories, (*WORDS, b"..", b"\\\\", b"/"), 0.4),
    Target("dicom-text", read_text, texts, (b"\x1b$)A", b"\x1b(B", b"=", b"^", *(term.encode() for term in CODECS))),
    _frame_target("frame-rle", ("1.2.840.10008.1.2.5",)),
    _frame_target("frame-jpeg", JPEG),
    _frame_target("frame-jpeg-lossy", ("1.2.840.10008.1.2.4.51",)),
    _frame_target("frame-jpeg-ls", JPEG_LS),
    _frame_target("frame-jpeg-2000", JPEG_2000),
]
