"""Paper that is printed on: fonts, text measured in millimetres, pages with a head and a foot, and PDF."""
