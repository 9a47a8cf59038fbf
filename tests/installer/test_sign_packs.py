"""One permanent key signs the packs that ship, and only those that have changed."""

import shutil
import stat

import pytest

from inference.packs.signing import new_key, read_trusted_keys
from installer import sign_packs
from installer.sign_packs import PACKS, PINNED, is_signed, pin_new, pinned_key, sign_changed
from installer.tools import ROOT, BuildError

NAMES = ("cmr-ecv", "ich-nag")


@pytest.fixture
def tree(tmp_path):
    """A source tree with two packs that are signed, and the private half of its pinned key beside it."""
    root, private = tmp_path / "tree", tmp_path / "packs.key"
    for name in NAMES:
        shutil.copytree(ROOT / PACKS / name, root / PACKS / name)
    pin_new(private, root)
    assert sign_changed(private, root) == list(NAMES)
    return root, private


def signatures(root) -> list[bytes]:
    return [(root / PACKS / name / file).read_bytes() for name in NAMES for file in ("SIGNATURE", "SHA256SUMS")]


def test_only_packs_that_have_changed_are_signed(tree):
    root, private = tree
    before = signatures(root)
    assert sign_changed(private, root) == []
    card = root / PACKS / "ich-nag" / "card.md"
    card.write_bytes(card.read_bytes() + b"\nMore.\n")
    assert not is_signed(card.parent, pinned_key(root))
    assert sign_changed(private, root) == ["ich-nag"]
    assert is_signed(card.parent, pinned_key(root))
    assert signatures(root)[:2] == before[:2]
    assert signatures(root)[2:] != before[2:]


@pytest.mark.parametrize("fault", ["another key", "no key", "not there", "in the tree", "seen by others"])
def test_what_is_not_the_guarded_pinned_key_is_refused_with_the_remedy_and_signs_nothing(tree, tmp_path, fault):
    root, private = tree
    (root / PACKS / "ich-nag" / "card.md").write_text("changed")
    before, said = signatures(root), ""
    if fault == "another key":
        private = tmp_path / "other.key"
        new_key(private, tmp_path / "other.pub")
        said = pinned_key(root).fingerprint
    elif fault == "no key":
        private.write_text("no key")
        said = "cannot be used"
    elif fault == "not there":
        private, said = tmp_path / "absent.key", "KEY="
    elif fault == "in the tree":
        private, said = shutil.copy(private, root / "packs.key"), "source tree"
    else:
        private.chmod(0o644)
        said = "chmod 600"
    with pytest.raises(BuildError, match=said):
        sign_changed(private, root)
    assert signatures(root) == before


@pytest.mark.parametrize("fault", ["no manifest", "a broken manifest", "a foreign file"])
def test_a_folder_that_is_no_pack_is_named_and_nothing_is_signed(tree, fault):
    root, private = tree
    (root / PACKS / "cmr-ecv" / "card.md").write_text("changed")
    strange = root / PACKS / "strange"
    strange.mkdir()
    if fault != "no manifest":
        (strange / ("pack.json" if fault == "a broken manifest" else "a.pyc")).write_bytes(b"{")
    before = signatures(root)
    with pytest.raises(BuildError, match="strange is no pack"):
        sign_changed(private, root)
    assert signatures(root) == before and not (strange / "SIGNATURE").exists()


def test_where_the_public_half_cannot_be_pinned_no_private_half_is_left(tree, tmp_path, monkeypatch):
    root, _ = tree
    pinned, private = (root / PINNED).read_bytes(), tmp_path / "new.key"

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(BuildError, match="cannot be written"):
        pin_new(private, root)
    assert (root / PINNED).read_bytes() == pinned and not private.exists()


def test_a_new_key_is_pinned_and_its_private_half_is_for_its_owner_alone(tree, tmp_path):
    root, _ = tree
    private = tmp_path / "new.key"
    line = pin_new(private, root)
    assert pinned_key(root).fingerprint in line
    assert stat.S_IMODE(private.stat().st_mode) == 0o600
    assert sign_changed(private, root) == list(NAMES)
    for place in (private, root / "inside.key"):
        pinned = (root / PINNED).read_bytes()
        with pytest.raises(BuildError):
            pin_new(place, root)
        assert (root / PINNED).read_bytes() == pinned


def test_the_packs_that_ship_are_signed_with_the_pinned_key_which_the_changes_name():
    key = pinned_key()
    assert [folder.name for folder in (ROOT / PACKS).iterdir() if not is_signed(folder, key)] == []
    assert key.fingerprint in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [other.signer for other in read_trusted_keys([(ROOT / PINNED).parent])] == [PINNED.stem]


def test_no_private_key_lies_in_the_tree():
    found = [path for folder in ("resources", "tests", "training") for path in (ROOT / folder).rglob("*") if _key(path)]
    assert not found


def _key(path) -> bool:
    return path.is_file() and path.suffix in (".key", ".pem")


def test_the_command_says_in_one_line_what_is_wrong(capsys, tmp_path):
    assert sign_packs.main(["--key", str(tmp_path / "absent.key")]) == 1
    assert "make sign-packs KEY=" in capsys.readouterr().err
