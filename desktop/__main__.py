"""``python -m desktop``: the command line; also the start of its executable."""

import sys

from desktop.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
