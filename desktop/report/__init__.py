"""The printed report: an outcome in words (build), arranged on pages (sheet, pages), written (document)."""
