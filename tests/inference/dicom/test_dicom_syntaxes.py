"""Every transfer syntax gives the stored values of the reference, or an error that names the file."""

from __future__ import annotations

import warnings
from dataclasses import replace
from pathlib import Path

import numpy as np
import pydicom
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydicom.encaps import encapsulate, encapsulate_extended, generate_frames
from pydicom.pixels import get_decoder, pixel_array
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
)

from inference import dicom
from inference.dicom import codecs, codestreams, header
from inference.dicom.describe import ImageMaker
from inference.dicom.model import PixelFormat
from inference.dicom.reading import read_slices
from inference.dicom.samples import (
    HTJ2K_RAMP_12,
    JPEG_2000_RAMP_12,
    JPEG_LS_RAMP_12,
    JPEG_RAMP_8,
    JPEG_RAMP_12,
    RAMP_8,
    RAMP_12,
    RLE_RAMP_12,
)
from inference.errors import InputError
from tests.helpers.dicom_files import (
    compress,
    encode_jpeg_lossless,
    enhanced_dataset,
    pydicom_files,
    save,
    set_pixels,
    slice_dataset,
    stack_positions,
)

pytestmark = pytest.mark.slow

RLE, JPEG_LS, JPEG_LS_LOSSY = "1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81"
JPEG_2000, JPEG_2000_LOSSY, HTJ2K = (f"1.2.840.10008.1.2.4.{number}" for number in (90, 91, 201))
BASELINE, EXTENDED, LOSSLESS, LOSSLESS_SV1 = (f"1.2.840.10008.1.2.4.{number}" for number in (50, 51, 57, 70))


def test_native_transfer_syntaxes_are_read_alike(tmp_path, load_only, misplacement):
    volumes = []
    for syntax in (ImplicitVRLittleEndian, ExplicitVRLittleEndian, ExplicitVRBigEndian, DeflatedExplicitVRLittleEndian):
        folder = tmp_path / syntax
        for index, position in enumerate(stack_positions(4)):
            one = slice_dataset(position, number=index + 1)
            if syntax == ExplicitVRBigEndian:
                one.PixelData = np.frombuffer(one.PixelData, "<u2").byteswap().tobytes()
            one.file_meta.TransferSyntaxUID = syntax
            save(one, folder / f"{index}.dcm")
        loaded = load_only(folder)
        assert misplacement(loaded) <= 0.5
        volumes.append(loaded.volume.hu)
    assert all(np.array_equal(volume, volumes[0]) for volume in volumes)


def test_big_endian_rows_of_padding_are_recognised(tmp_path, load_only):
    for index, position in enumerate(stack_positions(3)):
        one = slice_dataset(position, number=index + 1)
        set_pixels(one, np.full((4, 4), -2000, ">i2"))
        one.PixelPaddingValue = -2000
        one.file_meta.TransferSyntaxUID = ExplicitVRBigEndian
        save(one, tmp_path / f"{index}.dcm")
    assert (load_only(tmp_path).volume.hu == -1024).all()


@pytest.mark.parametrize("columns", [8, 7])
def test_big_endian_samples_of_8_bits_in_words_are_put_in_their_order(tmp_path, columns):
    stored = np.arange(2 * 5 * columns, dtype=np.uint8).reshape(2, 5, columns)
    words = np.frombuffer(stored.tobytes(), np.uint8).reshape(-1, 2)[:, ::-1].tobytes()
    one = slice_dataset(NumberOfFrames=2, RescaleIntercept=0)
    one.Rows, one.Columns, one.BitsAllocated, one.BitsStored, one.HighBit = 5, columns, 8, 8, 7
    one.PixelData, one.file_meta.TransferSyntaxUID = words, ExplicitVRBigEndian
    path = save(one, tmp_path / "one.dcm")
    data = path.read_bytes()
    path.write_bytes(data.replace(b"\x7f\xe0\0\x10OB", b"\x7f\xe0\0\x10OW"))
    one = ImageMaker().make(header.read(lambda count: path.read_bytes()[:count], 4096), str(path), None).slice
    planes = np.empty((2, 5, columns), np.int16)
    assert [type(r) for r in read_slices([replace(one, frame=n) for n in range(2)], planes)] == [tuple, tuple]
    assert np.array_equal(planes, stored)


def stored_through(
    tmp_path: Path, stored: np.ndarray, bits: int, syntax: str, frame: bytes | None = None
) -> np.ndarray:
    """Write three equal slices in a transfer syntax and load them without rescaling."""
    for index, position in enumerate(stack_positions(3)):
        one = slice_dataset(position, number=index + 1, RescaleIntercept=0)
        set_pixels(one, stored, bits)
        save(compress(one, syntax, frame), tmp_path / f"{index}.dcm")
    return dicom.load(dicom.scan(tmp_path).series[0]).volume.hu[1]


