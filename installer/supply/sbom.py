"""The list of parts that is shipped with the program: CycloneDX 1.6, the same for the same folder."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.bom_ref import BomRef
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

from inference import __version__
from installer.supply.model import OWN, Ledger, Part
from ui.dialogs.components import TEXT_PROPERTY


def sbom_of(ledger: Ledger, parts: Sequence[Part], texts: Mapping[str, Sequence[str]], epoch: int) -> str:
    """The list as JSON.

    Parameters
    ----------
    ledger
        Whose each file is.
    parts
        The parts to list, those that were only learnt from among them.
    texts
        Paths of the licence texts, by part.
    epoch
        Seconds since 1970 that stand as the time at which it was made.
    """
    program = Component(
        name=OWN, version=__version__, type=ComponentType.APPLICATION, bom_ref=OWN, components=_files(ledger, OWN)
    )
    listed = [_component(part, ledger, texts.get(part.name, ())) for part in sorted(parts, key=lambda p: p.name)]
    metadata = BomMetaData(component=program, timestamp=datetime.fromtimestamp(epoch, UTC))
    bom = Bom(components=listed, metadata=metadata, serial_number=_serial(ledger, parts))
    bom.register_dependency(program, listed)
    return make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=1) + "\n"


def _component(part: Part, ledger: Ledger, texts: Sequence[str]) -> Component:
    return Component(
        name=part.name,
        version=part.version or None,
        type=ComponentType.DATA if part.is_data else ComponentType.LIBRARY,
        bom_ref=_ref(part),
        description=part.note or None,
        licenses=[LicenseExpression(part.licence)],
        purl=PackageURL.from_string(part.purl) if part.purl else None,
        properties=[Property(name=TEXT_PROPERTY, value=path) for path in texts],
        components=[*_files(ledger, part.name), *(_inner(part, one) for one in part.inside)],
    )


def _inner(owner: Part, part: Part) -> Component:
    return Component(
        name=part.name,
        version=part.version or None,
        bom_ref=f"{_ref(owner)}#{part.name}@{part.version}",
        licenses=[LicenseExpression(part.licence)],
        purl=PackageURL.from_string(part.purl) if part.purl else None,
    )


def _files(ledger: Ledger, name: str) -> list[Component]:
    return [
        Component(
            name=path,
            type=ComponentType.FILE,
            bom_ref=BomRef(f"file:{path}"),
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)],
        )
        for path, digest in ledger.files_of(name).items()
    ]


def _ref(part: Part) -> str:
    return part.purl or f"part:{part.slug}"


def _serial(ledger: Ledger, parts: Sequence[Part]) -> uuid.UUID:
    """A number that names exactly this content."""
    lines = [f"{path}\0{owner}\0{digest}" for path, (owner, digest) in sorted(ledger.files.items())]
    lines += sorted(f"{part.name}\0{part.version}\0{part.licence}\0{part.purl}" for part in parts)
    return uuid.uuid5(uuid.NAMESPACE_OID, hashlib.sha256("\n".join(lines).encode()).hexdigest())
