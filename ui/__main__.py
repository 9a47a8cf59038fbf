"""``python -m ui``: the window; also the start of the window's executable."""

import sys

from ui.app import main

if __name__ == "__main__":
    sys.exit(main())
