"""`python -m vnbilat_lib` is the command line too."""

import sys

from vnbilat_lib.cli import main

if __name__ == "__main__":
    sys.exit(main())