def noise(kind: str, bits: int, shape=(48, 40)) -> np.ndarray:
    low, high = (-(1 << bits - 1), 1 << bits - 1) if kind[1] == "i" else (0, 1 << bits)
    return np.random.default_rng(0).integers(low, high, shape).astype(kind)


@pytest.mark.parametrize("syntax", [RLE, JPEG_LS, JPEG_2000])
@pytest.mark.parametrize(("kind", "bits"), [("<u2", 12), ("<i2", 16), ("<i2", 12), ("<u1", 8), ("<u2", 15)])
def test_lossless_syntaxes_give_back_what_was_stored(tmp_path, syntax, kind, bits):
    stored = noise(kind, bits)
    assert np.array_equal(stored_through(tmp_path, stored, bits, syntax), stored)


@pytest.mark.parametrize("syntax", [LOSSLESS, LOSSLESS_SV1])
@pytest.mark.parametrize(("kind", "bits"), [("<u2", 10), ("<u2", 12), ("<u2", 15), ("<u1", 8)])
def test_lossless_jpeg_gives_back_what_was_stored(tmp_path, syntax, kind, bits):
    stored = noise(kind, bits)
    assert np.array_equal(stored_through(tmp_path, stored, bits, syntax, encode_jpeg_lossless(stored, bits)), stored)


@pytest.mark.parametrize("predictor", range(1, 8))
def test_lossless_jpeg_of_every_predictor_is_decoded(tmp_path, predictor):
    stored = noise("<u2", 12)
    frame = encode_jpeg_lossless(stored, 12, predictor)
    assert np.array_equal(stored_through(tmp_path, stored, 12, LOSSLESS, frame), stored)


@pytest.mark.parametrize(("bits", "coded_bits"), [(16, 16), (12, 16), (12, 12)])
def test_lossless_jpeg_of_signed_values_is_sign_extended(tmp_path, bits, coded_bits):
    stored = noise("<i2", bits)
    words = stored.view(np.uint16) & ((1 << coded_bits) - 1)
    frame = encode_jpeg_lossless(words.astype(np.uint16), coded_bits)
    assert np.array_equal(stored_through(tmp_path, stored, bits, LOSSLESS_SV1, frame), stored)


def test_htj2k_gives_back_what_was_stored(tmp_path):
    assert np.array_equal(stored_through(tmp_path, RAMP_12, 12, HTJ2K, HTJ2K_RAMP_12), RAMP_12)


def test_baseline_jpeg_is_decoded_as_by_libjpeg_turbo(tmp_path):
    assert np.array_equal(stored_through(tmp_path, RAMP_8, 8, BASELINE, JPEG_RAMP_8), RAMP_8)


def test_extended_jpeg_keeps_its_12_bits(tmp_path):
    decoded = stored_through(tmp_path, RAMP_12, 12, EXTENDED, JPEG_RAMP_12)
    assert np.abs(decoded - RAMP_12.astype(int)).max() <= 1


def test_whole_extended_jpeg_is_decoded_in_silence(tmp_path, capfd):
    """GDCM complains on the console where it has to try several precisions."""
    stored_through(tmp_path, RAMP_12, 12, EXTENDED, JPEG_RAMP_12)
    assert capfd.readouterr().err == ""


def test_near_lossless_jpeg_ls_stays_within_its_error(tmp_path):
    import jpeg_ls

    frame = bytes(jpeg_ls.encode_array(RAMP_12, lossy_error=3))
    decoded = stored_through(tmp_path, RAMP_12, 12, JPEG_LS_LOSSY, frame)
    assert 0 < np.abs(decoded - RAMP_12.astype(int)).max() <= 3


def test_lossy_jpeg_2000_is_decoded_as_by_pydicom(tmp_path):
    path = next(path for path in pydicom_files() if path.name == "693_J2KI.dcm")
    dataset = pydicom.dcmread(path)
    frame = next(generate_frames(dataset.PixelData, number_of_frames=1))
    decoded = stored_through(tmp_path, np.zeros((512, 512), np.int16), 14, JPEG_2000_LOSSY, frame)
    assert np.array_equal(decoded, pixel_array(path))


GRAY = {"MONOCHROME1", "MONOCHROME2"}


