"""Copy the icons in use from the pinned package of Tabler Icons (MIT): ``python -m resources.icons.make``."""

from __future__ import annotations

from pathlib import Path

NAMES = (
    "adjustments", "alert-octagon", "alert-triangle", "angle", "arrow-autofit-height", "arrow-autofit-width",
    "arrow-back-up", "arrow-forward-up", "arrows-maximize", "brush", "bucket-droplet", "camera", "checklist",
    "chevron-down", "chevron-left", "chevron-right", "circle", "circle-check", "circle-dashed", "clipboard-text",
    "clock", "contrast", "copy", "crosshair", "cube-3d-sphere", "database", "device-floppy", "edit",
    "eraser", "file-export", "file-import", "file-report", "file-type-pdf", "file-zip", "focus-2", "folder-open",
    "hand-stop", "help", "history", "info-circle", "keyboard", "language", "layers-intersect", "layout-grid",
    "layout-sidebar-right", "list-search", "lock", "movie", "oval", "package", "package-import", "player-play",
    "player-stop", "plus", "pointer", "refresh", "report-medical", "ripple", "ruler-2", "search", "settings",
    "shield-check", "signature", "sparkles", "square", "stack-2", "star", "table-export", "trash", "user",
    "vaccine", "vector-spline", "wand", "writing", "x", "zoom-in", "zoom-out", "zoom-reset",
)  # fmt: skip


def main() -> None:
    """Copy what is not there yet."""
    from importlib.metadata import distribution

    # Found through its metadata: importing the package would need the game library that it draws with.
    source = Path(str(distribution("pytablericons").locate_file("pytablericons/icons/outline")))
    target = Path(__file__).parent
    for name in NAMES:
        (target / f"{name}.svg").write_bytes((source / f"{name}.svg").read_bytes())
    print(f"{len(NAMES)} icons")


if __name__ == "__main__":
    main()
