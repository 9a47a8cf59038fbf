"""The report before it is paper: its pages, the checklist, the signatures, and the way out to printer and files."""
