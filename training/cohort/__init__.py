"""The cohort of a site: its table read and checked, its masks, its split."""
