"""Signatures: not one bit of a pack can change without being refused."""

import base64
import hashlib
import os
import shutil
import subprocess

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inference.errors import InputError, PackError, PrecontrastError
from inference.packs.files import SIGNATURE, SUMS, read_files, zip_bytes
from inference.packs.signing import TrustedKey, list_sums, new_key, read_keys, read_trusted_keys, sign
from inference.packs.store import MANIFEST, load_pack
from tests.helpers.packs import write_pack

FILES = {"card.md": "# 卡片\n".encode(), "golden/case.json": b"{}", "table.csv": b"a,b\n1,2\n"}
ODD_PEM = ec.generate_private_key(ec.SECP256R1())


@pytest.fixture(scope="module")
def signed(tmp_path_factory, private_key):
    """A signed pack folder; tests copy it before they change it."""
    folder = write_pack(tmp_path_factory.mktemp("signed") / "pack", FILES)
    sign(folder, private_key)
    return folder


@pytest.fixture
def copy(signed, tmp_path):
    return shutil.copytree(signed, tmp_path / "pack")


def refused(path, keys) -> PrecontrastError:
    with pytest.raises(PrecontrastError) as caught:
        load_pack(path, keys)
    return caught.value


def flipped(data: bytes, position: int, bit: int) -> bytes:
    return data[:position] + bytes([data[position] ^ 1 << bit]) + data[position + 1 :]


def test_a_signed_pack_is_accepted_and_names_its_signer(signed, trusted):
    assert load_pack(signed, trusted).signed_by == "tester"


def test_a_signed_pack_in_one_file_is_accepted(signed, trusted, tmp_path):
    (tmp_path / "a.pack").write_bytes(zip_bytes(read_files(signed)))
    assert load_pack(tmp_path / "a.pack", trusted).signed_by == "tester"


def test_folder_and_file_of_one_content_have_one_digest(signed, trusted, tmp_path):
    (tmp_path / "a.pack").write_bytes(zip_bytes(read_files(signed)))
    assert load_pack(tmp_path / "a.pack", trusted).digest == load_pack(signed, trusted).digest


def test_the_sums_are_those_of_sha256sum(signed):
    checked = subprocess.run(["sha256sum", "--check", "--strict", SUMS], cwd=signed, capture_output=True, text=True)
    assert (checked.returncode, checked.stdout.count(": OK")) == (0, len(FILES) + 1)


def test_a_changed_bit_at_any_position_of_the_folder_is_refused(copy, trusted):
    accepted = []
    for name, data in read_files(copy).items():
        for position in range(len(data)):
            (copy / name).write_bytes(flipped(data, position, position % 8))
            try:
                load_pack(copy, trusted)
            except PackError:
                continue
            accepted.append((name, position))
        (copy / name).write_bytes(data)
    assert accepted == []


def test_a_changed_bit_at_any_position_of_the_file_is_refused(signed, trusted, tmp_path):
    whole = zip_bytes(read_files(signed))
    path = tmp_path / "a.pack"
    accepted = []
    for position in range(len(whole)):
        path.write_bytes(flipped(whole, position, position % 8))
        try:
            load_pack(path, trusted)
        except PackError:
            continue
        accepted.append(position)
    assert accepted == []


def test_a_changed_method_of_compression_is_refused_like_any_other_change(signed, trusted, tmp_path):
    whole = zip_bytes(read_files(signed))
    directory = whole.index(b"PK\x01\x02")
    # Bit 3 of the method turns 0, stored, into 8, deflated.
    (tmp_path / "a.pack").write_bytes(flipped(whole, directory + 10, 3))
    assert isinstance(refused(tmp_path / "a.pack", trusted), PackError)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(0, 5000), tail=st.binary(max_size=40))
def test_a_file_cut_short_or_with_something_behind_it_is_refused(signed, trusted, tmp_path, cut, tail):
    whole = zip_bytes(read_files(signed))
    changed = whole[: max(0, len(whole) - cut)] + tail
    if changed != whole:
        (tmp_path / "a.pack").write_bytes(changed)
        assert isinstance(refused(tmp_path / "a.pack", trusted), PackError)


@pytest.mark.parametrize("name", [MANIFEST, *FILES])
def test_a_missing_file_is_refused(copy, trusted, name):
    (copy / name).unlink()
    assert refused(copy, trusted).code in ("pack.changed", "pack.no-manifest")


def test_a_missing_file_is_named(copy, trusted):
    (copy / "table.csv").unlink()
    assert refused(copy, trusted).parameters["file"] == "table.csv"


