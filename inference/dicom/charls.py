"""JPEG-LS by CharLS, so that several threads decode at once.

pyjpegls holds the interpreter while it decodes. On Linux its library shows the function of CharLS that it calls; called
there, it lets other threads run. Where it is not shown, pyjpegls decodes.
"""

from __future__ import annotations

import ctypes
import functools
import sys
from collections.abc import Callable

MESSAGE_BYTES = 256
"""Room for what CharLS says of an error; its longest sentence has 114 characters."""

HEADER_NUMBERS = 64
"""Room for ``JlsParameters``: width, height, bits, stride, components, and 16 more that are handed on as they are."""

Decode = Callable[[bytes, int], bytes | bytearray]


@functools.cache
def exported() -> Decode | None:
    """The decoder of the library itself; None where it does not show it."""
    from jpeg_ls import decode_from_buffer

    if sys.byteorder != "little":
        return None
    try:
        library = ctypes.CDLL(sys.modules[decode_from_buffer.__module__].__file__)
        header_of, decoder = library.JpegLsReadHeader, library.JpegLsDecode
    except (OSError, AttributeError):
        return None
    size, pointer = ctypes.c_size_t, ctypes.c_void_p
    header_of.argtypes = [ctypes.c_char_p, size, pointer, ctypes.c_char_p]
    decoder.argtypes = [pointer, size, ctypes.c_char_p, size, pointer, ctypes.c_char_p]

    def decode(data: bytes, length: int) -> bytearray:
        header, message = (ctypes.c_int32 * HEADER_NUMBERS)(), ctypes.create_string_buffer(MESSAGE_BYTES)
        failed = header_of(data, len(data), header, message)
        width, height, bits, _, components = header[:5]
        made = bytearray(length)
        if not failed and width * height * components * -(-bits // 8) != length:
            raise RuntimeError("Decoding error: another size than is declared")
        if failed or decoder((ctypes.c_char * length).from_buffer(made), length, data, len(data), header, message):
            raise RuntimeError(f"Decoding error: {message.value.decode('ascii', 'replace')}")
        return made

    return decode


def decode(data: bytes, length: int) -> bytes | bytearray:
    """Decode an image of one component.

    Parameters
    ----------
    length : int
        Bytes of its samples, of which each takes one, or two (little-endian) above 8 bits.

    Raises
    ------
    RuntimeError
        With what CharLS says is wrong.
    """
    from jpeg_ls import decode_from_buffer

    own = exported()
    if own is not None:
        return own(data, length)
    made: bytearray = decode_from_buffer(data)
    return made
