"""``precontrast packs``: list, show, verify, sign, install, remove, keygen."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli import exits
from desktop.cli.console import Console
from desktop.cli.options import Run, Text, add_json_option, add_pack_options, library_of, path_of
from desktop.cli.trail import own_records
from desktop.pack_library import Listed, pack_folder_to_file, writing
from desktop.signer import signature_text, signer_name
from desktop.work import operations
from inference.errors import InputError
from inference.packs.files import SUMS
from inference.packs.signing import MAX_KEY_BYTES, PROGRAM, is_label, is_program_name, new_key, sign
from inference.packs.store import MANIFEST, Pack, read_manifest
from inference.predictors import ChoicePredictor, NumberPredictor, Predictor
from inference.reading import MAX_TEXT_BYTES, read_bytes, to_plain


def add_options(parser: argparse.ArgumentParser, text: Text, shared: argparse.ArgumentParser) -> None:
    """Describe the command and its own commands."""
    commands = parser.add_subparsers(dest="packs_command", required=True, metavar="COMMAND")

    def command(name: str, run: Run, *positional: str, loads: bool = False) -> argparse.ArgumentParser:
        own = commands.add_parser(
            name,
            parents=[shared],
            help=text(f"help.packs.{name}"),
            description=text(f"help.packs.{name}"),
            epilog=text(f"help.packs.{name}-examples"),
        )
        for argument in positional:
            own.add_argument(argument, metavar=argument.upper(), help=text(f"help.packs.{argument}"))
        if loads:
            add_pack_options(own, text)
        add_json_option(own, text)
        own.set_defaults(run=run)
        return own

    command("list", list_packs, loads=True)
    command("show", show_pack, "pack", loads=True)
    command("verify", verify, "pack", loads=True)
    signing = command("sign", sign_pack, "folder")
    signing.add_argument("--key", type=path_of, required=True, metavar="PRIVATE.pem", help=text("help.packs.key"))
    signing.add_argument("--out", type=path_of, metavar="FILE.pack", help=text("help.packs.sign-out"))
    installing = command("install", install, "pack", loads=True)
    installing.add_argument("--replace", action="store_true", help=text("help.packs.replace"))
    command("remove", remove, "pack")
    command("keygen", keygen, "name")


def list_packs(options: argparse.Namespace, console: Console) -> int:
    """One line a pack."""
    library = library_of(options)
    listed = library.all()
    head = [console.language.text(f"packs.{name}") for name in ("id", "version", "place", "status", "signer", "title")]
    console.table(head, [_row(entry, console) for entry in listed])
    console.data([_plain(entry) for entry in listed])
    for refused in library.keys().refused:
        console.warning("packs.key-skipped", reason=console.language.error(refused))
    return exits.ANSWER


def _row(entry: Listed, console: Console) -> list[str]:
    language = console.language
    place = language.text(f"packs.from.{entry.place}")
    if entry.pack is None:
        assert entry.error is not None
        state = "packs.hidden" if entry.error.code == "pack.hidden" else "packs.unusable"
        return [entry.path.stem, "-", place, "-", language.text(state), language.error(entry.error)]
    manifest = entry.pack.manifest
    signer = signer_name(entry.pack.signed_by, entry.pack.signer_key, language)
    status = language.text(f"status.{manifest.status}")
    return [manifest.id, manifest.version, place, status, signer, language.of(manifest.title)]


def _plain(entry: Listed) -> dict[str, object]:
    place = {"bundled": entry.place == "program", "from": entry.place, "path": str(entry.path)}
    if entry.pack is None:
        assert entry.error is not None
        return {"id": entry.path.stem, **place, "usable": False, "error": entry.error.code}
    manifest = entry.pack.manifest
    return {
        "id": manifest.id,
        "version": manifest.version,
        "status": manifest.status,
        "signed_by": entry.pack.signed_by,
        "signer_key": entry.pack.signer_key,
        "digest": entry.pack.digest,
        **place,
        "usable": True,
    }


def show_pack(options: argparse.Namespace, console: Console) -> int:
    """What a pack is for, asks for and rests on."""
    pack = library_of(options).open(options.pack)
    manifest, language = pack.manifest, console.language
    console.data(to_plain(manifest))
    console.say(f"{manifest.id} {manifest.version}  {language.of(manifest.title)}")
    console.say(language.of(manifest.summary))
    console.text("label.value", label=language.text("report.status"), value=language.text(f"status.{manifest.status}"))
    console.say(_signature_line(pack, console))
    console.say(language.of(manifest.intended_use))
    for title, lines in (
        ("report.limits", [language.of(limit) for limit in manifest.limits]),
        ("packs.images", [language.of(role.title) for role in manifest.images]),
        ("packs.predictors", [_predictor_line(p, console) for p in manifest.predictors]),
        ("report.sources", [f"{e.citation} [{language.text(f'certainty.{e.certainty}')}]" for e in manifest.evidence]),
    ):
        if lines:
            console.say()
            console.text(title)
            for line in lines:
                console.say(f"  {line}")
    return exits.ANSWER


def _predictor_line(predictor: Predictor, console: Console) -> str:
    if not predictor.asked:
        values = console.language.text("origin.image")
    elif isinstance(predictor, ChoicePredictor):
        values = " | ".join(predictor.values)
    elif isinstance(predictor, NumberPredictor):
        low, high = predictor.range
        values = f"{low:g} … {high:g} {console.language.unit(predictor.unit)}".strip()
    else:
        values = predictor.kind
    return f"{predictor.id}: {console.language.of(predictor.label)} ({values})"


def _signature_line(pack: Pack, console: Console) -> str:
    return f"SHA-256 {pack.digest}, {signature_text(pack.signed_by, pack.signer_key, console.language, whole=True)}"


def verify(options: argparse.Namespace, console: Console) -> int:
    """Check manifest, checksums and signature, and say which of them there were."""
    pack = library_of(options).open(options.pack)
    checked = ["manifest"]
    checked += ["checksums"] if SUMS in pack.files else []
    checked += ["signature"] if pack.signed_by else []
    found = {"id": pack.manifest.id, "digest": pack.digest, "signed_by": pack.signed_by}
    found["signer_key"] = pack.signer_key
    console.data({**found, "checked": checked, "valid": True})
    message = {"manifest": "packs.valid-manifest", "checksums": "packs.valid-unsigned", "signature": "packs.valid"}
    console.text(message[checked[-1]], pack=f"{pack.manifest.id} {pack.manifest.version}")
    console.say(_signature_line(pack, console))
    return exits.ANSWER


def sign_pack(options: argparse.Namespace, console: Console) -> int:
    """Sign a pack folder, and write it as one file when asked."""
    folder = Path(options.folder)
    manifest_file = folder / MANIFEST
    if not manifest_file.is_file():
        raise InputError("pack.not-found", path=str(folder))
    manifest = read_manifest(read_bytes(manifest_file, MAX_TEXT_BYTES), str(manifest_file))
    read_bytes(options.key, MAX_KEY_BYTES)
    with writing(folder):
        sign(folder, options.key)
    if options.out:
        pack_folder_to_file(folder, options.out)
    console.data({"id": manifest.id, "signed": True})
    console.text("packs.signed", pack=manifest.id, path=options.out or folder)
    return exits.ANSWER


def install(options: argparse.Namespace, console: Console) -> int:
    """Verify a pack and add it to this user's library."""
    pack = library_of(options).install(path_of(options.pack), options.replace)
    operations.log_pack_installed(own_records(), pack)
    console.data({"id": pack.manifest.id, "digest": pack.digest, "installed": True})
    console.text("packs.installed", pack=f"{pack.manifest.id} {pack.manifest.version}")
    return exits.ANSWER


def remove(options: argparse.Namespace, console: Console) -> int:
    """Take an installed pack out."""
    library_of(options).remove(options.pack)
    operations.log_pack_removed(own_records(), options.pack)
    console.data({"id": options.pack, "removed": True})
    console.text("packs.removed", pack=options.pack)
    return exits.ANSWER


def keygen(options: argparse.Namespace, console: Console) -> int:
    """Make a signing key pair ``NAME.pem`` and ``NAME.pub``; what tells who signed is its fingerprint."""
    path = Path(options.name)
    signer = path.name
    if not is_label(signer):
        raise InputError("key.name", name=options.name)
    if is_program_name(signer):
        raise InputError("key.reserved", name=options.name, reserved=PROGRAM)
    private, public = path.with_name(f"{signer}.pem"), path.with_name(f"{signer}.pub")
    with writing(private):
        fingerprint = new_key(private, public)
    console.data({"private": str(private), "public": str(public), "fingerprint": fingerprint})
    console.text("packs.key-made", private=private, public=public)
    console.text("packs.key-fingerprint", key=fingerprint)
    return exits.ANSWER
