"""The trial of the package: what it sees and what it calls a failure."""

import struct
import zlib

import pytest

from installer import trial
from installer.bare import BareDebian
from installer.display import decode_xwd, png
from installer.tools import BuildError


def dump(width, height, pixels, padding=0):
    """An X window dump as Xvfb keeps it."""
    fields = [100, 7, 2, 24, width, height, 0, 0, 32, 0, 32, 32, 4 * width + padding, 4, 0, 0, 0, 8, 256, 1]
    lines = [b"".join(bytes([b, g, r, 0]) for r, g, b in row) + bytes(padding) for row in pixels]
    return struct.pack(">25I", *fields, 0, 0, 0, 0, 0) + bytes(12) + b"".join(lines)


def test_the_picture_of_the_screen_has_its_colours_in_place():
    red, green, blue, white = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
    width, height, pixels = decode_xwd(dump(2, 2, [[red, green], [blue, white]], padding=8))
    assert (width, height) == (2, 2)
    assert pixels == bytes([*red, *green, *blue, *white])


def test_a_screen_of_few_colours_is_not_misread():
    data = bytearray(dump(1, 1, [[(1, 2, 3)]]))
    data[44:48] = struct.pack(">I", 8)
    with pytest.raises(ValueError, match="8 bits"):
        decode_xwd(bytes(data))


def test_the_picture_is_written_as_png():
    written = png(2, 1, bytes([1, 2, 3, 4, 5, 6]))
    assert written.startswith(b"\x89PNG\r\n\x1a\n")
    start = written.index(b"IDAT") + 4
    assert zlib.decompressobj().decompress(written[start:]) == bytes([0, 1, 2, 3, 4, 5, 6])


def test_any_unknown_line_on_standard_error_is_a_failure():
    trial.expect_quiet("window", "\n")
    with pytest.raises(BuildError, match=r"qt\.qpa\.fonts: no font"):
        trial.expect_quiet("window", "qt.qpa.fonts: no font\n")


def test_the_user_has_no_network_and_no_rights(tmp_path):
    command = BareDebian(tmp_path).as_user("precontrast", "self-test")
    assert {"--net", "--mount", "--pid"} <= set(command[: command.index("sh")])
    assert {"--reuid=1000", "--clear-groups", "--no-new-privs"} <= set(command)
    assert command[-2:] == ["precontrast", "self-test"]


def test_without_root_the_trial_says_so(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(trial.os, "geteuid", lambda: 1000)
    assert trial.main([str(tmp_path / "precontrast.deb"), "--out", str(tmp_path)]) == 1
    assert "run it as root" in capsys.readouterr().err