def test_a_file_that_is_not_listed_is_named(copy, trusted):
    (copy / "extra.json").write_text("{}")
    error = refused(copy, trusted)
    assert (error.code, error.parameters["file"]) == ("pack.changed", "extra.json")


def test_a_changed_file_is_named(copy, trusted):
    (copy / "table.csv").write_text("a,b\n1,3\n")
    assert refused(copy, trusted).parameters["file"] == "table.csv"


@pytest.mark.parametrize("sums", [b"", b"nonsense\n", b"\n" * 3])
def test_sums_that_are_none_are_refused_with_the_name_of_a_file(copy, trusted, sums):
    (copy / SUMS).write_bytes(sums)
    error = refused(copy, trusted)
    assert (error.code, error.parameters["file"]) == ("pack.changed", "card.md")


def test_sums_in_another_order_are_refused(copy, trusted):
    (copy / SUMS).write_bytes(b"".join(reversed((copy / SUMS).read_bytes().splitlines(keepends=True))))
    error = refused(copy, trusted)
    assert (error.code, error.parameters["file"]) == ("pack.changed", SUMS)


def test_a_renamed_file_is_refused(copy, trusted):
    (copy / "table.csv").rename(copy / "tables.csv")
    assert refused(copy, trusted).code == "pack.changed"


def test_two_files_cannot_be_passed_off_as_one_with_a_line_break_in_its_name(signed, trusted, tmp_path):
    files = read_files(signed)
    second = files.pop("golden/case.json")
    line = list_sums({"golden/case.json": second}).decode().rstrip("\n")
    first = files.pop("card.md")
    (tmp_path / "a.pack").write_bytes(zip_bytes({**files, f"card.md\n{line}": first}))
    assert isinstance(refused(tmp_path / "a.pack", trusted), PackError)


def test_new_sums_for_changed_content_do_not_fit_the_signature(copy, trusted):
    (copy / "table.csv").write_text("a,b\n1,3\n")
    files = {n: d for n, d in read_files(copy).items() if n not in (SUMS, SIGNATURE)}
    (copy / SUMS).write_bytes(list_sums(files))
    assert refused(copy, trusted).code == "pack.signature"


def test_a_signature_by_a_key_that_is_not_trusted_is_refused(copy, trusted, tmp_path):
    new_key(tmp_path / "other.pem", tmp_path / "other.pub")
    sign(copy, tmp_path / "other.pem")
    assert refused(copy, trusted).code == "pack.signature"


def test_without_any_trusted_key_a_signed_pack_is_refused(signed):
    assert refused(signed, []).code == "pack.signature"


def test_allowing_unsigned_packs_does_not_allow_wrong_signatures(copy):
    (copy / SIGNATURE).write_bytes(b"\0" * 64)
    with pytest.raises(PackError) as caught:
        load_pack(copy, [], allow_unsigned=True)
    assert caught.value.code == "pack.signature"


@pytest.mark.parametrize("signature", [b"", b"\0", b"\0" * 63, b"\0" * 64, b"\0" * 65])
def test_a_signature_of_any_length_that_is_not_right_is_refused(copy, trusted, signature):
    (copy / SIGNATURE).write_bytes(signature)
    assert refused(copy, trusted).code == "pack.signature"


def test_a_signature_without_sums_is_refused(copy, trusted):
    (copy / SUMS).unlink()
    assert refused(copy, trusted).code == "pack.no-sums"


def test_taking_the_signature_away_makes_the_pack_unsigned(copy, trusted):
    (copy / SIGNATURE).unlink()
    assert refused(copy, trusted).code == "pack.unsigned"


def test_one_of_several_trusted_keys_is_enough(signed, trusted, tmp_path):
    new_key(tmp_path / "another.pem", tmp_path / "another.pub")
    keys = read_trusted_keys([tmp_path]) + trusted
    assert load_pack(signed, keys).signed_by == "tester"


def test_signing_twice_gives_the_same_bytes(copy, private_key):
    before = read_files(copy)
    sign(copy, private_key)
    assert read_files(copy) == before


def test_the_private_key_is_readable_by_its_owner_only(private_key):
    assert private_key.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("existing", ["k.pem", "k.pub"])
def test_an_existing_key_is_never_overwritten(tmp_path, existing):
    (tmp_path / existing).write_text("precious")
    with pytest.raises(InputError) as caught:
        new_key(tmp_path / "k.pem", tmp_path / "k.pub")
    assert (caught.value.code, (tmp_path / existing).read_text()) == ("file.exists", "precious")


