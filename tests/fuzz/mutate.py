"""Inputs made from good ones: bits, pieces and words changed; JSON also part by part."""

from __future__ import annotations

import copy
import json
import random
import struct

NUMBERS = (0, 1, -1, 255, 256, 65535, 2**31 - 1, 2**31, 2**32 - 1, 2**40, 2**63, -(2**63), 2**64, 10**30)
WORDS = (b"", b"\0", b"\xff" * 4, b"\xef\xbb\xbf", b"\r\n", b"../", b"/dev/zero", b"%s%n", b"nan", b"1e999", b"-0")
VALUES = (
    None, True, False, 0, 1, -1, 2**40, -(2**40), 10**400, 1e308, -1e308, 5e-324, 0.1, "", " ", "\0", "unknown",
    "\u202e321", "\ud83d\ude00", "a" * 5000, "../../x", "<b>x</b>", "1_000", "٣", "2", "nan", "-1", [],
    {}, [[]], {"": 0},
)  # fmt: skip


def mutated(rng: random.Random, seeds: list[bytes], words: tuple[bytes, ...]) -> bytes:
    """One input: a good one with one change or a few."""
    data = rng.choice(seeds)
    if rng.random() < 0.85 and (changed := _json_changed(rng, data)) is not None:
        data = changed
        if rng.random() < 0.9:
            return data
    for _ in range(rng.choice((1, 1, 1, 2, 3, 8))):
        data = rng.choice((_bit, _bit, _byte, _cut, _drop, _repeat, _splice, _word, _number))(rng, data, seeds, words)
    return data


def _bit(rng, data, seeds, words):
    return _at(data, p := _place(rng, data), bytes([data[p] ^ 1 << rng.randrange(8)]), 1) if data else b"\1"


def _byte(rng, data, seeds, words):
    return _at(data, _place(rng, data), rng.randbytes(rng.choice((1, 1, 2, 4))), rng.choice((0, 1, 4)))


def _cut(rng, data, seeds, words):
    return data[: _place(rng, data)]


def _drop(rng, data, seeds, words):
    return _at(data, _place(rng, data), b"", rng.choice((1, 2, 4, 16, 256)))


def _repeat(rng, data, seeds, words):
    place = _place(rng, data)
    piece = data[place : place + rng.choice((1, 8, 64, 512))]
    return _at(data, place, piece * rng.choice((2, 3, 50, 1000)))[: 2**20]


def _splice(rng, data, seeds, words):
    other = rng.choice(seeds)
    start = _place(rng, other)
    return _at(data, _place(rng, data), other[start : start + rng.choice((8, 64, 512, 4096))], rng.choice((0, 8, 64)))


def _word(rng, data, seeds, words):
    return _at(data, _place(rng, data), rng.choice((*words, *WORDS)), rng.choice((0, 0, 1, 4, 8)))


def _number(rng, data, seeds, words):
    number = rng.choice(NUMBERS)
    size = rng.choice((1, 2, 4, 8))
    packed = struct.pack("<Q", number % 2**64)[:size]
    form = rng.choice((packed, packed[::-1], str(number).encode()))
    return _at(data, _place(rng, data), form, len(form))


def _place(rng, data):
    return rng.randrange(len(data)) if data else 0


def _at(data, place, piece, over=0):
    return data[:place] + piece + data[place + over :]


def _json_changed(rng, data):
    """The same JSON with parts exchanged, taken out, doubled or made of another kind; None where it is none."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict | list) or not value:
        return None
    for _ in range(rng.choice((1, 1, 2, 4))):
        if not (places := list(_places(value))):
            break
        holder, key = rng.choice(places)
        match rng.randrange(6):
            case 0:
                del holder[key]
            case 1:
                other, name = rng.choice(places)
                holder[key] = copy.deepcopy(other[name]) if name in _keys(other) else None
            case 2 if isinstance(holder, list):
                holder += [copy.deepcopy(holder[key])] * rng.choice((1, 1, 40))
            case 3 if isinstance(holder, dict):
                holder[rng.choice((key + "_", key.upper(), "id", "kind", "\u202e"))] = holder.pop(key)
            case 4 if isinstance(holder[key], str):
                holder[key] = holder[key][: rng.randrange(len(holder[key]) + 1)] + rng.choice(("", "\0", "x" * 300))
            case 4 if isinstance(holder[key], int | float):
                holder[key] = rng.choice((holder[key] * 10, -holder[key], holder[key] // 3, rng.choice(NUMBERS)))
            case _:
                holder[key] = copy.deepcopy(rng.choice(VALUES))
    try:
        return json.dumps(value, ensure_ascii=rng.random() < 0.5).encode(errors="surrogatepass")
    except (ValueError, RecursionError):
        return None


def _places(value):
    for key in _keys(value):
        yield value, key
        yield from _places(value[key])


def _keys(value):
    return list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
