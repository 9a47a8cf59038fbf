"""Windows on top of the main window: cases, outcomes, site, settings, packs, audit, about, shortcuts."""
