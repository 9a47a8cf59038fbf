"""A printer set up for the report's paper."""

from __future__ import annotations

from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

PRINTER_DPI = 600
SIZES = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}


def printer_for(paper: str, job: str) -> QPrinter:
    """The default printer with upright paper of that size; the job's name, which others see, names no patient."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(PRINTER_DPI)
    printer.setPageSize(QPageSize(SIZES[paper]))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setDocName(job)
    printer.setCreator("Precontrast")
    return printer
