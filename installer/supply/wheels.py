"""Files and modules of installed Python distributions."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from importlib.metadata import Distribution, distributions
from pathlib import Path

from desktop.places import bundled
from desktop.third_party import Entry, key_of, licence_of, table, texts_of
from installer.supply.model import OWN, OWN_PART, Part, Shipped, Text

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
"""SHA-256 of nothing: says nothing about where a file comes from."""
GENERAL_TEXTS = {
    "Apache-2.0": "apache-2.0.txt",
    "BSD-3-Clause": "bsd-3-clause.txt",
    "MIT": "mit.txt",
    "Unicode-3.0": "unicode-3.0.txt",
    "Unicode-DFS-2016": "unicode-dfs-2016.txt",
    "Zlib": "zlib.txt",
}
"""Texts for what is compiled into a wheel, whose makers name licences and add no texts."""
UNSTATED = {"openssl": "Apache-2.0"}
"""Licences of compiled-in parts that the wheel's own list leaves open: OpenSSL since 3.0."""


class Wheels:
    """The distributions of the environment that built the program, by what their ``RECORD`` says."""

    def __init__(self, found: Iterable[Distribution] | None = None) -> None:
        self._by_path: dict[str, tuple[Distribution, str]] = {}
        self._by_digest: dict[str, str] = {}
        self._roots: set[Path] = set()
        self._parts: dict[tuple[str, str], Part] = {}
        for one in distributions() if found is None else found:
            self._index(one)

    def _index(self, found: Distribution) -> None:
        self._roots.add(Path(str(found.locate_file(""))).resolve())
        for file in found.files or []:
            path = file.as_posix()
            digest = _hex(file.hash.value) if file.hash and file.hash.mode == "sha256" else ""
            self._by_path.setdefault(path, (found, digest))
            if digest and digest != EMPTY:
                self._by_digest.setdefault(digest, path)

    def claim(self, file: Shipped) -> Part | None:
        """The part that a file belongs to; None where no distribution has it."""
        path = self._path_of(file)
        return self._part(path) if path is not None else None

    def claim_module(self, name: str) -> Part | None:
        """The part that a module belongs to; a namespace is its first user's."""
        path = name.replace(".", "/")
        for candidate in (f"{path}.py", f"{path}/__init__.py"):
            if candidate in self._by_path:
                return self._part(candidate)
        inside = (known for known in sorted(self._by_path) if known.startswith(f"{path}/"))
        return next(map(self._part, inside), None)

    def _path_of(self, file: Shipped) -> str | None:
        """The file's path in the environment: by its place, by its content, or by what the build noted."""
        _, digest = self._by_path.get(file.path, (None, "-"))
        if digest in ("", file.digest):
            return file.path
        if file.digest in self._by_digest:
            return self._by_digest[file.digest]
        # Where the build changed a file, as by taking its symbols out, its origin is what counts.
        noted = self._relative(file.origin)
        return noted if noted in self._by_path else None

    def _relative(self, origin: Path | None) -> str:
        for root in self._roots if origin else ():
            if origin.is_relative_to(root):
                return origin.relative_to(root).as_posix()
        return ""

    def _part(self, path: str) -> Part:
        found, _ = self._by_path[path]
        key = key_of(found.metadata["Name"])
        if key == OWN:
            return OWN_PART
        entry = table().owner_of(key, path)
        name = entry.name if entry else ""
        if (key, name) not in self._parts:
            self._parts[key, name] = part_inside(entry, found) if entry else part_of(found)
        return self._parts[key, name]


def part_of(found: Distribution) -> Part:
    """A distribution as a part."""
    name, listed = found.metadata["Name"], _listed_inside(found)
    texts = [Text.of(path) for path in texts_of(found)]
    if listed:
        texts += [_notice(name, listed), *_general_texts(listed)]
    purl = f"pkg:pypi/{key_of(name)}@{found.version}"
    inside = tuple(part for part, _ in listed)
    note = table().of_distribution(key_of(name)).note
    return Part(name, found.version, licence_of(found), purl, tuple(texts), note, inside)


def part_inside(entry: Entry, owner: Distribution) -> Part:
    """A library of others inside a distribution, with the owner's texts where it has none of its own."""
    texts = tuple(Text.of(path) for path in entry.texts or texts_of(owner))
    note = entry.note or f"Comes with {owner.metadata['Name']} {owner.version}."
    return Part(entry.name, "", entry.licence, "", texts, note)


def _listed_inside(found: Distribution) -> list[tuple[Part, str]]:
    """What the makers of a wheel say that is compiled in (PEP 770), with whom they name as its authors."""
    listed: dict[tuple[str, str], tuple[Part, str]] = {}
    for file in found.files or []:
        if "/sboms/" not in file.as_posix() or file.suffix != ".json":
            continue
        for entry in json.loads(file.read_text(encoding="utf-8")).get("components", []):
            name, version = entry["name"], entry.get("version", "")
            part = Part(name, version, _stated(entry), entry.get("purl", "").partition("?")[0])
            listed.setdefault((name, version), (part, entry.get("author", "")))
    return [listed[key] for key in sorted(listed)]


def _stated(entry: dict) -> str:
    stated = [one.get("expression") or one["license"].get("id", "") for one in entry.get("licenses", ())]
    return " AND ".join(filter(None, stated)) or UNSTATED.get(entry["name"], "")


def _notice(name: str, listed: list[tuple[Part, str]]) -> Text:
    lines = [f"{part.name} {part.version}, {part.licence}{f', {author}' if author else ''}" for part, author in listed]
    head = f"Compiled into {name}, as its makers list it; general texts of these licences follow.\n\n"
    return Text("COMPILED-IN.txt", (head + "\n".join(lines) + "\n").encode())


def _general_texts(listed: list[tuple[Part, str]]) -> list[Text]:
    words = {word.strip("()") for part, _ in listed for word in part.licence.split()}
    return [Text.of(bundled("licences") / name) for key, name in GENERAL_TEXTS.items() if key in words]


def _hex(value: str) -> str:
    """A digest of ``RECORD`` (URL-safe base64 without padding) in hexadecimal."""
    return base64.urlsafe_b64decode(value + "=" * (-len(value) % 4)).hex()