def gray_images() -> list[Path]:
    """Single-frame grey images among pydicom's files that pydicom itself can decode without GPL code."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return [path for path in pydicom_files() if "truncated" not in path.name and is_gray_image(path)]


def is_gray_image(path: Path) -> bool:
    try:
        one = pydicom.dcmread(path, stop_before_pixels=True)
        syntax = one.file_meta.TransferSyntaxUID
        return (
            one.PhotometricInterpretation in GRAY
            and int(one.get("NumberOfFrames") or 1) == 1
            and one.BitsAllocated in (8, 16)
            and one.Rows <= 1024
            and path.parent.name != "charset_files"
            and syntax != EXTENDED  # Pillow would decode 8 bit only
            and "embedded" not in path.name  # pydicom fails on it
            and (not syntax.is_encapsulated or get_decoder(syntax).is_available)
        )
    except (AttributeError, ValueError, NotImplementedError, pydicom.errors.InvalidDicomError):
        return False


def read_stored(path: Path) -> np.ndarray:
    """Stored values of a single-frame file, read by the parts of the package."""
    data = path.read_bytes()
    one = ImageMaker().make(header.read(lambda count: data[:count], 4096), str(path), None).slice
    one = replace(one, slope=1.0, intercept=0.0, format=replace(one.format, padding=None, modality_lut=False))
    out = np.empty((one.format.rows, one.format.columns), np.int16)
    (result,) = read_slices([one], [out])
    assert not isinstance(result, InputError)
    return out


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("path", gray_images(), ids=lambda path: path.name)
def test_grey_images_of_pydicom_are_read_as_pydicom_reads_them(path):
    expected = np.clip(pydicom.dcmread(path).pixel_array.astype(np.int64), -32768, 32767)
    assert np.array_equal(read_stored(path), expected)


def test_lossless_jpeg_of_pydicom_data_is_decoded_as_by_libjpeg_turbo():
    # Sums of the stored values as libjpeg-turbo 3.1.3 decodes them (imagecodecs 2026.3.6).
    sums = {"JPEG-LL.dcm": 3596452, "bad_sequence.dcm": 248348502, "JPGLosslessP14SV1_1s_1f_8b.dcm": 13572107}
    for name, total in sums.items():
        path = next(path for path in pydicom_files() if path.name == name)
        assert int(read_stored(path).astype(np.int64).sum()) == total, name


def test_12_bit_extended_jpeg_of_pydicom_is_decoded_as_by_libjpeg_turbo():
    path = next(path for path in pydicom_files() if path.name == "JPGExtended.dcm")
    assert int(read_stored(path).astype(np.int64).sum()) == 3767007


@pytest.mark.parametrize("syntax", [RLE, JPEG_LS, JPEG_2000])
def test_frames_of_a_compressed_enhanced_object_are_found(tmp_path, load_only, misplacement, syntax):
    save(compress(enhanced_dataset(stack_positions(5)), syntax), tmp_path / "one.dcm")
    assert misplacement(load_only(tmp_path)) <= 0.5


@pytest.mark.parametrize("table", ["basic", "extended", "none"])
def test_frames_in_several_fragments_are_joined(tmp_path, load_only, misplacement, table):
    one = compress(enhanced_dataset(stack_positions(4)), JPEG_LS)
    frames = list(generate_frames(one.PixelData, number_of_frames=4))
    if table == "extended":  # which allows one fragment for each frame only
        one.PixelData, one.ExtendedOffsetTable, one.ExtendedOffsetTableLengths = encapsulate_extended(frames)
    else:
        one.PixelData = encapsulate(frames, fragments_per_frame=3, has_bot=table == "basic")
    save(one, tmp_path / "one.dcm")
    assert misplacement(load_only(tmp_path)) <= 0.5


def test_frames_of_an_enhanced_big_endian_or_deflated_object_are_read(tmp_path, load_only, misplacement):
    for syntax in (ExplicitVRBigEndian, DeflatedExplicitVRLittleEndian):
        one = enhanced_dataset(stack_positions(4))
        if syntax == ExplicitVRBigEndian:
            one.PixelData = np.frombuffer(one.PixelData, "<u2").byteswap().tobytes()
        one.file_meta.TransferSyntaxUID = syntax
        path = save(one, tmp_path / f"{syntax}.dcm")
        assert misplacement(load_only(path)) <= 0.5


def error_code(tmp_path: Path, syntax: str, frame: bytes) -> str:
    """The error of a series whose every slice holds this frame."""
    with pytest.raises(InputError) as error:
        stored_through(tmp_path, RAMP_12, 12, syntax, frame)
    assert str(tmp_path) in error.value.parameters["path"]
    return error.value.code


@pytest.mark.parametrize("syntax", ["1.2.840.10008.1.2.4.100", "1.2.840.10008.1.2.4.55"])
def test_unsupported_transfer_syntaxes_are_an_error(tmp_path, syntax):
    assert error_code(tmp_path, syntax, b"data") == "dicom.transfer-syntax-unsupported"


@pytest.mark.parametrize("syntax", [RLE, JPEG_LS, JPEG_2000, HTJ2K, BASELINE, EXTENDED, LOSSLESS])
def test_frames_that_are_no_image_are_an_error(tmp_path, syntax):
    assert error_code(tmp_path, syntax, b"no image at all" * 10) == "dicom.decode-failed"


@pytest.mark.parametrize("workers", [1, 4])
def test_slices_decompressed_in_threads_keep_their_order(tmp_path, load_only, misplacement, monkeypatch, workers):
    monkeypatch.setattr("inference.dicom.reading.os.cpu_count", lambda: workers)
    for index, position in enumerate(stack_positions(30)):
        one = slice_dataset(position, number=index + 1)
        stored = np.frombuffer(one.PixelData, "<u2").reshape(one.Rows, one.Columns)
        compress(one, LOSSLESS_SV1, encode_jpeg_lossless(stored, 12))
        save(one, tmp_path / f"{index}.dcm")
    assert misplacement(load_only(tmp_path)) <= 0.5


def test_frames_that_end_early_are_an_error(tmp_path):
    import jpeg_ls

    for name, syntax, frame in (
        ("jpeg-ls", JPEG_LS, bytes(jpeg_ls.encode_array(noise("<u2", 12, (24, 32))))[:200]),
        ("htj2k", HTJ2K, HTJ2K_RAMP_12[:100]),
        ("jpeg", LOSSLESS, encode_jpeg_lossless(RAMP_12, 12)[:30]),
    ):
        assert error_code(tmp_path / name, syntax, frame) == "dicom.decode-failed"


def test_a_panic_of_the_rle_decoder_is_an_input_error():
    # pylibjpeg-rle 2.2 ends in an index out of bounds on these runs, which is no Exception.
    data = b"".join(number.to_bytes(4, "little") for number in [2, 64, 69, *[0] * 13])
    data += bytes.fromhex("42bdf22106847762f0f3cb4d764d")
    with pytest.raises(InputError, match=r"dicom\.decode-failed"):
        codecs.decode(data, replace(FORM, syntax=RLE, rows=8, columns=8), "x")


def test_a_compressed_frame_much_longer_than_its_pixels_is_not_read(tmp_path):
    assert error_code(tmp_path, JPEG_LS, bytes(2**20)) == "dicom.damaged"


def test_a_frame_of_another_size_than_the_header_says_is_refused_before_it_is_decoded(tmp_path):
    frame = bytearray(HTJ2K_RAMP_12)
    frame[8:16] = (60000).to_bytes(4, "big") * 2
    assert error_code(tmp_path, HTJ2K, bytes(frame)) == "dicom.frame-mismatch"


def test_a_compressed_label_on_native_pixels_is_an_error(tmp_path, only_series):
    for index, position in enumerate(stack_positions(3)):
        one = slice_dataset(position, number=index + 1)
        path = save(one, tmp_path / f"{index}.dcm")
        path.write_bytes(path.read_bytes().replace(b"1.2.840.10008.1.2.1\0", b"1.2.840.10008.1.2.5\0", 1))
    with pytest.raises(InputError, match=r"dicom\.not-encapsulated"):
        dicom.load(only_series(tmp_path))


def test_decoding_works_with_a_temporary_folder_outside_ascii(tmp_path, monkeypatch):
    folder = tmp_path / "测试 é"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    stored = noise("<u2", 12)
    assert np.array_equal(
        stored_through(tmp_path / "x", stored, 12, LOSSLESS, encode_jpeg_lossless(stored, 12)), stored
    )
    assert not list(folder.iterdir())


FORM = PixelFormat(
    syntax="", explicit=True, big_endian=False, rows=24, columns=32, frames=1, samples=1, photometric="MONOCHROME2",
    bits_allocated=16, bits_stored=12, high_bit=11, signed=False, padding=None, modality_lut=False,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([RLE, JPEG_LS, JPEG_2000, HTJ2K, LOSSLESS, EXTENDED]), st.data())
def test_damaged_frames_end_in_an_image_or_an_input_error(syntax, data):
    good = {
        RLE: RLE_RAMP_12,
        JPEG_LS: JPEG_LS_RAMP_12,
        JPEG_2000: JPEG_2000_RAMP_12,
        HTJ2K: HTJ2K_RAMP_12,
        LOSSLESS: encode_jpeg_lossless(RAMP_12, 12),
        EXTENDED: JPEG_RAMP_12,
    }[syntax]
    frame = bytearray(good)
    for _ in range(data.draw(st.integers(1, 6))):
        frame[data.draw(st.integers(0, len(frame) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(1, len(frame)))
    try:
        stored, _ = codecs.decode(bytes(frame[:end]), replace(FORM, syntax=syntax), "x")
    except InputError:
        return
    assert stored.shape == (24, 32)


@given(st.binary(max_size=200))
def test_the_size_of_any_bytes_is_found_or_not(data):
    for beginning in (b"", b"\xff\xd8", b"\xff\x4f\xff\x51"):
        codestreams.inspect(beginning + data)
