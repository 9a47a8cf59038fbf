"""How much a protobuf message holds, told from its bytes before it is parsed.

Two bytes can be an empty message that takes a hundred in memory. Half a gigabyte of them would fill any computer.
"""

from __future__ import annotations

from typing import Any

MAX_MESSAGES = 500_000
MAX_FIELDS = 2_000_000
MAX_PACKED_BYTES = 2**26
"""Of numbers that take one byte here and eight in memory."""
MAX_TEXT_BYTES = 2**24
"""Of names, descriptions, and whatever the type of the message does not know: all of it is copied again and again."""
MAX_DEPTH = 64


class BeyondError(ValueError):
    """More than any message of ours holds, or no message at all."""


def check_wire(data: bytes, descriptor: Any) -> None:
    """Count what a message holds.

    Parameters
    ----------
    descriptor : google.protobuf.descriptor.Descriptor
        Its type.

    Raises
    ------
    BeyondError
        Names what there is too much of.
    """
    _Counter(data).walk(0, len(data), descriptor, 0)


class _Counter:
    """Walks through a message and adds up."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._messages = self._fields = self._packed = self._texts = 0
        self._types: dict[str, dict[int, Any]] = {}

    def walk(self, place: int, end: int, descriptor: Any, depth: int) -> None:
        self._messages += 1
        if self._messages > MAX_MESSAGES or depth > MAX_DEPTH:
            raise BeyondError(f"more than {MAX_MESSAGES} parts, or {MAX_DEPTH} inside each other")
        fields = self._fields_of(descriptor)
        while place < end:
            self._fields += 1
            if self._fields > MAX_FIELDS:
                raise BeyondError(f"more than {MAX_FIELDS} values")
            tag, place = self._varint(place, end)
            match tag & 7:
                case 0:
                    _, place = self._varint(place, end)
                case 1:
                    place += 8
                case 5:
                    place += 4
                case 2:
                    size, place = self._varint(place, end)
                    if size > end - place:
                        raise BeyondError("a part is cut short")
                    self._part(place, place + size, fields.get(tag >> 3), depth)
                    place += size
                case _:
                    raise BeyondError("a part of an unknown kind")

    def _part(self, place: int, end: int, field: Any, depth: int) -> None:
        if field is None or field.type == field.TYPE_STRING:
            self._texts += end - place
            if self._texts > MAX_TEXT_BYTES:
                raise BeyondError(f"more than {MAX_TEXT_BYTES} bytes of text")
        elif field.message_type is not None:
            self.walk(place, end, field.message_type, depth + 1)
        elif field.type in (field.TYPE_INT32, field.TYPE_INT64, field.TYPE_UINT64, field.TYPE_ENUM):
            self._packed += end - place
            if self._packed > MAX_PACKED_BYTES:
                raise BeyondError(f"more than {MAX_PACKED_BYTES} bytes of numbers")

    def _fields_of(self, descriptor: Any) -> dict[int, Any]:
        if descriptor.full_name not in self._types:
            self._types[descriptor.full_name] = dict(descriptor.fields_by_number.items())
        return self._types[descriptor.full_name]

    def _varint(self, place: int, end: int) -> tuple[int, int]:
        value = shift = 0
        while place < end and shift < 70:
            byte = self._data[place]
            value |= (byte & 127) << shift
            place, shift = place + 1, shift + 7
            if byte < 128:
                return value, place
        raise BeyondError("a number without an end")
