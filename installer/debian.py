"""``python -m installer.debian FOLDER``: the program folder as a package for Debian and what descends from it."""

from __future__ import annotations

import argparse
import email.utils
import gzip
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from inference import __version__
from installer.build import EXECUTABLES
from installer.linux.libraries import NEEDED, OPTIONAL, SYSTEM, headers, newest_glibc
from installer.tools import EPOCH_VARIABLE, ROOT, BuildError, ended, guides, need, settle, source_date

HERE = Path(__file__).parent / "linux"
PROGRAM = "usr/lib/precontrast"
MAINTAINER = "Precontrast developers <precontrast@users.noreply.invalid>"
DRAWING = ROOT / "resources" / "precontrast.svg"
PLACES = {
    "precontrast.desktop": "usr/share/applications/precontrast.desktop",
    "precontrast.xml": "usr/share/mime/packages/precontrast.xml",
    DRAWING: "usr/share/icons/hicolor/scalable/apps/precontrast.svg",
    "copyright": "usr/share/doc/precontrast/copyright",
    "lintian-overrides": "usr/share/lintian/overrides/precontrast",
}
CONTROL = """\
Package: precontrast
Version: {version}
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: {recommends}
Suggests: cups, intel-opencl-icd
Section: science
Priority: optional
Description: extravasation-risk screening from non-contrast CT
 Before iodinated contrast medium is injected, Precontrast reads a patient's
 non-contrast CT, measures the vessels of the right neck and shoulder, and
 prints an explained extravasation-risk report in Chinese or English.
 It works without a network. For research use only.
"""


def package_name(version: str = __version__) -> str:
    """Name of the file."""
    return f"precontrast_{version}_amd64.deb"


def dependencies(folder: Path) -> tuple[list[str], list[str]]:
    """Packages that the program cannot do without, and those of parts that may be absent.

    Raises
    ------
    BuildError
        When something is linked with a library that is neither in the folder nor known to be the system's.
    """
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and _is_elf(path)]
    listings = {path: headers(str(path)) for path in files}
    brought = {path.name for path in folder.rglob("*.so*")}
    wanted: dict[str, Path] = {}
    for path, listing in listings.items():
        wanted.update(dict.fromkeys(set(NEEDED.findall(listing)) - brought, path))
    unknown = sorted(set(wanted) - set(SYSTEM) - set(OPTIONAL))
    if unknown:
        name = unknown[0]
        raise BuildError(f"{wanted[name].name} needs {name}: name its package in installer/linux/libraries.py")
    # The keyboard's layouts are read by libxkbcommon, which is brought along.
    packages = {SYSTEM[name] for name in wanted if name in SYSTEM} | {"xkb-data"}
    libc = f"libc6 (>= {newest_glibc(listings.values())})"
    return [libc, *sorted(packages - {"libc6"})], sorted({OPTIONAL[name] for name in wanted if name in OPTIONAL})


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def stage(folder: Path, root: Path, version: str, epoch: int) -> None:
    """Lay out the package's files; the program's own are linked, not copied."""
    shutil.copytree(folder, root / PROGRAM, symlinks=True, copy_function=os.link)
    commands = root / "usr/bin"
    commands.mkdir(parents=True)
    for name in EXECUTABLES:
        (commands / name).symlink_to(f"../lib/precontrast/{name}")
    for name, place in PLACES.items():
        target = root / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(HERE / name, target)
    documents = root / "usr/share/doc/precontrast"
    for name, guide in guides().items():
        target = documents / f"{name}.gz"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(gzip.compress(guide.read_bytes(), mtime=0))
    changes = (
        f"precontrast ({version}) unstable; urgency=medium\n\n  * Version {version}.\n\n"
        f" -- {MAINTAINER}  {email.utils.formatdate(epoch)}\n"
    )
    (documents / "changelog.gz").write_bytes(gzip.compress(changes.encode(), mtime=0))
    settle(root, epoch, [f"{PROGRAM}/{name}" for name in EXECUTABLES])


def describe(folder: Path, root: Path, version: str, epoch: int) -> None:
    """Write what the package manager reads: control file, checksums, the script of the removal."""
    files = [path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink()]
    sums = "".join(f"{_md5(path)}  {path.relative_to(root).as_posix()}\n" for path in files)
    depends, recommends = dependencies(folder)
    control = CONTROL.format(
        version=version,
        maintainer=MAINTAINER,
        kilobytes=sum(path.stat().st_size for path in files) // 1024,
        depends=", ".join(depends),
        recommends=", ".join([*recommends, "shared-mime-info"]),
    )
    about = root / "DEBIAN"
    about.mkdir()
    (about / "control").write_text(control, encoding="utf-8")
    (about / "md5sums").write_text(sums, encoding="utf-8")
    shutil.copyfile(HERE / "postrm", about / "postrm")
    settle(about, epoch, ["postrm"])


def _md5(path: Path) -> str:
    """The checksum that ``dpkg --verify`` reads; it protects from bad disks, not from people."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()


def pack(folder: Path, out: Path, version: str = __version__) -> Path:
    """Write the package and return it."""
    need("dpkg-deb", "objdump")
    path, epoch = out / package_name(version), source_date()
    out.mkdir(parents=True, exist_ok=True)
    # Beside the result: files of the program can be linked only on the same disk.
    with tempfile.TemporaryDirectory(dir=out) as made:
        root = Path(made) / "package"
        stage(folder, root, version, epoch)
        describe(folder, root, version, epoch)
        command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", str(root), str(path)]
        environment = {**os.environ, EPOCH_VARIABLE: str(epoch)}
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return path


def main(arguments: Sequence[str] | None = None) -> int:
    """Pack and return the exit code."""
    parser = argparse.ArgumentParser(prog="installer.debian", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    options = parser.parse_args(arguments)
    return ended(lambda: print(pack(options.folder.resolve(), options.out.resolve())))


if __name__ == "__main__":
    sys.exit(main())
