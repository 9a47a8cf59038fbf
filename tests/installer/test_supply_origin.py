"""Whose a file is: a distribution's, Python's, the system's or the project's own."""

import base64
import hashlib
import shutil
import sys
import sysconfig
from importlib.metadata import PathDistribution
from pathlib import Path

import pytest

from installer.supply.debian_licence import spdx_of, stated_licence
from installer.supply.interpreter import Interpreter, OwnModules
from installer.supply.model import OWN_PART, Shipped, digest_of
from installer.supply.own import Own, learnt_from
from installer.supply.policy import refusal
from installer.supply.system import System, package_of, reviewed_licence
from installer.supply.wheels import Wheels

ROOT = Path(__file__).parents[2]
STATEMENT = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: *
Copyright: 2001 Somebody
License: {licence}

Files: debian/*
Copyright: 2002 A packager
License: GPL-2+
"""


def shipped(place, path="", origin=None):
    return Shipped(path or place.name, place, digest_of(place), origin)


@pytest.fixture
def site(tmp_path):
    """An environment with one distribution, whose own list is that of a wheel."""
    root = tmp_path / "site"
    files = {"tool/core.so": b"library", "tool/__init__.py": b"", "tool-1.0.dist-info/licenses/LICENSE": b"Words."}
    metadata = b"Metadata-Version: 2.4\nName: tool\nVersion: 1.0\nLicense-Expression: MIT\n"
    files["tool-1.0.dist-info/METADATA"] = metadata
    files["tool-1.0.dist-info/sboms/rust.cdx.json"] = (
        b'{"components": [{"name": "crate", "version": "3", "author": "A. Uthor", "purl": "pkg:cargo/crate@3?x=y",'
        b' "licenses": [{"expression": "Zlib"}]}]}'
    )
    lines = []
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={digest},{len(data)}\n")
    (root / "tool-1.0.dist-info" / "RECORD").write_text("".join([*lines, "tool-1.0.dist-info/RECORD,,\n"]))
    return root


@pytest.fixture
def wheels(site):
    return Wheels([PathDistribution(site / "tool-1.0.dist-info")])


def test_a_file_in_its_place_is_its_distributions(wheels, site):
    part = wheels.claim(shipped(site / "tool" / "core.so", "tool/core.so"))
    assert (part.name, part.version, part.licence, part.purl) == ("tool", "1.0", "MIT", "pkg:pypi/tool@1.0")
    assert part.texts[0].data == b"Words."


def test_a_file_that_was_moved_is_known_by_its_content(wheels, site):
    assert wheels.claim(shipped(site / "tool" / "core.so", "core.so")).name == "tool"


def test_a_file_that_the_build_changed_is_known_by_where_it_was_taken_from(wheels, site, tmp_path):
    (tmp_path / "core.so").write_bytes(b"stripped")
    assert wheels.claim(shipped(tmp_path / "core.so", "core.so")) is None
    assert wheels.claim(shipped(tmp_path / "core.so", "core.so", site / "tool" / "core.so")).name == "tool"


def test_another_file_in_the_place_of_a_distributions_is_not_its(wheels, tmp_path):
    (tmp_path / "core.so").write_bytes(b"something else")
    assert wheels.claim(shipped(tmp_path / "core.so", "tool/core.so")) is None


def test_an_empty_file_is_known_by_its_place_only(wheels, site, tmp_path):
    (tmp_path / "empty").write_bytes(b"")
    assert wheels.claim(shipped(tmp_path / "empty")) is None
    assert wheels.claim(shipped(tmp_path / "empty", "tool/__init__.py")).name == "tool"


def test_what_a_wheel_lists_as_compiled_in_goes_along_with_a_notice(wheels, site):
    part = wheels.claim(shipped(site / "tool" / "core.so", "tool/core.so"))
    assert [(one.name, one.licence, one.purl) for one in part.inside] == [("crate", "Zlib", "pkg:cargo/crate@3")]
    notice = next(text.data.decode() for text in part.texts if text.name == "COMPILED-IN.txt")
    assert "crate 3, Zlib, A. Uthor" in notice
    assert "zlib.txt" in {text.name for text in part.texts}


@pytest.mark.parametrize(("module", "known"), [("tool", True), ("tool.sub", False), ("other", False)])
def test_a_module_is_its_distributions(wheels, module, known):
    assert (wheels.claim_module(module) is not None) == known


def test_a_library_inside_a_distribution_is_a_part_of_its_own():
    import numpy

    site = Path(numpy.__file__).parents[1]
    library = next(iter((site / "numpy.libs").glob("*openblas*")), None)
    if library is None:
        pytest.skip("this build of numpy brings no OpenBLAS of its own")
    part = Wheels().claim(shipped(library, library.relative_to(site).as_posix()))
    assert part.name == "OpenBLAS and LAPACK"
    assert b"OpenBLAS" in b"".join(text.data for text in part.texts)


def test_the_programs_own_metadata_are_its_own():
    from importlib.metadata import distribution

    metadata = next(file for file in distribution("precontrast").files if file.name == "METADATA")
    assert Wheels().claim(shipped(Path(str(metadata.locate())), metadata.as_posix())) == OWN_PART


def test_an_extension_module_of_python_is_pythons():
    folder = Path(sysconfig.get_path("stdlib")) / "lib-dynload"
    module = next(iter(sorted(folder.glob("_json*.so"))), None)
    if module is None:
        pytest.skip("this Python has no extension modules of its own")
    part = Interpreter().claim(shipped(module))
    assert (part.name, part.version) == ("Python", ".".join(map(str, sys.version_info[:3])))
    assert any("Mersenne Twister" in text.data.decode(errors="replace") for text in part.texts)


@pytest.mark.parametrize(("module", "known"), [("json.decoder", True), ("xml", True), ("numpy", False)])
def test_a_module_of_the_standard_library_is_pythons(module, known):
    assert (Interpreter().claim_module(module) is not None) == known


def test_a_module_of_the_program_is_its_own():
    assert OwnModules(ROOT).claim_module("inference.pipeline") == OWN_PART
    assert OwnModules(ROOT).claim_module("inference.no_such") is None


def test_a_pack_is_the_programs_own_and_its_networks_are_a_part():
    own = Own(ROOT)
    packs = "resources/packs/cme-vessels-demo"
    assert own.claim(shipped(ROOT / packs / "card.md", f"{packs}/card.md")) == OWN_PART
    network = own.claim(shipped(ROOT / packs / "models/vessels.onnx", f"{packs}/models/vessels.onnx"))
    assert network.licence == "CC-BY-SA-4.0"


def test_the_guide_that_the_window_shows_is_the_programs_own(tmp_path):
    guide = ROOT / "docs/user-guide.zh.md"
    assert Own(ROOT).claim(shipped(guide, "docs/user-guide.zh.md")) == OWN_PART
    (tmp_path / "other.md").write_text("another guide")
    assert Own(ROOT).claim(shipped(tmp_path / "other.md", "docs/user-guide.zh.md")) is None


def test_a_changed_file_among_the_resources_is_nobodys(tmp_path):
    (tmp_path / "card.md").write_text("forged")
    assert Own(ROOT).claim(shipped(tmp_path / "card.md", "resources/packs/cme-vessels-demo/card.md")) is None


def test_atlases_that_networks_were_made_from_are_named_though_not_shipped():
    assert {"BodyParts3D", "SPL Head and Neck Atlas"} <= {part.name for part in learnt_from()}


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="no Debian packages here")
def test_a_file_of_the_system_is_its_packages():
    tool = Path(shutil.which("dpkg-query"))
    part = System().claim(shipped(tool, "dpkg-query", tool))
    assert part.name == "dpkg"
    assert part.purl.startswith("pkg:deb/")
    assert "GPL" in refusal(part.licence)
    assert {"copyright", "GPL-2.txt"} <= {text.name for text in part.texts}


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="no Debian packages here")
def test_a_file_of_no_package_has_none(tmp_path):
    (tmp_path / "mine.so").write_bytes(b"mine")
    assert package_of(tmp_path / "mine.so") == ""


@pytest.mark.parametrize(
    ("debian", "spdx"),
    [
        ("Expat", "MIT"),
        ("LGPL-2.1+", "LGPL-2.1-or-later"),
        ("GPL-3", "GPL-3.0-only"),
        ("BSD-3-clause or GPL-2", "BSD-3-Clause OR GPL-2.0-only"),
        ("LGPL-2+ and Expat", "LGPL-2.0-or-later AND MIT"),
        ("GPL-2+ or AFL-2.1, and Expat", ""),
    ],
)
def test_debians_short_names_become_those_of_spdx(debian, spdx):
    assert spdx_of(debian) == spdx


def test_the_statement_of_a_package_is_that_of_all_its_files():
    assert stated_licence(STATEMENT.format(licence="Expat")) == "MIT"


def test_a_statement_that_is_not_for_machines_says_nothing():
    assert stated_licence("This is Debian's package of X.\nLicense: Expat\n") == ""


def test_a_gpl_library_of_the_system_is_refused():
    assert "GPL-3.0-or-later" in refusal(stated_licence(STATEMENT.format(licence="GPL-3+")))
    assert reviewed_licence("readline", "libreadline.so.8") == ""


@pytest.mark.parametrize(
    ("source", "library", "licence"),
    [
        ("gcc-14", "libstdc++.so.6", "GPL-3.0-or-later WITH GCC-exception-3.1"),
        ("util-linux", "libuuid.so.1", "BSD-3-Clause"),
        ("xz-utils", "xz", ""),
    ],
)
def test_what_was_read_by_hand_goes_before_the_statement(source, library, licence):
    assert reviewed_licence(source, library) == licence
