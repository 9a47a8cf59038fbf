"""``precontrast packs``: list, show, verify, sign, install, remove, keygen."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli import exits
from desktop.cli.console import Console
from desktop.cli.options import add_json_option, add_pack_options, library_of
from desktop.pack_library import pack_folder_to_file
from inference.errors import InputError
from inference.packs.signing import new_key, sign
from inference.packs.store import MANIFEST, Pack, read_manifest
from inference.reading import to_plain


def add_options(parser: argparse.ArgumentParser, text, shared) -> None:
    """Describe the command and its own commands."""
    commands = parser.add_subparsers(dest="packs_command", required=True, metavar="COMMAND")

    def command(name: str, run, *positional: str) -> argparse.ArgumentParser:
        own = commands.add_parser(
            name, parents=[shared], help=text(f"help.packs.{name}"), description=text(f"help.packs.{name}")
        )
        for argument in positional:
            own.add_argument(argument, metavar=argument.upper(), help=text(f"help.packs.{argument}"))
        add_pack_options(own, text)
        add_json_option(own, text)
        own.set_defaults(run=run)
        return own

    command("list", list_packs)
    command("show", show_pack, "pack")
    command("verify", verify, "pack")
    signing = command("sign", sign_pack, "folder")
    signing.add_argument("--key", type=Path, required=True, metavar="PRIVATE.pem", help=text("help.packs.key"))
    signing.add_argument("--out", type=Path, metavar="FILE.pack", help=text("help.packs.sign-out"))
    command("install", install, "pack")
    command("remove", remove, "pack")
    command("keygen", keygen, "name")


def list_packs(options: argparse.Namespace, console: Console) -> int:
    """One line a pack."""
    language, listed = console.language, library_of(options).all()
    rows, plain = [], []
    for entry in listed:
        if entry.pack is None:
            rows.append([entry.path.stem, "-", "-", language.text("packs.unusable"), language.error(entry.error)])
            plain.append({"id": entry.path.stem, "usable": False, "error": entry.error.code})
            continue
        manifest = entry.pack.manifest
        signer = entry.pack.signed_by or language.text("pack.unsigned")
        rows.append(
            [
                manifest.id,
                manifest.version,
                language.text(f"status.{manifest.status}"),
                signer,
                language.of(manifest.title),
            ]
        )
        plain.append(
            {
                "id": manifest.id,
                "version": manifest.version,
                "status": manifest.status,
                "signed_by": entry.pack.signed_by,
                "digest": entry.pack.digest,
                "bundled": entry.bundled,
                "usable": True,
            }
        )
    console.table([language.text(f"packs.{name}") for name in ("id", "version", "status", "signer", "title")], rows)
    console.data(plain)
    return exits.ANSWER


def show_pack(options: argparse.Namespace, console: Console) -> int:
    """What a pack is for, asks for and rests on."""
    pack = library_of(options).open(options.pack)
    manifest, language = pack.manifest, console.language
    console.data(to_plain(manifest))
    console.say(f"{manifest.id} {manifest.version}  {language.of(manifest.title)}")
    console.say(language.of(manifest.summary))
    console.say(f"{language.text('report.status')}: {language.text(f'status.{manifest.status}')}")
    console.say(_signature_line(pack, console))
    console.say(language.of(manifest.intended_use))
    for title, lines in (
        ("report.limits", [language.of(limit) for limit in manifest.limits]),
        ("packs.images", [language.of(role.title) for role in manifest.images]),
        ("packs.predictors", [_predictor_line(p, console) for p in manifest.predictors]),
        ("report.sources", [f"{e.citation} [{language.text(f'certainty.{e.certainty}')}]" for e in manifest.evidence]),
    ):
        if lines:
            console.say(f"\n{language.text(title)}")
            for line in lines:
                console.say(f"  {line}")
    return exits.ANSWER


def _predictor_line(predictor, console: Console) -> str:
    if predictor.kind == "choice":
        values = " | ".join(choice.value for choice in predictor.choices)
    elif predictor.range:
        values = f"{predictor.range[0]:g} … {predictor.range[1]:g} {predictor.unit}".strip()
    else:
        values = predictor.kind
    return f"{predictor.id}: {console.language.of(predictor.label)} ({values})"


def _signature_line(pack: Pack, console: Console) -> str:
    signer = pack.signed_by
    state = console.language.text("pack.signed-by", signer=signer) if signer else console.language.text("pack.unsigned")
    return f"SHA-256 {pack.digest}, {state}"


def verify(options: argparse.Namespace, console: Console) -> int:
    """Check checksums, signature and manifest."""
    pack = library_of(options).open(options.pack)
    console.data({"id": pack.manifest.id, "digest": pack.digest, "signed_by": pack.signed_by, "valid": True})
    console.text("packs.valid", pack=f"{pack.manifest.id} {pack.manifest.version}")
    console.say(_signature_line(pack, console))
    return exits.ANSWER


def sign_pack(options: argparse.Namespace, console: Console) -> int:
    """Sign a pack folder, and write it as one file when asked."""
    folder = Path(options.folder)
    manifest_file = folder / MANIFEST
    if not manifest_file.is_file():
        raise InputError("pack.not-found", path=str(folder))
    manifest = read_manifest(manifest_file.read_bytes(), str(manifest_file))
    sign(folder, options.key)
    if options.out:
        pack_folder_to_file(folder, options.out)
    console.data({"id": manifest.id, "signed": True})
    console.text("packs.signed", pack=manifest.id, path=options.out or folder)
    return exits.ANSWER


def install(options: argparse.Namespace, console: Console) -> int:
    """Verify a pack and add it to this user's library."""
    pack = library_of(options).install(Path(options.pack))
    console.data({"id": pack.manifest.id, "digest": pack.digest, "installed": True})
    console.text("packs.installed", pack=f"{pack.manifest.id} {pack.manifest.version}")
    return exits.ANSWER


def remove(options: argparse.Namespace, console: Console) -> int:
    """Take an installed pack out."""
    library_of(options).remove(options.pack)
    console.data({"id": options.pack, "removed": True})
    console.text("packs.removed", pack=options.pack)
    return exits.ANSWER


def keygen(options: argparse.Namespace, console: Console) -> int:
    """Make a signing key pair ``NAME.pem`` and ``NAME.pub`` in this folder."""
    private, public = Path(f"{options.name}.pem"), Path(f"{options.name}.pub")
    new_key(private, public)
    console.data({"private": str(private), "public": str(public)})
    console.text("packs.key-made", private=private, public=public)
    return exits.ANSWER
