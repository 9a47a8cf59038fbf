"""The window's icons, copied from a pinned package when the program is built."""
