"""What belongs to Linux: menu entry, file type, icon, packages, and which of the system's libraries are used."""