@pytest.mark.parametrize(
    "key",
    [
        b"nonsense",
        b"",
        ODD_PEM.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        ),
        ODD_PEM.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(b"secret"),
        ),
    ],
)
def test_a_private_key_that_cannot_sign_is_refused(copy, tmp_path, key):
    (tmp_path / "k.pem").write_bytes(key)
    with pytest.raises(InputError) as caught:
        sign(copy, tmp_path / "k.pem")
    assert caught.value.code == "key.invalid"


def test_a_missing_private_key_is_named(copy, tmp_path):
    with pytest.raises(InputError) as caught:
        sign(copy, tmp_path / "none.pem")
    assert caught.value.code == "file.not-found"


def public_pem(key) -> bytes:
    return key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def sm2_pem() -> bytes:
    """A key on the curve SM2, which the library does not know: that of P-256 under the other curve's name."""
    der = ODD_PEM.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    p256, sm2 = bytes.fromhex("2a8648ce3d030107"), bytes.fromhex("2a811ccf5501822d")
    assert p256 in der
    encoded = base64.encodebytes(der.replace(p256, sm2)).decode()
    return f"-----BEGIN PUBLIC KEY-----\n{encoded}-----END PUBLIC KEY-----\n".encode()


NO_KEYS = {
    "nonsense.pub": b"nonsense",
    "empty.pub": b"",
    "p-256.pub": public_pem(ODD_PEM.public_key()),
    "rsa.pub": public_pem(rsa.RSAPublicNumbers(65537, 2**2047 + 1).public_key()),
    "sm2.pub": sm2_pem(),
    "cut.pub": public_pem(ed25519.Ed25519PrivateKey.generate().public_key())[:60],
    "huge.pub": b"-----BEGIN PUBLIC KEY-----\n" + b"A" * 2**20,
    "two\u202ewords.pub": public_pem(ed25519.Ed25519PrivateKey.generate().public_key()),
    "us, key 05ea.pub": public_pem(ed25519.Ed25519PrivateKey.generate().public_key()),
    "h\u043espital.pub": public_pem(ed25519.Ed25519PrivateKey.generate().public_key()),
}


def test_whatever_is_no_key_costs_only_itself_and_is_named(tmp_path, trusted):
    for name, data in NO_KEYS.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "folder.pub").mkdir()
    (tmp_path / "nowhere.pub").symlink_to(tmp_path / "none")
    os.mkfifo(tmp_path / "pipe.pub")
    (tmp_path / "good.pub").write_bytes(public_pem(ed25519.Ed25519PublicKey.from_public_bytes(trusted[0].raw)))
    found = read_keys([tmp_path])
    assert [(key.signer, key.raw) for key in found.trusted] == [("good", trusted[0].raw)]
    named = {str(next(iter(error.parameters.values()))) for error in found.refused}
    assert named == {str(tmp_path / name) for name in (*NO_KEYS, "folder.pub", "nowhere.pub", "pipe.pub")}


@pytest.mark.parametrize("name", ["precontrast", "Precontrast", "pre-contrast 2", "ＰＲＥＣＯＮＴＲＡＳＴ"])
def test_no_key_but_the_programs_own_is_called_like_the_program(tmp_path, name):
    program = tmp_path / "program"
    for folder, label in ((program, "precontrast"), (tmp_path / "user", name)):
        folder.mkdir()
        new_key(folder / f"{label}.pem", folder / f"{label}.pub")
    found = read_keys([program, tmp_path / "user"], program)
    assert [key.signer for key in found.trusted] == ["precontrast"]
    assert [error.code for error in found.refused] == ["key.reserved"]


def test_of_two_keys_of_one_name_the_first_is_trusted_and_the_other_named(tmp_path):
    for folder in (tmp_path / "machine", tmp_path / "user"):
        folder.mkdir()
        new_key(folder / "h.pem", folder / "hospital.pub")
    found = read_keys([tmp_path / "machine", tmp_path / "user"])
    assert found.trusted == read_keys([tmp_path / "machine"]).trusted
    assert [error.code for error in found.refused] == ["key.name-taken"]


def test_a_signer_is_told_by_the_key_and_not_by_the_name_of_its_file(signed, trusted):
    renamed = [TrustedKey("other name", key.raw) for key in trusted]
    one, other = load_pack(signed, trusted), load_pack(signed, renamed)
    assert (one.signed_by, other.signed_by) == ("tester", "other name")
    assert one.signer_key == other.signer_key == hashlib.sha256(trusted[0].raw).hexdigest()


def test_a_folder_of_keys_that_does_not_exist_holds_none(tmp_path):
    assert read_trusted_keys([tmp_path / "none"]) == []
