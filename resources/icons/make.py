"""Copy the icons in use from the pinned package of Tabler Icons (MIT): ``python -m resources.icons.make``."""

from __future__ import annotations

from pathlib import Path

NAMES = (
    "cube-3d-sphere", "adjustments", "alert-octagon", "alert-triangle", "angle", "arrow-autofit-height", "arrow-autofit-width", "arrow-back-up", "arrow-forward-up",
    "arrows-move", "arrows-maximize", "arrows-minimize", "brush", "bucket-droplet", "camera", "chart-bar", "checklist", "chevron-down", "chevron-left",
    "chevron-right", "circle", "circle-check", "circle-dashed", "clipboard-text", "clock", "contrast", "crosshair",
    "database", "device-floppy", "disc", "drag-drop", "download", "edit", "eraser", "eye", "eye-off", "file-report", "file-type-pdf",
    "file-zip", "focus-2", "folder-open", "hand-move", "hand-stop", "help", "history", "info-circle", "keyboard", "language",
    "layers-intersect", "layout-grid", "list-search", "lock", "inbox", "menu-2", "moon", "mouse", "package", "movie", "player-pause",
    "player-play", "plus", "player-stop", "printer", "refresh", "report-medical", "rotate", "ruler-2", "search", "settings", "shape", "shield-check",
    "signature", "sparkles", "square", "stack-2", "sun", "target", "trash", "upload", "user", "vaccine", "vector-spline", "wand", "writing", "x",
    "zoom-in", "zoom-out", "zoom-reset", "layout-sidebar-right", "oval", "pointer", "ripple",
    "copy", "file-export", "file-import", "package-import", "star", "table-export",
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
