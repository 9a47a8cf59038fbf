"""``precontrast packs`` and how packs are named: mistakes are told apart, and only what was checked is claimed."""

import json
import os
import shutil

import pytest

from desktop.audit import AuditLog
from desktop.cli import exits
from desktop.cli.main import main
from desktop.places import default_places
from inference.packs.files import SUMS, read_files
from inference.packs.signing import list_sums
from tests.helpers.packs import write_pack

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def own_folders(monkeypatch, tmp_path):
    monkeypatch.setenv("PRECONTRAST_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PRECONTRAST_LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def said(capsys):
    def run(*arguments: str) -> tuple[int, str]:
        code = main(list(arguments))
        return code, "".join(capsys.readouterr())

    return run


@pytest.fixture
def unsigned(tmp_path):
    return str(write_pack(tmp_path / "mine"))


@pytest.fixture
def signed(unsigned, said):
    """Signed by a key that this installation does not trust."""
    assert said("packs", "keygen", "our-hospital")[0] == exits.ANSWER
    assert said("packs", "sign", unsigned, "--key", "our-hospital.pem", "--out", "mine.pack")[0] == exits.ANSWER
    return "mine.pack"


@pytest.mark.parametrize(
    ("wanted", "part"),
    [
        ("cme-vesels-demo", "known are: cme-vessels-demo,"),
        ("", 'there is no pack ""'),
        ("x" * 300, "there is no pack"),
        ("empty", "empty is not a pack: a folder with pack.json, or a .pack file"),
        ("study.zip", "study.zip is not a pack"),
        ("nowhere/at-all", "nowhere/at-all does not exist"),
        ("nowhere.pack", "nowhere.pack does not exist"),
    ],
)
def test_what_is_no_pack_is_told_apart(said, wanted, part, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "study.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    code, text = said("packs", "show", wanted)
    assert code == exits.BAD_INPUT
    assert part in text


def test_verifying_an_unsigned_pack_claims_no_signature(said, unsigned):
    code, text = said("packs", "verify", unsigned, "--allow-unsigned")
    assert code == exits.ANSWER
    assert "there are neither checksums nor a signature to check" in text
    data = json.loads(said("packs", "verify", unsigned, "--allow-unsigned", "--json")[1])
    assert data["checked"] == ["manifest"]


def test_verifying_an_unsigned_pack_with_checksums_claims_only_these(said, unsigned, tmp_path):
    (tmp_path / "mine" / SUMS).write_bytes(list_sums(read_files(tmp_path / "mine")))
    _, text = said("packs", "verify", unsigned, "--allow-unsigned")
    assert "manifest and checksums are valid; there is no signature" in text


def test_verifying_a_signed_pack_claims_all_three(said, signed, tmp_path):
    (tmp_path / "home/keys").mkdir(parents=True)
    shutil.copy("our-hospital.pub", tmp_path / "home/keys")
    assert json.loads(said("packs", "verify", signed, "--json")[1])["checked"] == ["manifest", "checksums", "signature"]
    assert "checksums, signature and manifest are valid" in said("packs", "verify", signed)[1]


def test_an_unknown_signer_is_told_with_the_folder_for_keys(said, signed, tmp_path):
    code, text = said("packs", "install", signed)
    assert code == exits.UNTRUSTED
    assert str(tmp_path / "home" / "keys") in text


def test_a_bundled_pack_cannot_be_removed_and_that_is_said(said):
    code, text = said("packs", "remove", "ich-bat")
    assert code == exits.BAD_INPUT
    assert "shipped with the program and cannot be removed" in text


def test_installing_the_id_of_a_bundled_pack_says_that_it_is_there(said):
    code, text = said("packs", "install", "ich-nag")
    assert code == exits.BAD_INPUT
    assert "already part of the program" in text


def test_removing_reaches_nothing_outside_the_library(said, tmp_path, signed):
    (tmp_path / "home" / "packs").mkdir(parents=True)
    shutil.copy(signed, tmp_path / "home")
    assert said("packs", "remove", "../mine")[0] == exits.BAD_INPUT
    assert (tmp_path / "home" / "mine.pack").exists()


@pytest.mark.parametrize("name", ["", " ", "..", "a\nb", "a\u202eb", "a:b", "a\\b", "folder/\x1b"])
def test_a_key_cannot_be_named_like_no_file(said, name, tmp_path):
    (tmp_path / "folder").mkdir()
    code, text = said("packs", "keygen", name)
    assert code == exits.BAD_INPUT
    assert "cannot name a key" in text
    assert [path.name for path in tmp_path.rglob("*.pem")] == []


def test_a_key_in_a_folder_that_is_not_there_is_bad_input(said):
    code, text = said("packs", "keygen", "no/such/dir/x")
    assert code == exits.BAD_INPUT
    assert f"{os.path.join('no', 'such', 'dir', 'x.pem')} cannot be written" in text


def test_a_signed_pack_that_cannot_be_written_is_bad_input(said, unsigned):
    assert said("packs", "keygen", "our-hospital")[0] == exits.ANSWER
    code, text = said("packs", "sign", unsigned, "--key", "our-hospital.pem", "--out", "nowhere/x.pack")
    assert code == exits.BAD_INPUT
    assert "cannot be written" in text


@pytest.mark.parametrize(("key", "part"), [(".", "cannot be read"), ("none.pem", "none.pem does not exist")])
def test_a_key_that_cannot_be_read_is_named(said, unsigned, key, part):
    code, text = said("packs", "sign", unsigned, "--key", key)
    assert code == exits.BAD_INPUT
    assert part in text


def test_an_unsigned_pack_is_announced_under_the_first_line(said, unsigned):
    code, text = said("screen", "--pack", unsigned, "--allow-unsigned", "--out", "o")
    assert code == exits.ANSWER
    assert text.splitlines()[1] == "!! PACK NOT SIGNED / 模型包未签名 !!"


def test_a_signed_pack_is_not_announced_as_unsigned(said):
    assert "NOT SIGNED" not in said("screen", "--pack", "ich-nag", "--out", "o")[1]


def test_installing_and_removing_are_logged(said, signed):
    keys = default_places().keys
    keys.mkdir(parents=True)
    default_places().data.chmod(0o700)  # as the program itself makes it
    shutil.copy("our-hospital.pub", keys)
    code, text = said("packs", "install", signed)
    assert code == exits.ANSWER, text
    name = AuditLog(default_places().audit).entries()[0].details["pack"]
    assert said("packs", "remove", name)[0] == exits.ANSWER
    actions = [entry.action for entry in AuditLog(default_places().audit).entries()]
    assert actions == ["pack-installed", "pack-removed"]


def test_an_earlier_version_is_installed_over_a_later_one_only_with_replace(said, tmp_path):
    keys = default_places().keys
    keys.mkdir(parents=True)
    said("packs", "keygen", "our-hospital")
    shutil.copy("our-hospital.pub", keys)
    for version in ("2.0.0", "1.0.0"):
        said("packs", "sign", str(write_pack(tmp_path / version, version=version)), "--key", "our-hospital.pem")
    assert said("packs", "install", "2.0.0")[0] == exits.ANSWER
    code, text = said("packs", "install", "1.0.0")
    assert code == exits.UNTRUSTED
    assert "test-pack 2.0.0 is installed, and 1.0.0 is an earlier version" in text
    assert said("packs", "install", "1.0.0", "--replace")[0] == exits.ANSWER
    assert "1.0.0" in said("packs", "show", "test-pack")[1]


def test_a_signer_is_named_with_the_fingerprint_that_keygen_printed(said, signed):
    keys = default_places().keys
    keys.mkdir(parents=True)
    shutil.copy("our-hospital.pub", keys / "renamed.pub")
    made = json.loads(said("packs", "keygen", "another", "--json")[1])
    found = json.loads(said("packs", "verify", signed, "--json")[1])
    assert (found["signed_by"], len(found["signer_key"]), len(made["fingerprint"])) == ("renamed", 64, 64)
    assert found["signer_key"] in said("packs", "verify", signed)[1]
    assert f"signed by renamed, key {found['signer_key'][:16]}" in said("packs", "verify", signed)[1]


@pytest.mark.parametrize("name", ["precontrast", "Pre-Contrast"])
def test_no_key_is_made_under_the_programs_name(said, name):
    code, text = said("packs", "keygen", name)
    assert code == exits.BAD_INPUT
    assert "only the key that is shipped with the program" in text


def test_a_file_that_is_no_key_is_named_in_the_list_and_costs_nothing(said):
    keys = default_places().keys
    keys.mkdir(parents=True)
    (keys / "theirs.pub").write_bytes(b"nonsense")
    code, text = said("packs", "list")
    assert code == exits.ANSWER
    assert "theirs.pub is not an Ed25519 key" in text
    assert "unusable" not in text


# For everyone on this computer ----------------------------------------------------------------------------------


@pytest.fixture
def for_everyone(signed):
    """The signed pack and its key, as an administrator lays them down."""
    places = default_places()
    for folder in (places.machine_packs, places.machine_keys):
        folder.mkdir(parents=True)
    shutil.copy(signed, places.machine_packs / "test-pack.pack")
    shutil.copy("our-hospital.pub", places.machine_keys)
    return places


def listed(said) -> dict[str, list[dict]]:
    found = {}
    for entry in json.loads(said("packs", "list", "--json")[1]):
        found.setdefault(entry["id"], []).append(entry)
    return found


def test_a_pack_for_everyone_is_listed_with_where_it_is_from_and_used(said, for_everyone):
    (entry,) = listed(said)["test-pack"]
    assert (entry["from"], entry["usable"], entry["signed_by"]) == ("machine", True, "our-hospital")
    line = next(line for line in said("packs", "list")[1].splitlines() if line.startswith("test-pack"))
    assert "this computer" in line
    assert said("screen", "--pack", "test-pack", "--out", "o")[0] == exits.ANSWER


def test_a_key_for_everyone_makes_a_users_pack_trusted(said, for_everyone, signed):
    (for_everyone.machine_packs / "test-pack.pack").unlink()
    assert said("packs", "install", signed)[0] == exits.ANSWER
    assert listed(said)["test-pack"][0]["from"] == "user"


def test_a_pack_for_everyone_cannot_be_replaced_or_removed_by_a_user(said, for_everyone, signed):
    code, text = said("packs", "install", signed)
    assert code == exits.UNTRUSTED
    assert "for everyone on this computer" in text
    code, text = said("packs", "remove", "test-pack")
    assert code == exits.BAD_INPUT
    assert str(for_everyone.machine_packs / "test-pack.pack") in text
    assert (for_everyone.machine_packs / "test-pack.pack").exists()


def test_of_two_packs_of_one_id_the_one_for_everyone_is_used_and_the_other_listed(said, for_everyone, signed):
    for_everyone.packs.mkdir()
    shutil.copy(signed, for_everyone.packs / "test-pack.pack")
    first, second = listed(said)["test-pack"]
    assert (first["from"], first["usable"]) == ("machine", True)
    assert (second["from"], second["usable"], second["error"]) == ("user", False, "pack.hidden")
    assert said("packs", "remove", "test-pack")[0] == exits.ANSWER
    assert [entry["from"] for entry in listed(said)["test-pack"]] == ["machine"]


def test_a_pack_for_everyone_that_does_not_verify_is_not_replaced_in_silence_by_a_users(said, for_everyone, signed):
    for_everyone.packs.mkdir()
    shutil.copy(signed, for_everyone.packs / "test-pack.pack")
    (for_everyone.machine_packs / "test-pack.pack").write_bytes(b"PK")
    assert said("screen", "--pack", "test-pack", "--out", "o")[0] == exits.UNTRUSTED


def test_the_key_of_a_pack_for_everyone_is_missed_in_the_folder_for_everyone(said, for_everyone):
    (for_everyone.machine_keys / "our-hospital.pub").unlink()
    code, text = said("packs", "verify", "test-pack")
    assert code == exits.UNTRUSTED
    assert str(for_everyone.machine_keys) in text


def test_a_file_that_is_not_called_after_its_pack_is_named(said, for_everyone):
    packs = for_everyone.machine_packs
    (packs / "test-pack.pack").rename(packs / "ours-v2.pack")
    (entry,) = listed(said)["ours-v2"]
    assert entry["error"] == "pack.misnamed"
    assert "must be called test-pack.pack" in said("packs", "list")[1]
