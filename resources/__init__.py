"""Data that ships with the program: packs, keys, translations, fonts, demonstration files."""
